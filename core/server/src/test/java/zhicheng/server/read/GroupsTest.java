package zhicheng.server.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import zhicheng.server.BadInput;

/** Rows in groups: what groups are told apart by, how many there are, and what is measured of each. */
class GroupsTest extends OnFixture {
    private static final Selection.Field COUNT = new Selection.Field("count", "count", Map.of(), List.of(), Selection.NOTHING);

    /** Zhou's: 200 of them tell 90 hours, one tells 89.9; on average 899.995… tenths. */
    private static final String DOSSIERS = """
            insert into dossier (id, region, year, series, level, title, applicant, stage, stage_since, education_tenths, created_at, updated_at, submitted_at, receipt_at,
                snapshot_hash, edition, facts_hash)
            select gen_random_uuid(), 'south', 2024, 'HEALTH', 'INTERMEDIATE', '主治医师', '00000000-0000-4000-8000-000000000024', 'SUBMITTED', at, case when i = 0 then 899 else 900 end, at, at,
                at, at, sha256('x'), 1, repeat('a', 64)
            from generate_series(0, 200) i cross join (select timestamptz '2024-07-01T09:00+08' as at) day""";

    @BeforeAll
    void write() throws SQLException {
        write(DOSSIERS);
        write(DOSSIERS.replace("HEALTH", "ART").replace("generate_series(0, 200)", "generate_series(0, 2)"));
    }

    @Test
    void an_average_is_compared_as_it_is_shown() {
        var shown = Map.of("groups", List.of(Map.of("count", 201, "average", Map.of("educationTenths", 900))));
        assertEquals(shown, average("HEALTH", Map.of()));
        assertEquals(shown, average("HEALTH", Map.of("having", Map.of("average", Map.of("educationTenths", Map.of("gte", 900))))));
        assertEquals(Map.of("groups", List.of()), average("HEALTH", Map.of("having", Map.of("average", Map.of("educationTenths", Map.of("lt", 900))))));
    }

    /** Of 899, 900 and 900 tenths: 899.67. */
    @ParameterizedTest
    @CsvSource({"eq, 899.67, true", "eq, 899.66, false", "neq, 899.67, false", "neq, 900, true", "in, 899.67, true", "in, 899.66, false", "notIn, 899.67, false", "lt, 899.67, false", "lt, 899.68, true",
        "lte, 899.67, true", "lte, 899.66, false", "gt, 899.66, true", "gt, 899.67, false", "gte, 899.67, true", "gte, 899.68, false", "lt, 1e300, true"})
    void an_average_is_compared_with_what_is_not_whole(String operator, double value, boolean holds) {
        Object asked = operator.endsWith("n") ? List.of(1.5, value) : value;
        for (var compared : List.of(asked, (Given) _ -> asked)) {
            var groups = (List<?>) average("ART", Map.of("having", Map.of("average", Map.of("educationTenths", Map.of(operator, compared))))).get("groups");
            assertEquals(holds ? List.of(Map.of("count", 3, "average", Map.of("educationTenths", 899.67))) : List.of(), groups);
        }
    }

    /** Until eight in the morning it is the day before in Greenwich. */
    @Test
    void days_and_months_are_of_china() throws SQLException {
        write("""
                insert into dossier (id, region, year, series, level, title, applicant, stage, stage_since, created_at, updated_at, submitted_at, receipt_at, snapshot_hash, edition, facts_hash)
                select gen_random_uuid(), 'south', 2024, 'ARCHIVES', 'INTERMEDIATE', '馆员', '00000000-0000-4000-8000-000000000024', 'SUBMITTED', at, at, at, at, at, sha256('x'), 1, repeat('a', 64)
                from unnest(array['2024-06-30T23:59:59.999999+08', '2024-07-01T00:00+08', '2024-07-01T07:59+08', '2024-07-01T23:59+08']::timestamptz[]) at""");
        for (var noted : Map.of("Day", Map.of("2024-06-30", 1, "2024-07-01", 3), "Month", Map.of("2024-06", 1, "2024-07", 3)).entrySet()) {
            var name = "submitted" + noted.getKey();
            var key = new Selection.Field("by", "by", Map.of(), List.of(), Selection.fields(name));
            var answer = groups(Map.of("by", List.of(Noun.constant(name)), "where", Map.of("series", Map.of("eq", "ARCHIVES"))), List.of(COUNT, key));
            var counts = new HashMap<Object, Object>();
            for (var group : (List<?>) answer.get("groups")) counts.put(((Map<?, ?>) ((Map<?, ?>) group).get("by")).get(name), ((Map<?, ?>) group).get("count"));
            assertEquals(noted.getValue(), counts);
        }
    }

    @Test
    void whoever_asks_for_no_group_gets_one_answer_nevertheless() {
        for (var where : List.of(Map.of(), Map.of("or", List.of())))
            for (var by : List.of(List.of(), List.of("YEAR"), List.of("STAGE", "LEVEL"))) {
                var arguments = Map.of("by", by, "where", where);
                assertEquals(Map.of("__typename", "DossierGroups"), asked(arguments, Selection.fields("__typename")), () -> by + " " + where);
                assertEquals(Map.of(), asked(arguments, Selection.NOTHING), () -> by + " " + where);
            }
    }

    @Test
    void a_thousand_groups_are_shown_at_most_also_where_the_number_comes_with_the_request() {
        for (var first : List.of(1000, 0)) {
            groups(Map.of("by", List.of("STAGE"), "first", first), List.of(COUNT));
            groups(Map.of("by", List.of("STAGE"), "first", (Given) _ -> first), List.of(COUNT));
        }
        for (var first : List.of(1001, -1))
            for (var written : List.of(first, (Given) _ -> first))
                assertEquals("first: " + first + " is not from 0 to 1000",
                        assertThrows(BadInput.class, () -> groups(Map.of("by", List.of("STAGE"), "first", written), List.of(COUNT))).getMessage());
    }

    private void write(String rows) throws SQLException {
        try (var connection = database.writer().getConnection(); var statement = connection.createStatement()) {
            statement.execute(rows);
        }
    }

    private Map<String, Object> average(String series, Map<String, Object> having) {
        var arguments = new HashMap<String, Object>(having);
        arguments.put("by", List.of());
        arguments.put("where", Map.of("series", Map.of("eq", series)));
        return groups(arguments, List.of(COUNT, new Selection.Field("average", "average", Map.of(), List.of(), Selection.fields("educationTenths"))));
    }

    private Map<String, Object> groups(Map<String, Object> arguments, List<Selection.Field> wanted) {
        var groups = new Selection.Field("groups", "groups", Map.of(), List.of(), new Selection(wanted));
        return asked(arguments, new Selection(List.of(groups)));
    }

    private Map<String, Object> asked(Map<String, Object> arguments, Selection wanted) {
        return reader.read(new Root.Groups(Nouns.DOSSIER), new Selection.Field("dossierGroups", "dossierGroups", arguments, List.of(), wanted), Fixture.asks(Fixture.BUREAU)).orElseThrow();
    }
}
