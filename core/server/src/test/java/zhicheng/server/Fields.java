package zhicheng.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import zhicheng.server.World.Caller;

/**
 * One field of the API, asked for by its path and brought as text: {@code calendar.windows[id=application].until}. An element of a list is named by one of
 * its own fields or by its place ({@code [0]}); {@code #} after a list is how many it has; several values stand with {@code ;} between them.
 */
final class Fields {
    private Fields() {}

    /** What the public is told at {@code path} below the root field {@code root}, e.g. {@code region(code: "xianning")}; "null" where there is nothing. */
    static String of(World world, String root, String path) {
        var steps = new ArrayList<Step>();
        for (var step : path.split("\\.(?![^\\[]*\\])")) steps.add(Step.of(step));
        var reply = world.ask(Caller.PUBLIC, "{ it: " + root + " { " + selection(steps) + " } }", Map.of());
        assertEquals(200, reply.status(), () -> reply.body().toString());
        assertNull(reply.body().get("errors"), () -> path + ": " + reply.body().get("errors"));
        Object value = reply.at("data", "it");
        for (var step : steps) value = step.in(value);
        return value instanceof List<?> many ? many.stream().map(String::valueOf).collect(Collectors.joining(";")) : String.valueOf(value);
    }

    private static String selection(List<Step> steps) {
        var text = new StringBuilder();
        for (var step : steps) text.append(text.isEmpty() ? "" : " { ").append(step.field).append(step.arguments);
        for (var place = 1; place < steps.size(); place++) {
            var key = steps.get(steps.size() - 1 - place).key;
            text.append(key == null ? "" : " " + key).append(" }");
        }
        return text.toString();
    }

    private record Step(String field, String arguments, String key, String value) {
        static Step of(String text) {
            var bracket = text.indexOf('[');
            var choice = bracket < 0 ? null : text.substring(bracket + 1, text.length() - 1);
            var rest = bracket < 0 ? text : text.substring(0, bracket);
            var count = rest.endsWith("#");
            if (count) rest = rest.substring(0, rest.length() - 1);
            var round = rest.indexOf('(');
            var field = round < 0 ? rest : rest.substring(0, round);
            var arguments = round < 0 ? "" : rest.substring(round);
            if (count) return new Step(field, arguments + " { __typename }", null, "#");
            if (choice == null || choice.matches("\\d+")) return new Step(field, arguments, null, choice);
            return new Step(field, arguments, choice.substring(0, choice.indexOf('=')), choice.substring(choice.indexOf('=') + 1));
        }

        Object in(Object value) {
            if (value == null) return null;
            var found = ((Map<?, ?>) value).get(field);
            if (this.value == null || found == null) return found;
            var many = (List<?>) found;
            if (this.value.equals("#")) return many.size();
            if (key == null) return many.get(Integer.parseInt(this.value));
            return many.stream().filter(one -> this.value.equals(String.valueOf(((Map<?, ?>) one).get(key)))).findFirst().orElse(null);
        }
    }
}
