package zhicheng.tools.bench;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;

/** A server in a process of its own, that is measured. */
final class Peer implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    /** Below what most systems hand out by themselves. */
    private static final int LOWEST_PORT = 15432;
    private static final int HIGHEST_PORT = 29999;

    private final Process process;
    private final int port;

    private Peer(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /**
     * Starts it and waits until its port answers.
     *
     * @param command what is called, by the port it is to listen on
     * @param folder where; null: here
     * @param log what it says goes there
     */
    static Peer start(IntFunction<List<String>> command, Map<String, String> environment, File folder, Path log) throws IOException, InterruptedException {
        var port = ThreadLocalRandom.current().ints(LOWEST_PORT, HIGHEST_PORT).filter(Peer::isFree).findFirst().orElseThrow();
        var builder = new ProcessBuilder(command.apply(port)).redirectErrorStream(true).redirectOutput(log.toFile()).directory(folder);
        builder.environment().putAll(environment);
        var peer = new Peer(builder.start(), port);
        var until = System.nanoTime() + PATIENCE.toNanos();
        while (!peer.answers()) {
            if (!peer.process.isAlive() || System.nanoTime() > until) {
                peer.close();
                throw new IOException("it did not start:\n" + Files.readString(log));
            }
            Thread.sleep(200);
        }
        return peer;
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    private boolean answers() {
        try (var socket = new Socket("127.0.0.1", port)) {
            return socket.getLocalPort() != port; // else it has come upon itself
        } catch (IOException e) {
            return false;
        }
    }

    int port() {
        return port;
    }

    long pid() {
        return process.pid();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) process.destroyForcibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
