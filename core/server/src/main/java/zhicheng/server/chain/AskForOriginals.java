package zhicheng.server.chain;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import zhicheng.server.account.Viewer;
import zhicheng.server.database.Sql;
import zhicheng.server.eligibility.Finding;
import zhicheng.server.message.Messages;
import zhicheng.server.region.Regions;
import zhicheng.server.trail.Acts;
import zhicheng.spi.Text;

/** A reviewer asks an applicant for originals to be checked (J24-3.4): until they were, and agree with what was uploaded, the dossier is not handed on. */
@Singleton
public final class AskForOriginals {
    private static final int LONGEST = 2000;

    private final Acts acts;
    private final Regions regions;

    AskForOriginals(Acts acts, Regions regions) {
        this.acts = acts;
        this.regions = regions;
    }

    /** @param says which originals, and where they are to be brought */
    public record Input(String key, UUID dossier, int version, String says) {}

    public Acts.Outcome perform(Viewer actor, Instant at, Input input) {
        return acts.perform(actor, at, "askForOriginals", input.key(), Map.of("dossier", input.dossier(), "version", input.version(), "says", input.says()), List.of(), tx -> {
            var seen = OnItsWay.locked(tx, regions, input.dossier(), actor).orElse(null);
            if (seen == null) return Strangers.refused(tx, regions, actor, at, Way.ASK_ORIGINALS, input.dossier());
            var findings = new ArrayList<>(seen.against(tx, Way.ASK_ORIGINALS, actor, input.version(), at));
            findings.addAll(Particulars.reviewers("originals.says", seen.clause(), Text.of("哪些原件", "which originals"), input.says(), LONGEST, "input.says"));
            if (!findings.isEmpty()) return new Acts.Outcome(seen.id(), findings);
            Moved.begun(tx, actor, seen, at);
            var id = UUID.randomUUID();
            Sql.writeOne(tx, "insert into originals (id, dossier, step, unit, says, clause, asked_at) values (?, ?, ?, ?, ?, ?, ?)",
                    id, seen.id(), Moved.step(tx, seen), actor.organisation(), input.says(), seen.clause() == null ? null : seen.clause().id(), at);
            Moved.to(tx, actor, seen, seen.stage(), "ASK_ORIGINALS", at, Map.of("originals", id, "says", input.says()));
            Messages.write(tx, seen.applicant(), Messages.Kind.ORIGINALS_ASKED, id, seen.id(), seen.clause(),
                    Text.of("“" + seen.title() + "”申报材料须核验原件：" + Finding.cut(input.says()), "for “" + seen.title() + "” originals are asked for: " + Finding.cut(input.says())), at, null);
            return new Acts.Outcome(seen.id(), List.of());
        });
    }
}
