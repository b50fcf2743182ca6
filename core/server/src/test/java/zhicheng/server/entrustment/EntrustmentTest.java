package zhicheng.server.entrustment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static zhicheng.server.Applicant.codes;
import static zhicheng.server.Applicant.findings;
import static zhicheng.server.Applicant.key;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import zhicheng.server.Applicant;
import zhicheng.server.Claims;
import zhicheng.server.Office;
import zhicheng.server.Unit;
import zhicheng.server.World;
import zhicheng.server.World.Caller;
import zhicheng.server.dossier.Stage;

/** The letter by which a unit entrusts reviews (J24-2.2d, X24-3.1.4): without it, and without the consent that the notice asks for, nothing comes to the committee by that channel. */
@Tag("database")
class EntrustmentTest {
    private static final String SENTENCE = "申报人员工作岗位符合申报条件规定，个人信息和业绩材料已经审核，均真实有效，同意上报";
    private static final String SHOWN = "entrustment { id agreed decision document addressedTo { id } }";
    private static World world;
    private static Office gansu;
    private static Office city;
    private static Office elsewhere;
    private static Unit titles;

    /** A dossier that its unit has recommended. */
    private record Recommended(String dossier, Unit unit, Unit department, Unit bureau) {
        Object[] letter(Office committee, Object... more) {
            var all = new ArrayList<Object>(List.of("region", world.<String>value("select region from dossier where id = ?", UUID.fromString(dossier)), "year", 2024,
                    "committee", committee.committee().toString(), "series", "ENGINEERING", "document", "虚构委〔2024〕1号", "dated", "2024-05-08"));
            all.addAll(Arrays.asList(more));
            return all.toArray();
        }

        Map<String, Object> files(Office committee, Object... more) {
            return unit.acts("fileEntrustment", SHOWN, letter(committee, more));
        }

        List<String> decided(Unit office, boolean agree, String decision) {
            var id = world.<UUID>value("select id from entrustment where unit = ? order by filed_at desc, document desc limit 1", unit.id()).toString();
            return codes(office.acts("decideEntrustment", SHOWN, "entrustment", id, "agree", agree, "decision", decision));
        }

        String stage() {
            return world.value("select stage from dossier where id = ?", UUID.fromString(dossier));
        }
    }

    @BeforeAll
    static void open() {
        world = World.at("2024-05-09T09:00:00+08:00");
        gansu = Office.of(world, "jiayuguan", List.of("ENGINEERING"), List.of("INTERMEDIATE"));
        city = Office.of(world, "xianning", List.of("ENGINEERING"), List.of("ASSOCIATE_SENIOR", "INTERMEDIATE"));
        elsewhere = Office.of(world, "xianning", List.of("ENGINEERING"), List.of("ASSOCIATE_SENIOR"));
        assertEquals(List.of(), city.publish(city.notice(2024, "2024-05-20T00:00:00+08:00", "2024-07-11T00:00:00+08:00")).get("findings"));
        titles = titleOffice("620000");
    }

    private static Unit titleOffice(String area) {
        var id = world.organisation("HRSS", "gansu");
        world.write("update organisation set area_code = ? where id = ?", area, id);
        return Unit.of(world, id, "HRSS_PROVINCE");
    }

    @AfterAll
    static void close() {
        world.close();
    }

    private static Map<String, Object> shown(String particular, String words) {
        return Map.of("particular", particular, "words", words);
    }

    /** Of a unit of the central government in Gansu (J24-2.2d). */
    private static Recommended central() {
        world.time("2024-09-18T10:00:00+08:00");
        var told = Claims.but(Claims.but(Claims.told("620200"), "employment", "CENTRAL_UNIT"), "answers",
                List.of(Claims.answer("unitHasAuthority", "false"), Claims.answer("entrustmentLetter", "true"), Claims.answer("titleOfficeConsent", "true")));
        return recommended("jiayuguan", Claims.but(Claims.JIAYUGUAN, "channel", "central"), told, "2024-09-26T00:00:00+08:00", "同意推荐",
                List.of(shown("CAREER", "2008年至今，16年"), shown("APPOINTED", "2016年1月"), shown("GRASSROOTS", "无"), shown("CONDITIONS", "第五条第一款")));
    }

    /** Of a unit that entrusts the city (X24-3.1.4). */
    private static Recommended outside() {
        world.time("2024-06-20T10:00:00+08:00");
        var told = Claims.but(Claims.told("421202"), "answers", List.of(Claims.answer("entrusting-unit", "true"), Claims.answer("entrusted", "true")));
        return recommended("xianning", Claims.but(Claims.XIANNING, "channel", "entrusted"), told, "2024-06-28T00:00:00+08:00", SENTENCE, List.of(shown("ACHIEVEMENTS", "参与桥梁加固")));
    }

    private static Recommended recommended(String region, Map<String, Object> claim, Map<String, Object> told, String over, String opinion, List<Map<String, Object>> particulars) {
        var applicant = world.applicant();
        var bureau = world.organisation("HRSS", region);
        var department = world.organisation("SUPERIOR_DEPT", region);
        world.write("update organisation set parent = ? where id = ?", bureau, department);
        world.write("update organisation set parent = ?, region = ? where id = ?", department, region, applicant.employer());
        var dossier = applicant.signed(region, 2024, claim, told);
        assertEquals(List.of(), codes(applicant.submit(key(), dossier, 2)));
        var unit = Unit.of(world, applicant.employer(), "EMPLOYER_CLERK", "EMPLOYER_APPROVER");
        unit.does("beginEmployerReview", dossier);
        unit.does("openPublication", dossier, "whereShown", "公告栏", "told", particulars);
        world.time(over);
        unit.does("reportPublication", dossier, "report", "公示无异议");
        unit.does("recommendDossier", dossier, "opinion", opinion);
        return new Recommended(dossier, unit, Unit.of(world, department, "SUPERIOR_DEPT"), Unit.of(world, bureau, "HRSS_CITY"));
    }

    private static List<String> clauses(Map<String, Object> payload) {
        return findings(payload).stream().map(one -> (String) ((Map<?, ?>) one.get("clause")).get("id")).toList();
    }

    @Test
    void gansu_by_letter_with_the_consent_of_the_title_reform_office_to_the_committee_that_it_names() {
        var going = central();
        var to = titles.id().toString();
        var without = going.unit.act("forwardDossier", going.dossier, "to", to);
        assertEquals(List.of("entrustment.letter"), codes(without));
        assertEquals(List.of("J24-2.2d"), clauses(without));
        assertEquals(List.of("entrustment.addressed-to"), codes(going.files(gansu)), "to nobody");
        assertEquals(List.of("entrustment.addressed-to"), codes(going.files(gansu, "addressedTo", going.department.id().toString())));
        for (var wrong : List.of(titleOffice("610000"), titleOffice("620200"), going.bureau)) {
            var elsewhere = going.files(gansu, "addressedTo", wrong.id().toString());
            assertEquals(List.of("entrustment.addressed-to"), codes(elsewhere), "another province's office, or a city's");
            assertEquals(List.of("J24-2.2d"), clauses(elsewhere));
        }
        assertEquals(List.of(), codes(going.files(gansu, "addressedTo", to)));
        for (var wrong : List.of(titleOffice("610000"), titleOffice("620200"))) assertEquals(List.of("chain.next"), going.unit.refused("forwardDossier", going.dossier, "to", wrong.id().toString()));
        going.unit.does("forwardDossier", going.dossier, "to", to);

        var early = titles.act("forwardDossier", going.dossier, "committee", gansu.committee().toString());
        assertEquals(List.of("entrustment.consent"), codes(early));
        assertEquals(List.of("J24-2.2d"), clauses(early));
        assertEquals(List.of("entrustment.not-found"), going.decided(Unit.of(world, world.organisation("HRSS", "gansu"), "HRSS_PROVINCE"), true, "虚构同意〔2024〕1号"), "another office");
        assertEquals(List.of("entrustment.words"), going.decided(titles, true, " "));
        assertEquals(List.of(), going.decided(titles, true, "虚构同意〔2024〕1号"));
        assertEquals(List.of("entrustment.decided"), going.decided(titles, false, "反悔"), "twice");
        var letter = world.<UUID>value("select id from entrustment where unit = ?", going.unit.id()).toString();
        for (var decided : List.of(titles.acts("decideEntrustment", SHOWN, "entrustment", letter, "agree", false, "decision", "反悔"), going.unit.acts("withdrawEntrustment", SHOWN, "entrustment", letter)))
            assertTrue(findings(decided).getFirst().get("remedy").toString().contains("fileEntrustment"), decided::toString);
        var other = titles.act("forwardDossier", going.dossier, "committee", city.committee().toString());
        assertEquals(List.of("entrustment.letter"), codes(other));
        assertEquals("input.committee", findings(other).getFirst().get("path"));
        assertEquals("J24-2.2d 收到委托函“虚构委〔2024〕1号”：请审核（decideEntrustment）", told(titles, "ENTRUSTMENT_FILED", letter));
        assertEquals("J24-2.2d 委托函“虚构委〔2024〕1号”：职改办已审核同意", told(going.unit, "ENTRUSTMENT_DECIDED", letter));
        assertEquals("UPPER_REVIEW", going.stage());
        titles.does("forwardDossier", going.dossier);
        assertEquals("INTAKE_PENDING", going.stage());
        assertEquals(gansu.committee(), world.value("select committee from dossier where id = ?", UUID.fromString(going.dossier)));
        assertEquals("FILE_ENTRUSTMENT, DECIDE_ENTRUSTMENT", world.value("select string_agg(act, ', ' order by seq) from trail where subject = ? and clause = 'J24-2.2d'", going.unit.id()));
        var office = new Unit(world, gansu.caller(), null);
        assertEquals(List.of(Map.of("document", "虚构委〔2024〕1号", "agreed", true)), office.sees("{ entrustments(where: {unit: {id: {eq: \"%s\"}}}) { nodes { document agreed } } }".formatted(going.unit.id()), "data", "entrustments", "nodes"));
        assertEquals(List.of(), new Unit(world, city.caller(), null).sees("{ entrustments(where: {unit: {id: {eq: \"%s\"}}}) { nodes { document } } }".formatted(going.unit.id()), "data", "entrustments", "nodes"));
    }

    /** J24-2.2d: of the whole province, and taken there too. */
    @Test
    void gansu_to_a_committee_of_the_province_that_accepts_it() {
        var going = central();
        var to = titles.id().toString();
        var province = Office.of(world, "gansu", List.of("ENGINEERING"), List.of("INTERMEDIATE"));
        world.write("update organisation set area_code = '620000' where id = (select founder from committee where id = ?)", province.committee());
        world.write("insert into committee_filing (id, committee, filed_with, from_day, until_day, status, made_up, created_at) values (?, ?, ?, '2024-01-01', '2027-01-01', 'FILED', true, ?)", UUID.randomUUID(), province.committee(), titles.id(), world.now());
        assertEquals(List.of(), codes(going.files(province, "addressedTo", to)));
        going.unit.does("forwardDossier", going.dossier, "to", to);
        assertEquals(List.of(), going.decided(titles, true, "虚构同意〔2024〕1号"));
        titles.does("forwardDossier", going.dossier);
        new Unit(world, province.caller(), null).does("acceptDossier", going.dossier);
        assertEquals("ACCEPTED", going.stage());
    }

    /** What everybody who acts for a unit is told of a letter. */
    private static String told(Unit unit, String kind, String letter) {
        return world.value("select string_agg(distinct m.clause || ' ' || m.zh, ', ') from message m join account a on a.id = m.account or a.person = m.person where a.organisation = ? and m.kind = ? and m.about = ?", unit.id(), kind, UUID.fromString(letter));
    }

    @Test
    void a_letter_that_is_refused_is_none_and_another_can_be_filed() {
        var going = central();
        var to = titles.id().toString();
        assertEquals(List.of(), codes(going.files(gansu, "addressedTo", to, "specialty", "采矿工程")));
        assertEquals(List.of("entrustment.letter"), going.unit.refused("forwardDossier", going.dossier, "to", to), "for another specialty");
        assertEquals(List.of(), codes(going.files(gansu, "addressedTo", to, "document", "虚构委〔2024〕2号")));
        going.unit.does("forwardDossier", going.dossier, "to", to);
        assertEquals(List.of(), going.decided(titles, false, "本单位有评审权限"));
        assertEquals(List.of("entrustment.letter"), titles.refused("forwardDossier", going.dossier, "committee", gansu.committee().toString()));
        assertEquals(List.of(), codes(going.files(gansu, "addressedTo", to, "document", "虚构委〔2024〕3号", "specialty", "建筑工程")));
        assertEquals(List.of(), going.decided(titles, true, "虚构同意〔2024〕2号"));
        world.write("update entrustment set specialty = '建筑\u200B工程' where unit = ? and specialty = '建筑工程'", going.unit.id()); // as it was kept once
        titles.does("forwardDossier", going.dossier);
        assertEquals("INTAKE_PENDING", going.stage());
    }

    @Test
    void a_letter_that_was_mistyped_is_withdrawn_and_one_that_is_refused_or_withdrawn_does_not_block_its_number() {
        var going = central();
        var to = titles.id().toString();
        for (var day : List.of("1800-01-01", "1949-09-30", "2099-01-01")) assertEquals(List.of("entrustment.dated"), codes(going.files(gansu, "addressedTo", to, "dated", day)), day);
        assertEquals(List.of(), codes(going.files(gansu, "addressedTo", to, "dated", "2014-05-08")));
        var known = going.files(gansu, "addressedTo", to);
        assertEquals(List.of("entrustment.known"), codes(known));
        assertTrue(((String) ((Map<?, ?>) findings(known).getFirst().get("remedy")).get("zh")).contains("withdrawEntrustment"));
        var mistyped = world.<UUID>value("select id from entrustment where unit = ?", going.unit.id()).toString();
        var another = Unit.of(world, world.organisation("STATE_ENTERPRISE", "jiayuguan"), "EMPLOYER_CLERK");
        assertEquals(List.of("entrustment.not-found"), codes(another.acts("withdrawEntrustment", SHOWN, "entrustment", mistyped)), "another's");
        assertEquals("FORBIDDEN", titles.sends("withdrawEntrustment", SHOWN, "entrustment", mistyped).error());
        var withdrawn = World.together(() -> codes(going.unit.acts("withdrawEntrustment", SHOWN, "entrustment", mistyped)), () -> codes(going.unit.acts("withdrawEntrustment", SHOWN, "entrustment", mistyped)));
        assertEquals(1, withdrawn.stream().filter(List::isEmpty).count(), withdrawn::toString);
        assertEquals(1, withdrawn.stream().filter(List.of("entrustment.withdrawn")::equals).count(), withdrawn::toString);
        assertEquals(List.of("entrustment.letter"), going.unit.refused("forwardDossier", going.dossier, "to", to), "under one that is withdrawn");
        assertEquals(List.of("entrustment.withdrawn"), going.decided(titles, true, "同意"));
        assertEquals(List.of(), codes(going.files(gansu, "addressedTo", to)), "the right one, of the same number");
        var right = world.<UUID>value("select id from entrustment where unit = ? and withdrawn_at is null", going.unit.id()).toString();
        assertEquals(List.of(), codes(titles.acts("decideEntrustment", SHOWN, "entrustment", right, "agree", false, "decision", "缺盖章")));
        assertEquals(List.of("entrustment.decided"), codes(going.unit.acts("withdrawEntrustment", SHOWN, "entrustment", right)));
        assertEquals(List.of(), codes(going.files(gansu, "addressedTo", to)), "one that was refused, stamped");
        assertEquals(List.of("entrustment.known"), codes(going.files(gansu, "addressedTo", to)));
        assertEquals(Set.of("2014-05-08 null true", "2024-05-08 false false", "2024-05-08 null false"), going.unit.<List<Map<String, Object>>>sees("{ entrustments(where: {unit: {id: {eq: \"%s\"}}}) { nodes { dated agreed withdrawnAt } } }".formatted(going.unit.id()), "data", "entrustments", "nodes").stream()
                .map(one -> one.get("dated") + " " + one.get("agreed") + " " + (one.get("withdrawnAt") != null)).collect(Collectors.toSet()), "all stay to be seen");
        assertEquals("FILE_ENTRUSTMENT, WITHDRAW_ENTRUSTMENT, FILE_ENTRUSTMENT, DECIDE_ENTRUSTMENT, FILE_ENTRUSTMENT", world.value("select string_agg(act, ', ' order by seq) from trail where subject = ? and clause = 'J24-2.2d'", going.unit.id()));
    }

    /** J24-2.2d: one letter that is agreed to is enough, whatever is filed after it; up to the office that decides it goes under the latest. */
    @Test
    void a_later_letter_that_is_not_decided_keeps_nothing_from_the_committee() {
        var going = central();
        var to = titles.id().toString();
        assertEquals(List.of(), codes(going.files(gansu, "addressedTo", to)));
        assertEquals(List.of(), going.decided(titles, true, "虚构同意〔2024〕1号"));
        world.time(world.now().plusSeconds(60).toString().replace("Z", "+00:00"));
        assertEquals(List.of(), codes(going.files(gansu, "addressedTo", to, "document", "虚构委〔2024〕2号")));
        going.unit.does("forwardDossier", going.dossier, "to", to);
        titles.does("forwardDossier", going.dossier);
        assertEquals("INTAKE_PENDING", going.stage());
        assertEquals("虚构委〔2024〕2号, 虚构委〔2024〕1号", world.value("""
                select string_agg(e.document, ', ' order by t.seq) from trail t join entrustment e on e.id::text = convert_from(t.entry, 'UTF8')::jsonb ->> 'entrustment' where t.subject = ? and t.act = 'FORWARD'""", UUID.fromString(going.dossier)));
    }

    /** J24-2.2d, X24-3.1.4: what is reviewed by entrustment is so under a letter. */
    @Test
    void a_letter_under_which_something_was_handed_on_is_not_withdrawn_while_no_other_covers_that() {
        var going = outside();
        assertEquals(List.of(), codes(going.files(city, "specialty", "建筑工程")));
        var letter = world.<UUID>value("select id from entrustment where unit = ?", going.unit.id()).toString();
        going.unit.does("forwardDossier", going.dossier);
        var asItWasKeptOnce = "update entrustment set specialty = '建筑\u200B工程' where unit = ? and specialty is not null";
        world.write(asItWasKeptOnce, going.unit.id());
        var used = going.unit.acts("withdrawEntrustment", SHOWN, "entrustment", letter);
        assertEquals(List.of("entrustment.used"), codes(used));
        assertEquals(List.of("X24-3.1.4"), clauses(used));
        assertEquals("input.entrustment", findings(used).getFirst().get("path"));
        assertTrue(findings(used).toString().contains("1 份材料已凭该函报送") && findings(used).toString().contains("returnDossier"), used::toString);
        assertEquals(List.of(), codes(going.files(elsewhere, "document", "虚构委〔2024〕2号", "specialty", "建筑工程")));
        world.write(asItWasKeptOnce, going.unit.id());
        assertEquals(List.of(), codes(going.unit.acts("withdrawEntrustment", SHOWN, "entrustment", letter)), "another covers it, for it has come to no committee yet");
        var other = world.<UUID>value("select id from entrustment where unit = ? and withdrawn_at is null", going.unit.id()).toString();
        going.department.does("returnDossier", going.dossier, "reason", "PROCEDURE", "says", "委托函有误", "backTo", "BEFORE", "due", "2024-07-05T00:00:00+08:00");
        assertEquals(List.of(), codes(going.unit.acts("withdrawEntrustment", SHOWN, "entrustment", other)), "it is back with its unit");
        assertEquals(List.of(), codes(going.files(city)));
        going.unit.does("openPublication", going.dossier, "whereShown", "公告栏", "told", List.of(shown("ACHIEVEMENTS", "参与桥梁加固")));
        going.unit.does("recommendDossier", going.dossier, "opinion", SENTENCE);
        for (var unit : List.of(going.unit, going.department)) unit.does("forwardDossier", going.dossier);
        going.bureau.does("forwardDossier", going.dossier, "committee", city.committee().toString());
        assertEquals(List.of(), codes(going.files(elsewhere, "document", "虚构委〔2024〕3号")));
        var last = world.<UUID>value("select id from entrustment where unit = ? and committee = ? and withdrawn_at is null", going.unit.id(), city.committee()).toString();
        assertEquals(List.of("entrustment.used"), codes(going.unit.acts("withdrawEntrustment", SHOWN, "entrustment", last)), "to the committee where it lies no other one is written");
        var free = new ArrayList<String>();
        for (var stage : Stage.values())
            for (var left : List.of(1, 0)) { // as if it had come there, a second before its window closes and when it does
                world.write("update dossier set stage = ?, withdrawn_at = ?, window_until = ? where id = ?", stage.name(), world.now(), world.now().plusSeconds(left), UUID.fromString(going.dossier));
                if (codes(going.unit.acts("withdrawEntrustment", SHOWN, "entrustment", last)).isEmpty()) free.add(stage + " " + left);
                world.write("update entrustment set withdrawn_at = null where id = ?", UUID.fromString(last));
            }
        assertEquals(List.of("REJECTED 1", "REJECTED 0", "WITHDRAWN 0", "FORFEITED 1", "FORFEITED 0", "TERMINATED 1", "TERMINATED 0", "VOTE_FAILED 1", "VOTE_FAILED 0", "NOT_CONFIRMED 1", "NOT_CONFIRMED 0",
                "DISQUALIFIED 1", "DISQUALIFIED 0", "REVOKED 1", "REVOKED 0"), free, "it has come to nothing");
        world.write("update dossier set stage = 'INTAKE_PENDING' where id = ?", UUID.fromString(going.dossier));
        new Unit(world, city.caller(), null).does("refuseRecommendation", going.dossier, "reason", "不符合申报条件");
        assertEquals(List.of(), codes(going.unit.acts("withdrawEntrustment", SHOWN, "entrustment", last)));
    }

    @Test
    void handed_on_under_a_letter_while_that_is_withdrawn_the_one_or_the_other_is_done() {
        for (var race = 0; race < 5; race++) {
            var going = outside();
            assertEquals(List.of(), codes(going.files(city)));
            var letter = world.<UUID>value("select id from entrustment where unit = ?", going.unit.id()).toString();
            var done = World.together(() -> going.unit.refused("forwardDossier", going.dossier), () -> codes(going.unit.acts("withdrawEntrustment", SHOWN, "entrustment", letter)));
            assertTrue(done.equals(List.of(List.of(), List.of("entrustment.used"))) || done.equals(List.of(List.of("entrustment.letter"), List.of())), done::toString);
        }
    }

    @Test
    void the_city_takes_what_is_entrusted_by_letter_and_its_notice_names_nobody_who_agrees() {
        var going = outside();
        var without = going.unit.act("forwardDossier", going.dossier);
        assertEquals(List.of("entrustment.letter"), codes(without));
        assertEquals(List.of("X24-3.1.4"), clauses(without));
        assertEquals(List.of("entrustment.committee"), codes(going.files(gansu)), "a committee of another city");
        var own = Office.of(world, "xianning", List.of("ENGINEERING"), List.of("ASSOCIATE_SENIOR"));
        world.write("update committee set kind = 'AUTONOMOUS' where id = ?", own.committee());
        assertEquals(List.of("entrustment.committee"), codes(going.files(own)), "an autonomous unit's, which reviews its own people alone");
        assertEquals(List.of(), codes(going.files(city, "addressedTo", titles.id().toString())));
        assertEquals(List.of("entrustment.no-consent"), going.decided(titles, true, "同意"));
        going.unit.does("forwardDossier", going.dossier);
        going.department.does("forwardDossier", going.dossier);
        assertEquals(List.of("entrustment.letter"), going.bureau.refused("forwardDossier", going.dossier, "committee", elsewhere.committee().toString()), "it entrusts another");
        going.bureau.does("forwardDossier", going.dossier, "committee", city.committee().toString());
        assertEquals("INTAKE_PENDING", going.stage());
        assertEquals(true, world.value("select agreed is null from entrustment where unit = ?", going.unit.id()));
    }

    @Test
    void nobody_but_the_unit_files_and_nobody_but_the_province_decides() {
        world.time("2024-09-18T10:00:00+08:00");
        var id = world.organisation("STATE_ENTERPRISE", "jiayuguan");
        Object[] letter = {"region", "jiayuguan", "year", 2024, "committee", gansu.committee().toString(), "series", "ENGINEERING", "document", "虚构委〔2024〕9号", "dated", "2024-05-08", "addressedTo", titles.id().toString()};
        assertEquals("UNAUTHENTICATED", new Unit(world, Caller.PUBLIC, null).sends("fileEntrustment", SHOWN, letter).error());
        Object[] decision = {"entrustment", UUID.randomUUID().toString(), "agree", true, "decision", "同意"};
        for (var role : List.of("APPLICANT", "AGENCY", "SUPERIOR_DEPT", "HRSS_CITY", "COMMITTEE_OFFICE", "EXPERT", "SYS_ADMIN", "AUDITOR")) {
            var wrong = role.equals("APPLICANT") ? Unit.of(world.applicant()) : Unit.of(world, id, role);
            assertEquals("FORBIDDEN", wrong.sends("fileEntrustment", SHOWN, letter).error(), role);
            assertEquals("FORBIDDEN", wrong.sends("decideEntrustment", SHOWN, decision).error(), role);
        }
        assertEquals("FORBIDDEN", titles.sends("fileEntrustment", SHOWN, letter).error());
        assertEquals("FORBIDDEN", Unit.of(world, id, "EMPLOYER_APPROVER").sends("decideEntrustment", SHOWN, decision).error());
        assertEquals(0L, world.<Long>value("select count(*) from entrustment where unit = ?", id));
    }

    @Test
    void missing_and_hostile_input_the_same_twice_and_two_at_once() {
        world.time("2024-09-18T10:00:00+08:00");
        var unit = Unit.of(world, world.organisation("STATE_ENTERPRISE", "jiayuguan"), "EMPLOYER_CLERK");
        assertEquals(List.of("entrustment.not-said"), codes(unit.acts("fileEntrustment", SHOWN, letter("region", "bijie"))));
        assertEquals(List.of("entrustment.not-said"), codes(unit.acts("fileEntrustment", SHOWN, letter("region", "'; drop table entrustment; --"))));
        assertEquals(List.of("entrustment.not-said"), codes(unit.acts("fileEntrustment", SHOWN, letter("year", 1999))));
        assertEquals(List.of("entrustment.committee"), codes(unit.acts("fileEntrustment", SHOWN, letter("series", "HEALTH"))));
        assertEquals(List.of("entrustment.committee"), codes(unit.acts("fileEntrustment", SHOWN, letter("committee", UUID.randomUUID().toString()))));
        assertEquals(List.of("entrustment.words", "entrustment.words", "entrustment.dated"), codes(unit.acts("fileEntrustment", SHOWN, letter("document", " ", "specialty", "", "dated", "2024-09-19"))));
        assertEquals(List.of("entrustment.words"), codes(unit.acts("fileEntrustment", SHOWN, letter("document", "函".repeat(201)))));
        assertEquals("BAD_INPUT", unit.sends("fileEntrustment", SHOWN, letter("committee", "x")).error());
        assertEquals(0L, world.<Long>value("select count(*) from entrustment where unit = ?", unit.id()));
        var key = key();
        for (var time = 0; time < 2; time++) assertEquals(List.of(), codes(unit.acts("fileEntrustment", SHOWN, letter("key", key))));
        assertEquals(List.of("entrustment.known"), codes(unit.acts("fileEntrustment", SHOWN, letter())));
        assertEquals(List.of("entrustment.known"), codes(unit.acts("fileEntrustment", SHOWN, letter("document", " 虚构委〔2024〕6\u200B号　"))), "the same number");
        var both = World.together(() -> codes(unit.acts("fileEntrustment", SHOWN, letter("document", "虚构委〔2024〕7号"))), () -> codes(unit.acts("fileEntrustment", SHOWN, letter("document", "虚构委〔2024〕7号"))));
        assertEquals(1, both.stream().filter(List::isEmpty).count(), both::toString);
        assertEquals(1, both.stream().filter(List.of("entrustment.known")::equals).count(), both::toString);
        assertEquals(2L, world.<Long>value("select count(*) from entrustment where unit = ?", unit.id()));
        var id = world.<UUID>value("select id from entrustment where unit = ? and document = '虚构委〔2024〕7号'", unit.id()).toString();
        var decided = World.together(() -> codes(titles.acts("decideEntrustment", SHOWN, "entrustment", id, "agree", true, "decision", "同意")),
                () -> codes(titles.acts("decideEntrustment", SHOWN, "entrustment", id, "agree", false, "decision", "不同意")));
        assertEquals(1, decided.stream().filter(List::isEmpty).count(), decided::toString);
        assertEquals(1, decided.stream().filter(List.of("entrustment.decided")::equals).count(), decided::toString);
    }

    /** One that nothing stands against, but for what is given. */
    private static Object[] letter(Object... but) {
        var letter = Applicant.input("region", "jiayuguan", "year", 2024, "committee", gansu.committee().toString(), "series", "ENGINEERING", "document", "虚构委〔2024〕6号", "dated", "2024-05-08",
                "addressedTo", titles.id().toString());
        letter.putAll(Applicant.input(but));
        return letter.entrySet().stream().flatMap(one -> Stream.of(one.getKey(), one.getValue())).toArray();
    }
}
