package marketshaping.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import marketshaping.model.problem.UserProblem;
import marketshaping.testkit.CommandCall;
import marketshaping.testkit.Home;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LocalPathConverterTest {
    private final LocalPathConverter converter = new LocalPathConverter();

    @ParameterizedTest
    @ValueSource(strings = {"s3a://b/l", "abfss://c@a.dfs.core.windows.net/l", "HTTPS://x", "file:///x", "dbfs:/mnt/x"})
    void uri_is_refused(String uri) {
        assertThatThrownBy(() -> converter.convert(uri))
                .isInstanceOf(UserProblem.class)
                .hasMessageStartingWith("MS-1024: The path '")
                .hasMessageContaining("Object stores and web addresses are not supported yet");
    }

    @ParameterizedTest
    @ValueSource(strings = {"C:\\lake", "C:/lake", "lake", "/srv/lake", "./s3a:b", "2025:06", "a b/c:/d", ""})
    void path_is_accepted(String path) {
        assertThat(converter.convert(path)).isEqualTo(Path.of(path));
    }

    @Test
    void password_and_token_are_not_shown() {
        assertThatThrownBy(() -> converter.convert("https://user:secret@host/lake?sig=token#part"))
                .hasMessageStartingWith("MS-1024: The path 'https://host/lake' is a URI");
    }

    /** An option of any command that has a path. */
    @ParameterizedTest
    @CsvSource({
        "run, --input",
        "run, --lake",
        "run, --packs",
        "run, --settings",
        "check, --json",
        "check, --workbook",
        "scenario, --file",
        "scenario, --workbook",
        "reproduce, --manifest",
        "reproduce, --into"
    })
    void uri_in_any_option_is_refused_before_anything_is_created(String command, String option) throws IOException {
        CommandCall call = CommandCall.run(command, "--sample", option, "s3a://bucket/key");
        assertThat(call.exitCode()).isEqualTo(2);
        assertThat(call.err().strip())
                .startsWith("MS-1024: The path 's3a://bucket/key' is a URI, not a folder or file on this computer.")
                .hasLineCount(1);
        assertThat(Path.of("s3a:")).doesNotExist();
    }

    @Test
    void uri_of_a_mapping_is_refused(@TempDir Path folder) throws IOException {
        Path settings = Files.writeString(
                folder.resolve("settings.yaml"),
                Files.readString(Home.SETTINGS) + "\nmappings: {payments: 'https://x/m.yaml'}\n");
        for (List<String> options : List.of(
                List.of("--mapping", "placements=s3a://b/m.yaml"), List.of("--settings", settings.toString()))) {
            List<String> arguments = new ArrayList<>(List.of("check", "--sample"));
            arguments.addAll(options);
            CommandCall call = CommandCall.run(arguments.toArray(String[]::new));
            assertThat(call.exitCode()).isEqualTo(2);
            assertThat(call.err()).contains("MS-1024: The path '");
        }
    }
}
