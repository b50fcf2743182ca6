package zhicheng.server.clockwork;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.ShutdownEvent;
import io.micronaut.context.event.StartupEvent;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import io.micronaut.runtime.event.annotation.EventListener;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import zhicheng.server.calendar.OfficialClock;

/**
 * Takes every {@link Chore} there is again and again, each on a thread of its own, so that none waits for another that waits for a platform outside, and so that of many servers on one
 * database one has it in hand at a time (db-scheduler, which keeps in {@code scheduled_tasks} what is next). A server that dies loses nothing: one from which nothing was heard for a minute is not waited for, and
 * what was missed is done late rather than never.
 */
@Singleton
@Requires(beans = DataSource.class)
public class Clockwork {
    private static final Logger LOG = LoggerFactory.getLogger(Clockwork.class);
    private static final Duration SHORT = Duration.ofSeconds(10);
    private static final int HEARTBEATS = 6;

    private final List<Chore> chores;
    private final OfficialClock clock;
    private final ClockworkSettings settings;
    private final DataSource writer;
    private Scheduler scheduler;

    Clockwork(List<Chore> chores, OfficialClock clock, ClockworkSettings settings, DataSource writer) {
        this.chores = List.copyOf(chores);
        this.clock = clock;
        this.settings = settings;
        this.writer = DelegatingDataSource.unwrapDataSource(writer); // connections of its own, in no transaction of ours
    }

    @EventListener
    synchronized void start(StartupEvent started) {
        if (!settings.enabled()) return;
        scheduler = Scheduler.create(writer)
                .startTasks(chores.stream().map(this::scheduled).toList())
                .threads(chores.size())
                .shutdownMaxWait(SHORT)
                .heartbeatInterval(SHORT)
                .missedHeartbeatsLimit(HEARTBEATS)
                .pollingInterval(settings.every().compareTo(SHORT) < 0 ? settings.every() : SHORT)
                .build();
        scheduler.start();
    }

    @EventListener
    synchronized void stop(ShutdownEvent stopping) {
        if (scheduler != null) scheduler.stop();
        scheduler = null;
    }

    private RecurringTask<Void> scheduled(Chore chore) {
        return Tasks.recurring(chore.name(), FixedDelay.of(settings.every())).execute((task, context) -> {
            var done = chore.run(clock.now());
            if (done > 0) LOG.info("{}: {}", chore.name(), done);
        });
    }
}
