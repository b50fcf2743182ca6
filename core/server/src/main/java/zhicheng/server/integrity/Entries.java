package zhicheng.server.integrity;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import zhicheng.server.account.Oneself;
import zhicheng.server.account.Role;
import zhicheng.server.account.Viewer;
import zhicheng.server.database.Sql;
import zhicheng.server.eligibility.Finding;
import zhicheng.spi.Integrity;
import zhicheng.spi.Text;

/** What all acts on what stands against a person share: who is known to a unit, and by which clause it is looked into. */
public final class Entries {
    private Entries() {}

    /** The region of the unit for which the actor acts; empty where he acts for none. */
    static Optional<String> region(Connection tx, Viewer actor) throws SQLException {
        return Sql.one(tx, row -> row.getString(1), "select region from organisation where id = ?", actor.organisation());
    }

    /**
     * Whom a unit means, where he is known in its region: there, employed there, or with an application handed in there; not by the region alone who registered himself and is not known yet. Who turned out to be
     * somebody known before (B24-3.2) is that one. Empty where nobody is. First the locks, until the transaction ends, then the look: who he is may just be found out.
     *
     * @param dossier the one that is named, locked first, as everywhere; null: none
     */
    static Optional<UUID> known(Connection tx, String region, UUID person, UUID dossier) throws SQLException {
        if (dossier != null) Sql.one(tx, row -> true, "select 1 from dossier where id = ? for no key update", dossier);
        Sql.one(tx, row -> true, "select 1 from person where id = ? for no key update", person);
        return Sql.one(tx, row -> row.getObject(1, UUID.class), """
                select coalesce(p.carried_to, p.id) from person p where p.id = ? and (p.region = ? and not p.provisional or exists (select from organisation o where o.id = p.employer and o.region = ?)
                    or exists (select from dossier d where d.applicant = p.id and d.region = ? and d.submitted_at is not null and d.deleted_at is null))""", person, region, region, region);
    }

    /** Whether he may read an entry of the register: the bureau of the city reads all of its region's, any other unit what it decided itself. */
    static boolean reads(Viewer actor, boolean ofHisRegion, UUID decidedBy) {
        return ofHisRegion && actor.isAny(Set.of(Role.HRSS_CITY)) || decidedBy.equals(actor.organisation());
    }

    /** With the clause by which complaints are looked into, where a notice has one. */
    static Map<String, Object> cited(Map<String, Object> told, Optional<Integrity.Inquiry> inquiry) {
        var cited = new LinkedHashMap<String, Object>(told);
        inquiry.ifPresent(one -> cited.put("clauses", List.of(one.clause().id())));
        return cited;
    }

    /** The same answer whether there is nobody, or somebody of another region. */
    static Finding noPerson(UUID id, String path) {
        return Finding.refusal("person.not-found", null, Text.of("本地区的人员", "a person of the region"), Text.of("没有 " + id, "there is none called " + id), path);
    }

    /** Why whoever acts has no part in what is brought forward or entered against somebody, who is or may be he; empty where he is another. */
    static Optional<Finding> oneself(Connection tx, Viewer actor, UUID person) throws SQLException {
        return Oneself.of(tx, actor, person).map(Entries::own);
    }

    /** The same, of what whoever acts is known to be to him. */
    public static Finding own(Oneself oneself) {
        return oneself.refusal("integrity.own", null, Text.of("涉及本人", "it is about oneself"), null);
    }
}
