package zhicheng.server.outside.verification;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import zhicheng.server.trail.Json;

/**
 * One thing that a person tells, of a kind that a platform can verify.
 *
 * @param told its members that the platform is asked about, by the names of the API; what was not told is not there
 */
public record Item(Kind kind, Map<String, Object> told) {

    /** What can be verified, by which clause, and where it stands: in a list of the profile, or elsewhere. */
    public enum Kind {
        /** A degree or level of education (学历). */
        EDUCATION("学历", "B23-2.2", "degrees", List.of("level", "date")),
        /** That the employer insures him (社保). */
        SOCIAL_INSURANCE("社保", "B23-2.2", null, List.of("employer", "creditCode")),
        /** A professional qualification (职业资格), a certificate of the store. */
        QUALIFICATION("职业资格", "B23-2.2", null, List.of("title", "number", "issuedBy", "achievedOn")),
        /** Continuing education of a year (学时). */
        TRAINING_HOURS("学时", "B24-4.3", "hours", List.of("year", "total", "specialised", "province")),
        /** A title held already (职称). */
        TITLE("职称", "X24-6.2", "titles", List.of("series", "specialty", "level", "date", "province"));

        private final String label;
        private final String clause;
        private final String list;
        private final List<String> members;

        Kind(String label, String clause, String list, List<String> members) {
            this.label = label;
            this.clause = clause;
            this.list = list;
            this.members = members;
        }

        /** In Chinese. */
        public String label() { return label; }

        public String clause() { return clause; }

        /** The list of the profile in which items of this kind stand; empty where they stand elsewhere. */
        public Optional<String> list() { return Optional.ofNullable(list); }
    }

    /** @param all an object that has the item's members, and others that are not asked about */
    public static Item of(Kind kind, Map<String, ?> all) {
        var told = new LinkedHashMap<String, Object>();
        for (var member : kind.members)
            if (all.get(member) != null) told.put(member, all.get(member));
        return new Item(kind, told);
    }

    /** The item at a place of a profile's list, from 0; empty where there is none. */
    public static Optional<Item> of(Kind kind, Map<String, ?> profile, int place) {
        return profile.get(kind.list) instanceof List<?> all && place >= 0 && place < all.size() && all.get(place) instanceof Map<?, ?> one ? Optional.of(of(kind, text(one))) : Optional.empty();
    }

    /** The same for the same thing told again; SHA-256. */
    public byte[] hash() {
        return Json.sha256(Json.canonical(Map.of("kind", kind.name(), "told", told)));
    }

    /** As it was told, to be kept. */
    public String json() {
        return new String(Json.canonical(told), StandardCharsets.UTF_8);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, ?> text(Map<?, ?> one) {
        return (Map<String, ?>) one;
    }
}
