package zhicheng.server.graphql;

import java.util.List;

/** The whole request is refused, before anything of it is done. */
final class Refused extends RuntimeException {
    private final transient List<Refusal> refusals;

    Refused(Refusal refusal) {
        this(List.of(refusal));
    }

    /** @param refusals at least one */
    Refused(List<Refusal> refusals) {
        super(refusals.getFirst().message(), null, false, false);
        this.refusals = List.copyOf(refusals);
    }

    List<Refusal> refusals() {
        return refusals;
    }
}
