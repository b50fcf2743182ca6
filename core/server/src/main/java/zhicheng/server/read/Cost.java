package zhicheng.server.read;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import zhicheng.server.BadInput;

/**
 * What a read is worth, roughly in rows looked at; the same whether its values stand in the document or in variables.
 *
 * <p>Every object shown is 1, and so is every cursor; a list 10 on top of its rows; counting all of a list, or finding its rows in an order that no index serves or by a filter, 200;
 * each condition on rows below, and counting a row's own list, 20; a search, or text that may stand anywhere in a field, 50, of one row in an explanation 2; groups 500, statistics 500 for each list of their cells, and so is an explanation, as often as it lists its parts, with 2 for each condition (and, or, not among them) as often as its statement has it; a key of an order or of groups in what
 * a row leads to 200 more, of a row's own list 20. What stands in a list counts once for each row that may be shown, and once more where it is asked whether there are more: a row further
 * is looked up for that, with all that stands in it.
 * A condition on rows below that is asked of rows below is asked of each of them: 20 times 20, and so on, and so is text that may stand anywhere in a field of theirs: 50 times 20, in an explanation 2 times 20.
 *
 * <p>How many rows a filter leaves, and how many there are, is not looked up: 200 stands for all of them. A filter that few of very many rows pass takes longer
 * than it costs, which the time-out of a statement ends.
 *
 * <p>Steps over relations in filters, orders and groups are counted beside it: PostgreSQL plans each by itself and some of them all together, so that a statement of many takes long
 * before it looks at its first row. A page that is searched, or filtered by texts that are searched, has its filter and what it shows once in each of the ways to come by its rows, of which one runs; a list of dossiers or certificates in their
 * own order has its filter and its order once in each place where rows stand that who asks may see (five at most, of certificates two: {@link Visible#places}), each of which runs, over its own rows; a total has the filter once more. They are planned so often, so that each
 * of these counts as a step, and none costs more. In an explanation a part has the steps of its filter once for each thing that is wanted of it, and once more those that lead to what it is held against, the rows below among them. In how many places somebody may see rows is said by his roles, which he knows, and not by what is there.
 *
 * @param relations how many such steps there are
 * @param repeated how many of them are there only because places, a search, texts that are searched, a total, or parts of an explanation have the same steps in the statement once more
 * @param again for which of these
 */
public record Cost(List<Part> parts, int relations, int repeated, Set<Again> again) {
    static final int ROW = 1;
    static final int LIST = 10;
    static final int ALL_ROWS = 200;
    static final int BELOW = 20;
    static final int TEXT = 50;
    /** Where it is not looked for: one row is asked whether it has it. */
    static final int TEXT_OF_A_ROW = 2;
    static final int GROUPS = 500;
    static final int WRITTEN = 2;
    /** More than anything may cost: what is dearer costs this, and JSON keeps it as it is. */
    private static final long MOST = 1L << 53;

    /** What something is paid for, as far as whoever is refused can ask for less of it. */
    public enum Kind {
        /** A condition on rows below. */
        BELOW,
        /** A condition on text that may stand anywhere in a field. */
        TEXT,
        /** All of a list, counted. */
        TOTAL,
        /** Conditions of an explanation, as often as its statement has them. */
        WRITTEN,
        OTHER
    }

    /** What has the same steps in the statement once more. */
    public enum Again {
        /** Places where rows stand that who asks may see, each in the list's own order. */
        PLACES,
        SEARCH,
        /** Texts that are searched. */
        TEXTS,
        TOTAL,
        /** Parts of an explanation, each by itself. */
        PARTS
    }

    /**
     * @param field where it stands in the answer, e.g. {@code dossiers.nodes.applicant}
     * @param times the sizes of the lists around it: numbers, each perhaps {@link Given}
     */
    public record Part(String field, List<Object> times, long weight, Kind kind) {
        public Part(String field, List<Object> times, long weight) {
            this(field, times, weight, Kind.OTHER);
        }

        private Share share(Given.Request request) {
            var cost = weight;
            for (var times : times) cost = Cost.times(cost, Math.max(0, ((Number) Given.settled(times, request)).longValue()));
            return new Share(field, cost, kind == Kind.BELOW ? cost : 0, kind == Kind.TEXT ? cost : 0, kind == Kind.TOTAL ? cost : 0, kind == Kind.WRITTEN ? cost : 0);
        }
    }

    /**
     * A field's share.
     *
     * @param below how much of it conditions on rows below are
     * @param texts likewise conditions on text that may stand anywhere in a field
     * @param totals likewise totals
     * @param written likewise conditions of an explanation
     */
    public record Share(String field, long cost, long below, long texts, long totals, long written) {
        public Share(String field, long cost) {
            this(field, cost, 0, 0, 0, 0);
        }

        private Share with(Share other) {
            return new Share(field, plus(cost, other.cost), plus(below, other.below), plus(texts, other.texts), plus(totals, other.totals), plus(written, other.written));
        }
    }

    public Cost {
        parts = List.copyOf(parts);
        again = Set.copyOf(again);
    }

    /** Of what has no filter. */
    public Cost(List<Part> parts) {
        this(parts, 0, 0, Set.of());
    }

    public static Cost sum(List<Cost> costs) {
        return new Cost(costs.stream().flatMap(cost -> cost.parts.stream()).toList(), costs.stream().mapToInt(Cost::relations).sum(),
                costs.stream().mapToInt(Cost::repeated).sum(), costs.stream().flatMap(cost -> cost.again.stream()).collect(Collectors.toSet()));
    }

    /** No sum is greater than {@link #MOST}. */
    public static long plus(long one, long other) {
        return Math.min(MOST, one + other);
    }

    /** No product is greater than {@link #MOST}. */
    static long times(long one, long other) {
        return one != 0 && other > MOST / one ? MOST : one * other;
    }

    /** Whether it is the same for every request: no list is as long as a variable says. */
    public boolean isFixed() {
        return parts.stream().allMatch(part -> part.times.stream().allMatch(Number.class::isInstance));
    }

    /** Of this request, field by field, dearest first. */
    public List<Share> shares(Given.Request request) {
        var shares = new LinkedHashMap<String, Share>();
        var several = new BadInput.Several();
        for (var part : parts) several.of(() -> shares.merge(part.field, part.share(request), Share::with));
        several.check();
        var sorted = new ArrayList<>(shares.values());
        sorted.sort(Comparator.comparingLong(Share::cost).reversed());
        return sorted;
    }
}
