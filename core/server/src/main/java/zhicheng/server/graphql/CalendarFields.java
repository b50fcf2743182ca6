package zhicheng.server.graphql;

import static zhicheng.server.eligibility.Windows.State.ANNOUNCED_ELSEWHERE;
import static zhicheng.server.eligibility.Windows.State.DUE;
import static zhicheng.server.eligibility.Windows.State.OPEN;
import static zhicheng.server.eligibility.Windows.State.SET_BY_COMMITTEE;
import static zhicheng.server.eligibility.Windows.State.UPCOMING;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import zhicheng.server.BadInput;
import zhicheng.server.calendar.WorkingDays;
import zhicheng.server.committee.CommitteeNotices;
import zhicheng.server.eligibility.CommitteeWindow;
import zhicheng.server.eligibility.Evaluator;
import zhicheng.server.eligibility.Finding;
import zhicheng.server.eligibility.Windows;
import zhicheng.server.region.LoadedEdition;
import zhicheng.server.region.Regions;
import zhicheng.spi.Calendar;
import zhicheng.spi.Clause;
import zhicheng.spi.Level;
import zhicheng.spi.Scope;
import zhicheng.spi.Step;
import zhicheng.spi.Text;
import zhicheng.spi.When;

/** Calendars: which windows are open at an instant, which come next, which another body announces. */
@Singleton
final class CalendarFields implements Wires {
    private static final int MOST_INTAKES = 100;

    private final Regions regions;
    private final CommitteeNotices notices;
    private final WorkingDays workingDays = WorkingDays.shipped();

    CalendarFields(Regions regions, CommitteeNotices notices) {
        this.regions = regions;
        this.notices = notices;
    }

    /** A calendar as it stands at an instant. */
    public record CalendarView(LoadedEdition edition, Instant at, Evaluator.Answer answer, Text said, Clause clause, URI link, List<WindowView> all) {
        public List<WindowView> open() {
            return all.stream().filter(window -> window.state() == OPEN || window.state() == DUE)
                    .sorted(Comparator.comparing(window -> window.until().orElse(Instant.MAX))).toList();
        }

        public List<WindowView> next() {
            return all.stream().filter(window -> window.state() == UPCOMING).sorted(Comparator.comparing(window -> window.from().orElse(Instant.MAX))).toList();
        }

        public List<WindowView> announcedElsewhere() {
            return all.stream().filter(window -> window.state() == ANNOUNCED_ELSEWHERE).toList();
        }

        public List<WindowView> setByCommittees() {
            return all.stream().filter(window -> window.state() == SET_BY_COMMITTEE).toList();
        }
    }

    /** A window as it stands at an instant. */
    public record WindowView(Calendar.Window window, Instant at) {
        public String id() { return window.id(); }

        public Clause clause() { return window.clause(); }

        public Step step() { return window.step(); }

        public Optional<Text> note() { return window.note(); }

        public List<Scope.Part> scope() { return window.scope().parts(); }

        public String printed() { return window.when().printed(); }

        public Windows.State state() { return Windows.state(window.when(), at); }

        public Optional<Text> reading() {
            return switch (window.when()) {
                case When.Span span -> span.reading();
                case When.Until until -> until.reading();
                case When.From from -> from.reading();
                case When.Counted counted -> counted.reading();
                case When.SetByCommittee set -> set.reading();
                case When.AnnouncedElsewhere elsewhere -> elsewhere.reading();
            };
        }

        public Optional<Instant> from() { return Windows.from(window.when()); }

        public Optional<Instant> until() { return Windows.until(window.when()); }

        public Optional<When.Counted> counted() {
            return window.when() instanceof When.Counted counted ? Optional.of(counted) : Optional.empty();
        }

        public Optional<Text> announcedBy() {
            return window.when() instanceof When.AnnouncedElsewhere elsewhere ? Optional.of(elsewhere.byWhom()) : Optional.empty();
        }

        public Optional<URI> link() {
            return window.when() instanceof When.AnnouncedElsewhere elsewhere ? elsewhere.link() : Optional.empty();
        }
    }

    /**
     * The edition whose calendar is asked for, by the arguments {@code at}, {@code region} and {@code year}.
     *
     * @param now official time
     * @throws BadInput with all that is wrong with them
     */
    static LoadedEdition edition(Regions regions, Map<String, Object> arguments, Instant now) {
        var several = new BadInput.Several();
        several.of(() -> Asked.about((Instant) arguments.get("at"), now));
        var edition = several.of(() -> EligibilityFields.edition(regions, (String) arguments.get("region"), (Integer) arguments.get("year")));
        several.check();
        return edition;
    }

    /**
     * Looks at how a field of a calendar is asked for, as far as that is seen without the notices of committees.
     *
     * @throws BadInput for a series that the edition has not, or more rows than a page has
     */
    static void check(Regions regions, LoadedEdition edition, String field, Map<String, Object> arguments) {
        switch (field) {
            case "windows" -> known(regions, edition, (String) arguments.get("series"));
            case "intakes", "closings" -> first(arguments);
            default -> { }
        }
    }

    /** @param series null: for every series */
    private static void known(Regions regions, LoadedEdition edition, String series) {
        if (series != null && regions.series(edition).stream().noneMatch(one -> one.code().equals(series)))
            throw new BadInput("series: no series of the edition is called «%s» (Edition.series lists them, e.g. ENGINEERING)".formatted(series));
    }

    private static int first(Map<String, Object> arguments) {
        var first = (int) arguments.get("first");
        if (first < 0 || first > MOST_INTAKES) throw new BadInput("first: %d is not from 0 to %d".formatted(first, MOST_INTAKES));
        return first;
    }

    static CalendarView view(LoadedEdition edition, Instant at) {
        var said = edition.edition().calendar();
        var answer = Evaluator.answer("calendar", said);
        return new CalendarView(edition, at, answer.answer(), answer.said(), answer.clause(), answer.link(),
                said.value().map(calendar -> calendar.windows().stream().map(window -> new WindowView(window, at)).toList()).orElse(List.of()));
    }

    /** A committee's own end of its intake, as the API has it. */
    public record ClosingView(Windows.Closing closing) {
        public String id() { return closing.notice().notice() + "." + closing.window().id(); }

        public String notice() { return closing.notice().notice().toString(); }

        public String committee() { return closing.notice().committeeName(); }

        public List<String> series() { return closing.notice().series(); }

        public List<Level> levels() { return closing.notice().levels().stream().map(Level::valueOf).toList(); }

        public List<String> categories() { return closing.notice().categories(); }

        public Instant until() { return closing.until(); }

        public Instant notAfter() { return Windows.until(closing.window().when()).orElseThrow(); }

        public String window() { return closing.window().id(); }

        public Clause clause() { return closing.clause(); }

        public Instant published() { return closing.notice().published(); }

        public String document() { return closing.notice().document(); }

        public URI link() { return closing.notice().link(); }
    }

    /** Committees' own notices of the calendar's region and year, as of the request. */
    private List<CommitteeWindow> announced(DataFetchingEnvironment field) {
        CalendarView calendar = field.getSource();
        return notices.of(calendar.edition().region().id(), calendar.edition().year(), Asked.at(field));
    }

    /** The page behind {@code after}, one's id; from the beginning where that is left out. */
    private static <T> List<T> page(DataFetchingEnvironment field, List<T> all, Function<T, String> id) {
        String after = field.getArgument("after");
        var several = new BadInput.Several();
        var first = several.of(() -> first(field.getArguments()));
        var place = after == null ? -1 : all.stream().map(id).toList().indexOf(after);
        if (after != null && place < 0) several.add(new BadInput("after: «%s» is nothing of this list".formatted(Finding.cut(after))));
        several.check();
        return all.stream().skip(place + 1L).limit(first).toList();
    }

    private LocalDate due(When.Counted counted, LocalDate event) {
        try {
            return switch (counted.count()) {
                case AT_LEAST_BEFORE, WITHIN_BEFORE -> counted.workingDays() ? workingDays.before(event, counted.days()) : event.minusDays(counted.days());
                case WITHIN_AFTER, AT_LEAST_LONG -> counted.workingDays() ? workingDays.after(event, counted.days()) : event.plusDays(counted.days());
            };
        } catch (WorkingDays.NoTable e) {
            throw new BadInput("event: " + e.getMessage());
        }
    }

    @Override
    public void wire(RuntimeWiring.Builder wiring) {
        wiring.type("Query", type -> type.dataFetcher("calendar", field -> view(edition(regions, field.getArguments(), Asked.at(field)), Asked.about(field))));
        wiring.type("Calendar", type -> type.defaultDataFetcher(Reads.from(CalendarView.class))
                .dataFetcher("intakes", field -> page(field, Windows.intakes(field.<CalendarView>getSource().edition(), field.<CalendarView>getSource().at(), announced(field)), one -> one.notice().toString()))
                .dataFetcher("closings", field -> page(field, Windows.closings(field.<CalendarView>getSource().edition(), field.<CalendarView>getSource().at(), announced(field)).stream().map(ClosingView::new).toList(), ClosingView::id))
                .dataFetcher("windows", field -> windows(field.getSource(), field.getArgument("steps"), field.getArgument("series"))));
        RegionFields.reads(wiring, "Window", WindowView.class);
        RegionFields.reads(wiring, "CommitteeClosing", ClosingView.class);
        wiring.type("CountedDays", type -> type.defaultDataFetcher(Reads.from(When.Counted.class))
                .dataFetcher("due", field -> due(field.getSource(), field.getArgument("event"))));
        RegionFields.reads(wiring, "ScopePart", Scope.Part.class);
        EnumOf.wire(wiring, "Step", Step.class);
        EnumOf.wire(wiring, "Count", When.Count.class);
        EnumOf.wire(wiring, "WindowState", Windows.State.class);
    }

    /** @param steps null: of every step; @param series null: for every series */
    private List<WindowView> windows(CalendarView calendar, List<Step> steps, String series) {
        known(regions, calendar.edition, series);
        return calendar.all.stream().filter(window -> steps == null || steps.contains(window.step()))
                .filter(window -> series == null || window.scope().stream().anyMatch(part -> part.series().isEmpty() || part.series().contains(series))).toList();
    }
}
