package zhicheng.server;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import zhicheng.server.calendar.OfficialOffset;
import zhicheng.server.database.DatabaseAccess;
import zhicheng.server.database.Migration;
import zhicheng.server.read.ReadPool;

/** A server on one database: migrated first, then its beans, then, when asked, the port. */
public final class Server implements AutoCloseable {

    private final ApplicationContext context;

    private Server(ApplicationContext context) {
        this.context = context;
    }

    /**
     * Migrates and makes everything ready that does not need the port.
     *
     * @param settings configuration over that of the files and the environment; may be empty
     * @param officialTime in a demonstration the official time with which a new database begins; empty otherwise
     * @throws CannotStart where the database does not answer or cannot be migrated, or a region is wrong
     */
    public static Server prepare(DatabaseAccess database, Map<String, Object> settings, Optional<Instant> officialTime) {
        Migration.run(database.url(), database.roles().owner());
        officialTime.ifPresent(time -> OfficialOffset.setOnce(database, Duration.between(Instant.now(), time)));
        var all = new LinkedHashMap<String, Object>(database.settings());
        OfficialOffset.of(database).ifPresent(offset -> all.put("zhicheng.official-time.offset", offset.toString()));
        all.putAll(settings);
        var context = ApplicationContext.builder()
                .deduceEnvironment(false)
                .banner(false)
                .properties(all)
                .build();
        try {
            context.start();
            context.getBean(ReadPool.class).tryOut();
            return new Server(context);
        } catch (RuntimeException e) {
            context.close();
            throw CannotStart.in(e);
        }
    }

    /** The server's beans. */
    public ApplicationContext context() {
        return context;
    }

    /**
     * Opens the port.
     *
     * @return where it listens, e.g. {@code http://localhost:8080}
     * @throws CannotStart where the port is taken
     */
    public String listen() {
        var server = context.getBean(EmbeddedServer.class);
        try {
            server.start();
        } catch (RuntimeException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause())
                if (cause instanceof BindException)
                    throw portTaken(context.getProperty("micronaut.server.port", Integer.class).orElse(8080), e);
            throw CannotStart.in(e);
        }
        return server.getURL().toString();
    }

    /** Ends what runs and gives the port back. */
    @Override
    public void close() {
        context.close();
    }

    /**
     * Looks before anything else is started whether the port is free.
     *
     * @param port 0 for any
     * @throws CannotStart where it is taken
     */
    public static void checkPort(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true); // what a server that has just been stopped leaves behind does not count
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException e) {
            throw portTaken(port, e);
        }
    }

    private static CannotStart portTaken(int port, Exception cause) {
        return new CannotStart(CannotStart.Reason.PORT_TAKEN,
                "port %d is taken by another program. Stop that one, or give another port with --port.".formatted(port), cause);
    }
}
