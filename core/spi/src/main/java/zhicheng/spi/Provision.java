package zhicheng.spi;

import java.net.URI;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Something that a clause rules, as a sentence with the values that software needs of it.
 *
 * @param bearer who must or may; @param number a limit, term or count with its {@code unit}; @param day a date that it names
 */
public record Provision(String id, Clause clause, Kind kind, Text bearer, Text says, Optional<Integer> number, Optional<Unit> unit,
                        Optional<LocalDate> day, Optional<String> document, Optional<URI> link) {

    /** MUST and MUST_NOT bind, SHOULD is "as a rule", MAY allows, IS defines, PROMISE is announced for later, ELSEWHERE is left to a document. */
    public enum Kind { MUST, MUST_NOT, SHOULD, MAY, IS, PROMISE, ELSEWHERE }

    public enum Unit { TIMES, PERSONS, DAYS, WORKING_DAYS, MONTHS, YEARS, HOURS }

    public static Provision of(String id, Clause clause, Kind kind, Text bearer, Text says) {
        return new Provision(id, clause, kind, bearer, says, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    public Provision number(int number, Unit unit) {
        return new Provision(id, clause, kind, bearer, says, Optional.of(number), Optional.of(unit), day, document, link);
    }

    public Provision day(LocalDate day) {
        return new Provision(id, clause, kind, bearer, says, number, unit, Optional.of(day), document, link);
    }

    public Provision document(String document) {
        return new Provision(id, clause, kind, bearer, says, number, unit, day, Optional.of(document), link);
    }

    public Provision link(URI link) {
        return new Provision(id, clause, kind, bearer, says, number, unit, day, document, Optional.of(link));
    }
}
