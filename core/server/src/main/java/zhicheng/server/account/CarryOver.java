package zhicheng.server.account;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import zhicheng.server.database.Sql;
import zhicheng.server.trail.Acts;
import zhicheng.server.trail.Chain;
import zhicheng.server.trail.Json;
import zhicheng.server.trail.SealedChanges;

/**
 * Somebody who registered himself is found to be a person who is known (B24-3.2): what he kept until then becomes that person's, the profile, the store with
 * its files (B24-3.1), dossiers, bindings, what he was told, and what stands about him. What another row of that person's stands against stays where it is and is named in the trail:
 * a dossier that one of his excludes already, a binding that he has already, a second employer, a transfer from before this system that was entered of both. What stands against him bars such a dossier too.
 */
final class CarryOver {
    private static final Logger LOG = LoggerFactory.getLogger(CarryOver.class);

    /**
     * Every table that points at a person; whoever adds one says here what becomes of it. Nothing was verified of a person whose number is not known, and nobody of
     * whom that is so has a dossier in hand for a unit (dossier_step).
     */
    static final Set<String> TABLES = Set.of("account", "account_consent", "achievement", "binding", "certificate", "complaint", "dossier", "dossier_exclusion", "dossier_step", "evidence_file", "integrity_entry", "message", "person", "profile",
            "title_transfer", "verification");

    private static final String MOVED = "with moved as (update %s set %s = ? where %2$s = ? %s returning id) select coalesce(string_agg(id::text, ' ' order by id), '') from moved";
    private static final String EMPLOYING = "('EMPLOYMENT', 'LABOUR_RELATION')";

    private final Connection tx;
    private final Viewer actor;
    private final UUID from;
    private final UUID to;
    private final Instant at;
    private final List<String> clauses;

    /** @param actor whose account it is, as the provisional person; his account's row and both people's are locked */
    CarryOver(Connection tx, Viewer actor, UUID to, Instant at, List<String> clauses) {
        this.tx = tx;
        this.actor = actor;
        this.from = actor.person();
        this.to = to;
        this.at = at;
        this.clauses = clauses;
    }

    /** Moves it and writes it down: in the chains of both people and of each dossier. */
    void perform(SealedChanges changes) throws SQLException {
        var carried = new LinkedHashMap<String, Object>();
        var profile = profile(changes);
        carried.put("achievements", moved("achievement", "person", ""));
        carried.put("files", moved("evidence_file", "person", ""));
        carried.put("dossiers", dossiers());
        carried.put("bindings", bindings());
        carried.put("integrityEntries", entries());
        for (var person : List.of(from, to)) AgreeToAccount.lapse(tx, person, at);
        carried.put("consents", moved("account_consent", "person", """
                and not (used_at is null and withdrawn_at is null and not lapsed and exists (
                    select from account_consent his where his.person = ? and his.organisation = account_consent.organisation and his.used_at is null and his.withdrawn_at is null and not his.lapsed))""", to)); // what both agreed to is agreed to once
        carried.put("complaints", moved("complaint", "about", ""));
        carried.put("transfers", moved("title_transfer", "person", """
                and not (dossier is null and exists (select from title_transfer his where his.person = ? and his.dossier is null
                    and (his.region, his.series, his.level) = (title_transfer.region, title_transfer.series, title_transfer.level)))""", to));
        carried.put("messages", moved("message", "person", "and not exists (select from message his where his.person = ? and his.kind = message.kind and his.about = message.about)", to));
        carried.put("certificates", moved("certificate", "person", ""));
        Sql.writeOne(tx, "update account set person = ? where id = ?", to, actor.account());
        Sql.writeOne(tx, "update person set carried_to = ? where id = ?", to, from);
        var left = Map.of("dossiers", ids("select id from dossier where applicant = ?"), "bindings", ids("select id from binding where person = ?"),
                "transfers", ids("select id from title_transfer where person = ?"));
        if (left.values().stream().anyMatch(some -> !some.isEmpty())) LOG.warn("account {} is person {}'s now; of what person {} had, this could not be carried over: {}", actor.account(), to, from, left);
        var more = new LinkedHashMap<String, Object>(profile);
        more.put("account", actor.account());
        more.put("known", Json.change(from, to));
        more.put("carried", carried);
        more.put("left", left);
        more.put("clauses", clauses);
        var entry = Acts.entry(actor, "CARRY_OVER", at, more);
        Chain.PERSON.add(tx, to, entry, at);
        Chain.PERSON.add(tx, from, Acts.entry(actor, "CARRY_OVER", at, Map.of("known", Json.change(from, to), "carried", carried, "left", left, "clauses", clauses)), at);
    }

    /** What was entered about him stands about the known person, as it was decided and for its decider to end; also where the same stands about that one. */
    private List<String> entries() throws SQLException {
        return words(Sql.one(tx, row -> row.getString(1), """
                with moved as (
                    update integrity_entry entry set person = ?, carried = exists (
                        select from integrity_entry his where his.person = ? and (his.region, his.kind, his.clause, his.from_day) = (entry.region, entry.kind, entry.clause, entry.from_day)
                            and his.until_day is distinct from his.from_day)
                    where entry.person = ? returning entry.id)
                select coalesce(string_agg(id::text, ' ' order by id), '') from moved""", to, to, from).orElseThrow());
    }

    /** Where both told, what the provisional one told was told last, and stands over the other's. */
    private Map<String, Object> profile(SealedChanges changes) throws SQLException {
        var his = facts(from);
        if (his == null) return Map.of();
        var known = facts(to);
        var both = new LinkedHashMap<String, Object>(known == null ? Map.of() : known);
        both.putAll(his);
        if (known == null) Sql.writeOne(tx, "update profile set person = ? where person = ?", to, from);
        else Sql.writeOne(tx, "update profile set facts = ?::jsonb, version = version + 1, updated_at = ? where person = ?", Json.text(both), at, to);
        return changes.of(to, known == null ? Map.of() : known, both);
    }

    private Map<String, Object> facts(UUID person) throws SQLException {
        return Sql.one(tx, row -> Json.map(row.getString(1)), "select facts::text from profile where person = ?", person).orElse(null);
    }

    /** A dossier's exclusions go with it; where the known person holds one of them, the dossier stays. */
    private List<String> dossiers() throws SQLException {
        var free = ids("""
                select d.id from dossier d where d.applicant = ? and not exists (
                    select from dossier_exclusion mine join dossier_exclusion his on (his.region, his.year, his.key) = (mine.region, mine.year, mine.key)
                    where mine.dossier = d.id and mine.applicant = d.applicant and his.applicant = ?)""", to);
        for (var one : free) {
            var dossier = UUID.fromString(one);
            Sql.write(tx, "insert into dossier_exclusion (region, applicant, year, key, dossier, clause) select region, ?, year, key, dossier, clause from dossier_exclusion where dossier = ? and applicant = ?", to, dossier, from);
            Sql.write(tx, "delete from dossier_exclusion where dossier = ? and applicant = ?", dossier, from);
            var entry = Acts.entry(actor, "CARRY_OVER", at, Map.of("applicant", Json.change(from, to), "clauses", clauses));
            Sql.writeOne(tx, """
                    with changed as (update dossier set applicant = ?, trail_seq = trail_seq + 1, trail_head = sha256(trail_head || ?) where id = ? returning *)
                    insert into trail (subject, seq, at, head, entry) select id, trail_seq, ?, trail_head, ? from changed""", to, entry, dossier, at, entry);
        }
        return free;
    }

    /** The employer goes with the binding that makes him one. */
    private List<String> bindings() throws SQLException {
        var moved = moved("binding", "person", """
                and not exists (select from binding his where his.person = ? and his.organisation = binding.organisation and his.ground = binding.ground
                    and his.state in ('REQUESTED', 'CONFIRMED') and binding.state in ('REQUESTED', 'CONFIRMED'))
                and not (binding.state = 'CONFIRMED' and binding.ground in %1$s and (exists (select from person his where his.id = ? and his.employer <> binding.organisation)
                    or exists (select from binding his where his.person = ? and his.state = 'CONFIRMED' and his.ground in %1$s)))""".formatted(EMPLOYING), to, to, to);
        Sql.write(tx, """
                update person his set employer = p.employer from person p where p.id = ? and his.id = ? and his.employer is null
                    and exists (select from binding b where b.person = his.id and b.organisation = p.employer and b.state = 'CONFIRMED' and b.ground in %s)""".formatted(EMPLOYING), from, to);
        Sql.write(tx, "update person p set employer = null where p.id = ? and not exists (select from binding b where b.person = p.id and b.state = 'CONFIRMED' and b.ground in %s)".formatted(EMPLOYING), from);
        return moved;
    }

    private List<String> moved(String table, String whose, String but, Object... more) throws SQLException {
        var values = new Object[more.length + 2];
        values[0] = to;
        values[1] = from;
        System.arraycopy(more, 0, values, 2, more.length);
        return words(Sql.one(tx, row -> row.getString(1), MOVED.formatted(table, whose, but), values).orElseThrow());
    }

    /** @param select of what is the provisional person's, by his id first */
    private List<String> ids(String select, Object... more) throws SQLException {
        var values = new Object[more.length + 1];
        values[0] = from;
        System.arraycopy(more, 0, values, 1, more.length);
        return words(Sql.one(tx, row -> row.getString(1), "select coalesce(string_agg(id::text, ' ' order by id), '') from (" + select + ") found", values).orElseThrow());
    }

    private static List<String> words(String joined) {
        return joined.isEmpty() ? List.of() : Arrays.asList(joined.split(" "));
    }
}
