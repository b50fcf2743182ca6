package zhicheng.server.account;

/** Who asks cannot be looked up, since the database of the accounts does not answer; it may be tried again. */
public final class AccountsAway extends RuntimeException {

    AccountsAway(Throwable cause) {
        super("accounts cannot be looked up, since their database cannot be reached or is not ready: try again", cause, false, false);
    }
}
