package zhicheng.server.dossier;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import zhicheng.server.account.Viewer;
import zhicheng.server.database.Sql;
import zhicheng.server.eligibility.Finding;
import zhicheng.server.trail.Acts;
import zhicheng.server.trail.Json;
import zhicheng.spi.Clause;
import zhicheng.spi.Text;

/** An applicant picks from his store what his draft, or the mending of what was returned to him, shows (B24-3.1): it carries these achievements as they are now, with the files that prove them, and no others. A signature under the pledge has to be given anew. */
@Singleton
public final class PickAchievements {
    private static final int MOST = 200;

    private final Acts acts;

    PickAchievements(Acts acts) {
        this.acts = acts;
    }

    /**
     * @param version the dossier's version that he has before him
     * @param achievements of his own store, each once; empty: none is picked any more
     */
    public record Input(String key, UUID dossier, int version, List<UUID> achievements) {}

    public Acts.Outcome perform(Viewer actor, Instant at, Input input) {
        return acts.perform(actor, at, "pickAchievements", input.key(), Map.of("dossier", input.dossier(), "version", input.version(), "achievements", input.achievements()), List.of(), tx -> {
            var seen = SeenDossier.locked(tx, input.dossier(), actor.person()).orElse(null);
            if (seen == null) return Acts.Outcome.refused(Refusals.noDossier(input.dossier()));
            var mending = Mending.of(tx, seen);
            if (!seen.stage().equals("DRAFT") && mending.isEmpty()) return new Acts.Outcome(seen.id(), List.of(Refusals.noDraft(seen.stage())));
            var wanted = input.achievements().stream().map(UUID::toString).toArray(String[]::new);
            if (seen.version() != input.version()) {
                var titles = Json.map(Sql.one(tx, row -> row.getString(1), "select coalesce(json_object_agg(id, title), '{}')::text from achievement where id = any (?::uuid[]) and person = ?", wanted, actor.person()).orElseThrow());
                return new Acts.Outcome(seen.id(), List.of(Conflict.ofDossier(input.version(), seen.version(),
                        Map.of("achievements", seen.achievements().stream().map(one -> one.get("title") + " " + one.get("achievement")).sorted().toList()),
                        Map.of("achievements", Arrays.stream(wanted).map(one -> titles.getOrDefault(one, "?") + " " + one).sorted().toList()))));
            }
            var store = Json.map(Sql.one(tx, row -> row.getString(1), """
                    select coalesce(json_object_agg(id, removed), '{}')::text
                    from (select id, removed_at is not null as removed from achievement where id = any (?::uuid[]) and person = ? order by id for share) kept""", wanted, actor.person()).orElseThrow());
            var findings = new ArrayList<>(findings(input.achievements(), store));
            mending.flatMap(one -> one.late(at)).ifPresent(findings::add);
            mending.ifPresent(one -> findings.addAll(one.against(input.achievements())));
            if (!findings.isEmpty()) return new Acts.Outcome(seen.id(), findings);
            if (mending.isPresent()) mending.get().begin(tx, seen, at);
            (mending.isPresent() ? Picks.OF_MENDINGS : Picks.OF_DOSSIERS).replace(tx, seen.id(), wanted, mending.map(Mending::accepted).orElse(List.of()).stream().map(UUID::toString).toArray(String[]::new), at);
            var entry = Acts.entry(actor, "PICK_ACHIEVEMENTS", at, Map.of("version", seen.version() + 1,
                    "achievements", Json.change(seen.achievements().stream().map(one -> one.get("achievement")).toList(), input.achievements()), "clauses", List.of("B24-3.1")));
            NextVersion.write(tx, seen, entry, at);
            return new Acts.Outcome(seen.id(), List.of());
        });
    }

    /** Where picks are kept: of a draft in what the dossier carries, of a mending beside it. Both tables of each have the same columns. */
    private enum Picks {
        OF_DOSSIERS("dossier"), OF_MENDINGS("mending");

        private final String before;
        private final String away;
        private final String picked;
        private final String files;

        Picks(String table) {
            before = "select coalesce(json_object_agg(achievement, id), '{}')::text from %s_achievement where dossier = ?".formatted(table);
            away = "delete from %s_achievement where dossier = ? and not achievement = any (?::uuid[])".formatted(table);
            picked = """
                    insert into %s_achievement (id, dossier, achievement, version, picked_at, kind, title, achieved_on, ended_on, number, granted, rank, grade, issued_by, area_code, quality,
                                                use, benefit, made_up)
                    select coalesce((?::jsonb ->> id::text)::uuid, gen_random_uuid()), ?, id, version, ?, kind, title, achieved_on, ended_on, number, granted, rank, grade, issued_by, area_code, quality, use, benefit, made_up
                    from achievement where id = any (?::uuid[]) and not id = any (?::uuid[])""".formatted(table);
            files = """
                    insert into %1$s_file (id, dossier, picked, file, place, name, label, size, type, sha256, made_up)
                    select gen_random_uuid(), p.dossier, p.id, f.id, row_number() over (partition by p.id order by f.place, f.id), f.name, f.label, f.size, f.type, f.sha256, f.made_up
                    from %1$s_achievement p join evidence_file f on f.achievement = p.achievement where p.dossier = ? and f.received_at is not null and f.removed_at is null and not p.achievement = any (?::uuid[])""".formatted(table);
        }

        /** @param kept of what was picked before that which stays as it is */
        void replace(Connection tx, UUID dossier, String[] wanted, String[] kept, Instant at) throws SQLException {
            var ids = Sql.one(tx, row -> row.getString(1), before, dossier).orElseThrow();
            Sql.write(tx, away, dossier, kept);
            Sql.write(tx, picked, ids, dossier, at, wanted, kept);
            Sql.write(tx, files, dossier, kept);
        }
    }

    /** @param store of those that are wanted, the ones that are his: id, and whether he put it away */
    static List<Finding> findings(List<UUID> wanted, Map<String, Object> store) {
        var findings = new ArrayList<Finding>();
        if (wanted.size() > MOST)
            findings.add(Finding.refusal("input", null, Text.of("至多 " + MOST + " 项", "at most " + MOST), Text.of(wanted.size() + " 项", "" + wanted.size()), "input.achievements"));
        var earlier = new HashSet<UUID>();
        for (var place = 0; place < wanted.size(); place++) {
            var one = wanted.get(place);
            var path = "input.achievements." + place;
            if (!store.containsKey(one.toString())) findings.add(Refusals.noAchievement(one, path));
            else if (store.get(one.toString()).equals(true)) findings.add(Refusals.removedAchievement(one, path));
            else if (!earlier.add(one))
                findings.add(Finding.refusal("achievement.twice", Clause.of("B24-3.1"), Text.of("同一业绩只选一次", "an achievement is picked once"), Text.of(one + " 重复", one + " stands there twice"), path));
        }
        return findings;
    }
}
