package zhicheng.server.account;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import zhicheng.server.Busy;
import zhicheng.server.eligibility.Finding;
import zhicheng.spi.Text;

/** Passwords, hashed by Argon2id. Hashing takes time on purpose: never inside a transaction. */
@Singleton
public final class Passwords {
    /** Characters of a password. */
    private static final int SHORTEST = 12;
    private static final int LONGEST = 128;
    private static final int SALT = 16;
    private static final int LENGTH = 32;
    private static final long PATIENCE_SECONDS = 2;

    private final SecureRandom random = new SecureRandom();
    private final Argon2Function function;
    private final Semaphore places;
    private final String nobodys;

    Passwords(PasswordSettings settings) {
        this.function = Argon2Function.getInstance(settings.memory(), settings.iterations(), settings.lanes(), LENGTH, Argon2.ID);
        this.places = new Semaphore(settings.atOnce(), true);
        this.nobodys = hash("a password that nobody has");
    }

    /** As it is kept: {@code $argon2id$v=19$m=19456,t=2,p=1$salt$hash}. */
    public String hash(String password) {
        var salt = new byte[SALT];
        random.nextBytes(salt);
        return inTurn(() -> function.hash(bytes(password), salt).getResult());
    }

    /**
     * Whether a password is the one that was hashed.
     *
     * @param kept null where there is no account or it has no password: then it takes as long, and does not fit
     */
    boolean fits(String password, String kept) {
        var given = password.codePointCount(0, password.length()) > LONGEST ? "" : password;
        var hash = (kept == null ? nobodys : kept).getBytes(StandardCharsets.US_ASCII);
        var fits = inTurn(() -> Argon2Function.getInstanceFromHash(new String(hash, StandardCharsets.US_ASCII)).check(bytes(given), hash));
        return fits && kept != null;
    }

    /** Whether it was hashed by other parameters than those of today. */
    boolean isOutdated(String kept) {
        return !Argon2Function.getInstanceFromHash(kept).equals(function);
    }

    /** What is wrong with a password that somebody chooses; nothing of it is repeated. @param account its name; null: it is not told yet */
    static List<Finding> problems(String password, String account, String path) {
        var problems = new ArrayList<Finding>();
        var length = password.codePointCount(0, password.length());
        if (length < SHORTEST || length > LONGEST)
            problems.add(Finding.refusal("password.length", null, Text.of("密码为 " + SHORTEST + " 至 " + LONGEST + " 个字符", "a password of " + SHORTEST + " to " + LONGEST + " characters"),
                    Text.of(length + " 个字符", length + " characters"), path));
        if (password.codePoints().distinct().count() < 5 || account != null && password.toLowerCase(Locale.ROOT).contains(account))
            problems.add(Finding.refusal("password.guessable", null, Text.of("密码不含账号名，且不少于 5 个不同字符", "a password without the account's name, of five different characters at least"),
                    Text.of("易被猜出", "it is easily guessed"), path));
        return problems;
    }

    private <T> T inTurn(Supplier<T> work) {
        try {
            if (!places.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS))
                throw new Busy("too many passwords are being checked: nothing was done; try again", null);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Busy("the server is stopping: nothing was done; try again", e);
        }
        try {
            return work.get();
        } finally {
            places.release();
        }
    }

    /** The same password however it was typed: full width and half width, composed and decomposed. */
    private static byte[] bytes(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFKC).getBytes(StandardCharsets.UTF_8);
    }
}
