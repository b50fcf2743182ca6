package zhicheng.server.read;

import io.netty.util.concurrent.Future;
import io.vertx.sqlclient.SqlConnection;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import zhicheng.server.account.Viewer;

/** A question on its way. */
final class Asking {
    final Question question;
    final Viewer viewer;
    final CompletableFuture<byte[]> answer = new CompletableFuture<>();

    /** What ends it when nothing else does. */
    Future<?> end;
    /** Null while it waits for one. */
    SqlConnection connection;
    /** Whether its connection was dead, and it was sent once more. */
    boolean again;
    /** What the statement brought; null before it did, and where there is no row. */
    byte[] bytes;

    Asking(Question question, Viewer viewer) {
        this.question = question;
        this.viewer = Objects.requireNonNull(viewer, "a read needs a viewer; Viewer.PUBLIC is one");
    }
}
