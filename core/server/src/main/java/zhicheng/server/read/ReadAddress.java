package zhicheng.server.read;

import io.vertx.core.net.PemTrustOptions;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.SslMode;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import zhicheng.server.CannotStart;

/**
 * Where the reader finds PostgreSQL: a JDBC address in the words of the asynchronous client. Of JDBC's parameters it takes {@code sslmode}
 * (prefer where it is not said, as with JDBC; the two that verify want {@code sslrootcert}, a file) and {@code application_name}; another one stops the
 * start, since nobody is to believe in an encryption that is not there.
 */
final class ReadAddress {
    private static final String JDBC = "jdbc:";
    private static final Set<String> KNOWN = Set.of("sslmode", "sslrootcert", "application_name");
    /** More statements than the API has shapes that are asked often; each costs memory in PostgreSQL. */
    private static final int PREPARED = 256;
    /** What is asked often is shorter; a long one would stay in PostgreSQL's memory for whoever asked it once. */
    private static final int LONGEST_PREPARED = 64 * 1024;

    private ReadAddress() {}

    /** @throws CannotStart where something in it is not understood */
    static PgConnectOptions of(String url) {
        var parts = url.split("\\?", 2);
        var parameters = parameters(parts.length == 2 ? parts[1] : "", url);
        try {
            var options = PgConnectOptions.fromUri(parts[0].startsWith(JDBC) ? parts[0].substring(JDBC.length()) : parts[0]);
            encryption(options, parameters);
            if (parameters.containsKey("application_name")) options.addProperty("application_name", parameters.get("application_name"));
            return options
                    .setCachePreparedStatements(true)
                    .setPreparedStatementCacheMaxSize(PREPARED)
                    .setPreparedStatementCacheSqlFilter(statement -> statement.length() <= LONGEST_PREPARED);
        } catch (IllegalArgumentException e) {
            throw wrong(url, e.getMessage());
        }
    }

    private static Map<String, String> parameters(String text, String url) {
        var parameters = new HashMap<String, String>();
        for (var one : text.split("&")) {
            if (one.isEmpty()) continue;
            var pair = one.split("=", 2);
            if (pair.length < 2 || !KNOWN.contains(pair[0]))
                throw wrong(url, "the parameter «" + pair[0] + "» is not known to reads (" + String.join(", ", KNOWN.stream().sorted().toList()) + " are)");
            parameters.put(pair[0], pair[1]);
        }
        return parameters;
    }

    private static void encryption(PgConnectOptions options, Map<String, String> parameters) {
        var mode = SslMode.of(parameters.getOrDefault("sslmode", SslMode.PREFER.value));
        options.setSslMode(mode);
        switch (mode) {
            case DISABLE -> {}
            case ALLOW, PREFER, REQUIRE -> options.setTrustAll(true); // as everywhere in PostgreSQL: encrypted, and whom it talks to is not asked
            case VERIFY_CA, VERIFY_FULL -> {
                if (!parameters.containsKey("sslrootcert")) throw new IllegalArgumentException("sslmode=" + mode.value + " wants sslrootcert, the file of the certificate to trust");
                options.setPemTrustOptions(new PemTrustOptions().addCertPath(parameters.get("sslrootcert")));
                options.setHostnameVerificationAlgorithm(mode == SslMode.VERIFY_FULL ? "HTTPS" : "");
            }
        }
    }

    private static CannotStart wrong(String url, String why) {
        return new CannotStart(CannotStart.Reason.NOT_CONFIGURED,
                "the address for reads, %s, is not understood: %s. Give reads one of their own with zhicheng.database.reader-url.".formatted(url, why));
    }
}
