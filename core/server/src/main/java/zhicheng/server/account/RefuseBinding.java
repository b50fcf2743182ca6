package zhicheng.server.account;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import zhicheng.server.trail.Acts;

/** A unit says that somebody is not its own, and why. */
@Singleton
public final class RefuseBinding {
    private final Acts acts;
    private final DecideBinding decide;

    RefuseBinding(Acts acts, DecideBinding decide) {
        this.acts = acts;
        this.decide = decide;
    }

    public Acts.Outcome perform(Viewer actor, Visitor visitor, Instant at, String key, UUID binding, int version, String reason) {
        var input = new DecideBinding.Input(key, binding, version, reason);
        return acts.perform(actor, at, "refuseBinding", key, input.asked(), List.of(), tx -> {
            var seen = SeenBinding.locked(tx, binding).orElse(null);
            if (seen == null || !DecideBinding.isUnits(actor, seen)) return decide.notOwn(tx, actor, visitor, at, "REFUSE_BINDING", binding);
            var wrong = seen.wrong(version, List.of("REQUESTED")).or(() -> DecideBinding.wrongReason(reason, true));
            if (wrong.isPresent()) return new Acts.Outcome(seen.id(), List.of(wrong.get()));
            return decide.write(tx, actor, at, "REFUSE_BINDING", seen, "REFUSED", reason.strip(), Optional.empty());
        });
    }
}
