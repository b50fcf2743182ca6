package zhicheng.server.committee;

import jakarta.inject.Singleton;
import java.net.URI;
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
import zhicheng.server.database.Sql;
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
import zhicheng.spi.Step;
import zhicheng.spi.Text;

/**
 * A committee announces when it takes applications (评审通知), within the bounds of its region's notice: X24-4, J24-3.1, and never later than the province's dates, B24-5.1. Under that
 * clause it may end its intake of material sooner; what has come to it by then is not late by it.
 */
@Singleton
public final class PublishCommitteeNotice {
    /** Characters of a document's number. */
    private static final int LONGEST = 200;

    private final Acts acts;
    private final Regions regions;

    PublishCommitteeNotice(Acts acts, Regions regions) {
        this.acts = acts;
        this.regions = regions;
    }

    /** @param series codes, null for all that the committee reviews; @param levels likewise; @param categories null for all; @param document its number, null where there is none; @param link likewise */
    public record Input(String key, UUID committee, int year, List<String> series, List<Level> levels, List<String> categories, Instant from, Instant until, String document, URI link) {}

    /** The committee as one select saw it. */
    record Seen(UUID id, String region, List<String> series, List<Level> levels) {}

    public Acts.Outcome perform(Viewer actor, Instant at, Input input) {
        var asked = new LinkedHashMap<String, Object>();
        asked.put("committee", input.committee());
        asked.put("year", input.year());
        asked.put("series", input.series());
        asked.put("levels", input.levels());
        asked.put("categories", input.categories());
        asked.put("from", input.from());
        asked.put("until", input.until());
        asked.put("document", input.document());
        asked.put("link", input.link());
        return acts.perform(actor, at, "publishCommitteeNotice", input.key(), asked, List.of(), tx -> {
            var seen = Sql.one(tx, row -> new Seen(row.getObject("id", UUID.class), row.getString("region"), List.of((String[]) row.getArray("series").getArray()),
                            Arrays.stream((String[]) row.getArray("levels").getArray()).map(Level::valueOf).toList()),
                    "select id, region, series, levels from committee where id = ? and ? in (office, founder) for no key update", input.committee(), actor.organisation()).orElse(null);
            if (seen == null) {
                var others = Sql.one(tx, row -> row.getString(1), "select name from committee where id = ?", input.committee());
                return Acts.Outcome.refused(others.map(name -> notOwn(name)).orElseGet(() -> notFound(input.committee())));
            }
            var edition = regions.newest(seen.region(), input.year()).orElse(null);
            var findings = findings(seen, edition, input, at);
            if (!findings.isEmpty()) return new Acts.Outcome(null, findings);
            var id = UUID.randomUUID();
            Sql.writeOne(tx, """
                    insert into committee_notice (id, committee, region, year, series, levels, categories, intake_from, intake_until, published_at, document, link, made_up)
                    select ?, id, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, made_up from committee where id = ?""",
                    id, seen.region(), input.year(), array(input.series()), array(input.levels()), array(input.categories()), input.from(), input.until(), at,
                    input.document() == null ? null : Unseen.trimmed(input.document()), input.link() == null ? null : input.link().toString(), seen.id());
            asked.put("notice", id);
            asked.put("published", Json.change(false, true));
            asked.put("clauses", clauses(seen, edition, input));
            var entry = Acts.entry(actor, "PUBLISH_COMMITTEE_NOTICE", at, asked);
            Chain.ACCOUNT.add(tx, actor.account(), entry, at);
            return new Acts.Outcome(id, remarks(seen, edition, input, at));
        });
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

    /** Everything that stands against the notice. Knows no database. */
    static List<Finding> findings(Seen seen, LoadedEdition edition, Input input, Instant at) {
        if (edition == null)
            return List.of(Finding.refusal("edition.not-loaded", null, Text.of("已载入的地区和年度", "a loaded region and year"), Text.of(seen.region() + " " + input.year(), seen.region() + " " + input.year()), "input.year"));
        var findings = new ArrayList<Finding>();
        if (!input.from().isBefore(input.until()))
            findings.add(Finding.refusal("notice.order", null, Text.of("受理开始早于截止", "the intake begins before it ends"), Text.of(ChinaTime.minute(input.from()) + " – " + ChinaTime.minute(input.until()), ChinaTime.minute(input.from()) + " – " + ChinaTime.minute(input.until())), "input.intakeUntil"));
        if (input.from().isBefore(at))
            findings.add(Finding.refusal("notice.past", null, Text.of("受理开始不早于通知发布", "the intake begins no earlier than the notice is published"), Text.of(ChinaTime.minute(input.from()), ChinaTime.minute(input.from())), "input.intakeFrom")
                    .remedy(Text.of("不早于 " + ChinaTime.minute(at), "not before " + ChinaTime.minute(at)), at));
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
        if (input.document() != null) findings.addAll(Words.problems("notice.document", null, Text.of("文号", "the number of the document"), input.document(), LONGEST, "input.document"));
        if (findings.isEmpty()) findings.addAll(bounds(seen, edition, input));
        return findings;
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
        });
        return findings.stream().distinct().toList();
    }

    /** What does not refuse the notice: that it comes later than the region's notice asks (X24-4, J24-3.1), which names no consequence. */
    static List<Finding> remarks(Seen seen, LoadedEdition edition, Input input, Instant at) {
        return claims(seen, edition, input).flatMap(claim -> Windows.covering(edition, Step.COMMITTEE_NOTICE, claim).stream())
                .flatMap(window -> Windows.until(window.when()).filter(limit -> !at.isBefore(limit)).stream().map(limit -> overdue(window, limit, at))).distinct().toList();
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

    /** What an intake must end by: the region's date for the intake, or its application window, or else the day on which all review work is done. */
    private static List<Window> limiting(LoadedEdition edition, Claim claim) {
        return Stream.of(Step.INTAKE, Step.APPLICATION, Step.REVIEW)
                .map(step -> Windows.covering(edition, step, claim).stream().filter(window -> Windows.until(window.when()).isPresent()).toList())
                .filter(windows -> !windows.isEmpty()).findFirst().orElse(List.of());
    }

    private static Finding early(Window window, Input input, Instant limit, Claim claim) {
        return Finding.refusal("notice.early", window.clause(), Text.of("不早于本地区通知的 " + ChinaTime.minute(limit), "no earlier than " + ChinaTime.minute(limit) + ", the bound of the region's notice"),
                Text.of(ChinaTime.minute(input.from()), ChinaTime.minute(input.from())), "input.intakeFrom").remedy(or(window, input, claim, Text.of("不早于 " + ChinaTime.minute(limit), "not before " + ChinaTime.minute(limit))), limit);
    }

    private static Finding late(Window window, Input input, Instant limit, Claim claim) {
        var dated = ChinaTime.minute(limit) + window.limitedBy().map(by -> " (" + window.clause() + ")").orElse("");
        return Finding.refusal("notice.late", window.limitedBy().orElse(window.clause()), Text.of("不晚于本地区通知的 " + dated, "no later than " + dated + ", the bound of the region's notice"),
                Text.of(ChinaTime.minute(input.until()), ChinaTime.minute(input.until())), "input.intakeUntil").remedy(or(window, input, claim, Text.of("不晚于 " + ChinaTime.minute(limit), "not after " + ChinaTime.minute(limit))), null);
    }

    /** A window that is not for the ordinary review concerns only the notice that does not say for which categories it is. */
    private static Text or(Window window, Input input, Claim claim, Text remedy) {
        var ordinary = new Claim(claim.year(), claim.series(), claim.specialty(), claim.level(), Claim.ORDINARY, claim.channel());
        if (input.categories() != null || window.scope().covers(ordinary).orElse(true)) return remedy;
        return Text.of(remedy.zh() + "；或写明本通知适用的评审类别，" + claim.category() + " 另行通知", remedy.en() + "; or name the review categories of this notice, and give " + claim.category() + " one of its own");
    }

    private static String[] array(List<?> values) {
        return values == null ? null : values.stream().map(String::valueOf).distinct().toArray(String[]::new);
    }

    private static Text shown(List<?> given) {
        var cut = Finding.cut(given.toString());
        return Text.of(cut, cut);
    }
}
