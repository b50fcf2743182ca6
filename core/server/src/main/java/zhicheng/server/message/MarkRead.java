package zhicheng.server.message;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import zhicheng.server.account.Viewer;
import zhicheng.server.database.Sql;
import zhicheng.server.eligibility.Finding;
import zhicheng.server.trail.Acts;
import zhicheng.server.trail.Chain;
import zhicheng.server.trail.Json;
import zhicheng.spi.Text;

/** Somebody marks a message of his, or of his account, as read. A second time it stays as it was. */
@Singleton
public final class MarkRead {
    private final Acts acts;

    MarkRead(Acts acts) {
        this.acts = acts;
    }

    public record Input(String key, UUID message) {}

    /** @param clause null: no notice rules what it is about */
    private record Told(boolean read, String clause, boolean isAccounts) {}

    public Acts.Outcome perform(Viewer actor, Instant at, Input input) {
        return acts.perform(actor, at, "markRead", input.key(), Map.of("message", input.message()), List.of(), tx -> {
            var told = Sql.one(tx, row -> new Told(row.getBoolean(1), row.getString(2), row.getObject(3) != null),
                    "select read_at is not null, clause, account from message where id = ? and (person = ? or account = ?) for no key update", input.message(), actor.applicant(), actor.account());
            if (told.isEmpty())
                return Acts.Outcome.refused(Finding.refusal("message.not-found", null, Text.of("发给本人或本账号的消息", "a message to oneself, or to this account"), Text.of("没有 " + input.message(), "there is none called " + input.message()), "input.message"));
            if (told.get().read()) return new Acts.Outcome(input.message(), List.of());
            Sql.writeOne(tx, "update message set read_at = ? where id = ?", at, input.message());
            var entry = Acts.entry(actor, "MARK_READ", at, Map.of("message", input.message(), "read", Json.change(false, true), "clauses", told.get().clause() == null ? List.of() : List.of(told.get().clause())));
            if (told.get().isAccounts()) Chain.ACCOUNT.add(tx, actor.account(), entry, at);
            else Chain.PERSON.add(tx, actor.person(), entry, at);
            return new Acts.Outcome(input.message(), List.of());
        });
    }
}
