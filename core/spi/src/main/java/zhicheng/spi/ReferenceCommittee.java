package zhicheng.spi;

import java.util.Optional;

/**
 * A review committee (评委会) that a notice lists, as printed; a transcription slip is mended and noted.
 *
 * @param founder 组建单位, where printed; @param period the printed time of review, e.g. 11月上旬; @param series catalogue code, where the name says one
 */
public record ReferenceCommittee(String id, Clause clause, int no, String name, Optional<String> founder, Optional<String> period, Optional<String> phone,
                                 Optional<String> series, String levels, Optional<Text> mended) {

    /** {@code founder}, {@code period}, {@code phone}, {@code series} null where the notice does not print them. {@code levels}: 高级, 中级. */
    public static ReferenceCommittee of(String id, Clause clause, int no, String name, String founder, String period, String phone, String series, String levels) {
        return new ReferenceCommittee(id, clause, no, name, Optional.ofNullable(founder), Optional.ofNullable(period), Optional.ofNullable(phone),
                Optional.ofNullable(series), levels, Optional.empty());
    }

    public ReferenceCommittee mended(Text how) {
        return new ReferenceCommittee(id, clause, no, name, founder, period, phone, series, levels, Optional.of(how));
    }
}
