package zhicheng.regions.bijie;

import static zhicheng.regions.bijie.Provisions.provision;
import static zhicheng.spi.Provision.Kind.*;

import java.util.List;
import zhicheng.spi.Provision;
import zhicheng.spi.Provision.Unit;
import zhicheng.spi.Text;

/** What B23 rules besides dates and eligibility, by concern. */
final class Provisions2023 {

    /** What is said of conditions per series: which results stand for papers. */
    static final List<Provision> CONDITIONS = List.of(
            provision("results-for-papers", "B23-2.1", IS, Who.COMMITTEE, "卫生、工程、艺术、中小学教师等实践性强的职称系列，突出工作业绩，论文由“必选”转变为成果“多选”之一",
                    "in practice-oriented series (health, engineering, art, school teachers and the like) work counts most; papers become one of several results to choose from"),
            provision("research-series", "B23-2.1", SHOULD, Who.PROFESSIONAL, "研究系列把高质量论文发表在国内正规科技期刊上，注重原创性贡献、学术影响力和研究能力",
                    "research series: good papers in regular journals of the country; originality, influence and ability count"),
            provision("epidemic-results", "B23-1.2", MAY, Who.PROFESSIONAL, "卫生专业技术人员在疫情防控中取得的专题报告、病案报告、科研成果等可替代职称评聘中所需论文",
                    "health staff: reports, case reports and research from the epidemic may replace papers"),
            provision("epidemic-posts", "B23-1.2", IS, Who.PROFESSIONAL, "在疫情防控中有突出贡献的卫生专业技术人员，三年内晋升职称、岗位聘任不受本单位岗位结构比例限制",
                    "health staff of outstanding merit in the epidemic are outside the post ratio for three years").number(3, Unit.YEARS));

    /** Everything else. */
    static final List<Provision> OTHERS = List.of(
            provision("basis", "B23", IS, Who.BUREAU, "根据省人力资源和社会保障厅2023年职称工作通知制定", "rests on the province's notice on title work in 2023").document("黔人社通〔2023〕37号"),
            provision("grassroots-review", "B23-1.1", MUST, Who.BUREAU, "持续做好基层副高级职称评审认定和乡村振兴重点帮扶县“定向评价定向使用”副高级职称评审",
                    "goes on with associate senior review at the grass roots and with targeted evaluation in counties of rural revitalisation"),
            provision("online-only", "B23-2.2", MUST, Who.EVERYONE_IN_THE_CHAIN, "统一使用系统实行全程网上申报评审", "application and review go online through the system alone"),
            provision("verified-by-data", "B23-2.2", IS, Who.SYSTEM, "以政务数据核验学历、社保、职业资格，减少申报人提交的材料", "degree, social insurance and qualifications are verified by government data, so fewer papers are asked for"),
            provision("no-extra-paper", "B23-2.2", MUST_NOT, Who.FOUNDER, "非必要不得要求申报人额外提供纸质申报材料", "no further paper is asked of applicants without need"),
            provision("direct-recommendation", "B23-2.3", MAY, Text.of("国家重点实验室、国家技术创新中心和经认证的科技领军企业、行业龙头企业等", "national key laboratories, national technology innovation centres, certified leading enterprises"),
                    "可推荐本单位技术（项目）负责人或贡献、业绩突出的专业技术人员直接申报相应层级职称", "may recommend their technical or project leads, or outstanding professionals, straight to the level that fits"),
            provision("nomination-national", "B23-2.3", MUST_NOT, Who.ENTERPRISE, "国家级每年度最多举荐2人直接申报高级职称", "national level: at most two nominees a year").number(Nomination2023.NATIONAL, Unit.PERSONS),
            provision("nomination-provincial", "B23-2.3", MUST_NOT, Who.ENTERPRISE, "省级每年度最多举荐1人直接申报高级职称", "provincial level: at most one nominee a year").number(Nomination2023.PROVINCIAL, Unit.PERSONS),
            provision("nomination-false", "B23-2.3", IS, Who.ENTERPRISE, "违规或不实举荐的，取消其举荐资格", "a false nomination costs the right"),
            provision("history-certificates", "B23-2.4", MUST, Who.UNITS, "加快历史证书采集进度，推进职称证书跨地区核验", "collect historical certificates faster; verification across regions"),
            provision("employer-audit", "B23-3.1", MUST, Who.EMPLOYER_AND_DEPARTMENT, "严格审核材料的真实性、规范性、完整性", "audit that the material is true, in form and complete"),
            provision("employer-monitoring", "B23-3.1", MUST, Who.FOUNDER, "监测分析用人单位的审核推荐，不按规定审核、违反诚信承诺推荐的予以标记、重点监管，视情况纳入诚信负面清单，通报批评并责令整改",
                    "monitor employers by data; those who audit badly or recommend against their word are flagged, supervised, listed, named and made to mend it"),
            provision("integrity-archive", "B23-3.3", IS, Who.APPLICANT, "学术不端的，记入诚信档案库", "academic misconduct is noted in the integrity archive"),
            provision("integrity-bar", "B23-3.3", IS, Who.APPLICANT, "学术不端情节严重的，取消三年内职称申报及岗位晋升资格", "serious academic misconduct: no application and no post promotion for three years")
                    .number(AcademicMisconduct.BAR_YEARS, Unit.YEARS),
            provision("public-subject", "B23-4.2", MUST, Who.PROFESSIONAL, "在继续教育平台开展公需科目学习测试", "learn and be tested in the public subject on the platform"),
            provision("bases", "B23-4.3", MUST, Who.BASE, "优化课程设置，强化师资力量，持续开展好继续教育工作；加强对基地的日常管理和评估", "better courses and teachers; the bases are managed and assessed"),
            provision("training-and-publicity", "B23-5.3", MUST, Who.EMPLOYER_AND_DEPARTMENT, "强化职称政策宣传，确保专业技术人员知晓职称政策、熟悉操作流程",
                    "make the rules known, so that professionals know them and the procedure"),
            provision("earlier-rules", "B23-end", ELSEWHERE, Who.EVERYONE_IN_THE_CHAIN, "本通知未提及的有关职称政策，结合历年来职称工作的有关规定一并执行",
                    "what this notice does not mention follows the rules of earlier years"));

    /** Who answers for what (责任): B23-5.4. */
    static final List<Provision> RESPONSIBILITIES = List.of(
            provision("steps-in-time", "B23-5.4", MUST, Who.EVERYONE_IN_THE_CHAIN, "在规定时间内完成相应操作，逾期未完成且影响职称申报正常开展的，由相应责任人负责",
                    "each step in its time; where a late one hinders the application, the person responsible answers for it").document("《贵州省职称申报评审工作规则（试行）》"));

    private Provisions2023() {}
}
