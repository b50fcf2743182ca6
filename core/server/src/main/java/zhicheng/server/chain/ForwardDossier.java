package zhicheng.server.chain;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import zhicheng.server.account.Body;
import zhicheng.server.account.Role;
import zhicheng.server.account.Viewer;
import zhicheng.server.calendar.ChinaTime;
import zhicheng.server.committee.CommitteeNotices;
import zhicheng.server.database.Sql;
import zhicheng.server.dossier.Arrivals;
import zhicheng.server.eligibility.Evaluator;
import zhicheng.server.eligibility.Finding;
import zhicheng.server.eligibility.Windows;
import zhicheng.server.region.Regions;
import zhicheng.server.trail.Acts;
import zhicheng.spi.Calendar.Window;
import zhicheng.spi.Channel.Kind;
import zhicheng.spi.Step;
import zhicheng.spi.Stop;
import zhicheng.spi.Text;

/**
 * Whoever has a dossier hands it on to the next reviewer of its channel's chain, the last one to the committee (逐级报送: X24-5.2, J24-3.4, B24-5.3). The next
 * unit is the nearest of its kind and the dossier's region above the employer, or the one that is named, and somebody acts for it; the province's is always named. Where the
 * notice has a stop of the county's bureau (逐级: X24-5.2b), that has it before the city's wherever the tree has one; where several relay (B24-5.3), a relay names the next one above itself. After the joint re-check the meeting that deliberated is told (J24-3.5). An entrusted review goes under
 * a letter (J24-2.2d, X24-3.1.4). A committee that has set an earlier end of its intake than the province (B24-5.1) is held to it, and so is who hands on to it. Who returned it and gets it again has the
 * end that he had, be it the notice's or a return's.
 */
@Singleton
public final class ForwardDossier {
    private final Acts acts;
    private final Regions regions;
    private final Evaluator evaluator;

    ForwardDossier(Acts acts, Regions regions, Evaluator evaluator) {
        this.acts = acts;
        this.regions = regions;
        this.evaluator = evaluator;
    }

    /**
     * @param to the next unit; null: the nearest of its kind above the employer, and from a relay the committee
     * @param committee the committee; null: the one that the dossier is meant for, or it does not reach one yet
     * @param deliberation which meeting deliberated on it, and when; null: none
     */
    public record Input(String key, UUID dossier, int version, UUID to, UUID committee, String deliberation) {}

    /** Who comes next: the unit, and the committee where it is one's office. */
    private record Next(UUID unit, UUID committee, List<Finding> findings) {
        private static Next refused(Finding finding) {
            return new Next(null, null, List.of(finding));
        }
    }

    public Acts.Outcome perform(Viewer actor, Instant at, Input input) {
        var asked = new LinkedHashMap<String, Object>();
        asked.put("dossier", input.dossier());
        asked.put("version", input.version());
        asked.put("to", input.to());
        asked.put("committee", input.committee());
        asked.put("deliberation", input.deliberation());
        return acts.perform(actor, at, "forwardDossier", input.key(), asked, List.of(), tx -> {
            var seen = OnItsWay.locked(tx, regions, input.dossier(), actor).orElse(null);
            if (seen == null) return Strangers.refused(tx, regions, actor, at, Way.FORWARD, input.dossier());
            var findings = new ArrayList<>(seen.against(tx, Way.FORWARD, actor, input.version(), at));
            if (findings.stream().anyMatch(one -> one.code().startsWith("chain."))) return new Acts.Outcome(seen.id(), findings);
            if (seen.kind() == Kind.JOINT_REVIEW) findings.addAll(rechecked(seen, input, at));
            else if (input.deliberation() != null)
                findings.add(Finding.refusal("chain.deliberation", seen.clause(), Text.of("集中复审后才写明审议的会议", "a meeting that deliberated is told after the joint re-check"), Text.of("不是集中复审", "this is none"), "input.deliberation"));
            findings.addAll(Strangers.left(tx, seen, actor, at, Way.FORWARD));
            findings.addAll(Held.by(seen, evaluator, at));
            findings.addAll(Held.byAudit(tx, seen));
            var above = Body.above(tx, seen.employer(), seen.region());
            var county = county(seen, above);
            var place = seen.place() + (staysAtItsPlace(seen, input.to()) ? 0 : 1);
            var stop = place > seen.chain().size() ? null : seen.chain().get(place - 1).kind();
            var kind = stop == Kind.HRSS_CITY && county.isPresent() ? Kind.HRSS_COUNTY : stop;
            var entrusted = Letter.asked(seen).orElse(null);
            var letter = entrusted == null ? null : Letter.look(tx, seen, entrusted, kind == Kind.COMMITTEE_OFFICE ? named(seen, input) : null, kind);
            if (letter != null) findings.addAll(letter.findings());
            var next = kind == null ? Next.refused(Refusals.missing("chain.next", seen.clause(), Text.of("申报渠道的下一环节", "the next reviewer of the channel"), "input.dossier"))
                    : kind != Kind.COMMITTEE_OFFICE ? unit(tx, seen, place, kind, input.to(), above, county)
                    : letter != null && letter.id() == null ? new Next(null, null, List.of()) : committee(tx, seen, named(seen, input), letter);
            findings.addAll(next.findings());
            var had = seen.had(place, next.unit(), next.committee(), at);
            var closing = next.committee() == null || had.isPresent() ? Optional.<Windows.Closing>empty() : CommitteeNotices.closing(tx, seen.edition(), seen.claim(), seen.id(), next.committee(), at);
            closing.filter(one -> seen.isOver(one.until(), at)).ifPresent(one -> findings.add(closed(one, at)));
            var end = kind == null ? null : seen.due(kind);
            if (had.isEmpty() && closing.isEmpty() && seen.isOver(end, at)) findings.add(over(seen, kind, end, Arrivals.endBy(seen.edition(), seen.claim(), kind, end), at));
            if (!findings.isEmpty()) return new Acts.Outcome(seen.id(), findings);
            var stage = Way.stage(kind);
            var due = had.or(() -> closing.map(Windows.Closing::until)).orElse(end);
            var told = new LinkedHashMap<String, Object>();
            told.put("to", next.unit());
            told.put("kind", kind);
            told.put("committee", next.committee());
            told.put("deliberation", input.deliberation());
            told.put("due", due);
            if (letter != null) told.put("entrustment", letter.id());
            Moved.to(tx, actor, seen, stage, "FORWARD", at, told);
            Moved.done(tx, actor, seen, "FORWARDED", input.deliberation(), at);
            Arrivals.write(tx, seen.id(), Moved.next(seen), place, kind, next.unit(), seen.stop(kind).map(Stop::clause).orElse(null), at, due);
            Arrivals.arrived(tx, seen.id(), seen.edition(), seen.claim(), Text.of("申报材料已报送本单位", "was handed on to your unit"), at);
            if (kind == Kind.COMMITTEE_OFFICE) Sql.writeOne(tx, "update dossier set committee = ?, intake_at = ? where id = ?", next.committee(), at, seen.id());
            else Sql.writeOne(tx, "update dossier set reached = case when ? = any (reached) then reached else reached || ? end where id = ?", next.unit(), next.unit(), seen.id());
            return new Acts.Outcome(seen.id(), List.of());
        });
    }

    /** By the notice the next reviewer is done: there everything but refusing would be too late. */
    private static Finding over(OnItsWay seen, Kind kind, Instant end, Optional<Window> by, Instant at) {
        return Finding.refusal("chain.closed", by.map(Window::clause).orElse(seen.clause()),
                Arrivals.asRead(kind, by, Text.of("下一环节的办理时间已于 " + ChinaTime.minute(end) + " 截止", "the next reviewer's time was over at " + ChinaTime.minute(end))),
                Text.of("现为 " + ChinaTime.minute(at), "it is " + ChinaTime.minute(at)), "input.dossier").remedy(Refusals.REFUSE_IT, null);
    }

    /** The committee has said itself that it is over (B24-5.1). */
    private static Finding closed(Windows.Closing closing, Instant at) {
        var notice = closing.notice();
        var until = ChinaTime.minute(closing.until());
        return Finding.refusal("chain.closed", closing.clause(),
                Text.of(notice.committeeName() + "材料收取截止时间 " + until + (notice.document() == null ? "" : "，" + notice.document()),
                        notice.committeeName() + " takes in material before " + until + (notice.document() == null ? "" : ", " + notice.document())),
                Text.of("现为 " + ChinaTime.minute(at), "it is " + ChinaTime.minute(at)), "input.committee");
    }

    /** Not before the joint re-check begins, by its own clause where several say when, and with the meeting that deliberated. */
    private static List<Finding> rechecked(OnItsWay seen, Input input, Instant at) {
        var findings = new ArrayList<Finding>();
        Windows.covering(seen.edition(), Step.JOINT_REVIEW, seen.claim()).stream().filter(window -> Windows.from(window.when()).filter(at::isBefore).isPresent()).max(Comparator.comparing(window -> window.clause().equals(seen.clause()))).ifPresent(window ->
                findings.add(Finding.refusal("chain.early", window.clause(), Text.of(window.when().printed(), window.when().printed()), Text.of("现为 " + ChinaTime.minute(at), "it is " + ChinaTime.minute(at)), null)
                        .remedy(Text.of("届时办理", "from then on"), Windows.from(window.when()).orElseThrow())));
        findings.addAll(Particulars.reviewers("chain.deliberation", seen.clause(), Text.of("推荐结果提交相关会议审议的会议名称和时间", "which meeting deliberated on it, and when"), input.deliberation(), 2000, "input.deliberation"));
        return findings;
    }

    /** The committee that is named, or for which it is meant; null: none. */
    private static UUID named(OnItsWay seen, Input input) {
        return input.committee() == null ? seen.committee() : input.committee();
    }

    /** @param letter by which it is entrusted; null: it is not */
    private Next committee(Connection tx, OnItsWay seen, UUID named, Letter letter) throws SQLException {
        var id = letter == null ? named : letter.committee();
        if (id == null) return Next.refused(Refusals.missing("chain.committee", seen.clause(), Text.of("报送的评委会", "the committee to which it goes"), "input.committee"));
        var reviews = Reviews.of(regions, seen);
        var findings = reviews.against(tx, id, "input.committee");
        return reviews.office(tx, id).map(one -> new Next(one, id, findings)).orElseGet(() -> new Next(null, null, findings));
    }

    /** With the bureau of a county, which stands before its city's at the same place of the chain, and with a relay that hands on to another one. */
    private static boolean staysAtItsPlace(OnItsWay seen, UUID named) {
        return seen.kind() == Kind.HRSS_COUNTY && seen.chain().get(seen.place() - 1).kind() == Kind.HRSS_CITY || named != null && seen.stop().filter(Stop::several).isPresent();
    }

    /** The county's bureau that has it before its city's, where the notice has such a stop (逐级: X24-3.1.1, X24-5.2b): the nearest above the employer, and above who has it; empty where the tree has none. */
    private static Optional<Body> county(OnItsWay seen, List<Body> above) {
        var holder = above.stream().map(Body::id).toList().indexOf(seen.holder());
        return above.stream().skip(holder + 1).takeWhile(one -> one.level() != Role.HRSS_CITY).filter(one -> seen.stop(Kind.HRSS_COUNTY).isPresent() && Way.fits(Kind.HRSS_COUNTY, one)).findFirst();
    }

    /** Nobody is passed over because nobody acts for it: that would skip a level. */
    private Next unit(Connection tx, OnItsWay seen, int place, Kind kind, UUID named, List<Body> above, Optional<Body> county) throws SQLException {
        var isProvince = kind == Kind.HRSS_PROVINCE || kind == Kind.TITLE_OFFICE;
        var found = named == null ? isProvince ? Optional.<Body>empty() : kind == Kind.HRSS_COUNTY ? county : above.stream().filter(one -> Way.fits(kind, one)).findFirst()
                : Body.named(tx, named).filter(one -> Way.fits(kind, one) && (isProvince ? one.area().equals(Reviews.province(regions, seen.region()) + "0000") : one.region().equals(seen.region())));
        if (named != null && county.isPresent() && !named.equals(county.get().id()) && (kind == Kind.HRSS_COUNTY || found.filter(one -> one.level() == Role.HRSS_CITY).isPresent()))
            return Next.refused(skipped(seen, county.get()));
        var stop = seen.chain().get(place - 1).name();
        if (named != null && place == seen.place() && kind == seen.kind() && found.isPresent() && Body.above(tx, seen.holder(), seen.region()).stream().noneMatch(one -> one.id().equals(named)))
            return Next.refused(Finding.refusal("chain.next", seen.clause(), Text.of("本单位之上的" + stop.zh(), "a " + stop.en() + " above one's own unit"), Text.of("不在本单位之上", "it does not stand above it"), "input.to")
                    .remedy(Text.of("指明本单位之上的单位，或不填 to，报送评委会", "name one that does, or leave `to` out: it goes to the committee"), null));
        if (found.isEmpty()) return Next.refused(Finding.refusal("chain.next", seen.clause(), Text.of("下一环节的单位（" + stop.zh() + "）", "the unit of the next step (" + stop.en() + ")"),
                named == null ? Text.of("用人单位之上没有本地区的，请指明", "there is none of the region above the employer: name it") : Text.of("不是", "it is none"), "input.to"));
        var body = found.get();
        return Collections.disjoint(body.acting(), Way.at(kind)) ? Next.refused(nobody(seen, kind, body)) : new Next(body.id(), null, List.of());
    }

    private static Finding skipped(OnItsWay seen, Body county) {
        return Finding.refusal("chain.level", seen.stop(Kind.HRSS_COUNTY).map(Stop::clause).orElseThrow(), Text.of("逐级报送：先报" + county.name(), "level by level: to " + county.name() + " first"), Text.of("越过了县级人社部门", "the county's bureau is passed over"), "input.to")
                .remedy(Text.of("报 " + county.id() + "（" + county.name() + "）", "name " + county.id() + " (" + county.name() + ")"), null);
    }

    private static Finding nobody(OnItsWay seen, Kind kind, Body body) {
        var roles = Role.labels(Way.at(kind));
        var make = Text.of("为" + body.name() + "建立账号（createBodyAccount）", "have an account of " + body.name() + " made (createBodyAccount)");
        return Finding.refusal("chain.next", seen.clause(), Text.of("下一环节的单位有可以办理的账号（" + roles.zh() + "）", "the unit of the next step has an account that can act there (" + roles.en() + ")"),
                Text.of(body.name() + "没有", body.name() + " has none"), "input.to").remedy(kind == Kind.HRSS_COUNTY ? make : Text.of(make.zh() + "，或指明另一单位（to）", make.en() + ", or name another unit (to)"), null);
    }
}
