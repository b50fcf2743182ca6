package zhicheng.tools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
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

    /** That they are answered so, {@link #answers_what_the_page_on_asking_says} holds. */
    @Test
    void each_of_the_twenty_questions_has_something_to_show() throws Exception {
        var questions = Files.readString(Path.of("..", "schema", "ASKING.md")).split("\n## Twenty questions\n")[1].split("\n## ")[0].split("(?m)^(?=\\d+\\. \\*)");
        assertEquals(20, questions.length - 1);
        for (var question : Arrays.copyOfRange(questions, 1, questions.length))
            for (var answer : JsonMapper.createDefault().readValue(question.split("```json\n")[1].split("```")[0], Argument.mapOf(String.class, Object.class)).values()) {
                var list = (Map<?, ?>) answer;
                assertFalse(((List<?>) list.get(list.containsKey("nodes") ? "nodes" : "groups")).isEmpty(), question);
            }
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
