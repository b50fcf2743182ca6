package zhicheng.regions.jiayuguan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import zhicheng.spi.Clause;
import zhicheng.spi.ReferenceCommittee;

/** The table of committees is the notice's, row by row, except for the mends that it names. */
class Committees2024Test {
    private static final Pattern ROW = Pattern.compile("(?m)^(\\d+)\t([^\t\n]+)\t([^\t\n]+)\t([^\t\n]+)\t([^\t\n]+)$");
    private static final Pattern CITY_ROW = Pattern.compile("(?m)^(市.+评审委员会)：([\\d-]+)$");
    private static final Pattern MEND = Pattern.compile("通知印作“(..)”，改作“(..)”");

    private static final List<ReferenceCommittee> PROVINCE = of("J24-annex1");
    private static final List<ReferenceCommittee> CITY = of("J24-contacts");

    @Test
    void the_65_rows_of_annex_1_are_the_printed_ones_once_the_mends_are_undone() {
        var printed = ROW.matcher(Jiayuguan.J24.text()).results()
                .map(row -> List.of(row.group(1), row.group(2), row.group(3), row.group(4), row.group(5))).toList();
        var ours = PROVINCE.stream().map(one -> List.of(String.valueOf(one.no()), asPrinted(one).apply(one.name()), one.founder().orElseThrow(),
                asPrinted(one).apply(one.period().orElseThrow()), one.phone().orElseThrow())).toList();
        assertEquals(printed, ours);
        assertEquals(IntStream.rangeClosed(1, 65).boxed().toList(), PROVINCE.stream().map(ReferenceCommittee::no).toList());
    }

    @Test
    void every_slip_is_mended_and_no_other_row_is() {
        assertEquals(List.of(3, 4, 5, 12, 29, 38, 40, 41), PROVINCE.stream().filter(one -> one.mended().isPresent()).map(ReferenceCommittee::no).toList());
        for (var one : PROVINCE) {
            assertTrue(one.name().endsWith("评审委员会"), one.name());
            assertTrue(one.period().orElseThrow().matches("1[12]月[上中下]旬"), one.period().orElseThrow());
            assertFalse(one.name().contains("安业"), one.name());
        }
    }

    @Test
    void the_citys_own_four_have_the_printed_names_and_telephones() {
        var printed = CITY_ROW.matcher(Jiayuguan.J24.text()).results()
                .map(row -> List.of(row.group(1), row.group(2))).toList();
        assertEquals(4, printed.size());
        assertEquals(printed, CITY.stream().map(one -> List.of(one.name(), one.phone().orElseThrow())).toList());
    }

    @Test
    void a_series_that_the_name_says_is_the_one_given() {
        for (var one : PROVINCE)
            assertEquals(one.name().contains("工程系列") || one.name().contains("工程专业"), one.series().equals(Optional.of("ENGINEERING")), one.name());
        assertEquals(List.of(5, 6, 7, 62), PROVINCE.stream().filter(one -> one.series().isEmpty()).map(ReferenceCommittee::no).toList());
    }

    private static UnaryOperator<String> asPrinted(ReferenceCommittee one) {
        return one.mended().map(mended -> {
            var mend = MEND.matcher(mended.zh());
            assertTrue(mend.matches(), mended.zh());
            return (UnaryOperator<String>) read -> read.replace(mend.group(2), mend.group(1));
        }).orElse(UnaryOperator.identity());
    }

    private static List<ReferenceCommittee> of(String clause) {
        var some = Committees2024.COMMITTEES.stream().filter(one -> one.clause().equals(Clause.of(clause))).toList();
        assertFalse(some.isEmpty(), clause);
        return some;
    }
}
