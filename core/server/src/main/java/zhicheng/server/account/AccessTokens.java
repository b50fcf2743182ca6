package zhicheng.server.account;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Who signs access tokens here. A server that takes the tokens of another issuer alone has none, and nobody logs in with it. */
public interface AccessTokens {

    /**
     * @param roles for information: what counts is what is kept of the account
     * @param until to the second
     */
    String signed(UUID account, List<String> roles, Instant now, Instant until);
}
