package zhicheng.tools.bench;

import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import zhicheng.server.database.DatabaseAccess;

/** The database of a measurement, as one of its roles. */
record Database(DatabaseAccess access) {

    Connection as(String role) throws SQLException {
        return DriverManager.getConnection(access.url(), role, password(role));
    }

    String password(String role) {
        return switch (role) {
            case zhicheng.server.database.Roles.OWNER -> access.roles().owner();
            case zhicheng.server.database.Roles.WRITER -> access.roles().writer();
            case zhicheng.server.database.Roles.READER -> access.roles().reader();
            default -> throw new IllegalArgumentException("no role is called " + role);
        };
    }

    /** Where it listens: {@code postgresql://127.0.0.1:15432/zhicheng}. */
    URI address() {
        return URI.create(access.url().substring("jdbc:".length()));
    }

    /** The first column of every row, as text. */
    static List<String> texts(Connection connection, String statement) throws SQLException {
        try (var select = connection.createStatement(); var rows = select.executeQuery(statement)) {
            var texts = new ArrayList<String>();
            while (rows.next()) texts.add(rows.getString(1));
            return texts;
        }
    }
}
