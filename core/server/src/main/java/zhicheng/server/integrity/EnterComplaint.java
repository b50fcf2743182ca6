package zhicheng.server.integrity;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import zhicheng.server.Names;
import zhicheng.server.account.Viewer;
import zhicheng.server.database.Sql;
import zhicheng.server.eligibility.Finding;
import zhicheng.server.eligibility.Words;
import zhicheng.server.region.Regions;
import zhicheng.server.trail.Acts;
import zhicheng.server.trail.Chain;
import zhicheng.server.trail.SealedChanges;
import zhicheng.spi.Integrity.Inquiry;
import zhicheng.spi.Text;

/**
 * Whoever has to look into complaints (信访、举报投诉) enters one: about whom, concerning which application, what is said, by whom where he gave his name (X24-8.5,
 * J24-4.3). From then on nothing that it concerns is recommended or handed on until it is concluded. Whom it is about is not told.
 */
@Singleton
public final class EnterComplaint {
    private static final int LONGEST = 4000;
    private static final int LONGEST_NAME = 100;

    private final Acts acts;
    private final Regions regions;
    private final SealedChanges sealed;

    EnterComplaint(Acts acts, Regions regions, SealedChanges sealed) {
        this.acts = acts;
        this.regions = regions;
        this.sealed = sealed;
    }

    /** @param dossier the application that it concerns; null: all of his that are on their way; @param by who complained; null: nobody gave his name */
    public record Input(String key, UUID about, UUID dossier, String by, String says) {}

    public Acts.Outcome perform(Viewer actor, Instant at, Input input) {
        var asked = new LinkedHashMap<String, Object>();
        asked.put("about", input.about());
        asked.put("dossier", input.dossier());
        asked.put("by", input.by());
        asked.put("says", input.says());
        return acts.perform(actor, at, "enterComplaint", input.key(), asked, List.of(), tx -> {
            var region = Entries.region(tx, actor).orElse(null);
            var about = region == null ? null : Entries.known(tx, region, input.about(), input.dossier()).orElse(null);
            if (about == null) return Acts.Outcome.refused(Entries.noPerson(input.about(), "input.about"));
            var own = Entries.oneself(tx, actor, about);
            if (own.isPresent()) return Acts.Outcome.refused(own.get());
            var clause = ConcludeComplaint.inquiry(regions, region).map(Inquiry::clause).orElse(null);
            var findings = new ArrayList<>(Words.problems("complaint.says", clause, Text.of("反映的问题", "what is brought forward"), input.says(), LONGEST, "input.says"));
            if (input.by() != null) findings.addAll(Words.nameProblems("complaint.by", clause, Text.of("反映人", "who brings it forward"), input.by(), LONGEST_NAME, "input.by"));
            if (input.dossier() != null && Sql.one(tx, row -> true, """
                    select 1 from dossier where id = ? and applicant = ? and region = ? and submitted_at is not null and deleted_at is null""", input.dossier(), input.about(), region).isEmpty())
                findings.add(Finding.refusal("dossier.not-found", null, Text.of("此人已报送的申报材料", "a dossier that this person has handed in"), Text.of("没有 " + input.dossier(), "there is none called " + input.dossier()), "input.dossier"));
            if (!findings.isEmpty()) return new Acts.Outcome(null, findings);
            var id = UUID.randomUUID();
            var by = input.by() == null ? null : Names.kept(input.by());
            Sql.writeOne(tx, "insert into complaint (id, region, about, dossier, unit, by_name, says, received_at) values (?, ?, ?, ?, ?, ?, ?, ?)",
                    id, region, about, input.dossier(), actor.organisation(), by, input.says(), at);
            var said = new LinkedHashMap<String, Object>();
            said.put("about", about.toString());
            said.put("dossier", input.dossier() == null ? null : input.dossier().toString());
            said.put("by", by);
            said.put("says", input.says());
            Chain.COMPLAINT.add(tx, id, Acts.entry(actor, "ENTER_COMPLAINT", at, Entries.cited(sealed.of(id, Map.of(), said), ConcludeComplaint.inquiry(regions, region))), at);
            return new Acts.Outcome(id, List.of());
        });
    }
}
