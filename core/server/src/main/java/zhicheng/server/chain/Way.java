package zhicheng.server.chain;

import static zhicheng.server.account.Role.AGENCY;
import static zhicheng.server.account.Role.COMMITTEE_OFFICE;
import static zhicheng.server.account.Role.EMPLOYER_APPROVER;
import static zhicheng.server.account.Role.EMPLOYER_CLERK;
import static zhicheng.server.account.Role.HRSS_CITY;
import static zhicheng.server.account.Role.HRSS_COUNTY;
import static zhicheng.server.account.Role.HRSS_PROVINCE;
import static zhicheng.server.account.Role.RELAY;
import static zhicheng.server.account.Role.SUPERIOR_DEPT;
import static zhicheng.server.dossier.Stage.ACCEPTED;
import static zhicheng.server.dossier.Stage.DISQUALIFIED;
import static zhicheng.server.dossier.Stage.EMPLOYER_PUBLICITY;
import static zhicheng.server.dossier.Stage.EMPLOYER_REVIEW;
import static zhicheng.server.dossier.Stage.FORFEITED;
import static zhicheng.server.dossier.Stage.INTAKE_PENDING;
import static zhicheng.server.dossier.Stage.JOINT_REVIEW;
import static zhicheng.server.dossier.Stage.PAYMENT_PENDING;
import static zhicheng.server.dossier.Stage.PUBLICITY_OBJECTION;
import static zhicheng.server.dossier.Stage.RECOMMENDED;
import static zhicheng.server.dossier.Stage.REJECTED;
import static zhicheng.server.dossier.Stage.RETURNED;
import static zhicheng.server.dossier.Stage.SUBMITTED;
import static zhicheng.server.dossier.Stage.TERMINATED;
import static zhicheng.server.dossier.Stage.UPPER_REVIEW;
import static zhicheng.server.dossier.Stage.WITHDRAWN;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import zhicheng.server.account.Body;
import zhicheng.server.account.Role;
import zhicheng.server.dossier.Arrivals;
import zhicheng.server.dossier.Stage;
import zhicheng.spi.Channel.Kind;

/**
 * Every step that a unit can take with a dossier: from which stages, who may, to which stages, and whether also after the end of its visit: the notice's, or the day that a return names. What guards it besides, and
 * by which clause, is the region's ({@link zhicheng.spi.Stop}); which unit comes next is the channel's ({@link zhicheng.spi.Channel#chain}). Whoever has a dossier can return it
 * (J24-3.3, J24-3.4, X24-5.2b) or refuse it (X24-1.found) until he has handed it on, for what he finds after he published or recommended too.
 */
public enum Way {
    /** Late too: what nobody took in hand in time can then be refused, which is all that is left. */
    BEGIN_REVIEW(EnumSet.of(SUBMITTED), EnumSet.of(EMPLOYER_CLERK, AGENCY), EnumSet.of(EMPLOYER_REVIEW), true),
    MARK(With.WHOEVER_HAS_IT, With.WHO_RETURNS, With.WHOEVER_HAS_IT),
    /** To the applicant, or by the channel it came; by the committee's office too (X24-5.2b). */
    RETURN(With.WHOEVER_HAS_IT, With.WHO_RETURNS, EnumSet.of(RETURNED, EMPLOYER_REVIEW, UPPER_REVIEW, JOINT_REVIEW)),
    /** The day by which its applicant mends it, by who returned it. */
    EXTEND_RETURN(EnumSet.of(RETURNED), With.WHO_RETURNS, EnumSet.of(RETURNED)),
    ASK_ORIGINALS(With.A_REVIEWER, With.REVIEWERS, With.A_REVIEWER),
    RECORD_ORIGINALS(With.A_REVIEWER, With.REVIEWERS, With.A_REVIEWER),
    /** To an objection where one to an earlier publication is not concluded yet. */
    OPEN_PUBLICATION(EnumSet.of(EMPLOYER_REVIEW), Role.EMPLOYERS, EnumSet.of(EMPLOYER_PUBLICITY, PUBLICITY_OBJECTION)),
    END_PUBLICATION(EnumSet.of(EMPLOYER_PUBLICITY, PUBLICITY_OBJECTION), Role.EMPLOYERS, EnumSet.of(EMPLOYER_REVIEW)),
    /** Late too, when its publication or the application has ended, and while its applicant mends it or nobody has it in hand yet: who objected has a right to his conclusion. */
    CONCLUDE_OBJECTION(EnumSet.of(SUBMITTED, EMPLOYER_REVIEW, RETURNED, PUBLICITY_OBJECTION, REJECTED, WITHDRAWN, FORFEITED, TERMINATED, DISQUALIFIED), EnumSet.of(EMPLOYER_APPROVER, AGENCY),
            EnumSet.of(SUBMITTED, EMPLOYER_REVIEW, RETURNED, EMPLOYER_PUBLICITY, PUBLICITY_OBJECTION, REJECTED, WITHDRAWN, FORFEITED, TERMINATED, DISQUALIFIED), true),
    REPORT_PUBLICATION(EnumSet.of(EMPLOYER_PUBLICITY), Role.EMPLOYERS, EnumSet.of(EMPLOYER_PUBLICITY)),
    RECOMMEND(EnumSet.of(EMPLOYER_PUBLICITY), EnumSet.of(EMPLOYER_APPROVER, AGENCY), EnumSet.of(RECOMMENDED)),
    /** Late too: what is barred is refused whenever that is found. */
    REFUSE(EnumSet.of(EMPLOYER_REVIEW, EMPLOYER_PUBLICITY, PUBLICITY_OBJECTION, RECOMMENDED, UPPER_REVIEW, JOINT_REVIEW, INTAKE_PENDING),
            EnumSet.of(EMPLOYER_APPROVER, AGENCY, SUPERIOR_DEPT, RELAY, HRSS_COUNTY, HRSS_CITY, HRSS_PROVINCE, COMMITTEE_OFFICE), EnumSet.of(REJECTED), true),
    FORWARD(EnumSet.of(RECOMMENDED, UPPER_REVIEW, JOINT_REVIEW), EnumSet.of(EMPLOYER_CLERK, EMPLOYER_APPROVER, AGENCY, SUPERIOR_DEPT, RELAY, HRSS_COUNTY, HRSS_CITY, HRSS_PROVINCE),
            EnumSet.of(UPPER_REVIEW, JOINT_REVIEW, INTAKE_PENDING)),
    /** To be paid for first where the region asks for a fee. */
    ACCEPT(EnumSet.of(INTAKE_PENDING), EnumSet.of(COMMITTEE_OFFICE), EnumSet.of(ACCEPTED, PAYMENT_PENDING));

    /** What several steps have in common. */
    private static final class With {
        /** A reviewer below the committee has it, and nobody's objection waits. */
        static final Set<Stage> A_REVIEWER = EnumSet.of(EMPLOYER_REVIEW, EMPLOYER_PUBLICITY, RECOMMENDED, UPPER_REVIEW, JOINT_REVIEW);
        static final Set<Role> REVIEWERS = EnumSet.of(EMPLOYER_CLERK, AGENCY, SUPERIOR_DEPT, RELAY, HRSS_COUNTY, HRSS_CITY, HRSS_PROVINCE);
        /** And the committee's office, to which it has come and which has not taken it yet. */
        static final Set<Stage> WHOEVER_HAS_IT = EnumSet.of(EMPLOYER_REVIEW, EMPLOYER_PUBLICITY, RECOMMENDED, UPPER_REVIEW, JOINT_REVIEW, INTAKE_PENDING);
        static final Set<Role> WHO_RETURNS = EnumSet.of(EMPLOYER_CLERK, AGENCY, SUPERIOR_DEPT, RELAY, HRSS_COUNTY, HRSS_CITY, HRSS_PROVINCE, COMMITTEE_OFFICE);
    }

    private final Set<Stage> from;
    private final Set<Role> by;
    private final Set<Stage> to;
    private final boolean late;

    Way(Set<Stage> from, Set<Role> by, Set<Stage> to) {
        this(from, by, to, false);
    }

    Way(Set<Stage> from, Set<Role> by, Set<Stage> to, boolean late) {
        this.from = from;
        this.by = by;
        this.to = to;
        this.late = late;
    }

    public Set<Stage> from() {
        return Set.copyOf(from);
    }

    public Set<Role> by() {
        return Set.copyOf(by);
    }

    public Set<Stage> to() {
        return Set.copyOf(to);
    }

    /** Whether it can be taken after the end of the step too. */
    public boolean late() {
        return late;
    }

    /** Who acts for a unit at a stop of this kind; what a notice calls department, relay or bureau may be one office, and an agency or dispatch company acts as employer. */
    public static Set<Role> at(Kind kind) {
        return switch (kind) {
            case EMPLOYER, AGENCY, USING_UNIT -> Role.EMPLOYERS;
            case SUPERIOR_DEPT -> EnumSet.of(SUPERIOR_DEPT, HRSS_COUNTY, HRSS_CITY);
            case RELAY -> EnumSet.of(RELAY, SUPERIOR_DEPT, HRSS_COUNTY, HRSS_CITY);
            case HRSS_COUNTY -> EnumSet.of(HRSS_COUNTY, HRSS_CITY);
            case HRSS_CITY, JOINT_REVIEW -> EnumSet.of(HRSS_CITY);
            case HRSS_PROVINCE, TITLE_OFFICE -> EnumSet.of(HRSS_PROVINCE);
            case COMMITTEE_OFFICE -> EnumSet.of(COMMITTEE_OFFICE);
        };
    }

    /** Whether a body can be the unit of a stop of this kind: a bureau is by its level. */
    static boolean fits(Kind kind, Body body) {
        return switch (kind) {
            case SUPERIOR_DEPT, RELAY -> body.level() != HRSS_PROVINCE;
            case HRSS_COUNTY -> body.level() == HRSS_COUNTY;
            case HRSS_CITY, JOINT_REVIEW -> body.level() == HRSS_CITY;
            case HRSS_PROVINCE, TITLE_OFFICE -> body.level() == HRSS_PROVINCE;
            case EMPLOYER, AGENCY, USING_UNIT, COMMITTEE_OFFICE -> false;
        };
    }

    /** The stage of a dossier that lies at a stop of this kind, and with its employer once that has it in hand. */
    static Stage stage(Kind kind) {
        return switch (kind) {
            case EMPLOYER, AGENCY, USING_UNIT -> EMPLOYER_REVIEW;
            case SUPERIOR_DEPT, RELAY, HRSS_COUNTY, HRSS_CITY, HRSS_PROVINCE, TITLE_OFFICE, JOINT_REVIEW, COMMITTEE_OFFICE -> Arrivals.above(kind);
        };
    }

    /** The steps that can be taken at a stage. */
    public static List<Way> open(Stage stage) {
        return Arrays.stream(values()).filter(way -> way.from.contains(stage)).toList();
    }
}
