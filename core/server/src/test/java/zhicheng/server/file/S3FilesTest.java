package zhicheng.server.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static zhicheng.server.Applicant.codes;
import static zhicheng.server.Applicant.key;
import static zhicheng.server.file.Evidence.achievement;
import static zhicheng.server.file.Evidence.object;
import static zhicheng.server.file.Evidence.pdf;
import static zhicheng.server.file.Evidence.png;
import static zhicheng.server.file.Evidence.sha256;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.TransientNio2BlobStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;
import zhicheng.server.Applicant;
import zhicheng.server.World;

/** Evidence files in an object store that speaks S3 and checks signatures: what clients do is the same, and goes past this server. */
@Tag("database")
@Tag("once")
class S3FilesTest {
    private static final String BUCKET = "zhicheng-evidence";
    private static S3Client store;
    private static S3Proxy proxy;
    private static World world;
    private Applicant applicant;
    private Evidence files;
    private String achievement;

    @BeforeAll
    static void open(@TempDir Path temporary) throws Exception {
        proxy = S3Proxy.builder().blobStore(new TransientNio2BlobStore()).endpoint(URI.create("http://127.0.0.1:0")).awsAuthentication(AuthenticationType.AWS_V2_OR_V4, "key", "secret").build();
        proxy.start();
        store = S3Client.builder().httpClientBuilder(UrlConnectionHttpClient.builder()).region(Region.US_EAST_1).forcePathStyle(true).endpointOverride(URI.create("http://127.0.0.1:" + proxy.getPort()))
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret"))).build();
        store.createBucket(bucket -> bucket.bucket(BUCKET));
        world = World.at("2024-09-18T10:00:00+08:00", "zhicheng.files.folder", temporary.resolve("unused").toString(), "zhicheng.files.s3.bucket", BUCKET,
                "zhicheng.files.s3.endpoint", "http://127.0.0.1:" + proxy.getPort(), "zhicheng.files.s3.access-key", "key", "zhicheng.files.s3.secret-key", "secret");
    }

    @AfterAll
    static void close() throws Exception {
        world.close();
        store.close();
        proxy.stop();
    }

    @BeforeEach
    void somebody() {
        applicant = world.applicant();
        files = Evidence.of(applicant);
        achievement = achievement(applicant);
    }

    @Test
    void is_brought_to_the_store_looked_at_and_taken_from_it() {
        var bytes = png(3_000_000);
        var requested = files.request(key(), achievement, "照片（大）.png", bytes, "image/png");
        assertEquals(proxy.getPort(), files.at(object(requested, "upload")).getPort());
        assertEquals(200, files.put(requested, bytes).statusCode());
        var file = (String) object(requested, "evidenceFile").get("id");
        assertTrue(waits(file));
        var completed = files.complete(key(), file);
        assertEquals(List.of(), completed.get("findings"));
        assertNotNull(object(completed, "evidenceFile").get("receivedAt"));
        assertFalse(waits(file));
        assertEquals(List.of(content(bytes)), kept(bytes));

        var download = files.download(key(), file);
        var led = files.get(download);
        assertEquals(307, led.statusCode(), "past this server, which looked once more who comes");
        var taken = Evidence.send(HttpRequest.newBuilder(URI.create(led.headers().firstValue("Location").orElseThrow())), HttpResponse.BodyHandlers.ofByteArray());
        assertEquals(200, taken.statusCode());
        assertArrayEquals(bytes, taken.body());
        assertEquals(Disposition.attachment("照片（大）.png", "image/png"), taken.headers().firstValue("Content-Disposition").orElseThrow());
        assertEquals("image/png", taken.headers().firstValue("Content-Type").orElseThrow());
    }

    @Test
    void what_is_not_what_was_declared_is_thrown_away() {
        var bytes = pdf("真的");
        var altered = bytes.clone();
        altered[altered.length - 3]++;
        var requested = files.request(key(), achievement, "x.pdf", bytes, "application/pdf");
        var file = (String) object(requested, "evidenceFile").get("id");
        assertEquals(List.of("file.not-brought"), codes(files.complete(key(), file)));
        assertEquals(200, files.put(requested, altered).statusCode());
        assertEquals(List.of("file.sha256"), codes(files.complete(key(), file)));
        assertFalse(waits(file));
        assertEquals(List.of(), kept(altered));
        assertEquals(List.of("file.not-brought"), codes(files.complete(key(), file)));
        assertEquals(200, files.put(requested, bytes).statusCode());
        assertEquals(List.of(), codes(files.complete(key(), file)));
    }

    @Test
    void an_address_brings_bytes_where_they_wait_and_never_where_they_are_kept() {
        var bytes = pdf("先");
        var other = Arrays.copyOf(pdf("后"), bytes.length);
        var requested = files.request(key(), achievement, "x.pdf", bytes, "application/pdf");
        var file = (String) object(requested, "evidenceFile").get("id");
        assertEquals(200, files.put(requested, bytes).statusCode());
        assertEquals(List.of(), codes(files.complete(key(), file)));
        assertEquals(200, files.put(requested, other).statusCode(), "the address is good still");
        assertEquals(List.of(), codes(files.complete(key(), file)), "received already");
        var led = files.get(files.download(key(), file)).headers().firstValue("Location").orElseThrow();
        assertArrayEquals(bytes, Evidence.send(HttpRequest.newBuilder(URI.create(led)), HttpResponse.BodyHandlers.ofByteArray()).body());
        assertFalse(waits(file), "what came too late is thrown away");
    }

    @Test
    void the_same_bytes_are_kept_once() {
        var bytes = pdf("一样");
        files.bring(achievement, "x.pdf", bytes, "application/pdf");
        var other = world.applicant();
        Evidence.of(other).bring(achievement(other), "y.pdf", bytes, "application/pdf");
        assertEquals(List.of(content(bytes)), kept(bytes));
    }

    @Test
    void an_address_that_was_altered_is_refused_by_the_store() {
        var bytes = pdf("改");
        var requested = files.request(key(), achievement, "x.pdf", bytes, "application/pdf");
        var address = (String) object(requested, "upload").get("address");
        for (var altered : List.of(address.replaceFirst("arrived/", "content/"), address.replaceFirst("X-Amz-Signature=....", "X-Amz-Signature=0000"), address.replaceFirst("X-Amz-Expires=\\d+", "X-Amz-Expires=604800"))) {
            assertFalse(altered.equals(address));
            assertEquals(403, Evidence.send(HttpRequest.newBuilder(URI.create(altered)).header("Content-Type", "application/pdf").PUT(HttpRequest.BodyPublishers.ofByteArray(bytes)), HttpResponse.BodyHandlers.ofString()).statusCode(), altered);
        }
        assertEquals(404, Evidence.send(HttpRequest.newBuilder(world.address("/files/" + object(requested, "evidenceFile").get("id"))).PUT(HttpRequest.BodyPublishers.ofByteArray(bytes)),
                HttpResponse.BodyHandlers.ofString()).statusCode(), "nothing is brought to this server");
        var clerk = new Evidence(world, world.account(null, applicant.employer(), "EMPLOYER_CLERK"));
        assertEquals(List.of("file.not-found"), codes(clerk.download(key(), (String) object(requested, "evidenceFile").get("id"))));
    }

    private static String content(byte[] bytes) {
        var hash = sha256(bytes);
        return "content/" + hash.substring(0, 2) + "/" + hash.substring(2, 4) + "/" + hash;
    }

    private static boolean waits(String file) {
        return keys().contains("arrived/" + file);
    }

    private static List<String> kept(byte[] bytes) {
        return keys().stream().filter(name -> name.endsWith(sha256(bytes))).toList();
    }

    private static List<String> keys() {
        return store.listObjectsV2(list -> list.bucket(BUCKET)).contents().stream().map(S3Object::key).toList();
    }
}
