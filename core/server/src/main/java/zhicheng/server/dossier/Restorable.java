package zhicheng.server.dossier;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import zhicheng.server.database.Sql;
import zhicheng.spi.Text;

/** What was withdrawn and can still be taken back: until the window closes in which it was handed in, and always where the notice gives that no end. Asked by everybody in these words. */
public final class Restorable {
    /** Of a dossier {@code d}, that the window is open by which it was handed in; takes the instant. */
    public static final String OPEN = "(d.window_until is null or d.window_until > ?)";
    /** Of a dossier {@code d}; takes the instant. */
    static final String IT_IS = "d.stage = 'WITHDRAWN' and " + OPEN;
    /** Of a dossier {@code d}, that nothing can come of it any more; takes {@link Stage#nothing()} and the instant. */
    public static final String OVER = "(d.stage = any (?) and not (" + IT_IS + "))";

    private Restorable() {}

    public static boolean is(Connection tx, UUID dossier, Instant at) throws SQLException {
        return Sql.one(tx, row -> true, "select 1 from dossier d where d.id = ? and " + IT_IS, dossier, at).isPresent();
    }

    /** Whether it would be, were it withdrawn now. */
    public static boolean isOpen(Connection tx, UUID dossier, Instant at) throws SQLException {
        return Sql.one(tx, row -> true, "select 1 from dossier d where d.id = ? and " + OPEN, dossier, at).isPresent();
    }

    /** What its applicant can do but go on with it; once the window is closed a withdrawal is for good, and what he applies for otherwise has a window of its own (B24-annex1, B24-5.1). */
    public static Text instead(boolean isOpen) {
        return isOpen ? Text.of("撤回（withdrawDossier）后在申报时间内另行申报（composeDossier）", "withdraw (withdrawDossier) and apply anew while the window is open (composeDossier)")
                : Text.of("该申报的时间已过，撤回的不能恢复；改报其他系列、层级或类别的，以其申报时间为准", "its window is closed, and no withdrawal is taken back; another series, level or category has a window of its own");
    }
}
