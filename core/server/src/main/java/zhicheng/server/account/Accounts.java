package zhicheng.server.account;

import java.util.Optional;
import java.util.UUID;

/** Who stands behind an account, as kept here; what a token says of roles does not count. */
public interface Accounts {

    /** @return empty where there is no such account, or it is disabled */
    Optional<Viewer> viewer(UUID account);
}
