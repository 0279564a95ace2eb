package marketshaping.output.deliver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import marketshaping.app.cli.SmtpPassword;
import marketshaping.app.pipeline.SettingsFile;
import marketshaping.model.settings.Delivery;
import marketshaping.testkit.CommandCall;
import marketshaping.testkit.Home;
import marketshaping.testkit.SmallCouncil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Delivery of packs to a folder and by e-mail, according to the settings, after a command has written them. */
class DeliveryServiceTest {
    private static final String COMMISSIONING = "commissioning-pack-2025-06-30.xlsx";
    private static final String MARKET_POSITION = "market-position-pack-2025-06-30.xlsx";
    private static final String WORKING_LIST = "working-list-2025-06-30.xlsx";

    @TempDir
    private Path folder;

    private Path packs;
    private Path share;
    private Path delivered;
    private GreenMail server;

    @BeforeEach
    void startServer() throws IOException {
        packs = folder.resolve("packs/2025-06-30");
        share = Files.createDirectories(folder.resolve("share"));
        delivered = share.resolve("2025-06-30");
        server = new GreenMail(new ServerSetup(0, "localhost", ServerSetup.PROTOCOL_SMTP));
        server.start();
    }

    @AfterEach
    void stopServer() {
        server.stop();
    }

    @Test
    void packs_are_copied_and_failed_mail_is_sent_by_the_next_run() throws Exception {
        SmallCouncil.withoutDefects().write(folder.resolve("in"));
        Path settings = settings(folderAndEmail());
        int port = server.getSmtp().getPort();
        server.stop();
        CommandCall failed =
                command("run", settings, "--input", folder.resolve("in").toString());
        assertThat(failed.exitCode()).isEqualTo(1);
        assertThat(failed.err())
                .contains("The packs are in %s, but the e-mail to first@b.example, second@b.example was not sent"
                        .formatted(packs))
                .contains("localhost:" + port + " reports: Couldn't connect");
        assertThat(failed.out())
                .contains(packs.resolve(COMMISSIONING).toString())
                .contains("delivered to " + delivered);
        assertThat(files(packs)).contains(COMMISSIONING, MARKET_POSITION, WORKING_LIST, "manifest.json");
        assertThat(files(delivered))
                .contains(COMMISSIONING, WORKING_LIST, "published/oob_stock.csv")
                .doesNotContain(MARKET_POSITION, "internal/oob_stock.csv");
        for (String file : files(delivered)) {
            assertThat(delivered.resolve(file)).hasSameBinaryContentAs(packs.resolve(file));
            assertThat(Files.getPosixFilePermissions(delivered.resolve(file)))
                    .isEqualTo(Files.getPosixFilePermissions(packs.resolve(file)));
        }

        server = new GreenMail(new ServerSetup(port, "localhost", ServerSetup.PROTOCOL_SMTP));
        server.start();
        CommandCall done = command("pack", settings);
        assertThat(done.exitCode()).as(done.err()).isZero();
        assertThat(done.out())
                .contains("already delivered, unchanged: " + delivered)
                .contains("sent to first@b.example, second@b.example");
        MimeMessage[] received = server.getReceivedMessages();
        assertThat(Arrays.stream(received).map(DeliveryServiceTest::recipients))
                .containsExactly("[first@b.example]", "[second@b.example]");
        for (MimeMessage message : received) {
            assertDescribesThePacks(message);
        }

        assertThat(service(settings).deliver(packs).done())
                .contains("sent to nobody: everyone on the list already has these packs");
        assertThat(server.getReceivedMessages()).hasSize(2);
    }

    private void assertDescribesThePacks(MimeMessage message) throws Exception {
        assertThat(message.getSubject()).isEqualTo("Hackney: market position pack as at 30 June 2025");
        MimeMultipart parts = (MimeMultipart) message.getContent();
        assertThat(parts.getCount()).isEqualTo(2);
        assertThat(parts.getBodyPart(0).getContent().toString())
                .contains("The market position pack of Hackney as at 30 June 2025 is attached.")
                .contains("Counts of 1 to 7 are shown as [c]")
                .contains(delivered.resolve(COMMISSIONING).toString())
                .contains(delivered.resolve(WORKING_LIST).toString());
        BodyPart attached = parts.getBodyPart(1);
        assertThat(attached.getFileName()).isEqualTo(MARKET_POSITION);
        assertThat(attached.getInputStream().readAllBytes())
                .isEqualTo(Files.readAllBytes(packs.resolve(MARKET_POSITION)));
    }

    @Test
    void mail_is_not_sent_if_packs_do_not_reach_their_folder() throws IOException {
        Files.createDirectories(packs.resolve("published"));
        for (String file : List.of(COMMISSIONING, MARKET_POSITION, WORKING_LIST)) {
            Files.writeString(packs.resolve(file), "a workbook");
        }
        Files.delete(share);

        DeliveryService.Outcome outcome = service(settings(folderAndEmail())).deliver(packs);
        assertThat(outcome.done()).singleElement().asString().startsWith("sent to nobody");
        assertThat(outcome.problem().orElseThrow())
                .hasMessageContaining("The packs are in %s, but were not delivered: the folder %s does not exist."
                        .formatted(packs, share));
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void mail_without_a_shared_folder_names_the_packs_folder() throws Exception {
        Files.createDirectories(packs);
        Files.writeString(packs.resolve(MARKET_POSITION), "a workbook");

        Path settings = settings(email(server.getSmtp().getPort()));
        assertThat(service(settings).deliver(packs).problem()).isEmpty();
        MimeMultipart parts = (MimeMultipart) server.getReceivedMessages()[0].getContent();
        assertThat(parts.getBodyPart(0).getContent().toString())
                .contains(packs.resolve(COMMISSIONING).toString());
    }

    @Test
    void uncontrolled_and_unknown_packs_are_rejected_at_once() throws IOException {
        Path settings = settings(email(25) + "  folder: {path: /srv/share, packs: [working-list, people]}\n");
        Files.writeString(
                settings,
                Files.readString(settings).replaceFirst("disclosure: suppress-1-7-round-5", "disclosure: none"));
        CommandCall refused = CommandCall.run("pack", "--sample", "--settings", settings.toString());
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err())
                .contains("Only packs with disclosure control applied may be sent by e-mail")
                .contains("'deliver.folder.packs' lists 'people', which is not a pack. The packs are:"
                        + " commissioning-pack, market-position-pack, freedom-of-information, working-list, internal,"
                        + " published.");
    }

    @Test
    void password_is_taken_from_the_environment_only() {
        Delivery delivery = new Delivery(
                Optional.empty(),
                Optional.of(new Delivery.Email(
                        "b.example",
                        587,
                        Delivery.Security.STARTTLS,
                        Optional.of("packs"),
                        "a@b.example",
                        List.of("c@b.example"))),
                List.of());
        assertThat(SmtpPassword.fromEnvironment(Map.of(), Delivery.NONE).isEmpty())
                .isTrue();
        MailPassword password =
                SmtpPassword.fromEnvironment(Map.of("MARKET_SHAPING_SMTP_PASSWORD", "correct horse"), delivery);
        assertThat(password.isEmpty()).isFalse();
        assertThat(password.toString()).doesNotContain("correct horse");
        assertThatThrownBy(() -> SmtpPassword.fromEnvironment(Map.of(), delivery))
                .hasMessageContaining("'deliver.email.user' is 'packs', but MARKET_SHAPING_SMTP_PASSWORD is not set");
    }

    private String folderAndEmail() {
        return email(server.getSmtp().getPort())
                + "  folder: {path: '%s', packs: [commissioning-pack, working-list, published]}\n".formatted(share);
    }

    private static String email(int port) {
        return """
                deliver:
                  email:
                    host: localhost
                    port: %d
                    security: none
                    from: packs@b.example
                    to: [first@b.example, second@b.example]
                """
                .formatted(port);
    }

    private CommandCall command(String command, Path settings, String... more) {
        List<String> args = new ArrayList<>(List.of(
                command,
                "--sample",
                "--lake",
                folder.resolve("lake").toString(),
                "--packs",
                folder.resolve("packs").toString(),
                "--as-at",
                "2025-06-30",
                "--settings",
                settings.toString()));
        args.addAll(List.of(more));
        return CommandCall.run(args.toArray(String[]::new));
    }

    private static DeliveryService service(Path settings) {
        SettingsFile.Read read = SettingsFile.read(settings);
        return new DeliveryService(read.delivery(), read.settings(), LocalDate.of(2025, 6, 30), MailPassword.NONE);
    }

    private Path settings(String deliver) throws IOException {
        Path builtIn = Home.SETTINGS;
        return Files.writeString(folder.resolve("settings.yaml"), Files.readString(builtIn) + deliver);
    }

    private static String recipients(MimeMessage message) {
        try {
            return Arrays.toString(message.getAllRecipients());
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .toList();
        }
    }
}
