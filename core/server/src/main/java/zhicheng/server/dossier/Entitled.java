package zhicheng.server.dossier;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import zhicheng.server.account.RealNameFirst;
import zhicheng.server.database.Sql;
import zhicheng.server.eligibility.Finding;
import zhicheng.server.region.LoadedEdition;
import zhicheng.spi.AccountPolicy;
import zhicheng.spi.AccountPolicy.After;
import zhicheng.spi.AccountPolicy.Business;
import zhicheng.spi.AccountPolicy.Ground;
import zhicheng.spi.AccountPolicy.Reach;
import zhicheng.spi.Channel;
import zhicheng.spi.Claim;
import zhicheng.spi.ExclusionKey;
import zhicheng.spi.Integrity;
import zhicheng.spi.Text;

/**
 * Whether an applicant has come far enough to apply, and through a unit that may act for him: bound where the notice opens applying by that (B24-3.2), the unit's own
 * where it says so (J24-4.3), and on the ground that the notice has for his channel (X24-3.1.2: the labour relation, whatever the file); by a name that was checked.
 */
public final class Entitled {
    private static final Set<Channel.Kind> UNITS = EnumSet.of(Channel.Kind.EMPLOYER, Channel.Kind.USING_UNIT, Channel.Kind.AGENCY);
    private static final Text ANEW = Text.of("与该单位绑定，或重新建立申报材料", "bind yourself to it, or compose the dossier anew");
    private static final Text AGAIN = Text.of("与其重新绑定（requestBinding）", "be bound to it again (requestBinding)");
    private static final Text BEFORE_RESTORING = Text.of("与该单位重新绑定（requestBinding），再恢复", "be bound to it again (requestBinding), then take the withdrawal back");

    /** On which of them an agency acts for somebody. */
    private static final Set<Ground> AGENTS = EnumSet.of(Ground.FILE_KEEPING, Ground.AGENCY);

    private Entitled() {}

    /**
     * @param unit the dossier names one
     * @param employs that one is his employer now; without a binding nobody says on which ground, and none is held against him
     * @param grounds of the bindings to it that stand
     * @param bound any unit has him
     * @param unchecked he registered himself, and his real name is not checked
     */
    record Seen(boolean unit, boolean employs, Set<Ground> grounds, boolean bound, boolean unchecked) {
        boolean ofUnit() { return employs || !grounds.isEmpty(); }
    }

    /** What a submission is refused for. */
    static List<Finding> findings(Connection tx, SeenDossier dossier, LoadedEdition edition) throws SQLException {
        var policy = edition.edition().accountPolicy().value();
        var seen = seen(tx, dossier.id());
        var findings = policy.map(one -> findings(seen, one, ruling(one, edition, dossier.claim()))).orElse(List.of());
        return findings.isEmpty() ? Stream.concat(nameless(seen, edition).stream(), first(seen, edition, dossier.claim()).stream()).toList() : findings;
    }

    /**
     * What excludes him, and what stands against him, goes by his identity number: who had one application, or a bar, would have neither by registering anew. A reading of ours, where a notice that excludes anything or bars anybody
     * does not ask for a real name before (X24-1.3, X24-1.5).
     */
    private static Optional<Finding> nameless(Seen seen, LoadedEdition edition) {
        if (!seen.unchecked()) return Optional.empty();
        var clauses = Stream.concat(Judged.keys(edition).stream().map(ExclusionKey::clause), edition.edition().integrity().value().stream().flatMap(said -> said.grounds().value().stream()).flatMap(List::stream).map(Integrity.Ground::clause));
        return clauses.findFirst().map(clause -> RealNameFirst.unchecked(clause, Text.of("实名制验证通过后提交：本年度有无其他申报、诚信档案有无记录，均按身份号码核对",
                "a real name that was checked: other applications of the year, and what stands in the register of integrity, go by the identity number")));
    }

    /**
     * What refuses it to a unit to go on for somebody who is its own no more, or not on the ground that the notice asks for (J24-4.3, X24-3.1.2). It asks of no body above: for that the unit's recommendation stands as it
     * was given. What he can do otherwise is his, and hangs on what the unit may not see of him.
     *
     * @param kind of reviewer with whom the dossier lies
     */
    public static List<Finding> stillOf(Connection tx, UUID dossier, Claim claim, LoadedEdition edition, Channel.Kind kind) throws SQLException {
        return stillOf(tx, dossier, claim, edition, kind, Text.of("申报人" + AGAIN.zh(), "the applicant is to " + AGAIN.en()));
    }

    /** As {@link #stillOf}, to him, who mends it, when he hands in to the unit again. */
    static List<Finding> mendedOf(Connection tx, UUID dossier, Claim claim, LoadedEdition edition, Channel.Kind kind, Instant at) throws SQLException {
        return stillOf(tx, dossier, claim, edition, kind, again(tx, dossier, at));
    }

    /** What an applicant does whose binding to a unit is over with which his dossier lies. */
    public static Text again(Connection tx, UUID dossier, Instant at) throws SQLException {
        var withdrawal = Restorable.withdrawal(tx, dossier, at);
        return Text.of(AGAIN.zh() + (withdrawal.helps() ? "，或" : "；") + withdrawal.instead().zh(), AGAIN.en() + (withdrawal.helps() ? ", or " : "; ") + withdrawal.instead().en());
    }

    /** As {@link #stillOf}, to him, before it lies with the unit again. */
    static List<Finding> againOf(Connection tx, UUID dossier, Claim claim, LoadedEdition edition, Channel.Kind kind) throws SQLException {
        return stillOf(tx, dossier, claim, edition, kind, BEFORE_RESTORING);
    }

    private static List<Finding> stillOf(Connection tx, UUID dossier, Claim claim, LoadedEdition edition, Channel.Kind kind, Text remedy) throws SQLException {
        var policy = edition.edition().accountPolicy().value();
        if (!UNITS.contains(kind) || policy.isEmpty()) return List.of();
        return notOwn(seen(tx, dossier), policy.get(), ruling(policy.get(), edition, claim), remedy).stream().toList();
    }

    private static Seen seen(Connection tx, UUID dossier) throws SQLException {
        return Sql.one(tx, row -> new Seen(row.getBoolean("unit"), row.getBoolean("employs"), grounds((String[]) row.getArray("grounds").getArray()), row.getBoolean("bound"), row.getBoolean("unchecked")), """
                select d.employer is not null as unit, coalesce(p.employer = d.employer, false) as employs,
                       array(select b.ground from binding b where b.person = p.id and b.organisation = d.employer and b.state = 'CONFIRMED') as grounds,
                       p.employer is not null or exists (select from binding b where b.person = p.id and b.state = 'CONFIRMED') as bound,
                       exists (select from account a where a.person = p.id and a.real_name = 'UNCHECKED') as unchecked
                from dossier d join person p on p.id = d.applicant where d.id = ?""", dossier).orElseThrow();
    }

    /**
     * What is handed in comes to the first of its chain. Where that is a unit and the dossier names none, it would lie with nobody; where it is an agency, no employer stands in
     * for it (J24-2.2b, J24-2.2c, X24-3.1.3).
     */
    private static Optional<Finding> first(Seen seen, LoadedEdition edition, Claim claim) {
        var first = Arrivals.opener(edition, claim);
        if (!UNITS.contains(first)) return Optional.empty();
        var isByAgency = first == Channel.Kind.AGENCY;
        var isAnother = isByAgency && seen.unit() && Collections.disjoint(seen.grounds(), AGENTS);
        if (seen.unit() && !isAnother) return Optional.empty();
        var remedy = Text.of("与单位绑定，由其确认，再保存本草稿一次（editDossier）", "be bound to one (requestBinding), have it confirmed, and edit the draft (editDossier): it takes the unit then");
        return Optional.of(Finding.refusal(isAnother ? "unit.agency" : "unit.none", Arrivals.channel(edition, claim).map(Channel::clause).orElse(null),
                isByAgency ? Text.of("经为本人托管档案或代理人事的机构申报", "one applies through the body that keeps one's file or is one's agent") : Text.of("经用人单位申报", "one applies through an employer"),
                isAnother ? Text.of("本草稿所经单位没有托管本人档案，也不代理本人人事", "the unit of this draft does neither") : Text.of("本草稿没有单位", "this draft has none"), null)
                .remedy(isByAgency ? Text.of(remedy.zh() + "；经用人单位申报的，改选相应渠道", remedy.en() + "; or take a channel that begins with one's employer, where it is one's own") : remedy, null));
    }

    private static Set<Ground> grounds(String[] names) {
        return Arrays.stream(names).map(Ground::valueOf).collect(Collectors.toCollection(() -> EnumSet.noneOf(Ground.class)));
    }

    /** On which grounds a unit acts for who comes by this channel: what the notice says under the channel's own clause, where it does; otherwise whatever it says. */
    static List<Reach> ruling(AccountPolicy policy, LoadedEdition edition, Claim claim) {
        var all = policy.reaches().value().orElse(List.of());
        var channel = Arrivals.channel(edition, claim).map(Channel::clause);
        var own = all.stream().filter(reach -> channel.filter(reach.clause()::equals).isPresent()).toList();
        return own.isEmpty() ? all : own;
    }

    /** Knows no database. @param ruling on which grounds a unit acts for him; none: the notice does not say */
    static List<Finding> findings(Seen seen, AccountPolicy policy, List<Reach> ruling) {
        var closed = RealNameFirst.finding(policy);
        if (seen.unchecked() && closed.isPresent()) return List.of(closed.get());
        var notOwn = notOwn(seen, policy, ruling, ANEW);
        if (notOwn.isPresent()) return List.of(notOwn.get());
        if (!seen.bound())
            return binding(policy).map(opening -> Finding.refusal("account.unbound", opening.clause(), opening.says(), Text.of("尚未与用人单位绑定", "no binding to an employer stands"), null)
                    .remedy(Text.of("申请绑定用人单位", "ask an employer to be bound (requestBinding)"), null)).stream().toList();
        return List.of();
    }

    /** @param remedy what can be done about it where no binding stands */
    private static Optional<Finding> notOwn(Seen seen, AccountPolicy policy, List<Reach> ruling, Text remedy) {
        if (seen.unit() && !seen.ofUnit())
            return ruling.stream().findFirst().map(Reach::clause).or(() -> binding(policy).map(AccountPolicy.Opening::clause))
                    .map(clause -> Finding.refusal("unit.not-own", clause, Text.of("经本单位或为本人托管档案、代理人事的机构申报", "one applies through one's own unit, or the body that keeps one's file or is one's agent"),
                            Text.of("申报材料所经单位现与申报人没有绑定", "no binding of the applicant to the unit of this dossier stands"), null).remedy(remedy, null));
        if (seen.unit() && !seen.grounds().isEmpty() && !ruling.isEmpty() && ruling.stream().flatMap(reach -> reach.grounds().stream()).noneMatch(asked -> stands(asked, seen.grounds())))
            return Optional.of(Finding.refusal("unit.ground", ruling.getFirst().clause(), ruling.getFirst().says(), Text.of("与该单位的绑定依据为" + seen.grounds().stream().sorted().map(one -> one.label().zh()).collect(Collectors.joining("、")),
                            "the bindings to the unit rest on " + seen.grounds().stream().sorted().map(one -> one.label().en()).collect(Collectors.joining(", "))), null)
                    .remedy(Text.of("按通知所写的依据与单位绑定", "be bound to the unit on a ground that the notice names"), null));
        return Optional.empty();
    }

    /** A labour relation is an employment; an employment of any kind is no labour relation. */
    private static boolean stands(Ground asked, Set<Ground> grounds) {
        return grounds.contains(asked) || asked == Ground.EMPLOYMENT && grounds.contains(Ground.LABOUR_RELATION);
    }

    private static Optional<AccountPolicy.Opening> binding(AccountPolicy policy) {
        return policy.openings().value().stream().flatMap(List::stream).filter(opening -> opening.after() == After.BINDING && opening.business() == Business.APPLICATIONS).findFirst();
    }
}
