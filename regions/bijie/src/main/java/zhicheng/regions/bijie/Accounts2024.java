package zhicheng.regions.bijie;

import java.util.List;
import zhicheng.spi.AccountPolicy;
import zhicheng.spi.AccountPolicy.After;
import zhicheng.spi.AccountPolicy.Business;
import zhicheng.spi.AccountPolicy.By;
import zhicheng.spi.AccountPolicy.Maker;
import zhicheng.spi.AccountPolicy.Of;
import zhicheng.spi.AccountPolicy.Opening;
import zhicheng.spi.Clause;
import zhicheng.spi.Said;
import zhicheng.spi.Text;

/** How people come in: they register themselves, then their real name is checked, then they bind themselves to an employer (B24-3.2). */
final class Accounts2024 {
    private static final Clause CLAUSE = Clause.of("B24-3.2");

    /** Of units' accounts, and of the ground on which a unit acts for a person, the notice says nothing. */
    static final AccountPolicy POLICY = AccountPolicy.of(
            Said.says(List.of(Maker.of("person", CLAUSE, Of.PERSON, List.of(By.ONESELF),
                    Text.of("个人账户由用人单位创建改为个人自主注册", "a person registers himself, no longer through the employer")))),
            Said.says(List.of(
                    Opening.of("any", CLAUSE, After.REAL_NAME, Business.ANY, Text.of("系统个人账户须实名制验证通过后才能办理业务", "no business before the real-name check is passed")),
                    Opening.of("certificates", CLAUSE, After.REAL_NAME, Business.CERTIFICATES, Text.of("实名制验证通过后，可办理职称证书相关业务", "after the real-name check: certificate business")),
                    Opening.of("applications", CLAUSE, After.BINDING, Business.APPLICATIONS, Text.of("与用人单位绑定后，可办理职称申报相关业务", "after binding to an employer: application business")))),
            Said.notSaid(CLAUSE, Text.of("毕人社通〔2024〕42号只写“与用人单位绑定”，未写绑定的依据", "the notice speaks of binding to an employer and does not say on which ground")));

    private Accounts2024() {}
}
