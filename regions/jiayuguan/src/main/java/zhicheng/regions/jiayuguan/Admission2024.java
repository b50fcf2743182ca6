package zhicheng.regions.jiayuguan;

import static zhicheng.regions.jiayuguan.Questions2024.HIGH_SKILLED;
import static zhicheng.regions.jiayuguan.Questions2024.UNIT_REGISTERED;

import java.util.ArrayList;
import java.util.Optional;
import zhicheng.spi.Case;
import zhicheng.spi.Case.Employment;
import zhicheng.spi.Text;
import zhicheng.spi.Verdict;

/** Whom J24-1a lets in, by kind of employment and place. */
final class Admission2024 {
    private static final Text BY_THE_RULES = Text.of("通知写“按有关规定”，规定不在本通知内", "\"by the rules concerned\", which are not in this notice");

    private Admission2024() {}

    static Verdict whoMayApply(Case one) {
        var asked = Text.of("属于本通知一所列人员", "one of the people named in J24-1a");
        if (one.employment().isEmpty()) return Verdict.missing(asked, "employment");
        var employment = one.employment().get();
        return switch (employment) {
            case STATE_INSTITUTION_POST, STATE_INSTITUTION_CONTRACT -> Verdict.satisfied(asked, employment.label());
            case STATE_ENTERPRISE, PRIVATE_ENTERPRISE, SOCIAL_ORGANISATION, SOLE_TRADER -> registeredWithRegularRelation(one);
            case FLEXIBLE -> localHukou(one);
            case ON_LEAVE_FOUNDING, RURAL_TALENT -> Verdict.open(asked, BY_THE_RULES);
            case CENTRAL_UNIT -> Verdict.open(asked, Text.of("中央在甘单位人员按二（二）委托评审", "staff of central units: entrusted review, J24-2.2d"));
            case POSTED_AGENCY -> Verdict.open(asked, Text.of("派驻机构人员按二（二），原则上不能申报", "staff of posted agencies: J24-2.2e, not in principle"));
            case CIVIL_SERVANT -> Verdict.open(asked, Text.of("公务员（含参公）另按本通知一不能申报", "civil servants are excluded by J24-1b"));
            case DISPATCHED, FREELANCE -> Verdict.open(asked, Text.of("通知未写“" + employment.label().zh() + "”",
                    "the notice does not name: " + employment.label().en()));
            case NONE -> unlessHighSkilled(one, Verdict.failed(asked, employment.label()).at("employment"));
        };
    }

    static Verdict worksInTheCity(Case one) {
        var asked = Text.of("工作单位在嘉峪关市", "a place of work in Jiayuguan");
        var employment = one.employment();
        if (employment.equals(Optional.of(Employment.FLEXIBLE)))
            return Verdict.satisfied(asked, Text.of("灵活就业人员不问单位，以嘉峪关市户籍为准", "a flexible worker has no unit; local hukou counts instead"));
        if (employment.equals(Optional.of(Employment.RURAL_TALENT))) return Verdict.open(asked, BY_THE_RULES);
        if (one.workplace().isEmpty()) return Verdict.missing(asked, "workplace");
        var shown = Text.of("工作地 " + one.workplace().get(), "place of work " + one.workplace().get());
        if (one.workplace().get().startsWith(Jiayuguan.AREA)) return Verdict.satisfied(asked, shown);
        return employment.isEmpty() ? Verdict.missing(asked, "employment") : Verdict.failed(asked, shown).at("workplace");
    }

    private static Verdict registeredWithRegularRelation(Case one) {
        var asked = Text.of("单位在嘉峪关市登记注册，并建立规范劳动关系", "a unit registered in the city, and a regular labour relation to it");
        if (one.yes(UNIT_REGISTERED.id()).equals(Optional.of(false)))
            return unlessHighSkilled(one, Verdict.failed(asked, Text.of("单位未在嘉峪关市登记注册", "the unit is not registered in the city")).at(Questions2024.path(UNIT_REGISTERED)));
        if (one.regularRelation().equals(Optional.of(false)))
            return unlessHighSkilled(one, Verdict.failed(asked, Text.of("未建立规范劳动关系", "no regular labour relation")).at("regularRelation"));
        var missing = new ArrayList<String>();
        if (one.yes(UNIT_REGISTERED.id()).isEmpty()) missing.add(Questions2024.path(UNIT_REGISTERED));
        if (one.regularRelation().isEmpty()) missing.add("regularRelation");
        return missing.isEmpty() ? Verdict.satisfied(asked, Text.of("均符合", "both")) : Verdict.missing(asked, missing.toArray(String[]::new));
    }

    private static Verdict localHukou(Case one) {
        var asked = Text.of("具有嘉峪关市户籍的灵活就业人员", "a flexible worker with local hukou");
        return one.hukou().map(code -> {
            var shown = Text.of("户籍 " + code, "hukou " + code);
            return code.startsWith(Jiayuguan.AREA) ? Verdict.satisfied(asked, shown) : unlessHighSkilled(one, Verdict.failed(asked, shown).at("hukou"));
        }).orElseGet(() -> Verdict.missing(asked, "hukou"));
    }

    /** «符合条件的高技能人才…可以按有关规定参加»: a way of their own, beside the ones listed. Nobody is kept out before he was asked for it. */
    private static Verdict unlessHighSkilled(Case one, Verdict otherwise) {
        return one.yes(HIGH_SKILLED.id())
                .map(highSkilled -> highSkilled ? Verdict.open(otherwise.asked(), BY_THE_RULES) : otherwise)
                .orElseGet(() -> Verdict.missing(otherwise.asked(), Questions2024.path(HIGH_SKILLED)));
    }
}
