package zhicheng.server.file;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** How a browser is told to save a file and never to show it: the header Content-Disposition (RFC 6266), with the name in every script (RFC 8187). */
public final class Disposition {
    /** Its header. */
    public static final String HEADER = "Content-Disposition";

    private Disposition() {}

    /** @param told the name, behind which the type's ending is put where its own does not fit; @param type media type */
    public static String attachment(String told, String type) {
        var name = Endings.fitting(told, type);
        var plain = name.replaceAll("[^A-Za-z0-9._-]", "_");
        var whole = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20").replace("*", "%2A");
        return "attachment; filename=\"%s\"; filename*=UTF-8''%s".formatted(plain, whole);
    }
}
