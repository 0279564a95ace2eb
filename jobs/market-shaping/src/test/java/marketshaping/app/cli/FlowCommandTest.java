package marketshaping.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;
import marketshaping.analysis.measure.Measures;
import marketshaping.app.explain.LineageDiagram;
import marketshaping.model.contract.Inputs;
import marketshaping.testkit.CommandCall;
import marketshaping.testkit.Home;
import org.junit.jupiter.api.Test;

class FlowCommandTest {

    @Test
    void flow_prints_the_diagram_in_the_engineers_page() throws IOException {
        CommandCall flow = CommandCall.run("flow");

        assertThat(flow.exitCode()).isZero();
        assertThat(Files.readString(Home.FOLDER.resolve("jobs/README.md")))
                .as("diagram that `market-shaping flow` prints")
                .contains("```mermaid\n" + flow.out() + "```");
    }

    @Test
    void diagram_contains_every_input_and_measure() {
        List<String> lines = LineageDiagram.lines();

        for (String input : Inputs.names()) {
            assertThat(lines)
                    .anyMatch(line -> line.contains("in_%s ".formatted(input)) || line.contains("in_" + input + "("));
        }
        Measures.ALL.forEach(measure -> assertThat(lines)
                .as(measure.id())
                .anyMatch(line -> line.matches("  f_\\w+ --> " + measure.id()))
                .anyMatch(line -> line.contains(measure.id()) && line.endsWith("--> commissioning")));
    }

    @Test
    void council_only_measures_are_not_in_the_position_pack() {
        String published = LineageDiagram.lines().stream()
                .filter(line -> line.endsWith("--> position"))
                .findFirst()
                .orElseThrow();

        assertThat(published).contains("oob_stock &");
        assertThat(Stream.of("reconciliation", "watch_list", "data_quality")).noneMatch(published::contains);
    }
}
