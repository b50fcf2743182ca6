package zhicheng.server.outside.realname;

/** The outside platform that checks real names (实名制验证, B24-3.2): whether name, identity number and the person before the screen belong together. */
public interface RealNameCheck {

    /** What it says. CANNOT_TELL where it does not answer, or not in time, or not in words that are understood: then it is asked again. */
    enum Answer { MATCHES, DIFFERS, CANNOT_TELL }

    /** @param proof what the platform handed to the person, e.g. after a scan of his face; passed on unread */
    Answer ask(String name, String number, String proof);
}
