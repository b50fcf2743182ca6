package zhicheng.tools;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import zhicheng.server.CannotStart;
import zhicheng.server.database.EmbeddedPostgres;
import zhicheng.server.database.Roles;
import zhicheng.server.local.SigningKey;

/** A token for an account of a running demonstration, on standard output and alone there. */
@Command(name = "token", mixinStandardHelpOptions = true,
        description = "Prints a token for an account of the running demonstration, good for twelve hours.")
final class Token implements Callable<Integer> {

    @Spec
    private CommandLine.Model.CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "ACCOUNT", description = "an account's name; without one the accounts are listed")
    private String account;

    @Mixin
    private DataOption data;

    @Override
    public Integer call() {
        var folder = Demo.folder(data.folder);
        var key = SigningKey.in(folder).orElseThrow(() -> notRunning(folder, null));
        var database = EmbeddedPostgres.access(folder).orElseThrow(() -> notRunning(folder, null));
        try (var connection = DriverManager.getConnection(database.url(), Roles.WRITER, database.roles().writer())) {
            return account == null ? list(connection) : print(connection, key);
        } catch (SQLException e) {
            if (e.getSQLState() != null && e.getSQLState().startsWith("08")) // connection refused
                throw notRunning(folder, e);
            throw new IllegalStateException(e);
        }
    }

    private int list(Connection connection) throws SQLException {
        try (var rows = connection.createStatement().executeQuery(
                "select name, array_to_string(roles, ', ') from account where not disabled order by name collate \"C\" limit 100")) {
            while (rows.next())
                spec.commandLine().getOut().printf("%-32s %s%n", rows.getString(1), rows.getString(2));
            return 0;
        }
    }

    private int print(Connection connection, SigningKey key) throws SQLException {
        try (var select = connection.prepareStatement("select id, roles from account where name = ? and not disabled")) {
            select.setString(1, account);
            var row = select.executeQuery();
            if (!row.next()) {
                spec.commandLine().getErr().printf("there is no account «%s»; %s lists those there are%n", account, data.given("tools/zhicheng token"));
                return 1;
            }
            var roles = List.of((String[]) row.getArray(2).getArray());
            spec.commandLine().getOut().println(key.token(row.getObject(1, UUID.class), roles, Instant.now()));
            return 0;
        }
    }

    private CannotStart notRunning(Path folder, Exception cause) {
        return new CannotStart(CannotStart.Reason.DATABASE,
                "no demonstration runs in %s. Start one with %s, or say where it is with --data.".formatted(folder, data.given("tools/zhicheng demo")), cause);
    }
}
