package zhicheng.spi;

import java.net.URI;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a notice says of one concern: the thing itself, that it asks for none, that another body announces it, or nothing.
 * Silence is neither leave nor ban: what a notice does not mention follows earlier and higher rules (B24-end, B23-end, J24-4.3, X24-end).
 */
public sealed interface Said<T> {

    /** The notice says it. */
    record Says<T>(T fact) implements Said<T> {}

    /** The notices ask for none; {@code said} is the sentence shown to an applicant. */
    record NotAsked<T>(Text said) implements Said<T> {}

    /** The notice leaves it to another body or document. It is never guessed. */
    record AnnouncedElsewhere<T>(Clause clause, Text byWhom, Optional<URI> link) implements Said<T> {}

    /** The notice is silent; {@code clause} where one comes near the concern without settling it. */
    record NotSaid<T>(Text said, Optional<Clause> clause) implements Said<T> {}

    /** The region was built before this concern was part of the contract ({@code since}); judged as <em>cannot tell</em>. */
    record NotSaidSince<T>(String since) implements Said<T> {}

    static <T> Said<T> says(T value) { return new Says<>(value); }

    static <T> Said<T> notAsked(Text said) { return new NotAsked<>(said); }

    static <T> Said<T> elsewhere(Clause clause, Text byWhom, URI link) { return new AnnouncedElsewhere<>(clause, byWhom, Optional.ofNullable(link)); }

    static <T> Said<T> notSaid(Text said) { return new NotSaid<>(said, Optional.empty()); }

    /** The notice does not settle the concern, though {@code near} speaks of it. */
    static <T> Said<T> notSaid(Clause near, Text said) { return new NotSaid<>(said, Optional.of(near)); }

    static <T> Said<T> notSaidSince(String since) { return new NotSaidSince<>(since); }

    /** The value where the notice says it, empty in every other case. */
    default Optional<T> value() {
        return this instanceof Says<T>(var fact) ? Optional.of(fact) : Optional.empty();
    }

    /** {@code of} applied to the value where the notice says it, {@code otherwise} in every other case. */
    default <R> R either(Function<T, R> of, R otherwise) {
        return value().map(of).orElse(otherwise);
    }
}
