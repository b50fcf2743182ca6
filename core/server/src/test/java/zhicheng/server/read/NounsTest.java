package zhicheng.server.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import org.junit.jupiter.api.Test;

/** What follows from a noun's declaration, and from nothing else. */
class NounsTest {
    /** Two declarations under one name are two nouns, as an old and a new one would be. */
    @Test
    void what_lists_are_ordered_and_grouped_by_is_of_the_declaration_and_not_of_the_name() {
        var known = Nouns.DOSSIER.sortKeys();
        var other = Noun.of("Dossier", "dossier").has("series", Scalar.TEXT).mayHave("contentHash", Scalar.HASH).ordered(Noun.Step.ascending("series")).seenBy(Visible::toEveryone);
        assertEquals(Set.of("ID", "SERIES", "CONTENT_HASH"), other.sortKeys().keySet());
        assertEquals(Set.of("series"), other.dimensions().keySet());
        assertEquals(known, Nouns.DOSSIER.sortKeys());
        assertTrue(known.containsKey("SUBMITTED_AT") && Nouns.DOSSIER.dimensions().containsKey("year"));
        assertFalse(known.equals(other.sortKeys()));
    }
}
