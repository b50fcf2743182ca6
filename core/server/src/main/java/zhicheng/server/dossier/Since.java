package zhicheng.server.dossier;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import zhicheng.server.calendar.ChinaTime;
import zhicheng.server.database.Sql;
import zhicheng.server.eligibility.Finding;
import zhicheng.server.trail.Json;
import zhicheng.server.trail.SealedChanges;
import zhicheng.spi.Text;

/**
 * Two tabs (版本冲突), where one of them sends nothing but the version that it has before it, or a unit acts: what has changed since, as the trail kept it, so that a {@link Conflict} shows both all the same.
 * Where the trail does not reach back to that version, or there is none of that number, the two numbers are all there is to show.
 */
@Singleton
public final class Since {
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

    /** What was marked up to a version of a dossier, the latest first; all that was marked since is left out. */
    private static final String MARKED = """
            select coalesce(json_agg(entry order by seq desc), '[]')::text from (
                select seq, convert_from(entry, 'UTF8')::json as entry from trail where subject = ? and act = 'MARK_ITEMS' order by seq desc offset ?) marks""";

    /** What units do that leaves a dossier where it is, or tells why it goes, and under which name they tell what whoever has the dossier reads with it; null: under none. */
    private record Done(Text label, String words) {}

    private static final Map<String, Done> DONE = Map.of(
            "MARK_ITEMS", new Done(Text.of("逐项审核", "items were marked"), null),
            "ASK_ORIGINALS", new Done(Text.of("要求提供原件", "originals were asked for"), "says"),
            "RECORD_ORIGINALS", new Done(Text.of("核查原件", "originals were checked"), "found"),
            "RETURN", new Done(Text.of("退回", "it was returned"), "says"),
            "REPORT_PUBLICATION", new Done(Text.of("报告公示结果", "the publication was reported on"), "report"),
            "SIGN_RECOMMENDATION", new Done(Text.of("会同单位签署", "the other unit signed"), null),
            "OBJECT", new Done(Text.of("收到异议", "somebody objected"), null),
            "CONCLUDE_OBJECTION", new Done(Text.of("异议核查办结", "an objection was concluded"), null));

    private static final Map<Object, Text> YES_OR_NO = Map.of(true, Text.of("是", "yes"), false, Text.of("否", "no"));

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

    /** All changes since a version, the latest first; empty where the trail does not reach back to it, or there is none of that number: the first is 1. */
    private static Optional<List<Map<String, Object>>> changes(Connection tx, String question, int given, int current, Object... of) throws SQLException {
        if (given < 1 || given > current) return Optional.empty();
        var asked = Stream.concat(Arrays.stream(of), Stream.of(current - given)).toArray();
        return Optional.of(Json.list(Sql.one(tx, row -> row.getString(1), question, asked).orElseThrow())).filter(changes -> changes.size() == current - given);
    }

    /** The finding of a version of a dossier that is not the latest. */
    Finding ofDossier(Connection tx, UUID dossier, int given, int current) throws SQLException {
        var changes = changes(tx, OF_DOSSIER, given, current, dossier);
        var both = new Both(new LinkedHashMap<>(), new LinkedHashMap<>());
        if (changes.isEmpty() || !undone(dossier, changes.get(), both)) return Conflict.ofDossier(given, current, Map.of(), Map.of());
        both.named("achievements", names(tx, "select coalesce(json_object_agg(a.id, a.title), '{}')::text from achievement a join dossier d on d.applicant = a.person where d.id = ?", dossier));
        return Conflict.ofDossier(given, current, both.now(), both.his());
    }

    /**
     * The same where a unit acts that has the dossier: the stage, what was done meanwhile, the latest first, and what was marked. Of all that it does not read with the dossier, and of what somebody objected or told,
     * no word: nothing that is sealed is opened for it.
     *
     * @param sent by path what it marks itself, as {@link #mark} says it; it stands beside what was marked since
     */
    public static Finding toUnit(Connection tx, UUID dossier, int given, int current, Map<String, Text> sent) throws SQLException {
        var reached = changes(tx, OF_DOSSIER, given, current, dossier);
        if (reached.isEmpty()) return Conflict.ofDossier(given, current, Map.of(), Map.of());
        var changes = reached.get();
        var both = new Both(new LinkedHashMap<>(), new LinkedHashMap<>());
        var marks = changes.stream().filter(change -> change.get("act").equals("MARK_ITEMS")).toList();
        var marked = marked(marks);
        var before = marked(Json.list(Sql.one(tx, row -> row.getString(1), MARKED, dossier, marks.size()).orElseThrow()));
        marked.forEach((path, mark) -> both.change(path, sent.getOrDefault(path, before.get(path)), mark));
        for (var change : changes) stage(change, both);
        both.change("done", List.of(), changes.stream().flatMap(change -> done(change).stream()).toList());
        return Conflict.ofDossier(given, current, both.now(), both.his());
    }

    /** How an item is marked, for people. @param reason null: none is told */
    public static Text mark(boolean accepted, String reason) {
        if (accepted) return Text.of("通过", "accepted");
        return reason == null ? Text.of("不通过", "faulty") : Text.of("不通过：" + reason, "faulty: " + reason);
    }

    /** By path how each was marked last. @param marks acts, the latest first */
    private static Map<String, Text> marked(List<Map<String, Object>> marks) {
        var marked = new LinkedHashMap<String, Text>();
        for (var act : marks)
            for (var one : (List<?>) act.get("marks"))
                if (one instanceof Map<?, ?> mark) marked.putIfAbsent((String) mark.get("path"), mark((Boolean) mark.get("accepted"), (String) mark.get("reason")));
        return marked;
    }

    /** When something was done, and what; of any other act to which stage it led, and nothing where it led to none. */
    private static Optional<Text> done(Map<String, Object> change) {
        var done = DONE.get(change.get("act"));
        if (done == null && (!(change.get("stage") instanceof Map<?, ?> stage) || stage.get("before").equals(stage.get("after")))) return Optional.empty();
        var at = ChinaTime.minute(Instant.parse((String) change.get("at")));
        var label = done == null ? label(((Map<?, ?>) change.get("stage")).get("after")) : done.label();
        var words = done != null && done.words() != null && change.get(done.words()) instanceof String told ? told : null;
        return Optional.of(words == null ? Text.of(at + " " + label.zh(), at + " " + label.en()) : Text.of(at + " " + label.zh() + "：" + words, at + " " + label.en() + ": " + words));
    }

    private static void stage(Map<String, Object> change, Both both) {
        if (change.get("stage") instanceof Map<?, ?> stage) both.change("stage", label(stage.get("before")), label(stage.get("after")));
    }

    private static Text label(Object stage) {
        return Stage.valueOf((String) stage).label();
    }

    /** The finding of a version of an achievement that is not the latest. */
    Finding ofAchievement(Connection tx, UUID person, UUID achievement, int given, int current) throws SQLException {
        var changes = changes(tx, OF_ACHIEVEMENT, given, current, person, achievement.toString(), achievement);
        var both = new Both(new LinkedHashMap<>(), new LinkedHashMap<>());
        var files = "select coalesce(json_object_agg(id, name order by place, id), '{}')::text from evidence_file where achievement = ? and received_at is not null";
        var there = new ArrayList<Object>(names(tx, files + " and removed_at is null", achievement).keySet());
        both.change("files", there, there);
        if (changes.isEmpty() || !undone(person, changes.get(), both)) return Conflict.of("achievement.version", given, current, Map.of(), Map.of());
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
            stage(change, both);
            if (!TOLD.contains(change.get("act")) && !change.get("act").equals("RECEIVE_FILE")) continue;
            for (var name : List.of("setAside", "removed"))
                if (change.get(name) instanceof Map<?, ?> one) both.change(name, YES_OR_NO.get(one.get("before")), YES_OR_NO.get(one.get("after")));
            for (var name : List.of("achievements", "files"))
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
