package zhicheng.server.file;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.core.bind.annotation.Bindable;
import java.net.URI;

/**
 * An object store that speaks S3.
 *
 * @param bucket which is there already, and is the server's alone
 * @param endpoint null: Amazon's own
 * @param accessKey with secretKey; null: as the AWS SDK finds them (environment, profile, role of the machine)
 */
@ConfigurationProperties("zhicheng.files.s3")
@Requires(property = S3Settings.BUCKET)
record S3Settings(String bucket, @Nullable URI endpoint, @Bindable(defaultValue = "us-east-1") String region, @Nullable String accessKey, @Nullable String secretKey) {
    static final String BUCKET = "zhicheng.files.s3.bucket";

    S3Settings {
        if ((accessKey == null) != (secretKey == null)) throw new IllegalArgumentException("zhicheng.files.s3.access-key and zhicheng.files.s3.secret-key are given both or not at all");
    }
}
