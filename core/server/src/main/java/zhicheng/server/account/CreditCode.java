package zhicheng.server.account;

/**
 * An organisation's unified social credit code (统一社会信用代码, GB 32100): the registering authority, the kind, six digits of the place,
 * the nine characters of the organisation code (GB 11714, with a check character of its own) and a check character over all.
 */
public record CreditCode(String code) {
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final String ORGANISATION_ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final int[] ORGANISATION_WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};

    public CreditCode {
        if (!code.matches("[1-9ANY][1-9][0-9]{6}[0-9A-HJ-NPQRTUWXY]{10}"))
            throw new IllegalArgumentException("a credit code has 18 digits and capitals, none of them I, O, S, V or Z");
        if (code.charAt(16) != organisationCheck(code.substring(8, 16)))
            throw new IllegalArgumentException("the 17th character of the credit code does not fit the eight before it");
        if (code.charAt(17) != check(code.substring(0, 17)))
            throw new IllegalArgumentException("the last character of the credit code does not fit the others");
    }

    /** The code of these eight characters (authority, kind, place) and this body of eight. */
    public static CreditCode completed(String registration, String body) {
        var unchecked = registration + body + organisationCheck(body);
        return new CreditCode(unchecked + check(unchecked));
    }

    private static char organisationCheck(String body) {
        var sum = 0;
        for (var place = 0; place < ORGANISATION_WEIGHTS.length; place++)
            sum += ORGANISATION_WEIGHTS[place] * ORGANISATION_ALPHABET.indexOf(body.charAt(place));
        var check = (11 - sum % 11) % 11;
        return check == 10 ? 'X' : (char) ('0' + check);
    }

    private static char check(String unchecked) {
        var sum = 0;
        var weight = 1;
        for (var place = 0; place < unchecked.length(); place++) {
            sum += weight * ALPHABET.indexOf(unchecked.charAt(place));
            weight = weight * 3 % 31;
        }
        return ALPHABET.charAt((31 - sum % 31) % 31);
    }
}
