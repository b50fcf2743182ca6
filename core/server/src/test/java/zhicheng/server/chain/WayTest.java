package zhicheng.server.chain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static zhicheng.server.Applicant.codes;
import static zhicheng.server.Applicant.findings;
import static zhicheng.server.Applicant.input;
import static zhicheng.server.Applicant.key;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import zhicheng.server.Applicant;
import zhicheng.server.Claims;
import zhicheng.server.Handed;
import zhicheng.server.Office;
import zhicheng.server.Unit;
import zhicheng.server.World;
import zhicheng.server.World.Caller;
import zhicheng.server.account.IdentityNumber;
import zhicheng.server.account.Role;
import zhicheng.server.account.Viewer;
import zhicheng.server.clockwork.ForfeitLate;
import zhicheng.server.trail.Acts;
import zhicheng.server.trail.Chain;
import zhicheng.server.trail.Json;

/** A dossier's whole way from its employer to its committee, in each region, and everything that is refused on it. */
@Tag("database")
class WayTest {
    private static final String SENTENCE = "申报人员工作岗位符合申报条件规定，个人信息和业绩材料已经审核，均真实有效，同意上报";
    private static final String ARRIVED = "{ messages(where: {kind: {eq: ARRIVED}}) { nodes { zh clauseId dueAt dossier { id } } } }";
    /** Of nobody. */
    private static final String NUMBER = "身份证" + IdentityNumber.completed("62020119880523031").number();
    private static World world;
    private static Office xianning;
    private static Office jiayuguan;
    private static Office bijie;

    /** An applicant whose dossier was handed in, and whoever acts on it. */
    private record Going(Applicant applicant, String dossier, Unit clerk, Unit approver, Unit department, Unit bureau) {
        String stage() {
            return world.value("select stage from dossier where id = ?", UUID.fromString(dossier));
        }

        String publication() {
            return world.<UUID>value("select id from publication where dossier = ? order by opened_at desc limit 1", UUID.fromString(dossier)).toString();
        }

        /** To the end of its period, with the report, and recommended. */
        void recommended(String opinion) {
            time(world.<java.sql.Timestamp>value("select until from publication where dossier = ? and ended_at is null", UUID.fromString(dossier)).toInstant().toString());
            clerk.does("reportPublication", dossier, "report", "公示无异议");
            approver.does("recommendDossier", dossier, "opinion", opinion);
        }

        void published() {
            clerk.does("beginEmployerReview", dossier);
            clerk.does("openPublication", dossier, "whereShown", "一楼公告栏", "told", told());
        }

        private List<Map<String, Object>> told() {
            return world.<String>value("select region from dossier where id = ?", UUID.fromString(dossier)).equals("jiayuguan")
                    ? List.of(particular("CAREER", "2008年至今，16年"), particular("APPOINTED", "2016年1月"), particular("GRASSROOTS", "无"), particular("CONDITIONS", "第五条第一款"))
                    : world.<String>value("select region from dossier where id = ?", UUID.fromString(dossier)).equals("xianning") ? List.of(particular("ACHIEVEMENTS", "参与桥梁加固")) : List.of();
        }
    }

    @BeforeAll
    static void open() {
        world = World.at("2024-05-09T09:00:00+08:00");
        xianning = Office.of(world, "xianning", List.of("ENGINEERING"), List.of("ASSOCIATE_SENIOR"));
        jiayuguan = Office.of(world, "jiayuguan", List.of("ENGINEERING"), List.of("INTERMEDIATE"));
        bijie = Office.of(world, "bijie", List.of("ENGINEERING", "HEALTH"), List.of("ASSOCIATE_SENIOR", "INTERMEDIATE"));
        assertEquals(List.of(), xianning.publish(xianning.notice(2024, "2024-05-20T00:00:00+08:00", "2024-07-11T00:00:00+08:00")).get("findings"));
    }

    @AfterAll
    static void close() {
        world.close();
    }

    private static void time(String time) {
        world.time(time.endsWith("Z") ? time.replace("Z", "+00:00") : time);
    }

    private static Map<String, Object> particular(String name, String words) {
        return Map.of("particular", name, "words", words);
    }

    private static Going xianning() {
        return going("xianning", "2024-06-20T10:00:00+08:00", Claims.XIANNING, "421202");
    }

    private static Going jiayuguan() {
        return going("jiayuguan", "2024-09-18T10:00:00+08:00", Claims.JIAYUGUAN, "620200");
    }

    private static Going bijie() {
        return going("bijie", "2024-09-18T10:00:00+08:00", Claims.BIJIE, "520502");
    }

    private static Going going(String region, String at, Map<String, Object> claim, String workplace) {
        time(at);
        var applicant = world.applicant();
        var bureau = world.organisation("HRSS", region);
        var department = world.organisation("SUPERIOR_DEPT", region);
        world.write("update organisation set parent = ? where id = ?", bureau, department);
        world.write("update organisation set parent = ?, region = ? where id = ?", department, region, applicant.employer());
        var dossier = applicant.signed(region, 2024, claim, Claims.told(workplace));
        assertEquals(List.of(), codes(applicant.submit(key(), dossier, 2)));
        return new Going(applicant, dossier, Unit.of(world, applicant.employer(), "EMPLOYER_CLERK"), Unit.of(world, applicant.employer(), "EMPLOYER_APPROVER"),
                Unit.of(world, department, "SUPERIOR_DEPT", "RELAY"), Unit.of(world, bureau, "HRSS_CITY"));
    }

    @Test
    void xianning_from_the_employer_by_department_and_bureau_to_the_committee() {
        var going = xianning();
        var dossier = going.dossier;
        assertEquals(List.of("chain.stage"), going.clerk.refused("openPublication", dossier, "whereShown", "公告栏"));
        going.published();
        assertEquals("2024-06-28T00:00:00+08:00", going.clerk.<String>sees("{ publication(id: \"%s\") { until days working clauseId particulars } }".formatted(going.publication()), "data", "publication", "until"));
        assertEquals("X24-5.2a", going.clerk.sees("{ publication(id: \"%s\") { clauseId } }".formatted(going.publication()), "data", "publication", "clauseId"));

        time("2024-06-27T23:59:59.999999+08:00");
        var early = going.approver.act("recommendDossier", dossier, "opinion", SENTENCE);
        assertEquals(List.of("publication.period"), codes(early));
        assertEquals("2024-06-28T00:00:00+08:00", findings(early).getFirst().get("from"));
        time("2024-06-28T00:00:00+08:00");
        for (var opinion : List.of("", "同意上报", SENTENCE + "。", " " + SENTENCE))
            assertEquals(List.of("recommendation.sentence"), going.approver.refused("recommendDossier", dossier, "opinion", opinion));
        assertEquals(List.of("chain.role"), codesOrForbidden(going.clerk.send("recommendDossier", dossier, "opinion", SENTENCE)));
        going.approver.does("recommendDossier", dossier, "opinion", SENTENCE);
        assertEquals("RECOMMENDED", going.stage());

        assertNull(going.department.sees("{ dossier(id: \"%s\") { id } }".formatted(dossier), "data", "dossier"), "it has not come there");
        going.clerk.does("forwardDossier", dossier);
        assertEquals("UPPER_REVIEW", going.stage());
        assertEquals(List.of(input("zh", "“高级工程师”申报材料已报送本单位，请于 2024-10-01 00:00 前办理（审核时间由评委会通知确定，此为通知允许的最晚时间：本系统的理解）", "clauseId", "X24-5.2b", "dueAt", "2024-10-01T00:00:00+08:00", "dossier", Map.of("id", dossier))), going.department.sees(ARRIVED, "data", "messages", "nodes"), "who has it now is told");
        assertEquals(List.of(), going.bureau.<List<Object>>sees(ARRIVED, "data", "messages", "nodes"), "and nobody else");
        assertEquals(dossier, going.department.sees("{ dossier(id: \"%s\") { id } }".formatted(dossier), "data", "dossier", "id"));
        going.department.does("forwardDossier", dossier);
        assertEquals(true, world.value("select intake_at is null from dossier where id = ?", UUID.fromString(dossier)));
        assertEquals(List.of("chain.committee"), going.bureau.refused("forwardDossier", dossier), "no committee is named");
        var other = going.bureau.act("forwardDossier", dossier, "committee", jiayuguan.committee().toString());
        assertEquals(List.of("chain.committee"), codes(other));
        assertEquals("X24-5.2b", ((Map<?, ?>) findings(other).getFirst().get("clause")).get("id"));
        var office = new Unit(world, xianning.caller(), null);
        assertNull(office.sees("{ dossier(id: \"%s\") { id } }".formatted(dossier), "data", "dossier"));
        going.bureau.does("forwardDossier", dossier, "committee", xianning.committee().toString());
        assertEquals("INTAKE_PENDING", going.stage());
        assertEquals(1, office.<List<Object>>sees(ARRIVED, "data", "messages", "nodes").size(), "the committee's office too");
        assertEquals(dossier, office.sees("{ dossier(id: \"%s\") { id intakeAt } }".formatted(dossier), "data", "dossier", "id"));
        assertEquals(List.of("EMPLOYER FORWARDED", "SUPERIOR_DEPT FORWARDED", "HRSS_CITY FORWARDED", "COMMITTEE_OFFICE null"), steps(going));
        assertEquals(List.of("chain.elsewhere"), going.bureau.refused("forwardDossier", dossier, "committee", xianning.committee().toString()));
    }

    @Test
    void jiayuguan_with_every_particular_a_report_three_returns_and_the_joint_re_check() {
        var going = jiayuguan();
        var dossier = going.dossier;
        going.clerk.does("beginEmployerReview", dossier);
        var bare = going.clerk.act("openPublication", dossier, "whereShown", "公告栏");
        assertEquals(Set.of("input.told.CAREER", "input.told.APPOINTED", "input.told.GRASSROOTS", "input.told.CONDITIONS"), paths(bare));
        assertTrue(findings(bare).stream().allMatch(one -> ((Map<?, ?>) one.get("clause")).get("id").equals("J24-3.3")));
        var told = new ArrayList<>(going.told());
        told.set(3, particular("CONDITIONS", "证件 620201198503010017"));
        assertEquals(List.of("publication.identity-number"), going.clerk.refused("openPublication", dossier, "whereShown", "公告栏", "told", told));
        told.set(3, particular("CAREER", "又一份经历"));
        assertEquals(Set.of("input.told.CAREER", "input.told.CONDITIONS"), paths(going.clerk.act("openPublication", dossier, "whereShown", "公告栏", "told", told)));
        told.add(going.told().getLast());
        assertEquals("publication.twice J24-3.3 input.told.CAREER 专业工作经历和年限 | null", told(going.clerk.act("openPublication", dossier, "whereShown", "公告栏", "told", told)), "the last does not win");
        going.clerk.does("openPublication", dossier, "whereShown", "公告栏", "told", going.told());
        List<String> shown = new Unit(world, Caller.PUBLIC, null).sees("{ publications(where: {id: {eq: \"%s\"}}) { nodes { particulars dossier { id } } } }".formatted(going.publication()),
                "data", "publications", "nodes", 0, "particulars");
        assertEquals(12, shown.size());
        assertTrue(shown.contains("出生年月：1985年3月") && shown.contains("姓名：王虚构"), shown::toString);
        assertEquals(List.of("MOHRSS40", "2024-09-26T00:00:00+08:00"), List.of(
                going.clerk.sees("{ publication(id: \"%s\") { clauseId } }".formatted(going.publication()), "data", "publication", "clauseId"),
                going.clerk.sees("{ publication(id: \"%s\") { until } }".formatted(going.publication()), "data", "publication", "until")));

        time("2024-09-26T00:00:00+08:00");
        var unreported = going.approver.act("recommendDossier", dossier, "opinion", "同意推荐");
        assertEquals(List.of("publication.report"), codes(unreported));
        going.recommended("同意推荐");
        going.clerk.does("forwardDossier", dossier);

        for (var time = 1; time <= 3; time++) {
            going.department.does("markItems", dossier, "marks", List.of(fault("facts.hours", "学时证明不全", "J24-3.4"), Map.of("path", "facts.titles", "accepted", true)));
            going.department.does("returnDossier", dossier, "due", "2024-10-20T00:00:00+08:00");
            assertEquals("RETURNED", going.stage());
            mendHours(going, 96 + time);
            Unit.of(going.applicant).does("resubmitDossier", dossier);
            assertEquals("UPPER_REVIEW", going.stage(), "back to who returned it");
        }
        going.department.does("markItems", dossier, "marks", List.of(fault("facts.hours", "仍不全", "J24-3.4")));
        var fourth = going.department.act("returnDossier", dossier, "due", "2024-10-20T00:00:00+08:00");
        assertEquals(List.of("return.limit"), codes(fourth));
        assertEquals("J24-3.4", ((Map<?, ?>) findings(fourth).getFirst().get("clause")).get("id"));
        assertEquals(4L, world.<Long>value("select count(*) from dossier_snapshot where dossier = ?", UUID.fromString(dossier)), "a snapshot for each time that it was handed in");
        assertEquals(List.of("chain.faults"), going.department.refused("forwardDossier", dossier));
        going.department.does("markItems", dossier, "marks", List.of(Map.of("path", "facts.hours", "accepted", true)));
        going.department.does("forwardDossier", dossier);
        assertEquals("JOINT_REVIEW", going.stage());

        time("2024-10-31T23:59:59+08:00");
        var early = going.bureau.act("forwardDossier", dossier, "deliberation", "职改领导小组会议", "committee", jiayuguan.committee().toString());
        assertEquals(List.of("chain.early"), codes(early));
        assertEquals("J24-3.5", ((Map<?, ?>) findings(early).getFirst().get("clause")).get("id"));
        time("2024-11-01T00:00:00+08:00");
        assertEquals(List.of("chain.deliberation"), going.bureau.refused("forwardDossier", dossier, "committee", jiayuguan.committee().toString()));
        assertEquals(List.of("words.identity-number"), going.bureau.refused("forwardDossier", dossier, "deliberation", "会议审议" + NUMBER, "committee", jiayuguan.committee().toString()));
        time("2024-12-26T00:00:00+08:00");
        var late = going.bureau.act("forwardDossier", dossier, "deliberation", "会议", "committee", jiayuguan.committee().toString());
        assertEquals(List.of("chain.late"), codes(late));
        assertEquals("J24-2.3", ((Map<?, ?>) findings(late).getFirst().get("clause")).get("id"), "of two ends the later one (J24-3.5: 11-10)");
        time("2024-11-11T00:00:00+08:00");
        going.bureau.does("forwardDossier", dossier, "deliberation", "11月8日职改领导小组会议", "committee", jiayuguan.committee().toString());
        assertEquals("INTAKE_PENDING", going.stage());
        assertEquals("11月8日职改领导小组会议", world.value("select words from dossier_step where dossier = ? and kind = 'JOINT_REVIEW'", UUID.fromString(dossier)));
    }

    @Test
    void bijie_by_the_relaying_unit_and_a_year_without_a_table_is_said() {
        var going = bijie();
        var dossier = going.dossier;
        endless(going);
        time("2026-12-28T09:00:00+08:00");
        going.clerk.does("beginEmployerReview", dossier);
        assertEquals(List.of("working-days.no-table"), going.clerk.refused("openPublication", dossier, "whereShown", "公告栏"));
        assertEquals(0L, world.<Long>value("select count(*) from publication where dossier = ?", UUID.fromString(dossier)));
        time("2024-09-20T09:00:00+08:00");
        going.clerk.does("openPublication", dossier, "whereShown", "公告栏");
        time("2024-09-28T00:00:00+08:00");
        going.approver.does("recommendDossier", dossier, "opinion", "同意推荐");
        going.clerk.does("forwardDossier", dossier);
        going.department.does("forwardDossier", dossier, "committee", bijie.committee().toString());
        assertEquals("INTAKE_PENDING", going.stage());
        assertEquals(List.of("EMPLOYER FORWARDED", "RELAY FORWARDED", "COMMITTEE_OFFICE null"), steps(going));

        var again = bijie();
        endless(again);
        again.published();
        time("2024-09-28T00:00:00+08:00");
        again.clerk.does("returnDossier", again.dossier, "reason", "PROCEDURE", "says", "请补公示材料", "due", "2027-01-10T00:00:00+08:00");
        assertEquals(List.of(), codes(again.applicant.sign(key(), again.dossier, version(again.dossier), (String) again.applicant.pledge(again.dossier).get("words"))));
        time("2026-12-28T09:00:00+08:00");
        Unit.of(again.applicant).does("resubmitDossier", again.dossier);
        var hung = again.publication();
        again.clerk.does("beginEmployerReview", again.dossier);
        assertEquals(List.of("working-days.no-table"), again.clerk.refused("openPublication", again.dossier, "whereShown", "一楼公告栏", "told", again.told(), "more", 1), "told otherwise it is counted anew");
        again.clerk.does("openPublication", again.dossier, "whereShown", "一楼公告栏", "told", again.told());
        assertEquals(hung, again.publication(), "taken up again, nothing is counted");
    }

    /** As of accounting and audit, whose intake another body announces (B24-annex1). */
    private static void endless(Going going) {
        world.write("update dossier_step set due_at = null where dossier = ?", UUID.fromString(going.dossier));
    }

    /** X24-3.1.1, X24-5.2b: 逐级. The department is the county's, and above it stands the county's bureau. */
    @Test
    void xianning_level_by_level_by_the_countys_bureau_to_the_citys() {
        var going = xianning();
        var dossier = going.dossier;
        var county = under(going.department, going.bureau, "421221");
        going.published();
        going.recommended(SENTENCE);
        going.clerk.does("forwardDossier", dossier);
        var nobody = going.department.act("forwardDossier", dossier);
        assertEquals(List.of("chain.next"), codes(nobody), "nobody acts for it, and it is not passed over");
        assertTrue(findings(nobody).getFirst().get("remedy").toString().contains("createBodyAccount"), nobody::toString);
        var officer = Unit.of(world, county, "HRSS_COUNTY");
        world.write("update account set disabled = true where organisation = ?", county);
        assertEquals(List.of("chain.next"), going.department.refused("forwardDossier", dossier), "it is disabled");
        world.write("update account set disabled = false where organisation = ?", county);
        var skipped = going.department.act("forwardDossier", dossier, "to", going.bureau.id().toString());
        assertEquals(List.of("chain.level X24-5.2b"), findings(skipped).stream().map(one -> one.get("code") + " " + ((Map<?, ?>) one.get("clause")).get("id")).toList());
        assertTrue(findings(skipped).getFirst().get("remedy").toString().contains(county.toString()), skipped::toString);
        going.department.does("forwardDossier", dossier);
        assertEquals(List.of(input("zh", "“高级工程师”申报材料已报送本单位，请于 2024-10-01 00:00 前办理（审核时间由评委会通知确定，此为通知允许的最晚时间：本系统的理解）", "clauseId", "X24-5.2b", "dueAt", "2024-10-01T00:00:00+08:00", "dossier", Map.of("id", dossier))), officer.sees(ARRIVED, "data", "messages", "nodes"));
        assertEquals(List.of(), going.bureau.<List<Object>>sees(ARRIVED, "data", "messages", "nodes"));
        assertEquals(dossier, officer.sees("{ dossier(id: \"%s\") { id } }".formatted(dossier), "data", "dossier", "id"));
        assertEquals(List.of("chain.next"), officer.refused("forwardDossier", dossier, "to", county.toString()), "itself is no city's bureau");
        officer.does("forwardDossier", dossier, "committee", xianning.committee().toString());
        assertEquals(List.of("EMPLOYER FORWARDED", "SUPERIOR_DEPT FORWARDED", "HRSS_COUNTY FORWARDED", "HRSS_CITY null"), steps(going), "no committee before the city's bureau");

        Object[] back = {"reason", "PROCEDURE", "backTo", "BEFORE", "says", "报送程序不符"};
        going.bureau.does("returnDossier", dossier, with(back, "due", "2024-07-20T00:00:00+08:00"));
        officer.does("returnDossier", dossier, with(back, "due", "2024-07-19T00:00:00+08:00"));
        assertEquals(going.department.id(), world.value("select unit from dossier_step where dossier = ? and done_at is null", UUID.fromString(dossier)), "by the channel it came");
        going.department.does("forwardDossier", dossier);
        officer.does("forwardDossier", dossier);
        assertEquals(List.of("chain.committee"), going.bureau.refused("forwardDossier", dossier), "the committee is next");
    }

    /** A county's bureau that is the department too hands on to the city's: it is not asked twice. */
    @Test
    void a_countys_bureau_audits_what_is_right_below_it() {
        var going = xianning();
        var county = under(going.department, going.bureau, "421221");
        world.write("update organisation set parent = ? where id = ?", county, going.applicant.employer());
        var officer = Unit.of(world, county, "HRSS_COUNTY");
        going.published();
        going.recommended(SENTENCE);
        assertEquals(List.of("chain.level"), going.clerk.refused("forwardDossier", going.dossier, "to", going.bureau.id().toString()));
        going.clerk.does("forwardDossier", going.dossier);
        assertEquals(1, officer.<List<Object>>sees(ARRIVED, "data", "messages", "nodes").size());
        officer.does("markItems", going.dossier, "marks", List.of(Map.of("path", "facts.hours", "accepted", true)));
        officer.does("forwardDossier", going.dossier);
        assertEquals(List.of("EMPLOYER FORWARDED", "SUPERIOR_DEPT FORWARDED", "HRSS_CITY null"), steps(going));
        assertEquals(List.of("chain.committee"), going.bureau.refused("forwardDossier", going.dossier), "the committee is next");

        var zone = jiayuguan();
        world.write("update organisation set area_code = '620200' where id = ?", zone.bureau.id());
        var ofZone = under(zone.department, zone.bureau, "620200");
        world.write("update organisation set parent = ? where id = ?", ofZone, zone.applicant.employer());
        var itsOfficer = Unit.of(world, ofZone, "HRSS_COUNTY");
        zone.published();
        zone.recommended("同意推荐");
        zone.clerk.does("forwardDossier", zone.dossier);
        itsOfficer.does("forwardDossier", zone.dossier);
        assertEquals(List.of("EMPLOYER FORWARDED", "SUPERIOR_DEPT FORWARDED", "JOINT_REVIEW null"), steps(zone));
        assertEquals(zone.bureau.id(), world.value("select unit from dossier_step where dossier = ? and done_at is null", UUID.fromString(zone.dossier)), "the city's bureau re-checks");
    }

    /** A zone has its city's area: which of the two a bureau is, its accounts say before the tree does. */
    @Test
    void a_bureau_with_a_citys_area_is_what_its_accounts_say() {
        var city = xianning();
        world.write("update organisation set parent = ? where id = ?", world.organisation("HRSS", "xianning"), city.bureau.id());
        forwarded(city);
        assertEquals(List.of("EMPLOYER FORWARDED", "SUPERIOR_DEPT FORWARDED", "HRSS_CITY null"), steps(city), "a bureau of its area stands above it");

        var zone = xianning();
        var county = under(zone.department, zone.bureau, "421200");
        var between = world.organisation("SUPERIOR_DEPT", "xianning");
        world.write("update organisation set parent = ? where id = ?", zone.bureau.id(), between);
        world.write("update organisation set parent = ? where id = ?", between, county);
        var officer = Unit.of(world, county, "HRSS_COUNTY");
        forwarded(zone);
        officer.does("forwardDossier", zone.dossier);
        assertEquals(List.of("EMPLOYER FORWARDED", "SUPERIOR_DEPT FORWARDED", "HRSS_COUNTY FORWARDED", "HRSS_CITY null"), steps(zone), "none stands right above it");
    }

    /** By its employer and its department. */
    private static void forwarded(Going going) {
        going.published();
        going.recommended(SENTENCE);
        going.clerk.does("forwardDossier", going.dossier);
        going.department.does("forwardDossier", going.dossier);
    }

    /** X24-3.1.4: 外省. What stands above a unit in another region audits nothing here. */
    @Test
    void nothing_is_handed_to_another_regions_department() {
        var going = xianning();
        world.write("update organisation set region = 'bijie' where id = any (?)", (Object) new UUID[] {going.applicant.employer(), going.department.id(), going.bureau.id()});
        going.published();
        going.recommended(SENTENCE);
        assertEquals(List.of("chain.next"), going.clerk.refused("forwardDossier", going.dossier));
        var department = Unit.of(world, world.organisation("SUPERIOR_DEPT", "xianning"), "SUPERIOR_DEPT");
        going.clerk.does("forwardDossier", going.dossier, "to", department.id().toString());
        assertEquals(List.of("chain.next"), department.refused("forwardDossier", going.dossier));
        var bureau = Unit.of(world, world.organisation("HRSS", "xianning"), "HRSS_CITY");
        department.does("forwardDossier", going.dossier, "to", bureau.id().toString());
        assertEquals(List.of("chain.committee"), bureau.refused("forwardDossier", going.dossier), "the committee is next");
    }

    /** 县教育局 → 县人社局 → 市人社局: how many relay, B24-5.3 does not say. */
    @Test
    void bijie_by_several_relays_each_above_the_one_before() {
        var going = bijie();
        var dossier = going.dossier;
        var county = under(going.department, going.bureau, "520525");
        var officer = Unit.of(world, county, "HRSS_COUNTY");
        going.published();
        going.recommended("同意推荐");
        going.clerk.does("forwardDossier", dossier);
        var beside = Unit.of(world, world.organisation("SUPERIOR_DEPT", "bijie"), "RELAY");
        for (var wrong : List.of(beside.id(), going.department.id(), going.applicant.employer(), xianning.committee()))
            assertEquals(List.of("chain.next"), going.department.refused("forwardDossier", dossier, "to", wrong.toString()));
        going.department.does("forwardDossier", dossier, "to", county.toString());
        assertEquals(List.of("chain.next"), officer.refused("forwardDossier", dossier, "to", going.department.id().toString()), "each once");
        officer.does("returnDossier", dossier, "reason", "PROCEDURE", "backTo", "BEFORE", "says", "报送程序不符", "due", "2024-10-01T00:00:00+08:00");
        going.department.does("forwardDossier", dossier, "to", county.toString());
        officer.does("forwardDossier", dossier, "to", going.bureau.id().toString());
        assertEquals(List.of("EMPLOYER FORWARDED", "RELAY FORWARDED", "RELAY RETURNED", "RELAY FORWARDED", "RELAY FORWARDED", "RELAY null"), steps(going));
        going.bureau.does("forwardDossier", dossier, "committee", bijie.committee().toString());
        assertEquals("INTAKE_PENDING", going.stage());
    }

    /** A bureau of an area that stands between a department and its city's bureau; nobody acts for it. */
    private static UUID under(Unit department, Unit bureau, String area) {
        var county = world.organisation("HRSS", world.value("select region from organisation where id = ?", bureau.id()));
        world.write("update organisation set parent = ?, area_code = ? where id = ?", bureau.id(), area, county);
        world.write("update organisation set parent = ? where id = ?", county, department.id());
        return county;
    }

    @Test
    void what_was_accepted_stays_accepted_and_all_faults_are_told_at_once() {
        var going = jiayuguan();
        var dossier = going.dossier;
        going.clerk.does("beginEmployerReview", dossier);
        assertEquals(List.of("return.faults"), going.clerk.refused("returnDossier", dossier, "due", "2024-09-25T00:00:00+08:00"));
        assertEquals(List.of("mark.many", "mark.twice"), going.clerk.refused("markItems", dossier, "marks", Collections.nCopies(201, fault("facts.hours", "无证明", null))), "each once");
        going.clerk.does("markItems", dossier, "marks", List.of(fault("facts.hours", "2023年学时无证明", null), fault("facts.degrees", "缺学位", "J24-3.2"), Map.of("path", "facts.titles", "accepted", true)));
        assertEquals(List.of(Map.of("path", "facts.titles", "place", 3), Map.of("path", "facts.degrees", "place", 2), Map.of("path", "facts.hours", "place", 1)),
                going.clerk.sees("{ dossier(id: \"%s\") { marks { nodes { path place } } } }".formatted(dossier), "data", "dossier", "marks", "nodes"), "made at one instant, the last one first");
        assertEquals(List.of("return.due"), going.clerk.refused("returnDossier", dossier));
        assertEquals(List.of("return.due"), going.clerk.refused("returnDossier", dossier, "due", "2024-09-18T10:00:00+08:00"), "no later than now");
        assertEquals(List.of("return.due"), going.clerk.refused("returnDossier", dossier, "due", "2024-11-01T00:00:01+08:00"), "after its own end");
        assertEquals(List.of("return.back-to"), going.clerk.refused("returnDossier", dossier, "due", "2024-09-25T00:00:00+08:00", "backTo", "BEFORE"));
        going.clerk.does("returnDossier", dossier, "due", "2024-09-25T00:00:00+08:00", "says", "请一次改完");
        assertEquals(List.of("facts.degrees", "facts.hours"), Unit.of(going.applicant).<List<Map<String, Object>>>sees(
                "{ dossier(id: \"%s\") { returns { nodes { number counted dueAt items(orderBy: [{field: PATH}]) { nodes { path reason } } } } } }".formatted(dossier),
                "data", "dossier", "returns", "nodes", 0, "items", "nodes").stream().map(one -> one.get("path")).toList());
        assertFalse(Unit.of(going.applicant).<Boolean>sees("{ dossier(id: \"%s\") { returns { nodes { counted } } } }".formatted(dossier), "data", "dossier", "returns", "nodes", 0, "counted"),
                "an employer's own return does not count (J24-3.4)");

        var changed = Claims.but(Claims.told("620200"), "titles", List.of());
        changed.put("hours", List.of(Map.of("year", 2024, "total", 95)));
        var refused = going.applicant.edit(key(), dossier, version(dossier), Map.of("facts", changed));
        assertEquals(List.of("mend.accepted"), codes(refused));
        assertEquals(Set.of("input.facts.titles"), paths(refused));
        assertEquals(List.of("mend.claim"), codes(going.applicant.edit(key(), dossier, version(dossier),
                Map.of("claim", Map.of("series", "HEALTH", "specialty", "建筑工程", "level", "INTERMEDIATE", "channel", "public")))));
        assertTrue(told(Unit.of(going.applicant).act("resubmitDossier", dossier)).endsWith(" | 签订承诺书（signPledge）后再重新提交"), "not signed anew");
        assertEquals(findings(Unit.of(going.applicant).act("resubmitDossier", dossier)), going.applicant.evaluation(dossier).get("refusals"), "and so the evaluation says");
        mendHours(going, 99);
        assertEquals(List.of(), going.applicant.evaluation(dossier).get("refusals"), "it can be handed in again");
        assertEquals(99.0, Unit.of(going.applicant).<Double>sees("{ evaluation(dossier: \"%s\") { told { hours { total } } } }".formatted(dossier), "data", "evaluation", "told", "hours", 1, "total"));
        var words = (String) going.applicant.pledge(dossier).get("words");
        assertEquals(99.0, going.applicant.send("signPledge", "SignPledgeInput", "evaluation { told { hours { total } } } findings { code }",
                Map.of("key", key(), "dossier", dossier, "version", version(dossier), "words", words)).at("data", "signPledge", "evaluation", "told", "hours", 1, "total"), "and so does what mends");
        time("2024-09-25T00:00:00+08:00");
        assertEquals(List.of("return.late"), Unit.of(going.applicant).refused("resubmitDossier", dossier));
        assertEquals(findings(Unit.of(going.applicant).act("resubmitDossier", dossier)), going.applicant.evaluation(dossier).get("refusals"));
        var late = Claims.but(Claims.told("620200"), "hours", List.of(Map.of("year", 2024, "total", 95)));
        assertEquals(List.of("return.late"), codes(going.applicant.edit(key(), dossier, version(dossier), Map.of("facts", late))));
        assertEquals(List.of("return.late"), codes(going.applicant.pickAchievements(key(), dossier, version(dossier), List.of())));
        assertEquals(List.of("return.late"), codes(going.applicant.sign(key(), dossier, version(dossier), words)));
        time("2024-09-24T23:59:59+08:00");
        Unit.of(going.applicant).does("resubmitDossier", dossier);
        assertEquals(List.of("dossier.stage"), Unit.of(going.applicant).refused("resubmitDossier", dossier), "twice");
        assertEquals("“工程师”申报材料已修改并重新提交本单位，请于 2024-11-01 00:00 前办理", toUnit(going, "ARRIVED"));
        assertEquals("SUBMITTED", going.stage());
        assertEquals(2L, world.<Long>value("select count(*) from dossier_snapshot where dossier = ?", UUID.fromString(dossier)));
        assertNotEquals(List.of(), steps(going));
        assertEquals(List.of("dossier.stage"), codes(going.applicant.edit(key(), dossier, version(dossier), Map.of("facts", Claims.told("620200")))), "frozen again");
    }

    /** J24-3.4, X24-5.2b: a return for the procedure is about no item, so there is something to change; what was accepted stays accepted. */
    @Test
    void of_a_return_for_the_procedure_everything_is_open_but_what_was_accepted() {
        time("2024-09-18T10:00:00+08:00");
        var applicant = world.applicant();
        var paper = achievement(applicant, "论文一");
        var project = achievement(applicant, "项目一");
        applicant.prove(paper, "论文.pdf");
        applicant.prove(project, "项目.pdf");
        var dossier = applicant.draft("jiayuguan", 2024, Claims.JIAYUGUAN, Claims.told("620200"));
        assertEquals(List.of(), applicant.pickAchievements(key(), dossier, 2, List.of(paper, project)).get("findings"));
        assertEquals(List.of(), applicant.sign(key(), dossier, 3, (String) applicant.pledge(dossier).get("words")).get("findings"));
        assertEquals(List.of(), applicant.submit(key(), dossier, 3).get("findings"));
        world.write("update organisation set region = 'jiayuguan' where id = ?", applicant.employer());
        var clerk = Unit.of(world, applicant.employer(), "EMPLOYER_CLERK");
        var picked = world.<UUID>value("select id from dossier_achievement where dossier = ? and achievement = ?", UUID.fromString(dossier), UUID.fromString(paper));
        clerk.does("beginEmployerReview", dossier);
        clerk.does("markItems", dossier, "marks", List.of(fault("facts.hours", "不全", null), Map.of("path", "facts.titles", "accepted", true), Map.of("path", "achievements." + picked, "accepted", true)));
        clerk.does("markItems", dossier, "marks", List.of(Map.of("path", "facts.hours", "accepted", true)));
        clerk.does("markItems", dossier, "marks", List.of(fault("facts.hours", "仍不全", null)));
        clerk.does("returnDossier", dossier, "reason", "PROCEDURE", "says", "申报渠道、专业有误", "due", "2024-09-25T00:00:00+08:00");
        time("2024-09-19T10:00:00+08:00");

        var changed = Claims.but(Claims.but(Claims.told("620200"), "titles", List.of()), "grassroots", true);
        var refused = applicant.edit(key(), dossier, version(dossier), Map.of("facts", changed));
        assertEquals(List.of("mend.accepted"), codes(refused));
        assertEquals(Set.of("input.facts.titles"), paths(refused), "and nothing of the rest");
        assertEquals("what was accepted stays as it is: achievements." + picked + ", facts.titles", ((Map<?, ?>) findings(refused).getFirst().get("asked")).get("en"));
        for (var other : List.of(Map.of("series", "HEALTH"), Map.of("level", "ASSOCIATE_SENIOR"), Map.of("category", "GRASSROOTS_VALID"), Map.of("channel", "non-public-employer"))) {
            var claim = new HashMap<>(Claims.JIAYUGUAN);
            claim.putAll(other);
            var wrong = applicant.edit(key(), dossier, version(dossier), Map.of("claim", claim));
            assertTrue(codes(wrong).contains("mend.claim"), () -> other + " " + wrong);
            assertEquals("withdraw (withdrawDossier) and apply anew (composeDossier) while the window is open (that of this one until 2024-10-21 00:00)", findings(wrong).stream().filter(one -> one.get("code").equals("mend.claim")).map(one -> ((Map<?, ?>) one.get("remedy")).get("en")).findFirst().orElseThrow());
        }
        var told = Claims.but(Claims.but(Claims.told("620200"), "grassroots", true), "hours", List.of(Map.of("year", 2024, "total", 99)));
        assertEquals(List.of(), codes(applicant.edit(key(), dossier, version(dossier), Map.of("facts", told, "claim", Claims.but(Claims.JIAYUGUAN, "specialty", "桥梁")))));
        assertEquals(List.of("mend.accepted"), codes(applicant.pickAchievements(key(), dossier, version(dossier), List.of(project))), "the paper was accepted");
        var second = achievement(applicant, "论文二");
        applicant.prove(second, "论文二.pdf");
        assertEquals(List.of(), codes(applicant.pickAchievements(key(), dossier, version(dossier), List.of(paper, second))), "the project was not");
        assertEquals(List.of(), codes(applicant.sign(key(), dossier, version(dossier), (String) applicant.pledge(dossier).get("words"))));
        Unit.of(applicant).does("resubmitDossier", dossier);
        assertEquals("桥梁", world.value("select specialty from dossier where id = ?", UUID.fromString(dossier)));
        assertEquals(List.of("论文一", "论文二"), List.of(world.<String>value("select string_agg(title, ',' order by title) from dossier_achievement where dossier = ?", UUID.fromString(dossier)).split(",")));
    }

    /** J24-3.4 binds who tells: what he has not seen so, and what somebody above him finds, he has not left untold. */
    @Test
    void what_was_changed_since_and_what_is_found_above_is_new_to_a_department_that_has_told() {
        var going = recommendedInTime();
        var dossier = going.dossier;
        going.department.does("returnDossier", dossier, "reason", "PROCEDURE", "says", "专业有误", "due", "2024-10-10T00:00:00+08:00");
        var told = Claims.but(Claims.told("620200"), "hours", List.of(Map.of("year", 2024, "total", 99)));
        assertEquals(List.of(), codes(going.applicant.edit(key(), dossier, version(dossier), Map.of("facts", told, "claim", Claims.but(Claims.JIAYUGUAN, "specialty", "桥梁")))));
        assertEquals(List.of(), codes(going.applicant.sign(key(), dossier, version(dossier), (String) going.applicant.pledge(dossier).get("words"))));
        Unit.of(going.applicant).does("resubmitDossier", dossier);
        var old = going.department.act("markItems", dossier, "marks", List.of(fault("facts.hours", "不全", null), fault("claim.specialty", "仍有误", null), fault("facts.degrees", "缺", null), fault("achievements", "缺", null)));
        assertEquals(List.of("return.told-once", "return.told-once"), codes(old));
        assertEquals(Set.of("input.marks.2.path", "input.marks.3.path"), paths(old), "that was so when it told");
        going.department.does("forwardDossier", dossier);

        time("2024-11-01T09:00:00+08:00");
        going.bureau.does("markItems", dossier, "marks", List.of(fault("facts.degrees", "学位证书有误", null)));
        going.bureau.does("returnDossier", dossier, "backTo", "BEFORE", "due", "2024-11-20T00:00:00+08:00");
        assertEquals(List.of("return.told-once"), going.department.refused("markItems", dossier, "marks", List.of(fault("facts.titles", "缺", null))), "nobody above has found that");
        going.department.does("markItems", dossier, "marks", List.of(fault("facts.degrees", "学位证书有误", null)));
        going.department.does("returnDossier", dossier, "due", "2024-11-10T00:00:00+08:00");
        assertEquals("RETURNED", going.stage());
        assertEquals(List.of(), codes(going.applicant.edit(key(), dossier, version(dossier), Map.of("facts", Claims.but(told, "degrees", List.of(Map.of("level", "本科", "date", "2008-07-02")))))));

        var known = recommendedInTime();
        time("2024-11-01T09:00:00+08:00");
        known.department.does("forwardDossier", known.dossier);
        known.bureau.does("markItems", known.dossier, "marks", List.of(fault("facts.hours", "不全", null), fault("facts.degrees", "有误", null)));
        known.bureau.does("returnDossier", known.dossier, "backTo", "BEFORE", "due", "2024-11-20T00:00:00+08:00");
        known.department.does("markItems", known.dossier, "marks", List.of(fault("facts.hours", "不全", null)));
        time("2024-11-01T10:00:00+08:00");
        known.department.does("returnDossier", known.dossier, "due", "2024-11-10T00:00:00+08:00");
        mendHours(known, 99);
        Unit.of(known.applicant).does("resubmitDossier", known.dossier);
        assertEquals(List.of("return.told-once"), known.department.refused("markItems", known.dossier, "marks", List.of(fault("facts.degrees", "有误", null))), "it knew of that when it told");
    }

    @Test
    void a_department_that_tells_at_once_faults_nothing_new_later() {
        var going = jiayuguan();
        var dossier = going.dossier;
        going.published();
        going.recommended("同意推荐");
        going.clerk.does("forwardDossier", dossier);
        going.department.does("markItems", dossier, "marks", List.of(fault("facts.hours", "不全", null)));
        going.department.does("returnDossier", dossier, "due", "2024-10-10T00:00:00+08:00");
        mendHours(going, 99);
        Unit.of(going.applicant).does("resubmitDossier", dossier);
        var more = going.department.act("markItems", dossier, "marks", List.of(fault("facts.degrees", "缺", null)));
        assertEquals(List.of("return.told-once"), codes(more));
        assertEquals("J24-3.4", ((Map<?, ?>) findings(more).getFirst().get("clause")).get("id"));
        going.department.does("returnDossier", dossier, "backTo", "BEFORE", "reason", "PROCEDURE", "says", "应由档案托管机构报送");
        assertEquals("EMPLOYER_REVIEW", going.stage(), "by the channel it came");
        assertEquals(List.of("chain.elsewhere"), going.department.refused("forwardDossier", dossier));
    }

    /** J24-3.4, X24-5.2b: no notice says how long a return has to be; but it is over before nobody can act, so who mends it has the whole of the next day, or half of what is left; and sooner than the end of who returns it, who has to deal with what comes back. */
    @ParameterizedTest
    @CsvSource({"2024-09-18T10:00:30, 2024-09-17T10:00:00, return.due", "2024-09-18T10:00:30, 2024-09-18T10:00:31, return.due", "2024-09-18T10:00:30, 2024-09-19T23:59:59, return.due", "2024-09-18T10:00:30, 2024-09-20T00:00:00, ''",
                "2024-09-18T10:00:30, 2024-10-31T23:59:59, ''", "2024-09-18T10:00:30, 2024-11-01T00:00:00, return.due", "2024-09-18T10:00:30, 2024-11-01T00:00:01, return.due",
                "2024-10-31T10:00:00, 2024-10-31T10:00:01, return.due", "2024-10-31T11:59:00, 2024-10-31T16:59:59, return.due", "2024-10-31T11:59:00, 2024-10-31T17:00:00, ''",
                "2024-10-31T23:10:00, 2024-10-31T23:34:59, return.due", "2024-10-31T23:10:00, 2024-10-31T23:35:00, ''"})
    void a_return_leaves_time_to_mend_it_and_ends_before_its_own_end_to_the_second(String now, String due, String code) {
        var going = jiayuguan();
        going.clerk.does("beginEmployerReview", going.dossier);
        time(now + "+08:00");
        var returned = going.clerk.act("returnDossier", going.dossier, "reason", "PROCEDURE", "says", "材料不齐", "due", due + "+08:00");
        assertEquals(code.isEmpty() ? List.of() : List.of(code), codes(returned));
        var earliest = now.contains("T23") ? "2024-10-31T23:35" : now.startsWith("2024-10-31") ? "2024-10-31T17:00" : "2024-09-20T00:00";
        if (!code.isEmpty()) assertEquals("no earlier than " + earliest + "+08:00, and sooner than 2024-11-01T00:00+08:00", ((Map<?, ?>) findings(returned).getFirst().get("remedy")).get("en"), "what would satisfy it");
        assertEquals(code.isEmpty() ? "RETURNED" : "EMPLOYER_REVIEW", going.stage());
        if (!due.equals("2024-10-31T23:59:59")) return;
        assertEquals(List.of(), codes(going.applicant.sign(key(), going.dossier, version(going.dossier), (String) going.applicant.pledge(going.dossier).get("words"))));
        time("2024-10-31T23:59:58.999+08:00");
        Unit.of(going.applicant).does("resubmitDossier", going.dossier);
        time("2024-10-31T23:59:59+08:00");
        going.clerk.does("beginEmployerReview", going.dossier);
        going.clerk.does("markItems", going.dossier, "marks", List.of(Map.of("path", "facts.hours", "accepted", true)));
    }

    /** A day that was mistyped costs nobody his year: who named it names a later one while it is to come, and that is no return (J24-3.4). */
    @Test
    void who_returned_it_names_a_later_day_to_mend_it_until_the_one_that_stands_is_over() {
        var going = recommendedInTime();
        var dossier = going.dossier;
        assertEquals("chain.stage J24-3.4 input.dossier 上级部门审核中 | null", told(going.department.act("extendReturn", dossier, "due", "2024-10-20T00:00:00+08:00")), "nothing is returned");
        going.department.does("returnDossier", dossier, "reason", "PROCEDURE", "says", "请补公示材料", "due", "2024-09-29T10:00:00+08:00");
        assertEquals(List.of(), codes(going.applicant.sign(key(), dossier, version(dossier), (String) going.applicant.pledge(dossier).get("words"))));
        for (var other : List.of(going.clerk, new Unit(world, jiayuguan.caller(), null)))
            assertEquals(List.of(other == going.clerk ? "chain.elsewhere" : "dossier.not-found"), other.refused("extendReturn", dossier, "due", "2024-10-20T00:00:00+08:00"), "it did not return it");
        assertEquals(List.of("dossier.version"), going.department.refused("extendReturn", dossier, "due", "2024-10-20T00:00:00+08:00", "version", version(dossier) - 1));
        for (var wrong : List.of("2024-09-28T23:59:59+08:00", "2024-09-29T10:00:00+08:00", "2024-12-26T00:00:00+08:00"))
            assertEquals("return.due J24-3.4 input.due %s | 晚于 2024-09-29T10:00+08:00，早于 2024-12-26T00:00+08:00".formatted(wrong.replace("00:00+08", "00+08").replace("00:00:00", "00:00")), told(going.department.act("extendReturn", dossier, "due", wrong)));
        var before = version(dossier);
        going.department.does("extendReturn", dossier, "due", "2024-10-10T10:00:00+08:00");
        time("2024-10-10T09:59:59+08:00");
        going.department.does("extendReturn", dossier, "due", "2024-12-25T23:59:59+08:00");
        assertEquals(List.of(input("clauseId", "J24-3.4", "zh", "“工程师”申报材料的修改时间由 2024-09-29 10:00 延至 2024-10-10 10:00，请在此之前修改并重新提交", "dueAt", "2024-10-10T10:00:00+08:00"),
                        input("clauseId", "J24-3.4", "zh", "“工程师”申报材料的修改时间由 2024-10-10 10:00 延至 2024-12-25 23:59，请在此之前修改并重新提交", "dueAt", "2024-12-25T23:59:59+08:00")),
                Unit.of(going.applicant).sees("{ messages(where: {kind: {eq: RETURN_EXTENDED}}, orderBy: [{field: AT}]) { nodes { clauseId zh dueAt } } }", "data", "messages", "nodes"), "he is told of each");
        assertEquals(List.of(Map.of("number", 1, "dueAt", "2024-12-25T23:59:59+08:00")), Unit.of(going.applicant).sees("{ dossier(id: \"%s\") { returns { nodes { number dueAt } } } }".formatted(dossier), "data", "dossier", "returns", "nodes"), "it is no return");
        assertEquals("{\"after\": \"2024-12-25T15:59:59Z\", \"before\": \"2024-10-10T02:00:00Z\"}", world.value("select convert_from(entry, 'UTF8')::jsonb ->> 'due' from trail where subject = ? and act = 'EXTEND_RETURN' order by seq desc limit 1", UUID.fromString(dossier)));
        time("2024-12-25T23:59:58+08:00");
        assertEquals(before, version(dossier), "he has signed for that one");
        Unit.of(going.applicant).does("resubmitDossier", dossier);
        assertEquals(List.of("chain.stage"), going.department.refused("extendReturn", dossier, "due", "2024-12-25T23:59:59.5+08:00"));

        var late = bijie();
        late.clerk.does("beginEmployerReview", late.dossier);
        late.clerk.does("returnDossier", late.dossier, "reason", "PROCEDURE", "says", "请补", "due", "2024-09-20T00:00:00+08:00");
        time("2024-09-20T00:00:00+08:00");
        assertEquals("return.over B24-3.3 input.dossier 现为 2024-09-20T00:00+08:00 | null", told(late.clerk.act("extendReturn", late.dossier, "due", "2024-09-28T10:00:00+08:00")));
    }

    /** J24-2.3: an employer has until 10-31 for what comes up to it; what a department hands back (J24-3.4) until the day that the return names. */
    @Test
    void what_comes_back_to_an_employer_after_its_own_end_is_dealt_with_until_the_day_of_the_return() {
        var going = recommendedInTime();
        var late = recommendedInTime();
        Object[] back = {"reason", "PROCEDURE", "says", "公示材料不全", "backTo", "BEFORE"};
        time("2024-10-31T00:00:00+08:00");
        assertEquals(List.of("return.due"), going.department.refused("returnDossier", going.dossier, back), "undated, the employer would have until its own end, and no whole day more");
        time("2024-11-05T10:00:00+08:00");
        var undated = going.department.act("returnDossier", going.dossier, back);
        assertEquals(List.of("return.due"), codes(undated));
        assertTrue(findings(undated).getFirst().get("asked").toString().contains("2024-11-01 00:00"), undated::toString);
        for (var wrong : List.of("2024-11-05T10:00:00+08:00", "2024-12-26T00:00:00+08:00"))
            assertEquals(List.of("return.due"), going.department.refused("returnDossier", going.dossier, with(back, "due", wrong)), wrong);
        for (var one : List.of(going, late)) one.department.does("returnDossier", one.dossier, with(back, "due", "2024-11-20T17:00:00+08:00"));
        assertEquals("EMPLOYER_REVIEW", going.stage());
        assertEquals("2024-11-20T17:00:00+08:00", dueNow(going));
        assertEquals(Map.of("kind", "RETURNED", "dueAt", "2024-11-20T17:00:00+08:00", "dossier", Map.of("id", going.dossier)),
                going.approver.sees("{ messages { nodes { kind dueAt dossier { id } } } }", "data", "messages", "nodes", 0), "who acts for the unit is told");

        going.clerk.does("returnDossier", going.dossier, "reason", "PROCEDURE", "says", "请补公示材料", "due", "2024-11-08T00:00:00+08:00");
        assertEquals(List.of(), codes(going.applicant.sign(key(), going.dossier, version(going.dossier), (String) going.applicant.pledge(going.dossier).get("words"))));
        Unit.of(going.applicant).does("resubmitDossier", going.dossier);
        assertEquals("2024-11-20T17:00:00+08:00", dueNow(going), "the end that it had");
        var hung = going.publication();
        going.published();
        assertEquals(List.of(hung, "EMPLOYER_PUBLICITY"), List.of(going.publication(), going.stage()), "what hung for its whole period and still says what the dossier says hangs no second time");
        assertNull(new Unit(world, Caller.PUBLIC, null).sees("{ publication(id: \"%s\") { id } }".formatted(hung), "data", "publication"), "its period is over");
        assertEquals(List.of("report.twice"), going.clerk.refused("reportPublication", going.dossier, "report", "公示无异议"));
        going.approver.does("recommendDossier", going.dossier, "opinion", "同意推荐");
        going.clerk.does("forwardDossier", going.dossier);
        assertEquals("2024-12-26T00:00:00+08:00", dueNow(going), "the department has what the notice gives it (J24-2.3)");
        assertEquals("UPPER_REVIEW", going.stage());

        time("2024-11-12T10:00:00+08:00");
        var anew = late.clerk.act("openPublication", late.dossier, "whereShown", "二楼公告栏", "told", late.told(), "more", 2);
        assertEquals(List.of("publication.late"), codes(anew), "told otherwise it hangs anew, from the 12th until the 21st, and its recommendation would be late");
        var why = findings(anew).getFirst();
        assertTrue(why.get("asked").toString().contains("2024-11-20T17:00+08:00") && why.get("shown").toString().contains("2024-11-22T00:00+08:00"), anew::toString);
        assertEquals(List.of("J24-3.3", "where it hung for its whole period before it was returned, tell all of it, where it is shown and for how many days as in that publication, which is taken up then; otherwise fewer days more; where that is not enough, refuse it"),
                List.of(((Map<?, ?>) why.get("clause")).get("id"), ((Map<?, ?>) why.get("remedy")).get("en")));
        assertEquals("EMPLOYER_REVIEW", late.stage());
        time("2024-11-20T17:00:00+08:00");
        var over = late.clerk.act("returnDossier", late.dossier, "reason", "PROCEDURE", "says", "太迟", "due", "2024-11-25T00:00:00+08:00");
        assertEquals(List.of("chain.late"), codes(over));
        assertEquals("于 2024-11-20 17:00 前办理", ((Map<?, ?>) findings(over).getFirst().get("asked")).get("zh"));
        assertEquals("J24-3.3", ((Map<?, ?>) findings(over).getFirst().get("clause")).get("id"));
        late.approver.does("refuseRecommendation", late.dossier, "reason", "逾期");
    }

    /** J24-3.3: that it hung where nobody saw it is not mended by its time. */
    @Test
    void what_was_ended_by_mistake_is_not_taken_up_again_after_a_return() {
        var going = jiayuguan();
        going.published();
        var ended = going.publication();
        time("2024-09-30T10:00:00+08:00");
        going.clerk.does("endPublication", going.dossier, "reason", "没有张贴");
        going.clerk.does("returnDossier", going.dossier, "reason", "PROCEDURE", "says", "请补公示材料", "due", "2024-10-08T00:00:00+08:00");
        assertEquals(List.of(), codes(going.applicant.sign(key(), going.dossier, version(going.dossier), (String) going.applicant.pledge(going.dossier).get("words"))));
        Unit.of(going.applicant).does("resubmitDossier", going.dossier);
        going.published();
        assertNotEquals(ended, going.publication());
    }

    /** J24-3.3, J24-4.1: taken up again is what hung, told once more to the letter by the unit that told it, with nobody's objection open and by nobody withdrawn; anything else hangs anew. */
    @ParameterizedTest
    @ValueSource(strings = {"nothing", "assembly", "shownWider", "unit", "objection", "withdrawal"})
    void what_hung_is_taken_up_again_as_it_was_and_not_otherwise(String other) {
        var going = going("jiayuguan", "2024-09-18T10:00:00+08:00", Claims.but(Claims.JIAYUGUAN, "category", "EXCEPTIONAL"), "620200");
        var own = Unit.of(going.applicant);
        Object[] all = {"whereShown", "一楼公告栏", "told", going.told(), "assembly", "9月10日职工大会评议通过", "shownWider", "下属各厂区公告栏", "more", 2};
        going.clerk.does("beginEmployerReview", going.dossier);
        going.clerk.does("openPublication", going.dossier, all);
        var hung = UUID.fromString(going.publication());
        time("2024-09-28T00:00:00+08:00");
        if (other.equals("withdrawal")) {
            own.does("withdrawDossier", going.dossier);
            own.does("restoreDossier", going.dossier);
            going.clerk.does("beginEmployerReview", going.dossier);
        }
        going.clerk.does("returnDossier", going.dossier, "reason", "PROCEDURE", "says", "请补公示材料", "due", "2024-10-15T00:00:00+08:00");
        assertEquals(List.of(), codes(going.applicant.sign(key(), going.dossier, version(going.dossier), (String) going.applicant.pledge(going.dossier).get("words"))));
        own.does("resubmitDossier", going.dossier);
        going.clerk.does("beginEmployerReview", going.dossier);
        if (other.equals("unit")) world.write("update publication set unit = ? where id = ?", going.department.id(), hung);
        if (other.equals("objection"))
            world.write("insert into objection (id, dossier, publication, by_name, by_account, own, says, at) values (?, ?, ?, '钱某', ?, false, '论文非本人', ?)", UUID.randomUUID(), UUID.fromString(going.dossier), hung, going.clerk.caller().account(), world.now());
        going.clerk.does("openPublication", going.dossier, Set.of("assembly", "shownWider").contains(other) ? with(all, other, "另有所述") : all);
        assertEquals(other.equals("nothing"), hung.toString().equals(going.publication()));
    }

    /** J24-2.3, J24-3.3: time that an objection took from the employer is not lost with a return. */
    @Test
    void what_was_held_stays_later_when_it_was_returned_and_comes_again() {
        var going = jiayuguan();
        going.published();
        var hung = going.publication();
        assertEquals(List.of(), codes(Unit.of(world.applicant()).objects(hung, "says", "论文非本人")));
        time("2024-11-02T10:00:00+08:00");
        going.approver.does("concludeObjection", going.dossier, "objection", world.<UUID>value("select id from objection where dossier = ?", UUID.fromString(going.dossier)).toString(), "upheld", false, "conclusion", "不属实");
        going.clerk.does("returnDossier", going.dossier, "reason", "PROCEDURE", "says", "请补公示材料", "due", "2024-11-08T00:00:00+08:00");
        assertEquals(List.of(), codes(going.applicant.sign(key(), going.dossier, version(going.dossier), (String) going.applicant.pledge(going.dossier).get("words"))));
        time("2024-11-07T10:00:00+08:00");
        Unit.of(going.applicant).does("resubmitDossier", going.dossier);
        assertEquals("2024-11-01T00:00:00+08:00", dueNow(going), "as the notice has it");
        assertEquals("“工程师”申报材料已修改并重新提交本单位", toUnit(going, "ARRIVED"), "nobody is told of a day that is past");
        going.published();
        going.recommended("同意推荐");
        going.clerk.does("forwardDossier", going.dossier);
        assertEquals("UPPER_REVIEW", going.stage());
    }

    /** J24-3.5, J24-2.3: what the joint re-check hands back goes down by days each of which is sooner than the one above, and up again within them. */
    @Test
    void a_day_that_a_return_names_holds_for_whoever_hands_it_further_back() {
        var going = recommendedInTime();
        time("2024-11-01T09:00:00+08:00");
        going.department.does("forwardDossier", going.dossier);
        Object[] back = {"reason", "PROCEDURE", "says", "公示材料不全", "backTo", "BEFORE"};
        var undated = going.bureau.act("returnDossier", going.dossier, back);
        assertEquals(List.of("return.due"), codes(undated), "the notice gives the department the bureau's own end (J24-2.3: 12-25), which would leave the bureau no time");
        assertEquals("no earlier than 2024-11-03T00:00+08:00, and sooner than 2024-12-26T00:00+08:00", ((Map<?, ?>) findings(undated).getFirst().get("remedy")).get("en"));
        going.bureau.does("returnDossier", going.dossier, with(back, "due", "2024-12-25T23:59:59+08:00"));
        going.department.does("forwardDossier", going.dossier);
        assertEquals("2024-12-26T00:00:00+08:00", dueNow(going), "the end that it had");
        going.bureau.does("returnDossier", going.dossier, with(back, "due", "2024-11-10T00:00:00+08:00"));
        assertEquals("2024-11-10T00:00:00+08:00", dueNow(going), "sooner than the notice's 12-25");
        for (var wrong : List.of("2024-11-10T00:00:00+08:00", "2024-11-10T00:00:01+08:00")) assertEquals(List.of("return.due"), going.department.refused("returnDossier", going.dossier, with(back, "due", wrong)), wrong);
        going.department.does("returnDossier", going.dossier, with(back, "due", "2024-11-09T18:00:00+08:00"));
        assertEquals(List.of("chain.elsewhere"), going.department.refused("returnDossier", going.dossier, with(back, "due", "2024-11-08T00:00:00+08:00")), "twice");
        going.clerk.does("openPublication", going.dossier, "whereShown", "公告栏", "told", going.told());
        going.recommended("同意推荐");
        going.clerk.does("forwardDossier", going.dossier);
        assertEquals("2024-11-10T00:00:00+08:00", dueNow(going), "the end that it had");
    }

    /** J24-2.3 against J24-3.5: nobody is late by the earlier of two ends. */
    @Test
    void what_comes_after_the_joint_re_checks_first_end_is_re_checked_until_its_last() {
        var going = recommendedInTime();
        var last = recommendedInTime();
        time("2024-11-11T00:00:00+08:00");
        going.department.does("forwardDossier", going.dossier);
        assertEquals("2024-12-26T00:00:00+08:00", dueNow(going));
        going.bureau.does("returnDossier", going.dossier, "reason", "PROCEDURE", "says", "汇总表不符", "backTo", "BEFORE", "due", "2024-11-20T00:00:00+08:00");
        time("2024-11-19T23:59:59+08:00");
        going.department.does("forwardDossier", going.dossier);
        assertEquals("2024-12-26T00:00:00+08:00", dueNow(going), "back by a later day than 11-10, and in time");
        time("2024-12-24T00:00:00+08:00");
        going.bureau.does("forwardDossier", going.dossier, "deliberation", "职改领导小组会议", "committee", jiayuguan.committee().toString());
        assertEquals("2024-12-26T00:00:00+08:00", dueNow(going), "the committee's is the same (J24-2.3)");
        var office = new Unit(world, jiayuguan.caller(), null);
        assertEquals(List.of("return.due"), office.refused("returnDossier", going.dossier, "reason", "PROCEDURE", "says", "超出受理范围", "backTo", "BEFORE"), "without a day: both have the same end");
        office.does("returnDossier", going.dossier, "reason", "PROCEDURE", "says", "超出受理范围", "backTo", "BEFORE", "due", "2024-12-25T23:59:59.5+08:00");
        time("2024-12-25T23:59:59+08:00");
        last.department.does("forwardDossier", last.dossier);
        going.bureau.does("forwardDossier", going.dossier, "deliberation", "职改领导小组会议", "committee", jiayuguan.committee().toString());
        assertEquals("INTAKE_PENDING", going.stage());
        time("2024-12-26T00:00:00+08:00");
        assertEquals(List.of("chain.late"), last.bureau.refused("forwardDossier", last.dossier, "deliberation", "职改领导小组会议", "committee", jiayuguan.committee().toString()));
        var over = office.act("acceptDossier", going.dossier);
        assertEquals("chain.late J24-2.3", findings(over).getFirst().get("code") + " " + ((Map<?, ?>) findings(over).getFirst().get("clause")).get("id"), "nor does the committee take it (评委会审核及评审)");
        last.bureau.does("refuseRecommendation", last.dossier, "reason", "逾期");
    }

    /** B24-annex1: a committee of Bijie takes in health by the hour that is printed; nobody hands on to it from then on. */
    @Test
    void nothing_is_handed_on_to_who_has_no_time_left() {
        var in = relayed();
        var out = relayed();
        var below = bijie();
        below.published();
        below.recommended("同意推荐");
        time("2024-10-18T16:59:59+08:00");
        in.department.does("forwardDossier", in.dossier, "committee", bijie.committee().toString());
        time("2024-10-18T17:00:00+08:00");
        var closed = out.department.act("forwardDossier", out.dossier, "committee", bijie.committee().toString());
        assertEquals(List.of("chain.late"), codes(closed));
        endless(out);
        assertEquals(List.of("chain.closed"), out.department.refused("forwardDossier", out.dossier, "committee", bijie.committee().toString()));
        assertEquals("UPPER_REVIEW", out.stage());
        endless(below);
        var relays = below.clerk.act("forwardDossier", below.dossier);
        assertEquals(List.of("chain.closed"), codes(relays));
        var why = findings(relays).getFirst();
        assertEquals("B24-annex1", ((Map<?, ?>) why.get("clause")).get("id"), "whose end it is");
        assertEquals("下一环节的办理时间已于 2024-10-18 17:00 截止（通知未给本环节期限，按其后环节的截止时间：本系统的理解）", ((Map<?, ?>) why.get("asked")).get("zh"));
        var office = new Unit(world, bijie.caller(), null);
        assertEquals(List.of("chain.late"), office.refused("returnDossier", in.dossier, "reason", "PROCEDURE", "says", "超出受理范围", "backTo", "BEFORE", "due", "2024-12-31T00:00:00+08:00"));
        out.department.does("refuseRecommendation", out.dossier, "reason", "逾期");
    }

    /** B24-annex1 gives employer and relaying unit no end of their own: what is handed back to them has a day that leaves time to who returns it. */
    @Test
    void what_a_committee_of_bijie_hands_back_has_a_day_sooner_than_its_own_end() {
        var going = relayed();
        var office = new Unit(world, bijie.caller(), null);
        Object[] back = {"reason", "PROCEDURE", "says", "超出受理范围", "backTo", "BEFORE"};
        assertEquals(List.of("return.says", "return.due"), going.department.refused("returnDossier", going.dossier, "reason", "PROCEDURE", "backTo", "BEFORE"), "without a day: both have the same end");
        going.department.does("returnDossier", going.dossier, with(back, "due", "2024-10-18T16:59:58+08:00"));
        assertEquals("2024-10-18T16:59:58+08:00", dueNow(going));
        going.clerk.does("openPublication", going.dossier, "whereShown", "公告栏");
        going.recommended("同意推荐");
        going.clerk.does("forwardDossier", going.dossier);
        going.department.does("forwardDossier", going.dossier, "committee", bijie.committee().toString());
        var undated = office.act("returnDossier", going.dossier, back);
        assertEquals(List.of("return.due"), codes(undated));
        assertTrue(((Map<?, ?>) findings(undated).getFirst().get("remedy")).get("zh").toString().endsWith("，早于 " + "2024-10-18T17:00+08:00"), undated::toString);
        assertEquals(List.of("return.due"), office.refused("returnDossier", going.dossier, with(back, "due", "2024-10-18T17:00:00+08:00")));
        office.does("returnDossier", going.dossier, with(back, "due", "2024-10-18T16:59:59+08:00"));
        assertEquals("2024-10-18T16:59:59+08:00", dueNow(going));
        going.department.does("forwardDossier", going.dossier, "committee", bijie.committee().toString());
        assertEquals("2024-10-18T17:00:00+08:00", dueNow(going));
    }

    /** B24-annex1, X24-4: who is given no end of his own has that of the next after him that has one, and is not late unwarned. */
    @Test
    void whoever_the_notice_gives_no_end_is_done_by_the_end_of_the_next_after_him() {
        var going = bijie();
        var reading = "（通知未给本环节期限，按其后环节的截止时间：本系统的理解）";
        assertEquals("2024-10-18T17:00:00+08:00", dueNow(going), "the employer's is the intake's");
        going.clerk.does("beginEmployerReview", going.dossier);
        time("2024-10-12T09:00:00+08:00");
        var late = going.clerk.act("openPublication", going.dossier, "whereShown", "公告栏");
        assertEquals("publication.late B24-annex1 input.dossier 公示期至 2024-10-19T00:00+08:00 | 审核不予通过", told(late), "nobody could recommend it");
        assertEquals("公示期满后，还能在 2024-10-18T17:00+08:00 前推荐" + reading, ((Map<?, ?>) findings(late).getFirst().get("asked")).get("zh"));
        Object[] back = {"reason", "PROCEDURE", "says", "请补"};
        assertEquals(List.of("return.due"), going.clerk.refused("returnDossier", going.dossier, with(back, "due", "2024-10-18T17:00:00+08:00")));
        time("2024-10-11T09:00:00+08:00");
        going.clerk.does("openPublication", going.dossier, "whereShown", "公告栏");
        time("2024-10-18T17:00:00+08:00");
        var over = going.clerk.act("reportPublication", going.dossier, "report", "公示无异议");
        assertEquals("chain.late B24-annex1 null 现为 2024-10-18 17:00 | 审核不予通过（refuseRecommendation）", told(over));
        assertEquals("于 2024-10-18 17:00 前办理" + reading, ((Map<?, ?>) findings(over).getFirst().get("asked")).get("zh"));
        assertEquals("EMPLOYER_PUBLICITY", going.stage(), "nothing ends by itself");

        var above = xianning();
        above.published();
        time("2024-06-28T00:00:00+08:00");
        above.approver.does("recommendDossier", above.dossier, "opinion", SENTENCE);
        above.clerk.does("forwardDossier", above.dossier);
        assertEquals("2024-10-01T00:00:00+08:00", dueNow(above), "the department's own: 审核 is of all who audit");
        above.department.does("forwardDossier", above.dossier);
        assertEquals(List.of("return.due"), above.bureau.refused("returnDossier", above.dossier, "reason", "PROCEDURE", "says", "超出受理范围", "backTo", "BEFORE", "due", "2024-10-01T00:00:00+08:00"));
        time("2025-01-02T09:00:00+08:00");
        var next = above.bureau.act("forwardDossier", above.dossier, "committee", xianning.committee().toString());
        assertEquals("chain.late X24-4 null 现为 2025-01-02 09:00 | 审核不予通过（refuseRecommendation）", told(next), "不得跨年度评审");
        assertEquals("于 2024-10-01 00:00 前办理（审核时间由评委会通知确定，此为通知允许的最晚时间：本系统的理解）", ((Map<?, ?>) findings(next).getFirst().get("asked")).get("zh"));
    }

    /** An end that is over is none: who gets it anew has what the notice gives him. */
    @Test
    void a_department_that_had_an_earlier_day_once_has_the_notices_when_another_one_had_it_since() {
        var going = recommendedInTime();
        Object[] back = {"reason", "PROCEDURE", "says", "公示材料不全", "backTo", "BEFORE"};
        time("2024-11-01T09:00:00+08:00");
        going.department.does("forwardDossier", going.dossier);
        going.bureau.does("returnDossier", going.dossier, with(back, "due", "2024-11-10T00:00:00+08:00"));
        going.department.does("returnDossier", going.dossier, with(back, "due", "2024-11-09T18:00:00+08:00"));
        going.clerk.does("openPublication", going.dossier, "whereShown", "公告栏", "told", going.told());
        going.recommended("同意推荐");
        var other = Unit.of(world, world.organisation("SUPERIOR_DEPT", "jiayuguan"), "SUPERIOR_DEPT");
        going.clerk.does("forwardDossier", going.dossier, "to", other.id().toString());
        other.does("returnDossier", going.dossier, with(back, "due", "2024-11-30T00:00:00+08:00"));
        time("2024-11-15T09:00:00+08:00");
        going.clerk.does("openPublication", going.dossier, "whereShown", "公告栏", "told", going.told());
        going.approver.does("recommendDossier", going.dossier, "opinion", "同意推荐");
        going.clerk.does("forwardDossier", going.dossier, "to", going.department.id().toString());
        assertEquals("2024-12-26T00:00:00+08:00", dueNow(going), "its 11-10 is over");
    }

    /** With the relaying unit of Bijie, in time. */
    private static Going relayed() {
        var going = bijie();
        going.published();
        going.recommended("同意推荐");
        going.clerk.does("forwardDossier", going.dossier);
        return going;
    }

    /** J24-3.4: 逾期未审核报送，不再单独受理. */
    @Test
    void what_nobody_took_in_hand_by_the_end_is_refused_and_nothing_else() {
        var going = jiayuguan();
        time("2024-11-01T00:00:00+08:00");
        assertEquals(List.of("chain.stage"), going.approver.refused("refuseRecommendation", going.dossier, "reason", "逾期未审核"));
        going.clerk.does("beginEmployerReview", going.dossier);
        assertEquals(List.of("chain.late"), going.clerk.refused("openPublication", going.dossier, "whereShown", "公告栏", "told", going.told()));
        for (var late : List.of(going.clerk.act("returnDossier", going.dossier, "reason", "PROCEDURE", "says", "补", "due", "2024-11-20T00:00:00+08:00"), going.clerk.act("askForOriginals", going.dossier, "says", "学历证书原件"),
                going.clerk.act("markItems", going.dossier, "marks", List.of(fault("facts.hours", "不全", null)))))
            assertTrue(told(late).startsWith("chain.late ") && told(late).endsWith(" | 审核不予通过（refuseRecommendation）"), () -> told(late));
        going.approver.does("refuseRecommendation", going.dossier, "reason", "逾期未审核", "clause", "J24-3.4");
        assertEquals("REJECTED", going.stage());
    }

    /** X24-5.2b: 评委会办公室…应及时按原报送渠道退回，并一次性告知申报人. */
    @Test
    void a_committees_office_returns_what_is_out_of_its_scope_by_the_channel_it_came() {
        var going = beforeItsCommittee();
        var dossier = going.dossier;
        var office = new Unit(world, xianning.caller(), null);
        var before = row(dossier);
        Object[] back = {"reason", "PROCEDURE", "says", "超出受理范围", "backTo", "BEFORE", "due", "2024-09-01T00:00:00+08:00"};
        var desk = world.<UUID>value("select office from committee where id = ?", xianning.committee());
        assertEquals("FORBIDDEN", Unit.of(world, desk, "EXPERT").send("returnDossier", dossier, back).error());
        assertEquals(List.of("chain.role"), Unit.of(world, desk, "HRSS_CITY").refused("returnDossier", dossier, back));
        for (var other : List.of(jiayuguan, Office.of(world, "xianning", List.of("ENGINEERING"), List.of("ASSOCIATE_SENIOR"))))
            assertEquals(List.of("dossier.not-found"), new Unit(world, other.caller(), null).refused("returnDossier", dossier, back), "another committee");
        assertEquals(List.of("chain.elsewhere"), going.bureau.refused("returnDossier", dossier, back));
        assertEquals(List.of("return.says", "return.due"), office.refused("returnDossier", dossier, "reason", "PROCEDURE", "backTo", "BEFORE"));
        assertEquals(List.of("return.faults", "return.due"), office.refused("returnDossier", dossier, "backTo", "BEFORE"));
        var straight = office.act("returnDossier", dossier, "reason", "PROCEDURE", "says", "超出受理范围", "due", "2024-07-05T00:00:00+08:00");
        assertEquals(List.of("return.back-to"), codes(straight));
        assertEquals("X24-5.2b", ((Map<?, ?>) findings(straight).getFirst().get("clause")).get("id"));
        assertEquals(List.of("dossier.version"), office.refused("returnDossier", dossier, with(back, "version", 1)));
        assertEquals(before, row(dossier), "nothing has changed");

        var second = Unit.of(world, desk, "COMMITTEE_OFFICE");
        var version = version(dossier);
        var both = World.together(() -> office.refused("returnDossier", dossier, with(back, "version", version)), () -> second.refused("returnDossier", dossier, with(back, "version", version)));
        assertEquals(Set.of(List.of(), List.of("chain.elsewhere")), Set.copyOf(both), "two at once");
        assertEquals("UPPER_REVIEW", going.stage());
        assertEquals(List.of("EMPLOYER FORWARDED", "SUPERIOR_DEPT FORWARDED", "HRSS_CITY FORWARDED", "COMMITTEE_OFFICE RETURNED", "HRSS_CITY null"), steps(going));
        assertEquals(List.of("chain.elsewhere"), office.refused("returnDossier", dossier, back), "twice");
        assertEquals("超出受理范围", Unit.of(going.applicant).sees("{ dossier(id: \"%s\") { returns { nodes { says } } } }".formatted(dossier), "data", "dossier", "returns", "nodes", 0, "says"), "the applicant is told");
        var returned = "{ messages(where: {kind: {eq: RETURNED}}) { totalCount } }";
        assertEquals(1, going.bureau.<Integer>sees(returned, "data", "messages", "totalCount"));
        assertEquals(0, going.department.<Integer>sees(returned, "data", "messages", "totalCount"), "and nobody else");
        going.bureau.does("forwardDossier", dossier, "committee", xianning.committee().toString());
        assertEquals("INTAKE_PENDING", going.stage());
    }

    /** X24-5.2b: 对不符合申报条件的材料，应及时退回并一次性告知退回原因. */
    @Test
    void what_a_committees_office_marks_as_faulty_goes_to_the_applicant_and_comes_back_to_it() {
        var going = beforeItsCommittee();
        var dossier = going.dossier;
        var office = new Unit(world, xianning.caller(), null);
        assertEquals("FORBIDDEN", office.send("askForOriginals", dossier, "says", "学历证书原件").error(), "that is the auditing departments' (J24-3.4)");
        office.does("markItems", dossier, "marks", List.of(fault("facts.hours", "学时不全", "X24-5.2b")));
        assertTrue(office.refused("acceptDossier", dossier).contains("chain.faults"), "it is not taken with a fault");
        office.does("returnDossier", dossier, "due", "2024-07-08T00:00:00+08:00");
        assertEquals("RETURNED", going.stage());
        assertEquals(List.of("chain.stage"), office.refused("acceptDossier", dossier));
        var facts = Claims.but(Claims.told("421202"), "hours", List.of(Map.of("year", 2024, "total", 95)));
        assertEquals(List.of(), codes(going.applicant.edit(key(), dossier, version(dossier), Map.of("facts", facts))));
        assertEquals(List.of(), codes(going.applicant.sign(key(), dossier, version(dossier), (String) going.applicant.pledge(dossier).get("words"))));
        time("2024-07-08T00:00:00+08:00");
        assertEquals(List.of("return.late"), Unit.of(going.applicant).refused("resubmitDossier", dossier));
        time("2024-07-07T23:59:59+08:00");
        Unit.of(going.applicant).does("resubmitDossier", dossier);
        assertEquals("INTAKE_PENDING", going.stage());
        assertEquals(List.of("return.told-once"), office.refused("markItems", dossier, "marks", List.of(fault("facts.degrees", "缺", null))), "all at once");
        assertFalse(office.refused("acceptDossier", dossier).contains("chain.faults"));
    }

    /** Recommended and handed to the department of Jiayuguan before 10-31. */
    private static Going recommendedInTime() {
        var going = jiayuguan();
        going.published();
        going.recommended("同意推荐");
        going.clerk.does("forwardDossier", going.dossier);
        return going;
    }

    /** Handed by the bureau to Xianning's committee, on June 28th. */
    private static Going beforeItsCommittee() {
        var going = xianning();
        going.published();
        time("2024-06-28T00:00:00+08:00");
        going.approver.does("recommendDossier", going.dossier, "opinion", SENTENCE);
        going.clerk.does("forwardDossier", going.dossier);
        going.department.does("forwardDossier", going.dossier);
        going.bureau.does("forwardDossier", going.dossier, "committee", xianning.committee().toString());
        return going;
    }

    private static String dueNow(Going going) {
        return Unit.of(going.applicant).sees("{ dossier(id: \"%s\") { steps(where: {doneAt: {isNull: true}}) { nodes { dueAt } } } }".formatted(going.dossier), "data", "dossier", "steps", "nodes", 0, "dueAt");
    }

    @Test
    void xianning_sends_what_is_out_of_scope_back_by_the_channel_it_came() {
        var going = xianning();
        var dossier = going.dossier;
        going.published();
        time("2024-06-28T00:00:00+08:00");
        going.approver.does("recommendDossier", dossier, "opinion", SENTENCE);
        going.clerk.does("forwardDossier", dossier);
        going.department.does("forwardDossier", dossier);
        var straight = going.bureau.act("returnDossier", dossier, "reason", "PROCEDURE", "says", "超出受理范围", "due", "2024-07-05T00:00:00+08:00");
        assertEquals(List.of("return.back-to"), codes(straight));
        assertEquals("X24-5.2b", ((Map<?, ?>) findings(straight).getFirst().get("clause")).get("id"));
        going.bureau.does("returnDossier", dossier, "reason", "PROCEDURE", "says", "超出受理范围", "backTo", "BEFORE", "due", "2024-07-08T00:00:00+08:00");
        assertEquals("UPPER_REVIEW", going.stage());
        going.department.does("returnDossier", dossier, "reason", "PROCEDURE", "says", "超出受理范围", "backTo", "BEFORE", "due", "2024-07-07T00:00:00+08:00");
        assertEquals("EMPLOYER_REVIEW", going.stage());
        assertEquals("超出受理范围", Unit.of(going.applicant).sees("{ dossier(id: \"%s\") { returns { nodes { says } } } }".formatted(dossier), "data", "dossier", "returns", "nodes", 0, "says"), "the applicant is told");

        var item = going.clerk.act("markItems", dossier, "marks", List.of(fault("claim.channel", "不属国有单位", null)));
        assertEquals("mark.path X24-5.2a input.marks.0.path claim.channel | 系列、层级、类别或渠道有误的，以 PROCEDURE 退回（returnDossier）并写明；能否另行申报，退回时告知申报人", told(item));
        going.clerk.does("returnDossier", dossier, "reason", "PROCEDURE", "says", "渠道有误", "due", "2024-07-05T00:00:00+08:00");
        assertEquals("“高级工程师”申报材料已退回，请于 2024-07-05 00:00 前修改并重新提交；系列、层级、类别或渠道有误的，撤回（withdrawDossier）后在申报时间内（本申报的于 2024-07-11 00:00 截止）另行申报（composeDossier）",
                Unit.of(going.applicant).sees("{ messages(where: {kind: {eq: RETURNED}}, orderBy: [{field: DUE_AT}]) { nodes { zh } } }", "data", "messages", "nodes", 0, "zh"));
        var anew = going.applicant.signed("xianning", 2024, Claims.XIANNING, Claims.told("421202"));
        Unit.of(going.applicant).does("withdrawDossier", dossier);
        assertEquals(List.of(), codes(going.applicant.submit(key(), anew, 2)), "X24-1.5 excludes it no more");
        assertEquals("dossier.not-found", going.department.refused("forwardDossier", anew).getFirst());
        going.clerk.does("beginEmployerReview", anew);
    }

    @Test
    void an_objection_by_name_holds_the_recommendation_until_it_is_concluded() {
        var going = xianning();
        var dossier = going.dossier;
        going.published();
        var neighbour = Unit.of(world.applicant());
        var another = neighbour.objects(going.publication(), "says", "论文非本人", "name", "赵某");
        assertEquals("objection.name X24-5.2a input.name 以他人姓名提出，而本账号不代表公示单位 | 不填 name，以本人姓名提出；代他人提出的由公示单位登记", told(another));
        var nobody = Unit.of(world, world.organisation("PRIVATE_ENTERPRISE", "xianning"), "EMPLOYER_CLERK");
        assertEquals("objection.name X24-5.2a input.name 本账号没有对应的人员，未填写姓名 | 以本人的账号提出，或由公示单位登记", told(nobody.objects(going.publication(), "says", "论文非本人")));
        assertEquals("objection.name X24-5.2a input.name 本账号没有对应的人员，未填写姓名 | 填写提出人的姓名", told(Unit.of(world, going.clerk.id(), "EMPLOYER_CLERK").objects(going.publication(), "says", "论文非本人")));
        assertEquals("objection.name X24-5.2a input.name 101 个字符 | 缩减 1 个字符", told(going.clerk.objects(going.publication(), "says", "来访反映", "name", "长".repeat(101))));
        assertEquals(List.of("objection.says"), codes(neighbour.objects(going.publication(), "says", " ")));
        assertEquals(Set.of("input.says", "input.name"), paths(going.clerk.objects(going.publication(), "says", "证件 620201198503010017 系伪造", "name", "６２０２０１１９８５０３０１００１７")));
        var identity = neighbour.objects(going.publication(), "says", "证件 620201198503010017 系伪造");
        assertEquals("publication.identity-number X24-5.2a input.says", told(identity).split(" 含有")[0]);
        assertTrue(told(identity).endsWith(" | 不写身份证号"), () -> told(identity));
        var own = Unit.of(going.applicant).objects(going.publication(), "says", "职称年限写错");
        assertEquals(List.of("objection.own", "X24-5.2a"), List.of(codes(own).getFirst(), ((Map<?, ?>) findings(own).getFirst().get("clause")).get("id")));
        assertEquals("EMPLOYER_PUBLICITY", going.stage(), "his own holds nothing up");
        assertEquals(List.of(), codes(neighbour.objects(going.publication(), "says", "论文非本人")));
        assertEquals(List.of(), codes(going.clerk.objects(going.publication(), "says", "来访反映", "name", "钱某")));
        assertEquals("PUBLICITY_OBJECTION", going.stage());
        time("2024-06-28T00:00:00+08:00");
        assertEquals(List.of("publication.over"), codes(neighbour.objects(going.publication(), "says", "太迟")));
        assertEquals(List.of("chain.stage"), going.approver.refused("recommendDossier", dossier, "opinion", SENTENCE));
        assertEquals(List.of(), Unit.of(going.applicant).<List<Object>>sees("{ dossier(id: \"%s\") { objections { nodes { byName } } } }".formatted(dossier), "data", "dossier", "objections", "nodes"),
                "not shown to whom it is about");
        List<Map<String, Object>> raised = going.approver.sees("{ dossier(id: \"%s\") { objections(orderBy: [{field: BY_NAME}]) { nodes { id byName } } } }".formatted(dossier), "data", "dossier", "objections", "nodes");
        assertEquals(Set.of("王虚构", "钱某"), Set.of(raised.get(0).get("byName"), raised.get(1).get("byName")));
        going.approver.does("concludeObjection", dossier, "objection", raised.get(0).get("id"), "upheld", false, "conclusion", "经核查不属实");
        assertEquals("PUBLICITY_OBJECTION", going.stage(), "one is open");
        assertEquals(List.of("objection.not-found"), going.approver.refused("concludeObjection", dossier, "objection", raised.get(0).get("id"), "upheld", true, "conclusion", "再来一次"));
        going.approver.does("concludeObjection", dossier, "objection", raised.get(1).get("id"), "upheld", false, "conclusion", "不属实");
        assertEquals("OBJECT, CONCLUDE_OBJECTION, CONCLUDE_OBJECTION", world.value("select string_agg(act, ', ' order by seq) from trail where subject = ? and organisation = ? and act in ('OBJECT', 'CONCLUDE_OBJECTION')", UUID.fromString(dossier), going.clerk.id()),
                "which of them the unit entered itself, and that it concluded both");
        for (var before = version(dossier) - 1; before > 1; before--) {
            var old = Unit.of(going.applicant).act("withdrawDossier", dossier, "version", before);
            assertEquals(List.of("dossier.version"), codes(old));
            for (var theirs : List.of("王虚构", "钱某", "论文非本人", "来访反映", "不属实")) assertFalse(old.toString().contains(theirs), () -> "what others said is not shown to whom it is about: " + old);
        }
        going.approver.does("recommendDossier", dossier, "opinion", SENTENCE);
        assertEquals("publication.not-found", codes(neighbour.objects(going.publication(), "says", "还有")).getFirst(), "it has ended");
        assertEquals(List.of(), neighbour.<List<Object>>sees("{ publications(where: {id: {eq: \"%s\"}}) { nodes { id } } }".formatted(going.publication()), "data", "publications", "nodes"));

        var mine = "{ objections { nodes { says upheld conclusion concludedAt publication { id } dossier { id } } } }";
        assertEquals(List.of(input("says", "论文非本人", "upheld", false, "conclusion", raised.get(0).get("byName").equals("王虚构") ? "经核查不属实" : "不属实", "concludedAt", "2024-06-28T00:00:00+08:00", "publication", null, "dossier", null)),
                neighbour.sees(mine, "data", "objections", "nodes"), "his own, with its conclusion, and nothing of the dossier");
        for (var one : List.of(neighbour, going.clerk))
            assertEquals(List.of(input("clauseId", "X24-5.2a", "dossier", null)), one.sees("{ messages(where: {kind: {eq: OBJECTION_CONCLUDED}}) { nodes { clauseId dossier { id } } } }", "data", "messages", "nodes"), "who entered it is told");
        for (var stranger : List.of(Unit.of(world.applicant()), Unit.of(going.applicant), new Unit(world, Caller.PUBLIC, null)))
            assertEquals(List.of(), stranger.<List<Object>>sees(mine, "data", "objections", "nodes"));

        var guilty = xianning();
        guilty.published();
        neighbour.objects(guilty.publication(), "says", "论文抄袭");
        guilty.approver.does("concludeObjection", guilty.dossier, "objection", world.<UUID>value("select id from objection where dossier = ?", UUID.fromString(guilty.dossier)).toString(), "upheld", true, "conclusion", "属实");
        assertEquals("REJECTED", guilty.stage());
    }

    /** J24-3.3, X24-5.2a: who objects has a right to a conclusion, and whoever publishes to go on meanwhile. */
    @Test
    void one_objection_of_an_account_is_open_at_a_time_and_a_second_one_changes_nothing() {
        var going = xianning();
        going.published();
        var neighbour = Unit.of(world.applicant());
        var both = World.together(() -> codes(neighbour.objects(going.publication(), "says", "论文非本人")), () -> codes(neighbour.objects(going.publication(), "says", "项目非本人")));
        assertEquals(List.of("objection.open"), both.stream().flatMap(List::stream).toList());
        var before = row(going.dossier);
        var again = neighbour.objects(going.publication(), "says", "还有一件");
        assertEquals(List.of("objection.open"), codes(again));
        assertEquals("X24-5.2a", ((Map<?, ?>) findings(again).getFirst().get("clause")).get("id"));
        assertEquals(before, row(going.dossier), "nobody's act is stale by it");
        var shows = "{ dossier(id: \"%s\") { version updatedAt stage stageSince trail { totalCount } } }".formatted(going.dossier);
        var own = Unit.of(going.applicant).<Map<String, Object>>sees(shows, "data", "dossier");
        time("2024-06-24T11:00:00+08:00");
        assertEquals(List.of(), codes(Unit.of(world.applicant()).objects(going.publication(), "says", "另一人")));
        assertEquals(own, Unit.of(going.applicant).<Map<String, Object>>sees(shows, "data", "dossier"), "nor does whom it is about learn that somebody else objected");
        for (var name : List.of("钱某", "孙某")) assertEquals(List.of(), codes(going.clerk.objects(going.publication(), "says", "来访反映", "name", name)), "the unit enters who came to it");
        assertEquals(List.of("objection.open"), codes(going.clerk.objects(going.publication(), "says", "再次来访", "name", "\u3000钱\u200B 某")), "the same name");
        assertEquals(List.of("objection.name"), codes(going.clerk.objects(going.publication(), "says", "再次来访", "name", "钱\u0001某")), "it does not show");
        var first = world.<UUID>value("select id from objection where publication = ? and by_account = ?", UUID.fromString(going.publication()), neighbour.caller().account()).toString();
        going.approver.does("concludeObjection", going.dossier, "objection", first, "upheld", false, "conclusion", "不属实");
        assertEquals(List.of(), codes(neighbour.objects(going.publication(), "says", "还有一件")), "when it is concluded");
        assertEquals(5L, world.<Long>value("select count(*) from objection where dossier = ?", UUID.fromString(going.dossier)));
    }

    /** J24-4.1: 职工大会集体评议，适当延长公示期和扩大公示范围. */
    @ParameterizedTest
    @ValueSource(strings = {"EXCEPTIONAL", "GRASSROOTS_VALID", "HARDSHIP_UNIT"})
    void for_three_categories_a_staff_assembly_deliberates_and_it_is_published_longer_and_more_widely(String category) {
        var going = going("jiayuguan", "2024-09-18T10:00:00+08:00", Claims.but(Claims.JIAYUGUAN, "category", category), "620200");
        going.clerk.does("beginEmployerReview", going.dossier);
        var usual = going.clerk.act("openPublication", going.dossier, "whereShown", "一楼公告栏", "told", going.told());
        assertEquals(List.of("publication.assembly", "publication.wider", "publication.longer"), codes(usual));
        assertEquals(Set.of("input.assembly", "input.shownWider", "input.more"), paths(usual));
        assertTrue(findings(usual).stream().allMatch(one -> ((Map<?, ?>) one.get("clause")).get("id").equals("J24-4.1")), usual::toString);
        Object[] all = {"whereShown", "一楼公告栏", "told", going.told(), "assembly", "9月10日职工大会评议通过", "shownWider", "下属各厂区公告栏", "more", 2};
        for (var blank : List.of("", " "))
            assertEquals(List.of("publication.assembly", "publication.wider"), going.clerk.refused("openPublication", going.dossier, with(all, "assembly", blank, "shownWider", blank)));
        assertEquals(List.of("publication.longer"), going.clerk.refused("openPublication", going.dossier, with(all, "more", 0)));
        assertEquals(List.of("publication.identity-number"), going.clerk.refused("openPublication", going.dossier, with(all, "shownWider", "证件 620201198503010017")));
        for (var where : List.of("shownWider", "assembly", "whereShown"))
            assertTrue(told(going.clerk.act("openPublication", going.dossier, with(all, where, "长".repeat(501)))).matches("publication.length J24-3.3 input." + where + " 501 个字符 \\| 缩减 1 个字符"), where);
        assertEquals("publication.more J24-3.3 input.more 61 天 | 至多 60 天（本系统所设上限）", told(going.clerk.act("openPublication", going.dossier, with(all, "more", 61))));
        going.clerk.does("openPublication", going.dossier, all);
        assertEquals(Map.of("assembly", "9月10日职工大会评议通过", "shownWider", "下属各厂区公告栏", "until", "2024-09-28T00:00:00+08:00", "days", 7),
                new Unit(world, Caller.PUBLIC, null).sees("{ publication(id: \"%s\") { assembly shownWider until days } }".formatted(going.publication()), "data", "publication"), "two working days more than five");
        time("2024-09-27T23:59:59.999999+08:00");
        assertEquals(List.of("publication.period"), going.clerk.refused("reportPublication", going.dossier, "report", "无异议"));
        time("2024-09-28T00:00:00+08:00");
        going.clerk.does("reportPublication", going.dossier, "report", "无异议");
        going.approver.does("recommendDossier", going.dossier, "opinion", "同意推荐");

        var ordinary = jiayuguan();
        ordinary.clerk.does("beginEmployerReview", ordinary.dossier);
        ordinary.clerk.does("openPublication", ordinary.dossier, "whereShown", "公告栏", "told", ordinary.told(), "assembly", " ", "shownWider", "");
        assertNull(ordinary.clerk.sees("{ publication(id: \"%s\") { shownWider } }".formatted(ordinary.publication()), "data", "publication", "shownWider"), "nobody else is asked for it");
    }

    /** J24-3.4: 退回次数不超过3次, read for each auditing department, or for all together. */
    @ParameterizedTest
    @CsvSource({"each, ''", "together, return.limit"})
    void how_often_a_second_department_returns_after_three_returns_of_the_first_is_a_reading(String reading, String refused) {
        try (var read = World.at("2024-09-18T10:00:00+08:00", "zhicheng.readings", List.of("J24-3.4.returns=" + reading))) {
            var going = Handed.in(read, "jiayuguan", Claims.JIAYUGUAN, "620200");
            going.published(List.of(particular("CAREER", "2008年至今，16年"), particular("APPOINTED", "2016年1月"), particular("GRASSROOTS", "无"), particular("CONDITIONS", "第五条第一款")));
            going.clerk().does("reportPublication", going.dossier(), "report", "公示无异议");
            going.approver().does("recommendDossier", going.dossier(), "opinion", "同意推荐");
            going.clerk().does("forwardDossier", going.dossier());
            for (var time = 0; time < 3; time++) {
                going.department().does("returnDossier", going.dossier(), "reason", "PROCEDURE", "says", "材料不齐", "due", "2024-10-20T00:00:00+08:00");
                assertEquals(List.of(), codes(going.applicant().sign(key(), going.dossier(), read.<Integer>value("select version from dossier where id = ?", going.id()), (String) going.applicant().pledge(going.dossier()).get("words"))));
                Unit.of(going.applicant()).does("resubmitDossier", going.dossier());
            }
            assertEquals(List.of("return.limit"), going.department().refused("returnDossier", going.dossier(), "reason", "PROCEDURE", "says", "仍不齐", "due", "2024-10-20T00:00:00+08:00"), "its fourth in either reading");
            var second = Unit.of(read, read.organisation("SUPERIOR_DEPT", "jiayuguan"), "SUPERIOR_DEPT");
            read.write("update dossier_step set unit = ? where dossier = ? and done_at is null", second.id(), going.id()); // the department was reorganised, and another one audits
            var theirs = second.act("returnDossier", going.dossier(), "reason", "PROCEDURE", "says", "材料不齐", "due", "2024-10-20T00:00:00+08:00");
            assertEquals(refused.isEmpty() ? List.of() : List.of(refused), codes(theirs));
            assertEquals(refused.isEmpty() ? "RETURNED" : "UPPER_REVIEW", going.stage());
            if (!refused.isEmpty()) assertEquals("J24-3.4", ((Map<?, ?>) findings(theirs).getFirst().get("clause")).get("id"));
        }
    }

    /** J24-3.3, X24-5.2a: what is published is published for some days, whoever forgets what comes after them. */
    @Test
    void a_publication_is_everybodys_for_its_period_and_no_longer() {
        var going = jiayuguan();
        going.published();
        var seen = "{ publications(where: {id: {eq: \"%s\"}}) { totalCount nodes { id } } publication(id: \"%1$s\") { id } }".formatted(going.publication());
        var anybody = new Unit(world, Caller.PUBLIC, null);
        var neighbour = Unit.of(world.applicant());
        time("2024-09-25T23:59:59.999999+08:00");
        for (var who : List.of(anybody, neighbour, going.department, going.clerk)) assertEquals(1, who.<Integer>sees(seen, "data", "publications", "totalCount"));
        time("2024-09-26T00:00:00+08:00");
        for (var who : List.of(anybody, neighbour, going.department)) {
            assertEquals(Map.of("totalCount", 0, "nodes", List.of()), who.sees(seen, "data", "publications"));
            assertNull(who.sees(seen, "data", "publication"));
        }
        for (var who : List.of(going.clerk, going.approver, going.bureau, Unit.of(going.applicant))) assertEquals(going.publication(), who.sees(seen, "data", "publication", "id"));
        assertEquals(true, world.value("select ended_at is null from publication where id = ?", UUID.fromString(going.publication())), "nobody has ended it");
    }

    @Test
    void who_objected_is_not_in_the_trail_that_the_applicant_sees() {
        var going = xianning();
        going.published();
        assertEquals(List.of(), codes(Unit.of(world.applicant()).objects(going.publication(), "says", "论文非本人")));
        var seen = "{ dossier(id: \"%s\") { trail { nodes { act } } } }".formatted(going.dossier);
        assertEquals(List.of("OPEN_PUBLICATION", "BEGIN_REVIEW", "SUBMIT", "SIGN_PLEDGE", "EDIT", "COMPOSE"),
                Unit.of(going.applicant).<List<Map<String, Object>>>sees(seen, "data", "dossier", "trail", "nodes").stream().map(one -> one.get("act")).toList());
        var auditor = new Unit(world, world.account(null, null, "AUDITOR"), null);
        assertEquals(1, auditor.<Integer>sees("{ trail(where: {subjectId: {eq: \"%s\"}, act: {eq: \"OBJECT\"}}) { totalCount } }".formatted(going.dossier), "data", "trail", "totalCount"));
    }

    /** MOHRSS40: experts are not made public; but who is an expert as well does most of what he does as something else. */
    @Test
    void who_is_an_expert_too_keeps_his_own_trail_and_hides_no_act_that_he_did_otherwise() throws SQLException {
        time("2024-06-20T10:00:00+08:00");
        var somebody = world.applicant();
        var expert = new Applicant(world, world.account(somebody.person(), world.organisation("COMMITTEE_OFFICE", "xianning"), "APPLICANT", "EXPERT"), somebody.person(), somebody.employer());
        var dossier = expert.signed("xianning", 2024, Claims.XIANNING, Claims.told("421202"));
        assertEquals(List.of(), codes(expert.submit(key(), dossier, 2)));
        Unit.of(world, expert.employer(), "EMPLOYER_CLERK", "EXPERT").does("beginEmployerReview", dossier);
        var seen = "{ dossier(id: \"%s\") { trail { nodes { act capacity byExpert } } } }".formatted(dossier);
        List<Map<String, Object>> trail = Unit.of(expert).sees(seen, "data", "dossier", "trail", "nodes");
        assertEquals(List.of("BEGIN_REVIEW EMPLOYER_CLERK", "SUBMIT APPLICANT", "SIGN_PLEDGE APPLICANT", "EDIT APPLICANT", "COMPOSE APPLICANT"),
                trail.stream().map(one -> one.get("act") + " " + one.get("capacity")).toList());

        for (var by : List.of(expert.caller().account(), UUID.randomUUID())) // as such entries were written when all roles of an account stood in them
            try (var tx = world.transaction()) {
                Chain.DOSSIER.add(tx, UUID.fromString(dossier), Acts.entry(new Viewer(by, Set.of(Role.APPLICANT, Role.EXPERT), null, null), "MEND", world.now(), Map.of("clauses", List.of("X24-5.2b"))), world.now());
                tx.commit();
            }
        List<Map<String, Object>> more = Unit.of(expert).sees(seen, "data", "dossier", "trail", "nodes");
        assertEquals(List.of("MEND APPLICANT EXPERT true", "BEGIN_REVIEW EMPLOYER_CLERK false"), more.stream().limit(2).map(one -> one.get("act") + " " + one.get("capacity") + " " + one.get("byExpert")).toList(),
                "his own, and not the other expert's");
        assertEquals(6, more.size());
    }

    /** X24-5.2a: who objects is not told to whom it is about; being an auditor makes nobody an exception. */
    @Test
    void an_auditor_does_not_see_who_objected_to_his_own_publication() {
        var going = xianning();
        going.published();
        assertEquals(List.of(), codes(Unit.of(world.applicant()).objects(going.publication(), "says", "论文非本人")));
        var seen = "{ trail(where: {subjectId: {eq: \"%s\"}}) { totalCount nodes { act } } }".formatted(going.dossier);
        var himself = new Unit(world, world.account(going.applicant.person(), null, "APPLICANT", "AUDITOR"), null);
        List<Map<String, Object>> acts = himself.sees(seen, "data", "trail", "nodes");
        assertEquals(List.of("OPEN_PUBLICATION", "BEGIN_REVIEW", "SUBMIT", "SIGN_PLEDGE", "EDIT", "COMPOSE"), acts.stream().map(one -> one.get("act")).toList());
        var another = new Unit(world, world.account(world.applicant().person(), null, "APPLICANT", "AUDITOR"), null);
        assertEquals(7, another.<Integer>sees(seen, "data", "trail", "totalCount"));
    }

    @Test
    void an_objection_that_is_open_stays_open_when_its_publication_ends() {
        var going = jiayuguan();
        going.published();
        assertEquals(List.of(), codes(Unit.of(world.applicant()).objects(going.publication(), "says", "论文非本人")));
        Unit.of(going.applicant).does("withdrawDossier", going.dossier);
        Unit.of(going.applicant).does("restoreDossier", going.dossier);
        going.published();
        assertEquals("PUBLICITY_OBJECTION", going.stage());
        going.approver.does("concludeObjection", going.dossier, "objection", world.<UUID>value("select id from objection where dossier = ?", UUID.fromString(going.dossier)).toString(), "upheld", false, "conclusion", "不属实");
        assertEquals("EMPLOYER_PUBLICITY", going.stage());
    }

    /** J24-3.3: who objects has a right to his conclusion whatever becomes of the application: he is told that it ended, and then what was found. */
    @Test
    void what_is_objected_is_concluded_after_the_application_has_ended_too() {
        var neighbour = Unit.of(world.applicant());
        var refused = objected(neighbour);
        refused.approver.does("refuseRecommendation", refused.dossier, "reason", "不符合条件");
        var withdrawn = objected(neighbour);
        assertEquals(List.of(), codes(withdrawn.clerk.objects(withdrawn.publication(), "says", "来访反映", "name", "钱某")));
        var left = objected(neighbour);
        var restored = objected(neighbour);
        for (var going : List.of(withdrawn, left, restored)) Unit.of(going.applicant).does("withdrawDossier", going.dossier);
        assertEquals("“工程师”申报材料已由申报人撤回，除核查公示异议外无须办理", toUnit(withdrawn, "WITHDRAWN"));
        Unit.of(restored.applicant).does("restoreDossier", restored.dossier);
        restored.clerk.does("beginEmployerReview", restored.dossier);

        List<Map<String, Object>> told = neighbour.sees("{ messages(where: {kind: {eq: OBJECTION_LEFT_OPEN}}) { nodes { zh dossier { id } } } }", "data", "messages", "nodes");
        assertEquals(4, told.size());
        for (var one : told) assertTrue(one.get("zh").toString().contains("届时另行告知") && one.get("dossier") == null, () -> "that it will be concluded, and nothing of the dossier: " + one);
        assertEquals("公示异议“论文非本人”尚未核查办结，所涉申报现已停止办理：请作出书面结论（concludeObjection）", refused.approver.sees("{ messages(where: {kind: {eq: OBJECTION_LEFT_OPEN}}) { nodes { zh } } }", "data", "messages", "nodes", 0, "zh"));
        assertEquals(0, Unit.of(refused.applicant).<Integer>sees("{ messages(where: {kind: {eq: OBJECTION_LEFT_OPEN}}) { totalCount } }", "data", "messages", "totalCount"), "not whom it is about");
        assertEquals("FORBIDDEN", refused.clerk.send("concludeObjection", refused.dossier, more("objection")).error());
        assertEquals(List.of("objection.not-found"), refused.approver.refused("concludeObjection", refused.dossier, more("objection")));

        var waits = "{ publicationGroups(by: [DOSSIER_STAGE], where: {unit: {id: {eq: \"%s\"}}, objections: {some: {concludedAt: {isNull: true}}}, dossier: {stage: {in: [REJECTED, WITHDRAWN, FORFEITED, TERMINATED, DISQUALIFIED]}}}) { groups { by { dossierStage } count } } }".formatted(refused.clerk.id());
        for (var sees : List.of(refused.bureau, refused.approver))
            assertEquals(List.of(Map.of("by", Map.of("dossierStage", "REJECTED"), "count", 1)), sees.sees(waits, "data", "publicationGroups", "groups"), "its visit is done, and it is listed all the same");
        assertEquals(List.of(), concludes(refused, "论文非本人", true));
        assertEquals("REJECTED", refused.stage());
        assertEquals(List.of(), refused.bureau.sees(waits, "data", "publicationGroups", "groups"));
        assertEquals(List.of("chain.stage"), Unit.of(world, refused.clerk.id(), "EMPLOYER_APPROVER").refused("refuseRecommendation", refused.dossier, "reason", "再次"), "nothing else is done with it");
        assertEquals(List.of(), concludes(withdrawn, "论文非本人", true));
        assertEquals(List.of("REJECTED", "J24-3.3"), List.of(withdrawn.stage(), world.value("select ended_clause from dossier where id = ?", UUID.fromString(withdrawn.dossier))), "or a withdrawal would get round it");
        assertEquals("WITHDRAWN null, REFUSED 已核查", world.value("select string_agg(outcome || ' ' || coalesce(words, 'null'), ', ' order by seq) from dossier_step where dossier = ?", UUID.fromString(withdrawn.dossier)), "what was found he reads of a visit of its own");
        assertEquals(List.of("dossier.stage"), Unit.of(withdrawn.applicant).refused("restoreDossier", withdrawn.dossier));
        assertEquals(List.of(), concludes(withdrawn, "来访反映", false));
        assertEquals(List.of(), concludes(restored, "论文非本人", false));
        assertEquals("EMPLOYER_REVIEW", restored.stage());
        restored.clerk.does("openPublication", restored.dossier, "whereShown", "公告栏", "told", restored.told());
        assertEquals("EMPLOYER_PUBLICITY", restored.stage(), "nothing is open any more");
        var forfeited = objected(neighbour);
        forfeited.clerk.does("endPublication", forfeited.dossier, "reason", "没有张贴");
        forfeited.clerk.does("returnDossier", forfeited.dossier, "reason", "PROCEDURE", "says", "请补公示材料", "due", "2024-09-25T00:00:00+08:00");
        time("2024-10-21T00:00:00+08:00");
        world.bean(ForfeitLate.class).run(world.now());
        assertEquals("FORFEITED", forfeited.stage());
        assertEquals(5, neighbour.<Integer>sees("{ messages(where: {kind: {eq: OBJECTION_LEFT_OPEN}}) { totalCount } }", "data", "messages", "totalCount"));
        assertEquals(List.of(), concludes(forfeited, "论文非本人", true));
        assertEquals("FORFEITED", forfeited.stage(), "it has ended");
        assertEquals(List.of(), concludes(left, "论文非本人", true));
        assertEquals("WITHDRAWN", left.stage(), "it could not be taken back any more");
        assertEquals(5, neighbour.<Integer>sees("{ messages(where: {kind: {eq: OBJECTION_CONCLUDED}}) { totalCount } }", "data", "messages", "totalCount"), "of each what was found");
        assertEquals(0, Unit.of(left.applicant).<Integer>sees("{ messages(where: {kind: {eq: OBJECTION_CONCLUDED}}) { totalCount } }", "data", "messages", "totalCount"), "it excludes nothing in Jiayuguan");
        assertEquals("CONCLUDE_OBJECTION J24-3.3", world.value("select act || ' ' || clause from trail where subject = ? order by seq desc limit 1", UUID.fromString(left.dossier)));
    }

    /** J24-3.3: an account is told once of a thing, and then what is to be done. */
    @Test
    void who_concludes_what_he_entered_for_somebody_is_told_to_conclude_it() {
        var going = objected(Unit.of(world.applicant()));
        var both = Unit.of(world, going.clerk.id(), "EMPLOYER_CLERK", "EMPLOYER_APPROVER");
        assertEquals(List.of(), codes(both.objects(going.publication(), "says", "来访反映", "name", "钱某")));
        Unit.of(going.applicant).does("withdrawDossier", going.dossier);
        List<Map<String, Object>> told = both.sees("{ messages(where: {kind: {eq: OBJECTION_LEFT_OPEN}}) { nodes { zh } } }", "data", "messages", "nodes");
        assertEquals(2, told.size());
        assertTrue(told.stream().allMatch(one -> one.get("zh").toString().endsWith("请作出书面结论（concludeObjection）")), told::toString);
    }

    /** J24-3.3, X24-6.6: he acts for that unit no more, and what he objected in his own name is his all the same. */
    @Test
    void who_objected_in_his_own_name_by_an_account_that_is_closed_is_told_as_a_person() {
        var himself = world.applicant();
        var going = objected(Unit.of(himself));
        assertEquals(List.of(), codes(going.clerk.objects(going.publication(), "says", "来访反映", "name", "钱某")));
        var clerks = world.<UUID>value("select by_account from objection where dossier = ? and not own", UUID.fromString(going.dossier));
        world.write("update account set disabled = true where id in (?, ?)", himself.caller().account(), clerks);
        Unit.of(going.applicant).does("withdrawDossier", going.dossier);
        var again = new Unit(world, world.account(himself.person(), null, "APPLICANT"), null);
        assertEquals(List.of(), concludes(going, "论文非本人", false));
        assertEquals(List.of(), concludes(going, "来访反映", false));
        List<Map<String, Object>> told = again.sees("{ messages(where: {kind: {in: [OBJECTION_LEFT_OPEN, OBJECTION_CONCLUDED]}}) { nodes { zh dossier { id } } } }", "data", "messages", "nodes");
        assertEquals(List.of("公示异议“论文非本人”已核查：不成立；书面结论请向公示单位索取"), told.stream().map(one -> one.get("zh")).filter(zh -> zh.toString().contains("已核查")).toList());
        assertEquals(2, told.size());
        assertTrue(told.stream().allMatch(one -> one.get("dossier") == null));
        assertEquals(2L, world.<Long>value("select count(*) from message where account = ? and kind in ('OBJECTION_LEFT_OPEN', 'OBJECTION_CONCLUDED')", clerks), "what a clerk entered for somebody is told where he did");
    }

    /** J24-3.3: nor does who objected wait until it is mended, or taken in hand again. */
    @ParameterizedTest
    @CsvSource({"SUBMITTED, false, SUBMITTED", "SUBMITTED, true, REJECTED", "RETURNED, false, RETURNED", "RETURNED, true, REJECTED", "WITHDRAWN, true, REJECTED"})
    void what_is_objected_is_concluded_while_its_applicant_mends_or_nobody_has_it_in_hand(String from, boolean upheld, String to) {
        var going = objected(Unit.of(world.applicant()));
        if (from.equals("RETURNED")) {
            going.clerk.does("endPublication", going.dossier, "reason", "没有张贴");
            going.clerk.does("returnDossier", going.dossier, "reason", "PROCEDURE", "says", "请补公示材料", "due", "2024-09-25T00:00:00+08:00");
        } else {
            Unit.of(going.applicant).does("withdrawDossier", going.dossier);
            if (from.equals("SUBMITTED")) Unit.of(going.applicant).does("restoreDossier", going.dossier);
        }
        assertEquals(from, going.stage());
        assertEquals(List.of(), concludes(going, "论文非本人", upheld));
        assertEquals(to, going.stage());
        if (upheld)
            assertEquals(Map.of("outcome", "REFUSED", "words", "已核查"), Unit.of(going.applicant).<List<?>>sees("{ dossier(id: \"%s\") { steps(orderBy: [{field: SEQ}]) { nodes { outcome words } } } }".formatted(going.dossier), "data", "dossier", "steps", "nodes").getLast(), "why, he reads");
        assertEquals(upheld || from.equals("RETURNED") ? 0L : 1L, world.<Long>value("select count(*) from dossier_step where dossier = ? and done_at is null", UUID.fromString(going.dossier)));
    }

    /** J24-3.3: nobody looks into what he objects himself; what he enters for somebody else he does. And no identity number comes to who objected. */
    @Test
    void who_objects_does_not_conclude_it_and_is_told_no_identity_number() {
        var going = jiayuguan();
        going.published();
        var neighbour = world.applicant();
        world.write("update person set name = '虚构邻人' where id = ?", neighbour.person());
        var approver = new Unit(world, world.account(neighbour.person(), going.applicant.employer(), "EMPLOYER_APPROVER"), going.applicant.employer());
        for (var by : List.of(approver, Unit.of(neighbour))) {
            assertEquals(List.of(), codes(by.objects(going.publication(), "says", "论文非本人")));
            var objection = world.<UUID>value("select id from objection where dossier = ? and concluded_at is null", UUID.fromString(going.dossier)).toString();
            assertEquals(List.of("objection.own"), approver.refused("concludeObjection", going.dossier, "objection", objection, "upheld", true, "conclusion", "属实"));
            assertEquals(List.of("publication.identity-number"), going.approver.refused("concludeObjection", going.dossier, "objection", objection, "upheld", false, "conclusion", "身份证620201198805230313，不属实"));
            assertEquals(List.of(), going.approver.refused("concludeObjection", going.dossier, "objection", objection, "upheld", false, "conclusion", "不属实"));
        }
        assertEquals(List.of(), codes(going.clerk.objects(going.publication(), "name", "虚构邻人", "says", "由他人代为登记")));
        var his = world.<UUID>value("select id from objection where dossier = ? and concluded_at is null", UUID.fromString(going.dossier)).toString();
        assertEquals(List.of("objection.own"), approver.refused("concludeObjection", going.dossier, "objection", his, "upheld", true, "conclusion", "属实"), "in his name, whoever entered it");
        assertEquals(List.of(), going.approver.refused("concludeObjection", going.dossier, "objection", his, "upheld", false, "conclusion", "不属实"));
        assertEquals(List.of(), codes(Unit.of(neighbour).objects(going.publication(), "says", "在姓名更正之前提出")));
        world.write("update person set name = '虚构近邻' where id = ?", neighbour.person());
        assertEquals(List.of("objection.open"), codes(Unit.of(neighbour).objects(going.publication(), "says", "在姓名更正之后提出")), "he has raised one");
        var renamed = world.<UUID>value("select id from objection where dossier = ? and concluded_at is null", UUID.fromString(going.dossier)).toString();
        assertEquals(List.of("objection.own"), approver.refused("concludeObjection", going.dossier, "objection", renamed, "upheld", true, "conclusion", "属实"), "he raised it, whatever he is called now");
        assertEquals(List.of(), going.approver.refused("concludeObjection", going.dossier, "objection", renamed, "upheld", false, "conclusion", "不属实"));
        world.write("update person set name = '虚构邻人' where id = ?", neighbour.person());
        var namesake = world.applicant();
        world.write("update person set name = '虚构邻人' where id = ?", namesake.person());
        world.numbered(neighbour.person());
        assertEquals(List.of(), codes(Unit.of(namesake).objects(going.publication(), "says", "论文非本人")));
        var another = world.<UUID>value("select id from objection where dossier = ? and concluded_at is null", UUID.fromString(going.dossier)).toString();
        assertEquals(List.of("objection.own"), approver.refused("concludeObjection", going.dossier, "objection", another, "upheld", false, "conclusion", "不属实"), "who may be he, as one number alone says");
        world.numbered(namesake.person());
        assertEquals(List.of(), approver.refused("concludeObjection", going.dossier, "objection", another, "upheld", false, "conclusion", "不属实"), "somebody else of his name, as both numbers say");
        assertEquals(List.of(), codes(approver.objects(going.publication(), "name", "虚构来访人", "says", "论文非本人")));
        var entered = world.<UUID>value("select id from objection where dossier = ? and concluded_at is null", UUID.fromString(going.dossier)).toString();
        assertEquals(List.of(), approver.refused("concludeObjection", going.dossier, "objection", entered, "upheld", false, "conclusion", "不属实"));
    }

    /** Published in Jiayuguan, and objected to. */
    private static Going objected(Unit by) {
        var going = jiayuguan();
        going.published();
        assertEquals(List.of(), codes(by.objects(going.publication(), "says", "论文非本人")));
        return going;
    }

    /** J24-3.3, X24-5.2a: whoever concludes it learns that it came, and neither who objected nor what. */
    @Test
    void a_unit_is_told_that_something_was_objected() {
        var going = jiayuguan();
        world.account(going.applicant.person(), going.applicant.employer(), "EMPLOYER_APPROVER");
        going.published();
        for (var _ : List.of("first", "second")) assertEquals(List.of(), codes(Unit.of(world.applicant()).objects(going.publication(), "says", "论文非本人")));
        assertEquals("“工程师”的公示收到异议：请核查并作出书面结论（concludeObjection）", toUnit(going, "OBJECTION_RAISED"));
        assertEquals(Collections.nCopies(2, Map.of("dossier", Map.of("id", going.dossier))), going.approver.sees("{ messages(where: {kind: {eq: OBJECTION_RAISED}}) { nodes { dossier { id } } } }", "data", "messages", "nodes"), "of each");
        assertEquals(0, Unit.of(going.applicant).<Integer>sees("{ messages(where: {kind: {eq: OBJECTION_RAISED}}) { totalCount } }", "data", "messages", "totalCount"), "not whom it is about, though he approves for his unit");
    }

    /** The codes of what refuses to conclude what somebody said. */
    private static List<String> concludes(Going going, String says, boolean upheld) {
        var objection = world.<UUID>value("select id from objection where dossier = ? and says = ?", UUID.fromString(going.dossier), says).toString();
        return going.approver.refused("concludeObjection", going.dossier, "objection", objection, "upheld", upheld, "conclusion", "已核查");
    }

    /** J24-2.3: what is objected gives the unit no time that it had not, so nothing is published anew that could not be over in time were it concluded now; what held it before counts. */
    @Test
    void while_an_objection_is_open_a_publication_is_over_in_time_too() {
        var late = jiayuguan();
        var going = jiayuguan();
        for (var one : List.of(late, going)) one.clerk.does("beginEmployerReview", one.dossier);
        time("2024-10-22T10:00:00+08:00");
        for (var one : List.of(late, going)) one.clerk.does("openPublication", one.dossier, "whereShown", "公告栏", "told", one.told());
        assertEquals(List.of(), codes(Unit.of(world.applicant()).objects(going.publication(), "says", "论文非本人")));
        time("2024-10-25T10:00:00+08:00");
        assertEquals(List.of(), codes(Unit.of(world.applicant()).objects(late.publication(), "says", "论文非本人")));
        time("2024-10-28T10:00:00+08:00");
        for (var one : List.of(late, going)) one.clerk.does("endPublication", one.dossier, "reason", "没有张贴");
        var refused = late.clerk.act("openPublication", late.dossier, "whereShown", "公告栏", "told", late.told());
        assertEquals("publication.late J24-2.3 input.dossier 公示期至 2024-11-05T00:00+08:00 | 审核不予通过", told(refused));
        assertEquals("公示期满后，还能在 2024-11-04T00:00+08:00 前推荐", ((Map<?, ?>) findings(refused).getFirst().get("asked")).get("zh"), "three days that it was held");
        going.clerk.does("openPublication", going.dossier, "whereShown", "公告栏", "told", going.told());
        assertEquals("PUBLICITY_OBJECTION", going.stage());
    }

    @Test
    void a_publication_that_was_opened_by_mistake_is_ended_and_the_next_one_runs_for_a_whole_period() {
        var going = xianning();
        var dossier = going.dossier;
        going.published();
        var first = going.publication();
        var neighbour = Unit.of(world.applicant());
        assertEquals(List.of("publication.reason"), going.clerk.refused("endPublication", dossier, "reason", " "));
        assertEquals(List.of("words.identity-number"), going.clerk.refused("endPublication", dossier, "reason", "误登" + NUMBER));
        assertEquals(List.of(), codes(neighbour.objects(first, "says", "论文非本人")));
        time("2024-06-24T10:00:00+08:00");
        going.clerk.does("endPublication", dossier, "reason", "业绩写错");
        assertEquals(List.of("EMPLOYER_REVIEW", "END_PUBLICATION X24-5.2a"), List.of(going.stage(), world.value("select act || ' ' || clause from trail where subject = ? order by seq desc limit 1", UUID.fromString(dossier))));
        assertEquals(List.of("publication.not-found"), codes(Unit.of(world.applicant()).objects(first, "says", "太迟")));
        assertEquals(List.of("chain.stage"), going.clerk.refused("endPublication", dossier, "reason", "业绩写错"), "twice");
        going.clerk.does("openPublication", dossier, "whereShown", "一楼公告栏", "told", going.told());
        assertEquals("2024-07-02T00:00:00+08:00", going.clerk.sees("{ publication(id: \"%s\") { until } }".formatted(going.publication()), "data", "publication", "until"), "five working days from its own day on");
        assertEquals("PUBLICITY_OBJECTION", going.stage(), "what was objected holds it too");
        going.approver.does("concludeObjection", dossier, "objection", world.<UUID>value("select id from objection where dossier = ?", UUID.fromString(dossier)).toString(), "upheld", false, "conclusion", "不属实");
        time("2024-06-28T00:00:00+08:00");
        assertEquals(List.of("publication.period"), going.approver.refused("recommendDossier", dossier, "opinion", SENTENCE), "where the first one would have been over");
        time("2024-07-02T00:00:00+08:00");
        going.approver.does("recommendDossier", dossier, "opinion", SENTENCE);
    }

    /** J24-4.3, J24-2.2b, X24-3.1.2: a unit acts for its own people, also with what it has in hand; returning and refusing stay open to it, and what it recommended goes on with the bodies above. */
    @Test
    void a_unit_goes_on_for_nobody_who_has_left_it() {
        var going = jiayuguan();
        var dossier = going.dossier;
        bound(going);
        left(going);
        going.clerk.does("beginEmployerReview", dossier);
        var refused = going.clerk.act("openPublication", dossier, "whereShown", "公告栏", "told", going.told());
        assertEquals(List.of("unit.not-own"), codes(refused));
        assertEquals("J24-4.3", ((Map<?, ?>) findings(refused).getFirst().get("clause")).get("id"));
        assertTrue(told(refused).endsWith(" | 申报人与其重新绑定（requestBinding）"), refused::toString);
        assertEquals("OPEN_PUBLICATION_REFUSED J24-4.3", world.value("select act || ' ' || clause from trail where subject = ? order by seq desc limit 1", going.clerk.caller().account()), "and it is written down");
        assertEquals(List.of(Map.of("clauseId", "J24-4.3", "dossier", Map.of("id", dossier))), Unit.of(going.applicant).sees("{ messages(where: {kind: {eq: BINDING_ENDED}}) { nodes { clauseId dossier { id } } } }", "data", "messages", "nodes"), "he is told, and led to what he can do something about");
        assertTrue(world.<String>value("select zh from message where person = ? and kind = 'BINDING_ENDED'", going.applicant.person()).endsWith("；经其申报的“工程师”，请与其重新绑定（requestBinding），或撤回（withdrawDossier）后在申报时间内（本申报的于 2024-10-21 00:00 截止）另行申报（composeDossier）"));
        bound(going);
        world.write("insert into binding (id, person, organisation, region, ground, state, name, asked_at, decided_at) select ?, person, organisation, region, 'FILE_KEEPING', state, name, asked_at, decided_at from binding where person = ? and state = 'CONFIRMED'",
                UUID.randomUUID(), going.applicant.person());
        var binding = world.<UUID>value("select id from binding where person = ? and state = 'CONFIRMED' and ground = 'FILE_KEEPING'", going.applicant.person()).toString();
        assertEquals(List.of(), codes(going.clerk.acts("endBinding", "binding { state }", "binding", binding, "version", 1)));
        assertEquals("false true, true false", world.value("""
                select string_agg(says, ', ' order by says) from (
                    select (zh like '%不再为您公示、推荐%' and en like '%neither publishes nor recommends%') || ' ' || (zh like '%（档案托管）%仍有其他绑定' and en like '%keeping the file; another binding to it stands') as says
                    from message where person = ? and kind = 'BINDING_ENDED') told""", going.applicant.person()), "where another binding to it stands he is told no more than what ended");
        going.clerk.does("openPublication", dossier, "whereShown", "公告栏", "told", going.told());
        left(going);
        time("2024-09-26T00:00:00+08:00");
        assertEquals(List.of("unit.not-own"), going.clerk.refused("reportPublication", dossier, "report", "公示无异议"));
        assertEquals(List.of("publication.report", "unit.not-own"), going.approver.refused("recommendDossier", dossier, "opinion", "同意推荐"));
        going.clerk.does("markItems", dossier, "marks", List.of(fault("facts.hours", "不全", null)));
        going.clerk.does("returnDossier", dossier, "due", "2024-10-10T00:00:00+08:00");
        mendHours(going, 99);
        assertEquals("unit.not-own J24-4.3 null 申报材料所经单位现与申报人没有绑定 | 与其重新绑定（requestBinding），或撤回（withdrawDossier）后在申报时间内（本申报的于 2024-10-21 00:00 截止）另行申报（composeDossier）", told(Unit.of(going.applicant).act("resubmitDossier", dossier)));
        assertEquals(List.of("dossier.version", "unit.not-own"), Unit.of(going.applicant).refused("resubmitDossier", dossier, "version", version(dossier) - 1).stream().sorted().toList());
        assertFalse(world.<String>value("select convert_from(entry, 'UTF8') from trail where subject = ? order by seq desc limit 1", UUID.fromString(dossier)).contains("hours"), "what was told stands in no trail in plain");
        assertEquals("RESUBMIT_REFUSED", world.value("select act from trail where subject = ? order by seq desc limit 1", UUID.fromString(dossier)));
        bound(going);
        Unit.of(going.applicant).does("resubmitDossier", dossier);
        left(going);
        Unit.of(going.applicant).does("withdrawDossier", dossier);
        var restored = Unit.of(going.applicant).act("restoreDossier", dossier);
        assertEquals("unit.not-own J24-4.3 null 申报材料所经单位现与申报人没有绑定 | 与该单位重新绑定（requestBinding），再恢复", told(restored));
        assertEquals("WITHDRAWN RESTORE_REFUSED", going.stage() + " " + world.value("select act from trail where subject = ? order by seq desc limit 1", UUID.fromString(dossier)));
        bound(going);
        Unit.of(going.applicant).does("restoreDossier", dossier);
        going.clerk.does("beginEmployerReview", dossier);
        left(going);
        going.approver.does("refuseRecommendation", dossier, "reason", "已离职");

        var recommended = jiayuguan();
        recommended.published();
        recommended.recommended("同意推荐");
        bound(recommended);
        left(recommended);
        assertEquals(List.of("unit.not-own"), recommended.clerk.refused("forwardDossier", recommended.dossier));
        bound(recommended);
        recommended.clerk.does("forwardDossier", recommended.dossier);
        left(recommended);
        recommended.department.does("forwardDossier", recommended.dossier);
        assertEquals("null 不再为您公示、推荐", world.value("select coalesce(dossier::text, 'null') || ' ' || split_part(zh, '，', 2) from message where person = ? and kind = 'BINDING_ENDED' and zh not like '%经其申报的%'", recommended.applicant.person()), "about what has gone on nothing is to be done");
    }

    private static void bound(Going going) {
        world.write("insert into binding (id, person, organisation, region, ground, state, name, asked_at, decided_at) values (?, ?, ?, 'jiayuguan', 'EMPLOYMENT', 'CONFIRMED', '王虚构', ?, ?)",
                UUID.randomUUID(), going.applicant.person(), going.applicant.employer(), world.now(), world.now());
        world.write("update person set employer = ? where id = ?", going.applicant.employer(), going.applicant.person());
    }

    private static void left(Going going) {
        var binding = world.<UUID>value("select id from binding where person = ? and state = 'CONFIRMED'", going.applicant.person()).toString();
        assertEquals(List.of(), codes(going.clerk.acts("endBinding", "binding { state }", "binding", binding, "version", 1, "reason", "已离职")));
    }

    @Test
    void originals_that_were_asked_for_hold_a_dossier_until_they_were_checked_and_agree() {
        var going = jiayuguan();
        var dossier = going.dossier;
        going.published();
        going.recommended("同意推荐");
        assertEquals(List.of("dossier.not-found"), going.department.refused("askForOriginals", dossier, "says", "学历证书原件"), "it has not come there");
        going.clerk.does("forwardDossier", dossier);
        assertEquals(List.of("originals.says"), going.department.refused("askForOriginals", dossier, "says", " "));
        going.department.does("askForOriginals", dossier, "says", "学历证书原件");
        assertEquals("“工程师”申报材料须核验原件：学历证书原件", Unit.of(going.applicant).sees("{ messages(where: {kind: {eq: ORIGINALS_ASKED}}) { nodes { zh } } }", "data", "messages", "nodes", 0, "zh"));
        assertEquals(Map.of("says", "学历证书原件", "clauseId", "J24-3.4"), Unit.of(going.applicant).sees("{ dossier(id: \"%s\") { originals { nodes { says clauseId } } } }".formatted(dossier), "data", "dossier", "originals", "nodes", 0),
                "the applicant is told");
        var held = going.department.act("forwardDossier", dossier);
        assertEquals(List.of("chain.originals"), codes(held));
        assertEquals("J24-3.4", ((Map<?, ?>) findings(held).getFirst().get("clause")).get("id"));
        var originals = world.<UUID>value("select id from originals where dossier = ?", UUID.fromString(dossier)).toString();
        assertEquals(List.of("originals.found"), going.department.refused("recordOriginals", dossier, "originals", originals, "agree", true, "found", ""));
        assertEquals(List.of("words.identity-number", "words.identity-number"), going.department.refused("recordOriginals", dossier, "originals", originals, "agree", true, "found", "与" + NUMBER + "一致", "whereKept", NUMBER + "卷"));
        assertEquals(List.of("originals.not-found"), going.department.refused("recordOriginals", dossier, "originals", UUID.randomUUID().toString(), "agree", true, "found", "一致"));
        assertEquals(List.of("chain.elsewhere"), going.clerk.refused("recordOriginals", dossier, "originals", originals, "agree", true, "found", "一致"));
        going.department.does("recordOriginals", dossier, "originals", originals, "agree", true, "found", "一致", "whereKept", "主管部门档案室");
        going.department.does("recordOriginals", dossier, "originals", originals, "agree", false, "found", "编号不一致");
        assertEquals(List.of("originals.not-found"), going.department.refused("recordOriginals", dossier, "originals", originals, "agree", true, "found", "一致"), "a later check counts");
        assertEquals(List.of("chain.originals"), going.department.refused("forwardDossier", dossier));
        going.department.does("askForOriginals", dossier, "says", "学历证书原件");
        assertEquals(2, Unit.of(going.applicant).<Integer>sees("{ messages(where: {kind: {eq: ORIGINALS_ASKED}}) { totalCount } }", "data", "messages", "totalCount"), "he is told each time");
        var again = world.<UUID>value("select id from originals where dossier = ? and checked_at is null", UUID.fromString(dossier)).toString();
        going.department.does("recordOriginals", dossier, "originals", again, "agree", true, "found", "补办后一致");
        assertEquals(Set.of("一致 true", "编号不一致 true", "补办后一致 false"), Unit.of(going.applicant).<List<Map<String, Object>>>sees("{ dossier(id: \"%s\") { originals { nodes { found supersededAt } } } }".formatted(dossier), "data", "dossier", "originals", "nodes").stream()
                .map(one -> one.get("found") + " " + (one.get("supersededAt") != null)).collect(Collectors.toSet()), "what was found before is seen");
        assertEquals(3L, world.<Long>value("select count(*) from trail where subject = ? and act = 'RECORD_ORIGINALS'", UUID.fromString(dossier)));
        going.department.does("forwardDossier", dossier);

        var other = jiayuguan();
        other.clerk.does("beginEmployerReview", other.dossier);
        other.clerk.does("askForOriginals", other.dossier, "says", "学历证书原件");
        other.clerk.does("recordOriginals", other.dossier, "originals", world.<UUID>value("select id from originals where dossier = ?", UUID.fromString(other.dossier)).toString(), "agree", false, "found", "不一致");
        assertEquals("记录核查情况，不一致的可重新核查（recordOriginals），或退回、审核不予通过", ((Map<?, ?>) findings(other.clerk.act("openPublication", other.dossier, "whereShown", "一楼公告栏", "told", other.told())).getFirst().get("remedy")).get("zh"));
        assertEquals(List.of("chain.originals"), other.clerk.refused("openPublication", other.dossier, "whereShown", "一楼公告栏", "told", other.told()), "they do not agree");
        other.clerk.does("returnDossier", other.dossier, "reason", "PROCEDURE", "says", "请补原件", "due", "2024-10-08T00:00:00+08:00");
        assertEquals(List.of(), codes(other.applicant.sign(key(), other.dossier, version(other.dossier), (String) other.applicant.pledge(other.dossier).get("words"))));
        Unit.of(other.applicant).does("resubmitDossier", other.dossier);
        other.clerk.does("beginEmployerReview", other.dossier);
        assertEquals(List.of("chain.originals"), other.clerk.refused("openPublication", other.dossier, "whereShown", "一楼公告栏", "told", other.told()), "nor do they because it was returned");
        other.approver.does("refuseRecommendation", other.dossier, "reason", "原件与上传材料不一致", "clause", "J24-3.4");
        assertEquals("REJECTED", other.stage());
    }

    /** J24-3.4: a return wipes nothing out that the auditing department has asked for, and has not checked, or found not to agree. */
    @Test
    void originals_that_were_not_checked_or_did_not_agree_hold_a_dossier_that_comes_back_to_who_asked_for_them() {
        var going = jiayuguan();
        var dossier = going.dossier;
        going.clerk.does("beginEmployerReview", dossier);
        going.clerk.does("askForOriginals", dossier, "says", "劳动合同原件");
        going.clerk.does("recordOriginals", dossier, "originals", asked(going), "agree", true, "found", "一致");
        going.clerk.does("openPublication", dossier, "whereShown", "一楼公告栏", "told", going.told());
        going.recommended("同意推荐");
        going.clerk.does("forwardDossier", dossier);
        going.department.does("askForOriginals", dossier, "says", "学历证书原件");
        var originals = asked(going);
        for (var time = 1; time <= 2; time++) {
            going.department.does("markItems", dossier, "marks", List.of(fault("facts.hours", "学时证明不全", "J24-3.4")));
            if (time == 2) going.department.does("recordOriginals", dossier, "originals", originals, "agree", false, "found", "编号不一致");
            going.department.does("returnDossier", dossier, "due", "2024-10-20T00:00:00+08:00");
            mendHours(going, 98 + time);
            Unit.of(going.applicant).does("resubmitDossier", dossier);
            assertEquals(List.of("chain.originals"), going.department.refused("forwardDossier", dossier), time == 1 ? "they are still to be checked" : "and again, since they did not agree");
        }
        going.department.does("returnDossier", dossier, "backTo", "BEFORE", "reason", "PROCEDURE", "says", "应重新公示");
        going.clerk.does("openPublication", dossier, "whereShown", "一楼公告栏", "told", going.told());
        going.recommended("同意推荐");
        going.clerk.does("forwardDossier", dossier);
        assertEquals(List.of("chain.originals"), going.department.refused("forwardDossier", dossier), "by way of the employer too");
        going.department.does("recordOriginals", dossier, "originals", originals, "agree", true, "found", "补办后一致");
        going.department.does("forwardDossier", dossier);
    }

    private static String asked(Going going) {
        return world.<UUID>value("select id from originals where dossier = ? and checked_at is null", UUID.fromString(going.dossier)).toString();
    }

    /** J24-3.4: a withdrawal that is taken back wipes nothing out that the auditing department has found. */
    @Test
    void what_was_marked_and_asked_for_holds_after_a_withdrawal_that_is_taken_back() {
        var going = jiayuguan();
        var dossier = going.dossier;
        going.published();
        going.recommended("同意推荐");
        going.clerk.does("forwardDossier", dossier);
        going.department.does("markItems", dossier, "marks", List.of(fault("facts.hours", "学时证明不全", "J24-3.4")));
        going.department.does("askForOriginals", dossier, "says", "学历证书原件");
        var originals = world.<UUID>value("select id from originals where dossier = ?", UUID.fromString(dossier)).toString();
        going.department.does("recordOriginals", dossier, "originals", originals, "agree", false, "found", "不一致");
        for (var time = 0; time < 2; time++) {
            assertEquals(List.of("chain.faults", "chain.originals"), going.department.refused("forwardDossier", dossier));
            Unit.of(going.applicant).does("withdrawDossier", dossier);
            Unit.of(going.applicant).does("restoreDossier", dossier);
            assertEquals("UPPER_REVIEW", going.stage());
        }
        going.department.does("markItems", dossier, "marks", List.of(Map.of("path", "facts.hours", "accepted", true), fault("facts.titles", "证书不清", null)));
        going.department.does("recordOriginals", dossier, "originals", originals, "agree", true, "found", "补办后一致");
        assertEquals(List.of("chain.faults"), going.department.refused("forwardDossier", dossier));
        Unit.of(going.applicant).does("withdrawDossier", dossier);
        Unit.of(going.applicant).does("restoreDossier", dossier);
        going.department.does("returnDossier", dossier, "due", "2024-10-20T00:00:00+08:00");
        assertEquals("facts.titles", world.value("select string_agg(path, ', ') from dossier_mark where dossier = ? and returned is not null", UUID.fromString(dossier)), "what is faulty is told, and nothing else");
    }

    /** J24-3.4: «退回次数不超过3次», by one unit, as whomever it has the dossier. */
    @Test
    void a_bureau_that_is_the_auditing_department_and_re_checks_too_returns_three_times_in_all() {
        var going = jiayuguan();
        var dossier = going.dossier;
        world.write("update organisation set parent = ? where id = ?", going.bureau.id(), going.applicant.employer());
        going.published();
        going.recommended("同意推荐");
        going.clerk.does("forwardDossier", dossier);
        Object[] back = {"reason", "PROCEDURE", "backTo", "BEFORE", "says", "补充公示结果报告", "due", "2024-10-28T00:00:00+08:00"};
        for (var time = 0; time < 2; time++) {
            going.bureau.does("returnDossier", dossier, back);
            going.clerk.does("openPublication", dossier, "whereShown", "一楼公告栏", "told", going.told()); // what hung hangs no second time
            going.approver.does("recommendDossier", dossier, "opinion", "同意推荐");
            going.clerk.does("forwardDossier", dossier);
        }
        going.bureau.does("forwardDossier", dossier);
        assertEquals("JOINT_REVIEW", going.stage());
        assertEquals(List.of("return.told-once J24-3.4"), findings(going.bureau.act("markItems", dossier, "marks", List.of(fault("facts.hours", "学时证明不全", null)))).stream()
                .map(one -> one.get("code") + " " + ((Map<?, ?>) one.get("clause")).get("id")).toList(), "what it told once it has told");
        going.bureau.does("returnDossier", dossier, "reason", "PROCEDURE", "backTo", "BEFORE", "says", "退回审核环节", "due", "2024-10-30T00:00:00+08:00");
        assertEquals(3L, world.<Long>value("select count(*) from dossier_return where dossier = ? and counted", UUID.fromString(dossier)));
        assertEquals(List.of("return.limit"), going.bureau.refused("returnDossier", dossier, back));
        going.bureau.does("forwardDossier", dossier);
        var fourth = going.bureau.act("returnDossier", dossier, back);
        assertEquals(List.of("return.limit"), codes(fourth));
        assertEquals("J24-3.4", ((Map<?, ?>) findings(fourth).getFirst().get("clause")).get("id"));
    }

    /** Another province's clause rules nothing here. */
    @Test
    void a_clause_that_is_named_is_of_the_dossiers_own_notice_or_national() {
        var going = jiayuguan();
        going.clerk.does("beginEmployerReview", going.dossier);
        for (var foreign : List.of("B24-4.1", "X24-1.found", "nowhere")) {
            var marked = findings(going.clerk.act("markItems", going.dossier, "marks", List.of(fault("facts.hours", "学时不足", foreign))));
            assertEquals(List.of("mark.clause", "input.marks.0.clause"), List.of(marked.getFirst().get("code"), marked.getFirst().get("path")));
            var refused = findings(going.approver.act("refuseRecommendation", going.dossier, "reason", "不符", "clause", foreign));
            assertEquals(List.of("refusal.clause", "input.clause"), List.of(refused.getFirst().get("code"), refused.getFirst().get("path")));
            assertTrue(((String) ((Map<?, ?>) refused.getFirst().get("remedy")).get("zh")).startsWith("写明 J24、MOHRSS40、"), refused::toString);
        }
        going.clerk.does("markItems", going.dossier, "marks", List.of(fault("facts.hours", "学时不足", "J24-3.4"), fault("facts.titles", "不符", "MOHRSS40")));
        going.approver.does("refuseRecommendation", going.dossier, "reason", "不符", "clause", "J24-4.3");
        assertEquals("REJECTED", going.stage());
    }

    /** X24-1.found, J24-3.3: what is found late is neither published nor recommended nor handed on, and whoever has the dossier can do something about it. */
    @Test
    void what_is_found_after_a_publication_or_a_recommendation_is_returned_mended_and_published_anew() {
        var going = jiayuguan();
        var dossier = going.dossier;
        var faulty = List.of(fault("facts.hours", "学时证明不全", null));
        going.clerk.does("beginEmployerReview", dossier);
        going.clerk.does("markItems", dossier, "marks", faulty);
        assertEquals(List.of("chain.faults"), going.clerk.refused("openPublication", dossier, "whereShown", "公告栏", "told", going.told()));
        going.clerk.does("markItems", dossier, "marks", List.of(Map.of("path", "facts.hours", "accepted", true)));
        going.clerk.does("openPublication", dossier, "whereShown", "公告栏", "told", going.told());
        going.clerk.does("askForOriginals", dossier, "says", "学时证明原件");
        time("2024-09-26T00:00:00+08:00");
        going.clerk.does("reportPublication", dossier, "report", "公示无异议");
        assertEquals(List.of("chain.originals"), going.approver.refused("recommendDossier", dossier, "opinion", "同意推荐"));
        going.clerk.does("recordOriginals", dossier, "originals", world.<UUID>value("select id from originals where dossier = ?", UUID.fromString(dossier)).toString(), "agree", true, "found", "一致");
        going.clerk.does("markItems", dossier, "marks", faulty);
        assertEquals(List.of("chain.faults"), going.approver.refused("recommendDossier", dossier, "opinion", "同意推荐"));
        assertEquals("EMPLOYER_PUBLICITY", going.stage());
        going.clerk.does("returnDossier", dossier, "due", "2024-10-10T00:00:00+08:00");
        assertEquals(List.of("RETURNED", 0L), List.of(going.stage(), world.<Long>value("select count(*) from publication where dossier = ? and ended_at is null", UUID.fromString(dossier))), "and is published no more");

        mendHours(going, 99);
        Unit.of(going.applicant).does("resubmitDossier", dossier);
        assertEquals(List.of("chain.stage"), going.approver.refused("recommendDossier", dossier, "opinion", "同意推荐"), "published anew first");
        going.published();
        going.recommended("同意推荐");
        going.clerk.does("markItems", dossier, "marks", faulty);
        assertEquals("RECOMMENDED", going.stage());
        assertEquals(List.of("chain.faults"), going.clerk.refused("forwardDossier", dossier));
        going.clerk.does("returnDossier", dossier, "due", "2024-10-15T00:00:00+08:00");
        mendHours(going, 100);
        Unit.of(going.applicant).does("resubmitDossier", dossier);
        assertEquals("SUBMITTED", going.stage());
        going.published();
        going.recommended("同意推荐");
        going.clerk.does("forwardDossier", dossier);
        assertEquals(List.of("EMPLOYER RETURNED", "EMPLOYER RETURNED", "EMPLOYER FORWARDED", "SUPERIOR_DEPT null"), steps(going));
    }

    @Test
    void an_objection_is_concluded_and_a_dossier_refused_after_the_end_of_the_step_too() {
        var open = jiayuguan();
        var concluded = jiayuguan();
        for (var going : List.of(open, concluded)) {
            time("2024-10-20T10:00:00+08:00");
            going.published();
            assertEquals(List.of(), codes(Unit.of(world.applicant()).objects(going.publication(), "says", "论文非本人")));
        }
        time("2024-11-01T00:00:00+08:00");
        assertEquals(List.of("refusal.reason"), open.approver.refused("refuseRecommendation", open.dossier, "reason", ""));
        open.approver.does("refuseRecommendation", open.dossier, "reason", "逾期未核查完毕");
        assertEquals("REJECTED", open.stage(), "with its objection open");
        concluded.approver.does("concludeObjection", concluded.dossier, "objection", world.<UUID>value("select id from objection where dossier = ?", UUID.fromString(concluded.dossier)).toString(), "upheld", false, "conclusion", "不属实");
        assertEquals("EMPLOYER_PUBLICITY", concluded.stage());
        time("2024-11-12T13:59:59+08:00");
        concluded.clerk.does("markItems", concluded.dossier, "marks", List.of(Map.of("path", "facts.hours", "accepted", true)));
        time("2024-11-12T14:00:00+08:00");
        assertEquals(List.of("chain.late"), concluded.clerk.refused("reportPublication", concluded.dossier, "report", "无异议"), "later by as long as it was held, eleven days and fourteen hours");
        assertEquals(List.of("chain.late"), concluded.clerk.refused("returnDossier", concluded.dossier, "due", "2024-11-20T00:00:00+08:00"));
        concluded.approver.does("refuseRecommendation", concluded.dossier, "reason", "逾期");
        assertEquals(List.of("chain.stage"), concluded.approver.refused("refuseRecommendation", concluded.dossier, "reason", "逾期"), "twice");
    }

    @Test
    void xianning_two_units_recommend_jointly_and_both_sign() {
        time("2024-06-20T10:00:00+08:00");
        var applicant = world.applicant();
        var department = world.organisation("SUPERIOR_DEPT", "xianning");
        world.write("update organisation set parent = ? where id = ?", department, applicant.employer());
        var using = world.organisation("PRIVATE_ENTERPRISE", "xianning");
        var told = Claims.but(Claims.but(Claims.told("421202"), "employment", "DISPATCHED"), "answers",
                List.of(Claims.answer("using-unit-private", "true"), Claims.answer("joint-recommendation", "true"), Claims.answer("both-sign", "true")));
        var dossier = applicant.signed("xianning", 2024, Claims.but(Claims.XIANNING, "channel", "private-enterprise"), told);
        assertEquals(List.of(), applicant.submit(key(), dossier, 2).get("findings"));
        var company = Unit.of(world, applicant.employer(), "AGENCY");
        var signer = Unit.of(world, using, "EMPLOYER_APPROVER");
        company.does("beginEmployerReview", dossier);
        var shown = List.of(particular("ACHIEVEMENTS", "参与桥梁加固"));
        var alone = company.act("openPublication", dossier, "whereShown", "公告栏", "told", shown);
        assertEquals(List.of("publication.joint"), codes(alone));
        assertEquals("X24-3.1.2", ((Map<?, ?>) findings(alone).getFirst().get("clause")).get("id"));
        var elsewhere = Unit.of(world, world.organisation("PRIVATE_ENTERPRISE", "jiayuguan"), "EMPLOYER_APPROVER").id();
        var bureau = Unit.of(world, world.organisation("HRSS", "xianning"), "AGENCY").id();
        var nobody = Unit.of(world, world.organisation("PRIVATE_ENTERPRISE", "xianning"), "EMPLOYER_CLERK").id();
        var closed = Unit.of(world, world.organisation("PRIVATE_ENTERPRISE", "xianning"), "EMPLOYER_APPROVER").id();
        world.write("update account set disabled = true where organisation = ?", closed);
        for (var wrong : List.of(applicant.employer(), UUID.randomUUID(), elsewhere, bureau, nobody, closed))
            assertEquals(List.of("publication.joint"), company.refused("openPublication", dossier, "whereShown", "公告栏", "told", shown, "jointWith", wrong.toString()), "it could never sign");
        company.does("openPublication", dossier, "whereShown", "公告栏", "told", shown, "jointWith", using.toString());
        var publication = world.<UUID>value("select id from publication where dossier = ?", UUID.fromString(dossier)).toString();
        assertEquals(using.toString(), signer.sees("{ publication(id: \"%s\") { jointWith { id } } }".formatted(publication), "data", "publication", "jointWith", "id"));

        assertEquals(List.of("publication.period"), codes(signer.signs(publication, SENTENCE)));
        time("2024-06-28T00:00:00+08:00");
        var single = company.act("recommendDossier", dossier, "opinion", SENTENCE);
        assertEquals(List.of("recommendation.second-signature"), codes(single));
        assertEquals("X24-3.1.2", ((Map<?, ?>) findings(single).getFirst().get("clause")).get("id"));
        assertEquals(List.of("signature.unit"), codes(company.signs(publication, SENTENCE)));
        assertEquals("X24-3.1.2", world.value("select clause from trail where act = 'SIGN_RECOMMENDATION_REFUSED' and subject_kind = 'ACCOUNT' and organisation = ?", company.id()), "written down (J24-4.3, X24-3.1.2)");
        assertEquals(List.of("recommendation.sentence"), codes(signer.signs(publication, "同意")));
        assertEquals(List.of(), codes(signer.signs(publication, SENTENCE)));
        assertEquals(List.of("signature.twice"), codes(signer.signs(publication, SENTENCE)));
        var signed = "{ publication(id: \"%s\") { id jointOpinion } publications(where: {jointOpinion: {isNull: false}, id: {eq: \"%1$s\"}}) { totalCount } }".formatted(publication);
        assertEquals(List.of(publication, 0), List.of(signer.sees(signed, "data", "publication", "id"), signer.sees(signed, "data", "publications", "totalCount")), "its period is over, and it is still to be signed");
        assertNull(signer.sees(signed, "data", "publication", "jointOpinion"), "what is no part of what is published");
        assertEquals(List.of(SENTENCE, 1), List.of(company.sees(signed, "data", "publication", "jointOpinion"), company.sees(signed, "data", "publications", "totalCount")));
        assertNull(new Unit(world, Caller.PUBLIC, null).sees(signed, "data", "publication"));
        assertNull(signer.sees("{ dossier(id: \"%s\") { id } }".formatted(dossier), "data", "dossier"), "it signs what is published");
        company.does("returnDossier", dossier, "reason", "PROCEDURE", "says", "请补公示材料", "due", "2024-07-05T00:00:00+08:00");
        assertEquals(List.of(), codes(applicant.sign(key(), dossier, version(dossier), (String) applicant.pledge(dossier).get("words"))));
        Unit.of(applicant).does("resubmitDossier", dossier);
        company.does("beginEmployerReview", dossier);
        world.write("update account set disabled = true where organisation = ?", using);
        company.does("openPublication", dossier, "whereShown", "公告栏", "told", shown, "jointWith", using.toString());
        assertEquals(1L, world.<Long>value("select count(*) from publication where dossier = ?", UUID.fromString(dossier)), "taken up again, as it was signed, it asks nobody to sign");
        world.write("update account set disabled = false where organisation = ?", using);
        var both = world.applicant().person();
        world.write("update person set name = '双虚构' where id = ?", both);
        world.write("update account set person = ? where organisation = ?", both, using);
        var alike = new Unit(world, world.account(both, applicant.employer(), "AGENCY"), applicant.employer()).act("recommendDossier", dossier, "opinion", SENTENCE);
        assertEquals(List.of("recommendation.same-person"), codes(alike), "one person signs for one unit");
        assertEquals("X24-3.1.2", ((Map<?, ?>) findings(alike).getFirst().get("clause")).get("id"));
        var namesake = world.applicant().person();
        world.write("update person set name = (select name from person where id = ?) where id = ?", both, namesake);
        assertEquals(List.of("recommendation.same-person"), new Unit(world, world.account(namesake, applicant.employer(), "AGENCY"), applicant.employer()).refused("recommendDossier", dossier, "opinion", SENTENCE), "he may be the same");
        world.write("update account set person = null where organisation = ?", using);
        company.does("recommendDossier", dossier, "opinion", SENTENCE);
        assertEquals("publication.not-found", codes(signer.signs(publication, SENTENCE)).getFirst(), "it has ended");
        var above = Unit.of(world, department, "SUPERIOR_DEPT");
        company.does("forwardDossier", dossier);
        assertEquals("UPPER_REVIEW", world.value("select stage from dossier where id = ?", UUID.fromString(dossier)));
        assertEquals("SIGN_RECOMMENDATION X24-3.1.2", world.value("select act || ' ' || clause from trail where subject = ? and act = 'SIGN_RECOMMENDATION'", UUID.fromString(dossier)));

        Object[] back = {"reason", "PROCEDURE", "says", "公示材料不全", "backTo", "BEFORE", "due", "2024-09-01T00:00:00+08:00"};
        above.does("returnDossier", dossier, back);
        company.does("openPublication", dossier, "whereShown", "公告栏", "told", shown, "jointWith", using.toString());
        assertEquals(true, world.value("select ended_at is null and joint_at is not null from publication where id = ?", UUID.fromString(publication)), "signed as it was");
        company.does("recommendDossier", dossier, "opinion", SENTENCE);
        company.does("forwardDossier", dossier);
        above.does("returnDossier", dossier, back);
        var third = Unit.of(world, world.organisation("PRIVATE_ENTERPRISE", "xianning"), "EMPLOYER_APPROVER").id();
        company.does("openPublication", dossier, "whereShown", "公告栏", "told", shown, "jointWith", third.toString());
        assertEquals(true, world.value("select joint_with = ? and joint_at is null from publication where dossier = ? and ended_at is null", third, UUID.fromString(dossier)), "nobody signs for another unit");

        var other = xianning();
        other.clerk.does("beginEmployerReview", other.dossier);
        assertEquals(List.of("publication.joint"), other.clerk.refused("openPublication", other.dossier, "whereShown", "公告栏", "told", other.told(), "jointWith", using.toString()), "not chosen");

        var lastYears = List.of(Claims.answer("vacant-post", "true"), Claims.answer("joint-recommendation", "true"), Claims.answer("both-sign", "true"));
        for (var now : Map.of("state-unit", "STATE_INSTITUTION_POST", "private-enterprise", "PRIVATE_ENTERPRISE").entrySet()) {
            var employee = world.applicant();
            var own = employee.signed("xianning", 2024, Claims.but(Claims.XIANNING, "channel", now.getKey()), Claims.but(Claims.but(Claims.told("421202"), "employment", now.getValue()), "answers", lastYears));
            assertEquals(List.of(), codes(employee.submit(key(), own, 2)));
            var employer = Unit.of(world, employee.employer(), "EMPLOYER_CLERK");
            employer.does("beginEmployerReview", own);
            assertEquals(List.of("publication.joint"), employer.refused("openPublication", own, "whereShown", "公告栏", "told", shown, "jointWith", using.toString()), "an answer from when he was dispatched permits none");
            employer.does("openPublication", own, "whereShown", "公告栏", "told", shown);
        }
    }

    @Test
    void jiayuguan_who_works_for_himself_goes_by_the_body_that_keeps_his_file() {
        time("2024-09-18T10:00:00+08:00");
        var applicant = world.applicant();
        world.write("update person set employer = null where id = ?", applicant.person());
        var body = world.organisation("AGENCY", "jiayuguan");
        var department = world.organisation("SUPERIOR_DEPT", "jiayuguan");
        world.write("update organisation set parent = ? where id = ?", department, body);
        world.write("insert into binding (id, person, organisation, region, ground, state, name, asked_at, decided_at, made_up) values (?, ?, ?, 'jiayuguan', 'FILE_KEEPING', 'CONFIRMED', '王虚构', ?, ?, true)",
                UUID.randomUUID(), applicant.person(), body, world.now(), world.now());
        var told = Claims.but(Claims.but(Claims.but(Claims.told("620200"), "employment", "FLEXIBLE"), "fileAtTalentBody", true), "answers", List.of());
        var dossier = applicant.signed("jiayuguan", 2024, Claims.but(Claims.JIAYUGUAN, "channel", "flexible"), told);
        var agency = Unit.of(world, body, "AGENCY");
        assertNull(agency.sees("{ dossier(id: \"%s\") { id } }".formatted(dossier), "data", "dossier"), "a draft is its applicant's alone");
        assertEquals(List.of(), applicant.submit(key(), dossier, 2).get("findings"));
        assertEquals(Map.of("id", dossier, "applicant", Map.of("name", "王虚构")), agency.sees("{ dossier(id: \"%s\") { id applicant { name } } }".formatted(dossier), "data", "dossier"));
        assertNull(Unit.of(world, world.organisation("AGENCY", "jiayuguan"), "AGENCY").sees("{ dossier(id: \"%s\") { id } }".formatted(dossier), "data", "dossier"), "another agency");
        agency.does("beginEmployerReview", dossier);
        agency.does("openPublication", dossier, "whereShown", "公告栏", "told", List.of(particular("EMPLOYER", "灵活就业"), particular("CAREER", "2008年至今，16年"), particular("APPOINTED", "无"), particular("GRASSROOTS", "无"), particular("CONDITIONS", "第五条第一款")));
        var going = new Going(applicant, dossier, agency, agency, Unit.of(world, department, "SUPERIOR_DEPT"), agency);
        going.recommended("同意推荐");
        agency.does("forwardDossier", dossier);
        assertEquals(List.of("AGENCY FORWARDED", "SUPERIOR_DEPT null"), steps(going));
    }

    @Test
    void jiayuguan_a_central_units_entrusted_review_passes_the_provincial_title_reform_office() {
        time("2024-09-18T10:00:00+08:00");
        var applicant = world.applicant();
        var told = Claims.but(Claims.but(Claims.told("620200"), "employment", "CENTRAL_UNIT"), "answers",
                List.of(Claims.answer("unitHasAuthority", "false"), Claims.answer("entrustmentLetter", "true"), Claims.answer("titleOfficeConsent", "true")));
        var dossier = applicant.signed("jiayuguan", 2024, Claims.but(Claims.JIAYUGUAN, "channel", "central"), told);
        assertEquals(List.of(), applicant.submit(key(), dossier, 2).get("findings"));
        var unit = Unit.of(world, applicant.employer(), "EMPLOYER_CLERK", "EMPLOYER_APPROVER");
        var office = Unit.of(world, world.organisation("HRSS", "gansu"), "HRSS_PROVINCE");
        world.write("update organisation set area_code = '620000' where id = ?", office.id());
        var going = new Going(applicant, dossier, unit, unit, office, office);
        world.write("update organisation set parent = ? where id = ?", world.organisation("HRSS", "jiayuguan"), applicant.employer());
        going.published();
        going.recommended("同意推荐");
        assertEquals(List.of(), codes(unit.acts("fileEntrustment", "entrustment { id }", "region", "jiayuguan", "year", 2024, "committee", jiayuguan.committee().toString(), "series", "ENGINEERING",
                "addressedTo", office.id().toString(), "document", "虚构委〔2024〕1号", "dated", "2024-09-18")));
        assertEquals(List.of("chain.next"), unit.refused("forwardDossier", dossier), "the province's office is named");
        assertNull(office.sees("{ dossier(id: \"%s\") { id } }".formatted(dossier), "data", "dossier"));
        unit.does("forwardDossier", dossier, "to", office.id().toString());
        assertEquals(dossier, office.sees("{ dossier(id: \"%s\") { id } }".formatted(dossier), "data", "dossier", "id"));
        assertEquals(List.of(), codes(office.acts("decideEntrustment", "entrustment { agreed }", "entrustment", world.<UUID>value("select id from entrustment where unit = ?", unit.id()).toString(),
                "agree", true, "decision", "虚构同意〔2024〕1号")));
        office.does("forwardDossier", dossier, "committee", jiayuguan.committee().toString());
        assertEquals(List.of("EMPLOYER FORWARDED", "TITLE_OFFICE FORWARDED", "COMMITTEE_OFFICE null"), steps(going));
    }

    @Test
    void an_achievement_told_as_faulty_is_picked_anew_and_can_be_faulted_again() {
        time("2024-09-18T10:00:00+08:00");
        var applicant = world.applicant();
        var paper = achievement(applicant, "论文一");
        var project = achievement(applicant, "项目一");
        applicant.prove(paper, "论文.pdf");
        applicant.prove(project, "项目.pdf");
        var draft = applicant.draft("jiayuguan", 2024, Claims.JIAYUGUAN, Claims.told("620200"));
        assertEquals(List.of(), applicant.pickAchievements(key(), draft, 2, List.of(paper, project)).get("findings"));
        assertEquals(List.of(), applicant.sign(key(), draft, 3, (String) applicant.pledge(draft).get("words")).get("findings"));
        assertEquals(List.of(), applicant.submit(key(), draft, 3).get("findings"));
        world.write("update organisation set region = 'jiayuguan' where id = ?", applicant.employer());
        var clerk = Unit.of(world, applicant.employer(), "EMPLOYER_CLERK");
        clerk.does("beginEmployerReview", draft);
        var picked = world.<UUID>value("select id from dossier_achievement where dossier = ? and achievement = ?", UUID.fromString(draft), UUID.fromString(paper));
        assertEquals(List.of("mark.path"), clerk.refused("markItems", draft, "marks", List.of(fault("achievements." + paper, "不清晰", null))), "of the store, and not of the dossier");
        clerk.does("markItems", draft, "marks", List.of(fault("achievements." + picked, "扫描不清晰", null)));
        clerk.does("returnDossier", draft, "due", "2024-09-25T00:00:00+08:00");
        time("2024-09-19T10:00:00+08:00");
        assertEquals(List.of("mend.accepted"), codes(applicant.pickAchievements(key(), draft, version(draft), List.of(paper))), "the project was not faulted");
        assertEquals(List.of(), applicant.saveAchievement(key(), paper, 1, Map.of("kind", "PAPER", "title", "论文一（重新扫描）")).get("findings"));
        assertEquals(List.of(), applicant.pickAchievements(key(), draft, version(draft), List.of(paper, project)).get("findings"));
        assertEquals("论文一（重新扫描）", world.value("select title from mending_achievement where id = ?", picked), "the same pick, as it is now");
        assertEquals(List.of(), applicant.pickAchievements(key(), draft, version(draft), List.of(project)).get("findings"), "or not at all");
        assertEquals(List.of("mend.accepted"), codes(applicant.pickAchievements(key(), draft, version(draft), List.of(project, achievement(applicant, "论文二")))), "nothing new was asked for");
    }

    private static final String EVALUATED = "{ evaluation(dossier: \"%s\") { specialty title told { hours { year total } } achievements { achievement title version files { name } } } }";

    /** What others ask of a dossier: shown, filtered, counted, grouped, explained. */
    private static String asked(Unit unit, String dossier) {
        var reply = world.ask(unit.caller(), """
                query($id: ID!) {
                  dossier(id: $id) { stage specialty title educationTenths contentHash hours { nodes { year tenths } } achievements { nodes { id title version files { nodes { name } } } } }
                  mended: dossiers(where: {id: {eq: $id}, hours: {some: {tenths: {eq: 1220}}}}) { totalCount }
                  old: dossiers(where: {id: {eq: $id}, specialty: {eq: "建筑工程"}, educationTenths: {eq: 910}, achievements: {some: {title: {eq: "论文一"}}}}) { totalCount }
                  added: dossiers(where: {id: {eq: $id}, achievements: {some: {title: {contains: "重新"}}}}) { totalCount }
                  found: dossiers(where: {id: {eq: $id}}, search: "桥梁") { totalCount }
                  dossierGroups(where: {id: {eq: $id}}, by: [SPECIALTY]) { groups { count by { specialty } sum { educationTenths } } }
                  explainDossier(id: $id, where: {hours: {some: {tenths: {eq: 1220}}}}) { holds parts { shown } }
                }""", Map.of("id", dossier));
        assertNull(reply.body().get("errors"), () -> reply.body().toString());
        return Json.text(reply.body().get("data")).replaceAll("\"stage\":\"[A-Z_]+\"", "");
    }

    /** J24-3.4, X24-5.2b: what is mended is signed before anybody is to go by it. */
    @Test
    void what_is_mended_is_its_applicants_alone_until_it_is_handed_in_again() throws Exception {
        time("2024-09-18T10:00:00+08:00");
        var applicant = world.applicant();
        var bureau = world.organisation("HRSS", "jiayuguan");
        var department = world.organisation("SUPERIOR_DEPT", "jiayuguan");
        world.write("update organisation set parent = ? where id = ?", bureau, department);
        world.write("update organisation set parent = ?, region = 'jiayuguan' where id = ?", department, applicant.employer());
        var paper = achievement(applicant, "论文一");
        applicant.prove(paper, "论文.pdf");
        var draft = applicant.draft("jiayuguan", 2024, Claims.JIAYUGUAN, Claims.told("620200"));
        assertEquals(List.of(), applicant.pickAchievements(key(), draft, 2, List.of(paper)).get("findings"));
        assertEquals(List.of(), applicant.sign(key(), draft, 3, (String) applicant.pledge(draft).get("words")).get("findings"));
        assertEquals(List.of(), applicant.submit(key(), draft, 3).get("findings"));
        var picked = world.<UUID>value("select id from dossier_achievement where dossier = ?", UUID.fromString(draft));
        var going = new Going(applicant, draft, Unit.of(world, applicant.employer(), "EMPLOYER_CLERK"), Unit.of(world, applicant.employer(), "EMPLOYER_APPROVER"),
                Unit.of(world, department, "SUPERIOR_DEPT", "RELAY"), Unit.of(world, bureau, "HRSS_CITY"));
        going.published();
        going.recommended("同意推荐");
        going.clerk.does("forwardDossier", draft);
        going.department.does("markItems", draft, "marks", List.of(fault("facts.hours", "不全", null), fault("claim.specialty", "应为桥梁", null), fault("achievements", "缺论文二", null), fault("achievements." + picked, "不清晰", null)));
        going.department.does("returnDossier", draft, "due", "2024-10-20T00:00:00+08:00");
        var lookers = List.of(going.clerk, going.approver, going.department, going.bureau, Unit.of(applicant));
        var before = lookers.stream().map(one -> asked(one, draft)).toList();
        assertTrue(before.getFirst().contains("\"old\":{\"totalCount\":1}") && before.getFirst().contains("论文.pdf"), before::getFirst);

        time("2024-10-10T10:00:00+08:00");
        assertEquals(List.of(), applicant.saveAchievement(key(), paper, world.<Integer>value("select version from achievement where id = ?", UUID.fromString(paper)), Map.of("kind", "PAPER", "title", "论文一（重新扫描）")).get("findings"));
        var second = achievement(applicant, "论文二（重新）");
        var both = applicant.pickAchievements(key(), draft, version(draft), List.of(paper, second));
        assertEquals(List.of(), both.get("findings"));
        var facts = Claims.but(Claims.told("620200"), "hours", List.of(Map.of("year", 2024, "total", 122, "specialised", 90), Map.of("year", 2023, "total", 96.5, "specialised", 70)));
        var edited = applicant.send("editDossier", "EditDossierInput", "dossier { specialty educationTenths } evaluation { specialty title told { hours { year total } } } findings { code }",
                Map.of("key", key(), "dossier", draft, "version", version(draft), "facts", facts, "claim", Claims.but(Claims.JIAYUGUAN, "specialty", "桥梁")));
        assertNull(edited.body().get("errors"), () -> edited.body().toString());
        assertEquals(List.of(), edited.at("data", "editDossier", "findings"));
        assertEquals("桥梁", edited.at("data", "editDossier", "evaluation", "specialty"));
        assertEquals(122.0, edited.<Number>at("data", "editDossier", "evaluation", "told", "hours", 0, "total").doubleValue());
        assertEquals(Map.of("specialty", "建筑工程", "educationTenths", 910), edited.at("data", "editDossier", "dossier"), "the payload shows him both");
        assertEquals(before, lookers.stream().map(one -> asked(one, draft)).toList(), "and nobody anything of it, wherever he looks");
        Map<String, Object> evaluated = Unit.of(applicant).sees(EVALUATED.formatted(draft), "data", "evaluation");
        assertEquals("桥梁", evaluated.get("specialty"));
        assertEquals(List.of("论文一（重新扫描） [{name=论文.pdf}]", "论文二（重新） []"), ((List<?>) evaluated.get("achievements")).stream().map(one -> ((Map<?, ?>) one).get("title") + " " + ((Map<?, ?>) one).get("files")).sorted().toList());
        assertEquals("FORBIDDEN", world.ask(going.clerk.caller(), EVALUATED.formatted(draft), Map.of()).error());
        assertNull(Unit.of(world.applicant()).sees(EVALUATED.formatted(draft), "data", "evaluation"), "another applicant");

        assertEquals(List.of("pledge", "evidence.achievements"), Unit.of(applicant).refused("resubmitDossier", draft), "nor is what was added proved (J24-3.2)");
        applicant.prove(second, "论文二.pdf");
        assertEquals(List.of(), applicant.pickAchievements(key(), draft, version(draft), List.of(paper, second)).get("findings"));
        assertEquals(List.of(), applicant.sign(key(), draft, version(draft), (String) applicant.pledge(draft).get("words")).get("findings"));
        assertEquals(before, lookers.stream().map(one -> asked(one, draft)).toList(), "signed, and not handed in");
        Unit.of(applicant).does("resubmitDossier", draft);
        for (var looker : lookers) {
            var now = asked(looker, draft);
            assertTrue(now.contains("\"specialty\":\"桥梁\"") && now.contains("\"educationTenths\":1220") && now.contains("论文二（重新）") && now.contains("\"holds\":true") && now.contains("论文.pdf"), now);
            assertTrue(now.contains("\"old\":{\"totalCount\":0}") && now.contains("\"added\":{\"totalCount\":1}") && now.contains("\"found\":{\"totalCount\":1}") && now.contains("\"mended\":{\"totalCount\":1}"), now);
            assertTrue(now.contains(picked.toString()), "what was picked before is the same pick");
        }
        var snapshot = Json.map(new String(world.<byte[]>value("select content from dossier_snapshot where dossier = ? and seq = 2", UUID.fromString(draft)), StandardCharsets.UTF_8));
        assertEquals("桥梁", ((Map<?, ?>) snapshot.get("claim")).get("specialty"));
        assertEquals(2, ((List<?>) snapshot.get("achievements")).size());
        assertEquals(true, world.value("select snapshot_hash = (select sha256 from dossier_snapshot s where s.dossier = d.id and s.seq = 2) and draft @> ?::jsonb from dossier d where id = ?",
                Json.text(Map.of("hours", facts.get("hours"))), UUID.fromString(draft)));
        for (var table : List.of("dossier_mending", "mending_achievement", "mending_file"))
            assertEquals(0L, world.<Long>value("select count(*) from " + table + " where dossier = ?", UUID.fromString(draft)), table);
    }

    @Test
    void a_return_that_nobody_answers_leaves_what_was_handed_in() {
        var going = jiayuguan();
        going.clerk.does("beginEmployerReview", going.dossier);
        going.clerk.does("markItems", going.dossier, "marks", List.of(fault("facts.hours", "不全", null)));
        going.clerk.does("returnDossier", going.dossier, "due", "2024-09-25T00:00:00+08:00");
        var before = asked(going.clerk, going.dossier);
        mendHours(going, 122);
        Unit.of(going.applicant).does("withdrawDossier", going.dossier);
        assertEquals(before, asked(going.clerk, going.dossier), "withdrawn as it was handed in");
        Unit.of(going.applicant).does("restoreDossier", going.dossier);
        assertEquals("RETURNED", going.stage());
        assertEquals(122.0, Unit.of(going.applicant).<List<Map<String, Object>>>sees(EVALUATED.formatted(going.dossier), "data", "evaluation", "told", "hours").stream().filter(one -> one.get("year").equals(2024))
                .map(one -> ((Number) one.get("total")).doubleValue()).findFirst().orElseThrow(), "and what he mended is his as before");
        time("2024-09-25T00:00:00+08:00");
        var neither = findings(Unit.of(going.applicant).act("resubmitDossier", going.dossier));
        assertEquals(List.of("return.late", "pledge"), neither.stream().map(one -> one.get("code")).toList());
        assertEquals("按放弃申报处理；在申报时间内（本申报的于 2024-10-21 00:00 截止）另行申报（composeDossier）", ((Map<?, ?>) neither.getFirst().get("remedy")).get("zh"));
        assertNull(neither.getLast().get("remedy"), "it would not do to sign it");
        assertEquals(before, asked(going.clerk, going.dossier));
        var late = findings(Unit.of(going.applicant).act("withdrawDossier", going.dossier)).getFirst();
        assertEquals(List.of("return.late", "按放弃申报处理；在申报时间内（本申报的于 2024-10-21 00:00 截止）另行申报（composeDossier）"), List.of(late.get("code"), ((Map<?, ?>) late.get("remedy")).get("zh")), "nor does a withdrawal get round it; J24 has nothing excluded by it");
        time("2024-10-21T00:00:00+08:00");
        assertEquals("按放弃申报处理；该申报的时间已过；改报其他系列、层级或类别的，以其申报时间为准", ((Map<?, ?>) findings(Unit.of(going.applicant).act("withdrawDossier", going.dossier)).getFirst().get("remedy")).get("zh"));
        assertEquals("RETURNED", going.stage());
    }

    /** B24-5.3: taken back it would be forfeited at once, and exclude for the year. */
    @Test
    void what_was_withdrawn_is_not_taken_back_after_the_day_of_its_return() {
        var going = bijie();
        var own = Unit.of(going.applicant);
        going.clerk.does("beginEmployerReview", going.dossier);
        going.clerk.does("markItems", going.dossier, "marks", List.of(fault("facts.hours", "不全", null)));
        going.clerk.does("returnDossier", going.dossier, "due", "2024-09-20T00:00:00+08:00");
        own.does("withdrawDossier", going.dossier);
        time("2024-09-20T00:00:00+08:00");
        var late = own.act("restoreDossier", going.dossier);
        assertEquals(List.of("return.late"), codes(late));
        assertEquals("在申报时间内（本申报的于 2024-09-20 17:00 截止）另行申报（composeDossier）", ((Map<?, ?>) findings(late).getFirst().get("remedy")).get("zh"));
        assertEquals("WITHDRAWN", going.stage());
        time("2024-09-19T23:59:59+08:00");
        own.does("restoreDossier", going.dossier);
        assertEquals("RETURNED", going.stage());
    }

    /** Once the window is closed a withdrawal is for good, and costs the year: nobody is told to withdraw then. */
    @Test
    void when_the_window_is_closed_nobody_is_told_to_withdraw_and_apply_anew() {
        var going = jiayuguan();
        going.clerk.does("beginEmployerReview", going.dossier);
        bound(going);
        time("2024-10-21T00:00:00+08:00");
        assertEquals("mark.path J24-3.3 input.marks.0.path claim.channel | 系列、层级、类别或渠道有误的，该申报的时间已过，撤回的不能恢复；改报其他系列、层级或类别的，以其申报时间为准；已无处可报的，审核不予通过（refuseRecommendation）",
                told(going.clerk.act("markItems", going.dossier, "marks", List.of(fault("claim.channel", "不符", null)))));
        going.clerk.does("returnDossier", going.dossier, "reason", "PROCEDURE", "says", "渠道有误", "due", "2024-10-25T00:00:00+08:00");
        var over = "该申报的时间已过，撤回的不能恢复；改报其他系列、层级或类别的，以其申报时间为准";
        assertEquals("“工程师”申报材料已退回，请于 2024-10-25 00:00 前修改并重新提交；系列、层级、类别或渠道有误的，" + over, world.value("select zh from message where person = ? and kind = 'RETURNED'", going.applicant.person()));
        var claim = Claims.but(Claims.JIAYUGUAN, "channel", "non-public-employer");
        var mended = going.applicant.edit(key(), going.dossier, version(going.dossier), Map.of("claim", claim));
        assertEquals(over, findings(mended).stream().filter(one -> one.get("code").equals("mend.claim")).map(one -> ((Map<?, ?>) one.get("remedy")).get("zh")).findFirst().orElseThrow());
        left(going);
        assertTrue(world.<String>value("select zh from message where person = ? and kind = 'BINDING_ENDED'", going.applicant.person()).endsWith("；经其申报的“工程师”，请与其重新绑定（requestBinding）；" + over));
        mendHours(going, 99);
        assertTrue(told(Unit.of(going.applicant).act("resubmitDossier", going.dossier)).endsWith(" | 与其重新绑定（requestBinding）；" + over));
    }

    /** The version that is signed is the one that is handed in: what comes in between makes the other stale. */
    @Test
    void edited_while_it_is_handed_in_again_the_one_or_the_other_is_done_whole() {
        for (var round = 0; round < 4; round++) {
            var going = jiayuguan();
            going.clerk.does("beginEmployerReview", going.dossier);
            going.clerk.does("markItems", going.dossier, "marks", List.of(fault("facts.hours", "不全", null)));
            going.clerk.does("returnDossier", going.dossier, "due", "2024-09-25T00:00:00+08:00");
            mendHours(going, 99);
            var version = version(going.dossier);
            var facts = Claims.but(Claims.told("620200"), "hours", List.of(Map.of("year", 2024, "total", 122)));
            var done = World.<Map<String, Object>>together(() -> Unit.of(going.applicant).act("resubmitDossier", going.dossier, "version", version), () -> going.applicant.edit(key(), going.dossier, version, Map.of("facts", facts)));
            var isResubmitted = codes(done.getFirst()).isEmpty();
            assertNotEquals(isResubmitted, codes(done.getLast()).isEmpty(), done::toString);
            assertEquals(isResubmitted ? "SUBMITTED" : "RETURNED", going.stage());
            assertEquals(isResubmitted ? List.of(2L, 0L, 990) : List.of(1L, 1L, 910), List.of(world.<Long>value("select count(*) from dossier_snapshot where dossier = ?", UUID.fromString(going.dossier)),
                    world.<Long>value("select count(*) from dossier_mending where dossier = ?", UUID.fromString(going.dossier)),
                    going.clerk.<Integer>sees("{ dossier(id: \"%s\") { educationTenths } }".formatted(going.dossier), "data", "dossier", "educationTenths")));
            if (!isResubmitted) assertEquals("1220", world.value("select education_tenths::text from dossier_mending where dossier = ?", UUID.fromString(going.dossier)), "what was edited, whole");
        }
    }

    /** Clause by clause: who may not, and how it is said. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            beginEmployerReview  |                                                 | EMPLOYER_CLERK
            markItems            | marks                                           | EMPLOYER_CLERK
            askForOriginals      | says                                            | EMPLOYER_CLERK
            recordOriginals      | originals                                       | EMPLOYER_CLERK
            returnDossier        | due                                             | EMPLOYER_CLERK
            extendReturn         | due                                             | EMPLOYER_CLERK
            openPublication      | whereShown                                      | EMPLOYER_CLERK
            endPublication       | reason                                          | EMPLOYER_CLERK
            concludeObjection    | objection                                       | EMPLOYER_APPROVER
            reportPublication    | report                                          | EMPLOYER_CLERK
            recommendDossier     | opinion                                         | EMPLOYER_APPROVER
            refuseRecommendation | reason                                          | EMPLOYER_APPROVER
            forwardDossier       |                                                 | EMPLOYER_CLERK""")
    void wrong_role_wrong_unit_wrong_stage_stale_and_twice(String mutation, String kind, String role) {
        var going = xianning();
        var more = more(kind);
        var before = row(going.dossier);
        assertEquals("UNAUTHENTICATED", new Unit(world, Caller.PUBLIC, null).send(mutation, going.dossier, more).error());
        assertEquals("FORBIDDEN", Unit.of(going.applicant).send(mutation, going.dossier, more).error());
        for (var wrong : List.of("EXPERT", "CHAIR", "SYS_ADMIN", "AUDITOR"))
            assertEquals("FORBIDDEN", Unit.of(world, going.applicant.employer(), wrong).send(mutation, going.dossier, more).error(), wrong);
        var office = Unit.of(world, going.applicant.employer(), "COMMITTEE_OFFICE").send(mutation, going.dossier, more);
        if (Set.of("markItems", "returnDossier", "extendReturn", "refuseRecommendation").contains(mutation)) assertEquals(List.of("chain.stage"), codes(office.at("data", mutation)), "it has come to no committee");
        else assertEquals("FORBIDDEN", office.error());
        var stranger = Unit.of(world, world.organisation("PRIVATE_ENTERPRISE", "xianning"), role);
        var nowhere = UUID.randomUUID().toString();
        var theirs = stranger.act(mutation, going.dossier, more);
        assertEquals(List.of("dossier.not-found"), codes(theirs));
        assertNull(theirs.get("dossier"));
        assertEquals(theirs.toString().replace(going.dossier, nowhere), stranger.act(mutation, going.dossier, with(more, "dossier", nowhere)).toString(), "as if there were none");
        var written = "select count(*) from trail where subject = ? and act like '%\\_REFUSED' and convert_from(entry, 'UTF8') like '%' || ? || '%dossier.not-found%'";
        for (var tried : List.of(going.dossier, nowhere)) assertEquals(1L, world.<Long>value(written, stranger.caller().account(), tried), "and the attempt is written down");
        var unit = Unit.of(world, going.applicant.employer(), role);
        if (!mutation.equals("beginEmployerReview")) assertEquals(List.of(mutation.equals("concludeObjection") ? "objection.not-found" : "chain.stage"), unit.refused(mutation, going.dossier, more), "nobody has begun");
        else {
            assertEquals(List.of("dossier.version"), unit.refused(mutation, going.dossier, "version", 2));
            assertEquals(before, row(going.dossier));
            var key = key();
            unit.does(mutation, going.dossier, "key", key, "version", 3);
            unit.does(mutation, going.dossier, "key", key, "version", 3);
            assertEquals(List.of("chain.stage"), unit.refused(mutation, going.dossier), "twice");
            before = row(going.dossier);
        }
        assertEquals("BAD_INPUT", unit.send(mutation, going.dossier, with(more, "dossier", "x'; drop table dossier; --")).error());
        assertEquals(before, row(going.dossier), "nothing has changed");
    }

    /** The first of what refuses: its code, clause and path, what was shown, and what would satisfy it. */
    private static String told(Map<String, Object> refused) {
        var one = findings(refused).getFirst();
        return one.get("code") + " " + ((Map<?, ?>) one.get("clause")).get("id") + " " + one.get("path") + " " + ((Map<?, ?>) one.get("shown")).get("zh") + " | " + (one.get("remedy") == null ? null : ((Map<?, ?>) one.get("remedy")).get("zh"));
    }

    /** What is too long is not told as if there were nothing, and what is not there is not told as if nothing had been named. */
    @Test
    void what_is_too_long_or_unknown_is_told_as_what_it_is() {
        var going = xianning();
        going.clerk.does("beginEmployerReview", going.dossier);
        var late = "长".repeat(2001);
        assertEquals("originals.says X24-5.2a input.says 2001 个字符 | 缩减 1 个字符", told(going.clerk.act("askForOriginals", going.dossier, "says", late)));
        var number = "其" + NUMBER + "所载不符";
        assertEquals(List.of("words.identity-number"), going.clerk.refused("askForOriginals", going.dossier, "says", number), "it would stay in the trail in clear");
        assertEquals(List.of("words.identity-number"), going.clerk.refused("markItems", going.dossier, "marks", List.of(fault("facts.hours", number, null))));
        assertTrue(going.clerk.refused("returnDossier", going.dossier, "reason", "PROCEDURE", "says", number).contains("words.identity-number"));
        assertEquals(List.of("words.identity-number"), going.approver.refused("refuseRecommendation", going.dossier, "reason", number));
        assertEquals("originals.says X24-5.2a input.says 未填写 | 填写哪些原件", told(going.clerk.act("askForOriginals", going.dossier, "says", " ")));
        assertEquals("mark.reason X24-5.2a input.marks.0.reason 2001 个字符 | 缩减 1 个字符", told(going.clerk.act("markItems", going.dossier, "marks", List.of(fault("facts.hours", late, null)))));
        var back = findings(going.clerk.act("returnDossier", going.dossier, "reason", "PROCEDURE", "says", late)).stream().filter(one -> one.get("code").equals("return.says")).toList();
        assertEquals("return.says X24-5.2a input.says 2001 个字符 | 缩减 1 个字符", told(Map.of("findings", back)));
        assertEquals("refusal.reason X24-5.2a input.reason 2001 个字符 | 缩减 1 个字符", told(going.approver.act("refuseRecommendation", going.dossier, "reason", late)));
        assertEquals("refusal.clause X24-5.2a input.clause X24-99 | 写明 X24、MOHRSS40、MOHRSS56、MOHRSS25 中的条款", told(going.approver.act("refuseRecommendation", going.dossier, "reason", "不符", "clause", "X24-99")));
        var nothing = UUID.randomUUID().toString();
        assertEquals("originals.not-found X24-5.2a input.originals 没有 " + nothing + " | null", told(going.clerk.act("recordOriginals", going.dossier, "originals", nothing, "agree", true, "found", "一致")));
        assertEquals("publication.length X24-5.2a input.told.ACHIEVEMENTS 2001 个字符 | 缩减 1 个字符", told(going.clerk.act("openPublication", going.dossier, "whereShown", "公告栏", "told", List.of(particular("ACHIEVEMENTS", late)))));
        going.clerk.does("openPublication", going.dossier, "whereShown", "公告栏", "told", going.told());
        assertEquals(List.of(), codes(Unit.of(world.applicant()).objects(going.publication(), "says", "异议")));
        assertEquals("objection.not-found X24-5.2a input.objection 没有 " + nothing + " | null", told(going.approver.act("concludeObjection", going.dossier, "objection", nothing, "upheld", false, "conclusion", "不属实")));
        assertEquals("publication.reason X24-5.2a input.reason 501 个字符 | 缩减 1 个字符", told(going.clerk.act("endPublication", going.dossier, "reason", "长".repeat(501))));
        assertEquals("publication.reason X24-5.2a input.reason 未填写 | 填写结束的理由", told(going.clerk.act("endPublication", going.dossier, "reason", " ")));
        assertEquals("objection.conclusion X24-5.2a input.conclusion 2001 个字符 | 缩减 1 个字符", told(going.approver.act("concludeObjection", going.dossier, "objection", nothing, "upheld", false, "conclusion", late)));
    }

    /** Whatever stands there, the answer is clear and nothing is lost. */
    @ParameterizedTest
    @ValueSource(strings = {"", " ", "long", "😀'; drop table dossier; --"})
    void hostile_words_are_kept_to_the_letter_or_refused(String hostile) {
        var text = hostile.equals("long") ? "字".repeat(10_000) : hostile;
        var fits = hostile.startsWith("😀");
        var going = xianning();
        var dossier = going.dossier;
        going.clerk.does("beginEmployerReview", dossier);
        assertEquals(fits ? List.of() : List.of("mark.reason"), going.clerk.refused("markItems", dossier, "marks", List.of(fault("facts.hours", text, null))));
        assertEquals(List.of("mark.path"), going.clerk.refused("markItems", dossier, "marks", List.of(fault(text, "不全", null))));
        assertEquals(List.of("mark.clause"), going.clerk.refused("markItems", dossier, "marks", List.of(fault("facts.hours", "不全", text))));
        assertEquals(fits ? List.of() : List.of("originals.says"), going.clerk.refused("askForOriginals", dossier, "says", text));
        assertEquals(fits, !going.clerk.refused("returnDossier", dossier, "reason", "PROCEDURE", "says", text).contains("return.says"));
        if (fits) { // what was asked for and marked is done with
            going.clerk.does("markItems", dossier, "marks", List.of(Map.of("path", "facts.hours", "accepted", true)));
            going.clerk.does("recordOriginals", dossier, "originals", world.<UUID>value("select id from originals where dossier = ?", UUID.fromString(dossier)).toString(), "agree", true, "found", text);
        } else {
            assertEquals(1, going.clerk.refused("openPublication", dossier, "whereShown", text, "told", going.told()).size());
            assertEquals(1, going.clerk.refused("openPublication", dossier, "whereShown", "公告栏", "told", List.of(particular("ACHIEVEMENTS", text))).size());
        }
        going.clerk.does("openPublication", dossier, "whereShown", fits ? text : "公告栏", "told", List.of(particular("ACHIEVEMENTS", fits ? text : "参与桥梁加固")));
        assertEquals(fits ? List.of() : List.of("objection.says"), codes(Unit.of(world.applicant()).objects(going.publication(), "says", text)));
        assertEquals(fits ? List.of() : List.of("objection.name"), codes(going.clerk.objects(going.publication(), "says", "异议", "name", text)));
        assertEquals(fits ? List.of() : List.of("refusal.reason"), going.approver.refused("refuseRecommendation", dossier, "reason", text));
    }

    @Test
    void nobody_audits_his_own() {
        var going = xianning();
        var himself = new Unit(world, world.account(going.applicant.person(), going.applicant.employer(), "EMPLOYER_CLERK", "EMPLOYER_APPROVER"), going.applicant.employer());
        assertEquals(List.of("chain.own"), himself.refused("beginEmployerReview", going.dossier));
    }

    @Test
    void two_at_once_one_is_done_and_the_other_told_so() {
        for (var race = 0; race < 5; race++) {
            var going = xianning();
            var other = Unit.of(world, going.applicant.employer(), "EMPLOYER_CLERK");
            var done = World.together(() -> going.clerk.act("beginEmployerReview", going.dossier, "version", 3), () -> other.act("beginEmployerReview", going.dossier, "version", 3));
            var codes = new TreeSet<>(done.stream().map(one -> codes(one).toString()).toList());
            assertEquals(new TreeSet<>(Set.of("[]", "[chain.stage]")), codes);
            assertEquals(1L, world.<Long>value("select count(*) from trail where subject = ? and act = 'BEGIN_REVIEW'", UUID.fromString(going.dossier)));
            going.clerk.does("openPublication", going.dossier, "whereShown", "公告栏", "told", going.told());
            var version = version(going.dossier);
            var both = World.together(() -> codes(Unit.of(world.applicant()).objects(going.publication(), "says", "异议")), () -> going.approver.refused("refuseRecommendation", going.dossier, "version", version, "reason", "不推荐"));
            assertTrue(Set.of("[[], [chain.stage]]", "[[], [dossier.version]]", "[[publication.not-found], []]").contains(both.toString()), both::toString);
        }
    }

    @Test
    void late_steps_are_listed_by_unit_and_refused_after_their_end() {
        var going = jiayuguan();
        going.clerk.does("beginEmployerReview", going.dossier);
        time("2024-11-01T00:00:00+08:00");
        var late = going.clerk.act("markItems", going.dossier, "marks", List.of(fault("facts.hours", "不全", null)));
        assertEquals(List.of("chain.late"), codes(late));
        assertEquals("J24-2.3", ((Map<?, ?>) findings(late).getFirst().get("clause")).get("id"));
        List<Map<String, Object>> overdue = going.bureau.sees("""
                { dossierSteps(where: {doneAt: {isNull: true}, dueAt: {lte: "2024-11-01T00:00:00+08:00"}, unit: {id: {eq: "%s"}}}, orderBy: [{field: UNIT_NAME}]) { nodes { kind dueAt unit { id } dossier { id } } } }"""
                .formatted(going.applicant.employer()), "data", "dossierSteps", "nodes");
        assertEquals(List.of(going.dossier), overdue.stream().map(one -> ((Map<?, ?>) one.get("dossier")).get("id")).toList());
    }

    @Test
    void every_act_stands_in_the_trail_with_its_clause() {
        var going = xianning();
        going.published();
        time("2024-06-28T00:00:00+08:00");
        going.approver.does("recommendDossier", going.dossier, "opinion", SENTENCE);
        var acts = world.<String>value("select string_agg(act || ' ' || coalesce(clause, '-'), ', ' order by seq) from trail where subject = ? and seq > 4", UUID.fromString(going.dossier));
        assertEquals("BEGIN_REVIEW X24-5.2a, OPEN_PUBLICATION X24-5.2a, RECOMMEND X24-5.2a", acts);
    }

    @Test
    void a_withdrawal_is_undone_while_the_window_is_open_and_a_draft_set_aside_comes_back() {
        var going = jiayuguan();
        var own = Unit.of(going.applicant);
        going.published();
        own.does("withdrawDossier", going.dossier);
        assertEquals("“工程师”申报材料已由申报人撤回，无须办理", toUnit(going, "WITHDRAWN"));
        assertEquals("WITHDRAWN", going.stage());
        assertEquals(List.of("dossier.stage"), own.refused("withdrawDossier", going.dossier), "twice");
        assertEquals(0L, world.<Long>value("select count(*) from publication where dossier = ? and ended_at is null", UUID.fromString(going.dossier)));
        assertEquals(List.of("chain.stage"), going.clerk.refused("beginEmployerReview", going.dossier));
        time("2024-10-21T00:00:00+08:00");
        assertEquals(List.of("window"), own.refused("restoreDossier", going.dossier));
        time("2024-10-20T23:59:59+08:00");
        own.does("restoreDossier", going.dossier);
        assertEquals("SUBMITTED", going.stage());
        assertEquals("“工程师”申报材料的撤回已取消，恢复至本单位，请于 2024-11-01 00:00 前办理", toUnit(going, "ARRIVED"));
        assertEquals(List.of("dossier.stage"), own.refused("restoreDossier", going.dossier), "twice");
        going.clerk.does("beginEmployerReview", going.dossier);

        var draft = going.applicant.draft("jiayuguan", 2024, Claims.JIAYUGUAN, Claims.told("620200"));
        assertEquals(List.of("dossier.stage"), own.refused("setAsideDossier", going.dossier), "no draft");
        own.does("setAsideDossier", draft);
        assertEquals(List.of("dossier.not-found"), codes(going.applicant.edit(key(), draft, 3, Map.of("facts", Map.of()))));
        own.does("restoreDossier", draft);
        assertEquals(List.of(), going.applicant.edit(key(), draft, 4, Map.of("facts", Claims.told("620200"))).get("findings"), "nothing was erased");
        assertEquals(List.of("dossier.not-found"), Unit.of(world.applicant()).refused("restoreDossier", draft), "another's");
    }

    @Test
    void two_tabs_are_shown_both_versions() {
        time("2024-09-18T10:00:00+08:00");
        var applicant = world.applicant();
        var draft = applicant.draft("jiayuguan", 2024, Claims.JIAYUGUAN, Claims.told("620200"));
        assertEquals(List.of(), applicant.edit(key(), draft, 2, Map.of("facts", Claims.but(Claims.told("620200"), "workplace", "620201"))).get("findings"));
        var second = applicant.edit(key(), draft, 2, Map.of("facts", Claims.but(Claims.told("620200"), "workplace", "620299")));
        assertEquals(List.of("dossier.version"), codes(second));
        assertTrue(findings(second).getFirst().get("asked").toString().contains("620201"), second::toString);
        assertTrue(findings(second).getFirst().get("shown").toString().contains("620299"), second::toString);
        assertEquals("620201", Json.map(world.<String>value("select draft::text from dossier where id = ?", UUID.fromString(draft))).get("workplace"), "not overwritten");

        var claim = findings(applicant.edit(key(), draft, 2, Map.of("claim", Claims.but(Claims.JIAYUGUAN, "series", "HEALTH")))).getFirst();
        assertEquals(List.of("version 3: claim.series=ENGINEERING", "version 2: claim.series=HEALTH"), List.of(((Map<?, ?>) claim.get("asked")).get("en"), ((Map<?, ?>) claim.get("shown")).get("en")));
        var work = List.of(Map.of("year", 2020, "total", 90), Map.of("year", 2021, "total", 91));
        assertEquals(List.of(), codes(applicant.saveProfile(key(), null, Claims.but(Claims.told("620200"), "hours", work))));
        var profile = findings(applicant.edit(key(), draft, 2, Map.of("fromProfile", true))).getFirst();
        assertEquals("两处有别：hours、workplace；重新读取后再操作", ((Map<?, ?>) profile.get("remedy")).get("zh"));
        var shown = (String) ((Map<?, ?>) profile.get("shown")).get("zh");
        assertTrue(shown.startsWith("第 2 版：hours={") && shown.contains("2021") && shown.endsWith("; workplace=620200"), shown);
    }

    @Test
    void two_clerks_of_a_unit_are_shown_what_each_marked_and_what_was_done_and_nobodys_words_that_are_not_the_units() {
        var going = jiayuguan();
        var dossier = going.dossier;
        assertEquals(List.of("基于最新版本修改：第 3 版", "第 0 版"), both(going.clerk.act("beginEmployerReview", dossier, "version", 0), "zh"), "the first is 1");
        going.clerk.does("beginEmployerReview", dossier);
        for (var never : List.of(0, -1)) assertEquals(List.of("基于最新版本修改：第 4 版", "第 " + never + " 版"), both(going.clerk.act("markItems", dossier, "version", never, "marks", List.of(fault("facts.hours", "不全", null))), "zh"));
        var read = version(dossier);
        var colleague = Unit.of(world, going.clerk.id(), "EMPLOYER_CLERK");
        going.clerk.does("markItems", dossier, "marks", List.of(Map.of("path", "facts.hours", "accepted", true), Map.of("path", "facts.titles", "accepted", true)));
        var fault = List.of(fault("facts.hours", "学时证明不全", null), Map.of("path", "facts.titles", "accepted", true));
        assertEquals(List.of("第 " + (read + 1) + " 版：done=2024-09-18 10:00 逐项审核; facts.hours=通过", "第 " + read + " 版：done=–; facts.hours=不通过：学时证明不全"), both(colleague.act("markItems", dossier, "version", read, "marks", fault), "zh"));
        var second = version(dossier);
        colleague.does("markItems", dossier, "marks", fault);
        time("2024-09-18T10:01:00+08:00");
        colleague.does("askForOriginals", dossier, "says", "学时证明原件");
        assertEquals(List.of("version " + (second + 2) + ": done=2024-09-18 10:01 originals were asked for: 学时证明原件, 2024-09-18 10:00 items were marked; facts.hours=faulty: 学时证明不全", "version " + second + ": done=–; facts.hours=accepted"),
                both(going.clerk.act("returnDossier", dossier, "version", second, "due", "2024-09-25T00:00:00+08:00"), "en"), "what it sends is nothing of the kind: it stands beside what was marked at that version");

        var other = jiayuguan();
        other.published();
        var before = version(other.dossier);
        assertEquals(List.of(), codes(Unit.of(world.applicant()).objects(other.publication(), "says", "论文非本人")));
        assertEquals(List.of(), codes(other.bureau.acts("enterComplaint", "complaint { id }", "about", other.applicant.person().toString(), "dossier", other.dossier, "says", "材料不实（虚构）", "by", "赵某")));
        var stale = other.clerk.act("endPublication", other.dossier, "version", before, "reason", "没有张贴");
        assertEquals(List.of("第 " + (before + 1) + " 版：done=2024-09-18 10:00 收到异议; stage=单位公示异议核查", "第 " + before + " 版：done=–; stage=单位公示中"), both(stale, "zh"));
        for (var words : List.of("论文非本人", "王虚构", "材料不实", "赵某")) assertFalse(stale.toString().contains(words), stale::toString);
        assertEquals(List.of("基于最新版本修改：第 " + (before + 1) + " 版", "第 " + (before + 2) + " 版"), both(other.clerk.act("endPublication", other.dossier, "version", before + 2, "reason", "没有张贴"), "zh"), "nor one that is still to come");
    }

    private static List<Object> both(Map<String, Object> payload, String language) {
        assertEquals(List.of("dossier.version"), codes(payload));
        var finding = findings(payload).getFirst();
        return List.of(((Map<?, ?>) finding.get("asked")).get(language), ((Map<?, ?>) finding.get("shown")).get(language));
    }

    /** What whoever acts for the unit was told, each in the same words. */
    private static String toUnit(Going going, String kind) {
        return world.value("select string_agg(distinct zh, '；' order by zh) from message where dossier = ? and kind = ? and person is distinct from ?", UUID.fromString(going.dossier), kind, going.applicant.person());
    }

    private static void mendHours(Going going, int total) {
        var facts = Claims.but(Claims.told("620200"), "hours", List.of(Map.of("year", 2023, "total", 96.5, "specialised", 70), Map.of("year", 2024, "total", total, "specialised", 62.5)));
        assertEquals(List.of(), going.applicant.edit(key(), going.dossier, version(going.dossier), Map.of("facts", facts)).get("findings"));
        assertEquals(List.of(), going.applicant.sign(key(), going.dossier, version(going.dossier), (String) going.applicant.pledge(going.dossier).get("words")).get("findings"));
    }

    private static String achievement(Applicant applicant, String title) {
        var saved = applicant.saveAchievement(key(), null, null, Map.of("kind", "PAPER", "title", title));
        assertEquals(List.of(), saved.get("findings"));
        return (String) ((Map<?, ?>) saved.get("achievement")).get("id");
    }

    private static Map<String, Object> fault(String path, String reason, String clause) {
        return input("path", path, "accepted", false, "reason", reason, "clause", clause);
    }

    private static Object[] more(String kind) {
        return switch (kind == null ? "" : kind) {
            case "marks" -> new Object[] {"marks", List.of(fault("facts.hours", "不全", null))};
            case "due" -> new Object[] {"due", "2024-07-01T00:00:00+08:00"};
            case "says" -> new Object[] {"says", "学历证书原件"};
            case "originals" -> new Object[] {"originals", UUID.randomUUID().toString(), "agree", true, "found", "一致"};
            case "whereShown" -> new Object[] {"whereShown", "公告栏"};
            case "objection" -> new Object[] {"objection", UUID.randomUUID().toString(), "upheld", true, "conclusion", "属实"};
            case "report" -> new Object[] {"report", "无异议"};
            case "opinion" -> new Object[] {"opinion", SENTENCE};
            case "reason" -> new Object[] {"reason", "不符合条件"};
            default -> new Object[0];
        };
    }

    private static Object[] with(Object[] more, Object... others) {
        var all = new ArrayList<>(List.of(more));
        all.addAll(List.of(others));
        return all.toArray();
    }

    private static List<String> codesOrForbidden(World.Reply reply) {
        return reply.error() == null ? codes(reply.at("data", "recommendDossier")) : List.of(reply.error().equals("FORBIDDEN") ? "chain.role" : reply.error());
    }

    private static Set<String> paths(Map<String, Object> payload) {
        return new TreeSet<>(findings(payload).stream().map(one -> (String) one.get("path")).toList());
    }

    private static int version(String dossier) {
        return world.<Integer>value("select version from dossier where id = ?", UUID.fromString(dossier));
    }

    private static String row(String dossier) {
        return world.value("select to_jsonb(d)::text from dossier d where id = ?", UUID.fromString(dossier));
    }

    private static List<String> steps(Going going) {
        var steps = world.<String>value("select string_agg(kind || ' ' || coalesce(outcome, 'null'), ',' order by seq) from dossier_step where dossier = ?", UUID.fromString(going.dossier));
        assertNotNull(steps);
        return List.of(steps.split(","));
    }
}
