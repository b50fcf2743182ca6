package zhicheng.server.dossier;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import zhicheng.server.account.Viewer;
import zhicheng.server.database.Sql;
import zhicheng.server.eligibility.Evaluator;
import zhicheng.server.eligibility.Told;
import zhicheng.server.region.LoadedEdition;
import zhicheng.server.region.Regions;
import zhicheng.server.trail.Acts;
import zhicheng.server.trail.Json;
import zhicheng.server.trail.SealedChanges;
import zhicheng.spi.Claim;
import zhicheng.spi.Question;

/** An applicant changes his draft, or mends what was returned to him ({@link Mending}): what he applies for, what he tells of himself, or both. Two tabs cannot overwrite one another. */
@Singleton
public final class EditDossier {
    private final Acts acts;
    private final Regions regions;
    private final Evaluator evaluator;
    private final SealedChanges changes;

    EditDossier(Acts acts, Regions regions, Evaluator evaluator, SealedChanges changes) {
        this.acts = acts;
        this.regions = regions;
        this.evaluator = evaluator;
        this.changes = changes;
    }

    /**
     * @param claim null: stays as it is; its year is the dossier's own
     * @param facts replaces what was told, in the shape of {@code CaseInput}; null: stays as it is
     * @param fromProfile takes what the profile tells now, instead of {@code facts}
     */
    public record Input(String key, UUID dossier, int version, Claim claim, Map<String, Object> facts, boolean fromProfile) {}

    public Acts.Outcome perform(Viewer actor, Instant at, Input input) {
        var asked = new LinkedHashMap<String, Object>();
        asked.put("dossier", input.dossier());
        asked.put("version", input.version());
        asked.put("claim", input.claim() == null ? null : ComposeDossier.json(input.claim()));
        asked.put("facts", input.facts());
        asked.put("fromProfile", input.fromProfile());
        return acts.perform(actor, at, "editDossier", input.key(), asked, List.of(), tx -> {
            var seen = SeenDossier.locked(tx, input.dossier(), actor.person()).orElse(null);
            if (seen == null) return Acts.Outcome.refused(Refusals.noDossier(input.dossier()));
            var mending = Mending.of(tx, seen);
            if (!seen.stage().equals("DRAFT") && mending.isEmpty()) return new Acts.Outcome(seen.id(), List.of(Refusals.noDraft(seen.stage())));
            var claim = input.claim() == null ? seen.claim()
                    : new Claim(seen.claim().year(), input.claim().series(), input.claim().specialty(), input.claim().level().or(seen.claim()::level), input.claim().category(), input.claim().channel());
            var facts = input.fromProfile() ? seen.profile() : input.facts() == null ? seen.draft() : input.facts();
            if (seen.version() != input.version()) return new Acts.Outcome(seen.id(), List.of(Conflict.ofDossier(input.version(), seen.version(), all(seen.claim(), seen.draft()), all(claim, facts))));
            var edition = seen.edition(regions).orElse(null);
            if (edition == null) return new Acts.Outcome(seen.id(), List.of(Refusals.noEdition(seen.region(), seen.claim().year())));
            var draft = Drafts.check(claim, facts, evaluator, edition, at);
            var problems = new ArrayList<>(draft.problems());
            if (input.facts() != null) {
                problems.addAll(Told.unasked(facts, asked(seen, edition)));
                problems.addAll(Told.assessedTwice(facts));
            }
            var late = mending.flatMap(one -> one.late(at));
            late.ifPresent(problems::add);
            if (mending.isPresent()) problems.addAll(mending.get().against(seen, claim, facts, late.isPresent() ? null : Restorable.withdrawal(tx, seen.id(), at).instead()));
            if (!problems.isEmpty()) return new Acts.Outcome(seen.id(), problems);
            var more = new LinkedHashMap<>(changes.of(seen.id(), seen.draft(), facts));
            more.put("version", seen.version() + 1);
            more.put("claim", Json.change(ComposeDossier.json(seen.claim()), ComposeDossier.json(claim)));
            more.put("facts", input.fromProfile() ? "profile" : input.facts() == null ? "unchanged" : "told");
            more.put("clauses", edition.edition().notices());
            var entry = Acts.entry(actor, "EDIT", at, more);
            var title = Titles.of(claim, regions, edition);
            if (mending.isPresent()) {
                mending.get().begin(tx, seen, at);
                Sql.writeOne(tx, "update dossier_mending set specialty = ?, title = ?, draft = ?::jsonb, education_tenths = ? where dossier = ?",
                        claim.specialty().orElse(null), title, Json.text(facts), draft.educationTenths(), seen.id());
                NextVersion.write(tx, seen, entry, at);
            } else
                Sql.writeOne(tx, """
                        with changed as (
                            update dossier set series = ?, specialty = ?, level = ?, category = ?, channel = ?, title = ?, employer = ?, version = version + 1, updated_at = ?,
                                   draft = ?::jsonb, education_tenths = ?, trail_seq = trail_seq + 1, trail_head = sha256(trail_head || ?)
                            where id = ? and version = ? returning *)
                        insert into trail (subject, seq, at, head, entry) select id, trail_seq, ?, trail_head, ? from changed""",
                        claim.series(), claim.specialty().orElse(null), claim.level().orElseThrow().name(), claim.category(), claim.channel().orElse(null), title,
                        Through.unit(tx, seen.applicant(), edition, claim), at, Json.text(facts), draft.educationTenths(), entry, seen.id(), seen.version(), at, entry);
            return new Acts.Outcome(seen.id(), List.of());
        });
    }

    /** What is applied for and what is told, by name. */
    private static Map<String, Object> all(Claim claim, Map<String, Object> facts) {
        var all = new LinkedHashMap<>(facts);
        ComposeDossier.json(claim).forEach((name, value) -> all.put("claim." + name, value));
        return all;
    }

    /** The questions that may be answered: the edition's, and those for other regions whose answers came into the draft from the profile. */
    private static SortedSet<String> asked(SeenDossier seen, LoadedEdition edition) {
        return Stream.concat(edition.edition().questions().stream().map(Question::id), Told.questions(seen.draft()).stream()).collect(Collectors.toCollection(TreeSet::new));
    }
}
