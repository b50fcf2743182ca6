package zhicheng.server.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import zhicheng.server.account.Role;
import zhicheng.server.account.Viewer;

/** One dossier held against one filter: which parts hold, with what stands in the dossier and in the rows below it, as far as they may be seen. */
class ExplanationTest extends OnFixture {
    private int asked;

    @BeforeAll
    void count() {
        reader = Fixture.reader((question, viewer) -> {
            asked++;
            return pool.ask(question, viewer);
        });
    }

    /** Each part says where it stands, once; values are spelled as answers spell them. */
    @Test
    void an_explanation_has_one_line_for_each_part() {
        var where = map("not", Map.of(), "applicant", map("madeUp", Map.of("eq", true), "name", Map.of("isNull", false)), "createdAt", Map.of("isNull", true),
                "hours", Map.of("min", Map.of("tenths", Map.of("neq", 1))));
        assertEquals("""
                where=false
                where.not=false
                where.applicant=true
                where.applicant.madeUp.eq=true true
                where.applicant.name.isNull=true 林晓
                where.createdAt.isNull=false 2024-06-01T09:00:00+08:00
                where.hours.min.tenths=true 900: 1 of 1 (+900)""", explained(Fixture.LIN, 51, where));
        assertEquals("where=true\nwhere.series.eq=true ENGINEERING", explained(Fixture.LIN, 51, Map.of("series", Map.of("eq", "ENGINEERING"))));
    }

    /** 2024: 90.5 hours; 2023: 80, of which the province is told. */
    @Test
    void what_is_asked_of_rows_below_is_told_of_each_of_them_and_part_by_part() {
        var hours = map("some", map("tenths", Map.of("lt", 900), "province", Map.of("isNull", true)), "where", Map.of("year", Map.of("gte", 2024)),
                "sum", Map.of("tenths", Map.of("gte", 1000)), "count", Map.of("eq", 1));
        var before = asked;
        assertEquals("""
                where=false
                where.hours=false
                where.hours.some=false 0/2: 0 of 2 (- -)
                where.hours.some.tenths.lt=true 1/2: 1 of 2 (-905 +800)
                where.hours.some.province.isNull=true 1/2: 1 of 2 (+ -520000)
                where.hours.sum.tenths=false 905: 1 of 2 (+905 -800)
                where.hours.where.year.gte=true 1/2: 1 of 2 (+2024 -2023)
                where.hours.count=true 1: 1 of 2 (+ -)""", explained(Fixture.LIN, 52, Map.of("hours", hours)));
        assertEquals(1, asked - before, "statements");
        assertEquals("""
                where=false
                where.hours=false
                where.hours.every=false 1/2: 1 of 2 (+ -)
                where.hours.every.not=true 2/2: 2 of 2 (+ +)
                where.hours.every.not.year.eq=false 0/2: 0 of 2 (-2024 -2023)
                where.hours.every.or=false 1/2: 1 of 2 (+ -)
                where.hours.every.or[0].tenths.gt=false 1/2: 1 of 2 (+905 -800)
                where.hours.every.or[1].specialisedTenths.isNull=false 1/2: 1 of 2 (+ -565)
                where.hours.none=true 0/2: 0 of 2 (- -)
                where.hours.none.year.lt=true 0/2: 0 of 2 (-2024 -2023)""", explained(Fixture.LIN, 52, Map.of("hours", map(
                "every", map("not", Map.of("year", Map.of("eq", 2020)), "or", List.of(Map.of("tenths", Map.of("gt", 900)), Map.of("specialisedTenths", Map.of("isNull", true)))),
                "none", Map.of("year", Map.of("lt", 2000))))));
    }

    @Test
    void each_comparison_of_what_is_measured_is_a_part_of_its_own() {
        assertEquals("""
                where=false
                where.hours=false
                where.hours.count=false 2: 2 of 2 (+ +)
                where.hours.count.gte=true 2
                where.hours.count.lt=false 2
                where.hours.sum.tenths=true 1705: 2 of 2 (+905 +800)
                where.hours.sum.tenths.gt=true 1705
                where.hours.sum.tenths.lte=true 1705""", explained(Fixture.LIN, 52, Map.of("hours", map("count", map("gte", 1, "lt", 2), "sum", Map.of("tenths", map("gt", 0, "lte", 1705))))));
    }

    /** Her own store is hers: to her employer there is nothing below, and nothing is told of it. */
    @Test
    void below_is_what_may_be_seen_also_at_the_end_of_relations() {
        var none = Map.<String, Object>of("applicant", Map.of("achievements", Map.of("none", Map.of("kind", Map.of("eq", "PROJECT")))));
        assertEquals("""
                where=false
                where.applicant=false
                where.applicant.achievements.none=false 1/1: 1 of 1 (+)
                where.applicant.achievements.none.kind.eq=false 1/1: 1 of 1 (+PROJECT)""", explained(Fixture.LIN, 52, none));
        assertEquals("""
                where=true
                where.applicant=true
                where.applicant.achievements.none=true 0/0: 0 of 0 ()
                where.applicant.achievements.none.kind.eq=true 0/0: 0 of 0 ()""", explained(Fixture.CLERK, 52, none));
        var picked = Map.<String, Object>of("achievements", Map.of("some", Map.of("achievement", Map.of("title", Map.of("contains", "大桥"), "picks", Map.of("count", Map.of("eq", 2))))));
        assertEquals(sorted("""
                where=true
                where.achievements.some=true 1/1: 1 of 1 (+)
                where.achievements.some.achievement=true 1/1: 1 of 1 (+)
                where.achievements.some.achievement.picks.count=true 1/1: 1 of 1 (+2)
                where.achievements.some.achievement.title.contains=true 1/1: 1 of 1 (+滨江大桥加固工程)"""), sorted(explained(Fixture.LIN, 52, picked)));
        assertEquals(sorted("""
                where=false
                where.achievements.some=false 0/1: 0 of 1 (-)
                where.achievements.some.achievement=false 0/1: 0 of 1 (-)
                where.achievements.some.achievement.picks.count=false 0/1: 0 of 1 (-)
                where.achievements.some.achievement.title.contains=false 0/1: 0 of 1 (-)"""), sorted(explained(Fixture.CLERK, 52, picked)));
    }

    @Test
    void of_many_rows_below_the_first_five_are_shown_and_all_are_counted() throws SQLException {
        var person = UUID.randomUUID();
        var dossier = UUID.randomUUID();
        try (var connection = database.writer().getConnection(); var statement = connection.createStatement()) {
            statement.execute("insert into person (id, name, region, created_at) values ('" + person + "', '某某', 'south', '2024-01-01')");
            statement.execute("""
                    insert into dossier (id, region, year, series, level, title, applicant, stage, stage_since, created_at, updated_at, draft)
                    select '%s', 'south', 2024, 'ENGINEERING', 'INTERMEDIATE', '工程师', '%s', 'DRAFT', '2024-06-01', '2024-06-01', '2024-06-01',
                        jsonb_build_object('hours', (select jsonb_agg(jsonb_build_object('year', 2000 + i, 'total', i)) from generate_series(1, 12) i))""".formatted(dossier, person));
        }
        var applicant = new Viewer(UUID.randomUUID(), Set.of(Role.APPLICANT), person, null);
        assertEquals("where=true\nwhere.hours.some.tenths.gt=true 9/12: 9 of 12 (+120 +110 +100 +90 +80)",
                explained(applicant, dossier, Map.of("hours", Map.of("some", Map.of("tenths", Map.of("gt", 30))))).replace("where.hours.some=true 9/12: 9 of 12 (+ + + + +)\n", ""));
    }

    /** Of what is below a part any field may be wanted alone. */
    @Test
    void whichever_of_it_is_wanted() {
        var where = Map.<String, Object>of("hours", Map.of("some", Map.of()));
        for (var member : List.of("count", "holding", "__typename")) {
            var below = (Map<?, ?>) parts(Fixture.LIN, Fixture.id(52), where, new Selection(List.of(field("below", Selection.fields(member))))).getLast().get("below");
            assertEquals(Map.of(member, member.equals("__typename") ? (Object) "ExplainedBelow" : 2), below);
        }
        var rows = field("rows", Selection.fields("id", "__typename"));
        var below = (Map<?, ?>) parts(Fixture.LIN, Fixture.id(52), where, new Selection(List.of(field("below", new Selection(List.of(rows)))))).getLast().get("below");
        assertEquals(2, ((List<?>) below.get("rows")).size());
        assertTrue(below.toString().contains("__typename=ExplainedRow"), below::toString);
    }

    private String explained(Viewer viewer, int dossier, Map<String, Object> where) {
        return explained(viewer, Fixture.id(dossier), where);
    }

    /** A line for each part; of the rows below how many are so, and each of the first with a plus where it is. */
    private String explained(Viewer viewer, UUID dossier, Map<String, Object> where) {
        var row = Selection.fields("holds", "shown");
        var below = new Selection(List.of(field("count", Selection.NOTHING), field("holding", Selection.NOTHING), field("rows", row)));
        return parts(viewer, dossier, where, new Selection(List.of(field("path", Selection.NOTHING), field("holds", Selection.NOTHING), field("shown", Selection.NOTHING), field("below", below)))).stream()
                .map(part -> part.get("path") + "=" + part.get("holds") + (part.get("shown") == null ? "" : " " + part.get("shown")) + below((Map<?, ?>) part.get("below"))).collect(Collectors.joining("\n"));
    }

    private static String below(Map<?, ?> below) {
        if (below == null) return "";
        return ": " + below.get("holding") + " of " + below.get("count") + ((List<?>) below.get("rows")).stream().map(one -> (Map<?, ?>) one)
                .map(row -> ((boolean) row.get("holds") ? "+" : "-") + (row.get("shown") == null ? "" : row.get("shown"))).collect(Collectors.joining(" ", " (", ")"));
    }

    @SuppressWarnings("unchecked")
    private List<Map<String, Object>> parts(Viewer viewer, UUID dossier, Map<String, Object> where, Selection wanted) {
        var field = new Selection.Field("explainDossier", "explainDossier", Map.of("id", dossier, "where", where), List.of(), new Selection(List.of(field("parts", wanted))));
        return (List<Map<String, Object>>) reader.read(new Root.Explain(Nouns.DOSSIER), field, Fixture.asks(viewer)).orElseThrow().get("parts");
    }

    private static String sorted(String lines) {
        return lines.lines().sorted().collect(Collectors.joining("\n"));
    }

    private static Selection.Field field(String name, Selection below) {
        return new Selection.Field(name, name, Map.of(), List.of(), below);
    }

    /** In the order in which it was written. */
    private static Map<String, Object> map(Object... all) {
        var map = new LinkedHashMap<String, Object>();
        for (var place = 0; place < all.length; place += 2) map.put((String) all[place], all[place + 1]);
        return map;
    }
}
