package zhicheng.server.demo;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.context.ApplicationContext;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import zhicheng.server.TestDatabase;
import zhicheng.server.World;
import zhicheng.server.account.CreditCode;
import zhicheng.server.account.IdentityVault;
import zhicheng.server.account.Role;
import zhicheng.server.calendar.OfficialClock;
import zhicheng.server.clockwork.ClearYear;
import zhicheng.server.clockwork.ForfeitLate;
import zhicheng.server.dossier.Stage;
import zhicheng.server.region.LoadedEdition;
import zhicheng.server.region.Regions;
import zhicheng.server.trail.Json;
import zhicheng.spi.Channel;
import zhicheng.spi.Step;

@Tag("database")
@Tag("once")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MadeUpWorldTest {
    private static final String USUAL = "2024-09-18T10:00+08:00";
    /** Their ids are drawn when they are entered. */
    private static final Set<String> DRAWN = Set.of("trail", "nomination", "spent_achievement");
    private static final List<String> TABLES = List.of("organisation", "person", "account", "profile", "integrity_entry", "committee", "committee_filing", "committee_notice",
            "meeting", "notice_edition", "dossier", "dossier_snapshot", "dossier_exclusion", "pledge_signature", "trail", "certificate", "achievement",
            "dossier_achievement", "dossier_hours", "dossier_title", "dossier_degree", "dossier_assessment", "dossier_test_pass", "dossier_job",
            "dossier_step", "dossier_return", "dossier_mark", "originals", "publication", "objection", "complaint", "nominator", "evidence_file",
                    "dossier_file", "message", "payment", "post_count", "dossier_post", "entrustment", "nomination", "case_file", "dossier_verification", "binding");
    /** By what somebody sees in some capacity that the demonstration has something for him. */
    private static final Map<Role, String> OWN = Map.ofEntries(Map.entry(Role.APPLICANT, "dossiers"), Map.entry(Role.EMPLOYER_CLERK, "dossiers"), Map.entry(Role.EMPLOYER_APPROVER, "dossiers"),
            Map.entry(Role.AGENCY, "dossiers"), Map.entry(Role.SUPERIOR_DEPT, "dossiers"), Map.entry(Role.RELAY, "dossiers"), Map.entry(Role.HRSS_COUNTY, "dossiers"), Map.entry(Role.HRSS_CITY, "dossiers"),
            Map.entry(Role.HRSS_PROVINCE, "entrustments"), Map.entry(Role.COMMITTEE_ORGANISER, "dossiers"), Map.entry(Role.COMMITTEE_OFFICE, "dossiers"), Map.entry(Role.SUPERVISOR, "complaints"),
            Map.entry(Role.FINANCE, "payments"), Map.entry(Role.AUDITOR, "trail"));
    /** Makes bodies and their accounts, and reads nothing but what is public. */
    private static final Set<Role> ACTS_ONLY = EnumSet.of(Role.SYS_ADMIN);
    /** Whoever comes without an account; and those for whom there is nothing to do or to see yet. */
    private static final Set<Role> NOBODY = EnumSet.of(Role.PUBLIC, Role.EXPERT, Role.CHAIR, Role.GROUP_LEAD, Role.TEST_AUTHORITY, Role.CE_PLATFORM);

    private TestDatabase database;
    private IdentityVault vault;
    private Regions regions;

    @BeforeAll
    void load() {
        database = TestDatabase.fresh();
        load(database, USUAL);
    }

    @AfterAll
    void drop() {
        database.close();
    }

    @Test
    void is_the_same_every_time_and_loads_once() throws Exception {
        try (var other = TestDatabase.fresh()) {
            load(other, "2024-09-18T19:30+08:00");
            load(other, USUAL);
            for (var table : TABLES) {
                assertTrue(ask(database, "select count(*) > 0 from " + table).getFirst().equals("t"), table + " is empty");
                assertEquals(hash(database, table), hash(other, table), table);
            }
        }
    }

    @Test
    void dossiers_stand_at_every_stage_that_the_day_allows() throws SQLException {
        assertTrue(Integer.parseInt(ask(database, "select count(*) from dossier").getFirst()) >= 280);
        var allowed = EnumSet.complementOf(EnumSet.of(Stage.JOINT_REVIEW, Stage.SUPPLEMENT_REQUIRED)); // Jiayuguan's begins in November (J24-3.5); no act leads to the other: what is to be supplemented is returned
        assertEquals(names(allowed), new TreeSet<>(ask(database, "select distinct stage from dossier")));
        assertEquals(List.of("bijie", "jiayuguan", "xianning"), ask(database, "select distinct region from dossier order by 1"));
        try (var later = TestDatabase.fresh()) {
            load(later, "2024-12-30T10:00+08:00");
            for (var region : regions.all())
                assertEquals(names(stages(regions.editions(region.id()))), new TreeSet<>(ask(later, "select distinct stage from dossier where region = '" + region.id() + "'")), region.id());
            assertEquals(List.of("2 J24-3.4", "3 J24-3.4"), ask(later, """
                    select count(*) || ' ' || clause from dossier_return r join dossier d on d.id = r.dossier
                    where d.region = 'jiayuguan' and r.counted and r.kind = 'SUPERIOR_DEPT' and r.answered_at > r.at and r.answered_at < r.due_at group by r.dossier, clause having count(*) > 1 order by 1"""));
            assertEquals(List.of("3"), ask(later, "select max(number) from dossier_return"), "a fourth is refused");
        }
    }

    /** Wherever a region's chain, fee and calendar have it. */
    private static Set<Stage> stages(List<LoadedEdition> editions) {
        var stages = EnumSet.complementOf(EnumSet.of(Stage.SUPPLEMENT_REQUIRED));
        if (editions.stream().flatMap(one -> one.edition().channels().value().stream()).flatMap(List::stream).flatMap(one -> one.chain().stream()).noneMatch(one -> one.kind() == Channel.Kind.JOINT_REVIEW)) stages.remove(Stage.JOINT_REVIEW);
        if (editions.stream().allMatch(one -> one.edition().payment().value().isEmpty())) stages.remove(Stage.PAYMENT_PENDING);
        if (editions.stream().flatMap(one -> one.edition().calendar().value().stream()).flatMap(one -> one.windows().stream()).noneMatch(one -> one.step() == Step.TERMINATION)) stages.remove(Stage.TERMINATED);
        return stages;
    }

    @Test
    void in_every_capacity_somebody_signs_in_and_finds_something_of_his_own() throws SQLException {
        assertEquals(EnumSet.allOf(Role.class), Stream.of(OWN.keySet(), ACTS_ONLY, NOBODY).flatMap(Set::stream).collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class))));
        var world = World.on(database, USUAL);
        try {
            for (var role : Role.values()) {
                var accounts = ask(database, "select a.name from account a join credential c on c.account = a.id where not a.disabled and '" + role + "' = any (a.roles) order by a.name");
                assertEquals(NOBODY.contains(role), accounts.isEmpty(), () -> role + ": " + accounts);
                if (!OWN.containsKey(role)) continue;
                var seen = accounts.stream().filter(one -> world.ask(world.named(one), "{ " + OWN.get(role) + " { totalCount } }", Map.of()).<Integer>at("data", OWN.get(role), "totalCount") > 0).toList();
                assertTrue(!seen.isEmpty(), () -> role + ": nobody of " + accounts + " sees any " + OWN.get(role));
                if (role == Role.AGENCY) assertEquals(accounts, seen);
            }
            List<Map<String, Object>> told = world.ask(world.named("applicant-returned"), "{ messages { nodes { kind } } dossiers { nodes { returns { totalCount } } } }", Map.of()).at("data", "messages", "nodes");
            assertEquals(List.of(Map.of("kind", "RETURNED"), Map.of("kind", "RETURNED")), told);
        } finally {
            world.stop();
        }
    }

    /** X24-5.2a gives five working days, the other notices no number: there the national rule is cited. Nobody is recommended before. */
    @Test
    void publications_hang_as_long_as_their_notice_says_and_whoever_goes_through_an_agency_is_published_by_it() throws SQLException {
        assertEquals(List.of("bijie MOHRSS40 5 t", "jiayuguan MOHRSS40 5 t", "xianning X24-5.2a 5 t"),
                ask(database, "select distinct d.region || ' ' || p.clause || ' ' || p.days || ' ' || left(p.working::text, 1) from publication p join dossier d on d.id = p.dossier order by 1"));
        assertEquals(List.of("0"), ask(database, "select count(*) from publication where ended_at < until"));
        assertEquals(List.of("bijie 1", "jiayuguan 12", "xianning 2"), ask(database, "select distinct d.region || ' ' || cardinality(p.particulars) from publication p join dossier d on d.id = p.dossier order by 1"), "what each notice lists (J24-3.3, X24-5.2a)");
        assertEquals(List.of("0"), ask(database, "select count(*) from publication p join organisation o on o.id = p.unit where o.kind = 'AGENCY' and array_to_string(p.particulars, ' ') like '%' || o.name || '%'"), "an agency employs nobody");
        assertEquals(List.of("flexible jy-talent FILE_KEEPING AGENCY", "freelance xn-agency AGENCY AGENCY"), ask(database, """
                select distinct d.channel || ' ' || case o.name when '咸宁温泉人才服务中心' then 'xn-agency' else 'jy-talent' end || ' ' || b.ground || ' ' || s.kind
                from dossier d join organisation o on o.id = d.employer and o.kind = 'AGENCY' join person a on a.id = d.applicant and a.employer is null
                join binding b on b.person = a.id and b.organisation = o.id and b.state = 'CONFIRMED' join publication p on p.dossier = d.id and p.unit = o.id
                join dossier_step s on s.dossier = d.id and s.place = 1 and s.unit = o.id order by 1"""));
        assertEquals(List.of("0"), ask(database, "select count(*) from dossier where employer is null"));
    }

    @Test
    void every_number_has_a_valid_check_character_and_opens_as_what_is_shown() throws SQLException {
        var opened = new ArrayList<String>();
        try (var connection = database.writer().getConnection();
                var rows = connection.createStatement().executeQuery("select id, name, birth_date, gender, identity_masked, identity_cipher from person")) {
            while (rows.next()) {
                var number = vault.open(rows.getObject("id", UUID.class), rows.getBytes("identity_cipher"));
                assertEquals(number.masked(), rows.getString("identity_masked"));
                assertEquals(number.birthDate(), rows.getObject("birth_date", LocalDate.class));
                assertEquals(number.female() ? "FEMALE" : "MALE", rows.getString("gender"));
                opened.add(number.number());
            }
        }
        assertTrue(opened.size() > 290);
        assertTrue(opened.stream().anyMatch(number -> number.startsWith("5224")), "some were given before Bijie was a city");
        var codes = ask(database, "select credit_code from organisation where credit_code is not null");
        assertTrue(codes.size() >= 15);
        codes.forEach(CreditCode::new);
    }

    @Test
    void every_trail_is_a_whole_chain_and_ends_where_its_dossier_says() throws Exception {
        var ended = 0;
        try (var connection = database.writer().getConnection();
                var rows = connection.createStatement().executeQuery("""
                        select t.subject, t.seq, t.head, t.entry, d.trail_seq, d.trail_head
                        from dossier d left join trail t on t.subject = d.id order by d.id, t.seq""")) {
            var head = new byte[0];
            while (rows.next()) {
                if (rows.getLong("seq") == 1) head = new byte[0];
                var digest = MessageDigest.getInstance("SHA-256");
                digest.update(head);
                head = digest.digest(rows.getBytes("entry"));
                assertArrayEquals(rows.getBytes("head"), head, rows.getString("subject") + " " + rows.getLong("seq"));
                if (rows.getLong("seq") == rows.getLong("trail_seq")) {
                    assertArrayEquals(rows.getBytes("trail_head"), head);
                    ended++;
                }
                assertArrayEquals(rows.getBytes("entry"), Json.canonical(Json.map(new String(rows.getBytes("entry"), StandardCharsets.UTF_8))));
            }
        }
        assertEquals(ask(database, "select count(*) from dossier").getFirst(), String.valueOf(ended));
    }

    @Test
    void nothing_has_happened_that_is_yet_to_come() throws SQLException {
        var latest = ask(database, """
                select max(at) < '2024-09-18T00:00+08' from (
                    select at from trail union all select updated_at from dossier union all select issued_at from certificate union all
                    select published_at from committee_notice union all select plan_filed_at from meeting union all select taken_at from dossier_snapshot) happened""");
        assertEquals(List.of("t"), latest);
        try (var earlier = TestDatabase.fresh()) {
            load(earlier, "2024-06-20T10:00+08:00");
            assertEquals(List.of("t"), ask(earlier, "select max(at) < '2024-06-20T00:00+08' from trail"));
            assertEquals(List.of("0"), ask(earlier, "select count(*) from dossier where region = 'jiayuguan'"));
            assertEquals(List.of("1"), ask(earlier, """
                    select count(*) from committee_notice n where region = 'xianning' and series @> array['ENGINEERING'] and intake_from = '2024-05-20T00:00+08'
                    and intake_until = '2024-07-11T00:00+08' and remark like '%虚构%'"""));
        }
    }

    @Test
    void the_documented_people_may_sign_in_and_applicants_tell_of_themselves() throws SQLException {
        assertEquals(List.of("applicant-certified", "applicant-returned", "chen-jing", "deng-kai", "ding-rui", "feng-he", "gao-min", "guo-hui", "he-ping", "jiang-yue", "li-na", "liu-yang", "lu-cheng", "luo-qiang", "ma-jun", "pan-lan", "qian-shen",
                        "ren-yi", "shen-yue", "shi-lei", "sun-li", "tang-ning", "tian-hua", "wang-fang", "wu-tao", "xie-fei", "xu-lin", "yang-liu", "zhang-wei", "zhou-min"),
                ask(database, "select name from account where not disabled and name !~ '^(clerk|approver|agency|books)-' order by name"));
        assertEquals(List.of("books-bj-hrss", "books-jy-hrss", "books-xn-hrss"), ask(database, "select a.name from account a join credential c on c.account = a.id where roles = '{FINANCE}' order by 1"));
        assertEquals(List.of("00000000-0000-4000-8000-000000000001"), ask(database, "select id from account where name = 'zhang-wei'"));
        assertEquals(List.of("li-na", "luo-qiang", "ma-jun", "wang-fang", "xu-lin", "zhang-wei"),
                ask(database, "select a.name from account a join profile f on f.person = a.person order by 1"));
    }

    /** B24-5.5, B24-5.1: there is something to look at for whoever keeps the books, and a committee that ends its intake sooner than the province. */
    @Test
    void somebody_paid_twice_and_a_committee_has_its_own_end() throws SQLException {
        assertEquals(List.of("bijie BESIDES 100"), ask(database, "select region || ' ' || refund || ' ' || refund_fen from payment where refund is not null"));
        assertEquals(List.of("0"), ask(database, "select count(*) from payment p join dossier d on d.id = p.dossier where d.region <> p.region"));
        assertEquals(List.of("虚构评办〔2024〕3号"), ask(database, "select document from committee_notice where region = 'bijie' and intake_until < '2024-10-18T17:00+08'"));
        assertEquals(List.of("0"), ask(database, "select count(*) from dossier where submitted_at is not null and work_since is null"));
    }

    /** So that whoever plays through a dossier's way has who prepares and who recommends, wherever he begins. */
    @Test
    void every_employer_has_a_clerk_and_an_approver_who_may_sign_in_and_every_agency_somebody() throws SQLException {
        assertEquals(List.of("0"), ask(database, """
                select count(*) from organisation o, unnest(case o.kind when 'AGENCY' then array['AGENCY'] else array['EMPLOYER_CLERK', 'EMPLOYER_APPROVER'] end) role
                where o.kind not in ('HRSS', 'SUPERIOR_DEPT', 'COMMITTEE_OFFICE') and not exists (
                    select from account a join credential c on c.account = a.id where a.organisation = o.id and a.roles @> array[role] and not a.disabled)"""));
        assertEquals(List.of("EMPLOYER_APPROVER"), ask(database, """
                select distinct capacity from trail where act = 'MOVE' and convert_from(entry, 'UTF8')::jsonb -> 'stage' ->> 'after' = 'RECOMMENDED' and capacity <> 'AGENCY'"""), "recommended by who may");
    }

    @Test
    void what_stands_against_people_and_complaints_have_their_acts_in_the_trail_and_the_files_that_prove_them() throws SQLException {
        assertEquals(List.of("0"), ask(database, """
                select count(*) from complaint c where (select string_agg(act, ' ' order by seq) from trail t where t.subject = c.id)
                    is distinct from 'ENTER_COMPLAINT DECLARE_FILE RECEIVE_FILE' || case when c.concluded_at is null then '' else ' CONCLUDE_COMPLAINT' end"""));
        assertEquals(List.of("0"), ask(database, """
                select count(*) from integrity_entry i where (select string_agg(act || ' ' || clause, ' ' order by seq) from trail t where t.subject = i.person)
                    is distinct from 'ENTER_INTEGRITY ' || i.clause || ' DECLARE_FILE ' || i.clause || ' RECEIVE_FILE ' || i.clause"""));
        assertEquals(List.of("t"), ask(database, "select count(*) = (select count(*) from complaint) + (select count(*) from integrity_entry) from case_file where received_at is not null"));
        assertEquals(List.of("RECOGNISE_NOMINATOR B23-2.3"), ask(database, "select t.act || ' ' || t.clause from trail t join nominator n on n.organisation = t.subject"));
        for (var table : List.of("person", "organisation", "complaint"))
            assertEquals(List.of("0"), ask(database, """
                    select count(*) from %s s left join lateral (select t.seq, t.head from trail t where t.subject = s.id order by t.seq desc limit 1) last on true
                    where s.trail_seq <> coalesce(last.seq, 0) or s.trail_head <> coalesce(last.head, '')""".formatted(table)), table);
        assertEquals(List.of("1"), ask(database, "select count(*) from trail_root"));
        assertEquals(List.of("0"), ask(database, "select count(*) from trail_waiting"), "all of it is under a root");
    }

    @Test
    void a_place_of_nomination_is_taken_and_later_in_the_year_somebody_comes_over_from_another_series() throws SQLException {
        assertEquals(List.of("LITTLE_GIANT 2023 1 TERMINATED"), ask(database, "select n.category || ' ' || n.year || ' ' || n.place || ' ' || d.stage from nomination n join dossier d on d.id = n.dossier and d.employer = n.organisation and d.category = n.category"));
        assertEquals(List.of("0"), ask(database, "select count(*) from title_transfer"));
        try (var later = TestDatabase.fresh()) {
            load(later, "2024-12-30T10:00+08:00");
            assertEquals(List.of("t"), ask(later, "select count(*) > 0 from title_transfer t join dossier d on d.id = t.dossier and d.stage = 'CONFIRMED' and d.series = t.series and d.applicant = t.person"));
            assertEquals(List.of("t"), ask(later, "select count(*) > 0 from spent_achievement"));
            assertEquals(List.of("0"), ask(later, "select count(*) from spent_achievement s join title_transfer t on t.id = s.transfer where not exists (select from dossier_achievement a where a.dossier = t.dossier and a.achievement = s.achievement)"));
        }
    }

    @Test
    void dossiers_carry_enough_to_ask_for() throws SQLException {
        assertEquals(List.of("t"), ask(database, """
                select count(*) filter (where o.area_code = '520502' and d.series = 'ENGINEERING' and d.level = 'ASSOCIATE_SENIOR'
                       and exists (select 1 from dossier_achievement a where a.dossier = d.id and a.kind = 'PATENT' and a.granted)
                       and exists (select 1 from dossier_hours h where h.dossier = d.id and h.tenths < 900)) between 1 and 10
                from dossier d join organisation o on o.id = d.employer where d.region = 'bijie' and d.submitted_at is not null"""));
        assertEquals(List.of("t"), ask(database, """
                select count(*) between 3 and 60 from dossier d where region = 'xianning' and exists (select 1 from dossier_title t where t.dossier = d.id and t.province = '520000')"""));
        assertEquals(List.of("f", "t"), ask(database, "select distinct granted from dossier_achievement where kind = 'PATENT' order by 1"));
        assertEquals(List.of("t"), ask(database, "select count(*) < (select count(*) from achievement) from dossier_achievement"));
        assertEquals(List.of("bijie", "jiayuguan", "xianning"), ask(database, "select distinct region from dossier where minutes_before_close > 0 order by 1"));
        assertEquals(List.of("0"), ask(database, "select count(*) from dossier where year = 2023 and window_until is not null"), "the annex of B23 is not in its text");
        assertEquals(List.of("0"), ask(database, "select count(*) from dossier where minutes_before_close < 0"));
        assertEquals(List.of("0"), ask(database, """
                select count(*) from dossier d where education_tenths is distinct from (select sum(tenths) from dossier_hours h where h.dossier = d.id and h.year = d.year)"""));
    }

    @Test
    void what_was_frozen_is_what_dossiers_carry() throws SQLException {
        assertEquals(List.of("0"), ask(database, """
                select count(*) from dossier d join dossier_snapshot s on s.dossier = d.id
                where convert_from(s.content, 'UTF8')::jsonb -> 'facts' <> d.draft
                   or jsonb_array_length(convert_from(s.content, 'UTF8')::jsonb -> 'achievements') <> (select count(*) from dossier_achievement a where a.dossier = d.id)
                   or (select count(*) from jsonb_path_query(convert_from(s.content, 'UTF8')::jsonb, '$.achievements[*].files[*].sha256')) <> (select count(*) from dossier_file f where f.dossier = d.id)"""));
        assertEquals(List.of("application/pdf", "image/png"), ask(database, "select distinct type from dossier_file order by 1"));
    }

    @Test
    void what_is_on_its_way_lies_with_somebody_and_what_is_published_is_open() throws SQLException {
        assertEquals(List.of("0"), ask(database, """
                select count(*) from dossier d where stage in ('SUBMITTED', 'EMPLOYER_REVIEW', 'EMPLOYER_PUBLICITY', 'RECOMMENDED', 'UPPER_REVIEW', 'INTAKE_PENDING')
                    and not exists (select from dossier_step s where s.dossier = d.id and s.done_at is null)"""));
        assertEquals(List.of("0"), ask(database, """
                select count(*) from dossier d where (stage in ('EMPLOYER_PUBLICITY', 'PUBLICITY_OBJECTION')) <>
                    exists (select from publication p where p.dossier = d.id and p.ended_at is null)"""));
        assertEquals(List.of("0"), ask(database, "select count(*) from dossier d where stage = 'RETURNED' and not exists (select from dossier_return r where r.dossier = d.id and r.answered_at is null)"));
        assertEquals(List.of("0"), ask(database, "select count(*) from dossier d where stage = 'PUBLICITY_OBJECTION' and not exists (select from objection o where o.dossier = d.id and o.concluded_at is null)"));
    }

    @Test
    void what_has_ended_says_by_which_clause_to_its_applicant_too_and_what_a_committees_office_asks_for_can_be_brought() throws SQLException {
        assertEquals(List.of("bijie FORFEITED LATE_SUPPLEMENT MOHRSS40 FORFEIT MOHRSS40", "bijie REJECTED - B23-3.1 REFUSE B23-3.1", "bijie TERMINATED YEAR_END B24-5.3 TERMINATE B24-5.3",
                "jiayuguan REJECTED - J24-3.3 REFUSE J24-3.3", "xianning DISQUALIFIED - X24-5.1 DISQUALIFY X24-5.1", "xianning FORFEITED LATE_SUPPLEMENT MOHRSS40 FORFEIT MOHRSS40", "xianning REJECTED - X24-5.2a REFUSE X24-5.2a"),
                ask(database, """
                        select distinct d.region || ' ' || d.stage || ' ' || coalesce(d.ended_reason, '-') || ' ' || d.ended_clause || ' ' || t.act || ' ' || t.clause
                        from dossier d join trail t on t.subject = d.id and t.seq = d.trail_seq where d.stage in ('REJECTED', 'DISQUALIFIED', 'FORFEITED', 'TERMINATED') order by 1"""));
        assertEquals(List.of("0"), ask(database, """
                select count(*) from dossier d where d.stage in ('REJECTED', 'DISQUALIFIED', 'FORFEITED', 'TERMINATED') and not exists (select from message m where m.about = d.id and m.person = d.applicant and m.clause = d.ended_clause)"""));
        assertEquals(List.of("0"), ask(database, "select count(*) from dossier d where stage = 'FORFEITED' and not exists (select from dossier_return r where r.dossier = d.id and r.answered_at is null and r.due_at <= d.stage_since)"));
        assertEquals(List.of("bijie t", "xianning t"), ask(database, """
                select distinct d.region || ' ' || left((r.due_at > '2024-09-18T10:00+08')::text, 1) from dossier d join dossier_return r on r.dossier = d.id and r.kind = 'COMMITTEE_OFFICE' where d.stage = 'RETURNED' order by 1"""));
        assertEquals(List.of("0"), ask(database, "select count(*) from dossier d where stage = 'PAYMENT_PENDING' and not exists (select from payment p where p.dossier = d.id)"));
        assertEquals(List.of("0"), ask(database, "select count(*) from dossier_exclusion x join dossier d on d.id = x.dossier where d.stage in ('DRAFT', 'WITHDRAWN')"));
    }

    @Test
    void numbers_of_posts_are_kept_with_the_nearest_bureau_above_their_unit() throws SQLException {
        assertEquals(List.of("bj-design 七星关区人社局（演示）", "xn-water 咸宁市人社局（演示）"), ask(database, """
                select distinct case o.name when '毕节七星关碧阳建筑设计院（虚构）' then 'bj-design' else 'xn-water' end || ' ' || b.name
                from post_count c join organisation o on o.id = c.organisation join organisation b on b.id = c.bureau where o.name in ('毕节七星关碧阳建筑设计院（虚构）', '赤壁市陆水河水利勘测队') order by 1"""));
        assertEquals(List.of("0"), ask(database, "select count(*) from post_count where bureau is null"));
    }

    /** Whoever enters an objection reads it whatever becomes of the dossier: nobody reads so what is another unit's. */
    @Test
    void an_objection_in_another_name_was_entered_by_who_publishes() throws SQLException {
        assertEquals(List.of("true 0"), ask(database, """
                select (count(*) > 0) || ' ' || count(*) filter (where x.by_name is distinct from h.name and a.organisation is distinct from p.unit)
                from objection x join publication p on p.id = x.publication left join account a on a.id = x.by_account left join person h on h.id = a.person"""));
    }

    @Test
    void one_filing_has_run_out_and_nothing_took_its_place() throws SQLException {
        assertEquals(List.of("咸宁市农业技术中级评委会（虚构）"), ask(database, """
                select c.name from committee c where not exists (select 1 from committee_filing f where f.committee = c.id and f.status = 'FILED')"""));
    }

    private void load(TestDatabase into, String at) {
        var settings = into.settings();
        settings.put("zhicheng.official-time.offset", Duration.between(Instant.now(), OffsetDateTime.parse(at).toInstant()).toString());
        try (var context = ApplicationContext.run(settings)) {
            context.getBean(DemoData.class).load();
            var now = context.getBean(OfficialClock.class).now();
            assertEquals(0, context.getBean(ForfeitLate.class).run(now), "what waits to be mended has its days");
            assertEquals(0, context.getBean(ClearYear.class).run(now), "no year is left to be cleared");
            vault = context.getBean(IdentityVault.class);
            regions = context.getBean(Regions.class);
        }
    }

    private static TreeSet<String> names(Set<Stage> stages) {
        return stages.stream().map(Enum::name).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Of every row, but for what is encrypted anew each time. */
    private static String hash(TestDatabase of, String table) throws Exception {
        var digest = MessageDigest.getInstance("SHA-256");
        var drawn = DRAWN.contains(table) ? "array['identity_cipher', 'identity_index', 'id']" : "array['identity_cipher', 'identity_index']";
        var lines = ask(of, "select to_jsonb(t) - " + drawn + " from " + table + " t").stream().sorted().toList();
        for (var line : lines) digest.update(line.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest.digest());
    }

    private static List<String> ask(TestDatabase of, String sql) throws SQLException {
        try (var connection = of.writer().getConnection(); var rows = connection.createStatement().executeQuery(sql)) {
            var answers = new ArrayList<String>();
            while (rows.next()) answers.add(rows.getString(1));
            return answers;
        }
    }
}
