package zhicheng.server.graphql;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import zhicheng.server.CannotStart;
import zhicheng.server.account.Role;
import zhicheng.server.account.Viewer;

/**
 * The documents of the frontends, registered by their SHA-256: every {@code *.graphql} of a folder, read at start. Who asks by hash need not send the text;
 * where {@code zhicheng.graphql.ad-hoc} names roles, others may ask registered documents only.
 */
@Singleton
public final class TrustedDocuments {
    private final Map<String, String> byFile = new TreeMap<>();
    private final Map<String, String> byHash = new HashMap<>();
    private final Set<String> texts;
    private final Set<Role> adHoc;

    /**
     * @param folder empty: no document is registered
     * @param adHoc roles that may ask what they like; none, or PUBLIC among them: everybody may
     * @throws CannotStart where the folder cannot be read or there is no such role
     */
    TrustedDocuments(@Value("${zhicheng.graphql.documents:}") String folder, @Value("${zhicheng.graphql.ad-hoc:}") List<String> adHoc) {
        if (!folder.isBlank())
            try (var files = Files.list(Path.of(folder))) {
                for (var file : files.filter(file -> file.toString().endsWith(".graphql")).sorted().toList()) {
                    var text = text(file);
                    byFile.put(file.toString(), text);
                    byHash.put(hash(text), text);
                }
            } catch (IOException e) {
                throw new CannotStart(CannotStart.Reason.NOT_CONFIGURED, "zhicheng.graphql.documents: %s. Name a folder of *.graphql files that is there and can be read, or leave the setting out to register none."
                        .formatted(whatIsWrong(Path.of(folder), e)), e);
            }
        this.texts = Set.copyOf(byFile.values());
        this.adHoc = EnumSet.noneOf(Role.class);
        for (var role : adHoc)
            if (!role.isBlank()) this.adHoc.add(role(role.strip()));
    }

    private static String text(Path file) throws IOException {
        try {
            return Files.readString(file);
        } catch (CharacterCodingException e) {
            throw new CannotStart(CannotStart.Reason.NOT_CONFIGURED, "zhicheng.graphql.documents: «%s» is not UTF-8. Save it so, or take the file out of the folder.".formatted(file), e);
        }
    }

    private static String whatIsWrong(Path folder, IOException e) {
        if (Files.isDirectory(folder)) return "«%s» cannot be read (%s)".formatted(folder, e);
        return (Files.exists(folder) ? "«%s» is no folder" : "there is no folder «%s»").formatted(folder);
    }

    private static Role role(String name) {
        try {
            return Role.valueOf(name);
        } catch (IllegalArgumentException e) {
            throw new CannotStart(CannotStart.Reason.NOT_CONFIGURED, "zhicheng.graphql.ad-hoc: there is no role «%s» (there are: %s)".formatted(name, EnumSet.allOf(Role.class)), e);
        }
    }

    /** @param hash SHA-256 of the file as it is, with its final newline if it has one; hex */
    public Optional<String> text(String hash) {
        return Optional.ofNullable(byHash.get(hash.toLowerCase(Locale.ROOT)));
    }

    /** The text of each file: whether a document can be asked is seen by whoever knows the schema. */
    Map<String, String> byFile() { return Collections.unmodifiableMap(byFile); }

    /** Roles that may ask what they like; none, or PUBLIC among them: everybody may. */
    public Set<Role> adHoc() { return Collections.unmodifiableSet(adHoc); }

    /** Whether this viewer may ask this document. */
    public boolean mayAsk(String text, Viewer viewer) {
        return mayAskAnything(viewer) || texts.contains(text);
    }

    /** Whether this viewer may ask what he likes. */
    public boolean mayAskAnything(Viewer viewer) {
        return adHoc.isEmpty() || adHoc.contains(Role.PUBLIC) || viewer.isAny(adHoc);
    }

    /** Lower-case hex. */
    public static String hash(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
