package zhicheng.spi;

/** A sentence for people, in Chinese and English; neither is ever blank. */
public record Text(String zh, String en) {
    public Text {
        if (zh == null || zh.isBlank() || en == null || en.isBlank())
            throw new IllegalArgumentException("a text needs both languages: «" + zh + "» / «" + en + "»");
    }

    public static Text of(String zh, String en) {
        return new Text(zh, en);
    }
}
