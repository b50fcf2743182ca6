package zhicheng.spi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A notice or regulation (通知、规定) with its text cut into clauses.
 *
 * <p>The text ships with its region as one file in which {@code ⟦X24-6.5⟧} stands before the first character of each clause;
 * without the marks and white space it is the notice to the letter, which {@code digest} holds (SHA-256, hex).
 * A notice of which the text was not at hand ({@link #quoted}) has only the sentences that were read, and says so in {@code gaps}.
 */
public final class Notice {
    private static final Pattern MARK = Pattern.compile("⟦([^⟧]*)⟧");
    private static final Pattern BLANK_BY_CHINESE = Pattern.compile(
            "(?<=[\\p{IsHan}\\p{InCJK_Symbols_and_Punctuation}\\p{InHalfwidth_and_Fullwidth_Forms}“”])\\s+|\\s+(?=[\\p{IsHan}\\p{InCJK_Symbols_and_Punctuation}\\p{InHalfwidth_and_Fullwidth_Forms}“”])");

    private final String prefix;
    private final Text title;
    private final String number;
    private final Text issuer;
    private final LocalDate date;
    private final List<Text> gaps;
    private final boolean whole;
    private final String text;
    private final Map<String, int[]> spans = new LinkedHashMap<>();

    private Notice(String prefix, Text title, String number, Text issuer, LocalDate date, List<Text> gaps, boolean whole, String marked) {
        if (!Clause.of(prefix).prefix().equals(prefix)) throw new IllegalArgumentException("not a notice's prefix: " + prefix);
        this.prefix = prefix;
        this.title = title;
        this.number = number;
        this.issuer = issuer;
        this.date = date;
        this.gaps = List.copyOf(gaps);
        this.whole = whole;
        this.text = cut(marked);
    }

    /**
     * A notice whose whole text ships as {@code resource} beside {@code beside}.
     *
     * @param number document number, or null where the text carries none
     * @param digest SHA-256 of the text without marks and white space
     * @param gaps what the text at hand lacks, e.g. annexes; empty where nothing is missing
     */
    public static Notice of(String prefix, Text title, String number, Text issuer, LocalDate date, Class<?> beside, String resource, String digest, List<Text> gaps) {
        try (var in = beside.getResourceAsStream(resource)) {
            if (in == null) throw new IllegalArgumentException("notice " + prefix + ": no file " + resource + " beside " + beside.getName());
            var notice = new Notice(prefix, title, number, issuer, date, gaps, true, new String(in.readAllBytes(), StandardCharsets.UTF_8));
            var found = notice.digest();
            if (!found.equals(digest))
                throw new IllegalArgumentException("notice " + prefix + ": the text is not the one that was cut into clauses (SHA-256 " + found + ", expected " + digest + ")");
            return notice;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A notice of which only some sentences were read; {@code sentences} by clause id, in order. */
    public static Notice quoted(String prefix, Text title, String number, Text issuer, LocalDate date, List<Text> gaps, Map<String, String> sentences) {
        var marked = new StringBuilder();
        sentences.forEach((id, sentence) -> marked.append('⟦').append(id).append('⟧').append(sentence).append('\n'));
        return new Notice(prefix, title, number, issuer, date, gaps, false, marked.toString());
    }

    private String cut(String marked) {
        var plain = new StringBuilder();
        var ids = new ArrayList<String>();
        var starts = new ArrayList<Integer>();
        var mark = MARK.matcher(marked);
        var from = 0;
        while (mark.find()) {
            plain.append(marked, from, mark.start());
            var id = Clause.of(mark.group(1)).id();
            if (!Clause.of(id).prefix().equals(prefix)) throw new IllegalArgumentException("notice " + prefix + ": foreign mark " + id);
            if (ids.contains(id)) throw new IllegalArgumentException("notice " + prefix + ": two marks " + id);
            ids.add(id);
            starts.add(plain.length());
            from = mark.end();
        }
        plain.append(marked, from, marked.length());
        if (ids.isEmpty() || !plain.substring(0, starts.getFirst()).isBlank())
            throw new IllegalArgumentException("notice " + prefix + ": text before the first mark");
        for (var i = 0; i < ids.size(); i++) {
            var end = plain.length();
            for (var j = i + 1; j < ids.size(); j++)
                if (!Clause.of(ids.get(j)).within(Clause.of(ids.get(i)))) {
                    end = starts.get(j);
                    break;
                }
            spans.put(ids.get(i), new int[] {starts.get(i), end});
        }
        return plain.toString();
    }

    /** SHA-256 over the text without white space, hex. */
    public String digest() {
        try {
            var bare = text.replaceAll("\\s+", "").getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bare));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    public String prefix() { return prefix; }

    public Text title() { return title; }

    /** The document number; empty where the text carries none. */
    public Optional<String> number() { return Optional.ofNullable(number); }

    public Text issuer() { return issuer; }

    public LocalDate date() { return date; }

    /** What the text at hand lacks; shown beside the notice. */
    public List<Text> gaps() { return gaps; }

    /** Whether the whole text is at hand, or only sentences of it. */
    public boolean whole() { return whole; }

    /** The text as printed, line breaks and slips included. */
    public String text() { return text; }

    /** Every clause, in the order of the text. */
    public List<Clause> clauses() {
        return spans.keySet().stream().map(Clause::of).toList();
    }

    /** The clause's own words with the clauses inside it, line breaks between Chinese characters taken out; empty for a clause that the notice does not have. */
    public Optional<String> sentence(Clause clause) {
        return Optional.ofNullable(spans.get(clause.id()))
                .map(span -> BLANK_BY_CHINESE.matcher(text.substring(span[0], span[1]).strip()).replaceAll(""));
    }
}
