package zhicheng.server.dossier;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import zhicheng.server.calendar.ChinaTime;
import zhicheng.server.chain.Disqualification;
import zhicheng.server.database.Sql;
import zhicheng.spi.Text;

/** What was withdrawn and can still be taken back: until the window closes in which it was handed in, and always where the notice gives that no end; and what comes of a withdrawal. Asked by everybody in these words. */
public final class Restorable {
    /** Of a dossier {@code d}, that the window is open by which it was handed in; takes the instant. */
    public static final String OPEN = "(d.window_until is null or d.window_until > ?)";
    /** Of a dossier {@code d}; takes the instant. */
    static final String IT_IS = "d.stage = 'WITHDRAWN' and " + OPEN;
    /** Of a dossier {@code d}, that nothing can come of it any more; takes {@link Stage#nothing()} and the instant. */
    public static final String OVER = "(d.stage = any (?) and not (" + IT_IS + "))";

    /** What a closed window means: a withdrawal is for good, and what is applied for otherwise has a window of its own (B24-annex1, B24-5.1). */
    public static final Text CLOSED = Text.of("该申报的时间已过，撤回的不能恢复；改报其他系列、层级或类别的，以其申报时间为准", "its window is closed, and no withdrawal is taken back; another series, level or category has a window of its own");

    private Restorable() {}

    public static boolean is(Connection tx, UUID dossier, Instant at) throws SQLException {
        return Sql.one(tx, row -> true, "select 1 from dossier d where d.id = ? and " + IT_IS, dossier, at).isPresent();
    }

    /** Whether it would be, were it withdrawn now. */
    public static boolean isOpen(Connection tx, UUID dossier, Instant at) throws SQLException {
        return Sql.one(tx, row -> true, "select 1 from dossier d where d.id = ? and " + OPEN, dossier, at).isPresent();
    }

    /**
     * What comes of a withdrawal (B24-5.3, X24-1.5).
     *
     * @param isOpen whether the window is open by which it was handed in
     * @param closes when that closes; null: the notice gives it no end
     * @param waits whether it excludes another one all the same, until what was objected to its publication is concluded
     * @param isInherited whether another one that was cancelled excludes in its place
     */
    public record Withdrawal(boolean isOpen, Instant closes, boolean waits, boolean isInherited) {

        /** Whether something else can be handed in instead of it while its own window is open. */
        public boolean helps() {
            return isOpen && !isInherited;
        }

        /** What its applicant can do but go on with it. */
        public Text instead() {
            if (isInherited)
                return Text.of("本年度不得另行申报：一经撤回，即由已被取消的申报排除，本申报也不能恢复；请继续办理本申报，勿撤回",
                        "nothing else can be handed in this year: were it withdrawn, one that was cancelled would exclude in its place, this one too; go on with it, and do not withdraw it");
            return isOpen ? Text.of("撤回（withdrawDossier）后" + anew().zh(), "withdraw (withdrawDossier) and " + anew().en()) : waiting(CLOSED);
        }

        /** What he can do where nothing comes of it any more. */
        Text anew() {
            if (isInherited) return Text.of("本年度不得另行申报：已被取消的申报予以排除；无可补办事项", "nothing else can be handed in this year: one that was cancelled excludes it; nothing can be done about it");
            return waiting(isOpen ? Text.of(whileOpen().zh() + "另行申报（composeDossier）", "apply anew (composeDossier) " + whileOpen().en())
                    : Text.of("该申报的时间已过；改报其他系列、层级或类别的，以其申报时间为准", "its window is closed; another series, level or category has a window of its own"));
        }

        /** In which time, to the minute where the notice gives its end. */
        public Text whileOpen() {
            var until = closes == null ? null : ChinaTime.minute(closes);
            return Text.of("在申报时间内" + (until == null ? "" : "（本申报的于 " + until + " 截止）"), "while the window is open" + (until == null ? "" : " (that of this one until " + until + ")"));
        }

        private Text waiting(Text anew) {
            return waits ? Text.of(anew.zh() + "；待公示单位将本申报的公示异议核查办结且不成立（concludeObjection），方可提交",
                    anew.en() + "; it can be handed in when the unit has concluded what was objected to the publication of this one, and not upheld it (concludeObjection)") : anew;
        }
    }

    /** What would come of it now, or comes of it where it is withdrawn. */
    public static Withdrawal withdrawal(Connection tx, UUID dossier, Instant at) throws SQLException {
        return Sql.one(tx, row -> new Withdrawal(row.getBoolean("open"), row.getObject("window_until", OffsetDateTime.class) == null ? null : row.getObject("window_until", OffsetDateTime.class).toInstant(), row.getBoolean("waits"), row.getBoolean("inherited")), """
                select %s as open, d.window_until, exists (select from dossier_exclusion x join objection o on o.dossier = x.dossier where x.dossier = d.id and o.concluded_at is null) as waits,
                       exists (select from dossier_exclusion x join dossier heir on %s where x.dossier = d.id) as inherited
                from dossier d where d.id = ?""".formatted(OPEN, Disqualification.HEIR), at, dossier).orElseThrow();
    }
}
