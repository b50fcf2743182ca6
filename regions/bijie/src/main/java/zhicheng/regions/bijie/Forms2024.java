package zhicheng.regions.bijie;

import static zhicheng.spi.Form.Kind.*;

import java.util.List;
import zhicheng.spi.Clause;
import zhicheng.spi.Form;
import zhicheng.spi.Form.Field;
import zhicheng.spi.Text;

/** The one form of 2024: an institution's posts and whom it recommends to them (B24-annex2), its blanks in the printed order. */
final class Forms2024 {
    private static final Text DEPARTMENT = Text.of("主管部门审核意见", "opinion of the department in charge");
    private static final String YEAR = "\\d{4}";
    private static final String COUNT = "\\d{1,4}";

    static final List<Form> FORMS = List.of(Form.of("post-recommendation", Clause.of("B24-annex2"),
            Text.of("毕节市事业单位专业技术人员按岗推荐评聘职称审核情况表", "Bijie institutions: check of recommendations by post"),
            Form.Format.PRINT, Text.of("事业单位", "public institution"),
            List.of(
                    Field.of("year", Text.of("岗位核定年份（年）", "posts as of: year"), NUMBER, true).matching(YEAR),
                    Field.of("month", Text.of("岗位核定月份（月末）", "posts as of: end of month"), NUMBER, true).matching("[1-9]|1[0-2]"),
                    count("senior-posts", "专业技术高级岗位核定（个）", "senior posts approved"),
                    count("senior-filled", "高级岗位已聘（名）", "senior posts filled"),
                    count("senior-vacant", "高级岗位空岗（个）", "senior posts vacant"),
                    count("intermediate-posts", "中级岗位核定（个）", "intermediate posts approved"),
                    count("intermediate-filled", "中级岗位已聘（名）", "intermediate posts filled"),
                    count("intermediate-vacant", "中级岗位空岗（个）", "intermediate posts vacant"),
                    Field.of("applied-year", Text.of("申请使用岗位年度", "year for which posts are asked"), NUMBER, true).matching(YEAR),
                    count("senior-applied", "申请使用高级岗位（个）", "senior posts asked for"),
                    count("intermediate-applied", "申请使用中级岗位（个）", "intermediate posts asked for"),
                    count("supported-applied", "其中，使用岗位支持政策（个）", "of these, by the post-support policy"),
                    Field.of("posts-seal", Text.of("公章", "seal"), SEAL, true),
                    Field.of("posts-date", Text.of("年月日", "date"), DATE, true),
                    Field.of("posts-opinion", Text.of("主管部门审核意见", "opinion"), TEXT, true).in(DEPARTMENT),
                    Field.of("posts-opinion-seal", Text.of("公章", "seal"), SEAL, true).in(DEPARTMENT),
                    Field.of("posts-opinion-date", Text.of("年月日", "date"), DATE, true).in(DEPARTMENT),
                    Field.of("publication", Text.of("公示时间", "time of publication"), TEXT, true),
                    Field.of("full-senior", Text.of("同意参加正高级职称评审的同志", "recommended for full senior"), PEOPLE, false),
                    count("full-senior-count", "正高级共（名）", "full senior, number"),
                    Field.of("associate-senior", Text.of("同意参加副高级职称评审的同志", "recommended for associate senior"), PEOPLE, false),
                    count("associate-senior-count", "副高级共（名）", "associate senior, number"),
                    Field.of("intermediate", Text.of("同意参加中级职称评审的同志", "recommended for intermediate"), PEOPLE, false),
                    count("intermediate-count", "中级共（名）", "intermediate, number"),
                    Field.of("supported", Text.of("其中，属于使用岗位支持政策的同志", "of these, by the post-support policy"), PEOPLE, false),
                    Field.of("chair", Text.of("考核推荐委员会主任签字", "signature of the recommending committee's chair"), SIGNATURE, true),
                    Field.of("vice-chair", Text.of("考核推荐委员会副主任签字", "signature of the recommending committee's vice-chair"), SIGNATURE, true),
                    Field.of("recommendation-seal", Text.of("公章", "seal"), SEAL, true),
                    Field.of("recommendation-date", Text.of("年月日", "date"), DATE, true),
                    Field.of("recommendation-opinion", Text.of("主管部门审核意见", "opinion"), TEXT, true).in(DEPARTMENT),
                    Field.of("recommendation-opinion-seal", Text.of("公章", "seal"), SEAL, true).in(DEPARTMENT),
                    Field.of("recommendation-opinion-date", Text.of("年月日", "date"), DATE, true).in(DEPARTMENT)),
            List.of(Text.of("本表可一式多份，也可复印，原表应由用人单位保存，作为推荐、评审和聘用岗位的依据和凭证",
                    "may be made out and copied several times; the employer keeps the original as ground and proof of recommendation, review and appointment"))));

    private Forms2024() {}

    private static Field count(String id, String zh, String en) {
        return Field.of(id, Text.of(zh, en), NUMBER, true).matching(COUNT);
    }
}
