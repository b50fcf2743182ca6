package zhicheng.server.account;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import zhicheng.server.Names;
import zhicheng.server.eligibility.Words;

/** Identity numbers (GB 11643) and credit codes (GB 32100): every single slip shows, and what is kept opens only where it belongs. And names, which are no other for how they were typed. */
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

    /** A way of setting it: blanks, what nobody sees, and full width make no other name, and what does not show makes none. */
    @Property(tries = 300)
    void two_names_that_look_the_same_are_the_same(@ForAll("names") String name, @ForAll List<@From("unseen") String> set, @ForAll List<@From("blanks") String> blanks) {
        var told = new StringBuilder();
        var between = set.iterator();
        var apart = blanks.iterator();
        var wasWide = true;
        for (var one : name.codePoints().toArray()) {
            var isWide = one > 'z';
            if (between.hasNext()) told.append(between.next());
            if (isWide && wasWide && apart.hasNext()) told.append(apart.next());
            told.append(Character.toString(isWide ? one : one + 0xFEE0));
            wasWide = isWide;
        }
        blanks.forEach(told::append);
        set.forEach(told::append);
        assertEquals(name, Names.kept(told.toString()));
        assertEquals(Optional.empty(), Words.unread(name));
        for (var strange : List.of("\u0001", "\u007F", "\uE000", "\u2800", "\uFFFC", "\uFFF9", "\uD800", "\uDBC0\uDC00")) assertTrue(Words.unread(Names.kept(name + strange + name)).isPresent(), strange);
    }

    @Example
    void a_name_is_kept_once_and_for_all() {
        var signs = IntStream.rangeClosed(1, Character.MAX_CODE_POINT).filter(one -> !Character.isLetter(one) && Character.getType(one) % Character.PRIVATE_USE != 0 || !Normalizer.isNormalized(Character.toString(one), Normalizer.Form.NFKC)).toArray();
        assertTrue(signs.length > 10_000);
        for (var one : signs) {
            var kept = Names.kept("刘" + Character.toString(one) + " 勇");
            assertEquals(kept, Names.kept(kept), () -> Integer.toHexString(one));
        }
        assertEquals("Anna Li", Names.kept("\u3000Ａｎｎａ \t\u00A0 Li\u200B"));
        assertEquals("刘勇", Names.kept("刘\u2003 勇"));
        assertEquals("阿依古丽·买买提", Names.kept("阿依古丽 • 买买提"));
        assertEquals("咸宁市第3中学（虚构）", Names.kept("咸宁市第３中学（虚 构）"));
        assertEquals("金玉", Names.kept("⾦玉"), "a radical that looks like the character");
        for (var none : List.of("", "\u0300", "2024", "（）", "·")) assertFalse(Names.isRead(Names.kept(none)), none);
        assertEquals("DEMO-2024-0258", Names.number(" ＤＥＭＯ－２０２４ －\u200B0258\u3000"));
        assertEquals("11010519491231002X", new IdentityNumber(" 11010519491231002x\u200b").number());
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
    Arbitrary<String> names() {
        return Arbitraries.of("刘勇", "欧阳致远", "阿依古丽·买买提", "𠮷野家", "Anna", "测试A局3");
    }

    /** What may stand before a character of a name, or after the last. */
    @Provide
    Arbitrary<String> unseen() {
        return Arbitraries.of("", "\u200B", "\uFEFF", "\u2060", "\uFE0F", "\uDB40\uDD00", "\u202E");
    }

    @Provide
    Arbitrary<String> blanks() {
        return Arbitraries.of("", " ", "\u3000", "\u00A0", "\t", "\n", "\u2028", " \u200B\u2003");
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
