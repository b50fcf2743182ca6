package zhicheng.server.entrustment;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import zhicheng.server.Unseen;
import zhicheng.server.account.Role;
import zhicheng.server.account.Viewer;
import zhicheng.server.chain.Reviews;
import zhicheng.server.database.Sql;
import zhicheng.server.eligibility.Finding;
import zhicheng.server.eligibility.Words;
import zhicheng.server.message.Messages;
import zhicheng.server.region.Regions;
import zhicheng.server.trail.Acts;
import zhicheng.server.trail.Chain;
import zhicheng.spi.Entrustment;
import zhicheng.spi.Entrustment.Reach;
import zhicheng.spi.Text;
import zhicheng.spi.When;

/**
 * A unit files the letter (委托函) by which it entrusts the review of its people to a committee: its number and day, to whom it is written, for which series and specialty
 * (J24-2.2d: to the province's title-reform office, which then agrees or not; X24-3.1.4: by 鄂人社规〔2021〕4号). Its number is filed once, and again where that was refused or withdrawn.
 */
@Singleton
public final class FileEntrustment {
    private static final List<String> RULES = List.of("entrustment_is_filed_once");
    private static final int LONGEST = 200;
    /** No notice says how old a letter may be; before the People's Republic there was no unit to write one. */
    private static final LocalDate EARLIEST = LocalDate.of(1949, 10, 1);

    private final Acts acts;
    private final Regions regions;

    FileEntrustment(Acts acts, Regions regions) {
        this.acts = acts;
        this.regions = regions;
    }

    /**
     * @param region by whose notice its people apply
     * @param specialty null: all of the series
     * @param addressedTo null: nobody is named
     * @param dated the day that the letter bears
     */
    public record Input(String key, String region, int year, UUID committee, String series, String specialty, UUID addressedTo, String document, LocalDate dated) {
        /** What nobody sees makes no other number, nor another specialty. */
        public Input {
            document = Unseen.trimmed(document);
            specialty = specialty == null ? null : Unseen.trimmed(specialty);
        }
    }

    public Acts.Outcome perform(Viewer actor, Instant at, Input input) {
        var asked = new LinkedHashMap<String, Object>();
        asked.put("region", input.region());
        asked.put("year", input.year());
        asked.put("committee", input.committee());
        asked.put("series", input.series());
        asked.put("specialty", input.specialty());
        asked.put("addressedTo", input.addressedTo());
        asked.put("document", input.document());
        asked.put("dated", input.dated());
        return acts.perform(actor, at, "fileEntrustment", input.key(), asked, RULES, tx -> {
            if (Sql.one(tx, row -> true, "select id from organisation where id = ? for no key update", actor.organisation()).isEmpty())
                return Acts.Outcome.refused(Finding.refusal("entrustment.unit", null, Text.of("由委托单位办理", "the unit that entrusts does it"), Text.of("本账号不代表单位", "this account acts for none"), null));
            var entrustment = regions.newest(input.region(), input.year()).flatMap(edition -> edition.edition().entrustment().value()).orElse(null);
            if (entrustment == null)
                return Acts.Outcome.refused(Finding.refusal("entrustment.not-said", null, Text.of("通知规定委托评审的地区和年度", "a region and year whose notice has reviews entrusted"), quoted(input.region() + " " + input.year()), "input.region"));
            var findings = findings(tx, entrustment, input, actor, at);
            if (!findings.isEmpty()) return new Acts.Outcome(null, findings);
            var id = UUID.randomUUID();
            Sql.writeOne(tx, """
                    insert into entrustment (id, region, year, unit, addressed_to, committee, series, specialty, document, dated, clause, filed_at)
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", id, input.region(), input.year(), actor.organisation(), input.addressedTo(), input.committee(), input.series(), input.specialty(),
                    input.document(), input.dated(), entrustment.clause().id(), at);
            var entry = new LinkedHashMap<>(asked);
            entry.put("entrustment", id);
            entry.put("clauses", List.of(entrustment.clause().id()));
            Chain.ORGANISATION.add(tx, actor.organisation(), Acts.entry(actor, "FILE_ENTRUSTMENT", at, entry), at);
            if (entrustment.consent().value().isPresent()) Messages.toUnit(tx, input.addressedTo(), Set.of(Role.HRSS_PROVINCE), null, Messages.Kind.ENTRUSTMENT_FILED, id, null, entrustment.clause(),
                    Text.of("收到委托函“" + input.document() + "”：请审核（decideEntrustment）", "the letter of entrustment “" + input.document() + "” came: decide it (decideEntrustment)"), at, null);
            return new Acts.Outcome(id, List.of());
        });
    }

    private List<Finding> findings(Connection tx, Entrustment entrustment, Input input, Viewer actor, Instant at) throws SQLException {
        var clause = entrustment.clause();
        var findings = new ArrayList<Finding>();
        var province = entrustment.reach() == Reach.PROVINCE ? Reviews.province(regions, input.region()) : null;
        if (Reviews.Committee.of(tx, input.committee(), input.region(), province, input.series(), null).filter(one -> one.isFor(actor.organisation())).isEmpty())
            findings.add(Finding.refusal("entrustment.committee", clause, entrustment.reach() == Reach.PROVINCE ? Text.of("本省受理该系列的评委会", "a committee of the province that reviews this series")
                    : Text.of("本地区受理该系列的评委会", "a committee of the region that reviews this series"), Text.of("不是", "it is none"), "input.committee"));
        if (entrustment.consent().value().isPresent() && input.addressedTo() == null)
            findings.add(Finding.refusal("entrustment.addressed-to", clause, Text.of("委托函致送的职改办", "the title-reform office to which the letter is written"), Text.of("未填写", "nothing is told"), "input.addressedTo"));
        else if (input.addressedTo() != null && Sql.one(tx, row -> true, "select 1 from organisation where id = ? and kind = 'HRSS' and (?::text is null or area_code = ?)", input.addressedTo(), province, province + "0000").isEmpty())
            findings.add(Finding.refusal("entrustment.addressed-to", clause, province == null ? Text.of("人社（职改）部门", "a human-resources or title-reform office") : Text.of("本省的省级职改办", "the title-reform office of this province"),
                    Text.of("不是", "it is none"), "input.addressedTo"));
        findings.addAll(Words.problems("entrustment.words", clause, Text.of("委托函文号", "the number of the letter"), input.document(), LONGEST, "input.document"));
        if (input.specialty() != null) findings.addAll(Words.problems("entrustment.words", clause, Text.of("专业", "the specialty"), input.specialty(), LONGEST, "input.specialty"));
        var today = at.atZone(When.CHINA).toLocalDate();
        if (input.dated().isAfter(today) || input.dated().isBefore(EARLIEST))
            findings.add(Finding.refusal("entrustment.dated", clause, Text.of(EARLIEST + " 至今日 " + today, "from " + EARLIEST + " to today, " + today), Text.of(input.dated().toString(), input.dated().toString()), "input.dated"));
        if (Sql.one(tx, row -> true, "select 1 from entrustment where unit = ? and document = ? and agreed is not false and withdrawn_at is null", actor.organisation(), input.document()).isPresent())
            findings.add(Finding.refusal("entrustment.known", clause, Text.of("尚未登记的委托函", "a letter that is not filed yet"), quoted(input.document()), "input.document").remedy(Text.of("登记有误且尚未审核的，先撤回（withdrawEntrustment）", "one that was filed wrongly and is not decided is withdrawn first (withdrawEntrustment)"), null));
        return findings;
    }

    private static Text quoted(String written) {
        return Text.of("«" + Finding.cut(written) + "»", "«" + Finding.cut(written) + "»");
    }
}
