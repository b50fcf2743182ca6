package zhicheng.server.read;

import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.netty.channel.EventLoopGroupRegistry;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.impl.VertxInternal;
import io.vertx.pgclient.spi.PgDriver;
import io.vertx.sqlclient.spi.ConnectionFactory;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;
import zhicheng.server.CannotStart;
import zhicheng.server.account.Viewer;
import zhicheng.server.calendar.OfficialClock;
import zhicheng.server.database.Answering;
import zhicheng.server.database.DatabaseAccess;

/**
 * The connections of {@code zhicheng_reader}. They live on the event loops of the HTTP server: what is asked on one is sent, received and
 * answered on it, by one thread; a hand-over between threads would cost more than the read itself. Whoever asks from another thread is served
 * by the loops in turn, and answered on one of them.
 */
@Singleton
@Requires(property = DatabaseAccess.READER + ".url")
public final class ReadPool implements Questions, Answering, AutoCloseable {
    private static final int SECONDS_TO_CLOSE = 2;
    /** While a connection is made, a database that says nothing for so long is given up; the next read tries again. */
    private static final int SECONDS_OF_SILENCE = 5;

    private final VertxInternal vertx;
    private final ConnectionFactory factory;
    private final List<Lane> lanes;
    private final AtomicInteger turn = new AtomicInteger();

    @Inject
    ReadPool(EventLoopGroupRegistry loops, OfficialClock clock, ReadLimits limits, @Property(name = DatabaseAccess.READER + ".url") String url,
            @Property(name = DatabaseAccess.READER + ".username") String user, @Property(name = DatabaseAccess.READER + ".password") String password) {
        this(loops.getDefaultEventLoopGroup(), clock::now, limits, url, user, password);
    }

    /**
     * Connects to nothing yet: a connection is made when it is first needed.
     *
     * @param loops outlive this pool
     * @param official says the official time, at which a question is asked that is of no request
     * @param url JDBC, as {@link ReadAddress} takes it
     */
    public ReadPool(EventLoopGroup loops, Supplier<Instant> official, ReadLimits limits, String url, String user, String password) {
        var address = ReadAddress.of(url).setUser(user).setPassword(password);
        address.setConnectTimeout((int) TimeUnit.SECONDS.toMillis(SECONDS_OF_SILENCE)).setIdleTimeoutUnit(TimeUnit.SECONDS).setIdleTimeout(SECONDS_OF_SILENCE);
        this.vertx = (VertxInternal) Vertx.vertx(new VertxOptions()
                .setEventLoopPoolSize(1) // its own is not used
                .setFileSystemOptions(new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false)));
        this.factory = PgDriver.INSTANCE.createConnectionFactory(vertx, address);
        var all = StreamSupport.stream(loops.spliterator(), false).map(EventLoop.class::cast).toList();
        this.lanes = all.stream().map(loop -> new Lane(loop, vertx.createEventLoopContext(loop, null, ReadPool.class.getClassLoader()),
                factory, address, share(limits.connections(), all), share(limits.waiting(), all), limits, official)).toList();
    }

    private static int share(int total, List<EventLoop> loops) {
        return Math.ceilDiv(total, loops.size());
    }

    /** What every transaction sets before its question: for whoever measures statements. */
    public static Question settings(Viewer viewer, ReadLimits limits, Instant at) {
        return Lane.settings(viewer, limits, at);
    }

    /**
     * Asks once and waits: connections are made when they are first needed, and a server that cannot read does not start.
     *
     * @throws CannotStart where nothing is answered
     */
    public void tryOut() {
        try {
            ask(new Question("select convert_to(current_user::text, 'UTF8')", List.of()), Viewer.PUBLIC).toCompletableFuture().join();
        } catch (CompletionException e) {
            throw new CannotStart(CannotStart.Reason.DATABASE, "the database does not answer reads: %s. See zhicheng.database.reader-url and zhicheng.database.reader-password."
                    .formatted(e.getCause().getMessage()), e);
        }
    }

    /** Whether every loop's connections answer within this time. Waits. */
    @Override
    public boolean answers(Duration within) {
        var asked = lanes.stream().map(lane -> ask(lane, new Question("select ''::bytea", List.of()), Viewer.PUBLIC)).toList();
        try {
            CompletableFuture.allOf(asked.toArray(CompletableFuture<?>[]::new)).get(within.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (ExecutionException | TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            asked.forEach(answer -> answer.cancel(false));
        }
    }

    @Override
    public CompletionStage<byte[]> ask(Question question, Viewer viewer) {
        for (var lane : lanes)
            if (lane.loop().inEventLoop()) return ask(lane, question, viewer);
        return ask(lanes.get(Math.floorMod(turn.getAndIncrement(), lanes.size())), question, viewer);
    }

    private static CompletableFuture<byte[]> ask(Lane lane, Question question, Viewer viewer) {
        var asking = new Asking(lane, question, viewer);
        if (lane.loop().inEventLoop()) lane.take(asking);
        else
            try {
                lane.loop().execute(() -> lane.take(asking));
            } catch (RejectedExecutionException e) {
                asking.answer.completeExceptionally(ReadRefused.stopping());
            }
        return asking.answer;
    }

    /** Ends what runs and gives the connections back. */
    @Override
    @PreDestroy
    public void close() {
        var closed = lanes.stream().map(lane -> CompletableFuture.runAsync(lane::close, lane.loop())).toArray(CompletableFuture<?>[]::new);
        try {
            CompletableFuture.allOf(closed).thenCompose(_ -> closeFactory()).thenCompose(_ -> vertx.close().toCompletionStage()).get(SECONDS_TO_CLOSE, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the reader's connections did not close", e);
        }
    }

    /** While its loops run: left to itself it would do so in a finalizer, when they are gone. */
    private CompletionStage<Void> closeFactory() {
        var closed = Promise.<Void>promise();
        factory.close(closed);
        return closed.future().toCompletionStage();
    }
}
