package zhicheng.server.read;

import java.util.concurrent.CompletionStage;
import zhicheng.server.account.Viewer;

/** The one way to the tables for whoever reads: {@link ReadPool}. */
@FunctionalInterface
public interface Questions {

    /**
     * Asks in a read-only transaction in which row-level security knows the viewer.
     *
     * @param viewer never null; whoever shows no token is {@link Viewer#PUBLIC}
     * @return the bytes as PostgreSQL made them, null where there is no row. Completes always: with {@link ReadRefused} where it takes too
     *         long, too many wait or the database is away, with {@link IllegalStateException} where the database fails. Whoever does not want it any more cancels it: what was not sent
     *         yet is not sent then
     */
    CompletionStage<byte[]> ask(Question question, Viewer viewer);
}
