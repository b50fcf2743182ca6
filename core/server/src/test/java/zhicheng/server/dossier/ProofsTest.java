package zhicheng.server.dossier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import zhicheng.server.dossier.Proofs.Proof;
import zhicheng.server.dossier.Proofs.State;
import zhicheng.server.outside.verification.Item;
import zhicheng.server.region.Regions;
import zhicheng.spi.Clause;
import zhicheng.spi.Evidence;
import zhicheng.spi.Evidence.Of;
import zhicheng.spi.Said;
import zhicheng.spi.Text;

/** What of a dossier is proved, clause by clause (B23-2.2, B24-4.3, X24-6.2, J24-3.2, J24-4.2, X24-5.1). */
class ProofsTest {
    private static final Regions REGIONS = Regions.load(null, Map.of());
    private static final LocalDate DAY = LocalDate.of(2024, 9, 18);
    private static final String EMPLOYER = "青川建设集团";

    private static final Map<String, Object> DEGREE = Map.of("level", "本科", "date", "2008-07-01");
    private static final Map<String, Object> HOURS = Map.of("year", 2023, "total", 96);
    private static final Map<String, Object> TITLE = Map.of("series", "ENGINEERING", "level", "INTERMEDIATE", "date", "2015-12-31");

    /** {@code platform}: what one said of the item, or nothing where none was asked; {@code paper}: whether a file is carried that proves it. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            bijie     | 2023 | EDUCATION        | MAINLAND          | -                   | no  | NOT_SAID    | B23-2.2 | false
            bijie     | 2023 | EDUCATION        | MAINLAND          | VERIFIED            | no  | SPARED      | B23-2.2 | false
            bijie     | 2023 | EDUCATION        | MAINLAND          | VERIFIED 2024-09-18 | no  | SPARED      | B23-2.2 | false
            bijie     | 2023 | EDUCATION        | MAINLAND          | VERIFIED 2024-09-17 | no  | NOT_SAID    | B23-2.2 | false
            bijie     | 2023 | EDUCATION        | MAINLAND          | DIFFERS             | no  | NOT_SAID    | B23-2.2 | false
            bijie     | 2023 | EDUCATION        | MAINLAND          | CANNOT_TELL         | no  | CANNOT_TELL | B23-2.2 | false
            bijie     | 2023 | EDUCATION        | MAINLAND          | CANNOT_TELL         | yes | THERE       | B23-2.2 | false
            bijie     | 2023 | SOCIAL_INSURANCE | MAINLAND          | VERIFIED            | no  | SPARED      | B23-2.2 | false
            bijie     | 2023 | SOCIAL_INSURANCE | MAINLAND          | CANNOT_TELL         | no  | CANNOT_TELL | B23-2.2 | false
            bijie     | 2023 | SOCIAL_INSURANCE | MAINLAND          | -                   | yes | THERE       | B23-2.2 | false
            bijie     | 2023 | QUALIFICATION    | MAINLAND          | VERIFIED            | no  | SPARED      | B23-2.2 | false
            bijie     | 2023 | QUALIFICATION    | MAINLAND          | -                   | yes | THERE       | B23-2.2 | false
            bijie     | 2024 | EDUCATION        | MAINLAND          | VERIFIED            | no  | SPARED      | B23-2.2 | false
            bijie     | 2024 | TRAINING_HOURS   | MAINLAND          | VERIFIED            | no  | SPARED      | B24-4.3 | false
            bijie     | 2024 | TRAINING_HOURS   | MAINLAND          | CANNOT_TELL         | no  | CANNOT_TELL | B24-4.3 | false
            bijie     | 2024 | TRAINING_HOURS   | MAINLAND          | -                   | no  | NOT_SAID    | B24-4.3 | false
            bijie     | 2024 | TRAINING_HOURS   | MAINLAND          | -                   | yes | THERE       | B24-4.3 | false
            jiayuguan | 2024 | ACHIEVEMENT      | MAINLAND          | -                   | no  | MISSING     | J24-3.2 | true
            jiayuguan | 2024 | ACHIEVEMENT      | MAINLAND          | -                   | yes | THERE       | J24-3.2 | false
            jiayuguan | 2024 | EDUCATION        | MAINLAND          | -                   | no  | MISSING     | J24-4.2 | false
            jiayuguan | 2024 | EDUCATION        | MAINLAND          | VERIFIED            | no  | MISSING     | J24-4.2 | false
            jiayuguan | 2024 | EDUCATION        | MAINLAND          | CANNOT_TELL         | yes | THERE       | J24-4.2 | false
            jiayuguan | 2024 | TITLE            | MAINLAND          | -                   | no  | MISSING     | J24-4.2 | false
            xianning  | 2024 | ACHIEVEMENT      | MAINLAND          | -                   | no  | MISSING     | X24-5.1 | false
            xianning  | 2024 | EDUCATION        | MAINLAND          | VERIFIED            | no  | MISSING     | X24-5.1 | false
            xianning  | 2024 | TITLE            | FOREIGN_PERMANENT | VERIFIED            | no  | SPARED      | X24-6.2 | false
            xianning  | 2024 | TITLE            | FOREIGN_PERMANENT | CANNOT_TELL         | no  | CANNOT_TELL | X24-6.2 | false
            xianning  | 2024 | TITLE            | MAINLAND          | VERIFIED            | no  | NOT_SAID    | X24-6.2 | false
            xianning  | 2024 | TITLE            | MAINLAND          | CANNOT_TELL         | no  | NOT_SAID    | X24-6.2 | false
            """)
    void stands_as_the_clause_says(String region, int year, Of of, String residence, String platform, String paper, State state, String clause, boolean refuses) {
        var picked = new ArrayList<Map<String, Object>>();
        if (of == Of.QUALIFICATION || of == Of.ACHIEVEMENT) picked.add(picked(of == Of.QUALIFICATION ? "CERTIFICATE" : "PATENT", "2022-05-01", paper.equals("yes")));
        else if (paper.equals("yes")) picked.add(picked(of.name(), switch (of) {
            case EDUCATION -> "2008-07-01";
            case TITLE -> "2015-12-31";
            default -> "2023-11-30";
        }, true));
        var verified = new ArrayList<Map<String, Object>>();
        if (platform != null) verified.add(said(item(of, picked), of == Of.QUALIFICATION ? (String) picked.getFirst().get("achievement") : null, platform.split(" ")));
        var edition = REGIONS.newest(region, year).orElseThrow();
        var proofs = Proofs.of(edition.edition().evidence().value().orElseThrow(), null, told(residence), picked, EMPLOYER, verified, DAY);
        var proof = proofs.stream().filter(one -> one.of() == of).collect(Collectors.collectingAndThen(Collectors.toList(), all -> {
            assertEquals(1, all.size(), proofs::toString);
            return all.getFirst();
        }));
        assertEquals(List.of(state, Clause.of(clause), refuses), List.of(proof.state(), proof.clause(), proof.refuses()), proof::toString);
        assertEquals(state == State.SPARED, proof.source() != null, "who spared it");
        assertEquals(state == State.SPARED, proof.at() != null, "and when");
        assertEquals(state == State.THERE || state == State.SPARED, proof.remedy() == null, "what would prove it otherwise");
        assertEquals(refuses ? List.of("evidence." + proof.rule()) : List.of(), Proofs.refusals(proofs).stream().filter(one -> one.path().equals(proof.path())).map(one -> one.code()).toList());
    }

    /** Where a clause asks for a file and another spares it, a platform that is silent refuses nothing, and says what to bring instead. */
    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {"-, MISSING, true", "CANNOT_TELL, CANNOT_TELL, false", "VERIFIED, SPARED, false", "DIFFERS, MISSING, true"})
    void an_outside_failure_never_refuses(String platform, State state, boolean refuses) {
        var words = Text.of("须上传", "has to be uploaded");
        var both = List.of(Evidence.of("education", Clause.of("B23-2.2"), Of.EDUCATION, Said.says(Evidence.Upload.required(Clause.of("J24-3.2"), words)), Said.says(Evidence.Spared.of(Clause.of("B23-2.2"), words))));
        var verified = platform == null ? List.<Map<String, Object>>of() : List.of(said(Item.of(Item.Kind.EDUCATION, DEGREE), null, platform));
        var proof = Proofs.of(both, null, told("MAINLAND"), List.of(), null, verified, DAY).getFirst();
        assertEquals(List.of(state, refuses), List.of(proof.state(), proof.refuses()));
        assertEquals(refuses ? 1 : 0, Proofs.refusals(List.of(proof)).size());
        assertEquals(state != State.SPARED, proof.remedy() != null && proof.remedy().en().contains("EDUCATION, of 2008-07-01"));
    }

    @Test
    void a_paper_proves_the_item_of_its_day_and_no_other() {
        var evidence = REGIONS.newest("jiayuguan", 2024).orElseThrow().edition().evidence().value().orElseThrow();
        var told = Map.<String, Object>of("degrees", List.of(DEGREE, Map.of("level", "大专")), "titles", List.of(TITLE));
        var proofs = states(Proofs.of(evidence, null, told, List.of(picked("EDUCATION", "2008-07-02", true)), null, List.of(), DAY));
        assertEquals(Map.of("degrees.0", State.MISSING, "degrees.1", State.THERE, "titles.0", State.MISSING), proofs, "a degree without a day is proved by any diploma");
        assertEquals(State.MISSING, states(Proofs.of(evidence, null, told, List.of(picked("EDUCATION", "2008-07-01", false)), null, List.of(), DAY)).get("degrees.0"), "a paper without a file proves nothing");
        assertEquals(State.MISSING, states(Proofs.of(evidence, null, told, List.of(picked("TITLE", "2008-07-01", true)), null, List.of(), DAY)).get("degrees.0"), "of the same day, and of something else");
    }

    @Test
    void a_paper_on_what_is_told_is_no_achievement() {
        var evidence = REGIONS.newest("jiayuguan", 2024).orElseThrow().edition().evidence().value().orElseThrow();
        for (var kind : List.of("EDUCATION", "SOCIAL_INSURANCE", "TITLE", "TRAINING_HOURS", "EMPLOYMENT", "ASSESSMENT", "TEST_PASS", "CONSENT_SENDING_DEPARTMENT", "CONSENT_SENDING_HRSS", "CONSENT_RECEIVING_DEPARTMENT", "CONSENT_RECEIVING_HRSS")) {
            assertTrue(Proofs.isPaper(kind), kind);
            assertEquals(List.of(), Proofs.of(evidence, null, Map.of(), List.of(picked(kind, "2008-07-01", false)), null, List.of(), DAY), kind);
        }
        for (var kind : List.of("PAPER", "CERTIFICATE", "OTHER")) {
            assertFalse(Proofs.isPaper(kind), kind);
            assertEquals(1, Proofs.of(evidence, null, Map.of(), List.of(picked(kind, "2008-07-01", false)), null, List.of(), DAY).size(), kind);
        }
    }

    /** Of who is posted here, the paper of each of the four is asked for; of nobody else any (J24-2.2e). */
    @Test
    void four_consents_are_attached_each_by_its_own_paper() {
        var evidence = REGIONS.newest("jiayuguan", 2024).orElseThrow().edition().evidence().value().orElseThrow();
        var consents = Arrays.stream(Of.values()).filter(Of::isConsent).toList();
        assertEquals(4, consents.size());
        assertEquals(List.of(), Proofs.of(evidence, "public", Map.of(), List.of(), null, List.of(), DAY));
        var none = Proofs.of(evidence, "posted", Map.of(), List.of(picked("CONSENT_SENDING_HRSS", "2024-05-01", false)), null, List.of(), DAY);
        assertEquals(consents, none.stream().map(Proof::of).toList());
        for (var finding : Proofs.refusals(none)) assertEquals("J24-2.2e claim.channel", finding.clause() + " " + finding.path());
        assertEquals(4, Proofs.refusals(none).size(), "a paper without a file proves nothing");
        for (var lacking : consents) {
            var three = consents.stream().filter(one -> one != lacking).map(one -> picked(one.name(), "2024-05-01", true)).toList();
            var proofs = Proofs.of(evidence, "posted", Map.of(), three, null, List.of(), DAY);
            assertEquals(List.of("evidence." + lacking.name().toLowerCase(Locale.ROOT).replace('_', '-')), Proofs.refusals(proofs).stream().map(one -> one.code()).toList());
            assertTrue(proofs.stream().filter(Proof::refuses).findFirst().orElseThrow().remedy().en().contains(lacking.name()), "which paper does it");
        }
        assertEquals(List.of(), Proofs.refusals(Proofs.of(evidence, "posted", Map.of(), consents.stream().map(one -> picked(one.name(), "2024-05-01", true)).toList(), null, List.of(), DAY)));
    }

    @Test
    void nothing_is_asked_of_what_is_not_told() {
        for (var region : List.of("bijie", "jiayuguan", "xianning"))
            assertEquals(List.of(), Proofs.of(REGIONS.newest(region, 2024).orElseThrow().edition().evidence().value().orElseThrow(), null, Map.of(), List.of(), null, List.of(), DAY), region);
        assertNull(Verifications.byPath(List.of(said(Item.of(Item.Kind.EDUCATION, DEGREE), null, "VERIFIED")), Map.of("degrees", List.of(Map.of("level", "硕士"))), List.of(), null).get("degrees.0"), "told otherwise, it is another item");
    }

    private static Map<String, State> states(List<Proof> proofs) {
        return proofs.stream().collect(Collectors.toMap(Proof::path, Proof::state));
    }

    private static Map<String, Object> told(String residence) {
        return Map.of("residence", residence, "degrees", List.of(DEGREE), "hours", List.of(HOURS), "titles", List.of(TITLE));
    }

    private static Item item(Of of, List<Map<String, Object>> picked) {
        return switch (of) {
            case EDUCATION -> Item.of(Item.Kind.EDUCATION, DEGREE);
            case TRAINING_HOURS -> Item.of(Item.Kind.TRAINING_HOURS, HOURS);
            case TITLE -> Item.of(Item.Kind.TITLE, TITLE);
            case SOCIAL_INSURANCE -> Item.of(Item.Kind.SOCIAL_INSURANCE, Map.of("employer", EMPLOYER));
            case CONSENT_SENDING_DEPARTMENT, CONSENT_SENDING_HRSS, CONSENT_RECEIVING_DEPARTMENT, CONSENT_RECEIVING_HRSS -> throw new IllegalArgumentException("no platform speaks of " + of);
            case QUALIFICATION, ACHIEVEMENT -> Item.of(Item.Kind.QUALIFICATION, picked.getFirst());
        };
    }

    /** What a platform said, as {@link Verifications#of} has it. @param state and, behind it, the last day on which it holds */
    private static Map<String, Object> said(Item item, String achievement, String... state) {
        var said = new LinkedHashMap<String, Object>();
        said.put("id", "1");
        said.put("kind", item.kind().name());
        said.put("achievement", achievement);
        said.put("state", state[0]);
        said.put("source", state[0].equals("CANNOT_TELL") ? null : "platform.example");
        said.put("at", "2024-09-01T10:00:00+08:00");
        said.put("validUntil", state.length > 1 ? state[1] : null);
        said.put("told", item.told());
        said.put("hash", HexFormat.of().formatHex(item.hash()));
        return said;
    }

    private static Map<String, Object> picked(String kind, String day, boolean proved) {
        return Map.of("achievement", "00000000-0000-4000-8000-000000000001", "kind", kind, "title", "材料（虚构）", "achievedOn", day, "files", proved ? List.of(Map.of("name", "扫描件.pdf")) : List.of());
    }
}
