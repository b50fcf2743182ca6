package zhicheng.server.local;

import java.nio.file.Path;
import java.util.Map;
import zhicheng.server.trail.TrailKey;
import zhicheng.server.trail.TrailKeys;

/** The key of a local start that signs the trail's roots, made on the first start and kept beside the database, not in it. */
public final class LocalTrailKey {
    private static final String SECRET = "trail-key.pem";
    private static final String OPEN = "trail-key.public.pem";

    private LocalTrailKey() {}

    /**
     * The folder's key, made where there is none.
     *
     * @return configuration that lets a server find it
     */
    public static Map<String, Object> settings(DataFolder folder) {
        if (folder.kept(SECRET).isEmpty()) {
            var made = TrailKey.made();
            folder.keep(OPEN, made[1]);
            folder.keep(SECRET, made[0]);
        }
        return Map.of(TrailKeys.SECRET, folder.path().resolve(SECRET).toString(), TrailKeys.OPEN, folder.path().resolve(OPEN).toString());
    }

    /** The key in a folder that a server may have open. */
    public static TrailKey in(Path folder) {
        return TrailKeys.read(folder.resolve(SECRET).toString(), folder.resolve(OPEN).toString());
    }
}
