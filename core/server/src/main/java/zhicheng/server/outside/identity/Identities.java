package zhicheng.server.outside.identity;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import jakarta.inject.Singleton;
import java.net.MalformedURLException;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Base64;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import zhicheng.server.calendar.SystemTime;
import zhicheng.server.outside.Platform;

/** Who somebody is by the word of an outside provider: the code that his browser brought back is changed for an ID token, and that is believed when its signature and its claims are right. */
@Singleton
public final class Identities {
    private static final Logger LOG = LoggerFactory.getLogger(Identities.class);
    private static final Set<JWSAlgorithm> SIGNED_BY = Set.of(JWSAlgorithm.RS256, JWSAlgorithm.PS256, JWSAlgorithm.ES256);
    private static final int LARGEST_KEYS = 100_000;

    private final Map<String, Checked> providers = new TreeMap<>();

    /** A provider with what checks its tokens. */
    private record Checked(IdentityProvider provider, Platform platform, DefaultJWTProcessor<SecurityContext> processor) {}

    Identities(List<IdentityProvider> configured, SystemTime time) {
        for (var one : configured) providers.put(one.name(), new Checked(one, new Platform("the identity provider " + one.name(), one.timeout()), processor(one, time)));
    }

    private static DefaultJWTProcessor<SecurityContext> processor(IdentityProvider provider, SystemTime time) {
        var wait = Math.toIntExact(provider.timeout().toMillis());
        JWKSource<SecurityContext> keys;
        try {
            keys = JWKSourceBuilder.create(provider.keys().toURL(), new DefaultResourceRetriever(wait, wait, LARGEST_KEYS)).build();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException("zhicheng.outside.identities.%s.keys is no address: %s".formatted(provider.name(), provider.keys()), e);
        }
        var processor = new DefaultJWTProcessor<SecurityContext>();
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(SIGNED_BY, keys));
        processor.setJWTClaimsSetVerifier(new DefaultJWTClaimsVerifier<>(provider.clientId(), new JWTClaimsSet.Builder().issuer(provider.issuer()).build(), Set.of("sub", "exp", "iat")) {
            @Override
            protected Date currentTime() {
                return Date.from(time.now());
            }
        });
        return processor;
    }

    /** In the order of their names. */
    public List<IdentityProvider> providers() {
        return providers.values().stream().map(Checked::provider).toList();
    }

    public boolean knows(String provider) {
        return providers.containsKey(provider);
    }

    /**
     * What the provider calls whoever brings this code ({@code sub}).
     *
     * @param verifier by which only he who began can end (PKCE)
     * @return empty where the provider does not take the code, does not answer, or what it answers cannot be believed; and where there is no such provider
     */
    public Optional<String> subject(String provider, String code, String verifier) {
        var checked = providers.get(provider);
        if (checked == null) return Optional.empty();
        var form = new LinkedHashMap<String, String>();
        form.put("grant_type", "authorization_code");
        form.put("code", code);
        form.put("redirect_uri", checked.provider.redirect().toString());
        form.put("client_id", checked.provider.clientId());
        form.put("code_verifier", verifier);
        return checked.platform.askForm(checked.provider.token(), form, authorization(checked.provider)).map(answer -> answer.get("id_token")).filter(String.class::isInstance).map(String.class::cast)
                .flatMap(token -> believed(checked, token));
    }

    /** @return null where no secret is asked for */
    private static String authorization(IdentityProvider provider) {
        return provider.clientSecret() == null ? null : "Basic " + Base64.getEncoder().encodeToString((Platform.encoded(provider.clientId()) + ":" + Platform.encoded(provider.clientSecret())).getBytes(StandardCharsets.UTF_8));
    }

    private static Optional<String> believed(Checked checked, String token) {
        try {
            return Optional.of(checked.processor.process(token, null).getSubject()).filter(subject -> !subject.isBlank());
        } catch (BadJOSEException | JOSEException | ParseException e) {
            LOG.warn("an ID token of {} is not believed: {}", checked.provider.name(), e.getMessage());
            return Optional.empty();
        }
    }
}
