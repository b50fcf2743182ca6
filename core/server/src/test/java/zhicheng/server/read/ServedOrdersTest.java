package zhicheng.server.read;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import zhicheng.server.TestDatabase;

/** What nouns say of the orders that an index serves is what the catalogue of the database says. */
@Tag("database")
class ServedOrdersTest {
    private static final String DESC = " desc";

    @Test
    void an_order_is_served_where_an_index_of_the_whole_table_has_it_and_then_the_id() throws SQLException {
        Map<String, List<List<String>>> indices;
        try (var database = TestDatabase.fresh()) {
            indices = indices(database);
        }
        var said = new TreeMap<String, Noun.Served>();
        var so = new TreeMap<String, Noun.Served>();
        for (var noun : Nouns.all())
            for (var field : noun.fields().values()) {
                if (!field.isSortable()) continue;
                var name = noun.name() + "." + field.name();
                said.put(name, field.served());
                so.put(name, served(noun, field, indices.getOrDefault(noun.table(), List.of())));
            }
        assertEquals(so, said);
        assertEquals(Map.of("Dossier.createdAt", Noun.Served.EITHER_WAY, "Dossier.submittedAt", Noun.Served.DESCENDING, "Dossier.minutesBeforeClose", Noun.Served.ASCENDING),
                said.entrySet().stream().filter(one -> one.getKey().startsWith("Dossier.") && one.getValue() != Noun.Served.NOT).collect(HashMap::new, (all, one) -> all.put(one.getKey(), one.getValue()), HashMap::putAll));
    }

    private static Noun.Served served(Noun noun, Noun.Field field, List<List<String>> indices) {
        if (!field.nullable()) return either(indices, noun, field, "") ? Noun.Served.EITHER_WAY : Noun.Served.NOT;
        var ascending = either(indices, noun, field, " nulls last");
        var descending = either(indices, noun, field, " nulls first");
        return ascending && descending ? Noun.Served.EITHER_WAY : ascending ? Noun.Served.ASCENDING : descending ? Noun.Served.DESCENDING : Noun.Served.NOT;
    }

    /** @param absent where absent values stand when it is read ascending */
    private static boolean either(List<List<String>> indices, Noun noun, Noun.Field field, String absent) {
        var column = key(field);
        var backwards = switch (absent) {
            case " nulls last" -> " nulls first";
            case " nulls first" -> " nulls last";
            default -> "";
        };
        return indices.contains(List.of(column + absent, "id")) || indices.contains(List.of(column + DESC + backwards, "id" + DESC)) || indices.contains(own(noun, field));
    }

    /** The noun's own order, where it begins with this field: what comes first in an index is what counts. */
    private static List<String> own(Noun noun, Noun.Field field) {
        var keys = noun.sortKeys();
        var steps = noun.order();
        if (!steps.getFirst().field().equals(field.name()) || steps.stream().anyMatch(step -> step.key(keys).nullable())) return List.of();
        var last = steps.getLast().descending() ? "id" + DESC : "id";
        return Stream.concat(steps.stream().map(step -> key(step.key(keys).field()) + (step.descending() ? DESC : "")), Stream.of(last)).toList();
    }

    private static String key(Noun.Field field) {
        return field.column() + (field.scalar() == Scalar.TEXT ? " C" : "");
    }

    /**
     * Table → the keys of its indices that hold every row: the column, its collation where it is text, {@code desc}, and where absent values stand, where any
     * may be. An index that puts them elsewhere than PostgreSQL would serves no order of a column without any, and is left out.
     */
    private static Map<String, List<List<String>>> indices(TestDatabase database) throws SQLException {
        var indices = new HashMap<String, List<List<String>>>();
        try (var connection = database.owner().getConnection(); var statement = connection.createStatement(); var rows = statement.executeQuery("""
                select t.relname, array_agg(a.attname
                        || case when a.atttypid = 'text'::regtype then ' ' || coalesce((select c.collname from pg_collation c where c.oid = i.indcollation[key.place]), '') else '' end
                        || case when i.indoption[key.place] & 1 = 1 then ' desc' else '' end
                        || case when a.attnotnull then '' when i.indoption[key.place] & 2 = 2 then ' nulls first' else ' nulls last' end
                        order by key.place),
                    bool_or(a.attnotnull and i.indoption[key.place] not in (0, 3))
                from pg_index i join pg_class t on t.oid = i.indrelid
                    cross join lateral (select place, i.indkey[place] as attribute from generate_series(0, i.indnkeyatts - 1) place) key
                    left join pg_attribute a on a.attrelid = t.oid and a.attnum = key.attribute
                where i.indpred is null and i.indexprs is null and i.indisvalid and t.relnamespace = 'public'::regnamespace
                group by i.indexrelid, t.relname""")) {
            while (rows.next())
                if (!rows.getBoolean(3)) indices.computeIfAbsent(rows.getString(1), _ -> new ArrayList<>()).add(List.of((String[]) rows.getArray(2).getArray()));
        }
        return indices;
    }
}
