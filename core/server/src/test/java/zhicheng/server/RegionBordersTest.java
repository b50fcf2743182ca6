package zhicheng.server;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.File;
import java.net.URI;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a region is made of: the SPI, and of the JDK what has neither clock nor chance nor a way out. And the SPI of the JDK alone. */
class RegionBordersTest {
    private static final ImportOption MAIN = ImportOption.Predefined.DO_NOT_INCLUDE_TESTS;
    private static final JavaClasses SPI = new ClassFileImporter().withImportOption(MAIN).importPackages("zhicheng.spi");
    private static final JavaClasses SERVER = new ClassFileImporter().withImportOption(MAIN).importPackages("zhicheng.server");
    private static final JavaClasses REGIONS = new ClassFileImporter().withImportOption(MAIN).importPackages("zhicheng.regions");

    /** The ways to a clock, to chance, and to what another one set. */
    private static final Set<String> NOT_HANDED_IN = Set.of("now", "currentTimeMillis", "nanoTime", "random", "randomUUID", "getenv", "getProperty", "getDefault", "systemDefault");

    /** Its table of committees is read from its own jar, once, when the class is made. */
    private static final String COMMITTEES = "zhicheng.regions.jiayuguan.Committees2024";

    private static final ArchRule CLOSED = classes().that().doNotHaveFullyQualifiedName(COMMITTEES).should().onlyDependOnClassesThat(
            describe("are of the SPI, of the region, or of the quiet part of the JDK", RegionBordersTest::quiet));

    private static final ArchRule HANDED_IN = noClasses().should().accessTargetWhere(target(describe("is a clock, chance or a setting of the machine", RegionBordersTest::notHandedIn)));

    private static boolean quiet(JavaClass type) {
        var name = type.getBaseComponentType().getName();
        var inPackage = type.getBaseComponentType().getPackageName();
        if (name.equals(URI.class.getName())) return true;
        return type.getBaseComponentType().isPrimitive() || inPackage.equals("zhicheng.spi") || inPackage.startsWith("zhicheng.regions")
                || Set.of("java.lang", "java.lang.invoke", "java.lang.runtime", "java.lang.annotation", "java.math", "java.time", "java.time.chrono", "java.time.temporal", "java.time.format",
                        "java.util", "java.util.function", "java.util.stream", "java.util.regex").contains(inPackage)
                && !Set.of("java.lang.System", "java.lang.Thread", "java.lang.Runtime", "java.lang.Process", "java.lang.ProcessBuilder", "java.lang.ThreadLocal", "java.util.Random",
                        "java.util.Timer", "java.time.Clock", "java.util.ServiceLoader").contains(name);
    }

    private static boolean notHandedIn(AccessTarget target) {
        return NOT_HANDED_IN.contains(target.getName()) && target.getOwner().getPackageName().startsWith("java.");
    }

    @Test
    void there_is_something_to_look_at() {
        assertTrue(SPI.size() > 60, SPI.size() + " classes of the SPI");
        assertTrue(SERVER.size() > 150, SERVER.size() + " classes of the server");
        for (var region : Set.of("bijie", "jiayuguan", "xianning")) {
            var classes = REGIONS.stream().filter(type -> type.getPackageName().equals("zhicheng.regions." + region)).count();
            assertTrue(classes > 20, classes + " classes of " + region);
        }
        assertEquals(COMMITTEES, REGIONS.get(COMMITTEES).getName());
        assertTrue(REGIONS.get("zhicheng.regions.xianning.CapabilityTest2024").getDirectDependenciesFromSelf().stream().anyMatch(one -> one.getTargetClass().getPackageName().equals("zhicheng.spi")));
    }

    @Test
    void the_spi_knows_the_jdk_and_itself() {
        classes().should().onlyDependOnClassesThat().resideInAnyPackage("java..", "zhicheng.spi").check(SPI);
    }

    @Test
    void the_server_names_no_region() {
        noClasses().should().dependOnClassesThat().resideInAPackage("zhicheng.regions..").check(SERVER);
    }

    @Test
    void a_region_is_made_of_the_spi_and_the_quiet_part_of_the_jdk() {
        CLOSED.check(REGIONS);
    }

    @Test
    void a_region_has_no_clock_and_no_chance() {
        HANDED_IN.check(REGIONS);
    }

    @Test
    void no_region_knows_another_one() {
        for (var region : Set.of("bijie", "jiayuguan", "xianning"))
            noClasses().that().resideInAPackage("zhicheng.regions." + region).should().dependOnClassesThat(
                    describe("are of another region", type -> type.getPackageName().startsWith("zhicheng.regions.") && !type.getPackageName().equals("zhicheng.regions." + region))).check(REGIONS);
    }

    @Test
    void the_borders_would_be_seen_to_be_crossed() {
        var crossing = new ClassFileImporter().importClasses(Crossing.class);
        assertThrows(AssertionError.class, () -> CLOSED.check(crossing));
        assertThrows(AssertionError.class, () -> HANDED_IN.check(crossing));
    }

    private static final class Crossing {
        private final LocalDate today = LocalDate.now();
        private final File file = new File(today.toString());
    }
}
