package zhicheng.server.region;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import zhicheng.server.eligibility.Evaluator;
import zhicheng.spi.Case;
import zhicheng.spi.Claim;
import zhicheng.spi.Region;
import zhicheng.spi.Spi;
import zhicheng.spi.Text;
import zhicheng.spi.Verdict;

/** Region jars from outside: a good one is served in a class loader of its own, a wrong one is told by jar, class and what to do. */
class PlugInsTest {
    @TempDir
    private Path folder;

    @TempDir
    private static Path work;

    private static PlugInJars compiled;

    private PlugInJars jars;

    @BeforeAll
    static void compile() {
        compiled = PlugInJars.compiledIn(work);
    }

    @BeforeEach
    void start() {
        jars = compiled.into(folder);
    }

    @Test
    void a_good_jar_is_served_beside_the_built_in_regions() {
        jars.region("east.jar", "East", "east", "EA24", "");
        var regions = Regions.load(folder, Map.of());
        assertEquals(List.of("bijie", "east", "jiayuguan", "xianning"), regions.all().stream().map(Region::id).toList());
        assertEquals("east.jar", regions.origin(regions.named("east").orElseThrow()));
        assertEquals("class path", regions.origin(regions.named("bijie").orElseThrow()));
        assertEquals("一、五月申报。", regions.clause("EA24-1").orElseThrow().sentence());
        assertEquals(1, regions.newest("east", 2024).orElseThrow().number());
        assertEquals(Optional.empty(), regions.newest("east", 2023));
    }

    @Test
    void no_folder_and_an_empty_one_are_no_plug_ins() {
        assertEquals(3, Regions.load(folder.resolve("missing"), Map.of()).all().size());
        assertEquals(3, Regions.load(folder, Map.of()).all().size());
        assertEquals(3, Regions.load(null, Map.of()).all().size());
    }

    @Test
    void a_region_sees_the_jdk_the_spi_and_its_own_jar_and_nothing_else() {
        jars.region("west.jar", "West", "west", "WE24", "");
        jars.region("east.jar", "East", "east", "EA24", """
                @Override public Text name() {
                    var seen = new StringBuilder();
                    for (var name : List.of("java.util.List", "java.sql.Connection", "zhicheng.spi.Region", "plug.East", "plug.Quiet", "plug.West",
                            "zhicheng.server.region.Regions", "zhicheng.regions.xianning.Xianning", "io.micronaut.context.ApplicationContext", "org.slf4j.Logger"))
                        try {
                            seen.append(Class.forName(name).getSimpleName()).append(' ');
                        } catch (ClassNotFoundException e) {
                            seen.append("- ");
                        }
                    seen.append(getClass().getResource("/application.properties"));
                    return Text.of("某地", seen.toString());
                }
                """);
        var regions = Regions.load(folder, Map.of());
        var east = regions.named("east").orElseThrow();
        assertEquals("List Connection Region East Quiet - - - - - null", east.name().en());
        var loader = east.getClass().getClassLoader();
        assertEquals("east.jar", loader.getName());
        assertNotSame(loader, regions.named("west").orElseThrow().getClass().getClassLoader());
    }

    @Test
    void a_copy_of_the_spi_in_the_jar_is_left_aside() throws Exception {
        jars.addSpi(jars.region("east.jar", "East", "east", "EA24", ""));
        var east = Regions.load(folder, Map.of()).named("east").orElseThrow();
        assertSame(Text.class, east.getClass().getMethod("name").getReturnType());
        assertSame(Region.class, east.getClass().getClassLoader().loadClass("zhicheng.spi.Region"));
    }

    @Test
    void what_only_the_jars_copy_of_the_spi_has_is_not_there() {
        jars.of("east.jar", Map.of("zhicheng.spi.Extra", "package zhicheng.spi; public final class Extra { public static final Object ONE = new Object(); }",
                "plug.East", """
                        package plug;
                        public final class East extends Plain {
                            private final Object extra = zhicheng.spi.Extra.ONE;
                            public East() { super("east", "EA24"); }
                        }
                        """), Map.of(PlugInJars.SERVICE, "plug.East"));
        told("east.jar", "class plug.East cannot be made", "zhicheng.spi.Extra", "this server's SPI does not have it");
    }

    @Test
    void a_region_that_uses_the_server_is_told_what_it_may_see() {
        jars.of("east.jar", Map.of("zhicheng.server.Faked", "package zhicheng.server; public final class Faked { public static final int ONE = Integer.parseInt(\"1\"); }",
                "plug.East", """
                        package plug;
                        public final class East extends Plain {
                            private final int one = zhicheng.server.Faked.ONE;
                            public East() { super("east", "EA24"); }
                        }
                        """), Map.of(PlugInJars.SERVICE, "plug.East"));
        assertEquals(4, Regions.load(folder, Map.of()).all().size(), "its own jar has the class");
        jars.region("north.jar", "North", "north", "NO24", "private final Object server = make();\n"
                + "private static Object make() { try { return Class.forName(\"zhicheng.server.CannotStart\"); } catch (ClassNotFoundException e) { throw new IllegalStateException(e); } }");
        told("north.jar", "class plug.North", "zhicheng.server.CannotStart", "a region sees the JDK, the SPI and its own jar");
    }

    @Test
    void a_file_that_is_no_jar() throws IOException {
        Files.writeString(folder.resolve("letter.jar"), "this is a letter");
        told("letter.jar cannot be read as a jar", "take it away");
    }

    @Test
    void a_folder_called_jar_and_a_plug_in_folder_that_is_a_file() throws IOException {
        Files.createDirectory(folder.resolve("sub.JAR"));
        told("sub.JAR cannot be read as a jar");
        var file = Files.writeString(work.resolve("plugins"), "");
        assertTrue(wrong(file).getFirst().contains("is no folder"));
    }

    @Test
    void a_jar_without_a_service_file() {
        jars.of("east.jar", Map.of(), Map.of());
        told("east.jar yields no region", "META-INF/services/zhicheng.spi.Region", "implements zhicheng.spi.Region");
    }

    @Test
    void an_empty_service_file() {
        jars.of("east.jar", Map.of(), Map.of(PlugInJars.SERVICE, "# nothing yet\n"));
        told("east.jar yields no region", "names no class of the jar");
        jars.of("east.jar", Map.of(), Map.of(PlugInJars.SERVICE, "java.lang.String"));
        told("east.jar yields no region", "names no class of the jar");
    }

    @Test
    void a_class_path_in_the_manifest() {
        jars.of("east.jar", Map.of(), Map.of("META-INF/MANIFEST.MF", "Manifest-Version: 1.0\nClass-Path: ../lib/server.jar\n\n", PlugInJars.SERVICE, "plug.East"));
        told("east.jar", "Class-Path", "its own jar");
    }

    @ParameterizedTest
    @ValueSource(strings = {"plug.Missing", "plug.Quiet", "zhicheng.regions.xianning.Xianning", "no class at all", "plug.Plain"})
    void a_service_file_that_names_no_region_of_the_jar(String named) {
        jars.of("east.jar", Map.of(), Map.of(PlugInJars.SERVICE, named));
        told("east.jar", named.contains(" ") ? "Illegal" : named);
    }

    @Test
    void a_constructor_that_throws() {
        jars.region("east.jar", "East", "east", "EA24", "{ if (id() != null) throw new IllegalStateException(\"no table here\"); }");
        told("east.jar, class plug.East cannot be made", "IllegalStateException: no table here");
        jars.region("east.jar", "East", "east", "EA24", "{ if (id() != null) throw new AssertionError(\"never\"); }");
        told("east.jar, class plug.East cannot be made", "AssertionError: never");
    }

    @ParameterizedTest
    @ValueSource(strings = {"9.0", "0.9", "1.999", "1", "1.1.1", "", "one"})
    void an_spi_that_this_server_does_not_have(String built) {
        assertFalse(Spi.serves(built));
        jars.region("east.jar", "East", "east", "EA24", "@Override public String spi() { return \"%s\"; }".formatted(built));
        told("east.jar, class plug.East", "«" + built + "»", "this server has " + Spi.VERSION, "same major");
    }

    @Test
    void no_spi_no_id_no_name_no_notices() {
        for (var member : List.of("String spi", "String id", "Text name", "String areaCode", "Text province", "List<Notice> notices", "List<Setting> settings"))
            nulls(member);
        jars.region("east.jar", "East", "east", "EA24", "@Override public List<Edition> editions(Readings readings) { return null; }");
        told("east.jar, class plug.East");
        jars.region("east.jar", "East", "east", "EA24", "@Override public List<Edition> editions(Readings readings) { return List.of(); }");
        told("east.jar, class plug.East", "has no edition");
    }

    private void nulls(String member) {
        jars.region("east.jar", "East", "east", "EA24", "@Override public %s() { return null; }".formatted(member));
        told("east.jar, class plug.East");
    }

    @Test
    void an_id_that_another_region_has() {
        jars.region("copy.jar", "Copy", "xianning", "XX24", "");
        told("two regions are called «xianning»", "class path, class zhicheng.regions.xianning.Xianning", "copy.jar, class plug.Copy");
    }

    @ParameterizedTest
    @ValueSource(strings = {"East", "e", "east-1", "", "东"})
    void an_id_of_another_form(String id) {
        jars.region("east.jar", "East", id, "EA24", "");
        told("east.jar, class plug.East", "«" + id + "» is not a region id", "e.g. xianning");
    }

    @Test
    void a_prefix_that_another_notice_has() {
        jars.region("east.jar", "East", "east", "X24", "");
        told("two notices are called X24", "class path, class zhicheng.regions.xianning.Xianning", "east.jar, class plug.East");
        jars.region("east.jar", "East", "east", "MOHRSS40", "");
        told("two notices are called MOHRSS40", "a national text", "east.jar, class plug.East");
    }

    @Test
    void a_rule_without_a_clause() {
        jars.region("east.jar", "East", "east", "EA24", quiet("@Override public List<Rule> rules() { return List.of(Rule.binding(\"retired\", null, Text.of(\"未退休\", \"not retired\"), one -> null)); }"));
        told("east.jar, class plug.East", "2024/1: rules.retired.clause is null", "every fact and rule its clause");
    }

    @Test
    void a_clause_that_stands_in_no_text() {
        jars.region("east.jar", "East", "east", "EA24", quiet(rule("EA24-9")));
        told("east.jar, class plug.East", "rules.retired.clause cites clause EA24-9", "no text of its notices");
    }

    @Test
    void a_clause_of_another_region_is_not_its_own() {
        jars.region("east.jar", "East", "east", "EA24", quiet(rule("X24-1.2")));
        told("east.jar, class plug.East", "X24-1.2", "no text of its notices");
    }

    @Test
    void a_national_clause_may_be_cited() {
        jars.region("east.jar", "East", "east", "EA24", quiet(rule("MOHRSS40-5")));
        assertEquals(4, Regions.load(folder, Map.of()).all().size());
    }

    @Test
    void a_setting_of_a_clause_that_stands_in_no_text() {
        jars.region("east.jar", "East", "east", "EA24", settings("EA24-9"));
        told("east.jar, class plug.East", "setting east.days cites clause EA24-9");
    }

    @Test
    void an_edition_that_rests_on_no_notice_or_on_one_that_is_not_there() {
        jars.region("east.jar", "East", "east", "EA24", quiet("@Override public List<String> notices() { return List.of(); }"));
        told("east.jar, class plug.East, 2024/1 rests on no notice");
        jars.region("east.jar", "East", "east", "EA24", quiet("@Override public List<String> notices() { return List.of(\"EA24\", \"EA23\"); }"));
        told("east.jar, class plug.East", "2024/1 cites clause EA23");
    }

    @Test
    void a_null_fact() {
        jars.region("east.jar", "East", "east", "EA24", quiet("@Override public Said<Payment> payment() { return null; }"));
        told("east.jar, class plug.East", "2024/1: payment is null");
        jars.region("east.jar", "East", "east", "EA24", quiet("@Override public Said<Payment> payment() { return Said.says(Payment.of(Clause.of(\"EA24-1\"), null, Text.of(\"弃\", \"given up\"))); }"));
        told("east.jar, class plug.East", "2024/1: payment.through is null");
        jars.region("east.jar", "East", "east", "EA24", quiet("@Override public List<Rule> rules() { return List.of(Rule.binding(\"retired\", Clause.of(\"EA24-2\"), Text.of(\"未退休\", \"not retired\"), null)); }"));
        told("east.jar, class plug.East", "2024/1: rules.retired.judge is null");
    }

    @Test
    void two_editions_and_two_rules_of_one_name() {
        jars.region("east.jar", "East", "east", "EA24", "@Override public List<Edition> editions(Readings readings) { return List.of(new Quiet(\"EA24\"), new Quiet(\"EA24\")); }");
        told("east.jar, class plug.East: two editions are 2024/1", "next number");
        jars.region("east.jar", "East", "east", "EA24", quiet("""
                @Override public List<Rule> rules() {
                    var rule = Rule.binding("retired", Clause.of("EA24-2"), Text.of("未退休", "not retired"), one -> Verdict.missing(Text.of("未退休", "not retired"), "retired"));
                    return List.of(rule, rule);
                }
                """));
        told("east.jar, class plug.East, 2024/1: two rules are called «retired»");
    }

    @Test
    void several_wrong_ones_are_told_at_once() throws IOException {
        Files.writeString(folder.resolve("a-letter.jar"), "this is a letter");
        jars.of("b-empty.jar", Map.of(), Map.of());
        jars.region("c-throws.jar", "East", "east", "EA24", "{ if (id() != null) throw new IllegalStateException(\"no table here\"); }");
        jars.region("d-newer.jar", "West", "west", "WE24", "@Override public String spi() { return \"1.999\"; }");
        jars.region("e-copy.jar", "Copy", "bijie", "BB24", "");
        jars.region("f-clause.jar", "North", "north", "NO24", quiet(rule("NO24-9")));
        jars.region("g-null.jar", "South", "south", "SO24", quiet("@Override public Said<Payment> payment() { return null; }"));
        jars.region("h-good.jar", "Good", "good", "GO24", "");
        var problems = wrong(folder);
        assertEquals(7, problems.size(), problems::toString);
        for (var jar : List.of("a-letter.jar", "b-empty.jar", "c-throws.jar", "d-newer.jar", "e-copy.jar", "f-clause.jar", "g-null.jar"))
            assertEquals(1, problems.stream().filter(problem -> problem.contains(jar)).count(), jar);
        assertTrue(problems.stream().noneMatch(problem -> problem.contains("h-good.jar")));
    }

    @Test
    void a_setting_or_option_that_no_region_has_is_refused() {
        var unknown = assertThrows(Regions.WrongRegions.class, () -> Regions.load(null, Map.of("X24-4.revue", "before-1-october")));
        assertTrue(unknown.problems().getFirst().contains("no region has a setting «X24-4.revue»") && unknown.getMessage().contains("X24-4.review"), unknown.getMessage());
        var option = assertThrows(Regions.WrongRegions.class, () -> Regions.load(null, Map.of("X24-4.review", "by-december")));
        assertTrue(option.getMessage().contains("X24-4.review") && option.getMessage().contains("by-december") && option.getMessage().contains("by-31-october"), option.getMessage());
    }

    @Test
    void a_chosen_reading_changes_the_calendar_and_the_hash_and_the_other_one_is_still_found() {
        var byDefault = Regions.load(null, Map.of());
        var chosen = Regions.load(null, Map.of("X24-4.review", "by-31-october"));
        assertEquals("2024-10-01T00:00+08:00", until(byDefault));
        assertEquals("2024-11-01T00:00+08:00", until(chosen));
        var first = byDefault.newest("xianning", 2024).orElseThrow();
        var second = chosen.newest("xianning", 2024).orElseThrow();
        assertNotEquals(first.hash(), second.hash());
        assertEquals("by-31-october", second.readings().get("X24-4.review"));
        assertEquals("before-11-may", second.readings().get("X24-4.notice"), "what is not chosen is read by its default");
        assertEquals(first.hash(), chosen.pinned("xianning", 2024, 1, first.hash(), first.readings()).orElseThrow().hash(), "a dossier is judged as it was read when it was pinned");
        assertEquals(Optional.empty(), chosen.pinned("xianning", 2024, 1, first.hash(), second.readings()), "the hash and the readings go together");
        assertEquals(Optional.empty(), chosen.pinned("xianning", 2024, 2, second.hash(), second.readings()));
        assertEquals(Optional.empty(), chosen.pinned("atlantis", 2024, 1, second.hash(), second.readings()));
    }

    private static String until(Regions regions) {
        return regions.newest("xianning", 2024).orElseThrow().sheet().under("calendar.review.when.until").getFirst().value();
    }

    @Test
    void a_plug_ins_setting_is_chosen_like_any_other() {
        jars.region("east.jar", "East", "east", "EA24", settings("EA24-1"));
        var regions = Regions.load(folder, Map.of("east.days", "eleven"));
        assertEquals("eleven", regions.chosen(regions.named("east").orElseThrow().settings().getFirst()));
        jars.region("west.jar", "West", "west", "WE24", settings("WE24-1"));
        told("two settings are called «east.days»", "east.jar, class plug.East", "west.jar, class plug.West");
    }

    @Test
    void a_concern_that_a_region_was_built_before_is_not_said_and_never_asked_for() {
        jars.region("east.jar", "East", "east", "EA24", quiet("@Override public Said<CapabilityTest> capabilityTest() { return Said.notSaidSince(\"1.9\"); }"));
        var regions = Regions.load(folder, Map.of());
        var edition = regions.newest("east", 2024).orElseThrow();
        var claim = new Claim(2024, "ENGINEERING", Optional.empty(), Optional.empty(), Claim.ORDINARY, Optional.empty());
        var report = new Evaluator(regions).evaluate(edition, Case.of(Instant.parse("2024-05-10T02:00:00Z"), claim, Map.of()), List.of());
        assertEquals(Verdict.Outcome.CANNOT_TELL, report.outcome());
        var silence = report.silences().stream().filter(one -> one.concern().equals("capabilityTest")).findFirst().orElseThrow();
        assertEquals(Evaluator.Answer.NOT_SAID_HERE, silence.answer());
        assertTrue(silence.said().en().contains("1.9"), silence.said().en());
        assertTrue(edition.sheet().under("capabilityTest").isEmpty(), "its hash stays what it was before the concern was there");
    }

    @Test
    void a_rule_called_like_the_cores_own_finding() {
        jars.region("east.jar", "East", "east", "EA24", quiet(rule("EA24-2").replace("\"retired\", Clause", "\"window\", Clause")));
        told("east.jar, class plug.East, 2024/1: a rule is called «window»");
    }

    /** An edition with these members in place of the quiet ones. */
    private static String quiet(String members) {
        return "@Override public List<Edition> editions(Readings readings) { return List.of(new Quiet(notices().getFirst().prefix()) {\n" + members + "\n}); }";
    }

    private static String rule(String clause) {
        return "@Override public List<Rule> rules() { return List.of(Rule.binding(\"retired\", Clause.of(\"" + clause
                + "\"), Text.of(\"未退休\", \"not retired\"), one -> Verdict.missing(Text.of(\"未退休\", \"not retired\"), \"retired\"))); }";
    }

    private static String settings(String clause) {
        return "@Override public List<Setting> settings() { var text = Text.of(\"几日\", \"how many days\"); return List.of(Setting.of(\"east.days\", Clause.of(\"" + clause
                + "\"), text, List.of(Setting.Option.of(\"ten\", text), Setting.Option.of(\"eleven\", text)), \"ten\", text)); }";
    }

    /** One problem is told, and it says all of this. */
    private void told(String... parts) {
        var problems = wrong(folder);
        assertEquals(1, problems.size(), problems::toString);
        for (var part : parts) assertTrue(problems.getFirst().contains(part), () -> "«" + part + "» is not in: " + problems.getFirst());
    }

    private static List<String> wrong(Path folder) {
        return assertThrows(Regions.WrongRegions.class, () -> Regions.load(folder, Map.of())).problems();
    }
}
