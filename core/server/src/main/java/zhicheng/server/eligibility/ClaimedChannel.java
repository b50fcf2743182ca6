package zhicheng.server.eligibility;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import zhicheng.server.region.LoadedEdition;
import zhicheng.spi.Channel;
import zhicheng.spi.Clause;
import zhicheng.spi.Text;
import zhicheng.spi.Verdict;

/** The channel (申报渠道) that a claim names, or has to name before it is handed in (X24-3.1, J24-2.2, B24-5.3). */
public final class ClaimedChannel {
    private static final String PATH = "claim.channel";

    private ClaimedChannel() {}

    /** The claim names a channel that is none of the edition's. */
    static Finding unknown(LoadedEdition loaded, String named) {
        var finding = Finding.refusal(PATH, clause(loaded), Text.of("申报渠道应为本地区通知所列", "a channel that this region's notice names"),
                Text.of("本地区通知没有申报渠道 " + Finding.cut(named), "the notice names no channel " + Finding.cut(named)), PATH);
        return channels(loaded).isEmpty() ? finding : finding.remedy(oneOf(channels(loaded)), null);
    }

    /** A channel has to be chosen: offered are those that nothing told so far rules out, or all with a word that every one is ruled out. */
    public static Finding unchosen(Evaluator.Report report) {
        var open = report.channels().stream()
                .filter(through -> through.hindrances().stream().noneMatch(finding -> finding.outcome() == Verdict.Outcome.FAILED))
                .map(Evaluator.ThroughChannel::channel).toList();
        var all = oneOf(channels(report.edition()));
        return Finding.missing(PATH, clause(report.edition()), Text.of("选择一个申报渠道", "a channel is chosen"), PATH)
                .remedy(open.isEmpty() ? Text.of(all.zh() + "；按所说明的情况，各渠道均不符合", all.en() + "; by what was told none of them can be taken") : oneOf(open), null);
    }

    /** The narrowest clause in which all of the edition's channels stand: the only channel's own, or the one that lists them; the notice where there is none. */
    private static Clause clause(LoadedEdition loaded) {
        var channels = channels(loaded).stream().map(Channel::clause).toList();
        return loaded.region().notices().stream().flatMap(notice -> notice.clauses().stream())
                .filter(clause -> !channels.isEmpty() && channels.stream().allMatch(one -> one.within(clause)))
                .max(Comparator.comparingInt(clause -> clause.id().length()))
                .orElseGet(() -> Clause.of(loaded.edition().notices().getFirst()));
    }

    private static List<Channel> channels(LoadedEdition loaded) {
        return loaded.edition().channels().value().orElse(List.of());
    }

    private static Text oneOf(List<Channel> channels) {
        return Text.of("可选：" + channels.stream().map(one -> one.id() + "（" + one.name().zh() + "）").collect(Collectors.joining("、")),
                "one of: " + channels.stream().map(one -> one.id() + " (" + one.name().en() + ")").collect(Collectors.joining(", ")));
    }
}
