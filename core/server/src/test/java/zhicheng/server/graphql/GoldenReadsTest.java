package zhicheng.server.graphql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import zhicheng.contract.nowhere.Nowhere;
import zhicheng.server.TestDatabase;
import zhicheng.server.account.IdentityVault;
import zhicheng.server.account.Role;
import zhicheng.server.account.SecurityLog;
import zhicheng.server.account.Viewer;
import zhicheng.server.read.EveryYear;
import zhicheng.server.read.Fixture;
import zhicheng.server.read.ReadPool;
import zhicheng.server.read.Withholding;
import zhicheng.server.region.Regions;

/**
 * Each query in {@code golden/} beside its SQL and its answer, asked as a request is: straight from the tables where they answer it by themselves. Executed
 * field by field the answer is the same. {@code -Dgolden.write=true} writes both anew; they are then to be read.
 * A query begins with {@code # viewer: NAME}; {@code @AFTER@} stands for the last cursor of the query named by {@code # after: FILE}.
 */
@Tag("database")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GoldenReadsTest {
    private static final Path FOLDER = Path.of("src/test/resources/zhicheng/server/graphql/golden");
    private static final boolean WRITE = Boolean.getBoolean("golden.write");
    private static final Pattern CURSOR = Pattern.compile("[A-Za-z0-9_-]{60,}");

    /**
     * Of nowhere, a region in which no unit is known, so that nothing is listed but what is shown: handed in by Zhou, three of them with the office as employer.
     * No other viewer sees them.
     */
    private static final String NOWHERE = """
            insert into notice_edition (region, year, edition, facts_hash, readings, first_pinned_at) values ('nowhere', 2023, 1, repeat('c', 64), '{}', '2023-05-01T00:00+08');
            insert into dossier (id, region, year, series, level, title, applicant, employer, stage, stage_since, created_at, updated_at, submitted_at, receipt_at, snapshot_hash, edition, facts_hash)
            select gen_random_uuid(), 'nowhere', 2023, series, 'INTERMEDIATE', '虚构', '00000000-0000-4000-8000-000000000024', case when i <= with_office then '00000000-0000-4000-8000-000000000015'::uuid end,
                'SUBMITTED', at, at, at, at, at, sha256('x'), 1, repeat('c', 64)
            from (values ('ENGINEERING', 12, 3), ('HEALTH', 20, 0), ('AGRICULTURE', 24, 0), ('ARTS', 9, 0)) handed_in (series, many, with_office)
                cross join generate_series(1, many) i cross join (select timestamptz '2023-06-01T09:00+08' as at) day""";
    /** Accounts that have no person are told by themselves: the clerk of the southern employer, and the bureau's. */
    private static final String TOLD = """
            insert into message (id, account, kind, about, dossier, clause, zh, en, at, due_at, made_up)
            select gen_random_uuid(), account::uuid, 'STEP_DUE', '00000000-0000-4000-8000-000000000212', '00000000-0000-4000-8000-000000000053', 'X24-8.3', '“工程师”请于' || day || '前办理', '“工程师” is to be dealt with by ' || day,
                '2024-06-13T09:00+08', day::timestamptz, true
            from (values ('00000000-0000-4000-8000-000000000032', '2024-06-16T00:00+08'), ('00000000-0000-4000-8000-000000000033', '2024-06-17T00:00+08')) told (account, day)""";
    private static final TrustedDocuments NO_DOCUMENTS = new TrustedDocuments("", List.of());
    private static final Map<String, Viewer> VIEWERS = new HashMap<>(Fixture.VIEWERS);

    static {
        VIEWERS.put("province", new Viewer(Fixture.id(95), Set.of(Role.HRSS_PROVINCE), null, Fixture.id(12)));
        VIEWERS.put("department", new Viewer(Fixture.id(98), Set.of(Role.APPLICANT, Role.SUPERIOR_DEPT, Role.COMMITTEE_OFFICE), Fixture.id(22), Fixture.id(15)));
        VIEWERS.put("finance", new Viewer(Fixture.id(97), Set.of(Role.FINANCE), null, Fixture.id(12)));
        VIEWERS.put("supervising-clerk", new Viewer(Fixture.id(96), Set.of(Role.SUPERVISOR, Role.EMPLOYER_CLERK), null, Fixture.id(15)));
    }

    private final JsonMapper json = JsonMapper.createDefault();
    private final List<String> statements = new CopyOnWriteArrayList<>();
    private TestDatabase database;
    private ReadPool pool;
    private ExecutorService threads;
    private Engine straight;
    private Engine executed;

    @BeforeAll
    void start() throws SQLException {
        database = Fixture.database();
        try (var connection = database.writer().getConnection(); var statement = connection.createStatement()) {
            statement.execute(NOWHERE);
            statement.execute(TOLD);
        }
        pool = Fixture.pool(database);
        threads = Executors.newVirtualThreadPerTaskExecutor();
        var reader = Fixture.reader((question, viewer) -> {
            statements.add(question.text());
            return pool.ask(question, viewer);
        });
        var clock = Fixture.CLOCK;
        var identities = new IdentityQuestions(new IdentityVault(Fixture.KEY), (_, _, _, _) -> { });
        var regions = Regions.of(List.of(new Nowhere()));
        var wires = List.of(new Scalars(), identities, new ServerWires(clock), new ReadFields(reader, identities), new StatisticsFields(reader, new Withholding(10), Regions.of(List.of(EveryYear.nowhere()))));
        var files = sdl("statistics.graphqls");
        straight = new Engine(files, wires, List.of(new Operations(reader, regions, StraightAndExecutedTest.LIMITS)), NO_DOCUMENTS, StraightAndExecutedTest.LIMITS, clock, new SecurityLog(), threads);
        executed = new Engine(files, wires, List.of(), NO_DOCUMENTS, StraightAndExecutedTest.LIMITS, clock, new SecurityLog(), threads);
    }

    /** The part of the schema that the tables answer, with these files beside it. */
    static List<SdlFiles.Sdl> sdl(String... beside) {
        var own = Stream.concat(Stream.of("root.graphqls", "read.graphqls", "dossier.graphqls", "committee.graphqls", "certificate.graphqls", "person.graphqls",
                "organisation.graphqls", "lists.graphqls", "carried.graphqls", "trail.graphqls", "way.graphqls", "binding.graphqls", "consent.graphqls", "register.graphqls",
                        "message.graphqls", "payment.graphqls", "post.graphqls", "nominated.graphqls"), Stream.of(beside)).toList();
        var files = new SdlFiles().all().stream().filter(file -> own.contains(file.name())).toList();
        assertEquals(own.size(), files.size());
        return files;
    }

    @AfterAll
    void stop() {
        threads.close();
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
    void one_statement_a_root_field_and_the_same_answer(Path query) throws Exception {
        var text = Files.readString(query);
        var answer = ask(straight, text);
        var asked = List.copyOf(statements);
        compare(query, ".sql", String.join("\n\n", asked) + "\n");
        compare(query, ".json", pretty(json.writeValueAsString(answer)) + "\n");
        var roots = answer.get("data") instanceof Map<?, ?> data ? data.keySet().stream().filter(key -> !key.equals("server")).count() : 0;
        assertTrue(asked.size() <= roots || answer.containsKey("errors"), () -> roots + " root fields, " + asked.size() + " statements");
        assertEquals(StraightAndExecutedTest.plain(answer), StraightAndExecutedTest.plain(ask(executed, text)), "executed field by field");
    }

    /** What every kind of question becomes is shown, and for several viewers what hangs on who asks. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a page behind a cursor   | d1.id > $                     | 1
            what is below a row      | offset 0)                     | 3
            what is above it         | exists (select 1 from person  | 3
            groups                   | ::float8 as m                 | 3
            groups that pass         | having (count(*)              | 2
            counts side by side      | with finest as materialized   | 3
            a search, ranked         | from search_ranked(           | 3
            a piece of a text        | search_phrase(                | 2
            either of two pieces     | union all select found        | 1
            places put together      | dossier_reached rd            | 1
            an explanation           | p (place, path                | 3
            statistics               | from dossier_statistics(      | 2""")
    void each_kind_of_question_is_among_them(String kind, String part, int viewers) throws IOException {
        var shown = new TreeSet<String>();
        for (var query : queries())
            if (Files.readString(beside(query, ".sql")).contains(part)) shown.add(header(Files.readString(query), "viewer"));
        assertTrue(shown.size() >= viewers, () -> kind + " is shown for " + shown);
    }

    private Map<String, Object> ask(Engine engine, String query) throws Exception {
        var after = header(query, "after");
        if (after != null) {
            var cursors = CURSOR.matcher(json.writeValueAsString(ask(engine, Files.readString(FOLDER.resolve(after)))));
            var last = "";
            while (cursors.find()) last = cursors.group();
            query = query.replace("@AFTER@", last);
        }
        statements.clear();
        var reply = engine.answer(new Ask(query, null, Map.of(), false, true), VIEWERS.get(header(query, "viewer")), "golden").toCompletableFuture().get();
        var answer = new LinkedHashMap<String, Object>();
        switch (reply) {
            case Reply.Written(var data, _) -> answer.put("data", json.readValue(data, Argument.mapOf(String.class, Object.class)));
            case Reply.Values(_, var body) -> {
                if (body.get("errors") instanceof List<?> errors) answer.put("errors", errors.stream().map(error -> ((Map<?, ?>) error).get("message")).toList());
                answer.put("data", body.get("data"));
            }
        }
        return answer;
    }

    private static String header(String query, String name) {
        var line = Pattern.compile("^# " + name + ": (.*)$", Pattern.MULTILINE).matcher(query);
        return line.find() ? line.group(1).strip() : null;
    }

    private static Path beside(Path query, String ending) {
        return Path.of(query.toString().replaceAll("\\.graphql$", ending));
    }

    private static void compare(Path query, String ending, String now) throws IOException {
        var file = beside(query, ending);
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
