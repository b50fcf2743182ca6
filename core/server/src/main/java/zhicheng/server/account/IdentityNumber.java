package zhicheng.server.account;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import zhicheng.server.Names;

/**
 * A citizen's identity number (公民身份号码, GB 11643): six digits of the place where it was given, eight of the day of birth, three of a sequence
 * (odd: male), and a check character. The place is not held against today's table: numbers outlive districts.
 */
public record IdentityNumber(String number) {
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECKS = "10X98765432";

    public IdentityNumber {
        number = Names.number(number).toUpperCase(Locale.ROOT);
        if (!number.matches("[1-9][0-9]{16}[0-9X]")) throw new IllegalArgumentException("an identity number has 17 digits and a digit or X");
        var check = check(number.substring(0, 17));
        if (number.charAt(17) != check) throw new IllegalArgumentException("the last character of the identity number does not fit the others");
        birthDate(number);
    }

    /** The number that begins with these 17 digits. */
    public static IdentityNumber completed(String digits) {
        return new IdentityNumber(digits + check(digits));
    }

    /** Whether 17 digits and a character are one. */
    public static boolean fits(String number) {
        try {
            new IdentityNumber(number);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** The check character of 17 digits. */
    private static char check(String digits) {
        var sum = 0;
        for (var place = 0; place < WEIGHTS.length; place++) sum += WEIGHTS[place] * (digits.charAt(place) - '0');
        return CHECKS.charAt(sum % 11);
    }

    public LocalDate birthDate() {
        return birthDate(number);
    }

    private static LocalDate birthDate(String number) {
        try {
            return LocalDate.of(Integer.parseInt(number, 6, 10, 10), Integer.parseInt(number, 10, 12, 10), Integer.parseInt(number, 12, 14, 10));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("the identity number names a day of birth that does not exist", e);
        }
    }

    public boolean female() {
        return number.charAt(16) % 2 == 0;
    }

    /** As it is shown: 4212**************. Nothing of the end, since with the day of birth the check character would give the rest away. */
    public String masked() {
        return number.substring(0, 4) + "*".repeat(14);
    }

    /** Masked: the number itself does not get into a log by accident. */
    @Override
    public String toString() {
        return masked();
    }
}
