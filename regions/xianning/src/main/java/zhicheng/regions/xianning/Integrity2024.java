package zhicheng.regions.xianning;

import static zhicheng.spi.Case.SanctionKind.ADMINISTRATIVE;
import static zhicheng.spi.Case.SanctionKind.BLACKLIST;
import static zhicheng.spi.Case.SanctionKind.CRIMINAL;
import static zhicheng.spi.Case.SanctionKind.FALSE_MATERIAL;
import static zhicheng.spi.Case.SanctionKind.GOVERNMENT;
import static zhicheng.spi.Case.SanctionKind.INVESTIGATION;
import static zhicheng.spi.Case.SanctionKind.PARTY;

import java.util.List;
import zhicheng.spi.Clause;
import zhicheng.spi.Integrity;
import zhicheng.spi.Integrity.Effect;
import zhicheng.spi.Integrity.Found;
import zhicheng.spi.Integrity.Ground;
import zhicheng.spi.Integrity.Inquiry;
import zhicheng.spi.Integrity.Part;
import zhicheng.spi.Said;
import zhicheng.spi.Text;

/** What is noted against somebody and what becomes of his application (X24-1.3, X24-1.4, X24-1.found, X24-5.1, X24-annex2); how complaints are looked into (X24-8.5). */
final class Integrity2024 {
    private static final Said<Found> NOT_LET_PASS = Said.says(Found.of(Clause.of("X24-1.found"), Effect.REFUSED));
    private static final Said<Found> CANCELLED = Said.says(Found.of(Clause.of("X24-5.1"), Effect.CANCELLED));

    static final Integrity INTEGRITY = Integrity.of(Said.says(List.of(
                    Ground.of("discipline", Clause.of("X24-1.3"), List.of(CRIMINAL, GOVERNMENT, PARTY, ADMINISTRATIVE, INVESTIGATION),
                            Text.of("刑事处罚、政务处分、党纪处分、行政处分，或被立案审查、留置、立案调查", "a criminal penalty, government, party or administrative discipline, or an investigation or detention"),
                            Said.notSaid(Clause.of("X24-1.3"), Text.of("本款写“刑期或处分期（含影响期）未了”，未写年数", "the clause says while it lasts, its period of effect included, and gives no number of years")), NOT_LET_PASS),
                    Ground.of("listed", Clause.of("X24-1.4"), List.of(BLACKLIST), Text.of("记入全省、全市职称失信黑名单", "put on the blacklist of province or city"),
                            Said.notSaid(Clause.of("X24-1.4"), Text.of("本款写“仍在记录期限”，未写年数", "the clause says within its term, and gives no number of years")), NOT_LET_PASS),
                    Ground.of("falsehood", Clause.of("X24-5.1"), List.of(BLACKLIST, FALSE_MATERIAL), Text.of("不如实填报个人信息、弄虚作假，一经查实记入黑名单", "false information or material, once proved: on the blacklist"),
                            Said.notSaid(Clause.of("X24-5.1"), Text.of("五（一）未写记录期限", "X24-5.1 gives no term")), CANCELLED),
                    Ground.of("pledge", Clause.of("X24-annex2"), List.of(FALSE_MATERIAL), Text.of("提供虚假的申报资料，自愿三年内停止申报", "false material: by the pledge no application for three years"), Said.says(3), CANCELLED))),
            Said.says(Inquiry.of(Clause.of("X24-8.5"), List.of(Part.values()))));

    private Integrity2024() {}
}
