package zhicheng.server.read;

import static java.util.Map.entry;

import io.micronaut.json.JsonMapper;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import zhicheng.server.TestDatabase;
import zhicheng.server.account.DataKey;
import zhicheng.server.account.Role;
import zhicheng.server.account.Viewer;
import zhicheng.server.calendar.OfficialClock;
import zhicheng.server.database.Roles;

/** The small world of {@code fixture.sql}, and who looks at it. */
public final class Fixture {
    public static final DataKey KEY = new DataKey(new byte[DataKey.LENGTH]);

    public static final Viewer LIN = viewer(31, 21, 0, Role.APPLICANT);
    public static final Viewer SUN = viewer(35, 23, 0, Role.APPLICANT);
    public static final Viewer HE = viewer(38, 22, 0, Role.APPLICANT);
    public static final Viewer CLERK = viewer(32, 0, 13, Role.EMPLOYER_CLERK);
    public static final Viewer BUREAU = viewer(33, 0, 12, Role.HRSS_CITY);
    public static final Viewer OFFICE = viewer(34, 0, 15, Role.COMMITTEE_OFFICE);
    public static final Viewer FOUNDER = viewer(36, 0, 12, Role.COMMITTEE_ORGANISER);
    public static final Viewer AUDITOR = viewer(37, 0, 12, Role.AUDITOR);
    public static final Viewer NORTH_APPROVER = viewer(91, 0, 14, Role.EMPLOYER_APPROVER);
    public static final Viewer NORTH_BUREAU = viewer(92, 0, 11, Role.HRSS_CITY);
    public static final Viewer NORTH_OFFICE = viewer(93, 0, 11, Role.COMMITTEE_OFFICE);
    public static final Viewer NORTH_FOUNDER = viewer(94, 0, 11, Role.COMMITTEE_ORGANISER);

    /** By the names that golden queries use. */
    public static final Map<String, Viewer> VIEWERS = Map.ofEntries(entry("public", Viewer.PUBLIC), entry("lin", LIN), entry("he", HE),
            entry("sun", SUN), entry("clerk", CLERK), entry("bureau", BUREAU), entry("office", OFFICE), entry("founder", FOUNDER), entry("auditor", AUDITOR),
            entry("approver-n", NORTH_APPROVER), entry("bureau-n", NORTH_BUREAU), entry("office-n", NORTH_OFFICE), entry("founder-n", NORTH_FOUNDER));

    public static final EventLoopGroup LOOPS = new MultiThreadIoEventLoopGroup(2, new DefaultThreadFactory("reads", true), NioIoHandler.newFactory());

    /** The official time of whoever asks: one of the publications is open, until June 13th. */
    public static final Supplier<Instant> TIME = () -> OffsetDateTime.parse("2024-06-10T10:00:00+08:00").toInstant();

    /** The clock of whoever is asked. */
    public static final OfficialClock CLOCK = new OfficialClock(Clock.fixed(TIME.get(), ZoneOffset.UTC), Duration.ZERO);

    private Fixture() {}

    /** Somebody asks at that time. */
    public static Given.Request asks(Viewer viewer) {
        return new Given.Request(viewer, TIME.get());
    }

    /** {@code 51} is 00000000-0000-4000-8000-000000000051. */
    public static UUID id(int number) {
        return UUID.fromString("00000000-0000-4000-8000-%012d".formatted(number));
    }

    /** A database with the fixture in it. */
    public static TestDatabase database() {
        return filled(TestDatabase.fresh());
    }

    /** The same one, with the fixture in it. */
    static TestDatabase filled(TestDatabase database) {
        try (var connection = database.writer().getConnection(); var statement = connection.createStatement();
                var in = Fixture.class.getResourceAsStream("fixture.sql")) {
            statement.execute(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return database;
    }

    /** The real connections of the reader, on loops that all tests share. */
    public static ReadPool pool(TestDatabase database) {
        return pool(database, new ReadLimits(4, 400, Duration.ofSeconds(5)));
    }

    static ReadPool pool(TestDatabase database, ReadLimits limits) {
        return new ReadPool(LOOPS, TIME, limits, database.access().readerUrl(), Roles.READER, database.access().roles().reader());
    }

    /** What comes of a statement that takes too long. */
    public static ReadRefused tookTooLong() {
        return new ReadRefused(ReadRefused.Why.TIMEOUT, "it took too long");
    }

    public static Reader reader(Questions questions) {
        return reader(questions, 1 << 24);
    }

    public static Reader reader(Questions questions, int answerBytes) {
        return new Reader(questions, JsonMapper.createDefault(), KEY, answerBytes);
    }

    static Viewer viewer(int account, int person, int organisation, Role role) {
        return new Viewer(id(account), Set.of(role), person == 0 ? null : id(person), organisation == 0 ? null : id(organisation));
    }
}
