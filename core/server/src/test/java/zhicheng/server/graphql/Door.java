package zhicheng.server.graphql;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import zhicheng.server.read.Noun;
import zhicheng.server.read.Nouns;
import zhicheng.server.read.Root;

/** A list that can be asked for: a root field's, or a relation's below one. {@code owners} lead from the root field to the row whose list it is. */
record Door(String root, List<Noun.ToMany> owners, Noun owner, Noun.ToMany relation, Noun noun) {
    boolean isRoot() { return relation == null; }

    String name() { return isRoot() ? "Query." + root : owner.name() + "." + relation.name(); }

    /** Whether a noun's fields are asked about here in every way: at its root field, or at the first list of it below one. */
    boolean isMain(List<Door> all) { return all.stream().filter(door -> door.noun == noun).findFirst().orElseThrow() == this; }

    /** @param lists each with its arguments and what is wanted of it */
    String around(String lists) {
        if (isRoot()) return "{ " + lists + " }";
        var whose = "(where: $owner, first: 100)";
        var text = new StringBuilder("{ ").append(root).append(owners.isEmpty() ? whose : "(first: 100)").append(" { nodes { ");
        for (var step = 0; step < owners.size(); step++) text.append(owners.get(step).name()).append(step == owners.size() - 1 ? whose : "(first: 100)").append(" { nodes { ");
        return text.append("id ").append(lists).append(" } } ".repeat(owners.size() + 1)).append('}').toString();
    }

    /** Every list of the API, each by the shortest way. */
    static List<Door> all() {
        var doors = new ArrayList<Door>();
        record Way(String root, List<Noun.ToMany> owners) {}
        var ways = new LinkedHashMap<Noun, Way>();
        var open = new ArrayDeque<Noun>();
        new TreeMap<>(ReadFields.ROOTS).forEach((name, root) -> {
            if (!(root instanceof Root.Rows(var noun))) return;
            doors.add(new Door(name, List.of(), null, null, noun));
            ways.put(noun, new Way(name, List.of()));
            open.add(noun);
        });
        while (!open.isEmpty()) {
            var owner = open.removeFirst();
            var way = ways.get(owner);
            for (var relation : owner.relations().values()) {
                if (!(relation instanceof Noun.ToMany many)) continue;
                var noun = Nouns.named(many.target());
                doors.add(new Door(way.root, way.owners, owner, many, noun));
                if (ways.putIfAbsent(noun, new Way(way.root, Stream.concat(way.owners.stream(), Stream.of(many)).toList())) == null) open.add(noun);
            }
        }
        return doors;
    }
}
