package zhicheng.server.file;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import zhicheng.server.account.Oneself;
import zhicheng.server.account.Role;
import zhicheng.server.account.Viewer;
import zhicheng.server.database.Sql;
import zhicheng.server.eligibility.Finding;
import zhicheng.server.integrity.Entries;
import zhicheng.server.trail.Acts;
import zhicheng.server.trail.Chain;
import zhicheng.server.trail.Json;
import zhicheng.spi.Text;

/**
 * Files that prove a complaint or an entry of the register of integrity (佐证材料: X24-8.5, J24-4.3). Whoever looks into the case brings them; whom it is about has no
 * part in it. What is done to them is written into the chain of the complaint, or of whom the entry is about.
 */
public final class CaseFiles {
    /** Who looks into complaints. */
    public static final Set<Role> BRING = Set.of(Role.HRSS_COUNTY, Role.HRSS_CITY, Role.HRSS_PROVINCE, Role.SUPERIOR_DEPT, Role.COMMITTEE_ORGANISER, Role.COMMITTEE_OFFICE, Role.SUPERVISOR);
    private static final Set<Role> BUREAUS = Set.of(Role.HRSS_COUNTY, Role.HRSS_CITY, Role.HRSS_PROVINCE);

    private static final String COMPLAINT = """
            select k.id as complaint, null::uuid as entry, k.id as subject, k.concluded_at as over, (select t.clause from trail t where t.subject = k.id and t.seq = 1) as clause, %s as oneself
            from complaint k join person p on p.id = k.about where k.id = ? and (k.unit = ? or k.region = ?)""".formatted(Oneself.of("p"));
    private static final String ENTRY = """
            select null::uuid as complaint, k.id as entry, k.person as subject, k.ended_at as over, k.clause, %s as oneself
            from integrity_entry k join person p on p.id = k.person where k.id = ? and (k.decided_by = ? or k.region = ?)""".formatted(Oneself.of("p"));
    private static final String LOCKED = " for no key update of k";
    private static final String DESCRIBED = "select id, name, size, type, sha256, received_at from case_file where id = ?";

    private CaseFiles() {}

    /**
     * What files prove, its row locked.
     *
     * @param complaint null: it is an entry; @param entry null: it is a complaint
     * @param chain what is done to its files is written into, by {@code subject}
     * @param clauses by which it is looked into, or on which it rests; none where no notice has one
     * @param over why whoever acts adds nothing, or nothing is added any more; empty while he does
     */
    public record Case(UUID complaint, UUID entry, Chain chain, UUID subject, List<String> clauses, Optional<Finding> over) {
        UUID id() { return complaint == null ? entry : complaint; }
    }

    /** What is told of a file, in the spelling in which it is kept. @param label null: not told */
    public record Told(String name, String label, int size, String type, String sha256) {}

    private record Same(UUID id, int size, boolean received) {}

    /** A complaint that the actor's unit looks into, or that is in the region of his bureau of the city; empty where there is none such, or it is about himself. */
    public static Optional<Case> complaint(Connection tx, Viewer actor, UUID id) throws SQLException {
        return complaint(tx, actor, id, LOCKED);
    }

    private static Optional<Case> complaint(Connection tx, Viewer actor, UUID id, String lock) throws SQLException {
        return actor.isAny(BRING) ? found(tx, actor, COMPLAINT + lock, id, Chain.COMPLAINT) : Optional.empty();
    }

    /** An entry of the register that the actor's bureau decided, or that is in the region of his bureau of the city; empty where there is none such, or it is about himself. */
    public static Optional<Case> entry(Connection tx, Viewer actor, UUID id) throws SQLException {
        return entry(tx, actor, id, LOCKED);
    }

    private static Optional<Case> entry(Connection tx, Viewer actor, UUID id, String lock) throws SQLException {
        return actor.isAny(BUREAUS) ? found(tx, actor, ENTRY + lock, id, Chain.PERSON) : Optional.empty();
    }

    /** @param select {@link #COMPLAINT} or {@link #ENTRY}, and whether it locks */
    private static Optional<Case> found(Connection tx, Viewer actor, String select, UUID id, Chain chain) throws SQLException {
        if (actor.organisation() == null) return Optional.empty();
        var region = actor.isAny(Set.of(Role.HRSS_CITY)) ? Sql.one(tx, row -> row.getString(1), "select region from organisation where id = ?", actor.organisation()).orElse(null) : null;
        record Found(Optional<Oneself> oneself, Case of) {}
        return Sql.one(tx, row -> {
            var oneself = Oneself.in(row, "oneself");
            var over = row.getObject("over") == null ? Optional.<Finding>empty() : Optional.of(over(chain));
            return new Found(oneself, new Case(row.getObject("complaint", UUID.class), row.getObject("entry", UUID.class), chain, row.getObject("subject", UUID.class),
                    row.getString("clause") == null ? List.of() : Arrays.asList(row.getString("clause").split(" ")), oneself.map(Entries::own).or(() -> over)));
        }, select, actor.person(), id, actor.organisation(), region).filter(one -> !one.oneself().equals(Optional.of(Oneself.SAME))).map(Found::of);
    }

    private static Finding over(Chain chain) {
        return chain == Chain.COMPLAINT
                ? Finding.refusal("complaint.concluded", null, Text.of("未办结的信访件", "a complaint that is not concluded"), Text.of("已办结", "it is concluded"), null)
                : Finding.refusal("integrity.over", null, Text.of("未提前终止的记录", "an entry that was not ended"), Text.of("已提前终止", "it was ended"), null);
    }

    /** The case of a file, locked; empty where the actor has no part in it. */
    public static Optional<Case> of(Connection tx, Viewer actor, UUID file) throws SQLException {
        return of(tx, actor, file, LOCKED);
    }

    /** As it stands, nothing being locked: empty where it is no case's, or the actor has no part in that. */
    public static Optional<FileDescription> looked(Connection tx, Viewer actor, UUID file) throws SQLException {
        return of(tx, actor, file, "").isEmpty() ? Optional.empty() : described(tx, file);
    }

    private static Optional<Case> of(Connection tx, Viewer actor, UUID file, String lock) throws SQLException {
        var whose = Sql.one(tx, row -> new UUID[] {row.getObject(1, UUID.class), row.getObject(2, UUID.class)}, "select complaint, integrity_entry from case_file where id = ?", file).orElse(null);
        if (whose == null) return Optional.empty();
        return whose[0] == null ? entry(tx, actor, whose[1], lock) : complaint(tx, actor, whose[0], lock);
    }

    /** As it is declared, or was received; whoever asks has seen to it that it may be known. */
    public static Optional<FileDescription> described(Connection tx, UUID file) throws SQLException {
        return Sql.one(tx, CaseFiles::file, DESCRIBED, file);
    }

    /** A row with the columns of a file. */
    public static FileDescription file(ResultSet row) throws SQLException {
        return new FileDescription(row.getObject("id", UUID.class), row.getString("name"), row.getInt("size"), row.getString("type"), HexFormat.of().formatHex(row.getBytes("sha256")),
                row.getObject("received_at") != null);
    }

    /** One more file of a case, or that with the same bytes; none where there are too many. */
    public static Acts.Outcome declare(Connection tx, Viewer actor, Instant at, Case of, Told told, FileSettings settings) throws SQLException {
        var bytes = HexFormat.of().parseHex(told.sha256());
        var same = Sql.one(tx, row -> new Same(row.getObject("id", UUID.class), row.getInt("size"), row.getObject("received_at") != null),
                "select id, size, received_at from case_file where (complaint = ? or integrity_entry = ?) and sha256 = ?", of.id(), of.id(), bytes).orElse(null);
        if (same != null && same.received())
            return same.size() == told.size() ? new Acts.Outcome(same.id(), List.of())
                    : Acts.Outcome.refused(Finding.refusal("file.size", null, Text.of("与已接收的同一文件一致：" + same.size() + " 字节", "as the same file that was received: " + same.size() + " bytes"),
                            Text.of(told.size() + " 字节", told.size() + " bytes"), "input.size"));
        var full = Room.ofCase(tx, settings, at, of.id(), same == null ? null : same.id()).refuses(1, null);
        if (full.isPresent()) return Acts.Outcome.refused(full.get());
        var id = same == null ? UUID.randomUUID() : same.id();
        if (same == null)
            Sql.writeOne(tx, """
                    insert into case_file (id, complaint, integrity_entry, unit, place, name, label, size, type, sha256, declared_at)
                    values (?, ?, ?, ?, (select coalesce(max(place), 0) + 1 from case_file where complaint = ? or integrity_entry = ?), ?, ?, ?, ?, ?, ?)""",
                    id, of.complaint(), of.entry(), actor.organisation(), of.id(), of.id(), told.name(), told.label(), told.size(), told.type(), bytes, at);
        else Sql.writeOne(tx, "update case_file set unit = ?, name = ?, label = ?, size = ?, type = ?, declared_at = ? where id = ?", actor.organisation(), told.name(), told.label(), told.size(), told.type(), at, id);
        note(tx, actor, "DECLARE_FILE", at, of.chain(), of.subject(), new FileDescription(id, told.name(), told.size(), told.type(), told.sha256(), false), of.clauses(), of.entry(), Map.of("received", Json.change(null, false)));
        return new Acts.Outcome(id, List.of());
    }

    /** Its bytes came, and are what was declared; not where there are too many. */
    public static Acts.Outcome receive(Connection tx, Viewer actor, Instant at, Case of, FileDescription file, FileSettings settings) throws SQLException {
        var full = Room.ofCase(tx, settings, at, of.id(), file.id()).refusesReceived(1, "input.file");
        if (full.isPresent()) return new Acts.Outcome(file.id(), List.of(full.get()));
        Sql.writeOne(tx, "update case_file set received_at = ? where id = ?", at, file.id());
        note(tx, actor, "RECEIVE_FILE", at, of.chain(), of.subject(), file, of.clauses(), of.entry(), Map.of("received", Json.change(false, true)));
        return new Acts.Outcome(file.id(), List.of());
    }

    /** Somebody takes a file of a case; nothing is written where it is none. */
    public static void taken(Connection tx, Viewer actor, Instant at, FileDescription file) throws SQLException {
        record Whose(UUID complaint, UUID entry, UUID person) {}
        var whose = Sql.one(tx, row -> new Whose(row.getObject(1, UUID.class), row.getObject(2, UUID.class), row.getObject(3, UUID.class)),
                "select f.complaint, f.integrity_entry, i.person from case_file f left join integrity_entry i on i.id = f.integrity_entry where f.id = ?", file.id()).orElse(null);
        if (whose == null) return;
        note(tx, actor, "TAKE_FILE", at, whose.complaint() == null ? Chain.PERSON : Chain.COMPLAINT, whose.complaint() == null ? whose.person() : whose.complaint(), file, List.of(), whose.entry(), Map.of());
    }

    /** Into the chain: which file, never what it is called. @param change what became of it */
    private static void note(Connection tx, Viewer actor, String act, Instant at, Chain chain, UUID subject, FileDescription file, List<String> clauses, UUID entry, Map<String, ?> change) throws SQLException {
        var more = new LinkedHashMap<String, Object>(Map.of("file", file.id(), "size", file.size(), "type", file.type(), "sha256", file.sha256(), "clauses", clauses));
        if (entry != null) more.put("entry", entry);
        more.putAll(change);
        chain.add(tx, subject, Acts.entry(actor, act, at, more), at);
    }
}
