package zhicheng.regions.bijie;

import java.util.List;
import zhicheng.spi.Channel.Kind;
import zhicheng.spi.Clause;
import zhicheng.spi.Said;
import zhicheng.spi.Stop;
import zhicheng.spi.Text;

/** Who does what on the way to the committee, as far as Bijie's notices tell: the employer audits, the relaying unit hands on in time. How often is returned, neither says, nor how many units relay: as many as there are, by our reading. */
final class Chains {
    private static final Text EMPLOYER = Text.of("用人单位：严格审核材料的真实性、规范性、完整性", "the employer: audits that the material is true, in form and complete");
    private static final Text RELAY = Text.of("流转单位：在规定时间内完成相应操作", "the relaying unit: does its step in time");
    private static final Text FOUNDER = Text.of("评委会组建单位：在规定时间内完成相应操作", "the body that founded the committee: does its step in time");
    private static final Said<Stop.Returns> RETURNS = Said.notSaid(Text.of("通知未提及材料如何退回、退回几次", "the notice says neither how nor how often material is returned"));

    /** The form of annex 2 has a place for the time of publication; the notice gives no length and lists nothing. */
    static final List<Stop> OF_2024 = List.of(
            Stop.of(Kind.EMPLOYER, Clause.of("B24-3.3"), EMPLOYER, RETURNS).publishing(Stop.Publicity.of(Clause.of("B24-annex2"),
                    Said.notSaid(Clause.of("B24-annex2"), Text.of("附件2留有公示时间一栏，通知未写公示天数。", "annex 2 has a place for the time of publication; the notice gives no number of days.")), List.of())),
            Stop.of(Kind.RELAY, Clause.of("B24-5.3"), RELAY, RETURNS).inSeveral(),
            Stop.of(Kind.COMMITTEE_OFFICE, Clause.of("B24-5.3"), FOUNDER, RETURNS));

    static final List<Stop> OF_2023 = List.of(
            Stop.of(Kind.EMPLOYER, Clause.of("B23-3.1"), EMPLOYER, RETURNS),
            Stop.of(Kind.RELAY, Clause.of("B23-5.4"), RELAY, RETURNS).inSeveral(),
            Stop.of(Kind.COMMITTEE_OFFICE, Clause.of("B23-5.4"), FOUNDER, RETURNS));

    private Chains() {}
}
