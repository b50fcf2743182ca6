package zhicheng.spi;

/**
 * Continuing education asked for a calendar year.
 *
 * @param hours 学时 a year; @param reducedHours for {@code reducedFor}; @param specialisedThirds thirds of the total that are specialised subjects, as a rule
 * @param reading how its tie to the application is read
 */
public record ContinuingEducation(Clause clause, int hours, int reducedHours, Text reducedFor, int specialisedThirds, Text reading) {

    public static ContinuingEducation of(Clause clause, int hours, int reducedHours, Text reducedFor, int specialisedThirds, Text reading) {
        return new ContinuingEducation(clause, hours, reducedHours, reducedFor, specialisedThirds, reading);
    }
}
