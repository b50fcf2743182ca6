package zhicheng.server.account;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import zhicheng.server.database.Sql;
import zhicheng.server.eligibility.Finding;
import zhicheng.spi.AccountPolicy;
import zhicheng.spi.AccountPolicy.After;
import zhicheng.spi.AccountPolicy.Business;
import zhicheng.spi.Clause;
import zhicheng.spi.Text;

/**
 * Where a notice closes all business before the real-name check (B24-3.2), whoever registered himself and is not checked binds himself to nobody, composes and
 * submits nothing. What he keeps of himself alone, his profile and his store, is no business with anybody: this is our reading.
 */
public final class RealNameFirst {
    private RealNameFirst() {}

    /** What somebody who is not checked is told; empty where the notice does not close it. */
    public static Optional<Finding> finding(AccountPolicy policy) {
        return opening(policy).map(opening -> unchecked(opening.clause(), opening.says()));
    }

    /** @param asked what is asked for instead */
    public static Finding unchecked(Clause clause, Text asked) {
        return Finding.refusal("account.unchecked", clause, asked, Text.of("实名制验证尚未通过", "the real-name check is not passed"), null)
                .remedy(Text.of("先通过实名制验证（confirmRealName）", "have the real name checked first (confirmRealName)"), null);
    }

    /** By which provision all business is closed before the real-name check; empty where the notice does not close it. */
    static Optional<AccountPolicy.Opening> opening(AccountPolicy policy) {
        return policy.openings().value().stream().flatMap(List::stream).filter(opening -> opening.after() == After.REAL_NAME && opening.business() == Business.ANY).findFirst();
    }

    /** Why this person does no business; empty where his name is known, or the notice does not close it. */
    public static Optional<Finding> closed(Connection tx, UUID person, Optional<AccountPolicy> policy) throws SQLException {
        var finding = policy.flatMap(RealNameFirst::finding);
        if (finding.isEmpty()) return finding;
        return isUnchecked(tx, person) ? finding : Optional.empty();
    }

    /** Whether he registered himself, and his real name is not checked. */
    static boolean isUnchecked(Connection tx, UUID person) throws SQLException {
        return Sql.one(tx, row -> row.getBoolean(1), "select exists (select from account where person = ? and real_name = 'UNCHECKED')", person).orElseThrow();
    }
}
