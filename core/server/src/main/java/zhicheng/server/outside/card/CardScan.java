package zhicheng.server.outside.card;

/** The outside platform of the social-security card (社保卡扫码登录, B24-3.2): its page shows a code, the holder scans it with his card's program, and it knows whose card it was. */
public interface CardScan {

    /** What it says of a ticket. CANNOT_TELL where it does not answer, or not in time, or not in words that are understood. */
    sealed interface Answer {
        /** @param number the holder's identity number, as it is written on the card */
        record Scanned(String number) implements Answer {
            /** The number does not get into a log by accident. */
            @Override
            public String toString() {
                return "scanned";
            }
        }

        /** Nobody has scanned it yet. */
        record Waiting() implements Answer {}

        record CannotTell() implements Answer {}
    }

    /** @param ticket as the platform's page handed it to the browser; passed on unread */
    Answer ask(String ticket);
}
