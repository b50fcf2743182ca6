package zhicheng.server.post;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static zhicheng.server.Applicant.codes;
import static zhicheng.server.Applicant.findings;
import static zhicheng.server.Applicant.key;

import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import zhicheng.server.Applicant;
import zhicheng.server.Claims;
import zhicheng.server.Office;
import zhicheng.server.Unit;
import zhicheng.server.World;
import zhicheng.server.World.Caller;
import zhicheng.server.outside.payment.Paid;
import zhicheng.server.payment.RecordPayment;

/** The posts of an institution: told, looked at from above where the notice asks for it, and taken by recommendations, as many as are vacant where it says so, whoever asks at the same time. */
@Tag("database")
class PostsTest {
    private static final String SENTENCE = "申报人员工作岗位符合申报条件规定，个人信息和业绩材料已经审核，均真实有效，同意上报";
    private static final String NUMBERS = "organisation { id }";
    private static final String OPINION = "postCount { departmentAgrees personnelAgrees }";
    private static World world;

    /** What differs from region to region. */
    private enum Region {
        JIAYUGUAN("jiayuguan", "620200", Claims.JIAYUGUAN, "INTERMEDIATE", "2024-09-18T10:00:00+08:00", "同意推荐",
                List.of(shown("CAREER", "2008年至今，16年"), shown("APPOINTED", "2016年1月"), shown("GRASSROOTS", "无"), shown("CONDITIONS", "第五条第一款"))),
        XIANNING("xianning", "421202", Claims.XIANNING, "ASSOCIATE_SENIOR", "2024-06-20T10:00:00+08:00", SENTENCE, List.of(shown("ACHIEVEMENTS", "参与桥梁加固"))),
        BIJIE("bijie", "520502", Claims.BIJIE, "SENIOR", "2024-09-18T10:00:00+08:00", "同意推荐", List.of());

        private final String id;
        private final String place;
        private final Map<String, Object> claim;
        private final String band;
        private final String day;
        private final String opinion;
        private final List<Map<String, Object>> shown;

        Region(String id, String place, Map<String, Object> claim, String band, String day, String opinion, List<Map<String, Object>> shown) {
            this.id = id;
            this.place = place;
            this.claim = claim;
            this.band = band;
            this.day = day;
            this.opinion = opinion;
            this.shown = shown;
        }
    }

    /** An institution of a region, with the department and the bureau above it. */
    private record Institution(Region region, UUID id, Unit department, Unit bureau, Unit clerk, Unit approver) {
        static Institution in(Region region) {
            var bureau = world.organisation("HRSS", region.id);
            var department = world.organisation("SUPERIOR_DEPT", region.id);
            var id = world.organisation("STATE_INSTITUTION", region.id);
            world.write("update organisation set parent = ? where id = ?", bureau, department);
            world.write("update organisation set parent = ? where id = ?", department, id);
            return new Institution(region, id, Unit.of(world, department, "SUPERIOR_DEPT"), Unit.of(world, bureau, "HRSS_CITY"), Unit.of(world, id, "EMPLOYER_CLERK"), Unit.of(world, id, "EMPLOYER_APPROVER"));
        }

        /** On the day on which its people hand in. */
        void begins() {
            world.time(region.day);
        }

        List<String> tells(int approved, int filled, int vacant, Object... more) {
            return codes(clerk.acts("recordPosts", NUMBERS, input(numbers(region.band, approved, filled, vacant, more))));
        }

        Object[] input(Map<?, ?>... posts) {
            return new Object[] {"year", 2024, "asOf", "2024-03-31", "posts", List.of(posts)};
        }

        String told() {
            return world.<UUID>value("select id from post_count where organisation = ? and superseded_at is null", id).toString();
        }

        List<String> confirmed(Unit by, String as) {
            return confirmed(by, as, true, null);
        }

        List<String> confirmed(Unit by, String as, boolean agree, String says) {
            return codes(by.acts("confirmPosts", OPINION, "postCount", told(), "by", as, "agree", agree, "says", says));
        }

        /** Handed in and published, the period being over and its result reported; what the applicant answers stands in place of the usual. */
        String ready(Object... answers) {
            return readyBy(region.claim, answers);
        }

        String readyBy(Map<String, Object> claim, Object... answers) {
            begins();
            var person = UUID.randomUUID();
            world.write("insert into person (id, name, region, employer, made_up, created_at) values (?, ?, ?, ?, true, ?)", person, "虚构" + person.toString().substring(0, 4), region.id, id, world.now());
            var applicant = new Applicant(world, world.account(person, null, "APPLICANT"), person, id);
            var told = answers.length == 0 ? Claims.told(region.place) : Claims.but(Claims.told(region.place), "answers", List.of(answers));
            var dossier = applicant.signed(region.id, 2024, claim, told);
            assertEquals(List.of(), codes(applicant.submit(key(), dossier, 2)));
            clerk.does("beginEmployerReview", dossier);
            clerk.does("openPublication", dossier, "whereShown", "公告栏", "told", region.shown);
            over(dossier);
            clerk.does("reportPublication", dossier, "report", "公示无异议");
            return dossier;
        }

        void over(String dossier) {
            world.time(world.<Timestamp>value("select max(until) from publication where dossier = ?", UUID.fromString(dossier)).toInstant().toString().replace("Z", "+00:00"));
        }

        Map<String, Object> recommending(String dossier) {
            return Unit.of(world, id, "EMPLOYER_APPROVER").act("recommendDossier", dossier, "opinion", region.opinion);
        }

        List<String> recommends(String dossier) {
            return codes(recommending(dossier));
        }

        long taken() {
            return world.<Long>value("select count(*) from dossier_post where organisation = ? and place is not null and given_up_at is null", id);
        }
    }

    @BeforeAll
    static void open() {
        world = World.at("2024-05-09T09:00:00+08:00");
        var office = Office.of(world, "xianning", List.of("ENGINEERING"), List.of("ASSOCIATE_SENIOR"));
        assertEquals(List.of(), office.publish(office.notice(2024, "2024-05-20T00:00:00+08:00", "2024-07-11T00:00:00+08:00")).get("findings"));
    }

    @AfterAll
    static void close() {
        world.close();
    }

    private static Map<String, Object> shown(String particular, String words) {
        return Map.of("particular", particular, "words", words);
    }

    private static Map<String, Object> numbers(String band, int approved, int filled, int vacant, Object... more) {
        var numbers = new HashMap<String, Object>(Applicant.input(more));
        numbers.putAll(Map.of("band", band, "approved", approved, "filled", filled, "vacant", vacant));
        return numbers;
    }

    private static List<String> clauses(Map<String, Object> payload) {
        return findings(payload).stream().map(one -> (String) ((Map<?, ?>) one.get("clause")).get("id")).toList();
    }

    @ParameterizedTest
    @CsvSource({"JIAYUGUAN, J24-4.1", "XIANNING, X24-3.1.1", "BIJIE, B24-annex2"})
    void nobody_in_post_is_recommended_before_the_posts_are_told(Region region, String clause) {
        var institution = Institution.in(region);
        var dossier = institution.ready();
        var refused = institution.recommending(dossier);
        assertEquals(List.of("posts.unknown"), codes(refused));
        assertEquals(List.of(clause), clauses(refused));
        assertEquals("EMPLOYER_PUBLICITY", world.value("select stage from dossier where id = ?", UUID.fromString(dossier)));
        assertEquals(0, institution.taken());
    }

    @Test
    void jiayuguan_within_the_vacant_posts_and_whoever_is_refused_is_told_whose_they_are() {
        var institution = Institution.in(Region.JIAYUGUAN);
        institution.begins();
        assertEquals(List.of(), institution.tells(10, 9, 1));
        var first = institution.ready();
        var second = institution.ready();
        assertEquals(List.of(), institution.recommends(first), "no opinion is asked for");
        var refused = institution.recommending(second);
        assertEquals(List.of("posts.full"), codes(refused));
        assertEquals(List.of("J24-4.1"), clauses(refused));
        var name = world.<String>value("select p.name from dossier d join person p on p.id = d.applicant where d.id = ?", UUID.fromString(first));
        assertTrue(findings(refused).getFirst().get("shown").toString().contains(name), refused::toString);
        assertEquals(List.of(), institution.tells(10, 8, 2), "told anew");
        assertEquals(List.of(), institution.recommends(second));
        assertEquals(List.of(Map.of("band", "INTERMEDIATE", "place", 2, "vacant", 2, "clauseId", "J24-4.1")),
                institution.clerk.sees("{ dossier(id: \"%s\") { posts { nodes { band place vacant clauseId } } } }".formatted(second), "data", "dossier", "posts", "nodes"));
        assertEquals(List.of(Map.of("asOf", "2024-03-31", "vacant", 2)), institution.clerk.sees("{ postCounts(where: {organisation: {id: {eq: \"%s\"}}, supersededAt: {isNull: true}}) { nodes { asOf vacant } } }".formatted(institution.id), "data", "postCounts", "nodes"));
        assertEquals("RECORD_POSTS, RECORD_POSTS", world.value("select string_agg(act, ', ' order by seq) from trail where subject = ? and clause = 'J24-4.1'", institution.id));
    }

    @Test
    void as_many_as_are_vacant_pass_however_many_ask_at_the_same_time() {
        for (var vacant : List.of(1, 2)) {
            var institution = Institution.in(Region.JIAYUGUAN);
            institution.begins();
            assertEquals(List.of(), institution.tells(10, 5, vacant));
            var dossiers = List.of(institution.ready(), institution.ready(), institution.ready());
            var done = World.together(() -> institution.recommends(dossiers.get(0)), () -> institution.recommends(dossiers.get(1)), () -> institution.recommends(dossiers.get(2)));
            assertEquals(vacant.longValue(), done.stream().filter(List::isEmpty).count(), done::toString);
            assertEquals(3L - vacant, done.stream().filter(List.of("posts.full")::equals).count(), done::toString);
            assertEquals(vacant.longValue(), institution.taken());
            assertEquals(vacant.longValue(), world.<Long>value("select count(*) from dossier where employer = ? and stage = 'RECOMMENDED'", institution.id));
        }
    }

    @Test
    void a_post_is_free_again_when_its_dossier_came_to_nothing_and_no_sooner() {
        var institution = Institution.in(Region.JIAYUGUAN);
        institution.begins();
        assertEquals(List.of(), institution.tells(10, 9, 1));
        var refused = institution.ready();
        var withdrawn = institution.ready();
        var next = institution.ready();
        assertEquals(List.of(), institution.recommends(refused));
        assertEquals(List.of("posts.full"), institution.recommends(withdrawn));
        institution.clerk.does("forwardDossier", refused);
        assertEquals(List.of("posts.full"), institution.recommends(withdrawn), "it is on its way");
        institution.department.does("refuseRecommendation", refused, "reason", "业绩不符");
        assertEquals(List.of(), institution.recommends(withdrawn));
        var person = world.<UUID>value("select applicant from dossier where id = ?", UUID.fromString(withdrawn));
        Unit.of(new Applicant(world, world.account(person, null, "APPLICANT"), person, institution.id)).does("withdrawDossier", withdrawn);
        assertEquals(List.of("posts.full"), institution.recommends(next), "it can be taken back while the window is open");
        world.time("2024-10-21T00:00:00+08:00");
        assertEquals(List.of(), institution.recommends(next));
        assertEquals(1, institution.taken());
        assertEquals(2L, world.<Long>value("select count(*) from dossier_post where organisation = ? and given_up_at is not null", institution.id));
    }

    /** J24-4.1: who withdraws and applies anew needs one post, and what he withdrew goes on with none that is another's. */
    @Test
    void who_applies_anew_is_not_kept_out_by_the_post_of_what_he_withdrew() {
        var institution = Institution.in(Region.JIAYUGUAN);
        institution.begins();
        assertEquals(List.of(), institution.tells(10, 9, 1));
        var first = institution.ready();
        assertEquals(List.of(), institution.recommends(first));
        institution.clerk.does("forwardDossier", first);
        var person = world.<UUID>value("select applicant from dossier where id = ?", UUID.fromString(first));
        var own = new Applicant(world, world.account(person, null, "APPLICANT"), person, institution.id);
        Unit.of(own).does("withdrawDossier", first);
        var anew = own.signed("jiayuguan", 2024, Region.JIAYUGUAN.claim, Claims.told(Region.JIAYUGUAN.place));
        assertEquals(List.of(), codes(own.submit(key(), anew, 2)));
        institution.clerk.does("beginEmployerReview", anew);
        institution.clerk.does("openPublication", anew, "whereShown", "公告栏", "told", Region.JIAYUGUAN.shown);
        institution.over(anew);
        institution.clerk.does("reportPublication", anew, "report", "公示无异议");
        assertEquals(List.of(), institution.recommends(anew));
        assertEquals(1, institution.taken());
        var kept = Unit.of(own).act("restoreDossier", first);
        assertEquals(List.of("posts.full"), codes(kept));
        assertEquals(List.of("J24-4.1"), clauses(kept));
        Unit.of(own).does("withdrawDossier", anew);
        Unit.of(own).does("restoreDossier", first);
        assertEquals(UUID.fromString(first), world.value("select dossier from dossier_post where organisation = ? and given_up_at is null", institution.id));
        assertEquals(true, world.value("select convert_from(entry, 'UTF8') like '%\"post\"%' from trail where subject = ? and act = 'RESTORE'", UUID.fromString(first)));
    }

    // what was paid for in time and is heard of late

    /** As if a fee had been asked for, and nobody had heard that it was paid when the deadline was over. @return the order's number */
    private static String abandoned(String dossier) {
        var id = UUID.fromString(dossier);
        var asked = world.now().minusSeconds(7200);
        world.write("""
                insert into payment (id, dossier, region, number, fen, clause, asked_at, due_at, opened_at, address, closed_at) values (gen_random_uuid(), ?, 'bijie', ?, 100, 'B24-5.5', ?, ?, ?, 'https://fiscal.example.org/', ?)""",
                id, dossier, asked, world.now(), asked, world.now());
        world.write("update dossier set stage = 'FORFEITED', ended_reason = 'UNPAID', ended_clause = 'B24-5.5', stage_since = ? where id = ?", world.now(), id);
        return dossier;
    }

    private static RecordPayment.Outcome paid(String number) {
        var inTime = world.<Timestamp>value("select asked_at from payment where number = ?", number).toInstant().plusSeconds(60);
        return world.bean(RecordPayment.class).perform(new Paid(number, 100, inTime, "GZ-" + number), world.now());
    }

    private static String stage(String dossier) {
        return world.value("select stage from dossier where id = ?", UUID.fromString(dossier));
    }

    private static String told(String dossier) {
        return world.value("select string_agg(kind, ' ') from message where dossier = ? and kind like 'PAID%'", UUID.fromString(dossier));
    }

    private static String noted(String dossier) {
        return world.value("select convert_from(entry, 'UTF8')::jsonb ->> 'post' from trail where subject = ? and act = 'PAY'", UUID.fromString(dossier));
    }

    /** An institution with one vacant post: {@code first} was recommended for it and abandoned, {@code second} is ready to be recommended. */
    private record Late(Institution institution, String first, String second) {
        static Late made() {
            var institution = Institution.in(Region.JIAYUGUAN);
            institution.begins();
            assertEquals(List.of(), institution.tells(10, 9, 1));
            var first = institution.ready();
            var second = institution.ready();
            assertEquals(List.of(), institution.recommends(first));
            return new Late(institution, abandoned(first), second);
        }
    }

    @Test
    void paid_in_time_and_heard_of_late_it_goes_on_with_the_post_that_nobody_took() {
        var late = Late.made();
        assertEquals(RecordPayment.Outcome.PAID, paid(late.first));
        assertEquals(List.of("ELIGIBILITY_REVIEW", "PAID"), List.of(stage(late.first), told(late.first)));
        assertEquals(1, late.institution.taken());
        assertEquals(List.of("posts.full"), late.institution.recommends(late.second));
    }

    @Test
    void where_another_has_its_post_it_does_not_go_on_and_its_money_is_to_be_given_back() {
        var late = Late.made();
        assertEquals(List.of(), late.institution.recommends(late.second));
        assertEquals(RecordPayment.Outcome.PAID, paid(late.first));
        assertEquals(List.of("FORFEITED", "PAID_ENDED", "gone"), List.of(stage(late.first), told(late.first), noted(late.first)));
        assertTrue(world.<String>value("select zh from message where dossier = ? and kind = 'PAID_ENDED'", UUID.fromString(late.first)).contains("岗位已由他人使用"));
        assertEquals(true, world.value("select refund = 'ENDED' and refund_fen = 100 from payment where number = ?", late.first));
        assertEquals(1, late.institution.taken());
    }

    @Test
    void a_post_that_it_lost_and_that_is_free_once_more_is_its_own_again() {
        var late = Late.made();
        assertEquals(List.of(), late.institution.recommends(late.second));
        late.institution.clerk.does("forwardDossier", late.second);
        late.institution.department.does("refuseRecommendation", late.second, "reason", "业绩不符");
        assertEquals(RecordPayment.Outcome.PAID, paid(late.first));
        assertEquals(List.of("ELIGIBILITY_REVIEW", "PAID"), List.of(stage(late.first), told(late.first)));
        assertTrue(noted(late.first).contains("\"place\": 1"), () -> noted(late.first));
        assertEquals(1, late.institution.taken());
        assertEquals(List.of("posts.full"), late.institution.recommends(late.institution.ready()));
    }

    @Test
    void where_the_notice_does_not_keep_it_within_the_vacant_posts_it_takes_another() {
        var institution = Institution.in(Region.BIJIE);
        institution.begins();
        assertEquals(List.of(), institution.tells(6, 5, 1));
        assertEquals(List.of(), institution.confirmed(institution.department, "DEPARTMENT"));
        var first = institution.ready();
        assertEquals(List.of(), institution.recommends(first));
        var number = abandoned(first);
        assertEquals(List.of(), institution.recommends(institution.ready()));
        assertEquals(RecordPayment.Outcome.PAID, paid(number));
        assertEquals("ELIGIBILITY_REVIEW", stage(first));
        assertEquals(2, world.<Integer>value("select place from dossier_post where dossier = ? and given_up_at is null", UUID.fromString(first)));
        assertEquals(2, institution.taken(), "each one of its own");
    }

    @Test
    void a_recommendation_and_a_late_word_at_the_same_time_leave_one_of_them_the_post() {
        for (var race = 0; race < 4; race++) {
            var late = Late.made();
            var done = World.together(() -> paid(late.first).name(), () -> late.institution.recommends(late.second).toString());
            assertEquals("PAID", done.getFirst());
            assertEquals(stage(late.first).equals("FORFEITED") ? List.of("PAID_ENDED", "[]", "RECOMMENDED") : List.of("PAID", "[posts.full]", "EMPLOYER_PUBLICITY"),
                    List.of(told(late.first), done.get(1), stage(late.second)));
            assertEquals(1, late.institution.taken());
        }
    }

    @Test
    void xianning_asks_for_both_opinions_and_knows_who_takes_up_no_post() {
        var institution = Institution.in(Region.XIANNING);
        institution.begins();
        assertEquals(List.of(), institution.tells(6, 5, 1, "waiting", 2));
        var first = institution.ready();
        var second = institution.ready();
        var outside = institution.ready(Claims.answer("vacant-post", "false"), Claims.answer("post-not-needed", "true"));
        var refused = institution.recommending(first);
        assertEquals(List.of("posts.opinion", "posts.opinion"), codes(refused));
        assertEquals(List.of("X24-annex1", "X24-annex1"), clauses(refused));
        assertEquals(List.of("posts.opinion-unit"), institution.confirmed(institution.department, "PERSONNEL"));
        assertEquals(List.of("posts.opinion-unit"), institution.confirmed(institution.bureau, "DEPARTMENT"));
        assertEquals(List.of(), institution.confirmed(institution.department, "DEPARTMENT"));
        assertEquals(List.of("posts.opinion"), institution.recommends(first));
        var written = institution.readyBy(Claims.but(Claims.XIANNING, "channel", "entrusted"), Claims.answer("entrusting-unit", "true"), Claims.answer("entrusted", "true"));
        assertEquals(List.of("posts.opinion false"), byLetter(institution.recommending(written)), "one who has agreed is enough");
        assertEquals(List.of(), institution.confirmed(institution.bureau, "PERSONNEL"));
        assertEquals(List.of("posts.opinion-given"), institution.confirmed(institution.bureau, "PERSONNEL"), "twice");
        assertEquals(List.of(), institution.recommends(first));
        var full = institution.recommending(second);
        assertEquals(List.of("posts.full"), codes(full));
        assertEquals(List.of("X24-3.1.1"), clauses(full));
        assertEquals(List.of(), institution.recommends(outside));
        assertNull(institution.clerk.sees("{ dossier(id: \"%s\") { posts { nodes { place } } } }".formatted(outside), "data", "dossier", "posts", "nodes", 0, "place"));
        assertEquals(1, institution.taken());
        var entrusted = institution.readyBy(Claims.but(Claims.XIANNING, "channel", "entrusted"), Claims.answer("entrusting-unit", "true"), Claims.answer("entrusted", "true"));
        assertEquals(List.of("posts.full"), institution.recommends(entrusted), "to name the channel is not enough");
        assertEquals(List.of(), codes(institution.clerk.acts("fileEntrustment", "entrustment { id }", "region", "xianning", "year", 2024, "committee", world.value("select id from committee where region = 'xianning' limit 1").toString(), "series", "ENGINEERING",
                "document", "虚构委〔2024〕1号", "dated", "2024-06-20")));
        var managed = institution.recommending(entrusted);
        assertEquals(List.of("posts.full false"), byLetter(managed), "nor is a letter of a unit whose posts are managed here (X24-8.2)");
        assertTrue(managed.toString().contains("委托函不免除岗位要求（X24-8.2）"), managed::toString);
        world.write("update post_count set superseded_at = ? where organisation = ?", world.now(), institution.id);
        assertEquals(List.of("posts.unknown"), institution.recommends(entrusted), "and somebody here has agreed to them, whatever counts");
        assertEquals(1, institution.taken());
        assertEquals("RECORD_POSTS, CONFIRM_POSTS, CONFIRM_POSTS", world.value("select string_agg(act, ', ' order by seq) from trail where subject = ? and act like '%POSTS'", institution.id));
    }

    @Test
    void xianning_asks_nobody_for_posts_who_entrusts_the_review_and_whose_posts_nobody_here_manages() {
        var institution = Institution.in(Region.XIANNING);
        institution.begins();
        var entrusted = institution.readyBy(Claims.but(Claims.XIANNING, "channel", "entrusted"), Claims.answer("entrusting-unit", "true"), Claims.answer("entrusted", "true"));
        assertEquals(List.of("posts.unknown true"), byLetter(institution.recommending(entrusted)), "to name the channel is not enough");
        assertEquals(List.of(), institution.tells(6, 6, 0), "whoever told them by mistake, and nobody here agreed");
        assertEquals(List.of("posts.opinion true", "posts.opinion true", "posts.full true"), byLetter(institution.recommending(entrusted)));
        assertEquals(List.of(), institution.confirmed(institution.department, "DEPARTMENT", false, "岗位不由本部门管理"));
        assertEquals(List.of("posts.opinion true", "posts.opinion true", "posts.full true"), byLetter(institution.recommending(entrusted)), "who said no has agreed to nothing");
        assertEquals(List.of(), codes(institution.clerk.acts("fileEntrustment", "entrustment { id }", "region", "xianning", "year", 2024, "committee", world.value("select id from committee where region = 'xianning' limit 1").toString(), "series", "ENGINEERING",
                "document", "虚构委〔2024〕1号", "dated", "2024-06-20")));
        assertEquals(List.of(), institution.recommends(entrusted), "X24-3.1.1 is of state units, and not of who entrusts the review (X24-3.1.4)");
        assertEquals(0, institution.taken());
    }

    /** What is refused, each with whether the letter is named that would help. */
    private static List<String> byLetter(Map<String, Object> refused) {
        return findings(refused).stream().map(one -> one.get("code") + " " + ((Map<?, ?>) one.get("remedy")).get("zh").toString().startsWith("委托评审的，由单位先登记委托函（fileEntrustment）")).toList();
    }

    @Test
    void numbers_to_which_nobody_agrees_are_told_anew_and_looked_at_anew() {
        var institution = Institution.in(Region.XIANNING);
        institution.begins();
        assertEquals(List.of(), institution.tells(6, 5, 1));
        var dossier = institution.ready();
        assertEquals(List.of("posts.opinion-words"), institution.confirmed(institution.department, "DEPARTMENT", false, null), "why not is said");
        assertEquals(List.of(), institution.confirmed(institution.department, "DEPARTMENT", false, "与批复不符"));
        assertEquals(List.of(), institution.confirmed(institution.bureau, "PERSONNEL"));
        assertEquals(List.of("posts.opinion"), institution.recommends(dossier));
        var before = institution.told();
        assertEquals(List.of(), institution.tells(5, 4, 1));
        assertEquals(List.of("posts.opinion", "posts.opinion"), institution.recommends(dossier));
        assertEquals(List.of("posts.superseded", "posts.opinion-given"), codes(institution.department.acts("confirmPosts", OPINION, "postCount", before, "by", "DEPARTMENT", "agree", true)));
        assertEquals(List.of(), institution.confirmed(institution.department, "DEPARTMENT"));
        assertEquals(List.of(), institution.confirmed(institution.bureau, "PERSONNEL", true, "同意"));
        assertEquals(List.of(), institution.recommends(dossier));
    }

    @Test
    void bijie_asks_for_the_department_and_does_not_say_what_becomes_of_more_than_are_vacant() {
        var institution = Institution.in(Region.BIJIE);
        institution.begins();
        assertEquals(List.of("posts.band"), codes(institution.clerk.acts("recordPosts", NUMBERS, institution.input(numbers("ASSOCIATE_SENIOR", 6, 5, 1)))), "senior posts are counted together");
        assertEquals(List.of(), institution.tells(6, 6, 0, "requested", 1, "supported", 1));
        var dossier = institution.ready();
        var refused = institution.recommending(dossier);
        assertEquals(List.of("posts.opinion"), codes(refused));
        assertEquals(List.of("B24-annex2"), clauses(refused));
        assertEquals(List.of("posts.opinion-not-asked"), institution.confirmed(institution.bureau, "PERSONNEL"));
        assertEquals(List.of(), institution.confirmed(institution.department, "DEPARTMENT"));
        assertEquals(List.of(), institution.recommends(dossier));
        var elsewhere = Institution.in(Region.JIAYUGUAN);
        assertEquals(List.of(), elsewhere.tells(3, 1, 2));
        assertEquals(List.of("posts.opinion-not-asked"), elsewhere.confirmed(elsewhere.department, "DEPARTMENT"), "J24 has no place for one");
    }

    @Test
    void who_is_not_in_post_takes_none() {
        var institution = Institution.in(Region.BIJIE);
        institution.begins();
        world.write("update organisation set kind = 'STATE_ENTERPRISE' where id = ?", institution.id);
        assertEquals(List.of(), institution.recommends(institution.ready()));
        assertEquals(0, institution.taken());
        assertEquals(List.of("posts.unit"), institution.tells(1, 0, 1), "an enterprise has no such posts");
    }

    @Test
    void nobody_but_the_institution_tells_its_posts() {
        var institution = Institution.in(Region.JIAYUGUAN);
        institution.begins();
        for (var role : List.of("APPLICANT", "AGENCY", "SUPERIOR_DEPT", "HRSS_CITY", "COMMITTEE_OFFICE", "EXPERT", "SYS_ADMIN", "AUDITOR")) {
            var wrong = role.equals("APPLICANT") ? Unit.of(world.applicant()) : Unit.of(world, institution.id, role);
            assertEquals("FORBIDDEN", wrong.sends("recordPosts", NUMBERS, institution.input(numbers("INTERMEDIATE", 1, 0, 1))).error(), role);
        }
        assertEquals("UNAUTHENTICATED", new Unit(world, Caller.PUBLIC, null).sends("recordPosts", NUMBERS, institution.input(numbers("INTERMEDIATE", 1, 0, 1))).error());
        assertEquals(0L, world.<Long>value("select count(*) from post_count where organisation = ?", institution.id));
    }

    @Test
    void nobody_but_who_is_above_gives_an_opinion() {
        var institution = Institution.in(Region.XIANNING);
        institution.begins();
        assertEquals(List.of(), institution.tells(6, 5, 1));
        for (var role : List.of("EMPLOYER_CLERK", "EMPLOYER_APPROVER", "AGENCY", "HRSS_PROVINCE", "COMMITTEE_OFFICE", "EXPERT", "AUDITOR"))
            assertEquals("FORBIDDEN", Unit.of(world, institution.department.id(), role).sends("confirmPosts", OPINION, "postCount", institution.told(), "by", "DEPARTMENT", "agree", true).error(), role);
        for (var stranger : List.of(Institution.in(Region.XIANNING).department, Institution.in(Region.BIJIE).bureau, Unit.of(world, world.organisation("HRSS", "xianning"), "HRSS_COUNTY")))
            assertEquals(List.of("posts.not-found"), institution.confirmed(stranger, "DEPARTMENT"));
        assertEquals(0L, world.<Long>value("select count(*) from post_count where organisation = ? and (department_at is not null or personnel_at is not null)", institution.id));
    }

    /** The institutions' personnel department of a county is its bureau, also where a department stands between (X24-annex1). */
    @Test
    void a_countys_bureau_sees_them_and_gives_its_opinion_with_a_department_between() {
        var institution = Institution.in(Region.XIANNING);
        institution.begins();
        var county = world.organisation("HRSS", "xianning");
        world.write("update organisation set parent = ?, area_code = '421221' where id = ?", institution.bureau.id(), county);
        world.write("update organisation set parent = ? where id = ?", county, institution.department.id());
        assertEquals(List.of(), institution.tells(6, 5, 1));
        var officer = Unit.of(world, county, "HRSS_COUNTY");
        assertEquals(List.of(Map.of("vacant", 1)), officer.sees("{ postCounts(where: {id: {eq: \"%s\"}}) { nodes { vacant } } }".formatted(institution.told()), "data", "postCounts", "nodes"));
        assertEquals(List.of("posts.opinion-unit"), institution.confirmed(officer, "DEPARTMENT"), "that is the department's");
        assertEquals(List.of(), institution.confirmed(officer, "PERSONNEL"));
        assertEquals(county, world.value("select personnel from post_count where organisation = ?", institution.id));
    }

    @Test
    void missing_and_hostile_input_the_same_twice_and_two_at_once() {
        var institution = Institution.in(Region.XIANNING);
        institution.begins();
        assertEquals(List.of("posts.not-said"), codes(institution.clerk.acts("recordPosts", NUMBERS, "year", 1999, "asOf", "2024-03-31", "posts", List.of(numbers("INTERMEDIATE", 1, 0, 1)))));
        assertEquals(List.of("posts.as-of", "posts.bands"), codes(institution.clerk.acts("recordPosts", NUMBERS, "year", 2024, "asOf", "2024-06-21", "posts", List.of())));
        assertEquals(List.of("posts.bands"), codes(institution.clerk.acts("recordPosts", NUMBERS, institution.input(new Map<?, ?>[] {numbers("MEMBER", 1, 0, 1), numbers("MEMBER", 1, 0, 1), numbers("MEMBER", 1, 0, 1), numbers("MEMBER", 1, 0, 1)}))));
        assertEquals(List.of("posts.band", "posts.number"), codes(institution.clerk.acts("recordPosts", NUMBERS, institution.input(numbers("'; drop table post_count; --", -1, 0, 1)))));
        assertEquals(List.of("posts.twice"), codes(institution.clerk.acts("recordPosts", NUMBERS, institution.input(numbers("INTERMEDIATE", 1, 0, 1), numbers("INTERMEDIATE", 1, 0, 1)))));
        assertEquals(List.of("posts.vacant"), institution.tells(5, 5, 1));
        assertEquals(List.of("posts.vacant"), institution.tells(5, 6, 1), "more are appointed than approved");
        assertEquals(List.of("posts.number"), institution.tells(100_000, 0, 0));
        assertEquals(List.of("posts.supported"), institution.tells(5, 4, 1, "requested", 1, "supported", 2));
        assertEquals(0L, world.<Long>value("select count(*) from post_count where organisation = ?", institution.id));
        var key = key();
        var once = new ArrayList<Object>(Arrays.asList(institution.input(numbers("INTERMEDIATE", 1, 0, 1))));
        once.addAll(List.of("key", key));
        for (var time = 0; time < 2; time++) assertEquals(List.of(), codes(institution.clerk.acts("recordPosts", NUMBERS, once.toArray())));
        assertEquals(1L, world.<Long>value("select count(*) from post_count where organisation = ?", institution.id), "the same key once");
        var both = World.together(() -> institution.tells(6, 5, 1), () -> institution.tells(7, 5, 2));
        assertEquals(List.of(List.of(), List.of()), both);
        assertEquals(1L, world.<Long>value("select count(*) from post_count where organisation = ? and band = 'ASSOCIATE_SENIOR' and superseded_at is null", institution.id), "one of them counts");
        assertEquals("BAD_INPUT", institution.department.sends("confirmPosts", OPINION, "postCount", "x", "by", "DEPARTMENT", "agree", true).error());
        assertEquals(List.of("posts.not-found"), codes(institution.department.acts("confirmPosts", OPINION, "postCount", UUID.randomUUID().toString(), "by", "DEPARTMENT", "agree", true)));
    }

    @Test
    void they_are_seen_by_the_institution_and_those_above_it_alone() {
        var institution = Institution.in(Region.XIANNING);
        institution.begins();
        assertEquals(List.of(), institution.tells(6, 5, 1));
        var asked = "{ postCounts(where: {id: {eq: \"%s\"}}) { nodes { vacant } } }".formatted(institution.told());
        for (var one : List.of(institution.clerk, institution.approver, institution.department, institution.bureau))
            assertEquals(List.of(Map.of("vacant", 1)), one.sees(asked, "data", "postCounts", "nodes"));
        for (var one : List.of(Institution.in(Region.XIANNING).clerk, Institution.in(Region.XIANNING).department, Institution.in(Region.BIJIE).bureau, new Unit(world, Caller.PUBLIC, null)))
            assertEquals(List.of(), one.sees(asked, "data", "postCounts", "nodes"));
    }
}
