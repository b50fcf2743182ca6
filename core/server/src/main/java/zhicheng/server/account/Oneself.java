package zhicheng.server.account;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import zhicheng.server.database.Sql;
import zhicheng.server.eligibility.Finding;
import zhicheng.spi.Clause;
import zhicheng.spi.Text;

/**
 * Whoever acts is the one whom it is about, or may be, and does not deal with it (回避). Only by their identity numbers are two of one name known to be two: who has registered himself is another person to the system
 * until his real name is checked, and what he has done till then is his afterwards ({@link CarryOver}).
 */
public enum Oneself {
    SAME,
    /** Of one name with him; of whoever acts no identity number is known. */
    ACTOR_UNKNOWN,
    /** Of one name with him; of him no identity number is known, be that of whoever acts known or not. */
    OTHER_UNKNOWN;

    /**
     * An expression that is null where they are two people, or whoever acts is nobody; takes the actor's person.
     *
     * @param other the row of whom it is about, with its {@code id}, {@code name} and {@code identity_index}
     */
    public static String of(String other) {
        return """
                (select case when me.id = %1$s.id then 'SAME' when me.name <> %1$s.name then null when %1$s.identity_index is null then 'OTHER_UNKNOWN' when me.identity_index is null then 'ACTOR_UNKNOWN' end
                 from person me where me.id = ?)""".formatted(other);
    }

    /** @param column of such an expression; empty where it is null */
    public static Optional<Oneself> in(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column)).map(Oneself::valueOf);
    }

    /** What whoever acts is to somebody; empty where they are two people. */
    public static Optional<Oneself> of(Connection tx, Viewer actor, UUID person) throws SQLException {
        return Sql.one(tx, row -> in(row, "oneself"), "select " + of("p") + " as oneself from person p where p.id = ?", actor.person(), person).flatMap(one -> one);
    }

    /**
     * Why he does not do it; of the numbers nothing is shown.
     *
     * @param clause null: no notice rules it
     * @param own what is shown where he is the same
     * @param path null: nothing in the input
     */
    public Finding refusal(String code, Clause clause, Text own, String path) {
        var asked = Text.of("由他人办理", "somebody else does it");
        return switch (this) {
            case SAME -> Finding.refusal(code, clause, asked, own, path);
            case ACTOR_UNKNOWN -> Finding.refusal(code, clause, asked, Text.of("承办人与当事人同名，且承办人未登记身份号码", "whoever acts has the name of whom it is about, and his own identity number is not known"), path)
                    .remedy(Text.of("由登记了身份号码的账号办理", "an account whose person's identity number is known does it"), null);
            case OTHER_UNKNOWN -> Finding.refusal(code, clause, asked, Text.of("承办人与当事人同名，且当事人未登记身份号码", "whoever acts has the name of whom it is about, whose identity number is not known"), path)
                    .remedy(Text.of("由另一姓名的承办人以其账号办理；或待当事人通过实名制验证（confirmRealName）后，由登记了身份号码的账号办理",
                            "an account of somebody of another name does it; or, once he has had his real name checked (confirmRealName), one whose person's identity number is known"), null);
        };
    }
}
