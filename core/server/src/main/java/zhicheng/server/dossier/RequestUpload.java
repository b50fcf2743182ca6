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
import java.util.Optional;
import java.util.UUID;
import zhicheng.server.account.Viewer;
import zhicheng.server.database.Sql;
import zhicheng.server.eligibility.Finding;
import zhicheng.server.file.FileChecks;
import zhicheng.server.file.FileSettings;
import zhicheng.server.trail.Acts;
import zhicheng.spi.Text;

/**
 * An applicant says which file he brings as evidence (佐证材料) of an achievement of his store, and is told where to (J24-3.2). The same bytes hang on an achievement once:
 * who names them again is told of the file that is there, and need not bring it where it was received.
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
     * @param label what it shows; null: not told
     * @param size bytes
     * @param sha256 64 hexadecimal digits
     * @param type media type
     */
    public record Input(String key, UUID achievement, String name, String label, int size, String type, String sha256) {}

    /** The file with these bytes that hangs on the achievement already. */
    private record Same(UUID id, int size, boolean received, boolean removed) {}

    public Acts.Outcome perform(Viewer actor, Instant at, Input input) {
        if (actor.person() == null) return Acts.Outcome.refused(Refusals.noPerson());
        var name = FileChecks.kept(input.name());
        var label = FileChecks.kept(input.label());
        var sha256 = input.sha256().toLowerCase(Locale.ROOT);
        var asked = new LinkedHashMap<String, Object>();
        asked.put("achievement", input.achievement());
        asked.put("name", name);
        asked.put("label", label);
        asked.put("size", input.size());
        asked.put("type", input.type());
        asked.put("sha256", sha256);
        return acts.perform(actor, at, "requestUpload", input.key(), asked, List.of(), tx -> {
            var achievement = SeenAchievement.locked(tx, input.achievement(), actor.person()).orElse(null);
            if (achievement == null) return Acts.Outcome.refused(Refusals.noAchievement(input.achievement(), "input.achievement"));
            var findings = new ArrayList<>(FileChecks.declared(name, label, input.size(), input.type(), sha256, settings, "input"));
            if (achievement.removed()) findings.add(Refusals.removedAchievement(input.achievement(), "input.achievement"));
            if (!findings.isEmpty()) return new Acts.Outcome(null, findings);
            var bytes = HexFormat.of().parseHex(sha256);
            var same = Sql.one(tx, row -> new Same(row.getObject("id", UUID.class), row.getInt("size"), row.getObject("received_at") != null, row.getObject("removed_at") != null),
                    "select id, size, received_at, removed_at from evidence_file where achievement = ? and sha256 = ?", input.achievement(), bytes);
            findings.addAll(room(tx, actor.person(), input, same));
            if (!findings.isEmpty()) return new Acts.Outcome(null, findings);
            var id = same.map(Same::id).orElseGet(UUID::randomUUID);
            if (same.isPresent() && same.get().received() && !same.get().removed()) return new Acts.Outcome(id, List.of());
            if (same.isEmpty())
                Sql.writeOne(tx, """
                        insert into evidence_file (id, person, achievement, place, name, label, size, type, sha256, declared_at)
                        select ?, a.person, a.id, (select coalesce(max(f.place), 0) + 1 from evidence_file f where f.achievement = a.id), ?, ?, ?, ?, ?, ? from achievement a where a.id = ?""",
                        id, name, label, input.size(), input.type(), bytes, at, input.achievement());
            else if (same.get().received()) Sql.writeOne(tx, "update evidence_file set removed_at = null where id = ?", id);
            else Sql.writeOne(tx, "update evidence_file set name = ?, label = ?, size = ?, type = ?, declared_at = ?, removed_at = null where id = ?", name, label, input.size(), input.type(), at, id);
            var entry = Acts.entry(actor, "DECLARE_FILE", at, Map.of("achievement", input.achievement(), "file", id, "size", input.size(), "type", input.type(), "sha256", sha256,
                    "clauses", List.of("J24-3.2")));
            Sql.writeOne(tx, """
                    with declared as (update achievement set version = version + ? where id = ? returning person),
                    changed as (update person set trail_seq = trail_seq + 1, trail_head = sha256(trail_head || ?) where id in (select person from declared) returning *)
                    insert into trail (subject, seq, at, head, entry) select id, trail_seq, ?, trail_head, ? from changed""",
                    same.isPresent() && same.get().received() ? 1 : 0, input.achievement(), entry, at, entry);
            return new Acts.Outcome(id, List.of());
        });
    }

    /** Whether there is room for one more, on the achievement and in all; and whether the same bytes were told of otherwise. */
    private List<Finding> room(Connection tx, UUID person, Input input, Optional<Same> same) throws SQLException {
        var findings = new ArrayList<Finding>();
        if (same.isPresent() && same.get().received() && same.get().size() != input.size())
            findings.add(Finding.refusal("file.size", null, Text.of("与已接收的同一文件一致：" + same.get().size() + " 字节", "as the same file that was received: " + same.get().size() + " bytes"),
                    Text.of(input.size() + " 字节", input.size() + " bytes"), "input.size"));
        var but = same.map(Same::id).orElse(null);
        var files = Sql.one(tx, row -> row.getInt(1), "select count(*) from evidence_file where achievement = ? and removed_at is null and id is distinct from ?::uuid", input.achievement(), but).orElseThrow();
        if (files >= settings.perAchievement())
            findings.add(Finding.refusal("file.many", null, Text.of("每项业绩至多 " + settings.perAchievement() + " 个文件", "at most " + settings.perAchievement() + " files of one achievement"),
                    Text.of("已有 " + files + " 个", "there are " + files), "input.achievement"));
        var kept = Sql.one(tx, row -> row.getLong(1), "select coalesce(sum(size), 0) from evidence_file where person = ? and id is distinct from ?::uuid", person, but).orElseThrow();
        if (kept + input.size() > settings.bytesPerPerson())
            findings.add(Finding.refusal("file.quota", null, Text.of("每人合计至多 " + settings.bytesPerPerson() + " 字节", "at most " + settings.bytesPerPerson() + " bytes of one person in all"),
                    Text.of("已有 " + kept + " 字节", "there are " + kept), "input.size"));
        return findings;
    }
}
