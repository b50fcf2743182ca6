package zhicheng.server.demo;

import io.micronaut.context.annotation.Requires;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import zhicheng.server.account.CreditCode;
import zhicheng.server.account.IdentityNumber;
import zhicheng.server.account.IdentityVault;
import zhicheng.server.account.Passwords;
import zhicheng.server.account.Role;
import zhicheng.server.account.Viewer;
import zhicheng.server.calendar.OfficialClock;
import zhicheng.server.database.Sql;
import zhicheng.server.file.FileStore;
import zhicheng.server.region.Regions;
import zhicheng.server.trail.Acts;
import zhicheng.server.trail.Json;
import zhicheng.server.trail.TrailRoots;
import zhicheng.spi.When;

/**
 * The demonstration's world, as its tables beside this class tell it: organisations, committees, people with accounts, and some three hundred others
 * with a dossier each. Days are those of the tables; what would lie on the official day or later is left out.
 */
@Singleton
@Requires(beans = DataSource.class)
final class MadeUpWorld implements DemoData {
    private static final long SEED = 20240918;
    /** By which everybody who can sign in logs in, here and nowhere else. */
    private static final String PASSWORD = "demonstration only";
    private static final Instant FOUNDED = Instant.parse("2023-07-01T01:00:00Z");

    private final TransactionOperations<Connection> transactions;
    private final OfficialClock clock;
    private final IdentityVault vault;
    private final Regions regions;
    private final Passwords passwords;
    private final FileStore files;
    private final TrailRoots roots;

    MadeUpWorld(TransactionOperations<Connection> transactions, OfficialClock clock, IdentityVault vault, Regions regions, Passwords passwords, FileStore files, TrailRoots roots) {
        this.passwords = passwords;
        this.transactions = transactions;
        this.clock = clock;
        this.vault = vault;
        this.regions = regions;
        this.files = files;
        this.roots = roots;
    }

    @Override
    public void load() {
        var hashed = passwords.hash(PASSWORD);
        try {
            MadeUpFiles.keep(files);
        } catch (IOException e) {
            throw new UncheckedIOException("the demonstration's files could not be kept", e);
        }
        transactions.executeWrite(status -> {
            try {
                var tx = status.getConnection();
                Sql.one(tx, _ -> true, "select pg_advisory_xact_lock(?)", SEED);
                if (Sql.one(tx, row -> row.getInt(1), "select count(*) from organisation").orElseThrow() == 0) new Loading(tx, today(), hashed).all();
                return null;
            } catch (SQLException e) {
                throw new IllegalStateException("the demonstration's data could not be loaded", e);
            }
        });
        roots.make(); // what is told of the past is under a root from the beginning
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.now(), When.CHINA);
    }

    /** The same id for the same thing in every demonstration. */
    static UUID id(String kind, String key) {
        return UUID.nameUUIDFromBytes(("zhicheng demonstration " + kind + " " + key).getBytes(StandardCharsets.UTF_8));
    }

    /** Accounts that the documentation names: 00000000-0000-4000-8000-000000000001 and so on. */
    static UUID account(int number) {
        return new UUID(0x4000L, 0x8000000000000000L + number);
    }

    /** One loading, in one transaction. */
    private final class Loading {
        private final Connection tx;
        private final LocalDate today;
        private final Map<String, Table.Line> organisations = byKey("organisations.csv");
        private final Random random = new Random(SEED);
        private final String hashed;
        private final Map<String, Viewer> officers = new LinkedHashMap<>();

        Loading(Connection tx, LocalDate today, String hashed) {
            this.hashed = hashed;
            this.tx = tx;
            this.today = today;
        }

        void all() throws SQLException {
            organisations();
            committees();
            people();
            officers();
            nominator();
            new Dossiers(tx, today, random, vault, regions, officers).all();
            bindings();
            messages();
            passwords();
        }

        /** Whoever has an employer is bound to it; who goes through an agency to that one, as its notice has it (X24-3.1.3, J24-2.2c). */
        private void bindings() throws SQLException {
            try (var insert = tx.prepareStatement("""
                    insert into binding (id, person, organisation, region, ground, state, name, asked_at, decided_at, made_up)
                    select md5('binding ' || p.id)::uuid, p.id, o.id, o.region,
                           case when p.employer is null then case o.region when 'xianning' then 'AGENCY' else 'FILE_KEEPING' end when o.kind = 'PRIVATE_ENTERPRISE' then 'LABOUR_RELATION' else 'EMPLOYMENT' end,
                           'CONFIRMED', p.name, p.created_at, p.created_at, true
                    from person p join organisation o on o.id = coalesce(p.employer, (select d.employer from dossier d where d.applicant = p.id))""")) {
                insert.executeUpdate();
            }
        }

        /** What applicants were told of their returns and recommendations, and of an end. */
        private void messages() throws SQLException {
            try (var statement = tx.createStatement()) {
                statement.executeUpdate("""
                        insert into message (id, person, kind, about, dossier, clause, zh, en, at, due_at, made_up)
                        select md5('message ' || r.id)::uuid, d.applicant, 'RETURNED', r.id, d.id, r.clause, '“' || d.title || '”申报材料已退回（虚构）', '“' || d.title || '” was returned (made up)', r.at, r.due_at, true
                        from dossier_return r join dossier d on d.id = r.dossier
                        union all
                        select md5('message ' || s.id)::uuid, d.applicant, 'RECOMMENDED', s.id, d.id, s.clause, '“' || d.title || '”申报材料已由用人单位推荐（虚构）', '“' || d.title || '” was recommended (made up)', s.done_at, null, true
                        from dossier_step s join dossier d on d.id = s.dossier where s.place = 1 and s.outcome = 'FORWARDED'
                        union all
                        select md5('message ' || d.id)::uuid, d.applicant, case d.stage when 'REJECTED' then 'REFUSED' else d.stage end, d.id, d.id, d.ended_clause, '“' || d.title || '”申报已终结（虚构）', '“' || d.title || '” has ended (made up)', d.stage_since, null, true
                        from dossier d where d.ended_clause is not null""");
            }
        }

        private void passwords() throws SQLException {
            try (var insert = tx.prepareStatement("insert into credential (account, password, changed_at) select id, ?, created_at from account where not disabled")) {
                insert.setString(1, hashed);
                insert.executeUpdate();
            }
        }

        private void organisations() throws SQLException {
            try (var rows = new Rows(tx, "organisation", "id", "parent", "name", "credit_code", "kind", "region", "area_code", "made_up", "created_at")) {
                for (var one : organisations.values())
                    rows.add(organisation(one.get("key")), organisation(one.get("parent")), one.get("name"),
                            one.get("body") == null ? null : CreditCode.completed(one.get("registration"), one.get("body")).code(),
                            one.get("kind"), one.get("region"), one.get("area"), true, FOUNDED);
                rows.write();
            }
        }

        /** An enterprise that nominates, as the bureau of its city recognised it. */
        private void nominator() throws SQLException {
            try (var rows = new Rows(tx, "nominator", "id", "organisation", "region", "category", "grade", "document", "clause", "from_day", "decided_by", "made_up", "created_at")) {
                rows.add(id("nominator", "bj-mine"), organisation("bj-mine"), "bijie", "LITTLE_GIANT", "PROVINCIAL", "虚构〔2023〕1号", "B23-2.3", LocalDate.of(2023, 7, 1), organisation("bj-hrss"), true, FOUNDED);
                rows.write();
            }
            var chain = new Chain();
            chain.add(FOUNDED, Acts.entry(officers.get("HRSS_CITY bj-hrss"), "RECOGNISE_NOMINATOR", FOUNDED,
                    Map.of("category", "LITTLE_GIANT", "grade", "PROVINCIAL", "document", "虚构〔2023〕1号", "from", "2023-07-01", "clauses", List.of("B23-2.3"))));
            try (var update = tx.prepareStatement("update organisation set trail_seq = 1, trail_head = ? where id = ?"); var trail = new Rows(tx, "trail", "subject", "seq", "at", "head", "entry")) {
                update.setBytes(1, chain.head());
                update.setObject(2, organisation("bj-mine"));
                update.executeUpdate();
                trail.add(organisation("bj-mine"), 1L, FOUNDED, chain.head(), chain.links().getFirst().entry());
                trail.write();
            }
        }

        private void committees() throws SQLException {
            var committees = byKey("committees.csv");
            try (var rows = new Rows(tx, "committee", "id", "name", "region", "kind", "founder", "office", "series", "levels", "phone", "address", "made_up", "remark", "created_at")) {
                for (var one : committees.values())
                    rows.add(committee(one.get("key")), one.get("name"), one.get("region"), one.get("kind"), organisation(one.get("founder")), organisation(one.get("office")),
                            one.list("series"), one.list("levels"), one.get("phone"), one.get("address"), true, one.get("remark"), FOUNDED);
                rows.write();
            }
            try (var rows = new Rows(tx, "entrustment", "id", "region", "year", "unit", "addressed_to", "committee", "series", "document", "dated", "clause", "filed_at", "made_up")) {
                entrust(rows, "xianning", "bj-design", null, "xn-engineering", "虚构委〔2024〕1号", "X24-3.1.4", "2024-05-13T09:30+08:00");
                entrust(rows, "jiayuguan", "jy-central", "gs-titles", "jy-engineering", "虚构委〔2024〕2号", "J24-2.2d", "2024-09-12T09:30+08:00");
                rows.write();
            }
            try (var rows = new Rows(tx, "committee_filing", "id", "committee", "filed_with", "from_day", "until_day", "status", "document", "made_up", "created_at")) {
                for (var one : Table.of("filings.csv")) {
                    var from = LocalDate.parse(one.get("from"));
                    var until = LocalDate.parse(one.get("until"));
                    rows.add(id("filing", one.get("key")), committee(one.get("committee")), organisation(one.get("with")), from, until,
                            today.isBefore(from) ? "APPLIED" : today.isBefore(until) ? "FILED" : "EXPIRED", one.get("document"), true, FOUNDED);
                }
                rows.write();
            }
            try (var rows = new Rows(tx, "committee_notice", "id", "committee", "region", "year", "series", "levels", "intake_from", "intake_until", "published_at", "document", "made_up", "remark")) {
                for (var one : Table.of("notices.csv"))
                    if (past(instant(one, "published")))
                        rows.add(id("notice", one.get("key")), committee(one.get("committee")), committees.get(one.get("committee")).get("region"), one.number("year"),
                                one.list("series"), one.list("levels"), instant(one, "from"), instant(one, "until"), instant(one, "published"), one.get("document"), true, one.get("remark"));
                rows.write();
            }
            try (var rows = new Rows(tx, "meeting", "id", "committee", "year", "status", "plan_filed_at", "starts_at", "ends_at", "place", "made_up", "created_at")) {
                for (var one : Table.of("meetings.csv"))
                    if (past(instant(one, "planned"))) {
                        var filed = past(instant(one, "filed"));
                        var status = past(instant(one, "ends")) ? "REPORTED" : past(instant(one, "starts")) ? "IN_SESSION" : filed ? "FILED" : "PLANNED";
                        rows.add(id("meeting", one.get("key")), committee(one.get("committee")), one.number("year"), status, filed ? instant(one, "filed") : null,
                                instant(one, "starts"), instant(one, "ends"), one.get("place"), true, instant(one, "planned"));
                    }
                rows.write();
            }
        }

        /** @param office to which the letter is written; null: the notice names none */
        private void entrust(Rows rows, String region, String unit, String office, String committee, String document, String clause, String filed) throws SQLException {
            var at = OffsetDateTime.parse(filed).toInstant();
            if (past(at))
                rows.add(id("entrustment", unit), region, 2024, organisation(unit), organisation(office), committee(committee), "ENGINEERING", document,
                        LocalDate.ofInstant(at, When.CHINA).minusDays(3), clause, at, true);
        }

        private void people() throws SQLException {
            try (var persons = People.persons(tx); var accounts = People.accounts(tx); var profiles = new Rows(tx, "profile", "person", "version", "facts::jsonb", "updated_at")) {
                for (var one : Table.of("people.csv")) {
                    var person = id("person", one.get("key"));
                    var birth = LocalDate.parse(one.get("birth"));
                    var number = IdentityNumber.completed(one.get("place") + one.get("birth").replace("-", "") + one.get("sequence"));
                    if (number.female() != one.get("gender").equals("FEMALE")) throw new IllegalStateException(one.get("key") + ": sequence and gender do not fit");
                    var kept = vault.keep(person, number);
                    persons.add(person, one.get("name"), birth, one.get("gender"), one.get("region"), organisation(one.get("employer")), kept.masked(), kept.cipher(), kept.index(),
                            true, FOUNDED, 0L, new byte[0]);
                    accounts.add(account(one.number("number")), one.get("key"), person, organisation(one.get("unit")), one.list("roles"), false, true, FOUNDED);
                    if (List.of(one.list("roles")).contains("APPLICANT")) profiles.add(person, 1, Json.text(Json.map(Table.text("profiles/" + one.get("key") + ".json"))), FOUNDED);
                    if (one.get("unit") != null) for (var role : one.list("roles"))
                        officers.putIfAbsent(role + " " + one.get("unit"), new Viewer(account(one.number("number")), Set.of(Role.valueOf(role)), person, organisation(one.get("unit"))));
                }
                persons.write();
                accounts.write();
                profiles.write();
            }
        }

        /**
         * Where the tables name nobody who acts for a unit in some capacity, somebody does: for employers and agencies as {@code clerk-KEY}, {@code approver-KEY},
         * {@code agency-KEY}, for a bureau's finance as {@code books-KEY}, who can sign in; for any other body as {@code officer-KEY}, who cannot.
         */
        private void officers() throws SQLException {
            try (var accounts = People.accounts(tx)) {
                for (var one : organisations.values())
                    for (var role : switch (one.get("kind")) {
                        case "HRSS" -> one.get("area").endsWith("0000") ? List.of(Role.HRSS_PROVINCE) : one.get("area").endsWith("00") ? List.of(Role.HRSS_CITY, Role.FINANCE) : List.of(Role.HRSS_COUNTY);
                        case "COMMITTEE_OFFICE" -> List.of(Role.COMMITTEE_OFFICE);
                        case "SUPERIOR_DEPT" -> List.of(Role.SUPERIOR_DEPT);
                        case "AGENCY" -> List.of(Role.AGENCY);
                        default -> List.of(Role.EMPLOYER_CLERK, Role.EMPLOYER_APPROVER);
                    }) {
                        var key = role + " " + one.get("key");
                        if (officers.containsKey(key)) continue;
                        var account = id("account", key);
                        var name = switch (role) {
                            case AGENCY -> "agency-";
                            case EMPLOYER_CLERK -> "clerk-";
                            case EMPLOYER_APPROVER -> "approver-";
                            case FINANCE -> "books-";
                            default -> "officer-";
                        };
                        accounts.add(account, name + one.get("key"), null, organisation(one.get("key")), new String[] {role.name()}, name.equals("officer-"), true, FOUNDED);
                        officers.put(key, new Viewer(account, Set.of(role), null, organisation(one.get("key"))));
                    }
                accounts.write();
            }
        }

        /** Before the official day. */
        private boolean past(Instant instant) {
            return instant.isBefore(today.atTime(LocalTime.MIDNIGHT).atZone(When.CHINA).toInstant());
        }
    }

    static UUID organisation(String key) {
        return key == null ? null : id("organisation", key);
    }

    static UUID committee(String key) {
        return key == null ? null : id("committee", key);
    }

    static Map<String, Table.Line> byKey(String table) {
        return Table.of(table).stream().collect(Collectors.toMap(one -> one.get("key"), one -> one, (one, _) -> {
            throw new IllegalStateException(table + " has two " + one.get("key"));
        }, LinkedHashMap::new));
    }

    private static Instant instant(Table.Line line, String column) {
        return OffsetDateTime.parse(line.get(column)).toInstant();
    }
}
