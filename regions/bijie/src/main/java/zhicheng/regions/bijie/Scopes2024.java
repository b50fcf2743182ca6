package zhicheng.regions.bijie;

import static zhicheng.regions.bijie.Catalogue.*;
import static zhicheng.spi.Claim.ORDINARY;

import zhicheng.spi.Scope;
import zhicheng.spi.Scope.Part;

/**
 * To whom each row of annex 1 applies (职称系列).
 *
 * <p>The categories that B24-5.2 arranges together with the ordinary review (一并安排落实) share its dates. The private-economy special has a date only where a
 * row says so (含民营经济专项, row 7); 专精特新 and 一事一议/一人一策 go by their own documents. What no row names has no date here: it is not said.
 */
final class Scopes2024 {
    private static final String[] TOGETHER = {ORDINARY, GREEN_CHANNEL, TARGETED_USE, GRASSROOTS_ASSOCIATE};

    /** Row 1. 图书资料 stands for all its specialties, 群众文化 among them. */
    static final Scope GENERAL = Scope.of(
            Part.series("SOCIAL_SCIENCE", "JOURNALISM", "PUBLISHING", "NATURAL_SCIENCE", AGRICULTURE, LIBRARY, MUSEUM, ARTS, "ARTS_AND_CRAFTS",
                    "ARCHIVES", "SPORTS", "BROADCASTING", LAWYER, ENGINEERING).categories(TOGETHER),
            Part.series("TRANSLATION").specialties("民语").categories(TOGETHER),
            Part.series("PUBLIC_LEGAL_SERVICE").specialties("公证员", "司法鉴定人").categories(TOGETHER),
            Part.series(AGRICULTURE, LIBRARY, MUSEUM, ARTS).categories(PRIVATE_ECONOMY));

    /** Row 2. */
    static final Scope TEACHERS = ordinary("HIGHER_EDUCATION", "VOCATIONAL_SCHOOL", SCHOOL, "LABORATORY", "TECHNICAL_SCHOOL", PARTY_SCHOOL);

    /** Row 3. */
    static final Scope HEALTH = ordinary(Catalogue.HEALTH);

    /** Row 4. */
    static final Scope ACCOUNTING = ordinary("ACCOUNTING");

    /** Row 5. */
    static final Scope AUDIT = ordinary("AUDIT");

    /** Row 6. */
    static final Scope ECONOMICS = ordinary("ECONOMICS");

    /** Row 7. */
    static final Scope PRIVATE_ENGINEERING = Scope.of(Part.series(ENGINEERING).categories(PRIVATE_ECONOMY));

    /** Row 8. */
    static final Scope STATISTICS = ordinary("STATISTICS");

    private Scopes2024() {}

    private static Scope ordinary(String... series) {
        return Scope.of(Part.series(series).categories(TOGETHER));
    }
}
