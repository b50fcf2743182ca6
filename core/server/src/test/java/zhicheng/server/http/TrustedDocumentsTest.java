package zhicheng.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import zhicheng.server.CannotStart;
import zhicheng.server.account.Role;
import zhicheng.server.account.Viewer;
import zhicheng.server.graphql.TrustedDocuments;

/** Frontends ask registered documents by hash; who may ask what he likes is a matter of roles. */
class TrustedDocumentsTest {
    private static final String REGISTERED = "query Mine {roles}\n";

    @TempDir
    private static Path folder;
    private static Running server;

    @BeforeAll
    static void start() throws Exception {
        Files.writeString(folder.resolve("mine.graphql"), REGISTERED);
        Files.writeString(folder.resolve("notes.txt"), "{server {name}}");
        server = Running.with("zhicheng.graphql.documents", folder.toString(), "zhicheng.graphql.ad-hoc", "HRSS_CITY, COMMITTEE_OFFICE");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static String byHash(String hash) {
        return "{\"extensions\": {\"persistedQuery\": {\"version\": 1, \"sha256Hash\": \"" + hash + "\"}}}";
    }

    @Test
    void a_registered_document_is_asked_by_its_hash() {
        var answer = server.post(byHash(TrustedDocuments.hash(REGISTERED)));
        assertEquals(200, answer.statusCode());
        assertTrue(answer.body().startsWith("{\"data\":{\"roles\":[\"PUBLIC\"]}"), answer.body());
    }

    @Test
    void a_hash_is_the_same_in_either_case_of_letters() {
        var hash = TrustedDocuments.hash(REGISTERED).toUpperCase(Locale.ROOT);
        assertEquals(200, server.post(byHash(hash)).statusCode());
        assertEquals(200, server.post("{\"query\": \"query Mine {roles}\\n\", " + byHash(hash).substring(1)).statusCode());
    }

    @Test
    void and_by_its_text() {
        assertEquals(200, server.ask(REGISTERED).statusCode());
    }

    @Test
    void what_is_not_registered_is_refused_without_the_role() {
        for (var query : new String[] {"{roles}", "query Mine {roles}", "{server {name}}"}) {
            var answer = server.ask(query);
            assertEquals(400, answer.statusCode(), query);
            assertTrue(answer.body().contains("\"code\":\"NOT_TRUSTED\""), answer.body());
        }
    }

    @Test
    void a_hash_that_nobody_registered_or_that_is_not_the_texts_is_refused() {
        var unknown = server.post(byHash(TrustedDocuments.hash("{roles}"))).body();
        assertTrue(unknown.contains("\"code\":\"PERSISTED_QUERY_NOT_FOUND\""), unknown);
        assertTrue(unknown.contains("no document with this SHA-256 is registered here, and only registered ones may be asked") && !unknown.contains("send query"), unknown);
        var both = "{\"query\": \"{roles}\", " + byHash(TrustedDocuments.hash(REGISTERED)).substring(1);
        assertTrue(server.post(both).body().contains("is not the SHA-256 of query"));
        assertEquals(400, server.post("{\"extensions\": {\"persistedQuery\": {\"sha256Hash\": 7}}}").statusCode());
        assertTrue(server.post("{").body().contains("\"code\":\"BAD_REQUEST\""), "which is broken");
        assertEquals(400, server.post("{\"extensions\": {\"persistedQuery\": 7}}").statusCode());
    }

    @Test
    void a_folder_or_a_role_that_is_not_there_keeps_the_server_from_starting() {
        var nowhere = folder.resolve("nowhere").toString();
        assertEquals("zhicheng.graphql.documents: there is no folder «" + nowhere + "». Name a folder of *.graphql files that is there and can be read, or leave the setting out to register none.",
                refused("zhicheng.graphql.documents", nowhere));
        assertTrue(refused("zhicheng.graphql.ad-hoc", "EVERYBODY").startsWith("zhicheng.graphql.ad-hoc: there is no role «EVERYBODY» (there are: [APPLICANT, "));
    }

    @Test
    void a_document_that_cannot_be_asked_keeps_the_server_from_starting(@TempDir Path other) throws Exception {
        Files.writeString(other.resolve("good.graphql"), REGISTERED);
        Files.writeString(other.resolve("typo.graphql"), "query Mine {\n  rolls\n}\n");
        Files.writeString(other.resolve("half.graphql"), "{roles");
        var refusal = refused("zhicheng.graphql.documents", other.toString());
        assertTrue(refusal.startsWith("zhicheng.graphql.documents: what is registered cannot be asked: «" + other.resolve("half.graphql") + "», line 1: "), refusal);
        assertTrue(refusal.contains("; «" + other.resolve("typo.graphql") + "», line 2: ") && refusal.contains("rolls"), refusal);
        assertTrue(!refusal.contains("good.graphql") && refusal.endsWith(". Mend it, or take the file out of the folder."), refusal);
    }

    private static String refused(String setting, String value) {
        Throwable refusal = assertThrows(RuntimeException.class, () -> Running.with(setting, value).close());
        while (!(refusal instanceof CannotStart) && refusal.getCause() != null) refusal = refusal.getCause();
        assertEquals(CannotStart.Reason.NOT_CONFIGURED, assertInstanceOf(CannotStart.class, refusal).reason());
        return refusal.getMessage();
    }

    @Test
    void a_file_for_a_folder_and_a_file_that_is_no_text_are_named(@TempDir Path other) throws Exception {
        var file = Files.write(other.resolve("latin.graphql"), new byte[] {'{', (byte) 0xe9, '}'});
        assertEquals("zhicheng.graphql.documents: «" + file + "» is not UTF-8. Save it so, or take the file out of the folder.", refused("zhicheng.graphql.documents", other.toString()));
        assertTrue(refused("zhicheng.graphql.documents", file.toString()).startsWith("zhicheng.graphql.documents: «" + file + "» is no folder. "));
    }

    @Test
    void without_settings_everybody_asks_what_he_likes() {
        try (var open = Running.with()) {
            assertEquals(200, open.ask("{roles}").statusCode());
            var unknown = open.post(byHash(TrustedDocuments.hash("{roles}"))).body();
            assertTrue(unknown.contains("no document with this SHA-256 is registered here; send query"), unknown);
        }
    }

    @Test
    void the_public_is_everybody() {
        var account = new Viewer(UUID.randomUUID(), Set.of(Role.APPLICANT), null, null);
        try (var open = Running.with("zhicheng.graphql.ad-hoc", "PUBLIC"); var closed = Running.with("zhicheng.graphql.ad-hoc", "HRSS_CITY")) {
            assertEquals(200, open.ask("{roles}").statusCode());
            assertTrue(open.context().getBean(TrustedDocuments.class).mayAsk("{roles}", account));
            assertFalse(closed.context().getBean(TrustedDocuments.class).mayAsk("{roles}", account));
        }
    }
}
