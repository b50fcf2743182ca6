package zhicheng.server.graphql;

import static org.junit.jupiter.api.Assertions.assertEquals;

import graphql.language.InputObjectTypeDefinition;
import graphql.parser.Parser;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import zhicheng.spi.Case;

/** Whatever a rule may miss, a person can tell; and what forms ask for besides. */
class CaseInputTest {
    @Test
    void every_path_of_a_case_is_a_field_of_the_input() {
        var sdl = new SdlFiles().all().stream().filter(file -> file.name().equals("eligibility.graphqls")).findFirst().orElseThrow();
        var input = new Parser().parseDocument(sdl.text()).getDefinitionsOfType(InputObjectTypeDefinition.class).stream().filter(one -> one.getName().equals("CaseInput")).findFirst().orElseThrow();
        var paths = new TreeSet<>(Case.PATHS.keySet());
        paths.add("answers");
        paths.addAll(List.of("workSince", "jobs")); // by which nothing is judged (J24-annex2, J24-3.3)
        paths.remove("achievements"); // which are picked from the store
        assertEquals(paths, input.getInputValueDefinitions().stream().map(one -> one.getName()).collect(Collectors.toCollection(TreeSet::new)));
    }
}
