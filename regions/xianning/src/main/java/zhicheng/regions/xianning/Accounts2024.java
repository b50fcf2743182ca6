package zhicheng.regions.xianning;

import java.util.List;
import zhicheng.spi.AccountPolicy;
import zhicheng.spi.AccountPolicy.Ground;
import zhicheng.spi.AccountPolicy.Reach;
import zhicheng.spi.Clause;
import zhicheng.spi.Said;
import zhicheng.spi.Text;

/** For whom a unit acts: whose employer it is (X24-3.1.1), whose labour relation it has, whatever the registered residence or the file (X24-3.1.2), or whose agent it is (X24-3.1.3). Who makes accounts the notice does not say. */
final class Accounts2024 {
    static final AccountPolicy POLICY = AccountPolicy.of(
            Said.notSaid(Text.of("咸职改办〔2024〕12号未规定账号由谁建立", "the notice does not say who creates accounts")),
            Said.notSaid(Text.of("咸职改办〔2024〕12号未写账号的分步开通", "the notice opens nothing step by step")),
            Said.says(List.of(
                    Reach.of("labour-relation", Clause.of("X24-3.1.2"), List.of(Ground.LABOUR_RELATION),
                            Text.of("由与其建立劳动关系的企业履行审核、公示、推荐职责，不受户籍、档案等因素制约", "the enterprise with which the labour relation stands acts, whatever the registered residence or the file")),
                    Reach.of("employer", Clause.of("X24-3.1.1"), List.of(Ground.EMPLOYMENT), Text.of("国有企事业单位由用人单位审核、公示、推荐", "of state units the employer acts")),
                    Reach.of("agency", Clause.of("X24-3.1.3"), List.of(Ground.AGENCY),
                            Text.of("自由职业者由人事代理机构履行审核、公示、推荐职责", "of freelancers the personnel agency acts")))));

    private Accounts2024() {}
}
