package zhicheng.server.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static zhicheng.server.Applicant.codes;
import static zhicheng.server.Applicant.input;
import static zhicheng.server.Applicant.key;
import static zhicheng.server.account.Door.session;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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
import zhicheng.server.outside.StandIns;
import zhicheng.server.outside.StandIns.Play;

/** Logging in by scanning with the social-security card (B24-3.2), with the stand-in of its platform: a ticket that is an identity number was scanned with this one's card. */
@Tag("database")
@Tag("once")
class CardTest {
    private static StandIns platform;
    private static Door door;
    private static World world;
    private static int numbers;

    @BeforeAll
    static void open() throws IOException {
        platform = StandIns.start(0, Play.HONEST);
        door = Door.open("zhicheng.outside.card.url", platform.settings().get("zhicheng.outside.card.url").toString(), "zhicheng.outside.card.timeout", "3s", "zhicheng.outside.card.page", "https://card.example.org/scan");
        world = door.world();
    }

    @AfterAll
    static void close() {
        world.close();
        platform.close();
    }

    @BeforeEach
    void honest() {
        platform.play(Play.HONEST);
    }

    @Test
    void whoever_scans_with_his_card_is_logged_in_to_the_account_by_which_he_applies() {
        var number = number();
        var applicant = holder(number);
        world.account(applicant.person(), applicant.employer(), "EMPLOYER_CLERK");
        var earlier = world.account(applicant.person(), null, "APPLICANT").account(); // that gave way to this one
        world.write("update account set disabled = true, created_at = created_at - interval '1 day' where id = ?", earlier);
        assertEquals("https://card.example.org/scan", world.ask(Caller.PUBLIC, "{ cardPage }", Map.of()).at("data", "cardPage"));
        var key = key();
        var session = session(logIn(key, number));
        assertEquals("a-" + applicant.caller().account(), world.ask(Door.with(session), "{ me { name } }", Map.of()).at("data", "me", "name"));
        assertEquals(session.get("refreshToken"), session(logIn(key, number)).get("refreshToken"), "its answer was lost");
        assertEquals("LOG_IN B24-3.2", world.value("select string_agg(act || ' ' || clause, ', ' order by seq) from trail where subject = ?", applicant.caller().account()));
        for (var table : List.of("session", "idempotency", "log_in_attempt")) assertEquals(0L, world.<Long>value("select count(*) from " + table + " t where t::text like ?", "%" + number + "%"), table);
    }

    /** B24-3.2, J24-2.1: whoever made his account has its code too. */
    @Test
    void who_came_in_by_his_card_has_no_code_beside_it_unless_he_showed_who_he_is() {
        for (var restored : List.of(false, true)) {
            var number = number();
            var account = holder(number).caller().account();
            world.write("insert into credential (account, code, code_until, changed_at) values (?, ?, ?, ?)", account, Sessions.sha256("the code"), door.time().instant().plusSeconds(600), door.time().instant());
            var code = restored ? (String) door.restore(world.account(null, null, "SYS_ADMIN"), "account", "a-" + account, "identityNumber", number).get("code") : "the code";
            for (var time = 0; time < 2; time++) session(logIn(key(), number));
            assertEquals(restored ? "false false" : "true false", world.value("select string_agg(convert_from(entry, 'UTF8')::jsonb ->> 'codeVoid', ' ' order by seq) from trail where subject = ? and act = 'LOG_IN'", account));
            assertEquals(restored ? List.of() : List.of("code.refused"), codes(door.activate("a-" + account, code, Door.PASSWORD)));
        }
    }

    @Test
    void a_key_and_its_ticket_open_nothing_once_their_session_is_over() {
        var begin = door.time().instant();
        var number = number();
        var applicant = holder(number);
        var key = key();
        var first = session(logIn(key, number));
        door.time().set(begin.plus(Duration.ofMinutes(5)));
        assertEquals(first.get("accessUntil"), session(logIn(key, number)).get("accessUntil"), "as it was first answered");
        door.time().set(begin.plus(Duration.ofDays(15)));
        var ended = key();
        var token = session(logIn(ended, number)).get("refreshToken");
        assertEquals(List.of(), codes(door.mutate(Caller.PUBLIC, "logOut", "LogOutInput", "findings { code }", input("key", key(), "refreshToken", token))));
        var asked = platform.asked();
        for (var used : List.of(key, ended)) assertEquals(List.of("key"), codes(logIn(used, number)));
        session(logIn(key(), number));
        world.write("update account set disabled = true where id = ?", applicant.caller().account());
        assertEquals(List.of("key"), codes(logIn(key, number)));
        assertEquals(asked + 1, platform.asked());
        door.time().set(begin);
    }

    @Test
    void until_it_is_scanned_one_waits_and_that_is_no_failure() {
        var failures = "select coalesce(sum(failures), 0)::bigint from log_in_attempt";
        var before = world.<Long>value(failures);
        for (var time = 0; time < 3; time++) assertEquals(List.of("card.waiting"), codes(logIn(key(), "ticket-" + UUID.randomUUID())));
        assertEquals(before, world.<Long>value(failures));
    }

    @Test
    void whose_number_is_nobodys_here_or_whose_account_is_closed_is_answered_alike() {
        var known = number();
        var applicant = holder(known);
        var nobody = logIn(key(), number());
        assertEquals(List.of("card.unknown"), codes(nobody));
        world.write("update account set disabled = true where id = ?", applicant.caller().account());
        assertEquals(nobody, logIn(key(), known));
        var officer = number();
        var person = holder(officer);
        world.write("update account set roles = array['AUDITOR'] where id = ?", person.caller().account());
        assertEquals(nobody, logIn(key(), officer), "an officer's account is no applicant's");
    }

    @ParameterizedTest
    @EnumSource(value = Play.class, names = {"DOWN", "SLOW", "NONSENSE", "ANOTHER"})
    void where_the_platform_cannot_tell_nobody_is_let_in(Play play) {
        var number = number();
        var applicant = holder(number);
        platform.play(play);
        assertEquals(List.of("card.cannot-tell"), codes(logIn(key(), number)));
        assertEquals(0L, world.<Long>value("select count(*) from session where account = ?", applicant.caller().account()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t"})
    void a_ticket_that_is_none_is_refused(String ticket) {
        assertEquals(List.of("input"), codes(logIn(key(), ticket)));
        assertEquals(List.of("input"), codes(logIn(key(), "x".repeat(2001))));
        assertEquals(List.of("key"), codes(logIn("short", number())));
        assertFalse(logIn(key(), "😀").containsKey("errors"));
    }

    private static Applicant holder(String number) {
        var applicant = world.applicant();
        var kept = world.bean(IdentityVault.class).keep(applicant.person(), new IdentityNumber(number));
        world.write("update person set identity_masked = ?, identity_cipher = ?, identity_index = ? where id = ?", kept.masked(), kept.cipher(), kept.index(), applicant.person());
        return applicant;
    }

    private static Map<String, Object> logIn(String key, String ticket) {
        return door.mutate(Caller.PUBLIC, "logInByCard", "LogInByCardInput", Door.SESSION, input("key", key, "ticket", ticket));
    }

    private static synchronized String number() {
        numbers++;
        return IdentityNumber.completed("421202" + (1970 + numbers / 800) + "0101" + "%03d".formatted(numbers % 800)).number();
    }
}
