package zhicheng.server.dossier;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import zhicheng.server.database.Sql;
import zhicheng.server.eligibility.Finding;
import zhicheng.server.trail.Json;
import zhicheng.spi.Text;

/**
 * An achievement in its owner's store as it stands, and what all changes of it share: the lock on the owner, and the version. An input to the decision and nothing else.
 *
 * @param told in the shape of {@code AchievementInput}
 */
record SeenAchievement(int version, boolean removed, Map<String, Object> told) {

    /** The person's row locked until the transaction ends, and his own achievement; empty where he has none of that id. */
    static Optional<SeenAchievement> locked(Connection tx, UUID achievement, UUID person) throws SQLException {
        Sql.one(tx, row -> row.getObject(1), "select id from person where id = ? for no key update", person);
        return Sql.one(tx, row -> new SeenAchievement(row.getInt("version"), row.getObject("removed_at") != null, Json.map(row.getString("told"))), """
                select version, removed_at, json_build_object('kind', kind, 'title', title, 'achievedOn', achieved_on, 'endedOn', ended_on, 'number', number, 'granted', granted, 'rank', rank,
                           'grade', grade, 'issuedBy', issued_by, 'areaCode', area_code, 'quality', quality, 'use', use, 'benefit', benefit)::text as told
                from achievement where id = ? and person = ?""", achievement, person);
    }

    /** A finding where it is not the version that the caller has before him: what stands there now beside what he sends. */
    List<Finding> stale(Integer given, Map<String, ?> now, Map<String, ?> his) {
        return given != null && given == version ? List.of() : List.of(Conflict.of("achievement.version", given, version, now, his));
    }

    static Finding noVersionYet(Integer given) {
        return Finding.refusal("achievement.version", null, Text.of("新业绩没有版本", "a new achievement has no version"), Conflict.version(given), "input.version");
    }
}
