package zhicheng.spi;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Of several kinds of results so many are to be shown (成果“多选”, k of n; B23-2.1): counted over the achievements that a dossier picked. A rule of a region judges by
 * {@link #judge}. A kind counts once, however many of it there are. Since 1.3.
 *
 * @param scope whom it concerns
 * @param atLeast how many of the kinds; where the notice leaves the number to others or is silent on it, nothing is refused for want of one
 * @param of the kinds to choose from
 */
public record Choice(Scope scope, Text what, Said<Integer> atLeast, List<Option> of) {
    public Choice {
        if (of.isEmpty() || of.stream().flatMap(one -> one.kinds.stream()).distinct().count() < of.stream().mapToInt(one -> one.kinds.size()).sum())
            throw new IllegalArgumentException("a choice is of one option at least, and a kind of achievement stands in one of them: " + of);
        if (atLeast.value().filter(number -> number < 1 || number > of.size()).isPresent())
            throw new IllegalArgumentException("a choice of " + of.size() + " options cannot ask for " + atLeast.value().get());
    }

    public static Choice of(Scope scope, Text what, Said<Integer> atLeast, List<Option> of) {
        return new Choice(scope, what, atLeast, List.copyOf(of));
    }

    /**
     * One thing that can be chosen.
     *
     * @param kinds any of these shows it
     * @param judged whether people look at what is in it before it counts
     */
    public record Option(Text name, List<Case.AchievementKind> kinds, boolean judged) {
        public Option {
            if (kinds.isEmpty()) throw new IllegalArgumentException("an option of a choice is shown by one kind of achievement at least: " + name);
        }

        /** That there is one is enough. */
        public static Option of(Text name, Case.AchievementKind... kinds) {
            return new Option(name, List.of(kinds), false);
        }

        /** One kind of achievement, by its own name. */
        public static Option of(Case.AchievementKind kind) {
            return of(kind.label(), kind);
        }

        /** Whether it counts hangs on what is in it, which no software reads. */
        public Option judgedByPeople() {
            return new Option(name, kinds, true);
        }

        private boolean isAmong(List<Case.Achievement> picked) {
            return picked.stream().map(Case.Achievement::kind).anyMatch(kinds::contains);
        }
    }

    /** Satisfied with enough that surely counts; failed where even all that people may count is too little, with what would do; otherwise cannot tell. */
    public Verdict judge(Case one) {
        var covers = scope.covers(one.claim());
        if (covers.isEmpty())
            return Verdict.missing(what, Stream.of("claim.specialty", "claim.level").filter(path -> path.endsWith("level") ? one.claim().level().isEmpty() : one.claim().specialty().isEmpty()).toArray(String[]::new));
        if (!covers.get()) return Verdict.satisfied(what, Text.of("不涉及所申报的职称", "does not concern the title applied for"));
        if (one.achievements().isEmpty()) return atLeast.value().isPresent() ? Verdict.missing(what, "achievements") : Verdict.open(what, unsaid());
        var picked = one.achievements().get();
        var there = of.stream().filter(option -> option.isAmong(picked)).toList();
        var wanting = of.stream().filter(option -> !there.contains(option)).toList();
        var shown = Text.of("已选入：" + names(there, Text::zh, "、", "无") + "；未选入：" + names(wanting, Text::zh, "、", "无"),
                "there: " + names(there, Text::en, ", ", "none") + "; not there: " + names(wanting, Text::en, ", ", "none"));
        var asked = atLeast.value();
        if (asked.isEmpty()) return Verdict.open(what, and(shown, unsaid()));
        var least = asked.get();
        if (there.stream().filter(option -> !option.judged).count() >= least) return Verdict.satisfied(what, shown);
        if (there.size() >= least) return Verdict.open(what, and(shown, Text.of("其内容是否符合要求由评审专家判断", "whether what is in them will do is for the experts")));
        var more = least - there.size();
        return Verdict.failed(what, shown).at("achievements").remedy(Text.of("再选入以下成果中的" + more + "类：" + names(wanting, Text::zh, "、", "无"),
                "pick " + more + " more of these kinds: " + names(wanting, Text::en, ", ", "none")));
    }

    /** Why no number is asked for. */
    private Text unsaid() {
        return switch (atLeast) {
            case Said.Says<Integer>(var number) -> Text.of(number + "类", number + " kinds");
            case Said.NotAsked<Integer>(var said) -> said;
            case Said.NotSaid<Integer>(var said, _) -> said;
            case Said.AnnouncedElsewhere<Integer> elsewhere -> elsewhere.byWhom();
            case Said.NotSaidSince<Integer> _ -> Text.of("未说明须几类", "how many is not said");
        };
    }

    private static Text and(Text shown, Text more) {
        return Text.of(shown.zh() + "；" + more.zh(), shown.en() + "; " + more.en());
    }

    private static String names(List<Option> options, Function<Text, String> in, String between, String none) {
        return options.isEmpty() ? none : options.stream().map(Option::name).map(in).collect(Collectors.joining(between));
    }
}
