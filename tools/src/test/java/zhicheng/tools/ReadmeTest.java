package zhicheng.tools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import zhicheng.server.Server;
import zhicheng.server.TestDatabase;
import zhicheng.server.demo.DemoData;
import zhicheng.server.local.DataFolder;
import zhicheng.server.local.SigningKey;

/**
 * The queries of a page are asked of a real demonstration, in order, and answered as the page says. In an answer "…" stands for anything; the id that it
 * stands for is what DOSSIER means from there on. A query that begins with "# as NAME" is asked by that account. {@code -Dgolden.write=true} writes the
 * answers of {@code schema/ASKING.md} anew; they are then to be read.
 */
@Tag("database")
class ReadmeTest {
    private static final Pattern BLOCK = Pattern.compile("```graphql\n(?:# as (\\S+)\n)?((?:(?!```).)*)```\\s*```json\n(.*?)```", Pattern.DOTALL);
    private static final JsonMapper JSON = JsonMapper.createDefault();

    @TempDir
    private Path folder;

    private String dossier;

    @Test
    void answers_what_the_readme_says() throws Exception {
        answersWhatItSays(Path.of("..", "README.md"), 6, false);
    }

    @Test
    void answers_what_the_page_on_asking_says() throws Exception {
        answersWhatItSays(Path.of("..", "schema", "ASKING.md"), 30, Boolean.getBoolean("golden.write"));
    }

    private void answersWhatItSays(Path page, int least, boolean write) throws Exception {
        var readme = Files.readString(page);
        var written = new StringBuilder(readme);
        try (var database = TestDatabase.fresh(); var data = DataFolder.open(folder)) {
            var settings = new HashMap<String, Object>(database.settings());
            settings.putAll(SigningKey.settings(data));
            settings.put("micronaut.server.port", -1);
            try (var server = Server.prepare(database.access(), settings, Optional.of(OffsetDateTime.parse("2024-09-18T10:00+08:00").toInstant()))) {
                server.context().getBean(DemoData.class).load();
                var url = server.listen();
                var blocks = BLOCK.matcher(readme);
                var asked = new ArrayList<String>();
                while (blocks.find()) {
                    var query = blocks.group(2).replace("DOSSIER", String.valueOf(dossier));
                    var token = blocks.group(1) == null ? null : token(database, blocks.group(1));
                    var answer = ask(url, query, token);
                    if (write) write(written, blocks.end(3) - readme.length() + written.length(), blocks.group(3), answer);
                    else same(JSON.readValue(blocks.group(3), Argument.mapOf(String.class, Object.class)), answer, blocks.group(2));
                    asked.add(query);
                }
                assertTrue(asked.size() >= least, () -> "only " + asked.size() + " queries of " + page + " have an answer beside them");
                assertEquals(asked.size(), readme.split("```graphql\n", -1).length - 1, "every query has its answer right behind it");
                if (write) Files.writeString(page, written);
            }
        }
    }

    /** Cursors are given as "…"; so is an id, which DOSSIER means from there on. */
    private void write(StringBuilder page, int end, String before, Object answer) throws IOException {
        var text = JSON.writeValueAsString(answer);
        var id = Pattern.compile("\"id\":\"([0-9a-f-]{36})\"").matcher(text);
        if (id.find()) dossier = id.group(1);
        var shown = text.replaceAll("\"id\":\"[0-9a-f-]{36}\"", "\"id\":\"…\"").replaceAll("\"[A-Za-z0-9_-]{80,}\"", "\"…\"")
                .replaceAll("(\"nodes\"|\"groups\"|\"parts\"):\\[\\{", "$1: [\n  {").replaceAll("\\},\\{", "},\n  {") + "\n";
        page.replace(end - before.length(), end, shown);
    }

    private String token(TestDatabase database, String account) throws Exception {
        try (var connection = database.writer().getConnection(); var select = connection.prepareStatement("select id from account where name = ?")) {
            select.setString(1, account);
            var row = select.executeQuery();
            assertTrue(row.next(), () -> "the README names an account «" + account + "» that the demonstration does not have");
            return SigningKey.in(folder).orElseThrow().token(row.getObject(1, UUID.class), List.of(), Instant.now());
        }
    }

    private static Object ask(String url, String query, String token) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(url + "/graphql")).header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(Map.of("query", query))));
        if (token != null) request.header("Authorization", "Bearer " + token);
        try (var client = HttpClient.newHttpClient()) {
            var body = client.send(request.build(), HttpResponse.BodyHandlers.ofString()).body();
            var answer = JSON.readValue(body, Argument.mapOf(String.class, Object.class));
            assertFalse(answer.containsKey("errors"), body);
            return answer.get("data");
        }
    }

    private void same(Object expected, Object actual, String where) {
        switch (expected) {
            case Map<?, ?> map -> {
                assertEquals(map.keySet(), ((Map<?, ?>) actual).keySet(), where);
                map.forEach((key, value) -> {
                    if ("…".equals(value) && "id".equals(key)) dossier = String.valueOf(((Map<?, ?>) actual).get(key));
                    same(value, ((Map<?, ?>) actual).get(key), where);
                });
            }
            case List<?> list -> {
                assertEquals(list.size(), ((List<?>) actual).size(), () -> where + actual);
                for (var i = 0; i < list.size(); i++) same(list.get(i), ((List<?>) actual).get(i), where);
            }
            case String anything when anything.equals("…") -> assertTrue(actual != null, where);
            case null, default -> assertEquals(expected, actual, where);
        }
    }
}
