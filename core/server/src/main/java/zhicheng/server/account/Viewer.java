package zhicheng.server.account;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Who asks. Everything that is read or done is read or done for a viewer; whoever shows no token is {@link #PUBLIC}.
 *
 * @param account null for the public
 * @param roles never empty; the public has {@link Role#PUBLIC} alone
 * @param person the natural person behind the account; null where there is none
 * @param organisation the unit for which the account acts; null where there is none
 * @param capacity in which of the roles he does what he is doing: all of them, where what he does asks for none of them more than for another
 * @param issued when the token by which he asks was issued, by system time; the beginning of time where there is none, or it does not say
 */
public record Viewer(UUID account, Set<Role> roles, UUID person, UUID organisation, Set<Role> capacity, Instant issued) {

    /** Anybody. */
    public static final Viewer PUBLIC = new Viewer(null, Set.of(Role.PUBLIC), null, null);

    public Viewer {
        roles = Set.copyOf(roles);
        capacity = Set.copyOf(capacity);
        if (roles.isEmpty())
            throw new IllegalArgumentException("a viewer has at least one role (the public has PUBLIC)");
    }

    /** In all of his roles, by no token. */
    public Viewer(UUID account, Set<Role> roles, UUID person, UUID organisation) {
        this(account, roles, person, organisation, roles, Instant.MIN);
    }

    /** The same one, who does what asks for one of these roles in those of them that he has; what he sees does not change. */
    public Viewer acting(Set<Role> asked) {
        return new Viewer(account, roles, person, organisation, roles.stream().filter(asked::contains).collect(Collectors.toUnmodifiableSet()), issued);
    }

    /** The same one, who asks by a token of that time. */
    Viewer by(Instant issued) {
        return new Viewer(account, roles, person, organisation, capacity, issued);
    }

    /**
     * As whom he applies: what is his own is shown to him, and done with, in an account that has {@link Role#APPLICANT} and in no other. One that acts for a unit or body, which others may make in his name, has its person for
     * what he has no part in, since it is about himself (回避), and for nothing else (J24-4.3).
     *
     * @return null: he does not apply by this account
     */
    public UUID applicant() {
        return roles.contains(Role.APPLICANT) ? person : null;
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
