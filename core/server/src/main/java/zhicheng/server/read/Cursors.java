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
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import zhicheng.server.account.DataKey;
import zhicheng.server.account.Hmac;
import zhicheng.server.account.Viewer;

/**
 * Where a page ends, told to the client as something that it can neither read nor make: the sort keys of a row, encrypted and authenticated,
 * bound to the viewer, the list, the filter, the search and the order; of a row's own list the last key is that row's id. The same row in the
 * same list has the same cursor.
 */
final class Cursors {
    /** The parent of a root field's list. */
    static final String ROOT = "Query";

    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final byte VERSION = 1;

    private final SecretKeySpec key;
    private final Hmac nonces;
    private final String mark;

    Cursors(DataKey key) {
        this.key = key.derive("cursor", "AES");
        this.nonces = new Hmac(key, "cursor-nonce");
        this.mark = "#" + Base64.getUrlEncoder().withoutPadding().encodeToString(key.derive("cursor-mark", "raw").getEncoded()).substring(0, 24);
    }

    /** Stands before sort keys where PostgreSQL writes them; nobody outside can know it, so no text in a row is taken for keys. */
    String mark() { return mark; }

    /**
     * The cursors of one list under one filter and order, as one viewer sees it.
     *
     * @param list whose list it is and which: {@code Query.dossiers}
     * @param which its filter and search, settled
     */
    Book of(Viewer viewer, String list, String which, String order) {
        return new Book(List.of(digest(viewer.isSignedIn() ? viewer.account().toString() : "public"), digest(list), digest(which), digest(order)));
    }

    /** What a cursor is bound to, in the order in which it is checked. */
    private static final List<String> BOUND = List.of("another account", "another list", "another «where» or «search»", "another «orderBy»");
    private static final int DIGEST = 8;

    /** A cursor that was opened: what it is bound to, and the sort keys in it, null where absent. */
    record Opened(List<byte[]> bound, List<String> keys) {}

    /**
     * What is in a cursor; whether it is good for the list at hand is for the list's book to say.
     *
     * @param path where it stands: after or before
     */
    Opened open(Object cursor, String path) {
        try {
            var whole = Base64.getUrlDecoder().decode(cursor.toString());
            if (whole.length <= NONCE) throw notOurs(path);
            var plain = cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(whole, NONCE)).doFinal(whole, NONCE, whole.length - NONCE);
            var in = new DataInputStream(new ByteArrayInputStream(plain));
            if (in.readByte() != VERSION) throw Mistake.at(path, "the cursor was given by another version of this server; ask for the first page again");
            var bound = new ArrayList<byte[]>();
            for (var place = 0; place < BOUND.size(); place++) bound.add(in.readNBytes(DIGEST));
            var keys = new ArrayList<String>();
            for (var left = in.readByte(); left > 0; left--)
                keys.add(in.readBoolean() ? new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8) : null);
            return new Opened(bound, Collections.unmodifiableList(keys));
        } catch (IllegalArgumentException | GeneralSecurityException e) {
            throw notOurs(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    final class Book {
        private final List<byte[]> bound;

        private Book(List<byte[]> bound) { this.bound = bound; }

        /** @param keys the row's sort keys as PostgreSQL wrote them, null where absent */
        String cursor(List<String> keys) {
            try {
                var bytes = new ByteArrayOutputStream();
                var out = new DataOutputStream(bytes);
                out.writeByte(VERSION);
                for (var one : bound) out.write(one);
                out.writeByte(keys.size());
                for (var key : keys) {
                    out.writeBoolean(key != null);
                    if (key == null) continue;
                    var text = key.getBytes(StandardCharsets.UTF_8);
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

        /** The cursor itself: one of another book is a mistake of whoever sent it. */
        Opened checked(Opened cursor, String path) {
            for (var place = 0; place < bound.size(); place++)
                if (!MessageDigest.isEqual(cursor.bound.get(place), bound.get(place))) throw givenFor(BOUND.get(place), path);
            return cursor;
        }
    }

    /**
     * What a version of the server binds a cursor to, the next one may write otherwise, and it cannot be told from another one.
     *
     * @param other what the cursor is good for
     */
    static RuntimeException givenFor(String other, String path) {
        return Mistake.at(path, "the cursor was given for " + other + ", or by an earlier version of this server; ask for the first page again");
    }

    private static RuntimeException notOurs(String path) {
        return Mistake.at(path, "not a cursor of this server; take one from «pageInfo» or «edges» and leave it as it is");
    }

    /** From what is sealed: no two different texts share a nonce, and the same text is the same cursor. */
    private byte[] nonce(byte[] plain) {
        return Arrays.copyOf(nonces.of(plain), NONCE);
    }

    private Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        return cipher;
    }

    private static byte[] digest(String text) {
        try {
            return Arrays.copyOf(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)), DIGEST);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
