package zhicheng.server.account;

import java.util.regex.Pattern;

/** Texts for people who ask, and for the log, without anything in them that looks like an identity number (公民身份号码), of 18 or, as before 1999, 15 digits. */
public final class Unrepeated {
    /** What is longer goes as well: a number with something before or behind it. Digits of any script, full-width ones too. */
    private static final Pattern NUMBER = Pattern.compile("\\p{Nd}{15,}[XxＸｘ]?");

    private Unrepeated() {}

    /** @param text null stays null */
    public static String in(String text) {
        return text == null ? null : NUMBER.matcher(text).replaceAll("***");
    }
}
