package zhicheng.server.dossier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static zhicheng.server.Applicant.codes;
import static zhicheng.server.Applicant.key;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import zhicheng.server.Applicant;
import zhicheng.server.CannotStart;
import zhicheng.server.Claims;
import zhicheng.server.Office;
import zhicheng.server.TestDatabase;
import zhicheng.server.World;
import zhicheng.server.database.Sql;
import zhicheng.server.region.Regions;

@Tag("database")
class PinnedEditionsTest {

    @Test
    void a_server_that_has_not_loaded_a_pinned_edition_does_not_start_and_says_which() throws Exception {
        try (var database = TestDatabase.fresh()) {
            try (var connection = database.writer().getConnection()) {
                Sql.write(connection, """
                        insert into notice_edition (region, year, edition, facts_hash, readings, first_pinned_at) values
                        ('xianning', 2024, 7, repeat('a', 64), '{}', '2024-06-01T00:00+08'), ('atlantis', 2019, 1, repeat('b', 64), '{}', '2019-06-01T00:00+08')""");
            }
            var thrown = assertThrows(RuntimeException.class, () -> World.on(database, "2024-09-18T10:00:00+08:00").stop());
            var said = Stream.iterate((Throwable) thrown, cause -> cause != null, Throwable::getCause).filter(CannotStart.class::isInstance).map(Throwable::getMessage).findFirst().orElseThrow();
            assertTrue(said.contains("xianning 2024, edition 7, facts " + "a".repeat(64)), said);
            assertTrue(said.contains("atlantis 2019, edition 1, facts " + "b".repeat(64)), said);
        }
    }

    @Test
    void an_edition_that_was_read_in_another_way_is_found_and_judges_as_it_was_read() {
        try (var database = TestDatabase.fresh()) {
            var then = World.on(database, "2024-05-09T09:00:00+08:00", "zhicheng.readings", List.of("X24-4.review=by-31-october"));
            Applicant applicant;
            String dossier;
            String pinned;
            try {
                var office = Office.of(then, "xianning", List.of("ENGINEERING"), List.of("ASSOCIATE_SENIOR"));
                assertEquals(List.of(), codes(office.publish(office.notice(2024, "2024-05-20T00:00:00+08:00", "2024-10-31T00:00:00+08:00"))));
                then.time("2024-10-15T10:00:00+08:00");
                applicant = then.applicant();
                dossier = applicant.signed("xianning", 2024, Claims.XIANNING, Claims.told("421202"));
                assertEquals(List.of(), codes(applicant.submit(key(), dossier, 2)));
                pinned = then.value("select facts_hash from dossier where id = ?", UUID.fromString(dossier));
            } finally {
                then.stop();
            }
            var now = World.on(database, "2024-10-15T10:00:00+08:00");
            try {
                assertNotEquals(pinned, now.bean(Regions.class).newest("xianning", 2024).orElseThrow().hash(), "read otherwise it is another edition");
                var same = new Applicant(now, applicant.caller(), applicant.person(), applicant.employer());
                assertEquals("CANNOT_TELL", report(same, dossier), "by its own edition the window is open still");
                var draft = now.applicant();
                assertEquals("FAILED", report(draft, draft.signed("xianning", 2024, Claims.XIANNING, Claims.told("421202"))), "by today's it closed with September");
            } finally {
                now.stop();
            }
        }
    }

    private static Object report(Applicant applicant, String dossier) {
        var evaluation = applicant.evaluation(dossier);
        assertFalse(evaluation.isEmpty());
        return ((Map<?, ?>) evaluation.get("report")).get("outcome");
    }
}
