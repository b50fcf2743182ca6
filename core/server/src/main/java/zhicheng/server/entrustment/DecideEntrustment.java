package zhicheng.server.entrustment;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import zhicheng.server.account.Role;
import zhicheng.server.account.Viewer;
import zhicheng.server.database.Sql;
import zhicheng.server.eligibility.Finding;
import zhicheng.server.eligibility.Words;
import zhicheng.server.message.Messages;
import zhicheng.server.region.Regions;
import zhicheng.server.trail.Acts;
import zhicheng.server.trail.Chain;
import zhicheng.server.trail.Json;
import zhicheng.server.trail.SealedChanges;
import zhicheng.spi.Text;

/** The title-reform office to which a letter of entrustment is written agrees to it or not (经省职改办审核同意, J24-2.2d), once, with its document or its reason. */
@Singleton
public final class DecideEntrustment {
    private static final int LONGEST = 2000;

    private final Acts acts;
    private final Regions regions;
    private final SealedChanges sealed;

    DecideEntrustment(Acts acts, Regions regions, SealedChanges sealed) {
        this.acts = acts;
        this.regions = regions;
        this.sealed = sealed;
    }

    /** @param decision by which document it agrees, or why not */
    public record Input(String key, UUID entrustment, boolean agree, String decision) {}

    private record Seen(UUID unit, String region, int year, String document, boolean decided, boolean withdrawn) {}

    public Acts.Outcome perform(Viewer actor, Instant at, Input input) {
        var asked = Map.of("entrustment", input.entrustment(), "agree", input.agree(), "decision", input.decision());
        return acts.perform(actor, at, "decideEntrustment", input.key(), asked, List.of(), tx -> {
            var seen = look(tx, actor, input.entrustment()).orElse(null);
            if (seen == null)
                return Acts.Outcome.refused(Finding.refusal("entrustment.not-found", null, Text.of("致送本单位的委托函", "a letter that is written to one's unit"), Text.of("没有 " + input.entrustment(), "there is none called " + input.entrustment()), "input.entrustment"));
            var said = regions.newest(seen.region(), seen.year()).flatMap(edition -> edition.edition().entrustment().value()).orElseThrow();
            var consent = said.consent().value().orElse(null);
            if (consent == null)
                return new Acts.Outcome(input.entrustment(), List.of(Finding.refusal("entrustment.no-consent", said.clause(), Text.of("通知规定须审核同意的委托", "an entrustment to which the notice has somebody agree"), Text.of("本通知未写由谁审核同意", "this notice does not say who agrees to it"), "input.entrustment")));
            var findings = new ArrayList<>(Words.problems("entrustment.words", consent.clause(), Text.of("审核意见", "the decision"), input.decision(), LONGEST, "input.decision"));
            if (seen.decided())
                findings.add(Finding.refusal("entrustment.decided", consent.clause(), Text.of("尚未审核的委托函", "a letter that is not decided"), Text.of("已审核", "it is decided"), "input.entrustment")
                        .remedy(Text.of("由单位另行登记委托函（fileEntrustment）", "have the unit file another letter (fileEntrustment)"), null));
            if (seen.withdrawn())
                findings.add(Finding.refusal("entrustment.withdrawn", consent.clause(), Text.of("未撤回的委托函", "a letter that is not withdrawn"), Text.of("委托单位已撤回", "its unit has withdrawn it"), "input.entrustment"));
            if (!findings.isEmpty()) return new Acts.Outcome(input.entrustment(), findings);
            Sql.writeOne(tx, "update entrustment set agreed = ?, decided_by = ?, decision = ?, decided_at = ? where id = ?", input.agree(), actor.organisation(), input.decision(), at, input.entrustment());
            var entry = new LinkedHashMap<String, Object>(sealed.of(seen.unit(), Map.of(), Map.of("decision", input.decision())));
            entry.put("entrustment", input.entrustment());
            entry.put("agreed", Json.change(null, input.agree()));
            entry.put("clauses", List.of(consent.clause().id()));
            Chain.ORGANISATION.add(tx, seen.unit(), Acts.entry(actor, "DECIDE_ENTRUSTMENT", at, entry), at);
            var says = input.agree() ? Text.of("职改办已审核同意", "is agreed to") : Text.of("职改办审核不同意", "is not agreed to");
            Messages.toUnit(tx, seen.unit(), Set.of(Role.EMPLOYER_CLERK, Role.EMPLOYER_APPROVER), null, Messages.Kind.ENTRUSTMENT_DECIDED, input.entrustment(), null, consent.clause(),
                    Text.of("委托函“" + seen.document() + "”：" + says.zh(), "the letter of entrustment “" + seen.document() + "” " + says.en()), at, null);
            return new Acts.Outcome(input.entrustment(), List.of());
        });
    }

    /** The unit is locked first, as when a letter is filed. */
    private static Optional<Seen> look(Connection tx, Viewer actor, UUID id) throws SQLException {
        Sql.one(tx, row -> true, "select id from organisation where id = (select unit from entrustment where id = ? and addressed_to = ?) for no key update", id, actor.organisation());
        return Sql.one(tx, row -> new Seen(row.getObject("unit", UUID.class), row.getString("region"), row.getInt("year"), row.getString("document"), row.getBoolean("decided"), row.getBoolean("withdrawn")),
                "select unit, region, year, document, decided_at is not null as decided, withdrawn_at is not null as withdrawn from entrustment where id = ? and addressed_to = ?", id, actor.organisation());
    }
}
