package zhicheng.server.http;

/** An HTTP request that carries no GraphQL request; the message tells the sender why. */
final class BadRequest extends RuntimeException {

    BadRequest(String message) {
        super(message, null, false, false);
    }
}
