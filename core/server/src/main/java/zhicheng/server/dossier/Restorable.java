package zhicheng.server.dossier;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import zhicheng.server.database.Sql;

/** What was withdrawn and can still be taken back: until the window closes in which it was handed in, and always where the notice gives that no end. Asked by everybody in these words. */
public final class Restorable {
    /** Of a dossier {@code d}; takes the instant. */
    static final String IT_IS = "d.stage = 'WITHDRAWN' and (d.window_until is null or d.window_until > ?)";
    /** Of a dossier {@code d}, that nothing can come of it any more; takes {@link Stage#nothing()} and the instant. */
    public static final String OVER = "(d.stage = any (?) and not (" + IT_IS + "))";

    private Restorable() {}

    public static boolean is(Connection tx, UUID dossier, Instant at) throws SQLException {
        return Sql.one(tx, row -> true, "select 1 from dossier d where d.id = ? and " + IT_IS, dossier, at).isPresent();
    }
}
