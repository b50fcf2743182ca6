package zhicheng.server.read;

import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import zhicheng.server.TestDatabase;
import zhicheng.server.account.IdentityNumber;
import zhicheng.server.account.IdentityVault;

/**
 * A world, and others that differ from it only in what one viewer may not see: of the rows that he does not see every value that does not decide
 * who sees it, and how many there are; of the rows that he sees the columns that no noun declares, and whether there is anything behind a pointer
 * to what he does not see.
 */
public final class Worlds {
    private static final JsonMapper JSON = JsonMapper.createDefault();
    private static final Pattern WORD = Pattern.compile("'([A-Z_]+)'::text");
    /** What decides whether a dossier is seen, or must be there together with it: absent in both worlds, or in neither. */
    private static final Set<String> DECIDING = Set.of("submitted_at", "receipt_at", "snapshot_hash", "edition", "facts_hash", "intake_at");

    /** What no noun declares and what yet decides whether a row is seen. */
    private static final Set<String> HIDING = Set.of("provisional");

    /** Of no noun, and of nobody who reads: what an applicant changes of a returned dossier. It differs whoever looks, himself too. */
    private static final Set<String> MENDING = Set.of("dossier_mending", "mending_achievement", "mending_file");

    private Worlds() {}

    /** A column of a table that the writer fills; {@code words} are all that it may hold, none: anything. */
    private record Column(String table, String name, String type, boolean nullable, boolean key, boolean pointer, List<String> words) {}

    /**
     * What worlds are made from. Without the second wall, so that the compiler stands alone: that the database says the same of every row is for
     * SecondWallTest. And without the indices that only make reading faster: among so few rows they are weighed for each statement, and not used.
     * And every other word is held to be common and to come often, which none is here, so that searches go both ways, in the usual order and in another.
     */
    private static final class Empty {
        static final TestDatabase ONLY = made();

        private static TestDatabase made() {
            var database = TestDatabase.fresh();
            try (var connection = database.owner().getConnection(); var statement = connection.createStatement()) {
                statement.execute("""
                        do $$ declare one regclass; begin
                            for one in select oid from pg_class where relrowsecurity and relnamespace = 'public'::regnamespace loop
                                execute format('alter table %s disable row level security', one);
                            end loop;
                            for one in select indexrelid from pg_index join pg_class on pg_class.oid = indrelid
                                where relkind = 'r' and not relispartition and not indisunique and relnamespace = 'public'::regnamespace loop
                                execute format('drop index %s', one);
                            end loop;
                        end $$""");
                for (var either : List.of("search_common", "search_often"))
                    statement.execute("""
                            create or replace function %s(noun text, words text[]) returns boolean
                                language sql stable parallel safe security definer set search_path = pg_catalog, public, pg_temp return hashtext(words[1]) %% 2 = 0""".formatted(either));
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            return database;
        }
    }

    /** {@code fixture.sql} and {@code borders.sql}. */
    public static TestDatabase first() {
        var database = Fixture.filled(Empty.ONLY.copy());
        try (var connection = database.writer().getConnection(); var statement = connection.createStatement();
                var in = Worlds.class.getResourceAsStream("borders.sql")) {
            connection.setAutoCommit(false);
            statement.execute(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            for (var person : rows(database, List.of("person")).get("person")) {
                var kept = kept(person.get("id"), false);
                try (var update = connection.prepareStatement("update person set identity_masked = ?, identity_cipher = ?, identity_index = ? where id = ?::uuid")) {
                    update.setString(1, kept.masked());
                    update.setBytes(2, kept.cipher());
                    update.setBytes(3, kept.index());
                    update.setString(4, person.get("id").toString());
                    update.executeUpdate();
                }
            }
            connection.commit();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return database;
    }

    /**
     * The identity number of a person: in both worlds where he is seen, in the first where he is not.
     *
     * @param isOther of the other world, where he is not seen
     */
    public static String identityNumber(Object person, boolean isOther) {
        var hash = Math.floorMod(person.hashCode(), 100_000);
        return IdentityNumber.completed((isOther ? "33%02d" : "42%02d").formatted(hash % 100) + "0219900101" + "%03d".formatted(hash / 100)).number();
    }

    private static IdentityVault.Kept kept(Object person, boolean isOther) {
        return new IdentityVault(Fixture.KEY).keep(UUID.fromString(person.toString()), new IdentityNumber(identityNumber(person, isOther)));
    }

    /** As the server's, and more patient: what is asked here is larger than what people ask. */
    public static ReadPool pool(TestDatabase database) {
        return Fixture.pool(database, new ReadLimits(4, 400, Duration.ofMinutes(1)));
    }

    /** All rows of every noun, whoever may see them, with all columns as JSON has them. */
    public static Map<Noun, List<Map<String, Object>>> rows(TestDatabase database) {
        var rows = rows(database, Nouns.all().stream().map(Noun::table).toList());
        var ofNouns = new IdentityHashMap<Noun, List<Map<String, Object>>>();
        for (var noun : Nouns.all()) ofNouns.put(noun, rows.get(noun.table()));
        return ofNouns;
    }

    private static Map<String, List<Map<String, Object>>> rows(TestDatabase database, Collection<String> tables) {
        var all = new LinkedHashMap<String, List<Map<String, Object>>>();
        try (var connection = database.owner().getConnection(); var statement = connection.createStatement()) {
            for (var table : tables)
                try (var rows = statement.executeQuery("select coalesce(jsonb_agg(to_jsonb(t) order by to_jsonb(t)::text), '[]') from " + table + " t")) {
                    rows.next();
                    all.put(table, JSON.readValue(rows.getString(1), Argument.listOf(Argument.mapOf(String.class, Object.class))));
                }
            return all;
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A world that looks the same to {@code sight} and is another. */
    public static TestDatabase other(TestDatabase first, Sight sight) {
        return new Other(first, sight).made();
    }

    /** One of them being made. */
    private static final class Other {
        private final Sight sight;
        private final Map<String, List<Column>> columns;
        private final Map<String, List<Map<String, Object>>> rows;
        private final Set<Object> hidden = new HashSet<>();
        private final Set<Object> pointedAt = new HashSet<>();
        private final Map<Object, Object> copies = new HashMap<>();
        private final Set<Object> came = new HashSet<>();
        private int number;
        private int nulled;

        Other(TestDatabase first, Sight sight) {
            this.sight = sight;
            this.columns = columns(first);
            this.rows = rows(first, columns.keySet());
        }

        TestDatabase made() {
            rows.forEach((table, all) -> all.forEach(row -> {
                if (isHidden(table, row)) hidden.add(row.get("id"));
                columns.get(table).stream().filter(column -> column.type.equals("uuid") && !column.name.equals("id")).forEach(column -> pointedAt.add(row.get(column.name)));
            }));
            for (var id : hidden) copies.put(id, UUID.nameUUIDFromBytes(("copy of " + id).getBytes(StandardCharsets.UTF_8)).toString());
            var others = new LinkedHashMap<String, List<Map<String, Object>>>();
            rows.forEach((table, all) -> others.put(table, all(table, all)));
            others.get("notice_edition").addAll(editions(others.get("dossier")));
            var other = Empty.ONLY.copy();
            insert(other, others);
            return other;
        }

        private boolean isHidden(String table, Map<String, Object> row) {
            return noun(table).map(noun -> !sight.sees(noun, row) && !Sight.isKnown(noun, row)).orElse(false);
        }

        private List<Map<String, Object>> all(String table, List<Map<String, Object>> all) {
            if (table.equals("trail_root")) return all.stream().anyMatch(row -> isHidden(table, row)) ? roots(all.size() + 1) : all; // each signs the one before: all of them are seen, or none
            var others = new ArrayList<Map<String, Object>>();
            var unseen = all.stream().filter(row -> isHidden(table, row)).toList();
            var gone = unseen.size() < 2 ? null : unseen.stream().filter(row -> !pointedAt.contains(row.get("id"))).findFirst().orElse(null);
            for (var row : all) {
                if (row == gone) continue;
                others.add(MENDING.contains(table) ? changed(table, row) : noun(table).isEmpty() ? row : isHidden(table, row) ? changed(table, row) : besides(table, row));
            }
            for (var row : unseen) {
                var copied = new LinkedHashMap<>(row);
                copied.replaceAll((name, value) -> copies.getOrDefault(value, value));
                var copy = changed(table, copied);
                if (table.equals("trail")) copy.put("seq", (Integer) row.get("seq") + 100);
                if (table.equals("title_transfer")) copy.put("dossier", untransferred()); // by which there is one transfer at most
                others.add(copy);
            }
            return others;
        }

        /** So many others, each of which signs the one before. */
        private List<Map<String, Object>> roots(int many) {
            var roots = new ArrayList<Map<String, Object>>();
            for (var place = 1; place <= many; place++) {
                number++;
                var before = roots.isEmpty() ? null : roots.getLast().get("hash");
                var statement = json(Map.of("at", "2031-01-%02dT00:00:00Z".formatted(place), "tree", HexFormat.of().formatHex(sha256("tree" + number)), "leaves", 1000 + number, "subjects", 2000 + number,
                        "entries", 3000 + number, "key", HexFormat.of().formatHex(sha256("name of key" + number)), "number", place));
                var root = new LinkedHashMap<String, Object>();
                root.put("number", place);
                root.put("before", before);
                root.put("hash", bytes(sha256(statement)));
                root.put("statement", hex(statement));
                root.put("signature", bytes(sha256("signature" + number)) + HexFormat.of().formatHex(sha256("second half" + number)));
                root.put("key", bytes(sha256("key" + number)));
                roots.add(root);
            }
            return roots;
        }

        /** A dossier by which nobody came over, another each time. */
        private Object untransferred() {
            return rows.get("dossier").stream().map(row -> row.get("id")).filter(pointedAt::contains)
                    .filter(id -> rows.get("title_transfer").stream().noneMatch(row -> id.equals(row.get("dossier"))) && came.add(id)).findFirst().orElseThrow();
        }

        /** A row that he sees, and all that he does not see of it otherwise. */
        private Map<String, Object> besides(String table, Map<String, Object> row) {
            var noun = noun(table).orElseThrow();
            var declared = new HashSet<String>();
            noun.fields().values().stream().filter(field -> sight.isShown(noun, field.name(), row)).forEach(field -> declared.add(field.column()));
            var other = new LinkedHashMap<>(row);
            number++;
            for (var column : columns.get(table)) {
                var value = row.get(column.name);
                if (column.pointer) {
                    if (column.nullable && hidden.contains(value) && ++nulled % 2 == 0) other.put(column.name, null);
                } else if (!column.key && !declared.contains(column.name) && value != null && !isAskedFor(column) && !HIDING.contains(column.name)) {
                    other.put(column.name, switch (table + "." + column.name) {
                        case "dossier.draft", "dossier_finding.outcome" -> with(value, Map.of("unseen", number));
                        case "trail.entry" -> hex(json(with(entry(value), Map.of("unseen", number))));
                        default -> changed(column, value);
                    });
                }
            }
            return other;
        }

        /** By equality, of those who may unmask. */
        private boolean isAskedFor(Column column) {
            return column.name.equals("identity_index") && sight.viewer().isAny(IdentityVault.MAY_UNMASK);
        }

        /** A row that he does not see, otherwise; whoever did not see it for a reason does not see it for the same. */
        private Map<String, Object> changed(String table, Map<String, Object> row) {
            number++;
            var other = new LinkedHashMap<>(row);
            for (var column : columns.get(table)) {
                var value = row.get(column.name);
                if (column.name.equals("id") || column.pointer || column.key && !column.name.equals("place") && !table.equals("nomination") || table.equals("dossier") && value == null && DECIDING.contains(column.name)) continue;
                other.put(column.name, switch (table + "." + column.name) {
                    case "dossier.draft", "dossier_mending.draft" -> draft();
                    case "dossier.stage" -> row.get("submitted_at") == null ? value.equals("DRAFT") ? "WITHDRAWN" : "TERMINATED" : changed(column, value);
                    case "publication.opened_at", "publication.until" -> OffsetDateTime.parse(value.toString()).minusDays(30 + number).toString(); // a period that is over, as it was
                    case "dossier.deleted_at" -> value == null && number % 2 == 0 ? null : changed(column, value); // which only hides
                    case "dossier.facts_hash" -> "%064x".formatted(number);
                    case "dossier_finding.outcome" -> Map.of("outcome", row.get("verdict").equals("FAILED") ? "CANNOT_TELL" : "FAILED", "path", "unseen." + number);
                    case "trail.entry" -> hex(json(entry(entry(value), sees(row))));
                    case "person.identity_masked" -> kept(row.get("id"), true).masked();
                    case "person.identity_index" -> bytes(kept(row.get("id"), true).index());
                    case "account.name" -> "unseen-" + number;
                    case "account.roles" -> roles(value);
                    case "achievement.kind" -> value.equals("PATENT") ? "AWARD" : "PATENT";
                    case "title_transfer.from_series" -> value + "_UNSEEN_TOO";
                    case "dossier_mark.path" -> "facts.unseen" + number;
                    case "dossier_mark.accepted" -> row.get("returned") == null && !Boolean.TRUE.equals(value);
                    case "achievement.granted" -> row.get("kind").equals("PATENT") ? null : true;
                    case "meeting.plan_filed_at" -> changed(column, OffsetDateTime.parse(row.get("starts_at").toString()).minusDays(20).toString());
                    default -> changed(column, value);
                });
            }
            return other;
        }

        private Object changed(Column column, Object value) {
            if (!column.words.isEmpty()) return column.words.get((column.words.indexOf(value) + 1) % column.words.size());
            return switch (column.type) {
                case "text" -> switch (column.name) {
                    case "region" -> value + "w"; // no bureau's
                    case "area_code" -> "53%04d".formatted(number);
                    case "clause", "ended_clause" -> "UNSEEN24-" + number;
                    case "series" -> value + "_UNSEEN";
                    default -> "密档" + number + "卷" + column.name;
                };
                case "integer", "bigint" -> column.name.equals("year") ? 2025 + number % 50 : (value == null ? 0 : ((Number) value).intValue()) + 1000 + number;
                case "boolean" -> !Boolean.TRUE.equals(value);
                case "date" -> LocalDate.parse(value == null ? "2031-01-01" : value.toString()).plusDays(30 + number).toString();
                case "timestamp with time zone" -> OffsetDateTime.parse(value == null ? "2031-01-01T00:00+08:00" : value.toString()).plusDays(30 + number).toString();
                case "bytea" -> bytes(sha256(column.name + number));
                case "jsonb" -> Map.of("unseen", number);
                case "text[]" -> List.of("UNSEEN_" + number);
                case "uuid[]" -> value; // who sees a dossier
                case "uuid" -> UUID.nameUUIDFromBytes((column.name + number).getBytes(StandardCharsets.UTF_8)).toString();
                default -> throw new IllegalStateException(column + ": say how a value of it differs");
            };
        }

        /** Whether what an entry is about is seen; of a copy, what the entry was about that it is a copy of. */
        private boolean sees(Map<String, Object> entry) {
            return !hidden.contains(entry.get("subject")) && !copies.containsValue(entry.get("subject"));
        }

        private Map<String, Object> entry(Object bytes) {
            try {
                return JSON.readValue(HexFormat.of().parseHex(bytes.toString().substring(2)), Argument.mapOf(String.class, Object.class));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** By an expert what was not, and otherwise; but of a dossier that he sees an expert's act stays an expert's. */
        private Map<String, Object> entry(Map<String, Object> entry, boolean isAboutSeen) {
            var byExpert = entry.get("capacity").toString().matches(".*(EXPERT|CHAIR|GROUP_LEAD).*");
            return Map.of("act", "UNSEEN_" + number, "actor", Fixture.id(900 + number).toString(), "organisation", Fixture.id(14).toString(), "clauses", List.of("UNSEEN24-" + number),
                    "capacity", byExpert && !isAboutSeen ? List.of("SUPERIOR_DEPT") : List.of("EXPERT", "GROUP_LEAD"));
        }

        private static List<String> roles(Object value) {
            var roles = new LinkedHashSet<String>();
            ((List<?>) value).forEach(role -> roles.add(role.toString()));
            roles.add("AUDITOR"); // such an account needs neither a person nor a unit
            return List.copyOf(roles);
        }

        private Map<String, Object> draft() {
            var lists = new LinkedHashMap<String, Object>();
            var day = LocalDate.parse("2001-01-01").plusDays(number).toString();
            lists.put("workSince", day);
            lists.put("hours", List.of(Map.of("year", 1950 + number % 50, "total", 200 + number, "specialised", 100 + number, "province", "530000"), Map.of("year", 1949, "total", number)));
            lists.put("titles", List.of(Map.of("series", "UNSEEN_" + number, "specialty", "密业" + number, "level", "MEMBER", "date", day, "province", "530000", "aidMonths", 100 + number, "appointedOn", day)));
            lists.put("degrees", List.of(Map.of("level", "密学" + number, "date", day), Map.of("level", "密学")));
            lists.put("assessments", List.of(Map.of("year", 1950 + number % 50, "grade", "密评" + number), Map.of("year", 1949, "grade", "密评")));
            lists.put("testPasses", List.of(Map.of("specialty", "密试" + number, "level", "MEMBER", "date", day)));
            lists.put("jobs", List.of(Map.of("employer", "密厂" + number, "position", "密职" + number, "beganOn", "1999-01-01", "endedOn", day, "areaCode", "530102", "grassroots", number % 2 == 0), Map.of("employer", "密厂", "beganOn", day)));
            return lists;
        }

        /** Those that the other dossiers are pinned to. */
        private static List<Map<String, Object>> editions(List<Map<String, Object>> dossiers) {
            return dossiers.stream().filter(dossier -> dossier.get("edition") != null && (Integer) dossier.get("edition") > 1000).map(dossier -> {
                var edition = new LinkedHashMap<String, Object>();
                for (var name : List.of("region", "year", "edition", "facts_hash")) edition.put(name, dossier.get(name));
                edition.put("readings", Map.of());
                edition.put("first_pinned_at", dossier.get("submitted_at"));
                return (Map<String, Object>) edition;
            }).toList();
        }

        private static Object with(Object object, Map<String, Object> more) {
            var all = new LinkedHashMap<String, Object>();
            ((Map<?, ?>) object).forEach((key, value) -> all.put(key.toString(), value));
            all.putAll(more);
            return all;
        }

        private void insert(TestDatabase other, Map<String, List<Map<String, Object>>> others) {
            try (var connection = other.writer().getConnection()) {
                connection.setAutoCommit(false);
                for (var table : columns.keySet()) {
                    var names = columns.get(table).stream().map(Column::name).collect(Collectors.joining(", "));
                    try (var insert = connection.prepareStatement("insert into %1$s (%2$s) select %2$s from jsonb_populate_recordset(null::%1$s, ?::jsonb)".formatted(table, names))) {
                        insert.setString(1, json(others.get(table)));
                        insert.executeUpdate();
                    }
                }
                connection.commit();
            } catch (SQLException e) {
                throw new IllegalStateException("the world that " + sight.name() + " cannot tell from the first does not fit the tables", e);
            }
        }
    }

    private static Optional<Noun> noun(String table) {
        return Nouns.all().stream().filter(noun -> noun.table().equals(table)).findFirst();
    }

    /** Of all tables that the writer fills, each behind those that it points to (before them where that is checked at the end), the trail last; but for the leaves of its roots, which the reader has no right to. */
    private static Map<String, List<Column>> columns(TestDatabase database) {
        try (var connection = database.owner().getConnection()) {
            var columns = new HashMap<String, List<Column>>();
            try (var found = connection.createStatement().executeQuery("""
                    select c.relname, a.attname, format_type(a.atttypid, null), not a.attnotnull,
                           exists (select from pg_constraint k where k.conrelid = c.oid and k.contype = 'p' and a.attnum = any (k.conkey)),
                           exists (select from pg_constraint k where k.conrelid = c.oid and k.contype = 'f' and k.conkey = array[a.attnum]),
                           (select string_agg(pg_get_constraintdef(k.oid), '') from pg_constraint k where k.conrelid = c.oid and k.contype = 'c' and k.conkey = array[a.attnum]
                                and a.atttypid = 'text'::regtype and pg_get_constraintdef(k.oid) like '%ANY (ARRAY[%')
                    from pg_class c join pg_attribute a on a.attrelid = c.oid
                    where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
                        and has_table_privilege('zhicheng_writer', c.oid, 'insert') and c.relname not in ('official_clock', 'trail_waiting', 'trail_leaf')
                    order by 1, a.attnum""")) {
                while (found.next()) {
                    var words = WORD.matcher(found.getString(7) == null ? "" : found.getString(7)).results().map(word -> word.group(1)).toList();
                    columns.computeIfAbsent(found.getString(1), _ -> new ArrayList<>()).add(new Column(found.getString(1), found.getString(2), found.getString(3), found.getBoolean(4),
                            found.getBoolean(5), found.getBoolean(6), words));
                }
            }
            var sorted = new LinkedHashMap<String, List<Column>>();
            for (var table : order(connection, columns.keySet())) sorted.put(table, columns.get(table));
            return sorted;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> order(Connection connection, Set<String> tables) throws SQLException {
        var behind = new HashMap<String, Set<String>>();
        tables.forEach(table -> behind.put(table, new HashSet<>(table.equals("trail") ? tables.stream().filter(one -> !one.equals("trail")).toList() : List.of())));
        try (var found = connection.createStatement().executeQuery("""
                select case when condeferrable then b.relname else a.relname end, case when condeferrable then a.relname else b.relname end
                from pg_constraint k join pg_class a on a.oid = k.conrelid join pg_class b on b.oid = k.confrelid where k.contype = 'f' and a.oid <> b.oid""")) {
            while (found.next())
                if (tables.contains(found.getString(1)) && tables.contains(found.getString(2))) behind.get(found.getString(1)).add(found.getString(2));
        }
        var order = new LinkedHashSet<String>();
        while (order.size() < tables.size()) {
            var next = tables.stream().filter(table -> !order.contains(table) && order.containsAll(behind.get(table))).sorted().toList();
            if (next.isEmpty()) throw new IllegalStateException("tables that point at each other: " + behind);
            order.addAll(next);
        }
        return List.copyOf(order);
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hex(String text) {
        return bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String bytes(byte[] bytes) {
        return "\\x" + HexFormat.of().formatHex(bytes);
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
