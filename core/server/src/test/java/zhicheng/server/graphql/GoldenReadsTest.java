package zhicheng.server.graphql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import graphql.ExecutionInput;
import graphql.GraphQL;
import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import zhicheng.server.TestDatabase;
import zhicheng.server.account.IdentityVault;
import zhicheng.server.account.SecurityLog;
import zhicheng.server.account.Viewer;
import zhicheng.server.calendar.OfficialClock;
import zhicheng.server.read.Fixture;
import zhicheng.server.read.ReadPool;

/**
 * Each query in {@code golden/} beside its SQL and its answer. {@code -Dgolden.write=true} writes both anew; they are then to be read.
 * A query begins with {@code # viewer: NAME}; {@code @AFTER@} stands for the last cursor of the query named by {@code # after: FILE}.
 */
@Tag("database")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GoldenReadsTest {
    private static final Path FOLDER = Path.of("src/test/resources/zhicheng/server/graphql/golden");
    private static final boolean WRITE = Boolean.getBoolean("golden.write");
    private static final Pattern CURSOR = Pattern.compile("[A-Za-z0-9_-]{60,}");

    private final JsonMapper json = JsonMapper.createDefault();
    private final List<String> statements = new ArrayList<>();
    private TestDatabase database;
    private ReadPool pool;
    private GraphQL graphql;

    @BeforeAll
    void start() {
        database = Fixture.database();
        pool = Fixture.pool(database);
        var files = sdl();
        var identities = new IdentityQuestions(new IdentityVault(Fixture.KEY), (_, _, _, _) -> { });
        graphql = GraphQL.newGraphQL(Schema.of(files, List.of(new Scalars(), identities, new ServerWires(new OfficialClock(Clock.systemUTC(), Duration.ZERO)),
                new ReadFields(Fixture.reader((question, viewer) -> {
                    statements.add(question.text());
                    return pool.ask(question, viewer);
                }), identities))))
                .defaultDataFetcherExceptionHandler(new Faults(new SecurityLog())).build();
    }

    /** The part of the schema that the tables answer. */
    static List<SdlFiles.Sdl> sdl() {
        var own = List.of("root.graphqls", "read.graphqls", "dossier.graphqls", "committee.graphqls", "certificate.graphqls", "person.graphqls",
                "organisation.graphqls", "lists.graphqls", "carried.graphqls", "trail.graphqls", "way.graphqls");
        var files = new SdlFiles().all().stream().filter(file -> own.contains(file.name())).toList();
        assertEquals(own.size(), files.size());
        return files;
    }

    @AfterAll
    void stop() {
        pool.close();
        database.close();
    }

    static List<Path> queries() throws IOException {
        try (var files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".graphql")).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("queries")
    void one_statement_a_root_field_and_the_same_answer(Path query) throws IOException {
        var text = Files.readString(query);
        var answer = ask(text);
        var shown = json.writeValueAsString(answer);
        compare(query, ".sql", String.join("\n\n", statements) + "\n");
        compare(query, ".json", pretty(shown) + "\n");
        var roots = answer.get("data") instanceof Map<?, ?> data ? data.keySet().stream().filter(key -> !key.equals("server")).count() : 0;
        assertTrue(statements.size() <= roots || answer.containsKey("errors"), () -> roots + " root fields, " + statements.size() + " statements");
    }

    @Test
    void there_are_golden_queries() throws IOException {
        assertTrue(queries().size() >= 15, () -> FOLDER + " has too few");
    }

    private Map<String, Object> ask(String query) throws IOException {
        var after = header(query, "after");
        if (after != null) {
            var cursors = CURSOR.matcher(json.writeValueAsString(ask(Files.readString(FOLDER.resolve(after)))));
            var last = "";
            while (cursors.find()) last = cursors.group();
            query = query.replace("@AFTER@", last);
        }
        statements.clear();
        var result = graphql.execute(ExecutionInput.newExecutionInput(query)
                .graphQLContext(Map.of(Viewer.class, Fixture.VIEWERS.get(header(query, "viewer")), Asked.AT, Instant.parse("2024-09-18T02:00:00Z"), Asked.IN_BODY, true)));
        var answer = new LinkedHashMap<String, Object>();
        if (!result.getErrors().isEmpty()) answer.put("errors", result.getErrors().stream().map(error -> error.getMessage()).toList());
        answer.put("data", result.getData());
        return answer;
    }

    private static String header(String query, String name) {
        var line = Pattern.compile("^# " + name + ": (.*)$", Pattern.MULTILINE).matcher(query);
        return line.find() ? line.group(1).strip() : null;
    }

    private static void compare(Path query, String ending, String now) throws IOException {
        var file = Path.of(query.toString().replaceAll("\\.graphql$", ending));
        if (WRITE) Files.writeString(file, now);
        assertTrue(Files.exists(file), () -> file + " is missing; run once with -Dgolden.write=true and read it");
        assertEquals(Files.readString(file), now, () -> file + " differs");
    }

    /** Two spaces a level, so that a change is a line. */
    private static String pretty(String json) {
        var text = new StringBuilder();
        var depth = 0;
        var quoted = false;
        for (var place = 0; place < json.length(); place++) {
            var sign = json.charAt(place);
            if (sign == '"' && json.charAt(place - 1) != '\\') quoted = !quoted;
            if (quoted) {
                text.append(sign);
                continue;
            }
            switch (sign) {
                case '{', '[' -> {
                    var empty = json.charAt(place + 1) == '}' || json.charAt(place + 1) == ']';
                    text.append(sign);
                    if (empty) text.append(json.charAt(++place));
                    else text.append('\n').append("  ".repeat(++depth));
                }
                case '}', ']' -> text.append('\n').append("  ".repeat(--depth)).append(sign);
                case ',' -> text.append(",\n").append("  ".repeat(depth));
                case ':' -> text.append(": ");
                default -> text.append(sign);
            }
        }
        return text.toString();
    }
}
