package zhicheng.regions.bijie;

import java.util.List;
import zhicheng.spi.Channel;
import zhicheng.spi.Clause;

/** Through whom an application goes in 2024: the chain of B24-5.3; an account must be bound to an employer first (B24-3.2). */
final class Channels2024 {
    static final List<Channel> CHANNELS = List.of(EmployerChannel.of(Clause.of("B24-5.3"), Clause.of("B24-3.2")));

    private Channels2024() {}
}
