package zhicheng.server.read;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A piece of a statement and the values bound in it. Text comes from the code and from the catalogue of nouns, never from a request;
 * whatever a request brings is a {@link #value}.
 */
record Sql(String text, List<Object> values) {
    private static final Pattern NAME = Pattern.compile("[#_A-Za-z][_0-9A-Za-z]*");

    /** PostgreSQL counts the values of a statement in 16 bits, and not everything on the way there knows that they have no sign. */
    static final int MOST_VALUES = Short.MAX_VALUE;
    /** In characters: a condition without a value is written as often as one with it, for each part of an explanation that it stands in. */
    static final int LONGEST = 1_000_000;

    static final Sql ALL = of("true");
    static final Sql NONE = of("false");

    /** @throws ReadRefused where it has more values than a statement may, or is longer, as soon as it is */
    Sql {
        if (values.size() > MOST_VALUES) throw tooLarge(MOST_VALUES, "values");
        if (text.length() > LONGEST) throw tooLarge(LONGEST, "characters");
    }

    private static ReadRefused tooLarge(int most, String what) {
        return new ReadRefused(ReadRefused.Why.TOO_LARGE, "a statement for this would have more than %d %s, which is more than one may: ask with fewer conditions within not, and, or, for the parts of an explanation once, or in several requests"
                .formatted(most, what));
    }

    /** Text with {@code {}} where the parts go, in their order; a part of several lines is indented as the place where it goes. */
    static Sql of(String template, Sql... parts) {
        var text = new StringBuilder();
        var values = new ArrayList<>();
        var from = 0;
        for (var part : parts) {
            var at = template.indexOf("{}", from);
            if (at < 0) throw new IllegalArgumentException("more parts than places: " + template);
            text.append(template, from, at);
            text.append(part.text.replace("\n", "\n" + indent(text)));
            values.addAll(part.values);
            from = at + 2;
        }
        if (template.indexOf("{}", from) >= 0) throw new IllegalArgumentException("more places than parts: " + template);
        return new Sql(text.append(template, from, template.length()).toString(), List.copyOf(values));
    }

    private static String indent(StringBuilder before) {
        var line = before.substring(before.lastIndexOf("\n") + 1);
        return line.substring(0, line.length() - line.stripLeading().length());
    }

    /** @param value what can be bound, or {@link Given} */
    static Sql value(Object value) {
        return new Sql("?", List.of(value));
    }

    /** A value that comes as text, such as a key out of a cursor. */
    static Sql text(Object value, Scalar as) {
        return new Sql("?::text::" + as.type(), List.of(value));
    }

    /** As PostgreSQL's own protocol has it: {@code $1}, {@code $2} and so on in place of the question marks. */
    String numbered() {
        var numbered = new StringBuilder();
        var number = 0;
        for (var at = 0; at < text.length(); at++)
            if (text.charAt(at) == '?') numbered.append('$').append(++number);
            else numbered.append(text.charAt(at));
        if (number != values.size()) throw new IllegalStateException(number + " places, " + values.size() + " values: " + text);
        return numbered.toString();
    }

    static Sql join(String between, Collection<Sql> parts) {
        return new Sql(parts.stream().map(Sql::text).collect(Collectors.joining(between)),
                parts.stream().flatMap(part -> part.values.stream()).toList());
    }

    /** All of them; none given: all rows. */
    static Sql and(Collection<Sql> parts) {
        var said = parts.stream().filter(part -> !part.equals(ALL)).toList();
        if (said.isEmpty()) return ALL;
        return said.size() == 1 ? said.getFirst() : of("({})", join(" and ", said));
    }

    static Sql and(Sql... parts) {
        return and(List.of(parts));
    }

    /** Any of them; none given: no row. */
    static Sql or(Collection<Sql> parts) {
        if (parts.isEmpty()) return NONE;
        return parts.size() == 1 ? parts.iterator().next() : of("({})", join(" or ", parts));
    }

    /** A string of the code's own, such as the name of a key in the answer. GraphQL names have no quotes in them, and this holds it. */
    static Sql literal(String word) {
        if (!NAME.matcher(word).matches()) throw new IllegalArgumentException("not a name: " + word);
        return of("'" + word + "'");
    }
}
