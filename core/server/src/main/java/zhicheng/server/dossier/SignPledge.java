package zhicheng.server.dossier;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import zhicheng.server.account.Viewer;
import zhicheng.server.database.Sql;
import zhicheng.server.eligibility.Finding;
import zhicheng.server.region.Regions;
import zhicheng.server.trail.Acts;
import zhicheng.server.trail.Json;
import zhicheng.spi.Text;

/** An applicant signs the pledge (诚信承诺书, X24-annex2, X24-5.1, J24-4.1) for one version of his dossier; a later change wants a new signature. */
@Singleton
public final class SignPledge {
    private final Acts acts;
    private final Regions regions;
    private final Since since;

    SignPledge(Acts acts, Regions regions, Since since) {
        this.acts = acts;
        this.regions = regions;
        this.since = since;
    }

    /** @param words the pledge as it was shown to him, to the letter */
    public record Input(String key, UUID dossier, int version, String words) {}

    public Acts.Outcome perform(Viewer actor, Instant at, Input input) {
        return acts.perform(actor, at, "signPledge", input.key(), Map.of("dossier", input.dossier(), "version", input.version(), "words", input.words()), List.of(), tx -> {
            var seen = SeenDossier.locked(tx, input.dossier(), actor.person()).orElse(null);
            if (seen == null) return Acts.Outcome.refused(Refusals.noDossier(input.dossier()));
            if (!seen.stage().equals("DRAFT") && !seen.stage().equals("RETURNED")) return new Acts.Outcome(seen.id(), List.of(Refusals.noDraft(seen.stage())));
            if (seen.version() != input.version()) return new Acts.Outcome(seen.id(), List.of(since.ofDossier(tx, seen.id(), input.version(), seen.version())));
            var edition = seen.edition(regions).orElse(null);
            if (edition == null) return new Acts.Outcome(seen.id(), List.of(Refusals.noEdition(seen.region(), seen.claim().year())));
            var pledge = Pledges.filled(edition, seen.employer(), seen.title());
            if (!pledge.words().equals(input.words()))
                return new Acts.Outcome(seen.id(), List.of(Finding.refusal("pledge.words", pledge.clause(),
                        Text.of("与所示承诺书一字不差", "the pledge as shown, to the letter"), Text.of("文字不同", "other words"), "input.words")));
            var hash = Json.sha256(input.words().getBytes(StandardCharsets.UTF_8));
            if (Sql.one(tx, row -> true, "select 1 from pledge_signature where dossier = ? and version = ?", seen.id(), seen.version()).isPresent()) return new Acts.Outcome(seen.id(), List.of());
            var entry = Acts.entry(actor, "SIGN_PLEDGE", at, Map.of("version", seen.version(), "words", HexFormat.of().formatHex(hash), "neutral", pledge.neutral(),
                    "signed", Json.change(false, true), "clauses", pledge.clause() == null ? edition.edition().notices() : List.of(pledge.clause().id())));
            Sql.writeOne(tx, """
                    with changed as (update dossier set trail_seq = trail_seq + 1, trail_head = sha256(trail_head || ?) where id = ? returning *),
                    signed as (insert into pledge_signature (dossier, version, clause, words, words_hash, signed_at, account) select id, ?, ?, ?, ?, ?, ? from changed)
                    insert into trail (subject, seq, at, head, entry) select id, trail_seq, ?, trail_head, ? from changed""",
                    entry, seen.id(), seen.version(), pledge.neutral() ? null : pledge.clause().id(), pledge.words(), hash, at, actor.account(), at, entry);
            return new Acts.Outcome(seen.id(), List.of());
        });
    }
}
