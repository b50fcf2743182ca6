package zhicheng.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import zhicheng.server.CannotStart;
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
        assertTrue(server.post(byHash(TrustedDocuments.hash("{roles}"))).body().contains("no document with this SHA-256"));
        var both = "{\"query\": \"{roles}\", " + byHash(TrustedDocuments.hash(REGISTERED)).substring(1);
        assertTrue(server.post(both).body().contains("is not the SHA-256 of query"));
        assertEquals(400, server.post("{\"extensions\": {\"persistedQuery\": {\"sha256Hash\": 7}}}").statusCode());
        assertEquals(400, server.post("{\"extensions\": {\"persistedQuery\": 7}}").statusCode());
    }

    @Test
    void a_folder_or_a_role_that_is_not_there_keeps_the_server_from_starting() {
        var nowhere = folder.resolve("nowhere").toString();
        assertEquals("zhicheng.graphql.documents: there is no folder «" + nowhere + "». Name a folder of *.graphql files that is there and can be read, or leave the setting out to register none.",
                refused("zhicheng.graphql.documents", nowhere));
        assertTrue(refused("zhicheng.graphql.ad-hoc", "EVERYBODY").startsWith("zhicheng.graphql.ad-hoc: there is no role «EVERYBODY» (there are: [APPLICANT, "));
    }

    private static String refused(String setting, String value) {
        Throwable refusal = assertThrows(RuntimeException.class, () -> Running.with(setting, value).close());
        while (!(refusal instanceof CannotStart) && refusal.getCause() != null) refusal = refusal.getCause();
        assertEquals(CannotStart.Reason.NOT_CONFIGURED, assertInstanceOf(CannotStart.class, refusal).reason());
        return refusal.getMessage();
    }

    @Test
    void without_settings_everybody_asks_what_he_likes() {
        try (var open = Running.with()) {
            assertEquals(200, open.ask("{roles}").statusCode());
        }
    }
}
