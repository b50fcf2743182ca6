package zhicheng.server.http;

import io.micronaut.context.annotation.Requires;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.util.Map;
import java.util.Optional;
import zhicheng.server.Away;
import zhicheng.server.Busy;
import zhicheng.server.account.SecurityLog;
import zhicheng.server.calendar.OfficialClock;
import zhicheng.server.calendar.SystemTime;
import zhicheng.server.graphql.Codes;
import zhicheng.server.outside.payment.FiscalSettings;
import zhicheng.server.outside.payment.Paid;
import zhicheng.server.outside.payment.Signature;
import zhicheng.server.payment.RecordPayment;

/**
 * Where the fiscal platform says by itself that a review fee was paid (B24-5.5), signed ({@link Signature}). Said again, it is answered as at first and nothing is done; 200 where it was
 * kept, 404, 409 and 422 where its number, receipt or amount is another's, which is kept too; 403 where it is not the platform that says it, or not now.
 */
@Controller(PaymentController.PATH)
@Secured(SecurityRule.IS_ANONYMOUS)
@Requires(beans = RecordPayment.class)
class PaymentController {
    static final String PATH = "/payments";
    private static final int LARGEST = 4096;
    private static final int MEMBERS = 100;

    private final RecordPayment record;
    private final Optional<Signature> signature;
    private final SystemTime time;
    private final OfficialClock official;
    private final SecurityLog security;

    PaymentController(RecordPayment record, FiscalSettings settings, SystemTime time, OfficialClock official, SecurityLog security) {
        this.record = record;
        this.signature = settings.signature();
        this.time = time;
        this.official = official;
        this.security = security;
    }

    @Post
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<?> told(HttpRequest<?> request, @Nullable @Body byte[] body) {
        var at = official.now();
        if (signature.isEmpty()) return Answers.refused(request, HttpStatus.NOT_FOUND, "NOT_FOUND", "no fiscal platform is configured (zhicheng.outside.payment.secret)");
        if (body == null || body.length > LARGEST) return Answers.refused(request, HttpStatus.REQUEST_ENTITY_TOO_LARGE, Codes.LIMIT, "a body of 1 to %d bytes".formatted(LARGEST));
        if (!signature.get().signed(request.getHeaders().get(Signature.TIME), request.getHeaders().get(Signature.HEADER), body, time.now())) {
            security.refused("signature", null, "the body, its time and its signature do not fit, or it was not said just now", RequestIds.of(request));
            return Answers.refused(request, HttpStatus.FORBIDDEN, "FORBIDDEN", "this was not signed under the shared secret just now: %s and %s".formatted(Signature.TIME, Signature.HEADER));
        }
        var paid = said(body);
        if (paid.isEmpty()) return Answers.refused(request, HttpStatus.BAD_REQUEST, Codes.BAD_REQUEST, "the body must be {\"number\", \"fen\", \"paidAt\", \"receipt\"}");
        try {
            var outcome = record.perform(paid.get(), at);
            return Answers.of(switch (outcome) {
                case PAID, PAID_LATE, TWICE -> HttpStatus.OK;
                case OTHER_AMOUNT -> HttpStatus.UNPROCESSABLE_ENTITY;
                case OTHER_ORDER -> HttpStatus.CONFLICT;
                case UNKNOWN_NUMBER -> HttpStatus.NOT_FOUND;
            }, MediaType.APPLICATION_JSON, Map.of("result", outcome.name()));
        } catch (RuntimeException e) {
            if (!(e instanceof Busy) && !Away.is(e)) throw e;
            return Answers.refused(request, HttpStatus.SERVICE_UNAVAILABLE, "UNAVAILABLE", "it was not kept; say it again").header(HttpHeaders.RETRY_AFTER, Answers.AWAY_SECONDS);
        }
    }

    @SuppressWarnings("unchecked") // members of an object have names
    private static Optional<Paid> said(byte[] body) {
        try {
            return Json.read(body, MEMBERS) instanceof Map<?, ?> said ? Paid.of((Map<String, Object>) said) : Optional.empty();
        } catch (BadRequest e) { // no JSON, or a member of it stands there twice
            return Optional.empty();
        }
    }
}
