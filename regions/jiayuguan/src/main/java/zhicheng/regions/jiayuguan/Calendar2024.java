package zhicheng.regions.jiayuguan;

import java.time.LocalDate;
import zhicheng.spi.Calendar;
import zhicheng.spi.Calendar.Window;
import zhicheng.spi.Clause;
import zhicheng.spi.Level;
import zhicheng.spi.Scope;
import zhicheng.spi.Step;
import zhicheng.spi.Text;
import zhicheng.spi.When;

/**
 * When what is done in 2024: J24-2.3 and part 3 (工作程序), in the order of the notice.
 * Where the notice contradicts itself each clause keeps its own date, and a note says so on both sides.
 */
final class Calendar2024 {
    private static final Text DAY_INCLUDED = Text.of("只印日期未印钟点：当日计入，至当日24时止", "a date without an hour: the day is included, until its 24:00");

    private static final Text ENDS_DIFFER = Text.of(
            "通知有三个完成日期：答辩评审至12月10日（三（六）），市州高评会、自主评审、中评会12月20日前（附件1备注1），全市评审12月25日前（二（三））；各按其条款列出，未作取舍。",
            "The notice has three ends: defence until 12-10 (J24-3.6), city senior, autonomous and intermediate committees by 12-20 (J24-annex1.note1), "
                    + "all reviews of the city by 12-25 (J24-2.3). Each stands under its clause; none was chosen.");

    private static final Text SAME_DEADLINE = Text.of(
            "用人单位（三（三））与行业主管部门（三（四））的截止日同为10月31日：单位用到最后一刻，部门便没有审核时间；宜提早几日报送。",
            "The employer (J24-3.3) and the department (J24-3.4) have the same last day, 10-31: an employer that uses its last hour leaves the department none. Hand in days earlier.");

    private static final Text NOT_TEN_DAYS = Text.of(
            "通知写“为期共10天”，而10月21日至31日为11天；以起止日期为准。",
            "The notice says \"10 days in all\", but 10-21 to 10-31 are 11 days; the dates rule.");

    /**
     * J24-3.4 goes on: «逾期未审核报送，不再单独受理». Until when a department is in time the notice says twice, so nobody is late by the earlier day: what a department hands on after 10-31 goes the
     * ordinary way, by the joint re-check ({@link #RECHECK_TWICE}), until 12-25 (J24-2.3), and is then refused. That the bureau takes nothing alone (单独受理) is the bureau's own to say; no finding says it for
     * it. The sentence itself stands among the provisions ({@code returns.late}).
     */
    private static final Text DEPARTMENTS_TWICE = Text.of(
            "二（三）给主管部门、人社部门、评委会11月1日至12月25日，三（四）又要求行业主管部门10月31日前完成审核推荐。",
            "J24-2.3 gives departments, bureau and committees 11-01 to 12-25, J24-3.4 asks the departments to be done by 10-31.");

    /**
     * Until when the bureau re-checks the notice says twice too, and nobody is late by the earlier day: what comes after 11-10, or comes back by a later day, is re-checked until 12-25 (J24-2.3). The
     * city's own committees may meet from 11-11 on (J24-3.6): whether what reaches one later is still reviewed is that committee's to say.
     */
    private static final Text RECHECK_TWICE = Text.of(
            "二（三）给人社部门11月1日至12月25日，三（五）的集中复审为11月1日至10日。",
            "J24-2.3 gives the HRSS bureau 11-01 to 12-25, the joint re-check of J24-3.5 is from 11-01 to 11-10.");

    /** Committees of the city: 中高级; those of the province keep the periods of annex 1. */
    private static final Scope CITY_COMMITTEES = Scope.of(Scope.Part.all().levels(Level.FULL_SENIOR, Level.ASSOCIATE_SENIOR, Level.INTERMEDIATE));

    static final Calendar CALENDAR = Calendar.of(
            Window.of("preparation", Clause.of("J24-2.3"), Step.PREPARATION, Scope.all(),
                    When.days(day(9, 1), day(9, 10), "申报评审功能开启时间为2024年9月1日0时。9月1日0时至9月10日24时为系统预准备时间", null)),
            Window.of("application", Clause.of("J24-2.3"), Step.APPLICATION, Scope.all(),
                    When.days(day(9, 11), day(10, 20), "9月11日0时至10月20日24时为个人正式申报时间，为期共40天", null)),
            Window.of("employer", Clause.of("J24-2.3"), Step.EMPLOYER_REVIEW, Scope.all(),
                    When.days(day(10, 21), day(10, 31), "10月21日0时至10月31日24时为用人单位（申报单位）审核及推荐时间，为期共10天", null))
                    .note(both(NOT_TEN_DAYS, SAME_DEADLINE)),
            Window.of("departments-and-committees", Clause.of("J24-2.3"), Step.DEPARTMENT_REVIEW, Scope.all(),
                    When.days(day(11, 1), day(12, 25), "11月1日0时至12月25日24时为全省行业主管部门、人社部门、评委会审核及评审时间，为期共55天", null))
                    .note(DEPARTMENTS_TWICE),
            Window.of("bureau", Clause.of("J24-2.3"), Step.JOINT_REVIEW, Scope.all(),
                    When.days(day(11, 1), day(12, 25), "11月1日0时至12月25日24时为全省行业主管部门、人社部门、评委会审核及评审时间，为期共55天", null))
                    .note(RECHECK_TWICE),
            Window.of("committees", Clause.of("J24-2.3"), Step.INTAKE, Scope.all(),
                    When.days(day(11, 1), day(12, 25), "11月1日0时至12月25日24时为全省行业主管部门、人社部门、评委会审核及评审时间，为期共55天", null)).note(ENDS_DIFFER),
            Window.of("all-reviews", Clause.of("J24-2.3"), Step.REVIEW, Scope.all(),
                    When.byDay(day(12, 25), "全市评审工作于12月25日前完成", DAY_INCLUDED)).note(ENDS_DIFFER),
            Window.of("committee-notices", Clause.of("J24-3.1"), Step.COMMITTEE_NOTICE, Scope.all(),
                    When.byDay(day(9, 5), "于2024年9月5日前下发本系统年度职称评审工作通知（含中级评委会）", DAY_INCLUDED)),
            Window.of("departments", Clause.of("J24-3.4"), Step.DEPARTMENT_REVIEW, Scope.all(),
                    When.byDay(day(10, 31), "各行业主管部门务必于2024年10月31日前完成审核推荐工作", DAY_INCLUDED))
                    .note(both(SAME_DEADLINE, DEPARTMENTS_TWICE)),
            Window.of("joint-recheck", Clause.of("J24-3.5"), Step.JOINT_REVIEW, Scope.all(),
                    When.days(day(11, 1), day(11, 10), "2024年11月1日至10日", DAY_INCLUDED)).note(RECHECK_TWICE),
            Window.of("defence", Clause.of("J24-3.6"), Step.DEFENCE, CITY_COMMITTEES,
                    When.days(day(11, 11), day(12, 10), "2024年11月11日至12月10日", DAY_INCLUDED))
                    .note(both(Text.of("只指嘉峪关市设立的中高级评委会，省级评委会见附件1；原则上不得推迟，确需调整须经市人社局同意并及时向社会公布。",
                            "Only the city's own senior and intermediate committees, those of the province are in annex 1; "
                                    + "not put off as a rule, and a later date needs the bureau's consent and is made public."), ENDS_DIFFER)),
            Window.of("result-publication", Clause.of("J24-3.7"), Step.RESULT_PUBLICATION, Scope.all(),
                    When.counted(5, false, When.Count.AT_LEAST_LONG, Text.of("评审会议结束后", "after the review meeting"), "公示期不少于5天", null))
                    .note(Publications2024.STRICTER),
            Window.of("certificates", Clause.of("J24-3.7"), Step.CONFIRMATION, CITY_COMMITTEES,
                    When.byDay(day(12, 25), "原则上各评委会组建单位应于2024年12月25日前", Text.of(
                            "“原则上”：一般应当，非绝对期限；当日计入，至当日24时止", "\"as a rule\", no absolute limit; the day is included, until its 24:00"))),
            Window.of("summary", Clause.of("J24-3.8"), Step.SUMMARY, CITY_COMMITTEES,
                    When.byDay(day(12, 31), "于2024年12月31日前将职称评审工作总结、资格文件(含花名册)上报至市人社局备案", DAY_INCLUDED)),
            Window.of("city-committees-done", Clause.of("J24-annex1.note1"), Step.REVIEW, CITY_COMMITTEES,
                    When.byDay(day(12, 20), "各市州高评会、各自主评审的高评会、各中评会务必在12月20日前完成评审工作", DAY_INCLUDED)).note(ENDS_DIFFER));

    private Calendar2024() {}

    private static LocalDate day(int month, int day) {
        return LocalDate.of(2024, month, day);
    }

    private static Text both(Text one, Text other) {
        return Text.of(one.zh() + other.zh(), one.en() + " " + other.en());
    }
}
