package zhicheng.server.file;

import java.util.List;

/**
 * How a file is brought, as a client does it.
 *
 * @param address absolute, or a path of this server
 * @param headers to be sent with it as they stand
 * @param expiresIn seconds for which it is good
 */
public record Upload(String method, String address, List<Header> headers, int expiresIn) {
    /** A header of HTTP. */
    public record Header(String name, String value) {}
}
