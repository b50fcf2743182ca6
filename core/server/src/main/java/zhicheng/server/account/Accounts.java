package zhicheng.server.account;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** Who stands behind an account, as kept here; what a token says of roles does not count. */
public interface Accounts {

    /**
     * @param issued when the token that names the account was issued, by system time; the beginning of time where it does not say
     * @return complete where it is known already; empty where there is no such account, it is disabled, or its tokens of that time are revoked;
     *         fails with {@link AccountsAway} where that cannot be looked up now
     */
    CompletableFuture<Optional<Viewer>> viewer(UUID account, Instant issued);
}
