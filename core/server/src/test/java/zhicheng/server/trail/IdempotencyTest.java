package zhicheng.server.trail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static zhicheng.server.Applicant.codes;
import static zhicheng.server.Applicant.findings;
import static zhicheng.server.Applicant.id;
import static zhicheng.server.Applicant.input;
import static zhicheng.server.Applicant.key;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import zhicheng.server.Applicant;
import zhicheng.server.Claims;
import zhicheng.server.World;
import zhicheng.server.account.Role;
import zhicheng.server.account.Viewer;
import zhicheng.server.database.Sql;
import zhicheng.server.dossier.SubmitDossier;

@Tag("database")
class IdempotencyTest {
    private static final String OPEN = "2024-09-18T10:00:00+08:00";
    private static World world;
    private Applicant applicant;

    @BeforeAll
    static void open() {
        world = World.at(OPEN, "zhicheng.database.lock-timeout", "3s");
    }

    @AfterAll
    static void close() {
        world.close();
    }

    @BeforeEach
    void somebody() {
        world.time(OPEN);
        applicant = world.applicant();
    }

    @Test
    void the_same_key_and_input_bring_the_first_outcome_read_afresh() {
        var key = key();
        var first = applicant.compose(key, "jiayuguan", 2024, Claims.JIAYUGUAN);
        applicant.edit(key(), id(first), 1, Map.of("facts", Claims.told("620200")));
        var again = applicant.compose(key, "jiayuguan", 2024, Claims.JIAYUGUAN);
        assertEquals(id(first), id(again));
        assertEquals(2, ((Map<?, ?>) again.get("dossier")).get("version"), "as it stands now");
        assertEquals(1L, drafts());
    }

    @Test
    void an_acceptance_is_an_outcome_for_ever() {
        var dossier = applicant.signed("jiayuguan", 2024, Claims.JIAYUGUAN, Claims.told("620200"));
        var key = key();
        var accepted = applicant.submit(key, dossier, 2);
        world.time("2025-01-01T00:00:00+08:00");
        assertEquals(accepted, applicant.submit(key, dossier, 2));
        assertEquals(List.of(), findings(accepted));
        assertEquals(List.of("dossier.stage"), codes(applicant.submit(key(), dossier, 2)));
    }

    @Test
    void a_refusal_is_an_outcome_too() {
        var dossier = applicant.signed("jiayuguan", 2024, Claims.JIAYUGUAN, Claims.told("620200"));
        world.time("2024-09-01T00:00:00+08:00");
        var key = key();
        var refused = applicant.submit(key, dossier, 2);
        assertEquals(List.of("window"), codes(refused));
        world.time(OPEN);
        assertEquals(refused, applicant.submit(key, dossier, 2), "word for word, clause, remedy and instant included");
        assertEquals(List.of(), codes(applicant.submit(key(), dossier, 2)), "with another key it is decided anew");
    }

    @Test
    void the_same_key_with_another_input_or_act_is_a_finding_and_does_nothing() {
        var key = key();
        var first = applicant.compose(key, "jiayuguan", 2024, Claims.JIAYUGUAN);
        assertEquals(List.of("key"), codes(applicant.compose(key, "bijie", 2024, Claims.BIJIE)));
        assertEquals(List.of("key"), codes(applicant.edit(key, id(first), 1, Map.of("facts", Map.of()))));
        assertEquals(List.of("key"), codes(applicant.saveProfile(key, null, Map.of())));
        assertEquals(1L, drafts());
        assertNull(applicant.myProfile());
        assertEquals(id(first), id(applicant.compose(key, "jiayuguan", 2024, Claims.JIAYUGUAN)), "the first outcome stays");
    }

    @Test
    void a_key_is_an_accounts_own() {
        var key = key();
        var other = world.applicant();
        assertNotEquals(id(applicant.compose(key, "jiayuguan", 2024, Claims.JIAYUGUAN)), id(other.compose(key, "jiayuguan", 2024, Claims.JIAYUGUAN)));
    }

    @Test
    void two_at_once_with_one_key_have_one_effect_and_one_answer() {
        for (var race = 1; race <= 20; race++) {
            var key = key();
            var done = World.together(() -> applicant.compose(key, "jiayuguan", 2024, Claims.JIAYUGUAN), () -> applicant.compose(key, "jiayuguan", 2024, Claims.JIAYUGUAN),
                    () -> applicant.compose(key, "jiayuguan", 2024, Claims.JIAYUGUAN));
            assertEquals(List.of(List.of(), List.of(), List.of()), done.stream().map(Applicant::findings).toList());
            assertEquals(Set.of(id(done.getFirst())), Set.copyOf(done.stream().map(Applicant::id).toList()));
            assertEquals((long) race, drafts());
        }
    }

    @Test
    void a_submission_sent_twice_at_once_with_one_key_is_accepted_twice_over_and_done_once() {
        for (var race = 0; race < 10; race++) {
            var dossier = applicant.signed("jiayuguan", 2024, Claims.JIAYUGUAN, Claims.told("620200"));
            var key = key();
            var done = World.together(() -> applicant.submit(key, dossier, 2), () -> applicant.submit(key, dossier, 2));
            assertEquals(done.get(0), done.get(1));
            assertEquals(List.of(), findings(done.getFirst()));
            assertEquals(1L, world.<Long>value("select count(*) from trail where subject = ? and convert_from(entry, 'UTF8') like '%\"SUBMIT\"%'", UUID.fromString(dossier)));
        }
    }

    @Test
    void a_fault_leaves_no_key_and_no_trace() {
        var dossier = applicant.signed("jiayuguan", 2024, Claims.JIAYUGUAN, Claims.told("620200"));
        var key = key();
        world.owner("alter table dossier_snapshot rename to dossier_snapshot_away");
        try {
            var reply = submit(key, dossier);
            assertEquals("INTERNAL", reply.error());
            assertEquals("internal error", reply.at("errors", 0, "message"), "and nothing of the inside");
        } finally {
            world.owner("alter table dossier_snapshot_away rename to dossier_snapshot");
        }
        assertEquals(0L, keys(key));
        assertEquals("DRAFT", world.value("select stage from dossier where id = ?", UUID.fromString(dossier)));
        assertEquals(0L, world.<Long>value("select count(*) from trail where subject = ? and convert_from(entry, 'UTF8') like '%SUBMIT%'", UUID.fromString(dossier)));
        assertEquals(List.of(), codes(applicant.submit(key, dossier, 2)), "the same key may try again");
    }

    @Test
    void nobody_waits_for_ever_and_who_gave_up_may_try_again() throws Exception {
        var dossier = applicant.signed("jiayuguan", 2024, Claims.JIAYUGUAN, Claims.told("620200"));
        var key = key();
        try (var hanging = world.transaction()) {
            Sql.write(hanging, "update dossier set updated_at = updated_at where id = ?", UUID.fromString(dossier));
            var busy = submit(key, dossier);
            assertEquals(200, busy.status());
            assertEquals("BUSY", busy.error());
            assertEquals("another request holds what submitDossier needs: nothing was done; try again, with the same idempotency key", busy.at("errors", 0, "message"));
            assertEquals(busy.<String>at("extensions", "request"), busy.at("errors", 0, "extensions", "request"));
            assertEquals(0L, keys(key));
            hanging.rollback();
        }
        assertEquals(List.of(), codes(applicant.submit(key, dossier, 2)));
    }

    @Test
    void of_two_submissions_that_wait_too_long_both_are_told_to_try_again_and_may() throws Exception {
        var dossier = applicant.signed("jiayuguan", 2024, Claims.JIAYUGUAN, Claims.told("620200"));
        var one = key();
        var other = key();
        try (var hanging = world.transaction()) {
            // Whichever has the dossier holds it while it waits to keep its snapshot, and the other waits for it.
            Sql.write(hanging, "insert into dossier_snapshot (dossier, seq, content, sha256, taken_at) values (?, 1, '{}', sha256('{}'), ?)", UUID.fromString(dossier), world.now());
            assertEquals(List.of("BUSY", "BUSY"), World.together(() -> submit(one, dossier).error(), () -> submit(other, dossier).error()));
            hanging.rollback();
        }
        assertEquals(List.of(0L, 0L), List.of(keys(one), keys(other)));
        assertEquals("DRAFT", world.value("select stage from dossier where id = ?", UUID.fromString(dossier)));
        assertEquals(List.of(), codes(applicant.submit(one, dossier, 2)));
        assertEquals(List.of("dossier.stage"), codes(applicant.submit(other, dossier, 2)));
    }

    @Test
    void a_key_has_1_to_200_characters_and_not_only_blanks() {
        for (var bad : List.of("", " ", "\t\n", "a".repeat(201), "😀".repeat(201)))
            assertEquals(List.of("key"), codes(applicant.compose(bad, "jiayuguan", 2024, Claims.JIAYUGUAN)), () -> "«" + bad + "»");
        assertEquals("BAD_REQUEST", applicant.send("composeDossier", "ComposeDossierInput", "findings { code }",
                input("key", "a\0b", "region", "jiayuguan", "year", 2024, "claim", Claims.JIAYUGUAN)).error());
        assertEquals(List.of("key"), world.bean(SubmitDossier.class).perform(new Viewer(applicant.caller().account(), Set.of(Role.APPLICANT), applicant.person(), null), world.now(),
                new SubmitDossier.Input("a\0b", UUID.randomUUID(), 1)).findings().stream().map(finding -> finding.code()).toList());
        assertEquals(0L, drafts());
        for (var good : List.of("a".repeat(200), "😀".repeat(200), "'; drop table idempotency; --"))
            assertEquals(List.of(), codes(applicant.compose(good, "jiayuguan", 2024, Claims.JIAYUGUAN)));
        assertEquals(3L, drafts());
    }

    @Test
    void a_key_of_one_mutation_is_not_one_of_another() {
        var actor = new Viewer(applicant.caller().account(), Set.of(Role.APPLICANT), applicant.person(), null);
        var acts = world.bean(Acts.class);
        var key = key();
        assertEquals(List.of(), acts.perform(actor, world.now(), "one", key, Map.of("a", 1), List.of(), tx -> new Acts.Outcome(null, List.of())).findings());
        assertEquals(List.of("key"), acts.perform(actor, world.now(), "other", key, Map.of("a", 1), List.of(), tx -> new Acts.Outcome(null, List.of())).findings()
                .stream().map(finding -> finding.code()).toList());
    }

    private World.Reply submit(String key, String dossier) {
        return applicant.send("submitDossier", "SubmitDossierInput", "findings { code }", input("key", key, "dossier", dossier, "version", 2));
    }

    private long drafts() {
        return world.<Long>value("select count(*) from dossier where applicant = ?", applicant.person());
    }

    private long keys(String key) {
        return world.<Long>value("select count(*) from idempotency where account = ? and key = ?", applicant.caller().account(), key);
    }
}
