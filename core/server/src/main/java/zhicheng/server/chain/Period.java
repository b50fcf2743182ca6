package zhicheng.server.chain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import zhicheng.server.calendar.WorkingDays;
import zhicheng.spi.Clause;
import zhicheng.spi.Stop;
import zhicheng.spi.When;

/**
 * How long a publication hangs at least: as its notice says, and where that says nothing, or less, by the national rule of five working days
 * (MOHRSS40). The day of posting does not count (民法典 201), the last one does until its 24:00.
 *
 * @param until first instant at which it is over
 * @param clause what rules it
 */
public record Period(int days, boolean working, Instant until, Clause clause) {
    /** 人社部令第40号: five working days at least. */
    static final int NATIONAL = 5;
    private static final Clause NATIONALLY = Clause.of("MOHRSS40");

    /**
     * @param more days besides, of the same kind
     * @throws WorkingDays.NoTable where the count runs into a year without a table
     */
    public static Period from(Instant posted, Optional<Stop.Publicity> publicity, int more, WorkingDays table) {
        var day = posted.atZone(When.CHINA).toLocalDate();
        var national = period(day, NATIONAL + more, true, NATIONALLY, table);
        return publicity.flatMap(one -> one.atLeast().value().map(days -> period(day, days.number() + more, days.working(), one.clause(), table)))
                .filter(one -> !one.until.isBefore(national.until)).orElse(national);
    }

    /** How many days are asked for by the rule that a publication cites, without a table: none of them is counted anew. @param by as {@link #clause} had it; @param more as {@link #from} has it */
    static int days(Clause by, Optional<Stop.Publicity> publicity, int more) {
        return more + publicity.filter(_ -> !by.equals(NATIONALLY)).flatMap(one -> one.atLeast().value()).map(Stop.Days::number).orElse(NATIONAL);
    }

    private static Period period(LocalDate posted, int days, boolean working, Clause clause, WorkingDays table) {
        var last = working ? table.after(posted, days) : posted.plusDays(days);
        return new Period(days, working, last.plusDays(1).atStartOfDay(When.CHINA).toInstant(), clause);
    }
}
