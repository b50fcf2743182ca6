package zhicheng.regions.jiayuguan;

import java.util.List;
import zhicheng.spi.Clause;
import zhicheng.spi.Form;
import zhicheng.spi.Form.Field;
import zhicheng.spi.Form.Kind;
import zhicheng.spi.Text;

/**
 * Annex 2, the summary that the departments send to the bureau by 10-31 (J24-3.4), with all its columns and filling rules.
 * The notice marks no column as mandatory: here are mandatory those that must equal the system's data (notes 2 and 4).
 */
final class Forms2024 {
    private static final String DATE = "\\d{4}-\\d{2}-\\d{2}";
    private static final Text PRESENT_POST = Text.of("现任职务", "present title");
    private static final Text PAPERS = Text.of("论文", "papers");

    static final List<Form> FORMS = List.of(Form.of("summary", Clause.of("J24-annex2"),
            Text.of("申报评审职称审核推荐汇总表", "Summary of applications audited and recommended"), Form.Format.PRINT,
            Text.of("行业主管部门", "sector departments"),
            List.of(
                    Field.of("series", Text.of("系列", "series"), Kind.TEXT, true),
                    Field.of("level", Text.of("级", "level"), Kind.TEXT, true),
                    Field.of("unit", Text.of("填报单位", "reporting unit"), Kind.TEXT, false),
                    Field.of("contact", Text.of("填报联系人", "contact person"), Kind.TEXT, false),
                    Field.of("phone", Text.of("联系电话", "telephone"), Kind.TEXT, false),
                    Field.of("filledOn", Text.of("填报日期", "date of filling"), Kind.DATE, false).matching(DATE),
                    Field.of("no", Text.of("序号", "no."), Kind.NUMBER, false),
                    Field.of("employer", Text.of("工作单位", "employer"), Kind.TEXT, false),
                    Field.of("name", Text.of("姓名", "name"), Kind.TEXT, true),
                    Field.of("identityNumber", Text.of("身份证号", "identity number"), Kind.TEXT, true),
                    Field.of("workSince", Text.of("参加工作时间", "at work since"), Kind.DATE, false).matching(DATE),
                    Field.of("education", Text.of("学历", "education"), Kind.TEXT, true),
                    Field.of("title", Text.of("资格名称", "name of the title"), Kind.TEXT, false).in(PRESENT_POST),
                    Field.of("titleDate", Text.of("取得时间", "obtained on"), Kind.DATE, false).in(PRESENT_POST).matching(DATE),
                    Field.of("appointedOn", Text.of("聘任时间", "appointed on"), Kind.DATE, false).in(PRESENT_POST).matching(DATE),
                    Field.of("proposedTitle", Text.of("拟晋升职务", "title applied for"), Kind.TEXT, false),
                    Field.of("professionalYears", Text.of("专业工作年限", "years of professional work"), Kind.NUMBER, true),
                    Field.of("paperGrade", Text.of("级别", "grade"), Kind.TEXT, false).in(PAPERS),
                    Field.of("paperCount", Text.of("数量", "number"), Kind.NUMBER, false).in(PAPERS),
                    Field.of("conditionsMet", Text.of("是否符合评审业绩条件内容", "conditions on achievements that are met"), Kind.TEXT, true),
                    Field.of("educationDone", Text.of("是否完成继续教育", "continuing education done"), Kind.YES_NO, false),
                    Field.of("assessment", Text.of("年度考核", "yearly assessment"), Kind.TEXT, false),
                    Field.of("promotionType", Text.of("晋升类型", "type of promotion"), Kind.TEXT, false),
                    Field.of("vacantPost", Text.of("是否有空岗情况", "vacant post"), Kind.TEXT, false),
                    Field.of("opinion", Text.of("审核意见", "opinion of the audit"), Kind.TEXT, false),
                    Field.of("remarks", Text.of("备注", "remarks"), Kind.TEXT, false)),
            List.of(
                    Text.of("本表已有的项目不能删除和更改。", "The items of this form cannot be deleted or changed."),
                    Text.of("“ 系列 级”，如：卫生系列正高级，必须与“甘肃省职称申报评审管理系统”提交评审职称系列一致。",
                            "Series and level, e.g. 卫生系列正高级, must equal what was submitted in the Gansu system."),
                    Text.of("本表的格式不能更改。如：日期格式“2021-07-01”，不能录为“2021-7-1”或其它；",
                            "The format cannot be changed: dates as 2021-07-01, not 2021-7-1 or otherwise."),
                    Text.of("填写姓名、身份证号、学历、专业工作年限、能力业绩贡献条件的信息应与“甘肃省职称申报评审管理系统”一致；",
                            "Name, identity number, education, years of professional work and conditions on ability and achievements equal the Gansu system's data."),
                    Text.of("是否符合评审业绩条件内容：符合甘人社通【202*】*号正常晋升业绩条件X项：(能力、业绩贡献条件符合第X条第X款，依次与评审信息系统中上传资料相对应)",
                            "Conditions met: names document, items, article and paragraph, in the order of what was uploaded to the system."))));

    private Forms2024() {}
}
