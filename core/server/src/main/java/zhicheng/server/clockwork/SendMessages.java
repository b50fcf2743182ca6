package zhicheng.server.clockwork;

import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import zhicheng.server.database.Sql;
import zhicheng.server.outside.Platform;
import zhicheng.server.outside.message.Courier;
import zhicheng.server.outside.message.CourierSettings;
import zhicheng.server.trail.Acts;
import zhicheng.spi.Text;

/**
 * Messages go out of the house, each by every way that is on; what an account is told, to its person, and what several accounts of one person are told once, as the accounts are. Whoever takes one puts its next attempt off first and asks the gateway outside of any transaction:
 * it is lost with no server, and sent again under the same key by none that the gateway has heard already.
 */
@Singleton
@Requires(beans = DataSource.class)
public final class SendMessages implements Chore {
    private static final Logger LOG = LoggerFactory.getLogger(SendMessages.class);
    /** What is older when a way is turned on does not go out any more. */
    private static final Duration FRESH = Duration.ofDays(3);
    private static final int AT_A_TIME = 200;
    /** So often in a row a gateway takes nothing, then it is let alone until the next time. */
    private static final int IN_VAIN = 3;

    private final Acts acts;
    private final Courier courier;
    private final CourierSettings settings;

    SendMessages(Acts acts, Courier courier, CourierSettings settings) {
        this.acts = acts;
        this.courier = courier;
        this.settings = settings;
    }

    /** One that is to go out; {@code attempts} with this one. */
    private record Due(Courier.Letter letter, Courier.Way way, int attempts) {}

    @Override
    public String name() {
        return "send-messages";
    }

    @Override
    public int run(Instant at) {
        var ways = EnumSet.allOf(Courier.Way.class);
        ways.removeIf(way -> !courier.takes(way));
        if (ways.isEmpty()) return 0;
        acts.open(name(), tx -> Sql.write(tx, """
                insert into dispatch (id, message, way, next_at)
                select distinct on (his.person, m.kind, m.about, w.one) gen_random_uuid(), m.id, w.one, ?::timestamptz
                from message m left join account a on a.id = m.account cross join lateral (select coalesce(m.person, a.person) as person) his cross join unnest(?) w (one)
                where his.person is not null and m.at > ? and m.at <= ? and not exists (
                    select from (select o.id from message o where (o.person, o.kind, o.about) = (his.person, m.kind, m.about)
                        union all select o.id from account b join message o on o.account = b.id where b.person = his.person and (o.kind, o.about) = (m.kind, m.about)) same
                    join dispatch d on d.message = same.id where d.way = w.one)
                order by his.person, m.kind, m.about, w.one, m.account is null, m.id
                on conflict on constraint message_goes_out_once_a_way do nothing""", at, names(ways), at.minus(FRESH), at));
        var sent = 0;
        var inVain = new EnumMap<Courier.Way, Integer>(Courier.Way.class);
        for (var one = 0; one < AT_A_TIME; one++) {
            var due = acts.open(name(), tx -> take(tx, names(ways), at));
            if (due.isEmpty()) break;
            var way = due.get().way();
            if (send(due.get(), at)) {
                sent++;
                inVain.remove(way);
            } else if (inVain.merge(way, 1, Integer::sum) == IN_VAIN) {
                ways.remove(way);
            }
        }
        return sent;
    }

    private static String[] names(Set<Courier.Way> ways) {
        return ways.stream().map(Enum::name).toArray(String[]::new);
    }

    private Optional<Due> take(Connection tx, String[] ways, Instant at) throws SQLException {
        var due = Sql.one(tx, row -> new Due(new Courier.Letter(row.getObject("id", UUID.class), row.getObject("person", UUID.class), Text.of(row.getString("zh"), row.getString("en"))),
                Courier.Way.valueOf(row.getString("way")), row.getInt("attempts") + 1), """
                select d.id, d.way, d.attempts, coalesce(m.person, a.person) as person, m.zh, m.en from dispatch d join message m on m.id = d.message left join account a on a.id = m.account
                where d.next_at <= ? and d.way = any (?) order by d.next_at, d.id limit 1 for no key update of d skip locked""", at, ways);
        if (due.isPresent())
            Sql.writeOne(tx, "update dispatch set attempts = ?, next_at = ? where id = ?", due.get().attempts(), at.plus(Platform.patience(settings.again(), due.get().attempts() - 1)), due.get().letter().key());
        return due;
    }

    private boolean send(Due due, Instant at) {
        try {
            courier.bring(due.way(), due.letter());
        } catch (Courier.NotTaken e) {
            var isLast = due.attempts() >= settings.attempts();
            LOG.warn("message {} did not go out by {}, attempt {}{}: {}", due.letter().key(), due.way(), due.attempts(), isLast ? ", the last" : "", e.getMessage());
            acts.open(name(), tx -> Sql.write(tx, "update dispatch set failure = ?, next_at = case when ? then null else next_at end where id = ? and sent_at is null", e.getMessage(), isLast, due.letter().key()));
            return false;
        }
        acts.open(name(), tx -> Sql.write(tx, "update dispatch set sent_at = coalesce(sent_at, ?), next_at = null, failure = null where id = ?", at, due.letter().key()));
        return true;
    }
}
