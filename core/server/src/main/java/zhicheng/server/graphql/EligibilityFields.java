package zhicheng.server.graphql;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import zhicheng.server.BadInput;
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
        var at = Asked.about(field);
        var person = person(field.getArgument("person"));
        Map<String, Object> wanted = field.getArgument("claim");
        var editions = editions(field.getArgument("regions"), field.getArgument("year"), at);
        var unasked = Told.unasked(person, regions.questions());
        if (!unasked.isEmpty()) throw malformed(unasked);
        return editions.stream().map(edition -> {
            var claim = claim(wanted, edition.year());
            var told = Told.of(person, claim, at, Asked.at(field), edition);
            return evaluator.evaluate(edition, told.one().orElseThrow(() -> malformed(told.problems())), notices.of(edition.region().id(), edition.year(), Asked.at(field)));
        }).toList();
    }

    private List<LoadedEdition> editions(List<String> asked, Integer year, Instant at) {
        var chosen = new ArrayList<LoadedEdition>();
        var thisYear = at.atZone(When.CHINA).getYear();
        for (var id : asked == null ? regions.all().stream().map(region -> region.id()).toList() : asked.stream().distinct().toList()) {
            var latest = year != null ? year : regions.editions(id).stream().map(LoadedEdition::year).filter(one -> one <= thisYear).max(Integer::compare).orElse(thisYear);
            if (asked != null) chosen.add(edition(regions, id, latest));
            else regions.newest(id, latest).ifPresent(chosen::add);
        }
        if (chosen.isEmpty() && asked == null)
            throw new BadInput("no region has an edition for %d (%s)".formatted(year == null ? thisYear : year, String.join("; ", regions.all().stream()
                    .map(region -> region.id() + " has " + regions.editions(region.id()).stream().map(LoadedEdition::year).distinct().toList()).toList())));
        return chosen;
    }

    /**
     * The newest edition of a region and year that a question names.
     *
     * @throws BadInput where there is none, with those that there are
     */
    static LoadedEdition edition(Regions regions, String region, int year) {
        known(regions, region);
        return regions.newest(region, year).orElseThrow(() -> new BadInput("region «%s» has no edition for %d (it has %s)".formatted(region, year,
                regions.editions(region).stream().map(LoadedEdition::year).distinct().toList())));
    }

    /** @throws BadInput where no region of that name is loaded, with those that are */
    static void known(Regions regions, String region) {
        if (regions.named(region).isEmpty())
            throw new BadInput("no region is called «%s» (loaded: %s)".formatted(Finding.cut(region), regions.all().stream().map(one -> one.id()).toList()));
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
        return Optional.ofNullable((String) claim.get(name)).map(String::strip);
    }

    private static BadInput malformed(List<Finding> problems) {
        return new BadInput(problems.stream().map(problem -> "%s: %s expected, not %s".formatted(problem.path().replaceAll("\\.(\\d+)", "[$1]"), problem.asked().en(), problem.shown().en())).toList());
    }

    private static List<CalendarFields.WindowView> windows(Report report) {
        return Windows.covering(report.edition(), Step.APPLICATION, report.one().claim()).stream()
                .map(window -> new CalendarFields.WindowView(window, report.one().at())).toList();
    }
}
