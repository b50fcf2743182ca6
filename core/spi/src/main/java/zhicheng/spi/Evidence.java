package zhicheng.spi;

import java.util.List;
import java.util.Optional;

/**
 * What proves one kind of thing that an applicant tells of himself or picks (佐证材料): whether a file has to be there, and what spares him that one. Since 1.3.
 *
 * @param id unique in its edition
 * @param clause the clause that speaks of proving it
 * @param upload that a file has to be there; where the notice does not say so, nothing is refused or remarked on for want of one
 * @param spared that what a platform has verified needs no file; where the notice does not say so, a platform's word spares nothing
 * @param channel of applications by this channel alone; empty: by any
 */
public record Evidence(String id, Clause clause, Of of, Said<Upload> upload, Said<Spared> spared, Optional<String> channel) {

    public static Evidence of(String id, Clause clause, Of of, Said<Upload> upload, Said<Spared> spared) {
        return new Evidence(id, clause, of, upload, spared, Optional.empty());
    }

    /** The same, asked of applications by one channel alone. A consent is asked for so: of nobody else is there one. */
    public Evidence through(String channel) {
        return new Evidence(id, clause, of, upload, spared, Optional.of(channel));
    }

    /** What is to be proved. */
    public enum Of {
        EDUCATION("学历学位", "a degree or level of education"),
        SOCIAL_INSURANCE("社会保险", "social insurance through the employer"),
        QUALIFICATION("职业资格", "a professional qualification"),
        TRAINING_HOURS("继续教育学时", "a year's hours of continuing education"),
        TITLE("已取得的职称", "a title held already"),
        /** Everything picked from the store of achievements of which the edition does not speak apart. */
        ACHIEVEMENT("业绩成果", "an achievement"),
        CONSENT_SENDING_DEPARTMENT("派出地省级行业主管部门同意", "the consent of the provincial department of the sending side"),
        CONSENT_SENDING_HRSS("派出地人社部门同意", "the consent of HRSS of the sending side"),
        CONSENT_RECEIVING_DEPARTMENT("派驻地省级行业主管部门同意", "the consent of the provincial department of the receiving side"),
        CONSENT_RECEIVING_HRSS("派驻地人社部门同意", "the consent of HRSS of the receiving side");

        private final Text label;

        Of(String zh, String en) { this.label = Text.of(zh, en); }

        public Text label() { return label; }

        /** Whether it is what a body has agreed to (同意), by its own paper and no other. */
        public boolean isConsent() {
            return switch (this) {
                case CONSENT_SENDING_DEPARTMENT, CONSENT_SENDING_HRSS, CONSENT_RECEIVING_DEPARTMENT, CONSENT_RECEIVING_HRSS -> true;
                case EDUCATION, SOCIAL_INSURANCE, QUALIFICATION, TRAINING_HOURS, TITLE, ACHIEVEMENT -> false;
            };
        }
    }

    /** A file has to be there. {@code force}: whether its lack refuses the application, or is remarked on and at the applicant's own risk. */
    public record Upload(Clause clause, Rule.Force force, Text says) {
        /** Without it the application is refused. */
        public static Upload required(Clause clause, Text says) {
            return new Upload(clause, Rule.Force.BINDING, says);
        }

        /** It is looked at, and nothing is refused for want of it. */
        public static Upload lookedAt(Clause clause, Text says) {
            return new Upload(clause, Rule.Force.ADVISORY, says);
        }
    }

    /** What a platform has verified needs no file. {@code holders}: of people who work on these papers only; empty: of everybody. */
    public record Spared(Clause clause, Text says, List<Case.Residence> holders) {
        public static Spared of(Clause clause, Text says) {
            return new Spared(clause, says, List.of());
        }

        public Spared only(Case.Residence... holders) {
            return new Spared(clause, says, List.of(holders));
        }
    }
}
