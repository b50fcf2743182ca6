package zhicheng.spi;

/** Something that only this edition asks of an applicant; answered by {@link Case#answer}. */
public record Question(String id, Clause clause, Kind kind, Text text) {

    public enum Kind { YES_NO, DATE, NUMBER, TEXT }

    public static Question of(String id, Clause clause, Kind kind, Text text) {
        return new Question(id, clause, kind, text);
    }
}
