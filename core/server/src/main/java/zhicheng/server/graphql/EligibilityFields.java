package zhicheng.server.graphql;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import zhicheng.server.BadInput;
import zhicheng.server.Unseen;
import zhicheng.server.committee.CommitteeNotices;
import zhicheng.server.eligibility.CommitteeWindow;
import zhicheng.server.eligibility.Evaluator;
import zhicheng.server.eligibility.Evaluator.Report;
import zhicheng.server.eligibility.Evaluator.Silence;
import zhicheng.server.eligibility.Evaluator.ThroughChannel;
import zhicheng.server.eligibility.Finding;
import zhicheng.server.eligibility.Told;
import zhicheng.server.eligibility.Untold;
import zhicheng.server.eligibility.Windows;
import zhicheng.server.region.LoadedEdition;
import zhicheng.server.region.Regions;
import zhicheng.server.trail.Json;
import zhicheng.spi.Case;
import zhicheng.spi.Claim;
import zhicheng.spi.Level;
import zhicheng.spi.Step;
import zhicheng.spi.Verdict;
import zhicheng.spi.When;

/** "May I apply, where, until when, and if not, why not?": for whoever asks, and for an applicant's own dossier. */
@Singleton
final class EligibilityFields implements Wires {
    private final Regions regions;
    private final Evaluator evaluator;
    private final CommitteeNotices notices;

    EligibilityFields(Regions regions, Evaluator evaluator, CommitteeNotices notices) {
        this.regions = regions;
        this.evaluator = evaluator;
        this.notices = notices;
    }

    @Override
    public void wire(RuntimeWiring.Builder wiring) {
        wiring.type("Query", type -> type.dataFetcher("eligibility", this::eligibility));
        wiring.type("Eligibility", type -> type.defaultDataFetcher(Reads.from(Report.class))
                .dataFetcher("at", field -> field.<Report>getSource().one().at())
                .dataFetcher("findings", field -> with(field, field.<Report>getSource().general()))
                .dataFetcher("opens", field -> field.<Report>getSource().intake().opens().orElse(null))
                .dataFetcher("closes", field -> field.<Report>getSource().intake().closes().orElse(null))
                .dataFetcher("intakes", field -> field.<Report>getSource().intake().notices())
                .dataFetcher("windows", field -> windows(field.getSource())));
        wiring.type("ChannelEligibility", type -> type.defaultDataFetcher(Reads.from(ThroughChannel.class))
                .dataFetcher("findings", field -> with(field, field.<ThroughChannel>getSource().findings())));
        wiring.type("CommitteeIntake", type -> type.defaultDataFetcher(Reads.from(CommitteeWindow.class))
                .dataFetcher("committee", field -> field.<CommitteeWindow>getSource().committeeName())
                .dataFetcher("levels", field -> field.<CommitteeWindow>getSource().levels().stream().map(Level::valueOf).toList()));
        RegionFields.reads(wiring, "Finding", Finding.class);
        RegionFields.reads(wiring, "Silence", Silence.class);
        RegionFields.reads(wiring, "ToTell", Untold.class);
        EnumOf.wire(wiring, "Outcome", Verdict.Outcome.class);
        EnumOf.wire(wiring, "Standing", Evaluator.Standing.class);
        EnumOf.wire(wiring, "Employment", Case.Employment.class);
    }

    /** The findings with the outcomes that are asked for; all where none are. */
    private static List<Finding> with(DataFetchingEnvironment field, List<Finding> findings) {
        List<Verdict.Outcome> outcomes = field.getArgument("outcomes");
        return outcomes == null ? findings : findings.stream().filter(finding -> outcomes.contains(finding.outcome())).toList();
    }

    private List<Report> eligibility(DataFetchingEnvironment field) {
        return asked(regions, field.getArguments(), Asked.at(field)).stream()
                .map(one -> evaluator.evaluate(one.edition, one.told, notices.of(one.edition.region().id(), one.edition.year(), Asked.at(field)))).toList();
    }

    /** What a person tells of himself, as an edition reads it. */
    record InEdition(LoadedEdition edition, Case told) {}

    /**
     * Whoever asks, in each edition that is asked of.
     *
     * @param now official time
     * @throws BadInput with all that is wrong with the arguments, with what is told as far as one edition reads it
     */
    @SuppressWarnings("unchecked") // names of input fields
    static List<InEdition> asked(Regions regions, Map<String, Object> arguments, Instant now) {
        var several = new BadInput.Several();
        var editions = several.of(() -> editions(regions, arguments, now));
        var person = person((Map<String, Object>) arguments.get("person"));
        var unasked = Told.unasked(person, regions.questions());
        if (!unasked.isEmpty()) several.add(malformed(unasked));
        several.check();
        var at = Asked.about((Instant) arguments.get("at"), now);
        var wanted = (Map<String, Object>) arguments.get("claim");
        return editions.stream().map(edition -> {
            var told = Told.of(person, claim(wanted, edition.year()), at, now, edition);
            return new InEdition(edition, told.one().orElseThrow(() -> malformed(told.problems())));
        }).toList();
    }

    /**
     * The editions that are asked of, by the arguments {@code at}, {@code regions} and {@code year}.
     *
     * @param now official time
     * @throws BadInput with all that is wrong with them
     */
    static List<LoadedEdition> editions(Regions regions, Map<String, Object> arguments, Instant now) {
        var several = new BadInput.Several();
        var at = several.of(() -> Asked.about((Instant) arguments.get("at"), now));
        var thisYear = (at == null ? now : at).atZone(When.CHINA).getYear();
        var year = (Integer) arguments.get("year");
        var chosen = new ArrayList<LoadedEdition>();
        if (arguments.get("regions") instanceof List<?> asked) {
            for (var place = 0; place < asked.size(); place++) {
                var region = (String) asked.get(place);
                if (asked.indexOf(region) < place) continue;
                var named = "regions[" + place + "]";
                several.of(() -> chosen.add(edition(regions, named, region, year != null ? "year" : named, year != null ? year : latest(regions, region, thisYear))));
            }
        } else {
            for (var region : regions.all()) regions.newest(region.id(), year != null ? year : latest(regions, region.id(), thisYear)).ifPresent(chosen::add);
            if (chosen.isEmpty())
                several.add(new BadInput("%s: no region has an edition for %d (%s)".formatted(year == null ? "at" : "year", year == null ? thisYear : year, String.join("; ", regions.all().stream()
                        .map(region -> region.id() + " has " + years(regions, region.id())).toList()))));
        }
        several.check();
        return chosen;
    }

    private static int latest(Regions regions, String region, int thisYear) {
        return years(regions, region).stream().filter(one -> one <= thisYear).max(Integer::compare).orElse(thisYear);
    }

    private static List<Integer> years(Regions regions, String region) {
        return regions.editions(region).stream().map(LoadedEdition::year).distinct().toList();
    }

    /**
     * The newest edition of the {@code region} and {@code year} that a question names.
     *
     * @throws BadInput where there is none, with those that there are; where there is no such region, also where no other has such a year
     */
    static LoadedEdition edition(Regions regions, String region, int year) {
        return edition(regions, "region", region, "year", year);
    }

    /** @param named where the region stands, and {@code dated} where the year does */
    private static LoadedEdition edition(Regions regions, String named, String region, String dated, int year) {
        var several = new BadInput.Several();
        if (regions.named(region).isEmpty()) {
            several.add(new BadInput("%s: no region is called «%s» (loaded: %s)".formatted(named, Finding.cut(region), regions.all().stream().map(one -> one.id()).toList())));
            if (dated.equals("year")) several.of(() -> someRegion(regions, year));
        }
        several.check();
        return regions.newest(region, year).orElseThrow(() -> new BadInput("%s: region «%s» has no edition for %d (it has %s)".formatted(dated, region, year, years(regions, region))));
    }

    /**
     * The year of which some region has a notice.
     *
     * @throws BadInput where none has, with the years of which there are some
     */
    static int someRegion(Regions regions, int year) {
        var years = regions.all().stream().flatMap(region -> years(regions, region.id()).stream()).collect(Collectors.toCollection(TreeSet::new));
        if (!years.contains(year)) throw new BadInput("year: no region has a notice of %d (there are some of %s)".formatted(year, years));
        return year;
    }

    /** A CaseInput as it is judged and kept: dates and enums as text. */
    @SuppressWarnings("unchecked")
    static Map<String, Object> person(Map<String, Object> input) {
        return (Map<String, Object>) Json.plain(input);
    }

    /** A ClaimInput for a year. */
    static Claim claim(Map<String, Object> input, int year) {
        return new Claim(year, text(input, "series").orElseThrow(), text(input, "specialty"), Optional.ofNullable((Level) input.get("level")),
                text(input, "category").orElseThrow(), text(input, "channel"));
    }

    /** What is written, without the blanks around it; whether it is one of the edition's is the evaluator's to say. */
    private static Optional<String> text(Map<String, Object> claim, String name) {
        return Optional.ofNullable((String) claim.get(name)).map(Unseen::trimmed);
    }

    private static BadInput malformed(List<Finding> problems) {
        return new BadInput(problems.stream().map(problem -> "%s: %s expected, not %s".formatted(problem.path().replaceAll("\\.(\\d+)", "[$1]"), problem.asked().en(), problem.shown().en())).toList());
    }

    private static List<CalendarFields.WindowView> windows(Report report) {
        return Windows.covering(report.edition(), Step.APPLICATION, report.one().claim()).stream()
                .map(window -> new CalendarFields.WindowView(window, report.one().at())).toList();
    }
}
