package zhicheng.server.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static zhicheng.server.Applicant.codes;
import static zhicheng.server.Applicant.findings;
import static zhicheng.server.Applicant.input;
import static zhicheng.server.Applicant.key;
import static zhicheng.server.account.Door.PASSWORD;
import static zhicheng.server.account.Door.session;

import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import zhicheng.server.Applicant;
import zhicheng.server.Claims;
import zhicheng.server.World;
import zhicheng.server.World.Caller;
import zhicheng.server.clockwork.Remind;
import zhicheng.server.database.Sql;
import zhicheng.server.eligibility.Finding;
import zhicheng.server.message.Messages;
import zhicheng.server.trail.SealedChanges;

/** Clerk and approver of a unit can be two people: whoever has a capacity names another with it, and may lay it down; nobody gives what he does not have. */
@Tag("database")
@Tag("once")
class UnitAccountTest {
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

    /** A unit below its bureau, and its first account, as createUnit makes them. */
    private record Unit(UUID id, UUID bureau, Caller first) {
        static Unit of(String kind) {
            var bureau = world.organisation("HRSS", "jiayuguan");
            var id = world.organisation(kind, "jiayuguan");
            world.write("update organisation set parent = ? where id = ?", bureau, id);
            return new Unit(id, bureau, kind.equals("AGENCY") ? world.account(null, id, "AGENCY", "EMPLOYER_CLERK") : world.account(null, id, "EMPLOYER_CLERK", "EMPLOYER_APPROVER"));
        }
    }

    private static String name() {
        return "officer-" + NAMES.incrementAndGet();
    }

    private static Map<String, Object> named(Caller by, Object... more) {
        var input = input("key", key(), "account", name(), "person", Map.of("name", "责任人"));
        input.putAll(input(more));
        return door.mutate(by, "createUnitAccount", "CreateUnitAccountInput", "code organisation { id } " + Applicant.FINDINGS, input);
    }

    private static String roles(Caller of) {
        return world.value("select array_to_string(roles, ' ') from account where id = ?", of.account());
    }

    @Test
    void the_first_account_names_an_approver_and_lays_that_down_and_then_one_prepares_and_the_other_decides() {
        var unit = Unit.of("STATE_ENTERPRISE");
        var name = name();
        var made = named(unit.first(), "account", name, "capacity", "EMPLOYER_APPROVER", "layDown", true);
        assertEquals(List.of(), codes(made));
        assertEquals(unit.id().toString(), ((Map<?, ?>) made.get("organisation")).get("id"));
        var approver = Door.with(session(door.activate(name, (String) made.get("code"), PASSWORD)));
        assertEquals(List.of("EMPLOYER_APPROVER"), world.ask(approver, "{ me { roles organisation { id } } }", Map.of()).at("data", "me", "roles"));
        assertEquals(unit.id().toString(), world.ask(approver, "{ me { organisation { id } } }", Map.of()).at("data", "me", "organisation", "id"));
        assertEquals("EMPLOYER_CLERK", roles(unit.first()));
        assertEquals("CREATE_UNIT_ACCOUNT J24-2.1", world.value("select act || ' ' || clause from trail where subject = ?", unit.id()));
        assertTrue(world.<String>value("select convert_from(entry, 'UTF8') from trail where subject = ?", unit.id()).contains("\"laidDown\":{\"after\":[\"EMPLOYER_CLERK\"],\"before\":[\"EMPLOYER_APPROVER\",\"EMPLOYER_CLERK\"]}"));
        assertEquals(List.of("account.capacity"), codes(named(unit.first(), "capacity", "EMPLOYER_APPROVER")), "it has it no more");
        assertEquals(List.of("account.last-capacity"), codes(named(unit.first(), "capacity", "EMPLOYER_CLERK", "layDown", true)));
        assertEquals(List.of(), codes(named(unit.first(), "capacity", "EMPLOYER_CLERK")), "a colleague");
        assertEquals("EMPLOYER_CLERK", roles(unit.first()));
    }

    private static String number() {
        var next = NAMES.incrementAndGet();
        return IdentityNumber.completed("620201" + (1980 + next / 900) + "0202" + "%03d".formatted(next % 900)).number();
    }

    private static Map<String, Object> person(String name, String number) {
        return input("name", name, "identityNumber", number);
    }

    private static Map<String, Object> unit(Caller by, String account, Map<String, Object> person, Object... more) {
        var input = input("key", key(), "name", "虚构单位" + account, "kind", "STATE_ENTERPRISE", "areaCode", "620201", "clerk", account, "person", person);
        input.putAll(input(more));
        return door.mutate(by, "createUnit", "CreateUnitInput", "code organisation { id } " + Applicant.FINDINGS, input);
    }

    /** A dossier of his that was handed in through a unit. */
    private static String handedIn(UUID person, UUID unit) {
        world.write("update person set employer = ? where id = ?", unit, person);
        var applicant = new Applicant(world, world.account(person, null, "APPLICANT"), person, unit);
        var dossier = applicant.signed("jiayuguan", 2024, Claims.JIAYUGUAN, Claims.told("620200"));
        assertEquals(List.of(), codes(applicant.submit(key(), dossier, 2)));
        return dossier;
    }

    private static Map<String, Object> both(String one, Object its, String other, Object the) {
        var both = new LinkedHashMap<String, Object>();
        both.put(one, its);
        both.put(other, the);
        return both;
    }

    private static UUID made(String name) {
        var id = UUID.randomUUID();
        world.write("insert into person (id, name, region, made_up, created_at) values (?, ?, 'jiayuguan', true, ?)", id, name, world.now());
        return id;
    }

    /** X24-6.6, X24-8.3, B24-5.3: by accounts that the API makes alone. */
    @Test
    void an_account_of_a_unit_is_a_persons_who_answers_for_his_steps_is_reminded_of_them_and_audits_nothing_of_his_own() {
        var officer = world.account(null, world.organisation("HRSS", "jiayuguan"), "HRSS_CITY");
        var account = name();
        var made = unit(officer, account, person("赵责任", number()), "name", "\u3000虚构\u200B单位" + account + "\u00A0");
        assertEquals(List.of(), codes(made));
        var unit = UUID.fromString((String) ((Map<?, ?>) made.get("organisation")).get("id"));
        var his = new zhicheng.server.Unit(world, Door.with(session(door.activate(account, (String) made.get("code"), PASSWORD))), unit);
        assertEquals(Map.of("name", account), his.sees("{ me { name } }", "data", "me"));
        assertNull(his.sees("{ me { person { name } } }", "data", "me", "person"), "of whose name it is in it shows nothing");
        var person = world.<UUID>value("select person from account where name = ?", account);
        assertEquals("赵责任", world.value("select name from person where id = ?", person));
        assertTrue(world.<String>value("select convert_from(entry, 'UTF8') from trail where subject = ? and act = 'CREATE_UNIT'", unit).contains(person.toString()), "and the trail says who");
        for (var kept : List.of("select name from organisation where id = ?", "select convert_from(entry, 'UTF8')::jsonb ->> 'name' from trail where subject = ? and act = 'CREATE_UNIT'"))
            assertEquals("虚构单位" + account, world.value(kept, unit), "without what nobody sees");
        assertEquals("J24-2.1", world.value("select clause from trail where subject = (select id from account where name = ?) and act = 'ACTIVATE_ACCOUNT'", account), "as a unit's account");

        var whose = made("钱虚构");
        var dossier = handedIn(whose, unit);
        his.does("beginEmployerReview", dossier);
        assertEquals(person, world.value("select responsible from dossier_step where dossier = ?", UUID.fromString(dossier)));
        var inHand = "{ dossier(id: \"%s\") { steps { nodes { officer responsible { name } } } } }".formatted(dossier);
        assertEquals(both("officer", "赵责任", "responsible", Map.of("name", "赵责任")), world.ask(officer, inHand, Map.of()).at("data", "dossier", "steps", "nodes", 0));
        world.write("update person set employer = null, region = 'xianning' where id = ?", person);
        assertEquals(both("officer", "赵责任", "responsible", null), world.ask(officer, inHand, Map.of()).at("data", "dossier", "steps", "nodes", 0), "by name also where he may not be seen as a person, as a bureau's reviewer is not");
        assertEquals(both("officer", null, "responsible", null), world.ask(world.account(whose, null, "APPLICANT"), inHand, Map.of()).at("data", "dossier", "steps", "nodes", 0), "not to whom the dossier is about");
        assertEquals(both("officer", null, "responsible", null), world.ask(world.account(whose, world.<UUID>value("select id from organisation where kind = 'HRSS' and region = 'jiayuguan' limit 1"), "HRSS_CITY", "APPLICANT"), inHand, Map.of()).at("data", "dossier", "steps", "nodes", 0), "whatever his roles");
        world.write("update person set employer = ?, region = 'jiayuguan' where id = ?", unit, person);
        world.bean(Remind.class).run(Instant.parse("2024-10-28T16:00:00Z"));
        assertEquals(List.of("STEP_DUE", "ARRIVED"), his.<List<Map<String, Object>>>sees("{ messages { nodes { kind } } }", "data", "messages", "nodes").stream().map(one -> one.get("kind")).toList());
        world.time("2024-11-01T00:00:00+08:00");
        assertEquals(Map.of("unitName", "虚构单位" + account, "officer", "赵责任"), new zhicheng.server.Unit(world, officer, null).sees(
                "{ dossierStepGroups(by: [UNIT_NAME, OFFICER], where: {doneAt: {isNull: true}, dueAt: {isPast: true}, unit: {id: {eq: \"%s\"}}}) { groups { by { unitName officer } } } }".formatted(unit),
                "data", "dossierStepGroups", "groups", 0, "by"));
        world.time("2024-09-18T10:00:00+08:00");

        assertEquals(List.of("chain.own"), his.refused("beginEmployerReview", handedIn(person, unit)), "his own");
        var named = name();
        var byName = named(his.caller(), "account", named, "capacity", "EMPLOYER_CLERK", "person", person("孙\u200B 责\u3000任", null));
        assertEquals(List.of(), codes(byName), "known by his name alone");
        var nameless = new zhicheng.server.Unit(world, Door.with(session(door.activate(named, (String) byName.get("code"), PASSWORD))), unit);
        record Namesake(zhicheng.server.Unit by, String name, boolean numbered, String remedy) {}
        for (var one : List.of(new Namesake(nameless, "孙责任", false, "confirmRealName"), new Namesake(nameless, "孙责任", true, "登记了身份号码的账号"), new Namesake(his, "赵责任", false, "confirmRealName"),
                new Namesake(his, "赵责任", true, null), new Namesake(nameless, "李虚构", false, null))) {
            var applicant = made(one.name);
            if (one.numbered) world.numbered(applicant);
            var begun = one.by.act("beginEmployerReview", handedIn(applicant, unit));
            assertEquals(one.remedy == null ? List.of() : List.of("chain.own"), codes(begun), () -> "who may be he, and who is another: " + one);
            if (one.remedy != null) assertTrue(findings(begun).getFirst().get("shown").toString().contains("身份号码") && findings(begun).getFirst().get("remedy").toString().contains(one.remedy), begun::toString);
        }
    }

    @Test
    void who_answers_for_an_account_is_told_as_the_region_asks_it_and_nobody_else_s_person_is_taken() {
        var unit = Unit.of("STATE_ENTERPRISE");
        var number = number();
        assertEquals(List.of("input", "identity-number"), codes(named(unit.first(), "capacity", "EMPLOYER_CLERK", "person", person(" ", "62020119900101001x"))), "all at once");
        var malformed = named(unit.first(), "capacity", "EMPLOYER_CLERK", "person", person("责任人", "' or 1=1"));
        assertEquals("input.person.identityNumber", findings(malformed).getFirst().get("path"));
        assertTrue(!findings(malformed).toString().contains("or 1=1"), "not repeated");
        assertEquals(List.of(), codes(named(unit.first(), "capacity", "EMPLOYER_CLERK", "person", person("周责任", number))));
        assertEquals(List.of(), codes(named(unit.first(), "capacity", "EMPLOYER_APPROVER", "person", person("\uFEFF周\u200B责任\u00A0", number))), "the same person, in another capacity, whatever nobody sees in his name");
        for (var nothing : List.of("\u200B", "\u3164", "\u3000\u2060\u00A0", "\u202E \uDB40\uDD00")) assertEquals(List.of("input"), codes(named(unit.first(), "capacity", "EMPLOYER_CLERK", "person", person(nothing, null))), "nobody sees a name");
        assertEquals(1L, world.<Long>value("select count(distinct person) from account where organisation = ? and person is not null", unit.id()));
        var other = Unit.of("PRIVATE_ENTERPRISE");
        assertEquals(List.of("person.name"), codes(named(other.first(), "capacity", "EMPLOYER_CLERK", "person", person("吴责任", number))));
        world.write("update person set employer = ? where id = (select person from account where organisation = ? and person is not null limit 1)", unit.id(), unit.id());
        var lent = named(other.first(), "capacity", "EMPLOYER_CLERK", "person", person("周责任", number));
        assertEquals(List.of("unit.not-own"), codes(lent));
        assertEquals("J24-4.3", ((Map<?, ?>) findings(lent).getFirst().get("clause")).get("id"));
        assertEquals("CREATE_UNIT_ACCOUNT_REFUSED J24-4.3", world.value("select act || ' ' || clause from trail where subject = ?", other.first().account()));
        assertEquals(0L, world.<Long>value("select count(*) from account where organisation = ? and person is not null", other.id()));

        var officer = world.account(null, world.organisation("HRSS", "bijie"), "HRSS_CITY");
        var unknown = unit(officer, name(), person("郑责任", null));
        assertEquals(List.of("person.number"), codes(unknown), "nobody comes in before his real name is known");
        assertEquals("B24-3.2", ((Map<?, ?>) findings(unknown).getFirst().get("clause")).get("id"));
        assertEquals(List.of(), codes(unit(officer, name(), person("郑责任", number()))));

        var anew = number();
        var key = key();
        var account = name();
        var once = named(unit.first(), "key", key, "account", account, "capacity", "EMPLOYER_CLERK", "person", person("王责任", anew));
        assertEquals(once, named(unit.first(), "key", key, "account", account, "capacity", "EMPLOYER_CLERK", "person", person("王责任", anew)));
        assertEquals(List.of("key"), codes(named(unit.first(), "key", key, "account", account, "capacity", "EMPLOYER_CLERK", "person", person("王责任", number()))));
        var shared = number();
        var both = World.together(() -> codes(named(unit.first(), "capacity", "EMPLOYER_CLERK", "person", person("冯责任", shared))), () -> codes(named(other.first(), "capacity", "EMPLOYER_CLERK", "person", person("冯责任", shared))));
        assertEquals(List.of(List.of(), List.of()), both);
        assertEquals(1L, world.<Long>value("select count(*) from person where name = '冯责任'"), "of two at once one made him, and the other found him");
    }

    /** Somebody who is known by his number. */
    private record Known(UUID id, String number, String name) {
        static Known in(String region) {
            var id = UUID.randomUUID();
            var number = UnitAccountTest.number();
            var kept = world.bean(IdentityVault.class).keep(id, new IdentityNumber(number));
            world.write("insert into person (id, name, region, identity_masked, identity_cipher, identity_index, made_up, created_at) values (?, '沈知人', ?, ?, ?, ?, true, ?)", id, region, kept.masked(), kept.cipher(), kept.index(), world.now());
            return new Known(id, number, "沈知人");
        }

        Map<String, Object> person() {
            return UnitAccountTest.person(name, number);
        }
    }

    private static List<String> agreed(Caller by, Object organisation, Object... more) {
        var input = input("key", key(), "organisation", organisation.toString());
        input.putAll(input(more));
        return codes(door.mutate(by, "agreeToAccount", "AgreeToAccountInput", Applicant.FINDINGS, input));
    }

    private static String acts(UUID subject) {
        return world.value("select coalesce(string_agg(act, ' ' order by seq), '') from trail where subject = ?", subject);
    }

    /** An account whose person he is would show its clerk everything of his, by whatever he stands elsewhere (J24-4.3). */
    @ParameterizedTest
    @CsvSource({"bijie, NOBODY,", "bijie, ELSEWHERE,", "bijie, FILE,", "jiayuguan, NOBODY, J24-4.3", "jiayuguan, FILE, J24-4.3", "jiayuguan, OFFICER, J24-4.3", "jiayuguan, HERE, J24-4.3", "xianning, NOBODY, X24-3.1.2", "xianning, FILE, X24-3.1.2"})
    void nobody_is_given_an_account_in_the_name_of_somebody_who_has_one_and_has_not_agreed(String region, String stands, String clause) {
        var known = Known.in(region);
        var his = world.account(known.id(), null, "APPLICANT");
        var bureau = world.organisation("HRSS", region);
        var unit = world.organisation("STATE_ENTERPRISE", region);
        world.write("update organisation set parent = ? where id = ?", bureau, unit);
        var clerk = world.account(null, unit, "EMPLOYER_CLERK");
        switch (stands) {
            case "ELSEWHERE" -> world.write("update person set employer = ? where id = ?", world.organisation("STATE_ENTERPRISE", region), known.id());
            case "HERE" -> world.write("update person set employer = ? where id = ?", unit, known.id());
            case "FILE" -> world.write("insert into binding (id, person, organisation, region, ground, state, name, asked_at, decided_at) values (?, ?, ?, ?, 'FILE_KEEPING', 'CONFIRMED', ?, ?, ?)",
                    UUID.randomUUID(), known.id(), world.organisation("AGENCY", region), region, known.name(), world.now(), world.now());
            case "OFFICER" -> world.account(known.id(), bureau, "HRSS_CITY");
            default -> { }
        }
        var accounts = world.<Long>value("select count(*) from account where person = ?", known.id());
        var refused = named(clerk, "capacity", "EMPLOYER_CLERK", "person", known.person());
        assertEquals(List.of("account.consent"), codes(refused));
        assertNull(refused.get("code"));
        var finding = findings(refused).getFirst();
        assertEquals("input.person.identityNumber", finding.get("path"));
        assertEquals(clause, finding.get("clause") == null ? null : ((Map<?, ?>) finding.get("clause")).get("id"));
        assertTrue(finding.get("remedy").toString().contains("此人以本人账号同意（agreeToAccount") && finding.get("remedy").toString().contains(unit.toString()), finding::toString);
        for (var way : List.of("resetPassword", "closeAccount", "disownAccount")) assertTrue(finding.get("remedy").toString().contains(way), way);
        assertEquals("CREATE_UNIT_ACCOUNT_REFUSED", acts(clerk.account()));
        assertEquals(clause == null ? "none" : clause, world.value("select coalesce(clause, 'none') from trail where subject = ?", clerk.account()));
        world.write("update person set employer = null where employer = ?", unit);
        assertEquals(List.of("person.name"), codes(named(clerk, "capacity", "EMPLOYER_CLERK", "person", person("另一人", known.number()))), "before it");
        var officer = world.account(null, bureau, "HRSS_CITY");
        assertEquals(List.of("account.consent"), codes(named(officer, "unit", unit.toString(), "capacity", "EMPLOYER_APPROVER", "person", known.person())));
        assertEquals(List.of("account.consent"), codes(unit(officer, name(), known.person())), "nor as the first one of a unit");
        assertEquals("CREATE_UNIT_ACCOUNT_REFUSED CREATE_UNIT_REFUSED", acts(officer.account()));
        assertEquals(accounts, world.<Long>value("select count(*) from account where person = ?", known.id()));
        assertEquals(0L, world.<Long>value("select count(*) from message where person = ?", known.id()));

        assertEquals(List.of(), agreed(his, world.organisation("STATE_ENTERPRISE", region)));
        assertEquals(List.of("account.consent"), codes(named(clerk, "capacity", "EMPLOYER_CLERK", "person", known.person())), "he agreed to another's");
        assertEquals(List.of(), agreed(his, unit));
        assertEquals(List.of("account.name"), codes(named(clerk, "account", "X", "capacity", "EMPLOYER_CLERK", "person", known.person())));
        var account = name();
        assertEquals(List.of(), codes(named(clerk, "account", account, "capacity", "EMPLOYER_CLERK", "person", known.person())), "what was refused used nothing up");
        assertEquals(known.id(), world.value("select person from account where name = ?", account));
        assertEquals(List.of("account.consent"), codes(named(clerk, "capacity", "EMPLOYER_CLERK", "person", known.person())), "once");
        assertEquals(world.<UUID>value("select id from account_consent where person = ? and used_at is not null", known.id()).toString(),
                world.value("select convert_from(entry, 'UTF8')::jsonb ->> 'consent' from trail where subject = ? and act = 'CREATE_UNIT_ACCOUNT'", unit));
        assertEquals(List.of(), agreed(his, bureau));
        assertEquals(List.of(), codes(unit(officer, name(), known.person())));
        assertEquals("AGREE_TO_ACCOUNT AGREE_TO_ACCOUNT AGREE_TO_ACCOUNT", acts(known.id()));
        var told = world.ask(his, "{ messages { nodes { kind zh dossier { id } } } }", Map.of()).<List<Map<String, Object>>>at("data", "messages", "nodes");
        assertEquals(List.of("ACCOUNT_MADE", "ACCOUNT_MADE"), told.stream().map(one -> one.get("kind")).toList());
        var by = world.<String>value("select name from organisation where id = ?", unit);
        assertTrue(told.stream().anyMatch(one -> one.get("zh").toString().contains("“" + by + "”以您的名义建立了账号 " + account + "，代表“" + by + "”")), told::toString);
    }

    @Test
    void who_has_none_that_he_came_in_by_cannot_be_asked_and_who_makes_it_himself_need_not() {
        var unit = Unit.of("STATE_ENTERPRISE");
        var known = Known.in("jiayuguan");
        var account = name();
        var made = named(unit.first(), "account", account, "capacity", "EMPLOYER_CLERK", "person", known.person());
        assertEquals(List.of(), codes(made), "no account");
        assertEquals(List.of(), codes(named(unit.first(), "capacity", "EMPLOYER_APPROVER", "person", known.person())), "one that is not activated");
        var his = Door.with(session(door.activate(account, (String) made.get("code"), PASSWORD)));
        assertEquals(List.of("account.consent"), codes(named(unit.first(), "capacity", "EMPLOYER_APPROVER", "person", known.person())));
        assertEquals(List.of(), codes(named(his, "capacity", "EMPLOYER_CLERK", "person", known.person())), "he is the one who makes it");
        world.write("update account set disabled = true where name = ?", account);
        assertEquals(List.of(), codes(named(unit.first(), "capacity", "EMPLOYER_APPROVER", "person", known.person())), "one that is closed");
        assertEquals(4L, world.<Long>value("select count(*) from message where person = ? and kind = 'ACCOUNT_MADE'", known.id()), "he is told all the same");
        var scanned = Known.in("jiayuguan");
        var code = (String) named(unit.first(), "account", account + "-card", "capacity", "EMPLOYER_CLERK", "person", scanned.person()).get("code");
        assertTrue(code != null);
        world.write("insert into session (id, account, way, asked_by, made_at, until) select ?, id, 'CARD', sha256('x'), ?, ? from account where name = ?", UUID.randomUUID(), world.now(), world.now().plusSeconds(1), account + "-card");
        assertEquals(List.of("account.consent"), codes(named(unit.first(), "capacity", "EMPLOYER_APPROVER", "person", scanned.person())), "he came in by his card");
        var acted = Known.in("jiayuguan");
        assertEquals(List.of(), codes(named(unit.first(), "account", account + "-token", "capacity", "EMPLOYER_CLERK", "person", acted.person())));
        world.write("insert into idempotency (account, key, mutation, input_hash, at) select id, 'k', 'revokeSessions', sha256('x'), created_at from account where name = ?", account + "-token");
        assertEquals(List.of("account.consent"), codes(named(unit.first(), "capacity", "EMPLOYER_APPROVER", "person", acted.person())), "or by a token from elsewhere");
    }

    @Test
    void one_agrees_once_at_a_time_to_a_body_that_there_is_and_of_two_uses_at_once_one_is_had() {
        var unit = Unit.of("STATE_ENTERPRISE");
        var known = Known.in("jiayuguan");
        var his = world.account(known.id(), null, "APPLICANT");
        var key = key();
        for (var time = 0; time < 2; time++) assertEquals(List.of(), agreed(his, unit.id(), "key", key));
        assertEquals(List.of("key"), agreed(his, unit.bureau(), "key", key));
        assertEquals(List.of("consent.stands"), agreed(his, unit.id()));
        assertEquals(List.of("organisation.not-found"), agreed(his, UUID.randomUUID()));
        assertEquals(List.of("account.no-person"), agreed(unit.first(), unit.id()));
        var hostile = "mutation { agreeToAccount(input: {key: \"k\", organisation: \"%s\"}) { findings { code } } }";
        assertEquals("BAD_INPUT", world.ask(his, hostile.formatted("' or 1=1"), Map.of()).error());
        assertEquals("UNAUTHENTICATED", world.ask(Caller.PUBLIC, hostile.formatted(unit.id()), Map.of()).error());
        assertEquals(1L, world.<Long>value("select count(*) from account_consent where person = ?", known.id()));
        var uses = World.together(() -> codes(named(unit.first(), "capacity", "EMPLOYER_CLERK", "person", known.person())), () -> codes(named(unit.first(), "capacity", "EMPLOYER_APPROVER", "person", known.person())));
        assertEquals(List.of("account.consent"), uses.stream().flatMap(List::stream).toList());
        var both = World.together(() -> agreed(his, unit.id()), () -> agreed(his, unit.id()));
        assertEquals(List.of("consent.stands"), both.stream().flatMap(List::stream).toList());
        assertEquals(1L, world.<Long>value("select count(*) from account_consent where person = ? and used_at is null", known.id()), "the first one is used up");
    }

    /** J24-4.3: fourteen days, to the second, and until it is taken back. */
    @Test
    void what_somebody_agreed_to_is_over_after_fourteen_days_or_is_taken_back_and_he_sees_it() {
        var unit = Unit.of("STATE_ENTERPRISE");
        var known = Known.in("jiayuguan");
        var his = world.account(known.id(), null, "APPLICANT");
        assertEquals(List.of(), agreed(his, unit.id()));
        assertEquals("2024-10-02T10:00:00+08:00", consents(his).getFirst().get("until"));
        try {
            world.time("2024-10-02T10:00:00+08:00");
            assertEquals(List.of("account.consent"), codes(named(unit.first(), "capacity", "EMPLOYER_CLERK", "person", known.person())), "it is over");
            assertEquals(List.of("consent.none"), withdrawn(his, unit.id()), "there is nothing to take back");
            assertEquals(List.of(), agreed(his, unit.id()), "and stands in the way of no other one");
            world.time("2024-10-16T09:59:59+08:00");
            assertEquals(List.of(), codes(named(unit.first(), "capacity", "EMPLOYER_CLERK", "person", known.person())), "the last second");
        } finally {
            world.time("2024-09-18T10:00:00+08:00");
        }
        assertEquals(List.of(), agreed(his, unit.bureau()));
        var key = key();
        for (var time = 0; time < 2; time++) assertEquals(List.of(), withdrawn(his, unit.bureau(), "key", key));
        assertEquals(List.of("key"), withdrawn(his, unit.id(), "key", key));
        assertEquals(List.of("consent.none"), withdrawn(his, unit.bureau()));
        assertEquals(List.of("consent.none"), withdrawn(his, UUID.randomUUID()));
        assertEquals(List.of("account.consent"), codes(unit(world.account(null, unit.bureau(), "HRSS_CITY"), name(), known.person())), "it stands no more");
        assertEquals(List.of(), agreed(his, unit.bureau()), "nor in the way of another");
        var shown = consents(his);
        assertEquals(List.of(unit.bureau(), unit.bureau(), unit.id(), unit.id()).stream().map(UUID::toString).sorted().toList(), shown.stream().map(one -> ((Map<?, ?>) one.get("organisation")).get("id").toString()).sorted().toList());
        assertEquals(1L, shown.stream().filter(one -> one.get("usedAt") != null).count());
        assertEquals(1L, shown.stream().filter(one -> one.get("withdrawnAt") != null).count());
        assertEquals("AGREE_TO_ACCOUNT AGREE_TO_ACCOUNT AGREE_TO_ACCOUNT WITHDRAW_CONSENT AGREE_TO_ACCOUNT", acts(known.id()));
        for (var other : List.of(world.account(known.id(), unit.id(), "EMPLOYER_CLERK"), unit.first(), world.account(Known.in("jiayuguan").id(), null, "APPLICANT"))) assertEquals(List.of(), consents(other));
        for (var race = 0; race < 3; race++) {
            var one = Known.in("jiayuguan");
            var caller = world.account(one.id(), null, "APPLICANT");
            assertEquals(List.of(), agreed(caller, unit.id()));
            var both = World.together(() -> withdrawn(caller, unit.id()), () -> codes(named(unit.first(), "capacity", "EMPLOYER_CLERK", "person", one.person())));
            assertTrue(List.of(List.of(List.of(), List.of("account.consent")), List.of(List.of("consent.none"), List.of())).contains(both), both::toString);
        }
    }

    private static List<Map<String, Object>> consents(Caller of) {
        return world.ask(of, "{ accountConsents { nodes { organisation { id } until usedAt withdrawnAt } } }", Map.of()).at("data", "accountConsents", "nodes");
    }

    private static List<String> withdrawn(Caller by, Object organisation, Object... more) {
        var input = input("key", key(), "organisation", organisation.toString());
        input.putAll(input(more));
        return codes(door.mutate(by, "withdrawConsent", "WithdrawConsentInput", Applicant.FINDINGS, input));
    }

    /** J24-4.3: an account in his name may be in whose hands it likes. */
    @Test
    void who_applies_agrees_in_the_account_by_which_he_does_and_in_no_other_in_his_name() {
        var unit = Unit.of("STATE_ENTERPRISE");
        var known = Known.in("jiayuguan");
        var clerk = world.account(known.id(), world.organisation("STATE_ENTERPRISE", "jiayuguan"), "EMPLOYER_CLERK");
        var other = world.account(known.id(), unit.id(), "EMPLOYER_CLERK");
        assertEquals(List.of(), agreed(clerk, unit.bureau()), "who has none");
        var by = world.<String>value("select name from organisation where id = ?", unit.bureau());
        assertEquals(List.of(Map.of("zh", "以您名义登记的账号 a-" + clerk.account() + " 已同意由“" + by + "”以您的名义建立一个账号；非您本人同意的，请撤回（withdrawConsent，organisation: " + unit.bureau() + "）")), told(other, "ACCOUNT_AGREED"), "and is told in the others, for who said it there nobody knows");
        assertEquals(List.of(), told(clerk, "ACCOUNT_AGREED"), "not where it was said");
        assertEquals(List.of(), withdrawn(other, unit.bureau()));
        var none = door.mutate(clerk, "withdrawConsent", "WithdrawConsentInput", Applicant.FINDINGS, input("key", key(), "organisation", unit.bureau().toString()));
        assertTrue(findings(none).getFirst().get("remedy").toString().contains("closeAccount"), "where nobody disowns any");
        assertEquals(List.of(), codes(named(other, "capacity", "EMPLOYER_CLERK", "person", known.person())), "nor does he ask himself");
        var his = world.account(known.id(), null, "APPLICANT");
        assertEquals(List.of("account.consent"), codes(named(other, "capacity", "EMPLOYER_CLERK", "person", known.person())), "whoever made that one in his name does not make more by it");
        assertEquals(1L, world.<Long>value("select count(*) from message where person = ? and kind = 'ACCOUNT_AGREED'", known.id()));
        assertEquals(List.of("consent.elsewhere"), agreed(clerk, unit.id()));
        assertEquals(List.of("consent.elsewhere"), agreed(clerk, UUID.randomUUID()), "and nothing else is said");
        assertEquals(List.of(), agreed(his, unit.id()));
        assertEquals(1, told(other, "ACCOUNT_AGREED").size(), "nobody is told who applies");
        assertEquals(List.of("consent.elsewhere"), withdrawn(clerk, unit.id()));
        assertEquals(List.of(), withdrawn(his, unit.id()));
        var both = world.account(known.id(), unit.id(), "APPLICANT", "EMPLOYER_CLERK");
        assertEquals(List.of(), agreed(both, unit.id()), "by one that does both");
        world.write("update account set disabled = true where id in (?, ?)", his.account(), both.account());
        assertEquals(List.of(), agreed(clerk, unit.bureau()), "those are closed");
    }

    private static List<Map<String, Object>> told(Caller by, String kind) {
        return world.ask(by, "query($kind: MessageKind!) { messages(where: {kind: {eq: $kind}}) { nodes { zh } } }", Map.of("kind", kind)).at("data", "messages", "nodes");
    }

    /** J24-4.3, X24-6.6: whoever reads what he is told does so where he applies, and who does not apply in each account that stands in his name. */
    @Test
    void who_has_no_account_to_apply_with_is_told_in_the_others_that_stand_in_his_name() throws SQLException {
        var unit = Unit.of("STATE_ENTERPRISE");
        var known = Known.in("jiayuguan");
        var clerk = world.account(known.id(), world.organisation("STATE_ENTERPRISE", "jiayuguan"), "EMPLOYER_CLERK");
        var unopened = world.account(known.id(), null, "APPLICANT").account();
        world.write("insert into credential (account, code, code_until, changed_at) values (?, sha256('x'), ?, ?)", unopened, world.now(), world.now());
        assertEquals(List.of(), agreed(clerk, unit.id()), "nobody ever opened that one");
        var name = name();
        assertEquals(List.of(), codes(named(unit.first(), "account", name, "capacity", "EMPLOYER_CLERK", "person", known.person())));
        assertTrue(told(clerk, "ACCOUNT_MADE").toString().contains(name));
        assertTrue(told(clerk, "ACCOUNT_MADE").toString().endsWith("；非本人所用或不再需要的，请建立账号的一方停用（closeAccount），或在有了本人申报的账号后自行停用（disownAccount）}]"), "he cannot there");
        assertEquals(List.of(), door.close(unit.first(), name));
        assertTrue(told(clerk, "ACCOUNT_CLOSED").toString().contains(name));
        var his = world.account(known.id(), null, "APPLICANT");
        for (var kind : List.of("ACCOUNT_MADE", "ACCOUNT_CLOSED")) assertTrue(told(his, kind).toString().contains(name), "and where he applies once he does");
        assertTrue(told(his, "ACCOUNT_MADE").toString().endsWith("，您可以停用（disownAccount）}]"), told(his, "ACCOUNT_MADE")::toString);
        world.write("update account set disabled = true where id = ?", his.account());
        for (var elsewhere : List.of(false, true)) {
            var sessions = new Sessions(world.bean(SessionSettings.class), elsewhere ? Optional.empty() : Optional.of(world.bean(AccessTokens.class)), world.bean(DataKey.class));
            var people = new People(world.bean(IdentityVault.class), world.bean(Policies.class), sessions, world.bean(SecurityLog.class), world.bean(SealedChanges.class));
            try (var tx = world.transaction()) {
                assertEquals(elsewhere, people.applies(tx, known.id(), clerk.account()), "where tokens come from elsewhere nobody knows");
                assertEquals(List.of(elsewhere), people.applying(tx, known.id()).stream().map(Applying::stands).toList());
            }
        }
    }

    /** With a token of before all sessions of its account ended, by which a server goes on for seconds, nobody has another's account closed or a code shown. */
    @Test
    void who_is_locked_out_closes_and_renews_nothing() {
        var unit = Unit.of("STATE_ENTERPRISE");
        var name = name();
        assertEquals(List.of(), codes(named(unit.first(), "account", name, "capacity", "EMPLOYER_CLERK", "person", person("冯虚构", number()))));
        world.write("update account set tokens_from = ? where id = ?", world.now(), unit.first().account());
        var viewer = new Viewer(unit.first().account(), Set.of(Role.EMPLOYER_CLERK, Role.EMPLOYER_APPROVER), null, unit.id());
        var visitor = new Visitor(null, "locked-out");
        record Token(Instant issued, List<String> codes) {}
        for (var one : List.of(new Token(world.now().minusSeconds(1), List.of("account.closed")), new Token(world.now(), List.of()))) {
            var renewed = world.bean(RenewCode.class).perform(viewer.by(one.issued), visitor, world.now(), new RenewCode.Input(key(), name));
            assertEquals(one.codes, renewed.findings().stream().map(Finding::code).toList());
            assertEquals(one.codes.isEmpty(), renewed.code() != null);
            var closed = world.bean(CloseAccount.class).perform(viewer.by(one.issued), visitor, world.now(), new CloseAccount.Input(key(), name, "离职"));
            assertEquals(one.codes, closed.findings().stream().map(Finding::code).toList());
            assertEquals(one.codes.isEmpty(), world.<Boolean>value("select disabled from account where name = ?", name));
        }
        assertEquals(0L, world.<Long>value("select count(*) from trail where subject in (?, ?) and act like '%REFUSED'", unit.first().account(), unit.id()), "he tried nothing on what is another's");
    }

    /** An account of a bureau that sees payments alone is handed on nothing that the one before it was told of dossiers. */
    @Test
    void of_a_bodys_account_of_two_capacities_the_next_one_of_either_is_handed_on_nothing() throws SQLException {
        var known = Known.in("jiayuguan");
        var bureau = world.organisation("HRSS", "jiayuguan");
        var both = world.account(known.id(), bureau, "HRSS_CITY", "FINANCE");
        world.write("insert into message (id, account, kind, about, zh, en, at) values (?, ?, 'ARRIVED', ?, '到了', 'arrived', ?)", UUID.randomUUID(), both.account(), UUID.randomUUID(), world.now());
        world.write("update account set disabled = true where id = ?", both.account());
        record Next(List<String> roles, int handed) {}
        for (var next : List.of(new Next(List.of("FINANCE"), 0), new Next(List.of("HRSS_CITY"), 0), new Next(List.of("HRSS_CITY", "FINANCE"), 1))) {
            var account = world.account(known.id(), bureau, next.roles.toArray(String[]::new));
            try (var tx = world.transaction()) {
                assertEquals(next.handed, Messages.handedOn(tx, account.account()).size(), next::toString);
            }
        }
    }

    /** X24-8.3, B24-5.3: what lies with him lies with him in his next account too. */
    @Test
    void what_nobody_read_in_a_closed_account_is_the_next_ones_of_the_same_person_for_the_same_unit() {
        var unit = Unit.of("STATE_ENTERPRISE");
        var known = Known.in("jiayuguan");
        var names = List.of(name(), name(), name());
        var both = world.account(known.id(), unit.id(), "EMPLOYER_CLERK", "EMPLOYER_APPROVER");
        world.write("insert into message (id, account, kind, about, zh, en, at) values (?, ?, 'ARRIVED', ?, '到了', 'arrived', ?)", UUID.randomUUID(), both.account(), UUID.randomUUID(), world.now());
        assertEquals(List.of(), door.close(unit.first(), "a-" + both.account()));
        for (var name : names.subList(0, 2)) assertEquals(List.of(), codes(named(unit.first(), "account", name, "capacity", "EMPLOYER_CLERK", "person", known.person())));
        assertEquals("到了", world.value("select m.zh from message m join account a on a.id = m.account where a.name = ? and m.kind = 'ARRIVED'", names.get(0)), "of a unit's first one, which had both capacities, the next one's that has either");
        world.write("update message set read_at = at where kind = 'ARRIVED' and account = (select id from account where name = ?)", names.get(0));
        var about = List.of(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
        for (var name : names.subList(0, 2)) {
            for (var one : about) world.write("insert into message (id, account, kind, about, zh, en, at, read_at) select gen_random_uuid(), id, 'ARRIVED', ?, ?, 'arrived', ?, case when ? then created_at end from account where name = ?", one, name, world.now(), one.equals(about.get(2)), name);
        }
        assertEquals(List.of(), door.close(unit.first(), names.get(0)));
        assertEquals(List.of(), codes(named(unit.first(), "account", names.get(2), "capacity", "EMPLOYER_APPROVER", "person", known.person())));
        var handed = "select coalesce(string_agg(m.about::text, ' ' order by m.about::text), '') from message m join account a on a.id = m.account where a.name = ? and m.kind = 'ARRIVED'";
        assertEquals("", world.value(handed, names.get(2)), "a clerk's are no approver's");
        var other = Unit.of("STATE_ENTERPRISE");
        var elsewhere = name();
        assertEquals(List.of(), codes(named(other.first(), "account", elsewhere, "capacity", "EMPLOYER_CLERK", "person", known.person())));
        assertEquals("", world.value(handed, elsewhere), "nor another unit's");
        assertEquals(List.of(), door.close(unit.first(), names.get(1)));
        var anew = name();
        assertEquals(List.of(), codes(named(unit.first(), "account", anew, "capacity", "EMPLOYER_CLERK", "person", known.person())));
        assertEquals(about.subList(0, 2).stream().map(UUID::toString).sorted().collect(Collectors.joining(" ")), world.value(handed, anew), "what was told in both once, and what was read not");
        assertEquals(3L, world.<Long>value("select count(*) from message m join trail t on t.subject = ? and jsonb_exists(convert_from(t.entry, 'UTF8')::jsonb -> 'messages', m.id::text) where m.kind = 'ARRIVED'", unit.id()), "in the trail of its making");
        assertEquals(5L, world.<Long>value("select count(*) from message m join account a on a.id = m.account where a.name in (?, ?) and m.kind = 'ARRIVED'", names.get(0), names.get(1)), "the rest stays");
    }

    private static void bound(String account) {
        world.write("insert into outside_identity (id, account, provider, subject, bound_at) select gen_random_uuid(), id, 'stand-in', sha256(name::bytea), created_at from account where name = ?", account);
    }

    private static String unbound(UUID unit, String act, String account) {
        return world.value("select (convert_from(entry, 'UTF8')::jsonb ->> 'unbound') || ' ' || (select count(*) from outside_identity i join account a on a.id = i.account where a.name = ? and i.ended_at is null) from trail where subject = ? and act = ?", account, unit, act);
    }

    private static List<String> disowned(Caller by, String account, Object... more) {
        var input = input("key", key(), "account", account);
        input.putAll(input(more));
        return codes(door.mutate(by, "disownAccount", "DisownAccountInput", Applicant.FINDINGS, input));
    }

    /** J24-4.3, X24-6.6. */
    @Test
    void who_disowns_an_account_in_his_name_ends_it_at_once_and_its_unit_is_told() {
        var unit = Unit.of("STATE_ENTERPRISE");
        var known = Known.in("jiayuguan");
        var name = name();
        var session = session(door.activate(name, (String) named(unit.first(), "account", name, "capacity", "EMPLOYER_CLERK", "person", known.person()).get("code"), PASSWORD));
        var his = world.account(known.id(), null, "APPLICANT");
        var key = key();
        bound(name);
        for (var time = 0; time < 2; time++) assertEquals(List.of(), disowned(his, " " + name.toUpperCase() + " ", "key", key), "the same key, once");
        assertEquals("[\"stand-in\"] 0", unbound(unit.id(), "DISOWN_ACCOUNT", name));
        assertEquals(List.of("key"), disowned(his, "another", "key", key));
        assertEquals(List.of("account.closed"), disowned(his, name));
        assertEquals(List.of("session.ended"), codes(door.refresh(session.get("refreshToken"))));
        assertEquals(List.of("log-in.refused"), codes(door.logIn(name, PASSWORD)));
        assertEquals(1L, world.<Long>value("select count(*) from account where name = ? and disabled and person = ? and organisation = ?", name, known.id(), unit.id()), "what was done in it stays his");
        assertEquals("CREATE_UNIT_ACCOUNT DISOWN_ACCOUNT", acts(unit.id()));
        assertEquals("DISOWN_ACCOUNT J24-4.3", world.value("select act || ' ' || clause from trail where subject = ?", known.id()));
        assertTrue(told(unit.first(), "ACCOUNT_CLOSED").toString().contains("账号 " + name + " 已由本人停用"));
        assertEquals(List.of(), told(his, "ACCOUNT_CLOSED"), "he did it himself");

        var another = world.account(known.id(), unit.id(), "EMPLOYER_CLERK");
        world.write("update account set disabled = true where id = ?", unit.first().account());
        var officer = world.account(null, unit.bureau(), "HRSS_CITY");
        assertEquals(List.of(), disowned(his, "a-" + another.account()));
        assertTrue(told(officer, "ACCOUNT_CLOSED").toString().contains("a-" + another.account()), "where nobody acts for it any more, the body above");
        var auditor = world.account(known.id(), null, "AUDITOR");
        var administrator = world.account(null, null, "SYS_ADMIN");
        assertEquals(List.of(), disowned(his, "a-" + auditor.account()), "one that acts for no unit");
        var alone = world.account(known.id(), world.organisation("HRSS", "jiayuguan"), "HRSS_CITY");
        assertEquals(List.of(), disowned(his, "a-" + alone.account()), "one of a body with nobody beside or above");
        for (var one : List.of(auditor, alone)) assertTrue(told(administrator, "ACCOUNT_CLOSED").toString().contains("账号 a-" + one.account() + " 已由本人停用"));
        assertTrue(told(administrator, "ACCOUNT_CLOSED").size() == 2, "and of none that somebody else is told of");
    }

    @Test
    void nobody_disowns_another_s_account_or_one_by_which_he_applies_and_is_told_the_same_as_of_none() {
        var unit = Unit.of("STATE_ENTERPRISE");
        var known = Known.in("jiayuguan");
        var his = world.account(known.id(), unit.id(), "APPLICANT", "EMPLOYER_CLERK");
        var other = world.account(Known.in("jiayuguan").id(), unit.id(), "EMPLOYER_CLERK");
        var answers = new HashSet<Object>();
        var tried = List.of("nobody-here", "a-" + other.account(), "a-" + unit.first().account(), "a-" + his.account(), "", "😀", "' or 1=1 --", "x".repeat(10_000));
        for (var one : tried) answers.add(findings(door.mutate(his, "disownAccount", "DisownAccountInput", Applicant.FINDINGS, input("key", key(), "account", one))));
        assertEquals(1, answers.size(), answers::toString);
        assertTrue(answers.toString().contains("account.not-found"));
        assertEquals("DISOWN_ACCOUNT_REFUSED J24-4.3", world.value("select distinct act || ' ' || clause from trail where subject = ?", his.account()));
        assertEquals((long) tried.size(), world.<Long>value("select count(*) from trail where subject = ?", his.account()));
        assertEquals(0L, world.<Long>value("select count(*) from account where organisation = ? and disabled", unit.id()));
        var query = "mutation { disownAccount(input: {key: \"k\", account: \"abc\"}) { findings { code } } }";
        assertEquals("FORBIDDEN", world.ask(world.account(known.id(), unit.id(), "EMPLOYER_CLERK"), query, Map.of()).error(), "nor in another account of his");
        assertEquals("UNAUTHENTICATED", world.ask(Caller.PUBLIC, query, Map.of()).error());
        world.write("update account set real_name = 'UNCHECKED' where id = ?", his.account());
        var clerk = world.account(known.id(), unit.id(), "EMPLOYER_CLERK");
        assertEquals(List.of("account.unchecked"), disowned(his, "a-" + clerk.account()));
        assertEquals(0L, world.<Long>value("select count(*) from account where organisation = ? and disabled", unit.id()));
    }

    @Test
    void of_two_who_end_one_account_at_once_one_does_and_none_waits_for_the_other_for_ever() {
        for (var race = 0; race < 4; race++) {
            var unit = Unit.of("STATE_INSTITUTION");
            var known = Known.in("jiayuguan");
            var his = world.account(known.id(), unit.id(), "APPLICANT", "EMPLOYER_CLERK", "EMPLOYER_APPROVER");
            var twice = world.account(known.id(), unit.id(), "EMPLOYER_CLERK");
            var both = World.together(() -> disowned(his, "a-" + twice.account()), () -> disowned(his, "a-" + twice.account()));
            assertEquals(List.of("account.closed"), both.stream().flatMap(List::stream).toList());
            var third = world.account(known.id(), unit.id(), "EMPLOYER_CLERK");
            var ends = World.together(() -> disowned(his, "a-" + third.account()), () -> door.close(unit.first(), "a-" + third.account()));
            assertEquals(List.of("account.closed"), ends.stream().flatMap(List::stream).toList());
            var colleague = world.account(known.id(), unit.id(), "EMPLOYER_CLERK", "EMPLOYER_APPROVER");
            var crossed = World.together(() -> ended(his, "disownAccount", colleague), () -> closed(colleague, his));
            assertTrue(List.of(List.of(), List.of("account.closed"), List.of("BUSY")).contains(crossed.getFirst()), () -> "he is told to log in again where it was his session that ended: " + crossed);
            assertTrue(List.of(List.of(), List.of("account.closed"), List.of("account.not-found"), List.of("UNAUTHENTICATED"), List.of("BUSY")).contains(crossed.getLast()) && crossed.contains(List.of()), crossed::toString);
        }
    }

    /** X24-6.6: a clerk who was closed while he waited names nobody. */
    @ParameterizedTest
    @ValueSource(strings = {"disabled = true", "roles = array['APPLICANT'], organisation = null"})
    void who_was_closed_while_he_waited_makes_no_account_any_more(String closed) throws Exception {
        var unit = Unit.of("STATE_INSTITUTION");
        var person = made("魏虚构");
        var clerk = world.account(person, unit.id(), "EMPLOYER_CLERK", "APPLICANT");
        var officer = world.account(person, unit.bureau(), "HRSS_CITY", "APPLICANT");
        record Waits(Caller by, Function<Caller, Map<String, Object>> act, String code) {}
        var name = name();
        for (var one : List.of(new Waits(clerk, by -> named(by, "account", name, "capacity", "EMPLOYER_CLERK"), "organisation.not-found"),
                new Waits(officer, by -> named(by, "unit", unit.id().toString(), "account", name, "capacity", "EMPLOYER_CLERK"), "organisation.not-found"),
                new Waits(officer, by -> unit(by, name, person("责任人", null)), "account.no-unit"),
                new Waits(clerk, by -> door.mutate(by, "createAccountFor", "CreateAccountForInput", Applicant.FINDINGS, input("key", key(), "account", name, "name", "责任人", "identityNumber", number(), "ground", "EMPLOYMENT")), "account.no-unit"))) {
            CompletableFuture<List<String>> waits;
            try (var closes = world.transaction()) {
                Sql.writeOne(closes, "update account set " + closed + " where id = ?", one.by.account());
                waits = CompletableFuture.supplyAsync(() -> codes(one.act.apply(one.by)));
                world.awaitWaiting(1);
                closes.commit();
            }
            assertEquals(List.of(one.code), waits.get());
            assertEquals(0L, world.<Long>value("select count(*) from account where name = ?", name));
            world.write("update account set disabled = false, organisation = ?, roles = ? where id = ?", one.by == clerk ? unit.id() : unit.bureau(), new String[] {"APPLICANT", one.by == clerk ? "EMPLOYER_CLERK" : "HRSS_CITY"}, one.by.account());
        }
    }

    @Test
    void nobody_gives_a_capacity_that_he_does_not_have_or_that_no_such_unit_has() {
        var unit = Unit.of("PRIVATE_ENTERPRISE");
        var clerk = world.account(null, unit.id(), "EMPLOYER_CLERK");
        assertEquals(List.of("account.capacity"), codes(named(clerk, "capacity", "EMPLOYER_APPROVER")));
        for (var not : List.of("AGENCY", "HRSS_CITY", "AUDITOR", "SYS_ADMIN", "APPLICANT", "PUBLIC"))
            assertEquals(List.of("account.capacity"), codes(named(unit.first(), "capacity", not)), not);
        var agency = Unit.of("AGENCY");
        assertEquals(List.of("account.capacity"), codes(named(agency.first(), "capacity", "EMPLOYER_APPROVER")));
        assertEquals(List.of(), codes(named(agency.first(), "capacity", "AGENCY")));
        var bureau = world.account(null, unit.bureau(), "HRSS_CITY");
        assertEquals(List.of("account.capacity"), codes(named(bureau, "capacity", "HRSS_CITY")), "a bureau comes in another way");
        assertEquals(0L, world.<Long>value("select count(*) from account where organisation = ? and not (roles <@ array['EMPLOYER_CLERK', 'EMPLOYER_APPROVER'])", unit.id()));
    }

    @Test
    void the_body_above_that_makes_units_accounts_names_them_and_another_body_does_not() {
        var unit = Unit.of("STATE_INSTITUTION");
        var bureau = world.account(null, unit.bureau(), "HRSS_CITY");
        assertEquals(List.of(), codes(named(bureau, "unit", unit.id().toString(), "capacity", "EMPLOYER_APPROVER")));
        assertEquals(List.of("account.lay-down"), codes(named(bureau, "unit", unit.id().toString(), "capacity", "EMPLOYER_APPROVER", "layDown", true)));
        var stranger = world.account(null, world.organisation("HRSS", "jiayuguan"), "HRSS_CITY");
        var theirs = named(stranger, "unit", unit.id().toString(), "capacity", "EMPLOYER_APPROVER");
        assertEquals(List.of("organisation.not-found"), codes(theirs));
        var nowhere = UUID.randomUUID().toString();
        assertEquals(findings(theirs).toString().replace(unit.id().toString(), nowhere), findings(named(stranger, "unit", nowhere, "capacity", "EMPLOYER_APPROVER")).toString(), "as if there were none");
        assertEquals(List.of("organisation.not-found"), codes(named(unit.first(), "unit", Unit.of("STATE_INSTITUTION").id().toString(), "capacity", "EMPLOYER_CLERK")));
        var department = world.organisation("SUPERIOR_DEPT", "jiayuguan");
        world.write("update organisation set parent = ? where id = ?", department, unit.id());
        var without = named(world.account(null, department, "SUPERIOR_DEPT"), "unit", unit.id().toString(), "capacity", "EMPLOYER_CLERK");
        assertEquals(List.of("account.maker"), codes(without), "it founded no committee");
        assertEquals("J24-2.1", ((Map<?, ?>) findings(without).getFirst().get("clause")).get("id"));
        assertEquals(2L, world.<Long>value("select count(*) from account where organisation = ?", unit.id()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"APPLICANT", "RELAY", "HRSS_PROVINCE", "COMMITTEE_OFFICE", "EXPERT", "SUPERVISOR", "SYS_ADMIN", "AUDITOR"})
    void nobody_else_names_any(String role) {
        var unit = Unit.of("STATE_INSTITUTION");
        var query = "mutation { createUnitAccount(input: {key: \"k\", account: \"abc\", capacity: EMPLOYER_CLERK, person: {name: \"x\"}}) { findings { code } } }";
        assertEquals("FORBIDDEN", world.ask(world.account(role.equals("APPLICANT") ? world.applicant().person() : null, unit.id(), role), query, Map.of()).error());
        assertEquals("UNAUTHENTICATED", world.ask(Caller.PUBLIC, query, Map.of()).error());
    }

    @Test
    void the_same_key_makes_one_and_gives_the_same_code_and_another_input_is_a_finding() {
        var unit = Unit.of("STATE_INSTITUTION");
        var key = key();
        var name = name();
        var once = named(unit.first(), "key", key, "account", name, "capacity", "EMPLOYER_CLERK");
        assertEquals(once, named(unit.first(), "key", key, "account", name, "capacity", "EMPLOYER_CLERK"));
        assertEquals(List.of("key"), codes(named(unit.first(), "key", key, "account", name, "capacity", "EMPLOYER_APPROVER")));
        assertEquals(1L, world.<Long>value("select count(*) from account where name = ?", name));
        assertEquals(List.of("account.name-taken"), codes(named(unit.first(), "account", name, "capacity", "EMPLOYER_CLERK")));
    }

    @Test
    void two_at_once_by_one_name_make_one_and_an_account_never_lays_down_all_that_it_has() {
        var unit = Unit.of("STATE_INSTITUTION");
        var name = name();
        var both = World.together(() -> codes(named(unit.first(), "account", name, "capacity", "EMPLOYER_CLERK")), () -> codes(named(unit.first(), "account", name, "capacity", "EMPLOYER_APPROVER")));
        assertEquals(List.of("account.name-taken"), both.stream().flatMap(List::stream).toList());
        for (var race = 0; race < 4; race++) {
            var other = Unit.of("STATE_INSTITUTION");
            var laid = World.together(() -> codes(named(other.first(), "capacity", "EMPLOYER_CLERK", "layDown", true)), () -> codes(named(other.first(), "capacity", "EMPLOYER_APPROVER", "layDown", true)));
            assertEquals(List.of("account.last-capacity"), laid.stream().flatMap(List::stream).toList());
            assertEquals(1, roles(other.first()).split(" ").length);
        }
    }

    @Test
    void who_makes_a_units_account_renews_the_code_of_one_that_nobody_opened_and_no_clerk_an_approver_s() {
        var unit = Unit.of("STATE_INSTITUTION");
        var bureau = world.account(null, unit.bureau(), "HRSS_CITY");
        var clerk = world.account(null, unit.id(), "EMPLOYER_CLERK");
        var name = name();
        var first = (String) named(unit.first(), "account", name, "capacity", "EMPLOYER_APPROVER").get("code");
        for (var other : List.of(clerk, Unit.of("STATE_INSTITUTION").first(), world.account(null, world.organisation("HRSS", "jiayuguan"), "HRSS_CITY"), world.account(null, null, "SYS_ADMIN"))) {
            assertEquals(List.of("account.not-found"), codes(door.renew(other, key(), name)));
            assertEquals(findings(door.renew(other, key(), name)), findings(door.renew(other, key(), "nobody-here")), "as if there were none");
        }
        assertTrue(world.<String>value("select string_agg(act || ' ' || clause, ', ') from trail where subject = ?", clerk.account()).startsWith("RENEW_CODE_REFUSED J24-4.3"), "and it is written down");
        var bureaus = (String) door.renew(bureau, key(), name).get("code");
        assertEquals(List.of("code.refused"), codes(door.activate(name, first, PASSWORD)));
        var units = (String) door.renew(unit.first(), key(), name).get("code");
        assertEquals(List.of("code.refused"), codes(door.activate(name, bureaus, PASSWORD)));
        assertEquals("CREATE_UNIT_ACCOUNT RENEW_CODE RENEW_CODE", world.value("select string_agg(act, ' ' order by seq) from trail where subject = ?", unit.id()));
        session(door.activate(name, units, PASSWORD));
        assertEquals(List.of("account.activated"), codes(door.renew(bureau, key(), name)));
        assertEquals(List.of("account.activated"), codes(door.renew(bureau, key(), "a-" + unit.first().account())), "it is opened by tokens from elsewhere");
        for (var hostile : List.of("", "😀", "' or 1=1 --", "x".repeat(10_000))) assertEquals(List.of("account.not-found"), codes(door.renew(bureau, key(), hostile)));
        var applies = world.account(made("沈虚构"), unit.id(), "APPLICANT", "EMPLOYER_CLERK");
        world.write("insert into credential (account, code, code_until, changed_at) values (?, sha256('x'), ?, ?)", applies.account(), world.now(), world.now());
        assertEquals(List.of("account.not-found"), codes(door.renew(bureau, key(), "a-" + applies.account())), "by it somebody applies");
    }

    /** J24-4.3, X24-6.6. */
    @Test
    void who_left_acts_for_the_unit_no_more_from_that_moment_and_what_he_did_stays() {
        var unit = Unit.of("STATE_ENTERPRISE");
        var name = name();
        var made = named(unit.first(), "account", name, "capacity", "EMPLOYER_CLERK", "person", person("卜责任", number()));
        var session = session(door.activate(name, (String) made.get("code"), PASSWORD));
        var gone = Door.with(session);
        var person = world.<UUID>value("select person from account where name = ?", name);
        assertEquals(List.of("EMPLOYER_CLERK"), world.ask(gone, "{ me { roles } }", Map.of()).at("data", "me", "roles"));
        assertEquals(List.of("input"), door.close(unit.first(), name, "reason", " "));
        assertEquals(List.of("input"), door.close(unit.first(), name, "reason", "长".repeat(501)));
        var key = key();
        bound(name);
        for (var time = 0; time < 2; time++) assertEquals(List.of(), door.close(unit.first(), name.toUpperCase(), "key", key, "reason", " 已调离 "), "the same key, once");
        assertEquals("[\"stand-in\"] 0", unbound(unit.id(), "CLOSE_ACCOUNT", name), "he binds it to his next one");
        assertEquals(List.of("key"), door.close(unit.first(), name, "key", key));
        assertEquals(List.of("account.closed"), door.close(unit.first(), name));
        assertEquals(List.of("account.closed"), codes(door.renew(unit.first(), key(), name)));
        assertEquals(List.of("session.ended"), codes(door.refresh(session.get("refreshToken"))));
        assertEquals(List.of("log-in.refused"), codes(door.logIn(name, PASSWORD)));
        var reply = world.ask(gone, "mutation { createUnitAccount(input: {key: \"k\", account: \"after-him\", capacity: EMPLOYER_CLERK, person: {name: \"孔虚构\"}}) { findings { code } } }", Map.of());
        assertTrue("BUSY".equals(reply.error()) || reply.status() == 401, () -> "he is remembered for some seconds, and does nothing any more: " + reply);
        assertEquals(0L, world.<Long>value("select count(*) from account where name = 'after-him'"));
        assertEquals(person, world.value("select person from account where name = ? and disabled and organisation = ?", name, unit.id()));
        assertEquals("J24-2.1 您代表“" + world.<String>value("select name from organisation where id = ?", unit.id()) + "”的账号 " + name + " 已停用：已调离",
                world.value("select clause || ' ' || zh from message where person = ? and kind = 'ACCOUNT_CLOSED'", person));
        assertEquals("CREATE_UNIT_ACCOUNT CLOSE_ACCOUNT", world.value("select string_agg(act, ' ' order by seq) from trail where subject = ?", unit.id()));
        assertTrue(world.<String>value("select convert_from(entry, 'UTF8') from trail where subject = ? and act = 'CLOSE_ACCOUNT'", unit.id()).contains("\"reason\":\"已调离\""));
    }

    @Test
    void nobody_closes_his_own_account_or_another_unit_s_or_one_that_can_do_more_and_the_body_above_closes_the_last() {
        var unit = Unit.of("STATE_INSTITUTION");
        var bureau = world.account(null, unit.bureau(), "HRSS_CITY");
        var clerk = world.account(null, unit.id(), "EMPLOYER_CLERK");
        var first = "a-" + unit.first().account();
        assertEquals(List.of("account.own"), door.close(unit.first(), first));
        assertEquals(List.of("account.own", "input"), door.close(unit.first(), first, "reason", ""), "all at once");
        var department = world.organisation("SUPERIOR_DEPT", "jiayuguan");
        for (var other : List.of(clerk, Unit.of("STATE_INSTITUTION").first(), world.account(null, world.organisation("HRSS", "jiayuguan"), "HRSS_CITY"), world.account(null, department, "SUPERIOR_DEPT"), world.account(null, null, "SYS_ADMIN"))) {
            assertEquals(List.of("account.not-found"), door.close(other, first));
            assertEquals("CLOSE_ACCOUNT_REFUSED", world.value("select act from trail where subject = ?", other.account()));
        }
        for (var hostile : List.of("", "😀", "' or 1=1 --", "x".repeat(10_000))) assertEquals(List.of("account.not-found"), door.close(bureau, hostile));
        var applicant = world.applicant();
        assertEquals(List.of("account.not-found"), door.close(bureau, "a-" + applicant.caller().account()));
        assertEquals(List.of("account.not-found"), door.close(bureau, "a-" + bureau.account()), "a body's is the administrator's");
        assertEquals(List.of(), door.close(unit.first(), "a-" + clerk.account()));
        assertEquals(List.of(), door.close(bureau, first), "the last one");
        assertEquals(0L, world.<Long>value("select count(*) from account where organisation = ? and not disabled", unit.id()));
        assertEquals(List.of(), codes(named(bureau, "unit", unit.id().toString(), "capacity", "EMPLOYER_APPROVER")), "and makes another");
    }

    @Test
    void an_account_by_which_its_person_applies_too_is_his_alone_from_then_on() {
        var unit = Unit.of("STATE_INSTITUTION");
        var person = made("卞虚构");
        var both = world.account(person, unit.id(), "APPLICANT", "EMPLOYER_CLERK");
        assertEquals(List.of(), door.close(unit.first(), "a-" + both.account()));
        assertEquals("APPLICANT", roles(both));
        assertEquals(0L, world.<Long>value("select count(*) from account where id = ? and (disabled or organisation is not null)", both.account()));
        assertEquals(List.of("account.not-found"), door.close(unit.first(), "a-" + both.account()), "it is the unit's no more");
        assertEquals(1L, world.<Long>value("select count(*) from message where person = ? and kind = 'ACCOUNT_CLOSED' and zh like '%仍可用于本人申报%'", person));
    }

    @Test
    void of_two_who_close_one_another_one_stays() {
        for (var race = 0; race < 5; race++) {
            var unit = Unit.of("STATE_INSTITUTION");
            var other = world.account(null, unit.id(), "EMPLOYER_CLERK", "EMPLOYER_APPROVER");
            var both = World.together(() -> closed(unit.first(), other), () -> closed(other, unit.first()));
            assertEquals(1L, both.stream().filter(List.of()::equals).count(), both::toString);
            assertEquals(1L, world.<Long>value("select count(*) from account where organisation = ? and not disabled", unit.id()));
        }
    }

    /** None where it is closed. */
    private static List<String> closed(Caller by, Caller whose) {
        return ended(by, "closeAccount", whose, "reason", "x");
    }

    private static List<String> ended(Caller by, String mutation, Caller whose, Object... more) {
        var input = input("key", key(), "account", "a-" + whose.account());
        input.putAll(input(more));
        var reply = world.ask(by, "mutation($input: %s!) { %s(input: $input) { %s } }".formatted(mutation.substring(0, 1).toUpperCase() + mutation.substring(1) + "Input", mutation, Applicant.FINDINGS), Map.of("input", input));
        return reply.error() != null ? List.of(reply.error()) : codes(reply.at("data", mutation));
    }

    @ParameterizedTest
    @CsvSource({"'',account.name", "A B,account.name", "'x''; drop table account; --',account.name", "😀,account.name"})
    void hostile_names_are_refused(String name, String code) {
        var unit = Unit.of("STATE_INSTITUTION");
        var refused = named(unit.first(), "account", name, "capacity", "EMPLOYER_CLERK");
        assertEquals(List.of(code), codes(refused));
        assertNull(refused.get("code"));
        assertEquals("BAD_INPUT", world.ask(unit.first(), "mutation { createUnitAccount(input: {key: \"k\", unit: \"x\", account: \"abc\", capacity: EMPLOYER_CLERK, person: {name: \"x\"}}) { findings { code } } }", Map.of()).error());
    }
}
