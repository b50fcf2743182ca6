package zhicheng.server.payment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import zhicheng.server.CannotStart;
import zhicheng.server.region.Regions;
import zhicheng.spi.Claim;
import zhicheng.spi.Level;
import zhicheng.spi.When;

/** By when a review fee is to be paid, group by group as annex 1 prints it (B24-annex1), and what the configuration may say of its amount. */
class FeesTest {
    private static final Regions REGIONS = Regions.load(null, Map.of());

    @ParameterizedTest
    @CsvSource({
        "ENGINEERING,          , ORDINARY,        2024-10-10T17:00, 10月10日17:00",
        "LAWYER,               , ORDINARY,        2024-10-10T17:00, 10月10日17:00",
        "TRANSLATION,       民语, ORDINARY,        2024-10-10T17:00, 10月10日17:00",
        "SCHOOL,               , ORDINARY,        2024-10-10T17:00, 10月10日17:00",
        "HEALTH,               , ORDINARY,        2024-10-28T17:00, 10月28日17:00",
        "ECONOMICS,            , ORDINARY,        2024-10-28T17:00, 10月28日17:00",
        "ENGINEERING,          , PRIVATE_ECONOMY, 2024-12-15T17:00, 12月15日17:00",
        "AGRICULTURE,          , PRIVATE_ECONOMY, 2024-10-10T17:00, 10月10日17:00",
        "STATISTICS,           , ORDINARY,        2025-04-30T17:00, 2025年4月30日17:00",
        "ACCOUNTING,           , ORDINARY,                        , 时间以贵州省财政会计网httq://czkj.guizhou.gov.cn/）通知为准",
        "AUDIT,                , ORDINARY,                        , 2024年度申报时间以贵州省审计厅（httq://sjt.guizhou.gov.cn/）通知为准。",
    })
    void each_group_of_series_has_its_deadline_to_the_hour_or_somebody_else_announces_it(String series, String specialty, String category, String due, String says) {
        var deadline = deadline(series, specialty, category.equals("ORDINARY") ? Claim.ORDINARY : category);
        assertEquals(due, deadline.due() == null ? null : deadline.due().atZone(When.CHINA).toLocalDateTime().toString());
        assertEquals(says, deadline.says());
        assertEquals("B24-annex1", deadline.clause().id());
    }

    @Test
    void what_no_row_names_has_no_deadline() {
        var deadline = deadline("TRANSLATION", "英语", Claim.ORDINARY);
        assertNull(deadline.due());
        assertNull(deadline.says());
    }

    private static Fees.Deadline deadline(String series, String specialty, String category) {
        return Fees.deadline(REGIONS.newest("bijie", 2024).orElseThrow(), new Claim(2024, series, Optional.ofNullable(specialty), Optional.of(Level.ASSOCIATE_SENIOR), category, Optional.of("employer")));
    }

    @Test
    void amounts_are_in_yuan_by_region_and_level_or_series() {
        assertEquals(Map.of("BIJIE.ASSOCIATE_SENIOR", 20050, "BIJIE.HEALTH.FULL_SENIOR", 1), Fees.fen(Map.of("bijie.associate-senior", "200.50", "bijie.HEALTH.FULL_SENIOR", 0.01)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "free", "0", "-1", "0.001", "100000.01", "1e99", "NaN", "￥100"})
    void what_is_no_amount_stops_the_start_and_says_which(String yuan) {
        var refusal = assertThrows(CannotStart.class, () -> Fees.fen(Map.of("bijie.intermediate", yuan)));
        assertTrue(refusal.getMessage().startsWith("zhicheng.payment.amounts.bijie.intermediate is «" + yuan + "»"), refusal.getMessage());
    }
}
