package zhicheng.server.file;

import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import zhicheng.server.account.Viewer;
import zhicheng.server.read.Given;
import zhicheng.server.read.Noun;
import zhicheng.server.read.Nouns;
import zhicheng.server.read.Reader;
import zhicheng.server.read.Selection;

/** A file as somebody may see it: in his own store, carried by a dossier that he sees, or of a case that he looks into. What he may not see is not there. */
@Singleton
@Requires(beans = Reader.class)
public final class VisibleFiles {
    private final Reader reader;

    VisibleFiles(Reader reader) {
        this.reader = reader;
    }

    /** @param id of an EvidenceFile, a DossierFile or a CaseFile. Waits. */
    public Optional<FileDescription> of(UUID id, Viewer viewer, Instant at) {
        var asked = new Given.Request(viewer, at);
        return in(Nouns.EVIDENCE_FILE, id, asked, "receivedAt").or(() -> in(Nouns.DOSSIER_FILE, id, asked, "place")).or(() -> in(Nouns.CASE_FILE, id, asked, "receivedAt"));
    }

    /** @param received a field that is there where its bytes are */
    private Optional<FileDescription> in(Noun noun, UUID id, Given.Request asked, String received) {
        return reader.byId(noun, id, Selection.fields("name", "size", "type", "sha256", received), asked)
                .map(row -> new FileDescription(id, (String) row.get("name"), size(row), (String) row.get("type"), (String) row.get("sha256"), row.get(received) != null));
    }

    private static long size(Map<String, Object> row) {
        return ((Number) row.get("size")).longValue();
    }
}
