package zhicheng.spi;

/** The five rungs of a title (职称层级), highest first; 高级 is the first two, 初级 the last two. */
public enum Level {
    FULL_SENIOR(Text.of("正高级", "full senior")),
    ASSOCIATE_SENIOR(Text.of("副高级", "associate senior")),
    INTERMEDIATE(Text.of("中级", "intermediate")),
    ASSISTANT(Text.of("助理级", "assistant")),
    MEMBER(Text.of("员级", "member"));

    private final Text label;

    Level(Text label) {
        this.label = label;
    }

    public Text label() {
        return label;
    }

    /** Whether this is 高级 (full or associate senior). */
    public boolean senior() {
        return this == FULL_SENIOR || this == ASSOCIATE_SENIOR;
    }
}
