package zhicheng.server.integrity;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import zhicheng.server.account.Viewer;
import zhicheng.server.chain.Disqualification;
import zhicheng.server.database.Sql;
import zhicheng.server.eligibility.Finding;
import zhicheng.server.eligibility.Told;
import zhicheng.server.eligibility.Words;
import zhicheng.server.message.Messages;
import zhicheng.server.region.Regions;
import zhicheng.server.trail.Acts;
import zhicheng.server.trail.Chain;
import zhicheng.server.trail.SealedChanges;
import zhicheng.spi.Case.SanctionKind;
import zhicheng.spi.Clause;
import zhicheng.spi.Integrity;
import zhicheng.spi.Integrity.Ground;
import zhicheng.spi.Text;

/**
 * A bureau enters into the register of integrity (诚信档案、失信黑名单) what stands against a person: for what a notice of its region has it noted, for as long as
 * that says, by a document (X24-1.3, X24-1.4, X24-5.1, X24-annex2, J24-1b, J24-4.3, B23-3.3). Where the notice says so, the application in which it was found
 * is cancelled at once (X24-5.1, J24-4.3), also when the entry stands already and another application is named; any other on its way is stopped by its own rules at its next step (X24-1.found).
 */
@Singleton
public final class EnterIntegrityEntry {
    private static final List<String> RULES = List.of("integrity_entry_is_made_once");
    private static final int LONGEST_REASON = 2000;
    private static final int LONGEST_DOCUMENT = 200;

    private final Acts acts;
    private final Regions regions;
    private final SealedChanges sealed;

    EnterIntegrityEntry(Acts acts, Regions regions, SealedChanges sealed) {
        this.acts = acts;
        this.regions = regions;
        this.sealed = sealed;
    }

    /**
     * @param clause what the entry rests on, a ground of the region's notices
     * @param document number of the decision, or what else it rests on
     * @param from first day on which it stands, one of {@link Told#DATES}, as the next
     * @param until first day on which it no longer stands; null: as the notice says, or without an end
     * @param dossier the application in which it was found; null: in none
     */
    public record Input(String key, UUID person, SanctionKind kind, String clause, String reason, String document, LocalDate from, LocalDate until, UUID dossier) {}

    /** The same, entered before, as it stands, and not one that was ended for nothing; {@code ended}: it was ended early; {@code document}: null, where none was asked for when it was entered. */
    private record Known(UUID entry, boolean ended, String reason, String document, LocalDate until, UUID decidedBy) {}

    public Acts.Outcome perform(Viewer actor, Instant at, Input input) {
        var asked = new LinkedHashMap<String, Object>();
        asked.put("person", input.person());
        asked.put("kind", input.kind());
        asked.put("clause", input.clause());
        asked.put("reason", input.reason());
        asked.put("document", input.document());
        asked.put("from", input.from());
        asked.put("until", input.until());
        asked.put("dossier", input.dossier());
        return acts.perform(actor, at, "enterIntegrityEntry", input.key(), asked, RULES, tx -> {
            var region = Entries.region(tx, actor).orElse(null);
            var person = region == null ? null : Entries.known(tx, region, input.person(), input.dossier()).orElse(null);
            if (person == null) return Acts.Outcome.refused(Entries.noPerson(input.person(), "input.person"));
            var own = Entries.oneself(tx, actor, person);
            if (own.isPresent()) return Acts.Outcome.refused(own.get());
            var ground = ground(regions, region, input.clause(), input.kind());
            var findings = new ArrayList<>(problems(input, ground, region));
            if (findings.isEmpty() && input.dossier() != null)
                findings.addAll(Disqualification.against(tx, regions, actor, input.dossier(), input.person(), region, cancelled(ground.orElseThrow()).orElseThrow(), at));
            var known = Sql.one(tx, row -> new Known(row.getObject("id", UUID.class), row.getBoolean("ended"), row.getString("reason"), row.getString("document"), row.getObject("until_day", LocalDate.class),
                            row.getObject("decided_by", UUID.class)),
                    // of two, where one was carried over: one that was not ended before one that was, then the actor's own, which he can tell as it stands
                    """
                    select id, ended_at is not null as ended, reason, document, until_day, decided_by from integrity_entry
                    where person = ? and region = ? and kind = ? and clause = ? and from_day = ? and until_day is distinct from from_day order by ended, decided_by <> ?, carried, id limit 1""",
                    person, region, input.kind().name(), input.clause(), input.from(), actor.organisation()).orElse(null);
            if (known != null && (findings.isEmpty() || Entries.reads(actor, true, known.decidedBy()))) { // that it stands would be told for nothing, to who may not read it
                if (input.dossier() == null || known.ended())
                    findings.add(Finding.refusal("integrity.known", ground.map(Ground::clause).orElse(null), Text.of("尚未记入的事项", "what is not entered yet"), Text.of("同一事项自 " + input.from() + " 起已记入", "the same from " + input.from() + " on is entered"), "input.from")
                            .remedy(known.ended() ? Text.of("已提前终止的记录不再变更；另行决定的，自其起始日另记", "one that was ended stays so: what is decided anew is entered from its own day on")
                                    : Text.of("无须再记；提前终止的用 endIntegrityEntry", "nothing more is to be done; it is ended early by endIntegrityEntry"), null));
                else ground.ifPresent(one -> findings.addAll(otherwise(known, input, one, actor, findings.stream().map(Finding::path).collect(Collectors.toSet()))));
            }
            if (!findings.isEmpty()) return new Acts.Outcome(null, findings);
            var clause = ground.orElseThrow().clause();
            if (input.dossier() != null) Disqualification.write(tx, regions, actor, input.dossier(), cancelled(ground.get()).orElseThrow(), at);
            var id = known == null ? UUID.randomUUID() : known.entry();
            var until = until(input, ground.get());
            if (known == null) Sql.writeOne(tx, "insert into integrity_entry (id, person, region, kind, reason, clause, document, from_day, until_day, decided_by, created_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    id, person, region, input.kind().name(), input.reason(), clause.id(), input.document(), input.from(), until, actor.organisation(), at);
            var noted = new LinkedHashMap<String, Object>();
            noted.put("kind", input.kind().name());
            noted.put("reason", input.reason());
            noted.put("document", input.document());
            noted.put("from", input.from().toString());
            noted.put("until", until == null ? null : until.toString());
            var entry = new LinkedHashMap<String, Object>(sealed.of(person, Map.of(), noted));
            entry.put("entry", id);
            entry.put("dossier", input.dossier());
            entry.put("clauses", List.of(clause.id()));
            Chain.PERSON.add(tx, person, Acts.entry(actor, known == null ? "ENTER_INTEGRITY" : "NAME_DOSSIER", at, entry), at);
            Messages.write(tx, person, Messages.Kind.INTEGRITY_ENTERED, id, null, clause,
                    Text.of("诚信档案自 " + input.from() + " 起有您的一条记录（integrityEntries）", "from " + input.from() + " on an entry of the register of integrity stands against you (integrityEntries)"), at, null);
            return new Acts.Outcome(id, List.of());
        });
    }

    /**
     * What is told of an entry that stands is kept no second time: told otherwise it is refused, and nothing of what stands is told, as not all who enter may read it. Who may not is told that anything differs, all
     * together: by what differs he could find out one after the other.
     *
     * @param wrong paths of what is refused by itself already: that is not compared
     */
    private static List<Finding> otherwise(Known known, Input input, Ground ground, Viewer actor, Set<String> wrong) {
        var until = until(input, ground);
        var findings = new ArrayList<Finding>();
        if (!wrong.contains("input.reason") && !input.reason().equals(known.reason())) findings.add(otherwise(ground, known, input.reason(), "input.reason"));
        if (!wrong.contains("input.document") && known.document() != null && !input.document().equals(known.document())) findings.add(otherwise(ground, known, input.document(), "input.document"));
        if (!wrong.contains("input.until") && !Objects.equals(until, known.until())) findings.add(otherwise(ground, known, until, "input.until"));
        return findings.isEmpty() || Entries.reads(actor, true, known.decidedBy()) ? findings : List.of(Finding.refusal("integrity.known", ground.clause(), Text.of("与已记入的一致", "as it is entered"), Text.of("与已记入的不一致", "it is told otherwise"), "input.dossier")
                .remedy(Text.of("请作出该记录的单位或市级人社部门指明该申报", "ask who entered it, or the city's bureau, to name the application"), null));
    }

    /** @param told null: nothing */
    private static Finding otherwise(Ground ground, Known known, Object told, String path) {
        var shown = Finding.cut(Objects.toString(told, "–"));
        return Finding.refusal("integrity.known", ground.clause(), Text.of("与已记入的一致（记录 " + known.entry() + "）", "as it is entered (the entry " + known.entry() + ")"), Text.of(shown, shown), path)
                .remedy(Text.of("查阅该记录，照其填写", "read the entry, and tell it as it stands"), null);
    }

    /** For what the notices of a region have somebody noted by this clause; empty where none does. The newest notice that says it counts. */
    static Optional<Ground> ground(Regions regions, String region, String clause, SanctionKind kind) {
        return grounds(regions, region).stream().filter(one -> one.clause().id().equals(clause) && one.kinds().contains(kind)).findFirst();
    }

    private static List<Ground> grounds(Regions regions, String region) {
        return regions.editions(region).reversed().stream().flatMap(edition -> edition.edition().integrity().value().stream()).flatMap(said -> said.grounds().value().stream()).flatMap(List::stream).toList();
    }

    /** 党纪处分、政务处分（J24-1b）；… */
    private static String noted(List<Ground> grounds, Function<Text, String> words, String and, String then) {
        return grounds.stream().map(one -> one.kinds().stream().map(kind -> words.apply(kind.label())).collect(Collectors.joining(and)) + words.apply(Text.of("（" + one.clause() + "）", " (" + one.clause() + ")")))
                .distinct().collect(Collectors.joining(then));
    }

    /** The clause by which an application is cancelled at once; empty where the notice does not say that it is. */
    private static Optional<Clause> cancelled(Ground ground) {
        return ground.found().value().filter(found -> found.effect() == Integrity.Effect.CANCELLED).map(Integrity.Found::clause);
    }

    /** Where the notice gives the term, that; what was told otherwise. */
    private static LocalDate until(Input input, Ground ground) {
        if (input.until() != null || ground.seriousOnly()) return input.until();
        return ground.years().value().map(years -> input.from().plusYears(years)).orElse(null);
    }

    private List<Finding> problems(Input input, Optional<Ground> ground, String region) {
        var findings = new ArrayList<Finding>();
        if (ground.isEmpty()) {
            var known = grounds(regions, region);
            var label = input.kind().label();
            findings.add(Finding.refusal("integrity.ground", null, Text.of("本地区通知规定的记入事项：" + noted(known, Text::zh, "、", "；"), "what the region's notices have noted: " + noted(known, Text::en, ", ", "; ")),
                    Text.of(label.zh() + "（" + Finding.cut(input.clause()) + "）", label.en() + " (" + Finding.cut(input.clause()) + ")"), "input.clause"));
        }
        var clause = ground.map(Ground::clause).orElse(null);
        findings.addAll(Words.problems("integrity.reason", clause, Text.of("记入的原因", "why it is entered"), input.reason(), LONGEST_REASON, "input.reason"));
        findings.addAll(Words.problems("integrity.document", clause, Text.of("文号", "the number of the document"), input.document(), LONGEST_DOCUMENT, "input.document"));
        var until = ground.map(one -> until(input, one)).orElse(input.until());
        if (!Told.isDate(input.from()))
            findings.add(Finding.refusal("integrity.from", clause, Told.DATES, Text.of(input.from().toString(), input.from().toString()), "input.from"));
        if (until != null && !Told.isDate(until))
            findings.add(Finding.refusal("integrity.until", clause, Told.DATES, Text.of(until.toString(), until.toString()), input.until() == null ? "input.from" : "input.until")
                    .remedy(Text.of("没有终止日的，不填", "where it has no end, leave the end out"), null));
        else if (input.until() != null && !input.until().isAfter(input.from()))
            findings.add(Finding.refusal("integrity.until", clause, Text.of("晚于起始日 " + input.from(), "later than " + input.from()), Text.of(input.until().toString(), input.until().toString()), "input.until"));
        ground.ifPresent(one -> {
            one.years().value().filter(years -> input.until() != null && !input.until().equals(input.from().plusYears(years))).ifPresent(years ->
                    findings.add(Finding.refusal("integrity.term", one.clause(), Text.of(years + "年，至 " + input.from().plusYears(years), years + " years, until " + input.from().plusYears(years)),
                            Text.of("至 " + input.until(), "until " + input.until()), "input.until").remedy(one.seriousOnly() ? Text.of("情节严重的，填至 " + input.from().plusYears(years) + "；不严重的，不填终止日", "where it is serious, until " + input.from().plusYears(years) + "; where it is not, leave the end out")
                                    : Text.of("不填终止日，按通知计算", "leave the end out: it is counted as the notice says"), null)));
            if (input.dossier() != null && cancelled(one).isEmpty())
                findings.add(Finding.refusal("integrity.no-cancelling", one.clause(), Text.of("通知规定取消申报的事项", "what the notice has an application cancelled for"), Text.of("通知未作此规定", "the notice does not say so"), "input.dossier")
                        .remedy(Text.of("不指明申报；在途申报按其规则办理", "name no application: those on their way go by their own rules"), null));
        });
        return findings;
    }
}
