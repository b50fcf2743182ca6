package zhicheng.server.account;

import java.util.Set;
import java.util.UUID;

/**
 * Who asks. Everything that is read or done is read or done for a viewer; whoever shows no token is {@link #PUBLIC}.
 *
 * @param account null for the public
 * @param roles never empty; the public has {@link Role#PUBLIC} alone
 * @param person the natural person behind the account; null where there is none
 * @param organisation the unit for which the account acts; null where there is none
 */
public record Viewer(UUID account, Set<Role> roles, UUID person, UUID organisation) {

    /** Anybody. */
    public static final Viewer PUBLIC = new Viewer(null, Set.of(Role.PUBLIC), null, null);

    public Viewer {
        roles = Set.copyOf(roles);
        if (roles.isEmpty())
            throw new IllegalArgumentException("a viewer has at least one role (the public has PUBLIC)");
    }

    /** Whether an account is known. */
    public boolean isSignedIn() {
        return account != null;
    }

    /** Whether the viewer has one of these roles. */
    public boolean isAny(Set<Role> asked) {
        return roles.stream().anyMatch(asked::contains);
    }
}
