package zhicheng.server.chain;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import zhicheng.server.account.Viewer;
import zhicheng.server.database.Sql;
import zhicheng.server.dossier.Restorable;
import zhicheng.server.dossier.Stage;
import zhicheng.server.eligibility.Finding;
import zhicheng.server.region.Regions;
import zhicheng.server.trail.Json;
import zhicheng.spi.Channel.Kind;
import zhicheng.spi.Clause;
import zhicheng.spi.Posts;
import zhicheng.spi.Text;

/**
 * A recommendation of somebody in post by a public institution takes one of its posts of the year, of the band of the level (J24-4.1, X24-3.1.1, B24-annex2, B23-3.1): as many as
 * are vacant where the notice keeps it within them, whoever asks at the same time. A post is free again when its dossier has come to nothing, and not before; a dossier that goes on
 * after all does not have one that another has taken meanwhile.
 *
 * @param findings why it takes none
 * @param post what it takes; null: nothing, or it has it already
 * @param freed posts of dossiers that came to nothing, and what it had before where it takes another
 */
public record Posted(List<Finding> findings, Post post, List<UUID> freed) {
    /** No post is asked for, or it has one. */
    public static final Posted NOT_AT_ALL = new Posted(List.of(), null, List.of());

    /** @param place null: it takes up none by the rules (不占岗位申报); @param vacant as the unit tells them */
    public record Post(String band, Integer place, int vacant, Clause clause) {}

    /** What the unit tells of a band. */
    private record Told(int vacant, Boolean department, Boolean personnel) {
        boolean agreed(Posts.By by) {
            return Boolean.TRUE.equals(by == Posts.By.DEPARTMENT ? department : personnel);
        }
    }

    /** What a dossier had last; {@code stands}: it has it. */
    private record Had(String band, Integer place, int vacant, Clause clause, boolean stands) {}

    /** A post that is taken. */
    private record Taken(UUID id, String dossier, String band, Integer place, String who, boolean over) {}

    /** Waits until no other recommendation of the unit is being decided, and no numbers of its are told. */
    static Posted look(Connection tx, OnItsWay seen, Instant at) throws SQLException {
        var posts = seen.edition().edition().posts().value().orElse(null);
        var band = posts == null || !posts.isAsked(seen.claim().channel()) && isEntrusted(tx, seen) || !"STATE_INSTITUTION_POST".equals(seen.facts().get("employment")) ? null : posts.band(seen.claim().level().orElseThrow()).orElse(null);
        if (band == null || Sql.one(tx, row -> true, "select id from organisation where id = ? and kind = 'STATE_INSTITUTION' for no key update", seen.employer()).isEmpty()) return NOT_AT_ALL;
        var entrusts = !posts.isAsked(seen.claim().channel()) && Letter.asked(seen).isPresent();
        var entrusting = !entrusts ? Entrusting.NOT : isManaged(tx, seen) ? Entrusting.IN_VAIN : Entrusting.BY_LETTER;
        var told = Sql.one(tx, row -> new Told(row.getInt("vacant"), row.getObject("department_agrees", Boolean.class), row.getObject("personnel_agrees", Boolean.class)), """
                select vacant, department_agrees, personnel_agrees from post_count where organisation = ? and region = ? and year = ? and band = ? and superseded_at is null""",
                seen.employer(), seen.region(), seen.claim().year(), band.id()).orElse(null);
        if (told == null)
            return refused(List.of(Finding.refusal("posts.unknown", posts.clause(), Text.of("已填报" + band.name().zh() + "的核定、已聘、空岗数", "the numbers of its posts are told: " + band.name().en()), Text.of("尚未填报", "they are not"), "input.dossier")
                    .remedy(entrusting.and(Text.of("由单位填报岗位数（recordPosts）", "have the unit tell them (recordPosts)")), null)));
        var findings = new ArrayList<Finding>();
        for (var opinion : posts.opinions())
            if (!told.agreed(opinion.by()))
                findings.add(Finding.refusal("posts.opinion", opinion.clause(), Text.of(opinion.by().label().zh() + "审核同意岗位数", opinion.by().label().en() + " agrees to the numbers"), Text.of("尚未审核，或不同意", "not yet, or not at all"), "input.dossier")
                        .remedy(entrusting.and(Text.of("由其审核（confirmPosts）", "have it give its opinion (confirmPosts)")), null));
        var taken = taken(tx, seen, band.id(), at);
        var own = taken.stream().filter(one -> one.dossier().equals(seen.id().toString())).findFirst().orElse(null);
        var others = taken.stream().filter(one -> one != own && !one.over() && one.place() != null).toList();
        var within = posts.within().value().orElse(null);
        var isOutside = within != null && within.outside().filter(question -> answers(seen, question)).isPresent();
        if (within != null && !isOutside && others.size() >= told.vacant()) findings.add(full(within, told.vacant(), others, band, entrusting));
        if (!findings.isEmpty()) return refused(findings);
        var freed = new ArrayList<>(taken.stream().filter(Taken::over).map(Taken::id).toList());
        if (own != null && own.band().equals(band.id()) && (own.place() == null) == isOutside) return new Posted(List.of(), null, freed);
        if (own != null) freed.add(own.id());
        return new Posted(List.of(), new Post(band.id(), isOutside ? null : free(others), told.vacant(), posts.clause()), freed);
    }

    /** Whether the letter by which a unit entrusts the review would help where no letter counts: it has no posts here then, unless somebody here has agreed to numbers of its (X24-8.2). */
    private enum Entrusting {
        NOT, BY_LETTER, IN_VAIN;

        Text and(Text remedy) {
            return switch (this) {
                case NOT -> remedy;
                case BY_LETTER -> Text.of("委托评审的，由单位先登记委托函（fileEntrustment）；岗位由本地区管理的，" + remedy.zh(),
                        "have the unit that entrusts the review file its letter first (fileEntrustment); where its posts are managed here, " + remedy.en());
                case IN_VAIN -> Text.of(remedy.zh() + "；本年度岗位数已经本地区同意，委托函不免除岗位要求（X24-8.2）",
                        remedy.en() + "; numbers of its posts were agreed to here in the year, and no letter of entrustment gets round them (X24-8.2)");
            };
        }
    }

    /**
     * Whether the unit entrusts the review (X24-3.1.4), under a letter that is filed, and agreed to where the notice asks for that: its posts are others' to manage. To name the channel is not enough, nor is the letter
     * of a unit to whose numbers of the year somebody here has agreed: it would get round them by a letter of its own (X24-8.2).
     */
    private static boolean isEntrusted(Connection tx, OnItsWay seen) throws SQLException {
        var said = Letter.asked(seen);
        return said.isPresent() && Letter.look(tx, seen, said.get(), null, Kind.COMMITTEE_OFFICE).findings().isEmpty()
                && !isManaged(tx, seen);
    }

    /** Whether somebody here has agreed to numbers of the unit's posts in the year; who said no has agreed to nothing. */
    private static boolean isManaged(Connection tx, OnItsWay seen) throws SQLException {
        return Sql.one(tx, row -> true, "select 1 from post_count where organisation = ? and region = ? and year = ? and (department_agrees or personnel_agrees) limit 1", seen.employer(), seen.region(), seen.claim().year()).isPresent();
    }

    /**
     * A dossier that had come to nothing goes on after all: it takes its post again, another of the same band where others have come in between. Waits until nobody else of its unit is
     * being recommended, and no numbers of its are told.
     *
     * @return what it takes; empty where its post is gone: as many others are recommended as are vacant, and the notice keeps it within them
     */
    public static Optional<Posted> again(Connection tx, Regions regions, UUID dossier, Instant at) throws SQLException {
        var seen = OnItsWay.whoever(tx, regions, dossier, Viewer.PUBLIC).orElse(null);
        if (seen == null) return Optional.empty();
        Sql.one(tx, row -> true, "select id from organisation where id = ? for no key update", seen.employer());
        var had = Sql.one(tx, row -> new Had(row.getString("band"), row.getObject("place", Integer.class), row.getInt("vacant"), Clause.of(row.getString("clause")), row.getBoolean("stands")), """
                select p.band, p.place, p.clause, p.given_up_at is null as stands, coalesce((select c.vacant from post_count c
                    where (c.organisation, c.region, c.year, c.band) = (p.organisation, p.region, p.year, p.band) and c.superseded_at is null), p.vacant) as vacant
                from dossier_post p where p.dossier = ? order by p.given_up_at desc nulls first, p.at desc limit 1""", dossier).orElse(null);
        if (had == null || had.stands()) return Optional.of(NOT_AT_ALL);
        var taken = taken(tx, seen, had.band(), at);
        var others = taken.stream().filter(one -> !one.over() && one.place() != null).toList();
        var isWithin = seen.edition().edition().posts().value().flatMap(posts -> posts.within().value()).isPresent();
        if (had.place() != null && isWithin && others.size() >= had.vacant()) return Optional.empty();
        var again = new Posted(List.of(), new Post(had.band(), had.place() == null ? null : free(others), had.vacant(), had.clause()), taken.stream().filter(Taken::over).map(Taken::id).toList());
        again.take(tx, seen, at);
        return Optional.of(again);
    }

    void take(Connection tx, OnItsWay seen, Instant at) throws SQLException {
        for (var one : freed) Sql.writeOne(tx, "update dossier_post set given_up_at = ? where id = ?", at, one);
        if (post == null) return;
        Sql.writeOne(tx, "insert into dossier_post (id, dossier, organisation, region, year, band, place, vacant, clause, at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                UUID.randomUUID(), seen.id(), seen.employer(), seen.region(), seen.claim().year(), post.band(), post.place(), post.vacant(), post.clause().id(), at);
    }

    /** As the trail keeps it. */
    public Map<String, Object> noted() {
        if (post == null) return Map.of();
        return Map.of("post", Map.of("band", post.band(), "place", post.place() == null ? "none" : post.place(), "vacant", post.vacant(), "clause", post.clause().id()));
    }

    private static Posted refused(List<Finding> findings) {
        return new Posted(List.copyOf(findings), null, List.of());
    }

    /** Those of the band, and what the dossier has of another. Over is what nothing can come of any more: a withdrawal can be taken back while its window is open, and gives way to another dossier of the same applicant. */
    private static List<Taken> taken(Connection tx, OnItsWay seen, String band, Instant at) throws SQLException {
        return Json.list(Sql.one(tx, row -> row.getString(1), """
                select coalesce(json_agg(json_build_object('id', p.id, 'dossier', p.dossier, 'band', p.band, 'place', p.place, 'who', a.name || '（' || d.title || '）',
                    'over', %s or d.stage = 'WITHDRAWN' and d.applicant = ?) order by p.place, p.id), '[]')::text
                from dossier_post p join dossier d on d.id = p.dossier join person a on a.id = d.applicant
                where p.organisation = ? and p.region = ? and p.year = ? and (p.band = ? or p.dossier = ?) and p.given_up_at is null""".formatted(Restorable.OVER),
                Stage.nothing(), at, seen.applicant(), seen.employer(), seen.region(), seen.claim().year(), band, seen.id()).orElseThrow()).stream()
                .map(one -> new Taken(UUID.fromString((String) one.get("id")), (String) one.get("dossier"), (String) one.get("band"), one.get("place") == null ? null : ((Number) one.get("place")).intValue(),
                        (String) one.get("who"), (Boolean) one.get("over"))).toList();
    }

    private static int free(List<Taken> others) {
        var places = others.stream().map(Taken::place).toList();
        return IntStream.rangeClosed(1, places.size() + 1).filter(place -> !places.contains(place)).findFirst().orElseThrow();
    }

    private static boolean answers(OnItsWay seen, String question) {
        return seen.facts().get("answers") instanceof List<?> answers && answers.stream().anyMatch(one -> one instanceof Map<?, ?> answer && question.equals(answer.get("question")) && "true".equals(answer.get("value")));
    }

    /** Who recommends sees what his unit has handed up, so he is told whose the posts are. */
    private static Finding full(Posts.Within within, int vacant, List<Taken> others, Posts.Band band, Entrusting entrusting) {
        var who = others.stream().map(Taken::who).collect(Collectors.joining("、"));
        var found = Finding.refusal("posts.full", within.clause(), Text.of("在岗位结构比例内推荐：" + band.name().zh() + "空岗 " + vacant + " 个", "within the vacant posts: " + vacant + " of " + band.name().en()),
                Text.of("已推荐 " + others.size() + " 人" + (who.isEmpty() ? "" : "：" + who), others.size() + " are recommended" + (who.isEmpty() ? "" : ": " + who)), "input.dossier");
        return within.outside().isEmpty() ? found : found.remedy(entrusting.and(Text.of("按规定不占岗位的，由申报人在材料中说明", "where the application takes up no post by the rules, its applicant says so in it")), null);
    }
}
