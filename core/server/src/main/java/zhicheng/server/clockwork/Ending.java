package zhicheng.server.clockwork;

import zhicheng.server.dossier.Stage;
import zhicheng.server.message.Messages;

/** Why a dossier ends by itself, where it stands then, and of what its applicant is told. The values are the {@code DossierEnding} of the schema. */
public enum Ending {
    /** Returned, and not handed in again in time: treated as abandoned. */
    LATE_SUPPLEMENT(Stage.FORFEITED, "FORFEIT", Messages.Kind.FORFEITED),
    /** Not finished when the records of its year were cleared (B24-5.3, B23-5.4). */
    YEAR_END(Stage.TERMINATED, "TERMINATE", Messages.Kind.TERMINATED),
    /** The review fee was not paid in time: abandoned (B24-5.5). */
    UNPAID(Stage.FORFEITED, "FORFEIT", Messages.Kind.FORFEITED);

    final Stage stage;
    final String act;
    final Messages.Kind told;

    Ending(Stage stage, String act, Messages.Kind told) {
        this.stage = stage;
        this.act = act;
        this.told = told;
    }
}
