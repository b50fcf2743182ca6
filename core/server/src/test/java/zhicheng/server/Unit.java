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

/** Somebody who acts in a {@link World}, for a unit or for himself, and what he sends of a dossier's way. */
public record Unit(World world, Caller caller, UUID id) {
    private static final String SHOWN = "dossier { id stage version } " + Applicant.FINDINGS;

    public static Unit of(World world, UUID organisation, String... roles) {
        return new Unit(world, world.account(null, organisation, roles), organisation);
    }

    /** As his applicant. */
    public static Unit of(Applicant applicant) {
        return new Unit(applicant.world(), applicant.caller(), null);
    }

    /** Sends an act under the version that the dossier has now, and takes whatever comes. */
    public Reply send(String mutation, String dossier, Object... more) {
        var input = new HashMap<String, Object>(Applicant.input(more));
        input.putIfAbsent("key", Applicant.key());
        input.putIfAbsent("dossier", dossier);
        input.putIfAbsent("version", world.<Integer>value("select version from dossier where id = ?", UUID.fromString(dossier)));
        return post(mutation, SHOWN, input);
    }

    /** As {@link #send}; an error instead of a payload fails the test. */
    public Map<String, Object> act(String mutation, String dossier, Object... more) {
        return payload(mutation, send(mutation, dossier, more));
    }

    /** As {@link #act}, and it is done. */
    public void does(String mutation, String dossier, Object... more) {
        assertEquals(List.of(), act(mutation, dossier, more).get("findings"), mutation);
    }

    /** The codes of what refuses an act. */
    public List<String> refused(String mutation, String dossier, Object... more) {
        return Applicant.codes(act(mutation, dossier, more));
    }

    public Map<String, Object> objects(String publication, Object... more) {
        var input = new HashMap<String, Object>(Applicant.input(more));
        input.putIfAbsent("key", Applicant.key());
        input.put("publication", publication);
        return payload("objectToPublication", post("objectToPublication", "publication { id } " + Applicant.FINDINGS, input));
    }

    /** Sends an act about something else than a dossier on its way, and takes whatever comes. */
    public Reply sends(String mutation, String shown, Object... more) {
        var input = new HashMap<String, Object>(Applicant.input(more));
        input.putIfAbsent("key", Applicant.key());
        return post(mutation, shown + " " + Applicant.FINDINGS, input);
    }

    /** As {@link #sends}; an error instead of a payload fails the test. */
    public Map<String, Object> acts(String mutation, String shown, Object... more) {
        return payload(mutation, sends(mutation, shown, more));
    }

    /** The second signature of a joint recommendation. */
    public Map<String, Object> signs(String publication, String opinion) {
        var input = Applicant.input("key", Applicant.key(), "publication", publication, "opinion", opinion);
        return payload("signRecommendation", post("signRecommendation", "publication { id } " + Applicant.FINDINGS, input));
    }

    /** What he is shown of something. */
    public <T> T sees(String query, Object... path) {
        var reply = world.ask(caller, query, Map.of());
        assertNull(reply.body().get("errors"), () -> reply.body().toString());
        return reply.at(path);
    }

    private Reply post(String mutation, String selection, Map<String, Object> input) {
        var type = Character.toUpperCase(mutation.charAt(0)) + mutation.substring(1) + "Input";
        return world.ask(caller, "mutation($input: %s!) { %s(input: $input) { %s } }".formatted(type, mutation, selection), Map.of("input", input));
    }

    private static Map<String, Object> payload(String mutation, Reply reply) {
        assertNull(reply.body().get("errors"), () -> reply.body().toString());
        Map<String, Object> payload = reply.at("data", mutation);
        assertNotNull(payload, () -> reply.body().toString());
        return payload;
    }
}
