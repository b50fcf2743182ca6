package zhicheng.server.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.micronaut.context.ApplicationContext;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import zhicheng.server.TestDatabase;
import zhicheng.server.account.Accounts;
import zhicheng.server.calendar.OfficialClock;
import zhicheng.server.dossier.ComposeDossier;
import zhicheng.server.dossier.Pledges;
import zhicheng.server.dossier.SignPledge;
import zhicheng.server.dossier.SubmitDossier;
import zhicheng.server.region.Regions;
import zhicheng.spi.Claim;
import zhicheng.spi.Level;

/** Whoever follows the documentation comes as far as it says: the documented applicants, on the days of the documentation, with what their profiles tell. */
@Tag("database")
@Tag("once")
class DocumentedPeopleTest {
    private static final Map<String, Demonstration> demonstrations = new HashMap<>();

    @AfterAll
    static void end() {
        demonstrations.values().forEach(Demonstration::end);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            zhang-wei | 2024-06-20 | xianning  | ENGINEERING | 建筑工程 | ASSOCIATE_SENIOR | state-unit | [X24-6.5]
            wang-fang | 2024-06-20 | xianning  | ENGINEERING | 建筑工程 | ASSOCIATE_SENIOR | state-unit | []
            wang-fang | 2024-09-18 | xianning  | ENGINEERING | 建筑工程 | ASSOCIATE_SENIOR | state-unit | [X24-4]
            li-na     | 2024-09-18 | bijie     | HEALTH      | 内科     | ASSOCIATE_SENIOR | employer   | []
            ma-jun    | 2024-09-18 | jiayuguan | ENGINEERING | 冶金工程 | INTERMEDIATE     | public     | []
            li-na     | 2024-06-20 | bijie     | HEALTH      | 内科     | ASSOCIATE_SENIOR | employer   | [B24-annex1]""")
    void comes_as_far_as_documented(String name, String day, String region, String series, String specialty, Level level, String channel, String clauses) throws SQLException {
        var demonstration = demonstrations.computeIfAbsent(day, Demonstration::on);
        var database = demonstration.database;
        var context = demonstration.context;
        var viewer = context.getBean(Accounts.class).viewer(account(database, name), Instant.MIN).join().orElseThrow();
        var claim = new Claim(2024, series, Optional.of(specialty), Optional.of(level), Claim.ORDINARY, Optional.of(channel));
        var composed = context.getBean(ComposeDossier.class).perform(viewer, context.getBean(OfficialClock.class).now(), new ComposeDossier.Input("compose", region, claim));
        assertEquals(List.of(), composed.findings());
        var dossier = composed.subject();
        var words = Pledges.filled(context.getBean(Regions.class).newest(region, 2024).orElseThrow(), employer(database, dossier), title(database, dossier)).words();
        assertEquals(List.of(), context.getBean(SignPledge.class).perform(viewer, context.getBean(OfficialClock.class).now(), new SignPledge.Input("sign", dossier, 1, words)).findings());
        var submitted = context.getBean(SubmitDossier.class).perform(viewer, context.getBean(OfficialClock.class).now(), new SubmitDossier.Input("submit", dossier, 1));
        assertEquals(clauses, submitted.findings().stream().map(finding -> String.valueOf(finding.clause())).distinct().toList().toString(), submitted.findings()::toString);
    }

    /** A day of the documentation, on which several come. */
    private record Demonstration(TestDatabase database, ApplicationContext context) {
        static Demonstration on(String day) {
            var database = TestDatabase.fresh();
            var settings = database.settings();
            settings.put("zhicheng.official-time.offset", Duration.between(Instant.now(), OffsetDateTime.parse(day + "T10:00+08:00").toInstant()).toString());
            var context = ApplicationContext.run(settings);
            context.getBean(DemoData.class).load();
            return new Demonstration(database, context);
        }

        void end() {
            context.close();
            database.close();
        }
    }

    private static UUID account(TestDatabase database, String name) throws SQLException {
        return UUID.fromString(ask(database, "select id from account where name = ?", name));
    }

    private static String employer(TestDatabase database, UUID dossier) throws SQLException {
        return ask(database, "select o.name from dossier d left join organisation o on o.id = d.employer where d.id = ?::uuid", dossier.toString());
    }

    private static String title(TestDatabase database, UUID dossier) throws SQLException {
        return ask(database, "select title from dossier where id = ?::uuid", dossier.toString());
    }

    private static String ask(TestDatabase database, String sql, String value) throws SQLException {
        try (var connection = database.writer().getConnection(); var select = connection.prepareStatement(sql)) {
            select.setString(1, value);
            try (var rows = select.executeQuery()) {
                rows.next();
                return rows.getString(1);
            }
        }
    }
}
