package zhicheng.server.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import zhicheng.server.account.Role;
import zhicheng.server.dossier.Stage;
import zhicheng.spi.When;

/** How far a dossier has come, and when it reached which stage; every hour is within office hours and a dossier's own. */
record Journey(List<Step> steps) {
    private static final Set<Stage> BY_APPLICANT = EnumSet.of(Stage.DRAFT, Stage.SUBMITTED, Stage.WITHDRAWN);
    private static final Set<Stage> BY_CLERK = EnumSet.of(Stage.EMPLOYER_REVIEW, Stage.RETURNED, Stage.EMPLOYER_PUBLICITY, Stage.PUBLICITY_OBJECTION);
    private static final Set<Stage> BY_APPROVER = EnumSet.of(Stage.RECOMMENDED, Stage.REJECTED);
    private static final Set<Stage> BY_BUREAU = EnumSet.of(Stage.UPPER_REVIEW, Stage.JOINT_REVIEW, Stage.INTAKE_PENDING, Stage.CONFIRMATION_PENDING,
            Stage.CONFIRMED, Stage.CERTIFIED, Stage.ARCHIVED, Stage.TERMINATED, Stage.NOT_CONFIRMED, Stage.DISQUALIFIED, Stage.REVOKED);

    record Step(Stage stage, Instant at) {
        private Role by() {
            if (BY_APPLICANT.contains(stage)) return Role.APPLICANT;
            if (BY_CLERK.contains(stage)) return Role.EMPLOYER_CLERK;
            if (BY_APPROVER.contains(stage)) return Role.EMPLOYER_APPROVER;
            return BY_BUREAU.contains(stage) ? Role.HRSS_CITY : Role.COMMITTEE_OFFICE;
        }
    }

    /**
     * @param steps {@code STAGE@DAY}, in order
     * @param number the dossier's: its minute of the day
     * @param until what would lie on this day or later is left out
     * @return empty where nothing has happened yet
     */
    static Optional<Journey> of(String[] steps, int number, LocalDate until) {
        var place = new int[1];
        var happened = Arrays.stream(steps).map(step -> step.split("@"))
                .filter(step -> LocalDate.parse(step[1]).isBefore(until))
                .map(step -> new Step(Stage.valueOf(step[0]), at(LocalDate.parse(step[1]), number, place[0]++)))
                .toList();
        return happened.isEmpty() ? Optional.empty() : Optional.of(new Journey(happened));
    }

    /** From 08:30; steps of one day follow each other. */
    private static Instant at(LocalDate day, int number, int place) {
        return day.atTime(8, 30).plusMinutes(number * 7L % 240 + place * 12L).atZone(When.CHINA).toInstant();
    }

    Instant begun() { return steps.getFirst().at(); }

    Step last() { return steps.getLast(); }

    /** When it first reached the stage. */
    Optional<Instant> reached(Stage stage) {
        return steps.stream().filter(step -> step.stage() == stage).map(Step::at).findFirst();
    }

    /** When it was handed in, before whatever was returned. */
    Optional<Instant> handedIn() {
        return reached(Stage.SUBMITTED);
    }

    /** Whether by the step at a place it was handed in, or handed in again after a return; who did not in time has given it up. */
    boolean isHandingIn(int place) {
        return place > 0 && steps.get(place).stage() != Stage.FORFEITED && (steps.get(place - 1).stage() == Stage.RETURNED || steps.get(place).stage() == Stage.SUBMITTED);
    }

    /** When what was returned at some time was handed in again; empty where it is not yet. */
    Optional<Instant> mended(Instant returned) {
        return IntStream.range(1, steps.size()).filter(place -> isHandingIn(place) && steps.get(place - 1).stage() == Stage.RETURNED && steps.get(place - 1).at().equals(returned)).mapToObj(place -> steps.get(place).at()).findFirst();
    }

    /** Who takes the step at a place: the applicant hands in, and hands in again; what lies above the employer the bureau returns, and the committee's office what lies there. */
    Role by(int place) {
        if (isHandingIn(place)) return Role.APPLICANT;
        if (steps.get(place).stage() != Stage.RETURNED) return steps.get(place).by();
        return switch (steps.get(place - 1).stage()) {
            case UPPER_REVIEW -> Role.HRSS_CITY;
            case INTAKE_PENDING -> Role.COMMITTEE_OFFICE;
            default -> steps.get(place).by();
        };
    }
}
