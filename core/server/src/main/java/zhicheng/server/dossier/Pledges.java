package zhicheng.server.dossier;

import java.util.Optional;
import zhicheng.server.region.LoadedEdition;
import zhicheng.spi.Clause;
import zhicheng.spi.Pledge;
import zhicheng.spi.Said;
import zhicheng.spi.Text;

/** Which pledge (诚信承诺书) an applicant signs: the region's, or the core's neutral one where its notice gives no text (J24-4.1 asks for honesty only). */
public final class Pledges {
    private static final String NEUTRAL_WORDS = "本人申报｛title｝，承诺所填报的信息和提交的材料均真实、完整、准确，并对其真实性负责。（本文本为系统通用文本，当地通知未提供承诺书格式。工作单位：｛unit｝）";
    private static final Text NEUTRAL_CONSEQUENCE = Text.of("当地通知未载明承诺书的后果，按国家和省的有关规定执行", "the region's notice states no consequence of the pledge; national and provincial rules apply");

    private Pledges() {}

    /** @param clause of the region's text, or where its notice asks for honesty without giving a text; null where it does neither; @param words with the blanks filled in; @param barYears null where the text names none */
    public record Filled(Clause clause, String words, Integer barYears, Text consequence, boolean neutral) {}

    /** The clause by which a pledge is asked for, where one asks (X24-annex2, J24-4.1). */
    static Optional<Clause> clause(LoadedEdition edition) {
        return switch (edition.edition().pledge()) {
            case Said.Says<Pledge>(var pledge) -> Optional.of(pledge.clause());
            case Said.NotSaid<Pledge>(_, var near) -> near;
            case Said.AnnouncedElsewhere<Pledge> elsewhere -> Optional.of(elsewhere.clause());
            case Said.NotAsked<Pledge> _, Said.NotSaidSince<Pledge> _ -> Optional.empty();
        };
    }

    /** The pledge with its blanks left open: what a region asks to be signed. */
    public static Filled open(LoadedEdition edition) {
        return filled(edition, "｛unit｝", "｛title｝");
    }

    /** @param unit the employer's name; null where there is none */
    public static Filled filled(LoadedEdition edition, String unit, String title) {
        var pledge = edition.edition().pledge().value();
        var words = pledge.map(Pledge::words).orElse(NEUTRAL_WORDS).replace("｛unit｝", unit == null ? "（无）" : unit).replace("｛title｝", title);
        return pledge.map(one -> new Filled(one.clause(), words, one.barYears().orElse(null), one.consequence(), false))
                .orElseGet(() -> new Filled(clause(edition).orElse(null), words, null, NEUTRAL_CONSEQUENCE, true));
    }
}
