package zhicheng.spi;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Everything that an edition states, flattened into lines {@code path = value} in the order in which the edition states it, each under its clause:
 * {@code calendar.health.application.when.from = 2024-09-16T08:00+08:00 (B24-annex1)}.
 * The lines are what is hashed when a dossier is pinned (but for {@link Edition#chain}, {@link Edition#accountPolicy} and {@link Edition#dispositions}), what a case table holds against the notice, and where a clause is found again.
 * A list element is named by its {@code id} where it has one, by its place otherwise; functions are left out; a concern that the region
 * was built before is left out, so that its hash stays.
 */
public record FactSheet(List<Line> lines) {

    /** One fact; {@code clause} empty only for what needs none, such as the edition's own year and number. */
    public record Line(String path, String value, Optional<Clause> clause) {
        @Override
        public String toString() {
            return path + " = " + value + clause.map(c -> " (" + c + ")").orElse("");
        }
    }

    /** What judges no dossier: the way that it goes, how people come in, what is noted against them, what its rules on nominations rest on, what a transfer uses up, how posts are counted, by what letter a review is entrusted, and what of a clause is left to people or to later. It may be said anew without a new edition. */
    private static final List<String> NOT_JUDGED_BY = List.of("chain.", "accountPolicy.", "integrity.", "nominations.", "reuse.", "posts.", "entrustment.", "dispositions.");

    public static FactSheet of(Edition edition) {
        var lines = new ArrayList<Line>();
        put(lines, "year", edition.year(), null);
        put(lines, "edition", edition.number(), null);
        put(lines, "notices", edition.notices(), null);
        put(lines, "calendar", edition.calendar(), null);
        put(lines, "contacts", edition.contacts(), null);
        put(lines, "channels", edition.channels(), null);
        put(lines, "categories", edition.categories(), null);
        put(lines, "forms", edition.forms(), null);
        put(lines, "capabilityTest", edition.capabilityTest(), null);
        put(lines, "continuingEducation", edition.continuingEducation(), null);
        put(lines, "yearsOfService", edition.yearsOfService(), null);
        put(lines, "transfer", edition.transfer(), null);
        put(lines, "recognition", edition.recognition(), null);
        put(lines, "conditions", edition.conditions(), null);
        put(lines, "accounts", edition.accounts(), null);
        put(lines, "publications", edition.publications(), null);
        put(lines, "returns", edition.returns(), null);
        put(lines, "payment", edition.payment(), null);
        put(lines, "pledge", edition.pledge(), null);
        put(lines, "exclusive", edition.exclusive(), null);
        put(lines, "committees", edition.committees(), null);
        put(lines, "review", edition.review(), null);
        put(lines, "provisions", edition.provisions(), null);
        put(lines, "series", edition.series(), null);
        put(lines, "questions", edition.questions(), null);
        put(lines, "rules", edition.rules(), null);
        put(lines, "dispositions", edition.dispositions(), null);
        put(lines, "responsibilities", edition.responsibilities(), null);
        put(lines, "chain", edition.chain(), null);
        put(lines, "accountPolicy", edition.accountPolicy(), null);
        put(lines, "integrity", edition.integrity(), null);
        put(lines, "nominations", edition.nominations(), null);
        put(lines, "reuse", edition.reuse(), null);
        put(lines, "posts", edition.posts(), null);
        put(lines, "entrustment", edition.entrustment(), null);
        put(lines, "evidence", edition.evidence(), null);
        return new FactSheet(List.copyOf(lines));
    }

    /**
     * SHA-256 over all lines by which a case is judged, hex. The way that a dossier goes ({@link Edition#chain}), how accounts are made
     * ({@link Edition#accountPolicy}), what is noted of honesty ({@link Edition#integrity}), by what nominations are counted ({@link Edition#nominations}), what a transfer uses up ({@link Edition#reuse}), how posts are counted ({@link Edition#posts}), by what letter a review is entrusted ({@link Edition#entrustment}) and what this software does of a clause ({@link Edition#dispositions}) are
     * not among them: what was pinned stays pinned when they are stated anew.
     */
    public String hash() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var line : lines)
                if (NOT_JUDGED_BY.stream().noneMatch(line.path::startsWith)) digest.update((line + "\n").getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The lines at {@code path} and below it. */
    public List<Line> under(String path) {
        return lines.stream().filter(line -> line.path.equals(path) || line.path.startsWith(path + ".")).toList();
    }

    /** The same sheet with every line of {@code clause} taken out. */
    public FactSheet without(Clause clause) {
        return new FactSheet(lines.stream().filter(line -> line.clause.isEmpty() || !line.clause.get().equals(clause)).toList());
    }

    private static void put(List<Line> lines, String path, Object value, Clause clause) {
        switch (value) {
            case null -> throw new IllegalArgumentException(path + " is null");
            case Said.Says<?>(var fact) -> put(lines, path, fact, clause);
            case Said.NotAsked<?>(var said) -> put(lines, path + ".notAsked", said, clause);
            case Said.NotSaid<?>(var said, var near) -> put(lines, path + ".notSaid", said, near.orElse(clause));
            case Said.NotSaidSince<?> since -> { }
            case Said.AnnouncedElsewhere<?> elsewhere -> parts(lines, path + ".announcedElsewhere", elsewhere, elsewhere.clause());
            case Optional<?> maybe -> maybe.ifPresent(one -> put(lines, path, one, clause));
            case Clause named -> lines.add(new Line(path, named.id(), Optional.of(named)));
            case Rule.Judge judge -> { }
            case Calendar calendar -> put(lines, path, calendar.windows(), clause);
            case Instant instant -> lines.add(new Line(path, instant.atZone(When.CHINA).toOffsetDateTime().toString(), Optional.ofNullable(clause)));
            case Collection<?> many -> {
                var place = 0;
                for (var one : many) put(lines, path + "." + name(one, place++), one, clause);
            }
            case Record record -> parts(lines, path, record, clauseOf(record, clause));
            default -> lines.add(new Line(path, value.toString(), Optional.ofNullable(clause)));
        }
    }

    private static void parts(List<Line> lines, String path, Record record, Clause clause) {
        if (record instanceof When) lines.add(new Line(path, record.getClass().getSimpleName(), Optional.ofNullable(clause)));
        for (var part : record.getClass().getRecordComponents())
            if (!part.getName().equals("id")) put(lines, path + "." + part.getName(), read(record, part), clause);
    }

    private static Clause clauseOf(Record record, Clause enclosing) {
        return Arrays.stream(record.getClass().getRecordComponents())
                .filter(part -> part.getName().equals("clause"))
                .map(part -> switch (read(record, part)) {
                    case Clause clause -> clause;
                    case Optional<?> maybe when maybe.isPresent() && maybe.get() instanceof Clause clause -> clause;
                    case null, default -> enclosing;
                })
                .filter(Objects::nonNull)
                .findFirst().orElse(enclosing);
    }

    private static String name(Object one, int place) {
        if (one instanceof Series series) return series.code();
        if (!(one instanceof Record record)) return String.valueOf(place);
        return Arrays.stream(record.getClass().getRecordComponents())
                .filter(part -> part.getName().equals("id"))
                .map(part -> (String) read(record, part))
                .findFirst().orElse(String.valueOf(place));
    }

    private static Object read(Record record, RecordComponent part) {
        try {
            var accessor = part.getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(record);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(e);
        }
    }
}
