package zhicheng.spi;

import java.util.List;

/**
 * How people and units come by accounts (账号), what each step opens to them, and for whom a unit may act. Since 1.2.
 *
 * @param makers who makes accounts of which kind; @param openings what a person may do from which step on; @param reaches on which ground a unit acts for a person
 */
public record AccountPolicy(Said<List<Maker>> makers, Said<List<Opening>> openings, Said<List<Reach>> reaches) {

    public enum Of { PERSON, UNIT }

    /** ONESELF registers, EMPLOYER is the unit through which one applies, BUREAU the human-resources one, DEPARTMENT one with the authority to found committees. */
    public enum By {
        ONESELF("本人", "oneself"), EMPLOYER("用人单位", "the employer"), BUREAU("人社部门", "the bureau"), DEPARTMENT("有组建权限的主管部门", "a department that may found committees");

        private final Text label;

        By(String zh, String en) { this.label = Text.of(zh, en); }

        public Text label() { return label; }
    }

    /** What was done before: the real-name check (实名制验证) was passed; a binding to an employer (绑定) stands. */
    public enum After { REAL_NAME, BINDING }

    /** ANY is everything, CERTIFICATES the business of certificates (职称证书), APPLICATIONS that of applying (职称申报). */
    public enum Business { ANY, CERTIFICATES, APPLICATIONS }

    /** EMPLOYMENT is any employment, LABOUR_RELATION a labour relation (劳动关系), FILE_KEEPING that the unit keeps the personal file (档案托管), AGENCY that it is his agent (人事代理). */
    public enum Ground {
        EMPLOYMENT("聘用", "employment"), LABOUR_RELATION("劳动关系", "a labour relation"), FILE_KEEPING("档案托管", "keeping the file"), AGENCY("人事代理", "agency");

        private final Text label;

        Ground(String zh, String en) { this.label = Text.of(zh, en); }

        public Text label() { return label; }
    }

    /** Who makes the accounts of persons or of units; any of {@code by}. */
    public record Maker(String id, Clause clause, Of of, List<By> by, Text says) {
        public static Maker of(String id, Clause clause, Of of, List<By> by, Text says) {
            return new Maker(id, clause, of, List.copyOf(by), says);
        }
    }

    /** Business that is closed before, and open after. */
    public record Opening(String id, Clause clause, After after, Business business, Text says) {
        public static Opening of(String id, Clause clause, After after, Business business, Text says) {
            return new Opening(id, clause, after, business, says);
        }
    }

    /** A unit acts for whom it has one of the {@code grounds} to, and for nobody else. */
    public record Reach(String id, Clause clause, List<Ground> grounds, Text says) {
        public static Reach of(String id, Clause clause, List<Ground> grounds, Text says) {
            return new Reach(id, clause, List.copyOf(grounds), says);
        }
    }

    public static AccountPolicy of(Said<List<Maker>> makers, Said<List<Opening>> openings, Said<List<Reach>> reaches) {
        return new AccountPolicy(makers, openings, reaches);
    }
}
