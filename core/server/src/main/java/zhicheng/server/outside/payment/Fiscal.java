package zhicheng.server.outside.payment;

import java.net.URI;
import java.util.Optional;

/** The outside platform of public fees and electronic receipts (财政电子票据及非税收入收缴, B24-5.5). Its word that something was paid comes by itself ({@link Signature}), or when it is asked. */
public interface Fiscal {

    /** Whether there is one whose word can be checked; where there is none nobody can be asked for money. */
    boolean isThere();

    /**
     * Opens an order, or finds the one of this number again.
     *
     * @param number ours, under which it is opened once
     * @param fen hundredths of a yuan
     * @param says what is paid for, without a name
     * @return where it is paid; empty where the platform does not answer, not in time, or not in words that are understood: then it is asked again
     */
    Optional<URI> open(String number, int fen, String says);

    /** What it says of an order. */
    sealed interface Answer {
        record Yes(Paid paid) implements Answer {}

        record No() implements Answer {}

        record CannotTell() implements Answer {}
    }

    /** Whether something was paid under a number. */
    Answer paid(String number);
}
