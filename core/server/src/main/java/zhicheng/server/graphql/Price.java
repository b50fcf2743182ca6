package zhicheng.server.graphql;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import zhicheng.server.read.Cost;

/**
 * What a query costs against what it may cost, with the fields that cost most.
 *
 * @param shares dearest first
 */
record Price(long estimated, long limit, List<Cost.Share> shares) {
    private static final int SHOWN = 3;

    static Price of(List<Cost.Share> shares, long limit) {
        var estimated = 0L;
        for (var share : shares)
            estimated = Cost.plus(estimated, share.cost());
        return new Price(estimated, limit, shares);
    }

    /**
     * The same, however a value is sent that cannot be: what a root field asks with it is not asked, and costs what any field does that is executed.
     *
     * @param mistaken root fields, by their keys in the answer
     */
    Price without(Set<String> mistaken) {
        if (mistaken.isEmpty()) return this;
        var asked = shares.stream().filter(share -> !mistaken.contains(share.field().split("\\.", 2)[0]));
        return of(Stream.concat(asked, mistaken.stream().sorted().map(key -> new Cost.Share(key, Operations.COMPUTED))).sorted(Comparator.comparingLong(Cost.Share::cost).reversed()).toList(), limit);
    }

    boolean isTooMuch() {
        return estimated > limit;
    }

    /** What to change. @param changes whether it is a mutation that is refused */
    String refusal(boolean changes) {
        return "cost: %d, and at most %d is allowed (zhicheng.graphql.limits.cost). Most of it: %s. %s"
                .formatted(estimated, limit, shares.stream().limit(SHOWN).map(share -> share.field() + " " + share.cost()).collect(Collectors.joining(", ")), advice())
                + (changes ? ". Nothing was done, and the key is not used up" : "");
    }

    private String advice() {
        var totals = sum(Cost.Share::totals);
        var written = sum(Cost.Share::written);
        var texts = sum(Cost.Share::texts);
        var conditions = Cost.plus(texts, sum(Cost.Share::below));
        if (totals > estimated / 2)
            return "Totals are %d of it: each totalCount goes over all rows of its list, and in a list within a list over those of every row around it; ask for it under smaller pages (first, last), or in a request of its own".formatted(totals);
        if (written > estimated / 2)
            return "The conditions of an explanation are %d of it, each as often as it is written: for the whole, for each part that it stands in (also each and, or, not around it), and for each thing that is wanted of these; have a part of the filter explained by itself, list the parts once, or ask for less of each part (holds, shown, below)".formatted(written);
        if (texts > estimated / 2)
            return "Conditions on pieces of text (contains, startsWith) are %d of it: each is paid for by itself, in every branch of an «or», and on rows below for each of them; ask for fewer, in several requests, or for whole values (eq, in)".formatted(texts);
        if (conditions > estimated / 2)
            return "Conditions on rows below, and on pieces of text, are %d of it: ask fewer of them within one another, since each is asked of every row that the one around it looks at, or fewer beside one another".formatted(conditions);
        return "Ask for smaller pages (first, last), fewer lists within lists, no totalCount, groups or cells of statistics once, or an order that an index serves";
    }

    private long sum(ToLongFunction<Cost.Share> part) {
        return shares.stream().mapToLong(part).reduce(0, Cost::plus);
    }

    Map<String, Object> shown() {
        var shown = new LinkedHashMap<String, Object>();
        shown.put("estimated", estimated);
        shown.put("limit", limit);
        var most = new ArrayList<Map<String, Object>>(SHOWN);
        for (var share : shares.subList(0, Math.min(SHOWN, shares.size()))) {
            var field = new LinkedHashMap<String, Object>();
            field.put("field", share.field());
            field.put("cost", share.cost());
            most.add(field);
        }
        shown.put("mostExpensive", most);
        return shown;
    }
}
