package zhicheng.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import zhicheng.server.World.Caller;
import zhicheng.server.trail.Json;

/** What the four notices say, to the minute and to the word, and what they do not say, as a stranger gets it over HTTP. Written from the notices. */
@Tag("database")
@Tag("once")
class NoticesThroughTheApiTest {
    private static World world;

    @BeforeAll
    static void start() {
        world = World.at("2024-09-18T10:00:00+08:00");
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    /** Annex 1 of B24: every column of every row. {@code elsewhere} is who announces it. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            general.upload             | UPLOAD       | 2024-08-01T00:00:00+08:00 | 2024-08-19T08:00:00+08:00 | 8月1日至个人申报时间开始前。 | - | -
            general.application        | APPLICATION  | 2024-08-19T08:00:00+08:00 | 2024-08-23T17:00:00+08:00 | 8月19日8：00-23日17:00 | - | -
            general.intake             | INTAKE       | - | 2024-09-30T17:00:00+08:00 | 9月30日17:00 | - | -
            general.payment            | PAYMENT      | - | 2024-10-10T17:00:00+08:00 | 10月10日17:00 | - | -
            general.policy-check       | POLICY_CHECK | - | 2024-12-01T00:00:00+08:00 | 11月30日前 | - | -
            general.review             | REVIEW       | - | 2025-01-01T00:00:00+08:00 | 12月31日前 | - | -
            teachers.upload            | UPLOAD       | 2024-08-01T00:00:00+08:00 | 2024-08-26T08:00:00+08:00 | 8月1日至个人申报时间开始前。 | - | -
            teachers.application       | APPLICATION  | 2024-08-26T08:00:00+08:00 | 2024-08-30T17:00:00+08:00 | 8月26日8：00-30日17:00 | - | -
            teachers.intake            | INTAKE       | - | 2024-09-30T17:00:00+08:00 | 9月30日17:00 | - | -
            teachers.payment           | PAYMENT      | - | 2024-10-10T17:00:00+08:00 | 10月10日17:00 | - | -
            teachers.policy-check      | POLICY_CHECK | - | 2024-12-01T00:00:00+08:00 | 11月30日前 | - | -
            teachers.review            | REVIEW       | - | 2025-01-01T00:00:00+08:00 | 12月31日前 | - | -
            health.upload              | UPLOAD       | 2024-08-01T00:00:00+08:00 | 2024-09-16T08:00:00+08:00 | 8月1日至个人申报时间开始前。 | - | -
            health.application         | APPLICATION  | 2024-09-16T08:00:00+08:00 | 2024-09-20T17:00:00+08:00 | 9月16日8:00-20日17:00 | - | -
            health.intake              | INTAKE       | - | 2024-10-18T17:00:00+08:00 | 10月18日17:00 | - | -
            health.payment             | PAYMENT      | - | 2024-10-28T17:00:00+08:00 | 10月28日17:00 | - | -
            health.policy-check        | POLICY_CHECK | - | 2024-12-16T00:00:00+08:00 | 12月15日前 | - | -
            health.review              | REVIEW       | - | 2025-01-01T00:00:00+08:00 | 12月31日前 | - | -
            accounting.upload          | UPLOAD       | - | 2024-11-01T00:00:00+08:00 | 10月31日前（申报时间以贵州省财政会计网（httq://czkj.guizhou.gov.cn/）通知为准）。 | 贵州省财政会计网 | http://czkj.guizhou.gov.cn/
            accounting.application     | APPLICATION  | - | - | 时间以贵州省财政会计网httq://czkj.guizhou.gov.cn/）通知为准 | 贵州省财政会计网 | http://czkj.guizhou.gov.cn/
            accounting.intake          | INTAKE       | - | - | 时间以贵州省财政会计网httq://czkj.guizhou.gov.cn/）通知为准 | 贵州省财政会计网 | http://czkj.guizhou.gov.cn/
            accounting.payment         | PAYMENT      | - | - | 时间以贵州省财政会计网httq://czkj.guizhou.gov.cn/）通知为准 | 贵州省财政会计网 | http://czkj.guizhou.gov.cn/
            accounting.policy-check    | POLICY_CHECK | - | - | 时间以贵州省财政会计网httq://czkj.guizhou.gov.cn/）通知为准 | 贵州省财政会计网 | http://czkj.guizhou.gov.cn/
            accounting.review          | REVIEW       | - | 2025-04-01T00:00:00+08:00 | 2025年3月31日前 | - | -
            audit.upload               | UPLOAD       | - | - | 2024年度申报时间以贵州省审计厅（httq://sjt.guizhou.gov.cn/）通知为准。 | 贵州省审计厅 | http://sjt.guizhou.gov.cn/
            audit.application          | APPLICATION  | - | - | 2024年度申报时间以贵州省审计厅（httq://sjt.guizhou.gov.cn/）通知为准。 | 贵州省审计厅 | http://sjt.guizhou.gov.cn/
            audit.intake               | INTAKE       | - | - | 2024年度申报时间以贵州省审计厅（httq://sjt.guizhou.gov.cn/）通知为准。 | 贵州省审计厅 | http://sjt.guizhou.gov.cn/
            audit.payment              | PAYMENT      | - | - | 2024年度申报时间以贵州省审计厅（httq://sjt.guizhou.gov.cn/）通知为准。 | 贵州省审计厅 | http://sjt.guizhou.gov.cn/
            audit.policy-check         | POLICY_CHECK | - | 2025-05-31T00:00:00+08:00 | 2025年5月30日前 | - | -
            audit.review               | REVIEW       | - | 2025-07-01T00:00:00+08:00 | 2025年6月30日前 | - | -
            economics.upload           | UPLOAD       | 2024-08-01T00:00:00+08:00 | 2024-09-16T08:00:00+08:00 | 8月1日至个人申报时间开始前。 | - | -
            economics.application      | APPLICATION  | 2024-09-16T08:00:00+08:00 | 2024-09-20T17:00:00+08:00 | 9月16日8:00-20日17:00 | - | -
            economics.intake           | INTAKE       | - | 2024-10-18T17:00:00+08:00 | 10月18日17:00 | - | -
            economics.payment          | PAYMENT      | - | 2024-10-28T17:00:00+08:00 | 10月28日17:00 | - | -
            economics.policy-check     | POLICY_CHECK | - | 2024-12-01T00:00:00+08:00 | 11月30日前 | - | -
            economics.review           | REVIEW       | - | 2025-01-01T00:00:00+08:00 | 12月31日前 | - | -
            private-engineering.upload | UPLOAD       | 2024-09-20T00:00:00+08:00 | 2024-11-04T08:00:00+08:00 | 9月20日至个人申报时间开始前。 | - | -
            private-engineering.application  | APPLICATION  | 2024-11-04T08:00:00+08:00 | 2024-11-08T17:00:00+08:00 | 11月4日8:00-8日17:00 | - | -
            private-engineering.intake       | INTAKE       | - | 2024-12-05T17:00:00+08:00 | 12月5日17:00 | - | -
            private-engineering.payment      | PAYMENT      | - | 2024-12-15T17:00:00+08:00 | 12月15日17:00 | - | -
            private-engineering.policy-check | POLICY_CHECK | - | 2025-05-31T00:00:00+08:00 | 2025年5月30日前 | - | -
            private-engineering.review       | REVIEW       | - | 2025-07-01T00:00:00+08:00 | 2025年6月30日前 | - | -
            statistics.upload          | UPLOAD       | 2024-10-15T00:00:00+08:00 | 2024-12-02T08:00:00+08:00 | 10月15日至个人申报时间开始前。 | - | -
            statistics.application     | APPLICATION  | 2024-12-02T08:00:00+08:00 | 2024-12-06T17:00:00+08:00 | 12月2日8:00-6日17:00 | - | -
            statistics.intake          | INTAKE       | - | 2025-01-17T17:00:00+08:00 | 2025年1月17日17:00 | - | -
            statistics.payment         | PAYMENT      | - | 2025-04-30T17:00:00+08:00 | 2025年4月30日17:00 | - | -
            statistics.policy-check    | POLICY_CHECK | - | 2025-05-31T00:00:00+08:00 | 2025年5月30日前 | - | -
            statistics.review          | REVIEW       | - | 2025-07-01T00:00:00+08:00 | 2025年6月30日前 | - | -""")
    void annex_1_of_bijie(String id, String step, String from, String until, String printed, String elsewhere, String link) {
        var windows = windows("bijie", "2024-09-18T10:00:00+08:00");
        assertEquals(48, windows.stream().filter(one -> "B24-annex1".equals(clause(one))).count(), "eight rows of six columns");
        var window = windows.stream().filter(one -> id.equals(one.get("id"))).findFirst().orElseThrow();
        assertEquals("B24-annex1", clause(window));
        assertEquals(step, window.get("step"));
        assertEquals(from, window.get("from"));
        assertEquals(until, window.get("until"));
        assertEquals(printed, window.get("printed"));
        assertEquals(elsewhere, window.get("announcedBy") == null ? null : ((Map<?, ?>) window.get("announcedBy")).get("zh"));
        assertEquals(link, window.get("link"));
    }

    /** Which series a row of annex 1 names. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            general  | AGRICULTURE;ARCHIVES;ARTS;ARTS_AND_CRAFTS;BROADCASTING;ENGINEERING;JOURNALISM;LAWYER;LIBRARY;MUSEUM;NATURAL_SCIENCE;PUBLIC_LEGAL_SERVICE;PUBLISHING;SOCIAL_SCIENCE;SPORTS;TRANSLATION
            teachers | HIGHER_EDUCATION;LABORATORY;PARTY_SCHOOL;SCHOOL;TECHNICAL_SCHOOL;VOCATIONAL_SCHOOL
            health   | HEALTH
            accounting | ACCOUNTING
            audit    | AUDIT
            economics | ECONOMICS
            private-engineering | ENGINEERING
            statistics | STATISTICS""")
    void whom_a_row_of_annex_1_is_for(String row, String series) {
        var named = new TreeSet<String>();
        var scope = world.ask(Caller.PUBLIC, "{ calendar(region: \"bijie\", year: 2024) { windows(steps: [APPLICATION]) { id scope { series } } } }", Map.of()).<List<Map<String, Object>>>at("data", "calendar", "windows")
                .stream().filter(one -> one.get("id").equals(row + ".application")).findFirst().orElseThrow();
        for (var part : rows(scope.get("scope"))) for (var one : (List<?>) part.get("series")) named.add((String) one);
        assertEquals(series, String.join(";", named));
    }

    /** Facts of all four notices besides annex 1. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            bijie | 2024 | continuingEducation.item.hours | 90
            bijie | 2024 | continuingEducation.item.reducedHours | 45
            bijie | 2024 | continuingEducation.item.specialisedThirds | 2
            bijie | 2024 | continuingEducation.item.clause.id | B24-4.1
            bijie | 2024 | continuingEducation.item.reducedFor.zh | 在基层和民营经济组织工作的专业技术人员
            bijie | 2024 | yearsOfService.item.endsOn | 2024-12-31
            bijie | 2024 | yearsOfService.item.notCounted | 不合格
            bijie | 2024 | exclusive.items[id=one-series].per | YEAR
            bijie | 2024 | exclusive.items[id=one-series].clause.id | B24-5.3
            bijie | 2024 | payment.item.clause.id | B24-5.5
            bijie | 2024 | categories.items# | 6
            bijie | 2024 | categories.items[id=PRIVATE_ECONOMY].document | 毕人社通〔2022〕205号
            bijie | 2024 | categories.items[id=LITTLE_GIANT].document | 黔人社通〔2023〕37号
            bijie | 2024 | categories.items[id=CASE_BY_CASE].document | 黔人社通〔2023〕112号
            bijie | 2024 | categories.items[id=GREEN_CHANNEL].document | null
            bijie | 2024 | categories.items[id=TARGETED_USE].document | null
            bijie | 2024 | categories.items[id=GRASSROOTS_ASSOCIATE].document | null
            bijie | 2024 | calendar.windows[id=records.termination].from | 2024-07-31T00:00:00+08:00
            bijie | 2024 | calendar.windows[id=records.termination].until | 2024-08-01T00:00:00+08:00
            bijie | 2024 | calendar.windows[id=records.new].from | 2024-08-01T00:00:00+08:00
            bijie | 2024 | calendar.windows[id=school-rules.publication].until | 2024-08-01T00:00:00+08:00
            bijie | 2024 | contacts.items[id=office].phone | 0857-8222283
            bijie | 2024 | contacts.items[id=training].link | http://www.gzjxjy.gzsrs.cn/
            bijie | 2024 | accounts.items# | 4
            bijie | 2024 | transfer.items# | 4
            bijie | 2024 | responsibilities.items[id=steps-in-time].clause.id | B24-5.3
            bijie | 2024 | conditions.items[id=school-teachers].document | 黔人社通〔2023〕67号
            bijie | 2023 | continuingEducation.item.hours | 90
            bijie | 2023 | continuingEducation.item.reducedHours | 45
            bijie | 2023 | yearsOfService.item.endsOn | 2023-12-31
            bijie | 2023 | yearsOfService.item.special# | 1
            bijie | 2023 | exclusive.items[id=one-series].clause.id | B23-5.4
            bijie | 2023 | calendar.windows[id=records.termination].from | 2023-07-31T00:00:00+08:00
            bijie | 2023 | calendar.windows[id=records.termination].until | 2023-08-01T00:00:00+08:00
            bijie | 2023 | calendar.windows[id=records.new].from | 2023-08-01T00:00:00+08:00
            bijie | 2023 | provisions.items[id=nomination-national].number | 2
            bijie | 2023 | provisions.items[id=nomination-provincial].number | 1
            bijie | 2023 | provisions.items[id=integrity-bar].number | 3
            bijie | 2023 | provisions.items[id=integrity-bar].unit | YEARS
            bijie | 2023 | conditions.items[id=epidemic-posts].number | 3
            bijie | 2023 | contacts.items[id=system].link | http://rcrs.gzsrs.cn:8888/ips/
            bijie | 2023 | contacts.items[id=office].phone | 0857-8222283
            bijie | 2023 | provisions.items[id=basis].document | 黔人社通〔2023〕37号
            bijie | 2023 | notices[prefix=B23].number | null
            bijie | 2023 | notices[prefix=B23].gaps# | 4
            jiayuguan | 2024 | calendar.windows[id=preparation].from | 2024-09-01T00:00:00+08:00
            jiayuguan | 2024 | calendar.windows[id=preparation].until | 2024-09-11T00:00:00+08:00
            jiayuguan | 2024 | calendar.windows[id=application].from | 2024-09-11T00:00:00+08:00
            jiayuguan | 2024 | calendar.windows[id=application].until | 2024-10-21T00:00:00+08:00
            jiayuguan | 2024 | calendar.windows[id=employer].from | 2024-10-21T00:00:00+08:00
            jiayuguan | 2024 | calendar.windows[id=employer].until | 2024-11-01T00:00:00+08:00
            jiayuguan | 2024 | calendar.windows[id=departments-and-committees].from | 2024-11-01T00:00:00+08:00
            jiayuguan | 2024 | calendar.windows[id=departments-and-committees].until | 2024-12-26T00:00:00+08:00
            jiayuguan | 2024 | calendar.windows[id=bureau].from | 2024-11-01T00:00:00+08:00
            jiayuguan | 2024 | calendar.windows[id=bureau].until | 2024-12-26T00:00:00+08:00
            jiayuguan | 2024 | calendar.windows[id=departments].until | 2024-11-01T00:00:00+08:00
            jiayuguan | 2024 | calendar.windows[id=committee-notices].until | 2024-09-06T00:00:00+08:00
            jiayuguan | 2024 | calendar.windows[id=joint-recheck].from | 2024-11-01T00:00:00+08:00
            jiayuguan | 2024 | calendar.windows[id=joint-recheck].until | 2024-11-11T00:00:00+08:00
            jiayuguan | 2024 | calendar.windows[id=defence].from | 2024-11-11T00:00:00+08:00
            jiayuguan | 2024 | calendar.windows[id=defence].until | 2024-12-11T00:00:00+08:00
            jiayuguan | 2024 | calendar.windows[id=city-committees-done].until | 2024-12-21T00:00:00+08:00
            jiayuguan | 2024 | calendar.windows[id=summary].until | 2025-01-01T00:00:00+08:00
            jiayuguan | 2024 | publications.items[id=result].days | 5
            jiayuguan | 2024 | publications.items[id=result].workingDays | false
            jiayuguan | 2024 | publications.items[id=recommendation].particulars# | 12
            jiayuguan | 2024 | returns.items[id=limit].number | 3
            jiayuguan | 2024 | returns.items[id=limit].unit | TIMES
            jiayuguan | 2024 | channels.items# | 6
            jiayuguan | 2024 | categories.items# | 3
            jiayuguan | 2024 | committees.items# | 69
            jiayuguan | 2024 | committees.items[name=甘肃省知识产权专业高级职称评审委员会].phone | 0931-8533360
            jiayuguan | 2024 | committees.items[name=甘肃省公路航空旅游投资集团有限公司工程系列高级职称评审委员会].period | 11月中旬
            jiayuguan | 2024 | committees.items[name=甘肃省工程系列高级职称评审委员会].no | 65
            jiayuguan | 2024 | committees.items[name=市中小学教师系列高级职称评审委员会].phone | 0937-6225900
            jiayuguan | 2024 | committees.items[name=市卫生系列高级职称评审委员会].phone | 0937-6320251
            jiayuguan | 2024 | committees.items[name=市农业系列中级职称评审委员会].phone | 0937-6226373
            jiayuguan | 2024 | committees.items[name=市工程系列中级职称评审委员会].phone | 0937-6225625
            jiayuguan | 2024 | contacts.items[id=title-office].phone | 0937-6789790
            jiayuguan | 2024 | contacts.items[id=system].link | https://gszcxt.rst.gansu.gov.cn/zcfwpt/home
            xianning | 2024 | capabilityTest.item.levels | INTERMEDIATE;ASSOCIATE_SENIOR;FULL_SENIOR
            xianning | 2024 | capabilityTest.item.sameSpecialtyAndLevel | true
            xianning | 2024 | capabilityTest.item.exemptBy | 鄂职改办〔2013〕72号
            xianning | 2024 | capabilityTest.item.clause.id | X24-6.5
            xianning | 2024 | recognition.items[id=yangtze-hours].from | 310000;320000;330000;340000;360000;430000;500000;510000;530000;520000
            xianning | 2024 | recognition.items[id=aid-titles].from | 540000;650000;630000
            xianning | 2024 | publications.items[id=recommendation].days | 5
            xianning | 2024 | publications.items[id=recommendation].workingDays | true
            xianning | 2024 | publications.items[id=recommendation].sentence | 申报人员工作岗位符合申报条件规定，个人信息和业绩材料已经审核，均真实有效，同意上报
            xianning | 2024 | publications.items[id=result].days | 5
            xianning | 2024 | calendar.windows[id=result-publication].counted.days | 3
            xianning | 2024 | calendar.windows[id=result-publication].counted.workingDays | true
            xianning | 2024 | calendar.windows[id=report].counted.days | 5
            xianning | 2024 | calendar.windows[id=plan].counted.days | 5
            xianning | 2024 | calendar.windows[id=committee-refiling].until | 2024-05-01T00:00:00+08:00
            xianning | 2024 | calendar.windows[id=history-upload].from | 2024-05-16T00:00:00+08:00
            xianning | 2024 | pledge.item.barYears | 3
            xianning | 2024 | pledge.item.neutral | false
            xianning | 2024 | exclusive.items[id=one-series].per | YEAR
            xianning | 2024 | exclusive.items[id=once-per-series].per | YEAR_AND_SERIES
            xianning | 2024 | channels.items# | 4
            xianning | 2024 | forms.items# | 4
            xianning | 2024 | forms.items[id=history].format | EXCEL
            xianning | 2024 | forms.items[id=history].fields# | 12
            xianning | 2024 | contacts.items[id=system].link | http://59.175.218.201:8502/app/home.html
            xianning | 2024 | notices[prefix=X24].date | 2024-04-22""")
    void a_fact_of_a_notice(String region, int year, String path, String expected) {
        assertEquals(expected, edition(region, year, path));
    }

    /** What a notice does not say must not be said for it. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            bijie | 2024 | capabilityTest.answer | NOT_ASKED
            bijie | 2024 | pledge.answer | NOT_SAID_HERE
            bijie | 2024 | recognition.answer | NOT_SAID_HERE
            bijie | 2024 | returns.answer | NOT_SAID_HERE
            bijie | 2024 | committees.answer | NOT_SAID_HERE
            bijie | 2024 | publications.items[id=recommendation].days | null
            bijie | 2024 | calendar.windows[id=accounting.application].state | ANNOUNCED_ELSEWHERE
            bijie | 2024 | calendar.windows[id=audit.intake].state | ANNOUNCED_ELSEWHERE
            bijie | 2023 | capabilityTest.answer | NOT_ASKED
            bijie | 2023 | payment.answer | NOT_SAID_HERE
            bijie | 2023 | accounts.answer | NOT_SAID_HERE
            bijie | 2023 | transfer.answer | NOT_SAID_HERE
            bijie | 2023 | pledge.answer | NOT_SAID_HERE
            bijie | 2023 | calendar.windows[id=all.application].state | ANNOUNCED_ELSEWHERE
            bijie | 2023 | calendar.windows[id=all.application].from | null
            bijie | 2023 | calendar.windows[id=all.application].link | null
            jiayuguan | 2024 | capabilityTest.answer | NOT_ASKED
            jiayuguan | 2024 | continuingEducation.answer | ANNOUNCED_ELSEWHERE
            jiayuguan | 2024 | continuingEducation.item | null
            jiayuguan | 2024 | yearsOfService.answer | NOT_SAID_HERE
            jiayuguan | 2024 | exclusive.answer | NOT_SAID_HERE
            jiayuguan | 2024 | payment.answer | NOT_SAID_HERE
            jiayuguan | 2024 | recognition.answer | NOT_SAID_HERE
            jiayuguan | 2024 | transfer.answer | NOT_SAID_HERE
            jiayuguan | 2024 | pledge.answer | NOT_SAID_HERE
            xianning | 2024 | continuingEducation.answer | NOT_SAID_HERE
            xianning | 2024 | continuingEducation.item | null
            xianning | 2024 | yearsOfService.answer | NOT_SAID_HERE
            xianning | 2024 | payment.answer | NOT_SAID_HERE
            xianning | 2024 | transfer.answer | NOT_SAID_HERE
            xianning | 2024 | categories.answer | NOT_SAID_HERE
            xianning | 2024 | committees.answer | NOT_SAID_HERE
            xianning | 2024 | conditions.answer | ANNOUNCED_ELSEWHERE
            xianning | 2024 | conditions.clause.id | X24-2
            xianning | 2024 | calendar.windows[id=application].state | SET_BY_COMMITTEE
            xianning | 2024 | calendar.windows[id=application].from | null""")
    void what_a_notice_does_not_say(String region, int year, String path, String expected) {
        var asked = path.endsWith(".item") ? path + ".clause.id" : path;
        assertEquals(expected, edition(region, year, asked));
        if (expected.startsWith("NOT_") || expected.equals("ANNOUNCED_ELSEWHERE") && path.endsWith(".answer"))
            assertFalse(edition(region, year, path.replace(".answer", ".said.zh")).isBlank(), "silence is said in words");
    }

    /** A clause's own words, slips included. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            B24-5.5 | 2024年起，申报人未在规定时间内完成缴费的，视为放弃申报。
            B24-5.3 | 系统将于2024年7月31日对2023年度未完成流程的申报记录统一作终止处理。
            B24-5.3 | 同一年度内，系统仅支持申报人申报一个系列（专业）的职称。
            B24-4.3 | httq://www.gzjxjy.gzsrs.cn/
            B24-end | 本通知未提及的有关职称政策，均结合历年来职称工作的有关规定一并执行。
            B23-2.3 | 国家级的专精特新“小巨人”企业每年度最多可举荐2人直接申报高级职称，省级专精特新“小巨人”企业每年度最多可举荐1人直接申报高级职称。
            B23-3.3 | 情节严重的，取消三年内职称申报及岗位晋升资格。
            B23-5.5 | 可从申报人申报当年12月31日起算。
            J24-2.3 | 10月21日0时至10月31日24时为用人单位（申报单位）审核及推荐时间，为期共10天；
            J24-1a | 具有我市户籍的灵活就业人员。
            J24-3.4 | 退回次数不超过3次。
            J24-3.7 | 公示期不少于5天。
            J24-annex1 | 甘肃省食品药品工程专业高级职称评市委员会
            X24-6.5 | 测试时的专业、级别应与参加职称评审的专业、级别相一致。
            X24-6.3 | （上海、江苏、浙江、安徽、江西、湖南、重庆、四川、云南、贵州）
            X24-4 | 确保在10月前完成本年度评审各项工作，不得跨年度评审。
            X24-5.3 | 于评审前5个工作日内将评审工作方案报人社（职改）部门备案
            X24-1.5 | 专业技术人员同一年度不得申报参加两个及以上系列(专业)职称评审,当年同一系列(专业)只能申报评审一次。
            X24-annex2 | 如提供虚假的申报资料，本人自愿三年内停止申报任职资格，并接受政府职改部门的处理。""")
    void a_clause_in_its_own_words(String clause, String words) {
        var sentence = Fields.of(world, "clause(id: \"" + clause + "\")", "sentence").replaceAll("\\s", "");
        assertTrue(sentence.contains(words), sentence);
    }

    /** One second before, at, one second before the end, at the end: every window of the three regions that has both. */
    @ParameterizedTest
    @CsvSource({"bijie, 2024, 13", "jiayuguan, 2024, 8", "bijie, 2023, 1"})
    void the_edges_of_every_window(String region, int year, int expected) {
        var spans = windows(region, year, year + "-09-18T10:00:00+08:00").stream().filter(one -> one.get("from") != null && one.get("until") != null).toList();
        assertEquals(expected, spans.size());
        for (var span : spans) {
            var from = OffsetDateTime.parse((String) span.get("from"));
            var until = OffsetDateTime.parse((String) span.get("until"));
            assertEquals("UPCOMING", state(region, year, from.minusSeconds(1), span));
            assertEquals("OPEN", state(region, year, from, span));
            assertEquals("OPEN", state(region, year, until.minusSeconds(1), span));
            assertEquals("PAST", state(region, year, until, span));
        }
    }

    @Test
    void what_is_open_comes_next_and_is_announced_elsewhere_on_the_day_of_the_demonstration() {
        var calendar = world.ask(Caller.PUBLIC, """
                { bijie: calendar(region: "bijie", year: 2024) { at open { id until } next { id from } announcedElsewhere { id } setByCommittees { id } }
                  xianning: calendar(region: "xianning", year: 2024) { setByCommittees { id } announcedElsewhere { id } } }""", Map.of());
        assertEquals("2024-09-18T10:00:00+08:00", calendar.at("data", "bijie", "at"));
        assertEquals(List.of("health.application", "economics.application"), ids(calendar.at("data", "bijie", "open")).subList(0, 2), "those that close first in front");
        assertEquals(List.of("private-engineering.upload", "statistics.upload", "private-engineering.application", "statistics.application"), ids(calendar.at("data", "bijie", "next")));
        assertEquals(Stream.of("accounting", "audit").flatMap(row -> Stream.of("upload", "application", "intake", "payment", "policy-check").map(column -> row + "." + column))
                .filter(id -> !id.equals("audit.policy-check")).toList(), ids(calendar.at("data", "bijie", "announcedElsewhere")));
        assertEquals(List.of(), ids(calendar.at("data", "bijie", "setByCommittees")));
        assertEquals(List.of("application", "audit", "audit.departments", "audit.office"), ids(calendar.at("data", "xianning", "setByCommittees")));
        assertEquals(List.of(), ids(calendar.at("data", "xianning", "announcedElsewhere")));
    }

    @Test
    void windows_of_a_step_and_a_series() {
        var health = world.ask(Caller.PUBLIC, "{ calendar(region: \"bijie\", year: 2024) { windows(steps: [APPLICATION, PAYMENT], series: \"HEALTH\") { id } none: windows(steps: []) { id } } }", Map.of());
        assertEquals(List.of("health.application", "health.payment"), ids(health.at("data", "calendar", "windows")));
        assertEquals(List.of(), ids(health.at("data", "calendar", "none")));
        var slip = world.ask(Caller.PUBLIC, "{ calendar(region: \"bijie\", year: 2024) { windows(series: \"health\") { id } } }", Map.of());
        assertEquals("BAD_INPUT", slip.error());
        assertTrue(slip.<String>at("errors", 0, "message").contains("«health»"), slip.body().toString());
    }

    @ParameterizedTest
    @CsvSource({
        "2000-01-01T00:00:00+08:00, -", "2099-12-31T23:59:59+08:00, -", "2000-01-01T00:00:00Z, -",
        "1999-12-31T23:59:59+08:00, BAD_INPUT", "2100-01-01T00:00:00+08:00, BAD_INPUT", "2099-12-31T16:00:00Z, BAD_INPUT",
        "0001-01-01T00:00:00+08:00, BAD_INPUT", "9999-12-31T23:59:59+08:00, BAD_INPUT", "9999-12-31T23:59:59Z, VALIDATION"})
    void an_instant_of_another_century_is_refused_by_name(String at, String code) {
        var somebody = world.applicant().caller();
        for (var query : List.of("{ calendar(region: \"bijie\", year: 2024, at: \"%s\") { at } }",
                "{ region(code: \"bijie\") { edition(year: 2024) { calendar(at: \"%s\") { at } } } }",
                "{ eligibility(at: \"%s\", year: 2024, person: {}, claim: {series: \"ENGINEERING\"}) { at } }",
                "{ evaluation(at: \"%s\", dossier: \"00000000-0000-4000-8000-000000000000\") { refusals { code } } }")) {
            var reply = world.ask(somebody, query.formatted(at), Map.of());
            if (code.equals("-")) {
                assertNull(reply.body().get("errors"), () -> reply.body().toString());
                continue;
            }
            assertEquals(code, reply.error(), () -> reply.body().toString());
            var message = reply.<String>at("errors", 0, "message");
            assertTrue(message.contains("at: ") && message.contains(" is outside the years "), message);
            assertFalse(reply.body().toString().contains("10000"), () -> reply.body().toString());
        }
    }

    @Test
    void what_is_not_there_is_null() {
        var reply = world.ask(Caller.PUBLIC, """
                { region(code: "atlantis") { code }
                  clause(id: "X24-99") { id } form: clause(id: "six point five") { id } empty: clause(id: "") { id }
                  xianning: region(code: "xianning") { edition(year: 2023) { number } } }""", Map.of());
        assertNull(reply.body().get("errors"), () -> reply.body().toString());
        for (var name : List.of("region", "clause", "form", "empty")) assertNull(reply.at("data", name), name);
        assertNotNull(reply.at("data", "xianning"));
        assertNull(reply.at("data", "xianning", "edition"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Xianning | 2024 | region: no region is called «Xianning» (loaded: [bijie, jiayuguan, xianning])
            xianning | 1999 | year: region «xianning» has no edition for 1999 (it has [2024])""")
    void a_calendar_that_is_not_there_is_said_not_to_be(String region, int year, String why) {
        var reply = world.ask(Caller.PUBLIC, "query($region: ID!, $year: Int!) { calendar(region: $region, year: $year) { at } }", Map.of("region", region, "year", year));
        assertEquals("BAD_INPUT", reply.error());
        assertEquals(why, reply.at("errors", 0, "message"));
        assertNull(reply.at("data", "calendar"));
    }

    /** Also when it is not asked. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            calendar(region: 'atlantis', year: 1999, at: '1800-01-01T00:00:00+08:00') { at } | at: ; region: no region is called «atlantis»; year: no region has a notice of 1999
            calendar(region: 'bijie', year: 1999, at: '1800-01-01T00:00:00+08:00') { at } | at: ; year: region «bijie» has no edition for 1999
            eligibility(regions: ['nope', 'bijie', 'nope', 'x'], year: 1999, at: '1800-01-01T00:00:00+08:00', person: {}, claim: {series: 'ENGINEERING'}) { at } | at: ; regions[0]: no region is called «nope»; regions[3]: no region is called «x»; year: no region has a notice of 1999; year: region «bijie» has no edition for 1999
            eligibility(regions: ['nope', 'bijie'], at: '2010-01-01T00:00:00+08:00', person: {}, claim: {series: 'ENGINEERING'}) { at } | regions[0]: no region is called «nope»; regions[1]: region «bijie» has no edition for 2010
            eligibility(year: 1999, at: '1800-01-01T00:00:00+08:00', person: {}, claim: {series: 'ENGINEERING'}) { at } | at: ; year: no region has an edition for 1999""")
    void what_is_wrong_with_a_question_to_regions_is_said_at_once_and_with_its_place(String asked, String expected) {
        var query = "{ " + asked.replace('\'', '"') + " }";
        for (var isDry : List.of(false, true)) {
            var reply = world.send(Caller.PUBLIC, Json.text(Map.of("query", query, "extensions", Map.of("dryRun", isDry))));
            var messages = reply.<List<Map<String, Object>>>at("errors").stream().map(error -> error.get("message").toString()).toList();
            var wanted = expected.split("; ");
            assertEquals(wanted.length, messages.size(), messages::toString);
            for (var place = 0; place < wanted.length; place++) assertTrue(messages.get(place).startsWith(wanted[place]), messages::toString);
            assertEquals("BAD_INPUT", reply.error());
        }
    }

    @Test
    void what_is_wrong_with_a_page_of_a_calendar_is_said_at_once() {
        var reply = world.ask(Caller.PUBLIC, "{ calendar(region: \"bijie\", year: 2024) { closings(first: 101, after: \"x\") { id } windows(series: \"ALCHEMY\") { id } } }", Map.of());
        assertEquals(List.of("first: 101 is not from 0 to 100", "after: «x» is nothing of this list", "series: no series of the edition is called «ALCHEMY» (Edition.series lists them, e.g. ENGINEERING)").stream().sorted().toList(),
                reply.<List<Map<String, Object>>>at("errors").stream().map(error -> error.get("message").toString()).sorted().toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"bijie", "jiayuguan", "xianning"})
    void every_clause_of_every_notice_has_its_words_and_every_rule_its_clause(String region) {
        var reply = world.ask(Caller.PUBLIC, """
                query($code: ID!) { region(code: $code) { notices { prefix text clauses { id sentence } }
                  editions { rules { id force what { zh en } clause { id sentence } } channels { items { rules { clause { id sentence } } } } dispositions { clause { sentence } why { zh } } } } }""", Map.of("code", region));
        assertNull(reply.body().get("errors"), () -> reply.body().toString());
        var notices = reply.<List<Map<String, Object>>>at("data", "region", "notices");
        assertTrue(!notices.isEmpty());
        for (var notice : notices) {
            assertTrue(rows(notice.get("clauses")).size() > 20);
            for (var clause : rows(notice.get("clauses"))) assertFalse(((String) clause.get("sentence")).isBlank(), () -> clause.toString());
        }
        for (var edition : reply.<List<Map<String, Object>>>at("data", "region", "editions")) assertTrue(rows(edition.get("rules")).size() > 5);
    }

    /** X24-5.3 by the State Council's table: 2024-09-14, 09-29 and 10-12 are working Saturdays and Sundays, 10-01 to 10-07 are off. */
    @ParameterizedTest
    @CsvSource({"plan, 2024-09-19, 2024-09-11", "result-publication, 2024-09-29, 2024-10-09", "report, 2024-09-27, 2024-10-10", "report, 2024-10-08, 2024-10-14"})
    void days_are_counted_by_working_days_from_the_event(String window, String event, String due) {
        assertEquals(due, due(window, event).at("data", "calendar", "windows", 0, "counted", "due"));
    }

    @Test
    void a_year_without_a_table_of_working_days_is_an_error_and_not_a_guess() {
        var reply = due("report", "2031-09-01");
        assertEquals("BAD_INPUT", reply.error());
        assertTrue(reply.<String>at("errors", 0, "message").contains("2031"));
    }

    private static World.Reply due(String window, String event) {
        var step = Map.of("plan", "PLAN_FILING", "result-publication", "RESULT_PUBLICATION", "report", "RESULT_REPORT").get(window);
        return world.ask(Caller.PUBLIC, """
                query($step: Step!, $event: Date!) { calendar(region: "xianning", year: 2024) { windows(steps: [$step]) { id counted { due(event: $event) } } } }""",
                Map.of("step", step, "event", event));
    }

    private static String edition(String region, int year, String path) {
        return path.startsWith("notices[") ? Fields.of(world, "region(code: \"" + region + "\")", path)
                : Fields.of(world, "region(code: \"" + region + "\")", "edition(year: " + year + ")." + path);
    }

    private static String state(String region, int year, OffsetDateTime at, Map<String, Object> span) {
        return (String) windows(region, year, at.toString()).stream().filter(one -> one.get("id").equals(span.get("id"))).findFirst().orElseThrow().get("state");
    }

    private static List<Map<String, Object>> windows(String region, String at) {
        return windows(region, 2024, at);
    }

    private static List<Map<String, Object>> windows(String region, int year, String at) {
        var reply = world.ask(Caller.PUBLIC, """
                query($region: ID!, $year: Int!, $at: DateTime) { calendar(region: $region, year: $year, at: $at) {
                  windows { id step state clause { id } from until printed announcedBy { zh } link } } }""", Map.of("region", region, "year", year, "at", at.length() == 22 ? at.replace("+08:00", ":00+08:00") : at));
        assertNull(reply.body().get("errors"), () -> reply.body().toString());
        return reply.at("data", "calendar", "windows");
    }

    private static Object clause(Map<String, Object> window) {
        return ((Map<?, ?>) window.get("clause")).get("id");
    }

    private static List<Object> ids(List<Map<String, Object>> windows) {
        return windows.stream().map(one -> one.get("id")).toList();
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> rows(Object many) {
        return (List<Map<String, Object>>) many;
    }
}
