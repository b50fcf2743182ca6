package zhicheng.spi;

import java.util.Map;

/** How the operator reads the ambiguous places: setting id to option id; what is not named is read by its default. */
public record Readings(Map<String, String> chosen) {

    public static Readings byDefault() {
        return new Readings(Map.of());
    }

    public static Readings of(Map<String, String> chosen) {
        return new Readings(Map.copyOf(chosen));
    }

    /** The option chosen for {@code setting}. An option that it does not have is refused. */
    public String of(Setting setting) {
        var option = chosen.getOrDefault(setting.id(), setting.byDefault());
        if (setting.options().stream().noneMatch(one -> one.id().equals(option)))
            throw new IllegalArgumentException("setting " + setting.id() + " has no option «" + option + "» (expected one of "
                    + setting.options().stream().map(Setting.Option::id).toList() + ")");
        return option;
    }
}
