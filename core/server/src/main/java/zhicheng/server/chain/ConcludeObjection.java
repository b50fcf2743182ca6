package zhicheng.server.chain;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import zhicheng.server.account.Oneself;
import zhicheng.server.account.Viewer;
import zhicheng.server.database.Sql;
import zhicheng.server.dossier.Arrivals;
import zhicheng.server.dossier.Restorable;
import zhicheng.server.dossier.Stage;
import zhicheng.server.eligibility.Finding;
import zhicheng.server.eligibility.Words;
import zhicheng.server.message.Messages;
import zhicheng.server.region.Regions;
import zhicheng.server.trail.Acts;
import zhicheng.server.trail.SealedChanges;
import zhicheng.spi.Text;

/**
 * An employer concludes an objection in writing (公示异议核查): upheld, and the dossier is not recommended; or not, and it goes on once none is open (J24-3.3, X24-5.2a). What is still open when the publication or the
 * application has ended is concluded too: upheld, a withdrawal is not taken back. Who objected is told; and who withdrew it, whether it excludes another application from now on (B24-5.3, X24-1.5).
 */
@Singleton
public final class ConcludeObjection {
    private final Acts acts;
    private final Regions regions;
    private final SealedChanges sealed;

    ConcludeObjection(Acts acts, Regions regions, SealedChanges sealed) {
        this.acts = acts;
        this.regions = regions;
        this.sealed = sealed;
    }

    public record Input(String key, UUID dossier, int version, UUID objection, boolean upheld, String conclusion) {}

    /** By whose account it was entered, {@code himself} in his own name, and what it says; {@code own}: whoever acts raised it, whatever he was called then, or it bears his name, and nobody else is known to have raised it. */
    private record Raised(UUID by, boolean himself, boolean own, String says) {}

    public Acts.Outcome perform(Viewer actor, Instant at, Input input) {
        var asked = Map.of("dossier", input.dossier(), "version", input.version(), "objection", input.objection(), "upheld", input.upheld(), "conclusion", input.conclusion());
        return acts.perform(actor, at, "concludeObjection", input.key(), asked, List.of(), tx -> {
            var seen = OnItsWay.locked(tx, regions, input.dossier(), actor).orElse(null);
            if (seen == null) return Strangers.refused(tx, regions, actor, at, Way.CONCLUDE_OBJECTION, input.dossier());
            var findings = new ArrayList<>(seen.against(tx, Way.CONCLUDE_OBJECTION, actor, input.version(), at));
            findings.addAll(Words.problems("objection.conclusion", seen.clause(), Text.of("书面核查结论", "a written conclusion"), input.conclusion(), 2000, "input.conclusion"));
            var raised = Sql.one(tx, row -> new Raised(row.getObject("by_account", UUID.class), row.getBoolean("own"), Oneself.in(row, "oneself").isPresent(), row.getString("says")), """
                    select o.by_account, o.own, o.says, %s as oneself
                    from objection o join account a on a.id = o.by_account left join person p on p.id = a.person and o.own cross join lateral (select p.id, coalesce(p.name, o.by_name) as name, p.identity_index) his
                    where o.id = ? and o.dossier = ? and o.concluded_at is null""".formatted(Oneself.of("his")),
                    actor.person(), input.objection(), seen.id());
            if (Particulars.tellsIdentity(input.conclusion())) findings.add(Particulars.identity(seen.clause(), "input.conclusion"));
            if (raised.filter(Raised::own).isPresent())
                findings.add(Finding.refusal("objection.own", seen.clause(), Text.of("由他人核查", "somebody else looks into it"), Text.of("异议以本人姓名提出", "it bears one's own name"), "input.objection")
                        .remedy(Text.of("由本单位其他审核人办理；没有的，先为其建立账号（createUnitAccount）", "have another approver of the unit conclude it; where there is none, make an account for one (createUnitAccount)"), null));
            if (findings.isEmpty() && raised.isEmpty())
                findings.add(Finding.refusal("objection.not-found", seen.clause(), Text.of("待核查的异议", "an objection that waits for a conclusion"),
                        Text.of("没有 " + input.objection(), "there is none called " + input.objection()), "input.objection"));
            if (!findings.isEmpty()) return new Acts.Outcome(seen.id(), findings);
            Sql.writeOne(tx, "update objection set upheld = ?, conclusion = ?, concluded_at = ? where id = ?", input.upheld(), input.conclusion(), at, input.objection());
            tell(tx, seen, input, raised.orElseThrow(), at);
            var stage = then(tx, seen, input.upheld(), at);
            var entry = new LinkedHashMap<String, Object>(sealed.of(seen.id(), Map.of(), Map.of("conclusion", input.conclusion())));
            entry.put("objection", input.objection());
            entry.put("upheld", input.upheld());
            if (stage == seen.stage()) Moved.noted(tx, actor, seen, "CONCLUDE_OBJECTION", at, entry);
            else Moved.to(tx, actor, seen, stage, "CONCLUDE_OBJECTION", at, entry);
            if (seen.stage() == Stage.WITHDRAWN) tellWhoWithdrew(tx, seen, input, OpenObjections.release(tx, regions, seen.id(), at), at);
            if (stage != seen.stage() && stage == Stage.REJECTED) {
                Moved.unpublished(tx, seen, at);
                if (seen.stage() == Stage.RETURNED || seen.stage() == Stage.WITHDRAWN) // it lies with nobody, and why it was refused its applicant reads of a visit
                    Arrivals.write(tx, seen.id(), Moved.next(seen), seen.place(), seen.kind(), seen.holder(), seen.clause(), at, null);
                Moved.done(tx, actor, seen, "REFUSED", input.conclusion(), at);
                Moved.refused(tx, seen, seen.clause(), at);
            }
            return new Acts.Outcome(seen.id(), List.of());
        });
    }

    /** Where it stands then: what has ended stays so, but for what was withdrawn and could be taken up again although the objection is upheld. */
    private static Stage then(Connection tx, OnItsWay seen, boolean upheld, Instant at) throws SQLException {
        if (upheld && (!seen.stage().terminal() || Restorable.is(tx, seen.id(), at))) return Stage.REJECTED;
        if (seen.stage() != Stage.PUBLICITY_OBJECTION) return seen.stage();
        return seen.objections() > 1 ? Stage.PUBLICITY_OBJECTION : Stage.EMPLOYER_PUBLICITY;
    }

    /**
     * Who withdrew it learns whether it excludes another application, once that is certain: no more, or for good. Of who objected, and what, nothing.
     *
     * @param released whether it did until now and does no more
     */
    private static void tellWhoWithdrew(Connection tx, OnItsWay seen, Input input, boolean released, Instant at) throws SQLException {
        if (released) {
            var open = Restorable.withdrawal(tx, seen.id(), at).whileOpen();
            var then = excludes(tx, seen.id()) ? Text.of("不再影响另行申报；本年度另有申报，仍不得另行申报", "it excludes no other application any more; another one of the year does all the same")
                    : Restorable.is(tx, seen.id(), at) ? Text.of("不再影响另行申报，" + open.zh() + "可另行办理", "it excludes no other application any more, and you may hand one in " + open.en())
                    : Text.of("不再影响另行申报", "it excludes no other application any more");
            Messages.write(tx, seen.applicant(), Messages.Kind.OBJECTION_CONCLUDED, input.objection(), seen.id(), seen.clause(),
                    Text.of("已撤回的“" + seen.title() + "”，其公示异议已核查办结：" + then.zh(),
                            "what was objected to “" + seen.title() + "”, which you withdrew, was looked into: " + then.en()), at, null);
        } else if (input.upheld() && excludes(tx, seen.id())) // of the dossier, so that he is told once
            Messages.write(tx, seen.applicant(), Messages.Kind.OBJECTION_CONCLUDED, seen.id(), seen.id(), seen.clause(),
                    Text.of("已撤回的“" + seen.title() + "”，其公示异议经核查成立：本年度不得另行申报",
                            "what was objected to “" + seen.title() + "”, which you withdrew, was looked into and upheld: for what was found it excludes another application for good, this year"), at, null);
    }

    /** Whether it, or another of his of the year, excludes a further one. */
    private static boolean excludes(Connection tx, UUID dossier) throws SQLException {
        return Sql.one(tx, row -> row.getBoolean(1), "select exists (select from dossier_exclusion x join dossier d on (d.region, d.applicant, d.year) = (x.region, x.applicant, x.year) where d.id = ?)", dossier).orElseThrow();
    }

    /** Who objected learns what was found; the conclusion he reads with his objection. */
    private static void tell(Connection tx, OnItsWay seen, Input input, Raised raised, Instant at) throws SQLException {
        var says = Finding.cut(raised.says());
        var found = Text.of("公示异议“" + says + "”已核查：" + (input.upheld() ? "成立" : "不成立"), "what was objected, “" + says + "”, was looked into and " + (input.upheld() ? "upheld" : "not upheld"));
        OpenObjections.tellWhoObjected(tx, raised.by(), raised.himself(), Messages.Kind.OBJECTION_CONCLUDED, input.objection(), seen.clause(),
                Text.of(found.zh() + "；书面结论见本人提出的异议（objections）", found.en() + ": the written conclusion stands with it (objections)"),
                Text.of(found.zh() + "；书面结论请向公示单位索取", found.en() + ": ask the unit that published it for the written conclusion"), at);
    }
}
