package zhicheng.server.graphql;

import static java.util.Map.entry;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
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
 * Where something has no meaning, since the notice asks for no such thing: a query over all regions is told so in the region's own words
 * ({@code extensions.notApplicable}), since an absent value, or an empty list, alone would say nothing. A notice that is silent, or leaves a thing to another body, takes no meaning from it.
 */
final class NotHere {

    /**
     * Which concern of an edition gives a field of a dossier, or the rows of a noun, their meaning, however a read comes to them; what is not here has one everywhere. Of each dossier's field and each noun it
     * is decided, in NotHereTest, which it is.
     */
    static final Map<String, Function<Edition, Said<?>>> CONCERNS = Map.ofEntries(
            entry("Dossier.channel", Edition::channels),
            entry("Dossier.category", Edition::categories),
            entry("Dossier.educationTenths", Edition::continuingEducation),
            entry("Dossier.windowUntil", Edition::calendar),
            entry("Dossier.minutesBeforeClose", Edition::calendar),
            entry("DossierTestPass", Edition::capabilityTest),
            entry("DossierHours", Edition::continuingEducation),
            entry("DossierReturn", Edition::returns),
            entry("UnitPublication", Edition::publications),
            entry("Objection", Edition::publications),
            entry("Payment", Edition::payment),
            entry("PostCount", Edition::posts),
            entry("DossierPost", Edition::posts),
            entry("Nominator", Edition::nominations),
            entry("Nomination", Edition::nominations),
            entry("Entrustment", Edition::entrustment),
            entry("TitleTransfer", Edition::transfer),
            entry("SpentAchievement", Edition::reuse));

    /**
     * Something that has no meaning in a region and year.
     *
     * @param among what the query says of what it is used among: all of that may be of other regions or years
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
        for (var use : uses) {
            var concern = CONCERNS.get(use.of());
            for (var region : regions.all())
                regions.editions(region.id()).stream().map(LoadedEdition::year).distinct().sorted().map(year -> regions.newest(region.id(), year).orElseThrow())
                        .filter(loaded -> concern.apply(loaded.edition()) instanceof Said.NotAsked<?>)
                        .forEach(loaded -> notes.add(note(loaded, concern.apply(loaded.edition()), use)));
        }
        notes.sort(Comparator.comparing((Note note) -> note.shown.get("field").toString()).thenComparing(Note::region).thenComparing(Note::year));
        return List.copyOf(notes);
    }

    private static Note note(LoadedEdition loaded, Said<?> said, Uses.Use use) {
        var answer = Evaluator.answer(use.field(), said);
        var shown = new LinkedHashMap<String, Object>();
        shown.put("field", use.field());
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
