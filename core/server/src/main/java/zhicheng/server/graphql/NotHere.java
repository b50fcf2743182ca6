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
import zhicheng.spi.Edition;
import zhicheng.spi.Said;

/**
 * Where a field of a dossier has no meaning, since the notice asks for no such thing: a query over all regions is told so in the region's own words
 * ({@code extensions.notApplicable}), since an absent value alone would say nothing. A notice that is silent, or leaves a thing to another body, takes no meaning from it.
 */
final class NotHere {

    /** Which concern of an edition gives a field of a dossier its meaning; a field that is not here has one everywhere. */
    private static final Map<String, Function<Edition, Said<?>>> CONCERNS = new TreeMap<>(Map.of(
            "testPasses", Edition::capabilityTest,
            "channel", Edition::channels,
            "category", Edition::categories,
            "hours", Edition::continuingEducation,
            "educationTenths", Edition::continuingEducation,
            "windowUntil", Edition::calendar,
            "minutesBeforeClose", Edition::calendar));

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
                        .filter(loaded -> concern.apply(loaded.edition()) instanceof Said.NotAsked<?>)
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
}
