package zhicheng.server.chain;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import zhicheng.server.account.Viewer;
import zhicheng.server.calendar.ChinaTime;
import zhicheng.server.database.Sql;
import zhicheng.server.dossier.Stage;
import zhicheng.server.eligibility.Finding;
import zhicheng.server.eligibility.Words;
import zhicheng.server.region.Regions;
import zhicheng.server.trail.Acts;
import zhicheng.spi.Text;

/**
 * Somebody objects, by name, to a publication while its period runs (公示异议): whoever has an account for himself, but for whom it is about, or the employer for who came to it.
 * Until it is concluded nothing is recommended (J24-3.3, X24-5.2a), and another one of the same account in the same name adds nothing to it.
 */
@Singleton
public final class ObjectToPublication {
    private static final int LONGEST = 2000;

    private final Acts acts;
    private final Regions regions;

    ObjectToPublication(Acts acts, Regions regions) {
        this.acts = acts;
        this.regions = regions;
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
            if (seen.applicant().equals(actor.person())) return new Acts.Outcome(input.publication(), List.of(Refusals.ownPublication(clause)));
            if (!at.isBefore(seen.publication().until()))
                return new Acts.Outcome(input.publication(), List.of(Finding.refusal("publication.over", clause, Text.of("公示期内提出", "raised within the period"),
                        Text.of("公示期已于 " + ChinaTime.minute(seen.publication().until()) + " 结束", "it was over at " + ChinaTime.minute(seen.publication().until())), "input.publication")));
            var own = actor.person() == null ? null : Sql.one(tx, row -> row.getString(1), "select name from person where id = ?", actor.person()).orElse(null);
            var unit = actor.organisation() != null && actor.organisation().equals(seen.holder());
            var name = input.name() == null ? own : input.name();
            if (input.name() != null && !unit || name == null || !Words.fit(name, 100))
                return new Acts.Outcome(input.publication(), List.of(Finding.refusal("objection.name", clause, Text.of("实名提出；代为登记的限公示单位", "by one's own name; in another's name by the unit that publishes"),
                        Text.of("姓名不符", "not so"), "input.name")));
            if (!Words.fit(input.says(), LONGEST))
                return new Acts.Outcome(input.publication(), List.of(Finding.refusal("objection.says", clause, Text.of("1 至 " + LONGEST + " 个字符", "1 to " + LONGEST + " characters"),
                        Text.of(input.says().length() + " 个", "" + input.says().length()), "input.says")));
            if (Sql.one(tx, row -> true, "select 1 from objection where publication = ? and by_account = ? and by_name = ? and concluded_at is null", input.publication(), actor.account(), name).isPresent())
                return new Acts.Outcome(input.publication(), List.of(Finding.refusal("objection.open", clause, Text.of("已提出的异议核查办结后再提出", "another one when the first is concluded"),
                        Text.of("已有一件正在核查", "one is being looked into"), "input.publication")));
            Sql.writeOne(tx, "insert into objection (id, dossier, publication, by_name, by_account, says, at) values (?, ?, ?, ?, ?, ?, ?)",
                    UUID.randomUUID(), seen.id(), input.publication(), name, actor.account(), input.says(), at);
            var entry = new LinkedHashMap<String, Object>();
            entry.put("publication", input.publication());
            Moved.to(tx, actor, seen, Stage.PUBLICITY_OBJECTION, "OBJECT", at, entry);
            return new Acts.Outcome(input.publication(), List.of());
        });
    }
}
