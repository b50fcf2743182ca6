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
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import zhicheng.server.Server;
import zhicheng.server.TestDatabase;
import zhicheng.server.calendar.SetTime;
import zhicheng.server.demo.DemoData;
import zhicheng.server.local.DataFolder;
import zhicheng.server.local.SigningKey;

/**
 * A page whose queries are asked of a real demonstration, in order, and answered as the page says.
 *
 * <p>In an answer "…" stands for anything, in a list also for members that are left out; the id that it stands for is what DOSSIER and "ID" mean from there on, the
 * endCursor what CURSOR means. "$name" stands for anything at first, and from there on, wherever on the page, for what it was. An answer with "data" or "errors" is
 * the whole of it, any other is its data.
 *
 * <p>In front of a query, "# as NAME" is the account that asks, "# as $name" whoever has that token; "# with JSON" is what goes with the query, "# registered" says
 * that the server has it as a trusted document. "# at INSTANT" is the official time from there on, which never goes back; a page without it lives on 2024-09-18.
 * A block of {@code sh} with {@code curl -T} brings a file of this project, as it says, to an address of the server; one with {@code curl} alone follows a link that an
 * answer had, and what comes back stands beside it.
 */
final class AskedPage {
    private static final Pattern STEP = Pattern.compile("""
            ```graphql\\n(?<front>(?:# [^\\n]*\\n)*)(?<query>(?:(?!```).)*)```\\s*```json\\n(?<answer>.*?)```\
            |```sh\\ncurl -T (?<file>\\S+) -H '(?<header>[^:']+): (?<value>[^']+)' "http://localhost:8080\\$(?<address>\\w+)"\\n```\
            |```sh\\ncurl "(?<link>\\$[^"\\n]+)"\\n```\\s*```json\\n(?<said>.*?)```""", Pattern.DOTALL);
    private static final Pattern NAME = Pattern.compile("\\$([a-z][A-Za-z]*)");
    private static final JsonMapper JSON = JsonMapper.createDefault();
    private static final int WIDTH = 140;

    private final Path page;
    private final Path folder;
    private final Map<String, Object> settings;
    private final boolean write;
    private final Map<String, String> kept = new HashMap<>();
    private String dossier;
    private String cursor;

    /**
     * @param folder for what the demonstration keeps, new for each page
     * @param settings of the server, besides those of its database and keys
     * @param write whether answers that are others now are written into the page instead of being complained of; they are then to be read
     */
    AskedPage(Path page, Path folder, Map<String, Object> settings, boolean write) {
        this.page = page;
        this.folder = folder;
        this.settings = Map.copyOf(settings);
        this.write = write;
    }

    /** @return the last answer as it came */
    Map<String, Object> isAnswered(int least) throws Exception {
        var text = Files.readString(page);
        var steps = STEP.matcher(text).results().toList();
        var begin = steps.stream().flatMap(step -> said(step, "at").stream()).findFirst();
        try (var database = TestDatabase.fresh(); var data = DataFolder.open(folder)) {
            var all = new HashMap<String, Object>(database.settings());
            all.putAll(SigningKey.settings(data));
            all.put("micronaut.server.port", -1);
            all.put("zhicheng.graphql.documents", registered(steps).toString());
            all.putAll(settings);
            begin.ifPresent(time -> all.put(SetTime.PROPERTY, time));
            try (var server = Server.prepare(database.access(), all, begin.isPresent() ? Optional.empty() : Optional.of(OffsetDateTime.parse("2024-09-18T10:00+08:00").toInstant()))) {
                server.context().getBean(DemoData.class).load();
                var url = server.listen();
                var written = new StringBuilder(text);
                Map<String, Object> last = Map.of();
                for (var step : steps) {
                    said(step, "at").ifPresent(time -> setTime(server, time));
                    if (step.group("file") != null) bring(url, step);
                    else if (step.group("link") != null) follow(step, written, text.length());
                    else last = ask(database, url, step, written, text.length());
                }
                var queries = steps.stream().filter(step -> step.group("query") != null).count();
                assertTrue(queries >= least, () -> "only " + queries + " queries of " + page + " have an answer beside them");
                assertEquals(queries, text.split("```graphql\n", -1).length - 1, "every query has its answer right behind it");
                assertEquals(steps.size() - queries, text.split("curl (?:-T [^\n]*|\"\\$[^\n]*)\n```", -1).length - 1, "every file that is brought is brought, and every link followed");
                if (write) Files.writeString(page, written);
                return last;
            }
        }
    }

    private static void setTime(Server server, String time) {
        var clock = server.context().getBean(SetTime.class);
        assertFalse(OffsetDateTime.parse(time).toInstant().isBefore(clock.instant()), () -> "official time is never set back: " + time);
        clock.set(time);
    }

    private Map<String, Object> ask(TestDatabase database, String url, MatchResult step, StringBuilder written, int length) throws IOException, InterruptedException {
        var query = meant(step.group("query").replace("DOSSIER", String.valueOf(dossier)).replace("\"ID\"", "\"" + dossier + "\"").replace("CURSOR", String.valueOf(cursor)));
        var token = said(step, "as").map(name -> name.startsWith("$") ? meant(name) : token(database, name)).orElse(null);
        var expected = JSON.readValue(meant(step.group("answer")), Argument.mapOf(String.class, Object.class));
        var answer = post(url, query, said(step, "with").orElse("{}"), token);
        var whole = expected.containsKey("data") || expected.containsKey("errors");
        if (!whole && !write) assertFalse(answer.containsKey("errors"), () -> query + answer);
        hold(step, "answer", expected, whole || answer.containsKey("errors") ? answer : answer.get("data"), query, written, length);
        return answer;
    }

    /** The answer against the one of the page, or into it. */
    private void hold(MatchResult step, String group, Map<String, Object> expected, Object shown, String asked, StringBuilder written, int length) {
        if (!write) same(expected, shown, asked);
        else if (!isSame(expected, shown)) {
            var end = step.end(group) - length + written.length();
            written.replace(end - step.group(group).length(), end, answered(expected, shown) + "\n");
        }
    }

    /** What differs each time is given as "…" or by the name under which the page has it: ids, tokens, ids of requests, the official time. */
    private String answered(Object before, Object answer) {
        var text = layout(merged(before, answer), 0);
        var id = Pattern.compile("\"id\": \"([0-9a-f-]{36})\"").matcher(text);
        if (id.find()) dossier = id.group(1);
        var last = Pattern.compile("\"endCursor\": \"([^\"]+)\"").matcher(text);
        if (last.find()) cursor = last.group(1);
        for (var one : kept.entrySet().stream().sorted(Comparator.comparing(one -> -one.getValue().length())).toList()) // an address before the number in it
            if (one.getValue().length() >= 8) text = text.replace(one.getValue(), "$" + one.getKey());
        return text.replaceAll("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", "…").replaceAll("\"(request|officialTime)\": \"[^\"]+\"", "\"$1\": \"…\"")
                .replaceAll("\"/files/[^\"]+\"", "\"…\"").replaceAll("\"[A-Za-z0-9_.-]{80,}\"", "\"…\"");
    }

    /** The answer with what the page leaves open, or gives a name to, left as it is there. */
    private Object merged(Object before, Object answer) {
        if (before instanceof String open && answer != null && (open.equals("…") || NAME.matcher(open).matches())) {
            if (!open.equals("…")) kept.put(open.substring(1), String.valueOf(answer));
            return open;
        }
        if (answer instanceof Map<?, ?> map) {
            var merged = new LinkedHashMap<Object, Object>();
            map.forEach((key, value) -> merged.put(key, merged(before instanceof Map<?, ?> open ? open.get(key) : null, value)));
            return merged;
        }
        if (answer instanceof List<?> list) {
            var merged = new ArrayList<Object>();
            for (var place = 0; place < list.size(); place++) merged.add(merged(before instanceof List<?> open && open.size() == list.size() ? open.get(place) : null, list.get(place)));
            return merged;
        }
        return answer;
    }

    /** As JSON that is read by people: on one line what fits on it. */
    private static String layout(Object value, int indent) {
        var line = line(value);
        if (indent + line.length() <= WIDTH || !(value instanceof Map || value instanceof List)) return line;
        var inside = " ".repeat(indent + 2);
        return value instanceof Map<?, ?> map
                ? map.entrySet().stream().map(one -> inside + "\"" + one.getKey() + "\": " + layout(one.getValue(), indent + 2)).collect(Collectors.joining(",\n", "{\n", "\n" + " ".repeat(indent) + "}"))
                : ((List<?>) value).stream().map(one -> inside + layout(one, indent + 2)).collect(Collectors.joining(",\n", "[\n", "\n" + " ".repeat(indent) + "]"));
    }

    private static String line(Object value) {
        try {
            return switch (value) {
                case Map<?, ?> map when !map.isEmpty() -> map.entrySet().stream().map(one -> "\"" + one.getKey() + "\": " + line(one.getValue())).collect(Collectors.joining(", ", "{ ", " }"));
                case List<?> list -> list.stream().map(AskedPage::line).collect(Collectors.joining(", ", "[", "]"));
                case null -> "null";
                default -> JSON.writeValueAsString(value);
            };
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A text with what its names stand for, where that is known. */
    private String meant(String text) {
        return NAME.matcher(text).replaceAll(name -> Matcher.quoteReplacement(kept.getOrDefault(name.group(1), name.group())));
    }

    private void bring(String url, MatchResult step) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(url + meant("$" + step.group("address")))).header(step.group("header"), step.group("value"))
                .PUT(HttpRequest.BodyPublishers.ofFile(Path.of("..").resolve(step.group("file")))).build();
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            assertEquals(204, answer.statusCode(), answer::body);
        }
    }

    private void follow(MatchResult step, StringBuilder written, int length) throws IOException, InterruptedException {
        var link = meant(step.group("link"));
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(HttpRequest.newBuilder(URI.create(link)).build(), HttpResponse.BodyHandlers.ofString());
            assertEquals(200, answer.statusCode(), answer::body);
            hold(step, "said", JSON.readValue(meant(step.group("said")), Argument.mapOf(String.class, Object.class)), JSON.readValue(answer.body(), Argument.mapOf(String.class, Object.class)), link, written, length);
        }
    }

    /** A folder with the documents of the page that are registered. */
    private Path registered(List<MatchResult> steps) throws IOException {
        var documents = Files.createDirectories(folder.resolve("documents"));
        for (var number = 0; number < steps.size(); number++)
            if (said(steps.get(number), "registered").isPresent()) Files.writeString(documents.resolve(number + ".graphql"), steps.get(number).group("query"));
        return documents;
    }

    /** What stands behind a word in front of a query. */
    private static Optional<String> said(MatchResult step, String word) {
        return Optional.ofNullable(step.group("front")).stream().flatMap(String::lines).filter(line -> line.equals("# " + word) || line.startsWith("# " + word + " "))
                .map(line -> line.substring(2 + word.length()).strip()).findFirst();
    }

    private String token(TestDatabase database, String account) {
        try (var connection = database.writer().getConnection(); var select = connection.prepareStatement("select id from account where name = ?")) {
            select.setString(1, account);
            var row = select.executeQuery();
            assertTrue(row.next(), () -> page + " names an account «" + account + "» that the demonstration does not have");
            return SigningKey.in(folder).orElseThrow().token(row.getObject(1, UUID.class), List.of(), Instant.now());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @param with what goes with the query; a query of nothing but blanks is not sent */
    private static Map<String, Object> post(String url, String query, String with, String token) throws IOException, InterruptedException {
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
            case String name when NAME.matcher(name).matches() -> {
                assertTrue(actual != null, () -> where + name);
                kept.put(name.substring(1), String.valueOf(actual));
            }
            case String text -> assertEquals(meant(text), actual, where);
            case null, default -> assertEquals(expected, actual, where);
        }
    }
}
