package zhicheng.server.graphql;

import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import zhicheng.server.dossier.ArrangeFiles;
import zhicheng.server.dossier.CompleteUpload;
import zhicheng.server.dossier.RequestDownload;
import zhicheng.server.dossier.RequestUpload;
import zhicheng.server.file.Download;
import zhicheng.server.file.FileAddresses;
import zhicheng.server.file.FileDescription;
import zhicheng.server.file.Upload;
import zhicheng.server.file.VisibleFiles;
import zhicheng.server.read.Nouns;
import zhicheng.server.read.Reader;
import zhicheng.server.trail.Acts;

/** Evidence files as they are brought, put in order and taken: each mutation by the command of its name. An address is made afresh for each answer, and kept nowhere. */
@Singleton
final class EvidenceFields implements Wires {
    private final ReadFields rows;
    private final VisibleFiles files;
    private final FileAddresses addresses;
    private final RequestUpload requestUpload;
    private final CompleteUpload completeUpload;
    private final ArrangeFiles arrangeFiles;
    private final RequestDownload requestDownload;

    EvidenceFields(ReadFields rows, VisibleFiles files, FileAddresses addresses, RequestUpload requestUpload, CompleteUpload completeUpload, ArrangeFiles arrangeFiles, RequestDownload requestDownload) {
        this.rows = rows;
        this.files = files;
        this.addresses = addresses;
        this.requestUpload = requestUpload;
        this.completeUpload = completeUpload;
        this.arrangeFiles = arrangeFiles;
        this.requestDownload = requestDownload;
    }

    @Override
    public void wire(RuntimeWiring.Builder wiring) {
        wiring.type("Mutation", type -> type
                .dataFetcher("requestUpload", this::requestUpload)
                .dataFetcher("completeUpload", this::completeUpload)
                .dataFetcher("arrangeFiles", this::arrangeFiles)
                .dataFetcher("requestDownload", this::requestDownload));
        payload(wiring, "RequestUploadPayload", "evidenceFile", rows.byId(Nouns.EVIDENCE_FILE, EvidenceFields::subject));
        payload(wiring, "CompleteUploadPayload", "evidenceFile", rows.byId(Nouns.EVIDENCE_FILE, EvidenceFields::subject));
        payload(wiring, "ArrangeFilesPayload", "achievement", rows.byId(Nouns.ACHIEVEMENT, EvidenceFields::subject));
        payload(wiring, "RequestDownloadPayload", "download", this::download);
        wiring.type("RequestUploadPayload", type -> type.dataFetcher("upload", this::upload));
        RegionFields.reads(wiring, "UploadAddress", Upload.class);
        RegionFields.reads(wiring, "UploadHeader", Upload.Header.class);
        RegionFields.reads(wiring, "DownloadAddress", Download.class);
    }

    private static void payload(RuntimeWiring.Builder wiring, String type, String object, DataFetcher<?> read) {
        wiring.type(type, one -> one.dataFetcher(object, read).dataFetcher("findings", field -> field.<Acts.Outcome>getSource().findings()));
    }

    private static UUID subject(DataFetchingEnvironment field) {
        return field.<Acts.Outcome>getSource().subject();
    }

    private Acts.Outcome requestUpload(DataFetchingEnvironment field) {
        Map<String, Object> input = field.getArgument("input");
        return requestUpload.perform(Asked.by(field), Asked.at(field), new RequestUpload.Input((String) input.get("key"), Reader.id((String) input.get("achievement")), (String) input.get("name"),
                (String) input.get("label"), (Integer) input.get("size"), (String) input.get("type"), (String) input.get("sha256")));
    }

    private Acts.Outcome completeUpload(DataFetchingEnvironment field) {
        Map<String, Object> input = field.getArgument("input");
        return completeUpload.perform(Asked.by(field), Asked.at(field), new CompleteUpload.Input((String) input.get("key"), Reader.id((String) input.get("file"))));
    }

    @SuppressWarnings("unchecked")
    private Acts.Outcome arrangeFiles(DataFetchingEnvironment field) {
        Map<String, Object> input = field.getArgument("input");
        return arrangeFiles.perform(Asked.by(field), Asked.at(field), new ArrangeFiles.Input((String) input.get("key"), Reader.id((String) input.get("achievement")), (Integer) input.get("version"),
                ((List<Map<String, Object>>) input.get("files")).stream().map(one -> new ArrangeFiles.One(Reader.id((String) one.get("file")), (String) one.get("label"))).toList()));
    }

    private Acts.Outcome requestDownload(DataFetchingEnvironment field) {
        Map<String, Object> input = field.getArgument("input");
        return requestDownload.perform(Asked.by(field), Asked.at(field), new RequestDownload.Input((String) input.get("key"), Reader.id((String) input.get("file"))));
    }

    /** Null where the bytes are there already. */
    private Upload upload(DataFetchingEnvironment field) {
        return accepted(field).filter(file -> !file.received()).map(file -> addresses.upload(file, Asked.by(field))).orElse(null);
    }

    private Download download(DataFetchingEnvironment field) {
        return accepted(field).filter(FileDescription::received).map(file -> addresses.download(file, Asked.by(field))).orElse(null);
    }

    /** The file of an outcome that is no refusal, as the caller may see it now. */
    private Optional<FileDescription> accepted(DataFetchingEnvironment field) {
        Acts.Outcome outcome = field.getSource();
        return outcome.subject() == null || !outcome.findings().isEmpty() ? Optional.empty() : files.of(outcome.subject(), Asked.by(field));
    }
}
