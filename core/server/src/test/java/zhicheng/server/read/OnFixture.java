package zhicheng.server.read;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import zhicheng.server.TestDatabase;

/** What the tests of a class read from: one database with the fixture in it. */
@Tag("database")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class OnFixture {
    TestDatabase database;
    ReadPool pool;
    Reader reader;

    @BeforeAll
    void start() {
        database = Fixture.database();
        pool = Fixture.pool(database);
        reader = Fixture.reader(pool);
    }

    @AfterAll
    void stop() {
        pool.close();
        database.close();
    }
}
