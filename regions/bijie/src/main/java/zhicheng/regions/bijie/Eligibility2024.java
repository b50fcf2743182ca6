package zhicheng.regions.bijie;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import zhicheng.spi.Clause;
import zhicheng.spi.ContinuingEducation;
import zhicheng.spi.Question;
import zhicheng.spi.Rule;
import zhicheng.spi.Text;
import zhicheng.spi.YearsOfService;

/** Who may apply in 2024 and on what conditions, as far as B24 says it. */
final class Eligibility2024 {
    static final ContinuingEducation CONTINUING_EDUCATION = ContinuingEducation.of(Clause.of("B24-4.1"), 90, 45,
            Text.of("在基层和民营经济组织工作的专业技术人员", "professionals at the grass roots and in private-economy organisations"), 2,
            Text.of("与职称申报的关联“具体实施工作另行通知”。此处读作：要求哪些年度，通知未说明；申请人所述的已结束年度不足学时的，不符合；当年未结束的，尚不能判断；申报前最后一个已结束年度未说明的，尚不能判断，须补充；“一般”不少于三分之二只作提示",
                    "its tie to the application is left to a later notice. Read here as: which years are asked the notice does not say; a completed year, among those told, with too few hours fails; the running year cannot be told until it ends; without the last completed year before the application it cannot be told, and waits for it; two thirds \"as a rule\" only warns"));

    static final YearsOfService YEARS_OF_SERVICE = YearsOfService.of(Clause.of("B24-5.4"), LocalDate.of(2024, 12, 31), List.of("不合格"), List.of());

    static final List<Question> QUESTIONS = List.of(AcademicMisconduct.SERIOUS);

    /** A bar of three years (B23-3.3) reaches into the years after, so the rule of 2023 stands here too. */
    static final List<Rule> RULES = List.of(
            OneSeries.rule(Clause.of("B24-5.3")),
            EducationHours.enough(CONTINUING_EDUCATION),
            EducationHours.specialised(CONTINUING_EDUCATION),
            ServiceYears.rule(YEARS_OF_SERVICE, one -> Optional.empty()),
            SpecialReview.rule(Categories2024.CLAUSE, Categories2024.CATEGORIES, Categories2024.LEVELS),
            AcademicMisconduct.RULE,
            EarlierRules.rule(Clause.of("B24-end")));

    private Eligibility2024() {}
}
