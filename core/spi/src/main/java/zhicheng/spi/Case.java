package zhicheng.spi;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/**
 * What is known of a person and his claim when a rule judges. Regions read it and never make one, so it can grow.
 * An empty optional means "not told": the rule says <em>cannot tell</em> and names the path. A present empty list means "told: none".
 * What is dated after {@link #day} is not yet true and proves nothing: no rule sees such a degree, title, test pass, or hours and assessments of such a year.
 * Who told of degrees, titles or test passes told of all that he holds: where all are dated later, he held none on the day, a present empty list.
 * Who told of hours or assessments told of those years and of no other: where all are later, nothing is told, an empty optional.
 * Sanctions are handed on whole, since one that is still to begin can decide from when a person is free of all.
 */
public final class Case {
    /** What he is: decides the exclusions and the channel. */
    public enum Employment {
        STATE_INSTITUTION_POST("事业单位在编在岗", "institution, on the establishment and in post"),
        STATE_INSTITUTION_CONTRACT("事业单位编外聘用", "institution, off the establishment"),
        STATE_ENTERPRISE("国有（公有制）企业", "state-owned enterprise"),
        PRIVATE_ENTERPRISE("非公有制企业", "private enterprise"),
        SOCIAL_ORGANISATION("社会团体", "social organisation"),
        SOLE_TRADER("个体经济组织", "sole trader's staff"),
        DISPATCHED("劳务派遣或其他非正式用工", "dispatched or other irregular worker"),
        FLEXIBLE("灵活就业", "flexible worker"),
        FREELANCE("自由职业", "freelance"),
        CENTRAL_UNIT("中央驻地方单位", "unit of the central government in the province"),
        POSTED_AGENCY("中央或外省派驻机构", "agency posted by a central body or another province"),
        ON_LEAVE_FOUNDING("事业单位离岗创业", "institution staff on leave to found a business"),
        RURAL_TALENT("农村实用人才", "rural practical talent"),
        CIVIL_SERVANT("公务员（含参公）", "civil servant or staff managed as such"),
        NONE("无工作单位", "no employer");

        private final Text label;

        Employment(String zh, String en) { this.label = Text.of(zh, en); }

        public Text label() { return label; }
    }

    /** On which paper a person works here. */
    public enum Residence {
        MAINLAND("内地居民", "mainland resident"),
        HK_MACAO_TAIWAN("港澳台人员", "resident of Hong Kong, Macao or Taiwan"),
        FOREIGN_WORK_PERMIT("外国人来华工作许可证", "foreigner with a work permit"),
        FOREIGN_PERMANENT("外国人永久居留身份证", "foreigner with permanent residence"),
        HUBEI_TALENT_CARD("湖北省海外高层次人才居住证", "Hubei residence card for high-level overseas talent"),
        FOREIGN_OTHER("其他外籍证件", "foreigner with another paper");

        private final Text label;

        Residence(String zh, String en) { this.label = Text.of(zh, en); }

        public Text label() { return label; }
    }

    /** What stands against a person. */
    public enum SanctionKind {
        CRIMINAL("刑事处罚", "criminal penalty"),
        GOVERNMENT("政务处分", "government discipline"),
        PARTY("党纪处分", "party discipline"),
        ADMINISTRATIVE("行政处分", "administrative discipline"),
        INVESTIGATION("立案审查、留置或立案调查", "under investigation or detention"),
        BLACKLIST("职称失信黑名单", "title-review blacklist"),
        FALSE_MATERIAL("弄虚作假", "false material"),
        ACADEMIC_MISCONDUCT("学术不端", "academic misconduct");

        private final Text label;

        SanctionKind(String zh, String en) { this.label = Text.of(zh, en); }

        public Text label() { return label; }
    }

    /** What an achievement is (业绩成果). */
    public enum AchievementKind {
        PAPER("论文、著作", "papers and books"),
        PROJECT("项目", "projects"),
        AWARD("获奖", "awards"),
        PATENT("专利", "patents"),
        STANDARD("标准", "standards"),
        REPORT("专题报告", "special reports"),
        CASE_REPORT("病案报告", "case reports"),
        RESEARCH("科研成果", "results of research"),
        GRASSROOTS_SERVICE("服务基层", "service at the grass roots"),
        AID_POSTING("援派", "aid postings"),
        CERTIFICATE("证书", "certificates"),
        OTHER("其他", "others");

        private final Text label;

        AchievementKind(String zh, String en) { this.label = Text.of(zh, en); }

        public Text label() { return label; }
    }

    /** Whether material is secret and what was done about it (X24-5.1). */
    public enum Secrecy { NOT_SECRET, DECLASSIFIED, HANDLED_BY_RULE, SECRET_UNHANDLED }

    /** @param level 学历, e.g. 博士, 硕士, 本科, 大专, 中专 */
    public record Degree(String level, Optional<LocalDate> date) {}

    /** @param province GB/T 2260 code of the province where it was won, six digits; @param aidMonths months of an aid posting during which it was won */
    public record Title(String series, Optional<String> specialty, Level level, Optional<LocalDate> date, Optional<String> province, Optional<Integer> aidMonths) {}

    /** Continuing education of one calendar year, in tenths of an hour (学时); {@code province} where it was earned, null-free optional. */
    public record Hours(int year, int total, Optional<Integer> specialised, Optional<String> province) {}

    /** The yearly assessment, e.g. 优秀, 合格, 基本合格, 不合格. */
    public record Assessment(int year, String grade) {}

    /** A capability test (水平能力测试) that was passed. */
    public record TestPass(String specialty, Level level, Optional<LocalDate> date) {}

    /** An achievement that was picked for the application; a paper on what is told is none. */
    public record Achievement(AchievementKind kind, Optional<LocalDate> date) {}

    /** {@code until} is the first day on which it no longer stands; empty while it goes on. */
    public record Sanction(SanctionKind kind, LocalDate from, Optional<LocalDate> until, Optional<String> region) {
        public boolean stands(LocalDate day) {
            return !day.isBefore(from) && (until.isEmpty() || day.isBefore(until.get()));
        }
    }

    private final Instant at;
    private final Claim claim;
    private final Map<String, Object> known;

    private Case(Instant at, Claim claim, Map<String, Object> known) {
        this.at = at;
        this.claim = claim;
        this.known = known;
    }

    /** The official time at which is judged. */
    public Instant at() { return at; }

    /** The day of {@link #at} in China. */
    public LocalDate day() { return at.atZone(When.CHINA).toLocalDate(); }

    public Claim claim() { return claim; }

    public Optional<LocalDate> birthDate() { return get("birthDate"); }

    public Optional<Residence> residence() { return get("residence"); }

    public Optional<Employment> employment() { return get("employment"); }

    /** GB/T 2260 code of the place of work, six digits. */
    public Optional<String> workplace() { return get("workplace"); }

    /** Whether the labour or employment relation is a regular one (规范劳动关系). */
    public Optional<Boolean> regularRelation() { return get("regularRelation"); }

    /** GB/T 2260 code of the registered residence (户籍), six digits. */
    public Optional<String> hukou() { return get("hukou"); }

    /** Whether he works at the grass roots (基层) as the region counts it. */
    public Optional<Boolean> grassroots() { return get("grassroots"); }

    /** Whether the personal file (人事档案) is kept by a talent-service body. */
    public Optional<Boolean> fileAtTalentBody() { return get("fileAtTalentBody"); }

    public Optional<Boolean> retired() { return get("retired"); }

    /** Whether the retirement age is reached; told, never computed, since the age moves by months. */
    public Optional<Boolean> pastRetirementAge() { return get("pastRetirementAge"); }

    /** Whether retirement was formally put off (延迟退休). */
    public Optional<Boolean> retirementExtended() { return get("retirementExtended"); }

    public Optional<List<Degree>> degrees() { return held("degrees", Degree::date); }

    public Optional<List<Title>> titles() { return held("titles", Title::date); }

    /** Of years that have begun; the running one's are those so far. */
    public Optional<List<Hours>> hours() { return ofYears("hours", Hours::year); }

    public Optional<List<Assessment>> assessments() { return ofYears("assessments", Assessment::year); }

    public Optional<List<TestPass>> testPasses() { return held("testPasses", TestPass::date); }

    /** Documents or policies by which a capability test is waived for him. */
    public Optional<List<String>> testExemptions() { return get("testExemptions"); }

    public Optional<List<Sanction>> sanctions() { return get("sanctions"); }

    /** Other applications of his in the claim's year. */
    public Optional<List<Claim>> otherApplications() { return get("otherApplications"); }

    /** What was picked for it from the store of achievements (业绩档案库, B24-3.1). Only a dossier has picked anything: of somebody who merely asks it is not told. Since 1.3. */
    public Optional<List<Achievement>> achievements() { return held("achievements", Achievement::date); }

    public Optional<Secrecy> secrecy() { return get("secrecy"); }

    public Optional<Boolean> pledgeSigned() { return get("pledgeSigned"); }

    /** His answer to a question that the edition asks ({@link Question#id}); "true"/"false", an ISO date, a whole number or text by its kind. */
    public Optional<String> answer(String question) { return get("answers." + question); }

    /** The answer to a yes-or-no question. */
    public Optional<Boolean> yes(String question) { return answer(question).map(Boolean::valueOf); }

    /**
     * Whether more is told under one of {@link #PATHS} than is to be judged: a degree, title, test pass or achievement dated after the day, hours or an assessment of a
     * year to come. Since 1.1.
     */
    public boolean tellsOfLater(String path) {
        return switch (path) {
            case "degrees" -> isFewer(path, degrees());
            case "titles" -> isFewer(path, titles());
            case "testPasses" -> isFewer(path, testPasses());
            case "achievements" -> isFewer(path, achievements());
            case "hours" -> isFewer(path, hours());
            case "assessments" -> isFewer(path, assessments());
            default -> false;
        };
    }

    private boolean isFewer(String path, Optional<? extends List<?>> judged) {
        return judged.map(List::size).orElse(0) < this.<List<?>>get(path).map(List::size).orElse(0);
    }

    /** All that he holds, without what is dated after the day; what has no date stays. */
    private <T> Optional<List<T>> held(String path, Function<T, Optional<LocalDate>> date) {
        return this.<List<T>>get(path).map(told -> told.stream().filter(one -> date.apply(one).filter(day()::isBefore).isEmpty()).toList());
    }

    /** What is told of years that have begun; nothing where it is told of later ones only. */
    private <T> Optional<List<T>> ofYears(String path, ToIntFunction<T> year) {
        return this.<List<T>>get(path).flatMap(told -> {
            var begun = told.stream().filter(one -> year.applyAsInt(one) <= day().getYear()).toList();
            return begun.isEmpty() && !told.isEmpty() ? Optional.empty() : Optional.of(begun);
        });
    }

    @SuppressWarnings("unchecked")
    private <T> Optional<T> get(String path) {
        return Optional.ofNullable((T) known.get(path));
    }

    /** The names that {@link #of} takes, with their types: the paths that a verdict may name as missing. Answers are {@code answers.ID}. */
    public static final Map<String, Class<?>> PATHS = Map.ofEntries(
            Map.entry("birthDate", LocalDate.class), Map.entry("residence", Residence.class), Map.entry("employment", Employment.class),
            Map.entry("workplace", String.class), Map.entry("regularRelation", Boolean.class), Map.entry("hukou", String.class),
            Map.entry("grassroots", Boolean.class), Map.entry("fileAtTalentBody", Boolean.class), Map.entry("retired", Boolean.class),
            Map.entry("pastRetirementAge", Boolean.class), Map.entry("retirementExtended", Boolean.class), Map.entry("degrees", List.class),
            Map.entry("titles", List.class), Map.entry("hours", List.class), Map.entry("assessments", List.class),
            Map.entry("testPasses", List.class), Map.entry("testExemptions", List.class), Map.entry("sanctions", List.class),
            Map.entry("otherApplications", List.class), Map.entry("secrecy", Secrecy.class), Map.entry("pledgeSigned", Boolean.class),
            Map.entry("achievements", List.class));

    /** The parts of a claim that may be left open, as a verdict names them when they are missing. */
    public static final Set<String> CLAIM_PATHS = Set.of("claim.specialty", "claim.level", "claim.channel");

    /** Made by the core and by test tables; values by the names of {@link #PATHS}, nulls and unknown names refused. */
    public static Case of(Instant at, Claim claim, Map<String, ?> known) {
        known.forEach((path, value) -> {
            var type = path.startsWith("answers.") ? String.class : PATHS.get(path);
            if (type == null) throw new IllegalArgumentException("a case has no «" + path + "»");
            if (!type.isInstance(value)) throw new IllegalArgumentException("«" + path + "» is not a " + type.getSimpleName() + ": " + value);
        });
        return new Case(at, claim, Map.copyOf(known));
    }
}
