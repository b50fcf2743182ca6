package zhicheng.tools;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * Asks what visitors ask ({@code training.graphql}), so that the start-up cache, which is made of what this run used,
 * has what they will use.
 */
final class Training {

    private static final int ROUNDS = 3;

    private Training() {}

    static void run(String url) {
        try (var in = Training.class.getResourceAsStream("training.graphql")) {
            var queries = new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n---\n");
            for (var round = 0; round < ROUNDS; round++)
                for (var query : queries)
                    FirstQuery.ask(url, query);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
