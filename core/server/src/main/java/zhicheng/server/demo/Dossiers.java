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
import zhicheng.server.account.IdentityVault;
import zhicheng.server.account.Role;
import zhicheng.server.account.Viewer;
import zhicheng.server.dossier.Pledges;
import zhicheng.server.dossier.Stage;
import zhicheng.server.region.LoadedEdition;
import zhicheng.server.region.Regions;
import zhicheng.server.trail.Acts;
import zhicheng.server.trail.Json;
import zhicheng.spi.Claim;
import zhicheng.spi.Level;
import zhicheng.spi.When;

/** The dossiers of the demonstration: what {@code claims.csv} asks for, as far as {@code journeys.csv} brings it, each with its applicant, snapshot and trail. */
final class Dossiers {
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

    Dossiers(Connection tx, LocalDate today, Random random, IdentityVault vault, Regions regions, Map<String, Viewer> officers) {
        this.tx = tx;
        this.today = today;
        this.random = random;
        this.vault = vault;
        this.regions = regions;
        this.officers = officers;
    }

    /** A dossier with everything that belongs to it, before it is written. */
    private record Made(int number, UUID id, Viewer applicant, People.One person, Table.Line wanted, Claim claim, LoadedEdition edition, Journey journey,
            Map<String, Object> facts, Integer tenths, byte[] snapshot, String pledge, Chain chain) {

        boolean handedIn() { return snapshot != null; }

        String employer() { return wanted.get("employer"); }

        String region() { return wanted.get("region"); }
    }

    void all() throws SQLException {
        var number = 0;
        for (var line : Table.of("journeys.csv"))
            for (var one = 0; one < line.number("count"); one++) {
                number++;
                var wanted = claims.get(line.get("group")).get(one % claims.get(line.get("group")).size());
                var person = People.one(random, area(wanted), number);
                var tenths = random.nextInt(6) == 0 ? null : Integer.valueOf(600 + 5 * random.nextInt(120));
                var journey = Journey.of(line.list("steps"), number, today);
                if (journey.isPresent()) made.add(make(number, person, wanted, line.number("year"), journey.get(), tenths));
            }
        people();
        editions();
        dossiers();
        afterwards();
    }

    /** In Bijie some were given their number before the city had its code of today. */
    private String area(Table.Line wanted) {
        var area = wanted.get("employer") == null ? regions.named(wanted.get("region")).orElseThrow().areaCode() : organisations.get(wanted.get("employer")).get("area");
        return wanted.get("region").equals("bijie") && random.nextBoolean() ? "522401" : area;
    }

    private Made make(int number, People.One person, Table.Line wanted, int year, Journey journey, Integer tenths) {
        var key = "applicant-%03d".formatted(number);
        var id = id("dossier", key);
        var applicant = new Viewer(id("account", key), Set.of(Role.APPLICANT), id("person", key), null);
        var claim = new Claim(year, wanted.get("series"), Optional.of(wanted.get("specialty")), Optional.of(Level.valueOf(wanted.get("level"))), Claim.ORDINARY, Optional.of(wanted.get("channel")));
        var edition = regions.newest(wanted.get("region"), year)
                .orElseThrow(() -> new IllegalStateException("the demonstration needs " + wanted.get("region") + " " + year + ", which is not loaded"));
        var facts = facts(person, wanted, year, tenths);
        var pledge = Pledges.filled(edition, wanted.get("employer") == null ? null : organisations.get(wanted.get("employer")).get("name"), wanted.get("title")).words();
        var snapshot = journey.handedIn().map(at -> Json.canonical(snapshot(id, applicant, wanted, claim, edition, facts, pledge, at))).orElse(null);
        return new Made(number, id, applicant, person, wanted, claim, edition, journey, facts, tenths, snapshot, pledge,
                chain(applicant, wanted, claim, edition, journey, snapshot, pledge));
    }

    /** What he tells of himself, in the shape of {@code CaseInput}. */
    private Map<String, Object> facts(People.One person, Table.Line wanted, int year, Integer tenths) {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("birthDate", person.birth());
        facts.put("residence", "MAINLAND");
        facts.put("degrees", List.of(Map.of("level", random.nextInt(4) == 0 ? "大专" : "本科", "date", person.birth().plusYears(23).withMonth(7).withDayOfMonth(1))));
        if (tenths != null) facts.put("hours", List.of(Map.of("year", year - 1, "total", tenths / 10.0)));
        facts.put("assessments", List.of(Map.of("year", year - 1, "grade", random.nextInt(5) == 0 ? "优秀" : "合格")));
        facts.put("sanctions", List.of());
        facts.put("employment", wanted.get("employer") == null ? "FREELANCE" : switch (organisations.get(wanted.get("employer")).get("kind")) {
            case "PRIVATE_ENTERPRISE" -> "PRIVATE_ENTERPRISE";
            case "STATE_ENTERPRISE" -> "STATE_ENTERPRISE";
            default -> "STATE_INSTITUTION_POST";
        });
        return facts;
    }

    private static Map<String, Object> snapshot(UUID id, Viewer applicant, Table.Line wanted, Claim claim, LoadedEdition edition, Map<String, Object> facts, String pledge, Instant at) {
        var snapshot = new LinkedHashMap<String, Object>();
        snapshot.put("dossier", id);
        snapshot.put("applicant", applicant.person());
        snapshot.put("region", wanted.get("region"));
        snapshot.put("year", claim.year());
        snapshot.put("edition", Map.of("number", edition.number(), "hash", edition.hash(), "readings", edition.readings()));
        snapshot.put("claim", claim(claim));
        snapshot.put("title", wanted.get("title"));
        snapshot.put("facts", facts);
        snapshot.put("pledge", pledge);
        snapshot.put("receivedAt", at);
        return snapshot;
    }

    private static Map<String, Object> claim(Claim claim) {
        return Map.of("year", claim.year(), "series", claim.series(), "specialty", claim.specialty().orElseThrow(), "level", claim.level().orElseThrow().name(),
                "category", claim.category(), "channel", claim.channel().orElseThrow());
    }

    /** Every step with who took it; the pledge is signed a quarter of an hour before the first handing in. */
    private Chain chain(Viewer applicant, Table.Line wanted, Claim claim, LoadedEdition edition, Journey journey, byte[] snapshot, String pledge) {
        var chain = new Chain();
        Stage before = null;
        for (var step : journey.steps()) {
            var actor = actor(step.by(), applicant, wanted);
            if (before == null)
                chain.add(step.at(), Acts.entry(actor, "COMPOSE", step.at(), Map.of("region", wanted.get("region"), "claim", claim(claim))));
            else if (step.stage() == Stage.SUBMITTED) {
                if (before == Stage.DRAFT) chain.add(signed(step.at()), Acts.entry(actor, "SIGN_PLEDGE", signed(step.at()), Map.of("version", 1, "words", hex(Json.sha256(pledge.getBytes(StandardCharsets.UTF_8))))));
                chain.add(step.at(), Acts.entry(actor, "SUBMIT", step.at(), Map.of("stage", Map.of("before", before, "after", step.stage()), "snapshot", hex(Json.sha256(snapshot)),
                        "edition", Map.of("region", wanted.get("region"), "year", edition.year(), "number", edition.number(), "hash", edition.hash()), "clauses", edition.edition().notices())));
            } else
                chain.add(step.at(), Acts.entry(actor, "MOVE", step.at(), Map.of("stage", Map.of("before", before, "after", step.stage()), "madeUp", true)));
            before = step.stage();
        }
        return chain;
    }

    private Viewer actor(Role role, Viewer applicant, Table.Line wanted) {
        var bureau = "HRSS_CITY " + bureau(wanted.get("region")).get("key");
        return switch (role) {
            case APPLICANT -> applicant;
            case EMPLOYER_CLERK -> officers.get("EMPLOYER_CLERK " + (wanted.get("employer") == null ? "xn-agency" : wanted.get("employer")));
            case COMMITTEE_OFFICE -> wanted.get("committee") == null ? officers.get(bureau) : officers.get("COMMITTEE_OFFICE " + officeOf.get(wanted.get("committee")));
            default -> officers.get(bureau);
        };
    }

    private void people() throws SQLException {
        try (var persons = People.persons(tx); var accounts = People.accounts(tx)) {
            for (var one : made) {
                var person = one.applicant.person();
                var kept = vault.keep(person, one.person.number());
                persons.add(person, one.person.name(), one.person.birth(), one.person.female() ? "FEMALE" : "MALE", one.region(), organisation(one.employer()),
                        kept.masked(), kept.cipher(), kept.index(), true, one.journey.begun(), 0L, new byte[0]);
                accounts.add(one.applicant.account(), "applicant-%03d".formatted(one.number), person, null, new String[] {"APPLICANT"}, true, true, one.journey.begun());
            }
            persons.write();
            accounts.write();
        }
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

    private void dossiers() throws SQLException {
        try (var rows = new Rows(tx, "dossier", "id", "region", "year", "series", "specialty", "level", "category", "channel", "title", "applicant", "employer", "committee", "stage",
                "stage_since", "education_tenths", "draft::jsonb", "version", "created_at", "updated_at", "submitted_at", "receipt_at", "snapshot_hash", "edition", "facts_hash",
                "intake_at", "withdrawn_at", "deleted_at", "trail_seq", "trail_head")) {
            for (var one : made) {
                var journey = one.journey;
                var handedIn = journey.handedIn().orElse(null);
                var forgotten = one.journey.last().stage() == Stage.DRAFT && one.number % 13 == 0;
                rows.add(one.id, one.region(), one.claim.year(), one.claim.series(), one.claim.specialty().orElseThrow(), one.wanted.get("level"), one.claim.category(),
                        one.wanted.get("channel"), one.wanted.get("title"), one.applicant.person(), organisation(one.employer()), committee(one.wanted.get("committee")),
                        journey.last().stage().name(), journey.last().at(), one.tenths, Json.text(one.facts), journey.steps().size(), journey.begun(), journey.last().at(),
                        handedIn, handedIn, one.handedIn() ? Json.sha256(one.snapshot) : null, one.handedIn() ? one.edition.number() : null, one.handedIn() ? one.edition.hash() : null,
                        journey.reached(Stage.INTAKE_PENDING).orElse(null), journey.reached(Stage.WITHDRAWN).orElse(null),
                        forgotten ? journey.last().at().plus(Duration.ofHours(1)) : null, (long) one.chain.links().size(), one.chain.head());
            }
            rows.write();
        }
        try (var snapshots = new Rows(tx, "dossier_snapshot", "dossier", "seq", "content", "sha256", "taken_at");
                var pledges = new Rows(tx, "pledge_signature", "dossier", "version", "clause", "words", "words_hash", "signed_at", "account");
                var exclusions = new Rows(tx, "dossier_exclusion", "region", "applicant", "year", "key", "dossier", "clause");
                var trail = new Rows(tx, "trail", "subject", "seq", "at", "head", "entry")) {
            for (var one : made) {
                var seq = 0L;
                for (var link : one.chain.links()) trail.add(one.id, ++seq, link.at(), link.head(), link.entry());
                if (!one.handedIn()) continue;
                var at = one.journey.handedIn().orElseThrow();
                snapshots.add(one.id, 1, one.snapshot, Json.sha256(one.snapshot), at);
                var clause = one.edition.edition().pledge().value().map(pledge -> pledge.clause().id()).orElse(null);
                pledges.add(one.id, 1, clause, one.pledge, Json.sha256(one.pledge.getBytes(StandardCharsets.UTF_8)), signed(one.journey.reached(Stage.SUBMITTED).orElseThrow()), one.applicant.account());
                for (var key : one.edition.edition().exclusive().value().orElse(List.of()))
                    exclusions.add(one.region(), one.applicant.person(), one.claim.year(), key.key(one.claim), one.id, key.clause().id());
            }
            snapshots.write();
            pledges.write();
            exclusions.write();
            trail.write();
        }
    }

    /** Certificates of those who came so far, and what stands against those who did not deserve it. */
    private void afterwards() throws SQLException {
        try (var certificates = new Rows(tx, "certificate", "id", "number", "holder", "person", "dossier", "committee", "region", "series", "specialty", "level", "title", "document",
                "obtained_on", "issued_at", "revoked_at", "revoked_why", "made_up");
                var entries = new Rows(tx, "integrity_entry", "id", "person", "region", "kind", "reason", "clause", "from_day", "until_day", "decided_by", "made_up", "created_at")) {
            for (var one : made) {
                var issued = one.journey.reached(Stage.CERTIFIED);
                var revoked = one.journey.reached(Stage.REVOKED).orElse(null);
                if (issued.isPresent())
                    certificates.add(id("certificate", "" + one.number), "DEMO-%s-%d-%04d".formatted(one.region().toUpperCase(Locale.ROOT), one.claim.year(), one.number),
                            one.person.name(), one.applicant.person(), one.id, committee(one.wanted.get("committee")), one.region(), one.claim.series(), one.claim.specialty().orElseThrow(),
                            one.wanted.get("level"), one.wanted.get("title"), "虚构〔%d〕%d号".formatted(one.claim.year(), one.number), day(one.journey.reached(Stage.CONFIRMED).orElseThrow()),
                            issued.get(), revoked, revoked == null ? null : "业绩材料弄虚作假（虚构）", true);
                var stage = one.journey.last().stage();
                if (stage == Stage.REVOKED || stage == Stage.DISQUALIFIED) {
                    var from = day(one.journey.last().at());
                    entries.add(id("integrity", "" + one.number), one.applicant.person(), one.region(), "FALSE_MATERIAL", "业绩材料弄虚作假（虚构）",
                            one.region().equals("xianning") ? "X24-5.1" : "B23-3.3", from, from.plusYears(3), organisation(bureau(one.region()).get("key")), true, one.journey.last().at());
                }
            }
            certificates.write();
            entries.write();
        }
    }

    private Table.Line bureau(String region) {
        return organisations.values().stream().filter(one -> one.get("kind").equals("HRSS") && one.get("region").equals(region)).findFirst().orElseThrow();
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, When.CHINA);
    }

    private static Instant signed(Instant handedIn) {
        return handedIn.minus(Duration.ofMinutes(15));
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
