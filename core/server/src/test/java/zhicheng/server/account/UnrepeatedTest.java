package zhicheng.server.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnrepeatedTest {

    @ParameterizedTest
    @ValueSource(strings = {"520502198402290425", "52050219840229042X", "52050219840229042x", "520502840229042", "５２０５０２１９８４０２２９０４２Ｘ"})
    void what_looks_like_an_identity_number_is_left_out(String number) {
        assertEquals("«***» is not understood", Unrepeated.in("«" + number + "» is not understood"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024-09-18T10:00:00+08:00", "00000000-0000-4000-8000-000000000001", "12345678901234", ""})
    void other_words_stay(String text) {
        assertEquals(text, Unrepeated.in(text));
    }

    @Test
    void nothing_stays_nothing() {
        assertNull(Unrepeated.in(null));
    }
}
