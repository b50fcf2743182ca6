package zhicheng.server;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import zhicheng.server.calendar.SetTime;
import zhicheng.server.database.Sql;
import zhicheng.server.local.DataFolder;
import zhicheng.server.local.SigningKey;
import zhicheng.server.trail.Json;

/** The real server on a database of its own with the three regions, cheap passwords, an official time that a test sets, people with accounts, and GraphQL over HTTP as they would send it. */
public final class World implements AutoCloseable {

    private static final Path KEYS = keys();
    private static final SigningKey KEY = SigningKey.in(KEYS).orElseThrow();

    /** What sends somebody away who waits too long: on a machine that is busy with other tests nobody is, but where a test is about that. */
    private static final List<String> PATIENCE = List.of("zhicheng.accounts.patience", "zhicheng.read.statement-timeout", "zhicheng.graphql.limits.time");

    private final TestDatabase database;
    private final ApplicationContext context;
    private final URI graphql;
    private final HttpClient client = HttpClient.newHttpClient();

    private World(TestDatabase database, ApplicationContext context) {
        this.database = database;
        this.context = context;
        this.graphql = URI.create("http://localhost:" + context.getBean(EmbeddedServer.class).start().getPort() + "/graphql");
    }

    /**
     * @param time official time, e.g. {@code 2024-09-18T10:00:00+08:00}
     * @param settings name, value, name, value …
     */
    public static World at(String time, Object... settings) {
        return on(TestDatabase.fresh(), time, settings);
    }

    /** As {@link #at}, on a database that has something in it already. */
    public static World on(TestDatabase database, String time, Object... settings) {
        var all = new HashMap<String, Object>(database.settings());
        all.putAll(publicKeys());
        all.put("micronaut.server.port", -1);
        all.put(SetTime.PROPERTY, time);
        all.put("zhicheng.passwords.memory", 256);
        for (var patience : PATIENCE) all.put(patience, "1m");
        for (var i = 0; i < settings.length; i += 2) all.put((String) settings[i], settings[i + 1]);
        return new World(database, ApplicationContext.builder().deduceEnvironment(false).banner(false).properties(all).start());
    }

    private static Path keys() {
        try {
            var folder = Files.createTempDirectory(Files.createDirectories(Path.of("target").toAbsolutePath()), "keys");
            publicKeys(folder);
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Object> publicKeys() {
        return publicKeys(KEYS);
    }

    private static Map<String, Object> publicKeys(Path path) {
        try (var folder = DataFolder.open(path)) {
            return SigningKey.settings(folder);
        }
    }

    public void time(String time) {
        context.getBean(SetTime.class).set(time);
    }

    public Instant now() {
        return context.getBean(SetTime.class).instant();
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public <T> Collection<T> beans(Class<T> type) {
        return context.getBeansOfType(type);
    }

    public TestDatabase database() {
        return database;
    }

    /** @param path of this server, e.g. {@code /graphql} */
    public URI address(String path) {
        return graphql.resolve(path);
    }

    /** A value that the database has, as the writer sees it; null where there is no row. */
    @SuppressWarnings("unchecked")
    public <T> T value(String select, Object... values) {
        return (T) one(row -> row.getObject(1), select, values);
    }

    /** One row of the database; null where there is none. */
    public <T> T one(Sql.Row<T> of, String select, Object... values) {
        try (var connection = database.writer().getConnection()) {
            return Sql.one(connection, of, select, values).orElse(null);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Writes as the writer. */
    public void write(String statement, Object... values) {
        try (var connection = database.writer().getConnection()) {
            Sql.write(connection, statement, values);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Changes what only the owner may change. */
    public void owner(String statement) {
        try (var connection = database.owner().getConnection(); var owner = connection.createStatement()) {
            owner.execute(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A connection of the writer's with a transaction of its own open. */
    public Connection transaction() throws SQLException {
        var connection = database.writer().getConnection();
        connection.setAutoCommit(false);
        return connection;
    }

    /** Waits until so many others wait for a lock in this database. */
    public void awaitWaiting(int sessions) {
        var until = System.nanoTime() + 20_000_000_000L;
        while (this.<Long>value("select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'") < sessions) {
            if (System.nanoTime() > until) throw new IllegalStateException("nobody waits for a lock");
            Thread.onSpinWait();
        }
    }

    /** An applicant with an employer of his own. */
    public Applicant applicant() {
        var organisation = organisation("PRIVATE_ENTERPRISE", "xianning");
        var person = UUID.randomUUID();
        write("insert into person (id, name, region, employer, made_up, created_at) values (?, '王虚构', 'xianning', ?, true, ?)", person, organisation, now());
        return new Applicant(this, account(person, null, "APPLICANT"), person, organisation);
    }

    /** As if somebody's identity number were known, which is nobody else's. */
    public void numbered(UUID person) {
        write("update person set identity_masked = '6202**************', identity_cipher = '\\x01', identity_index = sha256(?) where id = ?", person.toString().getBytes(StandardCharsets.UTF_8), person);
    }

    /** An organisation with a name of its own, without digits: fifteen in a row may look like an identity number, which nothing that is published has in it. */
    public UUID organisation(String kind, String region) {
        var id = UUID.randomUUID();
        write("insert into organisation (id, name, kind, region, area_code, made_up, created_at) values (?, ?, ?, ?, '421200', true, ?)", id, "虚构单位" + letters(id), kind, region, now());
        return id;
    }

    private static String letters(UUID id) {
        return id.toString().chars().map(one -> Character.isDigit(one) ? one - '0' + 'g' : one).collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }

    /** An account in these roles; {@code person} and {@code organisation} may be null where they have none. */
    public Caller account(UUID person, UUID organisation, String... roles) {
        var id = UUID.randomUUID();
        write("insert into account (id, name, person, organisation, roles, made_up, created_at) values (?, ?, ?, ?, ?, true, ?)",
                id, "a-" + id, person, organisation, roles, now());
        return new Caller(id, KEY.token(id, List.of(roles), Instant.now()));
    }

    /** Who has an account already, by its name. */
    public Caller named(String account) {
        return one(row -> new Caller(row.getObject(1, UUID.class), KEY.token(row.getObject(1, UUID.class), List.of((String[]) row.getArray(2).getArray()), Instant.now())), "select id, roles from account where name = ?", account);
    }

    /** Somebody with a token; {@code token} null for the public. */
    public record Caller(UUID account, String token) {
        public static final Caller PUBLIC = new Caller(null, null);
    }

    /** What came back. */
    public record Reply(int status, Map<String, Object> body) {
        /** A part of the body, by names and places; null where it ends early. */
        @SuppressWarnings("unchecked")
        public <T> T at(Object... path) {
            Object part = body;
            for (var step : path) {
                if (part == null) return null;
                part = step instanceof Integer place ? ((List<?>) part).get(place) : ((Map<String, Object>) part).get(step);
            }
            return (T) part;
        }

        /** The code of the first error; null where there is none. */
        public String error() {
            return body.get("errors") == null ? null : at("errors", 0, "extensions", "code");
        }
    }

    /** Sends a request and takes whatever comes. */
    public Reply ask(Caller caller, String query, Map<String, ?> variables) {
        return send(caller, Json.text(Map.of("query", query, "variables", variables)));
    }

    /** Sends a body as it is. */
    public Reply send(Caller caller, String body) {
        return send(caller, HttpRequest.newBuilder(graphql).header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** Sends a request in the address. */
    public Reply get(Caller caller, String query) {
        return send(caller, HttpRequest.newBuilder(URI.create(graphql + "?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8))));
    }

    private Reply send(Caller caller, HttpRequest.Builder request) {
        request.header("Accept", "application/json");
        if (caller.token != null) request.header("Authorization", "Bearer " + caller.token);
        try {
            var response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Reply(response.statusCode(), Json.map(response.body()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Does all of it at the same moment, each in a thread of its own, and brings what came of each. */
    @SafeVarargs
    public static <T> List<T> together(Callable<T>... acts) {
        var start = new CyclicBarrier(acts.length);
        try (var threads = Executors.newFixedThreadPool(acts.length)) {
            var running = new ArrayList<Future<T>>();
            for (var act : acts)
                running.add(threads.submit(() -> {
                    start.await();
                    return act.call();
                }));
            var done = new ArrayList<T>();
            for (var one : running) done.add(one.get());
            return done;
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Ends the server and leaves its database. */
    public void stop() {
        context.close();
    }

    /** Ends the server and drops its database, whose trail has nothing protected in plain, whatever was done. */
    @Override
    public void close() {
        stop();
        try (database) {
            PlainTrail.check(database);
        }
    }
}
