package marketshaping.app.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import marketshaping.model.problem.UserProblem;
import marketshaping.model.settings.Delivery;
import marketshaping.model.settings.Settings;
import marketshaping.testkit.Home;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsFileTest {
    @TempDir
    private Path folder;

    @Test
    void built_in_settings_are_hackneys() {
        Settings settings = SettingsFile.builtIn();
        assertThat(settings.council().name()).isEqualTo("Hackney");
        assertThat(settings.frameworkGoLive()).isEqualTo("2026-02-02");
        assertThat(settings.targets()).containsEntry("Supported living", 7).containsEntry("Home care", 2);
        assertThat(settings.partners()).hasSize(7);
    }

    @Test
    void invalid_settings_are_all_reported_together() throws IOException {
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
                history-months: 85
                """);
        assertThatThrownBy(() -> SettingsFile.read(file))
                .isInstanceOf(UserProblem.class)
                .hasMessageContaining("there is no setting 'tragets'")
                .hasMessageContaining("the setting 'council.code' has the wrong value 'Elsewhere'. It should be a"
                        + " GSS code such as E09000012.")
                .hasMessageContaining("the setting 'framework-go-live' has the wrong value '02/02/2026'. It should be a"
                        + " date such as 2026-02-02.")
                .hasMessageContaining("the setting 'targets' is missing")
                .hasMessageContaining("the setting 'history-months' has the wrong value '85'. It should be a"
                        + " whole number of months from 0 to 84.");
    }

    @Test
    void codes_and_regions_that_would_move_placements_are_refused() throws IOException {
        Path file = folder.resolve("areas.yaml");
        String own = Files.readString(Home.DATA.resolve("settings.yaml"))
                .replace("[E09000001, ", "[E09000001, E09000012, E07000066, E09000099, ")
                .replace("name: London", "name: Londinium");
        Files.writeString(file, own);
        assertThatThrownBy(() -> SettingsFile.read(file))
                .hasMessageContaining("'partners[2]' has the wrong value 'E09000012'")
                .hasMessageContaining("'partners[3]' has the wrong value 'E07000066'")
                .hasMessageContaining("'partners[4]' has the wrong value 'E09000099'")
                .hasMessageContaining("'region.name' has the wrong value 'Londinium'. It should be London, the region");
        Files.writeString(file, own.replace("code: E09000012", "code: E07000066"));
        assertThatThrownBy(() -> SettingsFile.read(file))
                .hasMessageContaining("'council.code' has the wrong value 'E07000066'");
    }

    @Test
    void delivery_is_off_by_default() throws IOException {
        assertThat(SettingsFile.readBuiltIn().delivery().isRequested()).isFalse();
        assertThat(delivering("deliver:\n").isRequested()).isFalse();
    }

    @Test
    void delivery_settings_are_read() throws IOException {
        Delivery delivery = delivering(
                """
                deliver:
                  folder:
                    path: /srv/share/../share/packs
                    packs: [working-list, market-position-pack]
                  email:
                    host: mail.council.example
                    port: 587
                    security: starttls
                    user: packs
                    from: packs@council.example
                    to: [a.reader+packs@council.example, b@council.example, b@council.example]
                """);
        assertThat(delivery.folder())
                .contains(new Delivery.Folder(
                        Path.of("/srv/share/packs"), List.of("working-list", "market-position-pack")));
        assertThat(delivery.email())
                .contains(new Delivery.Email(
                        "mail.council.example",
                        587,
                        Delivery.Security.STARTTLS,
                        Optional.of("packs"),
                        "packs@council.example",
                        List.of("a.reader+packs@council.example", "b@council.example")));
    }

    @Test
    void invalid_delivery_settings_are_all_reported_together() {
        assertThatThrownBy(
                        () -> delivering(
                                """
                        deliver:
                          ftp: {}
                          folder:
                            path: share/packs
                          email:
                            host: "mail.council.example\\r\\nDATA"
                            port: 0
                            security: plain
                            password: open
                            from: The council <packs@council.example>
                            to: ["a@council.example\\nBcc: b@council.example"]
                        """))
                .isInstanceOf(UserProblem.class)
                .hasMessageContaining("there is no setting 'deliver.ftp'. The settings at this level of the file are:"
                        + " email, folder, refused.")
                .hasMessageContaining(
                        "'deliver.folder.path' has the wrong value 'share/packs'. It should be an absolute"
                                + " path of a folder")
                .hasMessageContaining("'deliver.folder.packs' is missing")
                .hasMessageContaining("'deliver.email.host' has the wrong value 'mail.council.example")
                .hasMessageContaining("'deliver.email.port' has the wrong value '0'")
                .hasMessageContaining("'deliver.email.security' has the wrong value 'plain'. It should be starttls,"
                        + " tls or none.")
                .hasMessageContaining("there is no setting 'deliver.email.password'")
                .hasMessageContaining("'deliver.email.from' has the wrong value 'The council <packs@council.example>'")
                .hasMessageContaining("'deliver.email.to' has the wrong value '[\"a@council.example");
        assertThatThrownBy(() -> delivering("deliver: /srv/share\n"))
                .hasMessageContaining(
                        "'deliver' has the wrong value '/srv/share'. It should be a folder," + " an email, or both.");
    }

    @Test
    void unencrypted_connection_to_another_host_is_refused() throws IOException {
        String open =
                """
                deliver:
                  email: {host: %s, port: 25, security: none, %s from: a@b.example, to: [c@b.example]}
                """;
        assertThat(delivering(open.formatted("localhost", "")).email()).isPresent();
        assertThatThrownBy(() -> delivering(open.formatted("mail.b.example", "user: packs,")))
                .hasMessageContaining(
                        "'deliver.email.security' has the wrong value 'none'. It should be starttls or" + " tls")
                .hasMessageContaining("'deliver.email.user' has the wrong value 'packs'. It should be left out");
    }

    private Delivery delivering(String part) throws IOException {
        Path builtIn = Home.SETTINGS;
        Path file = Files.writeString(folder.resolve("council.yaml"), Files.readString(builtIn) + part);
        return SettingsFile.read(file).delivery();
    }

    @Test
    void intentions_are_read() throws IOException {
        String intentions =
                """
                intentions:
                  - {setting: Extra care, need: All, places: 40, by: 2030-03-31, words: A scheme in the north}
                  - {setting: Home care, need: All, places: 0, by: 2027-04-01, words: A new framework}
                """;
        assertThat(SettingsFile.read(withIntentions(intentions)).settings().intentions())
                .containsExactly(
                        new Settings.Intention(
                                "Extra care", "All", 40, LocalDate.of(2030, 3, 31), "A scheme in the north"),
                        new Settings.Intention("Home care", "All", 0, LocalDate.of(2027, 4, 1), "A new framework"));
    }

    @Test
    void invalid_intention_is_reported_by_its_list_position() {
        String intentions =
                """
                intentions:
                  - {setting: Extra care, need: All, places: some, by: 2030, words: A scheme, wrods: A scheme}
                  - {setting: Extra care, need: All, places: 4, words: Another}
                """;
        assertThatThrownBy(() -> SettingsFile.read(withIntentions(intentions)))
                .isInstanceOf(UserProblem.class)
                .hasMessageContaining("there is no setting 'intentions[1].wrods'")
                .hasMessageContaining("the setting 'intentions[1].places' has the wrong value 'some'")
                .hasMessageContaining("the setting 'intentions[1].by' has the wrong value '2030'")
                .hasMessageContaining("the setting 'intentions[2].by' is missing");
    }

    private Path withIntentions(String intentions) throws IOException {
        Path file = folder.resolve("intentions.yaml");
        String builtIn = Files.readString(Home.SETTINGS);
        return Files.writeString(file, builtIn.substring(0, builtIn.indexOf("intentions:")) + intentions);
    }

    @Test
    void missing_settings_file_is_reported() {
        assertThatThrownBy(() -> SettingsFile.read(folder.resolve("none.yaml")))
                .isInstanceOf(UserProblem.class)
                .hasMessageContaining("the settings can't be read");
    }
}
