package zhicheng.spi;

/** A step of a year's review to which a notice gives a time. */
public enum Step {
    COMMITTEE_FILING("评委会核准备案", "filing of review committees"),
    COMMITTEE_NOTICE("评审（受理）通知发布", "review notices published"),
    PREPARATION("系统预准备", "preparation of the system"),
    NEW_RECORDS("新增申报记录", "new applications can be opened"),
    UPLOAD("个人资料上传", "upload of personal material"),
    APPLICATION("个人申报", "personal application"),
    EMPLOYER_REVIEW("用人单位审核推荐", "audit and recommendation by the employer"),
    DEPARTMENT_REVIEW("主管部门审核", "review by the departments"),
    JOINT_REVIEW("集中复审", "joint re-check"),
    INTAKE("评委会材料收取", "intake by the committee"),
    PAYMENT("缴费", "payment"),
    POLICY_CHECK("政策性审查", "policy check"),
    PLAN_FILING("评审方案备案", "filing of the review plan"),
    DEFENCE("答辩评审", "defence and review"),
    REVIEW("评审完成", "review completed"),
    RESULT_PUBLICATION("评审结果公示", "publication of results"),
    RESULT_REPORT("评审情况综合报告", "report on the review"),
    CONFIRMATION("发文确认与制证", "confirmation and certificates"),
    SUMMARY("总结与备案", "summary filed"),
    TERMINATION("未完成记录终止", "unfinished records terminated"),
    HISTORY_UPLOAD("历史数据上传", "upload of historical certificates"),
    RULE_PUBLICATION("实施细则公布", "publication of local rules");

    private final Text label;

    Step(String zh, String en) {
        this.label = Text.of(zh, en);
    }

    public Text label() {
        return label;
    }
}
