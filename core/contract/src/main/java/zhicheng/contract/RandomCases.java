package zhicheng.contract;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import zhicheng.spi.Case;
import zhicheng.spi.Channel;
import zhicheng.spi.Claim;
import zhicheng.spi.Edition;
import zhicheng.spi.Level;
import zhicheng.spi.Question;
import zhicheng.spi.Region;
import zhicheng.spi.Scope;
import zhicheng.spi.When;

/**
 * Cases of which more or less is known, the same ones each time for the same region, edition and seed: any claim that the edition knows, and values
 * near the ones at which rules turn (the region's own places, documents, channels and specialties, days around the year).
 */
final class RandomCases {
    private final Random random;
    private final Edition edition;
    private final List<String> series;
    private final List<String> categories;
    private final List<String> channels;
    private final List<String> specialties;
    private final List<String> documents;
    private final List<String> areas;

    RandomCases(Region region, Edition edition, int seed) {
        this.random = new Random(31L * (31L * region.id().hashCode() + edition.year()) + seed);
        this.edition = edition;
        this.series = Checks.seriesOf(edition).stream().sorted().toList();
        this.categories = Checks.categoriesOf(edition).stream().sorted().toList();
        this.channels = edition.channels().value().orElse(List.of()).stream().map(Channel::id).toList();
        this.specialties = Stream.concat(Stream.of("建筑工程", "机械工程"), edition.calendar().value().stream()
                .flatMap(calendar -> calendar.windows().stream()).flatMap(window -> window.scope().parts().stream()).flatMap(RandomCases::specialties)).distinct().toList();
        this.documents = Stream.concat(Stream.of("没有这样的文件"), edition.capabilityTest().value().stream().flatMap(test -> test.exemptBy().stream())).toList();
        this.areas = Stream.concat(Stream.of(region.areaCode(), region.areaCode().substring(0, 2) + "0000", "110000", "310000", "421200", "520500", "620200"),
                edition.recognition().value().orElse(List.of()).stream().flatMap(one -> one.from().stream())).distinct().toList();
    }

    private static Stream<String> specialties(Scope.Part part) {
        return Stream.concat(part.specialties().stream(), part.notSpecialties().stream());
    }

    /** Noon of June 1st, in China. */
    static Instant noon(int year) {
        return LocalDate.of(year, 6, 1).atTime(12, 0).atZone(When.CHINA).toInstant();
    }

    /** One case, and the same with everything told. */
    record Made(Case one, Set<String> told, Case whole) {}

    Made next() {
        var whole = new Claim(edition.year(), any(series), Optional.of(any(specialties)), Optional.of(level()), any(categories),
                channels.isEmpty() ? Optional.empty() : Optional.of(any(channels)));
        var claim = new Claim(whole.year(), whole.series(), told(whole.specialty()), told(whole.level()), whole.category(), told(whole.channel()));
        var everything = new HashMap<String, Object>();
        Case.PATHS.keySet().stream().sorted().forEach(path -> everything.put(path, value(path, whole)));
        for (var question : edition.questions()) everything.put("answers." + question.id(), answer(question));
        var share = random.nextDouble();
        var known = new HashMap<String, Object>();
        everything.keySet().stream().sorted().filter(path -> random.nextDouble() < share).forEach(path -> known.put(path, everything.get(path)));
        var paths = new HashSet<>(known.keySet());
        if (claim.specialty().isPresent()) paths.add("claim.specialty");
        if (claim.level().isPresent()) paths.add("claim.level");
        if (claim.channel().isPresent()) paths.add("claim.channel");
        var at = day().atTime(random.nextInt(24), random.nextInt(60)).atZone(When.CHINA).toInstant();
        return new Made(Case.of(at, claim, known), Set.copyOf(paths), Case.of(at, whole, everything));
    }

    private <T> Optional<T> told(Optional<T> value) {
        return value.filter(one -> random.nextInt(4) > 0);
    }

    private Object value(String path, Claim claim) {
        return switch (path) {
            case "birthDate" -> LocalDate.of(edition.year() - 18 - random.nextInt(55), 1 + random.nextInt(12), 1 + random.nextInt(28));
            case "residence" -> any(Case.Residence.values());
            case "employment" -> any(Case.Employment.values());
            case "secrecy" -> any(Case.Secrecy.values());
            case "workplace", "hukou" -> any(areas);
            case "degrees" -> some(() -> new Case.Degree(any("博士", "硕士", "本科", "大专", "中专"), maybe(this::longAgo)));
            case "titles" -> some(() -> new Case.Title(random.nextBoolean() ? claim.series() : any(series), maybe(() -> any(specialties)), level(),
                    maybe(this::longAgo), maybe(() -> any(areas)), maybe(() -> random.nextInt(37))));
            case "hours" -> hours();
            case "assessments" -> IntStream.range(edition.year() - 6, edition.year()).filter(year -> random.nextBoolean())
                    .mapToObj(year -> new Case.Assessment(year, any("优秀", "合格", "基本合格", "不合格"))).toList();
            case "testPasses" -> some(() -> new Case.TestPass(claim.specialty().filter(same -> random.nextBoolean()).orElseGet(() -> any(specialties)),
                    claim.level().filter(same -> random.nextBoolean()).orElseGet(this::level), maybe(this::longAgo)));
            case "achievements" -> some(() -> new Case.Achievement(any(Case.AchievementKind.values()), maybe(this::longAgo)));
            case "testExemptions" -> some(() -> any(documents));
            case "sanctions" -> some(this::sanction);
            case "otherApplications" -> some(() -> new Claim(edition.year(), random.nextBoolean() ? claim.series() : any(series), maybe(() -> any(specialties)),
                    maybe(this::level), any(categories), Optional.empty()));
            default -> random.nextBoolean();
        };
    }

    private List<Case.Hours> hours() {
        return IntStream.rangeClosed(edition.year() - 5, edition.year()).filter(year -> random.nextInt(4) > 0).mapToObj(year -> {
            var total = any(0, 449, 450, 899, 900, 901, random.nextInt(2000));
            return new Case.Hours(year, total, maybe(() -> any(0, total * 2 / 3, total)), maybe(() -> any(areas)));
        }).toList();
    }

    private Case.Sanction sanction() {
        var from = day();
        return new Case.Sanction(any(Case.SanctionKind.values()), from, maybe(() -> from.plusDays(1 + random.nextInt(1200))), maybe(() -> any(areas)));
    }

    private String answer(Question question) {
        return switch (question.kind()) {
            case YES_NO -> String.valueOf(random.nextBoolean());
            case DATE -> day().toString();
            case NUMBER -> String.valueOf(any(0, 1, 2, 3, random.nextInt(1000)));
            case TEXT -> any("", "有", "无", "说不清");
        };
    }

    private LocalDate day() {
        return LocalDate.of(edition.year() - 1, 1, 1).plusDays(random.nextInt(3 * 365));
    }

    private LocalDate longAgo() {
        return LocalDate.of(edition.year() - random.nextInt(20), 1 + random.nextInt(12), 1 + random.nextInt(28));
    }

    private Level level() {
        return any(Level.values());
    }

    private <T> Optional<T> maybe(Supplier<T> value) {
        return random.nextInt(4) == 0 ? Optional.empty() : Optional.of(value.get());
    }

    private <T> List<T> some(Supplier<T> value) {
        return IntStream.range(0, random.nextInt(3)).mapToObj(i -> value.get()).toList();
    }

    private <T> T any(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    @SafeVarargs
    private <T> T any(T... values) {
        return values[random.nextInt(values.length)];
    }
}
