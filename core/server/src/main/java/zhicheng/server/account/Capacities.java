package zhicheng.server.account;

import java.util.List;
import java.util.Set;

/** In which capacities somebody acts for a unit through which people apply, by its kind; offices and bureaus come in another way. */
final class Capacities {
    private static final Set<String> EMPLOYERS = Set.of("STATE_INSTITUTION", "STATE_ENTERPRISE", "PRIVATE_ENTERPRISE", "SOCIAL_ORGANISATION", "SOLE_TRADER");

    private Capacities() {}

    /** Those of a unit's first account: the notice speaks of the unit's account and not of two, so it prepares and decides; an agency acts as employer for the people entrusted to it. None: no such unit. */
    static List<Role> of(String kind) {
        if (kind.equals("AGENCY")) return List.of(Role.AGENCY, Role.EMPLOYER_CLERK);
        return EMPLOYERS.contains(kind) ? List.of(Role.EMPLOYER_CLERK, Role.EMPLOYER_APPROVER) : List.of();
    }
}
