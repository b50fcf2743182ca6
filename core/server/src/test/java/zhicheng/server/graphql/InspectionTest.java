package zhicheng.server.graphql;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import zhicheng.server.read.Fixture;

/** Each test takes one thing away from, or adds one to, a schema that fits. */
class InspectionTest {

    public enum Colour { RED, GREEN }

    public record Thing(String name, List<String> tags, Optional<String> note) {}

    private static final String SDL = """
            extend type Query { thing(colour: Colour): Thing! }
            type Thing { name: String! tags: [String!]! note: String }
            enum Colour { RED GREEN }
            """;

    private static final Wires THING = wiring -> {
        EnumOf.wire(wiring, "Colour", Colour.class);
        wiring.type("Query", type -> type.dataFetcher("thing", field -> new Thing("a", List.of(), Optional.empty())))
                .type("Thing", type -> type.defaultDataFetcher(Reads.from(Thing.class)));
    };

    @Test
    void what_fits_starts() {
        assertDoesNotThrow(() -> schema(SDL, THING));
    }

    @Test
    void a_field_that_nothing_answers() {
        refused("Query.other: nothing answers this field", SDL + "extend type Query { other: String }", THING);
    }

    @Test
    void a_field_that_the_class_does_not_have() {
        refused("Thing.size: " + Thing.class.getName() + " has no method size()", SDL + "extend type Thing { size: Int }", THING);
    }

    @Test
    void one_where_many_are_asked_for_and_the_other_way_round() {
        refused("Thing.name: ", SDL.replace("name: String!", "name: [String!]!"), THING);
        refused("Thing.tags: ", SDL.replace("tags: [String!]!", "tags: String!"), THING);
    }

    @Test
    void what_may_be_empty_where_null_is_not_allowed() {
        refused("Thing.note: ", SDL.replace("note: String", "note: String!"), THING);
    }

    @Test
    void a_default_fetcher_that_cannot_say_what_it_answers() {
        refused("Thing.name: the default fetcher cannot say", SDL, wiring -> {
            EnumOf.wire(wiring, "Colour", Colour.class);
            wiring.type("Query", type -> type.dataFetcher("thing", field -> ""))
                    .type("Thing", type -> type.defaultDataFetcher(field -> ""));
        });
    }

    @Test
    void an_enum_value_on_one_side_only() {
        refused("enum Colour: BLUE is not in " + Colour.class.getName(), SDL.replace("RED", "RED BLUE"), THING);
        refused("enum Colour: RED of " + Colour.class.getName() + " is not in the SDL", SDL.replace("RED", ""), THING);
    }

    @Test
    void an_enum_without_values() {
        refused("enum Size: no EnumOf gives its values", SDL + "enum Size { BIG } extend type Query { other(size: Size): String }", THING,
                wiring -> wiring.type("Query", type -> type.dataFetcher("other", field -> "")));
    }

    @Test
    void wiring_for_what_is_not_in_the_sdl() {
        refused("Query.other: wired, but not in the SDL", SDL, THING,
                wiring -> wiring.type("Query", type -> type.dataFetcher("other", field -> "")));
        refused("Other: wired, but not in the SDL", SDL, THING,
                wiring -> wiring.type("Other", type -> type.dataFetcher("name", field -> "")));
        refused("enum Size: wired, but not in the SDL", SDL, THING, wiring -> EnumOf.wire(wiring, "Size", List.of("BIG")));
        refused("Thing: has a type resolver", SDL, THING, wiring -> wiring.type("Thing", type -> type.typeResolver(_ -> null)));
    }

    @Test
    void a_mutation_that_does_not_say_for_whom_it_is() {
        Wires change = wiring -> wiring.type("Mutation", type -> type.dataFetcher("change", field -> ""));
        refused("Mutation.change: a mutation says who may use it", SDL + "type Mutation { change: String }", THING, change);
        refused("@role names no role", SDL + "type Mutation { change: String @role(any: []) }", THING, change);
        assertDoesNotThrow(() -> schema(SDL + "type Mutation { change: String @role(any: [APPLICANT]) }", THING, change));
    }

    @Test
    void a_role_that_does_not_exist() {
        var complaint = assertThrows(RuntimeException.class, () -> schema(SDL + "type Mutation { change: String @role(any: [KING]) }", THING,
                wiring -> wiring.type("Mutation", type -> type.dataFetcher("change", field -> ""))));
        assertTrue(complaint.getMessage().contains("KING"), complaint.getMessage());
    }

    @Test
    void a_type_that_does_not_exist() {
        refused("Missing", SDL + "extend type Query { other: Missing }", THING);
    }

    @Test
    void all_complaints_come_at_once() {
        var message = message(SDL + "extend type Query { other: String more: Int }", THING);
        assertTrue(message.contains("Query.other") && message.contains("Query.more"), message);
    }

    private static void refused(String complaint, String sdl, Wires... wires) {
        var message = message(sdl, wires);
        assertTrue(message.contains(complaint), message);
    }

    private static String message(String sdl, Wires... wires) {
        return assertThrows(IllegalStateException.class, () -> schema(sdl, wires)).getMessage();
    }

    private static void schema(String sdl, Wires... wires) {
        var all = new ArrayList<>(List.of(wires));
        all.add(new Scalars());
        all.add(new ServerWires(Fixture.CLOCK));
        Schema.of(List.of(SmallSchema.root(), new SdlFiles.Sdl("test.graphqls", sdl)), all);
    }
}
