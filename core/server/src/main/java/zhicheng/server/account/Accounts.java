package zhicheng.server.account;

import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** Who stands behind an account, as kept here; what a token says of roles does not count. */
public interface Accounts {

    /** @return complete where it is known already; empty where there is no such account, or it is disabled */
    CompletableFuture<Optional<Viewer>> viewer(UUID account);
}
