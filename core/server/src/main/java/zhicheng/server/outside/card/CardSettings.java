package zhicheng.server.outside.card;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.core.bind.annotation.Bindable;
import java.net.URI;
import java.time.Duration;

/**
 * Where the platform of the social-security card is.
 *
 * @param page where a browser is sent; null: nobody logs in by card
 * @param url where it is asked of a ticket; null: it can never tell
 * @param timeout for one answer
 */
@ConfigurationProperties("zhicheng.outside.card")
public record CardSettings(@Nullable URI page, @Nullable URI url, @Bindable(defaultValue = "3s") Duration timeout) {}
