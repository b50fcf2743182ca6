package zhicheng.spi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What holds in the whole country: the catalogue of 27 title series (职称系列) and the three national texts that regional notices rest on.
 *
 * <p>None of these texts was at hand as a whole. The catalogue says of every name whether it was read in the ministry's list or is only
 * generally known; the notices have only the sentences that were read, under an article's number only where the number is sure.
 */
public final class National {
    private static final LocalDate CATALOGUE = LocalDate.of(2021, 11, 2);
    private static final String SOURCE = "人力资源社会保障部专业技术人员管理司《职称系列（专业）各层级名称》，2021年11月2日；第1至12系列和第13系列的开头读过转载，其余为通行名称，未经核对";

    private static final List<Series> SERIES = catalogue();
    private static final List<Notice> NOTICES = List.of(
            Notice.quoted("MOHRSS40",
                    Text.of("职称评审管理暂行规定", "Interim Provisions on the Administration of Title Review"),
                    "人力资源和社会保障部令第40号",
                    Text.of("人力资源和社会保障部", "Ministry of Human Resources and Social Security"),
                    LocalDate.of(2019, 7, 1),
                    List.of(Text.of("全文未收录（共44条）：这里只有读到的句子。标明“大意”的见于转述，不是原文；第二、四、五、六条以外的条号未经核对，故不写条号。",
                            "The whole text (44 articles) is not at hand: here are only the sentences that were read. Those marked 大意 were read in a paraphrase and are not the wording; "
                                    + "article numbers other than 2, 4, 5 and 6 were not verified and are left out.")),
                    sentences(
                            "MOHRSS40", "同意票数达到出席会议的评审专家总数2/3以上的即为通过。评审专家名单一般不对外公布。离退休人员不得申报。"
                                    + "（大意，仅见于二手转述，未经核对）申报材料不符合规定条件的，评审委员会组建单位一次性告知需要补正的全部内容；逾期未补正的，视为放弃申报。",
                            "MOHRSS40-2", "（大意）适用于企业、事业单位、社会团体、个体经济组织的专业技术人员和自由职业者。",
                            "MOHRSS40-4", "（大意）国家人力资源社会保障部门统筹规划，县级以上地方人力资源社会保障部门负责管理，行业主管部门在职责范围内管理。",
                            "MOHRSS40-5", "（大意）评审标准分为国家标准、地区标准和单位标准；地区标准、单位标准不得低于国家标准。",
                            "MOHRSS40-6", "（大意）开展评审的单位应当申请组建职称评审委员会；评审委员会对其组建单位负责。")),
            Notice.quoted("MOHRSS56",
                    Text.of("职称评审监管暂行办法", "Interim Measures on the Supervision of Title Review"),
                    "人社部发〔2024〕56号",
                    Text.of("人力资源和社会保障部", "Ministry of Human Resources and Social Security"),
                    LocalDate.of(2024, 7, 25),
                    List.of(Text.of("全文未收录（共4章27条）：这里只有读到的句子；除第二条外不写条号。",
                            "The whole text (4 chapters, 27 articles) is not at hand: here are only the sentences that were read; no article is numbered but the second.")),
                    sentences(
                            "MOHRSS56", "随机抽查、定期巡查、重点督查、质量评估、专项整治。承诺不实、弄虚作假的3年内不得申报评审职称。提醒、约谈、暂停评审、责令整改、通报批评、收回职称评审权限。",
                            "MOHRSS56-2", "谁授权、谁负责监管，谁主责、谁接受监督。")),
            Notice.quoted("MOHRSS25",
                    Text.of("专业技术人员继续教育规定", "Provisions on the Continuing Education of Professionals"),
                    "人力资源和社会保障部令第25号",
                    Text.of("人力资源和社会保障部", "Ministry of Human Resources and Social Security"),
                    LocalDate.of(2015, 10, 1),
                    List.of(Text.of("全文未收录：只读过第七、八条的英文转述，中文字句为大意；日期是通常所说的施行日期，未经核对。",
                            "The whole text is not at hand: only an English rendering of articles 7 and 8 was read, the Chinese is the gist; "
                                    + "the date is the one generally given for its coming into force and was not verified.")),
                    sentences(
                            "MOHRSS25-7", "（大意）继续教育内容包括公需科目和专业科目。",
                            "MOHRSS25-8", "（大意）专业技术人员参加继续教育的时间，每年累计应不少于90学时，其中，专业科目一般不少于总学时的三分之二。")));

    private National() {}

    /** The 27 series in the catalogue's order, codes as in {@code ENGINEERING}; local ones are an edition's own ({@link Edition#series}). */
    public static List<Series> series() {
        return SERIES;
    }

    /** The national texts, so that what they rule can be cited too: MOHRSS40, MOHRSS56 and MOHRSS25. */
    public static List<Notice> notices() {
        return NOTICES;
    }

    /** One line a branch of {@code series.csv}, which has neither quotes nor commas within a value. */
    private static List<Series> catalogue() {
        var titles = new LinkedHashMap<String, List<Series.Title>>();
        var names = new LinkedHashMap<String, Text>();
        try (var in = National.class.getResourceAsStream("series.csv")) {
            if (in == null) throw new IllegalStateException("series.csv is not beside " + National.class.getName());
            var lines = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
            var head = lines.getFirst().split(",");
            for (var line : lines.subList(1, lines.size())) {
                var cells = line.split(",", -1);
                if (cells.length != head.length) throw new IllegalStateException("series.csv: " + cells.length + " cells instead of " + head.length + " in «" + line + "»");
                names.putIfAbsent(cells[0], Text.of(cells[1], cells[2]));
                var branch = titles.computeIfAbsent(cells[0], code -> new ArrayList<>());
                for (var i = 5; i < cells.length; i++)
                    if (!cells[i].isEmpty()) branch.add(Series.Title.of(cells[3], Level.valueOf(head[i]), cells[i], cells[4].equals("yes")));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return names.entrySet().stream()
                .map(named -> Series.of(named.getKey(), null, named.getValue(), titles.get(named.getKey()), CATALOGUE, SOURCE))
                .toList();
    }

    private static Map<String, String> sentences(String... idsAndSentences) {
        var sentences = new LinkedHashMap<String, String>();
        for (var i = 0; i < idsAndSentences.length; i += 2) sentences.put(idsAndSentences[i], idsAndSentences[i + 1]);
        return sentences;
    }
}
