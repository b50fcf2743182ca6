package zhicheng.server.post;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import zhicheng.server.account.Body;
import zhicheng.server.account.Viewer;
import zhicheng.server.database.Sql;
import zhicheng.server.eligibility.Finding;
import zhicheng.server.region.Regions;
import zhicheng.server.trail.Acts;
import zhicheng.server.trail.Chain;
import zhicheng.server.trail.Json;
import zhicheng.spi.Posts;
import zhicheng.spi.Text;
import zhicheng.spi.When;

/**
 * A public institution tells how many posts it has, of each band that its region counts: approved, filled, vacant (按岗推荐评聘职称审核情况表, B24-annex2, B23-3.1;
 * 申报情况核定表, X24-annex1; J24-4.1). What it told before stays, and does not count any more; an opinion is given on what counts.
 */
@Singleton
public final class RecordPosts {
    private static final List<String> RULES = List.of("post_count_stands_alone");
    private static final int MOST = 99_999;

    private final Acts acts;
    private final Regions regions;

    RecordPosts(Acts acts, Regions regions) {
        this.acts = acts;
        this.regions = regions;
    }

    /** @param waiting null: not told; @param requested null: not told; @param supported null: not told */
    public record Numbers(String band, int approved, int filled, int vacant, Integer waiting, Integer requested, Integer supported) {
        private Map<String, Object> told() {
            var told = new LinkedHashMap<String, Object>();
            told.put("band", band);
            told.put("approved", approved);
            told.put("filled", filled);
            told.put("vacant", vacant);
            told.put("waiting", waiting);
            told.put("requested", requested);
            told.put("supported", supported);
            return told;
        }

        private List<Integer> all() {
            var all = new ArrayList<>(List.of(approved, filled, vacant));
            for (var one : new Integer[] {waiting, requested, supported}) if (one != null) all.add(one);
            return all;
        }
    }

    /** @param year of the reviews for which they are told; @param asOf of which day the numbers are */
    public record Input(String key, int year, LocalDate asOf, List<Numbers> posts) {}

    public Acts.Outcome perform(Viewer actor, Instant at, Input input) {
        var asked = Map.of("year", input.year(), "asOf", input.asOf(), "posts", input.posts().stream().map(Numbers::told).toList());
        return acts.perform(actor, at, "recordPosts", input.key(), asked, RULES, tx -> {
            var region = Sql.one(tx, row -> row.getString(1), "select region from organisation where id = ? and kind = 'STATE_INSTITUTION' for no key update", actor.organisation()).orElse(null);
            if (region == null)
                return Acts.Outcome.refused(Finding.refusal("posts.unit", null, Text.of("实行岗位管理的事业单位", "an institution that manages by posts"), Text.of("本账号所代表的不是事业单位", "this account acts for none"), null));
            var posts = of(regions, region, input.year()).orElse(null);
            if (posts == null) return Acts.Outcome.refused(notSaid(input.year()));
            var findings = findings(posts, input, at);
            if (!findings.isEmpty()) return new Acts.Outcome(actor.organisation(), findings);
            var changes = new LinkedHashMap<String, Object>();
            for (var one : input.posts()) changes.put(one.band(), Json.change(write(tx, actor.organisation(), region, posts, input, one, at), one.told()));
            Chain.ORGANISATION.add(tx, actor.organisation(), Acts.entry(actor, "RECORD_POSTS", at,
                    Map.of("year", input.year(), "asOf", input.asOf().toString(), "posts", changes, "clauses", List.of(posts.clause().id()))), at);
            return new Acts.Outcome(actor.organisation(), List.of());
        });
    }

    /** What the newest notice of a region for a year has of posts. */
    static Optional<Posts> of(Regions regions, String region, int year) {
        return regions.newest(region, year).flatMap(edition -> edition.edition().posts().value());
    }

    static Finding notSaid(int year) {
        return Finding.refusal("posts.not-said", null, Text.of("本地区通知有岗位要求的年度", "a year in which the region's notice speaks of posts"), Text.of(year + "年度没有", year + " is none"), "input.year");
    }

    /** @return what counted before, null where nothing did */
    private static Map<String, Object> write(Connection tx, UUID unit, String region, Posts posts, Input input, Numbers one, Instant at) throws SQLException {
        var before = Sql.one(tx, row -> new Numbers(one.band(), row.getInt("approved"), row.getInt("filled"), row.getInt("vacant"), row.getObject("waiting", Integer.class), row.getObject("requested", Integer.class),
                row.getObject("supported", Integer.class)).told(), """
                update post_count set superseded_at = ? where organisation = ? and region = ? and year = ? and band = ? and superseded_at is null
                returning approved, filled, vacant, waiting, requested, supported""", at, unit, region, input.year(), one.band()).orElse(null);
        var above = Body.above(tx, unit, region);
        Sql.writeOne(tx, """
                insert into post_count (id, organisation, region, year, band, as_of, approved, filled, vacant, waiting, requested, supported, clause, superior, bureau, recorded_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                UUID.randomUUID(), unit, region, input.year(), one.band(), input.asOf(), one.approved(), one.filled(), one.vacant(), one.waiting(), one.requested(), one.supported(), posts.clause().id(),
                above.stream().findFirst().map(Body::id).orElse(null), above.stream().filter(body -> body.level() != null).findFirst().map(Body::id).orElse(null), at);
        return before;
    }

    private static List<Finding> findings(Posts posts, Input input, Instant at) {
        var findings = new ArrayList<Finding>();
        var clause = posts.clause();
        var today = at.atZone(When.CHINA).toLocalDate();
        if (input.asOf().isAfter(today))
            findings.add(Finding.refusal("posts.as-of", clause, Text.of("不晚于今日 " + today, "no later than today, " + today), Text.of(input.asOf().toString(), input.asOf().toString()), "input.asOf"));
        var bands = posts.bands().stream().map(Posts.Band::id).toList();
        if (input.posts().isEmpty() || input.posts().size() > bands.size()) {
            findings.add(Finding.refusal("posts.bands", clause, Text.of("至少一档，至多 " + bands.size() + " 档", "one band at least, " + bands.size() + " at most"), Text.of(input.posts().size() + " 档", "" + input.posts().size()), "input.posts"));
            return findings;
        }
        var told = new HashSet<String>();
        for (var place = 0; place < input.posts().size(); place++) {
            var one = input.posts().get(place);
            var path = "input.posts." + place;
            if (!bands.contains(one.band()))
                findings.add(Finding.refusal("posts.band", clause, Text.of("本地区的岗位档次：" + names(posts, true), "a band of the region: " + names(posts, false)), quoted(one.band()), path + ".band"));
            else if (!told.add(one.band()))
                findings.add(Finding.refusal("posts.twice", clause, Text.of("每档一次", "each band once"), quoted(one.band()), path + ".band"));
            var beyond = one.all().stream().filter(number -> number < 0 || number > MOST).map(String::valueOf).collect(Collectors.joining(", "));
            if (!beyond.isEmpty())
                findings.add(Finding.refusal("posts.number", clause, Text.of("0 至 " + MOST, "0 to " + MOST), Text.of(beyond, beyond), path));
            else if (one.vacant() > Math.max(one.approved() - one.filled(), 0))
                findings.add(Finding.refusal("posts.vacant", clause, Text.of("空岗不多于核定数减已聘数", "no more vacant than approved less filled"),
                        Text.of("核定 " + one.approved() + "，已聘 " + one.filled() + "，空岗 " + one.vacant(), one.approved() + " approved, " + one.filled() + " filled, " + one.vacant() + " vacant"), path + ".vacant"));
            if (one.supported() != null && one.supported() > (one.requested() == null ? 0 : one.requested()))
                findings.add(Finding.refusal("posts.supported", clause, Text.of("使用岗位支持政策的不多于申请使用的", "no more by the post-support policy than are asked for"), Text.of("" + one.supported(), "" + one.supported()), path + ".supported"));
        }
        return findings;
    }

    private static String names(Posts posts, boolean zh) {
        return posts.bands().stream().map(band -> band.id() + (zh ? "（" + band.name().zh() + "）" : " (" + band.name().en() + ")")).collect(Collectors.joining(zh ? "、" : ", "));
    }

    private static Text quoted(String written) {
        return Text.of("«" + Finding.cut(written) + "»", "«" + Finding.cut(written) + "»");
    }
}
