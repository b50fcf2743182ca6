package zhicheng.server.dossier;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import zhicheng.server.database.Sql;
import zhicheng.server.eligibility.Finding;
import zhicheng.server.trail.Json;
import zhicheng.server.trail.SealedChanges;

/**
 * Two tabs (版本冲突), where one of them sends nothing but the version that it has before it: what has changed since, as the trail kept it, so that a {@link Conflict} shows both all the same.
 * Where the trail does not reach back to that version, or there is none of that number, the two numbers are all there is to show.
 */
@Singleton
final class Since {
    /** Each change of a dossier's version has one entry: where it stands, what it tells, what is picked, or whether it is set aside. */
    private static final String OF_DOSSIER = """
            select coalesce(json_agg(entry order by seq desc), '[]')::text from (
                select seq, convert_from(entry, 'UTF8')::json as entry from trail
                where subject = ? and (act in ('EDIT', 'PICK_ACHIEVEMENTS', 'SET_ASIDE') or convert_from(entry, 'UTF8')::jsonb -> 'stage' is not null) order by seq desc limit ?) changes""";
    /** So has each of an achievement's, in its owner's chain. */
    private static final String OF_ACHIEVEMENT = """
            select coalesce(json_agg(entry order by seq desc), '[]')::text from (
                select seq, convert_from(entry, 'UTF8')::json as entry from trail
                where subject = ? and (act in ('SAVE_ACHIEVEMENT', 'REMOVE_ACHIEVEMENT', 'ARRANGE_FILES') and convert_from(entry, 'UTF8')::jsonb ->> 'achievement' = ?
                    or act = 'RECEIVE_FILE' and convert_from(entry, 'UTF8')::jsonb ->> 'file' in (select f.id::text from evidence_file f where f.achievement = ?)) order by seq desc limit ?) changes""";

    private final SealedChanges sealed;

    Since(SealedChanges sealed) {
        this.sealed = sealed;
    }

    /** What has changed, by name: as it stands now, and as it stood at the version that he has before him. */
    private record Both(Map<String, Object> now, Map<String, Object> his) {
        void change(String name, Object before, Object after) {
            if (!now.containsKey(name)) now.put(name, after);
            his.put(name, before);
        }

        /** Ids of a list, as people know what they are of. */
        void named(String list, Map<String, Object> names) {
            for (var side : List.of(now, his))
                side.computeIfPresent(list, (_, ids) -> ((List<?>) ids).stream().filter(id -> names.containsKey(id.toString())).map(id -> (Object) (names.get(id.toString()) + " " + id)).toList());
        }
    }

    /** The finding of a version of a dossier that is not the latest. */
    Finding ofDossier(Connection tx, UUID dossier, int given, int current) throws SQLException {
        var changes = Json.list(Sql.one(tx, row -> row.getString(1), OF_DOSSIER, dossier, Math.max(current - given, 0)).orElseThrow());
        var both = new Both(new LinkedHashMap<>(), new LinkedHashMap<>());
        if (changes.size() != current - given || !undone(dossier, changes, both)) return Conflict.ofDossier(given, current, Map.of(), Map.of());
        both.named("achievements", names(tx, "select coalesce(json_object_agg(a.id, a.title), '{}')::text from achievement a join dossier d on d.applicant = a.person where d.id = ?", dossier));
        return Conflict.ofDossier(given, current, both.now(), both.his());
    }

    /** The finding of a version of an achievement that is not the latest. */
    Finding ofAchievement(Connection tx, UUID person, UUID achievement, int given, int current) throws SQLException {
        var changes = Json.list(Sql.one(tx, row -> row.getString(1), OF_ACHIEVEMENT, person, achievement.toString(), achievement, Math.max(current - given, 0)).orElseThrow());
        var both = new Both(new LinkedHashMap<>(), new LinkedHashMap<>());
        var files = "select coalesce(json_object_agg(id, name order by place, id), '{}')::text from evidence_file where achievement = ? and received_at is not null";
        var there = new ArrayList<Object>(names(tx, files + " and removed_at is null", achievement).keySet());
        both.change("files", there, there);
        if (changes.size() != current - given || !undone(person, changes, both)) return Conflict.of("achievement.version", given, current, Map.of(), Map.of());
        both.named("files", names(tx, files, achievement));
        return Conflict.of("achievement.version", given, current, both.now(), both.his());
    }

    private static Map<String, Object> names(Connection tx, String question, UUID of) throws SQLException {
        return Json.map(Sql.one(tx, row -> row.getString(1), question, of).orElseThrow());
    }

    /** Acts of the owner's own that tell what he told. What others say of a dossier (who objects, and what) is sealed into its chain too, and is not his to see. */
    private static final Set<String> TOLD = Set.of("EDIT", "PICK_ACHIEVEMENTS", "SET_ASIDE", "SAVE_ACHIEVEMENT", "REMOVE_ACHIEVEMENT", "ARRANGE_FILES");

    /** The latest change first. @return false where one cannot be read any more */
    private boolean undone(UUID subject, List<Map<String, Object>> changes, Both both) {
        for (var change : changes) {
            if (change.get("stage") instanceof Map<?, ?> stage) both.change("stage", stage.get("before"), stage.get("after"));
            if (!TOLD.contains(change.get("act")) && !change.get("act").equals("RECEIVE_FILE")) continue;
            for (var name : List.of("setAside", "removed", "achievements", "files"))
                if (change.get(name) instanceof Map<?, ?> one) both.change(name, one.get("before"), one.get("after"));
            if (change.get("claim") instanceof Map<?, ?> claim && claim.get("after") instanceof Map<?, ?> after && claim.get("before") instanceof Map<?, ?> before)
                after.keySet().forEach(name -> both.change("claim." + name, before.get(name), after.get(name)));
            if (change.get("act").equals("RECEIVE_FILE")) both.change("files", ((List<?>) both.his().get("files")).stream().filter(file -> !file.equals(change.get("file"))).toList(), null);
            if (change.get("sealed") instanceof Map<?, ?> told) {
                try {
                    var before = sealed.open(subject, (String) told.get("before"));
                    var after = sealed.open(subject, (String) told.get("after"));
                    ((List<?>) change.get("changed")).forEach(name -> both.change((String) name, before.get(name), after.get(name)));
                } catch (IllegalArgumentException e) {
                    return false;
                }
            }
        }
        return true;
    }
}
