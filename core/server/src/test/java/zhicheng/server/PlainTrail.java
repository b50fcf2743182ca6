package zhicheng.server;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.regex.Pattern;
import zhicheng.server.account.IdentityNumber;

/** Protected fields stand in the trail only as ciphertext, whoever wrote the entry: no identity number, no mobile number. */
public final class PlainTrail {
    private static final Pattern IDENTITY_NUMBER = Pattern.compile("(?<![0-9A-Za-z])[1-9][0-9]{16}[0-9Xx](?![0-9A-Za-z])");
    private static final Pattern MOBILE_NUMBER = Pattern.compile("(?<![0-9A-Za-z])1[3-9][0-9]{9}(?![0-9A-Za-z])");

    private PlainTrail() {}

    /** @return how many entries there are */
    public static int check(TestDatabase database) {
        try (var connection = database.owner().getConnection(); var rows = connection.createStatement().executeQuery("select subject, seq, entry from trail")) {
            var entries = 0;
            for (; rows.next(); entries++) {
                var entry = new String(rows.getBytes(3), StandardCharsets.UTF_8);
                if (tells(entry)) throw new AssertionError("a protected field in plain, in entry %d of %s: %s".formatted(rows.getLong(2), rows.getString(1), entry));
            }
            return entries;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether a protected field stands in it. */
    public static boolean tells(String entry) {
        return MOBILE_NUMBER.matcher(entry).find() || IDENTITY_NUMBER.matcher(entry).results().anyMatch(one -> isIdentityNumber(one.group()));
    }

    private static boolean isIdentityNumber(String digits) {
        try {
            new IdentityNumber(digits);
            return true;
        } catch (IllegalArgumentException e) {
            return false; // eighteen digits of something else: the check character does not fit
        }
    }
}
