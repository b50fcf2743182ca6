package zhicheng.regions.bijie;

import java.util.List;
import zhicheng.spi.Case;
import zhicheng.spi.Channel;
import zhicheng.spi.Channel.Kind;
import zhicheng.spi.Channel.Node;
import zhicheng.spi.Clause;
import zhicheng.spi.Rule;
import zhicheng.spi.Text;
import zhicheng.spi.Verdict;

/** The one way that Bijie's notices name: employer, relaying unit, body that founded the committee. Others they do not mention. */
final class EmployerChannel {
    private static final Text ASKED = Text.of("经用人单位申报", "applies through an employer");

    private EmployerChannel() {}

    /** @param chain the clause that names the chain; @param who the clause that ties an application to an employer */
    static Channel of(Clause chain, Clause who) {
        return Channel.of("employer", chain,
                Text.of("用人单位推荐", "through the employer"),
                Text.of("有用人单位的专业技术人员。无用人单位人员的申报渠道，通知未说明", "professionals with an employer; for those without one the notice says nothing"),
                List.of(Rule.binding("employer", who,
                        Text.of("申报经用人单位；通知未说明其他渠道", "an application goes through an employer; the notice names no other way"), EmployerChannel::judge)),
                List.of(Node.of(Kind.EMPLOYER, Text.of("用人单位", "employer")),
                        Node.of(Kind.RELAY, Text.of("流转单位", "relaying unit")),
                        Node.of(Kind.COMMITTEE_OFFICE, Text.of("评委会组建单位", "body that founded the committee"))));
    }

    private static Verdict judge(Case one) {
        if (one.employment().isEmpty()) return Verdict.missing(ASKED, "employment");
        var employment = one.employment().get();
        return switch (employment) {
            case STATE_INSTITUTION_POST, STATE_INSTITUTION_CONTRACT, STATE_ENTERPRISE, PRIVATE_ENTERPRISE, SOCIAL_ORGANISATION, SOLE_TRADER,
                    DISPATCHED, CENTRAL_UNIT, POSTED_AGENCY -> Verdict.satisfied(ASKED, employment.label());
            case FLEXIBLE, FREELANCE, ON_LEAVE_FOUNDING, RURAL_TALENT, CIVIL_SERVANT, NONE -> Verdict.open(ASKED,
                    Text.of(employment.label().zh() + "：通知未说明其申报渠道，也未说明可否申报", employment.label().en() + ": the notice says neither through whom nor whether"));
        };
    }
}
