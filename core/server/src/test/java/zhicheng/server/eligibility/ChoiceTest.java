package zhicheng.server.eligibility;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import zhicheng.spi.Case;
import zhicheng.spi.Case.AchievementKind;
import zhicheng.spi.Choice;
import zhicheng.spi.Claim;
import zhicheng.spi.Clause;
import zhicheng.spi.Level;
import zhicheng.spi.Said;
import zhicheng.spi.Scope;
import zhicheng.spi.Text;
import zhicheng.spi.Verdict.Outcome;

/** So many of several kinds of results (成果“多选”, B23-2.1), over the subsets of what can be picked. */
class ChoiceTest {
    private static final Text WHAT = Text.of("成果多选", "several results");
    private static final List<Choice.Option> OPTIONS = List.of(Choice.Option.of(AchievementKind.PAPER), Choice.Option.of(AchievementKind.PATENT),
            Choice.Option.of(Text.of("报告", "reports"), AchievementKind.REPORT, AchievementKind.CASE_REPORT), Choice.Option.of(AchievementKind.AWARD), Choice.Option.of(AchievementKind.STANDARD));

    /** Which options people judge, by place; how many are asked; what is picked. */
    record Asked(Set<Integer> judged, int least, Set<AchievementKind> picked) {
        Choice choice() {
            var options = new ArrayList<Choice.Option>();
            for (var place = 0; place < OPTIONS.size(); place++) options.add(judged.contains(place) ? OPTIONS.get(place).judgedByPeople() : OPTIONS.get(place));
            return Choice.of(Scope.of(Scope.Part.series("HEALTH")), WHAT, Said.says(least), options);
        }

        /** Places of the options of which something is picked. */
        List<Integer> there() {
            return Stream.iterate(0, place -> place < OPTIONS.size(), place -> place + 1).filter(place -> OPTIONS.get(place).kinds().stream().anyMatch(picked::contains)).toList();
        }
    }

    @Property(tries = 2000, seed = "20241122")
    void it_is_satisfied_by_enough_that_surely_counts_and_refused_only_where_nothing_could_do(@ForAll("asked") Asked asked) {
        var sure = asked.there().stream().filter(place -> !asked.judged.contains(place)).count();
        var expected = sure >= asked.least ? Outcome.SATISFIED : asked.there().size() >= asked.least ? Outcome.CANNOT_TELL : Outcome.FAILED;
        var verdict = asked.choice().judge(health(asked.picked));
        assertEquals(expected, verdict.outcome());
        assertEquals(expected == Outcome.FAILED, verdict.holdsUp(), "what people judge holds nobody up");
        for (var place = 0; place < OPTIONS.size(); place++) {
            var parts = verdict.shown().zh().split("；");
            assertTrue(parts[asked.there().contains(place) ? 0 : 1].contains(OPTIONS.get(place).name().zh()), verdict.shown()::zh);
        }
    }

    @Property(tries = 2000, seed = "20241122")
    void what_is_named_as_wanting_does_and_one_less_does_not(@ForAll("asked") Asked asked) {
        var verdict = asked.choice().judge(health(asked.picked));
        assertEquals(verdict.outcome() == Outcome.FAILED, verdict.remedy().isPresent());
        if (verdict.outcome() != Outcome.FAILED) return;
        var wanting = Stream.iterate(0, place -> place < OPTIONS.size(), place -> place + 1).filter(place -> !asked.there().contains(place)).toList();
        var more = asked.least - asked.there().size();
        assertTrue(verdict.remedy().get().en().startsWith("pick " + more + " more"), verdict.remedy().get()::en);
        var picked = new LinkedHashSet<>(asked.picked);
        wanting.stream().limit(more - 1).forEach(place -> picked.add(OPTIONS.get(place).kinds().getFirst()));
        assertEquals(Outcome.FAILED, asked.choice().judge(health(picked)).outcome(), "one less");
        picked.add(OPTIONS.get(wanting.get(more - 1)).kinds().getLast());
        assertTrue(asked.choice().judge(health(picked)).outcome() != Outcome.FAILED, "as many as are named");
    }

    @Property(tries = 1000, seed = "20241122")
    void more_that_is_picked_never_makes_it_worse(@ForAll("asked") Asked asked, @ForAll AchievementKind another) {
        var more = new LinkedHashSet<>(asked.picked);
        more.add(another);
        var better = List.of(Outcome.FAILED, Outcome.CANNOT_TELL, Outcome.SATISFIED);
        assertTrue(better.indexOf(asked.choice().judge(health(more)).outcome()) >= better.indexOf(asked.choice().judge(health(asked.picked)).outcome()));
    }

    @Example
    void what_is_not_known_is_named_and_what_it_does_not_concern_is_left_alone() {
        var choice = new Asked(Set.of(), 2, Set.of()).choice();
        assertEquals(List.of("achievements"), choice.judge(one("HEALTH", null)).missing());
        assertEquals(Outcome.SATISFIED, choice.judge(one("ECONOMICS", null)).outcome());
        var levels = Choice.of(Scope.of(Scope.Part.all().levels(Level.FULL_SENIOR)), WHAT, Said.says(1), OPTIONS);
        assertEquals(List.of("claim.specialty", "claim.level"), levels.judge(one("HEALTH", Set.of())).missing());
    }

    @Example
    void a_number_that_no_notice_gives_refuses_nobody() {
        var clause = Clause.of("B23-2.1");
        for (var number : List.<Said<Integer>>of(Said.notSaid(clause, Text.of("通知未写几类", "how many is not said")), Said.elsewhere(clause, Text.of("通知未写几类", "how many is not said"), null), Said.notAsked(Text.of("通知未写几类", "how many is not said"))))
            for (var picked : List.<Optional<Set<AchievementKind>>>of(Optional.empty(), Optional.of(Set.of()), Optional.of(Set.of(AchievementKind.PAPER)))) {
                var verdict = Choice.of(Scope.all(), WHAT, number, OPTIONS).judge(one("HEALTH", picked.orElse(null)));
                assertEquals(Outcome.CANNOT_TELL, verdict.outcome());
                assertTrue(verdict.shown().zh().endsWith("通知未写几类") && !verdict.holdsUp() && verdict.missing().isEmpty(), verdict::toString);
            }
    }

    @Example
    void a_choice_that_cannot_be_is_not_made() {
        for (var number : List.of(0, 6)) assertThrows(IllegalArgumentException.class, () -> Choice.of(Scope.all(), WHAT, Said.says(number), OPTIONS));
        assertThrows(IllegalArgumentException.class, () -> Choice.of(Scope.all(), WHAT, Said.says(1), List.of()));
        assertThrows(IllegalArgumentException.class, () -> Choice.of(Scope.all(), WHAT, Said.says(1), List.of(OPTIONS.getFirst(), OPTIONS.getFirst())), "one achievement would count twice");
        assertThrows(IllegalArgumentException.class, () -> Choice.Option.of(WHAT));
    }

    @Provide
    Arbitrary<Asked> asked() {
        return Combinators.combine(Arbitraries.subsetOf(0, 1, 2, 3, 4), Arbitraries.integers().between(1, OPTIONS.size()), Arbitraries.subsetOf(AchievementKind.values())).as(Asked::new);
    }

    private static Case health(Set<AchievementKind> picked) {
        return one("HEALTH", picked);
    }

    /** @param picked null: not told */
    private static Case one(String series, Set<AchievementKind> picked) {
        var claim = new Claim(2023, series, Optional.empty(), Optional.empty(), Claim.ORDINARY, Optional.empty());
        return Case.of(Instant.parse("2023-06-01T02:00:00Z"), claim, picked == null ? Map.of() : Map.of("achievements", picked.stream().map(kind -> new Case.Achievement(kind, Optional.empty())).toList()));
    }
}
