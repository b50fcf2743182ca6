package zhicheng.server.trail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;

/** The Ed25519 key pair that signs the roots of the trail. Its public half is for others to hold: with it they check an export without asking anybody. */
public final class TrailKey {
    private static final String ALGORITHM = "Ed25519";
    private static final String PRIVATE = "PRIVATE KEY";
    private static final String PUBLIC = "PUBLIC KEY";

    private final PrivateKey secret;
    private final PublicKey open;

    private TrailKey(KeyPair pair) throws GeneralSecurityException {
        this.secret = pair.getPrivate();
        this.open = pair.getPublic();
        var probe = "zhicheng trail key".getBytes(StandardCharsets.US_ASCII);
        if (!signed(open, probe, sign(probe))) throw new GeneralSecurityException("the public key is not that of the private one");
    }

    /**
     * The pair in two PEM files, as {@code openssl genpkey -algorithm ed25519} and {@code openssl pkey -pubout} write them.
     *
     * @throws GeneralSecurityException where they are no Ed25519 keys, or of two pairs
     */
    public static TrailKey of(Path secret, Path open) throws IOException, GeneralSecurityException {
        return new TrailKey(new KeyPair(open(Files.readString(open)), factory().generatePrivate(new PKCS8EncodedKeySpec(bytes(Files.readString(secret), PRIVATE)))));
    }

    /** A new pair as two PEM texts, the private key first. */
    public static String[] made() {
        try {
            var pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
            return new String[] {pem(PRIVATE, pair.getPrivate().getEncoded()), pem(PUBLIC, pair.getPublic().getEncoded())};
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @throws GeneralSecurityException where the text is not the PEM of an Ed25519 public key */
    public static PublicKey open(String pem) throws GeneralSecurityException {
        return open(bytes(pem, PUBLIC));
    }

    /** @param encoded X.509 SubjectPublicKeyInfo */
    public static PublicKey open(byte[] encoded) throws GeneralSecurityException {
        return factory().generatePublic(new X509EncodedKeySpec(encoded));
    }

    /** By which a public key is known: SHA-256 of its X.509 encoding, in lower-case hex. */
    public static String fingerprint(PublicKey key) {
        return HexFormat.of().formatHex(Json.sha256(key.getEncoded()));
    }

    /** Whether the signature is that key's over the statement. */
    public static boolean signed(PublicKey key, byte[] statement, byte[] signature) {
        try {
            var check = Signature.getInstance(ALGORITHM);
            check.initVerify(key);
            check.update(statement);
            return check.verify(signature);
        } catch (GeneralSecurityException e) {
            return false; // not even in the shape of a signature
        }
    }

    public byte[] sign(byte[] statement) {
        try {
            var signature = Signature.getInstance(ALGORITHM);
            signature.initSign(secret);
            signature.update(statement);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The public half. */
    public PublicKey open() {
        return open;
    }

    public String fingerprint() {
        return fingerprint(open);
    }

    /** The public half as PEM, for whoever is to hold it. */
    public String pem() {
        return pem(PUBLIC, open.getEncoded());
    }

    private static KeyFactory factory() throws GeneralSecurityException {
        return KeyFactory.getInstance(ALGORITHM);
    }

    private static String pem(String label, byte[] encoded) {
        return "-----BEGIN " + label + "-----\n" + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded) + "\n-----END " + label + "-----";
    }

    private static byte[] bytes(String pem, String label) throws GeneralSecurityException {
        var begin = "-----BEGIN " + label + "-----";
        var from = pem.indexOf(begin);
        var until = pem.indexOf("-----END " + label + "-----");
        if (from < 0 || until < from) throw new GeneralSecurityException("no PEM with BEGIN " + label);
        try {
            return Base64.getMimeDecoder().decode(pem.substring(from + begin.length(), until));
        } catch (IllegalArgumentException e) {
            throw new GeneralSecurityException("no PEM: " + e.getMessage(), e);
        }
    }
}
