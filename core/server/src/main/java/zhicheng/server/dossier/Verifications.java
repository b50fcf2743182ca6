package zhicheng.server.dossier;

import io.micronaut.context.annotation.Requires;
import io.micronaut.scheduling.annotation.Scheduled;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import zhicheng.server.account.IdentityVault;
import zhicheng.server.account.Role;
import zhicheng.server.account.Viewer;
import zhicheng.server.calendar.OfficialClock;
import zhicheng.server.calendar.SystemTime;
import zhicheng.server.database.Sql;
import zhicheng.server.outside.Platform;
import zhicheng.server.outside.verification.Item;
import zhicheng.server.outside.verification.Verification;
import zhicheng.server.outside.verification.Verification.Answer;
import zhicheng.server.outside.verification.VerificationSettings;
import zhicheng.server.trail.Acts;
import zhicheng.server.trail.Chain;
import zhicheng.server.trail.Json;

/**
 * What is being verified (B23-2.2, B24-4.3, X24-6.2): asked outside of any transaction, and again, later and later, where nobody answers; nothing waits for it.
 * Each is taken by one server at a time: whoever takes it puts its next time off first, so that it is lost with no server.
 */
@Singleton
@Requires(beans = DataSource.class)
public class Verifications {
    private static final Logger LOG = LoggerFactory.getLogger(Verifications.class);
    private static final int AT_ONCE = 20;
    private static final String PICKED = "achievements.";
    private static final String SHOWN = """
            select coalesce(json_agg(json_build_object('id', id, 'kind', kind, 'achievement', achievement, 'state', state, 'source', source, 'at', to_json(coalesce(answered_at, asked_at)), 'validUntil', valid_until,
                'tries', tries, 'nextTryAt', next_at, 'told', told, 'hash', encode(told_hash, 'hex')) order by asked_at, id), '[]')::text from verification where person = ?""";

    private final Acts acts;
    private final Verification outside;
    private final VerificationSettings settings;
    private final IdentityVault vault;
    private final SystemTime time;
    private final OfficialClock official;
    private final TransactionOperations<Connection> transactions;

    Verifications(Acts acts, Verification outside, VerificationSettings settings, IdentityVault vault, SystemTime time, OfficialClock official, TransactionOperations<Connection> transactions) {
        this.acts = acts;
        this.outside = outside;
        this.settings = settings;
        this.vault = vault;
        this.time = time;
        this.official = official;
        this.transactions = transactions;
    }

    /** One that is to be asked; {@code number} sealed. */
    private record Due(UUID id, UUID account, UUID person, String name, byte[] number, Item item) {}

    /** Everything of which a person asked whether it is so, in the order in which he did: members as the API's {@code ItemVerification} has them, with {@code told} and {@code hash}. */
    public List<Map<String, Object>> of(Viewer viewer) {
        return transactions.executeRead(status -> {
            try {
                return shown(of(status.getConnection(), viewer.applicant()));
            } catch (SQLException e) {
                throw new IllegalStateException("what was verified could not be read", e);
            }
        });
    }

    /** With official time, by which everything is shown, where the platform is asked again by the system's. */
    List<Map<String, Object>> shown(List<Map<String, Object>> verified) {
        return verified.stream().map(one -> {
            var shown = new LinkedHashMap<>(one);
            shown.computeIfPresent("nextTryAt", (_, next) -> official.of(OffsetDateTime.parse((String) next).toInstant()).toString());
            return (Map<String, Object>) shown;
        }).toList();
    }

    /** As they are kept, {@code nextTryAt} by the system's time. */
    static List<Map<String, Object>> of(Connection tx, UUID person) throws SQLException {
        return Json.list(Sql.one(tx, row -> row.getString(1), SHOWN, person).orElseThrow());
    }

    /** What a person tells, with what was said of each item beside it under {@code verification}. */
    public Map<String, Object> beside(Map<String, Object> told, Viewer viewer) {
        return beside(told, of(viewer));
    }

    static Map<String, Object> beside(Map<String, Object> told, List<Map<String, Object>> verified) {
        var byHash = new HashMap<String, Map<String, Object>>();
        verified.forEach(one -> byHash.put((String) one.get("hash"), one));
        var shown = new LinkedHashMap<>(told);
        for (var kind : Item.Kind.values())
            kind.list().filter(list -> told.get(list) instanceof List<?>).ifPresent(list -> shown.put(list, ((List<?>) told.get(list)).stream().map(one -> {
                if (!(one instanceof Map<?, ?>)) return one;
                var item = new LinkedHashMap<String, Object>();
                ((Map<?, ?>) one).forEach((name, value) -> item.put(String.valueOf(name), value));
                item.put("verification", byHash.get(HexFormat.of().formatHex(Item.of(kind, item).hash())));
                return item;
            }).toList()));
        return shown;
    }

    /**
     * What platforms said of a dossier's items, by the path of each: {@code degrees.N}, {@code hours.N} and {@code titles.N} of what it tells, {@code achievements.ID} of the
     * certificates that it carries, {@code employer}.
     *
     * @param employer null: none
     */
    static Map<String, Map<String, Object>> byPath(List<Map<String, Object>> verified, Map<String, Object> told, List<Map<String, Object>> achievements, String employer) {
        var byHash = new HashMap<String, Map<String, Object>>();
        verified.forEach(one -> byHash.put((String) one.get("hash"), one));
        var found = new LinkedHashMap<String, Map<String, Object>>();
        for (var kind : Item.Kind.values())
            kind.list().ifPresent(list -> {
                for (var place = 0; Item.of(kind, told, place).isPresent(); place++) {
                    var said = byHash.get(hash(Item.of(kind, told, place).get()));
                    if (said != null) found.put(list + "." + place, said);
                }
            });
        for (var picked : achievements) {
            var said = byHash.get(hash(Item.of(Item.Kind.QUALIFICATION, picked)));
            if (said != null && picked.get("achievement").equals(said.get("achievement"))) found.put(PICKED + picked.get("achievement"), said);
        }
        verified.stream().filter(one -> Item.Kind.SOCIAL_INSURANCE.name().equals(one.get("kind")) && employer != null && employer.equals(((Map<?, ?>) one.get("told")).get("employer")))
                .forEach(one -> found.put("employer", one));
        return found;
    }

    private static String hash(Item item) {
        return HexFormat.of().formatHex(item.hash());
    }

    /** What of a dossier is verified on the day on which it is handed in, as it stands in a snapshot. @param said as {@link #byPath} has it */
    static List<Map<String, Object>> carried(Map<String, Map<String, Object>> said, LocalDate day) {
        return said.values().stream().distinct().filter(one -> "VERIFIED".equals(one.get("state")) && (one.get("validUntil") == null || !day.isAfter(LocalDate.parse((String) one.get("validUntil")))))
                .map(one -> {
                    var carried = new LinkedHashMap<String, Object>();
                    for (var member : List.of("kind", "achievement", "told", "source", "at", "validUntil")) carried.put(member, one.get(member));
                    return (Map<String, Object>) carried;
                }).toList();
    }

    /**
     * What platforms said of its items stands with a dossier that is handed in, for whoever sees it, in place of what they said when it was handed in before. What was picked is called by the id of the pick,
     * as in marks: which of whose store it is, is his alone.
     *
     * @param said as {@link #byPath} has it
     */
    static void keep(Connection tx, UUID dossier, Map<String, Map<String, Object>> said) throws SQLException {
        Sql.write(tx, "delete from dossier_verification where dossier = ?", dossier);
        for (var one : said.entrySet()) {
            var kind = (String) one.getValue().get("kind");
            var path = !one.getKey().startsWith(PICKED) ? one.getKey()
                    : PICKED + Sql.one(tx, row -> row.getString(1), "select id from dossier_achievement where dossier = ? and achievement = ?::uuid", dossier, one.getKey().substring(PICKED.length())).orElseThrow();
            Sql.writeOne(tx, "insert into dossier_verification (id, dossier, kind, path, state, source, at, valid_until, clause) values (?, ?, ?, ?, ?, ?, ?::timestamptz, ?::date, ?)", UUID.randomUUID(), dossier, kind,
                    path, one.getValue().get("state"), one.getValue().get("source"), one.getValue().get("at"), one.getValue().get("validUntil"), Item.Kind.valueOf(kind).clause());
        }
    }

    /** Asks every one that is due, as often as there are any. */
    @Scheduled(fixedDelay = "${zhicheng.outside.verification.look-every:30s}", initialDelay = "${zhicheng.outside.verification.look-every:30s}")
    public void askDue() {
        for (var asked = 0; asked < AT_ONCE; asked++) {
            var due = acts.open("verifyItem", tx -> take(tx, null));
            if (due.isEmpty()) return;
            ask(due.get());
        }
    }

    /** Asks this one, if it is to be asked now. */
    void ask(UUID verification) {
        acts.open("verifyItem", tx -> take(tx, verification)).ifPresent(this::ask);
    }

    private Optional<Due> take(Connection tx, UUID only) throws SQLException {
        var now = time.now();
        var id = Sql.one(tx, row -> row.getObject(1, UUID.class),
                "select id from verification where state = 'CANNOT_TELL' and next_at <= ? and (?::uuid is null or id = ?) order by next_at limit 1 for no key update skip locked", now, only, only);
        if (id.isEmpty()) return Optional.empty();
        var tries = Sql.one(tx, row -> row.getInt(1), "select tries from verification where id = ?", id.get()).orElseThrow();
        Sql.writeOne(tx, "update verification set tries = tries + 1, next_at = ? where id = ?", now.plus(Platform.patience(settings.again(), tries)), id.get());
        return Sql.one(tx, row -> new Due(id.get(), row.getObject("account", UUID.class), row.getObject("person", UUID.class), row.getString("name"), row.getBytes("identity_cipher"),
                new Item(Item.Kind.valueOf(row.getString("kind")), Json.map(row.getString("told")))),
                "select v.account, v.person, p.name, p.identity_cipher, v.kind, v.told::text as told from verification v join person p on p.id = v.person where v.id = ?", id.get());
    }

    private void ask(Due due) {
        switch (outside.ask(due.name(), vault.open(due.person(), due.number()).number(), due.item())) {
            case Answer.Verified(var source, var until) -> answered(due, "VERIFIED", source, until == null ? null : until.toString());
            case Answer.Differs(var source) -> answered(due, "DIFFERS", source, null);
            case Answer.CannotTell() -> LOG.info("of item {} ({}) no platform could tell, and it is asked again", due.id(), due.item().kind());
        }
    }

    /** Another server's answer, or one that was asked for anew, may have come first: then this one is as good as that. */
    private void answered(Due due, String state, String source, String until) {
        var at = official.now();
        acts.open("verifyItem", tx -> {
            Sql.one(tx, row -> row.getObject(1), "select id from person where id = ? for no key update", due.person());
            if (Sql.write(tx, "update verification set state = ?, source = ?, answered_at = ?, valid_until = ?::date, next_at = null where id = ? and state = 'CANNOT_TELL'", state, source, at, until, due.id()) == 1)
                write(tx, new Viewer(due.account(), Set.of(Role.APPLICANT), due.person(), null), "ITEM_" + state, at, due.id(), due.item().kind(), Json.change("CANNOT_TELL", state), source);
            return null;
        });
    }

    /** Into the person's chain: which item and what came of it, not what was told. */
    static void write(Connection tx, Viewer actor, String act, Instant at, UUID verification, Item.Kind kind, Map<String, Object> state, String source) throws SQLException {
        var more = new LinkedHashMap<String, Object>();
        more.put("verification", verification);
        more.put("kind", kind);
        more.put("state", state);
        more.put("source", source);
        more.put("clauses", List.of(kind.clause()));
        var entry = Acts.entry(actor, act, at, more);
        Chain.PERSON.add(tx, actor.person(), entry, at);
    }
}
