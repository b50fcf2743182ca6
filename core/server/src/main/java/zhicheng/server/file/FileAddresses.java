package zhicheng.server.file;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import zhicheng.server.account.Viewer;

/** Where somebody brings a file to or takes it from: good for a short time, and for him. */
@Singleton
public final class FileAddresses {
    private static final String TYPE = "Content-Type";

    private final FileStore store;
    private final SignedAddresses addresses;
    private final FileSettings settings;

    FileAddresses(FileStore store, SignedAddresses addresses, FileSettings settings) {
        this.store = store;
        this.addresses = addresses;
        this.settings = settings;
    }

    /** For a file that was declared. */
    public Upload upload(FileDescription file, Viewer viewer) {
        var within = settings.uploadWithin();
        return store.upload(file, within).orElseGet(() -> new Upload("PUT", here("PUT", file, viewer, within), List.of(new Upload.Header(TYPE, file.type())), Math.toIntExact(within.toSeconds())));
    }

    /** For a file that was received: at this server, which looks once more who comes, wherever its bytes lie. */
    public Download download(FileDescription file, Viewer viewer) {
        var within = settings.downloadWithin();
        return new Download(here("GET", file, viewer, within), Math.toIntExact(within.toSeconds()), Endings.fitting(file.name(), file.type()), Math.toIntExact(file.size()), file.type(), file.sha256());
    }

    private String here(String method, FileDescription file, Viewer viewer, Duration within) {
        return (settings.address() == null ? "" : settings.address().replaceAll("/+$", "")) + addresses.of(method, file, viewer.account(), within);
    }
}
