package zhicheng.regions.xianning;

import java.util.List;
import zhicheng.spi.Clause;
import zhicheng.spi.Setting;
import zhicheng.spi.Setting.Option;
import zhicheng.spi.Text;

/** The three places of X24 that can be read in two ways. */
final class Settings2024 {
    static final String BEFORE_THE_11TH = "before-11-may";
    static final String BY_THE_20TH = "by-20-may";
    static final String BEFORE_OCTOBER = "before-1-october";
    static final String BY_THE_END_OF_OCTOBER = "by-31-october";
    static final String AT_LEAST_FIVE = "at-least-5-before";
    static final String WITHIN_FIVE = "within-5-before";

    /** "在2024年5月中旬前": 中旬 is the 11th to the 20th. */
    static final Setting NOTICE = Setting.of("X24-4.notice", Clause.of("X24-4"),
            Text.of("评委会“在2024年5月中旬前”发布通知，是5月11日之前，还是最迟5月20日？",
                    "Committees publish their notice “在2024年5月中旬前”: before 11 May, or by 20 May?"),
            List.of(Option.of(BEFORE_THE_11TH, Text.of("中旬开始之前：5月10日24时前", "before the middle ten days begin: until 10 May, 24:00")),
                    Option.of(BY_THE_20TH, Text.of("中旬结束之前：5月20日24时前", "before the middle ten days end: until 20 May, 24:00"))),
            BEFORE_THE_11TH,
            Text.of("“中旬前”按字面是中旬开始之前；按此发布的通知在另一种理解下也不迟。",
                    "Taken literally, “before the middle ten days” is before they begin; a notice in time by this reading is in time by the other one too."));

    /** "在10月前": before October begins, or while it lasts. */
    static final Setting REVIEW = Setting.of("X24-4.review", Clause.of("X24-4"),
            Text.of("“在10月前完成本年度评审各项工作”，是10月1日之前，还是最迟10月31日？",
                    "All review work is done “在10月前”: before 1 October, or by 31 October?"),
            List.of(Option.of(BEFORE_OCTOBER, Text.of("10月开始之前：9月30日24时前", "before October begins: until 30 September, 24:00")),
                    Option.of(BY_THE_END_OF_OCTOBER, Text.of("10月结束之前：10月31日24时前", "before October ends: until 31 October, 24:00"))),
            BEFORE_OCTOBER,
            Text.of("“10月前”按字面不含10月；按此完成的工作在另一种理解下也不迟。",
                    "Taken literally, “before October” leaves October out; work done in time by this reading is in time by the other one too."));

    /** "于评审前5个工作日内": at least five working days before, or within the five before. */
    static final Setting PLAN = Setting.of("X24-5.3.plan", Clause.of("X24-5.3"),
            Text.of("评审工作方案“于评审前5个工作日内”备案，是至少提前5个工作日，还是在评审前的5个工作日之内？",
                    "The plan is filed “于评审前5个工作日内”: at least 5 working days before the review, or within the 5 before it?"),
            List.of(Option.of(AT_LEAST_FIVE, Text.of("至少提前5个工作日", "at least 5 working days before")),
                    Option.of(WITHIN_FIVE, Text.of("评审前的5个工作日之内", "within the 5 working days before"))),
            AT_LEAST_FIVE,
            Text.of("备案供人社（职改）部门事先审查（X24-8.2“经审查备案的评审方案”），提前不足5日则审查时间没有保障。",
                    "The filing lets the human-resources (title-reform) department examine the plan beforehand (X24-8.2 “经审查备案的评审方案”); less than five days leaves no assured time for that."));

    static final List<Setting> ALL = List.of(NOTICE, REVIEW, PLAN);

    private Settings2024() {}
}
