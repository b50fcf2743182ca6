package zhicheng.server.http;

import io.micronaut.context.annotation.Requires;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.server.types.files.StreamedFile;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import zhicheng.server.account.Accounts;
import zhicheng.server.account.AccountsAway;
import zhicheng.server.account.SecurityLog;
import zhicheng.server.account.SignedIn;
import zhicheng.server.account.Viewer;
import zhicheng.server.calendar.OfficialClock;
import zhicheng.server.file.Content;
import zhicheng.server.file.Disposition;
import zhicheng.server.file.FileSettings;
import zhicheng.server.file.FileStore;
import zhicheng.server.file.LocalFiles;
import zhicheng.server.file.SignedAddresses;
import zhicheng.server.file.SignedAddresses.Allowed;
import zhicheng.server.file.VisibleFiles;
import zhicheng.server.graphql.Codes;
import zhicheng.server.trail.Findings;

/**
 * The bytes of evidence files, brought by PUT and taken by GET at addresses that a mutation gave: {@link SignedAddresses}. An address needs no token, so that a
 * browser can follow it; whoever shows one must be who was given the address, whose account must still be good, and who takes a file must
 * still see it. A piece at a time, whatever the size.
 */
@Controller(SignedAddresses.PATH)
@Secured(SecurityRule.IS_ANONYMOUS)
@Requires(beans = VisibleFiles.class)
class FileController {
    private final SignedAddresses addresses;
    private final Optional<LocalFiles> here;
    private final FileStore store;
    private final VisibleFiles files;
    private final Accounts accounts;
    private final FileSettings settings;
    private final OfficialClock official;
    private final SecurityLog security;

    FileController(SignedAddresses addresses, Optional<LocalFiles> here, FileStore store, VisibleFiles files, Accounts accounts, FileSettings settings, OfficialClock official, SecurityLog security) {
        this.addresses = addresses;
        this.here = here;
        this.store = store;
        this.files = files;
        this.accounts = accounts;
        this.settings = settings;
        this.official = official;
        this.security = security;
    }

    /** Brings a file: 204; 422 with everything by which it is not what was declared, and then nothing of it is left. Bringing it again is the same. */
    @Put("/{file}")
    @Consumes(MediaType.ALL)
    @Produces(MediaType.ALL)
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<?> bring(HttpRequest<?> request, @PathVariable String file, @Nullable @Body InputStream body) throws IOException {
        if (here.isEmpty()) return Answers.refused(request, HttpStatus.NOT_FOUND, "NOT_FOUND", "files are brought to the object store: ask requestUpload where");
        if (request.getContentLength() > settings.bytes())
            return Answers.refused(request, HttpStatus.REQUEST_ENTITY_TOO_LARGE, Codes.LIMIT, "a file has at most %d bytes (zhicheng.files.bytes)".formatted(settings.bytes()));
        try (var bytes = body == null ? InputStream.nullInputStream() : body) {
            var allowed = addresses.opened("PUT", file, told(request));
            viewer(request, allowed);
            var findings = here.get().bring(allowed.file(), bytes);
            return findings.isEmpty() ? HttpResponse.noContent()
                    : Answers.of(HttpStatus.UNPROCESSABLE_ENTITY, MediaType.APPLICATION_JSON, Map.of("findings", Findings.json(findings)));
        } catch (SignedAddresses.Refused e) {
            return refused(request, e);
        } catch (Content.CutShort e) {
            return Answers.refused(request, HttpStatus.BAD_REQUEST, "BAD_REQUEST", e.getMessage() + "; bring it again");
        }
    }

    /** Takes a file, to be saved and never shown; 404 where it may not be seen, or no longer. */
    @Get(value = "/{file}", headRoute = false)
    @Produces(MediaType.ALL)
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<?> take(HttpRequest<?> request, @PathVariable String file) throws IOException {
        try {
            var allowed = addresses.opened("GET", file, told(request));
            var seen = files.of(allowed.file().id(), viewer(request, allowed), official.now()).filter(one -> one.received() && one.sha256().equals(allowed.file().sha256())).orElse(null);
            if (seen == null) return null; // 404
            return switch (store.deliver(seen, settings.downloadWithin())) {
                case FileStore.Delivery.From(var address) -> HttpResponse.temporaryRedirect(address).header(HttpHeaders.CACHE_CONTROL, "no-store");
                case FileStore.Delivery.Through(var bytes) -> HttpResponse.ok(new StreamedFile(bytes, MediaType.of(seen.type()), 0, seen.size()))
                        .header(Disposition.HEADER, Disposition.attachment(seen.name(), seen.type())).header(HttpHeaders.CACHE_CONTROL, "private, no-store");
            };
        } catch (SignedAddresses.Refused e) {
            return refused(request, e);
        }
    }

    /** Who was given the address: his account must be good, his sessions not revoked since, and he may show no other token than his own. */
    private Viewer viewer(HttpRequest<?> request, Allowed allowed) {
        var shown = SignedIn.viewer(request.getUserPrincipal());
        if (shown.isSignedIn() && !shown.account().equals(allowed.account())) throw new SignedAddresses.Refused("this address was given to another account");
        var given = allowed.until().minus(allowed.method().equals("PUT") ? settings.uploadWithin() : settings.downloadWithin());
        try {
            return accounts.viewer(allowed.account(), given).join().orElseThrow(() -> new SignedAddresses.Refused("the account that was given this address does not exist, or is disabled"));
        } catch (CompletionException e) {
            throw e.getCause() instanceof AccountsAway away ? away : e;
        }
    }

    private HttpResponse<?> refused(HttpRequest<?> request, SignedAddresses.Refused refused) {
        security.refused("address", SignedIn.viewer(request.getUserPrincipal()).account(), refused.getMessage(), RequestIds.of(request));
        return Answers.refused(request, HttpStatus.FORBIDDEN, "FORBIDDEN", refused.getMessage());
    }

    /** What the address tells, by name; what it tells twice it does not tell. */
    private static Map<String, String> told(HttpRequest<?> request) {
        var told = new HashMap<String, String>();
        for (var one : request.getParameters())
            if (one.getValue().size() == 1) told.put(one.getKey(), one.getValue().getFirst());
        return told;
    }
}
