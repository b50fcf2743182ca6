package zhicheng.server.read;

import static java.util.stream.Collectors.toCollection;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.json.JsonMapper;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import zhicheng.server.TestDatabase;
import zhicheng.server.account.Role;
import zhicheng.server.account.Viewer;

/** Who sees what, whichever way he asks. Numbers are those of {@code fixture.sql}. */
@Tag("database")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VisibilityTest {
    private TestDatabase database;
    private Reader reader;

    @BeforeAll
    void start() {
        database = Fixture.database();
        reader = Fixture.reader(database.reader());
    }

    @AfterAll
    void stop() {
        database.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            public  | Dossier       |
            lin     | Dossier       | 51 52
            sun     | Dossier       | 54
            clerk   | Dossier       | 52 53
            bureau  | Dossier       | 52 53 55
            office  | Dossier       | 53
            founder | Dossier       | 53
            auditor | Dossier       |
            public  | Certificate   |
            lin     | Certificate   | 61
            clerk   | Certificate   | 61
            bureau  | Certificate   | 61
            office  | Certificate   | 61
            sun     | Certificate   | 62
            auditor | Certificate   |
            public  | Meeting       |
            lin     | Meeting       |
            clerk   | Meeting       |
            bureau  | Meeting       | 74
            office  | Meeting       | 74
            founder | Meeting       | 74
            public  | IntegrityEntry|
            lin     | IntegrityEntry|
            clerk   | IntegrityEntry|
            bureau  | IntegrityEntry| 75
            office  | IntegrityEntry|
            lin     | Achievement   | 76
            bureau  | Achievement   |
            public  | Committee     | 41 42
            public  | CommitteeFiling | 71 72
            public  | CommitteeNotice | 73
            public  | Organisation  | 11 12 13 14 15
            public  | Person        |
            lin     | Person        | 21
            clerk   | Person        | 21 22
            bureau  | Person        | 21 22 24
            office  | Person        | 22
            auditor | Person        |
            public  | Account       |
            lin     | Account       | 31
            bureau  | Account       | 33""")
    void a_viewer_sees_these_and_no_others(String viewer, String noun, String numbers) {
        var who = Fixture.VIEWERS.get(viewer);
        var what = Nouns.named(noun);
        var seen = numbers == null ? new TreeSet<String>() : Arrays.stream(numbers.split(" ")).map(number -> Fixture.id(Integer.parseInt(number)).toString()).collect(toCollection(TreeSet::new));
        assertEquals(seen, listed(what, who, Map.of()), "in a list");
        assertEquals(seen.size(), count(what, who), "counted");
        var byId = new TreeSet<String>();
        var there = ids(what);
        assertTrue(there.containsAll(seen));
        for (var id : there) {
            if (reader.byId(what, UUID.fromString(id), Selection.fields("id"), who).isPresent()) byId.add(id);
            assertEquals(byId.contains(id), reader.any(Nouns.all(), UUID.fromString(id), Selection.fields("id"), who).isPresent(), "as a node");
        }
        assertEquals(seen, byId, "one by one");
    }

    @Test
    void nobody_learns_by_filtering_what_he_may_not_see() {
        var ofHe = Map.<String, Object>of("where", Map.of("dossier", Map.of("applicant", Map.of("name", Map.of("eq", "何川")))));
        assertEquals(new TreeSet<>(), listed(Nouns.CERTIFICATE, Fixture.LIN, ofHe));
        var byHolder = Map.<String, Object>of("where", Map.of("person", Map.of("name", Map.of("eq", "林晓"))));
        assertEquals(1, listed(Nouns.CERTIFICATE, Fixture.OFFICE, Map.of()).size());
        assertEquals(0, listed(Nouns.CERTIFICATE, Fixture.OFFICE, byHolder).size(), "the office sees the certificate and not the person behind it");
        assertEquals(1, listed(Nouns.CERTIFICATE, Fixture.CLERK, byHolder).size());
    }

    @Test
    void the_whole_identity_number_stands_in_no_column_that_the_reader_has() {
        for (var column : List.of("identity_cipher", "identity_index"))
            assertTrue(assertThrows(SQLException.class, () -> {
                try (var connection = database.reader().getConnection()) {
                    connection.createStatement().executeQuery("select " + column + " from person");
                }
            }).getMessage().contains("permission denied"));
        assertEquals("4212**************", reader.byId(Nouns.PERSON, Fixture.id(21), Selection.fields("identityNumber"), Fixture.BUREAU).orElseThrow().get("identityNumber"));
    }

    @Test
    void there_is_no_read_without_a_viewer() {
        assertThrows(NullPointerException.class, () -> reader.byId(Nouns.ORGANISATION, Fixture.id(11), Selection.fields("id"), null));
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void a_role_without_a_unit_or_person_sees_nothing_of_dossiers(Role role) {
        assertEquals(0, count(Nouns.DOSSIER, new Viewer(Fixture.id(39), Set.of(role), null, null)));
    }

    @Test
    void a_certificate_is_known_by_number_and_holder_together() {
        var wanted = Selection.fields("title");
        assertTrue(reader.known(Nouns.CERTIFICATE, Map.of("number", "MADE-UP-2019-1", "holder", "林晓"), wanted, Viewer.PUBLIC).isPresent());
        assertTrue(reader.known(Nouns.CERTIFICATE, Map.of("number", "MADE-UP-2019-1", "holder", "林"), wanted, Viewer.PUBLIC).isEmpty());
        assertThrows(IllegalArgumentException.class, () -> reader.known(Nouns.CERTIFICATE, Map.of(), wanted, Viewer.PUBLIC));
    }

    @Test
    void a_read_that_takes_too_long_is_ended() {
        var hasty = new Reader(Slow.source(database.reader()), JsonMapper.createDefault(), Fixture.KEY, Duration.ofMillis(100));
        var fault = assertThrows(IllegalStateException.class, () -> hasty.byId(Nouns.ORGANISATION, Fixture.id(11), Selection.fields("id"), Viewer.PUBLIC));
        assertEquals("57014", ((SQLException) fault.getCause()).getSQLState());
    }

    private TreeSet<String> ids(Noun noun) {
        try (var connection = database.owner().getConnection(); var rows = connection.createStatement().executeQuery("select id from " + noun.table())) {
            var ids = new TreeSet<String>();
            while (rows.next()) ids.add(rows.getString(1));
            return ids;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @SuppressWarnings("unchecked")
    private TreeSet<String> listed(Noun noun, Viewer viewer, Map<String, Object> arguments) {
        var nodes = new Selection.Field("nodes", "nodes", Map.of(), List.of(), Selection.fields("id"));
        var answer = reader.list(noun, new Selection.Field("all", "all", arguments, List.of(), new Selection(List.of(nodes))), viewer);
        return ((List<Map<String, Object>>) answer.get("nodes")).stream().map(row -> row.get("id").toString()).collect(toCollection(TreeSet::new));
    }

    private int count(Noun noun, Viewer viewer) {
        var count = new Selection.Field("totalCount", "totalCount", Map.of(), List.of(), Selection.NOTHING);
        return ((Number) reader.list(noun, new Selection.Field("all", "all", Map.of(), List.of(), new Selection(List.of(count))), viewer).get("totalCount")).intValue();
    }
}
