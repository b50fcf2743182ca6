package zhicheng.spi;

import java.util.List;

/**
 * Something from elsewhere that counts here.
 *
 * @param of HOURS, TITLES or other; @param from GB/T 2260 codes of the provinces, empty where it is not a matter of place
 */
public record Recognition(String id, Clause clause, Of of, List<String> from, Text effect) {

    public enum Of { HOURS, TITLES, CERTIFICATES, SERVICE }

    public static Recognition of(String id, Clause clause, Of of, List<String> from, Text effect) {
        return new Recognition(id, clause, of, List.copyOf(from), effect);
    }
}
