package zhicheng.server.file;

/**
 * How a file is taken, as a client does it.
 *
 * @param address absolute, or a path of this server
 * @param expiresIn seconds for which it is good
 */
public record Download(String address, int expiresIn, String name, int size, String type, String sha256) {}
