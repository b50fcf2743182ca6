package zhicheng.server.graphql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import graphql.language.DescribedNode;
import graphql.language.EnumTypeDefinition;
import graphql.language.FieldDefinition;
import graphql.language.InputObjectTypeDefinition;
import graphql.language.InterfaceTypeDefinition;
import graphql.language.ListType;
import graphql.language.NonNullType;
import graphql.language.ObjectTypeDefinition;
import graphql.language.ScalarTypeDefinition;
import graphql.language.Type;
import graphql.language.TypeDefinition;
import graphql.language.TypeName;
import graphql.language.UnionTypeDefinition;
import graphql.schema.idl.ScalarInfo;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import zhicheng.server.TestDatabase;
import zhicheng.server.read.Noun;
import zhicheng.server.read.Nouns;
import zhicheng.server.read.Scalar;

/** Table, catalogue and SDL say the same of every field: that it is there, of which type, whether it can be absent, and what it can be asked by. */
@Tag("database")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CatalogueTest {
    private static final Map<Scalar, String> COLUMNS = Map.of(Scalar.ID, "uuid", Scalar.TEXT, "text", Scalar.INT, "integer", Scalar.AMOUNT, "integer", Scalar.BOOLEAN, "boolean", Scalar.DATE, "date",
            Scalar.INSTANT, "timestamp with time zone", Scalar.TEXTS, "ARRAY", Scalar.HASH, "bytea", Scalar.HEX, "text");

    private final TypeDefinitionRegistry sdl = new SchemaParser().parse(new SdlFiles().all().stream().map(SdlFiles.Sdl::text).collect(Collectors.joining("\n")));
    private TestDatabase database;

    @BeforeAll
    void start() {
        database = TestDatabase.fresh();
    }

    @AfterAll
    void stop() {
        database.close();
    }

    @Test
    void every_declared_column_is_in_its_table_as_declared() throws SQLException {
        var compared = 0;
        for (var noun : Nouns.all()) {
            var columns = columns(noun.table());
            for (var field : noun.fields().values()) {
                var column = columns.get(field.column());
                assertNotNull(column, noun.name() + "." + field.name());
                assertEquals(COLUMNS.get(field.scalar()), column.type, noun.name() + "." + field.name());
                assertEquals(field.nullable(), column.nullable || field.isForSome(), noun.name() + "." + field.name() + " may be absent");
                compared++;
            }
            for (var relation : noun.relations().values()) {
                var column = switch (relation) {
                    case Noun.ToOne one -> columns.get(one.column());
                    case Noun.ToMany many -> columns(Nouns.named(many.target()).table()).get(many.column());
                };
                assertEquals("uuid", column.type, noun.name() + "." + relation.name());
                if (relation instanceof Noun.ToOne one && !one.nullable()) {
                    assertEquals(false, column.nullable, noun.name() + "." + relation.name());
                    assertTrue(one.implied(), noun.name() + "." + relation.name() + " is never null, so whoever sees the one sees the other");
                }
                compared++;
            }
        }
        assertTrue(compared > 100);
    }

    @Test
    void every_field_of_the_sdl_is_as_the_catalogue_has_it() {
        var compared = 0;
        for (var noun : Nouns.all()) {
            var type = (ObjectTypeDefinition) sdl.getTypeOrNull(noun.name());
            var fields = new HashMap<String, Type<?>>();
            type.getFieldDefinitions().forEach(field -> fields.put(field.getName(), field.getType()));
            sdl.objectTypeExtensions().getOrDefault(noun.name(), List.of()).forEach(more -> more.getFieldDefinitions().forEach(field -> fields.put(field.getName(), field.getType())));
            var known = new TreeSet<>(noun.fields().keySet());
            known.addAll(noun.relations().keySet());
            assertEquals(known, new TreeSet<>(fields.keySet()), noun.name());
            for (var field : noun.fields().values()) {
                assertEquals(!field.nullable(), fields.get(field.name()) instanceof NonNullType, noun.name() + "." + field.name() + " is non-null");
                assertEquals(field.scalar() == Scalar.TEXTS, bare(fields.get(field.name())) instanceof ListType, noun.name() + "." + field.name());
                compared++;
            }
            for (var relation : noun.relations().values()) {
                var target = relation instanceof Noun.ToMany ? relation.target() + "Connection" : relation.target();
                assertEquals(target, ((TypeName) bare(fields.get(relation.name()))).getName(), noun.name() + "." + relation.name());
                var always = switch (relation) {
                    case Noun.ToOne one -> !one.nullable();
                    case Noun.ToMany many -> true;
                };
                assertEquals(always, fields.get(relation.name()) instanceof NonNullType, noun.name() + "." + relation.name());
                compared++;
            }
        }
        assertTrue(compared > 100);
    }

    @Test
    void every_word_of_the_schema_is_explained() {
        var words = new TreeMap<String, DescribedNode<?>>();
        sdl.getDirectiveDefinitions().values().forEach(directive -> {
            words.put("@" + directive.getName(), directive);
            directive.getInputValueDefinitions().forEach(value -> words.put("@" + directive.getName() + "(" + value.getName() + ")", value));
        });
        sdl.scalars().values().stream().filter(scalar -> !ScalarInfo.isGraphqlSpecifiedScalar(scalar.getName())).forEach(scalar -> words.put(scalar.getName(), scalar));
        for (var type : sdl.types().values()) {
            words.put(type.getName(), (DescribedNode<?>) type);
            words(type, words);
        }
        sdl.objectTypeExtensions().values().forEach(all -> all.forEach(more -> words(more, words)));
        sdl.inputObjectTypeExtensions().values().forEach(all -> all.forEach(more -> words(more, words)));
        sdl.enumTypeExtensions().values().forEach(all -> all.forEach(more -> words(more, words)));
        sdl.interfaceTypeExtensions().values().forEach(all -> all.forEach(more -> words(more, words)));
        for (var some : List.of("Query.dossiers", "Query.dossiers(where)", "Dossier.title", "DossierWhere.title", "DossierStage.DRAFT", "Node.id", "Date", "@role(any)"))
            assertTrue(words.containsKey(some), some);
        assertEquals(List.of(), words.entrySet().stream().filter(word -> word.getValue().getDescription() == null).map(Map.Entry::getKey).toList());
    }

    /** What a type, or more of one, is made of. */
    private static void words(TypeDefinition<?> type, Map<String, DescribedNode<?>> words) {
        switch (type) {
            case ObjectTypeDefinition object -> words(object.getName(), object.getFieldDefinitions(), words);
            case InterfaceTypeDefinition face -> words(face.getName(), face.getFieldDefinitions(), words);
            case InputObjectTypeDefinition input -> input.getInputValueDefinitions().forEach(value -> words.put(input.getName() + "." + value.getName(), value));
            case EnumTypeDefinition constants -> constants.getEnumValueDefinitions().forEach(value -> words.put(constants.getName() + "." + value.getName(), value));
            case UnionTypeDefinition _, ScalarTypeDefinition _ -> { }
            default -> throw new AssertionError(type);
        }
    }

    private static void words(String type, List<FieldDefinition> fields, Map<String, DescribedNode<?>> words) {
        for (var field : fields) {
            words.put(type + "." + field.getName(), field);
            field.getInputValueDefinitions().forEach(value -> words.put(type + "." + field.getName() + "(" + value.getName() + ")", value));
        }
    }

    private record Column(String type, boolean nullable) {}

    private Map<String, Column> columns(String table) throws SQLException {
        try (var connection = database.owner().getConnection();
                var select = connection.prepareStatement("select column_name, data_type, is_nullable from information_schema.columns where table_name = ?")) {
            select.setString(1, table);
            try (var rows = select.executeQuery()) {
                var columns = new HashMap<String, Column>();
                while (rows.next()) columns.put(rows.getString(1), new Column(rows.getString(2), rows.getString(3).equals("YES")));
                return columns;
            }
        }
    }

    private static Type<?> bare(Type<?> type) {
        return type instanceof NonNullType sure ? sure.getType() : type;
    }
}
