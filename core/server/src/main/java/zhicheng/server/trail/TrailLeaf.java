package zhicheng.server.trail;

import java.nio.ByteBuffer;
import java.util.UUID;

/**
 * How far one subject's chain had come when a root was made.
 *
 * @param after where its last leaf, under an earlier root, ended; 0 where there is none
 * @param seq of the entry where it stood
 * @param head of that entry, 32 bytes
 */
public record TrailLeaf(UUID subject, long after, long seq, byte[] head) {

    /** What is hashed into the tree: 16 bytes of the subject, 8 each of {@code after} and {@code seq}, the most significant first, and the head. */
    public byte[] bytes() {
        return ByteBuffer.allocate(32 + head.length).putLong(subject.getMostSignificantBits()).putLong(subject.getLeastSignificantBits())
                .putLong(after).putLong(seq).put(head).array();
    }
}
