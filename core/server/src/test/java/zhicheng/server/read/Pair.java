package zhicheng.server.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rows of two worlds as one viewer has them: those that he sees, and those that he does not. */
public final class Pair {
    private final Sight sight;
    private final Map<Noun, List<Map<String, Object>>> seen = new IdentityHashMap<>();
    private final Map<Noun, List<Map<String, Object>>> seenThere = new IdentityHashMap<>();
    private final Map<Noun, List<Map<String, Object>>> hiddenHere = new IdentityHashMap<>();
    private final Map<Noun, List<Map<String, Object>>> hiddenThere = new IdentityHashMap<>();

    /**
     * @param here all rows of the first world
     * @param there all rows of the other
     */
    public Pair(Sight sight, Map<Noun, List<Map<String, Object>>> here, Map<Noun, List<Map<String, Object>>> there) {
        this.sight = sight;
        for (var noun : Nouns.all()) {
            put(noun, here.get(noun), seen, hiddenHere);
            put(noun, there.get(noun), seenThere, hiddenThere);
        }
    }

    private void put(Noun noun, List<Map<String, Object>> rows, Map<Noun, List<Map<String, Object>>> seen, Map<Noun, List<Map<String, Object>>> hidden) {
        seen.put(noun, rows.stream().filter(row -> sight.sees(noun, row)).toList());
        hidden.put(noun, rows.stream().filter(row -> !sight.sees(noun, row)).toList());
    }

    /** The same in both worlds, with all columns. */
    public List<Map<String, Object>> seen(Noun noun) {
        return seen.get(noun);
    }

    /** Of the first world, then of the other. */
    public List<Map<String, Object>> hidden(Noun noun) {
        return hidden(noun, Integer.MAX_VALUE);
    }

    /** So many of the first world at most, then so many of the other. */
    public List<Map<String, Object>> hidden(Noun noun, int each) {
        return Stream.concat(hiddenHere.get(noun).stream().limit(each), hiddenThere.get(noun).stream().limit(each)).toList();
    }

    /** Rows that he does not see by right, and that are the same in both worlds all the same. */
    public List<Map<String, Object>> known(Noun noun) {
        return hiddenHere.get(noun).stream().filter(row -> Sight.isKnown(noun, row)).toList();
    }

    /** A value of what is hidden here, one of what is hidden there, one of what is seen, in this order and each where there is one; others than are seen, if there are any. */
    public List<Object> values(Noun noun, Noun.Field field) {
        var visible = shown(column(shown(seen, noun, field), field));
        var values = new LinkedHashSet<Object>();
        for (var hidden : List.of(Stream.concat(hiddenHere.get(noun).stream(), unshown(seen, noun, field)).toList(), Stream.concat(hiddenThere.get(noun).stream(), unshown(seenThere, noun, field)).toList())) {
            var all = shown(column(hidden, field));
            all.stream().filter(value -> !visible.contains(value) && !values.contains(value)).findFirst().or(() -> all.stream().findFirst()).ifPresent(values::add);
        }
        visible.stream().findFirst().ifPresent(values::add);
        return List.copyOf(values);
    }

    /**
     * That the worlds are what they are said to be: the same where he sees, and where he does not, other in every field and in which rows there are.
     *
     * @return the relations by which he could get from what he sees to what he does not, as {@code Person.dossiers}
     */
    public Set<String> differs() {
        var crossed = new TreeSet<String>();
        for (var noun : Nouns.all()) {
            var name = sight.name() + ", " + noun.name();
            for (var field : noun.fields().values()) {
                assertEquals(column(shown(seen, noun, field), field), column(shown(seenThere, noun, field), field), () -> name + "." + field.name() + " is seen, and is not the same");
                var kept = column(unshown(seen, noun, field).filter(row -> row.get(field.column()) != null).toList(), field);
                var keptThere = column(unshown(seenThere, noun, field).toList(), field);
                // the place of an entry stands in cursors, which nobody reads and which are therefore not the same where it is another
                if (noun != Nouns.TRAIL_ENTRY) kept.forEach((id, value) -> assertFalse(value.equals(keptThere.get(id)), () -> name + "." + field.name() + " of a row that is seen is not shown, and the same"));
            }
            var isWhole = sight.rows().getOrDefault(noun.name(), Set.of()).contains(Sight.ALL);
            assertEquals(isWhole, hiddenHere.get(noun).isEmpty(), name);
            assertEquals(isWhole, hiddenThere.get(noun).isEmpty(), name);
            if (!isWhole) differs(noun, name);
            noun.relations().values().stream().filter(relation -> leadsBeyond(noun, relation)).forEach(relation -> crossed.add(noun.name() + "." + relation.name()));
        }
        return crossed;
    }

    /** What he is not shown of rows that he sees, and is there, as {@code DossierStep.officer}. */
    public Set<String> keptBack() {
        return Nouns.all().stream().flatMap(noun -> noun.fields().values().stream().filter(field -> unshown(seen, noun, field).anyMatch(row -> row.get(field.column()) != null)).map(field -> noun.name() + "." + field.name()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private List<Map<String, Object>> shown(Map<Noun, List<Map<String, Object>>> rows, Noun noun, Noun.Field field) {
        return rows.get(noun).stream().filter(row -> sight.isShown(noun, field.name(), row)).toList();
    }

    private Stream<Map<String, Object>> unshown(Map<Noun, List<Map<String, Object>>> rows, Noun noun, Noun.Field field) {
        return rows.get(noun).stream().filter(row -> !sight.isShown(noun, field.name(), row));
    }

    private void differs(Noun noun, String name) {
        var here = idsOf(hiddenHere.get(noun));
        var there = idsOf(hiddenThere.get(noun));
        assertFalse(here.containsAll(there), name + ": nothing is hidden there that is not here");
        for (var field : noun.fields().values()) {
            var a = column(hiddenHere.get(noun), field);
            var b = column(hiddenThere.get(noun), field);
            var inOneRow = here.stream().filter(there::contains).anyMatch(id -> !Objects.equals(a.get(id), b.get(id)));
            // which kind of thing an entry is about goes with the entry
            assertTrue(inOneRow || !Set.copyOf(shown(a)).equals(Set.copyOf(shown(b))) || noun == Nouns.TRAIL_ENTRY && field.name().equals("subjectKind"),
                    () -> name + "." + field.name() + " is hidden, and the same");
        }
    }

    private boolean leadsBeyond(Noun noun, Noun.Relation relation) {
        var target = Nouns.named(relation.target());
        return switch (relation) {
            case Noun.ToOne one -> points(seen.get(noun), one.column(), hiddenHere.get(target));
            case Noun.ToMany many -> points(hiddenHere.get(target), many.column(), seen.get(noun));
        };
    }

    private static boolean points(List<Map<String, Object>> from, String column, List<Map<String, Object>> to) {
        var ids = idsOf(to);
        return from.stream().anyMatch(row -> row.get(column) != null && ids.contains(row.get(column)));
    }

    public static Set<String> idsOf(Collection<Map<String, Object>> rows) {
        return rows.stream().map(row -> row.get("id").toString()).collect(Collectors.toCollection(TreeSet::new));
    }

    /** By id; an absent value is an empty list. */
    private static Map<String, Object> column(Collection<Map<String, Object>> rows, Noun.Field field) {
        var column = new TreeMap<String, Object>();
        for (var row : rows) column.put(row.get("id").toString(), row.get(field.column()) == null ? List.of() : row.get(field.column()));
        return column;
    }

    /** Values of a column as the API has them. */
    private static Set<Object> shown(Map<String, Object> column) {
        return column.values().stream().flatMap(value -> value instanceof List<?> many ? many.stream() : Stream.of(value))
                .map(value -> value instanceof String text && text.startsWith("\\x") ? text.substring(2) : (Object) value).collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
