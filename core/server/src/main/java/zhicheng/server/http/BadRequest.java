package zhicheng.server.http;

import zhicheng.server.graphql.Codes;

/** An HTTP request that carries no GraphQL request, or none that is taken; the message tells the sender why. */
final class BadRequest extends RuntimeException {
    private final String code;

    BadRequest(String message) {
        this(Codes.BAD_REQUEST, message);
    }

    /** @param code one of {@link Codes} */
    BadRequest(String code, String message) {
        super(message, null, false, false);
        this.code = code;
    }

    String code() {
        return code;
    }
}
