package zhicheng.server.read;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("database")
class GroupsTest {
    /** Zhou's: 200 of them tell 90 hours, one tells 89.9; on average 899.995… tenths. */
    private static final String DOSSIERS = """
            insert into dossier (id, region, year, series, level, title, applicant, stage, stage_since, education_tenths, created_at, updated_at, submitted_at, receipt_at,
                snapshot_hash, edition, facts_hash)
            select gen_random_uuid(), 'south', 2024, 'HEALTH', 'INTERMEDIATE', '主治医师', '00000000-0000-4000-8000-000000000024', 'SUBMITTED', at, case when i = 0 then 899 else 900 end, at, at,
                at, at, sha256('x'), 1, repeat('a', 64)
            from generate_series(0, 200) i cross join (select timestamptz '2024-07-01T09:00+08' as at) day""";

    @Test
    void an_average_is_compared_as_it_is_shown() throws SQLException {
        try (var database = Fixture.database(); var pool = Fixture.pool(database)) {
            try (var connection = database.writer().getConnection(); var statement = connection.createStatement()) {
                statement.execute(DOSSIERS);
            }
            var shown = Map.of("groups", List.of(Map.of("count", 201, "average", Map.of("educationTenths", 900))));
            assertEquals(shown, groups(pool, Map.of()));
            assertEquals(shown, groups(pool, Map.of("having", Map.of("average", Map.of("educationTenths", Map.of("gte", 900))))));
            assertEquals(Map.of("groups", List.of()), groups(pool, Map.of("having", Map.of("average", Map.of("educationTenths", Map.of("lt", 900))))));
        }
    }

    @Test
    void whoever_asks_for_no_group_gets_one_answer_nevertheless() {
        try (var database = Fixture.database(); var pool = Fixture.pool(database)) {
            for (var where : List.of(Map.of(), Map.of("or", List.of())))
                for (var by : List.of(List.of(), List.of("YEAR"), List.of("STAGE", "LEVEL"))) {
                    var arguments = Map.of("by", by, "where", where);
                    assertEquals(Map.of("__typename", "DossierGroups"), groups(pool, arguments, Selection.fields("__typename")), () -> by + " " + where);
                    assertEquals(Map.of(), groups(pool, arguments, Selection.NOTHING), () -> by + " " + where);
                }
        }
    }

    private static Map<String, Object> groups(ReadPool pool, Map<String, Object> having) {
        var arguments = new HashMap<String, Object>(having);
        arguments.put("by", List.of());
        arguments.put("where", Map.of("series", Map.of("eq", "HEALTH")));
        var wanted = new Selection(List.of(new Selection.Field("groups", "groups", Map.of(), List.of(), new Selection(List.of(new Selection.Field("count", "count", Map.of(), List.of(), Selection.NOTHING),
                new Selection.Field("average", "average", Map.of(), List.of(), Selection.fields("educationTenths")))))));
        return groups(pool, arguments, wanted);
    }

    private static Map<String, Object> groups(ReadPool pool, Map<String, Object> arguments, Selection wanted) {
        return Fixture.reader(pool).read(new Root.Groups(Nouns.DOSSIER), new Selection.Field("dossierGroups", "dossierGroups", arguments, List.of(), wanted), Fixture.BUREAU).orElseThrow();
    }
}
