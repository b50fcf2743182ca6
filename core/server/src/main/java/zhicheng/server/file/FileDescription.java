package zhicheng.server.file;

import java.util.UUID;

/**
 * A file as it is declared, and once it was received as it is.
 *
 * @param id of the file in a store, or of what a dossier carries of it
 * @param size bytes, 1 at least
 * @param type media type
 * @param sha256 64 hexadecimal digits in lower case
 * @param received whether its bytes are there
 */
public record FileDescription(UUID id, String name, long size, String type, String sha256, boolean received) {}
