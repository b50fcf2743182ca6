package zhicheng.server.demo;

import static zhicheng.server.demo.MadeUpWorld.committee;
import static zhicheng.server.demo.MadeUpWorld.id;
import static zhicheng.server.demo.MadeUpWorld.organisation;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import zhicheng.server.account.IdentityVault;
import zhicheng.server.account.Role;
import zhicheng.server.account.Viewer;
import zhicheng.server.chain.Particulars;
import zhicheng.server.committee.CommitteeNotices;
import zhicheng.server.database.Sql;
import zhicheng.server.dossier.Arrivals;
import zhicheng.server.dossier.Pledges;
import zhicheng.server.dossier.Stage;
import zhicheng.server.eligibility.CommitteeWindow;
import zhicheng.server.eligibility.Windows;
import zhicheng.server.region.LoadedEdition;
import zhicheng.server.region.Regions;
import zhicheng.server.trail.Acts;
import zhicheng.server.trail.Json;
import zhicheng.spi.Claim;
import zhicheng.spi.Level;
import zhicheng.spi.When;

/** The dossiers of the demonstration: what {@code claims.csv} asks for, as far as {@code journeys.csv} brings it, each with its applicant, snapshot and trail. */
final class Dossiers {
    private static final List<String> TOLD = List.of("kind", "title", "achieved_on", "ended_on", "number", "granted", "rank", "grade", "issued_by", "area_code", "quality", "use", "benefit", "made_up");
    private static final List<String> ACHIEVEMENT = Stream.concat(Stream.of("id", "person", "created_at"), TOLD.stream()).toList();
    private static final List<String> PICKED = Stream.concat(Stream.of("id", "dossier", "achievement", "version", "picked_at"), TOLD.stream()).toList();

    /** Proves complaints, and what stands against people. */
    private static final MadeUpFiles.One PROOF = MadeUpFiles.of("OTHER", 1).getFirst();

    private final Connection tx;
    private final LocalDate today;
    private final Random random;
    private final IdentityVault vault;
    private final Regions regions;
    private final Map<String, Viewer> officers;
    private final Map<String, Table.Line> organisations = MadeUpWorld.byKey("organisations.csv");
    private final Map<String, String> officeOf = Table.of("committees.csv").stream().collect(Collectors.toMap(one -> one.get("key"), one -> one.get("office")));
    private final Map<String, List<Table.Line>> claims = Table.of("claims.csv").stream()
            .collect(Collectors.groupingBy(one -> one.get("group"), LinkedHashMap::new, Collectors.toList()));
    private final List<Made> made = new ArrayList<>();
    private final Ways ways;

    Dossiers(Connection tx, LocalDate today, Random random, IdentityVault vault, Regions regions, Map<String, Viewer> officers) {
        this.tx = tx;
        this.today = today;
        this.random = random;
        this.vault = vault;
        this.regions = regions;
        this.officers = officers;
        this.ways = new Ways(tx, organisations, officeOf, today, officers);
    }

    /** A dossier with everything that belongs to it, before it is written. */
    private record Made(int number, UUID id, Viewer applicant, People.One person, Table.Line wanted, Claim claim, LoadedEdition edition, Journey journey,
            Map<String, Object> facts, List<Achievements.One> achievements, Integer tenths, List<Handed> handed, String pledge, Chain chain, Chain personal, String account) {

        boolean handedIn() { return !handed.isEmpty(); }

        List<Achievements.One> picked() { return achievements.stream().filter(Achievements.One::picked).toList(); }

        /** The version that was there when it was handed in first: picking made a second one. */
        int version() { return Dossiers.version(picked()); }

        String employer() { return wanted.get("employer"); }

        String region() { return wanted.get("region"); }

        /** When it was entered that he came over from another series; empty where he did not, or it is yet to come. */
        Optional<Instant> transferred(LocalDate today) {
            return wanted.get("from_series") == null ? Optional.empty() : journey.reached(Stage.CONFIRMED).map(at -> at.plus(Duration.ofDays(2))).filter(at -> day(at).isBefore(today));
        }

        /** What stands against him since it was found; empty where nothing does. */
        Optional<Instant> found() {
            return journey.last().stage() == Stage.REVOKED || journey.last().stage() == Stage.DISQUALIFIED ? Optional.of(journey.last().at()) : Optional.empty();
        }

        String ground() { return Dossiers.ground(region()); }
    }

    /** A handing in: the version that was signed for it, and what was frozen. */
    private record Handed(int version, Instant at, byte[] snapshot) {}

    void all() throws SQLException {
        var number = 0;
        for (var line : Table.of("journeys.csv"))
            for (var one = 0; one < line.number("count"); one++) {
                number++;
                var wanted = claims.get(line.get("group")).get(one % claims.get(line.get("group")).size());
                var person = People.one(random, area(wanted), number);
                var tenths = random.nextInt(6) == 0 ? null : Integer.valueOf(600 + 5 * random.nextInt(120));
                var journey = Journey.of(line.list("steps"), number, today);
                if (journey.isPresent()) made.add(make(number, person, wanted, line.number("year"), journey.get(), tenths, one == 0 ? line.get("account") : null));
            }
        people();
        editions();
        dossiers();
        ways.write(made.stream().filter(Made::handedIn).map(this::way).toList());
        afterwards();
        new InstitutionPosts(tx, today, regions, organisations).write(made.stream().filter(one -> "STATE_INSTITUTION_POST".equals(one.facts.get("employment"))
                && organisations.get(one.employer()).get("kind").equals("STATE_INSTITUTION") && one.journey.reached(Stage.RECOMMENDED).isPresent()).map(Dossiers::posted).toList());
    }

    private static InstitutionPosts.One posted(Made one) {
        var last = one.journey.last();
        return new InstitutionPosts.One(one.id, one.employer(), one.claim.year(), one.claim.level().orElseThrow(), one.journey.reached(Stage.RECOMMENDED).orElseThrow(),
                last.stage().terminal() && last.stage() != Stage.ARCHIVED && last.stage() != Stage.WITHDRAWN ? last.at() : null);
    }

    /** In Bijie some were given their number before the city had its code of today. */
    private String area(Table.Line wanted) {
        var area = organisations.get(wanted.get("employer")).get("area");
        return wanted.get("region").equals("bijie") && random.nextBoolean() ? "522401" : area;
    }

    /** @param account by which the applicant can sign in; null: he cannot */
    private Made make(int number, People.One person, Table.Line wanted, int year, Journey journey, Integer tenths, String account) {
        var key = "applicant-%03d".formatted(number);
        var id = id("dossier", key);
        var applicant = new Viewer(id("account", key), Set.of(Role.APPLICANT), id("person", key), null);
        var claim = new Claim(year, wanted.get("series"), Optional.of(wanted.get("specialty")), Optional.of(Level.valueOf(wanted.get("level"))),
                Optional.ofNullable(wanted.get("category")).orElse(Claim.ORDINARY), Optional.of(wanted.get("channel")));
        var edition = regions.newest(wanted.get("region"), year)
                .orElseThrow(() -> new IllegalStateException("the demonstration needs " + wanted.get("region") + " " + year + ", which is not loaded"));
        var facts = facts(person, wanted, year, tenths, number);
        var achievements = Achievements.of(claim.series(), number, new Random(number), day(journey.begun()));
        var picked = achievements.stream().filter(Achievements.One::picked).toList();
        var pledge = Pledges.filled(edition, organisations.get(wanted.get("employer")).get("name"), wanted.get("title")).words();
        var handed = IntStream.range(0, journey.steps().size()).filter(journey::isHandingIn).mapToObj(place -> {
            var at = journey.steps().get(place).at();
            return new Handed(version(picked) + place - 1, at, Json.canonical(snapshot(id, applicant, wanted, claim, edition, facts, picked, pledge, at)));
        }).toList();
        var made = new Made(number, id, applicant, person, wanted, claim, edition, journey, facts, achievements, tenths, handed, pledge, chain(applicant, wanted, claim, edition, journey, picked, handed, pledge), new Chain(), account);
        made.transferred(today).ifPresent(at -> made.chain.add(at, Acts.entry(officer(made), "RECORD_TRANSFER", at, Map.of("fromSeries", wanted.get("from_series"), "series", claim.series(), "spent", picked.size(), "madeUp", true,
                "clauses", List.of("B24-5.6")))));
        made.found().ifPresent(at -> {
            made.personal.add(at, entered(made, "ENTER_INTEGRITY", at, List.of("document", "from", "kind", "reason", "until"), List.of(made.ground())));
            proved(made, made.personal, at, List.of(made.ground()));
        });
        return made;
    }

    /** Who acts for the bureau of the city. */
    private Viewer officer(Made of) {
        return officers.get("HRSS_CITY " + bureau(of.region()).get("key"));
    }

    /** What is entered about somebody: of what was told the names alone, as in every trail; it is made up, and sealed nowhere. */
    private byte[] entered(Made about, String act, Instant at, List<String> told, List<String> clauses) {
        return Acts.entry(officer(about), act, at, Map.of("changed", told, "madeUp", true, "clauses", clauses));
    }

    /** The document that proves it is declared and comes. */
    private void proved(Made about, Chain chain, Instant at, List<String> clauses) {
        for (var act : List.of("DECLARE_FILE", "RECEIVE_FILE"))
            chain.add(at, Acts.entry(officer(about), act, at, Map.of("size", PROOF.bytes().length, "type", PROOF.type(), "sha256", PROOF.sha256(), "madeUp", true, "clauses", clauses)));
    }

    /** What he tells of himself, in the shape of {@code CaseInput}; what nobody asked for at first is drawn by a chance of his own. */
    private Map<String, Object> facts(People.One person, Table.Line wanted, int year, Integer tenths, int number) {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("birthDate", person.birth());
        facts.put("residence", "MAINLAND");
        facts.put("degrees", List.of(Map.of("level", random.nextInt(4) == 0 ? "大专" : "本科", "date", person.birth().plusYears(23).withMonth(7).withDayOfMonth(1))));
        facts.put("workSince", person.birth().plusYears(23).withMonth(8).withDayOfMonth(1));
        var chance = new Random(number);
        if (tenths != null) facts.put("hours", hours(year, tenths, wanted.get("region"), chance));
        var last = random.nextInt(5) == 0 ? "优秀" : "合格";
        facts.put("assessments", IntStream.range(1, 4).mapToObj(ago -> Map.of("year", year - ago, "grade", ago == 1 ? last : chance.nextInt(30) == 0 ? "不合格" : "合格")).toList());
        facts.put("titles", List.of(title(wanted, year, chance)));
        if (wanted.get("region").equals("xianning") && chance.nextInt(4) > 0)
            facts.put("testPasses", List.of(Map.of("specialty", wanted.get("specialty"), "level", wanted.get("level"), "date", LocalDate.of(year, 4, 20))));
        facts.put("sanctions", List.of());
        facts.put("employment", switch (wanted.get("channel")) {
            case "freelance" -> "FREELANCE";
            case "flexible" -> "FLEXIBLE";
            case "central" -> "CENTRAL_UNIT";
            default -> switch (organisations.get(wanted.get("employer")).get("kind")) {
                case "PRIVATE_ENTERPRISE" -> "PRIVATE_ENTERPRISE";
                case "STATE_ENTERPRISE" -> "STATE_ENTERPRISE";
                default -> "STATE_INSTITUTION_POST";
            };
        });
        facts.put("jobs", jobs(LocalDate.of(person.birth().getYear() + 23, 8, 1), wanted, year));
        if (wanted.get("channel").equals("flexible")) {
            facts.put("fileAtTalentBody", true);
            facts.put("hukou", organisations.get(wanted.get("employer")).get("area"));
        }
        return facts;
    }

    /** Six years with whom he is now, before that with somebody else; who has no employer was with that one until then. */
    private List<Map<String, Object>> jobs(LocalDate since, Table.Line wanted, int year) {
        var change = LocalDate.of(year - 6, 7, 1);
        var jobs = new ArrayList<Map<String, Object>>();
        var village = Math.floorMod(since.hashCode(), 3) == 0;
        if (since.isBefore(change)) jobs.add(Map.of("employer", village ? "乡镇服务中心（虚构）" : "县技术服务站（虚构）", "position", "技术员", "beganOn", since, "endedOn", change.minusDays(1), "grassroots", village));
        if (!Set.of("freelance", "flexible").contains(wanted.get("channel"))) // he applies through whoever keeps his file or is his agency
            jobs.add(Map.of("employer", organisations.get(wanted.get("employer")).get("name"), "position", "专业技术岗位", "beganOn", since.isBefore(change) ? change : since, "grassroots", false));
        return jobs;
    }

    /** Of the year itself, and of the three years before: most of them 90 hours or more, some not. */
    private static List<Map<String, Object>> hours(int year, int tenths, String region, Random chance) {
        return IntStream.range(0, 4).mapToObj(ago -> {
            var total = ago == 0 ? tenths : 700 + 5 * chance.nextInt(110);
            return Map.<String, Object>of("year", year - ago, "total", total / 10.0, "specialised", total * (55 + chance.nextInt(25)) / 100 / 10.0,
                    "province", ago > 1 && chance.nextInt(8) == 0 ? elsewhere(region, chance) : province(region));
        }).toList();
    }

    /** The title below the one that is applied for; some won it in another province (X24-6.3). */
    private static Map<String, Object> title(Table.Line wanted, int year, Random chance) {
        var claimed = Level.valueOf(wanted.get("level"));
        var below = Level.values()[claimed.ordinal() + 1];
        var obtained = LocalDate.of(year - 5 - chance.nextInt(6), 12, 31);
        return Map.of("series", wanted.get("series"), "specialty", wanted.get("specialty"), "level", below.name(), "date", obtained, "appointedOn", obtained.plusMonths(3),
                "province", chance.nextInt(6) == 0 ? elsewhere(wanted.get("region"), chance) : province(wanted.get("region")));
    }

    private static String province(String region) {
        return switch (region) {
            case "xianning" -> "420000";
            case "bijie" -> "520000";
            default -> "620000";
        };
    }

    private static String elsewhere(String region, Random chance) {
        var others = Stream.of("520000", "620000", "430000", "500000").filter(one -> !one.equals(province(region))).toList();
        return others.get(chance.nextInt(others.size()));
    }

    private static Map<String, Object> snapshot(UUID id, Viewer applicant, Table.Line wanted, Claim claim, LoadedEdition edition, Map<String, Object> facts, List<Achievements.One> picked,
            String pledge, Instant at) {
        var snapshot = new LinkedHashMap<String, Object>();
        snapshot.put("dossier", id);
        snapshot.put("applicant", applicant.person());
        snapshot.put("region", wanted.get("region"));
        snapshot.put("year", claim.year());
        snapshot.put("edition", Map.of("number", edition.number(), "hash", edition.hash(), "readings", edition.readings()));
        snapshot.put("claim", claim(claim));
        snapshot.put("title", wanted.get("title"));
        snapshot.put("facts", facts);
        snapshot.put("achievements", picked.stream().map(Achievements.One::snapshot).toList());
        snapshot.put("pledge", pledge);
        snapshot.put("receivedAt", at);
        return snapshot;
    }

    private static Map<String, Object> claim(Claim claim) {
        return Map.of("year", claim.year(), "series", claim.series(), "specialty", claim.specialty().orElseThrow(), "level", claim.level().orElseThrow().name(),
                "category", claim.category(), "channel", claim.channel().orElseThrow());
    }

    /** Every step with who took it; achievements are picked once the draft is there, the pledge is signed a quarter of an hour before each handing in. */
    private Chain chain(Viewer applicant, Table.Line wanted, Claim claim, LoadedEdition edition, Journey journey, List<Achievements.One> picked, List<Handed> all, String pledge) {
        var chain = new Chain();
        var left = all.iterator();
        Stage before = null;
        for (var place = 0; place < journey.steps().size(); place++) {
            var step = journey.steps().get(place);
            var actor = actor(journey.by(place), applicant, wanted);
            if (before == null) {
                chain.add(step.at(), Acts.entry(actor, "COMPOSE", step.at(), Map.of("region", wanted.get("region"), "claim", claim(claim))));
                if (!picked.isEmpty()) chain.add(picking(step.at()), Acts.entry(actor, "PICK_ACHIEVEMENTS", picking(step.at()), Map.of("version", 2,
                        "achievements", Map.of("before", List.of(), "after", picked.stream().map(Achievements.One::id).toList()))));
            } else if (journey.isHandingIn(place)) {
                var handed = left.next();
                var told = new LinkedHashMap<String, Object>(Map.of("stage", Map.of("before", before, "after", step.stage()), "snapshot", hex(Json.sha256(handed.snapshot())), "clauses", edition.edition().notices()));
                if (before == Stage.DRAFT) told.put("edition", Map.of("region", wanted.get("region"), "year", edition.year(), "number", edition.number(), "hash", edition.hash()));
                chain.add(signed(step.at()), Acts.entry(actor, "SIGN_PLEDGE", signed(step.at()), Map.of("version", handed.version(), "words", hex(Json.sha256(pledge.getBytes(StandardCharsets.UTF_8))))));
                chain.add(step.at(), Acts.entry(actor, before == Stage.DRAFT ? "SUBMIT" : "RESUBMIT", step.at(), told));
            } else {
                var told = new LinkedHashMap<String, Object>(Map.of("stage", Map.of("before", before, "after", step.stage()), "madeUp", true));
                var clause = ended(step.stage(), claim, edition);
                if (clause != null) told.put("clauses", List.of(clause));
                var reason = reason(step.stage());
                if (reason != null) told.put("reason", reason);
                chain.add(step.at(), reason == null ? Acts.entry(actor, act(step.stage()), step.at(), told) : Acts.entry(act(step.stage()), step.at(), told));
            }
            before = step.stage();
        }
        return chain;
    }

    /** By which clause falsehood is punished. */
    private static String ground(String region) {
        return switch (region) {
            case "xianning" -> "X24-5.1";
            case "jiayuguan" -> "J24-4.3";
            default -> "B23-3.3";
        };
    }

    /** An end is named as the command or the chore names it that makes it, every other step a move. */
    private static String act(Stage stage) {
        return switch (stage) {
            case REJECTED -> "REFUSE";
            case DISQUALIFIED -> "DISQUALIFY";
            case FORFEITED -> "FORFEIT";
            case TERMINATED -> "TERMINATE";
            default -> "MOVE";
        };
    }

    /** Why it ended by itself; null where it did not. */
    private static String reason(Stage stage) {
        return switch (stage) {
            case FORFEITED -> "LATE_SUPPLEMENT";
            case TERMINATED -> "YEAR_END";
            default -> null;
        };
    }

    /** By which clause it ended; null where it did not. Who was refused was so by the first of his chain, and what was cleared was Bijie's. */
    private static String ended(Stage stage, Claim claim, LoadedEdition edition) {
        return switch (stage) {
            case REJECTED -> Arrivals.stop(edition, Arrivals.chain(edition, claim).getFirst().kind()).map(stop -> stop.clause().id()).orElse(null);
            case DISQUALIFIED -> ground(edition.region().id());
            case FORFEITED -> "MOHRSS40";
            case TERMINATED -> "B24-5.3";
            default -> null;
        };
    }

    private Viewer actor(Role role, Viewer applicant, Table.Line wanted) {
        var bureau = "HRSS_CITY " + bureau(wanted.get("region")).get("key");
        return switch (role) {
            case APPLICANT -> applicant;
            case EMPLOYER_CLERK, EMPLOYER_APPROVER -> officers.get((isAgency(wanted) ? Role.AGENCY : role) + " " + wanted.get("employer"));
            case COMMITTEE_OFFICE -> wanted.get("committee") == null ? officers.get(bureau) : officers.get("COMMITTEE_OFFICE " + officeOf.get(wanted.get("committee")));
            default -> officers.get(bureau);
        };
    }

    /** Whether somebody goes through an agency, who has no employer then. */
    private boolean isAgency(Table.Line wanted) {
        return organisations.get(wanted.get("employer")).get("kind").equals("AGENCY");
    }

    private void people() throws SQLException {
        try (var persons = People.persons(tx); var accounts = People.accounts(tx)) {
            for (var one : made) {
                var person = one.applicant.person();
                var kept = vault.keep(person, one.person.number());
                persons.add(person, one.person.name(), one.person.birth(), one.person.female() ? "FEMALE" : "MALE", one.region(), isAgency(one.wanted) ? null : organisation(one.employer()),
                        kept.masked(), kept.cipher(), kept.index(), true, one.journey.begun(), (long) one.personal.links().size(), one.personal.head());
                accounts.add(one.applicant.account(), one.account == null ? "applicant-%03d".formatted(one.number) : one.account, person, null, new String[] {"APPLICANT"}, one.account == null, true, one.journey.begun());
            }
            persons.write();
            accounts.write();
        }
        try (var achievements = new Rows(tx, "achievement", ACHIEVEMENT.toArray(String[]::new))) {
            for (var one : made)
                for (var achievement : one.achievements)
                    achievements.add(Stream.concat(Stream.of(achievement.id(), one.applicant.person(), one.journey.begun()), told(achievement)).toArray());
            achievements.write();
        }
        try (var files = new Rows(tx, "evidence_file", "id", "person", "achievement", "place", "name", "label", "size", "type", "sha256", "declared_at", "received_at", "made_up")) {
            for (var one : made)
                for (var achievement : one.achievements)
                    for (var place = 1; place <= achievement.files().size(); place++) {
                        var file = achievement.files().get(place - 1);
                        files.add(achievement.file(place), one.applicant.person(), achievement.id(), place, file.name(), file.label(), file.bytes().length, file.type(),
                                HexFormat.of().parseHex(file.sha256()), one.journey.begun(), one.journey.begun(), true);
                    }
            files.write();
        }
    }

    private Ways.One way(Made one) {
        var candidate = new Particulars.Candidate(one.person.name(), isAgency(one.wanted) ? null : organisations.get(one.employer()).get("name"), one.wanted.get("title"), one.claim, Json.map(Json.text(one.facts)),
                Json.list(Json.text(one.picked().stream().map(Achievements.One::snapshot).toList())));
        return new Ways.One(one.id, one.region(), one.employer(), one.wanted.get("committee"), one.claim, one.edition, one.journey, candidate);
    }

    private static Stream<Object> told(Achievements.One one) {
        var line = one.line();
        return Stream.of(line.get("kind"), line.get("title"), one.from(), one.until(), one.number(), one.granted(), one.rank(), line.get("grade"), line.get("issued_by"), one.area(),
                line.get("quality"), line.get("use"), line.get("benefit"), true);
    }

    private void editions() throws SQLException {
        try (var rows = new Rows(tx, "notice_edition", "region", "year", "edition", "facts_hash", "readings::jsonb", "first_pinned_at")) {
            var pinned = new LinkedHashSet<LoadedEdition>();
            for (var one : made)
                if (one.handedIn() && pinned.add(one.edition))
                    rows.add(one.region(), one.edition.year(), one.edition.number(), one.edition.hash(), Json.text(one.edition.readings()),
                            made.stream().filter(other -> other.handedIn() && other.edition.equals(one.edition)).map(other -> other.journey.handedIn().orElseThrow())
                                    .min(Instant::compareTo).orElseThrow());
            rows.write();
        }
    }

    /** When the window closes by which it was judged; null where it was not handed in, or the notice gives no end. */
    private Instant closes(Made one) throws SQLException {
        if (!one.handedIn()) return null;
        var notices = Sql.one(tx, row -> CommitteeNotices.windows(row.getString(1)), "select " + CommitteeNotices.OF_REGION_AND_YEAR.formatted("?", "?"), one.region(), one.claim.year()).orElseThrow();
        return Windows.application(one.edition, one.claim, one.journey.handedIn().orElseThrow(), CommitteeWindow.forUnit(organisation(one.employer()), notices)).closes().orElse(null);
    }

    /** What was picked comes before its dossier: once a dossier is handed in, nothing is added. */
    private void dossiers() throws SQLException {
        try (var picks = new Rows(tx, "dossier_achievement", PICKED.toArray(String[]::new))) {
            for (var one : made)
                for (var picked : one.picked())
                    picks.add(Stream.concat(Stream.of(id("picked", picked.id().toString()), one.id, picked.id(), 1, picking(one.journey.begun())), told(picked)).toArray());
            picks.write();
        }
        try (var files = new Rows(tx, "dossier_file", "id", "dossier", "picked", "file", "place", "name", "label", "size", "type", "sha256", "made_up")) {
            for (var one : made)
                for (var picked : one.picked())
                    for (var place = 1; place <= picked.files().size(); place++) {
                        var file = picked.files().get(place - 1);
                        files.add(id("picked file", picked.id() + " " + place), one.id, id("picked", picked.id().toString()), picked.file(place), place, file.name(), file.label(), file.bytes().length,
                                file.type(), HexFormat.of().parseHex(file.sha256()), true);
                    }
            files.write();
        }
        try (var rows = new Rows(tx, "dossier", "id", "region", "year", "series", "specialty", "level", "category", "channel", "title", "applicant", "employer", "committee", "stage",
                "stage_since", "education_tenths", "draft::jsonb", "version", "created_at", "updated_at", "submitted_at", "receipt_at", "window_until", "snapshot_hash", "edition", "facts_hash",
                "intake_at", "withdrawn_at", "ended_reason", "ended_clause", "deleted_at", "trail_seq", "trail_head", "reached::uuid[]")) {
            for (var one : made) {
                var journey = one.journey;
                var handedIn = journey.handedIn().orElse(null);
                var forgotten = one.journey.last().stage() == Stage.DRAFT && one.number % 13 == 0;
                rows.add(one.id, one.region(), one.claim.year(), one.claim.series(), one.claim.specialty().orElseThrow(), one.wanted.get("level"), one.claim.category(),
                        one.wanted.get("channel"), one.wanted.get("title"), one.applicant.person(), organisation(one.employer()), committee(one.wanted.get("committee")),
                        journey.last().stage().name(), journey.last().at(), one.tenths, Json.text(one.facts), journey.steps().size() + one.version() - 1, journey.begun(), journey.last().at(),
                        handedIn, one.handedIn() ? one.handed.getLast().at() : null, closes(one), one.handedIn() ? Json.sha256(one.handed.getLast().snapshot()) : null, one.handedIn() ? one.edition.number() : null, one.handedIn() ? one.edition.hash() : null,
                        journey.reached(Stage.INTAKE_PENDING).orElse(null), journey.reached(Stage.WITHDRAWN).orElse(null),
                        reason(journey.last().stage()), ended(journey.last().stage(), one.claim, one.edition),
                        forgotten ? journey.last().at().plus(Duration.ofHours(1)) : null, (long) one.chain.links().size(), one.chain.head(),
                        one.handedIn() ? ways.reached(way(one)) : new String[0]);
            }
            rows.write();
        }
        try (var snapshots = new Rows(tx, "dossier_snapshot", "dossier", "seq", "content", "sha256", "taken_at");
                var pledges = new Rows(tx, "pledge_signature", "dossier", "version", "clause", "words", "words_hash", "signed_at", "account");
                var exclusions = new Rows(tx, "dossier_exclusion", "region", "applicant", "year", "key", "dossier", "clause");
                var trail = new Rows(tx, "trail", "subject", "seq", "at", "head", "entry")) {
            for (var one : made) {
                write(trail, one.id, one.chain);
                write(trail, one.applicant.person(), one.personal);
                if (!one.handedIn()) continue;
                var clause = one.edition.edition().pledge().value().map(pledge -> pledge.clause().id()).orElse(null);
                var seq = 0;
                for (var handed : one.handed) {
                    snapshots.add(one.id, ++seq, handed.snapshot(), Json.sha256(handed.snapshot()), handed.at());
                    pledges.add(one.id, handed.version(), clause, one.pledge, Json.sha256(one.pledge.getBytes(StandardCharsets.UTF_8)), signed(handed.at()), one.applicant.account());
                }
                if (one.journey.last().stage() == Stage.WITHDRAWN) continue; // it excludes nothing
                for (var key : one.edition.edition().exclusive().value().orElse(List.of()))
                    exclusions.add(one.region(), one.applicant.person(), one.claim.year(), key.key(one.claim), one.id, key.clause().id());
            }
            snapshots.write();
            pledges.write();
            exclusions.write();
            trail.write();
        }
    }

    private static void write(Rows trail, UUID subject, Chain chain) throws SQLException {
        var seq = 0L;
        for (var link : chain.links()) trail.add(subject, ++seq, link.at(), link.head(), link.entry());
    }

    /** Certificates of those who came so far, and what stands against those who did not deserve it; whose places of nomination are taken, who came over from another series. */
    private void afterwards() throws SQLException {
        try (var certificates = new Rows(tx, "certificate", "id", "number", "holder", "person", "dossier", "committee", "region", "series", "specialty", "level", "title", "document",
                "obtained_on", "issued_at", "revoked_at", "revoked_why", "made_up");
                var entries = new Rows(tx, "integrity_entry", "id", "person", "region", "kind", "reason", "clause", "document", "from_day", "until_day", "decided_by", "made_up", "created_at");
                var nominations = new Rows(tx, "nomination", "id", "region", "organisation", "year", "category", "place", "dossier", "at", "made_up");
                var transfers = new Rows(tx, "title_transfer", "id", "person", "region", "dossier", "from_series", "series", "level", "level_since", "document", "clause", "decided_by", "made_up", "created_at");
                var spent = new Rows(tx, "spent_achievement", "id", "transfer", "achievement", "spent_at")) {
            for (var one : made) {
                var issued = one.journey.reached(Stage.CERTIFIED);
                var revoked = one.journey.reached(Stage.REVOKED).orElse(null);
                if (issued.isPresent())
                    certificates.add(id("certificate", "" + one.number), "DEMO-%s-%d-%04d".formatted(one.region().toUpperCase(Locale.ROOT), one.claim.year(), one.number),
                            one.person.name(), one.applicant.person(), one.id, committee(one.wanted.get("committee")), one.region(), one.claim.series(), one.claim.specialty().orElseThrow(),
                            one.wanted.get("level"), one.wanted.get("title"), "虚构〔%d〕%d号".formatted(one.claim.year(), one.number), day(one.journey.reached(Stage.CONFIRMED).orElseThrow()),
                            issued.get(), revoked, revoked == null ? null : "业绩材料弄虚作假（虚构）", true);
                if (one.found().isPresent()) {
                    var at = one.found().get();
                    entries.add(entry(one), one.applicant.person(), one.region(), one.region().equals("bijie") ? "ACADEMIC_MISCONDUCT" : "FALSE_MATERIAL", "业绩材料弄虚作假（虚构）",
                            one.ground(), "虚构〔%d〕查%d号".formatted(one.claim.year(), one.number), day(at), day(at).plusYears(3), organisation(bureau(one.region()).get("key")), true, at);
                }
                var nominated = one.journey.reached(Stage.RECOMMENDED);
                if (nominated.isPresent() && !one.claim.category().equals(Claim.ORDINARY))
                    nominations.add(id("nomination", "" + one.number), one.region(), organisation(one.employer()), one.claim.year(), one.claim.category(), 1, one.id, nominated.get(), true);
                if (one.transferred(today).isPresent()) {
                    var at = one.transferred(today).get();
                    var transfer = id("transfer", "" + one.number);
                    transfers.add(transfer, one.applicant.person(), one.region(), one.id, one.wanted.get("from_series"), one.claim.series(), one.wanted.get("level"), LocalDate.of(one.claim.year() - 4, 12, 31),
                            "虚构〔%d〕转%d号".formatted(one.claim.year(), one.number), "B24-5.6", organisation(bureau(one.region()).get("key")), true, at);
                    for (var picked : one.picked()) spent.add(id("spent", picked.id().toString()), transfer, picked.id(), at);
                }
            }
            certificates.write();
            entries.write();
            nominations.write();
            transfers.write();
            spent.write();
        }
        complaints();
    }

    private static UUID entry(Made about) {
        return id("integrity", "" + about.number);
    }

    /** Complaints, each with a chain of its own, and the files that prove them and the entries of the register. */
    private void complaints() throws SQLException {
        try (var complaints = new Rows(tx, "complaint", "id", "region", "about", "dossier", "unit", "by_name", "says", "received_at", "looked_from", "looked_until", "persons", "manner", "course",
                "conclusion", "founded", "handling_applicant", "handling_reviewers", "evidence", "concluded_at", "made_up", "trail_seq", "trail_head");
                var trail = new Rows(tx, "trail", "subject", "seq", "at", "head", "entry");
                var files = new Rows(tx, "case_file", "id", "complaint", "integrity_entry", "unit", "place", "name", "label", "size", "type", "sha256", "declared_at", "received_at", "made_up")) {
            for (var one : made) {
                var received = one.journey.reached(Stage.OBJECTION_INVESTIGATION);
                if (received.isPresent()) {
                    var chain = complain(one, received.get(), complaints);
                    write(trail, complaint(one), chain);
                    file(files, one, complaint(one), null, received.get());
                }
                if (one.found().isPresent()) file(files, one, null, entry(one), one.found().get());
            }
            complaints.write();
            trail.write();
            files.write();
        }
    }

    private static UUID complaint(Made about) {
        return id("complaint", "" + about.number);
    }

    private void file(Rows files, Made about, UUID complaint, UUID entry, Instant at) throws SQLException {
        files.add(id("case file", "" + (complaint == null ? entry : complaint)), complaint, entry, organisation(bureau(about.region()).get("key")), 1, PROOF.name(), PROOF.label(), PROOF.bytes().length, PROOF.type(),
                HexFormat.of().parseHex(PROOF.sha256()), at, at, true);
    }

    /** Somebody complained; where it was not confirmed, that was found to be so. */
    private Chain complain(Made one, Instant received, Rows complaints) throws SQLException {
        var ended = one.journey.reached(Stage.NOT_CONFIRMED).orElse(null);
        var clauses = one.edition.edition().integrity().value().stream().flatMap(said -> said.inquiry().value().stream()).map(inquiry -> inquiry.clause().id()).toList();
        var chain = new Chain();
        chain.add(received, entered(one, "ENTER_COMPLAINT", received, List.of("about", "by", "dossier", "says"), clauses));
        proved(one, chain, received, clauses);
        if (ended != null) chain.add(ended, entered(one, "CONCLUDE_COMPLAINT", ended, List.of("applicant", "conclusion", "course", "evidence", "founded", "from", "manner", "persons", "reviewers", "until"), clauses));
        complaints.add(complaint(one), one.region(), one.applicant.person(), one.id, organisation(bureau(one.region()).get("key")), one.number % 2 == 0 ? "某职工（虚构）" : null,
                "反映业绩材料不实（虚构）", received, ended == null ? null : day(received), ended == null ? null : day(ended), ended == null ? null : new String[] {"甲某（虚构）", "乙某（虚构）"},
                ended == null ? null : "调阅原件、谈话核实（虚构）", ended == null ? null : "调阅项目档案，与项目负责人谈话（虚构）", ended == null ? null : "所列业绩非本人完成，属实（虚构）", ended == null ? null : true,
                ended == null ? null : "评审结果不予确认（虚构）", ended == null ? null : "责令用人单位整改（虚构）", ended == null ? null : new String[] {"项目档案复印件（虚构）"}, ended, true,
                (long) chain.links().size(), chain.head());
        return chain;
    }

    private Table.Line bureau(String region) {
        return organisations.values().stream().filter(one -> one.get("kind").equals("HRSS") && one.get("region").equals(region)).findFirst().orElseThrow();
    }

    private static int version(List<Achievements.One> picked) {
        return picked.isEmpty() ? 1 : 2;
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, When.CHINA);
    }

    private static Instant picking(Instant begun) {
        return begun.plus(Duration.ofMinutes(5));
    }

    private static Instant signed(Instant handedIn) {
        return handedIn.minus(Duration.ofMinutes(15));
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
