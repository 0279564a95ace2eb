package marketshaping.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import marketshaping.input.mapping.Mappings;
import marketshaping.input.validate.ExtractScanner;
import marketshaping.model.contract.Inputs;
import marketshaping.model.problem.UserProblem;
import marketshaping.testkit.Home;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Tests the command without a terminal, on a folder with three extracts whose files have other names. */
class MapCommandTest {
    private static final Path EXTRACTS = Home.FOLDER.resolve("jobs/market-shaping/src/test/resources/map");

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();

    @BeforeEach
    void copyExtracts() throws IOException {
        Files.createDirectory(folder.resolve("in"));
        for (String file : List.of("held-out-services.csv", "held-out-agreements.csv", "held-out-requirements.csv")) {
            Files.copy(EXTRACTS.resolve(file), folder.resolve("in").resolve(file));
        }
    }

    @Test
    void likely_proposals_are_accepted_with_yes() throws IOException {
        assertThat(run("--yes")).isZero();

        assertThat(Files.readString(mapping()))
                .contains("\n      setting: ['Svc Element']", "\n        'SL - Supported Living': 'Supported living'");
        assertThat(out.toString())
                .contains("held-out-services.csv: placements", "--mapping brokering=", "in-renamed/contracts.csv")
                .doesNotContain("Missing:", "Dunmore");
    }

    @Test
    void mapping_is_accepted_by_the_scanner() throws IOException {
        run("--yes");
        Map<String, String> files = Map.of(
                "placements", "held-out-services.csv",
                "contracts", "held-out-agreements.csv",
                "brokering", "held-out-requirements.csv");
        String mapping = mapping().toString();
        Mappings mappings = Mappings.of(Map.of("placements", mapping, "contracts", mapping, "brokering", mapping));
        ExtractScanner scanner = new ExtractScanner(mappings, Set.of(), file -> "");

        files.forEach((input, file) -> assertThat(
                        scanner.scan(Inputs.named(input), folder.resolve("in").resolve(file))
                                .get(0)
                                .header()
                                .missing(Inputs.named(input).requiredFields()))
                .isEmpty());
    }

    @Test
    void likely_proposals_are_comments_without_a_terminal() throws IOException {
        assertThat(run()).isZero();

        assertThat(Files.readString(mapping())).contains("\n      # setting: ['Svc Element']");
        assertThat(out.toString()).contains("MARKET_SHAPING_KEY").doesNotContain("Missing:");
    }

    @Test
    void missing_input_is_reported() throws IOException {
        Files.delete(folder.resolve("in/held-out-agreements.csv"));

        assertThat(run("--yes")).isZero();

        assertThat(out.toString()).contains("Missing: no file resembles contracts");
    }

    @Test
    void folder_without_an_extract_is_exit_code_1() throws IOException {
        for (String file : List.of("services", "agreements", "requirements")) {
            Files.delete(folder.resolve("in/held-out-%s.csv".formatted(file)));
        }

        assertThat(run("--yes")).isEqualTo(1);
    }

    @Test
    void existing_mapping_is_not_replaced() throws IOException {
        Files.writeString(mapping(), "mine");

        assertThat(run()).isEqualTo(2);

        assertThat(out.toString()).contains("exists already");
        assertThat(mapping()).hasContent("mine");
    }

    private Path mapping() {
        return folder.resolve("mapping.yaml");
    }

    private int run(String... options) {
        CommandLine command = new CommandLine(new MapCommand())
                .registerConverter(Path.class, new LocalPathConverter())
                .setOut(new PrintWriter(out))
                .setExecutionExceptionHandler((exception, line, parsed) -> {
                    UserProblem problem = (UserProblem) exception;
                    problem.messages().forEach(out::write);
                    return problem.kind().exitCode();
                });
        List<String> arguments = new ArrayList<>(List.of(
                "--input", folder.resolve("in").toString(), "--out", mapping().toString()));
        arguments.addAll(List.of(options));
        return command.execute(arguments.toArray(String[]::new));
    }
}
