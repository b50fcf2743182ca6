package zhicheng.server.eligibility;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static zhicheng.spi.Verdict.Outcome.CANNOT_TELL;
import static zhicheng.spi.Verdict.Outcome.FAILED;
import static zhicheng.spi.Verdict.Outcome.SATISFIED;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import zhicheng.server.eligibility.Evaluator.Standing;
import zhicheng.server.region.LoadedEdition;
import zhicheng.server.region.Regions;
import zhicheng.spi.Calendar;
import zhicheng.spi.Case;
import zhicheng.spi.Channel;
import zhicheng.spi.Claim;
import zhicheng.spi.Level;
import zhicheng.spi.Question;
import zhicheng.spi.Rule;
import zhicheng.spi.Scope;
import zhicheng.spi.Scope.Part;
import zhicheng.spi.Text;
import zhicheng.spi.When;

/** What more or less knowledge may do to an answer: who tells less is never told that he may, where with all told he may not be sure; nor refused, where he might. */
@PropertyDefaults(edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.BOUNDED)
class KnowledgeTest {
    private static final Regions REGIONS = Regions.load(null, Map.of());
    private static final List<LoadedEdition> EDITIONS = REGIONS.all().stream().flatMap(region -> REGIONS.editions(region.id()).stream()).toList();
    private static final List<String> SPECIALTIES = List.of("建筑工程", "机械工程", "民语", "公证员");
    private static final List<String> AREAS = List.of("421200", "620200", "520500", "310000", "540000");

    private static final UUID UNIT = UUID.randomUUID();
    private static final List<UUID> COMMITTEES = List.of(UUID.randomUUID(), UUID.randomUUID());

    private static int failedWithLess;
    private static int windowsOpenWithLess;

    // ---- windows ----

    @Property(tries = 1500, seed = "20240918")
    void a_window_open_without_specialty_level_or_unit_is_open_with_them_and_one_that_is_over_stays_over(@ForAll("calendars") Calendar calendar,
            @ForAll("notices") List<CommitteeWindow> notices, @ForAll("specialties") String specialty, @ForAll Level level, @ForAll("instants") Instant at,
            @ForAll boolean withoutSpecialty, @ForAll boolean withoutLevel, @ForAll boolean withoutUnit) {
        var edition = Somewhere.with(calendar.windows().toArray(Calendar.Window[]::new));
        var more = new Claim(2024, "ENGINEERING", Optional.of(specialty), Optional.of(level), Claim.ORDINARY, Optional.empty());
        var less = new Claim(2024, "ENGINEERING", withoutSpecialty ? Optional.empty() : more.specialty(), withoutLevel ? Optional.empty() : more.level(), Claim.ORDINARY, Optional.empty());
        var own = CommitteeWindow.forUnit(UNIT, notices);
        var knowing = Windows.application(edition, more, at, own).finding();
        var ignorant = Windows.application(edition, less, at, withoutUnit ? notices : own).finding();
        if (ignorant.outcome() == SATISFIED) {
            windowsOpenWithLess++;
            assertEquals(SATISFIED, knowing.outcome());
        }
        if (ignorant.outcome() == FAILED) assertEquals(FAILED, knowing.outcome());
        if (ignorant.outcome() == CANNOT_TELL && !ignorant.missing().isEmpty()) assertTrue(withoutSpecialty || withoutLevel);
        assertTrue(Set.of("claim.specialty", "claim.level").containsAll(ignorant.missing()));
    }

    @Property(tries = 300, seed = "20240918")
    void an_intake_agrees_with_its_own_times(@ForAll("calendars") Calendar calendar, @ForAll("notices") List<CommitteeWindow> notices, @ForAll Level level, @ForAll("instants") Instant at) {
        var claim = new Claim(2024, "ENGINEERING", Optional.of("建筑工程"), Optional.of(level), Claim.ORDINARY, Optional.empty());
        var intake = Windows.application(Somewhere.with(calendar.windows().toArray(Calendar.Window[]::new)), claim, at, notices);
        if (intake.finding().outcome() == SATISFIED) {
            assertTrue(intake.opens().stream().allMatch(opens -> !at.isBefore(opens)));
            assertTrue(intake.closes().stream().allMatch(at::isBefore));
        }
        if (intake.finding().from() != null) assertEquals(intake.finding().from(), intake.opens().orElseThrow());
        if (intake.finding().outcome() == FAILED) assertTrue(intake.opens().stream().anyMatch(at::isBefore) || intake.closes().stream().anyMatch(closes -> !at.isBefore(closes)));
        intake.notices().forEach(notice -> assertTrue(notice.from().isBefore(notice.until())));
    }

    // ---- rules of the three regions ----

    @Property(tries = 1500, seed = "20240918")
    void whoever_is_refused_with_less_told_is_refused_with_more(@ForAll("asked") Asked asked) {
        rules(asked.edition).forEach(rule -> {
            var ignorant = rule.judge().judge(asked.less());
            if (ignorant.outcome() != FAILED) return;
            failedWithLess++;
            assertEquals(FAILED, rule.judge().judge(asked.more()).outcome(), () -> rule.id() + " (" + rule.clause() + ") refuses and would not: " + asked);
        });
    }

    @Property(tries = 300, seed = "20240918")
    void one_case_is_judged_the_same_twice(@ForAll("asked") Asked asked) {
        var evaluator = new Evaluator(REGIONS);
        assertEquals(evaluator.evaluate(asked.edition, asked.more(), List.of()), evaluator.evaluate(asked.edition, asked.more(), List.of()).with(
                evaluator.evaluate(asked.edition, asked.more(), List.of()).general()));
    }

    @Property(tries = 300, seed = "20240918")
    void the_standing_is_what_the_findings_come_to(@ForAll("asked") Asked asked) {
        var report = new Evaluator(REGIONS).evaluate(asked.edition, asked.more(), List.of());
        assertFalse(report.channels().isEmpty() && asked.more.claim().channel().isEmpty());
        for (var through : report.channels()) {
            var hindrances = Stream.concat(report.hindrances().stream(), through.hindrances().stream()).toList();
            assertEquals(hindrances.isEmpty(), through.standing() == Standing.READY);
            assertEquals(hindrances.stream().anyMatch(finding -> finding.outcome() == FAILED && !finding.code().equals("window")), through.standing() == Standing.REFUSED);
            assertEquals(through.outcome() == FAILED, hindrances.stream().anyMatch(finding -> finding.outcome() == FAILED));
            assertTrue(report.standing().compareTo(through.standing()) <= 0);
        }
    }

    @Property(tries = 200, seed = "20240918")
    void a_person_of_whom_nothing_is_known_is_refused_for_nothing_but_the_time_and_the_claim(@ForAll("asked") Asked asked) {
        var nothing = Case.of(asked.more.at(), new Claim(asked.edition.year(), asked.more.claim().series(), Optional.empty(), Optional.empty(), Claim.ORDINARY, Optional.empty()), Map.of());
        var report = new Evaluator(REGIONS).evaluate(asked.edition, nothing, List.of());
        var failed = Stream.concat(report.general().stream(), report.channels().stream().flatMap(channel -> channel.own().stream()))
                .filter(finding -> finding.outcome() == FAILED).map(Finding::code).filter(code -> !code.equals("window")).toList();
        assertEquals(List.of(), failed);
    }

    @AfterContainer
    static void each_property_looked_at_something() {
        assertTrue(failedWithLess > 100, () -> "only " + failedWithLess + " refusals");
        assertTrue(windowsOpenWithLess > 20, () -> "only " + windowsOpenWithLess + " open windows");
    }

    private static Stream<Rule> rules(LoadedEdition loaded) {
        return Stream.concat(loaded.edition().rules().stream(), loaded.edition().channels().value().orElse(List.<Channel>of()).stream().flatMap(channel -> channel.rules().stream()));
    }

    // ---- what is made up ----

    /** One case, and the same with some of it not told. */
    record Asked(LoadedEdition edition, Case more, Case less, Map<String, Object> lessKnown, Map<String, Object> moreKnown) {
        @Override
        public String toString() {
            return "%s %d, %s, knowing %s; of %s, knowing %s".formatted(edition.region().id(), edition.year(), less.claim(), lessKnown, more.claim(), moreKnown);
        }
    }

    @Provide
    Arbitrary<Asked> asked() {
        return Arbitraries.of(EDITIONS).flatMap(edition -> Combinators.combine(claims(edition), known(edition), instants(), Arbitraries.of(Boolean.TRUE, Boolean.FALSE).list().ofSize(60))
                .as((claim, known, at, told) -> {
                    var less = new HashMap<String, Object>();
                    var place = 0;
                    for (var path : known.keySet().stream().sorted().toList()) if (told.get(place++)) less.put(path, known.get(path));
                    var shorter = new Claim(claim.year(), claim.series(), told.get(58) ? claim.specialty() : Optional.empty(), told.get(59) ? claim.level() : Optional.empty(),
                            claim.category(), claim.channel());
                    return new Asked(edition, Case.of(at, claim, known), Case.of(at, shorter, less), Map.copyOf(less), Map.copyOf(known));
                }));
    }

    private static Arbitrary<Claim> claims(LoadedEdition edition) {
        var series = Arbitraries.of("ENGINEERING", "HEALTH", "TRANSLATION", "PUBLIC_LEGAL_SERVICE", "SCHOOL", "AGRICULTURE", "ACCOUNTING");
        var categories = Stream.concat(Stream.of(Claim.ORDINARY), edition.edition().categories().value().orElse(List.of()).stream().map(one -> one.id())).toList();
        return Combinators.combine(series, Arbitraries.of(SPECIALTIES), Arbitraries.of(Level.class), Arbitraries.of(categories))
                .as((code, specialty, level, category) -> new Claim(edition.year(), code, Optional.of(specialty), Optional.of(level), category, Optional.empty()));
    }

    private static Arbitrary<Map<String, Object>> known(LoadedEdition edition) {
        var values = new HashMap<String, Arbitrary<?>>();
        Case.PATHS.keySet().forEach(path -> values.put(path, value(path, edition.year())));
        edition.edition().questions().forEach(question -> values.put("answers." + question.id(), answer(question)));
        var paths = values.keySet().stream().sorted().toList();
        return Combinators.combine(paths.stream().map(path -> values.get(path).injectNull(0.15).map(value -> (Object) value)).toList()).as(all -> {
            var known = new HashMap<String, Object>();
            for (var place = 0; place < paths.size(); place++) if (all.get(place) != null) known.put(paths.get(place), all.get(place));
            return known;
        });
    }

    private static Arbitrary<?> value(String path, int year) {
        var days = Arbitraries.integers().between(-900, 500).map(LocalDate.of(year, 6, 1)::plusDays);
        var areas = Arbitraries.of(AREAS).optional();
        return switch (path) {
            case "birthDate" -> Arbitraries.integers().between(20, 70).map(age -> LocalDate.of(year - age, 5, 5));
            case "residence" -> Arbitraries.of(Case.Residence.class);
            case "employment" -> Arbitraries.of(Case.Employment.class);
            case "secrecy" -> Arbitraries.of(Case.Secrecy.class);
            case "workplace", "hukou" -> Arbitraries.of(AREAS);
            case "degrees" -> Combinators.combine(Arbitraries.of("本科", "大专"), days.optional()).as(Case.Degree::new).list().ofMaxSize(2);
            case "titles" -> Combinators.combine(Arbitraries.of("ENGINEERING", "HEALTH"), Arbitraries.of(Level.class), days.optional(), areas, Arbitraries.integers().between(0, 36).optional())
                    .as((series, level, date, province, aid) -> new Case.Title(series, Optional.empty(), level, date, province, aid)).list().ofMaxSize(2);
            case "hours" -> Combinators.combine(Arbitraries.integers().between(year - 3, year), Arbitraries.of(0, 449, 450, 800, 899, 900, 1200), Arbitraries.of(0, 300, 600).optional(), areas)
                    .as((of, total, specialised, province) -> new Case.Hours(of, Math.max(total, specialised.orElse(0)), specialised, province)).list().ofMaxSize(3);
            case "assessments" -> Combinators.combine(Arbitraries.integers().between(year - 5, year), Arbitraries.of("合格", "不合格")).as(Case.Assessment::new).list().ofMaxSize(3);
            case "testPasses" -> Combinators.combine(Arbitraries.of(SPECIALTIES), Arbitraries.of(Level.class)).as((specialty, level) -> new Case.TestPass(specialty, level, Optional.empty())).list().ofMaxSize(3);
            case "achievements" -> Arbitraries.of(Case.AchievementKind.class).map(kind -> new Case.Achievement(kind, Optional.empty())).list().ofMaxSize(3);
            case "testExemptions" -> Arbitraries.of("鄂职改办〔2013〕72号", "某文件").list().ofMaxSize(2);
            case "sanctions" -> Combinators.combine(Arbitraries.of(Case.SanctionKind.class), days, Arbitraries.integers().between(1, 900).optional(), areas)
                    .as((kind, from, length, area) -> new Case.Sanction(kind, from, length.map(from::plusDays), area)).list().ofMaxSize(3);
            case "otherApplications" -> Arbitraries.of("ENGINEERING", "HEALTH").map(series -> new Claim(year, series, Optional.empty(), Optional.empty(), Claim.ORDINARY, Optional.empty())).list().ofMaxSize(2);
            default -> Arbitraries.of(true, false);
        };
    }

    private static Arbitrary<String> answer(Question question) {
        return switch (question.kind()) {
            case YES_NO -> Arbitraries.of("true", "false");
            case NUMBER -> Arbitraries.of("0", "1", "2", "3", "2021");
            case DATE -> Arbitraries.of("2024-06-01");
            case TEXT -> Arbitraries.of("初级", "中级", "高级", "无");
        };
    }

    @Provide
    Arbitrary<String> specialties() {
        return Arbitraries.of(SPECIALTIES);
    }

    @Provide
    Arbitrary<Instant> instants() {
        return Arbitraries.integers().between(0, 366 * 24).map(hour -> LocalDateTime.of(2023, 12, 31, 16, 0).plusHours(hour).toInstant(ZoneOffset.UTC));
    }

    @Provide
    Arbitrary<Calendar> calendars() {
        var parts = Combinators.combine(Arbitraries.of(true, false), Arbitraries.subsetOf(SPECIALTIES), Arbitraries.of(true, false), Arbitraries.subsetOf(Level.values()))
                .as((all, specialties, without, levels) -> {
                    var part = (all ? Part.all() : Part.series("ENGINEERING", "HEALTH")).levels(levels.toArray(Level[]::new));
                    var names = specialties.toArray(String[]::new);
                    return without ? part.notSpecialties(names) : part.specialties(names);
                });
        var windows = Combinators.combine(parts.list().ofMinSize(1).ofMaxSize(2), whens()).as((scope, when) -> Somewhere.window("w" + UUID.randomUUID(), new Scope(scope), when));
        return windows.list().ofMinSize(1).ofMaxSize(4).map(Calendar::of);
    }

    private static Arbitrary<When> whens() {
        var days = Arbitraries.integers().between(0, 360).map(LocalDate.of(2024, 1, 1)::plusDays);
        return Arbitraries.oneOf(
                Combinators.combine(days, Arbitraries.integers().between(0, 90)).as((first, length) -> When.days(first, first.plusDays(length), "几日", null)),
                days.map(last -> When.byDay(last, "某日前", null)), days.map(first -> When.from(first, "某日起", null)),
                Combinators.combine(days.injectNull(0.3), days.injectNull(0.3)).as((first, last) -> When.setByCommittee(first, last, "自定", null)),
                days.injectNull(0.5).map(last -> When.elsewhere(Text.of("某厅", "an office"), null, last, "另行通知", null)));
    }

    @Provide
    Arbitrary<List<CommitteeWindow>> notices() {
        var hours = Arbitraries.integers().between(0, 366 * 24);
        return Combinators.combine(hours, Arbitraries.integers().between(1, 2000), Arbitraries.subsetOf(Stream.of(Level.values()).map(Enum::name).toList()), Arbitraries.of("ENGINEERING", "HEALTH", ""),
                        Arbitraries.of(COMMITTEES), Arbitraries.of(UNIT, UUID.randomUUID()).injectNull(0.6), hours)
                .as((from, length, levels, series, committee, own, before) -> {
                    var begin = LocalDateTime.of(2023, 12, 31, 16, 0).plusHours(from);
                    return new CommitteeWindow(UUID.randomUUID(), committee, "某评委会", own, series.isEmpty() ? List.of() : List.of(series), List.copyOf(levels), List.of(),
                            begin.toInstant(ZoneOffset.UTC), begin.plusHours(length).toInstant(ZoneOffset.UTC), begin.minusHours(before).toInstant(ZoneOffset.UTC), null, null, null);
                }).list().ofMaxSize(3);
    }
}
