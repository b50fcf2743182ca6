package zhicheng.server.chain;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import zhicheng.server.Names;
import zhicheng.server.account.Oneself;
import zhicheng.server.account.Viewer;
import zhicheng.server.calendar.ChinaTime;
import zhicheng.server.database.Sql;
import zhicheng.server.dossier.Stage;
import zhicheng.server.eligibility.Finding;
import zhicheng.server.eligibility.Words;
import zhicheng.server.message.Messages;
import zhicheng.server.region.Regions;
import zhicheng.server.trail.Acts;
import zhicheng.server.trail.SealedChanges;
import zhicheng.spi.Clause;
import zhicheng.spi.Text;

/**
 * Somebody objects, by name, to a publication while its period runs (公示异议): whoever has an account for himself, but for whom it is about, or the employer for who came to it.
 * Until it is concluded nothing is recommended (J24-3.3, X24-5.2a), and another one of the same account in the same name adds nothing to it.
 */
@Singleton
public final class ObjectToPublication {
    private static final int LONGEST = 2000;
    private static final int LONGEST_NAME = 100;

    private final Acts acts;
    private final Regions regions;
    private final SealedChanges sealed;

    ObjectToPublication(Acts acts, Regions regions, SealedChanges sealed) {
        this.acts = acts;
        this.regions = regions;
        this.sealed = sealed;
    }

    /** @param name whose objection the employer enters; null: one's own */
    public record Input(String key, UUID publication, String name, String says) {}

    public Acts.Outcome perform(Viewer actor, Instant at, Input input) {
        var asked = new LinkedHashMap<String, Object>();
        asked.put("publication", input.publication());
        asked.put("name", input.name());
        asked.put("says", input.says());
        return acts.perform(actor, at, "objectToPublication", input.key(), asked, List.of(), tx -> {
            var dossier = Sql.one(tx, row -> row.getObject(1, UUID.class), "select dossier from publication where id = ? and ended_at is null", input.publication()).orElse(null);
            var seen = dossier == null ? null : OnItsWay.whoever(tx, regions, dossier, actor).orElse(null);
            if (seen == null || seen.publication() == null || !seen.publication().id().equals(input.publication())) return Acts.Outcome.refused(Refusals.noPublication(input.publication()));
            var clause = seen.publication().clause();
            // who only may be he objects like anybody else: nothing is decided by it, and whoever bears his name has a say too
            if (seen.oneself() == Oneself.SAME) return new Acts.Outcome(input.publication(), List.of(Refusals.ownPublication(clause)));
            if (!at.isBefore(seen.publication().until()))
                return new Acts.Outcome(input.publication(), List.of(Finding.refusal("publication.over", clause, Text.of("公示期内提出", "raised within the period"),
                        Text.of("公示期已于 " + ChinaTime.minute(seen.publication().until()) + " 结束", "it was over at " + ChinaTime.minute(seen.publication().until())), "input.publication")));
            var own = actor.person() == null ? null : Sql.one(tx, row -> row.getString(1), "select name from person where id = ?", actor.person()).orElse(null);
            var unit = actor.organisation() != null && actor.organisation().equals(seen.holder());
            var name = input.name() == null ? own : Names.kept(input.name());
            var findings = new ArrayList<>(named(input.name(), own, unit, clause));
            findings.addAll(Words.problems("objection.says", clause, Text.of("异议内容", "what is objected"), input.says(), LONGEST, "input.says"));
            if (Particulars.tellsIdentity(input.says())) findings.add(Particulars.identity(clause, "input.says"));
            if (input.name() != null && Particulars.tellsIdentity(input.name())) findings.add(Particulars.identity(clause, "input.name"));
            if (!findings.isEmpty()) return new Acts.Outcome(input.publication(), findings);
            if (Sql.one(tx, row -> true, "select 1 from objection where publication = ? and by_account = ? and (by_name = ? or own and ?) and concluded_at is null",
                    input.publication(), actor.account(), name, name.equals(own)).isPresent())
                return new Acts.Outcome(input.publication(), List.of(Finding.refusal("objection.open", clause, Text.of("已提出的异议核查办结后再提出", "another one when the first is concluded"),
                        Text.of("已有一件正在核查", "one is being looked into"), "input.publication")));
            var id = UUID.randomUUID();
            Sql.writeOne(tx, "insert into objection (id, dossier, publication, by_name, by_account, own, says, at) values (?, ?, ?, ?, ?, ?, ?, ?)",
                    id, seen.id(), input.publication(), name, actor.account(), name.equals(own), input.says(), at);
            var entry = new LinkedHashMap<String, Object>(sealed.of(seen.id(), Map.of(), Map.of("name", name, "says", input.says())));
            entry.put("publication", input.publication());
            entry.put("objection", id);
            if (seen.stage() == Stage.PUBLICITY_OBJECTION) Moved.noted(tx, actor, seen, "OBJECT", at, entry);
            else Moved.to(tx, actor, seen, Stage.PUBLICITY_OBJECTION, "OBJECT", at, entry);
            Messages.toUnit(tx, seen.holder(), Way.CONCLUDE_OBJECTION.by(), seen.applicant(), Messages.Kind.OBJECTION_RAISED, id, seen.id(), clause,
                    Text.of("“" + seen.title() + "”的公示收到异议：请核查并作出书面结论（concludeObjection）", "something was objected to the publication of “" + seen.title() + "”: look into it, and conclude it in writing (concludeObjection)"), at, null);
            return new Acts.Outcome(input.publication(), List.of());
        });
    }

    /** Whose name it bears. @param name null: one's own; @param own null: the account has no person; @param unit whether it is of the unit that publishes */
    private static List<Finding> named(String name, String own, boolean unit, Clause clause) {
        var asked = Text.of("实名提出；代为登记的限公示单位", "by one's own name; in another's name by the unit that publishes");
        if (name != null && !unit)
            return List.of(Finding.refusal("objection.name", clause, asked, Text.of("以他人姓名提出，而本账号不代表公示单位", "it is in another's name, and this account does not act for the unit that publishes"), "input.name")
                    .remedy(Text.of("不填 name，以本人姓名提出；代他人提出的由公示单位登记", "leave the name out: it is one's own then; or have the unit that publishes enter it"), null));
        if (name == null && own == null)
            return List.of(Finding.refusal("objection.name", clause, asked, Text.of("本账号没有对应的人员，未填写姓名", "this account has no person, and no name is told"), "input.name")
                    .remedy(unit ? Text.of("填写提出人的姓名", "tell the name of whoever objects") : Text.of("以本人的账号提出，或由公示单位登记", "use an account of a person, or have the unit that publishes enter it"), null));
        return name == null ? List.of() : Words.nameProblems("objection.name", clause, Text.of("提出人的姓名", "the name of whoever objects"), name, LONGEST_NAME, "input.name");
    }
}
