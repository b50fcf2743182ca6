package zhicheng.regions.bijie;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import zhicheng.spi.Case;
import zhicheng.spi.Clause;
import zhicheng.spi.ContinuingEducation;
import zhicheng.spi.Question;
import zhicheng.spi.Rule;
import zhicheng.spi.Text;
import zhicheng.spi.YearsOfService;

/** Who may apply in 2023 and on what conditions, as far as B23 says it. */
final class Eligibility2023 {
    static final ContinuingEducation CONTINUING_EDUCATION = ContinuingEducation.of(Clause.of("B23-4.2"), 90, 45,
            Text.of("在基层和民营经济组织工作的专业技术人员", "professionals at the grass roots and in private-economy organisations"), 2,
            Text.of("通知未说明学时与职称申报如何关联。此处读作：要求哪些年度，通知未说明；申请人所述的已结束年度不足学时的，不符合；当年未结束的，尚不能判断；申报前最后一个已结束年度未说明的，尚不能判断，须补充；“一般”不少于三分之二只作提示",
                    "the notice does not say how hours are tied to the application. Read here as: which years are asked the notice does not say; a completed year, among those told, with too few hours fails; the running year cannot be told until it ends; without the last completed year before the application it cannot be told, and waits for it; two thirds \"as a rule\" only warns"));

    static final YearsOfService YEARS_OF_SERVICE = YearsOfService.of(Clause.of("B23-5.5"), LocalDate.of(2023, 12, 31), List.of("不合格"),
            List.of(Text.of("2021年度、2022年度通过评审，所在评委会受系统建设、疫情影响未能在当年度完成评审的，申报晋升上一级职称时，可从申报当年12月31日起算",
                    "titles of 2021 and 2022 whose committee could not finish in that year for the system's building or the epidemic may count, for the next level, from 31 December of the year applied for")));

    private static final Question LATE_COMMITTEE = Question.of("late-committee-year", Clause.of("B23-5.5"), Question.Kind.NUMBER,
            Text.of("现任职称所在评委会如因系统建设、疫情未能在申报当年完成评审，您是哪一年申报的？（2021或2022；不属此情形的不必回答）",
                    "If the committee of your present title could not finish in the year you applied, because of the system's building or the epidemic: which year was it? (2021 or 2022; leave out otherwise)"));

    static final List<Question> QUESTIONS = Stream.concat(Nomination2023.QUESTIONS.stream(),
            Stream.of(LATE_COMMITTEE, DigitalEngineers2023.CERTIFICATE, AcademicMisconduct.SERIOUS)).toList();

    static final List<Rule> RULES = Stream.concat(
            Stream.of(
                    OneSeries.rule(Clause.of("B23-5.4")),
                    EducationHours.enough(CONTINUING_EDUCATION),
                    EducationHours.specialised(CONTINUING_EDUCATION),
                    ServiceYears.rule(YEARS_OF_SERVICE, Eligibility2023::lateCommittee),
                    SpecialReview.rule(Categories2023.CLAUSE, Categories2023.CATEGORIES, Categories2023.LEVELS)),
            Stream.concat(Nomination2023.RULES.stream(),
                    Stream.of(ManyResults2023.RULE, DigitalEngineers2023.RULE, AcademicMisconduct.RULE, EarlierRules.rule(Clause.of("B23-end"))))).toList();

    private Eligibility2023() {}

    /** 31 December of the year applied for, where the committee ran late (B23-5.5: 可). */
    private static Optional<LocalDate> lateCommittee(Case one) {
        return one.answer(LATE_COMMITTEE.id()).filter(List.of("2021", "2022")::contains).map(year -> LocalDate.of(Integer.parseInt(year), 12, 31));
    }
}
