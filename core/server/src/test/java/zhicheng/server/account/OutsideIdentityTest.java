package zhicheng.server.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static zhicheng.server.Applicant.codes;
import static zhicheng.server.Applicant.input;
import static zhicheng.server.Applicant.key;
import static zhicheng.server.account.Door.PASSWORD;
import static zhicheng.server.account.Door.session;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import zhicheng.server.Applicant;
import zhicheng.server.World;
import zhicheng.server.World.Caller;
import zhicheng.server.database.Sql;
import zhicheng.server.outside.StandIns;
import zhicheng.server.outside.StandIns.Play;
import zhicheng.server.trail.Json;

/** Logging in by an outside identity (OIDC): authorization code and PKCE, with the stand-in provider's real keys and signatures, as a browser and a client go about it. */
@Tag("database")
@Tag("once")
class OutsideIdentityTest {
    private static final String PROVIDER = "stand-in";
    private static StandIns provider;
    private static Door door;
    private static World world;

    /** What a client has when its browser has come back. */
    private record Returned(String code, String verifier) {}

    @BeforeAll
    static void open() throws IOException {
        provider = StandIns.start(0, Play.HONEST);
        var settings = new ArrayList<Object>(List.of("zhicheng.outside.identities.stand-in.timeout", "3s"));
        provider.settings().forEach((name, value) -> settings.addAll(List.of(name, value.toString())));
        door = Door.open(settings.toArray());
        world = door.world();
    }

    @AfterAll
    static void close() {
        world.close();
        provider.close();
    }

    @BeforeEach
    void honest() {
        provider.play(Play.HONEST);
    }

    @Test
    void whoever_bound_an_identity_logs_in_by_it_until_he_unbinds_it() {
        var account = door.account("AUDITOR");
        var caller = Door.with(session(door.logIn(account, PASSWORD)));
        var subject = subject();
        assertEquals(List.of("identity.unbound"), codes(logIn(returned(subject))), "nobody bound it");
        assertEquals(List.of(), bound(caller));
        assertEquals(List.of(), codes(bind(caller, key(), returned(subject))));
        assertEquals(List.of(PROVIDER), bound(caller));
        var session = session(logIn(returned(subject)));
        assertEquals(account, world.ask(Door.with(session), "{ me { name } }", Map.of()).at("data", "me", "name"));
        assertEquals(List.of(), door.refresh(session.get("refreshToken")).get("findings"), "a session like any other");
        assertEquals(List.of(), codes(unbind(caller, key())));
        assertEquals(List.of("identity.unbound"), codes(logIn(returned(subject))));
        assertEquals(List.of("identity.not-bound"), codes(unbind(caller, key())));
        assertEquals("LOG_IN B24-3.2, BIND_IDENTITY -, LOG_IN B24-3.2, UNBIND_IDENTITY -",
                world.value("select string_agg(act || ' ' || coalesce(clause, '-'), ', ' order by seq) from trail where subject = ?", Door.id(account)));
        for (var table : List.of("outside_identity", "session", "idempotency")) assertEquals(0L, world.<Long>value("select count(*) from " + table + " t where t::text like ?", "%" + subject + "%"), table);
    }

    @Test
    void a_client_finds_out_where_to_send_the_browser() {
        List<Map<String, Object>> providers = world.ask(Caller.PUBLIC, "{ identityProviders { name authorization clientId redirect } }", Map.of()).at("data", "identityProviders");
        assertEquals(1, providers.size());
        assertEquals(List.of(PROVIDER, "zhicheng"), List.of(providers.getFirst().get("name"), providers.getFirst().get("clientId")));
        assertTrue(((String) providers.getFirst().get("authorization")).endsWith("/oidc/authorize"));
    }

    @Test
    void the_same_key_and_code_are_the_same_log_in_and_a_code_is_good_for_no_other() {
        var account = door.account("AUDITOR");
        var subject = subject();
        bind(Door.with(session(door.logIn(account, PASSWORD))), key(), returned(subject));
        var returned = returned(subject);
        var key = key();
        var one = session(logIn(key, returned));
        assertEquals(one.get("refreshToken"), session(logIn(key, returned)).get("refreshToken"), "its answer was lost");
        assertEquals(List.of("identity.unknown"), codes(logIn(key(), returned)));
        assertEquals(1L, world.<Long>value("select count(*) from session where account = ? and way = 'OUTSIDE'", Door.id(account)));
        var begin = door.time().instant();
        door.time().set(begin.plus(Duration.ofMinutes(5)));
        assertEquals(one.get("accessUntil"), session(logIn(key, returned)).get("accessUntil"), "as it was first answered");
        door.time().set(begin.plus(Duration.ofDays(15)));
        assertEquals(List.of("key"), codes(logIn(key, returned)), "it is over");
        door.time().set(begin);
    }

    @Test
    void only_whoever_began_can_end() {
        var account = door.account("AUDITOR");
        var subject = subject();
        bind(Door.with(session(door.logIn(account, PASSWORD))), key(), returned(subject));
        assertEquals(List.of("identity.unknown"), codes(logIn(new Returned(returned(subject).code(), verifier()))), "the verifier of another challenge");
        assertEquals(List.of("identity.unknown"), codes(logIn(new Returned(UUID.randomUUID().toString(), verifier()))), "a code that nobody gave");
    }

    @ParameterizedTest
    @EnumSource(value = Play.class, names = {"DOWN", "SLOW", "NONSENSE", "ANOTHER", "DIFFERS"})
    void a_provider_that_does_not_answer_or_signs_falsely_lets_nobody_in(Play play) {
        var account = door.account("AUDITOR");
        var caller = Door.with(session(door.logIn(account, PASSWORD)));
        var subject = subject();
        assertEquals(List.of(), codes(bind(caller, key(), returned(subject))));
        var returned = returned(subject);
        var other = returned(subject());
        provider.play(play);
        assertEquals(List.of("identity.unknown"), codes(logIn(returned)));
        assertEquals(List.of("identity.unknown"), codes(bind(Door.with(session(door.logIn(door.account("AUDITOR"), PASSWORD))), key(), other)));
        assertEquals(0L, world.<Long>value("select count(*) from session where account = ? and way = 'OUTSIDE'", Door.id(account)));
        session(door.logIn(account, PASSWORD));
    }

    @Test
    void a_token_is_believed_until_it_expires_by_this_servers_time() {
        var begin = door.time().instant();
        var account = door.account("AUDITOR");
        var subject = subject();
        bind(Door.with(session(door.logIn(account, PASSWORD))), key(), returned(subject));
        var late = returned(subject);
        door.time().set(Instant.now().plus(Duration.ofMinutes(7)));
        assertEquals(List.of("identity.unknown"), codes(logIn(late)), "good for five minutes, and a minute of the clocks' difference");
        door.time().set(begin);
        session(logIn(returned(subject)));
    }

    @Test
    void an_identity_is_one_accounts_and_an_account_has_one_of_a_provider() {
        var one = Door.with(session(door.logIn(door.account("AUDITOR"), PASSWORD)));
        var other = Door.with(session(door.logIn(door.account("AUDITOR"), PASSWORD)));
        var subject = subject();
        var key = key();
        var returned = returned(subject);
        assertEquals(List.of(), codes(bind(one, key, returned)));
        assertEquals(List.of(), codes(bind(one, key, returned)), "asked again it is the first outcome");
        assertEquals(List.of("identity.taken"), codes(bind(other, key(), returned(subject))));
        assertEquals(List.of("identity.has-one"), codes(bind(one, key(), returned(subject()))));
        var wanted = subject();
        var first = returned(wanted);
        var second = returned(wanted);
        var third = Door.with(session(door.logIn(door.account("AUDITOR"), PASSWORD)));
        var both = World.together(() -> codes(bind(other, key(), first)), () -> codes(bind(third, key(), second)));
        assertEquals(1, both.stream().filter(List::isEmpty).count(), both::toString);
        assertTrue(both.contains(List.of("identity.taken")), both::toString);
    }

    @Test
    void an_account_that_is_closed_is_answered_like_an_identity_that_nobody_bound() {
        var account = door.account("AUDITOR");
        var subject = subject();
        bind(Door.with(session(door.logIn(account, PASSWORD))), key(), returned(subject));
        var nobody = logIn(returned(subject()));
        world.write("update account set disabled = true where id = ?", Door.id(account));
        assertEquals(nobody, logIn(returned(subject)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"disabled = true", "tokens_from = now() + interval '1 minute'"})
    void whoever_is_locked_out_while_he_binds_one_binds_none(String change) throws SQLException {
        var account = door.account("AUDITOR");
        var caller = Door.with(session(door.logIn(account, PASSWORD)));
        var returned = returned(subject());
        try (var held = world.transaction(); var bound = Executors.newVirtualThreadPerTaskExecutor()) {
            Sql.writeOne(held, "update account set " + change + " where id = ?", Door.id(account));
            var codes = bound.submit(() -> codes(bind(caller, key(), returned)));
            world.awaitWaiting(1);
            held.commit();
            assertEquals(List.of("account.closed"), codes.get());
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
        assertEquals(0L, world.<Long>value("select count(*) from outside_identity where account = ?", Door.id(account)));
    }

    @Test
    void the_last_way_in_is_not_taken_away() {
        var account = door.account("AUDITOR");
        var caller = Door.with(session(door.logIn(account, PASSWORD)));
        bind(caller, key(), returned(subject()));
        world.write("update credential set password = null, code = sha256('x'), code_until = changed_at where account = ?", Door.id(account));
        assertEquals(List.of("identity.only-way"), codes(unbind(caller, key())));
    }

    /** B24-3.2: whoever opened the account before him may have bound his own. */
    @Test
    void who_sets_a_forgotten_password_anew_ends_every_identity_that_was_bound_before() throws InterruptedException {
        var begin = door.time().instant();
        var number = IdentityNumber.completed("42120219850301001").number();
        var person = UUID.randomUUID();
        var kept = world.bean(IdentityVault.class).keep(person, new IdentityNumber(number));
        world.write("insert into person (id, name, region, identity_masked, identity_cipher, identity_index, made_up, created_at) values (?, '武虚构', 'xianning', ?, ?, ?, true, ?)", person, kept.masked(), kept.cipher(), kept.index(), world.now());
        var id = world.account(person, null, "APPLICANT").account();
        world.write("insert into credential (account, password, changed_at) values (?, ?, ?)", id, world.bean(Passwords.class).hash(PASSWORD), world.now());
        var account = "a-" + id;
        var another = subject();
        var before = Door.with(session(door.logIn(account, PASSWORD)));
        assertEquals(List.of(), codes(bind(before, key(), returned(another))));
        session(logIn(returned(another)));
        var agreed = UUID.randomUUID();
        world.write("insert into account_consent (id, person, organisation, given_at, until) values (?, ?, ?, ?, ?)", agreed, person, world.organisation("HRSS", "xianning"), world.now(), world.now().plusSeconds(60));
        var reset = door.mutate(Caller.PUBLIC, "resetPassword", "ResetPasswordInput", Applicant.FINDINGS, input("key", key(), "account", account, "identityNumber", number, "proof", "武虚构 " + number, "password", PASSWORD + "!"));
        assertEquals(List.of(), codes(reset));
        assertEquals(List.of("identity.unbound"), codes(logIn(returned(another))));
        assertEquals("[\"stand-in\"]", world.value("select convert_from(entry, 'UTF8')::jsonb ->> 'unbound' from trail where subject = ? and act = 'RESET_PASSWORD'", id));
        assertEquals("[\"" + agreed + "\"]", world.value("select convert_from(entry, 'UTF8')::jsonb ->> 'withdrawn' from trail t join account_consent c on c.id = ? and c.withdrawn_at is not null where subject = ? and act = 'RESET_PASSWORD'", agreed, id), "nor is another account made for whoever agreed in it");
        lockedOut(before, "a server remembers him for seconds");
        var anew = Door.with(session(door.logIn(account, PASSWORD + "!")));
        var own = subject();
        assertEquals(List.of(), codes(bind(anew, key(), returned(own))), "he binds his own, in the same second");
        session(logIn(returned(own)));
        assertEquals(List.of(), codes(revoke(anew)));
        lockedOut(anew, "all ended twice in that second");
        door.time().set(begin.plusSeconds(3));
        for (var gone : List.of(before, anew)) {
            var status = 200;
            for (var wait = 0; wait < 100 && status == 200; wait++) {
                status = world.ask(gone, "{ me { name } }", Map.of()).status();
                if (status == 200) Thread.sleep(100); // an account is remembered for three seconds of the machine's own
            }
            assertEquals(401, status, "it does not outlive them");
            lockedOut(gone, "after they are forgotten too");
        }
        session(door.logIn(account, PASSWORD + "!"));
        door.time().set(begin);
    }

    /** With a token of before all sessions of its account ended nobody does what outlasts it, be it remembered still or not. */
    private static void lockedOut(Caller caller, String why) {
        var returned = returned(subject());
        for (var act : List.of("bindIdentity(input: {key: \"%s\", provider: \"%s\", code: \"%s\", verifier: \"%s\"})".formatted(key(), PROVIDER, returned.code(), returned.verifier()),
                "agreeToAccount(input: {key: \"%s\", organisation: \"%s\"})".formatted(key(), world.organisation("HRSS", "xianning")), "revokeSessions(input: {key: \"%s\"})".formatted(key()))) {
            var reply = world.ask(caller, "mutation { act: " + act + " { findings { code } } }", Map.of());
            assertTrue(reply.status() == 401 || List.of(Map.of("code", "account.closed")).equals(reply.at("data", "act", "findings")), () -> why + ": " + reply);
        }
    }

    private static Map<String, Object> revoke(Caller caller) {
        return door.mutate(caller, "revokeSessions", "RevokeSessionsInput", Applicant.FINDINGS, input("key", key()));
    }

    @Test
    void somebody_else_with_the_same_name_is_somebody_else() {
        var account = door.account("AUDITOR");
        assertEquals(List.of("identity.unbound"), codes(logIn(returned(account))), "called as the account is");
        assertEquals(0L, world.<Long>value("select count(*) from session where account = ?", Door.id(account)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nobody", "stand-in2", "😀"})
    void a_provider_that_is_not_configured_is_refused(String name) {
        assertEquals(List.of("identity.provider"), codes(door.mutate(Caller.PUBLIC, "logInWith", "LogInWithInput", Door.SESSION, input("key", key(), "provider", name, "code", "x", "verifier", "y"))));
    }

    @Test
    void hostile_input_is_input() {
        for (var code : List.of("", " ", "x".repeat(2001))) assertEquals(List.of("input"), codes(logIn(new Returned(code, verifier()))));
        for (var code : List.of("a&client_id=b", "😀", "' or 1=1 --")) assertEquals(List.of("identity.unknown"), codes(logIn(new Returned(code, verifier()))));
        assertEquals(List.of("key"), codes(logIn("short", returned(subject()))));
        var bind = "mutation { bindIdentity(input: {key: \"k\", provider: \"stand-in\", code: \"c\", verifier: \"v\"}) { findings { code } } }";
        assertEquals("UNAUTHENTICATED", world.ask(Caller.PUBLIC, bind, Map.of()).error());
    }

    // a browser

    /** Sent to the provider as somebody, and back. */
    private static Returned returned(String subject) {
        var verifier = verifier();
        var challenge = Base64.getUrlEncoder().withoutPadding().encodeToString(Json.sha256(verifier.getBytes(StandardCharsets.US_ASCII)));
        var address = provider.settings().get("zhicheng.outside.identities.stand-in.authorization") + "?response_type=code&scope=openid&client_id=zhicheng&code_challenge_method=S256&code_challenge=" + challenge
                + "&login_hint=" + URLEncoder.encode(subject, StandardCharsets.UTF_8) + "&redirect_uri=" + URLEncoder.encode(provider.settings().get("zhicheng.outside.identities.stand-in.redirect").toString(), StandardCharsets.UTF_8);
        try (var browser = HttpClient.newHttpClient()) {
            var answer = browser.send(HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString());
            assertEquals(302, answer.statusCode());
            return new Returned(answer.headers().firstValue("Location").orElseThrow().split("code=")[1], verifier);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String verifier() {
        return UUID.randomUUID() + "-" + UUID.randomUUID();
    }

    private static String subject() {
        return "outside-" + UUID.randomUUID();
    }

    private static Map<String, Object> logIn(Returned returned) {
        return logIn(key(), returned);
    }

    private static Map<String, Object> logIn(String key, Returned returned) {
        return door.mutate(Caller.PUBLIC, "logInWith", "LogInWithInput", Door.SESSION, input("key", key, "provider", PROVIDER, "code", returned.code(), "verifier", returned.verifier()));
    }

    private static Map<String, Object> bind(Caller caller, String key, Returned returned) {
        return door.mutate(caller, "bindIdentity", "BindIdentityInput", "account { name } " + Applicant.FINDINGS, input("key", key, "provider", PROVIDER, "code", returned.code(), "verifier", returned.verifier()));
    }

    private static Map<String, Object> unbind(Caller caller, String key) {
        return door.mutate(caller, "unbindIdentity", "UnbindIdentityInput", Applicant.FINDINGS, input("key", key, "provider", PROVIDER));
    }

    private static List<String> bound(Caller caller) {
        var reply = world.ask(caller, "{ boundProviders }", Map.of());
        assertNull(reply.body().get("errors"), () -> reply.body().toString());
        return reply.at("data", "boundProviders");
    }
}
