package zhicheng.server.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The demonstration's resources beside this class: comma-separated with a header, without quotes, lists between semicolons. */
final class Table {
    private Table() {}

    /** One line by the header's names; an empty cell is "nothing said". */
    record Line(Map<String, String> cells) {
        /** Null where the cell is empty. */
        String get(String column) {
            var cell = cells.get(column);
            if (cell == null) throw new IllegalArgumentException("no column «" + column + "» among " + cells.keySet());
            return cell.isEmpty() ? null : cell;
        }

        int number(String column) {
            return Integer.parseInt(get(column));
        }

        /** Null where the cell is empty. */
        String[] list(String column) {
            var cell = get(column);
            return cell == null ? null : cell.split(";");
        }
    }

    static List<Line> of(String name) {
        var lines = text(name).lines().map(line -> line.split(",", -1)).toList();
        var header = lines.getFirst();
        return lines.stream().skip(1).map(cells -> {
            if (cells.length != header.length) throw new IllegalArgumentException(name + ": " + header.length + " cells expected: " + Arrays.toString(cells));
            var line = new LinkedHashMap<String, String>();
            for (var place = 0; place < cells.length; place++) line.put(header[place], cells[place]);
            return new Line(line);
        }).toList();
    }

    /** The words of a file, between spaces. */
    static List<String> words(String name) {
        return List.of(text(name).strip().split("\\s+"));
    }

    static String text(String name) {
        try (var in = Table.class.getResourceAsStream(name)) {
            if (in == null) throw new IllegalArgumentException("no demonstration file " + name);
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
