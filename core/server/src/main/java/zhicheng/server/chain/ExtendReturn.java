package zhicheng.server.chain;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import zhicheng.server.account.Viewer;
import zhicheng.server.calendar.ChinaTime;
import zhicheng.server.database.Sql;
import zhicheng.server.eligibility.Finding;
import zhicheng.server.message.Messages;
import zhicheng.server.region.Regions;
import zhicheng.server.trail.Acts;
import zhicheng.server.trail.Json;
import zhicheng.spi.Stop;
import zhicheng.spi.Text;

/**
 * Who returned a dossier to its applicant names a later day by which he mends it, before the one that stands is over: a day that was mistyped would cost him his year. It is bound as the first one was ({@link ReturnDossier}),
 * and is no return, so it does not count as one (J24-3.4). Our reading: no notice gives that day, so who named it can name a later one.
 */
@Singleton
public final class ExtendReturn {
    private final Acts acts;
    private final Regions regions;

    ExtendReturn(Acts acts, Regions regions) {
        this.acts = acts;
        this.regions = regions;
    }

    /** @param due by when the applicant mends it now, first instant too late */
    public record Input(String key, UUID dossier, int version, Instant due) {}

    public Acts.Outcome perform(Viewer actor, Instant at, Input input) {
        return acts.perform(actor, at, "extendReturn", input.key(), Map.of("dossier", input.dossier(), "version", input.version(), "due", input.due()), List.of(), tx -> {
            var seen = OnItsWay.locked(tx, regions, input.dossier(), actor).map(OnItsWay::whereReturned).orElse(null);
            if (seen == null) return Strangers.refused(tx, regions, actor, at, Way.EXTEND_RETURN, input.dossier());
            var findings = new ArrayList<>(seen.against(tx, Way.EXTEND_RETURN, actor, input.version(), at));
            if (findings.stream().noneMatch(one -> one.code().startsWith("chain."))) findings.addAll(against(seen, input, at));
            if (findings.isEmpty()) write(tx, actor, seen, input.due(), at);
            return new Acts.Outcome(seen.id(), findings);
        });
    }

    private static List<Finding> against(OnItsWay seen, Input input, Instant at) {
        var stands = seen.waiting().orElseThrow().due();
        if (!at.isBefore(stands))
            return List.of(Finding.refusal("return.over", seen.clause(), Text.of("于 " + ChinaTime.exactly(stands) + " 前延长", "before " + ChinaTime.exactly(stands)),
                    Text.of("现为 " + ChinaTime.exactly(at), "it is " + ChinaTime.exactly(at)), "input.dossier"));
        return ReturnDossier.due(seen, input.due(), !input.due().isAfter(stands), Text.of("晚于原定的时间", "later than the day that stands"), Text.of("晚于 " + ChinaTime.exactly(stands), "later than " + ChinaTime.exactly(stands)), at).stream().toList();
    }

    private static void write(Connection tx, Viewer actor, OnItsWay seen, Instant due, Instant at) throws SQLException {
        var returned = seen.waiting().orElseThrow();
        var clause = ReturnDossier.rules(seen).map(Stop.Returns::clause);
        var told = new LinkedHashMap<String, Object>(Map.of("return", returned.number(), "due", Json.change(returned.due(), due)));
        clause.ifPresent(one -> told.put("clauses", List.of(one.id())));
        Sql.writeOne(tx, "update dossier_return set due_at = ? where id = ?", due, returned.id());
        Moved.noted(tx, actor, seen, "EXTEND_RETURN", at, told); // with the version that he has signed for
        var was = ChinaTime.minute(returned.due());
        var is = ChinaTime.minute(due);
        Messages.write(tx, seen.applicant(), Messages.Kind.RETURN_EXTENDED, UUID.randomUUID(), seen.id(), clause.orElse(null),
                Text.of("“" + seen.title() + "”申报材料的修改时间由 " + was + " 延至 " + is + "，请在此之前修改并重新提交", "“" + seen.title() + "” is to be mended and handed in again before " + is + " instead of " + was), at, due);
    }
}
