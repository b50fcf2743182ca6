package zhicheng.server.read;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import zhicheng.server.account.DataKey;
import zhicheng.server.account.Viewer;

/**
 * Where a page ends, told to the client as something that it can neither read nor make: the sort keys of a row, encrypted and authenticated,
 * bound to the viewer, the list, the filter and the order; of a row's own list the last key is that row's id. The same row in the same list has
 * the same cursor.
 */
final class Cursors {
    /** The parent of a root field's list. */
    static final String ROOT = "Query";

    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final byte VERSION = 1;

    private final SecretKeySpec key;
    private final SecretKeySpec nonceKey;

    Cursors(DataKey key) {
        this.key = key.derive("cursor", "AES");
        this.nonceKey = key.derive("cursor-nonce", "HmacSHA256");
    }

    /**
     * The cursors of one list under one filter and order, as one viewer sees it.
     *
     * @param parent whose list it is: a noun's name, or {@link #ROOT}
     * @param list the field
     */
    Book of(Viewer viewer, String parent, String list, Filter filter, List<Order> order) {
        return new Book(List.of(
                digest(viewer.isSignedIn() ? viewer.account().toString() : "public"),
                digest(parent + "." + list),
                digest(filter.toString()),
                digest(order.toString())));
    }

    /** What a cursor is bound to, in the order in which it is checked. */
    private static final List<String> BOUND = List.of("another account", "another list", "another «where»", "another «orderBy»");

    final class Book {
        private final List<byte[]> bound;

        private Book(List<byte[]> bound) { this.bound = bound; }

        /** @param keys the row's sort keys as PostgreSQL wrote them, null where absent */
        String cursor(List<?> keys) {
            try {
                var bytes = new ByteArrayOutputStream();
                var out = new DataOutputStream(bytes);
                out.writeByte(VERSION);
                for (var one : bound) out.write(one);
                out.writeByte(keys.size());
                for (var key : keys) {
                    out.writeBoolean(key != null);
                    if (key == null) continue;
                    var text = key.toString().getBytes(StandardCharsets.UTF_8);
                    out.writeInt(text.length);
                    out.write(text);
                }
                var plain = bytes.toByteArray();
                var nonce = nonce(plain);
                var sealed = cipher(Cipher.ENCRYPT_MODE, nonce).doFinal(plain);
                var whole = Arrays.copyOf(nonce, NONCE + sealed.length);
                System.arraycopy(sealed, 0, whole, NONCE, sealed.length);
                return Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }

        /** The sort keys in a cursor of this book; anything else is a mistake of whoever sent it. */
        List<String> keys(String cursor) {
            try {
                var whole = Base64.getUrlDecoder().decode(cursor);
                if (whole.length <= NONCE) throw notOurs();
                var plain = cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(whole, NONCE)).doFinal(whole, NONCE, whole.length - NONCE);
                var in = new DataInputStream(new ByteArrayInputStream(plain));
                if (in.readByte() != VERSION) throw notOurs();
                for (var place = 0; place < bound.size(); place++)
                    if (!MessageDigest.isEqual(in.readNBytes(bound.get(place).length), bound.get(place)))
                        throw givenFor(BOUND.get(place));
                var keys = new ArrayList<String>();
                for (var left = in.readByte(); left > 0; left--)
                    keys.add(in.readBoolean() ? new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8) : null);
                return Collections.unmodifiableList(keys);
            } catch (IllegalArgumentException | GeneralSecurityException e) {
                throw notOurs();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** @param other what the cursor is good for */
    static RuntimeException givenFor(String other) {
        return Mistake.at("after", "the cursor was given for " + other + "; ask for the first page again");
    }

    private static RuntimeException notOurs() {
        return Mistake.at("after", "not a cursor of this server; take one from «pageInfo» or «edges» and leave it as it is");
    }

    /** From what is sealed: no two different texts share a nonce, and the same text is the same cursor. */
    private byte[] nonce(byte[] plain) throws GeneralSecurityException {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(nonceKey);
        return Arrays.copyOf(mac.doFinal(plain), NONCE);
    }

    private Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        return cipher;
    }

    private static byte[] digest(String text) {
        try {
            return Arrays.copyOf(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)), 8);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
