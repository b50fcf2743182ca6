package zhicheng.server.dossier;

import java.util.EnumSet;
import java.util.Set;
import zhicheng.spi.Text;

/** Where a dossier stands: phases are the same everywhere, the chain of reviewers inside {@link #UPPER_REVIEW} is the region's. */
public enum Stage {
    DRAFT("填报中", "draft"),
    SUBMITTED("已提交待用人单位审核", "handed in"),
    EMPLOYER_REVIEW("用人单位审核中", "with the employer"),
    RETURNED("退回修改", "returned"),
    EMPLOYER_PUBLICITY("单位公示中", "published by the employer"),
    PUBLICITY_OBJECTION("单位公示异议核查", "objection to the publication"),
    RECOMMENDED("单位已推荐", "recommended"),
    UPPER_REVIEW("上级部门审核中", "with the departments above"),
    JOINT_REVIEW("集中复审", "joint review"),
    INTAKE_PENDING("待评委会接收", "waiting for the committee"),
    SUPPLEMENT_REQUIRED("一次性告知补正", "to be supplemented"),
    ACCEPTED("已受理", "accepted"),
    PAYMENT_PENDING("待缴费", "to be paid"),
    ELIGIBILITY_REVIEW("政策性审查", "eligibility review"),
    READY_FOR_REVIEW("待评审", "ready for review"),
    DEFENCE("答辩", "defence"),
    GROUP_EVALUATION("学科组评议", "group evaluation"),
    VOTING("投票表决", "voting"),
    VOTE_PASSED("评审通过", "passed"),
    RESULT_PUBLICITY("评审结果公示", "result published"),
    OBJECTION_INVESTIGATION("异议核查", "objection to the result"),
    CONFIRMATION_PENDING("待发文确认", "to be confirmed"),
    CONFIRMED("已确认取得职称", "confirmed"),
    CERTIFIED("已制发证书", "certified"),
    ARCHIVED("已归档", "archived"),
    REJECTED("审核不予通过", "rejected"),
    WITHDRAWN("本人撤回", "withdrawn"),
    FORFEITED("视为放弃申报", "forfeited"),
    TERMINATED("系统终止处理", "terminated"),
    VOTE_FAILED("评审未通过", "not passed"),
    NOT_CONFIRMED("评审结果不予确认", "not confirmed"),
    DISQUALIFIED("取消参评资格", "disqualified"),
    REVOKED("撤销职称", "revoked");

    /** What has come to nothing: it takes part in no review of its year. What was withdrawn can be taken back for a while ({@link Restorable}). */
    public static final Set<Stage> NOTHING = Set.copyOf(EnumSet.range(REJECTED, REVOKED));

    private final Text label;

    Stage(String zh, String en) {
        this.label = Text.of(zh, en);
    }

    /** What people see. */
    public Text label() {
        return label;
    }

    /** Whether nothing follows by itself. */
    public boolean terminal() {
        return ordinal() >= ARCHIVED.ordinal();
    }

    /** The names of {@link #NOTHING}, as a statement takes them. */
    public static String[] nothing() {
        return NOTHING.stream().map(Enum::name).toArray(String[]::new);
    }
}
