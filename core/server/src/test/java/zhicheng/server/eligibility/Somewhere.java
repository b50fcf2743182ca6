package zhicheng.server.eligibility;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import plug.Quiet;
import zhicheng.server.region.LoadedEdition;
import zhicheng.server.region.Regions;
import zhicheng.spi.Calendar;
import zhicheng.spi.Channel;
import zhicheng.spi.Clause;
import zhicheng.spi.Edition;
import zhicheng.spi.Notice;
import zhicheng.spi.Readings;
import zhicheng.spi.Region;
import zhicheng.spi.Rule;
import zhicheng.spi.Said;
import zhicheng.spi.Scope;
import zhicheng.spi.Setting;
import zhicheng.spi.Spi;
import zhicheng.spi.Step;
import zhicheng.spi.Text;
import zhicheng.spi.When;

/** A region made for one test, of one edition in 2024: its windows, channels and rules; it is silent on the rest. Every clause is SO24-1. */
public record Somewhere(Said<Calendar> calendar, Said<List<Channel>> channels, List<Rule> rules) implements Region {
    static final Clause CLAUSE = Clause.of("SO24-1");

    static Calendar.Window window(String id, Scope scope, When when) {
        return Calendar.Window.of(id, CLAUSE, Step.APPLICATION, scope, when);
    }

    /** An edition with these application windows and nothing else. */
    static LoadedEdition with(Calendar.Window... windows) {
        return loaded(new Somewhere(Said.says(Calendar.of(windows)), Quiet.silent(), List.of()));
    }

    static LoadedEdition loaded(Somewhere region) {
        return regions(region).newest("somewhere", 2024).orElseThrow();
    }

    public static Regions regions(Somewhere region) {
        return Regions.of(List.of(region));
    }

    @Override public String id() { return "somewhere"; }

    @Override public String spi() { return Spi.VERSION; }

    @Override public Text name() { return Text.of("某地", "Somewhere"); }

    @Override public String areaCode() { return "990300"; }

    @Override public Text province() { return Text.of("乌有省", "Province of Nowhere"); }

    @Override public List<Notice> notices() {
        var sentences = new LinkedHashMap<>(Map.of("SO24", "通知"));
        sentences.put("SO24-1", "一、申报。");
        return List.of(Notice.quoted("SO24", name(), null, name(), LocalDate.of(2024, 4, 1), List.of(), sentences));
    }

    @Override public List<Setting> settings() { return List.of(); }

    @Override public List<Edition> editions(Readings readings) { return List.of(new Year(this)); }

    @Override public List<String> cases() { return List.of(); }

    private static final class Year extends Quiet {
        private final Somewhere region;

        private Year(Somewhere region) {
            super("SO24");
            this.region = region;
        }

        @Override public Said<Calendar> calendar() { return region.calendar; }

        @Override public Said<List<Channel>> channels() { return region.channels; }

        @Override public List<Rule> rules() { return region.rules; }
    }
}
