package zhicheng.server.outside.message;

import java.util.UUID;
import zhicheng.spi.Text;

/** A gateway outside the house that brings messages to people (短信平台、邮件平台). It knows where they are reached by the id of the person: no address is kept here. */
public interface Courier {

    /** By which a message goes. */
    enum Way { EMAIL, SMS }

    /** @param key under which it goes out, however often it is tried */
    record Letter(UUID key, UUID person, Text says) {}

    /** Whether anything goes this way. */
    boolean takes(Way way);

    /** @throws NotTaken where the gateway did not take it, for whichever reason: it is tried again */
    void bring(Way way, Letter letter) throws NotTaken;

    /** Why a message did not go out, without anything of the message. */
    final class NotTaken extends Exception {
        public NotTaken(String why) {
            super(why);
        }
    }
}
