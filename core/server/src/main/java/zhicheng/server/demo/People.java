package zhicheng.server.demo;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import zhicheng.server.account.IdentityNumber;

/** Made-up people: names from two lists, identity numbers with valid check characters that nobody was given. */
final class People {
    private static final List<String> SURNAMES = Table.words("surnames.txt");
    private static final List<String> GIVEN_NAMES = Table.words("given-names.txt");

    private People() {}

    record One(String name, LocalDate birth, boolean female, IdentityNumber number) {}

    /** @param area where the number was given, six digits */
    static One one(Random random, String area, int number) {
        var name = SURNAMES.get(random.nextInt(SURNAMES.size())) + GIVEN_NAMES.get(random.nextInt(GIVEN_NAMES.size()));
        var birth = LocalDate.of(1968, 1, 1).plusDays(random.nextInt(10_000));
        var identity = IdentityNumber.completed(area + birth.toString().replace("-", "") + "%03d".formatted(number % 1000));
        return new One(name, birth, identity.female(), identity);
    }

    static Rows persons(Connection tx) throws SQLException {
        return new Rows(tx, "person", "id", "name", "birth_date", "gender", "region", "employer", "identity_masked", "identity_cipher", "identity_index", "made_up", "created_at",
                "trail_seq", "trail_head");
    }

    static Rows accounts(Connection tx) throws SQLException {
        return new Rows(tx, "account", "id", "name", "person", "organisation", "roles", "disabled", "made_up", "created_at");
    }
}
