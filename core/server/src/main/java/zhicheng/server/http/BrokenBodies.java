package zhicheng.server.http;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.netty.handler.codec.compression.DecompressionException;
import jakarta.inject.Singleton;
import zhicheng.server.graphql.Codes;

/** A body that is not compressed as its Content-Encoding says, or is damaged, is its sender's mistake: 400. */
@Singleton
final class BrokenBodies implements ExceptionHandler<DecompressionException, HttpResponse<?>> {

    @Override
    public HttpResponse<?> handle(HttpRequest request, DecompressionException broken) {
        return Answers.refused(request, HttpStatus.BAD_REQUEST, Codes.BAD_REQUEST, "the body cannot be unpacked as its Content-Encoding says: it is compressed otherwise, or damaged");
    }
}
