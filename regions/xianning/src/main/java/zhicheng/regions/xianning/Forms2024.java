package zhicheng.regions.xianning;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import zhicheng.spi.Clause;
import zhicheng.spi.Form;
import zhicheng.spi.Form.Field;
import zhicheng.spi.Form.Format;
import zhicheng.spi.Form.Kind;
import zhicheng.spi.Pledge;
import zhicheng.spi.Text;

/** The four annexes of X24, rows and columns as printed, and the words of the pledge. */
final class Forms2024 {
    private static final String COUNT = "\\d{1,5}";

    /** Annex 1 prints rows × columns; a field is one cell, its group the row, its label the column. */
    private static final Form POST_QUOTA = Form.of("post-quota", Clause.of("X24-annex1"),
            Text.of("2024年度事业单位高、中级职称申报情况核定表", "Check of senior and intermediate applications of institutions, 2024"), Format.PRINT,
            Text.of("用人单位", "the employer"), postQuota(),
            List.of(Text.of("此表由用人单位填报，并加盖公章。", "Filled by the employer, with its official seal."),
                    Text.of("设岗情况为事业单位人事管理部门批复调整的岗位数量；已聘情况为现已经聘任到专业技术岗位的人员数量；待聘情况为所有取得职称未聘到相应职级的人员数量；空岗情况为单位实际空缺的岗位数量；申报情况中的空岗申报为按照空岗申报原则申报的人员数量，不占岗位申报为按照规定不占岗位申报的人员数量。",
                            "Posts set: as approved or adjusted by the institutions' personnel department. Appointed: staff now appointed to professional posts. Waiting: all who hold a title and are not appointed at its level. Vacant: posts really vacant. Of the applications, those for a vacant post apply on that principle, the others take up no post by the rules."),
                    Text.of("各地区各部门可结合实际，对本表格进行适当调整。", "Areas and departments may adapt this form.")));

    private static final Form PLEDGE_FORM = Form.of("pledge", Clause.of("X24-annex2"), Text.of("诚信承诺书", "Integrity pledge"), Format.PRINT,
            Text.of("申报人员", "the applicant"),
            List.of(Field.of("unit", Text.of("单位", "unit"), Kind.TEXT, true),
                    Field.of("title", Text.of("专业技术任职资格评审", "title applied for"), Kind.TEXT, true),
                    Field.of("signature", Text.of("承诺人签名", "signature"), Kind.SIGNATURE, true),
                    Field.of("date", Text.of("年月日", "date"), Kind.DATE, true)),
            List.of());

    private static final Form COMMITTEE_FILING = Form.of("committee-filing", Clause.of("X24-annex3"),
            Text.of("咸宁市职称评审委员会核准备案表", "Filing of a review committee of Xianning"), Format.PRINT,
            Text.of("评委会组建单位", "the body that founds the committee"), committeeFiling(),
            List.of(Text.of("正文七（一）称本表为《湖北省职称评审委员会核准备案表》，附件题为咸宁市；按附件所印。",
                    "The body of the notice (7.1) calls it Hubei's form, the annex Xianning's: here as the annex prints it.")));

    private static final Form HISTORY = Form.of("history", Clause.of("X24-annex4"), Text.of("湖北省职称历史数据采集表", "Collection of historical title data, Hubei"), Format.EXCEL,
            Text.of("用人单位或属地职改部门", "the employer or the local title-reform office"),
            List.of(column("name", Kind.TEXT, "姓名", "name"), column("sex", Kind.TEXT, "性别", "sex"),
                    column("id-kind", Kind.TEXT, "证件类型", "kind of identity paper"), column("id-number", Kind.TEXT, "证件号码", "its number"),
                    column("birth-date", Kind.DATE, "出生日期", "date of birth"), column("series", Kind.TEXT, "职称系列", "title series"),
                    column("specialty", Kind.TEXT, "专业名称", "specialty"), column("title", Kind.TEXT, "职称名称", "title"),
                    column("committee", Kind.TEXT, "评审组织", "reviewing body"), column("approved-by", Kind.TEXT, "批准单位", "approved by"),
                    column("approval-number", Kind.TEXT, "批准文号", "document of approval"), column("approval-date", Kind.DATE, "批准日期", "date of approval")),
            List.of(Text.of("本次采集范围为2012年至2021年的中、初级职称数据，2011年及以前年份的职称数据根据实际情况也可纳入本次采集范围。",
                            "Collected are intermediate and junior titles of 2012 to 2021; those of 2011 and before may be taken in as the case may be."),
                    Text.of("采集表为excel格式，可通过系统下载导入模版。", "The sheet is an Excel file; the import template is downloaded from the system."),
                    Text.of("每条职称数据包含12项字段信息，均为必填项。", "Every record has 12 fields, all mandatory."),
                    Text.of("需要生成电子证书的，采集个人照片后以附件形式通过系统上传。", "Where an e-certificate is wanted, a photograph is uploaded as an attachment.")));

    static final List<Form> ALL = List.of(POST_QUOTA, PLEDGE_FORM, COMMITTEE_FILING, HISTORY);

    static final Pledge PLEDGE = Pledge.of(Clause.of("X24-annex2"),
            "本人系｛unit｝（单位）工作人员，现申报｛title｝（专业技术任职资格评审）。本人承诺所提交的所有申报评审资料（包括学历、职称、考试、奖励证书及论文、业绩证明等材料）均为真实。"
                    + "如提供虚假的申报资料，本人自愿三年内停止申报任职资格，并接受政府职改部门的处理。",
            3, Text.of("提供虚假资料的，三年内停止申报任职资格，并接受政府职改部门的处理",
                    "Whoever hands in false material makes no application for three years, and accepts what the title-reform office decides"));

    private static List<Field> postQuota() {
        var fields = new ArrayList<Field>();
        fields.add(Field.of("unit", Text.of("填报单位", "unit"), Kind.TEXT, true));
        fields.add(Field.of("unit-seal", Text.of("盖章", "seal of the unit"), Kind.SEAL, true));
        fields.add(Field.of("filled-on", Text.of("填报时间", "filled on"), Kind.DATE, true));
        fields.addAll(row("set", Text.of("设岗情况", "posts set")));
        fields.addAll(row("appointed", Text.of("已聘情况（不含“双肩挑”）", "appointed (without those who hold two posts)")));
        fields.addAll(row("waiting", Text.of("待聘情况", "waiting for appointment")));
        fields.addAll(row("vacant", Text.of("空岗情况", "vacant posts")));
        fields.addAll(row("for-vacant", Text.of("申报情况 空岗申报", "applications: for a vacant post")));
        fields.addAll(row("outside-posts", Text.of("申报情况 不占岗位申报", "applications: taking up no post")));
        var people = Text.of("申报人员姓名及专业", "applicants and their specialties");
        columns().skip(1).forEach(column -> fields.add(Field.of("applicants-" + column.id(), column.label(), Kind.PEOPLE, false).in(people)));
        fields.addAll(opinion("department", Text.of("主管部门审核意见", "opinion of the department in charge")));
        fields.addAll(opinion("personnel", Text.of("事业单位人事管理部门审核意见", "opinion of the institutions' personnel department")));
        return fields;
    }

    private record Column(String id, Text label) {}

    private static Stream<Column> columns() {
        return Stream.of(new Column("total", Text.of("合计", "total")), new Column("intermediate", Text.of("中级", "intermediate")),
                new Column("associate-senior", Text.of("副高", "associate senior")), new Column("full-senior", Text.of("正高", "full senior")));
    }

    private static List<Field> row(String id, Text row) {
        return columns().map(column -> Field.of(id + "-" + column.id(), column.label(), Kind.NUMBER, true).in(row).matching(COUNT)).toList();
    }

    private static List<Field> opinion(String id, Text whose) {
        return List.of(Field.of(id + "-opinion", Text.of("审核意见", "opinion"), Kind.TEXT, false).in(whose),
                Field.of(id + "-seal", Text.of("盖章", "seal"), Kind.SEAL, false).in(whose),
                Field.of(id + "-date", Text.of("年月日", "date"), Kind.DATE, false).in(whose));
    }

    private static List<Field> committeeFiling() {
        var fields = new ArrayList<Field>();
        fields.add(line("name", Kind.TEXT, "评委会名称", "name of the committee"));
        fields.add(line("scope", Kind.TEXT, "评审范围", "scope of review"));
        fields.add(line("levels", Kind.TEXT, "评审层级", "levels"));
        fields.add(line("founder", Kind.TEXT, "组建单位", "founding body"));
        fields.add(line("office", Kind.TEXT, "承办机构", "office that does the work"));
        fields.add(line("address", Kind.TEXT, "通讯地址", "address"));
        fields.add(line("phone", Kind.TEXT, "联系电话", "telephone"));
        fields.add(line("head", Kind.TEXT, "承办机构主要负责人", "head of that office"));
        fields.add(line("head-post", Kind.TEXT, "职务", "post held"));
        fields.add(line("experts", Kind.NUMBER, "专家库现有人数", "experts in the pool").matching(COUNT));
        fields.add(line("rules", Kind.TEXT, "是否制定相应评审办法、管理制度等", "whether review and management rules are made"));
        var years = Text.of("近三年评审情况", "reviews of the last three years");
        for (var year = 2021; year <= 2023; year++) {
            fields.add(line("reviewed-" + year, Kind.NUMBER, year + "年评审人数", "reviewed in " + year).in(years).matching(COUNT));
            fields.add(line("passed-" + year, Kind.NUMBER, year + "年通过人数", "passed in " + year).in(years).matching(COUNT));
        }
        fields.add(line("practice", Kind.TEXT, "主要做法", "how it works"));
        return fields;
    }

    /** A line of annex 3, which does not say what may stay empty. */
    private static Field line(String id, Kind kind, String zh, String en) {
        return Field.of(id, Text.of(zh, en), kind, true);
    }

    /** A column of annex 4: "均为必填项". */
    private static Field column(String id, Kind kind, String zh, String en) {
        return Field.of(id, Text.of(zh, en), kind, true);
    }

    private Forms2024() {}
}
