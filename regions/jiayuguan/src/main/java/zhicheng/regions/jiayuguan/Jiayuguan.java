package zhicheng.regions.jiayuguan;

import java.time.LocalDate;
import java.util.List;
import zhicheng.spi.Clause;
import zhicheng.spi.Edition;
import zhicheng.spi.Notice;
import zhicheng.spi.Readings;
import zhicheng.spi.Region;
import zhicheng.spi.Setting;
import zhicheng.spi.Spi;
import zhicheng.spi.Text;

/** Jiayuguan 嘉峪关, Gansu: one notice so far, that of 2024. */
public final class Jiayuguan implements Region {
    /** The area codes of the city begin so; it has no counties of its own. */
    static final String AREA = "6202";

    static final Notice J24 = Notice.of("J24",
            Text.of("关于做好2024年度职称评审工作的通知", "Notice on the review of professional titles in 2024"),
            "嘉人社发〔2024〕205号",
            Text.of("嘉峪关市人力资源和社会保障局", "Jiayuguan Human Resources and Social Security Bureau"),
            LocalDate.of(2024, 9, 2), Jiayuguan.class, "J24.txt",
            "ceae22b947ff5241baa6b79a403d2c542c67f285a65fc56315dcda90ed858401", List.of());

    /** J24-3.4 «退回次数不超过3次»: three by whom? */
    static final Setting RETURNS = Setting.of("J24-3.4.returns", Clause.of("J24-3.4"),
            Text.of("“退回次数不超过3次”是每个审核部门各3次，还是所有审核部门合计3次？",
                    "\"Returned at most 3 times\": three by each auditing department, or three by all of them together?"),
            List.of(Setting.Option.of("each", Text.of("每个审核部门各不超过3次", "at most three by each auditing department")),
                    Setting.Option.of("together", Text.of("所有审核部门合计不超过3次", "at most three by all auditing departments together"))),
            "each",
            Text.of("该句的主语是“审核部门”，限制的是它自己的退回；通知未说合计。",
                    "The subject of the sentence is the auditing department, so it limits that department's own returns; nothing is said of a sum."));

    @Override
    public String id() {
        return "jiayuguan";
    }

    @Override
    public String spi() {
        return Spi.VERSION;
    }

    @Override
    public Text name() {
        return Text.of("嘉峪关市", "Jiayuguan");
    }

    @Override
    public String areaCode() {
        return "620200";
    }

    @Override
    public Text province() {
        return Text.of("甘肃省", "Gansu");
    }

    @Override
    public List<Notice> notices() {
        return List.of(J24);
    }

    @Override
    public List<Setting> settings() {
        return List.of(RETURNS);
    }

    @Override
    public List<Edition> editions(Readings readings) {
        return List.of(new Edition2024(readings));
    }

    @Override
    public List<String> cases() {
        return List.of("cases/2024/facts.csv", "cases/2024/J24-1a.csv", "cases/2024/J24-1b.csv",
                "cases/2024/J24-2.2a.csv", "cases/2024/J24-2.2b.csv", "cases/2024/J24-2.2c.csv", "cases/2024/J24-2.2d.csv",
                "cases/2024/J24-2.2e.csv", "cases/2024/J24-4.1.csv", "cases/2024/J24-4.3.csv");
    }
}
