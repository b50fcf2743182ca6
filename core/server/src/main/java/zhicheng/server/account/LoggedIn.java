package zhicheng.server.account;

import java.util.List;
import zhicheng.server.eligibility.Finding;

/** What an act came to that opens a session; {@code session} null where it was refused. */
public record LoggedIn(OpenSession session, List<Finding> findings) {

    static LoggedIn refused(Finding... findings) {
        return new LoggedIn(null, List.of(findings));
    }
}
