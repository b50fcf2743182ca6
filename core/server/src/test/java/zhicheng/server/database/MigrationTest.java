package zhicheng.server.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import zhicheng.server.CannotStart;
import zhicheng.server.TestDatabase;

@Tag("database")
class MigrationTest {

    @Test
    void makes_the_tables_and_notes_which() throws SQLException {
        try (var database = TestDatabase.withoutTables()) {
            assertEquals("0", ask(database.owner(), "select count(*) from pg_tables where tableowner = 'zhicheng_owner'"));
            migrate(database);
            assertTrue(Integer.parseInt(ask(database.owner(), "select count(*) from pg_tables where tableowner = 'zhicheng_owner'")) > 1);
            assertTrue(ask(database.owner(), COMMENT).matches("zhicheng, migrations [0-9a-f]{64}"));
        }
    }

    @Test
    void a_database_of_other_files_is_migrated_again_and_one_of_the_same_files_is_left_alone() throws SQLException {
        try (var database = TestDatabase.withoutTables()) {
            migrate(database);
            var note = ask(database.owner(), COMMENT);
            // with the same files nothing is looked at any further: a lost history goes unseen
            execute(database.owner(), "alter table flyway_schema_history rename to put_away");
            migrate(database);
            assertEquals("1", ask(database.owner(), "select count(*) from pg_class where relname = 'put_away'"));
            execute(database.owner(), "comment on database \"" + ask(database.owner(), "select current_database()") + "\" is 'other files'");
            assertThrows(CannotStart.class, () -> migrate(database), "tables without a history are not ours to change");
            execute(database.owner(), "alter table put_away rename to flyway_schema_history");
            migrate(database);
            assertEquals(note, ask(database.owner(), COMMENT));
        }
    }

    @Test
    void dossiers_acts_and_certificates_that_exist_already_get_their_rows_and_columns() throws SQLException {
        try (var database = TestDatabase.withoutTables()) {
            Flyway.configure().dataSource(database.access().url(), Roles.OWNER, database.access().roles().owner()).locations("classpath:db/").target("5").load().migrate();
            execute(database.writer(), """
                    insert into person (id, name, region, created_at) values ('00000000-0000-4000-8000-000000000001', '林晓', 'south', '2024-01-01T00:00+08'), ('00000000-0000-4000-8000-000000000005', '林晓', 'south', '2024-01-01T00:00+08');
                    insert into account (id, name, person, roles, created_at) values ('00000000-0000-4000-8000-000000000002', 'lin', '00000000-0000-4000-8000-000000000001', '{APPLICANT}', '2024-01-01T00:00+08');
                    insert into notice_edition values ('south', 2024, 1, repeat('a', 64), '{}', '2024-06-01T00:00+08');
                    insert into dossier (id, region, year, series, level, title, applicant, stage, stage_since, created_at, updated_at, submitted_at, receipt_at, snapshot_hash, edition, facts_hash, draft)
                    values ('00000000-0000-4000-8000-000000000003', 'south', 2024, 'ENGINEERING', 'INTERMEDIATE', '工程师', '00000000-0000-4000-8000-000000000001', 'SUBMITTED', '2024-06-02T10:00+08',
                            '2024-06-01T10:00+08', '2024-06-02T10:00+08', '2024-06-02T10:00+08', '2024-06-02T10:00+08', sha256('x'), 1, repeat('a', 64),
                            '{"hours": [{"year": 2023, "total": 96.5, "specialised": 70, "province": "520502"}, {"year": 2024, "total": 8}], "degrees": null, "assessments": [],
                              "titles": [{"series": "ENGINEERING", "level": "ASSISTANT", "date": "2018-12-31", "specialty": null}]}');
                    insert into certificate (id, number, holder, region, series, level, title, obtained_on, issued_at)
                    values ('00000000-0000-4000-8000-000000000004', 'MADE-UP-1', '林\u200B\u2068晓\u2069', 'south', 'ENGINEERING', 'ASSISTANT', '助理工程师', '2018-12-31', '2019-01-10T00:00+08'),
                        ('00000000-0000-4000-8000-000000000005', '虚构（2019）1号', '阿依古丽•买买提', 'south', 'HEALTH', 'ASSISTANT', '医师', '2018-12-31', '2019-01-10T00:00+08');
                    insert into dossier_finding (dossier, place, at, rule, outcome) values ('00000000-0000-4000-8000-000000000003', 1, '2024-06-02T09:00+08', 'window', '{"outcome": "FAILED", "path": "at"}');
                    insert into trail (subject, seq, at, head, entry)
                    select subject::uuid, 1, '2024-06-01T10:00+08', sha256('x'), convert_to(entry, 'UTF8') from (values
                        ('00000000-0000-4000-8000-000000000003', '{"act": "SUBMIT", "actor": "00000000-0000-4000-8000-000000000002", "capacity": ["APPLICANT"], "clauses": ["X24"], "organisation": null}'),
                        ('00000000-0000-4000-8000-000000000001', '{"act": "SAVE_PROFILE", "actor": "00000000-0000-4000-8000-000000000002", "capacity": ["APPLICANT"]}'),
                        ('00000000-0000-4000-8000-000000000002', '{"act": "PUBLISH_COMMITTEE_NOTICE", "capacity": []}')) as act (subject, entry);
                    insert into trail (subject, seq, at, head, entry) select subject::uuid, 2, '2024-06-01T10:00+08', sha256('x'),
                        convert_to('{"act": "CARRY_OVER", "known": {"before": "00000000-0000-4000-8000-000000000005", "after": "00000000-0000-4000-8000-000000000001"}}', 'UTF8')
                    from (values ('00000000-0000-4000-8000-000000000001'), ('00000000-0000-4000-8000-000000000005')) as either (subject)""");
            migrate(database);
            assertEquals("(2023,965,700,520000) (2024,80,,)", ask(database.owner(), "select string_agg((year, tenths, specialised_tenths, province)::text, ' ' order by year) from dossier_hours"));
            assertEquals("(ENGINEERING,ASSISTANT,2018-12-31)", ask(database.owner(), "select (series, level, obtained_on)::text from dossier_title where specialty is null"));
            assertEquals("0", ask(database.owner(), "select count(*) from dossier_degree, dossier_assessment"));
            assertEquals("00000000-0000-4000-8000-000000000004", ask(database.reader(), "select string_agg(found::text, ' ') from search_ids('Certificate', search_words('工程 林晓')) found"));
            assertEquals("MADE-UP-1", ask(database.reader(), "select number from known_certificate('林晓\u2060\u202E', '\uFEFF\u200EMADE-UP-1\u202C')"));
            assertEquals("MADE-UP-1", ask(database.reader(), "select number from known_certificate('\u3000林晓\u00A0\u200B ', ' MADE-UP-1\t\u3000')"), "whatever is pasted around them");
            assertEquals("MADE-UP-1", ask(database.reader(), "select number from known_certificate('林 晓', 'made-up-１')"), "however it was typed");
            assertEquals("0", ask(database.reader(), "select count(*) from known_certificate('林', 'MADE-UP-1')"));
            for (var typed : List.of("'阿依古丽·买买提', '虚构(2019)1号'", "'阿依古丽 ・ 买买提', '虚构（２０１９） 1号'"))
                assertEquals("虚构（2019）1号", ask(database.reader(), "select number from known_certificate(" + typed + ")"), "however it was kept");
            for (var dot : "·•‧∙⋅・･".split(""))
                assertEquals("1", ask(database.reader(), "select count(*) from search_ids('Certificate', search_words('依古丽" + dot + "买'))"), dot);
            assertEquals("(FAILED,at)", ask(database.owner(), "select (verdict, path)::text from dossier_finding where id is not null"));
            assertEquals("(PUBLISH_COMMITTEE_NOTICE,ACCOUNT,,) (SAVE_PROFILE,PERSON,APPLICANT,) (SUBMIT,DOSSIER,APPLICANT,X24)",
                    ask(database.owner(), "select string_agg((act, subject_kind, capacity, clause)::text, ' ' order by act) from trail where not by_expert and place = 1"));
            assertEquals("(00000000-0000-4000-8000-000000000005,00000000-0000-4000-8000-000000000001)", ask(database.owner(), "select string_agg((id, carried_to)::text, ' ') from person where carried_to is not null"));
        }
    }

    /** J24-3.4, X24-5.2b, B24-5.3: departments and bureaus come by what has come to them from here. */
    @Test
    void what_has_come_to_a_unit_stands_beside_each_dossier_that_says_so() throws SQLException {
        try (var database = TestDatabase.withoutTables()) {
            Flyway.configure().dataSource(database.access().url(), Roles.OWNER, database.access().roles().owner()).locations("classpath:db/").target("37").load().migrate();
            execute(database.writer(), """
                    insert into person (id, name, region, created_at) values ('00000000-0000-4000-8000-000000000001', '林晓', 'south', '2024-01-01T00:00+08');
                    insert into dossier (id, region, year, series, level, title, applicant, stage, stage_since, created_at, updated_at, reached)
                    select ('00000000-0000-4000-8000-00000000000' || n)::uuid, 'south', 2024, 'ENGINEERING', 'INTERMEDIATE', '工程师', '00000000-0000-4000-8000-000000000001', 'DRAFT', at, at, at, reached::uuid[]
                    from (values (3, '{00000000-0000-4000-8000-00000000000a,00000000-0000-4000-8000-00000000000b}'), (4, '{}'), (5, '{00000000-0000-4000-8000-00000000000a}')) one (n, reached)
                        cross join (select timestamptz '2024-06-01T10:00+08' as at) day""");
            migrate(database);
            assertEquals("3", ask(database.owner(), "select count(*) from dossier_reached"));
            assertEquals("0", ask(database.owner(), APART));
            for (var change : List.of("set reached = reached || '{00000000-0000-4000-8000-00000000000c}'", "set reached = '{00000000-0000-4000-8000-00000000000a}' where reached <> '{}'",
                    "set created_at = '2024-06-02T10:00+08' where id = '00000000-0000-4000-8000-000000000005'", "set reached = '{}' where id = '00000000-0000-4000-8000-000000000003'",
                    "set reached = '{00000000-0000-4000-8000-00000000000b}', created_at = '2024-06-03T10:00+08'", "set title = '高级工程师'")) {
                execute(database.writer(), "update dossier " + change);
                assertEquals("0", ask(database.owner(), APART), change);
            }
            assertEquals("3", ask(database.owner(), "select count(*) from dossier_reached"));
        }
    }

    /** J24-3.3, X24-1.5: who objected himself before he is known by that, and what was cancelled before it says what it excludes. */
    @Test
    void what_was_objected_and_cancelled_already_says_by_whom_and_what_it_excludes() throws SQLException {
        try (var database = TestDatabase.withoutTables()) {
            Flyway.configure().dataSource(database.access().url(), Roles.OWNER, database.access().roles().owner()).locations("classpath:db/").target("60").load().migrate();
            execute(database.writer(), """
                    insert into organisation (id, name, kind, region, area_code, created_at) values ('00000000-0000-4000-8000-00000000000a', '虚构单位', 'PRIVATE_ENTERPRISE', 'south', '421200', '2024-01-01T00:00+08');
                    insert into person (id, name, region, created_at) values ('00000000-0000-4000-8000-000000000001', '林晓', 'south', '2024-01-01T00:00+08');
                    insert into account (id, name, person, roles, created_at) values ('00000000-0000-4000-8000-000000000002', 'lin', '00000000-0000-4000-8000-000000000001', '{APPLICANT}', '2024-01-01T00:00+08');
                    insert into notice_edition values ('south', 2024, 1, repeat('a', 64), '{}', '2024-06-01T00:00+08');
                    insert into dossier (id, region, year, series, level, title, applicant, stage, stage_since, created_at, updated_at, submitted_at, receipt_at, snapshot_hash, edition, facts_hash)
                    select ('00000000-0000-4000-8000-00000000000' || n)::uuid, 'south', 2024, series, 'INTERMEDIATE', '工程师', '00000000-0000-4000-8000-000000000001', stage, at, at, at, at, at, sha256('x'), 1, repeat('a', 64)
                    from (values (3, 'ENGINEERING', 'DISQUALIFIED'), (4, 'HEALTH', 'SUBMITTED'), (5, 'HEALTH', 'DISQUALIFIED')) one (n, series, stage) cross join (select timestamptz '2024-06-01T10:00+08' as at) day;
                    insert into dossier_exclusion (region, applicant, year, key, dossier, clause)
                    select 'south', '00000000-0000-4000-8000-000000000001', 2024, key, ('00000000-0000-4000-8000-00000000000' || n)::uuid, 'S24-1' from (values ('one', 4), ('series:HEALTH', 4), ('series:ENGINEERING', 3)) held (key, n);
                    insert into publication (id, dossier, unit, where_shown, particulars, opened_at, until, days, working, clause)
                    values ('00000000-0000-4000-8000-000000000006', '00000000-0000-4000-8000-000000000004', '00000000-0000-4000-8000-00000000000a', '公告栏', '{推荐结果}', '2024-06-01T10:00+08', '2024-06-08T00:00+08', 5, true, 'S24-2');
                    insert into objection (id, dossier, publication, by_name, by_account, says, at)
                    select gen_random_uuid(), '00000000-0000-4000-8000-000000000004', '00000000-0000-4000-8000-000000000006', name, '00000000-0000-4000-8000-000000000002', '异议', '2024-06-02T10:00+08' from unnest(array['林晓', '来访人']) name""");
            migrate(database);
            assertEquals("林晓 true, 来访人 false", ask(database.owner(), "select string_agg(by_name || ' ' || own, ', ' order by own desc) from objection"));
            assertEquals("3 {one,series:ENGINEERING}, 4 null, 5 {one,series:HEALTH}", ask(database.owner(), "select string_agg(right(id::text, 1) || ' ' || coalesce(excludes::text, 'null'), ', ' order by id) from dossier"));
        }
    }

    /** What units were told stood with people: it goes to their accounts there, what was objected to the account that did, and nothing else moves. */
    @Test
    void what_somebody_was_told_for_a_unit_is_his_account_s() throws SQLException {
        try (var database = TestDatabase.withoutTables()) {
            Flyway.configure().dataSource(database.access().url(), Roles.OWNER, database.access().roles().owner()).locations("classpath:db/").target("60").load().migrate();
            execute(database.writer(), """
                    insert into organisation (id, name, kind, region, area_code, created_at) select id(n), '单位' || n, 'STATE_ENTERPRISE', 'south', '421200', '2024-01-01T00:00+08' from unnest(array[71, 72]) n;
                    insert into person (id, name, region, created_at) select id(n), '某人' || n, 'south', '2024-01-01T00:00+08' from unnest(array[11, 12, 13]) n;
                    insert into account (id, name, person, organisation, roles, disabled, created_at)
                    select id(n), 'a' || n, id(person), id(unit), string_to_array(roles, ' '), disabled, '2024-01-01T00:00+08' from (values (21, 11, null, 'APPLICANT', false), (22, 11, 71, 'EMPLOYER_CLERK', true),
                        (23, 11, 71, 'EMPLOYER_APPROVER', false), (24, 11, 72, 'EMPLOYER_CLERK', false), (25, 12, null, 'APPLICANT', false),
                        (26, 13, 71, 'EMPLOYER_CLERK', false), (27, 13, 72, 'EMPLOYER_CLERK', false), (28, 13, null, 'APPLICANT', false), (29, 13, 72, 'EMPLOYER_CLERK', true)) account (n, person, unit, roles, disabled);
                    insert into outside_identity (id, account, provider, subject, bound_at) select id(n), id(account), 'one', sha256(n::text::bytea), '2024-01-02T00:00+08' from (values (81, 21), (82, 22), (83, 29)) bound (n, account);
                    insert into credential (account, code, code_until, changed_at) values (id(28), sha256('x'), '2024-01-15T00:00+08', '2024-01-01T00:00+08');
                    insert into dossier (id, region, year, series, level, title, applicant, stage, stage_since, created_at, updated_at)
                    select id(n), 'south', 2024, 'ENGINEERING', 'INTERMEDIATE', '工程师', id(applicant), 'DRAFT', at, at, at
                    from (values (31, 12), (32, 11)) dossier (n, applicant), (select timestamptz '2024-06-01T10:00+08' as at) day;
                    insert into dossier_step (id, dossier, seq, place, kind, unit, arrived_at, done_at, outcome)
                    select id(n), id(31), seq, 1, 'EMPLOYER', id(unit), '2024-06-01T10:00+08', done, case when done is not null then 'RETURNED' end
                    from (values (41, 1, 72, timestamptz '2024-06-02T10:00+08'), (42, 2, 71, null)) step (n, seq, unit, done);
                    insert into dossier_return (id, dossier, step, number, unit, kind, reason, back_to, counted, at)
                    values (id(43), id(31), id(41), 1, id(72), 'SUPERIOR_DEPT', 'PROCEDURE', 'BEFORE', false, '2024-06-02T10:00+08');
                    insert into publication (id, dossier, unit, where_shown, particulars, opened_at, until, days, working, clause)
                    values (id(44), id(31), id(72), '公告栏', array['某人'], '2024-06-01T10:00+08', '2024-06-08T00:00+08', 5, true, 'X24-5.2a');
                    insert into objection (id, dossier, publication, by_name, by_account, says, at) values (id(45), id(31), id(44), '某人', id(21), '有疑问', '2024-06-03T10:00+08');
                    insert into message (id, person, kind, about, dossier, zh, en, at)
                    select id(n), id(person), kind, id(about), id(dossier), '告知', 'told', '2024-06-04T10:00+08' from (values (51, 11, 'STEP_DUE', 42, 31), (52, 11, 'ARRIVED', 41, 31),
                        (53, 11, 'RETURNED', 43, 31), (54, 11, 'OBJECTION_RAISED', 45, 31), (55, 11, 'OBJECTION_CONCLUDED', 45, null),
                        (61, 11, 'RETURNED', 46, 32), (62, 12, 'STEP_DUE', 42, 31), (63, 12, 'RETURNED', 43, 31), (64, 11, 'BINDING_ENDED', 47, null), (65, 11, 'ACCOUNT_MADE', 23, null), (66, 13, 'ACCOUNT_MADE', 27, null)) message (n, person, kind, about, dossier)""".replaceAll("\\bid\\((\\w+)\\)", "('00000000-0000-4000-8000-0000000000' || $1)::uuid"));
            migrate(database);
            assertEquals("51 to account 23, 52 to account 24, 53 to account 23, 54 to account 24, 55 to account 21, 61 to person 11, 62 to person 12, 63 to person 12, 64 to person 11, 65 to person 11, 66 to person 13", ask(database.owner(), """
                    select string_agg(right(id::text, 2) || ' to ' || case when account is null then 'person ' else 'account ' end || right(coalesce(account, person)::text, 2), ', ' order by id) from message where account is null or kind <> 'ACCOUNT_MADE'"""));
            assertEquals("27 to 26, 27 to 28", ask(database.owner(), "select string_agg(right(about::text, 2) || ' to ' || right(account::text, 2), ', ' order by account) from message where account is not null and kind = 'ACCOUNT_MADE'"), "who applies by none that was ever opened");
            assertEquals("82, 83", ask(database.owner(), "select string_agg(right(id::text, 2), ', ' order by id) from outside_identity where ended_at is not null"), "bound to what is closed, they would be nobody's for good");
        }
    }

    private static final String APART = """
            select count(*) from (select unit, d.id, d.created_at from dossier d, unnest(d.reached) unit) said
                full join dossier_reached r on r.unit = said.unit and r.dossier = said.id and r.created_at = said.created_at
            where r.unit is null or said.unit is null""";

    @Test
    void says_so_where_the_database_does_not_answer() {
        var refusal = assertThrows(CannotStart.class, () -> Migration.run("jdbc:postgresql://127.0.0.1:1/zhicheng", "x"));
        assertEquals(CannotStart.Reason.DATABASE, refusal.reason());
        assertTrue(refusal.getMessage().contains("127.0.0.1:1"), refusal.getMessage());
    }

    private static final String COMMENT =
            "select shobj_description(oid, 'pg_database') from pg_database where datname = current_database()";

    private static void migrate(TestDatabase database) {
        Migration.run(database.access().url(), database.access().roles().owner());
    }

    private static void execute(DataSource source, String sql) throws SQLException {
        try (var connection = source.getConnection(); var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String ask(DataSource source, String sql) throws SQLException {
        try (var connection = source.getConnection(); var rows = connection.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
