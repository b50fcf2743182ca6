package zhicheng.server.eligibility;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import zhicheng.server.calendar.ChinaTime;
import zhicheng.server.region.LoadedEdition;
import zhicheng.spi.Calendar.Window;
import zhicheng.spi.Claim;
import zhicheng.spi.Clause;
import zhicheng.spi.Rule;
import zhicheng.spi.Step;
import zhicheng.spi.Text;
import zhicheng.spi.Verdict;
import zhicheng.spi.When;

/** Where a window's beginning and end are decided: half-open, from inside, until outside; what another body announces is never guessed. */
public final class Windows {
    /** The code of the finding on the application window. */
    public static final String CODE = "window";

    private Windows() {}

    /** How a window stands at an instant. */
    public enum State { UPCOMING, OPEN, PAST, DUE, SET_BY_COMMITTEE, ANNOUNCED_ELSEWHERE, COUNTED }

    /** UPCOMING, OPEN or PAST for a span; DUE or PAST for a limit; UPCOMING or OPEN for a beginning; who decides in the other cases. */
    public static State state(When when, Instant at) {
        return switch (when) {
            case When.Span span -> at.isBefore(span.from()) ? State.UPCOMING : at.isBefore(span.until()) ? State.OPEN : State.PAST;
            case When.Until until -> at.isBefore(until.until()) ? State.DUE : State.PAST;
            case When.From from -> at.isBefore(from.from()) ? State.UPCOMING : State.OPEN;
            case When.SetByCommittee set -> set.notAfter().filter(end -> !at.isBefore(end)).isPresent() ? State.PAST : State.SET_BY_COMMITTEE;
            case When.AnnouncedElsewhere elsewhere -> elsewhere.notAfter().filter(end -> !at.isBefore(end)).isPresent() ? State.PAST : State.ANNOUNCED_ELSEWHERE;
            case When.Counted counted -> State.COUNTED;
        };
    }

    /** When a time begins, or the earliest that a committee may begin; empty where nobody has said it. */
    public static Optional<Instant> from(When when) {
        return switch (when) {
            case When.Span span -> Optional.of(span.from());
            case When.From from -> Optional.of(from.from());
            case When.SetByCommittee set -> set.notBefore();
            case When.Until _, When.Counted _, When.AnnouncedElsewhere _ -> Optional.empty();
        };
    }

    /** When a time ends, from outside, or the latest that a committee or another body may end; empty where nobody has said it. */
    public static Optional<Instant> until(When when) {
        return switch (when) {
            case When.Span span -> Optional.of(span.until());
            case When.Until until -> Optional.of(until.until());
            case When.SetByCommittee set -> set.notAfter();
            case When.AnnouncedElsewhere elsewhere -> elsewhere.notAfter();
            case When.From _, When.Counted _ -> Optional.empty();
        };
    }

    /** The windows of a step that cover a claim; those whose scope hangs on a specialty or level that was not told come too. */
    public static List<Window> covering(LoadedEdition edition, Step step, Claim claim) {
        return edition.edition().calendar().value().map(calendar -> calendar.windows().stream()
                .filter(window -> window.step() == step && window.scope().covers(claim).orElse(true)).toList()).orElse(List.of());
    }

    /**
     * Whether an application can be handed in, and in which time; {@code opens} and {@code closes} empty where nobody has said them yet.
     *
     * @param notices the committee notices that cover the claim, or may cover it, where the region leaves its window to committees or other bodies
     */
    public record Intake(Finding finding, Optional<Instant> opens, Optional<Instant> closes, List<CommitteeWindow> notices) {
        private static Intake of(Finding finding) {
            return new Intake(finding, Optional.empty(), Optional.empty(), List.of());
        }
    }

    /** One time that may be the claim's; {@code sure} where that does not hang on what the claim leaves open. */
    private record Candidate(boolean sure, Intake intake) {}

    /** Open before perhaps open, what opens sooner before what opens later, all before what is over; of equals the first. */
    private static final Comparator<Candidate> BEST_FIRST = Comparator.comparingInt((Candidate one) -> switch (one.intake.finding.outcome()) {
        case SATISFIED -> 0;
        case CANNOT_TELL -> 1;
        case FAILED -> 2;
    }).thenComparing(one -> Optional.ofNullable(one.intake.finding.from()).orElse(Instant.MAX));

    /**
     * Whether an application can be handed in at {@code at}: the region's own window, or, where that is left to committees or other bodies,
     * a committee notice that was published by then. Never FAILED where a level, specialty or unit not told yet could still make it open.
     */
    public static Intake application(LoadedEdition edition, Claim claim, Instant at, List<CommitteeWindow> announced) {
        var windows = covering(edition, Step.APPLICATION, claim);
        if (windows.isEmpty()) return Intake.of(notSaid(edition, claim));
        var candidates = windows.stream().map(window -> new Candidate(window.scope().covers(claim).isPresent(), one(window, claim, at, announced))).toList();
        return best(candidates).orElseGet(() -> Intake.of(hangsOn(windows, claim)));
    }

    /** The best of those that are sure; empty where another one could be better. */
    private static Optional<Intake> best(List<Candidate> candidates) {
        var first = candidates.stream().min(BEST_FIRST).orElseThrow();
        return candidates.stream().filter(Candidate::sure).min(BEST_FIRST).filter(sure -> BEST_FIRST.compare(sure, first) <= 0).map(Candidate::intake);
    }

    private static Finding hangsOn(List<Window> windows, Claim claim) {
        var open = windows.stream().filter(window -> window.scope().covers(claim).isEmpty()).toList();
        var parts = open.stream().flatMap(window -> window.scope().parts().stream()).filter(part -> part.series().isEmpty() || part.series().contains(claim.series())).toList();
        var missing = new ArrayList<String>();
        if (claim.specialty().isEmpty() && parts.stream().anyMatch(part -> !part.specialties().isEmpty() || !part.notSpecialties().isEmpty())) missing.add("claim.specialty");
        if (claim.level().isEmpty() && parts.stream().anyMatch(part -> !part.levels().isEmpty())) missing.add("claim.level");
        return cannotTell(open.getFirst().clause(), Text.of("申报时间因专业或层级而异，请说明", "the time hangs on the specialty or level: name it"), missing, null);
    }

    private static Intake one(Window window, Claim claim, Instant at, List<CommitteeWindow> announced) {
        return switch (window.when()) {
            case When.Span span -> new Intake(span(window.clause(), span.from(), span.until(), at, printed(window)), Optional.of(span.from()), Optional.of(span.until()), List.of());
            case When.Until until -> new Intake(span(window.clause(), Instant.MIN, until.until(), at, printed(window)), Optional.empty(), Optional.of(until.until()), List.of());
            case When.From from -> new Intake(span(window.clause(), from.from(), Instant.MAX, at, printed(window)), Optional.of(from.from()), Optional.empty(), List.of());
            case When.SetByCommittee set -> byCommittee(window, claim, at, announced, set.notAfter(),
                    Text.of("由各评委会自行公布受理时间，尚未录入相应评委会的通知", "each committee announces its own intake, and no notice of a committee for this claim is entered"));
            case When.AnnouncedElsewhere elsewhere -> byCommittee(window, claim, at, announced, elsewhere.notAfter(),
                    Text.of("时间以" + elsewhere.byWhom().zh() + "的通知为准" + elsewhere.link().map(link -> "（" + link + "）").orElse(""),
                            "announced by " + elsewhere.byWhom().en() + elsewhere.link().map(link -> " (" + link + ")").orElse("")));
            case When.Counted counted -> Intake.of(cannotTell(window.clause(), printed(window), List.of(), null));
        };
    }

    private static Intake byCommittee(Window window, Claim claim, Instant at, List<CommitteeWindow> announced, Optional<Instant> notAfter, Text why) {
        var counting = counting(announced, claim, at);
        var notices = counting.stream().flatMap(notice -> within(window, notice).stream()).sorted(Comparator.comparing(CommitteeWindow::until).reversed()).toList();
        var over = notAfter.filter(end -> !at.isBefore(end)).map(end -> span(window.clause(), Instant.MIN, end, at, printed(window)));
        if (notices.isEmpty())
            return new Intake(over.orElseGet(() -> cannotTell(window.clause(), why, List.of(), Text.of("等待相应通知公布", "wait for that notice"))),
                    Optional.empty(), over.flatMap(finding -> notAfter), List.of());
        var candidates = notices.stream().map(notice -> new Candidate(isSure(counting, notice, claim), new Intake(
                span(window.clause(), notice.from(), notice.until(), at, Text.of(notice.committeeName() + "受理时间 " + show(notice.from(), notice.until()),
                        notice.committeeName() + " takes applications " + show(notice.from(), notice.until()))),
                Optional.of(notice.from()), Optional.of(notice.until()), notices))).toList();
        return best(candidates).orElseGet(() -> new Intake(over.orElseGet(() -> hangsOn(window, claim, counting)), Optional.empty(), over.flatMap(finding -> notAfter), notices));
    }

    private static Finding hangsOn(Window window, Claim claim, List<CommitteeWindow> counting) {
        if (claim.level().isEmpty() && counting.stream().anyMatch(notice -> !notice.levels().isEmpty()))
            return cannotTell(window.clause(), Text.of("评委会的受理时间因层级而异，请说明", "the committees' times hang on the level: name it"), List.of("claim.level"), null);
        var own = counting.stream().filter(notice -> notice.own() != null).map(CommitteeWindow::committeeName).distinct().toList();
        return cannotTell(window.clause(), Text.of("自主评审单位只受理本单位人员的申报：" + String.join("、", own), "these take the applications of their own unit's people alone: " + String.join(", ", own)), List.of(),
                Text.of("以本人的申报材料查询（evaluation），其单位已写明", "ask it of one's own dossier (evaluation), which tells the unit"));
    }

    /** Those published by {@code at} that cover a claim, or may cover it, but for those whose time their committee has told anew since. */
    public static List<CommitteeWindow> counting(List<CommitteeWindow> announced, Claim claim, Instant at) {
        var published = published(announced, claim, at);
        return published.stream().filter(notice -> published.stream().noneMatch(later -> later.changes(notice) && later.covers(claim).isPresent())).toList();
    }

    private static List<CommitteeWindow> published(List<CommitteeWindow> announced, Claim claim, Instant at) {
        return announced.stream().filter(notice -> !notice.published().isAfter(at) && notice.covers(claim).orElse(true)).toList();
    }

    /** Whether one of those that count does so whatever the claim leaves open. */
    private static boolean isSure(List<CommitteeWindow> counting, CommitteeWindow notice, Claim claim) {
        return notice.covers(claim).isPresent() && counting.stream().noneMatch(later -> later.changes(notice));
    }

    /**
     * Why a committee does not get what was handed in at {@code at}, where the region leaves the time to committees or other bodies: it did not take such an application then, by what it had published by then. What it
     * publishes later takes nothing from who relied on that. Empty where it took it, and where the region sets the time itself.
     *
     * @param announced those that are for the dossier's unit, of other committees too
     */
    public static Optional<Finding> notTaken(LoadedEdition edition, Claim claim, UUID committee, Instant at, List<CommitteeWindow> announced, String path) {
        var left = covering(edition, Step.APPLICATION, claim).stream().filter(Windows::isLeft).findFirst();
        var found = taken(edition, claim, committee, at, announced);
        if (left.isEmpty() || found.outcome() == Verdict.Outcome.SATISFIED) return Optional.empty();
        var others = announced.stream().filter(one -> taken(edition, claim, one.committee(), at, announced).outcome() == Verdict.Outcome.SATISFIED).map(CommitteeWindow::committeeName).distinct().toList();
        var shown = found.outcome() == Verdict.Outcome.FAILED ? Text.of("首次提交于 " + show(at), "first handed in at " + show(at))
                : Text.of("首次提交于 " + show(at) + "，该评委会当时没有此类申报的受理通知", "first handed in at " + show(at) + "; the committee had no notice for it then");
        var refusal = Finding.refusal("chain.window", left.get().clause(), Text.of("首次提交在评委会的受理时间内：" + found.asked().zh(), "first handed in while the committee took applications: " + found.asked().en()), shown, path);
        return Optional.of(others.isEmpty() ? refusal : refusal.remedy(Text.of("报送当时受理的评委会：" + String.join("、", others), "hand it on to a committee that took it then: " + String.join(", ", others)), null));
    }

    /** Whether the time of application for a claim, whatever it leaves open, is committees' or other bodies' to set, and by no window the region's. */
    public static boolean isLeft(LoadedEdition edition, Claim claim) {
        var windows = covering(edition, Step.APPLICATION, claim);
        return !windows.isEmpty() && windows.stream().allMatch(Windows::isLeft);
    }

    private static boolean isLeft(Window window) {
        return window.when() instanceof When.SetByCommittee || window.when() instanceof When.AnnouncedElsewhere;
    }

    private static Finding taken(LoadedEdition edition, Claim claim, UUID committee, Instant at, List<CommitteeWindow> announced) {
        return application(edition, claim, at, announced.stream().filter(one -> one.committee().equals(committee)).toList()).finding();
    }

    /** What a window leaves of a committee's notice; empty where nothing is left of it, or where the region sets the time itself. */
    private static Optional<CommitteeWindow> within(Window window, CommitteeWindow notice) {
        return switch (window.when()) {
            case When.SetByCommittee _, When.AnnouncedElsewhere _ -> notice.within(from(window.when()), until(window.when()));
            case When.Span _, When.Until _, When.From _, When.Counted _ -> Optional.empty();
        };
    }

    /**
     * When committees take applications of an edition by the notices that stand at {@code at}, cut as an application is judged; one for each notice,
     * from the first to the last instant that any window leaves of it, soonest first. None where the region sets the time itself.
     */
    public static List<CommitteeWindow> intakes(LoadedEdition edition, Instant at, List<CommitteeWindow> announced) {
        var windows = edition.edition().calendar().value().stream().flatMap(calendar -> calendar.windows().stream()).filter(window -> window.step() == Step.APPLICATION).toList();
        return standing(announced, at, (later, notice) -> later.replaces(notice) && later.changes(notice))
                .flatMap(notice -> windows.stream().filter(window -> notice.touches(window.scope())).flatMap(window -> within(window, notice).stream()).reduce(CommitteeWindow::joined).stream())
                .sorted(Comparator.comparing(CommitteeWindow::from).thenComparing(CommitteeWindow::notice)).toList();
    }

    /**
     * A committee's own date for the end of its intake (材料收取截止时间), sooner than the region's, whose notice permits that.
     *
     * @param window the region's
     * @param notice the committee's, in which it says so
     */
    public record Closing(Window window, CommitteeWindow notice) {
        /** First instant that is too late. */
        public Instant until() { return notice.until(); }

        /** By which clause a committee may set it. */
        public Clause clause() { return window.limitedBy().orElseThrow(); }
    }

    /** By when a committee takes in the material of a claim, where it has said so itself by {@code at}, and sooner than the region; the claim names its level, and the notices are for its unit. */
    public static Optional<Closing> closing(LoadedEdition edition, Claim claim, UUID committee, Instant at, List<CommitteeWindow> announced) {
        var window = closable(covering(edition, Step.INTAKE, claim).stream()).max(Comparator.comparing(one -> until(one.when()).orElseThrow()));
        var notice = published(announced, claim, at).stream().filter(one -> one.committee().equals(committee)).max(CommitteeWindow.LATEST_LAST);
        return window.flatMap(limit -> notice.filter(one -> isSooner(one, limit)).map(one -> new Closing(limit, one)));
    }

    /** All of them by the notices that stand at {@code at}, soonest first; one for each window of the region's. */
    public static List<Closing> closings(LoadedEdition edition, Instant at, List<CommitteeWindow> announced) {
        var windows = closable(edition.edition().calendar().value().stream().flatMap(calendar -> calendar.windows().stream()).filter(window -> window.step() == Step.INTAKE)).toList();
        return standing(announced, at, CommitteeWindow::replaces)
                .flatMap(notice -> windows.stream().filter(window -> notice.touches(window.scope()) && isSooner(notice, window)).map(window -> new Closing(window, notice)))
                .sorted(Comparator.comparing(Closing::until).thenComparing(one -> one.notice().notice()).thenComparing(one -> one.window().id())).toList();
    }

    /** Those that were published by {@code at}, but for those of which a later one of the same committee {@code takes} the place. */
    private static Stream<CommitteeWindow> standing(List<CommitteeWindow> announced, Instant at, BiPredicate<CommitteeWindow, CommitteeWindow> takes) {
        var published = announced.stream().filter(notice -> !notice.published().isAfter(at)).toList();
        return published.stream().filter(notice -> published.stream().noneMatch(later -> takes.test(later, notice)));
    }

    /** Those whose end the region gives itself, and permits committees to bring forward. */
    private static Stream<Window> closable(Stream<Window> windows) {
        return windows.filter(window -> window.limitedBy().isPresent() && (window.when() instanceof When.Until || window.when() instanceof When.Span));
    }

    private static boolean isSooner(CommitteeWindow notice, Window window) {
        return until(window.when()).filter(notice.until()::isBefore).isPresent();
    }

    private static Finding span(Clause clause, Instant from, Instant until, Instant at, Text asked) {
        if (at.isBefore(from))
            return refusal(clause, asked, Text.of("尚未开始：" + show(at), "not open yet at " + show(at)))
                    .remedy(Text.of("自 " + show(from) + " 起可以申报", "open from " + show(from)), from);
        if (!at.isBefore(until))
            return refusal(clause, asked, Text.of("已于 " + show(until) + " 截止，现为 " + show(at), "closed at " + show(until) + "; it is " + show(at)));
        return new Finding(CODE, clause, Rule.Force.BINDING, Verdict.Outcome.SATISFIED, what(), asked,
                Text.of("正在受理：" + show(at), "open at " + show(at)) , "at", List.of(), null, null, false);
    }

    private static Finding refusal(Clause clause, Text asked, Text shown) {
        return new Finding(CODE, clause, Rule.Force.BINDING, Verdict.Outcome.FAILED, what(), asked, shown, "at", List.of(), null, null, true);
    }

    private static Finding cannotTell(Clause clause, Text why, List<String> missing, Text remedy) {
        return new Finding(CODE, clause, Rule.Force.BINDING, Verdict.Outcome.CANNOT_TELL, what(), what(), why, "at", missing, remedy, null, true);
    }

    private static Finding notSaid(LoadedEdition edition, Claim claim) {
        var category = edition.edition().categories().value().stream().flatMap(List::stream).filter(one -> one.id().equals(claim.category())).findFirst();
        var clause = category.map(one -> one.clause()).orElseGet(() -> Clause.of(edition.edition().notices().getFirst()));
        return cannotTell(clause, Text.of("本通知未载明此类申报的时间" + category.flatMap(one -> one.document()).map(document -> "，按" + document + "办理").orElse(""),
                "the notice gives no time for this claim" + category.flatMap(one -> one.document()).map(document -> "; it follows " + document).orElse("")), List.of(), null);
    }

    private static Text what() {
        return Text.of("在规定的申报时间内申报", "applied for within the application window");
    }

    private static Text printed(Window window) {
        return Text.of(window.step().label().zh() + "：" + window.when().printed(), window.step().label().en() + ": " + window.when().printed());
    }

    private static String show(Instant from, Instant until) {
        return show(from) + " – " + show(until);
    }

    private static String show(Instant instant) {
        return instant.equals(Instant.MIN) || instant.equals(Instant.MAX) ? "…" : ChinaTime.minute(instant);
    }
}
