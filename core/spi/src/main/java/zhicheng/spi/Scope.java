package zhicheng.spi;

import java.util.List;
import java.util.Optional;

/** To whom a window, committee or rule applies: a union of parts, each a set of series, specialties, levels and review categories, any of which may be "all". */
public record Scope(List<Part> parts) {

    /** One part; an empty list means "all"; {@code notCategories} and {@code notSpecialties} are left out of "all". */
    public record Part(List<String> series, List<String> specialties, List<String> notSpecialties,
                       List<Level> levels, List<String> categories, List<String> notCategories) {

        public static Part all() {
            return new Part(List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
        }

        public static Part series(String... codes) {
            return new Part(List.of(codes), List.of(), List.of(), List.of(), List.of(), List.of());
        }

        public Part specialties(String... names) {
            return new Part(series, List.of(names), notSpecialties, levels, categories, notCategories);
        }

        public Part notSpecialties(String... names) {
            return new Part(series, specialties, List.of(names), levels, categories, notCategories);
        }

        public Part levels(Level... some) {
            return new Part(series, specialties, notSpecialties, List.of(some), categories, notCategories);
        }

        public Part categories(String... some) {
            return new Part(series, specialties, notSpecialties, levels, List.of(some), notCategories);
        }

        public Part notCategories(String... some) {
            return new Part(series, specialties, notSpecialties, levels, categories, List.of(some));
        }

        /** Whether the claim lies in this part: empty when that hangs on a specialty or level that the claim does not name. */
        private Optional<Boolean> covers(Claim claim) {
            if (!series.isEmpty() && !series.contains(claim.series())) return Optional.of(false);
            if (!categories.isEmpty() && !categories.contains(claim.category()) || notCategories.contains(claim.category())) return Optional.of(false);
            if (claim.level().isPresent() && !levels.isEmpty() && !levels.contains(claim.level().get())) return Optional.of(false);
            if (claim.specialty().isPresent() && (!specialties.isEmpty() && !specialties.contains(claim.specialty().get())
                    || notSpecialties.contains(claim.specialty().get()))) return Optional.of(false);
            var levelOpen = claim.level().isEmpty() && !levels.isEmpty();
            var specialtyOpen = claim.specialty().isEmpty() && (!specialties.isEmpty() || !notSpecialties.isEmpty());
            return levelOpen || specialtyOpen ? Optional.empty() : Optional.of(true);
        }
    }

    public static Scope all() {
        return new Scope(List.of(Part.all()));
    }

    public static Scope of(Part... parts) {
        return new Scope(List.of(parts));
    }

    /** Whether the claim lies in this scope: empty when that hangs on a specialty or level that the claim does not name. */
    public Optional<Boolean> covers(Claim claim) {
        var open = false;
        for (var part : parts) {
            var covered = part.covers(claim);
            if (covered.isEmpty()) open = true;
            else if (covered.get()) return covered;
        }
        return open ? Optional.empty() : Optional.of(false);
    }
}
