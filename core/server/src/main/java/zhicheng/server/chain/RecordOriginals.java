package zhicheng.server.chain;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import zhicheng.server.account.Viewer;
import zhicheng.server.database.Sql;
import zhicheng.server.eligibility.Finding;
import zhicheng.server.region.Regions;
import zhicheng.server.trail.Acts;
import zhicheng.spi.Text;

/**
 * The unit that asked for originals records what the check found (J24-3.4), and where the paper is kept for later checks (J24-3.3). Checked again, the later check counts, by itself or of what was asked for
 * again in the same words; the earlier one stays to be seen. What is recorded holds where the dossier lies now.
 */
@Singleton
public final class RecordOriginals {
    private static final int LONGEST = 2000;

    private final Acts acts;
    private final Regions regions;

    RecordOriginals(Acts acts, Regions regions) {
        this.acts = acts;
        this.regions = regions;
    }

    /** @param originals what was asked for, or the latest check of it; @param whereKept null: the paper was given back */
    public record Input(String key, UUID dossier, int version, UUID originals, boolean agree, String found, String whereKept) {}

    private record Before(String says, boolean checked) {}

    public Acts.Outcome perform(Viewer actor, Instant at, Input input) {
        var asked = new LinkedHashMap<String, Object>();
        asked.put("dossier", input.dossier());
        asked.put("version", input.version());
        asked.put("originals", input.originals());
        asked.put("agree", input.agree());
        asked.put("found", input.found());
        asked.put("whereKept", input.whereKept());
        return acts.perform(actor, at, "recordOriginals", input.key(), asked, List.of(), tx -> {
            var seen = OnItsWay.locked(tx, regions, input.dossier(), actor).orElse(null);
            if (seen == null) return Strangers.refused(tx, regions, actor, at, Way.RECORD_ORIGINALS, input.dossier());
            var findings = new ArrayList<>(seen.against(tx, Way.RECORD_ORIGINALS, actor, input.version(), at));
            findings.addAll(Particulars.reviewers("originals.found", seen.clause(), Text.of("核查情况", "what was found"), input.found(), LONGEST, "input.found"));
            if (input.whereKept() != null) findings.addAll(Particulars.reviewers("originals.kept", seen.clause(), Text.of("留存的地方", "where it is kept"), input.whereKept(), LONGEST, "input.whereKept"));
            var before = Sql.one(tx, row -> new Before(row.getString("says"), row.getBoolean("checked")),
                    "select says, checked_at is not null as checked from originals where id = ? and dossier = ? and unit = ? and superseded_at is null", input.originals(), seen.id(), actor.organisation()).orElse(null);
            if (findings.isEmpty() && before == null)
                findings.add(Finding.refusal("originals.not-found", seen.clause(), Text.of("本单位要求提供的原件，以最近一次核查为准", "originals that one's unit asked for, as they were checked last"),
                        Text.of("没有 " + input.originals(), "there are none called " + input.originals()), "input.originals"));
            if (!findings.isEmpty()) return new Acts.Outcome(seen.id(), findings);
            Moved.begun(tx, actor, seen, at);
            var id = before.checked() ? UUID.randomUUID() : input.originals();
            if (before.checked())
                Sql.writeOne(tx, "insert into originals (id, dossier, step, unit, says, clause, asked_at) select ?, dossier, step, unit, says, clause, asked_at from originals where id = ?", id, input.originals());
            Sql.writeOne(tx, "update originals set agree = ?, found = ?, where_kept = ?, checked_at = ?, step = ? where id = ?", input.agree(), input.found(), input.whereKept(), at, Moved.step(tx, seen), id);
            Sql.write(tx, "update originals set superseded_at = ? where dossier = ? and unit = ? and says = ? and id <> ? and checked_at is not null and superseded_at is null", at, seen.id(), actor.organisation(), before.says(), id);
            var told = new LinkedHashMap<String, Object>();
            told.put("originals", id);
            told.put("agree", input.agree());
            told.put("found", input.found());
            told.put("whereKept", input.whereKept());
            Moved.to(tx, actor, seen, seen.stage(), "RECORD_ORIGINALS", at, told);
            return new Acts.Outcome(seen.id(), List.of());
        });
    }
}
