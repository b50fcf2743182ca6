package zhicheng.server.chain;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import zhicheng.server.account.Viewer;
import zhicheng.server.calendar.ChinaTime;
import zhicheng.server.database.Sql;
import zhicheng.server.dossier.Stage;
import zhicheng.server.eligibility.Evaluator;
import zhicheng.server.eligibility.Finding;
import zhicheng.server.message.Messages;
import zhicheng.server.region.Regions;
import zhicheng.server.trail.Acts;
import zhicheng.spi.Stop;
import zhicheng.spi.Text;

/**
 * An employer recommends an applicant (出具推荐意见): only after the period of publication, with no objection open, with the report where one is asked for
 * (J24-3.3), and with the fixed sentence to the letter where the notice has one (X24-5.2a). Where it nominates, as often in a year as the notice says (B23-2.3); where it is an
 * institution that manages by posts, with its numbers told and within the vacant ones, as the notice says (J24-4.1, X24-3.1.1, B24-annex2, B23-3.1).
 */
@Singleton
public final class RecommendDossier {
    /** The keys that hold how many a unit may nominate in a year (B23-2.3), and which post is whose (J24-4.1, X24-3.1.1). */
    private static final List<String> RULES = List.of("nomination_place_is_taken", "post_is_taken");
    private static final int LONGEST = 2000;

    private final Acts acts;
    private final Regions regions;
    private final Evaluator evaluator;

    RecommendDossier(Acts acts, Regions regions, Evaluator evaluator) {
        this.acts = acts;
        this.regions = regions;
        this.evaluator = evaluator;
    }

    public record Input(String key, UUID dossier, int version, String opinion) {}

    public Acts.Outcome perform(Viewer actor, Instant at, Input input) {
        return acts.perform(actor, at, "recommendDossier", input.key(), Map.of("dossier", input.dossier(), "version", input.version(), "opinion", input.opinion()), RULES, tx -> {
            var seen = OnItsWay.locked(tx, regions, input.dossier(), actor).orElse(null);
            if (seen == null) return Strangers.refused(tx, regions, actor, at, Way.RECOMMEND, input.dossier());
            var findings = new ArrayList<>(seen.against(tx, Way.RECOMMEND, actor, input.version(), at));
            if (findings.stream().noneMatch(one -> one.code().startsWith("chain."))) {
                findings.addAll(against(seen, input.opinion(), at));
                SignRecommendation.alone(tx, seen, actor).ifPresent(findings::add);
                findings.addAll(Strangers.left(tx, seen, actor, at, Way.RECOMMEND));
                findings.addAll(Held.by(seen, evaluator, at));
                findings.addAll(Held.byAudit(tx, seen));
            }
            if (!findings.isEmpty()) return new Acts.Outcome(seen.id(), findings);
            var nominated = Nominated.look(tx, seen, evaluator, at);
            var posted = Posted.look(tx, seen, at);
            findings.addAll(nominated.findings());
            findings.addAll(posted.findings());
            if (!findings.isEmpty()) return new Acts.Outcome(seen.id(), findings);
            nominated.take(tx, seen, at);
            posted.take(tx, seen, at);
            var noted = new LinkedHashMap<String, Object>(posted.noted());
            noted.put("opinion", input.opinion());
            if (nominated.place() != null) noted.put("nomination", nominated.place());
            Moved.to(tx, actor, seen, Stage.RECOMMENDED, "RECOMMEND", at, noted);
            Moved.unpublished(tx, seen, at);
            Moved.begun(tx, actor, seen, at);
            Sql.writeOne(tx, "update dossier_step set words = ? where dossier = ? and done_at is null", input.opinion(), seen.id());
            Messages.write(tx, seen.applicant(), Messages.Kind.RECOMMENDED, Moved.step(tx, seen), seen.id(), seen.clause(), Text.of("“" + seen.title() + "”申报材料已由用人单位推荐", "“" + seen.title() + "” was recommended by the employer"), at, null);
            return new Acts.Outcome(seen.id(), List.of());
        });
    }

    private static List<Finding> against(OnItsWay seen, String opinion, Instant at) {
        var findings = new ArrayList<>(published(seen, seen.publication(), at));
        var publicity = seen.stop().flatMap(stop -> stop.publicity());
        if (publicity.filter(one -> one.report()).isPresent() && !seen.publication().reported())
            findings.add(Finding.refusal("publication.report", publicity.get().clause(), Text.of("公示无异议后出具公示结果报告", "a report of the result is issued when nobody objected"), Text.of("尚未出具", "there is none yet"), "input.dossier"));
        if (seen.publication().jointWith() != null && !seen.publication().signed())
            findings.add(Finding.refusal("recommendation.second-signature", seen.joint().map(Stop.Joint::clause).orElse(seen.clause()), Text.of("共同推荐的两家单位均签署", "both units of a joint recommendation sign"),
                    Text.of("会同单位尚未签署", "the other one did not yet"), "input.dossier").remedy(Text.of("由会同单位签署（signRecommendation）", "have the other unit sign (signRecommendation)"), null));
        findings.addAll(words(seen, opinion));
        return findings;
    }

    /** What is wrong with the words of an opinion. */
    static List<Finding> words(OnItsWay seen, String opinion) {
        var findings = new ArrayList<Finding>();
        var publicity = seen.stop().flatMap(stop -> stop.publicity());
        var sentence = publicity.flatMap(one -> one.sentence());
        sentence.filter(words -> !words.equals(opinion)).ifPresent(words -> findings.add(Finding.refusal("recommendation.sentence", publicity.get().clause(),
                Text.of("推荐意见一字不差：“" + words + "”", "the opinion to the letter: “" + words + "”"), Refusals.shown(opinion), "input.opinion")));
        if (sentence.isEmpty()) findings.addAll(Particulars.reviewers("recommendation.opinion", seen.clause(), Text.of("推荐意见", "an opinion"), opinion, LONGEST, "input.opinion"));
        return findings;
    }

    /** What stands against the end of a publication: the period runs, or an objection is open. */
    static List<Finding> published(OnItsWay seen, OnItsWay.Publication publication, Instant at) {
        var findings = new ArrayList<Finding>();
        if (at.isBefore(publication.until()))
            findings.add(Finding.refusal("publication.period", publication.clause(),
                    Text.of("公示不少于" + publication.days() + (publication.working() ? "个工作日" : "天"), "published for " + publication.days() + (publication.working() ? " working days" : " days") + " at least"),
                    Text.of("公示期至 " + ChinaTime.minute(publication.until()), "the period runs until " + ChinaTime.minute(publication.until())), "input.dossier")
                    .remedy(Text.of("公示期满后办理", "when the period is over"), publication.until()));
        if (seen.objections() > 0)
            findings.add(Finding.refusal("publication.objection", seen.clause(), Text.of("没有未核查的异议", "no objection is open"), Text.of(seen.objections() + " 件未核查", seen.objections() + " open"), "input.dossier"));
        return findings;
    }
}
