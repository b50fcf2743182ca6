package zhicheng.server.post;

import static zhicheng.server.account.Role.HRSS_CITY;
import static zhicheng.server.account.Role.HRSS_COUNTY;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import zhicheng.server.account.Viewer;
import zhicheng.server.database.Sql;
import zhicheng.server.eligibility.Finding;
import zhicheng.server.eligibility.Words;
import zhicheng.server.region.Regions;
import zhicheng.server.trail.Acts;
import zhicheng.server.trail.Chain;
import zhicheng.server.trail.Json;
import zhicheng.server.trail.SealedChanges;
import zhicheng.spi.Posts;
import zhicheng.spi.Posts.By;
import zhicheng.spi.Text;

/**
 * Whoever is above an institution gives an opinion on the posts that it tells (主管部门审核意见, B24-annex2, X24-annex1; 事业单位人事管理部门审核意见, X24-annex1), once, and
 * only where the region's notice asks for it. Numbers to which he does not agree are told anew.
 */
@Singleton
public final class ConfirmPosts {
    private static final int LONGEST = 2000;

    private final Acts acts;
    private final Regions regions;
    private final SealedChanges sealed;

    ConfirmPosts(Acts acts, Regions regions, SealedChanges sealed) {
        this.acts = acts;
        this.regions = regions;
        this.sealed = sealed;
    }

    /** @param by as whom; @param says null: nothing besides, which is enough where he agrees */
    public record Input(String key, UUID postCount, By by, boolean agree, String says) {}

    /** @param isOfRegion whether the actor's unit is in the region of the numbers */
    private record Seen(UUID unit, String region, int year, String band, UUID superior, UUID bureau, boolean counts, boolean department, boolean personnel, boolean isOfRegion) {
        boolean given(By by) {
            return by == By.DEPARTMENT ? department : personnel;
        }
    }

    public Acts.Outcome perform(Viewer actor, Instant at, Input input) {
        var asked = new LinkedHashMap<String, Object>();
        asked.put("postCount", input.postCount());
        asked.put("by", input.by());
        asked.put("agree", input.agree());
        asked.put("says", input.says());
        return acts.perform(actor, at, "confirmPosts", input.key(), asked, List.of(), tx -> {
            var seen = look(tx, actor, input.postCount()).filter(one -> concerns(one, actor)).orElse(null);
            if (seen == null)
                return Acts.Outcome.refused(Finding.refusal("posts.not-found", null, Text.of("本单位所管事业单位的岗位数", "numbers of an institution that is under one's unit"), Text.of("没有 " + input.postCount(), "there is none called " + input.postCount()), "input.postCount"));
            var posts = RecordPosts.of(regions, seen.region(), seen.year()).orElseThrow();
            var opinion = posts.opinions().stream().filter(one -> one.by() == input.by()).findFirst().orElse(null);
            var findings = findings(posts, opinion, seen, actor, input);
            if (!findings.isEmpty()) return new Acts.Outcome(input.postCount(), findings);
            Sql.writeOne(tx, input.by() == By.DEPARTMENT
                            ? "update post_count set department = ?, department_agrees = ?, department_says = ?, department_at = ? where id = ?"
                            : "update post_count set personnel = ?, personnel_agrees = ?, personnel_says = ?, personnel_at = ? where id = ?",
                    actor.organisation(), input.agree(), input.says(), at, input.postCount());
            var entry = new LinkedHashMap<String, Object>(input.says() == null ? Map.of() : sealed.of(seen.unit(), Map.of(), Map.of("says", input.says())));
            entry.put("postCount", input.postCount());
            entry.put("by", input.by());
            entry.put("agrees", Json.change(null, input.agree()));
            entry.put("year", seen.year());
            entry.put("band", seen.band());
            entry.put("clauses", List.of(opinion.clause().id()));
            Chain.ORGANISATION.add(tx, seen.unit(), Acts.entry(actor, "CONFIRM_POSTS", at, entry), at);
            return new Acts.Outcome(input.postCount(), List.of());
        });
    }

    /** The unit is locked first, as whoever tells numbers or takes a post does. */
    private static Optional<Seen> look(Connection tx, Viewer actor, UUID id) throws SQLException {
        Sql.one(tx, row -> true, "select id from organisation where id = (select organisation from post_count where id = ?) for no key update", id);
        return Sql.one(tx, row -> new Seen(row.getObject("organisation", UUID.class), row.getString("region"), row.getInt("year"), row.getString("band"), row.getObject("superior", UUID.class), row.getObject("bureau", UUID.class),
                row.getBoolean("counts"), row.getBoolean("department"), row.getBoolean("personnel"), row.getBoolean("is_of_region")), """
                select c.organisation, c.region, c.year, c.band, c.superior, c.bureau, c.superseded_at is null as counts, c.department_at is not null as department, c.personnel_at is not null as personnel,
                       coalesce(c.region = (select o.region from organisation o where o.id = ?), false) as is_of_region
                from post_count c where c.id = ?""", actor.organisation(), id);
    }

    private static boolean concerns(Seen seen, Viewer actor) {
        return isSuperior(seen, actor) || isNearestBureau(seen, actor) || isBureau(seen, actor);
    }

    private static boolean isSuperior(Seen seen, Viewer actor) {
        return seen.superior() != null && seen.superior().equals(actor.organisation());
    }

    private static boolean isNearestBureau(Seen seen, Viewer actor) {
        return seen.bureau() != null && seen.bureau().equals(actor.organisation());
    }

    private static boolean isBureau(Seen seen, Viewer actor) {
        return seen.isOfRegion() && actor.isAny(EnumSet.of(HRSS_CITY));
    }

    /** The department in charge is the nearest above; where the tree knows none, the city's bureau. The institutions' personnel department is the nearest bureau above, be a department between, or the city's: our reading. */
    private static boolean may(By by, Seen seen, Viewer actor) {
        return switch (by) {
            case DEPARTMENT -> isSuperior(seen, actor) || seen.superior() == null && isBureau(seen, actor);
            case PERSONNEL -> isBureau(seen, actor) || isNearestBureau(seen, actor) && actor.isAny(EnumSet.of(HRSS_CITY, HRSS_COUNTY));
        };
    }

    private static List<Finding> findings(Posts posts, Posts.Opinion opinion, Seen seen, Viewer actor, Input input) {
        var name = input.by().label();
        if (opinion == null)
            return List.of(Finding.refusal("posts.opinion-not-asked", posts.clause(), Text.of("通知要求的审核意见", "an opinion that the notice asks for"), Text.of("通知未要求" + name.zh() + "审核意见", "it asks for none of " + name.en()), "input.by"));
        var findings = new ArrayList<Finding>();
        if (!seen.counts())
            findings.add(Finding.refusal("posts.superseded", opinion.clause(), Text.of("单位最近填报的岗位数", "the numbers that the unit told last"), Text.of("单位已重新填报", "it has told others since"), "input.postCount"));
        if (!may(input.by(), seen, actor))
            findings.add(Finding.refusal("posts.opinion-unit", opinion.clause(), Text.of(name.zh() + "审核", name.en() + " gives it"), Text.of("本单位不是", "one's unit is not that"), "input.by"));
        if (seen.given(input.by()))
            findings.add(Finding.refusal("posts.opinion-given", opinion.clause(), Text.of("一次审核意见", "given once"), Text.of(name.zh() + "已审核", name.en() + " has given it"), "input.postCount"));
        if (input.says() != null || !input.agree())
            findings.addAll(Words.problems("posts.opinion-words", opinion.clause(), input.agree() ? Text.of("意见", "the opinion") : Text.of("不同意的原因", "why one does not agree"), input.says(), LONGEST, "input.says"));
        return findings;
    }
}
