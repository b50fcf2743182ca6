package zhicheng.server.account;

import io.micronaut.security.authentication.Authentication;
import java.security.Principal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/**
 * A viewer whose token was good, as the HTTP server carries him along with a request.
 *
 * @param viewer never the public
 */
public record SignedIn(Viewer viewer) implements Authentication {

    /** Who asks: the public where nobody is signed in. */
    public static Viewer viewer(Optional<Principal> principal) {
        return principal.map(somebody -> ((SignedIn) somebody).viewer()).orElse(Viewer.PUBLIC);
    }

    @Override
    public String getName() {
        return viewer.account().toString();
    }

    @Override
    public Collection<String> getRoles() {
        var names = new ArrayList<String>(viewer.roles().size());
        for (var role : viewer.roles())
            names.add(role.name());
        return names;
    }

    @Override
    public Map<String, Object> getAttributes() {
        return Map.of();
    }
}
