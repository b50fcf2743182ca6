package zhicheng.server.eligibility;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import zhicheng.spi.Clause;
import zhicheng.spi.Edition;
import zhicheng.spi.Question;
import zhicheng.spi.Text;

/**
 * Something that has to be told before a rule can be judged.
 *
 * @param path a name in {@link zhicheng.spi.Case#PATHS} or {@link zhicheng.spi.Case#CLAIM_PATHS}, or {@code answers.ID}
 * @param text what it is, for people; the question itself where the edition asks one
 * @param question null for what is no question of the edition
 * @param askedBy the clauses whose rules need it; empty where only the core does
 */
public record Untold(String path, Text text, Question question, List<Clause> askedBy) {
    private static final String ANSWERS = "answers.";

    private static final Map<String, Text> NAMES = Map.ofEntries(
            name("birthDate", "出生日期", "day of birth"), name("residence", "在本地工作所持证件", "the paper on which you work here"),
            name("employment", "用人单位性质和用工形式", "the kind of employment"), name("workplace", "工作地（行政区划代码）", "the place of work (area code)"),
            name("regularRelation", "是否建立规范劳动关系", "whether the labour relation is a regular one"), name("hukou", "户籍所在地（行政区划代码）", "the registered residence (area code)"),
            name("grassroots", "是否在基层工作", "whether you work at the grass roots"), name("fileAtTalentBody", "人事档案是否由人才服务机构托管", "whether a talent-service body keeps the personal file"),
            name("retired", "是否已退休", "whether you are retired"), name("pastRetirementAge", "是否已达到退休年龄", "whether the retirement age is reached"),
            name("retirementExtended", "是否按规定延迟退休", "whether retirement was formally put off"), name("degrees", "学历学位", "degrees and education"),
            name("titles", "已取得的职称", "titles held"), name("hours", "各年度继续教育学时", "hours of continuing education by year"),
            name("assessments", "年度考核结果", "yearly assessments"), name("testPasses", "水平能力测试合格成绩", "capability tests passed"),
            name("testExemptions", "水平能力测试免试依据", "what exempts from a capability test"), name("sanctions", "处罚、处分、调查和失信记录", "penalties, discipline, investigations and blacklist entries"),
            name("otherApplications", "本年度的其他申报", "other applications of the year"), name("secrecy", "申报材料是否涉密及如何处理", "whether material is secret and what was done about it"),
            name("achievements", "选入申报材料的业绩成果（先在业绩档案库中保存）", "achievements picked into the dossier, from one's store"), name("pledgeSigned", "是否签订诚信承诺书", "whether the pledge is signed"), name("claim.specialty", "申报的专业", "the specialty applied for"),
            name("claim.level", "申报的层级", "the level applied for"), name("claim.channel", "申报渠道", "the channel"));

    private static Map.Entry<String, Text> name(String path, String zh, String en) {
        return Map.entry(path, Text.of(zh, en));
    }

    /** What these findings wait for, each once, in the order of the findings. */
    static List<Untold> of(List<Finding> findings, Edition edition) {
        var asking = new LinkedHashMap<String, Set<Clause>>();
        findings.stream().filter(Finding::holdsUp).forEach(finding -> finding.missing().forEach(path -> {
            var clauses = asking.computeIfAbsent(path, first -> new LinkedHashSet<>());
            Optional.ofNullable(finding.clause()).ifPresent(clauses::add);
        }));
        return asking.entrySet().stream().map(one -> of(one.getKey(), List.copyOf(one.getValue()), edition)).toList();
    }

    private static Untold of(String path, List<Clause> askedBy, Edition edition) {
        var question = path.startsWith(ANSWERS)
                ? edition.questions().stream().filter(one -> one.id().equals(path.substring(ANSWERS.length()))).findFirst()
                : Optional.<Question>empty();
        return new Untold(path, question.map(Question::text).orElseGet(() -> NAMES.getOrDefault(path, Text.of(path, path))), question.orElse(null), askedBy);
    }
}
