package zhicheng.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import zhicheng.server.World.Caller;
import zhicheng.server.World.Reply;

/** The office of a made-up committee of a {@link World}, and the notices that it publishes. */
public record Office(World world, Caller caller, UUID committee) {

    /** A new committee with its office. */
    public static Office of(World world, String region, List<String> series, List<String> levels) {
        var office = world.organisation("COMMITTEE_OFFICE", region);
        var committee = UUID.randomUUID();
        world.write("insert into committee (id, name, region, kind, founder, office, series, levels, made_up, created_at) values (?, ?, ?, 'SENIOR', ?, ?, ?, ?, true, ?)",
                committee, "虚构评委会" + committee, region, office, office, series.toArray(String[]::new), levels.toArray(String[]::new), world.now());
        return new Office(world, world.account(null, office, "COMMITTEE_OFFICE"), committee);
    }

    /** Publishes; an error instead of a payload fails the test. */
    public Map<String, Object> publish(Map<String, ?> input) {
        var reply = send(input);
        assertNull(reply.body().get("errors"), () -> reply.body().toString());
        assertEquals(200, reply.status());
        return reply.at("data", "publishCommitteeNotice");
    }

    /** Sends a notice and takes whatever comes. */
    public Reply send(Map<String, ?> input) {
        return world.ask(caller, """
                mutation($input: PublishCommitteeNoticeInput!) { publishCommitteeNotice(input: $input) {
                  committeeNotice { id region year series levels categories intakeFrom intakeUntil auditUntil publishedAt document permittedBy link committee { id } } %s } }""".formatted(Applicant.FINDINGS), Map.of("input", input));
    }

    /** A notice of this committee for everything that it reviews. */
    public Map<String, Object> notice(int year, String from, String until) {
        return Applicant.input("key", Applicant.key(), "committee", committee.toString(), "year", year, "intakeFrom", from, "intakeUntil", until);
    }
}
