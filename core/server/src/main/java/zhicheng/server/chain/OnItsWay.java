package zhicheng.server.chain;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import zhicheng.server.account.Oneself;
import zhicheng.server.account.Viewer;
import zhicheng.server.calendar.ChinaTime;
import zhicheng.server.database.Sql;
import zhicheng.server.dossier.Arrivals;
import zhicheng.server.dossier.Since;
import zhicheng.server.dossier.Stage;
import zhicheng.server.eligibility.Finding;
import zhicheng.server.eligibility.Windows;
import zhicheng.server.region.LoadedEdition;
import zhicheng.server.region.Regions;
import zhicheng.server.trail.Json;
import zhicheng.spi.Calendar.Window;
import zhicheng.spi.Case.Employment;
import zhicheng.spi.Channel;
import zhicheng.spi.Channel.Kind;
import zhicheng.spi.Claim;
import zhicheng.spi.Clause;
import zhicheng.spi.Level;
import zhicheng.spi.Stop;
import zhicheng.spi.Text;

/**
 * A dossier that was handed in, with everything that a decision about its way needs, as one select saw it after its row was locked. An input to the
 * decision and nothing else.
 *
 * @param employer the unit through which it goes: the employer, or the agency that stands in for one
 * @param employerName where the applicant works; null: nowhere, or it is not known
 * @param edition the edition that it is pinned to
 * @param step the visit at which it lies, with the end that it has after what held the dossier; null where none was written
 * @param steps all visits, in order, each with the end that was written
 * @param holds what has held it since it was handed in, in order, none touching another
 * @param returns all returns, in order
 * @param faulty paths that were told as faulty in earlier returns of the unit that acts, and since its first one in returns of who stands where it lies too, or above
 * @param publication the publication that is open; null where there is none
 * @param published the latest that is over; null where there is none
 * @param objections how many to the open publication wait for a conclusion
 * @param oneself what whoever acts is to the applicant; null: another
 * @param register all that the register of integrity says of the applicant, in the shape of {@code SanctionInput}
 * @param complaints how many that concern it wait for a conclusion; what names one that came to nothing concerns what is applied for instead too
 * @param founded how many that concern it, or one that came to nothing and instead of which it is, and no other, were found to be so
 */
record OnItsWay(UUID id, String region, Claim claim, String title, UUID applicant, String name, UUID employer, String employerName, UUID committee, Stage stage, int version,
                LoadedEdition edition, Map<String, Object> facts, Step step, List<Step> steps, List<Hold> holds, List<Returned> returns, List<String> faulty, Publication publication, Publication published,
                int objections, Oneself oneself, List<Map<String, Object>> achievements, List<Map<String, Object>> register, int complaints, int founded) {

    /** A visit; {@code committee} null: at no committee's office. */
    record Step(UUID id, int seq, int place, Kind kind, UUID unit, UUID committee, Instant due, Instant arrived, boolean done, boolean forwarded) {
        private Step held(List<Hold> holds) {
            return new Step(id, seq, place, kind, unit, committee, later(due, holds), arrived, done, forwarded);
        }
    }

    /** For how long an objection or a complaint held it; {@code until} null: it still does. */
    record Hold(Instant since, Instant until) {}

    /** A return by the visit {@code step}; {@code due} null: it names no day; {@code waits} for its applicant. */
    record Returned(UUID id, int number, UUID step, UUID unit, boolean counted, Instant at, Instant due, boolean waits) {}

    /** A publication; {@code until} is the first instant at which its period is over; {@code jointWith} null: by one unit; {@code signed}: by the other one. */
    record Publication(UUID id, Instant until, boolean reported, int days, boolean working, Clause clause, UUID jointWith, boolean signed) {}

    /**
     * A complaint that names what came to nothing, in whatever way, concerns what its applicant applies for instead too, from that end on and until that is taken back: what he handed in after it in the same region and
     * year, and what is of the same series. Or an end would get round it; what is independent of it, it leaves alone. Since when it is ended its row says, since when it had been until it was restored, its trail.
     */
    private static final String LOOK = """
            with concerns as (
                select c.dossier is not null as names, greatest(c.received_at, ended.since) as since, least(c.concluded_at, ended.until) as until, c.founded and ended.until is null as founded
                from dossier d join person p on p.id = d.applicant join complaint c on c.about = any (array[p.id, p.carried_to]) and c.region = d.region left join dossier w on w.id = c.dossier and w.id <> d.id
                    left join lateral (select coalesce(w.withdrawn_at, w.stage_since) as since, null as until where w.stage = any (?) union all
                                       select t.at, r.at from trail t cross join lateral (select min(at) as at from trail where subject = w.id and act = 'RESTORE' and seq > t.seq) r
                                       where t.subject = w.id and t.act = 'WITHDRAW' and r.at is not null) ended on w.year = d.year and (w.series = d.series or d.submitted_at >= ended.since)
                where d.id = ? and (w.id is null or ended.since is not null))
            select d.id, d.region, d.year, d.series, d.specialty, d.level, d.category, d.channel, d.title, d.applicant, p.name, d.employer, d.committee, d.stage, d.version,
                   d.edition, d.facts_hash, d.draft::text as draft,
                   (select e.readings::text from notice_edition e where (e.region, e.year, e.edition, e.facts_hash) = (d.region, d.year, d.edition, d.facts_hash)) as readings,
                   (select o.name from organisation o where o.id = d.employer) as employer_name, (select o.name from organisation o where o.id = p.employer) as works_for,
                   coalesce((select json_agg(json_build_object('id', s.id, 'seq', s.seq, 'place', s.place, 'kind', s.kind, 'unit', s.unit, 'committee', c.committee, 'due', s.due_at, 'arrived', s.arrived_at,
                                                               'done', s.done_at is not null, 'forwarded', coalesce(s.outcome = 'FORWARDED', false)) order by s.seq)
                             from dossier_step s left join lateral (select coalesce((select convert_from(t.entry, 'UTF8')::jsonb ->> 'committee' from trail t
                                                                                     where t.subject = d.id and t.act = 'FORWARD' and t.at <= s.arrived_at order by t.seq desc limit 1), d.committee::text) as committee) c
                                 on s.kind = 'COMMITTEE_OFFICE' where s.dossier = d.id), '[]')::text as steps,
                   coalesce((select json_agg(json_build_object('since', lower(held), 'until', upper(held)) order by held)
                             from unnest((select range_agg(tstzrange(least(h.since, h.until), h.until))
                                          from (select x.at as since, x.concluded_at as until from objection x where x.dossier = d.id union all
                                                select c.since, c.until from concerns c) h)) held),
                            '[]')::text as holds,
                   coalesce((select json_agg(json_build_object('id', r.id, 'number', r.number, 'step', r.step, 'unit', r.unit, 'counted', r.counted, 'at', r.at, 'due', r.due_at,
                                                               'waits', r.back_to = 'APPLICANT' and r.answered_at is null) order by r.number)
                             from dossier_return r where r.dossier = d.id), '[]')::text as returns,
                   coalesce((select json_agg(json_build_object('path', path)) from (select distinct m.path from dossier_mark m join dossier_return r on r.id = m.returned join dossier_step s on s.id = r.step
                             where m.dossier = d.id and (r.unit = ? or s.place >= (select h.place from dossier_step h where h.dossier = d.id and h.done_at is null)
                                                                       and r.number > (select min(f.number) from dossier_return f where f.dossier = d.id and f.unit = ?))) told), '[]')::text as faulty,
                   coalesce((select json_agg(json_build_object('id', b.id, 'until', b.until, 'reported', b.report is not null, 'days', b.days, 'working', b.working, 'clause', b.clause, 'jointWith', b.joint_with, 'signed', b.joint_at is not null,
                                                               'open', b.ended_at is null) order by b.opened_at, b.id)
                             from publication b where b.dossier = d.id), '[]')::text as publications,
                   (select count(*) from objection x where x.dossier = d.id and x.concluded_at is null) as objections,
                   %s as oneself,
                   coalesce((select json_agg(json_build_object('id', a.id, 'achievement', a.achievement, 'kind', a.kind, 'title', a.title, 'achievedOn', a.achieved_on, 'endedOn', a.ended_on, 'pickedAt', a.picked_at)
                                             order by a.achieved_on, a.achievement)
                             from dossier_achievement a where a.dossier = d.id), '[]')::text as achievements,
                   coalesce((select json_agg(json_build_object('kind', i.kind, 'from', i.from_day, 'until', i.until_day, 'region', i.region) order by i.from_day, i.id)
                             from integrity_entry i where i.person = any (array[p.id, p.carried_to])), '[]')::text as register,
                   (select count(*) from concerns c where c.until is null) as complaints,
                   (select count(*) from concerns c where c.names and c.founded) as founded
            from dossier d join person p on p.id = d.applicant where d.id = ? and d.submitted_at is not null and d.deleted_at is null""".formatted(Oneself.of("p"));

    /**
     * The dossier, locked until the transaction ends, where the unit for which the actor acts has or had it; empty where there is none of that id, and
     * where it is none of his unit's business: the two are answered alike. First the lock, then the look.
     */
    static Optional<OnItsWay> locked(Connection tx, Regions regions, UUID id, Viewer actor) throws SQLException {
        if (actor.organisation() == null || !lock(tx, id)) return Optional.empty();
        return seen(tx, regions, id, actor).filter(seen -> seen.concerns(actor.organisation()));
    }

    /** The dossier whoever acts, locked. */
    static Optional<OnItsWay> whoever(Connection tx, Regions regions, UUID id, Viewer actor) throws SQLException {
        return lock(tx, id) ? seen(tx, regions, id, actor) : Optional.empty();
    }

    private static boolean lock(Connection tx, UUID id) throws SQLException {
        return Sql.one(tx, row -> true, "select id from dossier where id = ? and submitted_at is not null and deleted_at is null for no key update", id).isPresent();
    }

    private static Optional<OnItsWay> seen(Connection tx, Regions regions, UUID id, Viewer actor) throws SQLException {
        return Sql.one(tx, row -> of(row, regions), LOOK, Stage.nothing(), id, actor.organisation(), actor.organisation(), actor.person(), id);
    }

    private static OnItsWay of(ResultSet row, Regions regions) throws SQLException {
        var claim = new Claim(row.getInt("year"), row.getString("series"), Optional.ofNullable(row.getString("specialty")), Optional.of(Level.valueOf(row.getString("level"))),
                row.getString("category"), Optional.ofNullable(row.getString("channel")));
        var readings = new TreeMap<String, String>();
        Json.map(row.getString("readings")).forEach((setting, option) -> readings.put(setting, String.valueOf(option)));
        var edition = regions.pinned(row.getString("region"), claim.year(), row.getInt("edition"), row.getString("facts_hash"), readings).orElseThrow();
        var isByAgency = Arrivals.chain(edition, claim).stream().findFirst().filter(first -> first.kind() == Kind.AGENCY).isPresent();
        var steps = Json.list(row.getString("steps")).stream().map(one -> new Step(uuid(one.get("id")), number(one.get("seq")), number(one.get("place")), Kind.valueOf((String) one.get("kind")),
                uuid(one.get("unit")), uuid(one.get("committee")), instant(one.get("due")), instant(one.get("arrived")), (Boolean) one.get("done"), (Boolean) one.get("forwarded"))).toList();
        var lies = steps.stream().filter(one -> !one.done()).findFirst().orElse(null);
        var from = steps.isEmpty() ? Instant.MIN : steps.getFirst().arrived();
        var holds = Json.list(row.getString("holds")).stream().map(one -> new Hold(instant(one.get("since")), instant(one.get("until"))))
                .filter(one -> one.until() == null || one.until().isAfter(from)).map(one -> new Hold(one.since().isBefore(from) ? from : one.since(), one.until())).toList();
        var publications = Json.list(row.getString("publications"));
        return new OnItsWay(row.getObject("id", UUID.class), row.getString("region"), claim, row.getString("title"), row.getObject("applicant", UUID.class), row.getString("name"),
                row.getObject("employer", UUID.class), row.getString(isByAgency ? "works_for" : "employer_name"), row.getObject("committee", UUID.class), Stage.valueOf(row.getString("stage")), row.getInt("version"),
                edition, Json.map(row.getString("draft")), lies == null ? null : lies.held(holds), steps, holds,
                Json.list(row.getString("returns")).stream().map(one -> new Returned(uuid(one.get("id")), number(one.get("number")), uuid(one.get("step")), uuid(one.get("unit")), (Boolean) one.get("counted"), instant(one.get("at")), instant(one.get("due")), (Boolean) one.get("waits"))).toList(),
                Json.list(row.getString("faulty")).stream().map(one -> (String) one.get("path")).toList(), publication(publications, true), publication(publications, false),
                row.getInt("objections"), Oneself.in(row, "oneself").orElse(null), Json.list(row.getString("achievements")), Json.list(row.getString("register")),
                row.getInt("complaints"), row.getInt("founded"));
    }

    private static Publication publication(List<Map<String, Object>> all, boolean open) {
        return all.reversed().stream().filter(one -> one.get("open").equals(open)).findFirst().map(one -> new Publication(uuid(one.get("id")), instant(one.get("until")),
                (Boolean) one.get("reported"), number(one.get("days")), (Boolean) one.get("working"), Clause.of((String) one.get("clause")), uuid(one.get("jointWith")), (Boolean) one.get("signed"))).orElse(null);
    }

    private static UUID uuid(Object text) {
        return text == null ? null : UUID.fromString((String) text);
    }

    private static int number(Object number) {
        return ((Number) number).intValue();
    }

    private static Instant instant(Object text) {
        return text == null ? null : OffsetDateTime.parse((String) text).toInstant();
    }

    private boolean concerns(UUID unit) {
        return unit.equals(employer) || steps.stream().anyMatch(one -> unit.equals(one.unit()));
    }

    /** The chain of its channel; empty where the edition has no such channel. */
    List<Channel.Node> chain() {
        return Arrivals.chain(edition, claim);
    }

    /** Where it lies, from 1; the employer's where no visit was written. */
    int place() {
        return step == null ? 1 : step.place();
    }

    /** The kind of reviewer with whom it lies. */
    Kind kind() {
        return step != null ? step.kind() : chain().isEmpty() ? Kind.EMPLOYER : chain().getFirst().kind();
    }

    /**
     * The end that whoever has it has in any case, whenever what holds it is concluded: as it was written, and once that is over, later by as long as the dossier was held by then; null where there is none. The
     * applicant reads the written one, and a day beyond it would tell him of what held the dossier.
     */
    Instant sure(Instant at) {
        var written = written();
        return written != null && at.isBefore(written) ? written : leastDue(at);
    }

    private Instant written() {
        return step == null ? null : steps.stream().filter(one -> one.id().equals(step.id())).findFirst().map(Step::due).orElse(null);
    }

    /** The return for which its applicant mends it; empty where it is not with him. */
    Optional<Returned> waiting() {
        return returns.stream().filter(one -> stage == Stage.RETURNED && one.waits()).findFirst();
    }

    /** The same as it lay with who returned it, while its applicant mends it; as it is where he does not. */
    OnItsWay whereReturned() {
        return waiting().map(one -> steps.stream().filter(visit -> visit.id().equals(one.step())).findFirst().orElseThrow().held(holds)).map(visit -> new OnItsWay(id, region, claim, title, applicant, name, employer, employerName,
                committee, stage, version, edition, facts, visit, steps, holds, returns, faulty, publication, published, objections, oneself, achievements, register, complaints, founded)).orElse(this);
    }

    /** What its notice rules for a kind of reviewer; empty where it says nothing of him. */
    Optional<Stop> stop(Kind kind) {
        return Arrivals.stop(edition, kind);
    }

    /** What its notice rules for the reviewer with whom it lies. */
    Optional<Stop> stop() {
        return stop(kind());
    }

    /**
     * What its notice rules of a unit's returns: for the reviewer with whom it lies, and for every other reviewer as whom the same unit has had it, who is one and the same to the applicant. As an employer it
     * audits nobody else's (J24-3.4): that stands by itself.
     */
    List<Stop.Returns> rulesOfReturns(UUID unit) {
        var others = ofEmployer(kind()) ? Stream.<Kind>empty() : steps.stream().filter(one -> unit.equals(one.unit())).map(Step::kind).filter(kind -> !ofEmployer(kind));
        return Stream.concat(Stream.of(kind()), others).distinct().flatMap(kind -> stop(kind).stream()).flatMap(stop -> stop.returns().value().stream()).toList();
    }

    private static boolean ofEmployer(Kind kind) {
        return Arrivals.step(kind) == zhicheng.spi.Step.EMPLOYER_REVIEW;
    }

    /** By which rule of its notice two units recommend it jointly; empty where none permits it by its channel to who is employed so, or the applicant does not say that it is chosen. */
    Optional<Stop.Joint> joint() {
        var employed = Optional.ofNullable((String) facts.get("employment")).map(Employment::valueOf);
        return stop().flatMap(Stop::publicity).flatMap(Stop.Publicity::joint).filter(joint -> joint.permits(claim.channel(), employed) && facts.get("answers") instanceof List<?> answers
                && answers.stream().anyMatch(one -> one instanceof Map<?, ?> answer && joint.question().equals(answer.get("question")) && "true".equals(answer.get("value"))));
    }

    /** The clause that rules where it lies; null where no notice does. */
    Clause clause() {
        return stop().map(Stop::clause).orElse(null);
    }

    /** The visit of who handed it up to where it lies; nobody does to the first place. */
    Step before() {
        return IntStream.range(1, steps.size()).filter(one -> steps.get(one).place() == place() && holder().equals(steps.get(one).unit()) && steps.get(one - 1).forwarded()).mapToObj(one -> steps.get(one - 1)).reduce((_, last) -> last).orElseThrow();
    }

    /** Who has it. */
    UUID holder() {
        return step == null || step.unit() == null ? employer : step.unit();
    }

    /** When a reviewer of a kind is to be done with what comes up to him; null where the notice gives no end. */
    Instant due(Kind kind) {
        return Arrivals.due(edition, claim, kind);
    }

    /**
     * The end that a unit's last visit at a place had, as it was written; empty where it had none there, none was given, or it is over.
     *
     * @param committee for which it has it as an office; what the same office had for another one says nothing of its end (B24-5.1); null: for none
     */
    Optional<Instant> had(int place, UUID unit, UUID committee, Instant at) {
        return steps.reversed().stream().filter(one -> one.place() == place && one.unit() != null && one.unit().equals(unit) && Objects.equals(one.committee(), committee)).findFirst().map(Step::due).filter(end -> !isOver(end, at));
    }

    /** Everything that speaks against a step before its own guards: who, with whom it lies, at which stage, which version, and whether it is in time. */
    List<Finding> against(Connection tx, Way way, Viewer actor, int version, Instant at) throws SQLException {
        return against(tx, way, actor, version, at, Map.of());
    }

    /** @param marks by path what the step marks, to be shown beside what was marked since its version */
    List<Finding> against(Connection tx, Way way, Viewer actor, int version, Instant at, Map<String, Text> marks) throws SQLException {
        var own = own(clause());
        if (own.isPresent()) return List.of(own.get());
        if (!actor.organisation().equals(holder())) return List.of(Refusals.elsewhere(clause()));
        if (!way.from().contains(stage)) return List.of(Refusals.stage(way, stage, clause()));
        if (!actor.isAny(Way.at(kind())) || !actor.isAny(way.by())) return List.of(Refusals.role(kind(), clause()));
        var findings = new ArrayList<Finding>();
        if (version != this.version) findings.add(Since.toUnit(tx, id, version, this.version, marks));
        if (step != null && step.due() != null && !at.isBefore(step.due()) && !way.late()) findings.add(Refusals.late(this, step.due(), at));
        return findings;
    }

    /** Whose dossier it is, or may be, does not deal with it for a unit; empty where it is somebody else's. */
    Optional<Finding> own(Clause clause) {
        return Optional.ofNullable(oneself).map(one -> one.refusal("chain.own", clause, Text.of("这是本人的申报材料", "it is one's own application"), "input.dossier"));
    }

    /**
     * An end, later by as long as an objection or a complaint held the dossier that began before it, and not before the day is over on which it was concluded; null where there is none, or while it is still held.
     * A reading of ours: no notice says what becomes of a reviewer's time meanwhile, and nobody is late by what the law keeps him from doing (J24-3.3, X24-5.2a, X24-8.5).
     */
    private static Instant later(Instant end, List<Hold> holds) {
        var later = end;
        for (var hold : holds) {
            if (later == null || !hold.since().isBefore(later)) break;
            if (hold.until() == null) return null;
            var day = ChinaTime.endOfDay(hold.until());
            var moved = later.plus(Duration.between(hold.since(), hold.until()));
            later = moved.isBefore(day) && !hold.until().isBefore(later) ? day : moved;
        }
        return later;
    }

    /** The end of the visit at which it lies, as if what holds it now were concluded now; null where there is none. */
    Instant leastDue(Instant at) {
        return later(written(), holds.stream().map(hold -> hold.until() == null ? new Hold(hold.since(), at) : hold).toList());
    }

    /** Whether an end is over, whoever's on its way it is, after what held the dossier; null, of which there is none, never is. */
    boolean isOver(Instant end, Instant at) {
        var held = later(end, holds);
        return held != null && !at.isBefore(held);
    }

    /** The clause of the window by which a step is late; of an earlier day the one by which it could be set (B24-5.1); that of the step where there is none. */
    Clause dueClause() {
        return dueBy().map(Window::clause).or(() -> Windows.covering(edition, Arrivals.step(kind()), claim).stream().flatMap(window -> window.limitedBy().stream()).findFirst()).orElse(clause());
    }

    /** What is asked by the end of a step, with what of it is a reading of ours. */
    Text inTime(Text asked) {
        return Arrivals.asRead(kind(), dueBy(), asked);
    }

    /** The window by whose end a step is late; empty where that is another day. */
    private Optional<Window> dueBy() {
        return Arrivals.endBy(edition, claim, kind(), written());
    }

    /** What is asked of it, for people. */
    Text duty() {
        return stop().map(Stop::duty).orElse(Text.of("审核", "the audit"));
    }
}
