package marketshaping.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import marketshaping.Main;
import marketshaping.app.pipeline.SettingsFile;
import marketshaping.model.settings.Delivery;
import marketshaping.output.deliver.DeliveryService;
import marketshaping.sample.SampleCouncilCommand;
import marketshaping.testkit.Home;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** Tests that the command lines and scheduling examples in the README are valid. */
class DocumentedCommandsTest {
    private static final List<String> PAGES = List.of(
            "README.md",
            "data/README.md",
            "notebooks/README.md",
            "jobs/README.md",
            "jobs/docs/operations.md",
            "jobs/docs/platforms.md");
    private static final Pattern CALL = Pattern.compile("(?m)^.*?jobs/bin/market-shaping (.+)$");
    private static final Pattern SAMPLE_CALL = Pattern.compile("(?m)^jobs/bin/sample-council (.+)$");
    private static final Pattern CRON =
            Pattern.compile("(?m)^(\\S+) (\\S+) (\\S+) (\\S+) (\\S+) \\w+ .*market-shaping run .*$");
    private static final Pattern AIRFLOW = Pattern.compile("application_args=\\[(.*)\\]");

    @TempDir
    private Path folder;

    static Stream<String> calls() throws IOException {
        return blocks().flatMap(block -> CALL.matcher(block).results().map(call -> call.group(1)));
    }

    @ParameterizedTest
    @MethodSource("calls")
    void documented_command_line_parses(String call) {
        parse(call.split(" "));
    }

    @Test
    void documented_sample_council_call_parses() throws IOException {
        List<String> calls = blocks().flatMap(
                        block -> SAMPLE_CALL.matcher(block).results())
                .map(call -> call.group(1))
                .toList();
        assertThat(calls).isNotEmpty();
        calls.forEach(call -> new CommandLine(new SampleCouncilCommand()).parseArgs(call.split(" ")));
    }

    @Test
    void documented_cron_line_runs_once_per_month() throws IOException {
        List<MatchResult> lines =
                blocks().flatMap(block -> CRON.matcher(block).results()).toList();
        assertThat(lines).hasSize(1);
        MatchResult line = lines.get(0);
        assertThat(Integer.parseInt(line.group(1))).isBetween(0, 59);
        assertThat(Integer.parseInt(line.group(2))).isBetween(0, 23);
        assertThat(Integer.parseInt(line.group(3))).as("a day in every month").isBetween(1, 28);
        assertThat(line.group(4) + line.group(5)).isEqualTo("**");
    }

    @Test
    void documented_airflow_arguments_parse() throws IOException {
        List<MatchResult> found =
                blocks().flatMap(block -> AIRFLOW.matcher(block).results()).toList();
        assertThat(found).hasSize(1);
        CommandLine.ParseResult parsed =
                parse(Arrays.stream(found.get(0).group(1).split(", "))
                        .map(argument -> argument.replace("\"", "").replaceAll("\\{\\{.*}}", "2025-06-30"))
                        .toArray(String[]::new));
        assertThat(parsed.subcommand().matchedOptions()).hasSize(3);
    }

    @Test
    void documented_delivery_settings_are_valid() throws IOException {
        String builtIn = Files.readString(Home.SETTINGS);
        String commented = builtIn.substring(builtIn.indexOf("# deliver:")).replaceAll("(?m)^# ", "");
        List<String> shown = blocks().filter(block -> block.startsWith("```yaml\ndeliver:"))
                .map(block -> block.substring(block.indexOf("deliver:"), block.lastIndexOf("```")))
                .toList();
        assertThat(shown).hasSize(1);
        for (String deliver : List.of(shown.get(0), commented)) {
            Path file = Files.writeString(folder.resolve("settings.yaml"), builtIn + deliver);
            Delivery delivery = SettingsFile.read(file).delivery();
            assertThat(delivery.email()).isPresent();
            assertThat(DeliveryService.names())
                    .containsAll(delivery.folder().orElseThrow().packs());
        }
    }

    private static CommandLine.ParseResult parse(String... arguments) {
        CommandLine.ParseResult parsed = new CommandLine(new Main()).parseArgs(arguments);
        assertThat(parsed.hasSubcommand()).isTrue();
        return parsed;
    }

    private static Stream<String> blocks() throws IOException {
        StringBuilder text = new StringBuilder();
        for (String page : PAGES) {
            text.append(Files.readString(Home.FOLDER.resolve(page))).append('\n');
        }
        return Pattern.compile("(?s)```.*?```").matcher(text).results().map(MatchResult::group);
    }
}
