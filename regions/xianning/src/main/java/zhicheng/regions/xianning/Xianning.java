package zhicheng.regions.xianning;

import java.time.LocalDate;
import java.util.List;
import zhicheng.spi.Edition;
import zhicheng.spi.Notice;
import zhicheng.spi.Readings;
import zhicheng.spi.Region;
import zhicheng.spi.Setting;
import zhicheng.spi.Spi;
import zhicheng.spi.Text;

/** Xianning (咸宁市), Hubei; its notice is X24, 咸职改办〔2024〕12号. */
public final class Xianning implements Region {

    @Override
    public String id() {
        return "xianning";
    }

    @Override
    public String spi() {
        return Spi.VERSION;
    }

    @Override
    public Text name() {
        return Text.of("咸宁市", "Xianning");
    }

    @Override
    public String areaCode() {
        return "421200";
    }

    @Override
    public Text province() {
        return Text.of("湖北省", "Hubei");
    }

    @Override
    public List<Notice> notices() {
        return List.of(Notice.of("X24",
                Text.of("关于做好2024年度全市职称评审工作的通知", "Notice on the city's title reviews of 2024"),
                "咸职改办〔2024〕12号",
                Text.of("咸宁市职称改革工作领导小组办公室", "Office of the Xianning Leading Group for Title Reform"),
                LocalDate.of(2024, 4, 22), Xianning.class, "X24.txt",
                "c6c209fd1cd0b6c000b553f32aa986061da4d837bf0d28eb3e37b7ef252080d0", List.of()));
    }

    @Override
    public List<Setting> settings() {
        return Settings2024.ALL;
    }

    @Override
    public List<Edition> editions(Readings readings) {
        return List.of(new Edition2024(readings));
    }

    @Override
    public List<String> cases() {
        return List.of("cases/2024/facts.csv",
                "cases/2024/X24-1.csv", "cases/2024/X24-1.1.csv", "cases/2024/X24-1.2.csv", "cases/2024/X24-1.3.csv",
                "cases/2024/X24-1.4.csv", "cases/2024/X24-1.5.csv", "cases/2024/X24-2.csv",
                "cases/2024/X24-3.1.1.csv", "cases/2024/X24-3.1.2.csv", "cases/2024/X24-3.1.3.csv", "cases/2024/X24-3.1.4.csv",
                "cases/2024/X24-5.1.csv", "cases/2024/X24-6.1.csv", "cases/2024/X24-6.3.csv", "cases/2024/X24-6.5.csv",
                "cases/2024/X24-annex2.csv");
    }
}
