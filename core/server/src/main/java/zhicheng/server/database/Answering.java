package zhicheng.server.database;

import java.time.Duration;

/** What asks the database on its own connections, and can say whether they answer. */
public interface Answering {

    /** Whether the database answers on all of its ways within this time. Waits for so long at most. */
    boolean answers(Duration within);
}
