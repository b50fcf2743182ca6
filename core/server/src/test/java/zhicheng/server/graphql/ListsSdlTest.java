package zhicheng.server.graphql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import graphql.language.EnumTypeDefinition;
import graphql.language.EnumValueDefinition;
import graphql.language.FieldDefinition;
import graphql.language.ListType;
import graphql.language.NonNullType;
import graphql.language.ObjectTypeDefinition;
import graphql.language.ScalarTypeDefinition;
import graphql.language.Type;
import graphql.language.TypeName;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import zhicheng.server.account.IdentityVault;
import zhicheng.server.read.Noun;
import zhicheng.server.read.Nouns;
import zhicheng.server.read.Operator;
import zhicheng.server.read.Root;
import zhicheng.server.read.Scalar;

/**
 * {@code schema/graphql/lists.graphqls} is what follows from the nouns: how lists are paged, filtered, ordered and grouped, the same for all of them.
 * {@code -Dgolden.write=true} writes it anew; it is then to be read.
 */
class ListsSdlTest {
    private static final Path FILE = Path.of("../../schema/graphql/lists.graphqls");
    private static final boolean WRITE = Boolean.getBoolean("golden.write");

    private static final String PROTECTED = "For the roles " + IdentityVault.MAY_UNMASK.stream().map(Enum::name).sorted().collect(Collectors.joining(", "))
            + "; each question is written into the trail before it is answered.";

    /** Without the file itself, so that it can be written from nothing. */
    private final TypeDefinitionRegistry sdl = new SchemaParser().parse(new SdlFiles().all().stream().filter(file -> !file.name().equals("lists.graphqls"))
            .map(SdlFiles.Sdl::text).collect(Collectors.joining("\n")));
    private final StringBuilder text = new StringBuilder();
    /** Type of a value → operators, in the order in which they are met. */
    private final Map<String, Ops> ops = new LinkedHashMap<>();

    private record Ops(String of, Scalar scalar) {}

    @Test
    void the_lists_of_the_schema_follow_from_the_nouns() throws IOException {
        var now = lists();
        if (WRITE) Files.writeString(FILE, now);
        assertTrue(Files.exists(FILE), "run once with -Dgolden.write=true and read it");
        assertEquals(Files.readString(FILE), now);
    }

    /** Whatever one value a row shows can be sorted by, of its own and of what it leads to by one step; but what is protected. */
    @Test
    void lists_are_ordered_by_every_scalar_that_is_shown() {
        var whole = new SchemaParser().parse(new SdlFiles().all().stream().map(SdlFiles.Sdl::text).collect(Collectors.joining("\n")));
        var keys = 0;
        for (var noun : Nouns.all()) {
            if (!Nouns.listed(noun)) continue;
            var shown = new TreeSet<>(scalars(whole, noun, ""));
            noun.relations().values().stream().filter(Noun.ToOne.class::isInstance).forEach(one -> shown.addAll(scalars(whole, Nouns.named(one.target()), constant(one.name()) + "_")));
            var orders = (EnumTypeDefinition) whole.getTypeOrNull(noun.name() + "OrderField");
            assertEquals(shown, orders.getEnumValueDefinitions().stream().map(EnumValueDefinition::getName).collect(Collectors.toCollection(TreeSet::new)), noun.name());
            keys += shown.size();
        }
        assertTrue(keys > 1_000, "keys: " + keys);
    }

    /** As the schema has them, whatever the nouns say. */
    private List<String> scalars(TypeDefinitionRegistry whole, Noun noun, String before) {
        return fields(noun).stream().filter(field -> isOneValue(whole, field.getType()) && !field.getName().equals("identityNumber"))
                .map(field -> before + constant(field.getName())).toList();
    }

    private static boolean isOneValue(TypeDefinitionRegistry whole, Type<?> type) {
        var bare = type instanceof NonNullType sure ? sure.getType() : type;
        if (!(bare instanceof TypeName name)) return false;
        var of = whole.getTypeOrNull(name.getName());
        return of == null || of instanceof ScalarTypeDefinition || of instanceof EnumTypeDefinition;
    }

    private static String constant(String name) {
        return name.replaceAll("([A-Z])", "_$1").toUpperCase(Locale.ROOT);
    }

    private String lists() {
        text.append("# Follows from the nouns of the read side (core/server: zhicheng.server.read.Nouns), written by ListsSdlTest: not to be edited.\n\n");
        var below = new LinkedHashSet<String>();
        var asked = new LinkedHashSet<String>();
        for (var noun : Nouns.all()) {
            if (Nouns.listed(noun)) asked.add(noun.name());
            for (var relation : noun.relations().values()) {
                asked.add(relation.target());
                if (relation instanceof Noun.ToMany) below.add(relation.target());
            }
        }
        for (var noun : Nouns.all()) {
            if (Nouns.listed(noun)) connection(noun);
            if (asked.contains(noun.name())) where(noun);
            if (below.contains(noun.name())) listWhere(noun);
            if (Nouns.listed(noun)) order(noun);
        }
        for (var noun : Nouns.all())
            if (ReadFields.ROOTS.containsValue(new Root.Groups(noun))) groups(noun);
        assertTrue(Nouns.all().stream().flatMap(noun -> noun.fields().values().stream()).anyMatch(Noun.Field::masked));
        type("How a protected field is asked for: by equality alone, and never sorted, grouped or matched in part. " + PROTECTED, "input ProtectedOps", List.of(field(Operator.EQ.says(), "eq", "IdentityNumber")));
        ops.put("IntOps", new Ops("Int", Scalar.INT));
        ops.put("FloatOps", new Ops("Float", Scalar.MEASURE));
        ops.forEach(this::operators);
        assertTrue(asked.size() > 8 && ops.size() > 8);
        return text.toString().stripTrailing() + "\n";
    }

    private void connection(Noun noun) {
        var what = words(noun);
        type("A page of " + what + ".", "type " + noun.name() + "Connection", List.of(
                field("The rows with their cursors.", "edges", "[" + noun.name() + "Edge!]!"),
                field("The rows.", "nodes", "[" + noun.name() + "!]!"),
                field("Which part of the list this is.", "pageInfo", "PageInfo!"),
                field("How many there are on all pages, of those that may be seen; counted only when it is asked for.", "totalCount", "Int!")));
        type("A row of a list of " + what + ".", "type " + noun.name() + "Edge", List.of(
                field("Where the row stands in the list, for «after» and «before».", "cursor", "String!"),
                field("The row.", "node", noun.name() + "!")));
    }

    private void where(Noun noun) {
        var name = noun.name() + "Where";
        var fields = new ArrayList<String>();
        fields.add(field("All of these; of none: every row.", "and", "[" + name + "!]"));
        fields.add(field("At least one of these; of none: no row.", "or", "[" + name + "!]"));
        fields.add(field("Not this; an absent value counts as different.", "not", name));
        for (var field : noun.fields().values())
            fields.add(field.isFilterable() ? field(said(noun, field.name()), field.name(), ops(noun, field))
                    : field("By the whole of it, of those who may be seen. " + PROTECTED, field.name(), "ProtectedOps"));
        for (var relation : noun.relations().values())
            fields.add(switch (relation) {
                case Noun.ToOne one -> field("That it is there, may be seen, and is so; with nothing in it: that it is there. " + said(noun, one.name()), one.name(), one.target() + "Where");
                case Noun.ToMany many -> field("How the rows below are. " + said(noun, many.name()), many.name(), many.target() + "ListWhere");
            });
        type("Which " + words(noun) + ". What is said holds together; what is left out is no constraint; a written null is an error.", "input " + name, fields);
    }

    private void listWhere(Noun noun) {
        var fields = new ArrayList<String>();
        fields.add(field("At least one is so.", "some", noun.name() + "Where"));
        fields.add(field("All are so, or there are none.", "every", noun.name() + "Where"));
        fields.add(field("None is so.", "none", noun.name() + "Where"));
        fields.add(field("Which of them count and sums are about; all when it is left out.", "where", noun.name() + "Where"));
        fields.add(field("How many there are.", "count", "IntOps"));
        if (!noun.amounts().isEmpty()) {
            var amounts = noun.name() + "AmountsWhere";
            fields.add(field("Added up; of none: 0.", "sum", noun.name() + "SumsWhere"));
            fields.add(field("On average; of none: absent.", "average", noun.name() + "AveragesWhere"));
            fields.add(field("The least; of none: absent.", "min", amounts));
            fields.add(field("The most; of none: absent.", "max", amounts));
        }
        type("How those of the " + words(noun) + " below a row are that may be seen. What is said holds together.", "input " + noun.name() + "ListWhere", fields);
        if (!noun.amounts().isEmpty()) amountsWhere(noun);
    }

    private void amountsWhere(Noun noun) {
        type("What the amounts of several " + words(noun) + " come to added up, which may be more than an Int holds.", "input " + noun.name() + "SumsWhere",
                noun.amounts().stream().map(amount -> field(said(noun, amount.name()), amount.name(), "FloatOps")).toList());
        type("What the amounts of several " + words(noun) + " come to at least or at most.", "input " + noun.name() + "AmountsWhere",
                noun.amounts().stream().map(amount -> field(said(noun, amount.name()), amount.name(), "IntOps")).toList());
        type("What the amounts of several " + words(noun) + " come to on average, rounded to two digits.", "input " + noun.name() + "AveragesWhere",
                noun.amounts().stream().map(amount -> field(said(noun, amount.name()), amount.name(), "FloatOps")).toList());
    }

    private void order(Noun noun) {
        type("One step of the order of " + words(noun) + ", eight at most; rows that are equal in every step are ordered by id.", "input " + noun.name() + "Order", List.of(
                field("By what.", "field", noun.name() + "OrderField!"),
                field("In which direction.", "direction", "OrderDirection! = ASC"),
                field("Where absent values stand.", "nulls", "NullsOrder! = LAST")));
        var values = new ArrayList<String>();
        noun.sortKeys().forEach((constant, key) -> values.add("  \"%s%s%s\"\n  %s\n".formatted(
                key.relation() == null ? "" : quoted(said(noun, key.relation().name())) + " Its: ",
                quoted(said(key.relation() == null ? noun : Nouns.named(key.relation().target()), key.field().name())), served(key.served()), constant)));
        type("What " + words(noun) + " can be ordered by; orders that no index serves cost more.", "enum " + noun.name() + "OrderField", values);
    }

    private static String served(Noun.Served served) {
        return switch (served) {
            case NOT -> "";
            case ASCENDING -> " An index serves it ascending with absent values last, and descending with them first.";
            case DESCENDING -> " An index serves it descending with absent values last, and ascending with them first.";
            case EITHER_WAY -> " An index serves it.";
        };
    }

    private void groups(Noun noun) {
        var name = noun.name();
        type("Which " + words(noun) + " have something in common, of those that may be seen.", "type " + name + "Groups", List.of(
                field("The groups, in the order asked for.", "groups", "[" + name + "Group!]!"),
                field("Whether there are more groups than were asked for.", "hasMore", "Boolean!")));
        var isAddedUp = !noun.amounts().isEmpty();
        var group = new ArrayList<>(List.of(field("What they have in common.", "by", name + "GroupKey!"), field("How many they are.", "count", "Int!")));
        if (isAddedUp) group.addAll(List.of(
                field("Added up; of absent values only: 0.", "sum", name + "Amounts!"),
                field("On average; absent values do not count.", "average", name + "Amounts!"),
                field("The least.", "min", name + "Amounts!"),
                field("The most.", "max", name + "Amounts!")));
        type("What several " + words(noun) + " have in common, and what they come to.", "type " + name + "Group", group);
        type("What the rows of a group have in common. Only what they are grouped by may be asked; null: absent in these rows, or not to be seen.", "type " + name + "GroupKey",
                noun.dimensions().values().stream().map(dimension -> field(dimension(noun, dimension), dimension.name(), switch (dimension.part()) {
                    case DAY -> "Date";
                    case MONTH -> "String";
                    case WHOLE -> bare(noun, dimension);
                })).toList());
        if (isAddedUp) type("What can be added up.", "type " + name + "Amounts", noun.amounts().stream().map(amount -> field(said(noun, amount.name()), amount.name(), "Float")).toList());
        type("What rows can be grouped by, eight dimensions at most.", "enum " + name + "Dimension", noun.dimensions().values().stream()
                .map(dimension -> "  \"%s\"\n  %s\n".formatted(quoted(dimension(noun, dimension)), dimension.constant())).toList());
        var having = new ArrayList<>(List.of(field("By how many they are.", "count", "IntOps")));
        if (isAddedUp) having.addAll(List.of(
                field("Added up.", "sum", name + "SumsWhere"),
                field("On average.", "average", name + "AveragesWhere"),
                field("The least.", "min", name + "AmountsWhere"),
                field("The most.", "max", name + "AmountsWhere")));
        type("Which groups.", "input " + name + "Having", having);
        if (isAddedUp && !text.toString().contains("input " + name + "AmountsWhere")) amountsWhere(noun);
    }

    private String dimension(Noun noun, Noun.Dimension dimension) {
        var of = dimension.relation() == null ? noun : Nouns.named(dimension.relation().target());
        var said = (dimension.relation() == null ? "" : said(noun, dimension.relation().name()) + " Its: ") + said(of, dimension.field().name());
        return switch (dimension.part()) {
            case WHOLE -> said;
            case DAY -> "The day, in China. " + said;
            case MONTH -> "The month, in China, as in 2024-09. " + said;
        };
    }

    private String bare(Noun noun, Noun.Dimension dimension) {
        return named(field(dimension.relation() == null ? noun : Nouns.named(dimension.relation().target()), dimension.field().name()).getType());
    }

    private void operators(String name, Ops of) {
        var fields = new ArrayList<String>();
        var words = sdl.getTypeOrNull(of.of) instanceof EnumTypeDefinition;
        for (var operator : Operator.values()) {
            if (!of.scalar.operators().contains(operator)) continue;
            if (words && !Set.of(Operator.EQ, Operator.NEQ, Operator.IN, Operator.NOT_IN, Operator.IS_NULL, Operator.HAS, Operator.HAS_SOME).contains(operator)) continue;
            fields.add(field(operator.says(), operator.spelled(), operator.asksTruth() ? "Boolean" : operator.takesMany() ? "[" + of.of + "!]" : of.of));
        }
        type("How a value of type " + of.of + " is compared. What is said holds together; what is left out is no constraint; a written null is an error.", "input " + name, fields);
    }

    private String ops(Noun noun, Noun.Field field) {
        var type = named(field(noun, field.name()).getType());
        if (type.equals("URL")) type = "String";
        var name = switch (field.scalar()) {
            case TEXTS -> type + "ListOps";
            case HASH, HEX -> "HashOps";
            default -> type + "Ops";
        };
        var scalar = switch (field.scalar()) {
            case AMOUNT -> Scalar.INT;
            case HEX -> Scalar.HASH;
            default -> field.scalar();
        };
        var known = ops.putIfAbsent(name, new Ops(type, scalar));
        assertTrue(known == null || known.scalar == scalar, () -> name + " for " + scalar + " and " + known.scalar);
        return name;
    }

    private String said(Noun noun, String field) {
        return field(noun, field).getDescription().getContent().strip().replaceAll("\\s+", " ");
    }

    private FieldDefinition field(Noun noun, String name) {
        return fields(noun).stream().filter(one -> one.getName().equals(name)).findFirst().orElseThrow(() -> new AssertionError("the SDL has no " + noun.name() + "." + name));
    }

    private List<FieldDefinition> fields(Noun noun) {
        var type = (ObjectTypeDefinition) sdl.getTypeOrNull(noun.name());
        var fields = new ArrayList<>(type.getFieldDefinitions());
        sdl.objectTypeExtensions().getOrDefault(noun.name(), List.of()).forEach(more -> fields.addAll(more.getFieldDefinitions()));
        return fields;
    }

    private static String named(Type<?> type) {
        return switch (type) {
            case NonNullType sure -> named(sure.getType());
            case ListType list -> named(list.getType());
            case TypeName name -> name.getName();
            default -> throw new AssertionError(type);
        };
    }

    /** {@code CommitteeNotice}: committee notices. */
    private static String words(Noun noun) {
        var words = noun.name().replaceAll("(?<=[a-z])([A-Z])", " $1").toLowerCase();
        if (words.equals("person")) return "people";
        return words.endsWith("y") ? words.substring(0, words.length() - 1) + "ies" : words.endsWith("s") ? words : words + "s";
    }

    private static String field(String says, String name, String type) {
        return "  \"%s\"\n  %s: %s\n".formatted(quoted(says), name, type);
    }

    private static String quoted(String says) {
        return says.replace("\\", "\\\\").replace("\"", "\\\"");
    }

    private void type(String says, String head, List<String> members) {
        text.append("\"").append(quoted(says)).append("\"\n").append(head).append(" {\n").append(String.join("", members)).append("}\n\n");
    }
}
