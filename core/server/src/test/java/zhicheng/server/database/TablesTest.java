package zhicheng.server.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.util.PSQLException;
import zhicheng.server.TestDatabase;
import zhicheng.server.read.Fixture;

/** What the database itself holds, whoever writes. */
@Tag("database")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TablesTest {
    private TestDatabase database;

    @BeforeAll
    void start() throws SQLException {
        database = Fixture.database();
        execute(database.writer(), """
                insert into trail (subject, seq, at, head, entry) values ('00000000-0000-4000-8000-000000000051', 1, '2024-06-01T09:00+08', sha256('{"act":"COMPOSE"}'), '{"act":"COMPOSE"}');
                insert into dossier_snapshot values ('00000000-0000-4000-8000-000000000052', 1, '{}', sha256('{}'), '2024-06-02T10:00+08');
                insert into pledge_signature values ('00000000-0000-4000-8000-000000000052', 1, 'X24-annex2', '承诺', sha256(convert_to('承诺', 'UTF8')), '2024-06-02T09:50+08',
                    '00000000-0000-4000-8000-000000000031');
                insert into verification (id, person, kind, told, told_hash, state, account, asked_at, next_at) values (gen_random_uuid(), '00000000-0000-4000-8000-000000000021', 'TITLE', '{}', sha256('{}'), 'CANNOT_TELL',
                    '00000000-0000-4000-8000-000000000031', '2024-06-01T09:00+08', '2024-06-01T09:01+08')""");
    }

    @AfterAll
    void stop() {
        database.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"update trail set at = at", "delete from trail", "truncate trail cascade", "delete from trail where false",
        "update dossier_snapshot set seq = 2", "delete from dossier_snapshot", "truncate dossier_snapshot",
        "update pledge_signature set words = words", "delete from pledge_signature", "truncate pledge_signature",
        "update notice_edition set edition = 2", "delete from notice_edition", "truncate notice_edition cascade"})
    void what_was_done_cannot_be_undone(String statement) throws SQLException {
        var table = List.of("trail", "dossier_snapshot", "pledge_signature", "notice_edition").stream().filter(statement::contains).findFirst().orElseThrow();
        var before = count(table);
        assertTrue(before > 0);
        assertEquals("42501", refused(database.writer(), statement).getSQLState(), "the writer has no right to it");
        var owner = refused(database.owner(), statement);
        assertEquals(table + "_is_append_only", owner.getServerErrorMessage().getConstraint());
        assertEquals("42501", refused(database.reader(), statement).getSQLState());
        try (var connection = database.owner().getConnection()) {
            assertEquals("42501", assertThrows(SQLException.class, () -> connection.createStatement().execute("set session_replication_role = replica")).getSQLState());
        }
        assertEquals(before, count(table));
    }

    @ParameterizedTest
    @ValueSource(strings = {"insert into official_clock (offset_ms) values (1)", "update official_clock set offset_ms = 0", "delete from official_clock"})
    void nobody_who_serves_moves_the_official_clock(String statement) {
        assertEquals("42501", refused(database.writer(), statement).getSQLState());
        assertEquals("42501", refused(database.reader(), statement).getSQLState());
    }

    @ParameterizedTest
    @ValueSource(strings = {"insert into organisation (id, name, kind, region, area_code, created_at) values (gen_random_uuid(), 'x', 'HRSS', 'south', '421200', '2024-01-01')",
        "update dossier set title = 'x'", "delete from achievement", "select entry from trail", "select * from idempotency", "select identity_index from person",
        "select trail_head from dossier", "select draft from dossier", "select * from profile", "select * from dossier_snapshot", "select * from pledge_signature",
        "select outcome from dossier_finding", "delete from dossier_achievement", "insert into dossier_hours select * from dossier_hours", "select * from dossier_exclusion", "select * from official_clock", "select * from notice_edition"})
    void the_reader_only_reads_and_not_everything(String statement) {
        assertEquals("42501", refused(database.reader(), statement).getSQLState());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            update dossier set stage = 'LOST'                                                                                 | dossier_stage
            update dossier set stage = 'SUBMITTED' where submitted_at is null                                                 | submitted_dossier_is_frozen_and_pinned
            update dossier set edition = 7 where region = 'south' and submitted_at is not null                                | dossier_is_pinned_to_an_edition
            update dossier set stage = 'WITHDRAWN', withdrawn_at = null                                                       | withdrawn_dossier_says_when
            update dossier set draft = '{}' where submitted_at is not null                                                   | submitted_dossier_tells_the_same
            update dossier set stage = 'RETURNED', draft = '{}' where submitted_at is not null                                | submitted_dossier_tells_the_same
            update dossier set stage = 'RETURNED' where submitted_at is not null; delete from dossier_achievement             | picked_achievements_are_frozen
            delete from dossier_achievement                                                                                   | picked_achievements_are_frozen
            insert into dossier_achievement select gen_random_uuid(), '00000000-0000-4000-8000-000000000059', achievement, 1, picked_at, kind, title from dossier_achievement limit 1 | picked_achievements_are_frozen
            insert into dossier_achievement select gen_random_uuid(), dossier, achievement, 1, picked_at, kind, title from dossier_achievement where dossier = '00000000-0000-4000-8000-000000000051' | achievement_is_picked_once
            update achievement set granted = true where kind <> 'PATENT'                                                      | only_a_patent_is_granted
            update achievement set ended_on = achieved_on - 1                                                                 | achievement_ends_after_it_began
            update achievement set kind = 'LOST'                                                                              | achievement_kind
            insert into dossier_finding (dossier, place, at, rule, outcome) values ('00000000-0000-4000-8000-000000000051', 9, '2024-06-01', 'x', '{"outcome": "SATISFIED"}') | finding_verdict
            update dossier set education_tenths = -1                                                                          | education_is_not_negative
            update committee_filing set until_day = until_day + 1                                                             | filing_lasts_three_years_at_most
            update committee_notice set intake_until = intake_from                                                            | intake_ends_after_it_begins
            update committee_notice set published_at = intake_until                                                           | notice_precedes_the_end_of_its_intake
            update committee_notice set audit_until = intake_from                                                             | audit_ends_no_sooner_than_the_intake
            update person set identity_masked = '42120219881103002X'                                                          | identity_number_is_never_plain
            update person set identity_masked = '4212**********002X' where identity_masked is not null                        | identity_number_is_never_plain
            update person set identity_masked = '4212*************X' where identity_masked is not null                        | identity_number_is_never_plain
            update person set identity_cipher = null where identity_cipher is not null                                        | identity_number_is_kept_whole_or_not_at_all
            update organisation set credit_code = 'I1350100M000100Y43'                                                        | credit_code_is_gb_32100
            update account set roles = '{PUBLIC}'                                                                             | account_roles
            update account set person = null where roles = '{APPLICANT}'                                                      | applicant_is_a_person
            insert into person (id, name, region, created_at) select id, 'x', 'south', '2024-01-01' from organisation limit 1                          | an_id_is_one_partys_only
            insert into organisation (id, name, kind, region, area_code, created_at) select id, 'x', 'HRSS', 'south', '421200', '2024-01-01' from committee | an_id_is_one_partys_only
            insert into committee (id, name, region, kind, founder, office, series, levels, created_at) select p.id, 'x', 'south', 'JUNIOR', o.id, o.id, '{ARTS}', '{ASSISTANT}', '2024-01-01' from person p, organisation o limit 1 | an_id_is_one_partys_only
            update person set id = gen_random_uuid() where name = '吴白'                                                      | party_keeps_its_id
            update organisation set id = gen_random_uuid() where name = '青川建设集团'                                        | party_keeps_its_id
            update committee set id = gen_random_uuid() where kind = 'JUNIOR'                                                 | party_keeps_its_id
            update certificate set revoked_why = 'x'                                                                          | revocation_says_why
            update evidence_file set person = '00000000-0000-4000-8000-000000000024'                                           | received_file_stays_as_it_is
            insert into dossier_post (id, dossier, organisation, region, year, band, place, vacant, clause, at) select gen_random_uuid(), '00000000-0000-4000-8000-000000000059', organisation, region, year, band, place, vacant, clause, at from dossier_post where place = 1 and region = 'south' | post_is_taken
            insert into dossier_post (id, dossier, organisation, region, year, band, place, vacant, clause, at) select gen_random_uuid(), dossier, organisation, region, year, band, 9, vacant, clause, at from dossier_post where place = 1 and region = 'south' | dossier_has_one_post
            insert into post_count (id, organisation, region, year, band, as_of, approved, filled, vacant, clause, recorded_at) select gen_random_uuid(), organisation, region, year, band, as_of, 1, 0, 1, clause, recorded_at from post_count where superseded_at is null limit 1 | post_count_stands_alone
            update entrustment set document = '虚构委〔2024〕2号', agreed = null, decided_at = null where unit = '00000000-0000-4000-8000-000000000014' | entrustment_is_filed_once
            update originals set superseded_at = asked_at, checked_at = null, agree = null, found = null, where_kept = null   | superseded_originals_were_checked
            update verification set state = 'VERIFIED'                                                                        | verification_is_tried_until_it_is_answered
            update integrity_entry set until_day = from_day                                                                   | integrity_entry_ends_after_it_began
            insert into dossier_snapshot values ('00000000-0000-4000-8000-000000000053', 1, '{}', sha256('x'), '2024-06-02')  | snapshot_is_what_was_hashed""")
    void a_rule_that_is_broken_is_named(String statement, String rule) {
        assertEquals(rule, refused(database.writer(), statement.strip()).getServerErrorMessage().getConstraint());
    }

    @ParameterizedTest
    @ValueSource(strings = {"insert into dossier_hours (id, dossier, year, tenths) values (gen_random_uuid(), '00000000-0000-4000-8000-000000000051', 2024, 1)",
        "update dossier_title set level = 'MEMBER'", "delete from dossier_degree", "update dossier_assessment set grade = '优秀'", "truncate dossier_test_pass", "update dossier_job set employer = 'x'",
        "update dossier_achievement set granted = true", "delete from achievement",
        "select carry_what_is_told('00000000-0000-4000-8000-000000000052', '{}')"})
    void what_a_dossier_carries_is_written_by_the_database_alone(String statement) {
        assertEquals("42501", refused(database.writer(), statement).getSQLState());
    }

    @Test
    void an_act_on_nothing_that_there_is_is_no_entry_of_the_trail() {
        assertEquals("23502", refused(database.writer(), """
                insert into trail (subject, seq, at, head, entry) values ('00000000-0000-4000-8000-000000000099', 1, '2024-06-01', sha256('{}'), '{"act": "X"}')""").getSQLState());
    }

    /** X24-1.5, B24-5.3. */
    @Test
    void of_many_at_once_one_takes_the_exclusion_and_the_others_are_told_the_rule() throws Exception {
        var many = 8;
        var ready = new CountDownLatch(many);
        var outcomes = new ArrayList<Future<String>>();
        try (var threads = Executors.newFixedThreadPool(many)) {
            for (var one = 0; one < many; one++)
                outcomes.add(threads.submit(() -> {
                    try (var connection = database.writer().getConnection()) {
                        connection.setAutoCommit(false);
                        connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
                        ready.countDown();
                        ready.await();
                        connection.createStatement().execute("""
                                insert into dossier_exclusion (region, applicant, year, key, dossier, clause)
                                values ('south', '00000000-0000-4000-8000-000000000022', 2024, 'one-a-year', '00000000-0000-4000-8000-000000000053', 'X24-1.5')""");
                        Thread.sleep(50);
                        connection.commit();
                        return "taken";
                    } catch (PSQLException e) {
                        return e.getServerErrorMessage().getConstraint();
                    }
                }));
        }
        var said = new ArrayList<String>();
        for (var outcome : outcomes) said.add(outcome.get());
        assertEquals(1, said.stream().filter("taken"::equals).count(), said::toString);
        assertEquals(many - 1, said.stream().filter("dossier_excludes_another"::equals).count(), said::toString);
    }

    @Test
    void every_table_and_what_is_not_plain_of_it_is_explained() throws SQLException {
        var tables = ask("select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace and relname not like 'flyway%'");
        assertTrue(tables.size() >= 20);
        assertEquals(List.of(), ask("""
                select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace and relname not like 'flyway%' and obj_description(oid) is null"""));
    }

    @Test
    void a_rule_never_goes_by_a_name_that_postgresql_made_up() throws SQLException {
        var checks = ask("select conname from pg_constraint where contype = 'c' and connamespace = 'public'::regnamespace and conrelid::regclass::text not like 'flyway%'");
        assertTrue(checks.size() > 50);
        assertEquals(List.of(), checks.stream().filter(name -> name.endsWith("_check")).toList());
        assertFalse(ask("select 1 from pg_type where typtype = 'e'").contains("1"), "text with a check, no enums");
        assertEquals(Set.of(), Set.copyOf(ask("select attrelid::regclass::text from pg_attribute where atttypid = 'numeric'::regtype and attrelid in (select oid from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace)")));
    }

    /** The policies of V011 rest on it. */
    @Test
    void of_two_at_once_one_takes_an_id() throws Exception {
        var id = "00000000-0000-4000-8000-000000000199";
        try (var one = database.writer().getConnection(); var other = database.writer().getConnection(); var threads = Executors.newSingleThreadExecutor()) {
            one.setAutoCommit(false);
            one.createStatement().execute("insert into person (id, name, region, created_at) values ('" + id + "', '先到', 'south', '2024-01-01')");
            var later = threads.submit(() -> assertThrows(PSQLException.class, () -> other.createStatement()
                    .execute("insert into organisation (id, name, kind, region, area_code, created_at) values ('" + id + "', '后到', 'HRSS', 'south', '421200', '2024-01-01')")));
            one.commit();
            assertEquals("an_id_is_one_partys_only", later.get().getServerErrorMessage().getConstraint());
        }
        var parties = ask("select count(*) || ' ' || (select count(*) from person) || ' ' || (select count(*) from organisation) || ' ' || (select count(*) from committee) from party").getFirst().split(" ");
        assertEquals(Integer.parseInt(parties[0]), Integer.parseInt(parties[1]) + Integer.parseInt(parties[2]) + Integer.parseInt(parties[3]));
        for (var source : List.of(database.writer(), database.reader()))
            for (var statement : List.of("select from party", "insert into party values (gen_random_uuid(), 'PERSON')", "delete from party")) assertEquals("42501", refused(source, statement).getSQLState(), statement);
    }

    private PSQLException refused(DataSource source, String statement) {
        return assertThrows(PSQLException.class, () -> execute(source, statement), statement);
    }

    private static void execute(DataSource source, String statements) throws SQLException {
        try (var connection = source.getConnection(); var statement = connection.createStatement()) {
            statement.execute(statements);
        }
    }

    private int count(String table) throws SQLException {
        return Integer.parseInt(ask("select count(*) from " + table).getFirst());
    }

    private List<String> ask(String sql) throws SQLException {
        try (var connection = database.owner().getConnection(); var rows = connection.createStatement().executeQuery(sql)) {
            var answers = new ArrayList<String>();
            while (rows.next()) answers.add(rows.getString(1));
            return answers;
        }
    }
}
