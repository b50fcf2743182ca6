package zhicheng.server.dossier;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import zhicheng.server.account.Viewer;
import zhicheng.server.database.Sql;
import zhicheng.server.eligibility.Finding;
import zhicheng.server.file.CaseFiles;
import zhicheng.server.file.FileChecks;
import zhicheng.server.file.FileSettings;
import zhicheng.server.file.Room;
import zhicheng.server.trail.Acts;
import zhicheng.spi.Text;

/**
 * An applicant says which file he brings as evidence (佐证材料) of an achievement of his store, and is told where to (J24-3.2); likewise who looks into a complaint, or
 * keeps the register of integrity, of what proves it (X24-8.5, J24-4.3: {@link CaseFiles}). The same bytes hang on one thing once: who names them again is told of the
 * file that is there, and need not bring it where it was received.
 */
@Singleton
public final class RequestUpload {
    private final Acts acts;
    private final FileSettings settings;

    RequestUpload(Acts acts, FileSettings settings) {
        this.acts = acts;
        this.settings = settings;
    }

    /**
     * Of an achievement, a complaint or an entry of the register: one of them, the others null.
     *
     * @param label what it shows; null: not told
     * @param size bytes
     * @param sha256 64 hexadecimal digits
     * @param type media type
     */
    public record Input(String key, UUID achievement, UUID complaint, UUID integrityEntry, String name, String label, int size, String type, String sha256) {}

    /** The file with these bytes that hangs on the achievement already. */
    private record Same(UUID id, int size, boolean received, boolean removed) {}

    public Acts.Outcome perform(Viewer actor, Instant at, Input input) {
        var told = new CaseFiles.Told(FileChecks.kept(input.name()), FileChecks.kept(input.label()), input.size(), input.type(), input.sha256().toLowerCase(Locale.ROOT));
        var proved = new LinkedHashMap<String, Object>();
        proved.put("achievement", input.achievement());
        proved.put("complaint", input.complaint());
        proved.put("integrityEntry", input.integrityEntry());
        proved.values().removeIf(Objects::isNull);
        if (proved.size() != 1)
            return Acts.Outcome.refused(Finding.refusal("file.proves", null, Text.of("所证明的一项：achievement、complaint 或 integrityEntry", "what it proves, one of achievement, complaint, integrityEntry"),
                    Text.of(proved.size() + " 项", "" + proved.size()), "input"));
        if (input.achievement() != null && actor.applicant() == null) return Acts.Outcome.refused(Refusals.noPerson());
        var asked = new LinkedHashMap<>(proved);
        asked.put("name", told.name());
        asked.put("label", told.label());
        asked.put("size", told.size());
        asked.put("type", told.type());
        asked.put("sha256", told.sha256());
        return acts.perform(actor, at, "requestUpload", input.key(), asked, List.of(), tx -> input.achievement() == null ? ofCase(tx, actor, at, input, told) : ofAchievement(tx, actor, at, input.achievement(), told));
    }

    private List<Finding> problems(CaseFiles.Told told) {
        return FileChecks.declared(told.name(), told.label(), told.size(), told.type(), told.sha256(), settings, "input");
    }

    private Acts.Outcome ofCase(Connection tx, Viewer actor, Instant at, Input input, CaseFiles.Told told) throws SQLException {
        var of = (input.complaint() == null ? CaseFiles.entry(tx, actor, input.integrityEntry()) : CaseFiles.complaint(tx, actor, input.complaint())).orElse(null);
        if (of == null) return Acts.Outcome.refused(Refusals.noCase(input.complaint(), input.integrityEntry()));
        var findings = new ArrayList<>(problems(told));
        of.over().ifPresent(findings::add);
        return findings.isEmpty() ? CaseFiles.declare(tx, actor, at, of, told, settings) : new Acts.Outcome(null, findings);
    }

    private Acts.Outcome ofAchievement(Connection tx, Viewer actor, Instant at, UUID of, CaseFiles.Told told) throws SQLException {
        var achievement = SeenAchievement.locked(tx, of, actor.applicant()).orElse(null);
        if (achievement == null) return Acts.Outcome.refused(Refusals.noAchievement(of, "input.achievement"));
        var findings = new ArrayList<>(problems(told));
        if (achievement.removed()) findings.add(Refusals.removedAchievement(of, "input.achievement"));
        if (!findings.isEmpty()) return new Acts.Outcome(null, findings);
        var bytes = HexFormat.of().parseHex(told.sha256());
        var same = Sql.one(tx, row -> new Same(row.getObject("id", UUID.class), row.getInt("size"), row.getObject("received_at") != null, row.getObject("removed_at") != null),
                "select id, size, received_at, removed_at from evidence_file where achievement = ? and sha256 = ?", of, bytes);
        findings.addAll(room(tx, at, actor.applicant(), of, told.size(), same));
        if (!findings.isEmpty()) return new Acts.Outcome(null, findings);
        var id = same.map(Same::id).orElseGet(UUID::randomUUID);
        if (same.isPresent() && same.get().received() && !same.get().removed()) return new Acts.Outcome(id, List.of());
        if (same.isEmpty())
            Sql.writeOne(tx, """
                    insert into evidence_file (id, person, achievement, place, name, label, size, type, sha256, declared_at)
                    select ?, a.person, a.id, (select coalesce(max(f.place), 0) + 1 from evidence_file f where f.achievement = a.id), ?, ?, ?, ?, ?, ? from achievement a where a.id = ?""",
                    id, told.name(), told.label(), told.size(), told.type(), bytes, at, of);
        else if (same.get().received()) Sql.writeOne(tx, "update evidence_file set removed_at = null where id = ?", id);
        else Sql.writeOne(tx, "update evidence_file set name = ?, label = ?, size = ?, type = ?, declared_at = ?, removed_at = null where id = ?", told.name(), told.label(), told.size(), told.type(), at, id);
        var entry = Acts.entry(actor, "DECLARE_FILE", at, Map.of("achievement", of, "file", id, "size", told.size(), "type", told.type(), "sha256", told.sha256(), "clauses", List.of("J24-3.2")));
        Sql.writeOne(tx, """
                with declared as (update achievement set version = version + ? where id = ? returning person),
                changed as (update person set trail_seq = trail_seq + 1, trail_head = sha256(trail_head || ?) where id in (select person from declared) returning *)
                insert into trail (subject, seq, at, head, entry) select id, trail_seq, ?, trail_head, ? from changed""",
                same.isPresent() && same.get().received() ? 1 : 0, of, entry, at, entry);
        return new Acts.Outcome(id, List.of());
    }

    /** Whether there is room for one more, on the achievement and in all; and whether the same bytes were told of otherwise. */
    private List<Finding> room(Connection tx, Instant at, UUID person, UUID achievement, int size, Optional<Same> same) throws SQLException {
        var findings = new ArrayList<Finding>();
        if (same.isPresent() && same.get().received() && same.get().size() != size)
            findings.add(Finding.refusal("file.size", null, Text.of("与已接收的同一文件一致：" + same.get().size() + " 字节", "as the same file that was received: " + same.get().size() + " bytes"),
                    Text.of(size + " 字节", size + " bytes"), "input.size"));
        var but = same.map(Same::id).orElse(null);
        Room.ofAchievement(tx, settings, at, achievement, but).refuses(1, "input.achievement").ifPresent(findings::add);
        Room.ofPerson(tx, settings, at, person, but).refuses(size, "input.size").ifPresent(findings::add);
        return findings;
    }
}
