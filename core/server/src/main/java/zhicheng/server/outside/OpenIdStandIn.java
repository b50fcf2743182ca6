package zhicheng.server.outside;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import zhicheng.server.trail.Json;

/**
 * A made-up provider of identities that speaks OpenID Connect with real keys and signatures: whoever is sent to {@code authorize} comes back with a code, as him whom
 * {@code login_hint} names; a code is good once, for whoever has the verifier of its challenge (PKCE, S256).
 */
final class OpenIdStandIn {
    static final String PATH = "/oidc";
    private static final String CLIENT = "zhicheng";
    private static final Duration LIFE = Duration.ofMinutes(5);

    private final RSAKey key = key("stand-in");
    /** Under the same name, and not published. */
    private final RSAKey another = key("stand-in");
    private final Map<String, Grant> grants = new ConcurrentHashMap<>();

    private record Grant(String subject, String challenge, String redirect) {}

    /** As a server is told of it, under the name {@code stand-in}. */
    Map<String, Object> settings(URI here) {
        var settings = new LinkedHashMap<String, Object>();
        settings.put("zhicheng.outside.identities.stand-in.issuer", here);
        settings.put("zhicheng.outside.identities.stand-in.authorization", here + "/authorize");
        settings.put("zhicheng.outside.identities.stand-in.token", here + "/token");
        settings.put("zhicheng.outside.identities.stand-in.keys", here + "/keys");
        settings.put("zhicheng.outside.identities.stand-in.client-id", CLIENT);
        settings.put("zhicheng.outside.identities.stand-in.redirect", "http://localhost:5173/logged-in");
        return settings;
    }

    /** @param falsely signs by the key that is not published */
    void answer(HttpExchange exchange, URI here, boolean falsely) throws IOException {
        switch (exchange.getRequestURI().getPath().substring(PATH.length())) {
            case "/authorize" -> authorize(exchange);
            case "/token" -> token(exchange, here, falsely);
            case "/keys" -> StandIns.send(exchange, 200, new JWKSet(key.toPublicJWK()).toString());
            default -> StandIns.send(exchange, 404, "{}");
        }
    }

    private void authorize(HttpExchange exchange) throws IOException {
        var asked = form(exchange.getRequestURI().getRawQuery());
        if (!CLIENT.equals(asked.get("client_id")) || !"S256".equals(asked.get("code_challenge_method")) || asked.get("code_challenge") == null || asked.get("login_hint") == null || asked.get("redirect_uri") == null) {
            StandIns.send(exchange, 400, "{\"error\": \"invalid_request\"}");
            return;
        }
        var code = UUID.randomUUID().toString();
        grants.put(code, new Grant(asked.get("login_hint"), asked.get("code_challenge"), asked.get("redirect_uri")));
        exchange.getResponseHeaders().set("Location", asked.get("redirect_uri") + "?code=" + code + (asked.get("state") == null ? "" : "&state=" + Platform.encoded(asked.get("state"))));
        exchange.sendResponseHeaders(302, -1);
    }

    private void token(HttpExchange exchange, URI here, boolean falsely) throws IOException {
        var asked = form(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        var grant = asked.get("code") == null ? null : grants.remove(asked.get("code"));
        if (grant == null || asked.get("code_verifier") == null || !grant.challenge.equals(challenge(asked.get("code_verifier"))) || !grant.redirect.equals(asked.get("redirect_uri"))) {
            StandIns.send(exchange, 400, "{\"error\": \"invalid_grant\"}");
            return;
        }
        StandIns.send(exchange, 200, Json.text(Map.of("token_type", "Bearer", "access_token", UUID.randomUUID(), "id_token", signed(grant.subject, here, falsely ? another : key))));
    }

    private static String signed(String subject, URI here, RSAKey by) {
        try {
            var now = Instant.now();
            var token = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(by.getKeyID()).build(), new JWTClaimsSet.Builder().issuer(here.toString()).audience(CLIENT).subject(subject)
                    .issueTime(Date.from(now)).expirationTime(Date.from(now.plus(LIFE))).build());
            token.sign(new RSASSASigner(by));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What is sent to {@code authorize} for a verifier that is kept. */
    static String challenge(String verifier) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Json.sha256(verifier.getBytes(StandardCharsets.US_ASCII)));
    }

    private static Map<String, String> form(String encoded) {
        var form = new LinkedHashMap<String, String>();
        for (var part : (encoded == null ? "" : encoded).split("&")) {
            var cut = part.indexOf('=');
            if (cut > 0) form.put(URLDecoder.decode(part.substring(0, cut), StandardCharsets.UTF_8), URLDecoder.decode(part.substring(cut + 1), StandardCharsets.UTF_8));
        }
        return form;
    }

    private static RSAKey key(String id) {
        try {
            return new RSAKeyGenerator(2048).keyUse(KeyUse.SIGNATURE).algorithm(JWSAlgorithm.RS256).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
