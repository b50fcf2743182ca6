package zhicheng.server.graphql;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import zhicheng.server.eligibility.Evaluator;
import zhicheng.server.read.Among;
import zhicheng.server.read.Given;
import zhicheng.server.read.Uses;
import zhicheng.server.region.LoadedEdition;
import zhicheng.server.region.Regions;
import zhicheng.spi.Calendar;
import zhicheng.spi.Edition;
import zhicheng.spi.Said;
import zhicheng.spi.Step;
import zhicheng.spi.Text;
import zhicheng.spi.When;

/**
 * Where a field of a dossier has no meaning: a query over all regions is told so in the region's own words ({@code extensions.notApplicable}), since an absent
 * value alone would say nothing.
 */
final class NotHere {

    /** Which concern of an edition gives a field of a dossier its meaning; a field that is not here has one everywhere. */
    private static final Map<String, Function<Edition, Said<?>>> CONCERNS = new TreeMap<>(Map.of(
            "testPasses", Edition::capabilityTest,
            "channel", Edition::channels,
            "category", Edition::categories,
            "hours", Edition::continuingEducation,
            "educationTenths", Edition::continuingEducation,
            "windowUntil", NotHere::close,
            "minutesBeforeClose", NotHere::close));

    /**
     * A field that has no meaning in a region and year.
     *
     * @param among what the query says of the dossiers that it is used among: they may all be of other regions or years
     */
    record Note(String region, int year, List<Among> among, Map<String, Object> shown) {
        private boolean concerns(Given.Request request) {
            var values = Map.<String, Object>of("region", region, "year", year);
            return among.stream().allMatch(one -> one.mayHave(values, request));
        }
    }

    private NotHere() {}

    /** By field, region and year, of the newest edition of each year. */
    static List<Note> notes(Collection<Uses.Use> uses, Regions regions) {
        var notes = new ArrayList<Note>();
        CONCERNS.forEach((field, concern) -> uses.stream().filter(use -> use.field().equals(field)).forEach(use -> {
            for (var region : regions.all())
                regions.editions(region.id()).stream().map(LoadedEdition::year).distinct().sorted().map(year -> regions.newest(region.id(), year).orElseThrow())
                        .filter(loaded -> !(concern.apply(loaded.edition()) instanceof Said.Says<?>))
                        .forEach(loaded -> notes.add(note(field, loaded, concern.apply(loaded.edition()), use)));
        }));
        notes.sort(Comparator.comparing((Note note) -> note.shown.get("field").toString()).thenComparing(Note::region).thenComparing(Note::year));
        return List.copyOf(notes);
    }

    private static Note note(String field, LoadedEdition loaded, Said<?> said, Uses.Use use) {
        var answer = Evaluator.answer(field, said);
        var shown = new LinkedHashMap<String, Object>();
        shown.put("field", "Dossier." + field);
        shown.put("region", loaded.region().id());
        shown.put("year", loaded.year());
        shown.put("says", Map.of("zh", answer.said().zh(), "en", answer.said().en()));
        shown.put("clause", answer.clause() == null ? null : answer.clause().id());
        return new Note(loaded.region().id(), loaded.year(), use.among(), shown);
    }

    /** What of it concerns this request, each field, region and year once. */
    static List<Map<String, Object>> shown(List<Note> notes, Given.Request request) {
        var shown = new LinkedHashSet<Map<String, Object>>();
        for (var note : notes) if (note.concerns(request)) shown.add(note.shown);
        return List.copyOf(shown);
    }

    /** When the application window closes: by the notice itself, or, by its leave, by a committee. */
    private static Said<?> close(Edition edition) {
        if (!(edition.calendar() instanceof Said.Says<Calendar>(var calendar))) return edition.calendar();
        var windows = calendar.windows().stream().filter(window -> window.step() == Step.APPLICATION).toList();
        if (windows.stream().anyMatch(window -> window.when() instanceof When.Span || window.when() instanceof When.Until || window.when() instanceof When.SetByCommittee)) return Said.says(windows);
        return windows.stream().filter(window -> window.when() instanceof When.AnnouncedElsewhere).findFirst()
                .<Said<?>>map(window -> Said.elsewhere(window.clause(), ((When.AnnouncedElsewhere) window.when()).byWhom(), null))
                .orElseGet(() -> Said.notSaid(Text.of("本通知未载明申报截止时间", "the notice gives no end of an application window")));
    }
}
