package zhicheng.server.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
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

/** What is searched for is found, as {@code zhicheng_reader}, who cannot read what is searched. */
@Tag("database")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SearchTest {
    private TestDatabase database;

    @BeforeAll
    void start() throws SQLException {
        database = Fixture.database();
        execute(database.writer(), """
                insert into person (id, name, region, employer, made_up, created_at) values
                    ('00000000-0000-4000-8000-000000000121', '欧阳ＡＢ·娜%', 'south', '00000000-0000-4000-8000-000000000013', true, '2024-01-02'),
                    ('00000000-0000-4000-8000-000000000122', '\u200B娄\u200D\u202A无\u202C\uFEFF形\u2060\u200E\u2069', 'south', null, true, '2024-01-02');
                insert into achievement (id, person, kind, title, made_up, created_at) values
                    ('00000000-0000-4000-8000-000000000171', '00000000-0000-4000-8000-000000000121', 'PAPER', 'ＢＩＭ　技术(GB/T 50328_2014)在"大桥"中的应用', true, '2024-01-02'),
                    ('00000000-0000-4000-8000-000000000172', '00000000-0000-4000-8000-000000000121', 'PAPER', '100%🌉🌉桥''s \\ 研究', true, '2024-01-02'),
                    ('00000000-0000-4000-8000-000000000173', '00000000-0000-4000-8000-000000000121', 'PAPER', '桥', true, '2024-01-02')""");
    }

    @AfterAll
    void stop() {
        database.close();
    }

    /** The last two digits of the ids that are found, best first. */
    @ParameterizedTest(name = "{0}: {1} -> {2}")
    @CsvSource(quoteCharacter = '`', nullValues = "none", delimiter = '|', textBlock = """
            Achievement  | 大桥              | 76 71
            Achievement  | 滨江大桥加固工程  | 76
            Achievement  | 滨江大桥加固工程二 | none
            Achievement  | 桥加              | 76
            Achievement  | bim               | 71
            Achievement  | BIM 技术          | 71
            Achievement  | 技术 bim          | 71
            Achievement  | ｂｉｍ技术        | none
            Achievement  | gb/t　50328_2014  | 71
            Achievement  | gb/t 50328%2014   | none
            Achievement  | GB_T              | none
            Achievement  | "大桥"            | 71
            Achievement  | 100%              | 72
            Achievement  | %%                | none
            Achievement  | __                | none
            Achievement  | 🌉🌉              | 72
            Achievement  | 桥's              | 72
            Achievement  | ' or '1'='1       | none
            Achievement  | \\ 研究           | 72
            Achievement  | 研究 \\           | 72
            Achievement  | 大桥 应           | 71
            Achievement  | 大桥 农           | none
            Dossier      | 工程师            | 51 52 53 57 59
            Dossier      | 高级工程师        | 51
            Dossier      | 工程师 何川       | 53 57
            Dossier      | 何川 青川建设     | 53 56 57
            Dossier      | 何川青川          | none
            Dossier      | 建筑 林晓 青川    | 51 52
            Dossier      | 建设集团          | 51 52 53 56 57 59
            Person       | 林晓              | 21
            Person       | 欧阳ab            | 21
            Person       | b·娜％            | 21
            Person       | 阳娜              | none
            Person       | 娄无形            | 22
            Person       | 无\u200C形         | 22
            Person       | \uFEFF欧\u00AD阳\u200BＡ  | 21
            Person       | \u200E欧\u200F阳\u202Aａ\u202Bｂ\u202C·\u202D娜\u202E  | 21
            Person       | \u2066娄\u2067无\u2068形\u2069  | 22
            Person       | 娄\uDB40\uDD00\u061C无\u2061\uFE0F形\u180E  | 22
            Organisation | 青川              | 12 13 15
            Organisation | 人社局            | 11 12
            Committee    | 农业中级          | 42
            Committee    | 农业高级          | none
            DossierAchievement | 模板支撑    | 84 85
            Certificate  | 林晓              | 61
            """)
    void finds_every_piece_of_two_characters_and_more(String noun, String typed, String found) throws SQLException {
        var order = "Dossier".equals(noun) || "Achievement".equals(noun) ? "rank, id" : "id";
        var ranked = ask(database.reader(), "select right(id::text, 2) from search_ranked(?, search_words(?)) order by " + order, noun, typed);
        assertEquals(found == null ? List.of() : List.of(found.split(" ")), ranked);
        var ids = ask(database.reader(), "select id from search_ids(?, search_words(?)) id order by id", noun, typed);
        assertEquals(ask(database.reader(), "select id from search_ranked(?, search_words(?)) order by id", noun, typed), ids);
        for (var id : ids)
            assertEquals(List.of("t"), ask(database.reader(), "select search_has(?, ?::uuid, search_words(?))", noun, id, typed));
    }

    @ParameterizedTest(name = "{0} {1} {2} {3} -> {4}")
    @CsvSource(nullValues = "none", delimiter = '|', textBlock = """
            Dossier     | title     | search_phrase | 工程师  | 51 52 53 57 59
            Dossier     | title     | search_start  | 工程师  | 52 53 57
            Dossier     | title     | search_start  | 工      | 52 53 57
            Dossier     | title     | search_start  | 程      | none
            Dossier     | specialty | search_phrase | 工程    | 51 52
            Dossier     | applicant | search_start  | 何      | 53 56 57
            Dossier     | applicant | search_phrase | 工程    | none
            Dossier     | employer  | search_phrase | 青川建设 | 51 52 53 56 57 59
            Person      | name      | search_start  | 欧      | 21
            Person      | name      | search_start  | 阳      | none
            Person      | name      | search_start  | 娄      | 22
            Achievement | title     | search_phrase | bim 技术 | 71
            Achievement | title     | search_phrase | 技术 bim | none
            Achievement | title     | search_start  | 桥      | 73
            DossierAchievement | title | search_start | 一种 | 84 85
            Certificate | holder    | search_start  | 林      | 61
            Certificate | title     | search_start  | 林      | none
            """)
    void one_field_has_it_or_begins_with_it(String noun, String field, String how, String typed, String found) throws SQLException {
        var ids = ask(database.reader(), "select right(id::text, 2) from search_ids(?, " + how + "(?), ?) id order by id", noun, typed, field);
        assertEquals(found == null ? List.of() : List.of(found.split(" ")), ids);
    }

    @ParameterizedTest
    @ValueSource(strings = {"select search_ids('Dossier', search_words('工'))", "select search_ids('Dossier', search_words('工 程'))", "select search_ids('Dossier', search_words(''))",
        "select search_ids('Dossier', search_words(E'\\n\\t　 '))", "select search_ids('Dossier', search_words(repeat('工程', 101)))", "select search_ids('Dossier', search_phrase('工'))",
        "select search_ids('Dossier', search_phrase(repeat('工程', 101)))", "select search_ids('Dossier', search_start(' '))", "select search_ids('Dossier', array['工'])", "select search_ids('Dossier', null)",
        "select search_ids('Dossier', array[]::text[])", "select search_ranked('Dossier', array['工'])", "select search_ids('Account', search_words('工程'))",
        "select search_ids(null, search_words('工程'))", "select search_ids('Dossier', search_words('工程'), 'draft')", "select search_ids('Person', search_words('工程'), 'title')",
        "select search_common('Account', search_words('工程'))", "select search_often('Account', search_words('工程'))", "select search_ranked('account', search_words('工程'))"})
    void what_cannot_be_searched_is_an_error_and_never_everything_or_nothing(String statement) {
        assertEquals("22023", assertThrows(PSQLException.class, () -> execute(database.reader(), statement)).getSQLState());
    }

    @ParameterizedTest
    @ValueSource(strings = {"select from search_text", "select from search_dossier", "select from search_person", "select from search_source", "delete from search_text",
        "select search_keep('Dossier', '{}')", "select search_pairs('{}')", "select search_rank('', '{}', 1)", "select search_holds('', '{}', 1)", "select from search_certificate", "select from plain_word", "select search_plain('Dossier', '{}')", "select search_follow()"})
    void nobody_who_serves_sees_what_is_searched(String statement) {
        for (var source : List.of(database.reader(), database.writer()))
            assertEquals("42501", assertThrows(PSQLException.class, () -> execute(source, statement)).getSQLState());
    }

    @Test
    void the_searched_text_follows_what_it_is_taken_from() throws SQLException {
        try (var other = Fixture.database()) {
            var before = ask(other.owner(), "select noun || id || ctid from search_text order by 1");
            assertTrue(before.size() > 20);
            assertEquals(List.of(), stale(other));
            execute(other.writer(), """
                    update dossier set stage_since = stage_since, version = version + 1, title = title, employer = employer;
                    update person set trail_seq = trail_seq + 1, name = name; update organisation set name = name, made_up = made_up""");
            assertEquals(before, ask(other.owner(), "select noun || id || ctid from search_text order by 1"), "no text changed, none was written");
            execute(other.writer(), "update dossier set title = '正高级工程师', specialty = null where id = '00000000-0000-4000-8000-000000000051'");
            assertEquals(List.of(), stale(other));
            assertEquals(List.of("51"), found(other, "Dossier", "正高级"));
            execute(other.writer(), "update person set name = '林一新' where id = '00000000-0000-4000-8000-000000000021'");
            assertEquals(List.of(), stale(other));
            assertEquals(List.of("51", "52"), found(other, "Dossier", "林一新"));
            assertEquals(List.of(), found(other, "Person", "林晓"));
            execute(other.writer(), "update organisation set name = '青川路桥' where id = '00000000-0000-4000-8000-000000000013'");
            assertEquals(List.of(), stale(other));
            assertEquals(List.of("51", "52", "53", "56", "57", "59"), found(other, "Dossier", "路桥"));
            execute(other.writer(), "update dossier set applicant = '00000000-0000-4000-8000-000000000024', employer = null where id = '00000000-0000-4000-8000-000000000053'");
            assertEquals(List.of("53", "55"), found(other, "Dossier", "周由"));
            execute(other.writer(), """
                    update committee set name = name || '一' where region = 'north'; update achievement set title = '节水' where kind = 'PAPER'""");
            assertEquals(List.of(), stale(other));
            assertEquals(List.of("77"), found(other, "Achievement", "节水"));
            execute(other.writer(), """
                    insert into achievement (id, person, kind, title, created_at)
                    values ('00000000-0000-4000-8000-000000000099', '00000000-0000-4000-8000-000000000021', 'OTHER', '临时条目', '2024-01-01')""");
            assertEquals(List.of("99"), found(other, "Achievement", "临时"));
            execute(other.writer(), "update certificate set holder = '周新名', title = '助理经济师' where id = '00000000-0000-4000-8000-000000000064'");
            assertEquals(List.of("64"), found(other, "Certificate", "经济 周新名"));
            assertEquals(List.of("63"), found(other, "Certificate", "周由"));
            execute(other.writer(), "delete from dossier_achievement where id = '00000000-0000-4000-8000-000000000082'");
            assertEquals(List.of("83"), found(other, "DossierAchievement", "滨江大桥"));
            assertEquals(List.of(), stale(other));
            execute(other.owner(), "delete from achievement where kind = 'OTHER'");
            assertEquals(List.of(), found(other, "Achievement", "临时"));
            assertEquals(List.of(), stale(other));
        }
    }

    @Test
    void a_dossier_made_while_its_applicant_is_renamed_has_the_new_name() throws Exception {
        try (var other = Fixture.database(); var renames = other.writer().getConnection(); var threads = Executors.newSingleThreadExecutor()) {
            renames.setAutoCommit(false);
            renames.createStatement().execute("update person set name = '周新名' where id = '00000000-0000-4000-8000-000000000024'");
            var made = threads.submit(() -> {
                execute(other.writer(), """
                        insert into dossier (id, region, year, series, level, title, applicant, stage_since, created_at, updated_at) values ('00000000-0000-4000-8000-000000000099',
                            'south', 2024, 'ARTS', 'INTERMEDIATE', '编剧', '00000000-0000-4000-8000-000000000024', '2024-06-01', '2024-06-01', '2024-06-01')""");
                return null;
            });
            while (ask(other.owner(), "select 1 from pg_locks where not granted").isEmpty() && !made.isDone()) Thread.onSpinWait();
            assertFalse(made.isDone(), "waits for the new name");
            renames.commit();
            made.get(20, TimeUnit.SECONDS);
            assertEquals(List.of("55", "99"), found(other, "Dossier", "周新名"));
            assertEquals(List.of(), stale(other));
        }
    }

    /** V057: what is printed alike is one number; holders may be called alike, whichever dot their names were typed with. */
    @Test
    void no_two_certificates_have_numbers_that_are_printed_alike() throws SQLException {
        var certificate = """
                insert into certificate (id, number, holder, region, series, level, title, obtained_on, issued_at)
                values (gen_random_uuid(), '%s', '%s', 'south', 'HEALTH', 'ASSISTANT', '医师', '2018-12-31', '2019-01-10T00:00+08')""";
        execute(database.writer(), certificate.formatted("虚构（2019）一号", "古丽•买买提"));
        execute(database.writer(), certificate.formatted("虚构（2019）二号", "古丽·买买提"));
        for (var alike : List.of("虚构（2019）一号", "虚构(2019) 一号", "虚构（２０１９）一\u200B号"))
            assertEquals("certificate_number_is_taken", assertThrows(PSQLException.class, () -> execute(database.writer(), certificate.formatted(alike, "某某"))).getServerErrorMessage().getConstraint(), alike);
        for (var number : List.of("虚构(2019)一号", "虚构(2019)二号"))
            for (var dot : "·•‧∙⋅・･".split(""))
                assertEquals(1, ask(database.reader(), "select id from known_certificate(?, ?)", "古丽" + dot + "买买提", number).size(), number + dot);
    }

    /** Rows whose searched text is missing, wrong or of nothing. */
    private static List<String> stale(TestDatabase database) throws SQLException {
        return ask(database.owner(), "select coalesce(h.id, s.id) from search_text h full join search_source s on h.noun = s.noun and h.id = s.id where h.text is distinct from s.text");
    }

    private static List<String> found(TestDatabase database, String noun, String typed) throws SQLException {
        return ask(database.reader(), "select right(id::text, 2) from search_ids(?, search_words(?)) id order by id", noun, typed);
    }

    private static void execute(DataSource source, String statements) throws SQLException {
        try (var connection = source.getConnection(); var statement = connection.createStatement()) {
            statement.execute(statements);
        }
    }

    private static List<String> ask(DataSource source, String sql, String... values) throws SQLException {
        try (var connection = source.getConnection(); var prepared = connection.prepareStatement(sql)) {
            for (var i = 0; i < values.length; i++) prepared.setString(i + 1, values[i]);
            var answers = new ArrayList<String>();
            try (var rows = prepared.executeQuery()) {
                while (rows.next()) answers.add(rows.getString(1));
            }
            return answers;
        }
    }
}
