package zhicheng.server.chain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
        var said = seen.edition().edition().integrity().value();
        var found = said.flatMap(one -> one.grounds().value()).orElse(List.of()).stream().flatMap(ground -> ground.found().value().stream())
                .filter(one -> one.effect() == Integrity.Effect.REFUSED).map(Integrity.Found::clause).findFirst();
        var findings = new ArrayList<Finding>();
        for (var bar : Register.bars(evaluator, seen.edition(), seen.claim(), seen.facts(), seen.register(), at))
            findings.add(Finding.refusal(bar.code(), bar.clause(), bar.message(), Text.of("诚信档案中有在期限内的记录", "the register of integrity has an entry that stands"), "input.dossier").remedy(refused(found), null));
        var inquiry = said.flatMap(one -> one.inquiry().value()).map(Integrity.Inquiry::clause).orElse(null);
        if (seen.complaints() > 0)
            findings.add(Finding.refusal("complaint.open", inquiry, Text.of("没有未办结的信访核查", "no complaint waits for a conclusion"), Text.of("有信访件正在核查", "one is being looked into"), "input.dossier")
                    .remedy(Text.of("核查办结后办理", "when it is concluded"), null));
        if (seen.founded() > 0)
            findings.add(Finding.refusal("complaint.founded", inquiry, Text.of("反映的问题经核查不属实", "what was brought forward was found not to be so"), Text.of("经核查属实", "it was found to be so"), "input.dossier").remedy(refused(Optional.empty()), null));
        return findings;
    }

    private static Text refused(Optional<Clause> by) {
        return Text.of("审核不予通过" + by.map(clause -> "（" + clause + "）").orElse(""), "it is refused" + by.map(clause -> " (" + clause + ")").orElse(""));
    }
}
