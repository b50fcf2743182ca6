package zhicheng.spi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class NationalTest {

    @Test
    void the_catalogue_has_27_series_in_its_order() {
        var codes = National.series().stream().map(Series::code).toList();
        assertEquals(27, codes.size());
        assertEquals("HIGHER_EDUCATION", codes.getFirst());
        assertEquals("AUDIT", codes.getLast());
        assertEquals(27, codes.stream().distinct().count());
    }

    @Test
    void names_that_were_read_are_certain_and_the_others_are_not() {
        assertEquals(List.of("正高级工程师", "高级工程师", "工程师", "助理工程师", "技术员"), names("ENGINEERING"));
        assertTrue(titles("ENGINEERING").stream().allMatch(Series.Title::certain));
        assertEquals(List.of("正高级会计师", "高级会计师", "会计师", "助理会计师"), names("ACCOUNTING"));
        assertTrue(titles("ACCOUNTING").stream().noneMatch(Series.Title::certain));
    }

    @Test
    void a_branch_has_names_of_its_own() {
        assertEquals(List.of("副主任护师"), titles("HEALTH").stream()
                .filter(title -> title.branch().equals("护") && title.level() == Level.ASSOCIATE_SENIOR).map(Series.Title::name).toList());
    }

    @Test
    void what_nobody_knows_has_no_titles() {
        assertEquals(List.of(), titles("SHIPPING"));
        assertEquals(List.of("公证员"), titles("PUBLIC_LEGAL_SERVICE").stream().map(Series.Title::branch).distinct().toList());
    }

    @Test
    void the_national_texts_say_what_is_missing_and_quote_only_what_was_read() {
        assertEquals(List.of("MOHRSS40", "MOHRSS56", "MOHRSS25"), National.notices().stream().map(Notice::prefix).toList());
        for (var notice : National.notices()) {
            assertFalse(notice.whole());
            assertFalse(notice.gaps().isEmpty());
            assertFalse(notice.clauses().isEmpty());
        }
        assertEquals("谁授权、谁负责监管，谁主责、谁接受监督。", National.notices().get(1).sentence(Clause.of("MOHRSS56-2")).orElseThrow());
    }

    private static List<Series.Title> titles(String code) {
        return National.series().stream().filter(series -> series.code().equals(code)).findFirst().orElseThrow().titles();
    }

    private static List<String> names(String code) {
        return titles(code).stream().map(Series.Title::name).toList();
    }
}
