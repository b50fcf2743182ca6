package zhicheng.server.chain;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import zhicheng.server.account.Oneself;
import zhicheng.server.account.Role;
import zhicheng.server.account.Viewer;
import zhicheng.server.database.Sql;
import zhicheng.server.eligibility.Finding;
import zhicheng.server.region.Regions;
import zhicheng.server.trail.Acts;
import zhicheng.spi.Stop;
import zhicheng.spi.Text;

/**
 * The other unit of a joint recommendation signs it (共同推荐, X24-3.1.2): the dispatch company or agency publishes, the using unit signs what is published. It
 * sees the publication, as everybody does, and not the dossier.
 */
@Singleton
public final class SignRecommendation {
    /** Who signs for the other unit. */
    static final Set<Role> BY = EnumSet.of(Role.EMPLOYER_APPROVER, Role.AGENCY);

    private static final String FOREIGN = "signature.unit";
    /** Who signed last for a unit: as whom his account stands now. */
    private static final String SIGNED = """
            select a.person from account a where a.person is not null and a.id = (
                select t.actor from trail t where t.subject = ? and t.act = 'SIGN_RECOMMENDATION' and t.organisation = ? order by t.seq desc limit 1)""";

    private final Acts acts;
    private final Regions regions;

    SignRecommendation(Acts acts, Regions regions) {
        this.acts = acts;
        this.regions = regions;
    }

    public record Input(String key, UUID publication, String opinion) {}

    public Acts.Outcome perform(Viewer actor, Instant at, Input input) {
        return acts.perform(actor, at, "signRecommendation", input.key(), Map.of("publication", input.publication(), "opinion", input.opinion()), List.of(), tx -> {
            var dossier = Sql.one(tx, row -> row.getObject(1, UUID.class), "select dossier from publication where id = ? and ended_at is null", input.publication()).orElse(null);
            var seen = dossier == null ? null : OnItsWay.whoever(tx, regions, dossier, actor).orElse(null);
            if (seen == null || seen.publication() == null || !seen.publication().id().equals(input.publication())) return Acts.Outcome.refused(Refusals.noPublication(input.publication()));
            var findings = findings(seen, actor, input.opinion(), at);
            for (var one : findings)
                if (one.code().equals(FOREIGN)) Strangers.noted(tx, regions, actor, at, "SIGN_RECOMMENDATION", "publication", input.publication(), one);
            if (!findings.isEmpty()) return new Acts.Outcome(input.publication(), findings);
            Sql.writeOne(tx, "update publication set joint_opinion = ?, joint_at = ? where id = ?", input.opinion(), at, input.publication());
            Moved.to(tx, actor, seen, seen.stage(), "SIGN_RECOMMENDATION", at, Map.of("publication", input.publication(), "opinion", input.opinion(),
                    "clauses", seen.joint().map(Stop.Joint::clause).map(clause -> List.of(clause.id())).orElse(List.of())));
            return new Acts.Outcome(input.publication(), List.of());
        });
    }

    /** Whoever recommends is not who signed for the other unit: two units recommend by two people (X24-3.1.2). Empty where nobody signed yet, or they are two. */
    static Optional<Finding> alone(Connection tx, OnItsWay seen, Viewer actor) throws SQLException {
        if (!seen.publication().signed()) return Optional.empty();
        var other = Sql.one(tx, row -> row.getObject(1, UUID.class), SIGNED, seen.id(), seen.publication().jointWith());
        var oneself = other.isEmpty() ? Optional.<Oneself>empty() : Oneself.of(tx, actor, other.get());
        return oneself.map(one -> {
            var refused = one.refusal("recommendation.same-person", seen.joint().map(Stop.Joint::clause).orElse(seen.clause()), Text.of("会同单位由同一人签署", "the same person signed for the other unit"), "input.dossier");
            return one != Oneself.SAME ? refused : refused.remedy(Text.of("由本单位另一人的账号推荐", "an account of somebody else in one's unit recommends"), null);
        });
    }

    private static List<Finding> findings(OnItsWay seen, Viewer actor, String opinion, Instant at) {
        var clause = seen.joint().map(Stop.Joint::clause).orElse(seen.clause());
        var own = seen.own(clause);
        if (own.isPresent()) return List.of(own.get());
        if (actor.organisation() == null || !actor.organisation().equals(seen.publication().jointWith()))
            return List.of(Finding.refusal(FOREIGN, clause, Text.of("由会同推荐的单位签署", "the unit that recommends jointly signs"), Text.of("本单位不是", "one's unit does not"), "input.publication"));
        if (seen.publication().signed())
            return List.of(Finding.refusal("signature.twice", clause, Text.of("签署一次", "signed once"), Text.of("已签署", "it is signed"), "input.publication"));
        var findings = new ArrayList<>(RecommendDossier.published(seen, seen.publication(), at));
        findings.addAll(RecommendDossier.words(seen, opinion));
        return findings;
    }
}
