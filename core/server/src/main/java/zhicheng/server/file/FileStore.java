package zhicheng.server.file;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/**
 * Where the bytes of files lie. What is brought waits under the id of the file that it was brought for; once it was looked at it is kept under the
 * SHA-256 of what it holds: the same bytes once, never changed, never thrown away. No name that somebody gave is part of a place.
 */
public interface FileStore {

    /**
     * Where a file is brought to.
     *
     * @return empty: to this server ({@link SignedAddresses})
     */
    Optional<Upload> upload(FileDescription file, Duration within);

    /** What was brought for a file and is not kept yet, copied for a look; empty: nothing. @param most as {@link Content#copied} */
    Optional<Arrival> arrived(UUID file, long most) throws IOException;

    /** Bytes of this server's own, copied for a look. @param most as {@link Content#copied} */
    Arrival made(InputStream from, long most) throws IOException;

    /** Keeps what was looked at; the same bytes again change nothing. */
    void keep(Arrival looked) throws IOException;

    /** Throws away what was brought for a file; what is kept stays. */
    void forget(UUID file) throws IOException;

    /** What is kept, for whoever may have it. */
    Delivery deliver(FileDescription file, Duration within) throws IOException;

    /** How kept bytes reach somebody. */
    sealed interface Delivery {
        /** From another server, by an address that is good for a short time. */
        record From(URI address) implements Delivery {}

        /** Through this one; to be closed. */
        record Through(InputStream bytes) implements Delivery {}
    }
}
