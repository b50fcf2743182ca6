package zhicheng.server.payment;

import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import zhicheng.server.calendar.ChinaTime;
import zhicheng.server.calendar.OfficialClock;
import zhicheng.server.calendar.SystemTime;
import zhicheng.server.database.Sql;
import zhicheng.server.message.Messages;
import zhicheng.server.outside.Platform;
import zhicheng.server.outside.payment.Fiscal;
import zhicheng.server.outside.payment.FiscalSettings;
import zhicheng.server.trail.Acts;
import zhicheng.server.trail.Chain;
import zhicheng.spi.Clause;
import zhicheng.spi.Text;

/**
 * The orders with the fiscal platform (B24-5.5): opened outside of any transaction, and asked for again, later and later, where it does not answer; under one number, so that
 * the platform has each once. Whoever takes one puts its next time off first, so that it is lost with no server.
 */
@Singleton
@Requires(beans = DataSource.class)
public final class Payments {
    private static final Logger LOG = LoggerFactory.getLogger(Payments.class);
    private static final int AT_ONCE = 500;
    /** So often in a row it does not answer, then it is let alone until the next time. */
    private static final int IN_VAIN = 3;

    private final Acts acts;
    private final Fiscal fiscal;
    private final FiscalSettings settings;
    private final SystemTime time;
    private final OfficialClock official;
    private final RecordPayment record;

    Payments(Acts acts, Fiscal fiscal, FiscalSettings settings, SystemTime time, OfficialClock official, RecordPayment record) {
        this.acts = acts;
        this.fiscal = fiscal;
        this.settings = settings;
        this.time = time;
        this.official = official;
        this.record = record;
    }

    /** One that is to be opened. */
    private record Due(UUID id, UUID dossier, String number, int fen, String title) {}

    /** An order as it was opened. */
    private record Opened(UUID applicant, String title, int fen, Clause clause, Instant due, String number) {
        /** Whether its deadline was over before anybody could pay. */
        boolean isLate(Instant at) {
            return due != null && !at.isBefore(due);
        }
    }

    /** It is asked for: the row, in the transaction that accepts the dossier. What the trail keeps of it comes back. */
    public Map<String, Object> ask(Connection tx, UUID dossier, String region, Fees.Fee.Asked fee, Instant at) throws SQLException {
        var id = UUID.randomUUID();
        var number = id.toString().replace("-", "");
        Sql.writeOne(tx, "insert into payment (id, dossier, region, number, fen, clause, asked_at, due_at, due_says, next_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                id, dossier, region, number, fee.fen(), fee.clause().id(), at, fee.deadline().due(), fee.deadline().says(), time.now());
        var asked = new LinkedHashMap<String, Object>();
        asked.put("number", number);
        asked.put("fen", fee.fen());
        asked.put("due", fee.deadline().due());
        return asked;
    }

    /** Nobody waits for it any more: its dossier has ended. What is paid all the same is kept. */
    public static void close(Connection tx, UUID dossier, Instant at) throws SQLException {
        Sql.write(tx, "update payment set closed_at = ?, next_at = null where dossier = ? and closed_at is null and paid_at is null", at, dossier);
    }

    /** Opens the order of a dossier, if it is to be opened now. */
    public void open(UUID dossier) {
        acts.open("openPayment", tx -> take(tx, dossier)).ifPresent(due -> address(due).ifPresent(address -> opened(due, address)));
    }

    /** Opens every one that is due, as long as the platform answers. @return how many were */
    public int openDue() {
        var opened = 0;
        var inVain = 0;
        for (var one = 0; one < AT_ONCE && inVain < IN_VAIN; one++) {
            var due = acts.open("openPayment", tx -> take(tx, null));
            if (due.isEmpty()) break;
            var address = address(due.get());
            inVain = address.isEmpty() ? inVain + 1 : 0;
            if (address.isPresent() && opened(due.get(), address.get())) opened++;
        }
        return opened;
    }

    private Optional<Due> take(Connection tx, UUID only) throws SQLException {
        var now = time.now();
        var id = Sql.one(tx, row -> row.getObject(1, UUID.class), """
                select id from payment where next_at <= ? and (?::uuid is null or dossier = ?) order by next_at limit 1 for no key update skip locked""", now, only, only);
        if (id.isEmpty()) return Optional.empty();
        var tries = Sql.one(tx, row -> row.getInt(1), "select tries from payment where id = ?", id.get()).orElseThrow();
        Sql.writeOne(tx, "update payment set tries = tries + 1, next_at = ? where id = ?", now.plus(Platform.patience(settings.again(), tries)), id.get());
        return Sql.one(tx, row -> new Due(id.get(), row.getObject("dossier", UUID.class), row.getString("number"), row.getInt("fen"), row.getString("title")),
                "select p.dossier, p.number, p.fen, d.title from payment p join dossier d on d.id = p.dossier where p.id = ?", id.get());
    }

    /** Where it is paid; empty where the platform does not say. */
    private Optional<URI> address(Due due) {
        var address = fiscal.open(due.number(), due.fen(), "职称评审费：" + due.title());
        if (address.isEmpty()) LOG.info("the fiscal platform has not opened order {}, and is asked again", due.number());
        return address;
    }

    /** Another server's answer may have come first, the platform's word that it was paid too; or the dossier has ended. */
    private boolean opened(Due due, URI address) {
        var at = official.now();
        return acts.open("openPayment", tx -> {
            Sql.one(tx, row -> true, "select 1 from dossier where id = ? for no key update", due.dossier());
            var opened = Sql.one(tx, row -> new Opened(row.getObject("applicant", UUID.class), row.getString("title"), row.getInt("fen"), Clause.of(row.getString("clause")), instant(row.getObject("due_at", OffsetDateTime.class)), row.getString("number")), """
                    update payment p set opened_at = ?, address = ?, next_at = null from dossier d
                    where p.id = ? and d.id = p.dossier and p.opened_at is null and p.closed_at is null and p.paid_at is null
                    returning d.applicant, d.title, p.fen, p.clause, p.due_at, p.number""", at, address.toString(), due.id());
            if (opened.isEmpty()) return false;
            var one = opened.get();
            Chain.DOSSIER.add(tx, due.dossier(), Acts.entry("OPEN_PAYMENT", at, Map.of("payment", one.number(), "fen", one.fen(), "clauses", List.of(one.clause().id()))), at);
            Messages.write(tx, one.applicant(), Messages.Kind.TO_PAY, due.id(), due.dossier(), one.clause(), toPay(one, address, at), at, one.isLate(at) ? null : one.due());
            return true;
        });
    }

    private static Text toPay(Opened one, URI address, Instant at) {
        var yuan = yuan(one.fen());
        if (one.isLate(at))
            return Text.of("“" + one.title() + "”已受理，请缴纳评审费 " + yuan + " 元：" + address + "（缴费平台在截止时间 " + ChinaTime.minute(one.due()) + " 前未能受理，不因此视为放弃申报）",
                    "“" + one.title() + "” was taken: pay the review fee of " + yuan + " yuan at " + address + " (the platform did not take it before the deadline, " + ChinaTime.minute(one.due()) + ": nobody is late by that)");
        return one.due() == null
                ? Text.of("“" + one.title() + "”已受理，请缴纳评审费 " + yuan + " 元：" + address, "“" + one.title() + "” was taken: pay the review fee of " + yuan + " yuan at " + address)
                : Text.of("“" + one.title() + "”已受理，请于 " + ChinaTime.minute(one.due()) + " 前缴纳评审费 " + yuan + " 元：" + address,
                        "“" + one.title() + "” was taken: pay the review fee of " + yuan + " yuan before " + ChinaTime.minute(one.due()) + " at " + address);
    }

    /** As people write an amount. */
    static String yuan(int fen) {
        return "%d.%02d".formatted(fen / 100, fen % 100);
    }

    /**
     * Asks the platform of an order that is open, before its dossier counts as abandoned: the word that it was paid may only be on its way. Where it cannot tell nobody waits for it;
     * who paid in time is heard when it says so.
     */
    public void learn(UUID dossier, Instant at) {
        var number = acts.open("openPayment", tx -> Sql.one(tx, row -> row.getString(1), "select number from payment where dossier = ? and state = 'OPEN'", dossier));
        if (number.isEmpty()) return;
        switch (fiscal.paid(number.get())) {
            case Fiscal.Answer.Yes(var paid) -> record.perform(paid, at);
            case Fiscal.Answer.No() -> { }
            case Fiscal.Answer.CannotTell() -> LOG.warn("the fiscal platform cannot tell whether order {} was paid by its deadline; what it says later counts by the time at which it was paid", number.get());
        }
    }

    private static Instant instant(OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
