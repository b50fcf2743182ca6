package zhicheng.regions.bijie;

import zhicheng.spi.Clause;
import zhicheng.spi.Provision;
import zhicheng.spi.Text;

/** How this region writes a provision down: name, clause, force, whom it binds, and its sentence. */
final class Provisions {
    private Provisions() {}

    static Provision provision(String id, String clause, Provision.Kind kind, Text bearer, String zh, String en) {
        return Provision.of(id, Clause.of(clause), kind, bearer, Text.of(zh, en));
    }
}
