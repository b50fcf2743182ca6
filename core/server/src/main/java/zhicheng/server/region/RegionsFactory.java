package zhicheng.server.region;

import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import zhicheng.server.CannotStart;
import zhicheng.server.eligibility.Evaluator;

/** The regions of this server, from the class path and the plug-in folder, before anything else starts. */
@Factory
final class RegionsFactory {
    /**
     * @param plugins folder of region jars ({@code zhicheng.plugins}); it need not exist
     * @param readings how the operator reads ambiguous places ({@code zhicheng.readings}): a list of {@code SETTING=OPTION}
     */
    @Context
    Regions regions(@Value("${zhicheng.plugins:plugins}") String plugins, @Value("${zhicheng.readings:}") List<String> readings) {
        try {
            return Regions.load(Path.of(plugins), chosen(readings));
        } catch (Regions.WrongRegions e) {
            throw new CannotStart(CannotStart.Reason.REGIONS, e.getMessage(), e);
        }
    }

    @Singleton
    Evaluator evaluator(Regions regions) {
        return new Evaluator(regions);
    }

    private static Map<String, String> chosen(List<String> readings) {
        var chosen = new LinkedHashMap<String, String>();
        for (var reading : readings) {
            if (reading.isBlank()) continue;
            var parts = reading.split("=", 2);
            if (parts.length != 2) throw new CannotStart(CannotStart.Reason.REGIONS, "zhicheng.readings: «" + reading + "» is not SETTING=OPTION");
            if (chosen.put(parts[0].strip(), parts[1].strip()) != null)
                throw new CannotStart(CannotStart.Reason.REGIONS, "zhicheng.readings: «" + parts[0].strip() + "» is chosen twice");
        }
        return chosen;
    }
}
