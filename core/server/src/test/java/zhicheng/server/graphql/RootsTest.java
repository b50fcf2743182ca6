package zhicheng.server.graphql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import zhicheng.server.read.Noun;
import zhicheng.server.read.Nouns;
import zhicheng.server.read.Root;

/** What is listed at the root can be gathered into groups too, and each of it explained: whoever adds a list adds all three, or says here why not. */
class RootsTest {
    /** Listed and no more, each with the reason. */
    private static final Map<Noun, String> LISTED = Map.of(
            Nouns.PERSON, "people are counted, and explained, by what they hand in: dossierGroups by APPLICANT_…, explainDossier with applicant",
            Nouns.ORGANISATION, "everybody sees all of them; they are counted by what goes through them, under UNIT_… and EMPLOYER_…",
            Nouns.COMMITTEE, "everybody sees all of them; they are counted by what they review, under COMMITTEE_…",
            Nouns.COMMITTEE_NOTICE, "everybody sees all of them, few a year: the list is the answer",
            Nouns.MEETING, "few a year for each committee: the list is the answer",
            Nouns.TRAIL_ENTRY, "the largest table, of which no index serves groups; an entry is looked for by what it is about");
    /** Not explained, each with the reason. */
    private static final Map<Noun, String> NOT_EXPLAINED = Map.of(
            Nouns.CERTIFICATE, "whether a certificate is genuine is asked of certificate, and why it was given of its dossier: explainDossier",
            Nouns.TRAIL_ROOT, "a root is checked against its export, and no filter judges it");

    @Test
    void what_is_listed_is_gathered_and_explained_or_it_is_said_why_not() {
        var lists = named(root -> root instanceof Root.Rows(var noun) ? noun : null);
        var gathered = named(root -> root instanceof Root.Groups(var noun) ? noun : null);
        var explained = named(root -> root instanceof Root.Explain(var noun) ? noun : null);
        var called = new TreeMap<String, String>();
        for (var list : lists.entrySet()) {
            var noun = list.getKey();
            assertEquals(LISTED.containsKey(noun), !gathered.containsKey(noun), () -> list.getValue() + " in groups: add them to ReadFields, or say in LISTED why not");
            assertEquals(LISTED.containsKey(noun) || NOT_EXPLAINED.containsKey(noun), !explained.containsKey(noun), () -> list.getValue() + " explained: add it to ReadFields, or say why not");
            if (explained.containsKey(noun)) called.put(list.getValue(), gathered.get(noun) + " " + explained.get(noun));
        }
        assertEquals("publicationGroups explainPublication", called.get("publications"));
        assertEquals("integrityEntryGroups explainIntegrityEntry", called.get("integrityEntries"));
        assertEquals("certificateGroups", gathered.get(Nouns.CERTIFICATE));
        assertTrue(called.size() > 15, called::toString);
        assertTrue(lists.keySet().containsAll(gathered.keySet()) && lists.keySet().containsAll(explained.keySet()), "what is gathered or explained can be listed");
        assertTrue(lists.keySet().containsAll(LISTED.keySet()) && lists.keySet().containsAll(NOT_EXPLAINED.keySet()), "a reason for what is not listed");
        Stream.of(LISTED, NOT_EXPLAINED).flatMap(all -> all.values().stream()).forEach(why -> assertFalse(why.isBlank()));
    }

    @Test
    void what_a_dossier_meets_on_its_way_is_listed_by_itself() {
        var lists = named(root -> root instanceof Root.Rows(var noun) ? noun : null).keySet().stream().map(Noun::name).collect(Collectors.toCollection(TreeSet::new));
        for (var noun : Stream.of(Nouns.DOSSIER_STEP, Nouns.DOSSIER_RETURN, Nouns.DOSSIER_MARK, Nouns.DOSSIER_FINDING, Nouns.UNIT_PUBLICATION, Nouns.OBJECTION, Nouns.PAYMENT, Nouns.COMPLAINT).toList())
            assertTrue(lists.contains(noun.name()), noun.name());
    }

    /** Each noun once. */
    private static Map<Noun, String> named(Function<Root, Noun> of) {
        var names = ReadFields.ROOTS.entrySet().stream().filter(root -> of.apply(root.getValue()) != null).collect(Collectors.toMap(root -> of.apply(root.getValue()), Map.Entry::getKey));
        assertFalse(names.isEmpty());
        return names;
    }
}
