package zhicheng.server.account;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import zhicheng.spi.Text;

/** What somebody is in the procedure. An account may have several. */
public enum Role {
    /** 申报人: who applies, and sees what is his own as a person in no other account ({@link Viewer#applicant}). */
    APPLICANT("申报人", "applicant"),
    /** 用人单位经办人: checks and forwards for the employer. */
    EMPLOYER_CLERK("用人单位经办人", "clerk of the employer"),
    /** 用人单位审批人、考核推荐委员会: recommends for the employer. */
    EMPLOYER_APPROVER("用人单位审批人", "approver of the employer"),
    /** 人事代理、人才机构、劳务派遣: acts as employer for the people entrusted to it. */
    AGENCY("人事代理、人才服务机构", "agency or talent body"),
    /** 主管部门、行业主管: reviews for its subordinate units. */
    SUPERIOR_DEPT("主管部门", "department in charge"),
    /** 流转单位: forwards on a dossier's route. */
    RELAY("流转单位", "relay"),
    /** 县级人社部门. */
    HRSS_COUNTY("县级人社部门", "county bureau"),
    /** 市级人社部门. */
    HRSS_CITY("市级人社部门", "city bureau"),
    /** 省职改办、省厅. */
    HRSS_PROVINCE("省级人社（职改）部门", "provincial bureau"),
    /** 评委会组建单位: answers for a committee. */
    COMMITTEE_ORGANISER("评委会组建单位", "founder of a committee"),
    /** 评委会办公室、办事机构: does a committee's work. */
    COMMITTEE_OFFICE("评委会办事机构", "committee's office"),
    /** 评审专家: reviews what is assigned. */
    EXPERT("评审专家", "expert"),
    /** 主任、副主任委员: presides. */
    CHAIR("主任、副主任委员", "chair"),
    /** 学科组组长: reports for a group of experts. */
    GROUP_LEAD("学科组组长", "group lead"),
    /** 监督、纪检: sees the procedure, never a ballot by name. */
    SUPERVISOR("监督人员", "supervisor"),
    /** 财务、非税: sees payments only. */
    FINANCE("财务人员", "finance"),
    /** 测试机构: delivers results of capability tests. */
    TEST_AUTHORITY("测试机构", "test authority"),
    /** 继续教育平台: delivers hours of continuing education. */
    CE_PLATFORM("继续教育平台", "training platform"),
    /** 公众: whoever comes without an account. */
    PUBLIC("公众", "the public"),
    /** 系统管理员: accounts, calendars, routes; reads no dossier. */
    SYS_ADMIN("系统管理员", "administrator"),
    /** 审计: reads the trail. */
    AUDITOR("审计人员", "auditor");

    /** Whoever acts for an employer; an agency does for whom it keeps the file of, or dispatches (J24-2.2b, J24-2.2c, X24-3.1.2, X24-3.1.3). */
    public static final Set<Role> EMPLOYERS = Set.of(EMPLOYER_CLERK, EMPLOYER_APPROVER, AGENCY);

    private final Text label;

    Role(String zh, String en) {
        this.label = Text.of(zh, en);
    }

    /** What people see. */
    public Text label() {
        return label;
    }

    /** Several in one line, each once, in the order of this list. */
    public static Text labels(Collection<Role> roles) {
        var all = roles.stream().distinct().sorted().map(Role::label).toList();
        return all.isEmpty() ? Text.of("无", "none") : Text.of(all.stream().map(Text::zh).collect(Collectors.joining("、")), all.stream().map(Text::en).collect(Collectors.joining(", ")));
    }
}
