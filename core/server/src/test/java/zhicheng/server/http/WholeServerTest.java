package zhicheng.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static zhicheng.server.http.Running.body;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import zhicheng.server.TestDatabase;
import zhicheng.server.graphql.SmallSchema;
import zhicheng.server.local.DataFolder;
import zhicheng.server.local.SigningKey;

/** The whole schema, on a database: it starts, and whoever shows a token is who the database says. */
@Tag("database")
class WholeServerTest {

    private static final UUID ACCOUNT = UUID.randomUUID();

    private static TestDatabase database;
    private static DataFolder folder;
    private static Running server;

    @BeforeAll
    static void start(@TempDir Path temporary) {
        database = TestDatabase.fresh();
        folder = DataFolder.open(temporary.resolve("data"));
        var settings = new HashMap<String, Object>(database.settings());
        settings.putAll(SigningKey.settings(folder));
        settings.put(SmallSchema.PROPERTY, "whole");
        settings.put("zhicheng.graphql.limits.introspection", true);
        server = Running.with(settings.entrySet().stream()
                .flatMap(setting -> Stream.of(setting.getKey(), setting.getValue())).toArray());
    }

    @AfterAll
    static void stop() {
        server.close();
        folder.close();
        database.close();
    }

    @Test
    void the_first_query_of_graphiql_works() {
        var welcome = server.send(server.to("/graphiql/welcome.graphql"));
        assertEquals(200, welcome.statusCode());
        var answer = server.ask(welcome.body());
        assertEquals(200, answer.statusCode(), answer.body());
        assertFalse(answer.body().contains("\"errors\""), answer.body());
        assertTrue(answer.body().contains("\"calendar\":{\"open\":["), answer.body());
    }

    @Test
    void what_graphiql_asks_of_the_schema_is_within_the_limits() {
        var answer = server.ask("""
                query IntrospectionQuery { __schema { queryType { name } mutationType { name } types { ...FullType } directives { name description locations args { ...InputValue } } } }
                fragment FullType on __Type { kind name description fields(includeDeprecated: true) { name description args { ...InputValue } type { ...TypeRef } isDeprecated deprecationReason }
                  inputFields { ...InputValue } interfaces { ...TypeRef } enumValues(includeDeprecated: true) { name description isDeprecated deprecationReason } possibleTypes { ...TypeRef } }
                fragment InputValue on __InputValue { name description type { ...TypeRef } defaultValue }
                fragment TypeRef on __Type { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name } } } } } } } } } }""");
        assertEquals(200, answer.statusCode(), answer.body());
        assertFalse(answer.body().contains("\"errors\""), answer.body().substring(0, 500));
        assertTrue(answer.body().contains("\"name\":\"SYS_ADMIN\""));
    }

    @Test
    void a_token_is_the_account_that_the_database_keeps_as_long_as_it_keeps_it() throws Exception {
        execute("insert into account (id, name, roles, created_at) values ('" + ACCOUNT + "', 'auditor-1', '{AUDITOR}', '2024-01-01T00:00+08:00')");
        var token = SigningKey.in(folder.path()).orElseThrow().token(ACCOUNT, List.of("AUDITOR"), Instant.now());
        assertEquals(200, ask(token).statusCode());
        execute("update account set disabled = true where id = '" + ACCOUNT + "'");
        for (var i = 0; i < 100 && ask(token).statusCode() == 200; i++)
            Thread.sleep(100);
        assertEquals(401, ask(token).statusCode());
        assertTrue(ask(token).body().contains("does not exist, or is disabled"), ask(token).body());
    }

    private static HttpResponse<String> ask(String token) {
        return server.send(server.posting(body("{server{name}}"), "application/json").header("Authorization", "Bearer " + token));
    }

    private static void execute(String sql) throws SQLException {
        try (var connection = database.owner().getConnection(); var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
