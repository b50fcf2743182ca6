package zhicheng.server.database;

import java.util.List;

/**
 * The three roles that use the database; none of them is a superuser, makes databases or roles, or passes row-level
 * security.
 *
 * <ul>
 *   <li>{@code zhicheng_owner} owns the database and its tables; migrations, and nothing else, run as it;
 *   <li>{@code zhicheng_writer} carries commands out;
 *   <li>{@code zhicheng_reader} runs what the read compiler makes, and sees only the columns that it may name.
 * </ul>
 *
 * They exist before the first migration, which grants to them by name.
 *
 * @param owner the owner's password
 * @param writer the writer's password
 * @param reader the reader's password
 */
public record Roles(String owner, String writer, String reader) {

    /** Migrations run as this role. */
    public static final String OWNER = "zhicheng_owner";
    /** Commands run as this role. */
    public static final String WRITER = "zhicheng_writer";
    /** Reads run as this role. */
    public static final String READER = "zhicheng_reader";
    /** The database's name in a local start. */
    public static final String DATABASE = "zhicheng";

    /** Statements that make the three roles, to be run as superuser. */
    public List<String> create() {
        return List.of(create(OWNER, owner), create(WRITER, writer), create(READER, reader));
    }

    /** Statements that make a database for the three roles, to be run as superuser; each stands alone. */
    public static List<String> createDatabase(String name, String template) {
        return List.of(
                "create database %s owner %s template %s".formatted(name, OWNER, template),
                "revoke all on database %s from public".formatted(name),
                "grant connect on database %s to %s, %s".formatted(name, WRITER, READER));
    }

    /** Never the passwords. */
    @Override
    public String toString() {
        return "Roles[" + OWNER + ", " + WRITER + ", " + READER + "]";
    }

    private static String create(String role, String password) {
        return "create role %s login nosuperuser nocreatedb nocreaterole noreplication nobypassrls password '%s'"
                .formatted(role, password.replace("'", "''"));
    }
}
