package zhicheng.server.account;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import zhicheng.server.trail.Acts;

/**
 * A unit says that somebody is its own (B24-3.2): from now on it may act for him. Who is employed by it on another ground already is so on this one from now on, and on the earlier one no more. Also who asks for it
 * himself can say so, since a unit may have a single account; what he hands in, somebody else deals with ({@link Oneself}).
 */
@Singleton
public final class ConfirmBinding {
    private static final List<String> RULES = List.of("one_employer_at_a_time");

    private final Acts acts;
    private final DecideBinding decide;

    ConfirmBinding(Acts acts, DecideBinding decide) {
        this.acts = acts;
        this.decide = decide;
    }

    public Acts.Outcome perform(Viewer actor, Visitor visitor, Instant at, String key, UUID binding, int version) {
        var input = new DecideBinding.Input(key, binding, version, null);
        return acts.perform(actor, at, "confirmBinding", key, input.asked(), RULES, tx -> {
            var seen = SeenBinding.locked(tx, binding).orElse(null);
            if (seen == null || !DecideBinding.isUnits(actor, seen)) return decide.notOwn(tx, actor, visitor, at, "CONFIRM_BINDING", binding);
            var wrong = seen.wrong(version, List.of("REQUESTED"));
            if (wrong.isPresent()) return new Acts.Outcome(seen.id(), List.of(wrong.get()));
            if (seen.isEmploying()) {
                var stands = SeenBinding.employing(tx, seen.person());
                var employer = stands.map(SeenBinding::organisation).orElse(seen.employer());
                if (employer != null && !employer.equals(seen.organisation())) return new Acts.Outcome(seen.id(), List.of(SeenBinding.another()));
                if (stands.isPresent()) decide.replaced(tx, actor, at, stands.get());
            }
            return decide.write(tx, actor, at, "CONFIRM_BINDING", seen, "CONFIRMED", null, seen.isEmploying() ? Optional.of(seen.organisation()) : Optional.empty());
        });
    }
}
