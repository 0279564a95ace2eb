package marketshaping.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import marketshaping.problem.UserProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsFileTest {
    @TempDir
    private Path folder;

    @Test
    void should_come_with_hackneys_settings() {
        Settings settings = SettingsFile.builtIn();
        assertThat(settings.council().name()).isEqualTo("Hackney");
        assertThat(settings.frameworkGoLive()).isEqualTo("2026-02-02");
        assertThat(settings.targets()).containsEntry("Supported living", 7).containsEntry("Home care", 2);
        assertThat(settings.partners()).hasSize(7);
    }

    @Test
    void should_report_every_unknown_missing_and_wrong_setting_together() throws IOException {
        Path file = folder.resolve("council.yaml");
        Files.writeString(
                file,
                """
                council:
                  name: Elsewhere
                  code: Elsewhere
                  latitude: 51.5
                  longitude: 0.1
                partners: [E09000012]
                framework-go-live: 02/02/2026
                tragets: {Home care: 2}
                disclosure: none
                contact: us
                shrinkage-percent: 10
                """);
        assertThatThrownBy(() -> SettingsFile.read(file))
                .isInstanceOf(UserProblem.class)
                .hasMessageContaining("there is no setting 'tragets'")
                .hasMessageContaining(
                        "the setting 'council.code' is 'Elsewhere'. It should be a GSS code such as E09000012.")
                .hasMessageContaining(
                        "the setting 'framework-go-live' is '02/02/2026'. It should be a date such as 2026-02-02.")
                .hasMessageContaining("the setting 'targets' is missing");
    }

    @Test
    void should_say_that_a_file_is_not_there() {
        assertThatThrownBy(() -> SettingsFile.read(folder.resolve("none.yaml")))
                .isInstanceOf(UserProblem.class)
                .hasMessageContaining("the settings can't be read");
    }
}
