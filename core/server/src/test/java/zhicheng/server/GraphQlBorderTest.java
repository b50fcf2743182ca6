package zhicheng.server;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** GraphQL is a way in, not the house. */
class GraphQlBorderTest {

    private static final JavaClasses SERVER = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("zhicheng.server");

    @Test
    void there_is_something_to_look_at() {
        assertTrue(SERVER.size() > 100, SERVER.size() + " classes");
        assertTrue(SERVER.stream().filter(type -> type.getPackageName().equals("zhicheng.server.graphql")).count() > 10);
        assertTrue(SERVER.get("zhicheng.server.graphql.Engine").getDirectDependenciesFromSelf().stream()
                .anyMatch(dependency -> dependency.getTargetClass().getPackageName().startsWith("graphql")));
    }

    @Test
    void only_one_package_knows_graphql_java() {
        noClasses().that().resideOutsideOfPackage("zhicheng.server.graphql..")
                .should().dependOnClassesThat().resideInAnyPackage("graphql..", "org.dataloader..")
                .check(SERVER);
    }

    @Test
    void the_transport_reaches_the_engine_and_nothing_behind_it() {
        noClasses().that().resideInAPackage("zhicheng.server.http..")
                .should().dependOnClassesThat().resideInAnyPackage("zhicheng.server.read..", "zhicheng.server.dossier..", "zhicheng.server.region..")
                .check(SERVER);
    }
}
