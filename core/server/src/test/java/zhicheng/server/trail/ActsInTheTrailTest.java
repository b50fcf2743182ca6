package zhicheng.server.trail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static zhicheng.server.Applicant.codes;
import static zhicheng.server.Applicant.key;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import zhicheng.server.Office;
import zhicheng.server.PlainTrail;
import zhicheng.server.World;
import zhicheng.server.account.IdentityVault;
import zhicheng.server.account.Role;
import zhicheng.server.account.Viewer;
import zhicheng.server.demo.DemoData;
import zhicheng.server.dossier.ComposeDossier;
import zhicheng.server.dossier.EditDossier;
import zhicheng.server.dossier.PickAchievements;
import zhicheng.server.dossier.Pledges;
import zhicheng.server.dossier.RemoveAchievement;
import zhicheng.server.dossier.SaveAchievement;
import zhicheng.server.dossier.SaveProfile;
import zhicheng.server.dossier.SignPledge;
import zhicheng.server.dossier.SubmitDossier;
import zhicheng.server.region.Regions;
import zhicheng.spi.Claim;
import zhicheng.spi.Level;

/** What every act leaves in the trail, walked through over the demonstration: who, in which capacity, for whom, by which clause, what was before and after, and nothing protected in plain. */
@Tag("database")
class ActsInTheTrailTest {
    private static final String TOLD = "只此一处的字样";
    private static final String TITLE = "只此一处的成果";

    private static World world;
    private static Viewer applicant;
    private static Map<String, Object> profile;
    private static UUID dossier;
    private static UUID achievement;
    private static List<Entry> acts;

    private record Entry(UUID subject, Map<String, Object> json, String text) {
        String act() {
            return (String) json.get("act");
        }
    }

    /** Everything that can be done, done by Li Na, and by an office and a bureau. */
    @BeforeAll
    static void walk() throws SQLException {
        world = World.at("2024-09-18T10:00:00+08:00");
        world.bean(DemoData.class).load();
        var since = world.now().plusSeconds(60);
        world.time("2024-09-18T10:01:00+08:00");
        applicant = world.one(row -> new Viewer(row.getObject(1, UUID.class), Set.of(Role.APPLICANT), row.getObject(2, UUID.class), null), "select id, person from account where name = 'li-na'");

        var profiles = world.bean(SaveProfile.class);
        var kept = profiles.kept(applicant).orElseThrow();
        profile = kept.facts();
        var more = new LinkedHashMap<>(profile);
        more.put("testExemptions", List.of(TOLD));
        done(profiles.perform(applicant, world.now(), new SaveProfile.Input(key(), kept.version(), more)));
        done(profiles.perform(applicant, world.now(), new SaveProfile.Input(key(), kept.version() + 1, profile)));

        var claim = new Claim(2024, "HEALTH", Optional.of("护理"), Optional.of(Level.ASSOCIATE_SENIOR), Claim.ORDINARY, Optional.of("employer"));
        dossier = done(world.bean(ComposeDossier.class).perform(applicant, world.now(), new ComposeDossier.Input(key(), "bijie", claim)));
        done(world.bean(EditDossier.class).perform(applicant, world.now(), new EditDossier.Input(key(), dossier, 1, null, Map.of(), false)));
        done(world.bean(EditDossier.class).perform(applicant, world.now(), new EditDossier.Input(key(), dossier, 2, null, null, true)));

        var store = world.bean(SaveAchievement.class);
        achievement = done(store.perform(applicant, world.now(), new SaveAchievement.Input(key(), null, null, Map.of("kind", "PAPER", "title", TITLE, "achievedOn", "2023-03-01", "rank", 1))));
        done(store.perform(applicant, world.now(), new SaveAchievement.Input(key(), achievement, 1, Map.of("kind", "PAPER", "title", TITLE, "achievedOn", "2023-03-02", "rank", 1))));
        done(world.bean(RemoveAchievement.class).perform(applicant, world.now(), new RemoveAchievement.Input(key(), achievement, 2)));
        done(store.perform(applicant, world.now(), new SaveAchievement.Input(key(), achievement, 3, Map.of("kind", "PAPER", "title", TITLE, "achievedOn", "2023-03-02", "rank", 1))));
        done(world.bean(PickAchievements.class).perform(applicant, world.now(), new PickAchievements.Input(key(), dossier, 3, List.of(achievement))));

        assertEquals(List.of("pledge"), world.bean(SubmitDossier.class).perform(applicant, world.now(), new SubmitDossier.Input(key(), dossier, 4)).findings().stream().map(one -> one.code()).toList());
        var words = world.one(row -> Pledges.filled(world.bean(Regions.class).newest("bijie", 2024).orElseThrow(), row.getString(1), row.getString(2)).words(),
                "select o.name, d.title from dossier d join organisation o on o.id = d.employer where d.id = ?", dossier);
        done(world.bean(SignPledge.class).perform(applicant, world.now(), new SignPledge.Input(key(), dossier, 4, words)));
        done(world.bean(SubmitDossier.class).perform(applicant, world.now(), new SubmitDossier.Input(key(), dossier, 4)));

        var office = Office.of(world, "jiayuguan", List.of("ENGINEERING"), List.of("INTERMEDIATE"));
        assertEquals(List.of("notice.overdue"), codes(office.publish(office.notice(2024, "2024-09-19T00:00:00+08:00", "2024-09-20T00:00:00+08:00"))));

        var vault = world.bean(IdentityVault.class);
        var number = world.one(row -> vault.open(applicant.person(), row.getBytes(1)).number(), "select identity_cipher from person where id = ?", applicant.person());
        var bureau = world.one(row -> new Viewer(row.getObject(1, UUID.class), Set.of(Role.HRSS_CITY), row.getObject(2, UUID.class), row.getObject(3, UUID.class)),
                "select id, person, organisation from account where roles = '{HRSS_CITY}' order by id limit 1");
        world.bean(ProtectedQuestions.class).write(bureau, world.now(), vault.sought(number), "request");
        acts = entries(since);
    }

    @AfterAll
    static void close() {
        world.close();
    }

    private static UUID done(Acts.Outcome outcome) {
        assertEquals(List.of(), outcome.findings());
        return outcome.subject();
    }

    private static List<Entry> entries(Instant since) throws SQLException {
        try (var connection = world.database().owner().getConnection(); var select = connection.prepareStatement("select subject, entry from trail where at >= ? order by subject, seq")) {
            select.setObject(1, since.atOffset(ZoneOffset.UTC));
            var entries = new ArrayList<Entry>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    var text = new String(rows.getBytes(2), StandardCharsets.UTF_8);
                    entries.add(new Entry(rows.getObject(1, UUID.class), Json.map(text), text));
                }
            }
            return entries;
        }
    }

    @Test
    void every_act_is_walked_through_and_says_who_when_in_which_capacity_for_whom_and_by_which_clause() {
        assertEquals(Set.of("SAVE_PROFILE", "COMPOSE", "EDIT", "SAVE_ACHIEVEMENT", "REMOVE_ACHIEVEMENT", "PICK_ACHIEVEMENTS", "SUBMIT_REFUSED", "SIGN_PLEDGE", "SUBMIT", "PUBLISH_COMMITTEE_NOTICE",
                "FIND_BY_IDENTITY"), acts.stream().map(Entry::act).collect(Collectors.toSet()));
        for (var one : acts) {
            UUID.fromString((String) one.json.get("actor"));
            assertEquals(world.now().toString(), one.json.get("at"), one.act());
            assertFalse(((List<?>) one.json.get("capacity")).isEmpty(), one.act());
            assertTrue(one.json.containsKey("organisation") && one.json.containsKey("person"), one.act());
            if (List.of("PUBLISH_COMMITTEE_NOTICE", "FIND_BY_IDENTITY").contains(one.act())) assertNotNull(one.json.get("organisation"), one.act());
            if (!one.act().equals("FIND_BY_IDENTITY")) assertFalse(((List<?>) one.json.get("clauses")).isEmpty(), "no notice asks for it, but any other act has one: " + one.act());
        }
    }

    @ParameterizedTest
    @CsvSource({"SAVE_PROFILE, B24-3.1", "SAVE_ACHIEVEMENT, B24-3.1", "REMOVE_ACHIEVEMENT, B24-3.1", "PICK_ACHIEVEMENTS, B24-3.1", "COMPOSE, B24", "EDIT, B24", "SIGN_PLEDGE, B24", "SUBMIT, B24", "SUBMIT_REFUSED, B24",
        "PUBLISH_COMMITTEE_NOTICE, J24-3.1"})
    void an_act_cites_its_clause_and_the_database_has_it_as_a_column(String act, String clause) {
        assertTrue(acts.stream().filter(one -> one.act().equals(act)).allMatch(one -> ((List<?>) one.json.get("clauses")).contains(clause)), () -> acts.stream().filter(one -> one.act().equals(act)).toList().toString());
        assertTrue(world.<Long>value("select count(*) from trail where act = ? and ' ' || clause || ' ' like '% ' || ? || ' %'", act, clause) > 0);
    }

    @Test
    void where_something_changes_it_says_what_it_was_and_what_it_became() {
        var unchanging = Set.of("SUBMIT_REFUSED", "FIND_BY_IDENTITY");
        for (var one : acts)
            assertEquals(!unchanging.contains(one.act()), one.json.values().stream().anyMatch(member -> member instanceof Map<?, ?> map && map.containsKey("before") && map.containsKey("after")), one.text);
        assertEquals(change(null, "DRAFT"), only("COMPOSE").getFirst().json.get("stage"));
        assertEquals(change("DRAFT", "SUBMITTED"), only("SUBMIT").getFirst().json.get("stage"));
        assertEquals(change(false, true), only("SIGN_PLEDGE").getFirst().json.get("signed"));
        assertEquals(change(false, true), only("REMOVE_ACHIEVEMENT").getFirst().json.get("removed"));
        assertEquals(change(true, false), only("SAVE_ACHIEVEMENT").getLast().json.get("removed"));
        assertEquals(change(List.of(), List.of(achievement.toString())), only("PICK_ACHIEVEMENTS").getFirst().json.get("achievements"));
        assertEquals(change(false, true), only("PUBLISH_COMMITTEE_NOTICE").getFirst().json.get("published"));
    }

    @Test
    void what_was_told_stands_there_as_ciphertext_that_opens_for_its_subject_alone() {
        var saved = only("SAVE_PROFILE");
        assertEquals(List.of("testExemptions"), saved.getFirst().json.get("changed"));
        assertEquals(profile.get("testExemptions") == null ? Map.of() : Map.of("testExemptions", profile.get("testExemptions")), opened(saved.getFirst(), "before"));
        assertEquals(Map.of("testExemptions", List.of(TOLD)), opened(saved.getFirst(), "after"));
        assertEquals(Map.of("testExemptions", List.of(TOLD)), opened(saved.getLast(), "before"));

        assertEquals(Map.of(), opened(only("COMPOSE").getFirst(), "before"));
        assertEquals(profile, opened(only("COMPOSE").getFirst(), "after"));
        var edits = only("EDIT");
        assertEquals(profile, opened(edits.getFirst(), "before"));
        assertEquals(Map.of(), opened(edits.getFirst(), "after"));
        assertEquals(profile, opened(edits.getLast(), "after"));
        assertEquals(new TreeSet<>(profile.keySet()), new TreeSet<>((List<?>) edits.getLast().json.get("changed")));

        var achievements = only("SAVE_ACHIEVEMENT");
        assertEquals(Map.of("kind", "PAPER", "title", TITLE, "achievedOn", "2023-03-01", "rank", 1), opened(achievements.getFirst(), "after"));
        assertEquals(List.of("achievedOn"), achievements.get(1).json.get("changed"));
        assertEquals(Map.of("achievedOn", "2023-03-01"), opened(achievements.get(1), "before"));
        assertEquals(Map.of("achievedOn", "2023-03-02"), opened(achievements.get(1), "after"));
        assertEquals(List.of(), achievements.getLast().json.get("changed"), "brought back as it was");

        var sealed = sealed(saved.getFirst(), "after");
        assertThrows(IllegalArgumentException.class, () -> world.bean(SealedChanges.class).open(dossier, sealed), "of another subject");
    }

    @Test
    void nothing_protected_stands_anywhere_in_plain() throws SQLException {
        assertTrue(PlainTrail.check(world.database()) > 1_000, "the demonstration's entries and these");
        for (var one : entries(Instant.EPOCH)) {
            assertFalse(one.text.contains(TOLD), one.text);
            assertFalse(one.text.contains(TITLE), one.text);
        }
        assertTrue(PlainTrail.tells("{\"said\":\"520502198402290425\"}") && PlainTrail.tells("{\"phone\":\"13800138000\"}") && PlainTrail.tells("他的号码是520502198402290425。"), "it would be seen");
        assertFalse(PlainTrail.tells("{\"hash\":\"5205021984022904255205021984022904\",\"at\":\"2024-09-18T02:00:00.123456Z\",\"id\":\"00000000-0000-4000-8000-013800138000\"}"));
    }

    private static List<Entry> only(String act) {
        var only = acts.stream().filter(one -> one.act().equals(act)).toList();
        assertFalse(only.isEmpty(), act);
        return only;
    }

    private static Map<String, Object> opened(Entry entry, String when) {
        return world.bean(SealedChanges.class).open(entry.subject, sealed(entry, when));
    }

    private static String sealed(Entry entry, String when) {
        return (String) ((Map<?, ?>) entry.json.get("sealed")).get(when);
    }

    private static Map<String, Object> change(Object before, Object after) {
        return Json.change(before, after);
    }
}
