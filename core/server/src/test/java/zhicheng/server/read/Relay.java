package zhicheng.server.read;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Stands between a pool and PostgreSQL, and can fall silent: it takes connections then, and says nothing on them, ever. */
public final class Relay implements AutoCloseable {
    private final URI database;
    private final ServerSocket here;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean isSilent;

    /** @param url JDBC */
    public Relay(String url) throws IOException {
        database = URI.create(url.substring("jdbc:".length()));
        here = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        Thread.startVirtualThread(this::take);
    }

    /** JDBC. */
    public String url() {
        return "jdbc:" + database.toString().replace(database.getAuthority(), "127.0.0.1:" + here.getLocalPort());
    }

    /** From now on; what is connected is cut. */
    public void silence() {
        isSilent = true;
        cut();
    }

    /** On new connections. */
    public void speak() {
        isSilent = false;
    }

    private void take() {
        while (!here.isClosed())
            try {
                var from = here.accept();
                open.add(from);
                if (isSilent) continue;
                var to = new Socket(database.getHost(), database.getPort());
                open.add(to);
                Thread.startVirtualThread(() -> copy(from, to));
                Thread.startVirtualThread(() -> copy(to, from));
            } catch (IOException e) {
                if (!here.isClosed()) throw new UncheckedIOException(e);
            }
    }

    private static void copy(Socket from, Socket to) {
        try (from; to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) { // one of the two was cut, and so is the other
        }
    }

    private void cut() {
        for (var socket : open)
            try {
                socket.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        open.clear();
    }

    @Override
    public void close() throws IOException {
        here.close();
        cut();
    }
}
