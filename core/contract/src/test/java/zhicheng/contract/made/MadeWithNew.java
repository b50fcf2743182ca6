package zhicheng.contract.made;

import java.util.List;
import java.util.function.Function;
import zhicheng.spi.Clause;
import zhicheng.spi.Edition;
import zhicheng.spi.Level;
import zhicheng.spi.Notice;
import zhicheng.spi.Readings;
import zhicheng.spi.Region;
import zhicheng.spi.Said;
import zhicheng.spi.Series;
import zhicheng.spi.Setting;
import zhicheng.spi.Spi;
import zhicheng.spi.Text;

/** A region that makes three facts past their factories: a clause, a title of a series, and a said through a constructor reference. */
public final class MadeWithNew implements Region {
    Clause clause() { return new Clause("XX24-1"); }

    static final Series.Title TITLE = new Series.Title("", Level.MEMBER, "员", true);

    Function<Text, Said<Level>> silent() { return Said.NotAsked::new; }

    @Override public String id() { return "made"; }

    @Override public String spi() { return Spi.VERSION; }

    @Override public Text name() { return Text.of("做作", "made"); }

    @Override public String areaCode() { return "990001"; }

    @Override public Text province() { return name(); }

    @Override public List<Notice> notices() { return List.of(); }

    @Override public List<Setting> settings() { return List.of(); }

    @Override public List<Edition> editions(Readings readings) { return List.of(); }

    @Override public List<String> cases() { return List.of(); }
}
