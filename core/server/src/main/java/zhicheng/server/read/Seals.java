package zhicheng.server.read;

import java.util.List;
import java.util.Map;
import zhicheng.server.account.Viewer;

/** Puts cursors where PostgreSQL wrote sort keys: the selection says where those stand. */
final class Seals {
    private final Cursors cursors;
    private final Viewer viewer;

    Seals(Cursors cursors, Viewer viewer) {
        this.cursors = cursors;
        this.viewer = viewer;
    }

    void object(Noun noun, Map<String, Object> row, Selection selection) {
        for (var field : selection.of(noun.name()).fields())
            switch (noun.relations().get(field.name())) {
                case Noun.ToOne one when row.get(field.key()) != null -> object(Nouns.named(one.target()), map(row.get(field.key())), field.below());
                case Noun.ToMany many -> connection(Nouns.named(many.target()), noun.name(), map(row.get(field.key())), field);
                case null, default -> { }
            }
    }

    /** @param parent whose list it is: a noun's name, or {@link Cursors#ROOT} */
    void connection(Noun noun, String parent, Map<String, Object> answer, Selection.Field list) {
        if (Boolean.FALSE.equals(answer.remove(Compiler.OWN_CURSOR))) throw Cursors.givenFor("another list");
        var book = cursors.of(viewer, parent, list.name(), Filters.where(noun, list.arguments()), Page.of(noun, list.arguments()).order());
        for (var field : list.below().of(noun.name() + "Connection").fields())
            switch (field.name()) {
                case "nodes" -> rows(answer, field).forEach(row -> object(noun, row, field.below()));
                case "edges" -> rows(answer, field).forEach(edge -> edge(noun, book, edge, field.below().of(noun.name() + "Edge")));
                case "pageInfo" -> pageInfo(book, map(answer.get(field.key())), field.below().of("PageInfo"));
                default -> { }
            }
    }

    private void edge(Noun noun, Cursors.Book book, Map<String, Object> edge, Selection selection) {
        for (var field : selection.fields())
            switch (field.name()) {
                case "cursor" -> edge.put(field.key(), book.cursor((List<?>) edge.get(field.key())));
                case "node" -> object(noun, map(edge.get(field.key())), field.below());
                default -> { }
            }
    }

    private static void pageInfo(Cursors.Book book, Map<String, Object> info, Selection selection) {
        for (var field : selection.fields())
            if (field.name().endsWith("Cursor") && info.get(field.key()) != null) info.put(field.key(), book.cursor((List<?>) info.get(field.key())));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> rows(Map<String, Object> answer, Selection.Field field) {
        return (List<Map<String, Object>>) answer.get(field.key());
    }
}
