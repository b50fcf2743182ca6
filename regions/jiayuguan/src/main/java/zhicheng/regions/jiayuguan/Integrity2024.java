package zhicheng.regions.jiayuguan;

import static zhicheng.spi.Case.SanctionKind.ACADEMIC_MISCONDUCT;
import static zhicheng.spi.Case.SanctionKind.BLACKLIST;
import static zhicheng.spi.Case.SanctionKind.FALSE_MATERIAL;
import static zhicheng.spi.Case.SanctionKind.GOVERNMENT;
import static zhicheng.spi.Case.SanctionKind.PARTY;

import java.util.List;
import zhicheng.spi.Clause;
import zhicheng.spi.Integrity;
import zhicheng.spi.Integrity.Effect;
import zhicheng.spi.Integrity.Found;
import zhicheng.spi.Integrity.Ground;
import zhicheng.spi.Integrity.Inquiry;
import zhicheng.spi.Said;
import zhicheng.spi.Text;

/** What is noted against somebody and what becomes of his application (J24-1b, J24-4.3); that complaints are looked into in time (J24-4.3). */
final class Integrity2024 {
    static final Integrity INTEGRITY = Integrity.of(Said.says(List.of(
                    Ground.of("discipline", Clause.of("J24-1b"), List.of(PARTY, GOVERNMENT), Text.of("受党纪政务处分，在影响期内", "party or government discipline within its period of effect"),
                            Said.notSaid(Clause.of("J24-1b"), Text.of("本款写“影响期内”，未写年数", "the clause says within its period of effect, and gives no number of years")),
                            Said.notSaid(Clause.of("J24-1b"), Text.of("未写申报后受处分的如何处理", "nothing is said of discipline that comes after the application"))),
                    Ground.of("falsehood", Clause.of("J24-4.3"), List.of(FALSE_MATERIAL, ACADEMIC_MISCONDUCT, BLACKLIST),
                            Text.of("提供虚假材料、剽窃他人作品和学术成果或者其他不正当手段；违法违纪情况属实的，纳入“黑名单”管理", "false material, plagiarism or other improper means; offences that are proved: on the blacklist"),
                            Said.notSaid(Clause.of("J24-4.3"), Text.of("四（三）未写期限", "J24-4.3 gives no term")), Said.says(Found.of(Clause.of("J24-4.3"), Effect.CANCELLED))))),
            Said.says(Inquiry.of(Clause.of("J24-4.3"), List.of())));

    private Integrity2024() {}
}
