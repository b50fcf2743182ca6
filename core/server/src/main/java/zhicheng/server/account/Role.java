package zhicheng.server.account;

/** What somebody is in the procedure. An account may have several. */
public enum Role {
    /** 申报人: who applies. */
    APPLICANT,
    /** 用人单位经办人: checks and forwards for the employer. */
    EMPLOYER_CLERK,
    /** 用人单位审批人、考核推荐委员会: recommends for the employer. */
    EMPLOYER_APPROVER,
    /** 人事代理、人才机构、劳务派遣: acts as employer for the people entrusted to it. */
    AGENCY,
    /** 主管部门、行业主管: reviews for its subordinate units. */
    SUPERIOR_DEPT,
    /** 流转单位: forwards on a dossier's route. */
    RELAY,
    /** 县级人社部门. */
    HRSS_COUNTY,
    /** 市级人社部门. */
    HRSS_CITY,
    /** 省职改办、省厅. */
    HRSS_PROVINCE,
    /** 评委会组建单位: answers for a committee. */
    COMMITTEE_ORGANISER,
    /** 评委会办公室、办事机构: does a committee's work. */
    COMMITTEE_OFFICE,
    /** 评审专家: reviews what is assigned. */
    EXPERT,
    /** 主任、副主任委员: presides. */
    CHAIR,
    /** 学科组组长: reports for a group of experts. */
    GROUP_LEAD,
    /** 监督、纪检: sees the procedure, never a ballot by name. */
    SUPERVISOR,
    /** 财务、非税: sees payments only. */
    FINANCE,
    /** 测试机构: delivers results of capability tests. */
    TEST_AUTHORITY,
    /** 继续教育平台: delivers hours of continuing education. */
    CE_PLATFORM,
    /** 公众: whoever comes without an account. */
    PUBLIC,
    /** 系统管理员: accounts, calendars, routes; reads no dossier. */
    SYS_ADMIN,
    /** 审计: reads the trail. */
    AUDITOR
}
