package zhicheng.server.eligibility;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import zhicheng.spi.Clause;
import zhicheng.spi.Text;

class FindingTest {

    @Test
    void words_that_do_not_fit_are_told_as_what_they_are() {
        assertEquals(List.of(), Words.problems("a", null, Text.of("理由", "a reason"), "😀".repeat(5), 5, "input.a"), "by characters");
        assertEquals("未填写 / 填写理由", told(null));
        assertEquals("未填写 / 填写理由", told(" \n"));
        assertEquals("未填写 / 填写理由", told("\u200B\u3164"), "nobody sees it");
        assertEquals("7 个字符 / 缩减 2 个字符", told("😀".repeat(7)));
        assertEquals("含有不能保存的字符 U+0000 / 去掉该字符", told("字\0"));
    }

    private static String told(String words) {
        var one = Words.problems("a", Clause.of("X24-5.2b"), Text.of("理由", "a reason"), words, 5, "input.a").getFirst();
        assertEquals(List.of("a", "X24-5.2b", "input.a", "理由：1 至 5 个字符", "a reason: 1 to 5 characters"), List.of(one.code(), one.clause().id(), one.path(), one.asked().zh(), one.asked().en()));
        return one.shown().zh() + " / " + one.remedy().zh();
    }

    @Test
    void what_somebody_wrote_is_cut_before_the_word_that_would_not_be_whole() {
        assertEquals("字".repeat(200), Finding.cut("字".repeat(200)));
        assertEquals("字".repeat(100) + "…", Finding.cut("字".repeat(201)));
        assertEquals("字".repeat(90) + "…", Finding.cut("字".repeat(90) + "2024-10-18T17:00" + "字".repeat(110)), "a time is one word");
        assertEquals("x ".repeat(48) + "…", Finding.cut("x ".repeat(48) + "achievement " + "x ".repeat(60)));
        assertEquals("x".repeat(100) + "…", Finding.cut("x".repeat(300)), "nothing but one word");
        assertEquals("字 " + "x".repeat(98) + "…", Finding.cut("字 " + "x".repeat(300)), "too long a word");
        assertEquals("😀".repeat(100) + "…", Finding.cut("😀".repeat(150)), "and no character in two");
        assertEquals("字".repeat(90) + "…", Finding.cut("字".repeat(90) + "𝒜".repeat(30) + "字".repeat(100)));
    }
}
