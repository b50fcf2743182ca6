package zhicheng.spi;

import java.time.LocalDate;
import java.util.List;

/**
 * How years of service (任职年限) are counted.
 *
 * @param endsOn the day on which counting ends; @param notCounted assessment grades whose year does not count
 */
public record YearsOfService(Clause clause, LocalDate endsOn, List<String> notCounted, List<Text> special) {

    public static YearsOfService of(Clause clause, LocalDate endsOn, List<String> notCounted, List<Text> special) {
        return new YearsOfService(clause, endsOn, List.copyOf(notCounted), List.copyOf(special));
    }
}
