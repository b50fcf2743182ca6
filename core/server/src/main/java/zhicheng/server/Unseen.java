package zhicheng.server;

import java.util.regex.Pattern;

/** What nobody sees in a text, so that two that look the same are the same: the characters that V046 leaves out, one by one. */
public final class Unseen {
    /** What Unicode has shown as nothing (Default_Ignorable_Code_Point): a zero-width space, a mark of the direction in which it runs, or of which shape of a Han character is meant. */
    private static final Pattern CHARACTERS = Pattern.compile("[\\u00AD\\u034F\\u061C\\u115F\\u1160\\u17B4\\u17B5\\u180B-\\u180F\\u200B-\\u200F\\u202A-\\u202E\\u2060-\\u206F\\u3164\\uFE00-\\uFE0F\\uFEFF\\uFFA0\\uFFF0-\\uFFF8"
            + "\\x{1BCA0}-\\x{1BCA3}\\x{1D173}-\\x{1D17A}\\x{E0000}-\\x{E0FFF}]");

    private Unseen() {}

    /** Without it. */
    public static String leftOut(String text) {
        return CHARACTERS.matcher(text).replaceAll("");
    }

    /** Without it, and without white space and control characters at the ends: as a name is kept and compared. Empty where nobody sees anything. */
    public static String trimmed(String text) {
        var seen = leftOut(text);
        var from = 0;
        var until = seen.length();
        while (from < until && isBlank(seen.charAt(from))) from++;
        while (from < until && isBlank(seen.charAt(until - 1))) until--;
        return seen.substring(from, until);
    }

    /** All of these are one char each. No pattern: from each blank of a long run in the middle it would go to the run's end. */
    private static boolean isBlank(char one) {
        return switch (Character.getType(one)) {
            case Character.CONTROL, Character.SPACE_SEPARATOR, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}
