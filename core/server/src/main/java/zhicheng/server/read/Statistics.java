package zhicheng.server.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import zhicheng.spi.National;
import zhicheng.spi.Series;

/**
 * How many dossiers of a year were handed in, by region, series and level, beyond what the viewer may see. The database counts and withholds (V009); it knows
 * who looks, and what of it is his own (V024), so that nothing is learned by subtracting that.
 */
final class Statistics {
    private static final String CELL = "DossierCell";

    private Statistics() {}

    static Sql of(Selection.Field field) {
        var year = Sql.value(field.arguments().get("year"));
        var region = field.arguments().get("region") == null ? Sql.of("null::text") : Sql.value(field.arguments().get("region"));
        var before = given(field.arguments(), Root.Statistics.BEFORE);
        var withheldUnder = given(field.arguments(), Root.Statistics.WITHHELD_UNDER);
        var parts = new ArrayList<Sql>();
        for (var wanted : field.below().of("DossierStatistics").fields()) {
            parts.add(Sql.literal(wanted.key()));
            parts.add(switch (wanted.name()) {
                case "countedTo" -> Sql.of("{}::date - 1", before);
                case "withheldUnder" -> Sql.of("{}::integer", withheldUnder);
                case "cells" -> Sql.of("(select coalesce(json_agg({} order by s.region collate \"C\", s.series collate \"C\", s.level collate \"C\"), '[]') from dossier_statistics({}, {}, {}, {}, {}) s)",
                        cell(wanted.below()), year, region, before, withheldUnder, Sql.value(National.series().stream().map(Series::code).toArray(String[]::new)));
                case "__typename" -> Sql.literal("DossierStatistics");
                default -> throw new IllegalArgumentException("statistics have no " + wanted.name());
            });
        }
        return Sql.of("select convert_to({}::text, 'UTF8')", Compiler.json(parts));
    }

    /** Put there by whoever asks. */
    private static Sql given(Map<String, Object> arguments, String key) {
        return Sql.value((Given) _ -> arguments.get(key));
    }

    private static Sql cell(Selection selection) {
        var parts = new ArrayList<Sql>();
        for (var wanted : selection.of(CELL).fields()) {
            parts.add(Sql.literal(wanted.key()));
            parts.add(switch (wanted.name()) {
                case "region", "series", "level", "count" -> Sql.of("s." + wanted.name());
                case "withheld" -> Sql.of("s.count is null");
                case "__typename" -> Sql.literal(CELL);
                default -> throw new IllegalArgumentException("a cell has no " + wanted.name());
            });
        }
        return Compiler.json(List.copyOf(parts));
    }
}
