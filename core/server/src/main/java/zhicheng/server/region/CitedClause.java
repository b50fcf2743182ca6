package zhicheng.server.region;

import zhicheng.spi.Clause;
import zhicheng.spi.Notice;

/** A clause with its own words and the notice that it stands in. */
public record CitedClause(Clause clause, Notice notice, String sentence) {
    public String id() {
        return clause.id();
    }
}
