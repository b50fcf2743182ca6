package zhicheng.server.chain;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import zhicheng.server.database.Sql;
import zhicheng.server.eligibility.Finding;
import zhicheng.server.message.Messages;
import zhicheng.server.region.Regions;
import zhicheng.server.trail.Json;
import zhicheng.spi.Clause;
import zhicheng.spi.Text;

/** What was objected and is not concluded when an application ends, or is withdrawn: whoever published it concludes it all the same ({@link ConcludeObjection}; J24-3.3, X24-5.2a). */
public final class OpenObjections {
    private OpenObjections() {}

    /** Who objected learns that it will still be concluded, and nothing else of the dossier; whoever concludes it for the unit, that it is to be. Each of them once. @return whether any is open */
    public static boolean left(Connection tx, UUID dossier, Instant at) throws SQLException {
        var open = Json.list(Sql.one(tx, row -> row.getString(1), """
                select coalesce(json_agg(json_build_object('id', o.id, 'by', o.by_account, 'own', o.own, 'says', o.says, 'unit', b.unit, 'clause', b.clause, 'applicant', d.applicant) order by o.at, o.id), '[]')::text
                from objection o join publication b on b.id = o.publication join dossier d on d.id = o.dossier where o.dossier = ? and o.concluded_at is null""", dossier).orElseThrow());
        for (var one : open) tell(tx, dossier, one, at);
        return !open.isEmpty();
    }

    /**
     * What was withdrawn excludes no other application any more (B24-5.3, X24-1.5), unless something objected to it is open, or was upheld: that a withdrawal does not get round. What another that was cancelled would have
     * excluded already, that excludes from then on ({@link Disqualification#inherit}).
     *
     * @return whether it did until now
     */
    public static boolean release(Connection tx, Regions regions, UUID dossier, Instant at) throws SQLException {
        Sql.one(tx, row -> true, "select 1 from person where id = (select applicant from dossier where id = ?) for no key update", dossier); // as Disqualification does
        var heirs = Sql.one(tx, row -> (UUID[]) row.getArray(1).getArray(), "select array(select heir.id from dossier heir where exists (select from dossier_exclusion x where x.dossier = ? and %s) order by heir.stage_since, heir.id)"
                .formatted(Disqualification.HEIR), dossier).orElseThrow();
        if (Sql.write(tx, "delete from dossier_exclusion where dossier = ? and not exists (select from objection where dossier = ? and upheld is distinct from false)", dossier, dossier) == 0) return false;
        for (var heir : heirs) Disqualification.inherit(tx, regions, heir, at);
        return true;
    }

    private static void tell(Connection tx, UUID dossier, Map<String, Object> open, Instant at) throws SQLException {
        var objection = id(open, "id");
        var clause = Clause.of((String) open.get("clause"));
        var says = Finding.cut((String) open.get("says"));
        var left = Text.of("公示异议“" + says + "”：所公示的申报现已停止办理；异议仍由公示单位核查并作出书面结论，届时另行告知；申报恢复办理的，核查办结前不予推荐",
                "what was objected, “" + says + "”: the application that was published goes no further; the unit that published it still concludes this in writing, and you are told then; should it be taken up again, nobody is recommended before");
        // first what is to be done: whoever concludes it and objected himself is told once
        Messages.toUnit(tx, id(open, "unit"), Way.CONCLUDE_OBJECTION.by(), id(open, "applicant"), Messages.Kind.OBJECTION_LEFT_OPEN, objection, dossier, clause,
                Text.of("公示异议“" + says + "”尚未核查办结，所涉申报现已停止办理：请作出书面结论（concludeObjection）",
                        "what was objected, “" + says + "”, is not concluded, and the application goes no further: conclude it in writing (concludeObjection)"), at, null);
        tellWhoObjected(tx, id(open, "by"), (Boolean) open.get("own"), Messages.Kind.OBJECTION_LEFT_OPEN, objection, clause, left, left, at);
    }

    /**
     * Who objected is told in the account by which he did. What he objected in his own name is his own wherever he is: as a person, where that account is closed, in which nobody reads it any more.
     *
     * @param himself what he is told as a person, who reads no objection
     */
    static void tellWhoObjected(Connection tx, UUID account, boolean own, Messages.Kind kind, UUID objection, Clause clause, Text says, Text himself, Instant at) throws SQLException {
        var person = Sql.one(tx, row -> row.getObject(1, UUID.class), "select person from account where id = ? and disabled and person is not null and ?", account, own);
        if (person.isPresent()) Messages.write(tx, person.get(), kind, objection, null, clause, himself, at, null);
        else Messages.toAccount(tx, account, kind, objection, clause, says, at);
    }

    private static UUID id(Map<String, Object> open, String name) {
        return UUID.fromString((String) open.get(name));
    }
}
