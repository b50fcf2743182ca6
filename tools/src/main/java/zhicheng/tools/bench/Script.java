package zhicheng.tools.bench;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import zhicheng.server.read.Question;

/**
 * A script of pgbench: each statement in the messages of the server, begin, settings, statement, commit sent in one go. A value that is the same in all
 * cases is bound as it is; one that differs is taken, inside the statement, from a constant array by the number that was drawn, and an id made from
 * its number: under a microsecond that the server's statement does not have.
 *
 * @param text the script
 * @param constants what is bound, by name
 */
record Script(String text, Map<String, String> constants) {
    private static final Pattern PARAMETER = Pattern.compile("\\$(\\d+)");
    private static final Pattern NAMED = Pattern.compile("\\{(\\w+)\\}");
    private static final Pattern LITERAL = Pattern.compile("'(?:[^']|'')*'");
    private static final String NUMBER = "(md5(:i::text)::uuid)";

    /** The statements that the server sends. @param cases of each case its questions, in order; one where an id is drawn */
    static Script compiled(Question settings, List<List<Question>> cases, Object drawn, int numbers) {
        var constants = new LinkedHashMap<String, String>();
        var text = new StringBuilder(head(cases.size(), numbers));
        for (var place = 0; place < cases.getFirst().size(); place++) {
            var at = place;
            var statements = cases.stream().map(one -> one.get(at)).toList();
            if (statements.stream().map(Question::text).distinct().count() != 1) throw new IllegalStateException("the cases of a shape are different statements");
            var statement = filled(PARAMETER, statements.getFirst().text(), name -> {
                var number = Integer.parseInt(name) - 1;
                var values = statements.stream().map(one -> one.values().get(number)).toList();
                return values.getFirst().equals(drawn) ? NUMBER : expression("q" + at + "_" + name, values, constants);
            });
            text.append(transaction(settings, statement, constants));
        }
        return new Script(text.toString(), constants);
    }

    /** A statement that was written by hand. @param cases variables by name */
    static Script byHand(Question settings, String statement, List<Map<String, Object>> cases, int numbers) {
        var constants = new LinkedHashMap<String, String>();
        var filled = filled(NAMED, statement, name -> name.equals("id") && numbers > 0 ? NUMBER
                : expression("v_" + name, cases.stream().map(one -> one.get(name)).toList(), constants));
        return new Script(head(cases.size(), numbers) + transaction(settings, filled, constants), constants);
    }

    private static String head(int cases, int numbers) {
        return numbers > 0 ? "\\set i random(1, %d)\n".formatted(numbers) : "\\set k random(1, %d)\n".formatted(cases);
    }

    private static String transaction(Question settings, String statement, Map<String, String> constants) {
        var set = filled(PARAMETER, settings.text(), name -> expression("s" + name, List.of(settings.values().get(Integer.parseInt(name) - 1)), constants));
        return "\\startpipeline\nbegin read only;\n%s;\n%s;\ncommit;\n\\endpipeline\n".formatted(set, statement);
    }

    private static String filled(Pattern places, String text, java.util.function.UnaryOperator<String> by) {
        return places.matcher(withoutColons(text)).replaceAll(found -> Matcher.quoteReplacement(by.apply(found.group(1))));
    }

    /** Inside a literal too, pgbench takes a colon and a word for a variable. */
    private static String withoutColons(String text) {
        return LITERAL.matcher(text).replaceAll(found -> Matcher.quoteReplacement(
                found.group().matches("(?s).*:\\w.*") ? "E" + found.group().replace("\\", "\\\\").replace(":", "\\x3a") : found.group()));
    }

    private static String expression(String name, List<?> values, Map<String, String> constants) {
        var texts = values.stream().map(Script::text).toList();
        if (texts.stream().distinct().count() > 1)
            return "('%s'::%s[])[:k]".formatted(array(texts).replace("'", "''"), type(values.getFirst())).replaceFirst("^", "(").concat(")");
        if (texts.getFirst().isEmpty()) return "''"; // pgbench binds nothing that is empty
        constants.put(name, texts.getFirst());
        return ":" + name;
    }

    /** As PostgreSQL reads it. */
    static String text(Object value) {
        return switch (value) {
            case Object[] many -> array(IntStream.range(0, many.length).mapToObj((IntFunction<String>) place -> text(many[place])).toList());
            default -> value.toString();
        };
    }

    private static String array(List<String> texts) {
        return texts.stream().map(one -> "\"" + one.replace("\\", "\\\\").replace("\"", "\\\"") + "\"").collect(Collectors.joining(",", "{", "}"));
    }

    private static String type(Object value) {
        return switch (value) {
            case UUID _ -> "uuid";
            case Integer _ -> "integer";
            case Long _ -> "bigint";
            case Boolean _ -> "boolean";
            case LocalDate _ -> "date";
            case OffsetDateTime _ -> "timestamptz";
            case String _ -> "text";
            default -> throw new IllegalStateException("no list of " + value.getClass());
        };
    }

    /** The statement written by hand, for one case. */
    static String settled(String statement, Map<String, Object> values) {
        return NAMED.matcher(statement).replaceAll(found -> Matcher.quoteReplacement(literal(values.get(found.group(1)))));
    }

    static String literal(Object value) {
        return "'" + text(value).replace("'", "''") + "'";
    }

    static List<String> literals(Question question) {
        var literals = new ArrayList<String>();
        for (var value : question.values()) literals.add(literal(value));
        return literals;
    }
}
