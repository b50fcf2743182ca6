package zhicheng.server.chain;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import zhicheng.server.account.Role;
import zhicheng.server.calendar.ChinaTime;
import zhicheng.server.dossier.Stage;
import zhicheng.server.eligibility.Finding;
import zhicheng.server.region.Regions;
import zhicheng.spi.Channel.Kind;
import zhicheng.spi.Clause;
import zhicheng.spi.Text;

/** Why a step on a dossier's way is not taken, whatever the region. */
final class Refusals {
    /** All that is left when it is too late. */
    static final Text REFUSE_IT = Text.of("审核不予通过（refuseRecommendation）", "refuse it (refuseRecommendation)");

    private Refusals() {}

    /** The same answer whether it does not exist or is none of the unit's business. */
    static Finding noDossier(UUID id) {
        return Finding.refusal("dossier.not-found", null, Text.of("已报到本单位的申报材料", "a dossier that has come to one's unit"), Text.of("没有 " + id, "there is none called " + id), "input.dossier");
    }

    static Finding noPublication(UUID id) {
        return Finding.refusal("publication.not-found", null, Text.of("正在公示的公示", "a publication that is open"), Text.of("没有 " + id, "there is none called " + id), "input.publication");
    }

    static Finding ownPublication(Clause clause) {
        return Finding.refusal("objection.own", clause, Text.of("对他人的公示提出异议", "one objects to somebody else's publication"), Text.of("这是本人申报材料的公示", "this one is about oneself"), "input.publication")
                .remedy(Text.of("公示有误的，请公示单位结束公示、更正后重新公示，或撤回申报材料（withdrawDossier）", "where it is wrong, have the unit end it, mend it and publish anew, or withdraw the dossier (withdrawDossier)"), null);
    }

    static Finding elsewhere(Clause clause) {
        return Finding.refusal("chain.elsewhere", clause, Text.of("由材料所在单位办理", "the unit with which it lies does it"), Text.of("材料现不在本单位", "it does not lie with this unit now"), "input.dossier");
    }

    static Finding stage(Way way, Stage stage, Clause clause) {
        return Finding.refusal("chain.stage", clause,
                Text.of("材料处于：" + way.from().stream().sorted().map(one -> one.label().zh()).collect(Collectors.joining("、")), "it is: " + way.from().stream().sorted().map(one -> one.label().en()).collect(Collectors.joining(", "))),
                stage.label(), "input.dossier");
    }

    static Finding role(Kind kind, Clause clause) {
        var roles = Role.labels(Way.at(kind));
        return Finding.refusal("chain.role", clause, Text.of("由此环节的承办人办理（" + roles.zh() + "）", "whoever does this step does it (" + roles.en() + ")"), Text.of("本账号不是", "this account does not"), null);
    }

    static Finding late(OnItsWay seen, Instant due, Instant at) {
        return Finding.refusal("chain.late", seen.dueClause(), seen.inTime(Text.of("于 " + ChinaTime.minute(due) + " 前办理", "done before " + ChinaTime.minute(due))), Text.of("现为 " + ChinaTime.minute(at), "it is " + ChinaTime.minute(at)), null).remedy(REFUSE_IT, null);
    }

    /** A clause that is named against a dossier is of its own notices or of a national one: no other rules it. */
    static Optional<Finding> foreign(String code, Regions regions, OnItsWay seen, String told, String path) {
        if (told == null || regions.clause(seen.edition(), told).isPresent()) return Optional.empty();
        var citable = regions.citable(seen.edition());
        return Optional.of(Finding.refusal(code, seen.clause(), Text.of("申报材料所依据通知或国家规定中的条款", "a clause of the notices by which the dossier goes, or of a national one"), shown(told), path)
                .remedy(Text.of("写明 " + String.join("、", citable) + " 中的条款", "name a clause of " + String.join(", ", citable)), null));
    }

    /** Something that the input does not tell. */
    static Finding missing(String code, Clause clause, Text asked, String path) {
        return Finding.refusal(code, clause, asked, Text.of("未填写", "nothing is told"), path);
    }

    /** What somebody wrote, as it is shown to him. */
    static Text shown(String written) {
        return written.isBlank() ? Text.of("空", "nothing") : Text.of(Finding.cut(written), Finding.cut(written));
    }
}
