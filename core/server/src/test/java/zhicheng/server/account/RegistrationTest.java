package zhicheng.server.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static zhicheng.server.Applicant.codes;
import static zhicheng.server.Applicant.findings;
import static zhicheng.server.Applicant.input;
import static zhicheng.server.Applicant.key;
import static zhicheng.server.account.Door.PASSWORD;
import static zhicheng.server.account.Door.session;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import zhicheng.server.Applicant;
import zhicheng.server.World;
import zhicheng.server.World.Caller;
import zhicheng.server.trail.Json;

@Tag("database")
class RegistrationTest {
    /** What the stand-in of the platform does. */
    private enum Mood { HONEST, DOWN, SLOW, NONSENSE }

    private static final AtomicInteger ASKED = new AtomicInteger();
    private static volatile Mood mood = Mood.HONEST;
    private static HttpServer platform;
    private static CountDownLatch ended;
    private static Door door;
    private static World world;
    private static int numbers;

    /** A platform over HTTP that knows who he is by the proof {@code NAME NUMBER} that it handed to him. */
    @BeforeAll
    static void open() throws IOException {
        ended = new CountDownLatch(1);
        platform = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        platform.setExecutor(Executors.newCachedThreadPool());
        platform.createContext("/check", exchange -> {
            ASKED.incrementAndGet();
            var asked = Json.map(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            try {
                if (mood == Mood.SLOW) ended.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            var fits = asked.get("proof").equals(asked.get("name") + " " + asked.get("identityNumber"));
            var answer = (mood == Mood.NONSENSE ? "<html>" : "{\"result\": \"" + (fits ? "MATCHES" : "DIFFERS") + "\"}").getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(mood == Mood.DOWN ? 503 : 200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        platform.start();
        door = Door.open("zhicheng.outside.real-name.url", "http://localhost:" + platform.getAddress().getPort() + "/check", "zhicheng.outside.real-name.timeout", "500ms",
                "zhicheng.outside.real-name.look-every", "1h");
        world = door.world();
    }

    @AfterAll
    static void close() {
        ended.countDown();
        world.close();
        platform.stop(0);
    }

    @BeforeEach
    void honest() {
        mood = Mood.HONEST;
    }

    @Test
    void in_bijie_one_registers_then_is_checked_then_is_bound_and_each_step_opens_what_the_notice_says() {
        var name = name();
        var number = number();
        assertEquals(List.of(), codes(register("bijie", name, "李虚构", number)));
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
        assertEquals("B24-3.2", world.value("select clause from trail where act = 'REGISTER' and subject = (select id from account where name = ?)", name));
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

    @Test
    void whoever_was_known_without_an_account_is_himself() {
        var number = number();
        var person = UUID.randomUUID();
        var kept = world.bean(IdentityVault.class).keep(person, new IdentityNumber(number));
        world.write("insert into person (id, name, region, identity_masked, identity_cipher, identity_index, created_at) values (?, '孙虚构', 'bijie', ?, ?, ?, ?)", person, kept.masked(), kept.cipher(), kept.index(), world.now());
        var name = name();
        register("bijie", name, "孙虚构", number);
        assertEquals("PASSED", state(confirm(Door.with(session(door.logIn(name, PASSWORD))), "孙虚构 " + number)));
        assertEquals(person, world.value("select person from account where name = ?", name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"DOWN", "SLOW", "NONSENSE"})
    void where_the_platform_does_not_tell_the_check_waits_and_is_asked_again(String how) {
        var begin = door.time().instant();
        var name = name();
        var number = number();
        register("bijie", name, "周虚构", number);
        var caller = Door.with(session(door.logIn(name, PASSWORD)));
        mood = Mood.valueOf(how);
        assertEquals("PENDING", state(confirm(caller, "周虚构 " + number)));
        assertEquals(List.of("real-name.state"), codes(confirm(caller, "周虚构 " + number)), "it is under way");
        assertEquals(List.of("account.unchecked"), codes(compose(caller)));
        mood = Mood.HONEST;
        door.time().set(begin.plus(Duration.ofMinutes(1)).minusNanos(1000));
        var before = ASKED.get();
        world.bean(RealNames.class).askDue();
        assertEquals(before, ASKED.get(), "not yet");
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
        mood = Mood.DOWN;
        confirm(caller, "吴虚构 " + number);
        mood = Mood.HONEST;
        var begin = door.time().instant();
        door.time().set(begin.plus(Duration.ofMinutes(1)));
        var before = ASKED.get();
        var names = world.bean(RealNames.class);
        World.together(() -> {
            names.askDue();
            return 1;
        }, () -> {
            names.askDue();
            return 2;
        });
        assertEquals(before + 1, ASKED.get());
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
            assertEquals(List.of("log-in.held"), codes(registered(other, key(), "bijie", name(), "卫虚构", number())));
        }
    }

    @Test
    void whoever_was_vouched_for_is_not_checked() {
        var somebody = world.applicant();
        assertEquals(List.of("real-name.vouched"), codes(confirm(somebody.caller(), "x")));
        assertNull(world.ask(somebody.caller(), "{ realName { state } }", Map.of()).at("data", "realName"));
        assertEquals(List.of("input"), codes(confirm(somebody.caller(), "")));
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
        return door.mutate(caller, "confirmRealName", "ConfirmRealNameInput", "realName { state tries nextTryAt } " + Applicant.FINDINGS, input("key", key(), "proof", proof));
    }

    private static Map<String, Object> compose(Caller caller) {
        return door.mutate(caller, "composeDossier", "ComposeDossierInput", "dossier { id } " + Applicant.FINDINGS,
                input("key", key(), "region", "bijie", "year", 2024, "claim", Map.of("series", "HEALTH", "level", "INTERMEDIATE")));
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
