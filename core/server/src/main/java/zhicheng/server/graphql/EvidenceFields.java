package zhicheng.server.graphql;

import static zhicheng.server.graphql.Mutations.act;
import static zhicheng.server.graphql.Mutations.id;
import static zhicheng.server.graphql.Mutations.text;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    @SuppressWarnings("unchecked") // as the schema has it
    public void wire(RuntimeWiring.Builder wiring) {
        wiring.type("Mutation", type -> type
                .dataFetcher("requestUpload", act((viewer, at, input) -> requestUpload.perform(viewer, at,
                        new RequestUpload.Input(text(input, "key"), id(input, "achievement"), id(input, "complaint"), id(input, "integrityEntry"), text(input, "name"), text(input, "label"), (Integer) input.get("size"),
                                text(input, "type"), text(input, "sha256")))))
                .dataFetcher("completeUpload", act((viewer, at, input) -> completeUpload.perform(viewer, at, new CompleteUpload.Input(text(input, "key"), id(input, "file")))))
                .dataFetcher("arrangeFiles", act((viewer, at, input) -> arrangeFiles.perform(viewer, at,
                        new ArrangeFiles.Input(text(input, "key"), id(input, "achievement"), (Integer) input.get("version"), ((List<Map<String, Object>>) input.get("files")).stream()
                                .map(one -> new ArrangeFiles.One(id(one, "file"), text(one, "label"))).toList()))))
                .dataFetcher("requestDownload", act((viewer, at, input) -> requestDownload.perform(viewer, at, new RequestDownload.Input(text(input, "key"), id(input, "file"))))));
        for (var name : List.of("RequestUpload", "CompleteUpload")) {
            Mutations.payload(wiring, name, "evidenceFile", rows, Nouns.EVIDENCE_FILE);
            wiring.type(name + "Payload", type -> type.dataFetcher("caseFile", Mutations.row(rows, Nouns.CASE_FILE)));
        }
        Mutations.payload(wiring, "ArrangeFiles", "achievement", rows, Nouns.ACHIEVEMENT);
        Mutations.payload(wiring, "RequestDownload", "download", this::download);
        wiring.type("RequestUploadPayload", type -> type.dataFetcher("upload", this::upload));
        RegionFields.reads(wiring, "UploadAddress", Upload.class);
        RegionFields.reads(wiring, "UploadHeader", Upload.Header.class);
        RegionFields.reads(wiring, "DownloadAddress", Download.class);
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
        return outcome.subject() == null || !outcome.findings().isEmpty() ? Optional.empty() : files.of(outcome.subject(), Asked.by(field), Asked.at(field));
    }
}
