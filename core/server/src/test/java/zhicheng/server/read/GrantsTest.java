package zhicheng.server.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import zhicheng.server.TestDatabase;
import zhicheng.server.account.Role;
import zhicheng.server.account.Viewer;

/** The database lets {@code zhicheng_reader} read what a noun or a predicate of its visibility names, and nothing else. */
@Tag("database")
class GrantsTest {
    private static final Viewer WHO_IS_EVERYTHING = new Viewer(Fixture.id(31), EnumSet.allOf(Role.class), Fixture.id(21), Fixture.id(12));
    private static final Viewer WHO_IS_NOBODY = new Viewer(Fixture.id(31), EnumSet.allOf(Role.class), null, Fixture.id(12));
    private static final Pattern TABLE = Pattern.compile("from ([a-z_]+) ([a-z]+) where");
    private static final Pattern COLUMN = Pattern.compile("\\b([a-z]+)\\.([a-z_]+)");

    @Test
    void the_reader_is_granted_what_nouns_and_predicates_name() throws SQLException {
        var named = ofNouns();
        assertTrue(named.size() > 100, named::toString);
        var asked = ofPredicates();
        assertTrue(asked.contains("organisation.region") && asked.contains("dossier.deleted_at") && asked.contains("meeting.committee"), asked::toString);
        named.addAll(asked);
        named.add("dossier_reached.created_at"); // along which a unit's pages go
        try (var database = TestDatabase.fresh()) {
            assertEquals(named, granted(database, """
                    select relname || '.' || attname from pg_class c join pg_attribute a on a.attrelid = c.oid and attnum > 0 and not attisdropped
                    where relkind in ('r', 'p', 'v', 'm', 'f') and relnamespace = 'public'::regnamespace and has_column_privilege('zhicheng_reader', c.oid, attnum, 'select')"""));
            assertEquals(new TreeSet<>(), granted(database, """
                    select relname::text from pg_class c where relkind in ('r', 'p', 'v', 'm', 'f') and relnamespace = 'public'::regnamespace
                        and (has_table_privilege('zhicheng_reader', c.oid, 'select, insert, update, delete, truncate, references, trigger')
                            or has_any_column_privilege('zhicheng_reader', c.oid, 'insert, update, references'))"""), "on a whole table, or to write");
        }
    }

    /**
     * What runs as the owner looks past every policy. Of dossiers there is one such way, {@code dossier_statistics} (the field dossierStatistics): the only
     * exception to visibility. The others give ids, to be joined with rows that may be seen, the one row that is named whole, or whether a complaint is about who looks.
     */
    @Test
    void one_function_looks_past_what_the_reader_may_see_of_dossiers() throws SQLException {
        try (var database = TestDatabase.fresh()) {
            var past = granted(database, """
                    select proname::text from pg_proc p join pg_namespace n on n.oid = p.pronamespace
                    where nspname = 'public' and prosecdef and prorettype <> 'trigger'::regtype and has_function_privilege('zhicheng_reader', p.oid, 'execute')""");
            assertTrue(past.remove("dossier_statistics"));
            past.removeAll(Set.of("complaint_is_about", "dossiers_of", "search_ids", "search_ranked", "search_common", "search_often", "search_has", "known_certificate", "person_by_identity_number"));
            assertEquals(new TreeSet<>(), past);
        }
    }

    private static TreeSet<String> ofNouns() {
        var named = new TreeSet<String>();
        for (var noun : Nouns.all()) {
            noun.fields().values().forEach(field -> named.add(noun.table() + "." + field.column()));
            for (var relation : noun.relations().values())
                named.add(switch (relation) {
                    case Noun.ToOne one -> noun.table() + "." + one.column();
                    case Noun.ToMany many -> Nouns.named(many.target()).table() + "." + many.column();
                });
        }
        return named;
    }

    /** The columns in the conditions under which somebody in every role sees a row, with a person and without. */
    private static TreeSet<String> ofPredicates() {
        var named = ofPredicates(WHO_IS_EVERYTHING);
        named.addAll(ofPredicates(WHO_IS_NOBODY));
        return named;
    }

    private static TreeSet<String> ofPredicates(Viewer viewer) {
        var named = new TreeSet<String>();
        for (var noun : Nouns.all()) {
            var condition = noun.visibility().of(Given.Policy.of(viewer), "seen").text();
            var tables = new HashMap<String, String>();
            tables.put("seen", noun.table());
            for (var from = TABLE.matcher(condition); from.find();) tables.put(from.group(2), from.group(1));
            for (var column = COLUMN.matcher(condition); column.find();) {
                assertTrue(tables.containsKey(column.group(1)), condition);
                named.add(tables.get(column.group(1)) + "." + column.group(2));
            }
        }
        return named;
    }

    private static TreeSet<String> granted(TestDatabase database, String query) throws SQLException {
        try (var connection = database.owner().getConnection(); var rows = connection.createStatement().executeQuery(query)) {
            var granted = new TreeSet<String>();
            while (rows.next()) granted.add(rows.getString(1));
            return granted;
        }
    }
}
