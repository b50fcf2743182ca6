package zhicheng.tools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import zhicheng.contract.nowhere.Nowhere;
import zhicheng.spi.Clause;
import zhicheng.spi.Edition;
import zhicheng.spi.Notice;
import zhicheng.spi.Readings;
import zhicheng.spi.Region;
import zhicheng.spi.Setting;
import zhicheng.spi.Text;

class ClausesTest {
    /** Nowhere's clauses that rule something; headings and the notice as a whole rule nothing. */
    private static final List<Clause> COMPLETE = Stream.of("1.1", "1.2", "1.3", "1.4", "2.1", "2.2", "2.3", "2.4", "3.1", "3.2", "3.3", "3.4", "3.5", "3.6", "3.7",
            "4.1", "4.2", "4.3", "4.4", "4.5", "4.6", "4.7", "4.8", "5.1", "5.2", "5.3", "5.4", "5.5", "5.6", "5.7", "6", "annex1", "annex2", "end").map(place -> Clause.of("NW24-" + place)).toList();

    private final StringWriter printed = new StringWriter();

    @Test
    void a_complete_set_is_in_order_and_says_where_each_clause_is() {
        assertEquals(0, account(COMPLETE, new Nowhere(), List.of(), Map.of()), printed::toString);
        assertTrue(block("NW24-4.1").contains("encoded  zhicheng.contract.nowhere.Nowhere2024 2024.2: capabilityTest, rules.capability-test"), printed::toString);
        assertTrue(block("NW24-4.1").contains("tested   nowhere cases/2024/facts.csv (1), nowhere cases/2024/NW24-4.1.csv (8)"), printed::toString);
        assertTrue(block("NW24-5.5").contains("later    waits for certificates"), printed::toString);
        assertTrue(block("NW24-5.7").contains("people   publicity is people's work 宣传由人来做"), printed::toString);
        assertTrue(printed.toString().contains("34 clauses: 33 encoded and tested (of these, 0 leave something to people and 1 wait for something later), 1 only left to people, 0 only later, 0 without account."), printed::toString);
        assertTrue(printed.toString().contains("All is in order."), printed::toString);
    }

    @Test
    void a_clause_of_which_nothing_became_is_a_gap() {
        assertEquals(1, account(with("NW24-2"), new Nowhere(), List.of(), Map.of()));
        assertTrue(block("NW24-2").contains("GAP"), printed::toString);
        assertTrue(printed.toString().contains("NW24-2: neither encoded, nor left to people, nor later"), printed::toString);
    }

    @Test
    void the_core_can_carry_a_clause_beside_the_regions() {
        var core = List.of(new ClauseAccount.InCore(Clause.of("NW24-2"), "zhicheng.server.Somewhere", "SomewhereTest"));
        assertEquals(0, account(with("NW24-2"), new Nowhere(), core, Map.of()), printed::toString);
        assertTrue(block("NW24-2").contains("encoded  zhicheng.server.Somewhere"), printed::toString);
    }

    @Test
    void a_clause_that_is_listed_but_not_in_the_text_is_found() {
        assertEquals(1, account(with("NW24-9.9"), new Nowhere(), List.of(), Map.of()));
        assertTrue(printed.toString().contains("NW24-9.9: cited by the list of clauses, and not in the text of NW24"), printed::toString);
    }

    @Test
    void a_citation_that_is_not_in_the_text_is_found_in_the_schema_and_in_a_region() {
        assertEquals(1, account(COMPLETE, new Nowhere(), List.of(), Map.of("graphql/some.graphqls", "By NW24-1.1 and NW24-1.9. UTF-8 and XX24-1 are no clauses of ours.")));
        assertTrue(printed.toString().contains("NW24-1.9: cited by graphql/some.graphqls, and not in the text of NW24"), printed::toString);
        assertFalse(printed.toString().contains("XX24-1"), printed::toString);

        var setting = Setting.of("doubt", Clause.of("NW24-8.8"), Text.of("问", "question"), List.of(Setting.Option.of("A", Text.of("甲", "a"))), "A", Text.of("因", "reason"));
        assertEquals(1, account(COMPLETE, new Other(List.of(setting), new Nowhere().cases()), List.of(), Map.of()));
        assertTrue(printed.toString().contains("NW24-8.8: cited by setting doubt, and not in the text of NW24"), printed::toString);
    }

    @Test
    void a_case_that_fails_is_found_and_a_clause_without_a_case_is_not_tested() {
        assertEquals(1, account(COMPLETE, new Other(List.of(), List.of("cases/2024/facts.csv")), List.of(), Map.of()));
        assertTrue(printed.toString().contains("case nowhere cases/2024/facts.csv:2 «returns.returns.number»: expected «3» (NW24-5.2)"), printed::toString);
        assertTrue(printed.toString().contains("NW24-5.2: encoded, but no case that can fail names it"), printed::toString);
        assertFalse(block("NW24-3.6").contains("GAP"), printed::toString);
    }

    @Test
    void a_clause_of_a_notice_that_no_region_has_is_found() {
        assertEquals(1, account(with("ZZ24-1"), new Nowhere(), List.of(), Map.of()));
        assertTrue(printed.toString().contains("ZZ24-1: cited by the list of clauses, and no loaded region has a notice ZZ24"), printed::toString);
    }

    @Test
    void the_list_names_every_clause_once_and_every_text_that_cites_is_read() {
        var listed = Clauses.listed();
        assertEquals(106, listed.size());
        assertEquals(listed.size(), listed.stream().distinct().count());
        assertTrue(Clauses.citing().keySet().containsAll(List.of("graphql/root.graphqls", "graphql/region.graphqls", "db/V003__dossiers.sql")), () -> Clauses.citing().keySet().toString());
    }

    @Test
    void the_command_accounts_for_the_regions_of_the_class_path() {
        var line = new CommandLine(new Clauses()).setOut(new PrintWriter(printed));
        assertEquals(0, line.execute("--plugins", "no-such-folder"), printed::toString);
        assertTrue(block("X24-6.5").contains("rules.capability-test"), printed::toString);
        assertTrue(block("X24-6.5").contains("tested   xianning cases/2024/"), printed::toString);
    }

    @Test
    void wrong_regions_are_said_instead_of_an_account(@TempDir Path plugins) throws IOException {
        Files.createFile(plugins.resolve("empty.jar"));
        var line = new CommandLine(new Clauses()).setOut(new PrintWriter(printed, true));
        assertEquals(1, line.execute("--plugins", plugins.toString()));
        assertTrue(printed.toString().contains("empty.jar"), printed::toString);
        assertFalse(printed.toString().contains("X24-6.5"), printed::toString);
    }

    private int account(List<Clause> listed, Region region, List<ClauseAccount.InCore> core, Map<String, String> citing) {
        return new Clauses(core).print(new PrintWriter(printed), listed, List.of(region), citing);
    }

    /** What was printed of one clause: its line and the indented ones below. */
    private String block(String clause) {
        var block = new StringBuilder();
        var within = false;
        for (var line : printed.toString().lines().toList()) {
            if (!line.startsWith(" ")) within = line.startsWith(clause + " ");
            if (within) block.append(line).append('\n');
        }
        return block.toString();
    }

    private static List<Clause> with(String another) {
        var listed = new ArrayList<>(COMPLETE);
        listed.add(Clause.of(another));
        return listed;
    }

    /** Nowhere with other settings and cases; a case file of one name lies beside this class, Nowhere's own beside Nowhere. */
    private record Other(List<Setting> settings, List<String> cases) implements Region {
        private static final Region NOWHERE = new Nowhere();

        @Override public String id() { return NOWHERE.id(); }

        @Override public String spi() { return NOWHERE.spi(); }

        @Override public Text name() { return NOWHERE.name(); }

        @Override public String areaCode() { return NOWHERE.areaCode(); }

        @Override public Text province() { return NOWHERE.province(); }

        @Override public List<Notice> notices() { return NOWHERE.notices(); }

        @Override public List<Edition> editions(Readings readings) { return NOWHERE.editions(readings); }
    }
}
