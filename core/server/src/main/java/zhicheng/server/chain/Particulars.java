package zhicheng.server.chain;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import zhicheng.server.account.IdentityNumber;
import zhicheng.server.dossier.Proofs;
import zhicheng.server.eligibility.Finding;
import zhicheng.server.eligibility.Words;
import zhicheng.spi.Claim;
import zhicheng.spi.Clause;
import zhicheng.spi.Level;
import zhicheng.spi.Stop.Particular;
import zhicheng.spi.Text;

/** What a publication shows (J24-3.3, X24-5.2a): made of the dossier, and of what the employer tells where the dossier tells nothing. Pure. */
public final class Particulars {
    /** 18 characters, or 15 digits, of an identity number, whatever stands around them. */
    private static final Pattern IDENTITY = Pattern.compile("[1-9]\\d{5}(19|20)\\d{2}(0[1-9]|1[0-2])(0[1-9]|[12]\\d|3[01])\\d{3}[\\dXx]|(?<!\\d)[1-9]\\d{5}\\d{2}(0[1-9]|1[0-2])(0[1-9]|[12]\\d|3[01])\\d{3}(?!\\d)");
    private static final String NUMERALS = "零一二三四五六七八九";
    private static final int LONGEST = 2000;
    private static final List<String> SERVICE = List.of("GRASSROOTS_SERVICE", "AID_POSTING");

    private Particulars() {}

    /**
     * Whom a publication is of, and what his dossier tells.
     *
     * @param employerName null: he has none
     */
    public record Candidate(String name, String employerName, String title, Claim claim, Map<String, Object> facts, List<? extends Map<?, ?>> achievements) {}

    /** The lines to be shown, and what stands against showing them. */
    record Shown(List<String> lines, List<Finding> problems) {}

    /**
     * @param asked what the notice lists; where it lists nothing, the recommendation is shown
     * @param told what the employer adds, by particular
     */
    static Shown of(Candidate seen, List<Particular> asked, Map<Particular, String> told, Clause clause) {
        var lines = new ArrayList<String>();
        var problems = new ArrayList<Finding>();
        var wanted = asked.isEmpty() ? List.of(Particular.RECOMMENDATION) : asked;
        var known = known(seen);
        for (var one : wanted) {
            var words = Stream.of(known.get(one), told.get(one)).filter(Objects::nonNull).filter(part -> !Words.isNothing(part)).map(String::strip).collect(Collectors.joining("；"));
            if (words.isEmpty())
                problems.add(Finding.refusal("publication.particular", clause, Text.of("公示：" + one.label().zh(), "shown: " + one.label().en()), Text.of("申报材料未载明，单位未填写", "the dossier does not tell it, and nothing was told"), "input.told." + one.name()));
            else lines.add(one.label().zh() + "：" + words);
        }
        told.forEach((one, words) -> {
            if (!Words.isNothing(words)) problems.addAll(Words.problems("publication.length", clause, one.label(), words, LONGEST, "input.told." + one.name()));
        });
        told.keySet().stream().filter(one -> !wanted.contains(one)).sorted().forEach(one -> problems.add(Finding.refusal("publication.not-listed", clause,
                Text.of("只公示通知所列事项", "only what the notice lists is shown"), one.label(), "input.told." + one.name())));
        for (var line : lines)
            if (tellsIdentity(line)) {
                problems.add(identity(clause, "input.told"));
                break;
            }
        return new Shown(List.copyOf(lines), problems);
    }

    /** The lines where the employer tells the same words of whatever the dossier does not tell. */
    public static List<String> lines(Candidate seen, List<Particular> asked, String words) {
        var known = known(seen);
        return of(seen, asked, asked.stream().filter(one -> !known.containsKey(one)).collect(Collectors.toMap(Function.identity(), _ -> words)), null).lines();
    }

    /** Whether a text has something in it that looks like an identity number, however it is spaced or written, also where it is mistyped. */
    static boolean tellsIdentity(String text) {
        return IDENTITY.matcher(bare(text)).find();
    }

    /** Whether a text has an identity number in it, of 18 characters that fit: numbers of certificates may look like one. */
    private static boolean hasIdentity(String text) {
        var found = IDENTITY.matcher(bare(text));
        for (var from = 0; found.find(from); from = found.start() + 1)
            if (found.group().length() < 18 || IdentityNumber.fits(found.group())) return true;
        return false;
    }

    /** Its letters and digits alone, Chinese numerals as digits. */
    private static String bare(String text) {
        var bare = new StringBuilder(text.length());
        Normalizer.normalize(text, Normalizer.Form.NFKC).codePoints().map(one -> one == '〇' ? '0' : NUMERALS.indexOf(one) >= 0 ? '0' + NUMERALS.indexOf(one) : one)
                .filter(Character::isLetterOrDigit).forEach(bare::appendCodePoint);
        return bare.toString();
    }

    static Finding identity(Clause clause, String path) {
        return Finding.refusal("publication.identity-number", clause, Text.of("公示内容不含身份证号", "no identity number is published"), Text.of("含有形似身份证号的数字", "there is something that looks like one"), path)
                .remedy(Text.of("不写身份证号", "leave it out"), null);
    }

    /** What stands against a reviewer's words, as {@link Words#problems} has it, and besides that they have an identity number in them: they stay in the trail as they are. */
    static List<Finding> reviewers(String code, Clause clause, Text what, String words, int longest, String path) {
        var problems = new ArrayList<>(Words.problems(code, clause, what, words, longest, path));
        if (words != null && hasIdentity(words))
            problems.add(Finding.refusal("words.identity-number", null, Text.of(what.zh() + "中不写身份证号", "no identity number in it: " + what.en()), Text.of("含有形似身份证号的数字", "there is something that looks like one"), path)
                    .remedy(Text.of("不写身份证号", "leave it out"), null));
        return problems;
    }

    private static Map<Particular, String> known(Candidate seen) {
        var known = new EnumMap<Particular, String>(Particular.class);
        var at = seen.employerName() == null ? "" : "（" + seen.employerName() + "）";
        known.put(Particular.RECOMMENDATION, "拟推荐 " + seen.name() + at + " 申报 " + seen.title());
        known.put(Particular.NAME, seen.name());
        put(known, Particular.EMPLOYER, seen.employerName());
        put(known, Particular.BIRTH_MONTH, seen.facts().get("birthDate") == null ? null : month(seen.facts().get("birthDate")));
        put(known, Particular.EDUCATION, list(seen, "degrees", one -> one.get("level") + dated(one.get("date"))));
        put(known, Particular.SPECIALTY, seen.claim().specialty().orElse(null));
        put(known, Particular.CAREER, list(seen, "jobs", Particulars::job));
        put(known, Particular.TITLE_OBTAINED, list(seen, "titles", one -> Level.valueOf((String) one.get("level")).label().zh() + dated(one.get("date"))));
        put(known, Particular.APPOINTED, appointed(seen));
        put(known, Particular.ASSESSMENTS, list(seen, "assessments", one -> one.get("year") + "年" + one.get("grade")));
        put(known, Particular.CONTINUING_EDUCATION, list(seen, "hours", one -> one.get("year") + "年" + one.get("total") + "学时"));
        put(known, Particular.GRASSROOTS, picked(seen, true));
        put(known, Particular.ACHIEVEMENTS, picked(seen, false));
        return known;
    }

    /** 某院主治医师（2014年8月至今）. */
    private static String job(Map<?, ?> one) {
        var position = one.get("position") == null ? "" : " " + one.get("position");
        var until = one.get("endedOn") == null ? "今" : month(one.get("endedOn"));
        return one.get("employer") + position + "（" + month(one.get("beganOn")) + "至" + until + "）";
    }

    private static void put(Map<Particular, String> known, Particular one, String words) {
        if (!Words.isNothing(words)) known.put(one, words);
    }

    private static String list(Candidate seen, String name, Function<Map<?, ?>, String> words) {
        return seen.facts().get(name) instanceof List<?> all ? all.stream().map(one -> words.apply((Map<?, ?>) one)).collect(Collectors.joining("、")) : null;
    }

    /** Of those titles of which he tells since when he is appointed. */
    private static String appointed(Candidate seen) {
        return seen.facts().get("titles") instanceof List<?> all ? all.stream().map(one -> (Map<?, ?>) one).filter(one -> one.get("appointedOn") != null)
                .map(one -> Level.valueOf((String) one.get("level")).label().zh() + dated(one.get("appointedOn"))).collect(Collectors.joining("、")) : null;
    }

    private static String picked(Candidate seen, boolean service) {
        return seen.achievements().stream().filter(one -> service ? SERVICE.contains(one.get("kind")) : !Proofs.isPaper(one.get("kind"))).map(one -> one.get("title") + dated(one.get("achievedOn"))).collect(Collectors.joining("、"));
    }

    private static String month(Object date) {
        var day = LocalDate.parse(String.valueOf(date));
        return day.getYear() + "年" + day.getMonthValue() + "月";
    }

    private static String dated(Object date) {
        return date == null ? "" : "（" + month(date) + "）";
    }

    /** As the input has it, by particular; of two for one the first. */
    static Map<Particular, String> told(List<Map<String, Object>> input) {
        var told = new LinkedHashMap<Particular, String>();
        for (var one : input) told.putIfAbsent(particular(one), (String) one.get("words"));
        return told;
    }

    /** Each particular that is told more than once. */
    static List<Finding> twice(List<Map<String, Object>> input, Clause clause) {
        var times = input.stream().collect(Collectors.groupingBy(Particulars::particular, TreeMap::new, Collectors.counting()));
        return times.entrySet().stream().filter(one -> one.getValue() > 1).map(Map.Entry::getKey).map(one ->
                Finding.refusal("publication.twice", clause, Text.of("每个公示事项只填写一次", "each particular told once"), one.label(), "input.told." + one.name())).toList();
    }

    private static Particular particular(Map<String, Object> told) {
        return Particular.valueOf(String.valueOf(told.get("particular")));
    }
}
