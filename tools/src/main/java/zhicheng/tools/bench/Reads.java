package zhicheng.tools.bench;

import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import zhicheng.server.account.Viewer;
import zhicheng.server.database.Roles;
import zhicheng.server.graphql.Ask;
import zhicheng.server.graphql.Engine;
import zhicheng.server.read.Question;
import zhicheng.server.read.ReadLimits;
import zhicheng.server.read.ReadPool;

/** A shape over the data set that is there: its cases, the requests that ask them, and the statements that the requests become. */
final class Reads {
    /** After five plans for single values PostgreSQL decides whether one for all values will do. */
    private static final int OFTEN = 6;

    private final Shape shape;
    private final String region;
    private final int numbers;
    private final JsonMapper json;
    private final Question settings;
    private final List<Map<String, Object>> cases;
    private final List<List<Question>> questions;

    /**
     * @param engine says which statements the server makes of the requests
     * @param handedIn dossiers of the viewer's region are numbered from 1 to this
     */
    Reads(Shape shape, Database database, String region, int handedIn, Viewer viewer, Engine engine, ReadLimits limits, JsonMapper json) throws SQLException, IOException {
        this.shape = shape;
        this.region = region;
        this.json = json;
        this.numbers = shape.cases().isEmpty() ? handedIn : 0;
        this.settings = ReadPool.settings(viewer, limits, Instant.now());
        this.cases = numbers > 0 ? List.of(Map.of("id", Requests.id(1))) : cases(database);
        this.questions = cases.stream().map(variables -> engine.questions(new Ask(shape.query(), null, variables, false, false), viewer)).toList();
    }

    private List<Map<String, Object>> cases(Database database) throws SQLException, IOException {
        var cases = new ArrayList<Map<String, Object>>();
        try (var owner = database.as(Roles.OWNER)) {
            for (var one : Database.texts(owner, shape.cases().orElseThrow().replace("{region}", region))) cases.add(json.readValue(one, Argument.mapOf(String.class, Object.class)));
        }
        if (cases.isEmpty()) throw new IllegalStateException("the data set has nothing for " + shape);
        return cases;
    }

    int count() {
        return numbers > 0 ? numbers : cases.size();
    }

    Requests ours(String token) throws IOException {
        return requests(shape.query(), "/graphql", token);
    }

    Requests ofPostGraphile() throws IOException {
        return requests(shape.ofPostGraphile(), "/graphql", null);
    }

    private Requests requests(String query, String path, String token) throws IOException {
        if (numbers > 0) return Requests.numbered(body(query, Map.of("id", Requests.anyId())), numbers, path, token);
        var bodies = new ArrayList<byte[]>();
        for (var one : cases) bodies.add(body(query, one));
        return Requests.of(bodies, path, token);
    }

    private byte[] body(String query, Map<String, Object> variables) throws IOException {
        var given = new LinkedHashMap<>(variables);
        if (query.contains("$region")) given.putIfAbsent("region", region);
        return json.writeValueAsBytes(Map.of("query", query.replaceAll("\\s+", " "), "variables", given));
    }

    Script compiled() {
        return Script.compiled(settings, questions, java.util.UUID.fromString(Requests.id(1)), numbers);
    }

    Script byHand() {
        return Script.byHand(settings, shape.byHand(), cases.stream().map(this::withRegion).toList(), numbers);
    }

    private Map<String, Object> withRegion(Map<String, Object> one) {
        var all = new LinkedHashMap<>(one);
        all.putIfAbsent("region", region);
        return all;
    }

    /**
     * Holds, for some of the cases, the server's answer against what the statements give; cursors apart, which the server makes.
     *
     * @return how many bytes an answer has on average
     * @throws IllegalStateException where they differ
     */
    int checked(Database database, int port, String token) throws SQLException, IOException, InterruptedException {
        var bytes = 0L;
        var some = numbers > 0 ? 1 : Math.min(cases.size(), 8);
        try (var client = HttpClient.newHttpClient(); var reader = database.as(Roles.READER); var owner = database.as(Roles.OWNER)) {
            for (var place = 0; place < some; place++) {
                var answer = client.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d/graphql".formatted(port))).timeout(Duration.ofSeconds(60))
                        .header("Content-Type", "application/json").header("Authorization", "Bearer " + token)
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body(shape.query(), cases.get(place)))).build(), HttpResponse.BodyHandlers.ofByteArray());
                bytes += answer.body().length;
                var data = (Map<?, ?>) map(answer.body()).get("data");
                if (answer.statusCode() != 200 || data == null) throw new IllegalStateException(shape + ": " + new String(answer.body(), java.nio.charset.StandardCharsets.UTF_8));
                var keys = List.copyOf(data.keySet());
                var asked = questions.get(place);
                var compiled = new LinkedHashMap<String, Object>();
                if (asked.size() == 1 && keys.size() > 1) compiled.putAll(map(one(reader, asked.getFirst()))); // counts of one filter are one statement
                else for (var root = 0; root < keys.size(); root++) compiled.put(keys.get(root).toString(), map(one(reader, asked.get(root))));
                same("the compiled statement", data, compiled);
                var byHand = map(one(owner, new Question(Script.settled(shape.byHand(), withRegion(cases.get(place))), List.of())));
                same("the statement by hand", data, keys.size() == 1 ? Map.of(keys.getFirst(), byHand) : byHand);
            }
        }
        return (int) (bytes / some);
    }

    private Map<String, Object> map(byte[] text) throws IOException {
        return json.readValue(text, Argument.mapOf(String.class, Object.class));
    }

    private void same(String what, Object answer, Object other) {
        if (!plain(answer).equals(plain(other))) throw new IllegalStateException("%s: %s gives something else:%n%s%n%s".formatted(shape, what, plain(answer), plain(other)));
    }

    private static String plain(Object value) {
        return switch (value) {
            case Map<?, ?> object -> object.entrySet().stream().filter(one -> !one.getKey().equals("endCursor")).map(one -> one.getKey() + "=" + plain(one.getValue())).toList().toString();
            case List<?> list -> list.stream().map(Reads::plain).toList().toString();
            case null -> "null";
            default -> value.toString();
        };
    }

    private byte[] one(Connection connection, Question question) throws SQLException {
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            set(statement);
            prepare(statement, question);
            try (var rows = statement.executeQuery("execute measured" + arguments(question))) {
                if (!rows.next()) throw new IllegalStateException(shape + ": no row for " + question.values());
                return rows.getBytes(1);
            }
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
            try (var statement = connection.createStatement()) {
                statement.execute("deallocate all");
            }
        }
    }

    /**
     * Prints how PostgreSQL goes about the compiled statements of the first case, as the reader under its policies: the plan that it keeps when it was asked
     * often, with what was read and how long it took, and the settings of the planner that are not the usual ones.
     */
    void plans(Database database, PrintWriter out) throws SQLException {
        try (var reader = database.as(Roles.READER); var statement = reader.createStatement()) {
            reader.setAutoCommit(false);
            set(statement);
            for (var question : questions.getFirst()) {
                prepare(statement, question);
                for (var times = 0; times < OFTEN; times++) statement.execute("execute measured" + arguments(question));
                out.printf("%n%s, plan of A, as %s, for %s:%n%n", shape, Roles.READER, cases.getFirst());
                Database.texts(reader, "explain (analyze, buffers, settings) execute measured" + arguments(question)).forEach(out::println);
                statement.execute("deallocate all");
            }
            reader.rollback();
        }
    }

    private void set(java.sql.Statement statement) throws SQLException {
        var text = settings.text();
        for (var place = settings.values().size(); place > 0; place--) text = text.replace("$" + place, Script.literal(settings.values().get(place - 1)));
        statement.execute(text);
    }

    private static void prepare(java.sql.Statement statement, Question question) throws SQLException {
        statement.execute("prepare measured as " + question.text());
    }

    private static String arguments(Question question) {
        return question.values().isEmpty() ? "" : "(" + String.join(", ", Script.literals(question)) + ")";
    }
}
