package zhicheng.server.chain;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import zhicheng.server.database.Sql;
import zhicheng.server.eligibility.Finding;
import zhicheng.server.trail.Json;
import zhicheng.spi.Channel.Kind;
import zhicheng.spi.Entrustment;
import zhicheng.spi.Text;

/**
 * The letter by which the unit of a dossier entrusts its review (委托函, J24-2.2d, X24-3.1.4). A dossier that goes by the channel of entrusted reviews is handed on under one alone, and
 * to the committee that it names, when whoever the notice names has agreed. What came without goes back by the way it came (X24-5.2b).
 *
 * @param findings what stands against handing on
 * @param id null: there is none
 * @param committee to which it entrusts; null: there is none
 */
public record Letter(Entrustment said, List<Finding> findings, UUID id, UUID committee) {
    /** Of a letter, as its row is called, that it entrusts this specialty: that one, or all of its series; its row and the specialty to be filled in. */
    public static final String ENTRUSTS = "(%1$s.specialty is null or unseen_trimmed(%1$s.specialty) = unseen_trimmed(%2$s))";

    /** What the notice of a dossier has of entrusted reviews, where it goes by their channel. */
    static Optional<Entrustment> asked(OnItsWay seen) {
        return seen.edition().edition().entrustment().value().filter(one -> seen.claim().channel().filter(one.channel()::equals).isPresent());
    }

    /**
     * The latest of its unit for its series and specialty that nobody refused or withdrew, to a committee first of those that are agreed to; of several the one to the named committee.
     *
     * @param committee null: none is named
     * @param next who comes next
     */
    static Letter look(Connection tx, OnItsWay seen, Entrustment said, UUID committee, Kind next) throws SQLException {
        Sql.one(tx, row -> true, "select count(*) from (select from entrustment where unit = ? and withdrawn_at is null for share) held", seen.employer()); // none is withdrawn while it is handed on under it
        var letters = Json.list(Sql.one(tx, row -> row.getString(1), """
                select coalesce(json_agg(json_build_object('id', e.id, 'committee', e.committee, 'agreed', e.agreed) order by ? and e.agreed is true desc, e.filed_at desc, e.id), '[]')::text from entrustment e
                where e.unit = ? and e.region = ? and e.year = ? and e.series = ? and %s and e.agreed is not false and e.withdrawn_at is null""".formatted(ENTRUSTS.formatted("e", "?::text")),
                next == Kind.COMMITTEE_OFFICE, seen.employer(), seen.region(), seen.claim().year(), seen.claim().series(), seen.claim().specialty().orElse(null)).orElseThrow());
        var letter = letters.stream().filter(one -> committee == null || committee.toString().equals(one.get("committee"))).findFirst().orElse(null);
        if (letter == null)
            return new Letter(said, List.of(Finding.refusal("entrustment.letter", said.clause(), Text.of("已登记本单位委托该系列（专业）评审的委托函", "a letter of the unit is filed that entrusts reviews of this series (specialty)"),
                    letters.isEmpty() ? Text.of("没有，或未获同意", "there is none, or it was refused") : Text.of("委托的不是该评委会", "it entrusts another committee"), letters.isEmpty() ? "input.dossier" : "input.committee")
                    .remedy(Text.of("由单位登记委托函（fileEntrustment）", "have the unit file it (fileEntrustment)"), null)), null, null);
        var consent = said.consent().value().filter(one -> next == Kind.COMMITTEE_OFFICE && !Boolean.TRUE.equals(letter.get("agreed")));
        var findings = consent.map(one -> List.of(Finding.refusal("entrustment.consent", one.clause(), Text.of("委托函经审核同意", "the letter is agreed to"), Text.of("尚未审核", "it is not decided"), "input.dossier")
                .remedy(Text.of("由致送的职改办审核（decideEntrustment）", "have the office decide to which it is written (decideEntrustment)"), null))).orElse(List.of());
        return new Letter(said, findings, UUID.fromString((String) letter.get("id")), UUID.fromString((String) letter.get("committee")));
    }
}
