package zhicheng.server.read;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import zhicheng.server.BadInput;

/**
 * Turns what is wanted into one statement that answers with one JSON text in the shape of the answer. Visibility is part of every step:
 * what the viewer may not see is neither shown, nor filtered by, nor ordered by, nor counted. There is no compiler without a viewer.
 * One compiler makes one statement.
 */
final class Compiler {
    /** Fields of one object, aliases among them. */
    private static final int MOST_MEMBERS = 100;
    /** PostgreSQL's functions take a hundred arguments, a name and a value for each: an object of more fields is put together of two. */
    private static final int AT_ONCE = 50;

    /** Behind the cursors' mark, and the argument's name and the list's number behind it: a row's own list says whether the cursor in that argument was given for that row's list. */
    static final String OWN = "own";

    /**
     * What is below a row is looked at row by row, along the index that lists it by the row above. Without this PostgreSQL makes a join of it, and misjudges
     * how soon a page is full: five times the work, on all processors. What is found by its text is joined: it is come by from there.
     */
    private static final String FENCE = " offset 0";

    private final Given.Request request;
    private final Given.Policy policy;
    private final Cursors cursors;
    private final List<Listing> listings = new ArrayList<>();
    /** What stands in filters and searches, as it is bound. */
    private final List<Object> looked = new ArrayList<>();
    private final Deque<String> path = new ArrayDeque<>();
    /** How many steps of the path an error's own path names. */
    private final int named;
    private int aliases;

    Compiler(Given.Request request, Cursors cursors, int named) {
        this.request = request;
        this.policy = Given.Policy.of(Objects.requireNonNull(request.viewer(), "a read needs a viewer; Viewer.PUBLIC is one"));
        this.cursors = cursors;
        this.named = named;
    }

    /** @param field the root field: its arguments, and below it what is wanted */
    Plan plan(Root root, Selection.Field field) {
        path.add(field.key());
        var sql = switch (root) {
            case Root.Rows(var noun) -> Sql.of("select convert_to({}::text, 'UTF8')", connection(noun, Optional.empty(), field));
            case Root.ById(var noun) -> row(noun, "id", id(field), field.below());
            case Root.Me() -> {
                var row = row(Nouns.ACCOUNT, "id", Given.ACCOUNT, field.below()); // what is asked of it is looked at also where there is none
                yield policy.account() ? row : Sql.of("select null::bytea where false");
            }
            case Root.AnyNoun() -> any(id(field), field.below());
            case Root.Known(var noun, var by) -> known(noun, by, field);
            case Root.Groups(var noun) -> new Groups(this, noun).of(field);
            case Root.Explain(var noun) -> new Explanation(this, noun).of(field);
            case Root.Statistics() -> Statistics.of(field);
        };
        return plan(sql, List.copyOf(listings));
    }

    /** What is wanted of a row, whichever it is: nothing comes of it but what is wrong. @param place of the row */
    void check(Noun noun, String place, Selection wanted) {
        path.add(place);
        object(noun, alias(noun), wanted);
    }

    /** Root fields that can be one statement ({@link Counts}), which answers with one object whose members they are; empty where they cannot. */
    Optional<Plan> together(List<Root> roots, List<Selection.Field> fields) {
        return Counts.of(this, roots, fields).map(sql -> plan(sql, List.of()));
    }

    private Plan plan(Sql sql, List<Listing> listings) {
        var held = new HashSet<>(sql.values());
        return new Plan(sql.numbered(), sql.values(), looked.stream().filter(value -> value instanceof Given && !held.contains(value)).distinct().toList(), listings);
    }

    /** The filter among these arguments. What stands in it is looked at, whether or not the statement comes to hold it. */
    Filter where(Noun noun, Map<String, Object> arguments, String place) {
        var filter = Filters.where(noun, arguments, place);
        look(filter);
        return filter;
    }

    private void look(Filter filter) {
        switch (filter) {
            case Filter.And(_, var all) -> all.forEach(this::look);
            case Filter.Or(_, var any) -> any.forEach(this::look);
            case Filter.Not(_, var one) -> look(one);
            case Filter.Compare compare -> {
                if (!compare.operator().asksTruth()) looked.add(bound(compare));
            }
            case Filter.Sought(_, _, var value) -> looked.add(value);
            case Filter.Leads(_, _, var one) -> look(one);
            case Filter.Below(_, _, _, var one) -> look(one);
            case Filter.Measure measure -> {
                look(measure.of());
                measure.comparisons().forEach(this::look);
            }
        }
    }

    /** The argument {@code id}. */
    static Object id(Selection.Field field) {
        var id = field.arguments().get("id");
        return id instanceof Given given ? (Given) request -> Given.id(given.in(request), "id") : Given.id(id, "id");
    }

    /** The one of these, or no row. */
    private Sql row(Noun noun, String by, Object value, Selection selection) {
        var t = alias(noun);
        return Sql.of("""
                select convert_to({}::text, 'UTF8')
                from {}
                where {}""",
                object(noun, t, selection), from(noun, t),
                Sql.and(Sql.of(t + "." + noun.field(by).column() + " = {}", Sql.value(value)), visible(noun, t)));
    }

    /** Whatever row has this id, or no row: an id is one noun's only. */
    private Sql any(Object id, Selection selection) {
        var several = new BadInput.Several();
        var rows = Nouns.all().stream().map(noun -> several.of(() -> row(noun, "id", id, selection))).toList();
        several.check();
        return Sql.join("\nunion all\n", rows);
    }

    /**
     * The one row whose fields are all as given, for whoever can name them: knowing them is the permission, as with a certificate's number and holder.
     * What it leads to is seen by the viewer's own right only.
     */
    private Sql known(Noun noun, Map<String, String> by, Selection.Field field) {
        if (by.isEmpty()) throw new IllegalArgumentException("who knows nothing sees nothing");
        var t = alias(noun);
        var several = new BadInput.Several();
        var known = new TreeMap<>(by).entrySet().stream().map(one -> several.of(() -> Sql.of("by_" + noun.field(one.getValue()).column() + " => {}",
                Sql.value(Texts.printed(field.arguments().get(one.getKey()), one.getKey()))))).toList();
        several.check();
        return Sql.of("""
                select convert_to({}::text, 'UTF8')
                from known_%s({}) %s""".formatted(noun.table(), t), object(noun, t, field.below()), Sql.join(", ", known));
    }

    /** The row whose list it is: its noun, its id, and the column of the list's rows that holds this id. */
    private record Parent(Noun noun, String id, String column, boolean implied) {}

    private Sql connection(Noun noun, Optional<Parent> parent, Selection.Field list) {
        var t = alias(noun);
        var arguments = list.arguments();
        var place = Mistake.place(place());
        var several = new BadInput.Several();
        var search = several.of(() -> arguments.containsKey("search") ? Optional.of(Texts.words(arguments.get("search"), place + "search")) : Optional.<Object>empty());
        var filter = several.of(() -> where(noun, arguments, place));
        var page = several.of(() -> Page.of(noun, arguments, arguments.containsKey("search"), place));
        several.check();
        search.ifPresent(looked::add);
        var listing = new Listing(parent.map(one -> one.noun.name()).orElse(Cursors.ROOT) + "." + list.name(),
                Listing.which(arguments.get("where"), arguments.get("search")), Order.text(page.order()), page.after(), page.before(), page.rows(0), place);
        var number = listings.size();
        listings.add(listing);
        listing.book(cursors, request); // a cursor of another list has other keys
        var after = Optional.ofNullable(page.after()).map(cursor -> keys(cursor, "after", place));
        var before = Optional.ofNullable(page.before()).map(cursor -> keys(cursor, "before", place));
        var wanted = list.below().of(noun.name() + "Connection");
        var few = parent.isPresent() || Visible.isFew(noun, policy);
        BiFunction<String, Sql, Sql> listed = (row, passes) -> Sql.and(parent.map(one -> Sql.of(row + "." + one.column + " = " + one.id)).orElse(Sql.ALL),
                parent.isPresent() && parent.get().implied() ? Sql.ALL : visible(noun, row), passes);
        Pages.Passes seen = (row, look) -> listed.apply(row, condition(noun, row, filter, look));
        var counted = few ? Texts.Look.ASKED : Texts.counted(noun, policy);
        var held = condition(noun, t, filter, _ -> counted);
        var mine = listed.apply(t, held);
        var found = search.map(words -> Sql.of("search_words({})", Sql.value(words))).map(words -> Texts.has(noun, t, words, "", counted)).orElse(Sql.ALL);
        var flipped = Order.flipped(page.order());
        Function<String, Sql> bounds = row -> Sql.and(after.map(keys -> behind(noun, row, page.order(), keys)).orElse(Sql.ALL), before.map(keys -> behind(noun, row, flipped, keys)).orElse(Sql.ALL));

        var columns = new ArrayList<Sql>();
        var parts = new ArrayList<Sql>();
        Stream.of(after, before).flatMap(Optional::stream).filter(_ -> parent.isPresent()).forEach(keys -> {
            parts.add(Sql.of("'" + cursors.mark() + OWN + keys.argument + number + "'"));
            parts.add(Sql.of(parent.get().id + " = {}", Sql.text(keys.of(page.order().size()), Scalar.ID)));
        });
        named(wanted.fields(), parts, field -> switch (field.name()) {
            case "nodes" -> shown(page, wanted, column(columns, object(noun, t, field.below())));
            case "edges" -> shown(page, wanted, column(columns, edge(noun, t, keys(noun, t, number, page.order(), parent), field.below().of(noun.name() + "Edge"))));
            case "pageInfo" -> pageInfo(page, wanted, field.below().of("PageInfo"),
                    () -> column(columns, keys(noun, t, number, page.order(), parent)));
            case "totalCount" -> {
                    var all = all(noun, t, filter);
                    yield parent.isPresent() || search.isPresent() ? total(from(noun, t), Sql.and(found, mine)) : total(all.from(), Sql.and(all.seen(), held));
                }
            case "__typename" -> Sql.literal(noun.name() + "Connection");
            default -> throw new IllegalArgumentException("a connection has no " + field.name());
        });
        if (!Page.isShown(wanted)) return Sql.of("(select {})", json(parts));
        var pages = new Pages(this, noun, t, page.backward() ? flipped : page.order(), columns, page.computed(wanted));
        Pages.Passes passes = (row, look) -> Sql.and(seen.of(row, look), bounds.apply(row));
        var rows = switch (Pages.Way.of(noun, filter, page, search.isPresent(), parent.isPresent(), policy)) {
            case Pages.Way.Searched() -> pages.searched(search.orElseThrow(), passes.of(t, few ? Texts.ASKED : Texts.EITHER));
            case Pages.Way.Led(var leads) -> pages.led(leads, passes);
            case Pages.Way.OfPlaces(var places) -> pages.ofPlaces(places, passes);
            case Pages.Way.Plain() -> pages.plain(Sql.and(mine, bounds.apply(t)));
        };
        return Sql.of("""
                (
                  select {}
                  from (
                    {}
                  ) page
                  having true
                )""", json(parts), rows);
    }

    /** The sort keys of a cursor: which of them are absent is part of the statement, what they are is not. */
    private record Keys(Cursors cursors, Object cursor, String argument, String place, List<String> now) {
        Object of(int place) {
            if (!(cursor instanceof Given given)) return now.get(place);
            return (Given) request -> cursors.open(given.in(request), this.place + argument).keys().get(place);
        }

        boolean isAbsent(int place) { return now.get(place) == null; }
    }

    private Keys keys(Object cursor, String argument, String place) {
        return new Keys(cursors, cursor, argument, place, cursors.open(Given.settled(cursor, request), place + argument).keys());
    }

    private static String column(List<Sql> columns, Sql sql) {
        var name = "c" + columns.size();
        columns.add(Sql.of(",\n  {} as " + name, sql));
        return name;
    }

    private static Sql shown(Page page, Selection wanted, String column) {
        return Sql.of("coalesce(json_agg(page." + column + " order by page.place" + (page.backward() ? " desc" : "") + "){}, '[]')", ofThePage(page, wanted));
    }

    /** Without the row that tells whether there are more. */
    private static Sql ofThePage(Page page, Selection wanted) {
        return page.asksForMore(wanted) ? Sql.of(" filter (where page.place <= {})", Sql.value(page.rows(0))) : Sql.of("");
    }

    private Sql edge(Noun noun, String t, Sql keys, Selection selection) {
        var parts = new ArrayList<Sql>();
        named(selection.fields(), parts, field -> switch (field.name()) {
            case "cursor" -> keys;
            case "node" -> object(noun, t, field.below());
            case "__typename" -> Sql.literal(noun.name() + "Edge");
            default -> throw new IllegalArgumentException("an edge has no " + field.name());
        });
        return json(parts);
    }

    @FunctionalInterface
    private interface Column {
        String name();
    }

    private static Sql pageInfo(Page page, Selection wanted, Selection selection, Column keys) {
        var parts = new ArrayList<Sql>();
        var more = Sql.of("count(*) > {}", Sql.value(page.rows(0)));
        for (var field : selection.fields()) {
            parts.add(Sql.literal(field.key()));
            parts.add(switch (field.name()) {
                case "hasNextPage" -> page.backward() ? Sql.of(page.before() != null ? "true" : "false") : more;
                case "hasPreviousPage" -> page.backward() ? more : Sql.of(page.after() != null ? "true" : "false");
                case "startCursor" -> outermost(page, wanted, keys.name(), page.backward());
                case "endCursor" -> outermost(page, wanted, keys.name(), !page.backward());
                case "__typename" -> Sql.literal("PageInfo");
                default -> throw new IllegalArgumentException("pageInfo has no " + field.name());
            });
        }
        return json(parts);
    }

    /** @param last in the order in which the rows were gathered */
    private static Sql outermost(Page page, Selection wanted, String keys, boolean last) {
        return Sql.of("json_agg(page." + keys + " order by page.place" + (last ? " desc" : "") + "){} -> 0", ofThePage(page, wanted));
    }

    /** Counted by a statement of its own inside this one, and only when asked for: it sees every row that passes. */
    private static Sql total(Sql from, Sql seen) {
        return Sql.of("(select count(*) from {} where {})", from, seen);
    }

    /** What goes into a row's cursor: the list's number in this read, where the row stands in its order, and whose list it is in. */
    private Sql keys(Noun noun, String t, int listing, List<Order> order, Optional<Parent> parent) {
        var columns = Stream.concat(order.stream().map(step -> expression(noun, t, step.key())), parent.stream().map(one -> Sql.of(t + "." + one.column)));
        return Sql.of("json_build_array('" + cursors.mark() + "', " + listing + ", {})", Sql.join(", ", columns.toList()));
    }

    Sql order(Noun noun, String t, List<Order> steps) {
        return Sql.join(", ", steps.stream().map(step -> Sql.of("{}" + direction(step), collated(noun, t, step.key()))).toList());
    }

    static String direction(Order step) {
        return (step.descending() ? " desc" : "") + (!step.key().nullable() ? "" : step.nullsFirst() ? " nulls first" : " nulls last");
    }

    /** Text is ordered by its characters' codes, the same on every machine. */
    Sql collated(Noun noun, String t, Order.SortKey key) {
        return Sql.of(key.field().scalar() == Scalar.TEXT ? "{} collate \"C\"" : "{}", expression(noun, t, key));
    }

    private Sql expression(Noun noun, String t, Order.SortKey key) {
        return key == Page.RANK ? Sql.of("s" + t + ".rank") : reach(t, key.relation(), key.field());
    }

    /** A field of the row, or of the row that a relation leads to: absent where that may not be seen. */
    Sql reach(String t, Noun.ToOne relation, Noun.Field field) {
        if (relation == null) return value(t, field);
        var target = Nouns.named(relation.target());
        var u = alias(target);
        return Sql.of("(select {} from {} where {})", value(u, field), from(target, u), reached(relation, target, t, u));
    }

    /** What stands in a row, as far as the viewer is shown it. */
    Sql value(String t, Noun.Field field) {
        return field.of(policy, t);
    }

    /** The rows behind the one with these keys: behind in the first step, or equal there and behind in the next, and so on. */
    private Sql behind(Noun noun, String t, List<Order> order, Keys keys) {
        if (Order.isUniform(order)) {
            var columns = order.stream().map(step -> collated(noun, t, step.key())).toList();
            var values = new ArrayList<Sql>();
            for (var place = 0; place < order.size(); place++) values.add(Sql.text(keys.of(place), order.get(place).key().field().scalar()));
            return Sql.of("({}) " + (order.getFirst().descending() ? "<" : ">") + " ({})", Sql.join(", ", columns), Sql.join(", ", values));
        }
        return behind(noun, t, order, keys, 0);
    }

    /** Of rows that are equal before this place. A key stands in it two or three times, however many there are: it may be a statement of its own. */
    private Sql behind(Noun noun, String t, List<Order> order, Keys keys, int place) {
        if (place == order.size()) return Sql.NONE;
        var step = order.get(place);
        var column = collated(noun, t, step.key());
        var ways = new ArrayList<Sql>();
        Sql equal;
        if (keys.isAbsent(place)) {
            if (step.nullsFirst()) ways.add(Sql.of("{} is not null", column));
            equal = Sql.of("{} is null", column);
        } else {
            var value = Sql.text(keys.of(place), step.key().field().scalar());
            ways.add(Sql.of("{} " + (step.descending() ? "<" : ">") + " {}", column, value));
            if (step.key().nullable() && !step.nullsFirst()) ways.add(Sql.of("{} is null", column));
            equal = Sql.of("{} = {}", column, value);
        }
        var further = behind(noun, t, order, keys, place + 1);
        if (!further.equals(Sql.NONE)) ways.add(Sql.and(equal, further));
        return Sql.or(ways);
    }

    private Sql object(Noun noun, String t, Selection selection) {
        var parts = new ArrayList<Sql>();
        named(members(noun, selection, place()), parts, field -> member(noun, t, field));
        return json(parts);
    }

    /** Where it is, from where an error's own path ends. */
    private List<String> place() {
        return path.stream().skip(named).toList();
    }

    /** The key and the value of each; what is wrong in several of them is said at once. */
    private void named(List<Selection.Field> fields, List<Sql> parts, Function<Selection.Field, Sql> value) {
        var several = new BadInput.Several();
        for (var field : fields) {
            path.addLast(field.key());
            parts.add(Sql.literal(field.key()));
            parts.add(several.of(() -> value.apply(field)));
            path.removeLast();
        }
        several.check();
    }

    /**
     * What is wanted of an object, as much as is answered.
     *
     * @param path where it stands in the answer, from where the error's own ends
     */
    static List<Selection.Field> members(Noun noun, Selection selection, Collection<String> path) {
        var fields = selection.of(noun.name()).fields();
        if (fields.size() > MOST_MEMBERS)
            throw Mistake.at(String.join(".", path), "%d fields of one object, and at most %d are answered, aliases among them; ask for the others in another query, or under an alias of the object"
                    .formatted(fields.size(), MOST_MEMBERS));
        return fields;
    }

    private Sql member(Noun noun, String t, Selection.Field field) {
        if (field.name().equals("__typename")) return Sql.literal(noun.name());
        var column = noun.fields().get(field.name());
        if (column != null) return column.scalar().shown(value(t, column));
        return switch (noun.relations().get(field.name())) {
            case Noun.ToOne one -> toOne(one, t, field);
            case Noun.ToMany many -> connection(Nouns.named(many.target()), Optional.of(new Parent(noun, t + ".id", many.column(), many.implied())), field);
            case null -> throw new IllegalArgumentException(noun.name() + " has no " + field.name());
        };
    }

    private Sql toOne(Noun.ToOne relation, String t, Selection.Field field) {
        var target = Nouns.named(relation.target());
        var u = alias(target);
        return Sql.of("""
                (
                  select {}
                  from {}
                  where {}
                )""", object(target, u, field.below()), from(target, u), reached(relation, target, t, u));
    }

    Sql reached(Noun.ToOne relation, Noun target, String t, String u) {
        return Sql.and(Sql.of(u + ".id = " + t + "." + relation.column()), relation.implied() ? Sql.ALL : visible(target, u));
    }

    /** Of rows that are counted, all of which are looked at. */
    Sql condition(Noun noun, String t, Filter filter) {
        return condition(noun, t, filter, _ -> Texts.counted(noun, policy));
    }

    Sql condition(Noun noun, String t, Filter filter, Function<Filter.Compare, Texts.Look> look) {
        return switch (filter) {
            case Filter.And(_, var all) -> Sql.and(all.stream().map(one -> condition(noun, t, one, look)).toList());
            case Filter.Or(_, var any) -> Texts.anyOf(noun, t, any, look).orElseGet(() -> Sql.or(any.stream().map(one -> condition(noun, t, one, look)).toList()));
            case Filter.Not(_, var one) -> Sql.of("({}) is not true", condition(noun, t, one, look)); // an absent value counts as different
            case Filter.Compare compare -> Texts.isSearched(noun, compare) ? Texts.has(noun, t, compare, look.apply(compare)) : compare(value(t, compare.field()), compare);
            case Filter.Sought(_, var field, var value) -> Sql.of(t + ".id = (select " + noun.table() + "_by_" + Noun.constant(field.name()).toLowerCase(Locale.ROOT) + "(decode({}, 'hex')))", Sql.value(value));
            case Filter.Leads(_, var relation, var one) -> {
                var target = Nouns.named(relation.target());
                var u = alias(target);
                yield Sql.of("exists (select 1 from {} where {})", from(target, u), Sql.and(reached(relation, target, t, u), condition(target, u, one, look)));
            }
            case Filter.Below(_, var relation, var quantifier, var one) -> {
                var target = Nouns.named(relation.target());
                var u = alias(target);
                var inner = condition(target, u, one, look);
                if (quantifier == Filter.Quantifier.EVERY) inner = Sql.of("({}) is not true", inner);
                yield Sql.of((quantifier == Filter.Quantifier.SOME ? "" : "not ") + "exists (select 1 from {} where {}" + (Texts.isCollected(target, one, look) ? "" : FENCE) + ")", from(target, u),
                        Sql.and(below(relation, target, t, u), inner));
            }
            case Filter.Measure measure -> {
                var measured = measured(t, measure, look);
                if (measure.comparisons().size() < 2) yield Sql.and(measure.comparisons().stream().map(one -> compare(measured, one)).toList());
                var m = "m" + ++aliases; // measured once, however often it is compared
                yield Sql.of("(select {} from {} " + m + "(v))", Sql.and(measure.comparisons().stream().map(one -> compare(Sql.of(m + ".v"), one)).toList()), measured);
            }
        };
    }

    Sql below(Noun.ToMany relation, Noun target, String t, String u) {
        return Sql.and(Sql.of(u + "." + relation.column() + " = " + t + ".id"), relation.implied() ? Sql.ALL : visible(target, u));
    }

    Sql measured(String t, Filter.Measure measure, Function<Filter.Compare, Texts.Look> look) {
        var target = Nouns.named(measure.relation().target());
        var u = alias(target);
        var value = measure.field() == null ? Sql.ALL : value(u, measure.field());
        return Sql.of("(select {} from {} where {})", measure.aggregate().of(value), from(target, u),
                Sql.and(below(measure.relation(), target, t, u), condition(target, u, measure.of(), look)));
    }

    Sql compare(Sql column, Filter.Compare compare) {
        var field = compare.field();
        var text = field.scalar() == Scalar.TEXT;
        return switch (compare.operator()) {
            case EQ -> Sql.of("{} = {}", column, value(compare));
            case NEQ -> Sql.of(field.nullable() ? "{} is distinct from {}" : "{} <> {}", column, value(compare));
            case IN -> Sql.of("{} = any ({})", column, value(compare));
            case NOT_IN -> Sql.of(field.nullable() ? "({} = any ({})) is not true" : "{} <> all ({})", column, value(compare));
            case LT, LTE, GT, GTE -> Sql.of((text ? "{} collate \"C\" " : "{} ") + sign(compare.operator()) + " {}", column, value(compare));
            case CONTAINS -> Sql.of("strpos(search_normal({}), search_normal({})) > 0", column, value(compare));
            case STARTS_WITH -> Sql.of("starts_with(search_normal({}), search_normal({}))", column, value(compare));
            case HAS -> Sql.of("{} = any ({})", value(compare), column);
            case HAS_SOME -> Sql.of("{} && {}", column, value(compare));
            case IS_PAST -> Sql.of("{} " + ((boolean) compare.value() ? "<=" : ">") + " {}", column, Sql.value(Given.NOW));
            case IS_NULL -> Sql.of("{} is " + ((boolean) compare.value() ? "null" : "not null"), column);
        };
    }

    private static Sql value(Filter.Compare compare) {
        var value = Sql.value(bound(compare));
        if (compare.field().scalar() != Scalar.HASH) return value;
        return Sql.of(compare.operator().takesMany() ? "array(select decode(hex, 'hex') from unnest({}::text[]) hex)" : "decode({}, 'hex')", value);
    }

    /** What a comparison is with, as it is bound. */
    private static Object bound(Filter.Compare compare) {
        if (compare.operator().looksInside()) return Texts.typed(compare);
        return compare.operator().takesMany() ? new Many(compare.field().scalar(), compare.value()) : compare.value();
    }

    private static String sign(Operator operator) {
        return switch (operator) {
            case LT -> "<";
            case LTE -> "<=";
            case GT -> ">";
            case GTE -> ">=";
            default -> throw new IllegalArgumentException(operator.spelled());
        };
    }

    /** Values that are bound as one array. {@code values} is a list, perhaps with {@link Given} in it, or {@link Given} itself. */
    record Many(Scalar scalar, Object values) implements Given {
        @Override
        public Object in(Given.Request request) {
            return scalar.array((List<?>) Given.settled(values, request));
        }
    }

    static Sql json(List<Sql> parts) {
        return parts.size() > 2 * AT_ONCE ? ofTwo(parts) : Sql.of("json_build_object({})", Sql.join(", ", pairs(parts)));
    }

    /** The same, a line for each member. */
    static Sql lines(List<Sql> parts) {
        return parts.size() > 2 * AT_ONCE ? ofTwo(parts) : Sql.of("json_build_object(\n  {})", Sql.join(",\n", pairs(parts)));
    }

    /** One object of two, without the brace that ends the one and that which begins the other. */
    private static Sql ofTwo(List<Sql> parts) {
        if (parts.size() > 2 * MOST_MEMBERS) throw Mistake.at("selection", "more than " + MOST_MEMBERS + " fields of one object");
        return Sql.of("(left({}::text, -1) || ', ' || right({}::text, -1))::json", json(parts.subList(0, 2 * AT_ONCE)), json(parts.subList(2 * AT_ONCE, parts.size())));
    }

    private static List<Sql> pairs(List<Sql> parts) {
        var pairs = new ArrayList<Sql>();
        for (var place = 0; place < parts.size(); place += 2) pairs.add(Sql.of("{}, {}", parts.get(place), parts.get(place + 1)));
        return pairs;
    }

    static Sql from(Noun noun, String t) {
        return Sql.of(noun.table() + " " + t);
    }

    /** What the viewer may see of a noun. */
    Sql visible(Noun noun, String t) {
        return noun.visibility().of(policy, t);
    }

    /** The same, where all of it is counted that passes: unless they are come by from a text, they are looked for among all. */
    Visible.All all(Noun noun, String t, Filter filter) {
        return Texts.isCollected(noun, filter, _ -> Texts.counted(noun, policy)) ? new Visible.All(from(noun, t), visible(noun, t)) : Visible.all(noun, policy, t);
    }

    /** A short name with a number, so that no two are the same in a statement: d1, p2, … */
    String alias(Noun noun) {
        return noun.table().charAt(0) + String.valueOf(++aliases);
    }
}
