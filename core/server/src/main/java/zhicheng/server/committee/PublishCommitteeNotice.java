package zhicheng.server.committee;

import jakarta.inject.Singleton;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import zhicheng.server.Unseen;
import zhicheng.server.account.Viewer;
import zhicheng.server.calendar.ChinaTime;
import zhicheng.server.calendar.OfficialClock;
import zhicheng.server.database.Sql;
import zhicheng.server.eligibility.CommitteeWindow;
import zhicheng.server.eligibility.Finding;
import zhicheng.server.eligibility.Windows;
import zhicheng.server.eligibility.Words;
import zhicheng.server.region.LoadedEdition;
import zhicheng.server.region.Regions;
import zhicheng.server.trail.Acts;
import zhicheng.server.trail.Chain;
import zhicheng.server.trail.Json;
import zhicheng.spi.Calendar.Window;
import zhicheng.spi.Category;
import zhicheng.spi.Claim;
import zhicheng.spi.Clause;
import zhicheng.spi.Level;
import zhicheng.spi.Provision;
import zhicheng.spi.Step;
import zhicheng.spi.Text;
import zhicheng.spi.When;

/**
 * A committee announces when it takes applications (评审通知), within the bounds of its region's notice: X24-4, J24-3.1, and never later than the province's dates, B24-5.1. Under that
 * clause it may end its intake of material sooner; what has come to it by then is not late by it. Where the time is the committee's own to announce, what it announced it takes back with permission alone (X24-8.2).
 */
@Singleton
public final class PublishCommitteeNotice {
    /** Characters of a document's number. */
    private static final int LONGEST = 200;

    /** The provision of a region's review by which a time that was announced stands. */
    private static final String FROZEN = "plan-and-times-frozen";

    private final Acts acts;
    private final Regions regions;
    private final OfficialClock clock;

    PublishCommitteeNotice(Acts acts, Regions regions, OfficialClock clock) {
        this.acts = acts;
        this.regions = regions;
        this.clock = clock;
    }

    /**
     * @param series codes, null for all that the committee reviews; @param levels likewise; @param categories null for all; @param auditUntil by when is audited, exclusive, null where it is not told
     * @param document its number, null where there is none; @param permittedBy the document that permits it to change what was announced, null where it does not; @param link where it is published, null where it is not told
     */
    public record Input(String key, UUID committee, int year, List<String> series, List<Level> levels, List<String> categories, Instant from, Instant until, Instant auditUntil, String document, String permittedBy, URI link) {}

    /** The committee as one select saw it. @param own the one unit whose people alone it reviews; null: everybody's */
    record Seen(UUID id, String region, UUID own, List<String> series, List<Level> levels) {}

    public Acts.Outcome perform(Viewer actor, Instant at, Input input) {
        var asked = new LinkedHashMap<String, Object>();
        asked.put("committee", input.committee());
        asked.put("year", input.year());
        asked.put("series", input.series());
        asked.put("levels", input.levels());
        asked.put("categories", input.categories());
        asked.put("from", input.from());
        asked.put("until", input.until());
        asked.put("auditUntil", input.auditUntil());
        asked.put("document", input.document());
        asked.put("permittedBy", input.permittedBy());
        asked.put("link", input.link());
        return acts.perform(actor, at, "publishCommitteeNotice", input.key(), asked, List.of(), tx -> {
            var seen = Sql.one(tx, row -> new Seen(row.getObject("id", UUID.class), row.getString("region"), CommitteeNotices.own(row.getString("kind"), row.getObject("founder", UUID.class)), List.of((String[]) row.getArray("series").getArray()),
                            Arrays.stream((String[]) row.getArray("levels").getArray()).map(Level::valueOf).toList()),
                    "select id, region, kind, founder, series, levels from committee where id = ? and ? in (office, founder) for no key update", input.committee(), actor.organisation()).orElse(null);
            if (seen == null) {
                var others = Sql.one(tx, row -> row.getString(1), "select name from committee where id = ?", input.committee());
                return Acts.Outcome.refused(others.map(name -> notOwn(name)).orElseGet(() -> notFound(input.committee())));
            }
            var edition = regions.newest(seen.region(), input.year()).orElse(null);
            CommitteeNotices.holdAlone(tx, seen.region(), input.year());
            var published = clock.now(); // later than whatever was handed in without it
            var announced = CommitteeNotices.of(tx, seen.id(), input.year());
            var findings = findings(seen, edition, input, announced, at, published);
            if (!findings.isEmpty()) return new Acts.Outcome(null, findings);
            var id = UUID.randomUUID();
            Sql.writeOne(tx, """
                    insert into committee_notice (id, committee, region, year, series, levels, categories, intake_from, intake_until, audit_until, published_at, document, permitted_by, link, made_up)
                    select ?, id, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, made_up from committee where id = ?""",
                    id, seen.region(), input.year(), array(input.series()), array(input.levels()), array(input.categories()), input.from(), input.until(), input.auditUntil(), published,
                    trimmed(input.document()), trimmed(input.permittedBy()), input.link() == null ? null : input.link().toString(), seen.id());
            asked.put("notice", id);
            asked.put("published", Json.change(false, true));
            asked.put("lengthened", lengthen(tx, seen, edition, input, published));
            asked.put("clauses", clauses(seen, edition, input));
            var entry = Acts.entry(actor, "PUBLISH_COMMITTEE_NOTICE", at, asked);
            Chain.ACCOUNT.add(tx, actor.account(), entry, at);
            return new Acts.Outcome(id, remarks(seen, edition, input, announced, published));
        });
    }

    /**
     * Where the time is left to committees or other bodies, whoever handed in before in a time that is open, and that the notice makes longer, has the longer one too: he can take a withdrawal back as long as others can hand
     * in. By no notice a time becomes shorter for him, and none that is over is opened again. The dossier stays as it is, its version too.
     *
     * @return of how many dossiers
     */
    private static int lengthen(Connection tx, Seen seen, LoadedEdition edition, Input input, Instant at) throws SQLException {
        var left = claims(seen, edition, input).filter(claim -> Windows.isLeft(edition, claim)).toList();
        if (left.isEmpty()) return 0;
        return Sql.write(tx, """
                update dossier set window_until = ? where id in (
                    select id from dossier where region = ? and year = ? and submitted_at <= ? and window_until >= ? and window_until > ? and window_until < ? and employer = coalesce(?::uuid, employer)
                        and (series, level, category) in (select * from unnest(?::text[], ?::text[], ?::text[])) order by id for no key update)""",
                input.until(), seen.region(), input.year(), at, input.from(), at, input.until(), seen.own(),
                left.stream().map(Claim::series).toArray(String[]::new), left.stream().map(claim -> claim.level().orElseThrow().name()).toArray(String[]::new), left.stream().map(Claim::category).toArray(String[]::new));
    }

    private static Finding notFound(UUID committee) {
        return Finding.refusal("committee.not-found", null, Text.of("本单位的评委会", "a committee of one's own organisation"),
                Text.of("没有 " + committee, "there is none called " + committee), "input.committee");
    }

    /** Which committees there are, and whose, is known to everybody. */
    private static Finding notOwn(String name) {
        return Finding.refusal("committee.not-own", null, Text.of("本单位组建或办理日常工作的评委会", "a committee that one's own organisation set up or whose office it is"),
                Text.of(name + "不是本单位的评委会", name + " is not a committee of this organisation"), "input.committee");
    }

    /**
     * Everything that stands against the notice. Knows no database.
     *
     * @param announced what its committee has announced of the year before
     * @param at when it was sent; @param published as of when it counts
     */
    static List<Finding> findings(Seen seen, LoadedEdition edition, Input input, List<CommitteeWindow> announced, Instant at, Instant published) {
        if (edition == null)
            return List.of(Finding.refusal("edition.not-loaded", null, Text.of("已载入的地区和年度", "a loaded region and year"), Text.of(seen.region() + " " + input.year(), seen.region() + " " + input.year()), "input.year"));
        var scope = scope(seen, edition, input);
        var findings = new ArrayList<Finding>();
        if (!input.from().isBefore(input.until()))
            findings.add(Finding.refusal("notice.order", null, Text.of("受理开始早于截止", "the intake begins before it ends"), time(input), "input.intakeUntil"));
        if (input.from().isBefore(at) && !(scope.isEmpty() && isOpen(seen, edition, input, announced, published)))
            findings.add(Finding.refusal("notice.past", null, Text.of("受理开始不早于通知发布，重申正在进行的受理时间的除外", "the intake begins no earlier than the notice is published, but where it tells again of one that is open"), minute(input.from()), "input.intakeFrom")
                    .remedy(Text.of("不早于 " + ChinaTime.minute(at), "not before " + ChinaTime.minute(at)), at));
        else if (input.from().isBefore(input.until()) && !published.isBefore(input.until()))
            findings.add(Finding.refusal("notice.over", null, Text.of("受理截止晚于通知发布", "the intake ends after the notice is published"), minute(input.until()), "input.intakeUntil"));
        findings.addAll(scope);
        if (input.document() != null) findings.addAll(Words.problems("notice.document", null, Text.of("文号", "the number of the document"), input.document(), LONGEST, "input.document"));
        if (input.permittedBy() != null)
            findings.addAll(Words.problems("notice.permitted-by", null, Text.of("准予调整受理申报时间的文件", "the document that permits it to change the time"), input.permittedBy(), LONGEST, "input.permittedBy"));
        if (input.auditUntil() != null && input.auditUntil().isBefore(input.until()))
            findings.add(Finding.refusal("notice.audit", null, Text.of("审核截止不早于受理截止 " + ChinaTime.minute(input.until()), "the audit ends no sooner than the intake, " + ChinaTime.minute(input.until())), minute(input.auditUntil()), "input.auditUntil"));
        if (findings.isEmpty()) {
            findings.addAll(bounds(seen, edition, input));
            findings.addAll(frozen(seen, edition, input, announced, published));
        }
        return findings;
    }

    /** What it is for that its committee does not review, or its region does not know. */
    private static List<Finding> scope(Seen seen, LoadedEdition edition, Input input) {
        var findings = new ArrayList<Finding>();
        var series = input.series() == null ? seen.series() : input.series();
        var levels = input.levels() == null ? seen.levels() : input.levels();
        if (series.isEmpty() || !seen.series().containsAll(series))
            findings.add(Finding.refusal("notice.series", null, Text.of("评委会评审范围内的系列：" + String.join("、", seen.series()), "series that the committee reviews: " + seen.series()), shown(series), "input.series"));
        if (levels.isEmpty() || !seen.levels().containsAll(levels))
            findings.add(Finding.refusal("notice.levels", null, Text.of("评委会评审范围内的层级：" + seen.levels().stream().map(one -> one.label().zh()).collect(Collectors.joining("、")),
                    "levels that the committee reviews: " + seen.levels().stream().map(one -> one.label().en()).collect(Collectors.joining(", "))), shown(levels), "input.levels"));
        if (input.categories() != null && (input.categories().isEmpty() || input.categories().stream().anyMatch(category -> !categories(edition).contains(category))))
            findings.add(Finding.refusal("notice.categories", Clause.of(edition.edition().notices().getFirst()), Text.of("通知所列评审类别", "categories that the region's notice names"),
                    shown(input.categories()), "input.categories"));
        return findings;
    }

    /** Whether it tells again of a time that is open for all of its scope: one that was announced, and begins no later. */
    private static boolean isOpen(Seen seen, LoadedEdition edition, Input input, List<CommitteeWindow> announced, Instant at) {
        return claims(seen, edition, input).allMatch(claim -> Windows.counting(announced, claim, at).stream().anyMatch(one -> !one.from().isAfter(input.from()) && at.isBefore(one.until())));
    }

    /** Where the time is left to committees: what it announced before and is not over is not shortened, nor put off, without permission (不得擅自调整受理申报时间: X24-8.2); it is lengthened, and there is a second intake. */
    private static List<Finding> frozen(Seen seen, LoadedEdition edition, Input input, List<CommitteeWindow> announced, Instant at) {
        var rule = rule(edition);
        if (rule.isEmpty() || input.permittedBy() != null) return List.of();
        return losing(seen, edition, input, announced, at).filter(one -> one.meets(input.from(), input.until())).map(one -> frozen(rule.get(), one, input)).toList();
    }

    private static Finding frozen(Provision rule, CommitteeWindow before, Input input) {
        return Finding.refusal("notice.frozen", rule.clause(), asked(before), time(input), input.until().isBefore(before.until()) ? "input.intakeUntil" : "input.intakeFrom")
                .remedy(Text.of("不缩短、不推迟；或写明准予调整的文件（permittedBy）", "neither end it sooner nor begin it later; or name the document that permits it (permittedBy)"), null);
    }

    /** By permission it takes the place of whatever was announced for its scope, a second intake too; where no clause has an announced time stand, of what it meets: nothing is taken away without a word. */
    private static Stream<Finding> replaced(Seen seen, LoadedEdition edition, Input input, List<CommitteeWindow> announced, Instant at) {
        var rule = rule(edition);
        if (rule.isPresent() && input.permittedBy() == null) return Stream.empty();
        var since = ChinaTime.minute(at);
        var told = time(input.from(), input.until());
        var then = Text.of("该时间自 " + since + " 起不再适用，由 " + told + " 代替", "it stands until " + since + ", and " + told + " in its place from then on");
        var by = trimmed(input.permittedBy());
        return losing(seen, edition, input, announced, at).filter(one -> by != null || one.meets(input.from(), input.until())).map(one -> Finding.remark("notice.replaced", rule.map(Provision::clause).orElse(null), rule.isPresent() ? asked(one) : stood(one),
                by == null ? then : Text.of("依" + by + "，" + then.zh(), "by " + by + " " + then.en())));
    }

    /** Of what was announced before, where the time is left to committees or other bodies, that from which the notice's own time would take some away. */
    private static Stream<CommitteeWindow> losing(Seen seen, LoadedEdition edition, Input input, List<CommitteeWindow> announced, Instant at) {
        return claims(seen, edition, input).filter(claim -> Windows.isLeft(edition, claim))
                .flatMap(claim -> Windows.counting(announced, claim, at).stream()).distinct().filter(one -> one.loses(input.from(), input.until(), at));
    }

    private static Optional<Provision> rule(LoadedEdition edition) {
        return edition.edition().review().value().orElse(List.of()).stream().filter(one -> one.id().equals(FROZEN)).findFirst();
    }

    private static String time(Instant from, Instant until) {
        return ChinaTime.minute(from) + " – " + ChinaTime.minute(until);
    }

    private static Text time(Input input) {
        var told = time(input.from(), input.until());
        return Text.of(told, told);
    }

    private static Text asked(CommitteeWindow before) {
        var stood = stood(before);
        return Text.of("已公布的受理申报时间不得擅自调整：" + stood.zh(), "the time of intake that was announced is not changed without permission: " + stood.en());
    }

    private static Text stood(CommitteeWindow before) {
        var stood = (before.document() == null ? "" : before.document() + " ") + time(before.from(), before.until());
        return Text.of(stood, stood);
    }

    /** The ordinary review, and every other that the region's notice names. */
    private static List<String> categories(LoadedEdition edition) {
        return Stream.concat(Stream.of(Claim.ORDINARY), edition.edition().categories().value().stream().flatMap(List::stream).map(Category::id)).toList();
    }

    /** The region's own dates for everything that the notice covers. */
    private static List<Finding> bounds(Seen seen, LoadedEdition edition, Input input) {
        var findings = new ArrayList<Finding>();
        claims(seen, edition, input).forEach(claim -> {
            Windows.covering(edition, Step.APPLICATION, claim)
                    .forEach(window -> Windows.from(window.when()).filter(limit -> input.from().isBefore(limit)).ifPresent(limit -> findings.add(early(window, input, limit, claim))));
            limiting(edition, claim)
                    .forEach(window -> Windows.until(window.when()).filter(limit -> input.until().isAfter(limit)).ifPresent(limit -> findings.add(late(window, input, limit, claim))));
            if (input.auditUntil() != null) audited(edition, input, claim).ifPresent(findings::add);
        });
        return findings.stream().distinct().toList();
    }

    /** By when is audited the committee's notice says where the region leaves it to committees, and within its end (X24-4: 明确网上申报和审核具体时间). That is told; no step ends by it. */
    private static Optional<Finding> audited(LoadedEdition edition, Input input, Claim claim) {
        var left = Windows.covering(edition, Step.INTAKE, claim).stream().filter(window -> window.when() instanceof When.SetByCommittee).findFirst();
        if (left.isEmpty())
            return Optional.of(Finding.refusal("notice.audit", Clause.of(edition.edition().notices().getFirst()), Text.of("本地区通知由评委会确定审核时间的，才写明审核截止时间", "by when is audited is said where the region's notice leaves it to committees"),
                    minute(input.auditUntil()), "input.auditUntil").remedy(Text.of("不填 auditUntil", "leave auditUntil out"), null));
        return left.flatMap(window -> Windows.until(window.when())).filter(limit -> input.auditUntil().isAfter(limit)).map(limit -> Finding.refusal("notice.audit", left.get().clause(),
                Text.of("不晚于本地区通知的 " + ChinaTime.minute(limit), "no later than " + ChinaTime.minute(limit) + ", the bound of the region's notice"), minute(input.auditUntil()), "input.auditUntil")
                .remedy(Text.of("不晚于 " + ChinaTime.minute(limit), "not after " + ChinaTime.minute(limit)), null));
    }

    /** What does not refuse the notice: that it comes later than the region's notice asks (X24-4, J24-3.1), which names no consequence, and from what it takes time (X24-8.2). */
    static List<Finding> remarks(Seen seen, LoadedEdition edition, Input input, List<CommitteeWindow> announced, Instant at) {
        var late = claims(seen, edition, input).flatMap(claim -> Windows.covering(edition, Step.COMMITTEE_NOTICE, claim).stream())
                .flatMap(window -> Windows.until(window.when()).filter(limit -> !at.isBefore(limit)).stream().map(limit -> overdue(window, limit, at))).distinct();
        return Stream.concat(late, replaced(seen, edition, input, announced, at)).toList();
    }

    /** By which clauses of the region's notice a committee's is published (X24-4, J24-3.1); the notice as a whole where it has none on it. */
    private static List<String> clauses(Seen seen, LoadedEdition edition, Input input) {
        var clauses = claims(seen, edition, input).flatMap(claim -> Windows.covering(edition, Step.COMMITTEE_NOTICE, claim).stream()).map(window -> window.clause().id()).distinct().toList();
        return clauses.isEmpty() ? edition.edition().notices() : clauses;
    }

    private static Finding overdue(Window window, Instant limit, Instant at) {
        return Finding.remark("notice.overdue", window.clause(), Text.of("评审通知在 " + ChinaTime.minute(limit) + " 之前发布", "the notice is published before " + ChinaTime.minute(limit)),
                Text.of("发布于 " + ChinaTime.minute(at) + "；通知未写明逾期的后果", "published at " + ChinaTime.minute(at) + "; the region's notice names no consequence"));
    }

    /** What the notice covers, one by one: where it names no category, each of the region's. */
    private static Stream<Claim> claims(Seen seen, LoadedEdition edition, Input input) {
        var levels = new LinkedHashSet<>(input.levels() == null ? seen.levels() : input.levels());
        var categories = new LinkedHashSet<>(input.categories() == null ? categories(edition) : input.categories());
        return new LinkedHashSet<>(input.series() == null ? seen.series() : input.series()).stream().flatMap(series -> levels.stream().flatMap(level ->
                categories.stream().map(category -> new Claim(input.year(), series, Optional.empty(), Optional.of(level), category, Optional.empty()))));
    }

    /** What an intake must end by: the region's date for the intake where committees may have a sooner one, or its application window, or else the day on which all review work is done. */
    private static List<Window> limiting(LoadedEdition edition, Claim claim) {
        return Stream.of(Step.INTAKE, Step.APPLICATION, Step.REVIEW)
                .map(step -> Windows.covering(edition, step, claim).stream().filter(window -> Windows.until(window.when()).isPresent() && (step != Step.INTAKE || window.limitedBy().isPresent())).toList())
                .filter(windows -> !windows.isEmpty()).findFirst().orElse(List.of());
    }

    private static Finding early(Window window, Input input, Instant limit, Claim claim) {
        return Finding.refusal("notice.early", window.clause(), Text.of("不早于本地区通知的 " + ChinaTime.minute(limit), "no earlier than " + ChinaTime.minute(limit) + ", the bound of the region's notice"),
                minute(input.from()), "input.intakeFrom").remedy(or(window, input, claim, Text.of("不早于 " + ChinaTime.minute(limit), "not before " + ChinaTime.minute(limit))), limit);
    }

    private static Finding late(Window window, Input input, Instant limit, Claim claim) {
        var dated = ChinaTime.minute(limit) + window.limitedBy().map(by -> " (" + window.clause() + ")").orElse("");
        return Finding.refusal("notice.late", window.limitedBy().orElse(window.clause()), Text.of("不晚于本地区通知的 " + dated, "no later than " + dated + ", the bound of the region's notice"),
                minute(input.until()), "input.intakeUntil").remedy(or(window, input, claim, Text.of("不晚于 " + ChinaTime.minute(limit), "not after " + ChinaTime.minute(limit))), null);
    }

    /** A window that is not for the ordinary review concerns only the notice that does not say for which categories it is. */
    private static Text or(Window window, Input input, Claim claim, Text remedy) {
        var ordinary = new Claim(claim.year(), claim.series(), claim.specialty(), claim.level(), Claim.ORDINARY, claim.channel());
        if (input.categories() != null || window.scope().covers(ordinary).orElse(true)) return remedy;
        return Text.of(remedy.zh() + "；或写明本通知适用的评审类别，" + claim.category() + " 另行通知", remedy.en() + "; or name the review categories of this notice, and give " + claim.category() + " one of its own");
    }

    private static Text minute(Instant told) {
        return Text.of(ChinaTime.minute(told), ChinaTime.minute(told));
    }

    private static String trimmed(String told) {
        return told == null ? null : Unseen.trimmed(told);
    }

    private static String[] array(List<?> values) {
        return values == null ? null : values.stream().map(String::valueOf).distinct().toArray(String[]::new);
    }

    private static Text shown(List<?> given) {
        var cut = Finding.cut(given.toString());
        return Text.of(cut, cut);
    }
}
