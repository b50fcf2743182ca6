package zhicheng.server.read;

/** A database that takes a second longer for every question. */
final class Slow {
    private Slow() {}

    static Questions of(Questions questions) {
        return (question, viewer) -> questions.ask(new Question(
                "with slow as materialized (select pg_sleep(1)) select answer.* from slow, (" + question.text() + ") answer", question.values(), question.at()), viewer);
    }
}
