package zhicheng.server.outside.verification;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.core.bind.annotation.Bindable;
import java.net.URI;
import java.time.Duration;

/**
 * Where the platforms are; null: there is none, and every question waits.
 *
 * @param timeout for one answer
 * @param again how long after a question that nobody answered it is asked again; each time twice as long, a day at most
 */
@ConfigurationProperties("zhicheng.outside.verification")
public record VerificationSettings(@Nullable URI education, @Nullable URI socialInsurance, @Nullable URI qualification, @Nullable URI trainingHours, @Nullable URI title,
                                   @Bindable(defaultValue = "3s") Duration timeout, @Bindable(defaultValue = "1m") Duration again) {

    /** The platform for items of a kind; null: none. */
    URI of(Item.Kind kind) {
        return switch (kind) {
            case EDUCATION -> education;
            case SOCIAL_INSURANCE -> socialInsurance;
            case QUALIFICATION -> qualification;
            case TRAINING_HOURS -> trainingHours;
            case TITLE -> title;
        };
    }
}
