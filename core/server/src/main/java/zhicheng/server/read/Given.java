package zhicheng.server.read;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;
import zhicheng.server.account.Role;
import zhicheng.server.account.Viewer;

/**
 * A value that comes with each request: named when a statement is made, known when it is asked. A statement whose values are all of this kind
 * is made once and asked by everybody under the same policy.
 */
@FunctionalInterface
public interface Given {
    /** @return never null */
    Object in(Request request);

    /** The person behind the viewer's account: as whom he applies where the policy says that he does, whom he has no part in where it says that there is one. */
    Given PERSON = request -> request.viewer().person();
    /** The unit that the viewer acts for. Only where the policy says that there is one. */
    Given ORGANISATION = request -> request.viewer().organisation();
    /** The viewer's account. Only where the policy says that there is one. */
    Given ACCOUNT = request -> request.viewer().account();

    /** The official time. */
    Given NOW = request -> request.at().atOffset(ZoneOffset.UTC);

    /** What {@code value} is in this request: itself, unless it is given; lists and objects with everything in them. */
    static Object settled(Object value, Request request) {
        return switch (value) {
            case null -> null;
            case Given given -> given.in(request);
            case List<?> list -> list.stream().map(one -> settled(one, request)).toList();
            case Map<?, ?> object -> {
                var settled = new HashMap<Object, Object>();
                object.forEach((key, one) -> settled.put(key, settled(one, request)));
                yield settled;
            }
            default -> value;
        };
    }

    /**
     * A place in the variables of a request.
     *
     * @param path keys of objects and indices of lists below the variable
     */
    record Variable(String name, List<Object> path) implements Given {
        public Variable {
            path = List.copyOf(path);
        }

        @Override
        public Object in(Request request) {
            var value = request.variables().get(name);
            for (var step : path)
                value = step instanceof Integer place ? ((List<?>) value).get(place) : ((Map<?, ?>) value).get(step);
            return value;
        }
    }

    /**
     * Who asks, and what he brought along.
     *
     * @param variables coerced
     * @param at the official time, the same for all that is asked in it
     * @param gone completed when he has gone and waits for no answer; null: nobody says so
     * @param answered how many bytes its root fields have been answered with so far, whichever way they are
     */
    record Request(Viewer viewer, Map<String, Object> variables, Instant at, CompletionStage<?> gone, AtomicLong answered) {

        public Request {
            Objects.requireNonNull(at, "a request has a time");
        }

        /** One that is answered with nothing yet. */
        public Request(Viewer viewer, Map<String, Object> variables, Instant at, CompletionStage<?> gone) {
            this(viewer, variables, at, gone, new AtomicLong());
        }

        /** Without variables, of whom nobody says when he has gone. */
        public Request(Viewer viewer, Instant at) {
            this(viewer, Map.of(), at, null);
        }
    }

    /**
     * As whom: statements are shared by viewers of one policy and by no others. It says whether there is a person, a unit, an account, and never which:
     * who is asking comes with each request.
     */
    record Policy(Set<Role> roles, boolean person, boolean organisation, boolean account) {
        public static Policy of(Viewer viewer) {
            return new Policy(viewer.roles(), viewer.person() != null, viewer.organisation() != null, viewer.isSignedIn());
        }

        /** Whether what is the person's own is shown, as {@link Viewer#applicant} has it; {@link #person} is for what is kept from whoever it is about. */
        boolean applies() {
            return person && roles.contains(Role.APPLICANT);
        }

        boolean isAny(Set<Role> asked) {
            return roles.stream().anyMatch(asked::contains);
        }
    }

    /** An id as a client sent it. */
    static UUID id(Object sent, String path) {
        return (UUID) Scalar.ID.bound(sent, path);
    }
}
