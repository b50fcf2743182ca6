package zhicheng.server.chain;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import zhicheng.server.database.Sql;
import zhicheng.server.eligibility.Evaluator;
import zhicheng.server.eligibility.Finding;
import zhicheng.server.eligibility.Register;
import zhicheng.spi.Clause;
import zhicheng.spi.Integrity;
import zhicheng.spi.Text;

/**
 * What holds a dossier where it lies, whoever has it: what the register of integrity says of its applicant, also when it was noted after the dossier was handed
 * in (X24-1.found); a complaint that is not concluded, or that was found to be so (X24-8.5, X24-5.3b, J24-4.3). It can still be refused. Of the entry and the
 * complaint themselves nothing is told: who may see them reads them.
 */
final class Held {
    private Held() {}

    static List<Finding> by(OnItsWay seen, Evaluator evaluator, Instant at) {
        var found = found(seen);
        var findings = new ArrayList<Finding>();
        for (var bar : bars(seen, evaluator, at))
            findings.add(Finding.refusal(bar.code(), bar.clause(), bar.message(), Text.of("诚信档案中有在期限内的记录", "the register of integrity has an entry that stands"), "input.dossier").remedy(refused(found), null));
        var inquiry = seen.edition().edition().integrity().value().flatMap(one -> one.inquiry().value()).map(Integrity.Inquiry::clause).orElse(null);
        if (seen.complaints() > 0)
            findings.add(Finding.refusal("complaint.open", inquiry, Text.of("没有未办结的信访核查", "no complaint waits for a conclusion"), Text.of("有信访件正在核查", "one is being looked into"), "input.dossier")
                    .remedy(Text.of("核查办结后办理", "when it is concluded"), null));
        if (seen.founded() > 0)
            findings.add(Finding.refusal("complaint.founded", inquiry, Text.of("反映的问题经核查不属实", "what was brought forward was found not to be so"), Text.of("经核查属实", "it was found to be so"), "input.dossier").remedy(refused(Optional.empty()), null));
        return findings;
    }

    /**
     * What its own audit found where it lies: an item that is marked as faulty (B24-3.3), originals that the unit asked for, before a return too, and that were not checked, or did not agree and were not checked
     * again since (J24-3.4). Whoever has it mends that himself, or returns or refuses it; it is neither published nor recommended nor handed on nor taken so.
     */
    static List<Finding> byAudit(Connection tx, OnItsWay seen) throws SQLException {
        var findings = new ArrayList<Finding>();
        if (seen.step() == null) return findings;
        if (Sql.one(tx, row -> row.getBoolean(1), "select exists (select from dossier_mark where step = ? and not accepted)", seen.step().id()).orElseThrow())
            findings.add(Finding.refusal("chain.faults", seen.clause(), Text.of("没有标为不通过的项", "nothing is marked as faulty"), Text.of("有未了结的不通过项", "something is"), "input.dossier")
                    .remedy(Text.of("退回，或重新标注", "return it, or mark it anew"), null));
        if (Sql.one(tx, row -> row.getBoolean(1), "select exists (select from originals where dossier = ? and superseded_at is null and unit = ? and agree is not true)", seen.id(), seen.holder()).orElseThrow())
            findings.add(Finding.refusal("chain.originals", seen.clause(), Text.of("要求提供的原件已核查，与上传材料一致", "the originals that were asked for were checked, and agree with what was uploaded"), Text.of("尚未核查，或不一致", "not so"), "input.dossier")
                    .remedy(Text.of("记录核查情况，不一致的可重新核查（recordOriginals），或退回、审核不予通过", "record the check, anew where they did not agree (recordOriginals), or return or refuse it"), null));
        return findings;
    }

    /** By which clauses whoever has it refuses it now for what the register says: the one that bars, and the one that has it refused (X24-1.found); none where nothing bars. */
    static List<Clause> barredBy(OnItsWay seen, Evaluator evaluator, Instant at) {
        var bars = bars(seen, evaluator, at).stream().map(Finding::clause).filter(Objects::nonNull).toList();
        return bars.isEmpty() ? bars : Stream.concat(bars.stream(), found(seen).stream()).distinct().toList();
    }

    private static List<Finding> bars(OnItsWay seen, Evaluator evaluator, Instant at) {
        return Register.bars(evaluator, seen.edition(), seen.claim(), seen.facts(), seen.register(), at);
    }

    /** By which clause an application is refused that is found to be barred; empty where the notice does not say. */
    private static Optional<Clause> found(OnItsWay seen) {
        return seen.edition().edition().integrity().value().flatMap(one -> one.grounds().value()).orElse(List.of()).stream().flatMap(ground -> ground.found().value().stream())
                .filter(one -> one.effect() == Integrity.Effect.REFUSED).map(Integrity.Found::clause).findFirst();
    }

    private static Text refused(Optional<Clause> by) {
        return Text.of("审核不予通过" + by.map(clause -> "（" + clause + "）").orElse(""), "it is refused" + by.map(clause -> " (" + clause + ")").orElse(""));
    }
}
