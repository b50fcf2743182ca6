package zhicheng.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static zhicheng.server.http.Running.body;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import io.micronaut.context.annotation.Requires;
import io.micronaut.security.token.Claims;
import io.micronaut.security.token.jwt.validator.GenericJwtClaimsValidator;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import zhicheng.server.account.Accounts;
import zhicheng.server.account.Role;
import zhicheng.server.account.Viewer;
import zhicheng.server.graphql.SmallSchema;
import zhicheng.server.local.DataFolder;
import zhicheng.server.local.SigningKey;

class TokensTest {

    private static final UUID APPLICANT = UUID.fromString("00000000-0000-4000-8000-000000000001");
    private static final UUID AUDITOR = UUID.fromString("00000000-0000-4000-8000-000000000002");
    private static final String ISSUER = "https://login.example.org/";

    /** Accounts of a server without a database. */
    @Singleton
    @Requires(property = SmallSchema.PROPERTY, value = "small")
    @Requires(missingBeans = DataSource.class)
    static class Known implements Accounts {
        @Override
        public CompletableFuture<Optional<Viewer>> viewer(UUID account, Instant issued) {
            return CompletableFuture.completedFuture(Optional.ofNullable(Map.of(
                    APPLICANT, new Viewer(APPLICANT, Set.of(Role.APPLICANT), UUID.randomUUID(), null),
                    AUDITOR, new Viewer(AUDITOR, Set.of(Role.AUDITOR), null, null)).get(account)));
        }
    }

    /** One more thing that is checked of a token, which counts how often tokens are checked. */
    @Singleton
    @Requires(property = SmallSchema.PROPERTY, value = "small")
    static class Checks implements GenericJwtClaimsValidator<io.micronaut.http.HttpRequest<?>> {
        private final AtomicInteger made = new AtomicInteger();

        @Override
        public boolean validate(Claims claims, io.micronaut.http.HttpRequest<?> request) {
            made.incrementAndGet();
            return true;
        }
    }

    private static RSAKey key;
    private static HttpServer issuer;
    private static Running server;

    /** An issuer that publishes its key over HTTP, as in production. */
    @BeforeAll
    static void start() throws Exception {
        key = new RSAKeyGenerator(2048).keyID("one").algorithm(JWSAlgorithm.RS256).generate();
        var keys = new JWKSet(key.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
        issuer = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        issuer.createContext("/jwks", exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, keys.length);
            exchange.getResponseBody().write(keys);
            exchange.close();
        });
        issuer.start();
        server = Running.with(
                "micronaut.security.token.jwt.signatures.jwks.issuer.url", "http://localhost:" + issuer.getAddress().getPort() + "/jwks",
                "micronaut.security.token.jwt.claims-validators.issuer", ISSUER);
    }

    @AfterAll
    static void stop() {
        server.close();
        issuer.stop(0);
    }

    @Test
    void a_good_token_is_its_account() throws Exception {
        assertEquals(200, ask(signed(claims(APPLICANT))).statusCode());
        assertTrue(ask(signed(claims(APPLICANT))).body().contains("{\"roles\":[\"APPLICANT\"]}"));
        assertTrue(ask(signed(claims(AUDITOR))).body().contains("{\"roles\":[\"AUDITOR\"]}"));
    }

    @Test
    void a_good_token_is_checked_once() throws Exception {
        var token = signed(claims(APPLICANT).jwtID("once"));
        var checks = server.context().getBean(Checks.class).made;
        var before = checks.get();
        for (var i = 0; i < 3; i++)
            assertTrue(ask(token).body().contains("{\"roles\":[\"APPLICANT\"]}"));
        assertEquals(before + 1, checks.get());
    }

    @Test
    void a_token_that_was_good_is_refused_from_the_second_on_that_it_expires() throws Exception {
        var token = signed(claims(APPLICANT).expirationTime(Date.from(Instant.now().plusSeconds(3))));
        assertEquals(200, ask(token).statusCode());
        for (var i = 0; i < 100 && ask(token).statusCode() == 200; i++)
            Thread.sleep(100);
        refused(token, "expired at");
    }

    @Test
    void roles_in_a_token_do_not_count() throws Exception {
        var token = signed(claims(APPLICANT).claim("roles", List.of("AUDITOR", "SYS_ADMIN")));
        assertTrue(ask(token).body().contains("{\"roles\":[\"APPLICANT\"]}"));
    }

    @Test
    void no_token_is_the_public() {
        assertTrue(server.ask("{roles}").body().contains("{\"roles\":[\"PUBLIC\"]}"));
    }

    @Test
    void an_expired_token_is_refused() throws Exception {
        refused(signed(claims(APPLICANT).expirationTime(Date.from(Instant.now().minusSeconds(600)))), "expired at");
    }

    @Test
    void a_token_for_later_is_refused() throws Exception {
        refused(signed(claims(APPLICANT).notBeforeTime(Date.from(Instant.now().plusSeconds(600)))), "good only from");
    }

    @Test
    void a_token_that_never_expires_is_refused() throws Exception {
        refused(signed(claims(APPLICANT).expirationTime(null)), "(exp)");
    }

    @Test
    void a_token_of_another_issuer_is_refused() throws Exception {
        refused(signed(claims(APPLICANT).issuer("https://elsewhere.example.org/")), "another issuer");
        refused(signed(claims(APPLICANT).issuer(null)), "another issuer");
    }

    @Test
    void a_token_of_another_key_is_refused_even_under_the_same_name() throws Exception {
        var other = new RSAKeyGenerator(2048).keyID("one").generate();
        refused(signed(claims(APPLICANT).build(), new RSASSASigner(other), JWSAlgorithm.RS256), "signature");
    }

    @Test
    void a_token_that_was_changed_is_refused() throws Exception {
        var parts = signed(claims(APPLICANT)).split("\\.");
        var changed = parts[0] + "." + claims(AUDITOR).build().toPayload().toBase64URL() + "." + parts[2];
        refused(changed, "signature");
    }

    @Test
    void a_token_without_a_signature_is_refused() {
        refused(new PlainJWT(claims(APPLICANT).build()).serialize(), "not signed");
    }

    @Test
    void a_token_signed_with_the_public_key_as_a_secret_is_refused() throws Exception {
        var secret = new MACSigner(key.toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8));
        refused(signed(claims(APPLICANT).build(), secret, JWSAlgorithm.HS256), "algorithm");
    }

    @Test
    void a_token_for_nobody_is_refused() throws Exception {
        refused(signed(claims(APPLICANT).subject(null)), "(sub)");
        refused(signed(claims(APPLICANT).subject("root")), "(sub)");
        refused(signed(claims(UUID.randomUUID())), "does not exist, or is disabled");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer", "Bearer ", "Bearer x", "Bearer a.b.c", "Basic cm9vdDpyb290", "x", "Bearer a, Bearer b"})
    void a_header_that_is_no_token_is_refused(String header) {
        var answer = server.send(server.posting(body("{roles}"), "application/json").header("Authorization", header));
        assertEquals(401, answer.statusCode(), answer.body());
        assertTrue(answer.body().contains("\"code\":\"UNAUTHENTICATED\""), answer.body());
        assertTrue(answer.headers().firstValue("WWW-Authenticate").orElse("").startsWith("Bearer"));
    }

    @Test
    void two_headers_are_refused() throws Exception {
        var answer = server.send(server.posting(body("{roles}"), "application/json")
                .header("Authorization", "Bearer " + signed(claims(APPLICANT))).header("Authorization", "Bearer " + signed(claims(AUDITOR))));
        assertEquals(401, answer.statusCode());
    }

    @Test
    void a_server_without_an_issuer_takes_no_tokens() throws Exception {
        var token = signed(claims(APPLICANT));
        try (var closed = Running.with()) {
            var answer = closed.send(closed.posting(body("{roles}"), "application/json").header("Authorization", "Bearer " + token));
            assertEquals(401, answer.statusCode());
            assertTrue(answer.body().contains("this server takes no tokens"), answer.body());
        }
    }

    @Test
    void a_local_start_takes_the_tokens_that_its_own_key_signed(@TempDir Path folder) throws Exception {
        try (var data = DataFolder.open(folder.resolve("data"))) {
            var settings = SigningKey.settings(data).entrySet().stream()
                    .flatMap(setting -> Stream.of(setting.getKey(), setting.getValue())).toArray();
            try (var local = Running.with(settings)) {
                var token = SigningKey.in(data.path()).orElseThrow().token(APPLICANT, List.of("AUDITOR"), Instant.now());
                var answer = local.send(local.posting(body("{roles}"), "application/json").header("Authorization", "Bearer " + token));
                assertTrue(answer.body().contains("{\"roles\":[\"APPLICANT\"]}"), answer.body());
                var foreign = local.send(local.posting(body("{roles}"), "application/json")
                        .header("Authorization", "Bearer " + signed(claims(APPLICANT).issuer(SigningKey.ISSUER))));
                assertEquals(401, foreign.statusCode());
            }
        }
    }

    @Test
    void a_mutation_is_for_its_roles() throws Exception {
        var before = SmallSchema.COUNTED.get();
        var stranger = server.ask("mutation{count}");
        assertTrue(stranger.body().contains("\"code\":\"UNAUTHENTICATED\"") && stranger.body().contains("[APPLICANT, SYS_ADMIN]"), stranger.body());
        var other = ask(signed(claims(AUDITOR)), "mutation{count}");
        assertTrue(other.body().contains("\"code\":\"FORBIDDEN\"") && other.body().contains("\"data\":null"), other.body());
        assertEquals(before, SmallSchema.COUNTED.get());
        var right = ask(signed(claims(APPLICANT)), "mutation{count}");
        assertTrue(right.body().contains("{\"data\":{\"count\":" + (before + 1) + "}"), right.body());
    }

    @Test
    void a_field_with_roles_is_for_them_and_the_others_are_answered() throws Exception {
        assertTrue(ask(signed(claims(AUDITOR)), "{audit}").body().contains("{\"audit\":\"trail\"}"));
        var other = ask(signed(claims(APPLICANT)), "{audit roles}");
        assertEquals(200, other.statusCode());
        assertTrue(other.body().contains("\"data\":{\"audit\":null,\"roles\":[\"APPLICANT\"]}") && other.body().contains("FORBIDDEN"), other.body());
    }

    private static void refused(String token, String reason) {
        var answer = ask(token);
        assertEquals(401, answer.statusCode(), answer.body());
        assertTrue(answer.body().contains("\"code\":\"UNAUTHENTICATED\"") && answer.body().contains(reason), answer.body());
        assertEquals("Bearer error=\"invalid_token\"", answer.headers().firstValue("WWW-Authenticate").orElse(null));
    }

    private static HttpResponse<String> ask(String token) {
        return ask(token, "{roles}");
    }

    private static HttpResponse<String> ask(String token, String query) {
        return server.send(server.posting(body(query), "application/json").header("Authorization", "Bearer " + token));
    }

    private static JWTClaimsSet.Builder claims(UUID account) {
        return new JWTClaimsSet.Builder().issuer(ISSUER).subject(account.toString())
                .issueTime(Date.from(Instant.now())).expirationTime(Date.from(Instant.now().plusSeconds(600)));
    }

    private static String signed(JWTClaimsSet.Builder claims) throws Exception {
        return signed(claims.build(), new RSASSASigner(key), JWSAlgorithm.RS256);
    }

    private static String signed(JWTClaimsSet claims, JWSSigner signer, JWSAlgorithm algorithm) throws Exception {
        var token = new SignedJWT(new JWSHeader.Builder(algorithm).keyID("one").build(), claims);
        token.sign(signer);
        return token.serialize();
    }
}
