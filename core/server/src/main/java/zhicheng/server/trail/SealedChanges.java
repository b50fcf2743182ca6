package zhicheng.server.trail;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import zhicheng.server.account.DataKey;
import zhicheng.server.account.Seal;

/** What an act changed of what a person tells of himself, as it stands in the trail: the names of what changed in plain, what it was and what it became as ciphertext only. */
@Singleton
public final class SealedChanges {
    private final Seal seal;

    SealedChanges(DataKey key) {
        this.seal = new Seal(key, "trail");
    }

    /**
     * Members of an entry: {@code changed}, names in order, and, where something did, {@code sealed} with {@code before} and {@code after}, each the changed members
     * alone as canonical JSON, encrypted for the subject, in Base64. A member that is null is as good as absent.
     *
     * @param subject whose chain the entry is in
     */
    public Map<String, Object> of(UUID subject, Map<String, ?> before, Map<String, ?> after) {
        var changed = Stream.concat(before.keySet().stream(), after.keySet().stream()).distinct().sorted().filter(name -> !same(before.get(name), after.get(name))).toList();
        if (changed.isEmpty()) return Map.of("changed", changed);
        return Map.of("changed", changed, "sealed", Map.of("before", sealed(subject, before, changed), "after", sealed(subject, after, changed)));
    }

    /**
     * What was sealed.
     *
     * @throws IllegalArgumentException where it was not sealed for this subject under this key
     */
    public Map<String, Object> open(UUID subject, String sealed) {
        return Json.map(new String(seal.open(subject, Base64.getDecoder().decode(sealed)), StandardCharsets.UTF_8));
    }

    private String sealed(UUID subject, Map<String, ?> told, List<String> names) {
        var changed = new LinkedHashMap<String, Object>();
        names.stream().filter(name -> told.get(name) != null).forEach(name -> changed.put(name, told.get(name)));
        return Base64.getEncoder().encodeToString(seal.seal(subject, Json.canonical(changed)));
    }

    private static boolean same(Object one, Object other) {
        return Arrays.equals(Json.canonical(Collections.singletonList(one)), Json.canonical(Collections.singletonList(other)));
    }
}
