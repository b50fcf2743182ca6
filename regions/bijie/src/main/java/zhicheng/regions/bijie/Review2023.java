package zhicheng.regions.bijie;

import static zhicheng.regions.bijie.Provisions.provision;
import static zhicheng.spi.Provision.Kind.*;

import java.util.List;
import zhicheng.spi.Provision;

/** What B23 says of committees (评委会), their steps and how they are watched. */
final class Review2023 {
    static final List<Provision> REVIEW = List.of(
            provision("own-authority", "B23-1.3", MAY, Who.HOSPITAL, "在系统中申请备案职称评审权，实现高级职称自主评审",
                    "applies in the system for its own authority to review senior titles").document("《贵州省职称评审委员会备案管理暂行办法》"),
            provision("supervision", "B23-3.2", MUST, Who.BUREAU, "通过备案管理、全流程数据巡查、抽查，对材料接收、工作程序落实、业绩资料审阅、学科组评议、答辩、投票表决等环节抽查评估",
                    "samples intake, procedure, reading of achievements, discipline groups, defence and ballot: by filing, patrols of the data and samples"),
            provision("own-dates", "B23-5.1", MAY, Who.COMMITTEE, "可自行确定相关工作环节完成时间", "a committee may set the dates of its own steps"),
            provision("not-later-than-province", "B23-5.1", MUST_NOT, Who.COMMITTEE, "自行确定的时间不得晚于全省统一的时间节点", "its dates are never later than the province's"));

    private Review2023() {}
}
