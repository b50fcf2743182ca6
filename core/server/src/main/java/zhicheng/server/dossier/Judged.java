package zhicheng.server.dossier;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import zhicheng.server.dossier.Proofs.Proof;
import zhicheng.server.dossier.SeenDossier.Taken;
import zhicheng.server.eligibility.ClaimedChannel;
import zhicheng.server.eligibility.Evaluator;
import zhicheng.server.eligibility.Evaluator.Report;
import zhicheng.server.eligibility.Finding;
import zhicheng.server.eligibility.Nominations;
import zhicheng.server.eligibility.Register;
import zhicheng.server.eligibility.Told;
import zhicheng.server.region.LoadedEdition;
import zhicheng.spi.ExclusionKey;
import zhicheng.spi.Text;
import zhicheng.spi.Verdict;

/** A dossier put before the one evaluator, with what the database knows besides what its applicant told. Pure. */
final class Judged {
    private Judged() {}

    /** The evaluation, or what is wrong with what was told. */
    record Result(Report report, List<Finding> problems) {
        /** What a submission is refused for. */
        List<Finding> refusals() {
            return report == null ? problems : report.refusals();
        }
    }

    /**
     * @param proofs how what has to be proved stands
     * @param now the official time, which {@code at} is on submission
     * @param forfeits whether what is not mended in time is treated as abandoned
     */
    static Result judge(SeenDossier seen, LoadedEdition edition, List<Proof> proofs, Evaluator evaluator, Instant at, Instant now, boolean forfeits) {
        var told = Told.of(person(seen, edition, at), seen.claim(), at, now, edition);
        if (told.one().isEmpty()) return new Result(null, told.problems());
        var report = evaluator.evaluate(edition, told.one().get(), seen.notices());
        var general = new ArrayList<>(report.general());
        if (!told.one().get().sanctions().isPresent()) registered(seen, edition, evaluator, at, now, general);
        general.replaceAll(one -> freed(seen, edition, one, at, forfeits));
        general.addAll(taken(seen, edition, general, at, forfeits));
        general.addAll(Reused.findings(edition, seen.claim(), seen.achievements(), seen.transfers()));
        general.addAll(Proofs.refusals(proofs));
        if (!seen.signed() && general.stream().noneMatch(finding -> "pledgeSigned".equals(finding.path()) && finding.holdsUp())) general.add(unsigned(edition));
        if (seen.claim().channel().isEmpty() && !report.channels().isEmpty()) general.addFirst(ClaimedChannel.unchosen(report));
        return new Result(report.with(general), List.of());
    }

    /** What the applicant told, and what is known besides: sanctions that stand, other applications of the year, nominations of his unit, what he picked, the signature. */
    private static Map<String, Object> person(SeenDossier seen, LoadedEdition edition, Instant at) {
        var person = new HashMap<String, Object>(Nominations.told(edition, seen.claim(), seen.draft(), seen.nominations()));
        if (person.get("sanctions") != null) person.put("sanctions", both(person.get("sanctions"), Register.standing(seen.standing(), at)));
        person.put("otherApplications", both(person.get("otherApplications"), excluding(seen, edition).stream().map(one -> {
            var other = new LinkedHashMap<String, Object>();
            other.put("series", one.claim().series());
            other.put("specialty", one.claim().specialty().orElse(null));
            return other;
        }).distinct().toList()));
        person.put("achievements", seen.achievements().stream().filter(one -> !Proofs.isPaper(one.get("kind"))).toList());
        person.put("pledgeSigned", seen.signed());
        return person;
    }

    /** Where he told nothing of sanctions, the register can only add what fails by it: a rule that it says nothing of still waits for him to tell. */
    private static void registered(SeenDossier seen, LoadedEdition edition, Evaluator evaluator, Instant at, Instant now, List<Finding> general) {
        var standing = Register.standing(seen.standing(), at);
        if (standing.isEmpty()) return;
        var person = person(seen, edition, at);
        person.put("sanctions", standing);
        var known = evaluator.evaluate(edition, Told.of(person, seen.claim(), at, now, edition).one().orElseThrow(), seen.notices()).general();
        for (var place = 0; place < general.size(); place++)
            if (known.get(place).outcome() == Verdict.Outcome.FAILED) general.set(place, known.get(place));
    }

    private static List<Object> both(Object told, List<?> known) {
        var all = new ArrayList<Object>(told instanceof List<?> list ? list : List.of());
        known.stream().filter(one -> !all.contains(one)).forEach(all::add);
        return all;
    }

    /** Exclusion keys that other dossiers hold and that no rule of the region has spoken of (B24-5.3, X24-1.5). */
    static List<Finding> taken(SeenDossier seen, LoadedEdition edition, List<Finding> found, Instant at, boolean forfeits) {
        var excluding = excluding(seen, edition);
        return keys(edition).stream()
                .filter(key -> excluding.stream().anyMatch(one -> one.holds(List.of(key), seen.claim())))
                .filter(key -> found.stream().noneMatch(finding -> key.clause().equals(finding.clause()) && finding.outcome() == Verdict.Outcome.FAILED))
                .map(key -> Finding.refusal("exclusive." + key.id(), key.clause(), key.what(), Text.of("本年度已有申报", "there is an application in this year already"), "claim.series"))
                .map(one -> freed(seen, edition, one, at, forfeits)).toList();
    }

    /** Those of his other applications that hold what this one asks for, in whichever region (X24-1.5, B24-5.3 are of the person); what it holds itself none of them excludes. */
    private static List<Taken> excluding(SeenDossier seen, LoadedEdition edition) {
        return seen.taken().stream().filter(one -> one.holds(keys(edition), seen.claim())).toList();
    }

    /** Whether all of them go on and could be withdrawn for this one. */
    static boolean mayMakeRoom(SeenDossier seen, LoadedEdition edition, Instant at, boolean forfeits) {
        return excluding(seen, edition).stream().map(one -> one.at(at, forfeits)).allMatch(one -> one.isOnItsWay() && !one.isInherited());
    }

    private static Finding freed(SeenDossier seen, LoadedEdition edition, Finding found, Instant at, boolean forfeits) {
        var others = excluding(seen, edition).stream().map(one -> one.at(at, forfeits)).toList();
        return others.isEmpty() || found.outcome() != Verdict.Outcome.FAILED || keys(edition).stream().noneMatch(key -> key.clause().equals(found.clause())) ? found : found.remedy(freed(others, at), null);
    }

    /**
     * How his other applications get out of the way, by the worst of them. As long as no committee has taken one it can be withdrawn, and excludes then until what is objected to it is concluded; unless another that was
     * cancelled takes its place then: he goes on with it. Nothing gets one out of the way where that was upheld, a committee has taken it, or it has ended.
     */
    private static Text freed(List<Taken> others, Instant at) {
        var inherited = others.stream().filter(one -> one.isInherited() && one.letsGo()).findFirst();
        if (inherited.isPresent())
            return inherited.get().isLate(at) ? Text.of("本年度不得另行申报：另一份申报的修改时间已过，不能再办理或恢复；其不再排除时，即由已被取消的申报排除；无可补办事项",
                            "nothing else can be handed in this year: the day is over until which the other one could be mended or taken back, and one that was cancelled excludes in its place: nothing can be done about it")
                    : inherited.get().isOnItsWay() ? Text.of("本年度不得另行申报：另一份申报一经撤回，即由已被取消的申报排除；请继续办理该份申报，勿撤回",
                            "nothing else can be handed in this year: were the other one withdrawn, one that was cancelled would exclude in its place; go on with the other one, and do not withdraw it")
                    : Text.of("本年度不得另行申报：已撤回的另一份申报，其公示异议核查办结后，即由已被取消的申报排除；在申报时间内可恢复该份申报（restoreDossier）",
                            "nothing else can be handed in this year: when what was objected to the other one, which is withdrawn, is concluded, one that was cancelled excludes in its place; take the other one back while its window is open (restoreDossier)");
        var kept = others.stream().filter(one -> !one.letsGo()).findFirst();
        if (kept.isPresent())
            return kept.get().stage() == Stage.WITHDRAWN ? Text.of("另一份申报已撤回，其公示异议经核查成立，本年度不得另行申报；无可补办事项",
                            "the other one is withdrawn, and excludes for good, this year, by what was found when an objection to its publication was looked into: nothing can be done about it")
                    : Text.of("另一份申报：" + kept.get().stage().label().zh() + "，本年度不得另行申报；无可补办事项", "the other one: " + kept.get().stage().label().en() + "; it excludes for good, this year, and nothing can be done about it");
        if (others.stream().noneMatch(Taken::isOnItsWay))
            return Text.of("另一份申报已撤回，待公示单位将其公示异议核查办结且不成立（concludeObjection），再在申报时间内办理；本人无须另行办理",
                    "the other one is withdrawn, and excludes until its unit has concluded what was objected to its publication, and not upheld it (concludeObjection): then, while the window is open; nothing else is to be done");
        return others.stream().anyMatch(Taken::waits) ? Text.of("先撤回另一份申报（withdrawDossier），待公示单位将其公示异议核查办结且不成立（concludeObjection），再在申报时间内办理",
                        "withdraw the other one first (withdrawDossier); it excludes until its unit has concluded what was objected to its publication, and not upheld it (concludeObjection): then, while the window is open")
                : Text.of("先撤回另一份申报（withdrawDossier），再在申报时间内办理", "withdraw the other one first (withdrawDossier), while the window is open");
    }

    static List<ExclusionKey> keys(LoadedEdition edition) {
        return edition.edition().exclusive().value().orElse(List.of());
    }

    private static Finding unsigned(LoadedEdition edition) {
        return Finding.refusal("pledge", Pledges.clause(edition).orElse(null), Text.of("申报人签订诚信承诺书", "the applicant signs the pledge"),
                Text.of("本版申报材料尚未签订承诺书", "the pledge was not signed for this version of the dossier"), "pledgeSigned")
                .remedy(Text.of("签订承诺书后再提交", "sign the pledge, then submit"), null);
    }
}
