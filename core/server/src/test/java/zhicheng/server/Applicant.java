package zhicheng.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import zhicheng.server.World.Caller;
import zhicheng.server.World.Reply;

/** An applicant of a {@link World}, and what he sends. Every act brings its payload; an error instead of one fails the test. */
public record Applicant(World world, Caller caller, UUID person, UUID employer) {

    public static final String FINDINGS = """
            findings { code clause { id sentence } force outcome message { zh en } asked { zh en } shown { zh en } path missing remedy { zh en } from holdsUp }""";
    private static final String ACHIEVEMENT = "id version kind title achievedOn endedOn number granted rank grade issuedBy areaCode quality use benefit removedAt";
    private static final String DOSSIER = "dossier { id version stage title series specialty level category channel educationTenths contentHash receiptAt edition factsHash }";

    public Map<String, Object> saveProfile(String key, Integer version, Map<String, ?> facts) {
        return mutate("saveProfile", "SaveProfileInput", "profile { version updatedAt facts { employment hours { year total } answers { question value } } } " + FINDINGS,
                input("key", key, "version", version, "facts", facts));
    }

    public Map<String, Object> compose(String key, String region, int year, Map<String, ?> claim) {
        return mutate("composeDossier", "ComposeDossierInput", DOSSIER + " " + FINDINGS, input("key", key, "region", region, "year", year, "claim", claim));
    }

    /** @param changes any of {@code claim}, {@code facts}, {@code fromProfile} */
    public Map<String, Object> edit(String key, String dossier, int version, Map<String, ?> changes) {
        var input = input("key", key, "dossier", dossier, "version", version);
        input.putAll(changes);
        return mutate("editDossier", "EditDossierInput", DOSSIER + " " + FINDINGS, input);
    }

    public Map<String, Object> sign(String key, String dossier, int version, String words) {
        return mutate("signPledge", "SignPledgeInput", DOSSIER + " " + FINDINGS, input("key", key, "dossier", dossier, "version", version, "words", words));
    }

    public Map<String, Object> submit(String key, String dossier, int version) {
        return mutate("submitDossier", "SubmitDossierInput", DOSSIER + " receipt { receivedAt contentHash edition editionHash } " + FINDINGS,
                input("key", key, "dossier", dossier, "version", version));
    }

    /** @param achievement null: a new one */
    public Map<String, Object> saveAchievement(String key, String achievement, Integer version, Map<String, ?> told) {
        return mutate("saveAchievement", "SaveAchievementInput", "achievement { " + ACHIEVEMENT + " } " + FINDINGS, input("key", key, "achievement", achievement, "version", version, "told", told));
    }

    public Map<String, Object> removeAchievement(String key, String achievement, int version) {
        return mutate("removeAchievement", "RemoveAchievementInput", "achievement { " + ACHIEVEMENT + " } " + FINDINGS, input("key", key, "achievement", achievement, "version", version));
    }

    public Map<String, Object> pickAchievements(String key, String dossier, int version, List<String> achievements) {
        return mutate("pickAchievements", "PickAchievementsInput", "dossier { id version achievements { nodes { title version granted achievement { id } } } } " + FINDINGS,
                input("key", key, "dossier", dossier, "version", version, "achievements", achievements));
    }

    public Map<String, Object> pledge(String dossier) {
        return query("query($dossier: ID!) { pledge(dossier: $dossier) { words neutral barYears clause { id } consequence { zh } } }", "pledge", Map.of("dossier", dossier));
    }

    /** Brings a file that proves an achievement of his, as its row stands then. */
    public void prove(String achievement, String name) {
        var id = UUID.randomUUID();
        world.write("insert into evidence_file (id, person, achievement, place, name, size, type, sha256, declared_at, received_at) values (?, ?, ?, 1, ?, 5, 'application/pdf', sha256(convert_to(?, 'UTF8')), ?, ?)",
                id, person, UUID.fromString(achievement), name, id.toString(), world.now(), world.now());
    }

    public Map<String, Object> evaluation(String dossier) {
        return query("query($dossier: ID!) { evaluation(dossier: $dossier) { " + FINDINGS.replace("findings", "refusals")
                + " told { employment hours { year total } } report { outcome edition { number year } channels { outcome channel { id } } windows { id } } } }", "evaluation", Map.of("dossier", dossier));
    }

    public Map<String, Object> myProfile() {
        return query("{ myProfile { version updatedAt facts { employment hours { year total specialised } titles { series level date } } } }", "myProfile", Map.of());
    }

    /** A draft with everything told, ready to be signed; its id. */
    public String draft(String region, int year, Map<String, ?> claim, Map<String, ?> facts) {
        var composed = compose(key(), region, year, claim);
        assertEquals(List.of(), composed.get("findings"));
        var dossier = id(composed);
        assertEquals(List.of(), edit(key(), dossier, 1, Map.of("facts", facts)).get("findings"));
        return dossier;
    }

    /** A draft with everything told and the pledge signed, at version 2; its id. */
    public String signed(String region, int year, Map<String, ?> claim, Map<String, ?> facts) {
        var dossier = draft(region, year, claim, facts);
        assertEquals(List.of(), sign(key(), dossier, 2, (String) pledge(dossier).get("words")).get("findings"));
        return dossier;
    }

    /** Sends a mutation and takes whatever comes. */
    public Reply send(String mutation, String type, String selection, Map<String, ?> input) {
        return world.ask(caller, "mutation($input: %s!) { %s(input: $input) { %s } }".formatted(type, mutation, selection), Map.of("input", input));
    }

    private Map<String, Object> mutate(String mutation, String type, String selection, Map<String, ?> input) {
        var reply = send(mutation, type, selection, input);
        assertNull(reply.body().get("errors"), () -> reply.body().toString());
        assertEquals(200, reply.status());
        Map<String, Object> payload = reply.at("data", mutation);
        assertNotNull(payload, () -> reply.body().toString());
        return payload;
    }

    private Map<String, Object> query(String query, String field, Map<String, ?> variables) {
        var reply = world.ask(caller, query, variables);
        assertNull(reply.body().get("errors"), () -> reply.body().toString());
        return reply.at("data", field);
    }

    /** An idempotency key that nobody used. */
    public static String key() {
        return UUID.randomUUID().toString();
    }

    @SuppressWarnings("unchecked")
    public static String id(Map<String, Object> payload) {
        return (String) ((Map<String, Object>) payload.get("dossier")).get("id");
    }

    @SuppressWarnings("unchecked")
    public static List<Map<String, Object>> findings(Map<String, Object> payload) {
        return (List<Map<String, Object>>) payload.get("findings");
    }

    /** The codes of a payload's findings, in their order. */
    public static List<String> codes(Map<String, Object> payload) {
        return findings(payload).stream().map(finding -> (String) finding.get("code")).toList();
    }

    /** Names and values, nulls allowed. */
    public static Map<String, Object> input(Object... namesAndValues) {
        var input = new HashMap<String, Object>();
        for (var i = 0; i < namesAndValues.length; i += 2) input.put((String) namesAndValues[i], namesAndValues[i + 1]);
        return input;
    }
}
