package zhicheng.server.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static zhicheng.server.Applicant.codes;
import static zhicheng.server.Applicant.findings;
import static zhicheng.server.Applicant.input;
import static zhicheng.server.account.Door.PASSWORD;
import static zhicheng.server.account.Door.session;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import zhicheng.server.World;
import zhicheng.server.World.Caller;

@Tag("database")
class LogInTest {
    private static Door door;
    private static World world;

    @BeforeAll
    static void open() {
        door = Door.open();
        world = door.world();
    }

    @AfterAll
    static void close() {
        world.close();
    }

    @Test
    void whoever_logs_in_is_his_account_until_his_token_expires() {
        var account = door.account("HRSS_CITY");
        var session = session(door.logIn(account, PASSWORD));
        var reply = world.ask(Door.with(session), "{ me { name roles } }", Map.of());
        assertEquals(account, reply.at("data", "me", "name"));
        assertEquals(door.time().instant().plus(Duration.ofMinutes(10)), instant(session.get("accessUntil")));
        assertEquals(door.time().instant().plus(Duration.ofHours(12)), instant(session.get("refreshUntil")));
        assertEquals("LOG_IN", world.value("select act from trail where subject = ?", Door.id(account)));
        assertEquals("HRSS_CITY", world.value("select capacity from trail where subject = ?", Door.id(account)));
    }

    @Test
    void the_same_key_is_the_same_session_and_another_key_another() {
        var account = door.account("AUDITOR");
        var key = UUID.randomUUID().toString();
        var first = session(door.logIn(key, account, PASSWORD));
        assertEquals(first.get("refreshToken"), session(door.logIn(key, account, PASSWORD)).get("refreshToken"));
        assertEquals(List.of("log-in.refused"), codes(door.logIn(key, account, PASSWORD + "x")), "the key alone opens nothing");
        assertNotEquals(first.get("refreshToken"), session(door.logIn(account, PASSWORD)).get("refreshToken"));
        assertEquals(2L, world.<Long>value("select count(*) from session where account = ?", Door.id(account)));
    }

    @Test
    void a_key_brings_its_session_again_as_it_was_first_answered_and_not_once_that_is_over() {
        var begin = door.time().instant();
        var account = door.account("AUDITOR");
        var key = UUID.randomUUID().toString();
        var first = session(door.logIn(key, account, PASSWORD));
        var until = instant(first.get("refreshUntil"));
        for (var later : List.of(begin.plus(Duration.ofMinutes(5)), until.minusNanos(1000))) {
            door.time().set(later);
            var again = session(door.logIn(key, account, PASSWORD));
            for (var member : List.of("accessUntil", "refreshToken", "refreshUntil")) assertEquals(first.get(member), again.get(member), member);
        }
        for (var later : List.of(until, begin.plus(Duration.ofDays(200)))) {
            door.time().set(later);
            assertEquals(List.of("key input.key"), used(door.logIn(key, account, PASSWORD)));
        }
        session(door.logIn(account, PASSWORD));
        var ended = UUID.randomUUID().toString();
        var token = session(door.logIn(ended, account, PASSWORD)).get("refreshToken");
        assertEquals(List.of(), codes(door.mutate(Caller.PUBLIC, "logOut", "LogOutInput", "findings { code }", input("key", UUID.randomUUID().toString(), "refreshToken", token))));
        assertEquals(List.of("key input.key"), used(door.logIn(ended, account, PASSWORD)));
        var refreshed = UUID.randomUUID().toString();
        var refresh = UUID.randomUUID().toString();
        token = session(door.logIn(refreshed, account, PASSWORD)).get("refreshToken");
        var next = session(door.refresh(refresh, token));
        assertEquals(List.of("key input.key"), used(door.logIn(refreshed, account, PASSWORD)));
        door.time().set(door.time().instant().plus(Duration.ofMinutes(5)));
        assertEquals(next.get("accessUntil"), session(door.refresh(refresh, token)).get("accessUntil"), "a refresh too");
        assertEquals("LOG_IN,LOG_IN,LOG_IN,LOG_OUT,LOG_IN", world.value("select string_agg(act, ',' order by seq) from trail where subject = ?", Door.id(account)), "once each");
        door.time().set(begin);
    }

    private static List<String> used(Map<String, Object> payload) {
        assertNull(payload.get("session"));
        return findings(payload).stream().map(one -> one.get("code") + " " + one.get("path")).toList();
    }

    @Test
    void whatever_is_wrong_the_answer_is_the_same() {
        var wrong = door.logIn(door.account("AUDITOR"), PASSWORD + "x");
        assertEquals(List.of("log-in.refused"), codes(wrong));
        assertNull(wrong.get("session"));
        var closed = door.account("AUDITOR");
        world.write("update account set disabled = true where id = ?", Door.id(closed));
        var without = "a-" + world.account(null, world.organisation("HRSS", "xianning"), "AUDITOR").account();
        for (var other : List.of(door.logIn("nobody-" + UUID.randomUUID(), PASSWORD), door.logIn(closed, PASSWORD), door.logIn(without, PASSWORD), door.logIn(without, ""),
                door.logIn("' or 1=1 --", PASSWORD), door.logIn("", ""), door.logIn(closed, "x".repeat(10_000))))
            assertEquals(wrong, other);
    }

    @Test
    void after_five_failures_one_waits_each_time_twice_as_long_known_or_not() {
        for (var account : List.of(door.account("AUDITOR"), "nobody-" + UUID.randomUUID())) {
            for (var failure = 0; failure < 5; failure++) assertEquals(List.of("log-in.refused"), codes(door.logIn(account, "wrong")), account);
            var begin = door.time().instant();
            for (var wait : List.of(2, 4, 8)) {
                var held = door.logIn(account, PASSWORD);
                assertEquals(List.of("log-in.held"), codes(held), "the right password too");
                var until = instant((String) findings(held).getFirst().get("from"));
                assertEquals(begin.plusSeconds(wait), until);
                door.time().set(until.minusNanos(1000));
                assertEquals(List.of("log-in.held"), codes(door.logIn(account, PASSWORD)));
                door.time().set(until);
                begin = until;
                assertEquals(List.of("log-in.refused"), codes(door.logIn(account, "wrong")));
            }
        }
    }

    @Test
    void a_good_one_begins_anew() {
        var account = door.account("AUDITOR");
        for (var round = 0; round < 3; round++) {
            for (var failure = 0; failure < 4; failure++) door.logIn(account, "wrong");
            session(door.logIn(account, PASSWORD));
        }
    }

    @Test
    void those_that_come_at_the_same_time_count() {
        var account = door.account("AUDITOR");
        @SuppressWarnings("unchecked")
        Callable<Map<String, Object>>[] many = Stream.generate(() -> (Callable<Map<String, Object>>) () -> door.logIn(account, "wrong")).limit(12).toArray(Callable[]::new);
        var codes = World.together(many).stream().flatMap(one -> codes(one).stream()).toList();
        assertEquals(12, codes.size());
        assertEquals(5, Collections.frequency(codes, "log-in.refused"), codes::toString);
    }

    @Test
    void an_address_waits_too_whatever_names_it_tries() {
        var other = Door.open("zhicheng.log-in.attempts.address", 3);
        try (var there = other.world()) {
            var account = other.account("AUDITOR");
            for (var good = 0; good < 5; good++) session(other.logIn(account, PASSWORD));
            for (var failure = 0; failure < 3; failure++) assertEquals(List.of("log-in.refused"), codes(other.logIn("nobody-" + failure, "wrong")));
            assertEquals(List.of("log-in.held"), codes(other.logIn(account, PASSWORD)));
            other.time().set(other.time().instant().plusSeconds(2));
            session(other.logIn(account, PASSWORD));
            assertEquals(0L, there.<Long>value("select count(*) from log_in_attempt where encode(what, 'escape') like '%nobody%'"));
        }
    }

    @Test
    void a_refresh_token_is_good_once_and_its_answer_can_be_asked_for_again() {
        var account = door.account("AUDITOR");
        var first = session(door.logIn(account, PASSWORD)).get("refreshToken");
        var key = UUID.randomUUID().toString();
        var second = session(door.refresh(key, first)).get("refreshToken");
        assertNotEquals(first, second);
        assertEquals(second, session(door.refresh(key, first)).get("refreshToken"), "the answer was lost");
        var third = session(door.refresh(second));
        assertEquals(account, world.ask(Door.with(third), "{ me { name } }", Map.of()).at("data", "me", "name"));
        assertEquals(List.of("session.reused"), codes(door.refresh(first)));
        assertEquals(List.of("session.ended"), codes(door.refresh(third.get("refreshToken"))), "neither of the two goes on");
        assertEquals("TOKEN_REUSED", world.value("select ended_why from session where account = ?", Door.id(account)));
        assertEquals("SESSION_ENDED", world.value("select act from trail where subject = ? order by seq desc limit 1", Door.id(account)));
    }

    @Test
    void of_two_at_once_with_one_token_not_both_go_on() {
        var account = door.account("AUDITOR");
        var token = session(door.logIn(account, PASSWORD)).get("refreshToken");
        var came = World.together(() -> door.refresh(token), () -> door.refresh(token)).stream().flatMap(one -> codes(one).stream()).toList();
        assertEquals(List.of("session.reused"), came);
        var key = UUID.randomUUID().toString();
        var other = session(door.logIn(account, PASSWORD)).get("refreshToken");
        var same = World.together(() -> door.refresh(key, other), () -> door.refresh(key, other));
        assertEquals(session(same.getFirst()).get("refreshToken"), session(same.getLast()).get("refreshToken"), "one client, sent twice");
    }

    @Test
    void a_session_expires_to_the_instant_when_idle_and_as_a_whole() {
        var begin = door.time().instant();
        var account = door.account("AUDITOR");
        var token = session(door.logIn(account, PASSWORD)).get("refreshToken");
        door.time().set(begin.plus(Duration.ofHours(12)).minusNanos(1000));
        var next = session(door.refresh(token));
        door.time().set(instant(next.get("refreshUntil")));
        assertEquals(List.of("session.expired"), codes(door.refresh(next.get("refreshToken"))));
        var whole = session(door.logIn(account, PASSWORD));
        var last = door.time().instant().plus(Duration.ofDays(14));
        var refreshed = 0;
        while (instant(whole.get("refreshUntil")).isBefore(last)) {
            door.time().set(instant(whole.get("refreshUntil")).minusSeconds(1));
            whole = session(door.refresh(whole.get("refreshToken")));
            refreshed++;
        }
        assertTrue(refreshed > 20);
        assertEquals(last, instant(whole.get("refreshUntil")));
        door.time().set(last);
        assertEquals(List.of("session.expired"), codes(door.refresh(whole.get("refreshToken"))));
        door.time().set(begin);
    }

    @Test
    void whoever_logs_out_is_out_and_what_is_no_token_is_answered_the_same() {
        var token = session(door.logIn(door.account("AUDITOR"), PASSWORD)).get("refreshToken");
        for (var one : List.of(token, token, "", "x", "AAAA", "😀", "A".repeat(64)))
            assertEquals(List.of(), codes(door.mutate(Caller.PUBLIC, "logOut", "LogOutInput", "findings { code }", input("key", UUID.randomUUID().toString(), "refreshToken", one))));
        assertEquals(List.of("session.ended"), codes(door.refresh(token)));
        for (var one : List.of("", "x", "AAAA", "😀", "A".repeat(64))) assertEquals(List.of("session.unknown"), codes(door.refresh(one)));
    }

    @Test
    void whoever_revokes_his_sessions_ends_them_and_every_token_of_before() throws InterruptedException {
        var begin = door.time().instant();
        var account = door.account("AUDITOR");
        var one = session(door.logIn(account, PASSWORD));
        var other = session(door.logIn(account, PASSWORD));
        door.time().set(begin.plusSeconds(2));
        var input = input("key", UUID.randomUUID().toString());
        assertEquals(List.of(), codes(door.mutate(Door.with(one), "revokeSessions", "RevokeSessionsInput", "findings { code }", input)));
        for (var session : List.of(one, other)) assertEquals(List.of("session.ended"), codes(door.refresh(session.get("refreshToken"))));
        var status = 200;
        for (var wait = 0; wait < 100 && status == 200; wait++) {
            Thread.sleep(100); // an account is remembered for three seconds of the machine's own
            status = world.ask(Door.with(other), "{ me { name } }", Map.of()).status();
        }
        assertEquals(401, status);
        session(door.logIn(account, PASSWORD));
        door.time().set(begin);
    }

    @Test
    void what_is_done_to_a_session_is_written_down_with_its_clause_or_with_none() {
        var account = door.account("AUDITOR");
        var session = session(door.logIn(account, PASSWORD));
        door.refresh(session.get("refreshToken"));
        assertEquals(List.of("session.reused"), codes(door.refresh(session.get("refreshToken"))));
        var other = session(door.logIn(account, PASSWORD));
        door.mutate(Caller.PUBLIC, "logOut", "LogOutInput", "findings { code }", input("key", UUID.randomUUID().toString(), "refreshToken", other.get("refreshToken")));
        assertEquals(List.of(), codes(change(other, PASSWORD, "另一个很长的密码 🐉 abc", UUID.randomUUID().toString())));
        assertEquals("LOG_IN B24-3.2, SESSION_ENDED B24-3.2, LOG_IN B24-3.2, LOG_OUT -, CHANGE_PASSWORD -",
                world.value("select string_agg(act || ' ' || coalesce(clause, '-'), ', ' order by seq) from trail where subject = ?", Door.id(account)), "nobody but himself logs in; of the rest no notice says anything");
        assertEquals(0L, world.<Long>value("select count(*) from trail where subject = ? and not convert_from(entry, 'UTF8')::jsonb ?? 'clauses'", Door.id(account)));
    }

    @Test
    void another_password_wants_the_one_in_use_and_ends_all_sessions() {
        var account = door.account("AUDITOR");
        var session = session(door.logIn(account, PASSWORD));
        var chosen = "另一个很长的密码 🐉 abc";
        assertEquals(List.of("password.wrong"), codes(change(session, "wrong wrong wrong", chosen, UUID.randomUUID().toString())));
        var key = UUID.randomUUID().toString();
        assertEquals(List.of(), codes(change(session, PASSWORD, chosen, key)));
        assertEquals(List.of(), codes(change(session, PASSWORD, chosen, key)), "asked again it is the first outcome");
        assertEquals(List.of("session.ended"), codes(door.refresh(session.get("refreshToken"))));
        assertEquals(List.of("log-in.refused"), codes(door.logIn(account, PASSWORD)));
        session(door.logIn(account, chosen));
        assertEquals(0L, world.<Long>value("select count(*) from trail where convert_from(entry, 'UTF8') like '%另一个很长%'"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "short", "aaaaaaaaaaaaaaaaaaaa", "abcdabcdabcdabcd"})
    void a_password_that_is_easily_guessed_is_not_taken_and_not_repeated(String weak) {
        var account = door.account("AUDITOR");
        var session = session(door.logIn(account, PASSWORD));
        var refused = change(session, PASSWORD, weak, UUID.randomUUID().toString());
        assertFalse(codes(refused).isEmpty());
        assertTrue(codes(refused).stream().allMatch(code -> code.startsWith("password.")));
        if (weak.length() > 5) assertFalse(refused.toString().contains(weak));
        assertEquals(List.of("password.guessable"), codes(change(session, PASSWORD, "my name is " + account, UUID.randomUUID().toString())));
        session(door.logIn(account, PASSWORD));
    }

    @Test
    void a_password_hashed_by_yesterdays_parameters_is_hashed_anew_when_it_comes() {
        var account = door.account("AUDITOR");
        var old = Argon2Function.getInstance(64, 1, 1, 32, Argon2.ID).hash(PASSWORD.getBytes(StandardCharsets.UTF_8), "sixteen bytes ok".getBytes(StandardCharsets.UTF_8)).getResult();
        world.write("update credential set password = ? where account = ?", old, Door.id(account));
        assertEquals(List.of("log-in.refused"), codes(door.logIn(account, "wrong")));
        assertEquals(old, world.value("select password from credential where account = ?", Door.id(account)));
        session(door.logIn(account, PASSWORD));
        var anew = world.<String>value("select password from credential where account = ?", Door.id(account));
        assertTrue(anew.startsWith("$argon2id$v=19$m=256,t=2,p=1$"), anew);
        session(door.logIn(account, PASSWORD));
    }

    @Test
    void nothing_that_opens_an_account_is_kept() {
        var account = door.account("AUDITOR");
        var key = UUID.randomUUID().toString();
        var session = session(door.logIn(key, account, PASSWORD));
        var next = session(door.refresh(key, session.get("refreshToken")));
        var kept = world.<String>value("""
                select concat((select string_agg(t::text, ' ') from session t), (select string_agg(t::text, ' ') from refresh_token t), (select string_agg(t::text, ' ') from credential t),
                    (select string_agg(t::text, ' ') from idempotency t), (select string_agg(convert_from(entry, 'UTF8'), ' ') from trail))""");
        assertTrue(kept.contains(Door.id(account).toString()));
        for (var secret : List.of(session.get("accessToken"), session.get("refreshToken"), next.get("refreshToken"), PASSWORD, key)) assertFalse(kept.contains(secret));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "k", "fifteen-letters"})
    void a_key_that_others_guess_is_none(String key) {
        var account = door.account("AUDITOR");
        assertEquals(List.of("key"), codes(door.logIn(key, account, PASSWORD)));
        assertEquals(List.of("key"), codes(door.refresh(key, "x")));
    }

    @Test
    void what_needs_an_account_is_refused_to_the_public_and_a_log_in_never_comes_by_address() {
        for (var query : List.of("mutation { revokeSessions(input: {key: \"k\"}) { findings { code } } }", "mutation { changePassword(input: {key: \"k\", current: \"\", chosen: \"\"}) { findings { code } } }"))
            assertEquals("UNAUTHENTICATED", world.ask(Caller.PUBLIC, query, Map.of()).error());
        var reply = world.get(Caller.PUBLIC, "mutation { logIn(input: {key: \"0123456789abcdef\", account: \"a\", password: \"b\"}) { findings { code } } }");
        assertEquals("ONLY_BY_POST", reply.error());
    }

    private static Map<String, Object> change(Map<String, String> session, String current, String chosen, String key) {
        return door.mutate(Door.with(session), "changePassword", "ChangePasswordInput", "findings { code asked { zh en } shown { zh en } }", input("key", key, "current", current, "chosen", chosen));
    }

    private static Instant instant(String time) {
        return OffsetDateTime.parse(time).toInstant();
    }
}
