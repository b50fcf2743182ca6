package zhicheng.server.file;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;
import java.util.List;

/**
 * What files are taken, and where they lie. The notices ask for scans (J24-3.2) and say neither how large nor of which kind: these are settings.
 *
 * @param folder where they lie while no object store is configured ({@code zhicheng.files.s3.*})
 * @param bytes how large one may be
 * @param types which kinds are taken, as the bytes themselves show them
 * @param perAchievement how many belong to one achievement
 * @param bytesPerPerson how much one person may keep in all
 * @param uploadWithin how long an address to bring a file to is good
 * @param downloadWithin how long an address to take a file from is good
 * @param address this server's own as browsers reach it, e.g. {@code https://zhicheng.example.org}; null: addresses are given without it
 */
@ConfigurationProperties("zhicheng.files")
public record FileSettings(
        @Bindable(defaultValue = "files") String folder,
        @Bindable(defaultValue = "20971520") int bytes,
        @Bindable(defaultValue = "application/pdf,image/jpeg,image/png") List<String> types,
        @Bindable(defaultValue = "20") int perAchievement,
        @Bindable(defaultValue = "1073741824") long bytesPerPerson,
        @Bindable(defaultValue = "15m") Duration uploadWithin,
        @Bindable(defaultValue = "5m") Duration downloadWithin,
        @Nullable String address) {

    public FileSettings {
        types = List.copyOf(types);
        if (bytes < 1 || types.isEmpty() || perAchievement < 1 || bytesPerPerson < 1 || !uploadWithin.isPositive() || !downloadWithin.isPositive())
            throw new IllegalArgumentException("zhicheng.files.*: every limit is positive, and at least one type is taken");
    }
}
