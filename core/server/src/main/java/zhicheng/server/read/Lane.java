package zhicheng.server.read;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.EventLoop;
import io.netty.handler.timeout.IdleStateHandler;
import io.vertx.core.AsyncResult;
import io.vertx.core.impl.ContextInternal;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import io.vertx.sqlclient.impl.SocketConnectionBase;
import io.vertx.sqlclient.impl.SqlClientInternal;
import io.vertx.sqlclient.impl.SqlConnectionInternal;
import io.vertx.sqlclient.spi.ConnectionFactory;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import zhicheng.server.BadInput;
import zhicheng.server.account.Role;
import zhicheng.server.account.Viewer;
import zhicheng.server.Away;

/**
 * The connections of one event loop. All of it happens on that loop's thread: nothing is locked.
 *
 * <p>Each question is a read-only transaction of its own, sent in one go: begin, settings, statement, commit. A connection on which anything
 * failed is not used again.
 */
final class Lane {
    private static final Logger LOG = LoggerFactory.getLogger(Lane.class);

    /** PostgreSQL ends a statement itself; who waits is told this much later at the latest, even by a database that is silent. */
    private static final Duration BEYOND = Duration.ofSeconds(2);
    private static final String QUERY_CANCELED = "57014";
    /** V007: what is left of some rare characters in PostgreSQL's normal form is too short. */
    private static final String NOT_TO_BE_SEARCHED = "22023";

    /** By the ways in which somebody acts for a unit ({@link Visible#UNITS}): a bit for each. */
    private static final List<String> SETTINGS = IntStream.range(0, 1 << Visible.UNITS.size())
            .mapToObj(bits -> settings(Set.copyOf(IntStream.range(0, Visible.UNITS.size()).filter(bit -> (bits >> bit & 1) == 1).mapToObj(Visible.UNITS::get).toList()))).toList();

    private static final Collector<Row, byte[][], byte[][]> ONLY = Collector.of(() -> new byte[1][], Lane::keep, (one, _) -> one);

    private final EventLoop loop;
    private final ContextInternal context;
    private final ConnectionFactory factory;
    private final PgConnectOptions address;
    private final int connections;
    private final int places;
    private final ReadLimits limits;
    private final Supplier<Instant> official;

    private final Set<SqlConnection> open = new HashSet<>();
    private final ArrayDeque<SqlConnection> idle = new ArrayDeque<>();
    private final ArrayDeque<Asking> waiting = new ArrayDeque<>();
    private int connecting;
    private boolean closed;

    Lane(EventLoop loop, ContextInternal context, ConnectionFactory factory, PgConnectOptions address, int connections, int places, ReadLimits limits, Supplier<Instant> official) {
        this.loop = loop;
        this.context = context;
        this.factory = factory;
        this.address = address;
        this.connections = connections;
        this.places = places;
        this.limits = limits;
        this.official = official;
    }

    EventLoop loop() {
        return loop;
    }

    void take(Asking asking) {
        if (asking.answer.isDone()) return; // withdrawn on its way here
        if (closed) {
            asking.answer.completeExceptionally(ReadRefused.stopping());
            return;
        }
        if (idle.isEmpty() && waiting.size() >= places) {
            asking.answer.completeExceptionally(new ReadRefused(ReadRefused.Why.BUSY,
                    "%d reads wait on this event loop, its share of the %d that may wait for the database (zhicheng.read.waiting), and no more are taken now: try again"
                            .formatted(places, limits.waiting())));
            return;
        }
        asking.end = loop.schedule(() -> late(asking), longest().toMillis(), TimeUnit.MILLISECONDS);
        var connection = idle.pollFirst();
        if (connection != null) {
            send(asking, connection);
            return;
        }
        waiting.add(asking);
        if (open.size() + connecting < connections) connect();
    }

    /**
     * From any thread: what waits is not sent any more. What is under way ends by itself, and soon: to cut its connection would leave the statement running, and
     * make room for another beside it.
     */
    void withdraw(Asking asking) {
        try {
            if (loop.inEventLoop()) leave(asking);
            else loop.execute(() -> leave(asking));
        } catch (RejectedExecutionException e) {
            LOG.debug("nothing waits on a loop that has ended", e);
        }
    }

    private void leave(Asking asking) {
        if (waiting.remove(asking)) asking.end.cancel(false);
    }

    private void connect() {
        connecting++;
        factory.connect(context, address).onComplete(done -> {
            connecting--;
            var cause = done.failed() ? done.cause() : socket(done.result()).channel().isActive() ? null : new ClosedChannelException();
            if (cause == null) opened(done.result());
            else if (open.size() == idle.size() && connecting == 0) failed(cause); // while another one is in use, that one serves who waits
            else LOG.warn("one connection for reads could not be made: {}", cause.toString());
        });
    }

    private void opened(SqlConnection connection) {
        if (closed) {
            cut(connection);
            return;
        }
        open.add(connection);
        socket(connection).pipeline().remove(IdleStateHandler.class); // from here on it may be silent (ReadPool)
        connection.exceptionHandler(e -> LOG.debug("a connection for reads broke", e));
        connection.closeHandler(_ -> gone(connection));
        next(connection);
    }

    private void failed(Throwable cause) {
        for (var asking = waiting.poll(); asking != null; asking = waiting.poll()) fail(asking, null, cause);
    }

    private void gone(SqlConnection connection) {
        open.remove(connection);
        idle.remove(connection);
        if (!closed && !waiting.isEmpty() && open.size() + connecting < connections) connect();
    }

    /** The connection goes to who has waited longest. */
    private void next(SqlConnection connection) {
        var asking = waiting.poll();
        if (asking == null) idle.addFirst(connection);
        else send(asking, connection);
    }

    private void send(Asking asking, SqlConnection connection) {
        asking.connection = connection;
        try {
            ((SqlClientInternal) connection).group(together -> transaction(asking, connection, together)); // written to the socket at once
        } catch (RuntimeException e) { // whoever gave the connection on is not to suffer for it
            fail(asking, connection, e);
        }
    }

    private void transaction(Asking asking, SqlConnection on, SqlClient client) {
        var settings = settings(asking.viewer, limits, asking.question.at() == null ? official.get() : asking.question.at());
        client.query("begin read only").execute().onFailure(cause -> fail(asking, on, cause));
        client.preparedQuery(settings.text()).execute(Tuple.tuple(settings.values())).onFailure(cause -> fail(asking, on, cause));
        client.preparedQuery(asking.question.text()).collecting(ONLY).execute(Tuple.tuple(asking.question.values())).onComplete(done -> {
            if (done.failed()) fail(asking, on, done.cause());
            else if (asking.connection == on) asking.bytes = done.result().value()[0];
        });
        client.query("commit").execute().onComplete(done -> committed(asking, on, done));
    }

    private void committed(Asking asking, SqlConnection connection, AsyncResult<?> done) {
        if (done.failed()) {
            fail(asking, connection, done.cause());
            return;
        }
        if (asking.connection != connection) return; // failed before
        asking.connection = null;
        asking.end.cancel(false);
        next(connection); // the next statement is under way while this one's answer is put together
        asking.answer.complete(asking.bytes);
    }

    /** What a transaction sets before it asks. @param at the official time */
    static Question settings(Viewer viewer, ReadLimits limits, Instant at) {
        var bits = bits(viewer);
        var values = new ArrayList<Object>(List.of(Long.toString(limits.statementTimeout().toMillis()), text(viewer.account()), text(viewer.person()), roles(viewer), at.toString()));
        if (bits != 0) values.add(text(viewer.organisation()));
        return new Question(SETTINGS.get(bits), values);
    }

    /**
     * For this transaction only. Row-level security asks who is looking, and what follows from it is found here, once (V011). Of the answer nothing is
     * needed, so it is made small.
     */
    private static String settings(Set<Set<Role>> units) {
        var ids = new ArrayList<>(List.of("case when string_to_array($4, ',') && '{APPLICANT}' then nullif($3, '') end"));
        if (units.contains(Role.EMPLOYERS)) ids.add("$6::text");
        if (units.contains(Visible.OFFICES)) ids.add("(select string_agg(id::text, ',') from committee where office = $6::text::uuid)");
        if (units.contains(Visible.FOUNDERS)) ids.add("(select string_agg(id::text, ',') from committee where founder = $6::text::uuid)");
        return """
                select num_nulls(set_config('statement_timeout', $1, true), set_config('timezone', 'Etc/GMT-8', true),
                  set_config('zhicheng.account', $2, true), set_config('zhicheng.person', $3, true), set_config('zhicheng.roles', $4, true), set_config('zhicheng.at', $5, true),
                  set_config('zhicheng.region', %s, true),
                  set_config('zhicheng.ids', '{' || concat_ws(',', %s) || '}', true)%s)""".formatted(
                units.contains(Visible.BUREAUS) ? "coalesce((select region from organisation where id = $6::text::uuid), '')" : "''", String.join(", ", ids),
                (units.contains(Visible.ABOVE) ? ", set_config('zhicheng.above', $6::text, true)" : "")
                        + (units.contains(Visible.INQUIRERS) ? ", set_config('zhicheng.inquiry', $6::text, true)" : "")
                        + (units.contains(Visible.BOOKKEEPERS) ? ", set_config('zhicheng.finance', coalesce((select region from organisation where id = $6::text::uuid and kind = 'HRSS'), ''), true)" : ""));
    }

    private static int bits(Viewer viewer) {
        if (viewer.organisation() == null) return 0;
        var bits = 0;
        for (var bit = 0; bit < Visible.UNITS.size(); bit++)
            if (viewer.isAny(Visible.UNITS.get(bit))) bits |= 1 << bit;
        return bits;
    }

    /** In the order of their names, with a comma between them. */
    private static String roles(Viewer viewer) {
        if (viewer.roles().size() == 1) return viewer.roles().iterator().next().name();
        return viewer.roles().stream().map(Enum::name).sorted().collect(Collectors.joining(","));
    }

    private static String text(Object id) {
        return id == null ? "" : id.toString();
    }

    private static void keep(byte[][] only, Row row) {
        if (only[0] != null) throw new IllegalStateException("a question has one row at most");
        only[0] = row.getBuffer(0).getBytes();
    }

    private Duration longest() {
        return limits.statementTimeout().plus(BEYOND);
    }

    private void late(Asking asking) {
        end(asking, waiting.remove(asking) ? notSent() : tooLong());
    }

    private ReadRefused notSent() {
        return new ReadRefused(ReadRefused.Why.BUSY, "no connection to the database came free within %d ms (zhicheng.read.connections, zhicheng.read.statement-timeout): try again"
                .formatted(longest().toMillis()));
    }

    private ReadRefused tooLong() {
        return new ReadRefused(ReadRefused.Why.TIMEOUT,
                "no answer from the database within %d ms (zhicheng.read.statement-timeout): ask for less at a time, with a narrower where, smaller pages, no totalCount, or in an order that an index serves"
                        .formatted(limits.statementTimeout().toMillis()));
    }

    /** @param on its connection then, where it had one: what is said of one that it has no more is of no interest */
    private void fail(Asking asking, SqlConnection on, Throwable cause) {
        if (asking.connection != on) return;
        if (closed) {
            end(asking, ReadRefused.stopping());
            return;
        }
        var isAway = isAway(on, cause);
        if (isAway && on != null && !asking.again && !asking.answer.isDone()) {
            again(asking, on);
            return;
        }
        if (isAway) {
            LOG.warn("a read failed, the database is away: {}", cause.getMessage());
            end(asking, new ReadRefused(ReadRefused.Why.AWAY, "the database cannot be reached or is not ready: try again"));
            return;
        }
        end(asking, switch (cause instanceof PgException said ? said.getSqlState() : "") {
            case QUERY_CANCELED -> tooLong();
            case NOT_TO_BE_SEARCHED -> new BadInput("search, contains or startsWith: " + ((PgException) cause).getErrorMessage());
            default -> new IllegalStateException("a read failed: " + cause.getMessage(), cause);
        });
    }

    private static boolean isAway(SqlConnection on, Throwable cause) {
        if (cause instanceof PgException said) return Away.says(said.getSqlState());
        return cause instanceof IOException || (on == null ? !(cause instanceof IllegalStateException) : !socket(on).channel().isActive());
    }

    /** Its connection was dead, as all are after the database has restarted: nothing was answered, and a read can be sent once more, on another one. */
    private void again(Asking asking, SqlConnection dead) {
        asking.again = true;
        asking.connection = null;
        asking.bytes = null;
        waiting.addFirst(asking);
        cut(dead);
        if (open.size() + connecting < connections) connect(); // or when it is gone
    }

    private void end(Asking asking, RuntimeException why) {
        var connection = asking.connection;
        asking.connection = null;
        asking.end.cancel(false);
        asking.answer.completeExceptionally(why); // before the cut, which makes the rest of the transaction fail too
        if (connection != null) cut(connection);
    }

    /** Closes the socket at once, before any handler that would say goodbye and wait: one that is in doubt may not listen any more. */
    private static void cut(SqlConnection connection) {
        socket(connection).pipeline().firstContext().close();
    }

    private static ChannelHandlerContext socket(SqlConnection connection) {
        return ((SocketConnectionBase) ((SqlConnectionInternal) connection).unwrap()).socket().channelHandlerContext();
    }

    void close() {
        closed = true;
        for (var asking = waiting.poll(); asking != null; asking = waiting.poll()) end(asking, ReadRefused.stopping());
        idle.forEach(SqlConnection::close);
        List.copyOf(open).stream().filter(connection -> !idle.contains(connection)).forEach(Lane::cut);
    }
}
