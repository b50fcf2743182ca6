package zhicheng.server.chain;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import zhicheng.server.account.Viewer;
import zhicheng.server.database.Sql;
import zhicheng.server.dossier.Restorable;
import zhicheng.server.dossier.Stage;
import zhicheng.server.eligibility.Finding;
import zhicheng.server.message.Messages;
import zhicheng.server.payment.Payments;
import zhicheng.server.region.Regions;
import zhicheng.server.trail.Acts;
import zhicheng.server.trail.Chain;
import zhicheng.spi.Clause;
import zhicheng.spi.ExclusionKey;
import zhicheng.spi.Text;

/**
 * An application is cancelled at once for what was found (取消参评资格: X24-5.1; 取消申报资格: J24-4.3), wherever it lies, as long as no title is confirmed; one that was withdrawn too while its applicant can still
 * restore it: our reading, or a withdrawal would get round it, and what it excludes it excludes again (B24-5.3, X24-1.5). The applicant is told.
 */
public final class Disqualification {
    /** Of an application {@code heir}, that it was cancelled and excludes by the key {@code x.key} from then on where {@code x} lets go of it. */
    public static final String HEIR = "(heir.region, heir.applicant, heir.year) = (x.region, x.applicant, x.year) and x.key = any (heir.excludes)";
    private static final Set<Stage> ON_ITS_WAY = EnumSet.range(Stage.SUBMITTED, Stage.CONFIRMATION_PENDING);

    private Disqualification() {}

    /**
     * Locks the dossier.
     *
     * @param applicant whose it is to be; @param region in which
     * @return why it is not cancelled; empty where it can be
     */
    public static List<Finding> against(Connection tx, Regions regions, Viewer actor, UUID dossier, UUID applicant, String region, Clause clause, Instant at) throws SQLException {
        var seen = OnItsWay.whoever(tx, regions, dossier, actor).filter(one -> one.applicant().equals(applicant) && one.region().equals(region)).orElse(null);
        if (seen == null)
            return List.of(Finding.refusal("dossier.not-found", null, Text.of("此人已报送的申报材料", "a dossier that this person has handed in"), Text.of("没有 " + dossier, "there is none called " + dossier), "input.dossier"));
        if (!ON_ITS_WAY.contains(seen.stage()) && !Restorable.is(tx, seen.id(), at))
            return List.of(Finding.refusal("dossier.stage", clause, Text.of("办理中的申报", "an application on its way"), seen.stage().label(), "input.dossier")
                    .remedy(Text.of("不指明申报", "name no application"), null));
        return List.of();
    }

    /** Cancels what nothing speaks {@link #against}. */
    public static void write(Connection tx, Regions regions, Viewer actor, UUID dossier, Clause clause, Instant at) throws SQLException {
        var seen = OnItsWay.whoever(tx, regions, dossier, actor).orElseThrow();
        Moved.to(tx, actor, seen, Stage.DISQUALIFIED, "DISQUALIFY", at, Map.of("clauses", List.of(clause.id())));
        Moved.unpublished(tx, seen, at);
        Payments.close(tx, seen.id(), at);
        Sql.writeOne(tx, "update dossier set ended_clause = ?, excludes = ? where id = ?", clause.id(), keys(seen).stream().map(key -> key.key(seen.claim())).toArray(String[]::new), seen.id());
        exclude(tx, seen);
        Sql.write(tx, "update dossier_step set done_at = ?, outcome = 'DISQUALIFIED', words = coalesce(words, ?) where dossier = ? and done_at is null", at, Stage.DISQUALIFIED.label().zh() + "（" + clause.id() + "）", seen.id());
        Messages.write(tx, seen.applicant(), Messages.Kind.DISQUALIFIED, seen.id(), seen.id(), clause,
                Text.of("“" + seen.title() + "”申报已被取消，事由见本人诚信档案", "“" + seen.title() + "” was cancelled: why, stands with you in the register of integrity"), at, null);
        OpenObjections.left(tx, seen.id(), at);
    }

    /** What another one let go of that was handed in before it was cancelled it excludes from now on: nobody does that, and its trail has it (EXCLUDE). */
    static void inherit(Connection tx, Regions regions, UUID heir, Instant at) throws SQLException {
        var seen = OnItsWay.whoever(tx, regions, heir, Viewer.PUBLIC).orElseThrow();
        var taken = exclude(tx, seen);
        if (!taken.isEmpty())
            Chain.DOSSIER.add(tx, heir, Acts.entry("EXCLUDE", at, Map.of("excludes", taken.stream().map(key -> key.key(seen.claim())).toList(), "clauses", taken.stream().map(key -> key.clause().id()).distinct().toList())), at);
    }

    /**
     * What it excludes it excludes again (B24-5.3, X24-1.5), but for what another holds that was handed in meanwhile: that it excludes when the other one lets go of it ({@link #HEIR}, {@link OpenObjections#release}).
     *
     * @return by which keys it did not until now
     */
    private static List<ExclusionKey> exclude(Connection tx, OnItsWay seen) throws SQLException {
        Sql.one(tx, row -> true, "select 1 from person where id = ? for no key update", seen.applicant()); // whoever lets go of something does it before, or sees this one
        var taken = new ArrayList<ExclusionKey>();
        for (var key : keys(seen))
            if (Sql.write(tx, "insert into dossier_exclusion (region, applicant, year, key, dossier, clause) values (?, ?, ?, ?, ?, ?) on conflict do nothing",
                    seen.region(), seen.applicant(), seen.claim().year(), key.key(seen.claim()), seen.id(), key.clause().id()) > 0) taken.add(key);
        return taken;
    }

    private static List<ExclusionKey> keys(OnItsWay seen) {
        return seen.edition().edition().exclusive().value().orElse(List.of());
    }
}
