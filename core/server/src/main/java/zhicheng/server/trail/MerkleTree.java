package zhicheng.server.trail;

import java.util.ArrayList;
import java.util.List;

/**
 * A Merkle tree as RFC 6962 has it, 2.1: SHA-256, 0x00 before a leaf and 0x01 before a node, so that no node passes for a leaf; the left side of every node is the
 * largest power of two. Grows leaf by leaf and keeps no more than one hash for each doubling.
 */
public final class MerkleTree {
    private static final byte[] LEAF = {0};
    private static final byte[] NODE = {1};

    /** Roots of the full trees so far, the largest first: their sizes are the binary digits of {@link #leaves}. */
    private final List<byte[]> full = new ArrayList<>();
    private long leaves;

    public void add(byte[] leaf) {
        var hash = hash(LEAF, leaf);
        for (var digits = leaves; (digits & 1) == 1; digits >>= 1) hash = hash(NODE, full.removeLast(), hash);
        full.add(hash);
        leaves++;
    }

    public long leaves() {
        return leaves;
    }

    /** @return 32 bytes; of a tree without leaves the hash of nothing */
    public byte[] root() {
        if (full.isEmpty()) return hash();
        var root = full.getLast();
        for (var left : full.reversed().subList(1, full.size())) root = hash(NODE, left, root);
        return root;
    }

    private static byte[] hash(byte[]... parts) {
        var digest = Json.sha256();
        for (var part : parts) digest.update(part);
        return digest.digest();
    }
}
