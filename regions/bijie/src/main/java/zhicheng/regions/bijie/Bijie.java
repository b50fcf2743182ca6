package zhicheng.regions.bijie;

import java.util.List;
import zhicheng.spi.Edition;
import zhicheng.spi.Notice;
import zhicheng.spi.Readings;
import zhicheng.spi.Region;
import zhicheng.spi.Setting;
import zhicheng.spi.Spi;
import zhicheng.spi.Text;

/** Bijie (毕节市), Guizhou: the notices of 2023 (B23) and 2024 (B24). */
public final class Bijie implements Region {

    @Override
    public String id() { return "bijie"; }

    @Override
    public String spi() { return Spi.VERSION; }

    @Override
    public Text name() { return Text.of("毕节市", "Bijie"); }

    @Override
    public String areaCode() { return "520500"; }

    @Override
    public Text province() { return Text.of("贵州省", "Guizhou"); }

    @Override
    public List<Notice> notices() { return List.of(Notices.B23, Notices.B24); }

    /** None: where the notices are imprecise ("11月30日前", "17:00"), the reading stands beside the date. */
    @Override
    public List<Setting> settings() { return List.of(); }

    @Override
    public List<Edition> editions(Readings readings) { return List.of(new Edition2023(), new Edition2024()); }

    @Override
    public List<String> cases() {
        return List.of(
                "cases/2023/facts.csv", "cases/2023/B23-2.1.csv", "cases/2023/B23-2.3.csv", "cases/2023/B23-3.3.csv", "cases/2023/B23-4.1.csv", "cases/2023/B23-4.2.csv",
                "cases/2023/B23-5.2.csv", "cases/2023/B23-5.4.csv", "cases/2023/B23-5.5.csv", "cases/2023/B23-end.csv",
                "cases/2024/facts.csv", "cases/2024/B23-3.3.csv", "cases/2024/B24-3.2.csv", "cases/2024/B24-4.1.csv", "cases/2024/B24-5.2.csv",
                "cases/2024/B24-5.3.csv", "cases/2024/B24-5.4.csv", "cases/2024/B24-end.csv");
    }
}
