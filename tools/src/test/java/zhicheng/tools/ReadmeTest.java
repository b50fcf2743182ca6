package zhicheng.tools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
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
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayDeque;
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
 * The queries of a page are asked of a real demonstration, in order, and answered as the page says. In an answer "…" stands for anything, in a list also
 * for members that are left out; the id that it stands for is what DOSSIER and "ID" mean from there on, the endCursor what CURSOR means. An answer with "data" or
 * "errors" is the whole of it, any other is its data.
 *
 * <p>In front of a query, "# as NAME" is the account that asks, "# with JSON" what goes with the query, "# registered" that the server has it as a trusted
 * document. {@code -Dgolden.write=true} writes those answers of {@code schema/ASKING.md} and {@code schema/FILES.md} anew that are others now; they are then to be read.
 */
@Tag("database")
class ReadmeTest {
    private static final Pattern BLOCK = Pattern.compile("```graphql\n((?:# [^\n]*\n)*)((?:(?!```).)*)```\\s*```json\n(.*?)```", Pattern.DOTALL);
    private static final JsonMapper JSON = JsonMapper.createDefault();

    @TempDir
    private Path folder;

    private String dossier;
    private String cursor;

    @Test
    void answers_what_the_readme_says() throws Exception {
        answersWhatItSays(Path.of("..", "README.md"), 6, false);
    }

    @Test
    void answers_what_the_page_on_asking_says() throws Exception {
        answersWhatItSays(Path.of("..", "schema", "ASKING.md"), 45, Boolean.getBoolean("golden.write"));
    }

    @Test
    void answers_what_the_page_on_files_says() throws Exception {
        answersWhatItSays(Path.of("..", "schema", "FILES.md"), 6, Boolean.getBoolean("golden.write"));
    }

    private void answersWhatItSays(Path page, int least, boolean write) throws Exception {
        var readme = Files.readString(page);
        var written = new StringBuilder(readme);
        try (var database = TestDatabase.fresh(); var data = DataFolder.open(folder)) {
            var settings = new HashMap<String, Object>(database.settings());
            settings.putAll(SigningKey.settings(data));
            settings.put("micronaut.server.port", -1);
            settings.put("zhicheng.graphql.documents", registered(readme).toString());
            try (var server = Server.prepare(database.access(), settings, Optional.of(OffsetDateTime.parse("2024-09-18T10:00+08:00").toInstant()))) {
                server.context().getBean(DemoData.class).load();
                var url = server.listen();
                var blocks = BLOCK.matcher(readme);
                var asked = new ArrayList<String>();
                while (blocks.find()) {
                    var query = blocks.group(2).replace("DOSSIER", String.valueOf(dossier)).replace("\"ID\"", "\"" + dossier + "\"").replace("CURSOR", String.valueOf(cursor));
                    var token = said(blocks.group(1), "as").map(name -> token(database, name)).orElse(null);
                    var expected = JSON.readValue(blocks.group(3), Argument.mapOf(String.class, Object.class));
                    var answer = ask(url, query, said(blocks.group(1), "with").orElse("{}"), token);
                    var whole = expected.containsKey("data") || expected.containsKey("errors");
                    if (!whole && !write) assertFalse(answer.containsKey("errors"), () -> blocks.group(2) + answer);
                    var shown = whole || answer.containsKey("errors") ? answer : answer.get("data");
                    if (!write) same(expected, shown, blocks.group(2));
                    else if (!isSame(expected, shown)) write(written, blocks.end(3) - readme.length() + written.length(), blocks.group(3), shown);
                    asked.add(blocks.group());
                }
                assertTrue(asked.size() >= least, () -> "only " + asked.size() + " queries of " + page + " have an answer beside them");
                assertEquals(asked.size(), readme.split("```graphql\n", -1).length - 1, "every query has its answer right behind it");
                if (write) Files.writeString(page, written);
            }
        }
    }

    /** What differs each time is given as "…": cursors, ids of requests, the official time; so is an id, which DOSSIER means from there on. */
    private void write(StringBuilder page, int end, String before, Object answer) throws IOException {
        var text = JSON.writeValueAsString(answer);
        var id = Pattern.compile("\"id\":\"([0-9a-f-]{36})\"").matcher(text);
        if (id.find()) dossier = id.group(1);
        var last = Pattern.compile("\"endCursor\":\"([^\"]+)\"").matcher(text);
        if (last.find()) cursor = last.group(1);
        var shown = text.replaceAll("\"id\":\"[0-9a-f-]{36}\"", "\"id\":\"…\"").replaceAll("\"(request|officialTime)\":\"[^\"]+\"", "\"$1\":\"…\"").replaceAll("\"/files/[^\"]+\"", "\"…\"").replaceAll("\"[A-Za-z0-9_-]{80,}\"", "\"…\"")
                .replaceAll("(\"nodes\"|\"groups\"|\"parts\"|\"rows\"|\"cells\"|\"notApplicable\"|\"mostExpensive\"|\"errors\"):\\[\\{", "$1: [\n  {").replaceAll("\\},\\{", "},\n  {") + "\n";
        page.replace(end - before.length(), end, shown);
    }

    /** A folder with the documents of the page that are registered. */
    private Path registered(String readme) throws IOException {
        var documents = Files.createDirectories(folder.resolve("documents"));
        var blocks = BLOCK.matcher(readme);
        for (var number = 0; blocks.find(); number++)
            if (said(blocks.group(1), "registered").isPresent()) Files.writeString(documents.resolve(number + ".graphql"), blocks.group(2));
        return documents;
    }

    /** What stands behind a word in front of a query. */
    private static Optional<String> said(String front, String word) {
        return front.lines().filter(line -> line.equals("# " + word) || line.startsWith("# " + word + " ")).map(line -> line.substring(2 + word.length()).strip()).findFirst();
    }

    private String token(TestDatabase database, String account) {
        try (var connection = database.writer().getConnection(); var select = connection.prepareStatement("select id from account where name = ?")) {
            select.setString(1, account);
            var row = select.executeQuery();
            assertTrue(row.next(), () -> "the README names an account «" + account + "» that the demonstration does not have");
            return SigningKey.in(folder).orElseThrow().token(row.getObject(1, UUID.class), List.of(), Instant.now());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @param with what goes with the query; a query of nothing but blanks is not sent */
    private static Map<String, Object> ask(String url, String query, String with, String token) throws IOException, InterruptedException {
        var asked = new HashMap<>(JSON.readValue(with, Argument.mapOf(String.class, Object.class)));
        if (!query.isBlank()) asked.put("query", query);
        var request = HttpRequest.newBuilder(URI.create(url + "/graphql")).header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(asked)));
        if (token != null) request.header("Authorization", "Bearer " + token);
        try (var client = HttpClient.newHttpClient()) {
            return JSON.readValue(client.send(request.build(), HttpResponse.BodyHandlers.ofString()).body(), Argument.mapOf(String.class, Object.class));
        }
    }

    private boolean isSame(Object expected, Object actual) {
        try {
            same(expected, actual, "");
            return true;
        } catch (AssertionError other) {
            return false;
        }
    }

    private void same(Object expected, Object actual, String where) {
        switch (expected) {
            case Map<?, ?> map -> {
                assertEquals(map.keySet(), assertInstanceOf(Map.class, actual, where).keySet(), where);
                map.forEach((key, value) -> {
                    if ("…".equals(value) && "id".equals(key)) dossier = String.valueOf(((Map<?, ?>) actual).get(key));
                    if ("…".equals(value) && "endCursor".equals(key)) cursor = String.valueOf(((Map<?, ?>) actual).get(key));
                    same(value, ((Map<?, ?>) actual).get(key), where);
                });
            }
            case List<?> list when list.contains("…") -> {
                var rest = new ArrayDeque<>((List<?>) assertInstanceOf(List.class, actual, where));
                for (var one : list)
                    if (!"…".equals(one)) {
                        while (!rest.isEmpty() && !isSame(one, rest.peek())) rest.poll();
                        assertFalse(rest.isEmpty(), () -> where + one + " is not among " + actual);
                        rest.poll();
                    }
            }
            case List<?> list -> {
                assertEquals(list.size(), assertInstanceOf(List.class, actual, where).size(), () -> where + actual);
                for (var i = 0; i < list.size(); i++) same(list.get(i), ((List<?>) actual).get(i), where);
            }
            case String anything when anything.equals("…") -> assertTrue(actual != null, where);
            case null, default -> assertEquals(expected, actual, where);
        }
    }
}
