package zhicheng.spi;

import java.util.regex.Pattern;

/** The name of one clause of a notice (条款), e.g. {@code X24-6.5} = 咸职改办〔2024〕12号 六（五）; a bare prefix names the notice as a whole. */
public record Clause(String id) {
    private static final Pattern FORM = Pattern.compile("([A-Z]{1,8}\\d{2}[a-z]?)(-[0-9A-Za-z.]+)?");

    public Clause {
        if (id == null || !FORM.matcher(id).matches())
            throw new IllegalArgumentException("not a clause id: «" + id + "» (expected e.g. X24-6.5)");
    }

    public static Clause of(String id) {
        return new Clause(id);
    }

    /** The notice's short name, e.g. {@code X24}. */
    public String prefix() {
        var dash = id.indexOf('-');
        return dash < 0 ? id : id.substring(0, dash);
    }

    /** Whether this clause is {@code other} or lies inside it: X24-3.1.2 in X24-3.1, X24-5.3a in X24-5.3, J24-annex1.note1 in J24-annex1. */
    public boolean within(Clause other) {
        if (!id.startsWith(other.id)) return false;
        if (id.length() == other.id.length()) return true;
        var next = id.charAt(other.id.length());
        var last = other.id.charAt(other.id.length() - 1);
        return other.id.indexOf('-') < 0 ? next == '-'
                : next == '.' || Character.isDigit(last) && Character.isLowerCase(next);
    }

    @Override
    public String toString() {
        return id;
    }
}
