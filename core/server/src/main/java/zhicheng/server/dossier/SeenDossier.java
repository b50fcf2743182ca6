package zhicheng.server.dossier;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import zhicheng.server.chain.Disqualification;
import zhicheng.server.committee.CommitteeNotices;
import zhicheng.server.database.Sql;
import zhicheng.server.eligibility.CommitteeWindow;
import zhicheng.server.eligibility.Nominations;
import zhicheng.server.region.LoadedEdition;
import zhicheng.server.region.Regions;
import zhicheng.server.trail.Json;
import zhicheng.spi.Claim;
import zhicheng.spi.ExclusionKey;
import zhicheng.spi.Level;

/**
 * A dossier with everything that a decision about it needs, as one select saw it. An input to the decision and nothing else. Of one that is returned and being mended
 * the claim, the title, what is told and what is picked are those of the mending: what would be handed in.
 *
 * @param draft what the applicant told, in the shape of {@code CaseInput}
 * @param profile what his profile tells now, in the same shape; empty where he has none
 * @param pledged the words of the pledge as he signed them for this version, or, once it was submitted, for what he submitted; null where he did not sign
 * @param standing what stands against the applicant in the register of integrity, in the shape of {@code SanctionInput}
 * @param taken exclusion keys of this year that other dossiers of his hold, and what he handed in in other regions; of those nothing where this one is handed in already: it was first
 * @param achievements what was picked from his store, as it was then, with its files, as it stands in a snapshot
 * @param transfers his confirmed transfers between series in the region
 * @param nominations what is known of its unit as one that nominates, and of the places that others have taken this year
 */
record SeenDossier(UUID id, UUID applicant, String region, Claim claim, String title, String stage, int version, Map<String, Object> draft, Map<String, Object> profile,
                   UUID employerId, String employer, Pin pin, String pledged, List<Map<String, Object>> standing, List<Taken> taken, List<CommitteeWindow> notices,
                   List<Map<String, Object>> achievements, List<Reused.Transfer> transfers, Nominations.Known nominations) {

    /** The edition that a submitted dossier is judged by for ever; null for a draft. */
    record Pin(int number, String hash, Map<String, Object> readings) {}

    /** Whether the pledge was signed for what is judged. */
    boolean signed() {
        return pledged != null;
    }

    /** The edition that it is pinned to, the newest of its region and year while it is a draft; empty where none is loaded. */
    Optional<LoadedEdition> edition(Regions regions) {
        if (pin == null) return regions.newest(region, claim.year());
        var readings = new HashMap<String, String>();
        pin.readings().forEach((setting, option) -> readings.put(setting, String.valueOf(option)));
        return regions.pinned(region, claim.year(), pin.number(), pin.hash(), Map.copyOf(readings));
    }

    /**
     * An exclusion key that another dossier holds, or a dossier in another region, whose keys are its own: there it is asked what this region's are for what it applies for.
     *
     * @param key null: it is in another region
     * @param claim what it applies for
     * @param due by when it is mended, or could be taken back where it is withdrawn; null where it is not returned to him
     * @param waits withdrawn, it lets the key go when the unit has concluded what is objected to it
     * @param isInherited where it lets the key go, one that was cancelled excludes by it
     */
    record Taken(String key, Claim claim, Stage stage, Instant due, boolean waits, boolean isInherited) {

        /** As it stands at an instant: what is not mended in time is treated as abandoned, where it {@code forfeits}, also before a chore has ended it. */
        Taken at(Instant at, boolean forfeits) {
            return forfeits && stage == Stage.RETURNED && isLate(at) ? new Taken(key, claim, Stage.FORFEITED, due, waits, isInherited) : this;
        }

        /** Whether it holds one of these keys. */
        boolean holds(List<ExclusionKey> keys, Claim asked) {
            return keys.stream().map(one -> Map.entry(one.key(asked), key != null ? key : one.key(claim))).anyMatch(one -> one.getKey().equals(one.getValue()));
        }

        boolean isLate(Instant at) {
            return due != null && !at.isBefore(due);
        }

        boolean isOnItsWay() {
            return stage.compareTo(Stage.INTAKE_PENDING) <= 0;
        }

        /** Whether it lets the key go: when it is withdrawn, or, withdrawn, when what is objected to it is concluded. */
        boolean letsGo() {
            return isOnItsWay() || stage == Stage.WITHDRAWN && waits;
        }
    }

    private static final String LOOK = """
            select d.id, d.applicant, d.region, d.year, d.series, case when m.dossier is null then d.specialty else m.specialty end as specialty, d.level, d.category, d.channel,
                   coalesce(m.title, d.title) as title, d.stage, d.version, coalesce(m.draft, d.draft)::text as draft,
                   coalesce((select f.facts from profile f where f.person = d.applicant), '{}')::text as profile,
                   d.edition, d.facts_hash, (select e.readings::text from notice_edition e
                                             where (e.region, e.year, e.edition, e.facts_hash) = (d.region, d.year, d.edition, d.facts_hash)) as readings,
                   d.employer as employer_id, (select o.name from organisation o where o.id = d.employer) as employer,
                   (select s.words from pledge_signature s where s.dossier = d.id and (s.version = d.version or d.submitted_at is not null)
                    order by s.version desc limit 1) as pledged,
                   coalesce((select json_agg(json_build_object('kind', i.kind, 'from', i.from_day, 'until', i.until_day, 'region', i.region) order by i.from_day, i.id)
                             from integrity_entry i where i.person = d.applicant), '[]')::text as standing,
                   coalesce((select json_agg(json_build_object('key', x.key, 'series', o.series, 'specialty', o.specialty, 'level', o.level, 'category', o.category, 'stage', o.stage,
                                                               'due', (select r.due_at from dossier_return r where r.dossier = o.id and r.back_to = 'APPLICANT' and r.answered_at is null and o.stage in ('RETURNED', 'WITHDRAWN')),
                                                               'inherited', exists (select from dossier heir where %s),
                                                               'waits', x.dossier is not null and exists (select from objection c where c.dossier = o.id and c.concluded_at is null) and not exists (select from objection c where c.dossier = o.id and c.upheld)) order by x.key)
                             from dossier o left join dossier_exclusion x on x.dossier = o.id and x.region = d.region and x.applicant = d.applicant and x.year = d.year
                             where o.applicant = d.applicant and o.year = d.year and o.id <> d.id
                               and (x.dossier is not null or o.region <> d.region and o.submitted_at is not null and o.stage <> 'WITHDRAWN' and (d.submitted_at is null or d.stage = 'WITHDRAWN'))), '[]')::text as taken,
                   coalesce((select json_agg(json_build_object('achievement', a.achievement, 'version', a.version, 'kind', a.kind, 'title', a.title, 'achievedOn', a.achieved_on, 'endedOn', a.ended_on,
                                                               'number', a.number, 'granted', a.granted, 'rank', a.rank, 'grade', a.grade, 'issuedBy', a.issued_by, 'areaCode', a.area_code,
                                                               'quality', a.quality, 'use', a.use, 'benefit', a.benefit,
                                                               'files', (select coalesce(json_agg(json_build_object('file', f.file, 'name', f.name, 'label', f.label, 'size', f.size, 'type', f.type,
                                                                                                                    'sha256', encode(f.sha256, 'hex')) order by f.place, f.id), '[]')
                                                                         from (select * from dossier_file where m.dossier is null union all select * from mending_file where m.dossier is not null) f
                                                                         where f.picked = a.id)) order by a.achieved_on, a.achievement)
                             from (select * from dossier_achievement where m.dossier is null union all select * from mending_achievement where m.dossier is not null) a
                             where a.dossier = d.id), '[]')::text as achievements,
                   coalesce((select json_agg(json_build_object('series', t.series, 'level', t.level, 'since', t.level_since,
                                                               'spent', coalesce((select json_agg(json_build_object('achievement', s.achievement,
                                                                   'picks', (select coalesce(json_agg(json_build_object('kind', a.kind, 'number', a.number, 'title', a.title,
                                                                                 'files', (select coalesce(json_agg(encode(f.sha256, 'hex')), '[]') from dossier_file f where f.picked = a.id))), '[]')
                                                                             from dossier_achievement a join dossier p on p.id = a.dossier
                                                                             where a.achievement = s.achievement and (p.id = t.dossier or t.dossier is null and p.region = t.region and p.submitted_at <= s.spent_at))))
                                                                   from spent_achievement s where s.transfer = t.id), '[]')) order by t.created_at, t.id)
                             from title_transfer t where t.person = d.applicant and t.region = d.region), '[]')::text as transfers,
                   (select json_build_object('grade', n.grade, 'lost', n.lost_at is not null)::text from nominator n
                    where n.organisation = d.employer and n.region = d.region and n.category = d.category order by n.from_day desc limit 1) as nominator,
                   (select count(*) from nomination m where m.region = d.region and m.organisation = d.employer and m.year = d.year and m.category = d.category and m.dossier <> d.id) as nominated,
                   (select m.place from nomination m where m.dossier = d.id) as nominee,
                   %s as notices
            from dossier d left join dossier_mending m on m.dossier = d.id and d.stage = 'RETURNED'
            where d.id = ? and d.applicant = ? and d.deleted_at is null""".formatted(Disqualification.HEIR, CommitteeNotices.OF_REGION_AND_YEAR.formatted("d.region", "d.year"));

    /** Until the transaction ends he hands in nothing else and takes nothing back, in another region neither: there no key would stop him. Taken first of all. */
    static void alone(Connection tx, UUID applicant) throws SQLException {
        Sql.one(tx, _ -> true, "select pg_advisory_xact_lock(hashtextextended('submission ' || ?::text, 0))", applicant);
    }

    /**
     * The applicant's own dossier, locked until the transaction ends; empty where he has none of that id. First the lock, then the look:
     * in one statement the dossier would be as it is after the wait, and what stands around it (signature, exclusions, edition) as it was before.
     */
    static Optional<SeenDossier> locked(Connection tx, UUID id, UUID applicant) throws SQLException {
        var held = Sql.one(tx, row -> row.getObject(1), "select id from dossier where id = ? and applicant = ? and deleted_at is null for no key update", id, applicant);
        return held.isEmpty() ? Optional.empty() : seen(tx, id, applicant);
    }

    /** The applicant's own dossier as it stands; empty where he has none of that id. */
    static Optional<SeenDossier> seen(Connection tx, UUID id, UUID applicant) throws SQLException {
        return Sql.one(tx, SeenDossier::of, LOOK, id, applicant);
    }

    private static SeenDossier of(ResultSet row) throws SQLException {
        var claim = new Claim(row.getInt("year"), row.getString("series"), Optional.ofNullable(row.getString("specialty")), Optional.of(Level.valueOf(row.getString("level"))),
                row.getString("category"), Optional.ofNullable(row.getString("channel")));
        return new SeenDossier(row.getObject("id", UUID.class), row.getObject("applicant", UUID.class), row.getString("region"), claim, row.getString("title"),
                row.getString("stage"), row.getInt("version"), Json.map(row.getString("draft")), Json.map(row.getString("profile")), row.getObject("employer_id", UUID.class), row.getString("employer"),
                row.getString("facts_hash") == null ? null : new Pin(row.getInt("edition"), row.getString("facts_hash"), Json.map(row.getString("readings"))), row.getString("pledged"),
                Json.list(row.getString("standing")),
                Json.list(row.getString("taken")).stream().map(one -> new Taken((String) one.get("key"), new Claim(claim.year(), (String) one.get("series"), Optional.ofNullable((String) one.get("specialty")), Optional.of(Level.valueOf((String) one.get("level"))),
                        (String) one.get("category"), Optional.empty()), Stage.valueOf((String) one.get("stage")),
                        one.get("due") == null ? null : OffsetDateTime.parse((String) one.get("due")).toInstant(), (Boolean) one.get("waits"), (Boolean) one.get("inherited"))).toList(),
                notices(row), Json.list(row.getString("achievements")),
                Json.list(row.getString("transfers")).stream().map(SeenDossier::transfer).toList(), nominations(row));
    }

    /** As long as he names no unit those of autonomous ones too, which may be his. */
    private static List<CommitteeWindow> notices(ResultSet row) throws SQLException {
        var notices = CommitteeNotices.windows(row.getString("notices"));
        var unit = row.getObject("employer_id", UUID.class);
        return unit == null ? notices : CommitteeWindow.forUnit(unit, notices);
    }

    private static Nominations.Known nominations(ResultSet row) throws SQLException {
        var nominator = row.getString("nominator") == null ? Map.<String, Object>of() : Json.map(row.getString("nominator"));
        return new Nominations.Known((String) nominator.get("grade"), Boolean.TRUE.equals(nominator.get("lost")), row.getInt("nominated"), row.getObject("nominee", Integer.class));
    }

    private static Reused.Transfer transfer(Map<String, Object> one) {
        return new Reused.Transfer((String) one.get("series"), Level.valueOf((String) one.get("level")), LocalDate.parse((String) one.get("since")),
                ((List<?>) one.get("spent")).stream().map(spent -> spent((Map<?, ?>) spent)).toList());
    }

    private static Reused.Spent spent(Map<?, ?> one) {
        var picks = ((List<?>) one.get("picks")).stream().<Map<?, ?>>map(pick -> (Map<?, ?>) pick).toList();
        return new Reused.Spent(UUID.fromString((String) one.get("achievement")), picks.stream().flatMap(pick -> Reused.Numbered.of(pick).stream()).collect(Collectors.toSet()),
                picks.stream().flatMap(pick -> ((List<?>) pick.get("files")).stream()).map(String.class::cast).collect(Collectors.toSet()));
    }
}
