package zhicheng.contract.nowhere;

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

/**
 * 乌有乡, a made-up region by which the core tests itself without any real one. It is never found by {@link java.util.ServiceLoader}; a test hands it over.
 *
 * <p>2024 has two editions: in the first, engineering closed on June 25th (a slip), in the second on June 30th.
 */
public final class Nowhere implements Region {
    static final Setting PLAN = Setting.of("NW24-3.5.plan", Clause.of("NW24-3.5"),
            Text.of("“评审前5个工作日内”如何理解？", "How is \"within 5 working days before the review\" read?"),
            List.of(Setting.Option.of("AT_LEAST", Text.of("至少提前5个工作日", "at least 5 working days before")),
                    Setting.Option.of("WITHIN", Text.of("评审前5个工作日之内", "in the 5 working days before"))),
            "AT_LEAST", Text.of("备案须留出审核时间", "a filing needs time to be looked at"));

    private static final Notice NW24 = Notice.of("NW24",
            Text.of("关于做好2024年度乌有乡职称申报评审工作的通知（虚构）", "Notice on Title Review in Nowhere in 2024 (made up)"),
            "乌有乡职改办〔2024〕1号", Text.of("乌有乡职改办（虚构）", "Title Reform Office of Nowhere (made up)"), LocalDate.of(2024, 4, 1),
            Nowhere.class, "NW24.txt", "ac15408e56ce1696f7ba1a5724a78477f60fc65812d4eb564f6a3905f2195165", List.of());

    @Override
    public String id() { return "nowhere"; }

    @Override
    public String spi() { return Spi.VERSION; }

    @Override
    public Text name() { return Text.of("乌有乡", "Nowhere"); }

    @Override
    public String areaCode() { return "990000"; }

    @Override
    public Text province() { return Text.of("乌有省", "Province of Nowhere"); }

    @Override
    public List<Notice> notices() { return List.of(NW24); }

    @Override
    public List<Setting> settings() { return List.of(PLAN); }

    @Override
    public List<Edition> editions(Readings readings) {
        return List.of(new Nowhere2024(1, LocalDate.of(2024, 6, 25), readings), new Nowhere2024(2, LocalDate.of(2024, 6, 30), readings));
    }

    @Override
    public List<String> cases() {
        return List.of("cases/2024/facts.csv", "cases/2024/NW24-1.2.csv", "cases/2024/NW24-1.3.csv", "cases/2024/NW24-1.4.csv", "cases/2024/NW24-2.1.csv",
                "cases/2024/NW24-2.2.csv", "cases/2024/NW24-4.1.csv", "cases/2024/NW24-4.2.csv", "cases/2024/NW24-4.7.csv");
    }
}
