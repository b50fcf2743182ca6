package zhicheng.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server whose regions are not in order does not start, and says to whoever started it what is wrong. */
@Tag("database")
@Tag("once")
class WrongRegionsTest {
    @TempDir
    private Path plugins;

    @Test
    void a_wrong_jar_in_the_plug_in_folder() throws Exception {
        Files.writeString(plugins.resolve("letter.jar"), "this is a letter");
        Files.writeString(plugins.resolve("other.jar"), "and another one");
        var told = refused(Map.of("zhicheng.plugins", plugins.toString()));
        assertTrue(told.contains("the regions are not in order") && told.contains("letter.jar") && told.contains("other.jar"), told);
    }

    @Test
    void readings_that_are_none() {
        assertTrue(refused(Map.of("zhicheng.readings", List.of("X24-4.review"))).contains("is not SETTING=OPTION"));
        assertTrue(refused(Map.of("zhicheng.readings", List.of("X24-4.revue=x"))).contains("no region has a setting «X24-4.revue»"));
        assertTrue(refused(Map.of("zhicheng.readings", List.of("X24-4.review=x"))).contains("has no option «x»"));
        assertTrue(refused(Map.of("zhicheng.readings", List.of("X24-4.review=by-31-october", "X24-4.review=before-1-october"))).contains("chosen twice"));
    }

    private static String refused(Map<String, Object> wrong) {
        try (var database = TestDatabase.fresh()) {
            var settings = new HashMap<>(database.settings());
            settings.putAll(wrong);
            var refusal = assertThrows(CannotStart.class, () -> Server.prepare(database.access(), settings, Optional.empty()).close());
            assertEquals(CannotStart.Reason.REGIONS, refusal.reason());
            return refusal.getMessage();
        }
    }
}
