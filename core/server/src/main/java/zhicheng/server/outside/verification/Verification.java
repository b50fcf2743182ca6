package zhicheng.server.outside.verification;

import java.time.LocalDate;

/** The outside platforms that know what an applicant tells of himself: government data (政务数据, B23-2.2), the training platform (B24-4.3), the national look-up of titles (X24-6.2). */
public interface Verification {

    /** What it says. CANNOT_TELL where it does not answer, or not in time, or not in words that are understood: then it is asked again. */
    sealed interface Answer {
        /** @param source which platform; @param until last day on which it holds, null where it names none */
        record Verified(String source, LocalDate until) implements Answer {}

        /** @param source which platform */
        record Differs(String source) implements Answer {}

        record CannotTell() implements Answer {}
    }

    /** Whether this is so of the person with this name and identity number. */
    Answer ask(String name, String number, Item item);
}
