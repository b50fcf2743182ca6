package zhicheng.regions.jiayuguan;

import java.util.List;
import zhicheng.spi.AccountPolicy;
import zhicheng.spi.AccountPolicy.By;
import zhicheng.spi.AccountPolicy.Ground;
import zhicheng.spi.AccountPolicy.Maker;
import zhicheng.spi.AccountPolicy.Of;
import zhicheng.spi.AccountPolicy.Reach;
import zhicheng.spi.Clause;
import zhicheng.spi.Said;
import zhicheng.spi.Text;

/** Who makes accounts (J24-2.1), and for whom a unit's may be used (J24-2.2b, J24-2.2c, J24-4.3). */
final class Accounts2024 {
    private static final Clause MADE_BY = Clause.of("J24-2.1");

    static final AccountPolicy POLICY = AccountPolicy.of(
            Said.says(List.of(
                    Maker.of("person", MADE_BY, Of.PERSON, List.of(By.EMPLOYER),
                            Text.of("个人申报账号由用人单位或申报单位负责审核和创建", "personal accounts are checked and created by the employer or applying unit")),
                    Maker.of("unit", MADE_BY, Of.UNIT, List.of(By.BUREAU, By.DEPARTMENT),
                            Text.of("单位账号由人社部门或有职称评审委员会组建权限的行业主管部门负责审核和创建",
                                    "unit accounts are checked and created by the HRSS bureau or a department with the authority to found committees")))),
            Said.notSaid(MADE_BY, Text.of("嘉人社发〔2024〕205号未写账号的分步开通", "the notice opens nothing step by step")),
            // 非本单位工作人员 (J24-4.3) is read with 负责档案托管的人才服务机构或者用人单位 (J24-2.2b): who keeps the file applies for the person by right
            Said.says(List.of(Reach.of("own-people", Clause.of("J24-4.3"), List.of(Ground.EMPLOYMENT, Ground.LABOUR_RELATION, Ground.FILE_KEEPING),
                    Text.of("单位账号不得用于非本单位工作人员申报职称，违者追究用人单位及经办人责任", "a unit's account serves nobody who does not work for it; the unit and its clerk answer for it")))));

    private Accounts2024() {}
}
