package zhicheng.tools;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The pages that show queries show the answers of a real demonstration: {@link AskedPage}.
 *
 * <p>{@code -Dgolden.write=true} writes those answers of the pages beside the README anew that are others now; they are then to be read.
 */
@Tag("database")
@Tag("once")
class ReadmeTest {
    @TempDir
    private Path folder;

    @Test
    void answers_what_the_readme_says() throws Exception {
        answersWhatItSays(Path.of("..", "README.md"), 6, false);
    }

    @Test
    void answers_what_the_page_on_asking_says() throws Exception {
        answersWhatItSays(Path.of("..", "schema", "ASKING.md"), 45, Boolean.getBoolean("golden.write"));
    }

    @Test
    void answers_what_the_page_on_files_says() throws Exception {
        answersWhatItSays(Path.of("..", "schema", "FILES.md"), 6, Boolean.getBoolean("golden.write"));
    }

    @Test
    void answers_what_the_page_on_the_way_says() throws Exception {
        answersWhatItSays(Path.of("..", "schema", "WAY.md"), 10, Boolean.getBoolean("golden.write"));
    }

    @Test
    void answers_what_the_page_on_payment_says() throws Exception {
        answersWhatItSays(Path.of("..", "schema", "PAYMENT.md"), 4, Boolean.getBoolean("golden.write"));
    }

    @Test
    void answers_what_the_page_on_nominations_says() throws Exception {
        answersWhatItSays(Path.of("..", "schema", "NOMINATION.md"), 6, Boolean.getBoolean("golden.write"));
    }

    private void answersWhatItSays(Path page, int least, boolean write) throws Exception {
        new AskedPage(page, folder, Map.of(), write).isAnswered(least);
    }
}
