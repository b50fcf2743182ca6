package zhicheng.server.eligibility;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class FindingTest {

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
