package zhicheng.tools.bench;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import zhicheng.server.database.Roles;
import zhicheng.server.local.DataFolder;
import zhicheng.server.region.LoadedEdition;
import zhicheng.server.region.Regions;

/** The data set that is read, made once per data folder ({@code data.sql}) in one transaction: the whole of it, or nothing. */
final class DataSet {
    private static final String MADE = "bench-rows";
    /** What is loaded, in no particular order; what hangs on these tables is put aside meanwhile and made anew afterwards. */
    private static final List<String> TABLES = List.of("organisation", "person", "account", "committee", "dossier", "dossier_hours", "dossier_title", "dossier_degree",
            "dossier_assessment", "achievement", "dossier_achievement", "search_text");

    private final Database database;
    private final DataFolder folder;
    private final PrintWriter out;

    DataSet(Database database, DataFolder folder, PrintWriter out) {
        this.database = database;
        this.folder = folder;
        this.out = out;
    }

    /** How many dossiers the folder has already; 0: none. */
    static int rows(DataFolder folder) {
        return folder.kept(MADE).map(Integer::parseInt).orElse(0);
    }

    /** @param regions of which the dossiers are pinned to the editions that are loaded */
    void make(int rows, Regions regions) throws SQLException {
        var started = System.nanoTime();
        try (var owner = database.as(Roles.OWNER)) {
            owner.setAutoCommit(false);
            run(owner, "set local work_mem = '256MB'; set local maintenance_work_mem = '512MB'; set local jit = off");
            var years = new TreeMap<String, String>();
            for (var region : List.of("bijie", "xianning", "jiayuguan")) years.put(region, pin(owner, regions, region));
            var states = Database.texts(owner, """
                    select format('alter table %%I enable %%s trigger %%I', t.relname, case g.tgenabled when 'A' then 'always' else '' end, g.tgname)
                    from pg_trigger g join pg_class t on t.oid = g.tgrelid where t.relname in (%s) and not g.tgisinternal and g.tgparentid = 0 and g.tgenabled <> 'D'""".formatted(names()));
            var keys = constraints(owner, "add constraint %I %s", "p", "u");
            var references = constraints(owner, "add constraint %I %s", "f");
            var indexes = Database.texts(owner, """
                    select replace(pg_get_indexdef(i.indexrelid), ' ON ONLY ', ' ON ') from pg_index i join pg_class t on t.oid = i.indrelid
                    where t.relname in (%s) and not exists (select from pg_constraint c where c.conindid = i.indexrelid)""".formatted(names()));
            step("put aside", () -> {
                for (var one : states) run(owner, one.replaceFirst(" enable (always)? *trigger ", " disable trigger "));
                for (var one : constraints(owner, "drop constraint %I", "f")) run(owner, one);
                for (var one : constraints(owner, "drop constraint %I", "p", "u")) run(owner, one);
                for (var one : Database.texts(owner, """
                        select format('drop index %%s', i.indexrelid::regclass) from pg_index i join pg_class t on t.oid = i.indrelid
                        where t.relname in (%s) and not exists (select from pg_constraint c where c.conindid = i.indexrelid)""".formatted(names()))) run(owner, one);
                run(owner, "truncate " + String.join(", ", TABLES)); // they are empty: new files, of which nothing need be logged
            });
            for (var part : Shape.resource("data.sql").orElseThrow().split("(?m)^-- step: ")) {
                var text = part.split("\n", 2);
                if (!part.startsWith("--")) step(text[0], () -> run(owner, filled(text[1], rows, years)));
            }
            for (var one : indexes) step(one.replaceFirst("^CREATE (UNIQUE )?INDEX (\\S+) .*$", "index $2"), () -> run(owner, one));
            step("keys", () -> {
                for (var one : keys) run(owner, one);
            });
            step("foreign keys", () -> {
                for (var one : references) run(owner, one);
                for (var one : states) run(owner, one);
            });
            step("commit", owner::commit);
            owner.setAutoCommit(true);
            step("vacuum, analyze", () -> run(owner, "vacuum (analyze)"));
        }
        folder.keep(MADE, Integer.toString(rows));
        out.printf("loaded in %d s%n", Duration.ofNanos(System.nanoTime() - started).toSeconds());
    }

    /** What there is, in a line. */
    String size() throws SQLException {
        try (var owner = database.as(Roles.OWNER)) {
            return String.join("", Database.texts(owner, """
                    select format('%s dossiers, %s achievements picked, %s people, %s employers and offices, %s years of hours; %s on disk',
                        (select count(*) from dossier), (select count(*) from dossier_achievement), (select count(*) from person), (select count(*) from organisation),
                        (select count(*) from dossier_hours), pg_size_pretty(pg_database_size(current_database())))"""));
        }
    }

    /**
     * The data set is kept while the regions' facts change: its dossiers are taken for pinned to the editions that are loaded now. Their own hashes stay
     * as they were, which no read here looks at, so that a million rows are not written anew.
     */
    void pinAnew(Regions regions) throws SQLException {
        try (var owner = database.as(Roles.OWNER)) {
            owner.setAutoCommit(false);
            var there = Database.texts(owner, "select concat_ws(' ', region, year, edition, facts_hash) from notice_edition");
            var changed = regions.all().stream().flatMap(region -> regions.editions(region.id()).stream())
                    .filter(edition -> there.stream().anyMatch(one -> one.startsWith("%s %d %d ".formatted(edition.region().id(), edition.year(), edition.number()))))
                    .filter(edition -> there.stream().noneMatch(one -> one.endsWith(edition.hash()))).toList();
            if (changed.isEmpty()) return;
            run(owner, "alter table dossier drop constraint dossier_is_pinned_to_an_edition; alter table notice_edition disable trigger notice_edition_is_append_only");
            for (var edition : changed)
                zhicheng.server.database.Sql.write(owner, "update notice_edition set facts_hash = ?, readings = ?::jsonb where region = ? and year = ? and edition = ?",
                        edition.hash(), readings(edition), edition.region().id(), edition.year(), edition.number());
            run(owner, "alter table notice_edition enable always trigger notice_edition_is_append_only");
            run(owner, "alter table dossier add constraint dossier_is_pinned_to_an_edition foreign key (region, year, edition, facts_hash) references notice_edition not valid");
            owner.commit();
        }
    }

    /** Of the tables that are loaded, and those that point at them. @param what to do to each, a format of its name and its text */
    private static List<String> constraints(Connection owner, String what, String... types) throws SQLException {
        return Database.texts(owner, """
                select format('alter table %%s ', c.conrelid::regclass) || format('%s', c.conname, pg_get_constraintdef(c.oid))
                from pg_constraint c left join pg_class t on t.oid = c.conrelid left join pg_class r on r.oid = c.confrelid
                where c.contype in (%s) and (t.relname in (%3$s) or r.relname in (%3$s)) and c.conparentid = 0 order by c.oid""".formatted(
                what, Stream.of(types).map(type -> "'" + type + "'").collect(Collectors.joining(", ")), names()));
    }

    private static String readings(LoadedEdition edition) {
        return edition.readings().entrySet().stream().map(one -> "\"%s\":\"%s\"".formatted(one.getKey(), one.getValue())).collect(Collectors.joining(",", "{", "}"));
    }

    /** @return the region's years as an array of PostgreSQL */
    private static String pin(Connection owner, Regions regions, String region) throws SQLException {
        var years = new ArrayList<String>();
        for (var edition : regions.editions(region)) {
            if (!regions.newest(region, edition.year()).filter(edition::equals).isPresent()) continue;
            zhicheng.server.database.Sql.write(owner, """
                    insert into notice_edition (region, year, edition, facts_hash, readings, first_pinned_at) values (?, ?, ?, ?, ?::jsonb, '2020-01-01Z') on conflict do nothing""",
                    region, edition.year(), edition.number(), edition.hash(), readings(edition));
            years.add(Integer.toString(edition.year()));
        }
        if (years.isEmpty()) throw new IllegalStateException("the region " + region + " has no edition");
        return years.stream().sorted().collect(Collectors.joining(",", "'{", "}'"));
    }

    private static String filled(String text, int rows, Map<String, String> years) {
        for (var one : years.entrySet()) text = text.replace("{" + one.getKey() + "}", one.getValue());
        return text.replace("{rows}", Integer.toString(rows)).replace("{surnames}", words("surnames")).replace("{given}", words("given-names"));
    }

    /** Words of the demonstration's made-up people. */
    private static String words(String file) {
        try (var in = Regions.class.getResourceAsStream("/zhicheng/server/demo/" + file + ".txt")) {
            return "{" + String.join(",", new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8).strip().split("\\s+")) + "}";
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String names() {
        return TABLES.stream().map(table -> "'" + table + "'").collect(Collectors.joining(", "));
    }

    private static void run(Connection owner, String text) throws SQLException {
        try (var statement = owner.createStatement()) {
            statement.execute(text);
        }
    }

    @FunctionalInterface
    private interface Step {
        void take() throws SQLException;
    }

    private void step(String name, Step step) throws SQLException {
        out.printf("  %-40s", name);
        out.flush();
        var started = System.nanoTime();
        step.take();
        out.printf("%8.1f s%n", (System.nanoTime() - started) / 1e9);
    }
}
