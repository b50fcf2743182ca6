package zhicheng.server.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static zhicheng.server.Applicant.input;
import static zhicheng.server.Applicant.key;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import zhicheng.server.Applicant;
import zhicheng.server.World;
import zhicheng.server.World.Caller;
import zhicheng.server.trail.Json;

/** Somebody who brings and takes evidence files, as a client does: mutations, then the addresses that they give. */
public record Evidence(World world, Caller caller) {
    private static final String FILE = "evidenceFile { id place name label size type sha256 declaredAt receivedAt removedAt achievement { id version } }";

    static Evidence of(Applicant applicant) {
        return new Evidence(applicant.world(), applicant.caller());
    }

    /** A document that is none but in how it begins and ends. */
    static byte[] pdf(String text) {
        return ("%PDF-1.4\n" + text + "\n%%EOF\n").getBytes(StandardCharsets.UTF_8);
    }

    /** A picture that is none but in how it begins. */
    static byte[] png(int size) {
        var picture = new ByteArrayOutputStream();
        picture.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0, 0, 0, 13, 'I', 'H', 'D', 'R'});
        while (picture.size() < size) picture.write(picture.size() * 31 % 251);
        return picture.toByteArray();
    }

    static String sha256(byte[] bytes) {
        return HexFormat.of().formatHex(Json.sha256(bytes));
    }

    /** A new achievement of an applicant's store. */
    static String achievement(Applicant applicant) {
        var saved = applicant.saveAchievement(key(), null, null, Map.of("kind", "PAPER", "title", "论文（虚构）"));
        assertEquals(List.of(), saved.get("findings"));
        return (String) object(saved, "achievement").get("id");
    }

    Map<String, Object> request(String key, String achievement, String name, byte[] bytes, String type) {
        return request(input("key", key, "achievement", achievement, "name", name, "size", bytes.length, "type", type, "sha256", sha256(bytes)));
    }

    Map<String, Object> request(Map<String, ?> input) {
        return mutate("requestUpload", "RequestUploadInput", FILE + " upload { method address headers { name value } expiresIn }", input);
    }

    Map<String, Object> complete(String key, String file) {
        return mutate("completeUpload", "CompleteUploadInput", FILE, input("key", key, "file", file));
    }

    /** @param files id, label, id, label … */
    Map<String, Object> arrange(String achievement, int version, String... files) {
        var arranged = new ArrayList<Map<String, Object>>();
        for (var place = 0; place < files.length; place += 2) arranged.add(input("file", files[place], "label", files[place + 1]));
        return mutate("arrangeFiles", "ArrangeFilesInput", "achievement { id version files { nodes { id place label removedAt } } }",
                input("key", key(), "achievement", achievement, "version", version, "files", arranged));
    }

    Map<String, Object> download(String key, String file) {
        return mutate("requestDownload", "RequestDownloadInput", "download { address expiresIn name size type sha256 }", input("key", key, "file", file));
    }

    /** Brings a file to where he was told. */
    HttpResponse<String> put(Map<String, Object> requested, byte[] bytes) {
        var upload = object(requested, "upload");
        assertNotNull(upload, requested::toString);
        assertEquals("PUT", upload.get("method"));
        var request = HttpRequest.newBuilder(at(upload)).PUT(HttpRequest.BodyPublishers.ofByteArray(bytes));
        for (var header : list(upload.get("headers"))) request.header((String) header.get("name"), (String) header.get("value"));
        return send(request, HttpResponse.BodyHandlers.ofString());
    }

    /** Takes a file from where he was told. */
    HttpResponse<byte[]> get(Map<String, Object> requested) {
        return send(HttpRequest.newBuilder(at(object(requested, "download"))), HttpResponse.BodyHandlers.ofByteArray());
    }

    /** Requests, brings, completes; the id of the file. */
    String bring(String achievement, String name, byte[] bytes, String type) {
        var requested = request(key(), achievement, name, bytes, type);
        assertEquals(List.of(), requested.get("findings"));
        var put = put(requested, bytes);
        assertEquals(2, put.statusCode() / 100, put.body());
        var file = (String) object(requested, "evidenceFile").get("id");
        assertEquals(List.of(), complete(key(), file).get("findings"));
        return file;
    }

    URI at(Map<String, Object> address) {
        return world.address((String) address.get("address"));
    }

    /** On a connection of its own: a store that refuses hangs up, and a connection that is used again would be found cut. */
    static <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> handler) {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request.build(), handler);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    Map<String, Object> mutate(String mutation, String type, String selection, Map<String, ?> input) {
        var reply = world.ask(caller, "mutation($input: %s!) { %s(input: $input) { %s %s } }".formatted(type, mutation, selection, Applicant.FINDINGS), Map.of("input", input));
        assertNull(reply.body().get("errors"), () -> reply.body().toString());
        return reply.at("data", mutation);
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> object(Map<String, Object> payload, String name) {
        return (Map<String, Object>) payload.get(name);
    }

    @SuppressWarnings("unchecked")
    static List<Map<String, Object>> list(Object list) {
        return (List<Map<String, Object>>) list;
    }
}
