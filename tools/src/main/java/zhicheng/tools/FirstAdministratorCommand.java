package zhicheng.tools;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import zhicheng.server.CannotStart;
import zhicheng.server.account.FirstAdministrator;
import zhicheng.server.calendar.OfficialOffset;
import zhicheng.server.database.Roles;

/** The first administrator's account, of a database in which there is none, and another code for one whose password was lost. */
@Command(name = "first-administrator", mixinStandardHelpOptions = true,
        description = {"Makes the first administrator's account of a server, and prints the code by which its password is set (mutation activateAccount), once, within 24 hours.",
                "An account of this name that nobody opened, since its code expired or was lost, gets another code; the one before is void.",
                "With --anew an administrator's account that was opened gets another code too, where the password was lost: that is void, and so are the outside identities bound to it; all its sessions end. Other administrators' accounts stay as they are.",
                "With --config or ZHICHENG_DATABASE_URL, of the PostgreSQL that serve is configured for; with --embedded, of the running serve --embedded. Where an administrator has opened his account already, it makes none."})
final class FirstAdministratorCommand implements Callable<Integer> {

    @Spec
    private CommandLine.Model.CommandSpec spec;

    @Parameters(paramLabel = "ACCOUNT", description = "the account's name: 3 to 63 characters, lower-case letters, digits, dot, underscore and hyphen")
    private String account;

    @Option(names = "--anew", description = "another code for this account, whose password is void from then on")
    private boolean anew;

    @Mixin
    private DataOption data;

    @Option(names = "--embedded", description = "of serve --embedded")
    private boolean embedded;

    @Option(names = "--config", paramLabel = "FILE", description = "configuration as properties, as serve has it; what stands in the environment comes before it")
    private Path config;

    @Override
    public Integer call() {
        var database = embedded ? data.running(Serve.folder(data.folder), "tools/zhicheng serve --embedded") : Serve.outside(Serve.configured(config));
        try (var connection = DriverManager.getConnection(database.url(), Roles.WRITER, database.roles().writer())) {
            connection.setAutoCommit(false);
            var now = Instant.now();
            var at = now.plus(OfficialOffset.of(database).orElse(Duration.ZERO));
            var made = anew ? Optional.of(FirstAdministrator.anew(connection, account, at, now)) : FirstAdministrator.make(connection, account, at, now);
            connection.commit();
            if (made.isEmpty()) {
                spec.commandLine().getErr().println("there is an administrator already; whoever it is makes the accounts of others. Where his password is lost: --anew, and the name of his account");
                return 1;
            }
            if (made.get().renewed()) spec.commandLine().getErr().printf("the code of %s is renewed; the one before%s is void%n", account, anew ? ", and its password," : "");
            spec.commandLine().getOut().println(made.get().code());
            return 0;
        } catch (IllegalArgumentException e) {
            throw new CommandLine.ParameterException(spec.commandLine(), e.getMessage(), e);
        } catch (SQLException e) {
            throw new CannotStart(CannotStart.Reason.DATABASE, "no account can be made in %s: %s".formatted(database.url(), e.getMessage()), e);
        }
    }
}
