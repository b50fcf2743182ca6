package zhicheng.server.dossier;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import zhicheng.server.account.Viewer;
import zhicheng.server.database.Sql;
import zhicheng.server.eligibility.Finding;
import zhicheng.server.file.FileChecks;
import zhicheng.server.file.FileSettings;
import zhicheng.server.trail.Acts;
import zhicheng.server.trail.Json;
import zhicheng.spi.Text;

/**
 * An applicant puts the files of an achievement of his store in order: it has these, in this order and under these labels, and no others (B24-3.1). What is left out
 * is put away and comes back when it is named again; nothing is erased, and what a dossier carries stays.
 */
@Singleton
public final class ArrangeFiles {
    private final Acts acts;
    private final FileSettings settings;

    ArrangeFiles(Acts acts, FileSettings settings) {
        this.acts = acts;
        this.settings = settings;
    }

    /**
     * @param version the achievement's version that he has before him
     * @param files of this achievement, each once; none: it has none any more
     */
    public record Input(String key, UUID achievement, int version, List<One> files) {}

    /** @param label what it shows; null: not told */
    public record One(UUID file, String label) {
        /** A label is kept without blanks around it. */
        public One {
            label = FileChecks.kept(label);
        }
    }

    public Acts.Outcome perform(Viewer actor, Instant at, Input input) {
        if (actor.person() == null) return Acts.Outcome.refused(Refusals.noPerson());
        return acts.perform(actor, at, "arrangeFiles", input.key(), Map.of("achievement", input.achievement(), "version", input.version(),
                "files", input.files().stream().map(one -> one.file() + " " + (one.label() == null ? "" : one.label())).toList()), List.of(), tx -> {
            var achievement = SeenAchievement.locked(tx, input.achievement(), actor.person()).orElse(null);
            if (achievement == null) return Acts.Outcome.refused(Refusals.noAchievement(input.achievement(), "input.achievement"));
            var there = files(tx, input.achievement());
            var findings = new ArrayList<>(achievement.stale(input.version(), Map.of("files", there.stream().filter(File::attached).map(one -> one.shown(one.label())).toList()), Map.of("files", shown(there, input.files()))));
            if (achievement.removed()) findings.add(Refusals.removedAchievement(input.achievement(), "input.achievement"));
            findings.addAll(problems(input.files(), there.stream().map(File::id).collect(Collectors.toSet()), settings.perAchievement()));
            if (!findings.isEmpty()) return new Acts.Outcome(input.achievement(), findings);
            var before = there.stream().filter(File::attached).map(File::id).toList();
            var ids = input.files().stream().map(one -> one.file().toString()).toArray(String[]::new);
            Sql.write(tx, "update evidence_file set removed_at = ? where achievement = ? and removed_at is null and id <> all (?::uuid[])", at, input.achievement(), ids);
            Sql.write(tx, """
                    update evidence_file f set place = wanted.place, label = wanted.label, removed_at = null
                    from unnest(?::uuid[], ?::text[]) with ordinality as wanted (id, label, place) where f.id = wanted.id and f.achievement = ?""",
                    ids, input.files().stream().map(One::label).toArray(String[]::new), input.achievement());
            var entry = Acts.entry(actor, "ARRANGE_FILES", at, Map.of("achievement", input.achievement(), "version", achievement.version() + 1,
                    "files", Map.of("before", before, "after", List.of(ids)), "clauses", List.of("B24-3.1")));
            Sql.writeOne(tx, """
                    with arranged as (update achievement set version = version + 1 where id = ? returning person),
                    changed as (update person set trail_seq = trail_seq + 1, trail_head = sha256(trail_head || ?) where id in (select person from arranged) returning *)
                    insert into trail (subject, seq, at, head, entry) select id, trail_seq, ?, trail_head, ? from changed""", input.achievement(), entry, at, entry);
            return new Acts.Outcome(input.achievement(), List.of());
        });
    }

    /** A file of the achievement; {@code attached}: not put away; {@code label} null: it has none. */
    private record File(String id, String name, String label, boolean attached) {
        String shown(String label) {
            return label == null ? name : name + "（" + label + "）";
        }
    }

    /** An achievement's files in their order. */
    private static List<File> files(Connection tx, UUID achievement) throws SQLException {
        return Json.list(Sql.one(tx, row -> row.getString(1), """
                select coalesce(json_agg(json_build_object('id', id, 'name', name, 'label', label, 'attached', removed_at is null) order by place, id), '[]')::text from evidence_file where achievement = ?""",
                achievement).orElseThrow()).stream().map(one -> new File((String) one.get("id"), (String) one.get("name"), (String) one.get("label"), (Boolean) one.get("attached"))).toList();
    }

    /** What he sends, for people: those that the achievement has by name, and any other by its id. */
    private static List<String> shown(List<File> there, List<One> wanted) {
        return wanted.stream().map(one -> there.stream().filter(file -> file.id().equals(one.file().toString())).findFirst().map(file -> file.shown(one.label())).orElseGet(() -> one.file().toString())).toList();
    }

    /** @param there the achievement's files, those that are put away too */
    static List<Finding> problems(List<One> wanted, Set<String> there, int most) {
        var findings = new ArrayList<Finding>();
        if (wanted.size() > most)
            findings.add(Finding.refusal("file.many", null, Text.of("每项业绩至多 " + most + " 个文件", "at most " + most + " files of one achievement"), Text.of(wanted.size() + " 个", "" + wanted.size()), "input.files"));
        var earlier = new HashSet<UUID>();
        for (var place = 0; place < wanted.size(); place++) {
            var one = wanted.get(place);
            var path = "input.files." + place;
            if (!there.contains(one.file().toString())) findings.add(Refusals.noFile(one.file(), path + ".file"));
            else if (!earlier.add(one.file()))
                findings.add(Finding.refusal("file.twice", null, Text.of("同一文件只列一次", "a file stands there once"), Text.of(one.file() + " 重复", one.file() + " stands there twice"), path + ".file"));
            findings.addAll(FileChecks.label(one.label(), path + ".label"));
        }
        return findings;
    }
}
