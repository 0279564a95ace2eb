package marketshaping.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import marketshaping.testkit.CommandCall;
import marketshaping.testkit.Home;
import marketshaping.testkit.SmallCouncil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A refused run is reported by e-mail, without rows, to the addresses in the settings. */
class RefusedRunTest {
    @TempDir
    private Path folder;

    private GreenMail server;

    @BeforeEach
    void startServer() {
        server = new GreenMail(new ServerSetup(0, "localhost", ServerSetup.PROTOCOL_SMTP));
        server.start();
    }

    @AfterEach
    void stopServer() {
        server.stop();
    }

    @Test
    void refused_data_is_reported_with_counts_and_without_rows() throws Exception {
        SmallCouncil.withDefects()
                .with(
                        "brokering",
                        "case_id,person_id,setting,referral_date,status\nC1,SECRETPERSON1,Home care,05/04/2025,Open\n"
                                + "C2,SECRETPERSON2,Home care,05/29/2025,Open\n")
                .write(folder.resolve("in"));
        CommandCall refused = run(settings("[data@b.example, lead@b.example]"));
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(server.getReceivedMessages()).hasSize(2);
        MimeMessage message = server.getReceivedMessages()[0];
        assertThat(message.getSubject()).isEqualTo("Hackney: run refused, as at 30 June 2025");
        assertThat(message.getRecipients(Message.RecipientType.TO)[0]).hasToString("data@b.example");
        assertThat(((MimeMultipart) message.getContent()).getCount()).isOne();
        assertThat(text(message))
                .startsWith("The run of Hackney as at 30 June 2025 was refused. Packs of earlier runs are unchanged.")
                .contains(refused.err()
                        .lines()
                        .filter(line -> line.startsWith("MS-1303: "))
                        .toList())
                .contains("brokering.csv, row 3, column referral_date: the date has the month before the day.")
                .contains("\nplacements: 14 read, 3 accepted, 6 quarantined")
                .contains("Contact: Adult social care commissioning")
                .doesNotContain("SECRETPERSON", "05/29/2025");
    }

    @Test
    void wrong_usage_is_reported_if_the_settings_can_be_read() throws Exception {
        CommandCall refused = run(settings("[data@b.example]"));
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(server.getReceivedMessages()).hasSize(1);
        assertThat(server.getReceivedMessages()[0].getSubject()).startsWith("Hackney: run refused, as at ");
        assertThat(text(server.getReceivedMessages()[0]))
                .contains("MS-1101: The input folder " + folder.resolve("in") + " does not exist")
                .doesNotContain("Rows by input");
    }

    @Test
    void unreadable_settings_and_other_commands_send_nothing() throws Exception {
        Path settings = settings("[data@b.example]");
        Path wrong = Files.writeString(
                folder.resolve("wrong.yaml"), Files.readString(settings).replace("code: E09000012", "code: E0"));
        assertThat(run(wrong).exitCode()).isEqualTo(2);
        assertThat(command("check", settings).exitCode()).isEqualTo(2);
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void packs_that_were_not_delivered_are_reported_as_such() throws Exception {
        SmallCouncil.withoutDefects().write(folder.resolve("in"));
        Path settings = settings("[data@b.example]");
        String share = "deliver:\n  folder: {path: %s, packs: [working-list]}\n".formatted(folder.resolve("gone"));
        Files.writeString(settings, Files.readString(settings).replace("\ndeliver:\n", "\n" + share));
        assertThat(run(settings).exitCode()).isEqualTo(1);
        assertThat(server.getReceivedMessages()).hasSize(1);
        assertThat(server.getReceivedMessages()[0].getSubject())
                .isEqualTo("Hackney: packs not delivered, as at 30 June 2025");
        assertThat(text(server.getReceivedMessages()[0])).contains("MS-1601: ", "placements: 3 read, 3 accepted");
    }

    @Test
    void failed_mail_hides_neither_the_problem_nor_its_exit_code() throws Exception {
        SmallCouncil.withoutDefects().without("contracts").write(folder.resolve("in"));
        Path settings = settings("[data@b.example]");
        int port = server.getSmtp().getPort();
        server.stop();
        CommandCall refused = run(settings);
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.err())
                .contains("MS-1102: ")
                .contains("MS-1609: The e-mail about this problem to data@b.example was not sent. The mail server"
                        + " localhost:%d reports: Couldn't connect".formatted(port));
        Files.delete(folder.resolve("in/placements.csv"));
        assertThat(command("run", settings, "--input", folder.resolve("none").toString())
                        .exitCode())
                .isEqualTo(2);
    }

    @Test
    void addresses_require_a_mail_server() throws Exception {
        Path settings = Files.writeString(
                folder.resolve("settings.yaml"),
                Files.readString(Home.SETTINGS) + "\ndeliver:\n  refused: [data@b.example]\n");
        CommandCall refused = run(settings);
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err())
                .contains("the setting 'deliver.refused' has the wrong value '[\"data@b.example\"]'. It should be left"
                        + " out without email, which names the mail server.");
    }

    private Path settings(String refused) throws IOException {
        return Files.writeString(
                folder.resolve("settings.yaml"),
                """
                %s
                deliver:
                  email:
                    host: localhost
                    port: %d
                    security: none
                    from: packs@b.example
                    to: [reader@b.example]
                  refused: %s
                """
                        .formatted(
                                Files.readString(Home.SETTINGS),
                                server.getSmtp().getPort(),
                                refused));
    }

    private CommandCall run(Path settings) {
        return command("run", settings);
    }

    private CommandCall command(String command, Path settings, String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                command,
                "--sample",
                "--input",
                folder.resolve("in").toString(),
                "--lake",
                folder.resolve("lake").toString(),
                "--packs",
                folder.resolve("packs").toString(),
                "--as-at",
                "2025-06-30",
                "--settings",
                settings.toString()));
        arguments.addAll(List.of(more));
        return CommandCall.run(arguments.toArray(String[]::new));
    }

    private static String text(MimeMessage message) throws Exception {
        return ((MimeMultipart) message.getContent())
                .getBodyPart(0)
                .getContent()
                .toString()
                .replace("\r\n", "\n");
    }
}
