package zhicheng.server.eligibility;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static zhicheng.spi.Verdict.Outcome.CANNOT_TELL;
import static zhicheng.spi.Verdict.Outcome.FAILED;
import static zhicheng.spi.Verdict.Outcome.SATISFIED;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plug.Quiet;
import zhicheng.server.eligibility.Evaluator.Report;
import zhicheng.server.eligibility.Evaluator.Standing;
import zhicheng.server.region.LoadedEdition;
import zhicheng.server.region.Regions;
import zhicheng.spi.Calendar;
import zhicheng.spi.Case;
import zhicheng.spi.Channel;
import zhicheng.spi.Claim;
import zhicheng.spi.Clause;
import zhicheng.spi.Level;
import zhicheng.spi.Rule;
import zhicheng.spi.Said;
import zhicheng.spi.Scope;
import zhicheng.spi.Text;
import zhicheng.spi.Verdict;
import zhicheng.spi.When;

/** How findings come together to an answer. */
class EvaluatorTest {
    private static final Text SAID = Text.of("某事", "something");
    private static final Instant OPEN = Instant.parse("2024-05-10T02:00:00Z");
    private static final Instant OVER = Instant.parse("2024-06-10T02:00:00Z");
    private static final Calendar MAY = Calendar.of(Somewhere.window("application", Scope.all(), When.days(LocalDate.of(2024, 5, 1), LocalDate.of(2024, 5, 31), "5月", null)));

    /** {@code +} satisfied, {@code -} failed, {@code ?} missing, {@code o} open; in brackets advisory. */
    private static List<Rule> rules(String signs, String of) {
        var rules = new ArrayList<Rule>();
        for (var sign : signs.isEmpty() ? new String[0] : signs.split(" ")) {
            var verdict = switch (sign.replaceAll("[()]", "")) {
                case "+" -> Verdict.satisfied(SAID, SAID);
                case "-" -> Verdict.failed(SAID, SAID);
                case "?" -> Verdict.missing(SAID, "retired");
                case "o" -> Verdict.open(SAID, SAID);
                default -> throw new IllegalArgumentException(sign);
            };
            var id = of + "-" + rules.size();
            rules.add(sign.startsWith("(") ? Rule.advisory(id, Somewhere.CLAUSE, SAID, one -> verdict) : Rule.binding(id, Somewhere.CLAUSE, SAID, one -> verdict));
        }
        return rules;
    }

    private static Somewhere region(String general, String... channels) {
        Said<List<Channel>> said = channels.length == 0 ? Quiet.silent()
                : Said.says(IntStream.range(0, channels.length)
                        .mapToObj(place -> Channel.of("c" + channels[place], Somewhere.CLAUSE, SAID, SAID, rules(channels[place], "channel" + place), List.of())).toList());
        return new Somewhere(Said.says(MAY), said, rules(general, "general"));
    }

    private static Report judge(Somewhere region, Instant at, Claim claim) {
        var regions = Somewhere.regions(region);
        return new Evaluator(regions).evaluate(regions.newest("somewhere", 2024).orElseThrow(), Case.of(at, claim, Map.of()), List.of());
    }

    private static Claim claim() {
        return new Claim(2024, "ENGINEERING", Optional.empty(), Optional.of(Level.INTERMEDIATE), Claim.ORDINARY, Optional.empty());
    }

    @ParameterizedTest
    @CsvSource(emptyValue = "", value = {
        "'', SATISFIED, READY", "+, SATISFIED, READY", "+ o, CANNOT_TELL, READY", "+ ?, CANNOT_TELL, TELL_MORE", "o ? -, FAILED, REFUSED", "+ -, FAILED, REFUSED",
        "(-), SATISFIED, READY", "(?) +, SATISFIED, READY", "(o) (-) (?), SATISFIED, READY", "(-) ?, CANNOT_TELL, TELL_MORE", "(+) -, FAILED, REFUSED"})
    void binding_rules_decide_failed_over_cannot_tell_over_satisfied_and_advisory_ones_never(String signs, Verdict.Outcome outcome, Standing standing) {
        var report = judge(region(signs), OPEN, claim());
        assertEquals(outcome, report.outcome());
        assertEquals(standing, report.standing());
        assertEquals(List.of(), report.channels());
    }

    @ParameterizedTest
    @CsvSource({
        "+, SATISFIED, NOT_NOW", "?, CANNOT_TELL, NOT_NOW", "o, CANNOT_TELL, NOT_NOW", "-, FAILED, REFUSED"})
    void a_window_that_is_over_is_told_apart_from_a_rule_that_refuses(String signs, Verdict.Outcome ofTheRules, Standing standing) {
        var report = judge(region(signs), OVER, claim());
        assertEquals(FAILED, report.outcome());
        assertEquals(standing, report.standing());
        assertEquals(ofTheRules, report.general().getLast().outcome());
        assertTrue(report.hindrances().stream().anyMatch(finding -> finding.code().equals("window")));
    }

    @ParameterizedTest
    @CsvSource({
        "+, -, +, SATISFIED, READY", "+, -, ?, CANNOT_TELL, TELL_MORE", "+, -, -, FAILED, REFUSED", "-, +, +, FAILED, REFUSED", "?, +, o, CANNOT_TELL, TELL_MORE",
        "+, ?, o, CANNOT_TELL, READY", "o, -, (-), CANNOT_TELL, READY"})
    void the_best_channel_counts_and_the_general_rules_with_every_one(String general, String one, String other, Verdict.Outcome outcome, Standing standing) {
        var report = judge(region(general, one, other), OPEN, claim());
        assertEquals(2, report.channels().size());
        assertEquals(outcome, report.outcome());
        assertEquals(standing, report.standing());
        for (var through : report.channels()) {
            assertEquals(report.general(), through.findings().subList(0, report.general().size()));
            assertEquals(through.findings().size(), report.general().size() + through.own().size());
        }
    }

    /** The day is 2024-05-10 in China. */
    @Test
    void where_a_rule_wants_more_and_there_is_only_later_it_says_so() {
        var hours = Rule.binding("hours", Somewhere.CLAUSE, SAID, one -> one.hours().isPresent() ? Verdict.satisfied(SAID, SAID) : Verdict.missing(SAID, "hours"));
        var titles = Rule.binding("titles", Somewhere.CLAUSE, SAID, one -> one.titles().orElseThrow().isEmpty() ? Verdict.failed(SAID, SAID).at("titles") : Verdict.satisfied(SAID, SAID).at("titles"));
        var loaded = Somewhere.loaded(new Somewhere(Said.says(MAY), Quiet.silent(), List.of(hours, titles)));
        var held = new Case.Title("ENGINEERING", Optional.empty(), Level.ASSISTANT, Optional.of(LocalDate.of(2024, 5, 10)), Optional.empty(), Optional.empty());
        var later = new Case.Title("ENGINEERING", Optional.empty(), Level.ASSISTANT, Optional.of(LocalDate.of(2024, 5, 11)), Optional.empty(), Optional.empty());
        var nextYear = new Case.Hours(2025, 900, Optional.empty(), Optional.empty());
        assertEquals(List.of("not told: hours (what is later than 2024-05-10 does not count)", "something (what is later than 2024-05-10 does not count)"),
                shown(loaded, Map.of("hours", List.of(nextYear), "titles", List.of(later))));
        assertEquals(List.of("not told: hours", "something"), shown(loaded, Map.of("titles", List.of())));
        assertEquals(List.of("something", "something"), shown(loaded, Map.of("hours", List.of(new Case.Hours(2024, 900, Optional.empty(), Optional.empty()), nextYear), "titles", List.of(held, later))));
    }

    private static List<String> shown(LoadedEdition loaded, Map<String, ?> known) {
        return new Evaluator(Regions.of(List.of(loaded.region()))).evaluate(loaded, Case.of(OPEN, claim(), known), List.of()).general().stream()
                .filter(finding -> !finding.code().equals("window")).map(finding -> finding.shown().en()).toList();
    }

    @Test
    void a_claimed_channel_is_the_only_one_answered() {
        var region = region("+", "-", "+");
        var through = judge(region, OPEN, new Claim(2024, "ENGINEERING", Optional.empty(), Optional.of(Level.INTERMEDIATE), Claim.ORDINARY, Optional.of("c-")));
        assertEquals(List.of("c-"), through.channels().stream().map(one -> one.channel().id()).toList());
        assertEquals(FAILED, through.outcome());
        assertEquals(1, through.refusals().size());
        assertEquals(through.refusals(), through.channels().getFirst().hindrances());
        var unknown = judge(region, OPEN, new Claim(2024, "ENGINEERING", Optional.empty(), Optional.of(Level.INTERMEDIATE), Claim.ORDINARY, Optional.of("by-post")));
        assertEquals(List.of(), unknown.channels());
        assertEquals(Standing.REFUSED, unknown.standing());
        refusal(unknown, "claim.channel", "by-post");
        var finding = unknown.refusals().getFirst();
        assertEquals(Somewhere.CLAUSE, finding.clause());
        assertEquals("one of: c- (something), c+ (something)", finding.remedy().en());
        var silent = judge(region("+"), OPEN, new Claim(2024, "ENGINEERING", Optional.empty(), Optional.of(Level.INTERMEDIATE), Claim.ORDINARY, Optional.of("by-post"))).refusals().getFirst();
        assertEquals(Clause.of("SO24"), silent.clause(), "a notice that names no channel has no narrower place");
        assertNull(silent.remedy());
    }

    @Test
    void a_series_level_or_category_that_is_none_is_refused_by_name() {
        refusal(judge(region("+"), OPEN, new Claim(2024, "ALCHEMY", Optional.empty(), Optional.of(Level.INTERMEDIATE), Claim.ORDINARY, Optional.empty())), "claim.series", "ALCHEMY");
        refusal(judge(region("+"), OPEN, new Claim(2024, "ENGINEERING", Optional.empty(), Optional.of(Level.INTERMEDIATE), "GREEN", Optional.empty())), "claim.category", "GREEN");
        refusal(judge(region("+"), OPEN, new Claim(2024, "HIGHER_EDUCATION", Optional.empty(), Optional.of(Level.MEMBER), Claim.ORDINARY, Optional.empty())), "claim.level", "员级");
    }

    private static void refusal(Report report, String path, String shown) {
        assertEquals(FAILED, report.outcome());
        var finding = report.general().stream().filter(one -> path.equals(one.path())).findFirst().orElseThrow();
        assertEquals(FAILED, finding.outcome());
        assertTrue(finding.holdsUp());
        assertTrue(finding.shown().zh().contains(shown), finding.shown().zh());
    }

    @Test
    void a_level_that_is_not_named_is_asked_for() {
        var report = judge(region("+"), OPEN, new Claim(2024, "ENGINEERING", Optional.empty(), Optional.empty(), Claim.ORDINARY, Optional.empty()));
        assertEquals(CANNOT_TELL, report.outcome());
        assertEquals(Standing.TELL_MORE, report.standing());
        assertEquals(List.of(List.of("claim.level")), report.hindrances().stream().map(Finding::missing).toList());
    }

    @Test
    void the_findings_that_only_a_dossier_has_count_with_every_channel() {
        var report = judge(region("+", "+", "?"), OPEN, claim());
        assertEquals(SATISFIED, report.outcome());
        var general = new ArrayList<>(report.general());
        general.add(Finding.refusal("exclusive.one-series", Somewhere.CLAUSE, SAID, SAID, "claim.series"));
        var with = report.with(general);
        assertEquals(FAILED, with.outcome());
        assertEquals(Standing.REFUSED, with.standing());
        assertTrue(with.channels().stream().allMatch(through -> through.outcome() == FAILED));
        assertEquals(report.intake(), with.intake());
        assertEquals(List.of("exclusive.one-series"), with.refusals().stream().map(Finding::code).toList(), "and not what the second channel alone misses");
    }

    @Test
    void without_a_channel_what_one_of_several_finds_does_not_refuse() {
        assertEquals(List.of("general-0"), judge(region("-", "-", "?"), OPEN, claim()).refusals().stream().map(Finding::code).toList());
        assertEquals(List.of("general-0", "channel0-0"), judge(region("-", "-"), OPEN, claim()).refusals().stream().map(Finding::code).toList(), "where there is but one");
    }

    @Test
    void a_channel_to_be_chosen_is_offered_unless_it_is_ruled_out() {
        var finding = ClaimedChannel.unchosen(judge(region("-", "+", "-", "? (-)", "o"), OPEN, claim()));
        assertEquals("claim.channel SO24-1 CANNOT_TELL [claim.channel] true", "%s %s %s %s %s".formatted(finding.code(), finding.clause(), finding.outcome(), finding.missing(), finding.holdsUp()));
        assertEquals("one of: c+ (something), c? (-) (something), co (something)", finding.remedy().en());
        var none = ClaimedChannel.unchosen(judge(region("+", "-", "- ?"), OPEN, claim()));
        assertEquals("one of: c- (something), c- ? (something); by what was told none of them can be taken", none.remedy().en());
        assertEquals("可选：c-（某事）、c- ?（某事）；按所说明的情况，各渠道均不符合", none.remedy().zh());
    }

    @Test
    void a_finding_carries_the_rule_and_its_verdict_and_an_advisory_one_never_holds_up() {
        var day = LocalDate.of(2025, 1, 1);
        var verdict = Verdict.failed(SAID, Text.of("所示", "shown")).at("sanctions").remedy(Text.of("补救", "remedy")).from(day);
        var binding = Finding.of(Rule.binding("r", Clause.of("SO24-1"), Text.of("规则", "rule"), one -> verdict), Case.of(OPEN, claim(), Map.of()));
        assertEquals("r SO24-1 BINDING FAILED rule something shown sanctions [] remedy 2024-12-31T16:00:00Z true", "%s %s %s %s %s %s %s %s %s %s %s %s".formatted(
                binding.code(), binding.clause(), binding.force(), binding.outcome(), binding.message().en(), binding.asked().en(), binding.shown().en(), binding.path(),
                binding.missing(), binding.remedy().en(), binding.from(), binding.holdsUp()));
        assertTrue(!Finding.of(Rule.advisory("r", Clause.of("SO24-1"), SAID, one -> verdict), Case.of(OPEN, claim(), Map.of())).holdsUp());
    }

    @Test
    void a_concern_is_answered_as_it_is_said() {
        assertEquals(Evaluator.Answer.SAID, Evaluator.answer("x", Said.says(1)).answer());
        assertEquals(new Evaluator.Silence("x", Evaluator.Answer.NOT_ASKED, null, SAID, null), Evaluator.answer("x", Said.notAsked(SAID)));
        assertEquals(new Evaluator.Silence("x", Evaluator.Answer.NOT_SAID_HERE, null, SAID, null), Evaluator.answer("x", Said.notSaid(SAID)));
        assertEquals(Evaluator.Answer.NOT_SAID_HERE, Evaluator.answer("x", Said.notSaidSince("1.9")).answer());
        assertEquals(new Evaluator.Silence("x", Evaluator.Answer.ANNOUNCED_ELSEWHERE, Somewhere.CLAUSE, SAID, null), Evaluator.answer("x", Said.elsewhere(Somewhere.CLAUSE, SAID, null)));
        var silences = Evaluator.silences(Somewhere.loaded(region("+")));
        assertEquals(List.of("channels", "categories", "capabilityTest", "continuingEducation", "yearsOfService", "recognition", "conditions", "transfer", "payment", "pledge", "exclusive"),
                silences.stream().map(Evaluator.Silence::concern).toList(), "the calendar is said, the rest is not");
    }
}
