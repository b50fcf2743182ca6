package zhicheng.server.file;

import io.micronaut.context.annotation.Requires;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/**
 * An object store that speaks S3: files are brought to it and taken from it by addresses that it checks itself. {@code arrived/} has what was brought, by the
 * file's id; {@code content/ab/cd/…} what is kept, by its SHA-256, where no address that is given away can write. A rule of the bucket throws away what has waited
 * in {@code arrived/} for a day.
 */
@Singleton
@Requires(beans = S3Settings.class)
final class S3Files implements FileStore {
    private final String bucket;
    private final S3Client client;
    private final S3Presigner presigner;
    private final Path copies;

    S3Files(S3Settings settings) throws IOException {
        this.bucket = settings.bucket();
        this.copies = Files.createTempDirectory("zhicheng-files");
        AwsCredentialsProvider credentials = settings.accessKey() == null ? DefaultCredentialsProvider.builder().build()
                : StaticCredentialsProvider.create(AwsBasicCredentials.create(settings.accessKey(), settings.secretKey()));
        var region = Region.of(settings.region());
        var paths = S3Configuration.builder().pathStyleAccessEnabled(settings.endpoint() != null).build();
        this.client = S3Client.builder().httpClientBuilder(UrlConnectionHttpClient.builder()).region(region).credentialsProvider(credentials).serviceConfiguration(paths)
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED).responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .applyMutation(one -> { if (settings.endpoint() != null) one.endpointOverride(settings.endpoint()); }).build();
        this.presigner = presigner(settings.endpoint(), region, credentials, paths);
    }

    private static S3Presigner presigner(URI endpoint, Region region, AwsCredentialsProvider credentials, S3Configuration paths) {
        var presigner = S3Presigner.builder().region(region).credentialsProvider(credentials).serviceConfiguration(paths);
        return (endpoint == null ? presigner : presigner.endpointOverride(endpoint)).build();
    }

    @Override
    public Optional<Upload> upload(FileDescription file, Duration within) {
        var address = presigner.presignPutObject(put -> put.signatureDuration(within)
                .putObjectRequest(object -> object.bucket(bucket).key(arrived(file.id())).contentType(file.type()).contentLength(file.size())));
        return Optional.of(new Upload("PUT", address.url().toString(), address.signedHeaders().entrySet().stream()
                .filter(header -> !header.getKey().equalsIgnoreCase("host") && !header.getKey().equalsIgnoreCase("content-length")) // which every client sends of its own accord
                .map(header -> new Upload.Header(header.getKey(), String.join(",", header.getValue()))).toList(), Math.toIntExact(within.toSeconds())));
    }

    @Override
    public Optional<Arrival> arrived(UUID file, long most) throws IOException {
        try (var bytes = client.getObject(get -> get.bucket(bucket).key(arrived(file)))) {
            var arrival = made(bytes, most);
            if (arrival.content().size() > most) bytes.abort(); // the rest is not waited for
            return Optional.of(arrival);
        } catch (NoSuchKeyException e) {
            return Optional.empty();
        }
    }

    @Override
    public Arrival made(InputStream from, long most) throws IOException {
        return Arrival.copied(from, copies, most);
    }

    @Override
    public void keep(Arrival looked) {
        var key = content(looked.content().sha256());
        try {
            client.headObject(head -> head.bucket(bucket).key(key));
        } catch (NoSuchKeyException e) {
            client.putObject(put -> put.bucket(bucket).key(key).contentType(looked.content().type()), RequestBody.fromFile(looked.copy()));
        }
    }

    @Override
    public void forget(UUID file) {
        client.deleteObject(delete -> delete.bucket(bucket).key(arrived(file)));
    }

    @Override
    public Delivery deliver(FileDescription file, Duration within) {
        var address = presigner.presignGetObject(get -> get.signatureDuration(within).getObjectRequest(object -> object.bucket(bucket).key(content(file.sha256()))
                .responseContentDisposition(Disposition.attachment(file.name(), file.type())).responseContentType(file.type())));
        return new Delivery.From(URI.create(address.url().toString()));
    }

    private static String arrived(UUID file) {
        return "arrived/" + file;
    }

    private static String content(String sha256) {
        return "content/" + sha256.substring(0, 2) + "/" + sha256.substring(2, 4) + "/" + sha256;
    }

    @PreDestroy
    void close() throws IOException {
        client.close();
        presigner.close();
        Files.deleteIfExists(copies);
    }
}
