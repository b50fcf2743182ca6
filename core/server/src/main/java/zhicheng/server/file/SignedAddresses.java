package zhicheng.server.file;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import zhicheng.server.account.DataKey;

/**
 * SignedAddresses of files at this server: what each allows, for whom and until when stands in it, signed (HMAC-SHA256) under a key that is derived from the
 * installation's data key, so that every server of an installation takes those of the others, and nobody else can make or change one. They go by the
 * system's time, not by official time.
 */
@Singleton
public final class SignedAddresses {
    /** Where they begin. */
    public static final String PATH = "/files";

    private static final String HMAC = "HmacSHA256";

    private final SecretKeySpec key;
    private final Clock clock;

    @Inject
    SignedAddresses(DataKey key) {
        this(key, Clock.systemUTC());
    }

    /** @param clock system time */
    public SignedAddresses(DataKey key, Clock clock) {
        this.key = key.derive("addresses of files", HMAC);
        this.clock = clock;
    }

    /**
     * What an address allows.
     *
     * @param method PUT to bring the file, GET to take it
     * @param account who was given it
     * @param until the first second at which it is no longer good
     */
    public record Allowed(String method, FileDescription file, UUID account, Instant until) {}

    /** An address that this server did not give, or that is no longer good; the message is for whoever sent it. */
    public static final class Refused extends RuntimeException {
        public Refused(String message) {
            super(message, null, false, false);
        }
    }

    /** @return a path with its query */
    public String of(String method, FileDescription file, UUID account, Duration within) {
        var told = new LinkedHashMap<String, String>();
        told.put("sha256", file.sha256());
        told.put("size", Long.toString(file.size()));
        told.put("type", file.type());
        told.put("account", account.toString());
        told.put("until", Long.toString(clock.instant().plus(within).getEpochSecond()));
        told.put("signature", signature(method, file.id().toString(), told));
        return PATH + "/" + file.id() + "?" + told.entrySet().stream().map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8)).collect(Collectors.joining("&"));
    }

    /**
     * What the address of a request allows.
     *
     * @param file as it stands in the path
     * @param told the parameters by name, those that are there once
     * @throws Refused where it was not given here, was altered, is for another method, or is no longer good
     */
    public Allowed opened(String method, String file, Map<String, String> told) {
        if (told.values().stream().anyMatch(value -> value.indexOf('\n') >= 0)) throw new Refused("this server gives no address with a line break in it");
        var signature = told.getOrDefault("signature", "");
        if (!MessageDigest.isEqual(signature.getBytes(StandardCharsets.UTF_8), signature(method, file, told).getBytes(StandardCharsets.UTF_8)))
            throw new Refused("this server has not given this address for %s, or it was altered; ask for one".formatted(method));
        var until = Instant.ofEpochSecond(Long.parseLong(told.get("until")));
        if (!clock.instant().isBefore(until)) throw new Refused("this address was good until %s; ask for another".formatted(until));
        return new Allowed(method, new FileDescription(UUID.fromString(file), "", Long.parseLong(told.get("size")), told.get("type"), told.get("sha256"), method.equals("GET")),
                UUID.fromString(told.get("account")), until);
    }

    /** Over everything that is told, each in a line of its own; no value has a line break, so that none can pass for another. */
    private String signature(String method, String file, Map<String, String> told) {
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(key);
            var lines = new StringBuilder(method).append('\n').append(file);
            for (var name : new String[] {"sha256", "size", "type", "account", "until"}) lines.append('\n').append(told.getOrDefault(name, ""));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal(lines.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
