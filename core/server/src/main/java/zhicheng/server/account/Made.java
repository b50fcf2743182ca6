package zhicheng.server.account;

import java.util.List;
import java.util.UUID;
import zhicheng.server.eligibility.Finding;
import zhicheng.server.trail.Acts;

/**
 * What an act came to that makes an account for somebody.
 *
 * @param subject the binding or unit that came with it, or the account whose code was renewed; null where it was refused
 * @param code by which he sets its first password; null where it was refused
 */
public record Made(UUID subject, String code, List<Finding> findings) {

    static Made of(Acts.Outcome outcome, NewAccount accounts, String key) {
        return new Made(outcome.subject(), outcome.subject() == null ? null : accounts.code(outcome.subject(), key), outcome.findings());
    }

    /** The code does not get into a log by accident. */
    @Override
    public String toString() {
        return "made " + subject;
    }
}
