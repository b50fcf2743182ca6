package zhicheng.server.chain;

import java.time.Instant;
import java.util.List;
import zhicheng.server.eligibility.Evaluator;
import zhicheng.server.eligibility.Finding;
import zhicheng.server.eligibility.Register;
import zhicheng.spi.Integrity;
import zhicheng.spi.Text;

/**
 * What holds a dossier where it lies, whoever has it: what the register of integrity says of its applicant, also when it was noted after the dossier was handed
 * in (X24-1.found). It can still be refused. Of the entry itself nothing is told: who may see it reads the register.
 */
final class Held {
    private Held() {}

    static List<Finding> by(OnItsWay seen, Evaluator evaluator, Instant at) {
        var found = seen.edition().edition().integrity().value().flatMap(said -> said.grounds().value()).orElse(List.of()).stream().flatMap(ground -> ground.found().value().stream())
                .filter(one -> one.effect() == Integrity.Effect.REFUSED).map(one -> one.clause().id()).findFirst();
        return Register.bars(evaluator, seen.edition(), seen.claim(), seen.facts(), seen.register(), at).stream()
                .map(bar -> Finding.refusal(bar.code(), bar.clause(), bar.message(), Text.of("诚信档案中有在期限内的记录", "the register of integrity has an entry that stands"), "input.dossier")
                        .remedy(Text.of("审核不予通过" + found.map(clause -> "（" + clause + "）").orElse(""), "it is refused" + found.map(clause -> " (" + clause + ")").orElse("")), null))
                .toList();
    }
}
