package zhicheng.regions.bijie;

import zhicheng.spi.Text;

/** Whom the notices oblige or entitle, under the names that they use. */
final class Who {
    static final Text APPLICANT = Text.of("申报人", "applicant");
    static final Text PROFESSIONAL = Text.of("专业技术人员", "professionals");
    static final Text EMPLOYER = Text.of("用人单位", "employer");
    static final Text EMPLOYER_AND_DEPARTMENT = Text.of("用人单位、主管部门", "employers and departments in charge");
    static final Text FOUNDER = Text.of("评委会组建单位", "bodies that found committees");
    static final Text COMMITTEE = Text.of("评委会", "review committees");
    static final Text EXPERT = Text.of("职称评审专家", "review experts");
    static final Text BUREAU = Text.of("毕节市人力资源和社会保障局", "Bijie Bureau of Human Resources and Social Security");
    static final Text UNITS = Text.of("各地、各单位", "every place and unit");
    static final Text HOSPITAL = Text.of("浙江省人民医院毕节医院（毕节市第一人民医院）", "Bijie Hospital of Zhejiang Provincial People's Hospital (First People's Hospital of Bijie)");
    static final Text BASE = Text.of("继续教育基地", "continuing-education bases");
    static final Text ENTERPRISE = Text.of("专精特新“小巨人”企业", "specialised-and-innovative \"little giant\" enterprises");
    static final Text SYSTEM = Text.of("职称评审子系统", "the review system");
    static final Text EVERYONE_IN_THE_CHAIN = Text.of("申报人、用人单位、流转单位、评委会组建单位", "applicants, employers, relaying units, bodies that found committees");

    private Who() {}
}
