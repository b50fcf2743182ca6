package zhicheng.server.dossier;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import zhicheng.server.calendar.ChinaTime;
import zhicheng.server.database.Sql;
import zhicheng.server.dossier.Proofs.Proof;
import zhicheng.server.eligibility.Finding;
import zhicheng.server.eligibility.Windows;
import zhicheng.server.region.LoadedEdition;
import zhicheng.server.trail.Json;
import zhicheng.spi.Channel.Kind;
import zhicheng.spi.Claim;
import zhicheng.spi.Clause;
import zhicheng.spi.Text;

/**
 * A returned dossier being mended: what the return told as faulty may change, until it is due; of a return for the procedure, which is about no item, everything but what was marked as accepted. What was accepted
 * stays as it is (J24-3.4, X24-5.2b). For which series, level and category it is, and by which channel it goes, never changes: its receipt, its window, what it excludes and who has looked at it hang on that. What
 * changes is kept apart ({@code dossier_mending}), its applicant's alone, until it is handed in again: the dossier is what was handed in last.
 *
 * @param isProcedure whether it was returned for the procedure
 * @param items paths, as {@code dossier_mark} has them: of what was told as faulty; of a return for the procedure, of what was last marked as accepted, by whomever
 * @param picked what is picked: the achievement, and whether it is open, be it for the return or because it was picked since
 * @param due by when it is mended
 * @param visitDue by when who returned it is to be done; null: the notice gives no end
 * @param isSigned whether the pledge is signed for the version that it has now
 */
record Mending(UUID id, boolean isProcedure, Set<String> items, Map<UUID, Boolean> picked, Instant due, Clause clause, int place, String kind, UUID unit, Instant visitDue, int steps, boolean isSigned) {

    /** The return that waits for its applicant; empty where the dossier is not returned to him. */
    static Optional<Mending> of(Connection tx, SeenDossier seen) throws SQLException {
        return seen.stage().equals("RETURNED") ? waiting(tx, seen) : Optional.empty();
    }

    /** As {@link #of}, also of what was withdrawn meanwhile. */
    static Optional<Mending> waiting(Connection tx, SeenDossier seen) throws SQLException {
        return Sql.one(tx, row -> {
            var isProcedure = row.getBoolean("procedure");
            var items = Json.list(row.getString("items")).stream().map(one -> (String) one.get("path")).collect(Collectors.toCollection(TreeSet::new));
            return new Mending(row.getObject("id", UUID.class), isProcedure, items,
                    Json.list(row.getString("picked")).stream().collect(Collectors.toMap(one -> UUID.fromString((String) one.get("achievement")), one -> isProcedure != items.contains("achievements." + one.get("id")) || (Boolean) one.get("since"))),
                    row.getObject("due_at", OffsetDateTime.class).toInstant(), row.getString("clause") == null ? null : Clause.of(row.getString("clause")),
                    row.getInt("place"), row.getString("kind"), row.getObject("unit", UUID.class),
                    row.getObject("visit_due", OffsetDateTime.class) == null ? null : row.getObject("visit_due", OffsetDateTime.class).toInstant(), row.getInt("steps"), row.getBoolean("signed"));
        }, """
                select r.id, r.reason = 'PROCEDURE' as procedure, r.due_at, r.clause, s.place, s.kind, s.unit, s.due_at as visit_due, (select max(seq) from dossier_step x where x.dossier = r.dossier) as steps,
                       exists (select 1 from pledge_signature p where p.dossier = r.dossier and p.version = ?) as signed,
                       coalesce((select json_agg(json_build_object('path', i.path))
                                 from (select distinct on (k.path) k.path, k.accepted, k.returned from dossier_mark k where k.dossier = r.dossier order by k.path, k.place desc) i
                                 where case r.reason when 'PROCEDURE' then i.accepted else i.returned = r.id end), '[]')::text as items,
                       coalesce((select json_agg(json_build_object('id', a.id, 'achievement', a.achievement, 'since', a.picked_at > r.at))
                                 from (select * from dossier_achievement where m.dossier is null union all select * from mending_achievement where m.dossier is not null) a
                                 where a.dossier = r.dossier), '[]')::text as picked
                from dossier_return r join dossier_step s on s.id = r.step left join dossier_mending m on m.dossier = r.dossier
                where r.dossier = ? and r.back_to = 'APPLICANT' and r.answered_at is null""", seen.version(), seen.id());
    }

    /** Begins with what was handed in last; where it was begun before, it goes on. The dossier's row is locked. */
    void begin(Connection tx, SeenDossier seen, Instant at) throws SQLException {
        if (Sql.write(tx, """
                insert into dossier_mending (dossier, specialty, title, education_tenths, draft, begun_at) select id, specialty, title, education_tenths, draft, ? from dossier where id = ?
                on conflict do nothing""", at, seen.id()) == 0) return;
        Sql.write(tx, "insert into mending_achievement select * from dossier_achievement where dossier = ?", seen.id());
        Sql.write(tx, "insert into mending_file select * from dossier_file where dossier = ?", seen.id());
    }

    /**
     * What it has picked is what the dossier carries from now on; the dossier's row is locked and still returned. The rest is carried over with the stage, and ends it
     * ({@link ResubmitDossier}).
     */
    static void carryPicksOver(Connection tx, SeenDossier seen) throws SQLException {
        if (Sql.one(tx, row -> true, "select 1 from dossier_mending where dossier = ?", seen.id()).isEmpty()) return;
        Sql.write(tx, "delete from dossier_achievement where dossier = ?", seen.id());
        Sql.write(tx, "insert into dossier_achievement select * from mending_achievement where dossier = ?", seen.id());
        Sql.write(tx, "insert into dossier_file select * from mending_file where dossier = ?", seen.id());
    }

    /** Why nothing is mended any more; empty while its day is to come. */
    Optional<Finding> late(Instant at) {
        return at.isBefore(due) ? Optional.empty() : Optional.of(Finding.refusal("return.late", clause,
                Text.of("于 " + ChinaTime.exactly(due) + " 前修改并重新提交", "mended and handed in again before " + ChinaTime.exactly(due)), Text.of("已过期限", "that is past"), null));
    }

    /** As {@link #late}, with what he can do then: what is treated as abandoned excludes for good where anything does (B24-5.3); where it is not, it can be withdrawn as any. */
    Optional<Finding> late(Connection tx, SeenDossier seen, LoadedEdition edition, boolean forfeits, Instant at) throws SQLException {
        var withdrawal = Restorable.withdrawal(tx, seen.id(), at);
        var then = Judged.keys(edition).isEmpty() ? withdrawal.anew() : Text.of("无可补办事项", "nothing can be done about it");
        return late(at).map(one -> one.remedy(forfeits ? Text.of("按放弃申报处理；" + then.zh(), "it is treated as abandoned; " + then.en()) : withdrawal.isInherited() ? withdrawal.anew() : withdrawal.instead(), null));
    }

    /** What keeps him from applying through the unit to which it goes back. */
    List<Finding> unentitled(Connection tx, SeenDossier seen, LoadedEdition edition, Instant at) throws SQLException {
        return Entitled.mendedOf(tx, seen.id(), seen.claim(), edition, Kind.valueOf(kind), at);
    }

    /** Of what has to be proved what counts: what was accepted cannot be changed, so no file can be added to it. */
    List<Proof> open(List<Proof> proofs) {
        var kept = accepted().stream().map(one -> "achievements." + one).toList();
        return proofs.stream().filter(one -> !kept.contains(one.path())).toList();
    }

    /**
     * What handing in again is refused for: what any is, but for the application window, which is over.
     *
     * @param late as {@link #late} has it; then nothing but that says what can be done
     * @param unentitled as {@link #unentitled} has it
     * @param judged with those proofs that are {@link #open}
     */
    List<Finding> refusals(Optional<Finding> late, List<Finding> unentitled, Judged.Result judged, LoadedEdition edition) {
        var findings = new ArrayList<Finding>();
        if (!isSigned)
            findings.add(Finding.refusal("pledge", Pledges.clause(edition).orElse(null), Text.of("申报人签订诚信承诺书", "the applicant signs the pledge"),
                    Text.of("修改后的申报材料尚未签订承诺书", "the pledge was not signed for what was mended"), "pledgeSigned")
                    .remedy(Text.of("签订承诺书（signPledge）后再重新提交", "sign the pledge (signPledge), then hand it in again"), null));
        findings.addAll(unentitled);
        judged.refusals().stream().filter(one -> !one.code().equals(Windows.CODE)).forEach(findings::add);
        if (late.isEmpty()) return findings;
        findings.replaceAll(one -> one.remedy(null, null));
        findings.addFirst(late.get());
        return findings;
    }

    private boolean isOpen(String item) {
        return isProcedure != items.contains(item);
    }

    /**
     * What is changed and may not be.
     *
     * @param instead what can be done about what never changes; null: nothing
     */
    List<Finding> against(SeenDossier seen, Claim claim, Map<String, Object> facts, Text instead) {
        var findings = new ArrayList<Finding>();
        Stream.concat(seen.draft().keySet().stream(), facts.keySet().stream()).distinct().sorted()
                .filter(name -> !Json.text(Stream.of(part(seen.draft(), name)).toList()).equals(Json.text(Stream.of(part(facts, name)).toList())))
                .filter(name -> !isOpen("facts." + name))
                .forEach(name -> findings.add(kept("input.facts." + name)));
        if (!claim.specialty().equals(seen.claim().specialty()) && !isOpen("claim.specialty")) findings.add(kept("input.claim.specialty"));
        if (!claim.series().equals(seen.claim().series()) || !claim.level().equals(seen.claim().level()) || !claim.category().equals(seen.claim().category()) || !claim.channel().equals(seen.claim().channel()))
            findings.add(Finding.refusal("mend.claim", clause, Text.of("申报的系列、层级、类别和渠道提交后不再更改", "for which series, level and category it is, and by which channel it goes, stays as it was handed in"),
                    Text.of("改动了其中之一", "one of them is changed"), "input.claim").remedy(instead, null));
        return findings;
    }

    private static Object part(Map<String, Object> facts, String name) {
        return Objects.requireNonNullElse(facts.get(name), "");
    }

    /** What is picked otherwise than the return asks for. */
    List<Finding> against(List<UUID> wanted) {
        var findings = new ArrayList<Finding>();
        picked.forEach((achievement, isOpen) -> {
            if (!isOpen && !wanted.contains(achievement)) findings.add(kept("input.achievements"));
        });
        for (var place = 0; place < wanted.size(); place++)
            if (!picked.containsKey(wanted.get(place)) && !isOpen("achievements")) findings.add(kept("input.achievements." + place));
        return findings;
    }

    /** Those that stay as they were picked. */
    List<UUID> accepted() {
        return picked.entrySet().stream().filter(one -> !one.getValue()).map(Map.Entry::getKey).toList();
    }

    private Finding kept(String path) {
        return isProcedure ? Finding.refusal("mend.accepted", clause, Text.of("审核已通过的项不再修改：" + String.join("、", items), "what was accepted stays as it is: " + String.join(", ", items)),
                        Text.of("改动了已通过的项", "it is changed"), path)
                : Finding.refusal("mend.accepted", clause, Text.of("只修改退回时指出的项：" + String.join("、", items), "only what the return told as faulty: " + String.join(", ", items)),
                        Text.of("改动了未被指出的项", "something else is changed"), path);
    }
}
