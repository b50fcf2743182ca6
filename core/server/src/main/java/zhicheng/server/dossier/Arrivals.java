package zhicheng.server.dossier;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import zhicheng.server.calendar.ChinaTime;
import zhicheng.server.chain.Way;
import zhicheng.server.database.Sql;
import zhicheng.server.eligibility.Windows;
import zhicheng.server.message.Messages;
import zhicheng.server.region.LoadedEdition;
import zhicheng.spi.Calendar.Window;
import zhicheng.spi.Channel;
import zhicheng.spi.Channel.Kind;
import zhicheng.spi.Claim;
import zhicheng.spi.Clause;
import zhicheng.spi.Step;
import zhicheng.spi.Stop;
import zhicheng.spi.Text;
import zhicheng.spi.When;

/**
 * A dossier comes to a reviewer of its channel's chain: from then on he answers for it, until the day that the notice gives (B24-5.3, X24-8.3). That day is of what comes up to him. What is handed back to him
 * carries the day that the return names (no notice says otherwise: J24-2.3 and J24-3.4 end the audit and the handing up, «逾期未审核报送，不再单独受理»), and what is handed in or restored to him again the end that his visit had.
 */
public final class Arrivals {
    private Arrivals() {}

    /** @param seq which of the dossier's visits it is; @param place in the chain, from 1; @param unit null where nobody is known yet; @param due null where the notice gives no end */
    public static void write(Connection tx, UUID dossier, int seq, int place, Kind kind, UUID unit, Clause clause, Instant at, Instant due) throws SQLException {
        Sql.writeOne(tx, "insert into dossier_step (id, dossier, seq, place, kind, unit, clause, arrived_at, due_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                UUID.randomUUID(), dossier, seq, place, kind.name(), unit, clause == null ? null : clause.id(), at, due);
    }

    /**
     * Whoever acts for the unit with which a dossier lies now is told that its applicant, or who handed it on, brought it, and its end where that is to come: what held the dossier, it has longer; not the applicant
     * himself, nor anybody where no unit is known.
     *
     * @param what after the dossier's title
     */
    public static void arrived(Connection tx, UUID dossier, LoadedEdition edition, Claim claim, Text what, Instant at) throws SQLException {
        var visit = lies(tx, dossier).orElse(null);
        if (visit == null) return;
        var due = visit.due() != null && at.isBefore(visit.due()) ? visit.due() : null;
        tell(tx, visit, dossier, Messages.Kind.ARRIVED, due == null ? what : asRead(visit.kind(), endBy(edition, claim, visit.kind(), due),
                Text.of(what.zh() + "，请于 " + ChinaTime.minute(due) + " 前办理", what.en() + ": deal with it before " + ChinaTime.minute(due))), at, due);
    }

    /** They are told that its applicant withdraws it. @param what as for what arrives */
    static void withdrawn(Connection tx, UUID dossier, Text what, Instant at) throws SQLException {
        var visit = lies(tx, dossier).orElse(null);
        if (visit != null) tell(tx, visit, dossier, Messages.Kind.WITHDRAWN, what, at, null);
    }

    private static void tell(Connection tx, Lies visit, UUID dossier, Messages.Kind kind, Text what, Instant at, Instant due) throws SQLException {
        Messages.toUnit(tx, visit.unit(), Way.at(visit.kind()), visit.applicant(), kind, visit.id(), dossier, visit.clause(), Text.of("“" + visit.title() + "”" + what.zh(), "“" + visit.title() + "” " + what.en()), at, due);
    }

    private static Optional<Lies> lies(Connection tx, UUID dossier) throws SQLException {
        return Sql.one(tx, row -> new Lies(row.getObject("id", UUID.class), Kind.valueOf(row.getString("kind")), row.getObject("unit", UUID.class), row.getString("clause") == null ? null : Clause.of(row.getString("clause")),
                row.getObject("due_at", OffsetDateTime.class) == null ? null : row.getObject("due_at", OffsetDateTime.class).toInstant(), row.getObject("applicant", UUID.class), row.getString("title")), """
                select s.id, s.kind, s.unit, s.clause, s.due_at, d.applicant, d.title from dossier_step s join dossier d on d.id = s.dossier where s.dossier = ? and s.done_at is null""", dossier);
    }

    /** A visit that is not over; {@code unit}, {@code clause} and {@code due} null as in {@link #write}. */
    private record Lies(UUID id, Kind kind, UUID unit, Clause clause, Instant due, UUID applicant, String title) {}

    /** The chain of a claim's channel; empty where the edition has no such channel. */
    public static List<Channel.Node> chain(LoadedEdition edition, Claim claim) {
        return channel(edition, claim).map(Channel::chain).orElse(List.of());
    }

    /** With whom the chain of a claim's channel begins: an employer, where the edition has no such channel. */
    static Kind opener(LoadedEdition edition, Claim claim) {
        var chain = chain(edition, claim);
        return chain.isEmpty() ? Kind.EMPLOYER : chain.getFirst().kind();
    }

    /** The channel that a claim names; empty where it names none of the edition's. */
    static Optional<Channel> channel(LoadedEdition edition, Claim claim) {
        return edition.edition().channels().value().orElse(List.of()).stream().filter(one -> claim.channel().filter(one.id()::equals).isPresent()).findFirst();
    }

    /** What an edition rules for a kind of reviewer; empty where it says nothing of him. */
    public static Optional<Stop> stop(LoadedEdition edition, Kind kind) {
        return edition.edition().chain().value().orElse(List.of()).stream().filter(one -> one.kind() == kind).findFirst();
    }

    /** The step of the calendar that a kind of reviewer takes. */
    public static Step step(Kind kind) {
        return switch (kind) {
            case EMPLOYER, AGENCY, USING_UNIT -> Step.EMPLOYER_REVIEW;
            case JOINT_REVIEW -> Step.JOINT_REVIEW;
            case SUPERIOR_DEPT, RELAY, HRSS_COUNTY, HRSS_CITY, HRSS_PROVINCE, TITLE_OFFICE -> Step.DEPARTMENT_REVIEW;
            case COMMITTEE_OFFICE -> Step.INTAKE;
        };
    }

    /** The stage of a dossier that its applicant hands to a stop, again or for the first time: with the first of the chain before that has it in hand. */
    static Stage stage(int place, Kind kind) {
        return place == 1 ? Stage.SUBMITTED : above(kind);
    }

    /** The stage of a dossier that lies at a stop of this kind above its employer. */
    public static Stage above(Kind kind) {
        return switch (kind) {
            case JOINT_REVIEW -> Stage.JOINT_REVIEW;
            case COMMITTEE_OFFICE -> Stage.INTAKE_PENDING;
            case EMPLOYER, AGENCY, USING_UNIT, SUPERIOR_DEPT, RELAY, HRSS_COUNTY, HRSS_CITY, HRSS_PROVINCE, TITLE_OFFICE -> Stage.UPPER_REVIEW;
        };
    }

    /**
     * When the notice's calendar has a reviewer be done, first instant too late; null where the notice gives no end. Of several the latest: where a notice gives two that
     * contradict each other (J24-2.3, J24-3.4), nobody is late by the earlier one.
     */
    public static Instant due(LoadedEdition edition, Claim claim, Kind kind) {
        return ends(edition, claim, kind).stream().flatMap(window -> Windows.until(window.when()).stream()).max(Instant::compareTo).orElse(null);
    }

    /** The window of which an end is; empty where it is that of none. */
    public static Optional<Window> endBy(LoadedEdition edition, Claim claim, Kind kind, Instant due) {
        return ends(edition, claim, kind).stream().filter(window -> Windows.until(window.when()).filter(end -> end.equals(due)).isPresent()).findFirst();
    }

    /**
     * The windows by which a reviewer is done: his own; where the calendar gives him no end, those of the next after him in the claim's chain that has one, for what is not with that one by then can be handed on no more
     * (B24-5.3, B24-annex1: of employer and relay only the intake's end is given); none where nobody after him has one either. A reading of ours: no notice says so of who is given no day.
     * After a county's bureau, which stands in no chain, the city's comes (逐级: X24-5.2b). By when is audited a committee's notice says (X24-4); no notice says what becomes of what is later, so nobody's step ends by it.
     */
    public static List<Window> ends(LoadedEdition edition, Claim claim, Kind kind) {
        var after = chain(edition, claim).stream().map(Channel.Node::kind).dropWhile(one -> one != kind && !(kind == Kind.HRSS_COUNTY && one == Kind.HRSS_CITY));
        return Stream.concat(Stream.of(kind), after).map(one -> Windows.covering(edition, step(one), claim).stream().filter(window -> Windows.until(window.when()).isPresent()).toList())
                .filter(windows -> !windows.isEmpty()).findFirst().orElse(List.of());
    }

    /**
     * What is said of an end, with what of it is a reading of ours: that it is the end of a step after this one, where the notice gives it none of its own, and that it is the latest that the notice leaves to committees.
     *
     * @param by the window of which the end is; empty: of none
     */
    public static Text asRead(Kind kind, Optional<Window> by, Text said) {
        var later = by.filter(window -> window.step() != step(kind)).map(_ -> Text.of(said.zh() + "（通知未给本环节期限，按其后环节的截止时间：本系统的理解）",
                said.en() + " (the notice gives this step no end; this is the one of a step after it, as this system reads it)")).orElse(said);
        return by.filter(window -> window.when() instanceof When.SetByCommittee).map(_ -> Text.of(later.zh() + "（审核时间由评委会通知确定，此为通知允许的最晚时间：本系统的理解）",
                later.en() + " (committees say in their notices by when is audited; this is the latest that the region's leaves them, as this system reads it)")).orElse(later);
    }

    /** It was handed in: it comes to the first of its chain, which is its employer or who stands in for him. */
    static void first(Connection tx, UUID dossier, int seq, LoadedEdition edition, Claim claim, UUID employer, Instant at) throws SQLException {
        var kind = opener(edition, claim);
        write(tx, dossier, seq, 1, kind, employer, stop(edition, kind).map(Stop::clause).orElse(null), at, due(edition, claim, kind));
    }
}
