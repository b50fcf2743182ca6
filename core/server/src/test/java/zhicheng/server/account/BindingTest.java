package zhicheng.server.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static zhicheng.server.Applicant.codes;
import static zhicheng.server.Applicant.findings;
import static zhicheng.server.Applicant.input;
import static zhicheng.server.Applicant.key;
import static zhicheng.server.account.Door.PASSWORD;
import static zhicheng.server.account.Door.session;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
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

@Tag("database")
class BindingTest {
    private static final String BINDING = "binding { id state ground name reason version region decidedAt endedAt person { name } organisation { id } } " + Applicant.FINDINGS;

    private static Door door;
    private static World world;
    private static int numbers;

    @BeforeAll
    static void open() {
        door = Door.open();
        world = door.world();
    }

    @AfterAll
    static void close() {
        world.close();
    }

    /** Somebody who may apply and is bound to nobody. */
    private static Applicant unbound(String region) {
        var person = UUID.randomUUID();
        world.write("insert into person (id, name, region, made_up, created_at) values (?, '李虚构', ?, true, ?)", person, region, world.now());
        return new Applicant(world, world.account(person, null, "APPLICANT"), person, null);
    }

    /** A unit with its clerk. */
    private record Unit(UUID id, Caller clerk) {
        static Unit of(String kind, String region) {
            var id = world.organisation(kind, region);
            return new Unit(id, kind.equals("AGENCY") ? world.account(null, id, "AGENCY", "EMPLOYER_CLERK") : world.account(null, id, "EMPLOYER_CLERK"));
        }
    }

    @Test
    void in_bijie_applying_opens_with_the_binding_and_closes_with_its_end() {
        var applicant = unbound("bijie");
        var employer = Unit.of("STATE_INSTITUTION", "bijie");
        var alone = draft(applicant);
        assertEquals("B24-3.2", refusal(applicant, alone, "account.unbound"));
        assertTrue(codes(applicant.submit(key(), alone, 2)).contains("account.unbound"));
        var asked = request(applicant.caller(), employer.id(), "EMPLOYMENT");
        assertEquals("REQUESTED", asked.get("state"));
        assertEquals("B24-3.2", refusal(applicant, alone, "account.unbound"), "asked is not bound");
        assertEquals("李虚构", world.ask(employer.clerk(), "{ bindings { nodes { name person { name } } } }", Map.of()).at("data", "bindings", "nodes", 0, "name"));
        assertNull(world.ask(employer.clerk(), "{ bindings { nodes { name person { name } } } }", Map.of()).at("data", "bindings", "nodes", 0, "person"), "not before he is its own");
        var bound = binding(decide(employer.clerk(), "confirmBinding", asked, null));
        assertEquals("CONFIRMED", bound.get("state"));
        assertEquals("李虚构", ((Map<?, ?>) bound.get("person")).get("name"));
        assertNull(refusal(applicant, alone, "account.unbound"));
        var through = draft(applicant);
        assertEquals(employer.id(), world.value("select employer from dossier where id = ?", UUID.fromString(through)));
        assertNull(refusal(applicant, through, "unit.not-own"));
        assertEquals("ENDED", binding(decide(applicant.caller(), "endBinding", bound, null)).get("state"));
        assertEquals("B24-3.2", refusal(applicant, through, "unit.not-own"));
        assertTrue(codes(applicant.submit(key(), through, 2)).contains("unit.not-own"));
        assertTrue(world.<String>value("select convert_from(entry, 'UTF8') from trail where subject = ? order by seq desc limit 1", UUID.fromString(through)).contains("unit.not-own"), "and it is written down");
        assertEquals(List.of("REQUEST_BINDING", "CONFIRM_BINDING", "END_BINDING"), acts(applicant.person()));
        assertEquals(3L, world.<Long>value("select count(*) from trail where subject = ? and seq <= 3", applicant.person()));
    }

    @Test
    void in_jiayuguan_a_unit_that_has_him_no_more_does_not_hand_in_for_him() {
        var applicant = unbound("jiayuguan");
        var employer = Unit.of("PRIVATE_ENTERPRISE", "jiayuguan");
        var bound = binding(decide(employer.clerk(), "confirmBinding", request(applicant.caller(), employer.id(), "EMPLOYMENT"), null));
        var dossier = applicant.signed("jiayuguan", 2024, Claims.JIAYUGUAN, Claims.told("620200"));
        assertEquals(List.of(), refusals(applicant, dossier));
        decide(employer.clerk(), "endBinding", bound, "已离职");
        var refused = applicant.submit(key(), dossier, 2);
        assertEquals(List.of("unit.not-own"), codes(refused));
        assertEquals("J24-4.3", ((Map<?, ?>) findings(refused).getFirst().get("clause")).get("id"));
        var again = binding(decide(employer.clerk(), "confirmBinding", request(applicant.caller(), employer.id(), "EMPLOYMENT"), null));
        assertEquals("CONFIRMED", again.get("state"));
        assertEquals(List.of(), codes(applicant.submit(key(), dossier, 2)));
    }

    @Test
    void another_units_clerk_is_answered_as_if_it_were_not_there_and_is_written_down() {
        var applicant = unbound("jiayuguan");
        var asked = request(applicant.caller(), Unit.of("STATE_ENTERPRISE", "jiayuguan").id(), "EMPLOYMENT");
        var other = Unit.of("STATE_ENTERPRISE", "jiayuguan");
        var nowhere = Map.<String, Object>of("id", UUID.randomUUID().toString(), "version", 1);
        for (var act : List.of("confirmBinding", "refuseBinding", "endBinding")) {
            var theirs = decide(other.clerk(), act, asked, "x");
            assertEquals(List.of("binding.not-found"), codes(theirs));
            assertEquals(decide(other.clerk(), act, nowhere, "x").toString().replace((String) nowhere.get("id"), (String) asked.get("id")), theirs.toString());
        }
        assertEquals(List.of("CONFIRM_BINDING_REFUSED", "CONFIRM_BINDING_REFUSED", "REFUSE_BINDING_REFUSED", "REFUSE_BINDING_REFUSED", "END_BINDING_REFUSED", "END_BINDING_REFUSED"), acts(other.clerk().account()));
        assertEquals("REQUESTED", world.value("select state from binding where id = ?", UUID.fromString((String) asked.get("id"))));
        assertEquals(0L, world.<Long>value("select count(*) from person where id = ? and employer is not null", applicant.person()));
    }

    @ParameterizedTest
    @CsvSource({"confirmBinding, APPLICANT", "confirmBinding, EMPLOYER_APPROVER", "refuseBinding, HRSS_CITY", "requestBinding, EMPLOYER_CLERK", "createAccountFor, APPLICANT", "createAccountFor, HRSS_CITY",
        "createUnit, EMPLOYER_CLERK", "createUnit, APPLICANT", "endBinding, HRSS_CITY", "renewCode, APPLICANT", "renewCode, SUPERVISOR", "renewCode, HRSS_PROVINCE", "closeAccount, APPLICANT", "closeAccount, RELAY", "closeAccount, COMMITTEE_OFFICE"})
    void the_wrong_role_is_refused(String mutation, String role) {
        var person = unbound("xianning").person();
        var id = UUID.randomUUID();
        var inputs = Map.of("confirmBinding", "binding: \"" + id + "\", version: 1", "refuseBinding", "binding: \"" + id + "\", version: 1, reason: \"x\"", "endBinding", "binding: \"" + id + "\", version: 1",
                "requestBinding", "organisation: \"" + id + "\", ground: EMPLOYMENT", "createAccountFor", "account: \"abc\", name: \"x\", identityNumber: \"1\", ground: EMPLOYMENT",
                "createUnit", "name: \"x\", kind: HRSS, areaCode: \"1\", clerk: \"abc\", person: {name: \"x\"}", "renewCode", "account: \"abc\"", "closeAccount", "account: \"abc\", reason: \"x\"");
        var query = "mutation { %s(input: {key: \"k\", %s}) { findings { code } } }".formatted(mutation, inputs.get(mutation));
        assertEquals("FORBIDDEN", world.ask(world.account(person, world.organisation("HRSS", "xianning"), role), query, Map.of()).error());
        assertEquals("UNAUTHENTICATED", world.ask(Caller.PUBLIC, query, Map.of()).error());
    }

    @Test
    void what_was_decided_is_not_decided_again_and_two_tabs_do_not_overwrite_one_another() {
        var employer = Unit.of("STATE_ENTERPRISE", "jiayuguan");
        var applicant = unbound("jiayuguan");
        var asked = request(applicant.caller(), employer.id(), "EMPLOYMENT");
        assertEquals(List.of("binding.stands"), codes(sent(applicant.caller(), employer.id(), "EMPLOYMENT")));
        assertEquals(List.of("input"), codes(decide(employer.clerk(), "refuseBinding", asked, "  ")));
        var refused = binding(decide(employer.clerk(), "refuseBinding", asked, " 非本单位人员 "));
        assertEquals("非本单位人员", refused.get("reason"));
        assertEquals(List.of("binding.state"), codes(decide(employer.clerk(), "confirmBinding", refused, null)));
        var anew = request(applicant.caller(), employer.id(), "EMPLOYMENT");
        var both = World.together(() -> decide(employer.clerk(), "confirmBinding", anew, null), () -> decide(employer.clerk(), "refuseBinding", anew, "x"));
        assertEquals(List.of("binding.state"), both.stream().flatMap(one -> codes(one).stream()).toList(), "one of the two");
        var confirmed = Map.<String, Object>of("id", anew.get("id"), "version", 7);
        world.write("update binding set state = 'CONFIRMED' where id = ?", UUID.fromString((String) anew.get("id")));
        assertEquals(List.of("binding.version"), codes(decide(employer.clerk(), "endBinding", confirmed, null)));
    }

    @Test
    void nobody_has_two_employers_at_a_time() {
        var applicant = unbound("jiayuguan");
        var one = Unit.of("STATE_ENTERPRISE", "jiayuguan");
        var other = Unit.of("PRIVATE_ENTERPRISE", "jiayuguan");
        var talent = Unit.of("AGENCY", "jiayuguan");
        var first = request(applicant.caller(), one.id(), "EMPLOYMENT");
        var second = request(applicant.caller(), other.id(), "LABOUR_RELATION");
        var file = request(applicant.caller(), talent.id(), "FILE_KEEPING");
        var both = World.together(() -> decide(one.clerk(), "confirmBinding", first, null), () -> decide(other.clerk(), "confirmBinding", second, null));
        assertEquals(List.of("binding.another-employer"), both.stream().flatMap(won -> codes(won).stream()).toList());
        assertEquals("CONFIRMED", binding(decide(talent.clerk(), "confirmBinding", file, null)).get("state"), "who keeps the file is no employer");
        assertEquals(1L, world.<Long>value("select count(*) from binding b join person p on p.id = b.person and p.employer = b.organisation where b.state = 'CONFIRMED' and p.id = ?", applicant.person()));
    }

    /** X24-3.1.2 asks for the labour relation: who is bound as an employee alone comes by it at the same employer, and back. */
    @ParameterizedTest
    @CsvSource({"EMPLOYMENT, LABOUR_RELATION", "LABOUR_RELATION, EMPLOYMENT"})
    void another_ground_of_the_same_employer_takes_the_place_of_the_earlier_one(String earlier, String later) {
        var applicant = unbound("xianning");
        var employer = Unit.of("PRIVATE_ENTERPRISE", "xianning");
        var first = binding(decide(employer.clerk(), "confirmBinding", request(applicant.caller(), employer.id(), earlier), null));
        var second = binding(decide(employer.clerk(), "confirmBinding", request(applicant.caller(), employer.id(), later), null));
        assertEquals(List.of("CONFIRMED", later), List.of(second.get("state"), second.get("ground")));
        assertEquals("ENDED", world.value("select state from binding where id = ?", UUID.fromString((String) first.get("id"))));
        assertEquals(employer.id(), world.value("select employer from person where id = ?", applicant.person()));
        assertEquals(List.of("REQUEST_BINDING", "CONFIRM_BINDING", "REQUEST_BINDING", "END_BINDING", "CONFIRM_BINDING"), acts(applicant.person()));
        assertEquals(List.of("binding.state"), codes(decide(employer.clerk(), "endBinding", Map.of("id", first.get("id"), "version", 3), null)), "it is over");
        var other = Unit.of("PRIVATE_ENTERPRISE", "xianning");
        assertEquals(List.of("binding.another-employer"), codes(decide(other.clerk(), "confirmBinding", request(applicant.caller(), other.id(), earlier), null)));
    }

    @Test
    void two_grounds_confirmed_at_once_leave_one_and_an_account_that_is_made_on_another_ground_too() {
        var applicant = unbound("xianning");
        var employer = Unit.of("PRIVATE_ENTERPRISE", "xianning");
        var asked = List.of(request(applicant.caller(), employer.id(), "EMPLOYMENT"), request(applicant.caller(), employer.id(), "LABOUR_RELATION"));
        var both = World.together(() -> decide(employer.clerk(), "confirmBinding", asked.getFirst(), null), () -> decide(employer.clerk(), "confirmBinding", asked.getLast(), null));
        assertEquals(List.of(), both.stream().flatMap(one -> codes(one).stream()).toList());
        assertEquals("CONFIRMED ENDED", world.value("select string_agg(state, ' ' order by state) from binding where person = ?", applicant.person()));
        var name = name();
        var number = number();
        assertEquals(List.of(), codes(account(employer.clerk(), key(), name, "沈虚构", number, "EMPLOYMENT")));
        world.write("update account set roles = '{EMPLOYER_CLERK}', organisation = ? where name = ?", employer.id(), name);
        assertEquals(List.of(), codes(account(employer.clerk(), key(), name(), "沈\u200B虚构\u00A0", number, "LABOUR_RELATION")), "whatever nobody sees in his name");
        assertEquals("沈虚构", world.value("select string_agg(distinct b.name, ' ') from binding b join account a on a.person = b.person where a.name = ?", name));
        assertEquals("EMPLOYMENT ENDED, LABOUR_RELATION CONFIRMED", world.value("select string_agg(b.ground || ' ' || b.state, ', ' order by b.ground) from binding b join account a on a.person = b.person where a.name = ?", name));
        assertEquals(employer.id(), world.value("select p.employer from person p join account a on a.person = p.id where a.name = ?", name), "through whom he applies");
    }

    @Test
    void who_keeps_files_and_who_is_an_agent_is_an_agency_whoever_makes_the_account() {
        var people = world.<Long>value("select count(*) from person");
        for (var kind : List.of("STATE_ENTERPRISE", "STATE_INSTITUTION")) {
            var refused = account(Unit.of(kind, "jiayuguan").clerk(), key(), name(), "蒋虚构", number(), "FILE_KEEPING");
            assertEquals(List.of("binding.unit"), codes(refused), kind);
            assertNull(refused.get("code"));
        }
        assertEquals(List.of("binding.unit"), codes(account(Unit.of("PRIVATE_ENTERPRISE", "xianning").clerk(), key(), name(), "蒋虚构", number(), "AGENCY")));
        assertEquals(people, world.<Long>value("select count(*) from person"));
        assertNotNull(account(Unit.of("AGENCY", "jiayuguan").clerk(), key(), name(), "蒋虚构", number(), "FILE_KEEPING").get("code"));
    }

    @Test
    void a_ground_counts_where_the_notice_of_the_units_region_knows_it() {
        var applicant = unbound("xianning");
        var enterprise = Unit.of("PRIVATE_ENTERPRISE", "xianning");
        var file = sent(applicant.caller(), Unit.of("AGENCY", "xianning").id(), "FILE_KEEPING");
        assertEquals(List.of("binding.ground"), codes(file));
        assertEquals("X24-3.1.2", ((Map<?, ?>) findings(file).getFirst().get("clause")).get("id"), "whatever the file");
        assertEquals("REQUESTED", request(applicant.caller(), enterprise.id(), "LABOUR_RELATION").get("state"));
        assertEquals(List.of("binding.unit"), codes(sent(applicant.caller(), enterprise.id(), "AGENCY")));
        assertEquals("REQUESTED", request(unbound("bijie").caller(), Unit.of("AGENCY", "bijie").id(), "FILE_KEEPING").get("state"), "B24 does not say");
        assertEquals(List.of("organisation.not-found"), codes(sent(applicant.caller(), UUID.randomUUID(), "EMPLOYMENT")));
    }

    @Test
    void in_jiayuguan_the_employer_makes_the_account_and_the_person_opens_it() {
        var employer = Unit.of("STATE_ENTERPRISE", "jiayuguan");
        var number = number();
        var key = key();
        var name = name();
        var made = account(employer.clerk(), key, name, "赵虚构", number, "EMPLOYMENT");
        assertEquals(List.of(), codes(made));
        assertEquals("CONFIRMED", binding(made).get("state"));
        assertEquals(made.get("code"), account(employer.clerk(), key, name, "赵虚构", number, "EMPLOYMENT").get("code"), "asked again it is the same");
        assertEquals(List.of("log-in.refused"), codes(door.logIn(name, PASSWORD)));
        assertEquals(List.of("code.refused"), codes(door.activate(name, (made.get("code").toString().startsWith("x") ? "y" : "x") + made.get("code").toString().substring(1), PASSWORD)));
        var session = session(door.activate(name, (String) made.get("code"), PASSWORD));
        assertEquals("赵虚构", world.ask(Door.with(session), "{ me { roles person { name identityNumber employer { id } } } }", Map.of()).at("data", "me", "person", "name"));
        assertEquals(List.of("code.refused"), codes(door.activate(name, (String) made.get("code"), PASSWORD + "!")), "once");
        session(door.logIn(name, PASSWORD));
        var person = world.<UUID>value("select person from account where name = ?", name);
        assertEquals("J24-2.1 J24-4.3", world.value("select clause from trail where subject = ? and act = 'CREATE_ACCOUNT'", person));
        for (var table : List.of("account", "person", "binding", "idempotency", "credential"))
            assertEquals(0L, world.<Long>value("select count(*) from " + table + " t where t::text like ?", "%" + number + "%"), table);
        assertEquals(0L, world.<Long>value("select count(*) from trail where convert_from(entry, 'UTF8') like ?", "%" + number + "%"));
    }

    @Test
    void the_code_ends_to_the_instant() {
        var begin = door.time().instant();
        var employer = Unit.of("STATE_ENTERPRISE", "jiayuguan");
        var early = name();
        var late = name();
        var codeEarly = (String) account(employer.clerk(), key(), early, "钱虚构", number(), "EMPLOYMENT").get("code");
        var codeLate = (String) account(employer.clerk(), key(), late, "孙虚构", number(), "EMPLOYMENT").get("code");
        door.time().set(begin.plus(Duration.ofDays(14)).minusNanos(1000));
        session(door.activate(early, codeEarly, PASSWORD));
        door.time().set(begin.plus(Duration.ofDays(14)));
        assertEquals(List.of("code.refused"), codes(door.activate(late, codeLate, PASSWORD)));
        door.time().set(begin);
    }

    /** J24-2.1: he cannot ask to be bound, since he cannot come in. */
    @Test
    void the_unit_renews_a_code_that_expired_until_he_has_come_in_whichever_way() {
        var employer = Unit.of("STATE_ENTERPRISE", "jiayuguan");
        var number = number();
        var name = name();
        var first = (String) account(employer.clerk(), key(), name, "郝虚构", number, "EMPLOYMENT").get("code");
        world.write("update credential set code_until = changed_at where account = (select id from account where name = ?)", name);
        assertTrue(findings(door.activate(name, first, PASSWORD)).getFirst().get("remedy").toString().contains("renewCode"));
        var again = account(employer.clerk(), key(), name(), "郝虚构", number, "EMPLOYMENT");
        assertEquals(List.of("account.has-one"), codes(again));
        assertTrue(findings(again).getFirst().get("remedy").toString().contains("renewCode"));
        var person = world.<UUID>value("select person from account where name = ?", name);
        var nobody = door.renew(employer.clerk(), key(), "nobody-of-them");
        for (var other : List.of(Unit.of("STATE_ENTERPRISE", "jiayuguan").clerk(), Unit.of("AGENCY", "jiayuguan").clerk(), world.account(null, employer.id(), "EMPLOYER_APPROVER"),
                world.account(null, world.organisation("HRSS", "jiayuguan"), "HRSS_CITY"), world.account(null, null, "SYS_ADMIN")))
            assertEquals(nobody, door.renew(other, key(), name), "as if there were none");
        assertEquals(List.of("account.not-found"), codes(nobody));
        var key = key();
        var renewed = door.renew(employer.clerk(), key, " " + name.toUpperCase() + " ");
        assertEquals(List.of(), codes(renewed));
        assertEquals(renewed, door.renew(employer.clerk(), key, " " + name.toUpperCase() + " "), "asked again it is the same");
        assertEquals(List.of("key"), codes(door.renew(employer.clerk(), key, "another")));
        var last = (String) door.renew(employer.clerk(), key(), name).get("code");
        for (var gone : List.of(first, (String) renewed.get("code"))) assertEquals(List.of("code.refused"), codes(door.activate(name, gone, PASSWORD)), "void");
        assertEquals(List.of("account.applicants"), door.close(employer.clerk(), name), "it is his");
        session(door.activate(name, last, PASSWORD));
        assertEquals(List.of("account.activated"), codes(door.renew(employer.clerk(), key(), name)));
        assertEquals("CREATE_ACCOUNT J24-2.1 J24-4.3, RENEW_CODE J24-2.1, RENEW_CODE J24-2.1", world.value("select string_agg(act || ' ' || clause, ', ' order by seq) from trail where subject = ?", person));

        var byCard = name();
        account(employer.clerk(), key(), byCard, "滕虚构", number(), "EMPLOYMENT");
        world.write("insert into session (id, account, way, asked_by, made_at, until) select gen_random_uuid(), id, 'CARD', sha256('x'), ?, ? from account where name = ?", world.now(), world.now().plusSeconds(1), byCard);
        assertEquals(List.of("account.activated"), codes(door.renew(employer.clerk(), key(), byCard)), "by his card: the unit gets no key to it any more");
        var his = number();
        var restored = name();
        account(employer.clerk(), key(), restored, "童虚构", his, "EMPLOYMENT");
        var code = (String) door.restore(world.account(null, null, "SYS_ADMIN"), "account", restored, "identityNumber", his).get("code");
        var afterwards = door.renew(employer.clerk(), key(), restored);
        assertEquals(List.of("account.activated"), codes(afterwards), "he showed who he is: the unit gets no other code");
        for (var refused : List.of(afterwards, account(employer.clerk(), key(), name(), "童虚构", his, "EMPLOYMENT"), door.activate(restored, "x", PASSWORD)))
            assertTrue(Applicant.findings(refused).getFirst().get("remedy").toString().contains("restoreAccess"), "where no platform resets it: " + refused);
        session(door.activate(restored, code, PASSWORD));
        var left = name();
        account(employer.clerk(), key(), left, "龙虚构", number(), "EMPLOYMENT");
        world.write("update binding set state = 'ENDED', ended_at = decided_at where person = (select person from account where name = ?)", left);
        assertEquals(List.of("account.not-found"), codes(door.renew(employer.clerk(), key(), left)), "he is its own no more");
    }

    /** J24-2.1, J24-4.3: he cannot log in to ask to be bound, and the unit that he left renews no code for him any more. */
    @Test
    void who_left_before_he_ever_opened_his_account_is_given_one_by_the_next_unit_and_the_earlier_one_is_void() {
        var first = Unit.of("STATE_ENTERPRISE", "jiayuguan");
        var next = Unit.of("PRIVATE_ENTERPRISE", "jiayuguan");
        var number = number();
        var name = name();
        var made = account(first.clerk(), key(), name, "庞虚构", number, "EMPLOYMENT");
        var person = world.<UUID>value("select person from account where name = ?", name);
        assertEquals(List.of("unit.not-own"), codes(account(next.clerk(), key(), name(), "庞虚构", number, "EMPLOYMENT")), "while he is the first one's");
        binding(decide(first.clerk(), "endBinding", binding(made), "已离职"));
        assertEquals(List.of("account.not-found"), codes(door.renew(first.clerk(), key(), name)));
        var later = name();
        var key = key();
        var anew = account(next.clerk(), key, later, "庞虚构", number, "EMPLOYMENT");
        assertEquals(List.of(), codes(anew));
        assertEquals(anew.get("code"), account(next.clerk(), key, later, "庞虚构", number, "EMPLOYMENT").get("code"), "asked again it is the same");
        assertEquals(List.of("code.refused"), codes(door.activate(name, (String) made.get("code"), PASSWORD)), "void");
        assertEquals(List.of("account.has-one"), codes(account(next.clerk(), key(), name(), "庞虚构", number, "EMPLOYMENT")), "it renews its code");
        assertEquals(List.of("CREATE_ACCOUNT", "END_BINDING", "VOID_ACCOUNT", "CREATE_ACCOUNT"), acts(person));
        assertEquals(world.<UUID>value("select id::text || ' J24-2.1' from account where name = ? and disabled", name),
                world.value("select (convert_from(entry, 'UTF8')::jsonb ->> 'account') || ' ' || clause from trail where subject = ? and act = 'VOID_ACCOUNT'", person));
        binding(decide(next.clerk(), "endBinding", binding(anew), "已离职"));
        var back = name();
        var again = account(first.clerk(), key(), back, "庞虚构", number, "EMPLOYMENT");
        assertEquals(List.of(), codes(again), "nor does the next one's keep him from the first");
        assertEquals(2L, world.<Long>value("select count(*) from account where person = ? and disabled", person));
        session(door.activate(back, (String) again.get("code"), PASSWORD));
        binding(decide(first.clerk(), "endBinding", binding(again), "已离职"));
        var has = account(next.clerk(), key(), name(), "庞虚构", number, "EMPLOYMENT");
        assertEquals(List.of("account.has-one"), codes(has), "by this one he can log in");
        assertTrue(findings(has).getFirst().get("remedy").toString().contains("requestBinding"));
        assertFalse(findings(has).getFirst().get("remedy").toString().contains("renewCode"), "which nobody does for him");

        var keeper = Unit.of("AGENCY", "jiayuguan");
        var kept = number();
        var held = name();
        var keeps = account(keeper.clerk(), key(), held, "鲁虚构", kept, "FILE_KEEPING");
        var renews = account(keeper.clerk(), key(), name(), "鲁虚构", kept, "FILE_KEEPING");
        assertTrue(findings(renews).getFirst().get("remedy").toString().contains("renewCode"), renews::toString);
        var taken = account(first.clerk(), key(), name(), "鲁虚构", kept, "EMPLOYMENT");
        assertEquals(List.of("account.has-one"), codes(taken), "who keeps his file is no employer, and renews its code");
        for (var way : List.of("renewCode", "requestBinding")) assertTrue(findings(taken).getFirst().get("remedy").toString().contains(way), way);
        assertEquals(0L, world.<Long>value("select count(*) from account a join person p on p.id = a.person where a.name = ? and (a.disabled or p.employer is not null)", held));
        assertEquals(List.of(), codes(door.renew(keeper.clerk(), key(), held)));
        binding(decide(keeper.clerk(), "endBinding", binding(keeps), "档案已转出"));
        assertEquals(List.of(), codes(account(first.clerk(), key(), name(), "鲁虚构", kept, "EMPLOYMENT")), "nobody is bound to him any more");
        assertEquals(List.of("account.closed"), codes(door.renew(first.clerk(), key(), held)));

        for (var way : List.of("insert into session (id, account, way, asked_by, made_at, until) select gen_random_uuid(), id, 'CARD', sha256('x'), created_at, created_at + interval '1 second' from account where name = ?",
                "insert into idempotency (account, key, mutation, input_hash, at) select id, 'k', 'saveProfile', sha256('x'), created_at from account where name = ?",
                "update account a set roles = array['APPLICANT', 'EMPLOYER_CLERK'], organisation = (select organisation from binding b where b.person = a.person) where name = ?")) {
            var his = number();
            var opened = name();
            account(keeper.clerk(), key(), opened, "韦虚构", his, "FILE_KEEPING");
            world.write(way, opened);
            var stands = account(first.clerk(), key(), name(), "韦虚构", his, "EMPLOYMENT");
            assertEquals(List.of("account.has-one"), codes(stands), way);
            assertFalse(findings(stands).getFirst().get("remedy").toString().contains("renewCode"), way);
            assertEquals(1L, world.<Long>value("select count(*) from account where name = ? and not disabled", opened));
        }
    }

    @Test
    void who_opens_his_account_while_the_next_unit_makes_another_has_one_of_the_two() {
        for (var time = 0; time < 4; time++) {
            var first = Unit.of("STATE_ENTERPRISE", "jiayuguan");
            var next = Unit.of("PRIVATE_ENTERPRISE", "jiayuguan");
            var number = number();
            var name = name();
            var made = account(first.clerk(), key(), name, "祁虚构", number, "EMPLOYMENT");
            binding(decide(first.clerk(), "endBinding", binding(made), "已离职"));
            var both = World.together(() -> codes(door.activate(name, (String) made.get("code"), PASSWORD)), () -> codes(account(next.clerk(), key(), name(), "祁虚构", number, "EMPLOYMENT")));
            assertTrue(Set.of(List.of(List.<String>of(), List.of("account.has-one")), List.of(List.of("code.refused"), List.<String>of())).contains(both), both::toString);
            assertEquals(1L, world.<Long>value("select count(*) from account a join account his on his.person = a.person where a.name = ? and not his.disabled", name));
        }
    }

    @Test
    void for_another_units_person_it_is_refused_by_its_clause_and_written_down() {
        var number = number();
        account(Unit.of("STATE_ENTERPRISE", "jiayuguan").clerk(), key(), name(), "周虚构", number, "EMPLOYMENT");
        var other = Unit.of("PRIVATE_ENTERPRISE", "jiayuguan");
        var refused = account(other.clerk(), key(), name(), "周虚构", number, "EMPLOYMENT");
        assertEquals(List.of("unit.not-own"), codes(refused));
        assertNull(refused.get("code"));
        assertEquals("J24-4.3", ((Map<?, ?>) findings(refused).getFirst().get("clause")).get("id"));
        assertEquals(List.of("CREATE_ACCOUNT_REFUSED"), acts(other.clerk().account()));
        assertEquals("J24-4.3", world.value("select clause from trail where subject = ?", other.clerk().account()));
        assertEquals(List.of("person.name"), codes(account(other.clerk(), key(), name(), "吴虚构", number, "EMPLOYMENT")));
    }

    /** Who is known through what he does for a body would be handed to whoever types his number, and be applied for (J24-4.3). */
    @ParameterizedTest
    @CsvSource({"jiayuguan, HRSS_CITY, J24-4.3", "jiayuguan, EMPLOYER_CLERK, J24-4.3", "xianning, HRSS_CITY, X24-3.1.2", "xianning, EMPLOYER_CLERK, X24-3.1.2"})
    void who_has_an_account_to_act_for_a_body_agrees_by_it_to_one_to_apply_with(String region, String role, String clause) {
        var number = number();
        var known = UUID.randomUUID();
        var kept = world.bean(IdentityVault.class).keep(known, new IdentityNumber(number));
        world.write("insert into person (id, name, region, identity_masked, identity_cipher, identity_index, made_up, created_at) values (?, '李虚构', ?, ?, ?, ?, true, ?)", known, region, kept.masked(), kept.cipher(), kept.index(), world.now());
        var his = world.account(known, world.organisation(role.equals("HRSS_CITY") ? "HRSS" : "STATE_ENTERPRISE", region), role);
        var stranger = Unit.of("STATE_ENTERPRISE", region);
        var refused = account(stranger.clerk(), key(), name(), "李虚构", number, "EMPLOYMENT");
        assertEquals(List.of("account.consent"), codes(refused));
        assertNull(refused.get("code"));
        assertEquals(List.of("input.identityNumber", clause), List.of(findings(refused).getFirst().get("path"), ((Map<?, ?>) findings(refused).getFirst().get("clause")).get("id")));
        assertTrue(findings(refused).getFirst().get("remedy").toString().contains("agreeToAccount"));
        assertEquals(List.of("CREATE_ACCOUNT_REFUSED"), acts(stranger.clerk().account()));
        assertEquals(List.of("person.name"), codes(account(stranger.clerk(), key(), name(), "吴虚构", number, "EMPLOYMENT")), "before it");
        assertEquals(0L, world.<Long>value("select count(*) from binding where person = ?", known));
        assertEquals(0L, world.<Long>value("select count(*) from person where id = ? and employer is not null", known));

        var employer = Unit.of("STATE_ENTERPRISE", region);
        assertEquals(List.of(), agreed(his, employer.id()));
        assertEquals(List.of("account.consent"), codes(account(stranger.clerk(), key(), name(), "李虚构", number, "EMPLOYMENT")), "not to this one's");
        var name = name();
        var both = World.together(() -> account(employer.clerk(), key(), name, "李虚构", number, "EMPLOYMENT"), () -> account(stranger.clerk(), key(), name(), "李虚构", number, "EMPLOYMENT"));
        assertEquals(List.of(), codes(both.getFirst()));
        assertTrue(List.of(List.of("account.consent"), List.of("unit.not-own")).contains(codes(both.getLast())), both::toString);
        assertEquals(employer.id(), world.value("select employer from person where id = ?", known));
        assertEquals(List.of("AGREE_TO_ACCOUNT", "CREATE_ACCOUNT"), acts(known));
        var by = world.<String>value("select name from organisation where id = ?", employer.id());
        assertEquals(List.of(Map.of("kind", "ACCOUNT_MADE", "zh", "“" + by + "”以您的名义建立了账号 " + name)), world.ask(his, "{ messages(where: {kind: {eq: ACCOUNT_MADE}}) { nodes { kind zh } } }", Map.of()).at("data", "messages", "nodes"));
        assertTrue(world.<String>value("select string_agg(zh, ' ') from message where person = ? and kind = 'ACCOUNT_STANDS'", known).startsWith("账号 a-" + his.account() + " 以您的名义登记，代表"), "and by the new one, of the other");
        assertEquals(List.of("account.has-one"), codes(account(employer.clerk(), key(), name(), "李虚构", number, "EMPLOYMENT")), "as before");
        assertEquals(List.of("unit.not-own"), codes(account(stranger.clerk(), key(), name(), "李虚构", number, "EMPLOYMENT")), "as before");
    }

    private static List<String> agreed(Caller by, UUID organisation) {
        return codes(door.mutate(by, "agreeToAccount", "AgreeToAccountInput", Applicant.FINDINGS, input("key", key(), "organisation", organisation.toString())));
    }

    @Test
    void in_bijie_people_register_themselves_and_in_xianning_the_server_says_who_makes_accounts() {
        var bijie = account(Unit.of("STATE_INSTITUTION", "bijie").clerk(), key(), name(), "郑虚构", number(), "EMPLOYMENT");
        assertEquals(List.of("account.maker"), codes(bijie));
        assertEquals("B24-3.2", ((Map<?, ?>) findings(bijie).getFirst().get("clause")).get("id"));
        assertEquals(List.of(), codes(account(Unit.of("PRIVATE_ENTERPRISE", "xianning").clerk(), key(), name(), "王虚构", number(), "LABOUR_RELATION")));
        var other = Door.open("zhicheng.accounts.where-silent.persons", "ONESELF");
        try (var there = other.world()) {
            var unit = there.organisation("PRIVATE_ENTERPRISE", "xianning");
            var refused = other.mutate(there.account(null, unit, "EMPLOYER_CLERK"), "createAccountFor", "CreateAccountForInput", Applicant.FINDINGS,
                    input("key", key(), "account", name(), "name", "王虚构", "identityNumber", number(), "ground", "EMPLOYMENT"));
            assertEquals(List.of("account.maker"), codes(refused));
            assertNull(findings(refused).getFirst().get("clause"), "X24 does not say");
            assertTrue(findings(refused).getFirst().toString().contains("zhicheng.accounts.where-silent"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "620201199001010000", "62020119900101001x", "' or 1=1", "😀"})
    void what_is_no_identity_number_is_refused_and_not_repeated(String written) {
        var refused = account(Unit.of("STATE_ENTERPRISE", "jiayuguan").clerk(), key(), "A B", "", written, "EMPLOYMENT");
        assertEquals(List.of("account.name", "input", "identity-number"), codes(refused), "all at once");
        if (written.length() > 1) assertFalse(findings(refused).getLast().toString().contains(written));
    }

    @Test
    void two_at_once_for_one_person_or_one_name_make_one() {
        var employer = Unit.of("STATE_ENTERPRISE", "jiayuguan");
        var number = number();
        var one = World.together(() -> account(employer.clerk(), key(), name(), "冯虚构", number, "EMPLOYMENT"), () -> account(employer.clerk(), key(), name(), "冯虚构", number, "EMPLOYMENT"));
        assertEquals(List.of("account.has-one"), one.stream().flatMap(made -> codes(made).stream()).toList());
        var name = name();
        var named = World.together(() -> account(employer.clerk(), key(), name, "陈虚构", number(), "EMPLOYMENT"), () -> account(employer.clerk(), key(), name, "褚虚构", number(), "EMPLOYMENT"));
        assertEquals(List.of("account.name-taken"), named.stream().flatMap(made -> codes(made).stream()).toList());
    }

    @Test
    void a_bureau_or_a_department_that_founds_committees_takes_units_in_below_itself() {
        var bureau = world.organisation("HRSS", "jiayuguan");
        var clerk = name();
        var made = unit(world.account(null, bureau, "HRSS_CITY"), "嘉峪关虚构公司", "91350100M000100Y43", "PRIVATE_ENTERPRISE", clerk);
        assertEquals(List.of(), codes(made));
        assertEquals(bureau.toString(), ((Map<?, ?>) ((Map<?, ?>) made.get("organisation")).get("parent")).get("id"));
        var session = session(door.activate(clerk, (String) made.get("code"), PASSWORD));
        assertEquals(List.of("EMPLOYER_CLERK", "EMPLOYER_APPROVER"), world.ask(Door.with(session), "{ me { roles } }", Map.of()).at("data", "me", "roles"), "nobody else could recommend for it");
        assertNotNull(account(Door.with(session), key(), name(), "卫虚构", number(), "EMPLOYMENT").get("code"));
        var unit = UUID.fromString((String) ((Map<?, ?>) made.get("organisation")).get("id"));
        assertEquals("J24-2.1", world.value("select clause from trail where subject = ? and act = 'CREATE_UNIT'", unit));
        assertEquals(List.of("organisation.known"), codes(unit(world.account(null, bureau, "HRSS_CITY"), "又一家", "91350100M000100Y43", "PRIVATE_ENTERPRISE", name())));
        var department = world.organisation("SUPERIOR_DEPT", "jiayuguan");
        var officer = world.account(null, department, "SUPERIOR_DEPT");
        var without = unit(officer, "虚构小学", null, "STATE_INSTITUTION", name());
        assertEquals(List.of("account.maker"), codes(without));
        assertEquals("J24-2.1", ((Map<?, ?>) findings(without).getFirst().get("clause")).get("id"));
        world.write("insert into committee (id, name, region, kind, founder, office, series, levels, made_up, created_at) values (?, ?, 'jiayuguan', 'INTERMEDIATE', ?, ?, '{ENGINEERING}', '{INTERMEDIATE}', true, ?)",
                UUID.randomUUID(), "虚构评委会" + department, department, department, world.now());
        assertEquals(List.of(), codes(unit(officer, "虚构小学", null, "STATE_INSTITUTION", name())));
        assertEquals(List.of("input", "input", "credit-code", "account.name"), codes(unit(officer, "", "91350100M000100Y44", "HRSS", "X")));
    }

    private static Map<String, Object> unit(Caller caller, String name, String code, String kind, String clerk) {
        return door.mutate(caller, "createUnit", "CreateUnitInput", "code organisation { id name parent { id } } " + Applicant.FINDINGS,
                input("key", key(), "name", name, "creditCode", code, "kind", kind, "areaCode", "620201", "clerk", clerk, "person", Map.of("name", "责任人", "identityNumber", number())));
    }

    private static Map<String, Object> account(Caller clerk, String key, String account, String name, String number, String ground) {
        return door.mutate(clerk, "createAccountFor", "CreateAccountForInput", "code " + BINDING, input("key", key, "account", account, "name", name, "identityNumber", number, "ground", ground));
    }

    private static Map<String, Object> sent(Caller applicant, UUID organisation, String ground) {
        return door.mutate(applicant, "requestBinding", "RequestBindingInput", BINDING, input("key", key(), "organisation", organisation.toString(), "ground", ground));
    }

    private static Map<String, Object> request(Caller applicant, UUID organisation, String ground) {
        return binding(sent(applicant, organisation, ground));
    }

    private static Map<String, Object> decide(Caller caller, String act, Map<String, Object> binding, String reason) {
        var input = input("key", key(), "binding", binding.get("id"), "version", binding.get("version"));
        if (reason != null && !act.startsWith("confirm")) input.put("reason", reason);
        return door.mutate(caller, act, Character.toUpperCase(act.charAt(0)) + act.substring(1) + "Input", BINDING, input);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> binding(Map<String, Object> payload) {
        assertEquals(List.of(), payload.get("findings"));
        return (Map<String, Object>) payload.get("binding");
    }

    private static String draft(Applicant applicant) {
        return applicant.draft("bijie", 2024, Map.of("series", "HEALTH", "level", "INTERMEDIATE"), Map.of());
    }

    @SuppressWarnings("unchecked")
    private static List<String> refusals(Applicant applicant, String dossier) {
        return ((List<Map<String, Object>>) applicant.evaluation(dossier).get("refusals")).stream().map(one -> (String) one.get("code")).toList();
    }

    /** The clause by which a submission would be refused for this; null where it would not. */
    @SuppressWarnings("unchecked")
    private static String refusal(Applicant applicant, String dossier, String code) {
        return ((List<Map<String, Object>>) applicant.evaluation(dossier).get("refusals")).stream().filter(one -> one.get("code").equals(code))
                .map(one -> (String) ((Map<String, Object>) one.get("clause")).get("id")).findFirst().orElse(null);
    }

    private static List<String> acts(UUID subject) {
        return List.of(world.<String>value("select string_agg(act, ' ' order by seq) from trail where subject = ?", subject).split(" "));
    }

    private static String name() {
        return "new-" + UUID.randomUUID();
    }

    private static synchronized String number() {
        numbers++;
        return IdentityNumber.completed("620201" + (1970 + numbers / 900) + "0101" + "%03d".formatted(numbers % 900)).number();
    }
}
