package zhicheng.spi;

import java.util.Optional;

/**
 * What is applied for: a title of one series, specialty and level, in one review category.
 *
 * @param series code of the catalogue, e.g. {@code ENGINEERING}
 * @param category a review category of the edition; {@code ORDINARY} where nothing special is asked
 * @param channel a channel's id of the edition, where one was chosen
 */
public record Claim(int year, String series, Optional<String> specialty, Optional<Level> level, String category, Optional<String> channel) {
    public static final String ORDINARY = "ORDINARY";
}
