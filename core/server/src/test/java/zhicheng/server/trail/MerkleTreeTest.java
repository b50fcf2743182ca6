package zhicheng.server.trail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.Assume;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** The tree grown leaf by leaf is the one of RFC 6962, and no other leaves have its root. */
@PropertyDefaults(tries = 500, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.BOUNDED)
class MerkleTreeTest {
    /** The leaves and roots that certificate transparency's implementations are tested with. */
    private static final List<String> LEAVES = List.of("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f");
    private static final List<String> ROOTS = List.of("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125", "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7", "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef", "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

    @Test
    void known_leaves_have_their_known_roots() {
        var tree = new MerkleTree();
        assertEquals(ROOTS.getFirst(), HexFormat.of().formatHex(tree.root()));
        for (var size = 1; size <= LEAVES.size(); size++) {
            tree.add(HexFormat.of().parseHex(LEAVES.get(size - 1)));
            assertEquals(ROOTS.get(size), HexFormat.of().formatHex(tree.root()), size + " leaves");
            assertEquals(size, tree.leaves());
        }
    }

    @Property
    void is_the_tree_that_rfc_6962_defines(@ForAll @Size(max = 300) List<@Size(max = 3) byte[]> leaves) {
        assertEquals(HexFormat.of().formatHex(defined(leaves)), root(leaves));
    }

    @Property
    void another_leaf_one_less_one_more_or_another_order_is_another_root(@ForAll @NotEmpty @Size(max = 40) List<@Size(max = 3) byte[]> leaves, @ForAll @IntRange(max = 39) int place,
            @ForAll @IntRange(max = 39) int other, @ForAll @Size(max = 3) byte[] leaf) {
        var at = place % leaves.size();
        var with = other % leaves.size();
        var root = root(leaves);
        var changed = new ArrayList<>(leaves);
        if (!Arrays.equals(changed.set(at, leaf), leaf)) assertNotEquals(root, root(changed));
        var less = new ArrayList<>(leaves);
        less.remove(at);
        assertNotEquals(root, root(less));
        var more = new ArrayList<>(leaves);
        more.add(at, leaf);
        assertNotEquals(root, root(more));
        Assume.that(!Arrays.equals(leaves.get(at), leaves.get(with)));
        var swapped = new ArrayList<>(leaves);
        Collections.swap(swapped, at, with);
        assertNotEquals(root, root(swapped));
    }

    @Property
    void no_node_passes_for_a_leaf(@ForAll @Size(max = 3) byte[] one, @ForAll @Size(max = 3) byte[] other) {
        var node = new ByteArrayOutputStream();
        node.writeBytes(HexFormat.of().parseHex(root(List.of(one))));
        node.writeBytes(HexFormat.of().parseHex(root(List.of(other))));
        assertNotEquals(root(List.of(one, other)), root(List.of(node.toByteArray())));
    }

    private static String root(List<byte[]> leaves) {
        var tree = new MerkleTree();
        leaves.forEach(tree::add);
        return HexFormat.of().formatHex(tree.root());
    }

    /** RFC 6962, 2.1, word for word. */
    private static byte[] defined(List<byte[]> leaves) {
        var hashed = new ByteArrayOutputStream();
        if (leaves.size() == 1) {
            hashed.write(0);
            hashed.writeBytes(leaves.getFirst());
        } else if (leaves.size() > 1) {
            var left = Integer.highestOneBit(leaves.size() - 1);
            hashed.write(1);
            hashed.writeBytes(defined(leaves.subList(0, left)));
            hashed.writeBytes(defined(leaves.subList(left, leaves.size())));
        }
        return Json.sha256(hashed.toByteArray());
    }
}
