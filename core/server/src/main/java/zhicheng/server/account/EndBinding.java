package zhicheng.server.account;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import zhicheng.server.trail.Acts;

/** The person or the unit says that it is over: the unit acts for him no more. */
@Singleton
public final class EndBinding {
    private final Acts acts;
    private final DecideBinding decide;

    EndBinding(Acts acts, DecideBinding decide) {
        this.acts = acts;
        this.decide = decide;
    }

    /** @param reason null: not said */
    public Acts.Outcome perform(Viewer actor, Visitor visitor, Instant at, String key, UUID binding, int version, String reason) {
        var input = new DecideBinding.Input(key, binding, version, reason);
        return acts.perform(actor, at, "endBinding", key, input.asked(), List.of(), tx -> {
            var seen = SeenBinding.locked(tx, binding).orElse(null);
            if (seen == null || !isOwn(actor, seen)) return decide.notOwn(tx, actor, visitor, at, "END_BINDING", binding);
            var wrong = seen.wrong(version, List.of("REQUESTED", "CONFIRMED")).or(() -> DecideBinding.wrongReason(reason, false));
            if (wrong.isPresent()) return new Acts.Outcome(seen.id(), List.of(wrong.get()));
            if (seen.state().equals("CONFIRMED") && !seen.person().equals(actor.applicant())) decide.tell(tx, seen, at);
            return decide.write(tx, actor, at, "END_BINDING", seen, "ENDED", reason == null ? null : reason.strip(), Optional.empty());
        });
    }

    private static boolean isOwn(Viewer actor, SeenBinding seen) {
        return seen.person().equals(actor.applicant()) || actor.isAny(Set.of(Role.EMPLOYER_CLERK, Role.AGENCY)) && DecideBinding.isUnits(actor, seen);
    }
}
