package zhicheng.regions.bijie;

import java.util.List;
import zhicheng.spi.Channel;
import zhicheng.spi.Clause;

/** Through whom an application goes in 2023: the chain of B23-5.4. */
final class Channels2023 {
    static final List<Channel> CHANNELS = List.of(EmployerChannel.of(Clause.of("B23-5.4"), Clause.of("B23-5.4")));

    private Channels2023() {}
}
