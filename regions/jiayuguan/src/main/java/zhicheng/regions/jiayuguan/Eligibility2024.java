package zhicheng.regions.jiayuguan;

import java.util.List;
import zhicheng.spi.Clause;
import zhicheng.spi.Rule;
import zhicheng.spi.Text;

/** Who may apply in 2024: the rule book on one screen. Each rule's judgement stands in the class that its line names. */
final class Eligibility2024 {
    static final List<Rule> RULES = List.of(
            Rule.binding("who-may-apply", Clause.of("J24-1a"),
                    Text.of("事业单位在编在岗及编外聘用人员，与在嘉峪关市登记注册的企业、社会团体、个体经济组织等建立规范劳动关系的人员，具有嘉峪关市户籍的灵活就业人员；高技能、农村实用人才及离岗创业人员按有关规定",
                            "institution staff on and off the establishment; staff with a regular labour relation to an enterprise, social organisation or sole trader registered in the city; "
                                    + "flexible workers with local hukou; high-skilled and rural talent and founders on leave by the rules concerned"),
                    Admission2024::whoMayApply),
            Rule.binding("works-in-the-city", Clause.of("J24-1a"),
                    Text.of("在嘉峪关市的企事业、社会团体、个体经济组织等用人单位中从事专业技术工作", "professional work in a unit of the city"),
                    Admission2024::worksInTheCity),
            Rule.binding("series-conditions", Clause.of("J24-1a"),
                    Text.of("符合相应系列（专业）职称评审标准文件中规定的申报条件", "the conditions of the series' published criteria are met"),
                    Conditions2024::seriesConditions),
            Rule.binding("continuing-education", Clause.of("J24-1a"),
                    Text.of("按规定完成继续教育任务", "continuing education done as the rules ask"),
                    Conditions2024::continuingEducation),
            Rule.binding("not-a-civil-servant", Clause.of("J24-1b"),
                    Text.of("公务员（含参照公务员法管理的事业单位工作人员）不能申报", "civil servants and staff managed as such cannot apply"),
                    Exclusions2024::notACivilServant),
            Rule.binding("not-retired", Clause.of("J24-1b"),
                    Text.of("离退休人员不能申报", "retired persons cannot apply"),
                    Exclusions2024::notRetired),
            Rule.binding("no-discipline-in-effect", Clause.of("J24-1b"),
                    Text.of("受党纪政务处分的人员在影响期内不得参加", "no party or government discipline within its period of effect"),
                    Exclusions2024::noDisciplineInEffect),
            Rule.binding("special-category", Clause.of("J24-4.1"),
                    Text.of("破格晋升、基层有效、艰苦单位：用人单位广泛征求意见、职工大会评议、延长公示", "exceptional, grass-roots, hardship: the employer consults, a staff assembly deliberates, publication is longer"),
                    Conditions2024::specialCategory),
            Rule.binding("no-false-material", Clause.of("J24-4.3"),
                    Text.of("提供虚假材料、剽窃等不正当手段的，取消申报资格", "false material, plagiarism or other improper means: the application is cancelled"),
                    Exclusions2024::noFalseMaterial));

    private Eligibility2024() {}
}
