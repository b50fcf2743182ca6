package zhicheng.server.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static zhicheng.server.Applicant.codes;
import static zhicheng.server.Applicant.findings;
import static zhicheng.server.Applicant.input;
import static zhicheng.server.Applicant.key;
import static zhicheng.server.account.Door.PASSWORD;
import static zhicheng.server.account.Door.session;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import zhicheng.server.Applicant;
import zhicheng.server.Busy;
import zhicheng.server.Claims;
import zhicheng.server.World;
import zhicheng.server.World.Caller;
import zhicheng.server.database.Sql;
import zhicheng.server.dossier.SaveAchievement;
import zhicheng.server.outside.StandIns;
import zhicheng.server.trail.Json;
import zhicheng.server.trail.SealedChanges;

@Tag("database")
class RegistrationTest {
    private static StandIns platform;
    private static Door door;
    private static World world;
    private static int numbers;

    @BeforeAll
    static void open() throws IOException {
        platform = StandIns.start(0, StandIns.Play.HONEST);
        door = Door.open("zhicheng.outside.real-name.url", platform.settings().get("zhicheng.outside.real-name.url").toString(), "zhicheng.outside.real-name.timeout", "3s",
                "zhicheng.outside.real-name.look-every", "1h");
        world = door.world();
    }

    @AfterAll
    static void close() {
        world.close();
        platform.close();
    }

    @BeforeEach
    void honest() {
        platform.play(StandIns.Play.HONEST);
    }

    @Test
    void in_bijie_one_registers_then_is_checked_then_is_bound_and_each_step_opens_what_the_notice_says() {
        var name = name();
        var number = number();
        assertEquals(List.of("input"), codes(register("bijie", name, "\u200B", number)), "nobody sees a name");
        assertEquals(List.of(), codes(register("bijie", name, "李\u200B虚构\u3000", number)));
        var caller = Door.with(session(door.logIn(name, PASSWORD)));
        var employer = world.organisation("STATE_INSTITUTION", "bijie");
        for (var refused : List.of(compose(caller), request(caller, employer))) {
            assertEquals(List.of("account.unchecked"), codes(refused));
            assertEquals("B24-3.2", ((Map<?, ?>) findings(refused).getFirst().get("clause")).get("id"));
        }
        assertEquals("REGISTERED", world.ask(caller, "{ realName { state } }", Map.of()).at("data", "realName", "state"));
        assertEquals("PASSED", state(confirm(caller, "李虚构 " + number)));
        assertEquals(List.of(), codes(compose(caller)));
        assertEquals(List.of(), codes(request(caller, employer)));
        var person = world.<UUID>value("select person from account where name = ?", name);
        assertEquals(number.substring(0, 4) + "*".repeat(14), world.value("select identity_masked from person where id = ?", person));
        assertEquals("REGISTER,LOG_IN,CONFIRM_REAL_NAME,REAL_NAME_PASSED", world.value("select string_agg(act, ',' order by seq) from trail where subject = (select id from account where name = ?)", name));
        assertEquals("B24-3.2,B24-3.2,B24-3.2,B24-3.2", clauses(name), "registering, logging in and the check of the name each have their clause");
        for (var table : List.of("account", "person", "registration", "idempotency", "credential"))
            assertEquals(0L, world.<Long>value("select count(*) from " + table + " t where t::text like ?", "%" + number + "%"), table);
        assertEquals(0L, world.<Long>value("select count(*) from trail where convert_from(entry, 'UTF8') like ?", "%" + number + "%"));
    }

    @Test
    void nobody_learns_by_registering_whose_number_is_known() {
        var number = number();
        var known = name();
        assertEquals(List.of(), codes(register("bijie", known, "赵虚构", number)));
        var caller = Door.with(session(door.logIn(known, PASSWORD)));
        assertEquals("PASSED", state(confirm(caller, "赵虚构 " + number)));
        var again = name();
        assertEquals(register("bijie", name(), "钱虚构", number()), register("bijie", again, "赵虚构", number));
        var second = Door.with(session(door.logIn(again, PASSWORD)));
        assertEquals("DIFFERS", state(confirm(second, "guessed")), "not his");
        assertEquals("HAS_ACCOUNT", state(confirm(second, "赵虚构 " + number)), "his, and he has one");
        assertEquals(List.of("account.unchecked"), codes(compose(second)));
        assertEquals(1L, world.<Long>value("select count(*) from account a join person p on p.id = a.person where p.identity_masked is not null and a.name in (?, ?)", known, again));
    }

    /** Who has forgotten by which name he applies could not even reset its password. */
    @Test
    void who_has_an_account_already_is_told_its_name_once_he_has_proved_who_he_is() {
        var number = number();
        var known = name();
        register("bijie", known, "曲虚构", number);
        assertEquals("PASSED", state(confirm(Door.with(session(door.logIn(known, PASSWORD))), "曲虚构 " + number)));
        var again = name();
        register("bijie", again, "曲虚构", number);
        var caller = Door.with(session(door.logIn(again, PASSWORD)));
        assertNull(told(caller), "not before");
        assertEquals("DIFFERS", state(confirm(caller, "guessed")));
        assertNull(told(caller), "nor who is another");
        assertEquals("HAS_ACCOUNT", state(confirm(caller, "曲虚构 " + number)));
        assertEquals(known, told(caller));
        var stands = confirm(caller, "x", "曲虚构", null);
        assertTrue(findings(stands).getFirst().get("remedy").toString().contains("realName.account"), stands::toString);
        assertEquals(List.of(), codes(reset(key(), told(caller), number, "曲虚构 " + number, PASSWORD + "!")), "and so he comes in again");
        var key = key();
        var anew = reset(key, null, number, "曲虚构 " + number, PASSWORD + "?");
        assertEquals(List.of(), codes(anew), "as he does by his number alone");
        assertEquals(known, anew.get("account"));
        assertEquals(anew, reset(key, null, number, "曲虚构 " + number, PASSWORD + "?"));
        session(door.logIn(known, PASSWORD + "?"));
        assertEquals(List.of("password.guessable"), codes(reset(key(), null, number, "曲虚构 " + number, PASSWORD + known)));
        world.write("update credential set password = null, code = sha256('x'), code_until = changed_at where account = (select id from account where name = ?)", known);
        assertEquals(List.of(), codes(reset(key(), null, number, "曲虚构 " + number, PASSWORD)), "nor does a code that is out keep him from it, once it was opened");
        session(door.logIn(known, PASSWORD));
        platform.play(StandIns.Play.DOWN);
        assertEquals("PENDING", state(confirm(caller, "曲虚构 " + number)));
        assertNull(told(caller), "while it is asked anew");
        world.write("update registration set next_at = next_at + interval '10 years' where state = 'PENDING'");
    }

    private static String told(Caller caller) {
        return world.ask(caller, "{ realName { account } }", Map.of()).at("data", "realName", "account");
    }

    /** J24-2.1: a unit made it, and he left before he had its code. */
    @Test
    void an_account_that_nobody_ever_opened_keeps_nobody_from_his_own() {
        for (var race : List.of(false, true)) {
            var number = number();
            var person = known("左虚构", number, null);
            var made = world.account(person, null, "APPLICANT");
            var unopened = "a-" + made.account();
            world.write("insert into credential (account, code, code_until, changed_at) values (?, ?, ?, ?)", made.account(), Sessions.sha256("the code"), world.now().plusSeconds(600), world.now());
            var name = name();
            register("bijie", name, "左虚构", number);
            var caller = Door.with(session(door.logIn(name, PASSWORD)));
            var both = race ? World.<Object>together(() -> codes(door.activate(unopened, "the code", PASSWORD)), () -> state(confirm(caller, "左虚构 " + number)))
                    : List.<Object>of(List.of("code.refused"), state(confirm(caller, "左虚构 " + number)));
            assertTrue(Set.of(List.of(List.of(), "HAS_ACCOUNT"), List.of(List.of("code.refused"), "PASSED")).contains(both), both::toString);
            if (race) continue;
            assertEquals(List.of("code.refused"), codes(door.activate(unopened, "the code", PASSWORD)), "void");
            assertEquals(person, world.value("select person from account where name = ?", name), "who is known");
            assertEquals("VOID_ACCOUNT B24-3.2,CARRY_OVER B24-3.2", world.value("select string_agg(act || ' ' || clause, ',' order by seq) from trail where subject = ?", person));
        }
    }

    /** J24-2.1 has no part in it: in Bijie and Xianning nobody else can set a password. */
    @ParameterizedTest
    @ValueSource(strings = {"bijie", "xianning"})
    void whoever_forgot_his_password_sets_another_one_by_the_real_name_check(String region) {
        var begin = door.time().instant();
        var name = name();
        var number = number();
        register(region, name, "万虚构", number);
        var session = session(door.logIn(name, PASSWORD));
        assertEquals("PASSED", state(confirm(Door.with(session), "万虚构 " + number)));
        var chosen = "另一个很长的密码 🐉 abc";
        var key = key();
        var proof = "万虚构 " + number;
        door.time().set(begin.plusSeconds(2));
        var both = World.together(() -> codes(reset(key, name, number, proof, chosen)), () -> codes(reset(key, " " + name, number, proof, chosen)));
        assertEquals(List.of(List.of(), List.of()), both, "one client, sent twice");
        assertEquals(List.of("session.ended"), codes(door.refresh(session.get("refreshToken"))));
        assertEquals(List.of("log-in.refused"), codes(door.logIn(name, PASSWORD)));
        var anew = session(door.logIn(name, chosen));
        platform.play(StandIns.Play.DIFFERS); // a proof is good once
        assertEquals(List.of(), codes(reset(key, name, number, proof, chosen)), "asked again it is the first outcome");
        assertEquals(List.of("reset.refused"), codes(reset(key, name, number, proof, PASSWORD)));
        platform.play(StandIns.Play.HONEST);
        assertEquals(List.of("key"), codes(reset(key, name, number, proof, PASSWORD)), "another input");
        assertEquals(List.of(), door.refresh(anew.get("refreshToken")).get("findings"));
        assertEquals("REGISTER,LOG_IN,CONFIRM_REAL_NAME,REAL_NAME_PASSED,RESET_PASSWORD,LOG_IN", world.value("select string_agg(act, ',' order by seq) from trail where subject = (select id from account where name = ?)", name));
        assertEquals("B24-3.2 1", world.value("select clause || ' ' || (convert_from(entry, 'UTF8')::jsonb ->> 'ended') from trail where act = 'RESET_PASSWORD' and subject = (select id from account where name = ?)", name));
        for (var secret : List.of(number, chosen)) {
            for (var table : List.of("account", "credential", "log_in_attempt", "session")) assertEquals(0L, world.<Long>value("select count(*) from " + table + " t where t::text like ?", "%" + secret + "%"), table);
            assertEquals(0L, world.<Long>value("select count(*) from idempotency t where (t.outcome::text || t.key) like ?", "%" + secret + "%"));
            assertEquals(0L, world.<Long>value("select count(*) from trail where convert_from(entry, 'UTF8') like ?", "%" + secret + "%"));
        }
        door.time().set(begin);
    }

    @Test
    void whatever_is_wrong_with_whoever_forgot_his_password_the_answer_is_the_same_and_takes_the_same_way() {
        var number = number();
        var clerk = clerk("鲍虚构", number);
        var wrong = reset(key(), "nobody-" + UUID.randomUUID(), number, "鲍虚构 " + number, PASSWORD + "!");
        assertEquals(List.of("reset.refused"), codes(wrong));
        assertTrue(findings(wrong).getFirst().get("remedy").toString().contains("activateAccount"));
        var another = number();
        known("另虚构", another, null);
        var closed = clerk("史虚构", number());
        world.write("update account set disabled = true where id = ?", Door.id(closed));
        var without = clerk("唐虚构", number());
        world.write("update credential set password = null, code = sha256('x'), code_until = ? where account = ?", world.now().plusSeconds(60), Door.id(without));
        var unchecked = name();
        var claimed = number();
        register("bijie", unchecked, "费虚构", claimed);
        record Asked(String account, String number, String name) {}
        for (var one : List.of(new Asked(clerk, another, "鲍虚构"), new Asked(clerk, another, "另虚构"), new Asked(clerk, number, "另虚构"), new Asked(closed, numberOf(closed), "史虚构"), new Asked(without, numberOf(without), "唐虚构"),
                new Asked(unchecked, claimed, "费虚构"), new Asked(door.account("SYS_ADMIN"), number, "鲍虚构"), new Asked("' or 1=1 --", number, "鲍虚构"),
                new Asked("😀", number, "鲍虚构"), new Asked("nobody-" + UUID.randomUUID(), number, "无名氏"))) {
            var before = platform.asked();
            assertEquals(wrong, reset(key(), one.account(), one.number(), one.name() + " " + one.number(), PASSWORD + "!"), one::toString);
            assertEquals(before + 1, platform.asked(), one::toString);
        }
        var before = platform.asked();
        for (var time = 0; time < 5; time++) assertEquals(wrong, reset(key(), null, number, "鲍虚构 " + number, PASSWORD + "!"), "he applies by none");
        assertEquals(before + 5, platform.asked());
        assertEquals(List.of("log-in.held"), codes(reset(key(), null, number, "鲍虚构 " + number, PASSWORD + "!")));
        session(door.logIn(clerk, PASSWORD));
        for (var play : List.of(StandIns.Play.DOWN, StandIns.Play.NONSENSE)) {
            platform.play(play);
            var untold = reset(key(), clerk, number, "鲍虚构 " + number, PASSWORD + "!");
            assertEquals(List.of("reset.cannot-tell"), codes(untold));
            assertEquals(untold, reset(key(), "nobody-" + UUID.randomUUID(), number, "鲍虚构 " + number, PASSWORD + "!"), "nor is it to be learned while nobody can tell");
        }
        platform.play(StandIns.Play.HONEST);
        session(door.logIn(clerk, PASSWORD));
        assertEquals(List.of(), codes(reset(key(), clerk, number, "鲍虚构 " + number, PASSWORD + "!")), "whatever he is here, it is his account");
        session(door.logIn(clerk, PASSWORD + "!"));
        assertEquals(List.of("real-name.platform"), codes(door.restore(world.account(null, null, "SYS_ADMIN"), "account", clerk, "identityNumber", number)), "whoever can prove himself does it himself");
    }

    @Test
    void whoever_guesses_at_a_forgotten_password_waits_and_what_cannot_be_is_said_at_once() {
        var number = number();
        var clerk = clerk("廉虚构", number);
        for (var account : List.of(clerk, "nobody-" + UUID.randomUUID())) {
            for (var time = 0; time < 5; time++) assertEquals(List.of("reset.refused"), codes(reset(key(), account, number, "guessed", PASSWORD + "!")));
            assertEquals(List.of("log-in.held"), codes(reset(key(), account, number, "廉虚构 " + number, PASSWORD + "!")));
            assertEquals(List.of("log-in.held"), codes(door.logIn(account, PASSWORD)));
        }
        assertEquals(List.of("key"), codes(reset("short", clerk, number, "x", PASSWORD)));
        var all = reset(key(), clerk, number.substring(0, 17) + "?", " ", "weak");
        assertEquals(List.of("identity-number", "input", "password.length", "password.guessable"), codes(all), "all at once");
        assertFalse(all.toString().contains(number.substring(0, 17)) || all.toString().contains("weak"));
        assertEquals(List.of("input"), codes(reset(key(), clerk, number, "x".repeat(2001), PASSWORD)));
    }

    private static Map<String, Object> reset(String key, String account, String number, String proof, String password) {
        return door.mutate(Caller.PUBLIC, "resetPassword", "ResetPasswordInput", "account " + Applicant.FINDINGS, input("key", key, "account", account, "identityNumber", number, "proof", proof, "password", password));
    }

    /** The name of an account of a unit, made for somebody whose number is known, with {@link Door#PASSWORD}. */
    private static String clerk(String called, String number) {
        var account = door.account("EMPLOYER_CLERK");
        world.write("update account set person = ? where id = ?", known(called, number, null), Door.id(account));
        return account;
    }

    private static String numberOf(String account) {
        var person = world.<UUID>value("select person from account where id = ?", Door.id(account));
        return world.bean(IdentityVault.class).open(person, world.value("select identity_cipher from person where id = ?", person)).number();
    }

    @Test
    void what_was_mistyped_is_told_anew_until_it_was_found_to_be_his() {
        for (var checked : List.of(false, true)) {
            var name = name();
            var number = number();
            var wrong = number();
            var called = "丁虚构" + number.substring(10, 17);
            register("bijie", name, "丁虚枸", wrong);
            var caller = Door.with(session(door.logIn(name, PASSWORD)));
            if (checked) assertEquals("DIFFERS", state(confirm(caller, called + " " + number)));
            assertEquals(List.of("input", "input", "identity-number"), codes(confirm(caller, " ", "\u200B", "1")), "all at once");
            assertEquals("DIFFERS", state(confirm(caller, called + " " + number, null, number)), "the name is mistyped still");
            platform.play(StandIns.Play.DOWN);
            assertEquals("PENDING", state(confirm(caller, called + " " + number, called.substring(0, 1) + "\u200B" + called.substring(1) + " ", null)));
            assertEquals(List.of("real-name.state"), codes(confirm(caller, called + " " + number, "丁虚枸", wrong)), "it is under way");
            platform.play(StandIns.Play.HONEST);
            var begin = door.time().instant();
            door.time().set(begin.plus(Duration.ofMinutes(1)));
            world.bean(RealNames.class).askDue();
            door.time().set(begin);
            assertEquals("PASSED", world.ask(caller, "{ realName { state } }", Map.of()).at("data", "realName", "state"));
            assertEquals(List.of("real-name.state"), codes(confirm(caller, "x", called, number)), "it is done");
            var account = world.<UUID>value("select id from account where name = ?", name);
            var person = world.<UUID>value("select person from account where name = ?", name);
            assertEquals(called, world.value("select name from person where id = ?", person));
            assertEquals(number, numberOf(account, person));
            assertEquals("CORRECT_NAME B24-3.2", world.value("select string_agg(act || ' ' || clause, ',' order by seq) from trail where subject = ?", person));
            var changes = world.bean(SealedChanges.class);
            for (var one : List.of(List.of(person, "CORRECT_NAME", "name", "丁虚枸", called), List.of(account, "CONFIRM_REAL_NAME", "identityNumber", wrong, number))) {
                var entry = Json.map(world.value("select convert_from(entry, 'UTF8') from trail where subject = ? and act = ? and convert_from(entry, 'UTF8')::jsonb ?? 'sealed'", one.get(0), one.get(1)));
                assertEquals(List.of(one.get(2)), entry.get("changed"));
                var sealed = (Map<?, ?>) entry.get("sealed");
                assertEquals(List.of(Map.of(one.get(2), one.get(3)), Map.of(one.get(2), one.get(4))), List.of(changes.open((UUID) one.get(0), (String) sealed.get("before")), changes.open((UUID) one.get(0), (String) sealed.get("after"))));
            }
            for (var secret : List.of(number, wrong)) {
                for (var table : List.of("registration", "person", "idempotency")) assertEquals(0L, world.<Long>value("select count(*) from " + table + " t where t::text like ?", "%" + secret + "%"), table);
                assertEquals(0L, world.<Long>value("select count(*) from trail where convert_from(entry, 'UTF8') like ?", "%" + secret + "%"));
            }
        }
        var vouched = world.applicant();
        assertEquals(List.of("real-name.vouched"), codes(confirm(vouched.caller(), "x", "丁虚构", number())));
        assertEquals("王虚构", world.value("select name from person where id = ?", vouched.person()));
    }

    private static String numberOf(UUID account, UUID person) {
        var kept = world.bean(IdentityVault.class).open(person, world.value("select identity_cipher from person where id = ?", person)).number();
        assertEquals(kept, world.bean(RealNames.class).opened(account, world.value("select number from registration where account = ?", account)));
        return kept;
    }

    @Test
    void of_two_accounts_of_one_number_that_pass_at_the_same_instant_one_does() throws Exception {
        var number = number();
        var names = List.of(name(), name());
        for (var name : names) register("bijie", name, "齐虚构", number);
        var callers = names.stream().map(name -> Door.with(session(door.logIn(name, PASSWORD)))).toList();
        try (var held = world.transaction()) { // both wait before either writes
            Sql.one(held, row -> row.getLong(1), "select count(*) from (select from person where id in (select person from account where name in (?, ?)) for update) two", names.getFirst(), names.getLast());
            var states = World.<Object>together(() -> state(confirm(callers.getFirst(), "齐虚构 " + number)), () -> state(confirm(callers.getLast(), "齐虚构 " + number)), () -> {
                try {
                    world.awaitWaiting(2);
                } finally {
                    held.rollback();
                }
                return "go on";
            });
            assertEquals(Set.of("PASSED", "HAS_ACCOUNT", "go on"), Set.copyOf(states));
        }
        for (var told : List.of(input("name", "齐虚构"), input("identityNumber", number)))
            for (var caller : callers) {
                var refused = confirm(caller, "x", (String) told.get("name"), (String) told.get("identityNumber"));
                assertTrue(Set.of("real-name.state", "real-name.stands").contains(codes(refused).getFirst()), refused::toString);
            }
    }

    @Test
    void where_the_notice_says_nothing_of_real_names_none_of_its_clauses_is_cited() {
        var name = name();
        var number = number();
        register("xianning", name, "韩虚构", number);
        assertEquals("PASSED", state(confirm(Door.with(session(door.logIn(name, PASSWORD))), "韩虚构 " + number)));
        assertEquals("-,B24-3.2,-,-", clauses(name), "but who logs in is himself");
        assertEquals(0L, world.<Long>value("select count(*) from trail where act in ('REGISTER', 'LOG_IN', 'CONFIRM_REAL_NAME', 'REAL_NAME_PASSED', 'CARRY_OVER') and not convert_from(entry, 'UTF8')::jsonb ?? 'clauses'"));
    }

    /** X24-1.3, X24-1.5: who is barred, or has applied already, is not rid of it by registering anew. */
    @Test
    void where_the_notice_says_nothing_of_real_names_nothing_is_handed_in_all_the_same_by_who_has_no_number() {
        var name = name();
        var number = number();
        register("xianning", name, "严虚构", number);
        var caller = Door.with(session(door.logIn(name, PASSWORD)));
        var dossier = (String) ((Map<?, ?>) compose(caller, "xianning", "ENGINEERING").get("dossier")).get("id");
        var refused = findings(submit(caller, dossier)).stream().filter(one -> one.get("code").equals("account.unchecked")).toList();
        assertEquals(List.of("X24-1.5"), refused.stream().map(one -> ((Map<?, ?>) one.get("clause")).get("id")).toList());
        assertEquals("PASSED", state(confirm(caller, "严虚构 " + number)));
        assertFalse(codes(submit(caller, dossier)).contains("account.unchecked"));
    }

    @Test
    void whoever_registered_himself_is_not_seen_by_the_bureau_before_his_name_is_checked() {
        var bureau = world.account(null, world.organisation("HRSS", "bijie"), "HRSS_CITY");
        var name = name();
        var number = number();
        var called = "尤虚构" + number.substring(10, 17);
        register("bijie", name, called, number);
        assertEquals(0, seen(bureau, called));
        assertEquals("DIFFERS", state(confirm(Door.with(session(door.logIn(name, PASSWORD))), "guessed")));
        assertEquals(0, seen(bureau, called));
        assertEquals("PASSED", state(confirm(Door.with(session(door.logIn(name, PASSWORD))), called + " " + number)));
        assertEquals(1, seen(bureau, called));
    }

    private static int seen(Caller bureau, String called) {
        return world.ask(bureau, "query($name: String!) { people(where: {name: {eq: $name}}) { totalCount } }", Map.of("name", called)).at("data", "people", "totalCount");
    }

    // somebody who was known without an account

    @Test
    void whoever_was_known_without_an_account_is_himself_and_has_what_he_kept() {
        var number = number();
        var person = known("孙虚构", number, null);
        var name = name();
        register("xianning", name, "孙虚构", number);
        var caller = Door.with(session(door.logIn(name, PASSWORD)));
        var provisional = world.<UUID>value("select person from account where name = ?", name);
        assertEquals(List.of(), codes(saveProfile(caller, Map.of("grassroots", true))));
        var achievement = (String) ((Map<?, ?>) saveAchievement(caller, "论文（虚构）").get("achievement")).get("id");
        world.write("insert into evidence_file (id, person, achievement, place, name, size, type, sha256, declared_at, received_at) values (?, ?, ?::uuid, 1, 'x.pdf', 1, 'application/pdf', sha256('x'), ?, ?)",
                UUID.randomUUID(), provisional, achievement, world.now(), world.now());
        var dossier = (String) ((Map<?, ?>) compose(caller, "xianning", "ENGINEERING").get("dossier")).get("id");
        var employer = world.organisation("PRIVATE_ENTERPRISE", "xianning");
        assertEquals(List.of(), codes(request(caller, employer)));
        var both = world.organisation("PRIVATE_ENTERPRISE", "xianning");
        for (var agreed : List.of(employer, both))
            assertEquals(List.of(), codes(door.mutate(caller, "agreeToAccount", "AgreeToAccountInput", Applicant.FINDINGS, input("key", key(), "organisation", agreed.toString()))));
        world.write("insert into account_consent (id, person, organisation, given_at, until) values (?, ?, ?, ?, ?)", UUID.randomUUID(), person, both, world.now(), world.now().plusSeconds(1));
        world.write("insert into account_consent (id, person, organisation, given_at, until) values (?, ?, ?, ?, ?)", UUID.randomUUID(), person, employer, world.now().minusSeconds(1), world.now()); // over

        assertEquals("PASSED", state(confirm(caller, "孙虚构 " + number)));
        assertEquals(3L, world.<Long>value("select count(*) from account_consent where person = ? and organisation in (?, ?)", person, employer, both));
        assertEquals(both, world.value("select organisation from account_consent where person = ?", provisional), "what he has agreed to already stays");
        assertEquals(person, world.value("select person from account where name = ?", name));
        for (var table : List.of("profile", "achievement", "evidence_file", "binding")) {
            assertEquals(1L, world.<Long>value("select count(*) from " + table + " where person = ?", person), table);
            assertEquals(0L, world.<Long>value("select count(*) from " + table + " where person = ?", provisional), table);
        }
        assertEquals(person, world.value("select applicant from dossier where id = ?::uuid", dossier));
        assertEquals("CARRY_OVER", world.value("select string_agg(act, ',' order by seq) from trail where subject = ?", person));
        assertEquals("COMPOSE,CARRY_OVER", world.value("select string_agg(act, ',' order by seq) from trail where subject = ?::uuid", dossier));
        assertEquals("SAVE_PROFILE,SAVE_ACHIEVEMENT,REQUEST_BINDING,AGREE_TO_ACCOUNT,AGREE_TO_ACCOUNT,CARRY_OVER", world.value("select string_agg(act, ',' order by seq) from trail where subject = ?", provisional));
        var entry = entry(person);
        assertEquals(Map.of("before", provisional.toString(), "after", person.toString()), entry.get("known"));
        assertEquals(List.of(achievement), ((Map<?, ?>) entry.get("carried")).get("achievements"));
        assertEquals(List.of(dossier), ((Map<?, ?>) entry.get("carried")).get("dossiers"));
        assertEquals(Map.of("dossiers", List.of(), "bindings", List.of(), "transfers", List.of()), entry.get("left"));
        assertEquals(List.of("grassroots"), entry.get("changed"), "and what was told stands there sealed");
    }

    /** B24-3.2, J24-4.3: whoever made an account in his name before anybody could ask him. */
    @Test
    void whoever_was_known_is_told_of_every_account_in_his_name_and_disowns_it() throws InterruptedException {
        var number = number();
        var person = known("施虚构", number, null);
        var unit = world.organisation("PRIVATE_ENTERPRISE", "bijie");
        var clerk = world.account(person, unit, "EMPLOYER_CLERK");
        var auditor = world.account(person, null, "AUDITOR");
        world.write("update account set disabled = true where id = ?", world.account(person, unit, "EMPLOYER_APPROVER").account());
        world.write("insert into message (id, person, kind, about, zh, en, at, read_at) values (?, ?, 'ACCOUNT_MADE', ?, '说过', 'said', ?, ?)", UUID.randomUUID(), person, clerk.account(), world.now(), world.now());
        var name = name();
        register("bijie", name, "施虚构", number);
        var caller = Door.with(session(door.logIn(name, PASSWORD)));
        var query = "{ messages(where: {kind: {eq: ACCOUNT_STANDS}}) { nodes { zh clauseId readAt accountName } } }";
        assertEquals(List.of(), world.ask(caller, query, Map.of()).at("data", "messages", "nodes"));
        assertEquals(List.of("account.unchecked"), codes(door.mutate(caller, "disownAccount", "DisownAccountInput", Applicant.FINDINGS, input("key", key(), "account", "a-" + clerk.account()))));
        assertEquals("PASSED", state(confirm(caller, "施虚构 " + number)));
        var again = Door.with(session(door.logIn(name, PASSWORD)));
        var told = List.<Map<String, Object>>of();
        for (var tries = 0; tries < 100 && told.isEmpty(); tries++) {
            if (tries > 0) Thread.sleep(100); // his account is remembered for seconds as the provisional person's
            told = world.ask(again, query, Map.of()).at("data", "messages", "nodes");
        }
        assertEquals(Set.of("账号 a-" + clerk.account() + " 以您的名义登记，代表“" + world.<String>value("select name from organisation where id = ?", unit) + "”；非本人所用或不再需要的，您可以停用（disownAccount）",
                "账号 a-" + auditor.account() + " 以您的名义登记；非本人所用或不再需要的，您可以停用（disownAccount）"), told.stream().map(one -> one.get("zh")).collect(Collectors.toSet()), "not of the one that is closed, nor of his own");
        assertEquals(Set.of("a-" + clerk.account(), "a-" + auditor.account()), told.stream().map(one -> one.get("accountName")).collect(Collectors.toSet()), "as disownAccount takes it");
        assertEquals(Set.of("B24-3.2"), told.stream().map(one -> one.get("clauseId")).collect(Collectors.toSet()));
        assertTrue(told.stream().allMatch(one -> one.get("readAt") == null), "whoever read what was told when it was made");
        assertEquals(List.of(), codes(door.mutate(again, "disownAccount", "DisownAccountInput", Applicant.FINDINGS, input("key", key(), "account", "a-" + clerk.account()))));
        assertEquals(true, world.value("select disabled from account where id = ?", clerk.account()));
    }

    @Test
    void what_the_known_person_told_before_stays_where_nothing_was_told_since() {
        var number = number();
        var person = known("何虚构", number, null);
        world.write("insert into profile (person, facts, updated_at) values (?, '{\"grassroots\": false, \"retired\": false}', ?)", person, world.now());
        var name = name();
        register("bijie", name, "何虚构", number);
        var caller = Door.with(session(door.logIn(name, PASSWORD)));
        assertEquals(List.of(), codes(saveProfile(caller, Map.of("grassroots", true))));
        assertEquals("PASSED", state(confirm(caller, "何虚构 " + number)));
        assertEquals("{\"retired\": false, \"grassroots\": true}", world.value("select facts::text from profile where person = ?", person));
        assertEquals(2, world.<Integer>value("select version from profile where person = ?", person));
    }

    @Test
    void what_stands_against_another_row_of_his_stays_and_is_named() {
        var number = number();
        var first = world.organisation("PRIVATE_ENTERPRISE", "xianning");
        var second = world.organisation("PRIVATE_ENTERPRISE", "xianning");
        var person = known("吕虚构", number, first);
        var name = name();
        register("xianning", name, "吕虚构", number);
        var caller = Door.with(session(door.logIn(name, PASSWORD)));
        var provisional = world.<UUID>value("select person from account where name = ?", name);
        var stays = UUID.fromString((String) ((Map<?, ?>) compose(caller, "xianning", "ENGINEERING").get("dossier")).get("id"));
        var goes = UUID.fromString((String) ((Map<?, ?>) compose(caller, "xianning", "ENGINEERING").get("dossier")).get("id"));
        var his = UUID.randomUUID();
        world.write("""
                insert into dossier (id, region, year, series, level, title, applicant, stage_since, created_at, updated_at) values (?, 'xianning', 2024, 'ENGINEERING', 'INTERMEDIATE', '工程师', ?, ?, ?, ?)""",
                his, person, world.now(), world.now(), world.now());
        exclude(person, "2024", his);
        exclude(provisional, "2024", stays);
        exclude(provisional, "other", goes);
        var binding = UUID.randomUUID();
        world.write("insert into binding (id, person, organisation, region, ground, state, name, asked_at, decided_at) values (?, ?, ?, 'xianning', 'LABOUR_RELATION', 'CONFIRMED', '吕虚构', ?, ?)",
                binding, provisional, second, world.now(), world.now());
        world.write("update person set employer = ? where id = ?", second, provisional);
        var known = transfer(person, "HEALTH");
        var again = transfer(provisional, "HEALTH");
        var another = transfer(provisional, "ENGINEERING");

        assertEquals("PASSED", state(confirm(caller, "吕虚构 " + number)));
        assertEquals(provisional, world.value("select applicant from dossier where id = ?", stays));
        assertEquals(person, world.value("select applicant from dossier where id = ?", goes));
        assertEquals(person, world.value("select applicant from dossier_exclusion where dossier = ?", goes), "what it excludes goes with it");
        assertEquals(provisional, world.value("select person from binding where id = ?", binding));
        assertEquals(List.of(first, second), List.of(world.<UUID>value("select employer from person where id = ?", person), world.<UUID>value("select employer from person where id = ?", provisional)));
        assertEquals(List.of(person, provisional, person), Stream.of(known, again, another).map(one -> world.<UUID>value("select person from title_transfer where id = ?", one)).toList());
        assertEquals(Map.of("dossiers", List.of(stays.toString()), "bindings", List.of(binding.toString()), "transfers", List.of(again.toString())), entry(person).get("left"));
    }

    /** X24-1.4, J24-4.3: each as it was decided, and for its decider to end. */
    @Test
    void what_was_entered_of_both_stands_twice_and_bars_until_each_is_ended_by_its_decider() {
        var number = number();
        var person = known("曹虚构", number, null);
        var name = name();
        register("xianning", name, "曹虚构", number);
        var caller = Door.with(session(door.logIn(name, PASSWORD)));
        var provisional = world.<UUID>value("select person from account where name = ?", name);
        var shorter = registered(person, "BLACKLIST", "2099-09-01");
        var longer = registered(provisional, "BLACKLIST", null);
        var nothing = registered(person, "FALSE_MATERIAL", null);
        world.write("update integrity_entry set until_day = from_day, ended_at = ?, ended_why = '虚构' where id = ?", world.now(), nothing);
        var anew = registered(provisional, "FALSE_MATERIAL", "2099-09-01");
        var other = registered(provisional, "CRIMINAL", null);

        assertEquals("PASSED", state(confirm(caller, "曹虚构 " + number)));
        assertEquals(Stream.of(longer, anew, other).map(UUID::toString).sorted().toList(), ((Map<?, ?>) entry(person).get("carried")).get("integrityEntries"));
        for (var one : List.of(shorter + " 2099-09-01 false", longer + " none true", anew + " 2099-09-01 false", other + " none false"))
            assertEquals(one, world.value("select id || ' ' || coalesce(until_day::text, 'none') || ' ' || carried from integrity_entry where person = ? and id = ?::uuid", person, one.split(" ")[0]));
        assertEquals(List.of(), end(longer));
        assertEquals("2099-09-01", world.value("select until_day::text from integrity_entry where id = ?", shorter), "the other one stands");
        assertEquals(List.of(), end(shorter));
        assertEquals(0L, world.<Long>value("select count(*) from integrity_entry where person = ? and kind = 'BLACKLIST' and until_day is distinct from date '2024-09-18'", person));
    }

    private static List<String> end(UUID entry) {
        var bureau = world.account(null, world.<UUID>value("select decided_by from integrity_entry where id = ?", entry), "HRSS_COUNTY");
        return codes(door.mutate(bureau, "endIntegrityEntry", "EndIntegrityEntryInput", Applicant.FINDINGS, input("key", key(), "entry", entry.toString(), "until", "2024-09-18", "reason", "撤销（虚构）")));
    }

    /** While it is found out who he is, a bureau that has a dossier of his before it enters what stands against him: it bars the one that he is, or is not entered. */
    @Test
    void what_is_entered_while_he_is_found_out_stands_against_the_one_that_he_is_or_is_not_entered() throws Exception {
        var bureau = world.account(null, world.organisation("HRSS", "jiayuguan"), "HRSS_CITY");
        for (var named : List.of(false, true)) {
            var number = number();
            var person = known("严虚构", number, null);
            var name = name();
            register("xianning", name, "严虚构", number);
            var caller = Door.with(session(door.logIn(name, PASSWORD)));
            var provisional = world.<UUID>value("select person from account where name = ?", name);
            assertEquals(List.of("person.not-found"), enters(bureau, provisional, null), "nobody knows him by a region");
            assertEquals(List.of("person.not-found"), enters(world.account(null, world.organisation("HRSS", "xianning"), "HRSS_CITY"), provisional, null), "nor by his own");
            var unit = world.organisation("PRIVATE_ENTERPRISE", "jiayuguan");
            world.write("update person set employer = ? where id = ?", unit, provisional);
            var applicant = new Applicant(world, caller, provisional, unit);
            var dossier = applicant.signed("jiayuguan", 2024, Claims.JIAYUGUAN, Claims.told("620200"));
            world.write("update account set real_name = 'PASSED' where name = ?", name);
            assertEquals(List.of(), codes(applicant.submit(key(), dossier, 2)));
            world.write("update account set real_name = 'UNCHECKED' where name = ?", name); // as was handed in before anything waited for that
            transfer(provisional, "HEALTH");
            saveAchievement(caller, "论文（虚构）");
            try (var held = world.transaction()) { // what is carried over before the dossier, so that neither of the two waits for the other; and what is after the register
                Sql.one(held, row -> true, "select 1 from " + (named ? "achievement" : "title_transfer") + " where person = ? for update", provisional);
                var done = World.<Object>together(() -> state(confirm(caller, "严虚构 " + number)), () -> {
                    world.awaitWaiting(1);
                    return enters(bureau, provisional, named ? dossier : null);
                }, () -> {
                    world.awaitWaiting(1);
                    return complains(bureau, provisional, named ? dossier : null);
                }, () -> {
                    try {
                        world.awaitWaiting(3);
                    } finally {
                        held.rollback();
                    }
                    return "go on";
                });
                assertEquals(List.of("PASSED", List.of("person.not-found"), List.of("person.not-found"), "go on"), done);
            }
            assertEquals(0L, world.<Long>value("select (select count(*) from integrity_entry where person in (?, ?)) + (select count(*) from complaint where about in (?, ?))", provisional, person, provisional, person));
            assertEquals(person, world.value("select carried_to from person where id = ?", provisional));
            assertEquals(List.of(), enters(bureau, person, null), "the dossier is his");
        }
    }

    private static List<String> enters(Caller bureau, UUID person, String dossier) {
        return codes(door.mutate(bureau, "enterIntegrityEntry", "EnterIntegrityEntryInput", Applicant.FINDINGS, input("key", key(), "person", person.toString(), "kind", dossier == null ? "PARTY" : "FALSE_MATERIAL",
                "clause", dossier == null ? "J24-1b" : "J24-4.3", "reason", "虚构", "document", "虚构〔2024〕9号", "from", "2024-09-18", "dossier", dossier)));
    }

    private static List<String> complains(Caller bureau, UUID person, String dossier) {
        return codes(door.mutate(bureau, "enterComplaint", "EnterComplaintInput", Applicant.FINDINGS, input("key", key(), "about", person.toString(), "says", "虚构", "dossier", dossier)));
    }

    /** createUnit, for instance, was told the right number and a mistyped name. */
    @Test
    void whoever_was_entered_under_another_name_is_called_as_was_checked() {
        var bureau = world.account(null, world.organisation("HRSS", "xianning"), "HRSS_CITY");
        var number = number();
        var wrong = "李西" + number.substring(10, 17);
        var right = "李四" + number.substring(10, 17);
        var person = known(wrong, number, null);
        var name = name();
        register("bijie", name, right, number);
        assertEquals("PASSED", state(confirm(Door.with(session(door.logIn(name, PASSWORD))), right + " " + number)));
        assertEquals(right, world.value("select name from person where id = ?", person));
        assertEquals(List.of(0, 1), List.of(seen(bureau, wrong), seen(bureau, right)));
        assertEquals("CORRECT_NAME B24-3.2,CARRY_OVER B24-3.2", world.value("select string_agg(act || ' ' || clause, ',' order by seq) from trail where subject = ?", person));
        var entry = Json.map(world.value("select convert_from(entry, 'UTF8') from trail where act = 'CORRECT_NAME' and subject = ?", person));
        assertEquals(List.of("name"), entry.get("changed"));
        var sealed = (Map<?, ?>) entry.get("sealed");
        var changes = world.bean(SealedChanges.class);
        assertEquals(List.of(Map.of("name", wrong), Map.of("name", right)), List.of(changes.open(person, (String) sealed.get("before")), changes.open(person, (String) sealed.get("after"))));
        assertFalse(entry.toString().contains(wrong) || entry.toString().contains(right), "in plain");
    }

    /** J24-2.1, B24-3.2: the unit that made his account mistyped his name, and the platform knows nobody of that name by his number. */
    @Test
    void who_has_an_account_under_another_name_is_called_as_was_checked_and_comes_in_again() {
        var number = number();
        var person = known("张山", number, null);
        var account = "a-" + world.account(person, null, "APPLICANT").account();
        world.write("insert into credential (account, password, changed_at) values (?, ?, ?)", Door.id(account), world.bean(Passwords.class).hash(PASSWORD), world.now());
        var refused = reset(key(), account, number, "张三 " + number, PASSWORD + "!");
        assertEquals(List.of("reset.refused"), codes(refused));
        for (var way : List.of("confirmRealName", "correctName")) assertTrue(findings(refused).getFirst().get("remedy").toString().contains(way), way);
        var name = name();
        register("bijie", name, "张三", number);
        var caller = Door.with(session(door.logIn(name, PASSWORD)));
        assertEquals("DIFFERS", state(confirm(caller, "guessed")));
        assertEquals("张山", world.value("select name from person where id = ?", person), "not by whoever types his number");
        for (var time = 0; time < 2; time++) assertEquals("HAS_ACCOUNT", state(confirm(caller, "张三 " + number)));
        assertEquals("张三", world.value("select name from person where id = ?", person));
        assertEquals("CORRECT_NAME B24-3.2", world.value("select string_agg(act || ' ' || clause, ',' order by seq) from trail where subject = ?", person), "once");
        assertEquals(List.of(), codes(reset(key(), account, number, "张三 " + number, PASSWORD + "!")));
        session(door.logIn(account, PASSWORD + "!"));
    }

    private static UUID registered(UUID person, String kind, String until) {
        var id = UUID.randomUUID();
        world.write("insert into integrity_entry (id, person, region, kind, reason, clause, document, from_day, until_day, decided_by, created_at) values (?, ?, 'xianning', ?, '虚构', 'X24-1.4', '虚构', '2024-06-20', ?::date, ?, ?)",
                id, person, kind, until, world.organisation("HRSS", "xianning"), world.now());
        return id;
    }

    /** His account is remembered for some seconds as the provisional person's, here and on other servers. */
    @Test
    void what_is_done_while_he_is_found_out_is_his_or_is_not_done() {
        String found = null;
        for (var time = 0; time < 5; time++) {
            var number = number();
            var person = known("施虚构", number, null);
            var name = name();
            found = name;
            register("bijie", name, "施虚构", number);
            var caller = Door.with(session(door.logIn(name, PASSWORD)));
            var provisional = world.<UUID>value("select person from account where name = ?", name);
            var both = World.together(() -> world.ask(caller, SAVE_ACHIEVEMENT, Map.of("input", achievement("论文"))).error(), () -> state(confirm(caller, "施虚构 " + number)));
            assertEquals("PASSED", both.getLast());
            var after = world.ask(caller, SAVE_ACHIEVEMENT, Map.of("input", achievement("又一篇"))).error();
            for (var refused : new String[] {both.getFirst(), after}) assertTrue(refused == null || refused.equals("BUSY"), refused);
            assertEquals(0L, world.<Long>value("select count(*) from achievement where person = ?", provisional), "nothing is lost with a person that is nobody any more");
            assertEquals((both.getFirst() == null ? 1L : 0L) + (after == null ? 1L : 0L), world.<Long>value("select count(*) from achievement where person = ?", person));
        }
        var stale = new Viewer(world.<UUID>value("select id from account where name = ?", found), Set.of(Role.APPLICANT), UUID.randomUUID(), null);
        assertThrows(Busy.class, () -> world.bean(SaveAchievement.class).perform(stale, world.now(), new SaveAchievement.Input(key(), null, null, Map.of("kind", "PAPER", "title", "论文"))), "as who he was");
    }

    @Test
    void of_every_table_that_points_at_a_person_it_is_said_what_becomes_of_it() {
        assertEquals(String.join(",", new TreeSet<>(CarryOver.TABLES)), world.value(
                "select string_agg(distinct conrelid::regclass::text, ',' order by conrelid::regclass::text) from pg_constraint where contype = 'f' and confrelid = 'person'::regclass"));
    }

    private static final String SAVE_ACHIEVEMENT = "mutation($input: SaveAchievementInput!) { saveAchievement(input: $input) { achievement { id } " + Applicant.FINDINGS + " } }";

    private static Map<String, Object> achievement(String title) {
        return input("key", key(), "told", Map.of("kind", "PAPER", "title", title));
    }

    private static Map<String, Object> saveAchievement(Caller caller, String title) {
        return world.ask(caller, SAVE_ACHIEVEMENT, Map.of("input", achievement(title))).at("data", "saveAchievement");
    }

    private static Map<String, Object> saveProfile(Caller caller, Map<String, ?> facts) {
        return door.mutate(caller, "saveProfile", "SaveProfileInput", Applicant.FINDINGS, input("key", key(), "facts", facts));
    }

    /** A transfer from before this system. */
    private static UUID transfer(UUID person, String series) {
        var id = UUID.randomUUID();
        world.write("insert into title_transfer (id, person, region, from_series, series, level, level_since, document, clause, decided_by, created_at) values (?, ?, 'bijie', 'AGRICULTURE', ?, 'INTERMEDIATE', date '2016-01-01', '虚构〔2016〕3号', 'B24-5.6', ?, ?)",
                id, person, series, world.organisation("HRSS", "bijie"), world.now());
        return id;
    }

    /** A person who is known by his number and has no account. */
    private static UUID known(String name, String number, UUID employer) {
        var person = UUID.randomUUID();
        var kept = world.bean(IdentityVault.class).keep(person, new IdentityNumber(number));
        world.write("insert into person (id, name, region, employer, identity_masked, identity_cipher, identity_index, created_at) values (?, ?, 'xianning', ?, ?, ?, ?, ?)", person, name, employer, kept.masked(), kept.cipher(), kept.index(), world.now());
        return person;
    }

    private static void exclude(UUID applicant, String key, UUID dossier) {
        world.write("insert into dossier_exclusion (region, applicant, year, key, dossier, clause) values ('xianning', ?, 2024, ?, ?, 'X24-1.5')", applicant, key, dossier);
    }

    private static Map<String, Object> entry(UUID subject) {
        return Json.map(world.value("select convert_from(entry, 'UTF8') from trail where act = 'CARRY_OVER' and subject = ?", subject));
    }

    /** By which clauses what was done to an account was done, in order; - where by none. */
    private static String clauses(String account) {
        return world.value("select string_agg(coalesce(clause, '-'), ',' order by seq) from trail where subject = (select id from account where name = ?)", account);
    }

    @ParameterizedTest
    @ValueSource(strings = {"DOWN", "SLOW", "NONSENSE", "ANOTHER"})
    void where_the_platform_does_not_tell_the_check_waits_and_is_asked_again(String how) {
        var begin = door.time().instant();
        var name = name();
        var number = number();
        register("bijie", name, "周虚构", number);
        var caller = Door.with(session(door.logIn(name, PASSWORD)));
        platform.play(StandIns.Play.valueOf(how));
        assertEquals("PENDING", state(confirm(caller, "周虚构 " + number)));
        assertEquals(List.of("real-name.state"), codes(confirm(caller, "周虚构 " + number)), "it is under way");
        assertEquals(List.of("account.unchecked"), codes(compose(caller)));
        platform.play(StandIns.Play.HONEST);
        door.time().set(begin.plus(Duration.ofMinutes(1)).minusNanos(1000));
        var before = platform.asked();
        world.bean(RealNames.class).askDue();
        assertEquals(before, platform.asked(), "not yet");
        door.time().set(begin.plus(Duration.ofMinutes(1)));
        world.bean(RealNames.class).askDue();
        assertEquals("PASSED", world.ask(caller, "{ realName { state tries nextTryAt } }", Map.of()).at("data", "realName", "state"));
        assertEquals(2, world.<Integer>value("select tries from registration where account = (select id from account where name = ?)", name));
        assertEquals(0L, world.<Long>value("select count(*) from registration where proof is not null and account = (select id from account where name = ?)", name), "used up");
        door.time().set(begin);
    }

    @Test
    void two_servers_do_not_ask_at_once() {
        var name = name();
        var number = number();
        register("bijie", name, "吴虚构", number);
        var caller = Door.with(session(door.logIn(name, PASSWORD)));
        platform.play(StandIns.Play.DOWN);
        confirm(caller, "吴虚构 " + number);
        platform.play(StandIns.Play.HONEST);
        var begin = door.time().instant();
        door.time().set(begin.plus(Duration.ofMinutes(1)));
        var before = platform.asked();
        var names = world.bean(RealNames.class);
        World.together(() -> {
            names.askDue();
            return 1;
        }, () -> {
            names.askDue();
            return 2;
        });
        assertEquals(before + 1, platform.asked());
        door.time().set(begin);
    }

    @Test
    void the_same_key_is_the_same_registration_and_a_name_is_one_accounts() {
        var name = name();
        var number = number();
        var key = key();
        assertEquals(List.of(), codes(register(key, "bijie", name, "郑虚构", number)));
        assertEquals(List.of(), codes(register(key, "bijie", name, "郑虚构", number)));
        assertEquals(List.of("account.name-taken"), codes(register("bijie", name, "郑虚构", number)));
        assertEquals(1L, world.<Long>value("select count(*) from account where name = ?", name));
        var other = name();
        var people = world.<Long>value("select count(*) from person");
        var both = World.together(() -> register("bijie", other, "王虚构", number()), () -> register("bijie", other, "冯虚构", number()));
        assertEquals(List.of("account.name-taken"), both.stream().flatMap(one -> codes(one).stream()).toList());
        assertEquals(people + 1, world.<Long>value("select count(*) from person"));
    }

    @Test
    void where_the_notice_has_units_make_accounts_nobody_registers_himself() {
        var refused = register("jiayuguan", name(), "陈虚构", number());
        assertEquals(List.of("account.maker"), codes(refused));
        assertEquals("J24-2.1", ((Map<?, ?>) findings(refused).getFirst().get("clause")).get("id"));
        assertEquals(List.of(), codes(register("xianning", name(), "褚虚构", number())), "X24 does not say, and the server's setting lets it be");
        var all = register("nowhere", "X", "", "1");
        assertEquals(List.of("edition.not-loaded", "input", "identity-number"), codes(all), "all at once");
        assertFalse(all.toString().contains(PASSWORD));
    }

    @Test
    void an_address_that_registers_many_waits() {
        var other = Door.open("zhicheng.log-in.attempts.address", 2);
        try (var there = other.world()) {
            assertTrue(there.now() != null);
            for (var one = 0; one < 2; one++) assertEquals(List.of(), codes(registered(other, key(), "bijie", name(), "卫虚构", number())));
            var held = registered(other, key(), "bijie", name(), "卫虚构", number());
            assertEquals(List.of("registration.held"), codes(held));
            assertFalse(held.toString().contains("失败") || held.toString().contains("fail"), () -> "none of them failed: " + held);
        }
    }

    @Test
    void whoever_was_vouched_for_is_not_checked() {
        var somebody = world.applicant();
        assertEquals(List.of("real-name.vouched"), codes(confirm(somebody.caller(), "x")));
        assertNull(world.ask(somebody.caller(), "{ realName { state } }", Map.of()).at("data", "realName"));
        assertEquals(List.of("input", "real-name.vouched"), codes(confirm(somebody.caller(), "")));
        assertEquals("UNAUTHENTICATED", world.ask(Caller.PUBLIC, "{ realName { state } }", Map.of()).error());
    }

    private static Map<String, Object> register(String region, String account, String name, String number) {
        return register(key(), region, account, name, number);
    }

    private static Map<String, Object> register(String key, String region, String account, String name, String number) {
        return registered(door, key, region, account, name, number);
    }

    private static Map<String, Object> registered(Door door, String key, String region, String account, String name, String number) {
        return door.mutate(Caller.PUBLIC, "registerAccount", "RegisterAccountInput", Applicant.FINDINGS,
                input("key", key, "region", region, "account", account, "password", PASSWORD, "name", name, "identityNumber", number));
    }

    private static Map<String, Object> confirm(Caller caller, String proof) {
        return confirm(caller, proof, null, null);
    }

    private static Map<String, Object> confirm(Caller caller, String proof, String name, String number) {
        return door.mutate(caller, "confirmRealName", "ConfirmRealNameInput", "realName { state tries nextTryAt } " + Applicant.FINDINGS, input("key", key(), "proof", proof, "name", name, "identityNumber", number));
    }

    private static Map<String, Object> compose(Caller caller) {
        return compose(caller, "bijie", "HEALTH");
    }

    private static Map<String, Object> compose(Caller caller, String region, String series) {
        return door.mutate(caller, "composeDossier", "ComposeDossierInput", "dossier { id } " + Applicant.FINDINGS,
                input("key", key(), "region", region, "year", 2024, "claim", Map.of("series", series, "level", "INTERMEDIATE")));
    }

    private static Map<String, Object> submit(Caller caller, String dossier) {
        return door.mutate(caller, "submitDossier", "SubmitDossierInput", Applicant.FINDINGS, input("key", key(), "dossier", dossier, "version", 1));
    }

    private static Map<String, Object> request(Caller caller, UUID organisation) {
        return door.mutate(caller, "requestBinding", "RequestBindingInput", "binding { id } " + Applicant.FINDINGS, input("key", key(), "organisation", organisation.toString(), "ground", "EMPLOYMENT"));
    }

    private static String state(Map<String, Object> payload) {
        assertEquals(List.of(), payload.get("findings"));
        return (String) ((Map<?, ?>) payload.get("realName")).get("state");
    }

    private static String name() {
        return "new-" + UUID.randomUUID();
    }

    private static synchronized String number() {
        numbers++;
        return IdentityNumber.completed("520502" + (1970 + numbers / 900) + "0101" + "%03d".formatted(numbers % 900)).number();
    }
}
