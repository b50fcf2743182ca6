package zhicheng.server.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static zhicheng.server.Applicant.codes;
import static zhicheng.server.Applicant.input;
import static zhicheng.server.Applicant.key;
import static zhicheng.server.account.Door.PASSWORD;
import static zhicheng.server.account.Door.session;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import zhicheng.server.Applicant;
import zhicheng.server.World;
import zhicheng.server.World.Caller;
import zhicheng.server.calendar.SystemTime;
import zhicheng.server.database.Sql;
import zhicheng.server.trail.Acts;
import zhicheng.server.trail.Json;
import zhicheng.server.trail.SealedChanges;

/** From nothing to a unit: the first administrator, the bodies that he takes in, the units that they take in. */
@Tag("database")
@Tag("once")
class BodiesTest {
    private static Door door;
    private static World world;
    private static final AtomicInteger NAMES = new AtomicInteger();

    @BeforeAll
    static void open() {
        door = Door.open();
        world = door.world();
    }

    @AfterAll
    static void close() {
        world.close();
    }

    private static String name() {
        return "body-" + NAMES.incrementAndGet();
    }

    private static Caller administrator() {
        return world.account(null, null, "SYS_ADMIN");
    }

    private static Map<String, Object> body(Caller by, Object... more) {
        var input = input("key", key(), "name", "测试人社局" + name(), "kind", "HRSS", "region", "jiayuguan", "areaCode", "620200", "account", name(), "capacities", List.of("HRSS_CITY"), "person", Map.of("name", "周虚构"));
        input.putAll(input(more));
        return door.mutate(by, "createBody", "CreateBodyInput", "code organisation { id name kind region parent { id } } " + Applicant.FINDINGS, input);
    }

    private static Map<String, Object> account(Caller by, Object... more) {
        var input = input("key", key(), "account", name(), "capacities", List.of("SUPERVISOR"), "person", Map.of("name", "吴虚构"));
        input.putAll(input(more));
        return door.mutate(by, "createBodyAccount", "CreateBodyAccountInput", "code organisation { id } " + Applicant.FINDINGS, input);
    }

    private static String id(Map<String, Object> payload) {
        assertEquals(List.of(), codes(payload));
        return (String) ((Map<?, ?>) payload.get("organisation")).get("id");
    }

    private static Optional<FirstAdministrator.Made> first(String name) {
        return world.bean(Acts.class).open("first-administrator", tx -> FirstAdministrator.make(tx, name, world.now(), world.bean(SystemTime.class).now()));
    }

    @Test
    void from_nothing_to_a_unit_and_its_clerk() {
        world.write("update account set disabled = true where roles @> array['SYS_ADMIN']");
        assertThrows(IllegalArgumentException.class, () -> first("A B"));
        var made = first("root-of-all").orElseThrow();
        assertFalse(made.renewed());
        assertTrue(assertThrows(IllegalArgumentException.class, () -> first("another")).getMessage().contains("«root-of-all»"), "nobody opened it");
        var renewed = first("root-of-all").orElseThrow();
        assertTrue(renewed.renewed());
        assertEquals(List.of("code.refused"), codes(door.activate("root-of-all", made.code(), PASSWORD)), "void");
        var code = renewed.code();
        var administrator = Door.with(session(door.activate("root-of-all", code, PASSWORD)));
        for (var name : List.of("another", "root-of-all")) assertEquals(Optional.empty(), first(name), "there is one now, who makes others");
        assertEquals("FIRST_ADMINISTRATOR RENEW_CODE ACTIVATE_ACCOUNT", world.value("select string_agg(act, ' ' order by seq) from trail t join account a on a.id = t.subject where a.name = 'root-of-all'"));
        assertEquals(List.of("code.refused"), codes(door.activate("root-of-all", code, PASSWORD)), "once");
        var bureauName = name();
        var bureau = body(administrator, "account", bureauName);
        var clerkOfBureau = Door.with(session(door.activate(bureauName, (String) bureau.get("code"), PASSWORD)));
        var unitName = name();
        var unit = door.mutate(clerkOfBureau, "createUnit", "CreateUnitInput", "code organisation { parent { id } } " + Applicant.FINDINGS,
                input("key", key(), "name", "测试企业", "kind", "PRIVATE_ENTERPRISE", "areaCode", "620200", "clerk", unitName, "person", Map.of("name", "郑虚构")));
        assertEquals(List.of(), codes(unit));
        assertEquals(id(bureau), ((Map<?, ?>) ((Map<?, ?>) unit.get("organisation")).get("parent")).get("id"));
        var clerk = Door.with(session(door.activate(unitName, (String) unit.get("code"), PASSWORD)));
        assertEquals(List.of("EMPLOYER_CLERK", "EMPLOYER_APPROVER"), world.ask(clerk, "{ me { roles } }", Map.of()).at("data", "me", "roles"));
        assertEquals(0, world.ask(administrator, "{ dossiers { totalCount } }", Map.of()).<Integer>at("data", "dossiers", "totalCount"), "he reads no dossier");
    }

    @Test
    void whoever_runs_the_server_lets_an_administrator_in_again_who_lost_his_password() {
        world.write("update account set disabled = true where roles @> array['SYS_ADMIN']");
        var code = first("root-who-forgot").orElseThrow().code();
        var session = session(door.activate("root-who-forgot", code, PASSWORD));
        var colleague = administrator();
        assertEquals(Optional.empty(), first("root-who-forgot"));
        assertTrue(assertThrows(IllegalArgumentException.class, () -> anew("nobody-here")).getMessage().endsWith("«nobody-here»; there is: a-" + colleague.account() + ", root-who-forgot"));
        var identity = identity("root-who-forgot");
        var colleagues = identity("a-" + colleague.account());
        var made = anew("root-who-forgot");
        assertEquals(List.of(true, false), List.of(world.value("select ended_at is not null from outside_identity where id = ?", identity), world.value("select ended_at is not null from outside_identity where id = ?", colleagues)), "nor does another come in by what he bound");
        assertEquals(List.of("log-in.refused"), codes(door.logIn("root-who-forgot", PASSWORD)));
        assertEquals(List.of("session.ended"), codes(door.refresh(session.get("refreshToken"))));
        assertEquals(Optional.empty(), first("root-who-forgot"), "it was opened, and goes on to be");
        session(door.activate("root-who-forgot", made.code(), PASSWORD + "!"));
        assertEquals("FIRST_ADMINISTRATOR ACTIVATE_ACCOUNT RENEW_CODE ACTIVATE_ACCOUNT", world.value("select string_agg(act, ' ' order by seq) from trail t join account a on a.id = t.subject where a.name = 'root-who-forgot'"));
        assertEquals(0, world.ask(colleague, "{ dossiers { totalCount } }", Map.of()).<Integer>at("data", "dossiers", "totalCount"), "another's account is as it was");
    }

    /** One that is bound to the account of this name. */
    private static UUID identity(String account) {
        var id = UUID.randomUUID();
        world.write("insert into outside_identity (id, account, provider, subject, bound_at) select ?, id, 'stand-in', sha256(name::bytea), created_at from account where name = ?", id, account);
        return id;
    }

    private static FirstAdministrator.Made anew(String name) {
        return world.bean(Acts.class).open("first-administrator", tx -> FirstAdministrator.anew(tx, name, world.now(), world.bean(SystemTime.class).now()));
    }

    @Test
    void two_first_administrators_at_once_are_one() {
        world.write("update account set disabled = true where roles @> array['SYS_ADMIN']");
        var both = World.together(() -> first("one-of-two"), () -> first("one-of-two"));
        assertEquals(1, both.stream().filter(one -> !one.orElseThrow().renewed()).count());
        assertEquals(1L, world.<Long>value("select count(*) from account where roles @> array['SYS_ADMIN'] and not disabled"));
    }

    @ParameterizedTest
    @CsvSource({"HRSS, HRSS_COUNTY, 620201", "HRSS, HRSS_CITY, 620200", "HRSS, HRSS_PROVINCE, 620000", "HRSS, RELAY, 620201", "HRSS, FINANCE, 620000", "HRSS, AUDITOR, 620200", "SUPERIOR_DEPT, SUPERIOR_DEPT, 620201", "SUPERIOR_DEPT, COMMITTEE_ORGANISER, 620000",
            "COMMITTEE_OFFICE, COMMITTEE_OFFICE, 620200"})
    void a_body_comes_in_with_an_account_of_its_kind(String kind, String capacity, String area) {
        var administrator = administrator();
        var above = id(body(administrator));
        var name = name();
        var made = body(administrator, "kind", kind, "areaCode", area, "capacities", List.of(capacity), "parent", above, "account", name);
        assertEquals(above, ((Map<?, ?>) ((Map<?, ?>) made.get("organisation")).get("parent")).get("id"));
        var of = UUID.fromString(id(made));
        assertEquals(capacity + " 周虚构", world.value("select array_to_string(a.roles, ' ') || ' ' || p.name from account a join person p on p.id = a.person where a.organisation = ?", of));
        assertEquals("CREATE_BODY", world.value("select act from trail where subject = ?", of));
        var session = Door.with(session(door.activate(name, (String) made.get("code"), PASSWORD)));
        assertEquals(of.toString(), world.ask(session, "{ me { organisation { id } } }", Map.of()).at("data", "me", "organisation", "id"));
        assertEquals(List.of(), codes(account(administrator, "body", of.toString(), "capacities", List.of(capacity))));
        assertEquals(2L, world.<Long>value("select count(*) from account where organisation = ? and roles = array[?::text]", of, capacity));
        assertEquals("CREATE_BODY CREATE_BODY_ACCOUNT", world.value("select string_agg(act, ' ' order by seq) from trail where subject = ?", of));
    }

    @Test
    void everything_wrong_is_said_at_once_and_nothing_is_made() {
        var administrator = administrator();
        var before = world.<Long>value("select count(*) from organisation");
        var nowhere = UUID.randomUUID().toString();
        assertEquals(List.of("account.capacity", "account.name", "credit-code", "edition.not-loaded", "input", "input", "organisation.not-found"),
                codes(body(administrator, "name", " ", "areaCode", "1", "creditCode", "91", "region", "nowhere", "parent", nowhere, "account", "A", "capacities", List.of("HRSS_CITY", "EMPLOYER_CLERK"))).stream().sorted().toList());
        assertEquals(List.of("account.capacity"), codes(body(administrator, "capacities", List.of())));
        assertEquals(List.of("person.number"), codes(body(administrator, "region", "bijie", "areaCode", "520500")), "B24-3.2: a number is asked for");
        assertEquals(List.of("input"), codes(body(administrator, "person", Map.of("name", " "))));
        assertEquals(List.of("identity-number"), codes(body(administrator, "person", Map.of("name", "周虚构", "identityNumber", "1"))));
        assertEquals(List.of("input"), codes(body(administrator, "kind", "PRIVATE_ENTERPRISE")), "units come in through the bodies above them");
        assertEquals(List.of("organisation.not-found"), codes(body(administrator, "parent", world.organisation("PRIVATE_ENTERPRISE", "jiayuguan").toString())));
        assertEquals(before, world.<Long>value("select count(*) from organisation") - 1, "but for the one that was asked of");
        for (var no : List.of(nowhere, world.organisation("AGENCY", "jiayuguan").toString())) assertEquals(List.of("organisation.not-found"), codes(account(administrator, "body", no)));
        var body = id(body(administrator));
        assertEquals(List.of("account.capacity"), codes(account(administrator, "body", body, "capacities", List.of("SYS_ADMIN"))), "an administrator makes no other by the way");
        assertEquals(List.of("account.capacity"), codes(account(administrator, "body", body, "capacities", List.of())));
        for (var totals : List.of("SUPERVISOR", "HRSS_PROVINCE"))
            for (var counts : List.of("AUDITOR", "FINANCE"))
                assertEquals(List.of("account.capacity"), codes(body(administrator, "areaCode", "620000", "capacities", List.of(totals, "HRSS_PROVINCE", counts))), "they could be subtracted from one another");
        assertEquals("BAD_INPUT", world.ask(administrator, "mutation { createBodyAccount(input: {key: \"k\", body: \"x\", account: \"abc\", capacities: [HRSS_CITY], person: {name: \"x\"}}) { findings { code } } }", Map.of()).error());
    }

    /** B24-3.2, J24-2.1: whoever entered him mistyped his name, and by the right one he gets no account any more. */
    @Test
    void a_name_that_does_not_go_with_its_number_is_corrected_by_a_document_and_then_the_right_one_is_taken() {
        var administrator = administrator();
        var number = IdentityNumber.completed("62020119810303001").number();
        var body = id(body(administrator, "person", Map.of("name", "李西", "identityNumber", number)));
        var person = world.<UUID>value("select person from account where organisation = ?", UUID.fromString(body));
        var right = new Object[] {"body", body, "capacities", List.of("HRSS_CITY"), "person", Map.of("name", "李四", "identityNumber", number)};
        var refused = account(administrator, right);
        assertEquals(List.of("person.name"), codes(refused));
        for (var way : List.of("confirmRealName", "correctName")) assertTrue(Applicant.findings(refused).getFirst().get("remedy").toString().contains(way), way);

        assertEquals(List.of("input input.name", "identity-number input.identityNumber", "person.document input.document"), corrected(administrator, "identityNumber", "' or 1=1", "name", "\u200B", "document", " "), "all at once");
        for (var hostile : List.of("李\u2800四", "四".repeat(101), "--")) assertEquals(List.of("input input.name"), corrected(administrator, "identityNumber", number, "name", hostile));
        assertEquals(List.of("person.document input.document"), corrected(administrator, "identityNumber", number, "document", "号".repeat(201)));
        assertEquals(List.of("person.not-found input.identityNumber"), corrected(administrator, "identityNumber", IdentityNumber.completed("62020119810303002").number()));
        assertEquals(List.of("person.name-stands input.name"), corrected(administrator, "identityNumber", number, "name", "李\u3000西"));
        assertEquals(List.of("person.own input.identityNumber"), corrected(world.account(person, null, "SYS_ADMIN"), "identityNumber", number));
        assertEquals("李西", world.value("select name from person where id = ?", person));

        var key = key();
        for (var time = 0; time < 2; time++) assertEquals(List.of(), corrected(administrator, "key", key, "identityNumber", number, "name", "李\u200B四"));
        assertEquals(List.of("key input.key"), corrected(administrator, "key", key, "identityNumber", number, "name", "李五"));
        assertEquals("李四", world.value("select name from person where id = ?", person));
        assertEquals("CORRECT_NAME J24-2.1", world.value("select string_agg(act || ' ' || clause, ',') from trail where subject = ?", person));
        var entry = Json.map(world.value("select convert_from(entry, 'UTF8') from trail where subject = ?", person));
        var changes = world.bean(SealedChanges.class);
        assertEquals(List.of(Map.of("name", "李西"), Map.of("name", "李四", "document", "身份证原件（虚构）")),
                Stream.of("before", "after").map(one -> changes.open(person, (String) ((Map<?, ?>) entry.get("sealed")).get(one))).toList());
        for (var word : List.of("李西", "李四", "身份证")) assertFalse(entry.toString().contains(word), "in plain");
        assertEquals(body, id(account(administrator, right)));
    }

    /** Who runs the system asks nobody; he is told. */
    @Test
    void the_administrator_needs_no_consent_and_who_is_known_is_told() {
        var administrator = administrator();
        var bureau = id(body(administrator, "person", Map.of("name", "褚虚构", "identityNumber", IdentityNumber.completed("62020119810303005").number())));
        var person = world.<UUID>value("select id from person where name = '褚虚构'");
        assertEquals(0L, world.<Long>value("select count(*) from message where person = ?", person), "who was not known");
        var his = world.account(person, null, "APPLICANT");
        var known = Map.of("name", "褚虚构", "identityNumber", IdentityNumber.completed("62020119810303005").number());
        assertEquals(List.of(), codes(account(administrator, "body", bureau, "account", "chu-officer", "capacities", List.of("HRSS_CITY"), "person", known)));
        var other = id(body(administrator, "account", "chu-other", "person", known));
        for (var one : Map.of("chu-officer", bureau, "chu-other", other).entrySet())
            assertEquals("系统管理员以您的名义建立了账号 " + one.getKey() + "，代表“" + world.value("select name from organisation where id = ?::uuid", one.getValue()) + "”；非本人所用或不再需要的，您可以停用（disownAccount）",
                    world.value("select zh from message where kind = 'ACCOUNT_MADE' and person = ? and account_name = ?", person, one.getKey()));
        var officer = world.account(null, UUID.fromString(bureau), "HRSS_CITY");
        assertEquals(List.of("account.consent"), codes(door.mutate(officer, "createUnit", "CreateUnitInput", Applicant.FINDINGS,
                input("key", key(), "name", "测试" + name(), "kind", "PRIVATE_ENTERPRISE", "areaCode", "620200", "clerk", name(), "person", known))), "a bureau does");
        assertEquals(List.of(), codes(door.mutate(his, "agreeToAccount", "AgreeToAccountInput", Applicant.FINDINGS, input("key", key(), "organisation", bureau))));
    }

    /** B24-3.2: nobody else is there to say who he is, and to wait helps nothing. */
    @Test
    void without_a_real_name_platform_that_is_said_and_the_administrator_restores_access_by_the_identity_paper() {
        var begin = door.time().instant();
        var administrator = administrator();
        var number = IdentityNumber.completed("62020119810303011").number();
        var person = known("岳虚构", number);
        var name = applicant(person);
        var session = session(door.logIn(name, PASSWORD));
        for (var time = 0; time < 7; time++) {
            var refused = door.mutate(Caller.PUBLIC, "resetPassword", "ResetPasswordInput", Applicant.FINDINGS, input("key", key(), "account", name, "identityNumber", number, "proof", "x", "password", PASSWORD + "!"));
            assertEquals(List.of("real-name.no-platform"), codes(refused));
            assertTrue(Applicant.findings(refused).getFirst().get("remedy").toString().contains("restoreAccess"));
        }
        session(door.logIn(name, PASSWORD)); // none was counted

        assertEquals(List.of("identity-number input.identityNumber", "person.document input.document"), restored(administrator, "account", name, "identityNumber", "' or 1=1", "document", " "), "all at once");
        assertEquals(List.of("person.document input.document"), restored(administrator, "account", name, "identityNumber", number, "document", "号".repeat(201)));
        var another = IdentityNumber.completed("62020119810303012").number();
        known("岳虚构", another);
        var closed = applicant(person);
        world.write("update account set disabled = true where name = ?", closed);
        var acts = world.account(person, world.organisation("HRSS", "jiayuguan"), "HRSS_CITY");
        world.write("insert into credential (account, password, changed_at) values (?, '$argon2id$', ?)", acts.account(), world.now());
        var elsewhere = world.account(person, null, "APPLICANT");
        var wrong = door.restore(administrator, "account", "nobody-here", "identityNumber", number);
        assertEquals(List.of("access.refused"), codes(wrong));
        for (var misfit : List.of(List.of(name, another), List.of(closed, number), List.of("a-" + acts.account(), number), List.of("a-" + elsewhere.account(), number), List.of("a-" + administrator.account(), number), List.of("' or 1=1 --", number)))
            assertEquals(wrong, door.restore(administrator, "account", misfit.getFirst(), "identityNumber", misfit.getLast()), misfit::toString);
        assertEquals("RESTORE_ACCESS_REFUSED", world.value("select string_agg(distinct act, ' ') from trail where subject = ?", administrator.account()), "each is written down");
        assertEquals(7L, world.<Long>value("select count(*) from trail where subject = ?", administrator.account()));
        for (var own : List.of(person, known("岳虚构", null))) assertEquals(List.of("person.own input.identityNumber"), restored(world.account(own, null, "SYS_ADMIN"), "account", name, "identityNumber", number), "nor who may be he");
        session(door.logIn(name, PASSWORD));

        var identity = identity(name);
        var agreed = UUID.randomUUID();
        world.write("insert into account_consent (id, person, organisation, given_at, until) values (?, ?, ?, ?, ?)", agreed, person, world.organisation("HRSS", "jiayuguan"), world.now(), world.now().plusSeconds(60));
        var key = key();
        var made = door.restore(administrator, "key", key, "account", " " + name.toUpperCase() + " ", "identityNumber", number);
        assertEquals(List.of(), codes(made));
        assertEquals(true, world.value("select ended_at is not null from outside_identity where id = ?", identity), "whoever had it before may have bound it");
        assertEquals("[\"stand-in\"]", world.value("select convert_from(entry, 'UTF8')::jsonb ->> 'unbound' from trail where act = 'RESTORE_ACCESS' and subject = (select id from account where name = ?)", name));
        assertEquals("[\"" + agreed + "\"]", world.value("select convert_from(entry, 'UTF8')::jsonb ->> 'withdrawn' from trail t join account_consent c on c.id = ? and c.withdrawn_at is not null where act = 'RESTORE_ACCESS' and subject = (select id from account where name = ?)", agreed, name), "or agreed to another");
        assertTrue(world.<String>value("select zh from message where person = ? and kind = 'ACCESS_RESTORED'", person).contains("绑定的外部身份作废、尚未使用的同意（agreeToAccount）撤回"));
        assertEquals(name, made.get("account"));
        assertEquals(made, door.restore(administrator, "key", key, "account", name, "identityNumber", number), "asked again it is the same");
        assertEquals(List.of("key"), codes(door.restore(administrator, "key", key, "account", name, "identityNumber", number, "document", "户口簿（虚构）")));
        assertEquals(List.of("log-in.refused"), codes(door.logIn(name, PASSWORD)));
        assertEquals(List.of("session.ended"), codes(door.refresh(session.get("refreshToken"))));
        var again = Door.with(session(door.activate(name, (String) made.get("code"), PASSWORD + "!")));
        assertEquals(List.of("ACCESS_RESTORED"), world.ask(again, "{ messages { nodes { kind } } }", Map.of()).<List<Map<String, Object>>>at("data", "messages", "nodes").stream().map(one -> one.get("kind")).toList());
        assertEquals("RESTORE_ACCESS B24-3.2", world.value("select string_agg(act || ' ' || clause, ',') from trail where subject = ?", person));
        assertEquals("3", world.value("select convert_from(entry, 'UTF8')::jsonb ->> 'ended' from trail where act = 'RESTORE_ACCESS' and subject = (select id from account where name = ?)", name));
        var entry = Json.map(world.value("select convert_from(entry, 'UTF8') from trail where subject = ?", person));
        assertEquals(Map.of("document", "身份证原件（虚构）"), world.bean(SealedChanges.class).open(person, (String) ((Map<?, ?>) entry.get("sealed")).get("after")));
        assertFalse(entry.toString().contains("身份证"), "in plain");
        assertEquals(List.of(), codes(door.restore(administrator, "account", name, "identityNumber", number)), "as often as he forgets it");
        assertEquals(2L, world.<Long>value("select count(*) from message where person = ? and kind = 'ACCESS_RESTORED'", person), "and is told each time");
        var forgotten = door.restore(administrator, "key", "forgotten", "identityNumber", number);
        assertEquals(List.of(), codes(forgotten), "who forgot its name too");
        assertEquals(name, forgotten.get("account"), "is told it");
        assertEquals(forgotten, door.restore(administrator, "key", "forgotten", "identityNumber", number));
        session(door.activate(name, (String) forgotten.get("code"), PASSWORD));
        for (var time = 0; time < 5; time++) assertEquals(wrong, door.restore(administrator, "identityNumber", another), "who applies by none");
        assertEquals(List.of("log-in.held"), codes(door.restore(administrator, "identityNumber", another)));
        world.account(person, null, "APPLICANT");
        var twice = applicant(person);
        assertEquals(wrong, door.restore(administrator, "identityNumber", number), "by which of two nobody knows");
        world.write("update account set disabled = true where name = ?", twice);

        for (var time = 0; time < 5; time++) assertEquals(List.of("access.refused"), codes(door.restore(administrator, "account", name, "identityNumber", another)));
        assertEquals(List.of("log-in.held"), codes(door.restore(administrator, "account", name, "identityNumber", number)));
        assertEquals(made, door.restore(administrator, "key", key, "account", name, "identityNumber", number), "what was done is answered as it was");
        door.time().set(begin.plusSeconds(2));
        assertEquals(List.of(), codes(door.restore(administrator, "account", name, "identityNumber", number)));
        door.time().set(begin);
    }

    @Test
    void without_a_real_name_platform_no_check_is_kept_to_be_asked_for_ever() {
        var name = name();
        assertEquals(List.of(), codes(door.mutate(Caller.PUBLIC, "registerAccount", "RegisterAccountInput", Applicant.FINDINGS,
                input("key", key(), "region", "bijie", "account", name, "password", PASSWORD, "name", "凌虚构", "identityNumber", IdentityNumber.completed("52050219810303013").number()))));
        var caller = Door.with(session(door.logIn(name, PASSWORD)));
        assertEquals(List.of("real-name.no-platform"), confirmed(caller));
        assertEquals("REGISTERED", world.value("select r.state from registration r join account a on a.id = r.account where a.name = ?", name));
        world.write("update registration set state = 'PENDING', proof = '\\x00', next_at = made_at + interval '1 day' where account = (select id from account where name = ?)", name);
        assertEquals(List.of("real-name.state", "real-name.no-platform"), confirmed(caller), "one from when there was a platform");
        world.write("update registration set state = 'PASSED', proof = null, next_at = null where account = (select id from account where name = ?)", name);
        assertEquals(List.of("real-name.state"), confirmed(caller));
    }

    private static List<String> confirmed(Caller caller) {
        return codes(door.mutate(caller, "confirmRealName", "ConfirmRealNameInput", Applicant.FINDINGS, input("key", key(), "proof", "x")));
    }

    /** A person; of whom no number is known where it is null. */
    private static UUID known(String name, String number) {
        var person = UUID.randomUUID();
        var kept = number == null ? new IdentityVault.Kept(null, null, null) : world.bean(IdentityVault.class).keep(person, new IdentityNumber(number));
        world.write("insert into person (id, name, region, identity_masked, identity_cipher, identity_index, made_up, created_at) values (?, ?, 'jiayuguan', ?, ?, ?, true, ?)", person, name, kept.masked(), kept.cipher(), kept.index(), world.now());
        return person;
    }

    /** The name of an account by which somebody applies, with {@link Door#PASSWORD}. */
    private static String applicant(UUID person) {
        var account = world.account(person, null, "APPLICANT").account();
        world.write("insert into credential (account, password, changed_at) values (?, ?, ?)", account, world.bean(Passwords.class).hash(PASSWORD), world.now());
        return "a-" + account;
    }

    /** Codes and paths of what refuses it. */
    private static List<String> restored(Caller by, Object... more) {
        return Applicant.findings(door.restore(by, more)).stream().map(one -> one.get("code") + " " + one.get("path")).toList();
    }

    /** Codes and paths of what refuses it. */
    private static List<String> corrected(Caller by, Object... more) {
        var input = input("key", key(), "name", "李四", "document", "身份证原件（虚构）");
        input.putAll(input(more));
        return Applicant.findings(door.mutate(by, "correctName", "CorrectNameInput", Applicant.FINDINGS, input)).stream().map(one -> one.get("code") + " " + one.get("path")).toList();
    }

    /** B24-3.2: who may be he whom it is about does not put his name right, and an account that is not checked may be of one name with him, or with what he is to be called. */
    @ParameterizedTest
    @CsvSource({"邬虚构, 邬虚构, 乌虚构, 101", "乌虚构, 邬虚构, 乌虚构, 102"})
    void nobody_who_may_be_the_one_puts_a_name_right(String administrators, String known, String anew, String digits) {
        var person = UUID.randomUUID();
        var number = IdentityNumber.completed("62020119720101" + digits).number();
        var kept = world.bean(IdentityVault.class).keep(person, new IdentityNumber(number));
        world.write("insert into person (id, name, region, identity_masked, identity_cipher, identity_index, made_up, created_at) values (?, ?, 'jiayuguan', ?, ?, ?, true, ?)", person, known, kept.masked(), kept.cipher(), kept.index(), world.now());
        var self = UUID.randomUUID();
        world.write("insert into person (id, name, region, made_up, created_at) values (?, ?, 'jiayuguan', true, ?)", self, administrators, world.now());
        var administrator = world.account(self, null, "SYS_ADMIN");
        assertEquals(List.of("person.own input.identityNumber"), corrected(administrator, "identityNumber", number, "name", anew));
        world.numbered(self);
        assertEquals(List.of(), corrected(administrator, "identityNumber", number, "name", anew), "another's number is known");
        assertEquals(List.of("person.own input.identityNumber"), corrected(world.account(person, null, "SYS_ADMIN"), "identityNumber", number, "name", "吴虚构"));
    }

    /** X24-6.6. */
    @Test
    void an_administrator_who_was_closed_while_he_waited_makes_no_account_any_more() throws Exception {
        var bureau = id(body(administrator()));
        var administrator = world.account(null, null, "SYS_ADMIN");
        var name = name();
        var number = IdentityNumber.completed("62020119810303014").number();
        var restored = applicant(known("谷虚构", number));
        var acts = Map.<String, Supplier<Map<String, Object>>>of("organisation.not-found", () -> account(administrator, "body", bureau, "account", name), "account.closed", () -> body(administrator, "account", name),
                "account.closed ", () -> door.restore(administrator, "account", restored, "identityNumber", number));
        for (var act : acts.entrySet()) {
            CompletableFuture<List<String>> waits;
            try (var closes = world.transaction()) {
                Sql.writeOne(closes, "update account set disabled = true where id = ?", administrator.account());
                waits = CompletableFuture.supplyAsync(() -> codes(act.getValue().get()));
                world.awaitWaiting(1);
                closes.commit();
            }
            assertEquals(List.of(act.getKey().strip()), waits.get());
            world.write("update account set disabled = false where id = ?", administrator.account());
        }
        session(door.logIn(restored, PASSWORD));
        assertEquals(0L, world.<Long>value("select count(*) from account where name = ?", name));
    }

    /** A bureau is a county's, a city's or a province's by the code of its area; a zone without a code of its own, which has its city's, acts as a county. */
    @Test
    void a_bureau_acts_at_the_level_of_its_area_and_at_no_other() {
        var administrator = administrator();
        var levels = Map.of("620201", "HRSS_COUNTY", "620200", "HRSS_CITY", "620000", "HRSS_PROVINCE");
        levels.forEach((area, own) -> {
            var bureau = id(body(administrator, "areaCode", area, "capacities", List.of(own, "RELAY")));
            assertEquals(List.of(), codes(account(administrator, "body", bureau, "capacities", List.of(own, "COMMITTEE_ORGANISER"))), own);
            for (var other : levels.values()) {
                if (other.equals(own) || area.equals("620200") && other.equals("HRSS_COUNTY")) continue;
                for (var refused : List.of(body(administrator, "areaCode", area, "capacities", List.of(own, other)), account(administrator, "body", bureau, "capacities", List.of(own, other)))) {
                    assertEquals(List.of("account.capacity"), codes(refused), area + " " + other);
                    var finding = (Map<?, ?>) ((List<?>) refused.get("findings")).getFirst();
                    assertEquals("input.capacities", finding.get("path"));
                    assertTrue(finding.get("asked").toString().contains(area) && finding.get("remedy") != null, finding::toString);
                }
            }
        });
        var zone = id(body(administrator, "areaCode", "620200", "capacities", List.of("HRSS_COUNTY")));
        assertEquals(List.of(), codes(account(administrator, "body", zone, "capacities", List.of("HRSS_COUNTY"))));
        assertEquals(List.of("account.capacity", "account.capacity"), codes(body(administrator, "areaCode", "620201", "capacities", List.of("SUPERVISOR", "AUDITOR", "HRSS_CITY"))), "at once");
    }

    /** Known by his number, whichever bodies the accounts are of; an account that is disabled tells him nothing more. Two at once are one after the other. */
    @Test
    void nobody_is_told_totals_by_one_account_who_counts_by_another() {
        var administrator = administrator();
        var bureau = id(body(administrator));
        var person = Map.of("name", "孙虚构", "identityNumber", IdentityNumber.completed("62020019800202077").number());
        assertEquals(List.of(), codes(account(administrator, "body", bureau, "capacities", List.of("SUPERVISOR"), "person", person)));
        for (var counts : List.of("AUDITOR", "FINANCE")) {
            var refused = account(administrator, "body", bureau, "capacities", List.of("HRSS_CITY", counts), "person", person);
            assertEquals(List.of("account.capacity"), codes(refused));
            assertEquals("input.capacities", ((Map<?, ?>) ((List<?>) refused.get("findings")).getFirst()).get("path"));
            assertEquals(List.of("account.capacity"), codes(body(administrator, "capacities", List.of(counts), "person", person)));
        }
        world.write("update account set disabled = true where person = (select id from person where name = '孙虚构')");
        var both = World.together(() -> codes(account(administrator, "body", bureau, "capacities", List.of("AUDITOR"), "person", person)),
                () -> codes(account(administrator, "body", bureau, "capacities", List.of("SUPERVISOR"), "person", person)));
        assertEquals(List.of("account.capacity"), both.stream().flatMap(List::stream).toList());
    }

    /** What an account is told is withheld by what it sees itself, so that two are one by one person in neither order, nor at once; by one account he may be both, and a bureau sees all of its region anyhow. */
    @Test
    void nobody_is_told_totals_by_one_account_who_sees_dossiers_by_another() {
        var administrator = administrator();
        var province = id(body(administrator, "areaCode", "620000", "capacities", List.of("HRSS_PROVINCE")));
        var bureau = id(body(administrator));
        var person = Map.of("name", "韩虚构", "identityNumber", IdentityNumber.completed("62020019800202081").number());
        assertEquals(List.of(), codes(account(administrator, "body", bureau, "capacities", List.of("SUPERVISOR", "RELAY"), "person", person)), "by one");
        assertEquals(List.of(), codes(account(administrator, "body", bureau, "capacities", List.of("HRSS_CITY"), "person", person)));
        var clerk = world.account(null, UUID.fromString(bureau), "HRSS_CITY");
        var unit = door.mutate(clerk, "createUnit", "CreateUnitInput", "organisation { id } " + Applicant.FINDINGS,
                input("key", key(), "name", "测试" + name(), "kind", "PRIVATE_ENTERPRISE", "areaCode", "620200", "clerk", name(), "person", Map.of("name", "郑虚构")));
        var refused = List.of(
                Map.entry("input.capacities", account(administrator, "body", province, "capacities", List.of("HRSS_PROVINCE"), "person", person)),
                Map.entry("input.capacities", account(administrator, "body", bureau, "capacities", List.of("HRSS_CITY", "COMMITTEE_ORGANISER"), "person", person)),
                Map.entry("input.capacities", account(administrator, "body", bureau, "capacities", List.of("FINANCE"), "person", person)),
                Map.entry("input.capacities", body(administrator, "kind", "COMMITTEE_OFFICE", "capacities", List.of("COMMITTEE_OFFICE"), "person", person)),
                Map.entry("input.person", door.mutate(clerk, "createUnit", "CreateUnitInput", Applicant.FINDINGS,
                        input("key", key(), "name", "测试" + name(), "kind", "AGENCY", "areaCode", "620200", "clerk", name(), "person", person))),
                Map.entry("input.capacity", door.mutate(clerk, "createUnitAccount", "CreateUnitAccountInput", Applicant.FINDINGS,
                        input("key", key(), "unit", id(unit), "account", name(), "capacity", "EMPLOYER_CLERK", "person", person))));
        for (var one : refused) {
            assertEquals(List.of("account.capacity"), codes(one.getValue()));
            assertEquals(one.getKey(), Applicant.findings(one.getValue()).getFirst().get("path"));
            var shown = ((Map<?, ?>) Applicant.findings(one.getValue()).getFirst().get("shown")).get("zh").toString();
            assertFalse(shown.contains(Role.RELAY.label().zh()) || shown.contains(Role.SUPERVISOR.label().zh()), () -> "what he is elsewhere: " + shown);
        }
        world.write("update account set disabled = true where person = (select id from person where name = '韩虚构')");
        assertEquals(List.of(), codes(door.mutate(clerk, "createUnitAccount", "CreateUnitAccountInput", Applicant.FINDINGS,
                input("key", key(), "unit", id(unit), "account", name(), "capacity", "EMPLOYER_CLERK", "person", person))), "he is told nothing more");
        for (var totals : Capacities.TOTALLING) assertEquals(List.of("account.capacity"), codes(account(administrator, "body", province, "capacities", List.of(totals.name()), "person", person)), "in the other order");
        world.write("update account set disabled = true where person = (select id from person where name = '韩虚构')");
        var both = World.together(() -> codes(account(administrator, "body", bureau, "capacities", List.of("SUPERVISOR"), "person", person)),
                () -> codes(account(administrator, "body", province, "capacities", List.of("HRSS_PROVINCE"), "person", person)));
        assertEquals(List.of("account.capacity"), both.stream().flatMap(List::stream).toList());
    }

    /** Who has had for long what nobody is given together any more is refused what adds to it, and nothing else. */
    @Test
    void two_capacities_that_do_not_agree_stand_in_the_way_of_no_third() {
        var administrator = administrator();
        var bureau = id(body(administrator));
        var person = Map.of("name", "卫虚构", "identityNumber", IdentityNumber.completed("62020019800202083").number());
        assertEquals(List.of(), codes(account(administrator, "body", bureau, "capacities", List.of("TEST_AUTHORITY"), "person", person)));
        world.account(world.value("select id from person where name = '卫虚构'"), null, "SYS_ADMIN");
        for (var role : List.of("AUDITOR", "SUPERVISOR")) world.account(world.value("select id from person where name = '卫虚构'"), UUID.fromString(bureau), role);
        for (var asked : List.of("AUDITOR", "FINANCE", "SUPERVISOR", "HRSS_COUNTY")) {
            var refused = account(administrator, "body", bureau, "capacities", List.of(asked), "person", person);
            assertEquals(List.of("account.capacity"), codes(refused), asked);
            assertEquals("由他人担任", ((Map<?, ?>) Applicant.findings(refused).getFirst().get("remedy")).get("zh"), asked);
        }
        assertEquals(List.of(), codes(account(administrator, "body", bureau, "capacities", List.of("HRSS_CITY", "CE_PLATFORM"), "person", person)));
    }

    /** Roots count all entries, and an auditor is not shown those about himself. */
    @Test
    void nobody_is_shown_the_roots_by_one_account_and_the_trail_by_another() {
        var administrator = administrator();
        var bureau = id(body(administrator));
        var person = Map.of("name", "冯虚构", "identityNumber", IdentityNumber.completed("62020019800202079").number());
        assertEquals(List.of(), codes(account(administrator, "body", bureau, "capacities", List.of("RELAY"), "person", person)));
        world.account(world.value("select id from person where name = '冯虚构'"), null, "SYS_ADMIN");
        assertEquals(List.of("account.capacity"), codes(account(administrator, "body", bureau, "capacities", List.of("AUDITOR"), "person", person)));
        assertEquals(List.of("account.capacity"), codes(body(administrator, "capacities", List.of("HRSS_CITY", "AUDITOR"), "person", person)));
        assertEquals(List.of(), codes(account(administrator, "body", bureau, "capacities", List.of("FINANCE", "HRSS_CITY"), "person", person)));
    }

    @Test
    void the_administrator_renews_the_code_of_a_body_s_account_and_closes_it_and_nobody_else_does() {
        var administrator = administrator();
        var name = name();
        var made = body(administrator, "account", name, "person", Map.of("name", "贲虚构"));
        var colleague = world.account(null, UUID.fromString(id(made)), "HRSS_CITY");
        assertEquals(List.of("account.not-found"), codes(door.renew(colleague, key(), name)));
        assertEquals(List.of("account.not-found"), door.close(colleague, name));
        var renewed = door.renew(administrator, key(), name);
        assertEquals(List.of("code.refused"), codes(door.activate(name, (String) made.get("code"), PASSWORD)), "void");
        var session = session(door.activate(name, (String) renewed.get("code"), PASSWORD));
        assertEquals(List.of("account.activated"), codes(door.renew(administrator, key(), name)));
        assertEquals(List.of(), door.close(administrator, name));
        assertEquals(List.of("session.ended"), codes(door.refresh(session.get("refreshToken"))));
        assertEquals(List.of("account.closed"), codes(door.renew(administrator, key(), name)));
        assertEquals("CREATE_BODY RENEW_CODE CLOSE_ACCOUNT", world.value("select string_agg(act, ' ' order by seq) from trail where subject = ?", UUID.fromString(id(made))));
        assertEquals(List.of("account.not-found"), door.close(administrator, "a-" + administrator.account()), "no administrator's");
        assertEquals(List.of(), codes(account(administrator, "body", id(made))), "another one is made");
    }

    @Test
    void the_same_key_makes_one_and_two_at_once_by_one_name_are_one() {
        var administrator = administrator();
        var key = key();
        var name = name();
        var once = body(administrator, "key", key, "account", name, "name", "测试一局");
        assertEquals(once, body(administrator, "key", key, "account", name, "name", "测试一局"));
        assertEquals(List.of("key"), codes(body(administrator, "key", key, "account", name, "name", "测试一局", "areaCode", "620201")));
        assertEquals(List.of("account.name-taken"), codes(body(administrator, "account", name)));
        var other = name();
        var both = World.together(() -> codes(body(administrator, "account", other)), () -> codes(account(administrator, "body", id(once), "account", other)));
        assertEquals(List.of("account.name-taken"), both.stream().flatMap(List::stream).toList());
        assertEquals(1L, world.<Long>value("select count(*) from account where name = ?", other));
    }

    @Test
    void the_same_body_comes_in_once() {
        var administrator = administrator();
        var first = body(administrator, "name", "测试同名局");
        assertEquals(List.of(), codes(first));
        assertEquals(List.of("organisation.known"), codes(body(administrator, "name", " 测试同名局 ")));
        for (var same : List.of("测试\u200B同名局", "测试同名局\uFE0F\u00A0", "\u202A测试同名局\u202C")) assertEquals(List.of("organisation.known"), codes(body(administrator, "name", same)), "it looks the same");
        assertEquals(List.of("input"), codes(body(administrator, "name", "\u200B\u3164")), "nobody sees a name");
        for (var same : List.of("测试 同名局", "测试\u3000同 名局", "测试\n同\u2028名局")) assertEquals(List.of("organisation.known"), codes(body(administrator, "name", same)), "blanks as type is set");
        for (var nothing : List.of("测试\u0001同名局", "测试\u2800同名局", "\u2800", "\uFFFC", "\uE000", "\u0300", "2024")) assertEquals(List.of("input"), codes(body(administrator, "name", nothing)), "what does not show, or is no word");
        var earlier = UUID.fromString(id(body(administrator, "name", "测试\u2060早先局")));
        assertEquals("测试早先局", world.value("select name from organisation where id = ?", earlier));
        world.write("update organisation set name = ? where id = ?", "测试\u2060早先局", earlier);
        assertEquals(List.of("organisation.known"), codes(body(administrator, "name", "测试早先局")), "kept before they were left out");
        for (var other : List.of(List.of("areaCode", "620201", "capacities", List.of("HRSS_COUNTY")), List.of("kind", "SUPERIOR_DEPT", "capacities", List.of("SUPERIOR_DEPT")), List.of("region", "xianning", "areaCode", "421200")))
            assertEquals(List.of(), codes(body(administrator, Stream.concat(Stream.of("name", "测试同名局"), other.stream()).toArray())), "of another " + other.getFirst());
        var both = World.together(() -> codes(body(administrator, "name", "测试同时局")), () -> codes(body(administrator(), "name", "测试同时局")));
        assertEquals(List.of("organisation.known"), both.stream().flatMap(List::stream).toList());
        assertEquals(1L, world.<Long>value("select count(*) from organisation where name = '测试同时局'"));
    }

    /** A bureau sees its region's applications: it is none of elsewhere. */
    @ParameterizedTest
    @CsvSource({"620300, HRSS_CITY", "520500, HRSS_CITY", "520000, HRSS_PROVINCE", "999999, HRSS_COUNTY", "620300, SUPERVISOR"})
    void a_body_lies_in_the_area_of_its_region(String area, String capacity) {
        assertEquals(area.startsWith("62") ? List.of() : List.of("organisation.area input.areaCode 该地区所在省的行政区划代码：62 开头"),
                asked(body(administrator(), "kind", "COMMITTEE_OFFICE", "areaCode", area, "capacities", List.of("COMMITTEE_OFFICE"))), "which entrusted reviews reach (J24-2.2d)");
        assertEquals(List.of("organisation.area input.areaCode 该地区的行政区划代码：6202 开头，或本省 620000"), asked(body(administrator(), "areaCode", area, "capacities", List.of(capacity))));
    }

    private static List<String> asked(Map<String, Object> payload) {
        return Applicant.findings(payload).stream().map(one -> one.get("code") + " " + one.get("path") + " " + ((Map<?, ?>) one.get("asked")).get("zh")).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"EMPLOYER_CLERK", "HRSS_CITY", "HRSS_PROVINCE", "SUPERIOR_DEPT", "COMMITTEE_ORGANISER", "SUPERVISOR", "AUDITOR"})
    void nobody_else_takes_bodies_in(String role) {
        var caller = world.account(null, world.organisation("HRSS", "jiayuguan"), role);
        for (var query : List.of("mutation { createBody(input: {key: \"k\", name: \"x\", kind: HRSS, region: \"jiayuguan\", areaCode: \"620200\", account: \"abc\", capacities: [HRSS_CITY], person: {name: \"x\"}}) { findings { code } } }",
                "mutation { createBodyAccount(input: {key: \"k\", body: \"" + UUID.randomUUID() + "\", account: \"abc\", capacities: [HRSS_CITY], person: {name: \"x\"}}) { findings { code } } }",
                "mutation { correctName(input: {key: \"k\", identityNumber: \"x\", name: \"x\", document: \"x\"}) { findings { code } } }",
                "mutation { restoreAccess(input: {key: \"k\", account: \"x\", identityNumber: \"x\", document: \"x\"}) { code findings { code } } }")) {
            assertEquals("FORBIDDEN", world.ask(caller, query, Map.of()).error());
            assertEquals("UNAUTHENTICATED", world.ask(Caller.PUBLIC, query, Map.of()).error());
        }
        assertEquals(0L, world.<Long>value("select count(*) from account where name = 'abc'"));
    }
}
