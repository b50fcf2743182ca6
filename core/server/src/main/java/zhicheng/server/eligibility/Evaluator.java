package zhicheng.server.eligibility;

import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import zhicheng.server.region.LoadedEdition;
import zhicheng.server.region.Regions;
import zhicheng.spi.Case;
import zhicheng.spi.Channel;
import zhicheng.spi.Claim;
import zhicheng.spi.Clause;
import zhicheng.spi.Level;
import zhicheng.spi.Rule;
import zhicheng.spi.Said;
import zhicheng.spi.Series;
import zhicheng.spi.Text;
import zhicheng.spi.Verdict.Outcome;

/**
 * The one evaluator: "could I apply?" for a stranger, for an applicant's draft and for the binding check at submission.
 * It knows no database; what others announced or decided comes in as values.
 */
public final class Evaluator {
    private final Regions regions;

    public Evaluator(Regions regions) {
        this.regions = regions;
    }

    /**
     * What one edition answers to one case: through each channel, every rule. {@code outcome} FAILED over CANNOT_TELL over SATISFIED, binding rules only;
     * {@code standing} what it comes to for the person who asks.
     */
    public record Report(LoadedEdition edition, Case one, Outcome outcome, Standing standing, Windows.Intake intake, List<Finding> general,
                         List<ThroughChannel> channels, List<Silence> silences) {
        private static Report of(LoadedEdition edition, Case one, Windows.Intake intake, List<Finding> general, List<ThroughChannel> channels) {
            var best = channels.stream().map(ThroughChannel::outcome).min(BEST_FIRST).orElseGet(() -> worst(general));
            var standing = channels.stream().map(ThroughChannel::standing).min(Comparator.naturalOrder()).orElseGet(() -> Standing.of(general));
            return new Report(edition, one, best, standing, intake, List.copyOf(general), channels, Evaluator.silences(edition));
        }

        /** The same report with other general findings: those that only a dossier can have. */
        public Report with(List<Finding> findings) {
            return of(edition, one, intake, findings, channels.stream().map(through -> through(through.channel, edition, through.own, findings)).toList());
        }

        /** What of the general findings stands in the way now; a channel's own come besides. */
        public List<Finding> hindrances() {
            return general.stream().filter(Finding::holdsUp).toList();
        }

        /** What the general findings wait for. */
        public List<Untold> toTell() {
            return Untold.of(general, edition.edition());
        }

        /** Everything that refuses a submission through the claimed or only channel; where one of several has to be chosen, what refuses it whatever the channel. */
        public List<Finding> refusals() {
            var own = channels.size() == 1 ? channels.getFirst().own() : List.<Finding>of();
            return Stream.concat(general.stream(), own.stream()).filter(Finding::holdsUp).toList();
        }
    }

    /** The answer for one channel: {@code findings} are the general ones and the channel's {@code own}; {@code toTell} what its own wait for. */
    public record ThroughChannel(Channel channel, Outcome outcome, Standing standing, List<Finding> own, List<Finding> findings, List<Untold> toTell) {
        /** What of the channel's own findings stands in the way now. */
        public List<Finding> hindrances() {
            return own.stream().filter(Finding::holdsUp).toList();
        }
    }

    /** What a list of findings comes to, best first: whether a submission would go through at that instant. */
    public enum Standing {
        /** Nothing that the notice rules is in the way; what others decide stays open. */
        READY,
        /** Nothing refuses it, but something has to be told first. */
        TELL_MORE,
        /** Only the time is in the way: not open yet, over, or not announced. */
        NOT_NOW,
        /** A rule refuses it. */
        REFUSED;

        private static Standing of(List<Finding> findings) {
            var hindrances = findings.stream().filter(Finding::holdsUp).toList();
            if (hindrances.isEmpty()) return READY;
            if (hindrances.stream().anyMatch(finding -> finding.outcome() == Outcome.FAILED && !finding.code().equals(Windows.CODE))) return REFUSED;
            return hindrances.stream().allMatch(finding -> finding.outcome() == Outcome.CANNOT_TELL && !finding.missing().isEmpty()) ? TELL_MORE : NOT_NOW;
        }
    }

    /** A concern on which the notice is silent, asks for nothing, or names another body. Neither leave nor ban. */
    public record Silence(String concern, Answer answer, Clause clause, Text said, URI link) {}

    /** How a notice answers a concern. */
    public enum Answer { SAID, NOT_ASKED, ANNOUNCED_ELSEWHERE, NOT_SAID_HERE }

    /** Judges a case by an edition and the committee notices that were published by then; through every channel, or only through the one that the claim names. */
    public Report evaluate(LoadedEdition loaded, Case one, List<CommitteeWindow> announced) {
        var edition = loaded.edition();
        var general = new ArrayList<>(claim(loaded, one.claim()));
        var intake = Windows.application(loaded, one.claim(), one.at(), announced);
        general.add(intake.finding());
        edition.rules().forEach(rule -> general.add(Finding.of(rule, one)));
        var channels = edition.channels().value().orElse(List.of()).stream()
                .filter(channel -> one.claim().channel().map(channel.id()::equals).orElse(true))
                .map(channel -> through(channel, loaded, channel.rules().stream().map(rule -> Finding.of(rule, one)).toList(), general)).toList();
        return Report.of(loaded, one, intake, general, channels);
    }

    private static final Comparator<Outcome> BEST_FIRST = Comparator.comparingInt(Evaluator::badness);

    private static int badness(Outcome outcome) {
        return switch (outcome) {
            case SATISFIED -> 0;
            case CANNOT_TELL -> 1;
            case FAILED -> 2;
        };
    }

    private static ThroughChannel through(Channel channel, LoadedEdition loaded, List<Finding> own, List<Finding> general) {
        var all = Stream.concat(general.stream(), own.stream()).toList();
        return new ThroughChannel(channel, worst(all), Standing.of(all), own, all, Untold.of(own, loaded.edition()));
    }

    private static Outcome worst(List<Finding> findings) {
        return findings.stream().filter(finding -> finding.force() == Rule.Force.BINDING).map(Finding::outcome).max(BEST_FIRST).orElse(Outcome.SATISFIED);
    }

    /** What is wrong with a claim before anything is known of the person: its series, level, category or channel is none of the edition's. */
    public List<Finding> claim(LoadedEdition loaded, Claim claim) {
        var findings = new ArrayList<Finding>();
        var notice = Clause.of(loaded.edition().notices().getFirst());
        var series = regions.series(loaded).stream().filter(one -> one.code().equals(claim.series())).findFirst();
        if (series.isEmpty())
            findings.add(Finding.refusal("claim.series", null, Text.of("申报系列应为目录中的系列", "the series is one of the catalogue"),
                    Text.of("没有系列 " + Finding.cut(claim.series()), "there is no series " + Finding.cut(claim.series())), "claim.series"));
        else if (claim.level().isPresent() && levels(series.get()).stream().noneMatch(claim.level().get()::equals) && !levels(series.get()).isEmpty())
            findings.add(Finding.refusal("claim.level", null, Text.of(series.get().name().zh() + "设置的层级", "a level that " + series.get().name().en() + " has"),
                    Text.of("该系列没有" + claim.level().get().label().zh(), "the series has no level " + claim.level().get().label().en()), "claim.level"));
        if (claim.level().isEmpty()) findings.add(Finding.missing("claim.level", null, Text.of("说明申报层级", "the level applied for is named"), "claim.level"));
        if (!claim.category().equals(Claim.ORDINARY)
                && loaded.edition().categories().value().orElse(List.of()).stream().noneMatch(category -> category.id().equals(claim.category())))
            findings.add(Finding.refusal("claim.category", notice, Text.of("评审类别应为本地区通知所列", "a review category that this region's notice names"),
                    Text.of("本地区通知没有评审类别 " + Finding.cut(claim.category()), "the notice names no category " + Finding.cut(claim.category())), "claim.category"));
        if (claim.channel().isPresent() && loaded.edition().channels().value().orElse(List.of()).stream().noneMatch(channel -> channel.id().equals(claim.channel().get())))
            findings.add(ClaimedChannel.unknown(loaded, claim.channel().get()));
        return findings;
    }

    private static List<Level> levels(Series series) {
        return series.titles().stream().map(Series.Title::level).distinct().toList();
    }

    /** The concerns of an application on which the edition says nothing itself. */
    public static List<Silence> silences(LoadedEdition loaded) {
        var edition = loaded.edition();
        var silences = new ArrayList<Silence>();
        silent(silences, "calendar", edition.calendar());
        silent(silences, "channels", edition.channels());
        silent(silences, "categories", edition.categories());
        silent(silences, "capabilityTest", edition.capabilityTest());
        silent(silences, "continuingEducation", edition.continuingEducation());
        silent(silences, "yearsOfService", edition.yearsOfService());
        silent(silences, "recognition", edition.recognition());
        silent(silences, "conditions", edition.conditions());
        silent(silences, "transfer", edition.transfer());
        silent(silences, "payment", edition.payment());
        silent(silences, "pledge", edition.pledge());
        silent(silences, "exclusive", edition.exclusive());
        return List.copyOf(silences);
    }

    private static void silent(List<Silence> silences, String concern, Said<?> said) {
        if (!(said instanceof Said.Says<?>)) silences.add(answer(concern, said));
    }

    /** What an edition answers to one concern, as a value. */
    public static Silence answer(String concern, Said<?> said) {
        return switch (said) {
            case Said.Says<?> says -> new Silence(concern, Answer.SAID, null, null, null);
            case Said.NotAsked<?>(var text) -> new Silence(concern, Answer.NOT_ASKED, null, text, null);
            case Said.NotSaid<?>(var text, var near) -> new Silence(concern, Answer.NOT_SAID_HERE, near.orElse(null), text, null);
            case Said.NotSaidSince<?>(var since) -> new Silence(concern, Answer.NOT_SAID_HERE, null,
                    Text.of("该地区插件早于合同版本 " + since + "，对此未作说明", "the region's plug-in is older than contract version " + since + " and says nothing of it"), null);
            case Said.AnnouncedElsewhere<?>(var clause, var byWhom, var link) -> new Silence(concern, Answer.ANNOUNCED_ELSEWHERE, clause, byWhom, link.orElse(null));
        };
    }
}
