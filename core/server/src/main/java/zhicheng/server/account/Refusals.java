package zhicheng.server.account;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import zhicheng.server.Names;
import zhicheng.server.eligibility.Finding;
import zhicheng.server.eligibility.Words;
import zhicheng.spi.Text;

/** What several acts of coming in, and of bringing others in, refuse in the same words. */
final class Refusals {
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_PROOF = 2000;

    private Refusals() {}

    /** The account acts for no unit. */
    static Finding noUnit() {
        return Finding.refusal("account.no-unit", null, Text.of("代表单位的账号", "an account that acts for a unit"), Text.of("该账号不代表任何单位", "this account acts for none"), null);
    }

    /** The account that acts was closed, or all its sessions ended, while it waited. */
    static Finding closed() {
        return Finding.refusal("account.closed", null, Text.of("未停用的账号及其仍有效的会话", "an account that is open, and a session of it that goes on"), Text.of("该账号已停用，或其会话已全部结束", "this one is closed, or all its sessions ended"), null)
                .remedy(Text.of("未停用的，重新登录", "where it is open, log in again"), null);
    }

    /** No region of this name is loaded. */
    static Finding noRegion(String region) {
        return Finding.refusal("edition.not-loaded", null, Text.of("已载入的地区", "a loaded region"), Text.of(Finding.cut(region), Finding.cut(region)), "input.region");
    }

    /** The same answer whether there is none, or it is a unit through which people apply. */
    static Finding noBody(UUID id, String path) {
        return Finding.refusal("organisation.not-found", null, Text.of("人社部门、主管部门或评委会办事机构", "a bureau, a department or a committee's office"), Text.of("没有 " + id, "there is none called " + id), path);
    }

    /** The account is no person's. */
    static Finding noPerson() {
        return Finding.refusal("account.no-person", null, Text.of("账号对应一名人员", "an account of a person"), Text.of("该账号没有对应的人员", "this account has no person"), null);
    }

    /** What is wrong with a person's name; empty where it can be kept. */
    static Optional<Finding> wrongPerson(String name, String path) {
        return wrongName(name, LONGEST_NAME, Text.of("姓名", "name"), path);
    }

    /** What is wrong with what somebody or something is called, as it is kept ({@link Names#kept}); empty where it can be kept. */
    static Optional<Finding> wrongName(String name, int longest, Text kind, String path) {
        var kept = Names.kept(name);
        var length = Words.length(kept);
        var shown = Words.isNothing(kept) || length > longest ? Optional.of(Text.of(length + " 个字符", length + " characters")) : Words.unread(kept);
        return shown.map(one -> Finding.refusal("input", null, Text.of("1 至 " + longest + " 个字符的" + kind.zh(), "a " + kind.en() + " of 1 to " + longest + " characters"), one, path));
    }

    /** @return null where it is none, and then why is among the findings, without what was written */
    static IdentityNumber number(String written, String path, List<Finding> findings) {
        try {
            return new IdentityNumber(written);
        } catch (IllegalArgumentException e) {
            findings.add(Finding.refusal("identity-number", null, Text.of("校验码正确的公民身份号码", "a citizen's identity number, with the check character that fits it"), Text.of("不是", e.getMessage()), path));
            return null;
        }
    }

    /** What is wrong with what the real-name platform handed out; empty where it can be passed on. */
    static Optional<Finding> wrongProof(String proof, String path) {
        return !proof.isBlank() && proof.length() <= LONGEST_PROOF ? Optional.empty() : Optional.of(Finding.refusal("input", null,
                Text.of("1 至 " + LONGEST_PROOF + " 个字符", "1 to " + LONGEST_PROOF + " characters"), Text.of(proof.length() + " 个字符", proof.length() + " characters"), path));
    }

    /** Nobody is there to say who somebody is, and waiting helps nothing. @param remedy what does */
    static Finding noPlatform(Text remedy) {
        return Finding.refusal("real-name.no-platform", null, Text.of("实名验证平台的答复", "an answer of the real-name platform"), Text.of("本服务器未接入实名验证平台", "this server has none"), null).remedy(remedy, null);
    }

    /** From one address so many registered that the next waits, whether or not any was refused. */
    static Finding crowded(Instant until) {
        return Finding.refusal("registration.held", null, Text.of("同一网络地址注册较多时须等待", "where many register from one address, the next waits"), Text.of("该地址近期注册次数较多", "many were tried from this address of late"), null)
                .remedy(Text.of("稍后再试", "try again later"), until);
    }

    /** Too much was tried in vain; the same for everything that is counted. */
    static Finding held(Instant until) {
        return Finding.refusal("log-in.held", null, Text.of("多次失败后须等待", "after several failures one waits"), Text.of("失败次数过多", "too many attempts failed"), null)
                .remedy(Text.of("稍后再试", "try again later"), until);
    }
}
