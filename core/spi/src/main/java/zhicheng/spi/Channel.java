package zhicheng.spi;

import java.util.List;

/**
 * A way through which an application goes (申报渠道): who may take it, and who looks at it in which order.
 *
 * @param rules who may take it; judged besides the edition's own rules
 * @param chain who audits, publishes and recommends, in order; the last hands to the committee
 */
public record Channel(String id, Clause clause, Text name, Text who, List<Rule> rules, List<Node> chain) {

    /** One reviewer of the chain. */
    public record Node(Kind kind, Text name) {
        public static Node of(Kind kind, Text name) {
            return new Node(kind, name);
        }
    }

    /** What a reviewer is. */
    public enum Kind { EMPLOYER, AGENCY, USING_UNIT, SUPERIOR_DEPT, RELAY, HRSS_COUNTY, HRSS_CITY, HRSS_PROVINCE, TITLE_OFFICE, JOINT_REVIEW, COMMITTEE_OFFICE }

    public static Channel of(String id, Clause clause, Text name, Text who, List<Rule> rules, List<Node> chain) {
        return new Channel(id, clause, name, who, List.copyOf(rules), List.copyOf(chain));
    }
}
