package zhicheng.server.dossier;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import zhicheng.server.account.Viewer;
import zhicheng.server.database.Sql;
import zhicheng.server.eligibility.Finding;
import zhicheng.server.file.CaseFiles;
import zhicheng.server.file.FileChecks;
import zhicheng.server.file.FileDescription;
import zhicheng.server.file.FileSettings;
import zhicheng.server.file.FileStore;
import zhicheng.server.file.Room;
import zhicheng.server.trail.Acts;

/**
 * Somebody has brought a file: its bytes are looked at, and where they are what he declared the file hangs on its achievement (J24-3.2), complaint or entry of the
 * register (X24-8.5, J24-4.3). Where they are not, everything that differs is said and what he brought is thrown away. A file that was received already stays so.
 */
@Singleton
public final class CompleteUpload {
    private static final String DECLARED = "select id, name, size, type, sha256, received_at from evidence_file where id = ? and person = ?";

    private final Acts acts;
    private final FileStore store;
    private final FileSettings settings;
    private final TransactionOperations<Connection> transactions;

    CompleteUpload(Acts acts, FileStore store, FileSettings settings, TransactionOperations<Connection> transactions) {
        this.acts = acts;
        this.store = store;
        this.settings = settings;
        this.transactions = transactions;
    }

    /** @param file as requestUpload named it */
    public record Input(String key, UUID file) {}

    /**
     * What was found at a file's address before anything is decided: no lock is held while bytes are looked at.
     *
     * @param declared what was known of the file then; null where there was nothing to look for
     * @param wrong how the bytes differ; null where there were none
     */
    private record Looked(FileDescription declared, List<Finding> wrong) {}

    public Acts.Outcome perform(Viewer actor, Instant at, Input input) {
        if (actor.applicant() == null && !actor.isAny(CaseFiles.BRING)) return Acts.Outcome.refused(Refusals.noPerson());
        try {
            var declared = declared(actor, input.file()).filter(file -> !file.received());
            var looked = declared.isEmpty() ? new Looked(null, null) : look(declared.get());
            var outcome = acts.perform(actor, at, "completeUpload", input.key(), Map.of("file", input.file()), List.of(), tx -> decide(tx, actor, at, input.file(), looked));
            if (outcome.subject() != null && outcome.findings().isEmpty() || looked.wrong() != null && !looked.wrong().isEmpty()) store.forget(input.file());
            return outcome;
        } catch (IOException e) {
            throw new UncheckedIOException("the store of files does not do what it should", e);
        }
    }

    private Looked look(FileDescription declared) throws IOException {
        var arrived = store.arrived(declared.id(), declared.size());
        if (arrived.isEmpty()) return new Looked(declared, null);
        try (var arrival = arrived.get()) {
            var wrong = FileChecks.came(declared, arrival.content(), settings);
            if (wrong.isEmpty()) store.keep(arrival);
            return new Looked(declared, wrong);
        }
    }

    private Acts.Outcome decide(Connection tx, Viewer actor, Instant at, UUID id, Looked looked) throws SQLException {
        var of = CaseFiles.of(tx, actor, id).orElse(null);
        if (of == null) Sql.one(tx, row -> row.getObject(1), "select id from person where id = ? for no key update", actor.applicant());
        var now = (of == null ? Sql.one(tx, CaseFiles::file, DECLARED, id, actor.applicant()) : CaseFiles.described(tx, id)).orElse(null);
        if (now == null) return Acts.Outcome.refused(Refusals.noFile(id, "input.file"));
        if (now.received()) return new Acts.Outcome(id, List.of());
        if (looked.wrong() == null || !now.equals(looked.declared())) return new Acts.Outcome(id, List.of(Refusals.notBrought(id, "input.file")));
        if (!looked.wrong().isEmpty()) return new Acts.Outcome(id, looked.wrong());
        if (of != null) return of.over().isPresent() ? new Acts.Outcome(id, List.of(of.over().get())) : CaseFiles.receive(tx, actor, at, of, now, settings);
        var achievement = Sql.one(tx, row -> row.getObject(1, UUID.class), "select achievement from evidence_file where id = ?", id).orElseThrow();
        var full = Stream.of(Room.ofAchievement(tx, settings, at, achievement, id).refusesReceived(1, "input.file"), Room.ofPerson(tx, settings, at, actor.applicant(), id).refusesReceived(now.size(), "input.file"))
                .flatMap(Optional::stream).toList();
        if (!full.isEmpty()) return new Acts.Outcome(id, full);
        var entry = Acts.entry(actor, "RECEIVE_FILE", at, Map.of("file", id, "size", now.size(), "type", now.type(), "sha256", now.sha256(), "clauses", List.of("J24-3.2")));
        Sql.writeOne(tx, """
                with received as (update evidence_file set received_at = ? where id = ? returning achievement),
                grown as (update achievement set version = version + 1 where id in (select achievement from received) returning person),
                changed as (update person set trail_seq = trail_seq + 1, trail_head = sha256(trail_head || ?) where id in (select person from grown) returning *)
                insert into trail (subject, seq, at, head, entry) select id, trail_seq, ?, trail_head, ? from changed""", at, id, entry, at, entry);
        return new Acts.Outcome(id, List.of());
    }

    private Optional<FileDescription> declared(Viewer actor, UUID id) {
        return transactions.executeRead(status -> {
            try {
                var tx = status.getConnection();
                var own = Sql.one(tx, CaseFiles::file, DECLARED, id, actor.applicant());
                return own.isPresent() ? own : CaseFiles.looked(tx, actor, id);
            } catch (SQLException e) {
                throw new IllegalStateException("the file could not be read", e);
            }
        });
    }
}
