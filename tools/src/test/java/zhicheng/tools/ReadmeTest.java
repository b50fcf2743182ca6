package zhicheng.tools;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The pages that show queries show the answers of a real demonstration: {@link AskedPage}.
 *
 * <p>{@code -Dgolden.write=true} writes those answers of {@code schema/ASKING.md} and {@code schema/FILES.md} anew that are others now; they are then to be read.
 */
@Tag("database")
class ReadmeTest {
    @TempDir
    private Path folder;

    @Test
    void answers_what_the_readme_says() throws Exception {
        new AskedPage(Path.of("..", "README.md"), folder, Map.of(), false).isAnswered(6);
    }

    @Test
    void answers_what_the_page_on_asking_says() throws Exception {
        new AskedPage(Path.of("..", "schema", "ASKING.md"), folder, Map.of(), Boolean.getBoolean("golden.write")).isAnswered(45);
    }

    @Test
    void answers_what_the_page_on_files_says() throws Exception {
        new AskedPage(Path.of("..", "schema", "FILES.md"), folder, Map.of(), Boolean.getBoolean("golden.write")).isAnswered(6);
    }
}
