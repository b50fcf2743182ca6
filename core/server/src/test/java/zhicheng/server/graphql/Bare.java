package zhicheng.server.graphql;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import zhicheng.contract.nowhere.Nowhere;
import zhicheng.server.account.IdentityVault;
import zhicheng.server.account.SecurityLog;
import zhicheng.server.account.Viewer;
import zhicheng.server.read.Fixture;
import zhicheng.server.read.Questions;
import zhicheng.server.region.Regions;

/** The read side, without a database unless one is given: what is asked of it is written down, and every answer is an empty list. */
final class Bare implements AutoCloseable {
    private static final Limits LIMITS = StraightAndExecutedTest.LIMITS;
    private static final Questions EMPTY = (_, _) -> CompletableFuture.completedStage("{\"totalCount\" : 0}".getBytes(StandardCharsets.UTF_8));
    private static final Regions NOWHERE = Regions.of(List.of(new Nowhere()));

    final List<String> asked = new CopyOnWriteArrayList<>();
    final Operations operations;
    private final ExecutorService threads;
    private final Engine engine;

    Bare() {
        this(NOWHERE);
    }

    Bare(Regions regions) {
        this(regions, 1 << 24);
    }

    /** @param answerBytes how large an answer may be */
    Bare(Regions regions, int answerBytes) {
        this(regions, LIMITS, EMPTY, Executors.newVirtualThreadPerTaskExecutor(), answerBytes);
    }

    /** With other answers. */
    Bare(Questions questions) {
        this(NOWHERE, LIMITS, questions, Executors.newVirtualThreadPerTaskExecutor());
    }

    Bare(Regions regions, Limits limits, Questions questions, ExecutorService threads) {
        this(regions, limits, questions, threads, 1 << 24);
    }

    private Bare(Regions regions, Limits limits, Questions questions, ExecutorService threads, int answerBytes) {
        this.threads = threads;
        var reader = Fixture.reader((question, viewer) -> {
            asked.add(question.text());
            return questions.ask(question, viewer);
        }, answerBytes);
        var identities = new IdentityQuestions(new IdentityVault(Fixture.KEY), (_, _, _, _) -> { });
        var clock = Fixture.CLOCK;
        operations = new Operations(reader, regions, limits);
        engine = new Engine(GoldenReadsTest.sdl(), List.of(new Scalars(), identities, new ServerWires(clock), new ReadFields(reader, identities)), List.of(operations),
                new TrustedDocuments("", List.of()), limits, clock, new SecurityLog(), threads);
    }

    Reply ask(String query, Map<String, Object> variables) {
        return ask(new Ask(query, null, variables, false, true), Fixture.BUREAU);
    }

    Reply dryRun(String query, Map<String, Object> variables) {
        return ask(new Ask(query, null, variables, true, true), Fixture.BUREAU);
    }

    Reply ask(Ask ask, Viewer viewer) {
        try {
            return answer(ask, viewer).get();
        } catch (ExecutionException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    CompletableFuture<Reply> answer(Ask ask, Viewer viewer) {
        return engine.answer(ask, viewer, "one").toCompletableFuture();
    }

    /** What is said of a request that is refused, with its code. */
    static String said(Reply reply) {
        return reply instanceof Reply.Values(_, var body) ? String.valueOf(body.get("errors")) : "nothing: it was answered";
    }

    @Override
    public void close() {
        threads.close();
    }
}
