package zhicheng.regions.bijie;

import static zhicheng.regions.bijie.Provisions.provision;
import static zhicheng.spi.Provision.Kind.*;

import java.util.List;
import zhicheng.spi.Provision;

/** What B24 says of committees (评委会), their steps and how they are watched. */
final class Review2024 {
    static final List<Provision> REVIEW = List.of(
            provision("standard-process", "B24-1.2", MUST, Who.FOUNDER, "严格遵照贵州省职称评审工作标准化流程开展工作", "the province's standard process is followed step by step"),
            provision("own-authority", "B24-2.2", MAY, Who.HOSPITAL, "在系统中申请备案职称评审权，实现高级职称自主评审",
                    "applies in the system for its own authority to review senior titles").document("《贵州省职称评审委员会备案管理暂行办法》"),
            provision("supervision", "B24-3.4", MUST, Who.BUREAU, "通过备案管理、全流程数据巡查、抽查、数据分析、预警，对材料接收、缴费、政策性审查、学科组评议、答辩、投票表决等环节督查评估",
                    "supervises intake, payment, policy check, discipline groups, defence and ballot: by filing, patrols of the data, samples, analysis and warnings"),
            provision("experts", "B24-3.5", MUST, Who.BUREAU, "完善专家入库程序，探索评审质量评估指标体系和正向激励机制，加强评估结果运用",
                    "better entry to the expert pool, indicators of quality, incentives, and use of the results"),
            provision("own-dates", "B24-5.1", MAY, Who.COMMITTEE, "可自行确定相关工作环节完成时间", "a committee may set the dates of its own steps"),
            provision("not-later-than-province", "B24-5.1", MUST_NOT, Who.COMMITTEE, "自行确定的时间不得晚于全省统一的时间节点", "its dates are never later than the province's"));

    private Review2024() {}
}
