package zhicheng.server.demo;

import static zhicheng.server.demo.MadeUpWorld.id;
import static zhicheng.server.demo.MadeUpWorld.organisation;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import zhicheng.server.account.Viewer;
import zhicheng.server.calendar.WorkingDays;
import zhicheng.server.chain.Particulars;
import zhicheng.server.chain.Period;
import zhicheng.server.chain.Way;
import zhicheng.server.dossier.Arrivals;
import zhicheng.server.dossier.Stage;
import zhicheng.server.payment.Fees;
import zhicheng.server.region.LoadedEdition;
import zhicheng.spi.Channel.Kind;
import zhicheng.spi.Claim;
import zhicheng.spi.Stop;
import zhicheng.spi.When;

/** The ways of the demonstration's dossiers: with whom each lay, as far as its journey brings it, with what was returned and mended, published and objected to. */
final class Ways {
    private static final Set<Stage> WITH_THE_EMPLOYER = EnumSet.of(Stage.SUBMITTED, Stage.EMPLOYER_REVIEW, Stage.EMPLOYER_PUBLICITY, Stage.PUBLICITY_OBJECTION, Stage.RECOMMENDED);

    private final Connection tx;
    private final Map<String, Table.Line> organisations;
    private final Map<String, String> officeOf;
    private final LocalDate today;
    private final Map<String, Viewer> officers;
    private final Map<UUID, String> names = Table.of("people.csv").stream().collect(Collectors.toMap(one -> id("person", one.get("key")), one -> one.get("name")));
    private final WorkingDays table = WorkingDays.shipped();
    private boolean isPaidTwice;

    Ways(Connection tx, Map<String, Table.Line> organisations, Map<String, String> officeOf, LocalDate today, Map<String, Viewer> officers) {
        this.tx = tx;
        this.organisations = organisations;
        this.officeOf = officeOf;
        this.today = today;
        this.officers = officers;
    }

    /** A dossier that was handed in. */
    record One(UUID id, String region, String employer, String committee, Claim claim, LoadedEdition edition, Journey journey, Particulars.Candidate candidate) {}

    /** One visit; {@code done} null: it lies there. */
    private record Visit(int place, Kind kind, String unit, Instant arrived, Instant done, String outcome) {}

    void write(List<One> all) throws SQLException {
        try (var steps = new Rows(tx, "dossier_step", "id", "dossier", "seq", "place", "kind", "unit", "responsible", "officer", "clause", "arrived_at", "due_at", "done_at", "outcome", "made_up");
                var returns = new Rows(tx, "dossier_return", "id", "dossier", "step", "number", "unit", "kind", "reason", "back_to", "counted", "says", "clause", "at", "due_at", "answered_at", "made_up");
                var marks = new Rows(tx, "dossier_mark", "id", "dossier", "step", "returned", "place", "path", "accepted", "reason", "at", "made_up");
                var verifications = new Rows(tx, "dossier_verification", "id", "dossier", "kind", "path", "state", "source", "at", "clause", "made_up");
                var originals = new Rows(tx, "originals", "id", "dossier", "step", "unit", "says", "clause", "asked_at", "agree", "found", "where_kept", "checked_at", "made_up");
                var publications = new Rows(tx, "publication", "id", "dossier", "unit", "where_shown", "particulars", "opened_at", "until", "days", "working", "clause", "ended_at", "made_up");
                var objections = new Rows(tx, "objection", "id", "dossier", "publication", "by_name", "by_account", "own", "says", "at", "made_up");
                var payments = new Rows(tx, "payment", "id", "dossier", "region", "number", "fen", "clause", "asked_at", "due_at", "due_says", "opened_at", "address", "paid_at", "told_at", "receipt", "other_fen", "made_up")) {
            for (var one : all) {
                var seq = 0;
                var number = 0;
                var told = Math.floorMod(one.id().hashCode(), 8) > 0; // one platform in eight had not answered
                verifications.add(id("verification", one.id().toString()), one.id(), "EDUCATION", "degrees.0", told ? "VERIFIED" : "CANNOT_TELL", told ? "学历核验平台（虚构）" : null, one.journey().handedIn().orElseThrow(),
                        "B23-2.2", true);
                for (var visit : visits(one)) {
                    seq++;
                    var step = id("step", one.id() + " " + seq);
                    var stop = Arrivals.stop(one.edition(), visit.kind());
                    var clause = stop.map(said -> said.clause().id()).orElse(null);
                    var responsible = responsible(one, visit);
                    steps.add(step, one.id(), seq, visit.place(), visit.kind().name(), organisation(visit.unit()), responsible, names.get(responsible), clause,
                            visit.arrived(), Arrivals.due(one.edition(), one.claim(), visit.kind()), visit.done(), visit.outcome(), true);
                    if (visit.kind() == Kind.SUPERIOR_DEPT && number == 0) {
                        var checked = visit.done() != null;
                        originals.add(id("originals", one.id().toString()), one.id(), step, organisation(visit.unit()), "学历证书原件（虚构）", clause,
                                visit.arrived(), checked ? true : null, checked ? "与上传材料一致（虚构）" : null, checked ? "主管部门档案室（虚构）" : null, visit.done(), true);
                    }
                    if ("RETURNED".equals(visit.outcome())) {
                        number++;
                        var returned = id("return", one.id() + " " + number);
                        var rules = stop.flatMap(said -> said.returns().value());
                        returns.add(returned, one.id(), step, number, organisation(visit.unit()), visit.kind().name(), "FAULTS", "APPLICANT", rules.flatMap(said -> said.atMost().value()).isPresent(), "请按所列各项一次改完（虚构）",
                                rules.map(said -> said.clause().id()).orElse(null), visit.done(), due(one, visit.done()), one.journey().mended(visit.done()).orElse(null), true);
                        marks.add(id("mark", step.toString()), one.id(), step, returned, 1, "facts.hours", false, "上一年度学时证明不清晰（虚构）", visit.done(), true);
                        marks.add(id("mark accepted", step.toString()), one.id(), step, null, 2, "facts.titles", true, null, visit.done(), true);
                    }
                }
                publish(one, publications, objections);
                pay(one, payments);
            }
            steps.write();
            returns.write();
            marks.write();
            verifications.write();
            originals.write();
            publications.write();
            objections.write();
            payments.write();
        }
    }

    /** Who took it in hand, where his account has a person; null: nobody yet, or none. */
    private UUID responsible(One one, Visit visit) {
        if (visit.done() == null && one.journey().last().stage() == Stage.SUBMITTED) return null;
        return Way.at(visit.kind()).stream().sorted().map(role -> officers.get(role + " " + visit.unit())).filter(Objects::nonNull).map(Viewer::person).filter(Objects::nonNull).findFirst().orElse(null);
    }

    /** Ten days later; what still waits to be mended has some days left, or the clockwork would end it at once. */
    private Instant due(One one, Instant returned) {
        var usual = returned.plus(Duration.ofDays(10));
        var soon = today.plusDays(5).atStartOfDay(When.CHINA).toInstant();
        return one.journey().last().stage() == Stage.RETURNED && one.journey().mended(returned).isEmpty() && usual.isBefore(soon) ? soon : usual;
    }

    /** The units above its employer to which it came. */
    String[] reached(One one) {
        return visits(one).stream().filter(visit -> visit.place() > 1 && visit.kind() != Kind.COMMITTEE_OFFICE).map(visit -> organisation(visit.unit()).toString()).distinct().toArray(String[]::new);
    }

    private List<Visit> visits(One one) {
        var chain = Arrivals.chain(one.edition(), one.claim());
        var steps = one.journey().steps();
        var visits = new ArrayList<Visit>();
        var at = 0; // its place in the chain: what was returned comes back to it, everything else to the next
        for (var place = 0; place < steps.size(); place++) {
            var stage = steps.get(place).stage();
            var again = place > 0 && steps.get(place - 1).stage() == Stage.RETURNED;
            if (stage != Stage.SUBMITTED && stage != Stage.UPPER_REVIEW && stage != Stage.JOINT_REVIEW && stage != Stage.INTAKE_PENDING) continue;
            at = stage == Stage.INTAKE_PENDING ? chain.size() : again ? at : at + 1;
            visits.add(visit(one, at, chain.get(at - 1).kind(), place, stage == Stage.SUBMITTED ? WITH_THE_EMPLOYER : EnumSet.noneOf(Stage.class)));
        }
        return visits;
    }

    /** From the step by which it comes to the first later one of none of these stages. */
    private Visit visit(One one, int at, Kind kind, int from, Set<Stage> stages) {
        var steps = one.journey().steps();
        var left = from + 1;
        while (left < steps.size() && stages.contains(steps.get(left).stage())) left++;
        var next = left < steps.size() ? steps.get(left) : null;
        return new Visit(at, kind, unit(one, kind), steps.get(from).at(), next == null ? null : next.at(), next == null ? null : switch (next.stage()) {
            case RETURNED -> "RETURNED";
            case REJECTED -> "REFUSED";
            case DISQUALIFIED -> "DISQUALIFIED";
            case WITHDRAWN -> "WITHDRAWN";
            case TERMINATED -> "TERMINATED";
            case ACCEPTED -> "ACCEPTED";
            default -> "FORWARDED";
        });
    }

    private String unit(One one, Kind kind) {
        return switch (kind) {
            case EMPLOYER, AGENCY, USING_UNIT -> one.employer();
            case COMMITTEE_OFFICE -> one.committee() == null ? bureau(one.region()) : officeOf.get(one.committee());
            case SUPERIOR_DEPT, RELAY -> organisations.get(one.employer()).get("parent") != null ? organisations.get(one.employer()).get("parent") : bureau(one.region());
            case HRSS_PROVINCE, TITLE_OFFICE -> bureau(one.region(), true);
            default -> bureau(one.region());
        };
    }

    private String bureau(String region) {
        return bureau(region, false);
    }

    private String bureau(String region, boolean ofProvince) {
        return organisations.values().stream().filter(one -> one.get("kind").equals("HRSS") && one.get("region").equals(region) && one.get("area").endsWith("0000") == ofProvince).findFirst().orElseThrow().get("key");
    }

    /** Where its notice asks for a fee: of one yuan, which is nobody's. The first who paid did so twice. */
    private void pay(One one, Rows payments) throws SQLException {
        var asked = one.journey().reached(Stage.PAYMENT_PENDING).orElse(null);
        var rule = one.edition().edition().payment().value().orElse(null);
        if (asked == null || rule == null) return;
        var payment = id("payment", one.id().toString());
        var number = payment.toString().replace("-", "");
        var deadline = Fees.deadline(one.edition(), one.claim());
        var paid = one.journey().reached(Stage.ELIGIBILITY_REVIEW).orElse(null);
        payments.add(payment, one.id(), one.region(), number, 100, rule.clause().id(), asked, deadline.due(), deadline.says(), asked, "https://fiscal.example.org/pay/" + number, paid, paid, paid == null ? null : "MADE-UP-" + number.substring(0, 8),
                paid == null || isPaidTwice ? null : 100, true);
        isPaidTwice |= paid != null;
    }

    /** The account of the unit that publishes which enters what another person objected: whoever enters it reads it. */
    private UUID enters(One one, Kind kind) {
        return Way.at(kind).stream().sorted().map(role -> officers.get(role + " " + one.employer())).filter(Objects::nonNull).findFirst().orElseThrow().account();
    }

    /** As long as it hangs at least, by what rules that. */
    private void publish(One one, Rows publications, Rows objections) throws SQLException {
        var opened = one.journey().reached(Stage.EMPLOYER_PUBLICITY).orElse(null);
        if (opened == null) return;
        var first = Arrivals.chain(one.edition(), one.claim()).getFirst().kind();
        var publicity = Arrivals.stop(one.edition(), first).flatMap(Stop::publicity);
        var period = Period.from(opened, publicity, 0, table);
        var publication = id("publication", one.id().toString());
        var ended = one.journey().steps().stream().filter(step -> step.at().isAfter(opened) && step.stage() != Stage.PUBLICITY_OBJECTION).map(Journey.Step::at).findFirst().orElse(null);
        publications.add(publication, one.id(), organisation(one.employer()), "单位公告栏（虚构）", Particulars.lines(one.candidate(), publicity.map(Stop.Publicity::particulars).orElse(List.of()), "见单位公示栏所附材料（虚构）").toArray(String[]::new), opened, period.until(), period.days(), period.working(),
                period.clause().id(), ended, true);
        var objected = one.journey().reached(Stage.PUBLICITY_OBJECTION).orElse(null);
        if (objected != null) objections.add(id("objection", one.id().toString()), one.id(), publication, "某职工（虚构）", enters(one, first), false, "对公示的业绩有疑问（虚构）", objected, true);
    }
}
