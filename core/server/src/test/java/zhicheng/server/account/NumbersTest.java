package zhicheng.server.account;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;

/** Identity numbers (GB 11643) and credit codes (GB 32100): every single slip shows, and what is kept opens only where it belongs. */
class NumbersTest {
    private static final String CODE_SIGNS = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    @Example
    void the_standards_own_samples_are_valid() {
        assertEquals(LocalDate.of(1949, 12, 31), new IdentityNumber("11010519491231002X").birthDate());
        assertTrue(new IdentityNumber("11010519491231002x").female());
        assertFalse(new IdentityNumber("440524188001010014").female());
        assertEquals("91350100M000100Y43", new CreditCode("91350100M000100Y43").code());
        assertEquals("91350100M000100Y43", CreditCode.completed("91350100", "M000100Y").code());
    }

    @Example
    void a_number_is_shown_masked_only() {
        var number = new IdentityNumber("11010519491231002X");
        assertEquals("1101**************", number.masked());
        assertEquals("1101**************", number.toString());
    }

    /** Whoever else reads a person is shown the masked number, the day of birth and the gender: what he can conclude from them is no number. */
    @Property(tries = 20)
    void what_others_read_leaves_more_than_a_hundred_numbers_possible(@ForAll("identityNumbers") IdentityNumber number) {
        var shown = number.masked();
        var day = number.birthDate().toString().replace("-", "");
        var possible = 0;
        for (var place = 0; place < 100 && possible <= 100; place++)
            for (var sequence = 0; sequence < 1000 && possible <= 100; sequence++) {
                var other = IdentityNumber.completed(number.number().substring(0, 4) + "%02d".formatted(place) + day + "%03d".formatted(sequence));
                if (other.female() == number.female() && fits(shown, other.number())) possible++;
            }
        assertTrue(possible > 100, () -> shown + " of " + day + " is one of few");
    }

    /** Whether a number could be the one behind what is shown. */
    private static boolean fits(String shown, String number) {
        return IntStream.range(0, number.length()).allMatch(at -> shown.charAt(at) == '*' || shown.charAt(at) == number.charAt(at));
    }

    @Example
    void a_day_that_does_not_exist_is_refused() {
        assertThrows(IllegalArgumentException.class, () -> IdentityNumber.completed("42120019900231001"));
    }

    @Property(tries = 300)
    void every_wrong_character_of_an_identity_number_shows(@ForAll("identityNumbers") IdentityNumber number, @ForAll @IntRange(max = 17) int place,
            @ForAll @CharRange(from = '0', to = '9') char other) {
        var wrong = changed(number.number(), place, other);
        if (wrong.equals(number.number())) assertEquals(number, new IdentityNumber(wrong));
        else assertThrows(IllegalArgumentException.class, () -> new IdentityNumber(wrong));
    }

    @Property(tries = 300)
    void every_wrong_character_of_a_credit_code_shows(@ForAll("creditCodes") CreditCode code, @ForAll @IntRange(max = 17) int place,
            @ForAll @IntRange(max = 30) int sign) {
        var wrong = changed(code.code(), place, CODE_SIGNS.charAt(sign));
        if (wrong.equals(code.code())) assertEquals(code, new CreditCode(wrong));
        else assertThrows(IllegalArgumentException.class, () -> new CreditCode(wrong));
    }

    @Property(tries = 100)
    void what_is_kept_opens_for_its_person_under_its_key_only(@ForAll("identityNumbers") IdentityNumber number) {
        var vault = new IdentityVault(new DataKey(new byte[DataKey.LENGTH]));
        var person = new UUID(1, 1);
        var kept = vault.keep(person, number);
        assertEquals(number, vault.open(person, kept.cipher()));
        assertArrayEquals(vault.index(number), kept.index());
        assertNotEquals(new String(kept.cipher()), new String(vault.keep(person, number).cipher()));
        assertThrows(IllegalArgumentException.class, () -> vault.open(new UUID(1, 2), kept.cipher()));
        var other = new byte[DataKey.LENGTH];
        other[0] = 1;
        assertThrows(IllegalArgumentException.class, () -> new IdentityVault(new DataKey(other)).open(person, kept.cipher()));
    }

    @Provide
    Arbitrary<IdentityNumber> identityNumbers() {
        return Combinators.combine(Arbitraries.of("421202", "522401", "620201", "110105"), Arbitraries.integers().between(0, 30_000),
                Arbitraries.integers().between(0, 999)).as((place, day, sequence) ->
                        IdentityNumber.completed(place + LocalDate.of(1930, 1, 1).plusDays(day).toString().replace("-", "") + "%03d".formatted(sequence)));
    }

    @Provide
    Arbitrary<CreditCode> creditCodes() {
        return Combinators.combine(Arbitraries.of("91421202", "12520500", "93620200"),
                Arbitraries.strings().withChars(CODE_SIGNS).ofLength(8)).as(CreditCode::completed);
    }

    private static String changed(String text, int place, char sign) {
        return text.substring(0, place) + sign + text.substring(place + 1);
    }
}
