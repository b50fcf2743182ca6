package zhicheng.tools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class StandInsOfPlatformsTest {
    private static final int SETTINGS = 18;

    @Test
    void what_is_printed_is_a_configuration_by_which_they_are_asked() throws Exception {
        var out = new StringWriter();
        var line = Zhicheng.commandLine().setOut(new PrintWriter(out, true));
        var running = Thread.ofPlatform().start(() -> line.execute("stand-ins", "--port", "0"));
        for (var tries = 0; tries < 1200 && out.toString().lines().count() < SETTINGS; tries++) Thread.sleep(50); // a busy machine is slow to start them
        var settings = new Properties();
        settings.load(new StringReader(out.toString()));
        assertEquals(SETTINGS, settings.size(), out::toString);
        try (var client = HttpClient.newHttpClient()) {
            for (var name : settings.stringPropertyNames()) {
                if (name.contains(".identities.") || name.contains(".payment.")) continue;
                var answer = client.send(HttpRequest.newBuilder(URI.create(settings.getProperty(name))).POST(HttpRequest.BodyPublishers.ofString("{}")).build(), HttpResponse.BodyHandlers.ofString());
                assertEquals(200, answer.statusCode());
                assertTrue(answer.body().startsWith("{\"result\":"), answer.body());
            }
            var keys = client.send(HttpRequest.newBuilder(URI.create(settings.getProperty("zhicheng.outside.identities.stand-in.keys"))).build(), HttpResponse.BodyHandlers.ofString());
            assertTrue(keys.body().contains("\"RSA\""), keys.body());
            var order = client.send(HttpRequest.newBuilder(URI.create(settings.getProperty("zhicheng.outside.payment.url") + "/orders")).POST(HttpRequest.BodyPublishers.ofString("{\"number\": \"1\", \"fen\": 100}")).build(), HttpResponse.BodyHandlers.ofString());
            assertTrue(order.body().contains("\"result\":\"OPEN\""), order.body());
        }
        running.interrupt();
        running.join();
    }

    @Test
    void a_port_that_is_taken_or_none_and_a_play_that_nobody_knows_are_refused() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertEquals(4, refused("stand-ins", "--port", "" + taken.getLocalPort()));
        }
        assertEquals(2, refused("stand-ins", "--port", "70000"));
        assertEquals(2, refused("stand-ins", "--play", "WELL"));
    }

    private static int refused(String... arguments) {
        return Zhicheng.commandLine().setErr(new PrintWriter(new StringWriter())).execute(arguments);
    }
}
