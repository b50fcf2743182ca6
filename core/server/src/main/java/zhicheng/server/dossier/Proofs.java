package zhicheng.server.dossier;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import zhicheng.server.eligibility.Finding;
import zhicheng.server.region.LoadedEdition;
import zhicheng.spi.Case;
import zhicheng.spi.Clause;
import zhicheng.spi.Evidence;
import zhicheng.spi.Evidence.Of;
import zhicheng.spi.Evidence.Upload;
import zhicheng.spi.Level;
import zhicheng.spi.Rule;
import zhicheng.spi.Said;
import zhicheng.spi.Text;

/**
 * What of a dossier has to be proved, and how that stands (佐证材料): by a file that it carries, by a platform's word that spares one (B23-2.2, B24-4.3, X24-6.2), not
 * at all, or nobody can tell yet. A platform that does not answer never refuses anything. Pure.
 */
public final class Proofs {
    /** Kinds of the store that are papers on what the profile tells, or what somebody agreed to, and no achievements. */
    public static final Set<String> PAPERS = Stream.concat(Stream.of(Of.EDUCATION.name(), Of.SOCIAL_INSURANCE.name(), Of.TITLE.name(), Of.TRAINING_HOURS.name(), "EMPLOYMENT", "ASSESSMENT", "TEST_PASS"),
            Arrays.stream(Of.values()).filter(Of::isConsent).map(Of::name)).collect(Collectors.toUnmodifiableSet());

    private Proofs() {}

    /** How the proof of one item stands. */
    public enum State {
        /** The dossier carries a file. */
        THERE,
        /** A platform has verified it, and a clause says that this is enough. */
        SPARED,
        /** A clause asks for it, and it is not there. */
        MISSING,
        /** A platform whose word would be enough was asked and has not answered. */
        CANNOT_TELL,
        /** It is not there, and no clause says that it has to be. */
        NOT_SAID
    }

    /**
     * How the proof of one item stands.
     *
     * @param rule the id of what the edition says of it
     * @param path where the item lies: {@code degrees.N}, {@code hours.N}, {@code titles.N}, {@code achievements.ID}, {@code employer}, or {@code claim.channel} where it is asked for by that
     * @param item what it is, in words
     * @param clause the clause by which it stands so: that asks for a file, that spares it, or that speaks of it and settles neither
     * @param asked what that clause says
     * @param refuses whether a submission is refused while it stands so
     * @param source the platform that verified it; null where it is not spared
     * @param at when that one did; null where it is not spared
     * @param validUntil last day on which that holds; null where it is not spared, or the platform named none
     * @param remedy what would prove it; null where that is not wanting
     */
    public record Proof(String rule, Of of, String path, Text item, State state, Clause clause, Text asked, Text shown, boolean refuses, String source, Instant at, LocalDate validUntil, Text remedy) {}

    /** One thing to be proved. {@code paper}: by which of what was picked it can be; {@code how}: which that is, in words. */
    private record Item(String path, Text words, Predicate<Map<String, Object>> paper, Text how) {}

    /** Kinds of the store that are papers on what the profile tells, for a statement. */
    static String[] papers() {
        return PAPERS.toArray(String[]::new);
    }

    /** Whether what was picked is a paper on what is told, and no achievement. */
    public static boolean isPaper(Object kind) {
        return kind instanceof String name && PAPERS.contains(name);
    }

    /**
     * Of every item of which the edition speaks how its proof stands, in the order of the edition and of what is told.
     *
     * @param channel that is applied by; null: none is chosen
     * @param told in the shape of {@code CaseInput}
     * @param picked the achievements as a snapshot has them
     * @param employer null: none
     * @param verified what platforms said of what the applicant tells, as {@link Verifications#of} has it
     * @param day the official day
     */
    static List<Proof> of(List<Evidence> wanted, String channel, Map<String, Object> told, List<Map<String, Object>> picked, String employer, List<Map<String, Object>> verified, LocalDate day) {
        var said = Verifications.byPath(verified, told, picked, employer);
        var apart = wanted.stream().map(Evidence::of).collect(Collectors.toSet());
        var proofs = new ArrayList<Proof>();
        for (var evidence : wanted.stream().filter(one -> one.channel().isEmpty() || one.channel().get().equals(channel)).toList())
            for (var item : items(evidence.of(), apart, told, picked, employer)) proofs.add(proof(evidence, item, told, picked, said.get(item.path), day));
        return proofs;
    }

    /** The same of a dossier; nothing where its edition says nothing of proofs. */
    static List<Proof> of(SeenDossier seen, LoadedEdition edition, List<Map<String, Object>> verified, LocalDate day) {
        return of(edition.edition().evidence().value().orElse(List.of()), seen.claim().channel().orElse(null), seen.draft(), seen.achievements(), seen.employer(), verified, day);
    }

    /** What a submission is refused for. */
    static List<Finding> refusals(List<Proof> proofs) {
        return proofs.stream().filter(Proof::refuses).map(one -> Finding.refusal("evidence." + one.rule, one.clause, one.asked, one.shown, one.path).remedy(one.remedy, null)).toList();
    }

    private static Proof proof(Evidence evidence, Item item, Map<String, Object> told, List<Map<String, Object>> picked, Map<String, Object> said, LocalDate day) {
        var upload = evidence.upload().value();
        var spared = evidence.spared().value().filter(one -> one.holders().isEmpty() || told.get("residence") instanceof String paper && one.holders().contains(Case.Residence.valueOf(paper)));
        var clause = upload.map(Upload::clause).orElse(evidence.clause());
        var asked = asked(evidence);
        var files = picked.stream().filter(item.paper).flatMap(one -> ((List<?>) one.get("files")).stream()).map(one -> (String) ((Map<?, ?>) one).get("name")).toList();
        if (!files.isEmpty()) {
            var names = Finding.cut(String.join(", ", files));
            return new Proof(evidence.id(), evidence.of(), item.path, item.words, State.THERE, clause, asked, Text.of(names, names), false, null, null, null, null);
        }
        var state = said == null ? null : (String) said.get("state");
        var until = said == null || said.get("validUntil") == null ? null : LocalDate.parse((String) said.get("validUntil"));
        if (spared.isPresent() && "VERIFIED".equals(state) && (until == null || !day.isAfter(until))) {
            var source = (String) said.get("source");
            return new Proof(evidence.id(), evidence.of(), item.path, item.words, State.SPARED, spared.get().clause(), spared.get().says(), Text.of(source + " 已核验", "verified by " + source), false,
                    source, OffsetDateTime.parse((String) said.get("at")).toInstant(), until, null);
        }
        if (spared.isPresent() && "CANNOT_TELL".equals(state))
            return new Proof(evidence.id(), evidence.of(), item.path, item.words, State.CANNOT_TELL, spared.get().clause(), spared.get().says(),
                    Text.of("平台尚未答复，将自动再次询问", "no platform has told yet; it is asked again of itself"), false, null, null, null, item.how);
        var how = spared.isPresent() && said == null ? Text.of("先核验（verifyItem），或" + item.how.zh(), "have it verified first (verifyItem), or " + item.how.en()) : item.how;
        return new Proof(evidence.id(), evidence.of(), item.path, item.words, upload.isPresent() ? State.MISSING : State.NOT_SAID, clause, asked, nothing(state, until, spared.isPresent(), day),
                upload.filter(one -> one.force() == Rule.Force.BINDING).isPresent(), null, null, null, how);
    }

    /** What is said of uploading, silence included. */
    private static Text asked(Evidence evidence) {
        return switch (evidence.upload()) {
            case Said.Says<Upload>(var upload) -> upload.says();
            case Said.NotAsked<Upload>(var said) -> said;
            case Said.NotSaid<Upload>(var said, _) -> said;
            case Said.AnnouncedElsewhere<Upload> elsewhere -> elsewhere.byWhom();
            case Said.NotSaidSince<Upload> _ -> evidence.of().label();
        };
    }

    /** No file, and why what a platform said does not do. */
    private static Text nothing(String state, LocalDate until, boolean spares, LocalDate day) {
        if ("DIFFERS".equals(state)) return Text.of("没有文件；平台所知与所填不一致", "no file; the platform knows otherwise");
        if (!"VERIFIED".equals(state)) return Text.of("没有文件", "no file");
        return spares && until != null && day.isAfter(until) ? Text.of("没有文件；核验已于 " + until + " 过期", "no file; what was verified held until " + until)
                : Text.of("没有文件；平台已核验，通知未写可免于上传", "no file; a platform verified it, and the notice does not say that this is enough");
    }

    /** @param apart what the edition speaks of: of the rest of what was picked it speaks as achievements */
    private static List<Item> items(Of of, Set<Of> apart, Map<String, Object> told, List<Map<String, Object>> picked, String employer) {
        return switch (of) {
            case EDUCATION -> told(of, "degrees", told, one -> Text.of("" + one.get("level"), "" + one.get("level")), Proofs::date);
            case TITLE -> told(of, "titles", told, one -> Level.valueOf((String) one.get("level")).label(), Proofs::date);
            case TRAINING_HOURS -> told(of, "hours", told, one -> Text.of(one.get("year") + "年", "" + one.get("year")), one -> Optional.of(String.valueOf(one.get("year"))));
            case SOCIAL_INSURANCE -> employer == null ? List.of() : List.of(new Item("employer", Text.of(employer, employer), isOf(of), how(of, null)));
            case CONSENT_SENDING_DEPARTMENT, CONSENT_SENDING_HRSS, CONSENT_RECEIVING_DEPARTMENT, CONSENT_RECEIVING_HRSS -> List.of(new Item("claim.channel", of.label(), isOf(of), how(of, null)));
            case QUALIFICATION -> picked(picked, one -> "CERTIFICATE".equals(one.get("kind")));
            case ACHIEVEMENT -> picked(picked, one -> !isPaper(one.get("kind")) && !(apart.contains(Of.QUALIFICATION) && "CERTIFICATE".equals(one.get("kind"))));
        };
    }

    private static List<Item> picked(List<Map<String, Object>> picked, Predicate<Map<String, Object>> which) {
        return picked.stream().filter(which).map(one -> {
            var title = Finding.cut((String) one.get("title"));
            return new Item("achievements." + one.get("achievement"), Text.of(title, title), other -> other == one, Text.of("为该业绩上传文件，再重新选入", "upload a file of it (requestUpload), then pick it anew (pickAchievements)"));
        }).toList();
    }

    /** Items of a list of what is told; {@code when}: how the day of their paper begins, empty where any will do. */
    private static List<Item> told(Of of, String list, Map<String, Object> told, Function<Map<?, ?>, Text> words, Function<Map<?, ?>, Optional<String>> when) {
        var items = new ArrayList<Item>();
        if (told.get(list) instanceof List<?> all)
            for (var place = 0; place < all.size(); place++) {
                var one = (Map<?, ?>) all.get(place);
                var day = when.apply(one);
                items.add(new Item(list + "." + place, words.apply(one), isOf(of).and(paper -> day.isEmpty() || paper.get("achievedOn") instanceof String on && on.startsWith(day.get())), how(of, day.orElse(null))));
            }
        return items;
    }

    private static Optional<String> date(Map<?, ?> one) {
        return Optional.ofNullable((String) one.get("date"));
    }

    private static Predicate<Map<String, Object>> isOf(Of of) {
        return paper -> of.name().equals(paper.get("kind"));
    }

    /** @param day of which the paper has to be; null: of any */
    private static Text how(Of of, String day) {
        return Text.of("在业绩档案库中保存一份" + of.label().zh() + "证明" + (day == null ? "" : "（日期 " + day + "）") + "，上传文件，再选入申报材料",
                "keep a paper on it in the store (" + of + (day == null ? "" : ", of " + day) + "), upload a file and pick it into the dossier");
    }
}
