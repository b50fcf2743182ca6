package zhicheng.server.dossier;

import java.util.Map;
import java.util.UUID;
import zhicheng.server.eligibility.Finding;
import zhicheng.spi.Text;

/** Refusals that no notice rules: what is not there for the actor, what changed meanwhile, what is no draft any more. */
final class Refusals {
    private Refusals() {}

    /** The same answer whether it does not exist or belongs to somebody else. */
    static Finding noDossier(UUID id) {
        return Finding.refusal("dossier.not-found", null, Text.of("本人的申报材料", "a dossier of one's own"), Text.of("没有 " + id, "there is none called " + id), "input.dossier");
    }

    /** The two numbers alone, as the trail keeps them. */
    static Finding stale(int given, int current) {
        return Conflict.ofDossier(given, current, Map.of(), Map.of());
    }

    /** Where it stands, in words. */
    static Text now(String stage) {
        var label = Stage.valueOf(stage).label();
        return Text.of("当前状态：" + label.zh(), "it is: " + label.en());
    }

    static Finding noDraft(String stage) {
        return Finding.refusal("dossier.stage", null, Text.of("处于填报中的申报材料", "a dossier that is a draft (DRAFT)"), now(stage), "input.dossier");
    }

    static Finding notReturned(String stage) {
        return Finding.refusal("dossier.stage", null, Text.of("退回申报人修改的申报材料", "a dossier that was returned to its applicant (RETURNED)"), now(stage), "input.dossier");
    }

    static Finding notOnItsWay(String stage) {
        return Finding.refusal("dossier.stage", null, Text.of("已提交、评委会尚未受理的申报材料", "a dossier that was handed in and that no committee has taken yet"), now(stage), "input.dossier");
    }

    static Finding noEdition(String region, int year) {
        return Finding.refusal("edition.not-loaded", null, Text.of("已载入的地区和年度", "a loaded region and year"), Text.of(Finding.cut(region) + " " + year, Finding.cut(region) + " " + year), "input.region");
    }

    /** The same answer whether it does not exist or belongs to somebody else. */
    static Finding noAchievement(UUID id, String path) {
        return Finding.refusal("achievement.not-found", null, Text.of("本人业绩档案库中的业绩", "an achievement of one's own store"), Text.of("没有 " + id, "there is none called " + id), path);
    }

    static Finding removedAchievement(UUID id, String path) {
        return Finding.refusal("achievement.removed", null, Text.of("未移除的业绩", "an achievement that is not put away"), Text.of(id + " 已移除", id + " was put away"), path)
                .remedy(Text.of("重新保存即可恢复", "saving it again brings it back"), null);
    }

    /** The same answer whether it does not exist or may not be seen. */
    static Finding noFile(UUID id, String path) {
        return Finding.refusal("file.not-found", null, Text.of("可见的文件", "a file that one may see"), Text.of("没有 " + id, "there is none called " + id), path);
    }

    /** The same answer whether there is none, another unit looks into it, or it is about himself. */
    static Finding noCase(UUID complaint, UUID entry) {
        return complaint == null ? Finding.refusal("integrity.not-found", null, Text.of("本单位作出的诚信记录", "an entry of the register that one's unit decided"), Text.of("没有 " + entry, "there is none called " + entry), "input.integrityEntry")
                : Finding.refusal("complaint.not-found", null, Text.of("本单位受理的信访件", "a complaint that one's unit looks into"), Text.of("没有 " + complaint, "there is none called " + complaint), "input.complaint");
    }

    static Finding notBrought(UUID id, String path) {
        return Finding.refusal("file.not-brought", null, Text.of("已上传的文件", "a file whose bytes were brought"), Text.of(id + " 尚未上传", id + " was not brought"), path)
                .remedy(Text.of("按 requestUpload 给出的地址上传，再调用 completeUpload", "bring it to the address that requestUpload gives, then call completeUpload"), null);
    }

    static Finding noPerson() {
        return Finding.refusal("account.no-person", null, Text.of("本人申报的账号", "an account by which one applies"), Text.of("该账号不用于本人申报", "nobody applies by this account"), null);
    }
}
