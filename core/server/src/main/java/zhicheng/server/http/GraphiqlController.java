package zhicheng.server.http;

import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Produces;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * GraphiQL, the page for trying queries out: {@code /graphiql}. All its files come from this server, and its policy
 * lets it load from nowhere else.
 */
@Controller("/graphiql")
@Secured(SecurityRule.IS_ANONYMOUS)
@Requires(property = "zhicheng.graphiql.enabled", value = "true")
class GraphiqlController {

    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; "
            + "img-src 'self' data:; font-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static final Map<String, String> FILES = Map.of(
            "index.html", "graphiql/index.html",
            "start.js", "graphiql/start.js",
            "start.css", "graphiql/start.css",
            "welcome.graphql", "graphiql/welcome.graphql",
            "graphiql.js", "META-INF/resources/_static/graphiql/3.2.0/graphiql.min.js",
            "graphiql.css", "META-INF/resources/_static/graphiql/3.2.0/graphiql.min.css",
            "react.js", "META-INF/resources/webjars/react/18.3.1/umd/react.production.min.js",
            "react-dom.js", "META-INF/resources/webjars/react-dom/18.3.1/umd/react-dom.production.min.js");

    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "graphql", "application/graphql; charset=utf-8");

    private final Map<String, byte[]> files = FILES.keySet().stream()
            .collect(Collectors.toUnmodifiableMap(Function.identity(), GraphiqlController::load));

    /** The page. */
    @Get
    @Produces(MediaType.ALL)
    HttpResponse<byte[]> page() {
        return file("index.html", "no-cache");
    }

    /** A file of the page. */
    @Get("/{name}")
    @Produces(MediaType.ALL)
    HttpResponse<byte[]> file(@PathVariable String name) {
        return files.containsKey(name) ? file(name, "public, max-age=3600") : null; // null is 404
    }

    private HttpResponse<byte[]> file(String name, String cache) {
        return HttpResponse.ok(files.get(name))
                .header(HttpHeaders.CONTENT_TYPE, TYPES.get(name.substring(name.lastIndexOf('.') + 1)))
                .header(HttpHeaders.CACHE_CONTROL, cache)
                .header(SecurityHeaders.CONTENT_SECURITY_POLICY, POLICY);
    }

    private static byte[] load(String name) {
        try (var in = GraphiqlController.class.getClassLoader().getResourceAsStream(FILES.get(name))) {
            if (in == null)
                throw new IllegalStateException(FILES.get(name) + " is not on the class path");
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
