package zhicheng.server.graphql;

import static org.junit.jupiter.api.Assertions.assertEquals;

import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLNamedSchemaElement;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import zhicheng.server.read.Fixture;
import zhicheng.server.read.Noun;
import zhicheng.server.read.Nouns;
import zhicheng.server.read.Operator;
import zhicheng.server.read.Order;
import zhicheng.server.read.Pair;
import zhicheng.server.read.Scalar;

/** The ways to ask for lists, made of what the nouns declare and the schema allows, with values of two worlds in them. */
final class Probes {
    /** How a field at the end of a relation is asked about. */
    static List<String> across(Noun.Relation relation, Noun.Field field) {
        var ways = new ArrayList<>(relation instanceof Noun.ToOne ? List.of("not", "or", "compared") : List.of("some", "every", "none", "count"));
        if (relation instanceof Noun.ToMany && field.scalar() == Scalar.AMOUNT) ways.addAll(MEASURES);
        if (Nouns.named(relation.target()).searched().contains(field.name())) ways.add("contains");
        return ways;
    }

    static final List<String> MEASURES = List.of("sum", "average", "min", "max");

    private final GraphQLSchema schema;
    private final List<Door> doors;
    private final Pair pair;

    Probes(GraphQLSchema schema, List<Door> doors, Pair pair) {
        this.schema = schema;
        this.doors = doors;
        this.pair = pair;
    }

    /**
     * One way to ask for a list.
     *
     * @param arguments where, search, orderBy, first, after, last, before: as they are sent
     * @param thing what it is about: a field, or one at the end of a relation
     * @param way how it is asked for
     */
    record Probe(Map<String, Object> arguments, String thing, String way) {
        static Probe where(Map<String, Object> where, String thing, String way) { return new Probe(Map.of("where", where), thing, way); }
    }

    /** Every field in every way where the door is the noun's main one, every field of its own in two at the others. */
    List<Probe> filters(Door door) {
        var probes = new ArrayList<Probe>();
        var noun = door.noun();
        for (var field : noun.fields().values())
            if (field.isFilterable()) probes.addAll(door.isMain(doors) ? own(noun, field) : List.of(
                    Probe.where(equal(noun, field), field(noun, field), "eq"), Probe.where(turning(noun, field), field(noun, field), "compared")));
        if (door.isMain(doors))
            for (var relation : noun.relations().values())
                switch (relation) {
                    case Noun.ToOne one -> probes.addAll(toOne(noun, one));
                    case Noun.ToMany many -> probes.addAll(toMany(noun, many));
                }
        return probes;
    }

    /** By a field of the row: with every operator, and with and, or, not around it. */
    private List<Probe> own(Noun noun, Noun.Field field) {
        var probes = new ArrayList<Probe>();
        var thing = field(noun, field);
        for (var operator : operators(schema, noun, field))
            for (var value : operands(noun, field, operator)) probes.add(Probe.where(Map.of(field.name(), Map.of(operator.spelled(), value)), thing, operator.spelled()));
        var equal = equal(noun, field);
        probes.add(Probe.where(Map.of("or", List.of(equal, Map.of("not", equal))), thing, "or"));
        probes.add(Probe.where(Map.of("and", List.of(Map.of("not", equal), Map.of("or", List.of(Map.of("id", Map.of("in", Pair.idsOf(pair.hidden(noun)))), equal)))), thing, "and"));
        return probes;
    }

    private List<Probe> toOne(Noun noun, Noun.ToOne relation) {
        var probes = new ArrayList<Probe>();
        var target = Nouns.named(relation.target());
        var name = relation.name();
        probes.add(Probe.where(Map.of(name, Map.of()), noun.name() + "." + name, "there"));
        probes.add(Probe.where(Map.of("not", Map.of(name, Map.of())), noun.name() + "." + name, "notThere"));
        for (var field : target.fields().values()) {
            if (!field.isFilterable()) continue;
            var thing = noun.name() + "." + name + "." + field.name();
            probes.add(Probe.where(Map.of("not", Map.of(name, equal(target, field))), thing, "not"));
            probes.add(Probe.where(Map.of("or", List.of(Map.of(name, equal(target, field)), Map.of("id", Map.of("in", List.of())))), thing, "or"));
            probes.add(Probe.where(Map.of(name, turning(target, field)), thing, "compared"));
            if (target.searched().contains(field.name())) probes.add(Probe.where(Map.of(name, containing(target, field)), thing, "contains"));
        }
        further(target).forEach((path, where) -> probes.add(Probe.where(Map.of(name, where), noun.name() + "." + name + "." + path, "further")));
        return probes;
    }

    private List<Probe> toMany(Noun noun, Noun.ToMany relation) {
        var probes = new ArrayList<Probe>();
        var target = Nouns.named(relation.target());
        var name = relation.name();
        for (var quantifier : List.of("some", "every", "none")) probes.add(Probe.where(Map.of(name, Map.of(quantifier, Map.of())), noun.name() + "." + name, quantifier));
        for (var count = 0; count < 4; count++) probes.add(Probe.where(Map.of(name, Map.of("count", Map.of("eq", count))), noun.name() + "." + name, "count"));
        for (var field : target.fields().values()) {
            if (!field.isFilterable()) continue;
            var thing = noun.name() + "." + name + "." + field.name();
            var equal = equal(target, field);
            probes.add(Probe.where(Map.of(name, Map.of("some", equal)), thing, "some"));
            probes.add(Probe.where(Map.of(name, Map.of("every", Map.of("not", equal))), thing, "every"));
            probes.add(Probe.where(Map.of(name, Map.of("none", turning(target, field))), thing, "none"));
            probes.add(Probe.where(Map.of(name, Map.of("where", equal, "count", Map.of("gte", 1))), thing, "count"));
            if (target.searched().contains(field.name())) probes.add(Probe.where(Map.of(name, Map.of("some", containing(target, field))), thing, "contains"));
        }
        for (var amount : target.amounts())
            for (var measure : MEASURES) {
                var thing = noun.name() + "." + name + "." + amount.name();
                probes.add(Probe.where(Map.of(name, Map.of(measure, Map.of(amount.name(), Map.of("gte", values(target, amount).getFirst())))), thing, measure));
                probes.add(Probe.where(Map.of(name, Map.of(measure, Map.of(amount.name(), Map.of("isNull", true)))), thing, measure));
                probes.add(Probe.where(Map.of(name, Map.of("where", equal(target, amount), measure, Map.of(amount.name(), Map.of("gt", 0)))), thing, measure));
            }
        further(target).forEach((path, where) -> probes.add(Probe.where(Map.of(name, Map.of("some", where)), noun.name() + "." + name + "." + path, "further")));
        return probes;
    }

    /** One step more: whether there is anything, or a certain one, at its end. */
    private Map<String, Map<String, Object>> further(Noun noun) {
        var wheres = new LinkedHashMap<String, Map<String, Object>>();
        for (var relation : noun.relations().values()) {
            var target = Nouns.named(relation.target());
            var certain = equal(target, target.fields().get("id"));
            switch (relation) {
                case Noun.ToOne one -> {
                    wheres.put(one.name(), Map.of(one.name(), Map.of()));
                    wheres.put(one.name() + ".id", Map.of(one.name(), certain));
                }
                case Noun.ToMany many -> {
                    wheres.put(many.name(), Map.of(many.name(), Map.of("count", Map.of("gte", 1))));
                    wheres.put(many.name() + ".id", Map.of(many.name(), Map.of("none", certain)));
                }
            }
        }
        return wheres;
    }

    Map<String, Object> equal(Noun noun, Noun.Field field) {
        return equal(field, values(noun, field).getFirst());
    }

    private static Map<String, Object> equal(Noun.Field field, Object value) {
        return Map.of(field.name(), Map.of((field.scalar() == Scalar.TEXTS ? Operator.HAS : Operator.EQ).spelled(), value));
    }

    /** With another operator for each field. */
    private Map<String, Object> turning(Noun noun, Noun.Field field) {
        var operators = operators(schema, noun, field);
        var operator = operators.get(Math.floorMod((noun.name() + field.name()).hashCode(), operators.size()));
        return Map.of(field.name(), Map.of(operator.spelled(), operands(noun, field, operator).getFirst()));
    }

    /** Whoever guesses at a name guesses at a piece of it. */
    private Map<String, Object> containing(Noun noun, Noun.Field field) {
        return Map.of(field.name(), Map.of(Operator.CONTAINS.spelled(), operands(noun, field, Operator.CONTAINS).getFirst()));
    }

    private List<Object> operands(Noun noun, Noun.Field field, Operator operator) {
        var values = values(noun, field);
        return switch (operator) {
            case IS_PAST, IS_NULL -> List.of((noun.name() + field.name()).hashCode() % 2 == 0);
            case EQ, NEQ, HAS, LT, LTE, GT, GTE -> values.subList(0, 1);
            case IN, NOT_IN, HAS_SOME -> List.of(values);
            case CONTAINS -> List.of(piece(values.getFirst().toString(), values.getFirst().toString().length() / 2));
            case STARTS_WITH -> List.of(values.getFirst().toString().substring(0, 1));
        };
    }

    /** Two characters of it. */
    private static Object piece(String text, int from) {
        var start = Math.max(0, Math.min(from, text.length() - 2));
        var piece = text.substring(start, Math.min(text.length(), start + 2)).strip();
        return piece.length() < 2 ? text.strip() + text.strip() : piece;
    }

    /** Never empty: what no row has is something that none has. */
    List<Object> values(Noun noun, Noun.Field field) {
        var values = pair.values(noun, field);
        return !values.isEmpty() ? values : List.of(word(noun, field).orElse(switch (field.scalar()) {
            case ID -> Fixture.id(1).toString();
            case TEXT, TEXTS -> "没有";
            case INT, AMOUNT -> 1;
            case MEASURE -> 1.5;
            case BOOLEAN -> true;
            case DATE -> "2024-01-01";
            case INSTANT -> "2024-01-01T00:00:00+08:00";
            case HASH, HEX -> "00".repeat(32);
        }));
    }

    /** By each key in one of the four ways, the next one in the next: pages by cursor go the other way. */
    List<Probe> sorts(Door door) {
        var probes = new ArrayList<Probe>();
        for (var key : door.noun().sortKeys().values())
            probes.add(new Probe(Map.of("orderBy", List.of(order(key, probes.size())), "first", 100), thing(door.noun(), key.relation(), key.field()), "sort"));
        return probes;
    }

    static Map<String, Object> order(Order.SortKey key, int turn) {
        return order(key.constant(), turn % 2 == 0 ? "ASC" : "DESC", turn % 4 < 2 ? "FIRST" : "LAST");
    }

    static Map<String, Object> order(String field, String direction, String nulls) {
        return Map.of("field", field, "direction", direction, "nulls", nulls);
    }

    /** At a noun's main door: its root field, or where it has none the first list of it below a row. */
    List<Probe> searches(Door door) {
        var probes = new ArrayList<Probe>();
        if (!door.isMain(doors)) return probes;
        for (var name : new TreeSet<>(door.noun().searched()))
            for (var value : values(door.noun(), door.noun().fields().get(name)))
                if (value.toString().strip().length() > 1) probes.add(new Probe(Map.of("search", value), door.noun().name() + "." + name, "search"));
        return probes;
    }

    /** A search in each order that a root list may have, what is looked for and the way of the order in turn. */
    List<Probe> sortedSearches(Door door) {
        var searches = searches(door);
        var probes = new ArrayList<Probe>();
        if (searches.isEmpty() || !door.isRoot()) return probes;
        for (var key : door.noun().sortKeys().values())
            probes.add(new Probe(Map.of("search", searches.get(probes.size() % searches.size()).arguments().get("search"), "orderBy", List.of(order(key, probes.size())), "first", 50),
                    thing(door.noun(), key.relation(), key.field()), "searchSort"));
        return probes;
    }

    /** What cannot be asked for. */
    List<Probe> wrong(Door door) {
        var noun = door.noun();
        var name = door.name();
        var wrong = new ArrayList<Probe>();
        for (var field : noun.fields().values())
            if (field.isFilterable()) wrong.add(Probe.where(Map.of(field.name(), nothing("isNull")), field(noun, field), "error"));
        for (var text : new TreeSet<>(noun.searched()))
            wrong.add(Probe.where(Map.of(text, Map.of("contains", values(noun, noun.fields().get(text)).getFirst().toString().substring(0, 1))), noun.name() + "." + text, "error"));
        var order = order(noun.sortKeys().keySet().iterator().next(), "ASC", "LAST");
        wrong.add(Probe.where(Map.of("id", Map.of("eq", "1-1-1-1-1")), name, "error"));
        wrong.add(new Probe(Map.of("first", 101), name, "error"));
        wrong.add(new Probe(Map.of("orderBy", List.of(order, order)), name, "error"));
        return wrong;
    }

    private static Map<String, Object> nothing(String name) {
        var nothing = new LinkedHashMap<String, Object>();
        nothing.put(name, null);
        return nothing;
    }

    /** Those of the schema: words that are counted off cannot be compared by size. */
    static List<Operator> operators(GraphQLSchema schema, Noun noun, Noun.Field field) {
        var where = (GraphQLInputObjectType) schema.getType(noun.name() + "Where");
        var names = ((GraphQLInputObjectType) where.getFieldDefinition(field.name()).getType()).getFields().stream().map(GraphQLNamedSchemaElement::getName).toList();
        var operators = field.scalar().operators().stream().filter(operator -> names.contains(operator.spelled())).sorted().toList();
        assertEquals(names.size(), operators.size(), () -> noun.name() + "." + field.name() + " is compared by " + names);
        return operators;
    }

    /** One of the words that a field may hold, where they are counted off. */
    private Optional<Object> word(Noun noun, Noun.Field field) {
        var where = (GraphQLInputObjectType) schema.getType(noun.name() + "Where");
        var comparisons = ((GraphQLInputObjectType) where.getFieldDefinition(field.name()).getType()).getFields().stream();
        return comparisons.map(one -> GraphQLTypeUtil.unwrapAll(one.getType())).filter(GraphQLEnumType.class::isInstance).findFirst().map(words -> ((GraphQLEnumType) words).getValues().getFirst().getName());
    }

    static String field(Noun noun, Noun.Field field) {
        return thing(noun, null, field);
    }

    static String thing(Noun noun, Noun.Relation relation, Noun.Field field) {
        return noun.name() + "." + (relation == null ? "" : relation.name() + ".") + field.name();
    }
}
