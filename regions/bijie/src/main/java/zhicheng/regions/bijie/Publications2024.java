package zhicheng.regions.bijie;

import java.util.List;
import zhicheng.spi.Clause;
import zhicheng.spi.Publication;

/** The publication (公示) that the form of annex 2 certifies: before a recommendation, in the unit, of a length that the notice does not give. */
final class Publications2024 {
    static final List<Publication> PUBLICATIONS = List.of(
            Publication.of("recommendation", Clause.of("B24-annex2"), Publication.Of.RECOMMENDATION, 0, false, List.of()));

    private Publications2024() {}
}
