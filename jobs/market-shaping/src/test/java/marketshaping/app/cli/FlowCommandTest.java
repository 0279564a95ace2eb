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
    void should_be_the_picture_in_the_readme() throws IOException {
        CommandCall flow = CommandCall.run("flow");

        assertThat(flow.exitCode()).isZero();
        assertThat(Files.readString(Home.FOLDER.resolve("README.md")))
                .as("The README's diagram, which is what `market-shaping flow` prints")
                .contains("```mermaid\n" + flow.out() + "```");
    }

    @Test
    void should_lead_from_every_input_that_is_read_to_every_measure() {
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
    void should_keep_from_the_market_what_is_the_councils_alone() {
        String published = LineageDiagram.lines().stream()
                .filter(line -> line.endsWith("--> position"))
                .findFirst()
                .orElseThrow();

        assertThat(published).contains("oob_stock &");
        assertThat(Stream.of("reconciliation", "watch_list", "data_quality")).noneMatch(published::contains);
    }
}
