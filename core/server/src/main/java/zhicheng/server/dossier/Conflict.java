package zhicheng.server.dossier;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import zhicheng.server.eligibility.Finding;
import zhicheng.server.trail.Json;
import zhicheng.spi.Text;

/** Two tabs (版本冲突): what stands there now beside what one of them sends, where the two differ, so that neither overwrites the other. */
final class Conflict {
    private Conflict() {}

    /**
     * The finding that shows both.
     *
     * @param given the version that he had before him; null: he names none
     * @param now by name what stands there, as far as he sends it; a {@link Text} is shown in its language
     * @param his by the same names what he sends; a name that one of the two does not have is told by the other alone
     */
    static Finding of(String code, Integer given, int current, Map<String, ?> now, Map<String, ?> his) {
        var names = new TreeSet<String>(now.keySet());
        names.addAll(his.keySet());
        names.removeIf(name -> json(now.get(name)).equals(json(his.get(name))));
        var version = version(given);
        if (names.isEmpty())
            return Finding.refusal(code, null, Text.of("基于最新版本修改：第 " + current + " 版", "based on the latest version, " + current), version, "input.version")
                    .remedy(Text.of("重新读取后再操作", "read it again, then repeat"), null);
        return Finding.refusal(code, null, Text.of("第 " + current + " 版：" + shown(names, now, his, Text::zh), "version " + current + ": " + shown(names, now, his, Text::en)),
                Text.of(version.zh() + "：" + shown(names, his, now, Text::zh), version.en() + ": " + shown(names, his, now, Text::en)), "input.version")
                .remedy(Text.of("两处有别：" + String.join("、", names) + "；重新读取后再操作", "the two differ in " + String.join(", ", names) + ": read it again, then repeat"), null);
    }

    /** A version, or that none is named, for people. */
    static Text version(Integer given) {
        return given == null ? Text.of("未给出版本", "no version") : Text.of("第 " + given + " 版", "version " + given);
    }

    /** The same of a dossier. */
    static Finding ofDossier(int given, int current, Map<String, ?> now, Map<String, ?> his) {
        return of("dossier.version", given, current, now, his);
    }

    private static String shown(Collection<String> names, Map<String, ?> these, Map<String, ?> those, Function<Text, String> language) {
        return names.stream().map(name -> name + "=" + Finding.cut(words(only(these.get(name), those.get(name)), language))).collect(Collectors.joining("; "));
    }

    /** Of a list what the other one has not; all of it where that is nothing in either: they stand in another order. */
    private static Object only(Object one, Object other) {
        if (!(one instanceof List<?> list) || !(other instanceof List<?> others)) return one;
        return without(list, others).isEmpty() && without(others, list).isEmpty() ? one : without(list, others);
    }

    private static List<Object> without(List<?> list, List<?> others) {
        var known = others.stream().map(Conflict::json).collect(Collectors.toSet());
        var left = new ArrayList<Object>(list);
        left.removeIf(one -> known.contains(json(one)));
        return left;
    }

    private static String words(Object value, Function<Text, String> language) {
        return switch (value) {
            case null -> "–";
            case String text -> text;
            case Text text -> language.apply(text);
            case List<?> list when list.isEmpty() -> "–";
            case List<?> list -> list.stream().map(one -> words(one, language)).collect(Collectors.joining(", "));
            default -> json(value);
        };
    }

    /** One value in one spelling, whatever it is. */
    private static String json(Object value) {
        var list = Json.text(Collections.singletonList(value));
        return list.substring(1, list.length() - 1);
    }
}
