package zhicheng.server.dossier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static zhicheng.server.Applicant.findings;
import static zhicheng.server.Applicant.input;
import static zhicheng.server.Applicant.key;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import zhicheng.server.Applicant;
import zhicheng.server.Claims;
import zhicheng.server.Office;
import zhicheng.server.World;
import zhicheng.server.World.Caller;

@Tag("database")
class WhoMayActTest {
    private static World world;
    private static Applicant owner;
    private static String dossier;

    @BeforeAll
    static void open() {
        world = World.at("2024-09-18T10:00:00+08:00");
        owner = world.applicant();
        dossier = owner.signed("jiayuguan", 2024, Claims.JIAYUGUAN, Claims.told("620200"));
    }

    @AfterAll
    static void close() {
        world.close();
    }

    /** Everything that only an applicant may send. */
    static Stream<String> applicants() {
        return Stream.of(
                "mutation { saveProfile(input: {key: \"k\", facts: {}}) { findings { code } } }",
                "mutation { composeDossier(input: {key: \"k\", region: \"bijie\", year: 2024, claim: {series: \"HEALTH\", level: MEMBER}}) { findings { code } } }",
                "mutation { editDossier(input: {key: \"k\", dossier: \"%s\", version: 2, facts: {}}) { findings { code } } }".formatted(dossier),
                "mutation { signPledge(input: {key: \"k\", dossier: \"%s\", version: 2, words: \"\"}) { findings { code } } }".formatted(dossier),
                "mutation { submitDossier(input: {key: \"k\", dossier: \"%s\", version: 2}) { findings { code } } }".formatted(dossier),
                "mutation { saveAchievement(input: {key: \"k\", told: {kind: PAPER, title: \"t\"}}) { findings { code } } }",
                "mutation { removeAchievement(input: {key: \"k\", achievement: \"%s\", version: 1}) { findings { code } } }".formatted(dossier),
                "mutation { pickAchievements(input: {key: \"k\", dossier: \"%s\", version: 2, achievements: []}) { findings { code } } }".formatted(dossier),
                "{ evaluation(dossier: \"%s\") { refusals { code } } }".formatted(dossier),
                "{ pledge(dossier: \"%s\") { words } }".formatted(dossier),
                "{ myProfile { version } }");
    }

    @ParameterizedTest
    @MethodSource("applicants")
    void nobody_but_an_applicant_does_what_applicants_do(String query) {
        assertEquals("UNAUTHENTICATED", world.ask(Caller.PUBLIC, query, Map.of()).error());
        for (var role : List.of("EMPLOYER_CLERK", "COMMITTEE_OFFICE", "HRSS_CITY", "SYS_ADMIN", "AUDITOR"))
            assertEquals("FORBIDDEN", world.ask(world.account(owner.person(), owner.employer(), role), query, Map.of()).error(), role);
        assertEquals(2, world.<Integer>value("select version from dossier where id = ?", UUID.fromString(dossier)));
        assertEquals("DRAFT", world.value("select stage from dossier where id = ?", UUID.fromString(dossier)));
    }

    /** J24-2.1, J24-4.3: whoever made a unit's account in his name reads nothing of his by it, and does nothing to it; he himself sees all, and in an account with both roles both. */
    @Test
    void by_an_account_in_his_name_that_is_a_units_nothing_of_his_is_shown_or_done() {
        var himself = world.applicant();
        var draft = himself.draft("jiayuguan", 2024, Claims.JIAYUGUAN, Map.of());
        var achievement = ((Map<?, ?>) himself.saveAchievement(key(), null, null, Map.of("kind", "PAPER", "title", "论文")).get("achievement")).get("id");
        var binding = UUID.randomUUID();
        world.write("insert into binding (id, person, organisation, region, ground, state, name, asked_at) values (?, ?, ?, 'xianning', 'LABOUR_RELATION', 'REQUESTED', '王虚构', ?)", binding, himself.person(), himself.employer(), world.now());
        var unit = world.organisation("STATE_ENTERPRISE", "jiayuguan");
        var units = world.account(himself.person(), unit, "EMPLOYER_CLERK", "EMPLOYER_APPROVER");
        var both = world.account(himself.person(), unit, "APPLICANT", "EMPLOYER_CLERK");
        var told = UUID.randomUUID();
        world.write("insert into message (id, person, kind, about, zh, en, at) values (?, ?, 'BINDING_ENDED', ?, '告知', 'told', ?)", told, himself.person(), told, world.now());
        for (var account : List.of(units, both))
            world.write("insert into message (id, account, kind, about, zh, en, at) values (gen_random_uuid(), ?, 'ARRIVED', gen_random_uuid(), '报送', 'arrived', ?)", account.account(), world.now());

        assertEquals(List.of(1, 1, 1, 1, true), seen(himself.caller(), draft), "himself");
        assertEquals(List.of(0, 0, 0, 1, false), seen(units, draft), "in his name");
        assertEquals(List.of(1, 1, 1, 2, true), seen(both, draft), "both");

        for (var act : List.of("markRead(input: {key: \"k-1\", message: \"" + told + "\"}) { findings { code } }",
                "requestUpload(input: {key: \"k-2\", achievement: \"" + achievement + "\", name: \"a.pdf\", type: \"application/pdf\", size: 1, sha256: \"" + "0".repeat(64) + "\"}) { findings { code } }",
                "endBinding(input: {key: \"k-3\", binding: \"" + binding + "\", version: 1}) { findings { code } }")) {
            var refused = world.ask(units, "mutation { act: " + act + " }", Map.of());
            assertTrue(refused.error() != null || refused.at("data", "act", "findings", 0, "code").toString().matches("message.not-found|account.no-person|binding.not-found"), () -> refused.body().toString());
            assertEquals(List.of(), world.ask(both, "mutation { act: " + act + " }", Map.of()).at("data", "act", "findings"), act);
        }
    }

    private static List<Object> seen(Caller caller, String draft) {
        var reply = world.ask(caller, "query($id: ID!) { dossiers { totalCount } bindings { totalCount } people { totalCount } messages { totalCount } me { person { name } } node(id: $id) { id } }",
                Map.of("id", draft));
        assertEquals(reply.at("data", "node") != null, reply.at("data", "me", "person") != null, () -> reply.body().toString());
        return List.of(reply.at("data", "dossiers", "totalCount"), reply.at("data", "bindings", "totalCount"), reply.at("data", "people", "totalCount"), reply.at("data", "messages", "totalCount"), reply.at("data", "node") != null);
    }

    @Test
    void nobody_but_a_committees_office_or_founder_publishes_its_notice() {
        var office = Office.of(world, "xianning", List.of("ENGINEERING"), List.of("ASSOCIATE_SENIOR"));
        var notice = office.notice(2024, "2024-09-18T10:00:00+08:00", "2024-09-20T00:00:00+08:00");
        assertEquals("UNAUTHENTICATED", new Office(world, Caller.PUBLIC, office.committee()).send(notice).error());
        for (var role : List.of("EMPLOYER_CLERK", "HRSS_CITY", "SYS_ADMIN", "EXPERT"))
            assertEquals("FORBIDDEN", new Office(world, world.account(null, owner.employer(), role), office.committee()).send(notice).error(), role);
        assertEquals("FORBIDDEN", new Office(world, owner.caller(), office.committee()).send(notice).error());
        assertEquals(0L, world.<Long>value("select count(*) from committee_notice where committee = ?", office.committee()));
    }

    @Test
    void anothers_dossier_is_answered_like_one_that_does_not_exist() {
        var other = world.applicant();
        var nowhere = UUID.randomUUID().toString();
        var gone = owner.draft("jiayuguan", 2024, Claims.JIAYUGUAN, Map.of());
        world.write("update dossier set deleted_at = ? where id = ?", world.now(), UUID.fromString(gone));
        var before = world.<String>value("select to_jsonb(d)::text from dossier d where id = ?", UUID.fromString(dossier));
        var acts = List.<BiFunction<Applicant, String, Map<String, Object>>>of(
                (who, id) -> who.edit(key(), id, 2, Map.of("facts", Map.of())),
                (who, id) -> who.sign(key(), id, 2, "words"),
                (who, id) -> who.pickAchievements(key(), id, 2, List.of()),
                (who, id) -> who.submit(key(), id, 2));
        for (var act : acts) {
            var theirs = act.apply(other, dossier);
            assertNull(theirs.get("dossier"));
            assertEquals("dossier.not-found", findings(theirs).getFirst().get("code"));
            assertEquals(act.apply(other, nowhere).toString().replace(nowhere, dossier), theirs.toString());
            assertEquals(act.apply(owner, gone).toString().replace(gone, dossier), theirs.toString(), "set aside");
        }
        for (var id : List.of(dossier, nowhere)) {
            assertNull(other.evaluation(id));
            assertNull(other.pledge(id));
        }
        assertNull(owner.evaluation(gone));
        assertEquals(before, world.<String>value("select to_jsonb(d)::text from dossier d where id = ?", UUID.fromString(dossier)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "x'; drop table dossier; --", "00000000-0000-0000-0000-00000000000", "0-0-0-0-0", "😀"})
    void an_id_that_is_none_is_bad_input(String id) {
        for (var mutation : List.of("editDossier:EditDossierInput", "signPledge:SignPledgeInput", "submitDossier:SubmitDossierInput")) {
            var input = input("key", key(), "dossier", id, "version", 1);
            if (mutation.startsWith("sign")) input.put("words", "");
            var parts = mutation.split(":");
            var reply = owner.send(parts[0], parts[1], "findings { code }", input);
            assertEquals("BAD_INPUT", reply.error(), () -> reply.body().toString());
            assertEquals(200, reply.status());
        }
        assertEquals("BAD_INPUT", world.ask(owner.caller(), "query($id: ID!) { evaluation(dossier: $id) { refusals { code } } }", Map.of("id", id)).error());
    }

    @Test
    void a_disabled_account_does_nothing() {
        var applicant = world.applicant();
        world.write("update account set disabled = true where id = ?", applicant.caller().account());
        var reply = applicant.send("saveProfile", "SaveProfileInput", "findings { code }", input("key", key(), "facts", Map.of()));
        assertEquals(401, reply.status());
        assertTrue(reply.body().get("data") == null && reply.error() != null, () -> reply.body().toString());
        assertNull(world.value("select version from profile where person = ?", applicant.person()));
    }
}
