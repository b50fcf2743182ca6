package zhicheng.server.local;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import zhicheng.server.account.DataKey;

/** The key of a local start under which identity numbers are encrypted, made on the first start and kept beside the database, not in it. */
public final class LocalDataKey {
    private static final String NAME = "data-key";

    private LocalDataKey() {}

    /**
     * The folder's key, made where there is none.
     *
     * @return configuration that lets a server find it
     */
    public static Map<String, Object> settings(DataFolder folder) {
        if (folder.kept(NAME).isEmpty()) {
            var secret = new byte[DataKey.LENGTH];
            new SecureRandom().nextBytes(secret);
            folder.keep(NAME, Base64.getEncoder().encodeToString(secret));
        }
        return Map.of("zhicheng.security.data-key-file", folder.path().resolve(NAME).toString());
    }
}
