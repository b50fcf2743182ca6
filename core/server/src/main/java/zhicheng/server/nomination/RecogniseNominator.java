package zhicheng.server.nomination;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import zhicheng.server.account.Capacities;
import zhicheng.server.account.Viewer;
import zhicheng.server.database.Sql;
import zhicheng.server.eligibility.Finding;
import zhicheng.server.eligibility.Words;
import zhicheng.server.region.Regions;
import zhicheng.server.trail.Acts;
import zhicheng.server.trail.Chain;
import zhicheng.spi.Nomination;
import zhicheng.spi.Text;
import zhicheng.spi.When;

/**
 * A bureau enters by which document an enterprise may nominate its own people, and of which grade it is (国家级、省级专精特新“小巨人”企业, B23-2.3): how many in a year follows from that. One that has lost the right (取消其举荐资格) is
 * recognised anew from a day after that on which it was lost, whenever it had it from: what was lost is not given back by what is entered afterwards.
 */
@Singleton
public final class RecogniseNominator {
    private static final List<String> RULES = List.of("nominator_is_recognised_once");

    private final Acts acts;
    private final Regions regions;

    RecogniseNominator(Acts acts, Regions regions) {
        this.acts = acts;
        this.regions = regions;
    }

    /** @param category the review category; @param grade as the region calls it, e.g. NATIONAL; @param from since when */
    public record Input(String key, UUID organisation, String category, String grade, String document, LocalDate from) {}

    public Acts.Outcome perform(Viewer actor, Instant at, Input input) {
        var asked = Map.of("organisation", input.organisation(), "category", input.category(), "grade", input.grade(), "document", input.document(), "from", input.from());
        return acts.perform(actor, at, "recogniseNominator", input.key(), asked, RULES, tx -> {
            var region = locked(tx, actor, input.organisation()).orElse(null);
            if (region == null) return Acts.Outcome.refused(noOrganisation(input.organisation()));
            var nomination = nomination(regions, region, input.category()).orElse(null);
            var findings = new ArrayList<Finding>();
            if (nomination == null) findings.add(noNomination(input.category()));
            else if (nomination.grades().stream().noneMatch(grade -> grade.id().equals(input.grade()))) findings.add(noGrade(nomination, input.grade()));
            var clause = nomination == null ? null : nomination.clause();
            findings.addAll(Words.problems("nomination.words", clause, Text.of("文号", "the number of the document"), input.document(), 200, "input.document"));
            var today = at.atZone(When.CHINA).toLocalDate();
            if (input.from().isAfter(today))
                findings.add(Finding.refusal("nomination.from", clause, Text.of("不晚于今日 " + today, "no later than today, " + today), Text.of(input.from().toString(), input.from().toString()), "input.from"));
            var lost = Sql.one(tx, row -> row.getObject(1, OffsetDateTime.class).atZoneSameInstant(When.CHINA).toLocalDate(),
                    "select lost_at from nominator where organisation = ? and category = ? and lost_at is not null order by lost_at desc limit 1", input.organisation(), input.category());
            if (lost.filter(day -> !input.from().isAfter(day)).isPresent())
                findings.add(Finding.refusal("nomination.lost", clause, Text.of("晚于 " + lost.get() + "：举荐资格于该日被取消", "later than " + lost.get() + ": on that day the right was lost"),
                        Text.of(input.from().toString(), input.from().toString()), "input.from").remedy(Text.of("按重新认定的日期登记", "enter it from the day of the new recognition on"), null));
            else if (Sql.one(tx, row -> true, "select 1 from nominator where organisation = ? and category = ? and from_day = ?", input.organisation(), input.category(), input.from()).isPresent())
                findings.add(Finding.refusal("nomination.known", clause, Text.of("尚未登记的等级", "what is not entered yet"), Text.of("自 " + input.from() + " 起已登记", "from " + input.from() + " on it is entered"), "input.from"));
            if (!findings.isEmpty()) return new Acts.Outcome(input.organisation(), findings);
            Sql.writeOne(tx, "insert into nominator (id, organisation, region, category, grade, document, clause, from_day, decided_by, created_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    UUID.randomUUID(), input.organisation(), region, input.category(), input.grade(), input.document(), nomination.clause().id(), input.from(), actor.organisation(), at);
            Chain.ORGANISATION.add(tx, input.organisation(), Acts.entry(actor, "RECOGNISE_NOMINATOR", at, Map.of("category", input.category(), "grade", input.grade(), "document", input.document(),
                    "from", input.from().toString(), "clauses", List.of(nomination.clause().id()))), at);
            return new Acts.Outcome(input.organisation(), List.of());
        });
    }

    /** The region of an employer, locked, where it is the actor's; empty where there is no such employer there. */
    static Optional<String> locked(Connection tx, Viewer actor, UUID organisation) throws SQLException {
        return Sql.one(tx, row -> row.getString(1), """
                select o.region from organisation o where o.id = ? and o.region = (select own.region from organisation own where own.id = ?)
                    and o.kind = any (?) for no key update of o""", organisation, actor.organisation(), Capacities.EMPLOYERS.toArray(String[]::new));
    }

    /** What the newest notice of a region that says it has of nominations under a category. */
    static Optional<Nomination> nomination(Regions regions, String region, String category) {
        return regions.editions(region).reversed().stream().flatMap(edition -> edition.edition().nominations().value().stream()).flatMap(List::stream).filter(one -> one.category().equals(category)).findFirst();
    }

    static Finding noOrganisation(UUID id) {
        return Finding.refusal("organisation.not-found", null, Text.of("本地区的用人单位", "an employer of the region"), Text.of("没有 " + id, "there is none called " + id), "input.organisation");
    }

    static Finding noNomination(String category) {
        return Finding.refusal("nomination.category", null, Text.of("本地区通知规定举荐的评审类别", "a review category in which the region's notices have nominations"), quoted(category), "input.category");
    }

    private static Finding noGrade(Nomination nomination, String grade) {
        var ids = nomination.grades().stream().map(Nomination.Grade::id).collect(Collectors.joining(", "));
        return Finding.refusal("nomination.grade", nomination.clause(), Text.of("等级：" + ids, "one of the grades " + ids), quoted(grade), "input.grade");
    }

    private static Text quoted(String written) {
        return Text.of("«" + Finding.cut(written) + "»", "«" + Finding.cut(written) + "»");
    }
}
