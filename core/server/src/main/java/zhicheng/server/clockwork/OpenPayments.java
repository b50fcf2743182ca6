package zhicheng.server.clockwork;

import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Instant;
import javax.sql.DataSource;
import zhicheng.server.payment.Payments;

/** Orders that the fiscal platform has not opened yet are asked for again (B24-5.5). */
@Singleton
@Requires(beans = DataSource.class)
public final class OpenPayments implements Chore {
    private final Payments payments;

    OpenPayments(Payments payments) {
        this.payments = payments;
    }

    @Override
    public String name() {
        return "open-payments";
    }

    @Override
    public int run(Instant at) {
        return payments.openDue();
    }
}
