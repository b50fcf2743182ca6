package zhicheng.server.dossier;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import zhicheng.server.account.Viewer;
import zhicheng.server.database.Sql;
import zhicheng.server.file.CaseFiles;
import zhicheng.server.file.VisibleFiles;
import zhicheng.server.trail.Acts;
import zhicheng.server.trail.Chain;

/** Somebody is told where to take a file from that he may see. Where he does not do so as whose dossier carries it, that is written into the dossier's trail before he is told; of a file that proves a complaint or an entry of the register it always is. */
@Singleton
public final class RequestDownload {
    private final Acts acts;
    private final VisibleFiles files;

    RequestDownload(Acts acts, VisibleFiles files) {
        this.acts = acts;
        this.files = files;
    }

    /** @param file of one's own store, carried by a dossier that one sees, or of a complaint or an entry of the register that one sees */
    public record Input(String key, UUID file) {}

    public Acts.Outcome perform(Viewer actor, Instant at, Input input) {
        var file = files.of(input.file(), actor, at).orElse(null);
        return acts.perform(actor, at, "requestDownload", input.key(), Map.of("file", input.file()), List.of(), tx -> {
            if (file == null) return Acts.Outcome.refused(Refusals.noFile(input.file(), "input.file"));
            if (!file.received()) return Acts.Outcome.refused(Refusals.notBrought(input.file(), "input.file"));
            var others = Sql.one(tx, row -> row.getObject(1, UUID.class), "select d.id from dossier d join dossier_file f on f.dossier = d.id where f.id = ? and d.applicant is distinct from ?::uuid",
                    input.file(), actor.applicant()).orElse(null);
            if (others != null) {
                var entry = Acts.entry(actor, "TAKE_FILE", at, Map.of("file", input.file(), "sha256", file.sha256(), "clauses", List.of())); // no notice asks for it
                Chain.DOSSIER.add(tx, others, entry, at);
            }
            CaseFiles.taken(tx, actor, at, file);
            return new Acts.Outcome(input.file(), List.of());
        });
    }
}
