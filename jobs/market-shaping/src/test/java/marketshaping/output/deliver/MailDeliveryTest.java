package marketshaping.output.deliver;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import marketshaping.model.problem.UserProblem;
import marketshaping.model.settings.Delivery;
import marketshaping.model.settings.Delivery.Security;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Encryption, rejected recipients and repeated sending when packs are mailed. */
class MailDeliveryTest {
    private static final Instant NOW = Instant.parse("2025-07-03T06:00:00Z");
    private static final MailMessage.About ABOUT =
            new MailMessage.About("Hackney", LocalDate.of(2025, 6, 30), "Small counts are hidden.", "Commissioning");

    @TempDir
    private Path folder;

    private Path packs;
    private MailMessage message;

    @BeforeEach
    void writePack() throws IOException {
        packs = Files.createDirectories(folder.resolve("packs"));
        Path pack = Files.writeString(packs.resolve("market-position-pack-2025-06-30.xlsx"), "a workbook");
        message = MailMessage.of(ABOUT, List.of(pack), List.of());
    }

    @Test
    void rejected_recipient_is_reported_and_alone_retried() throws IOException {
        try (FailingSmtpServer server = new FailingSmtpServer()) {
            MailDelivery delivery = delivery(server.port(), Security.NONE, "gone@b.example", "here@b.example");
            MailDelivery.Result result = delivery.send(message, packs, NOW);
            assertThat(result.sent()).containsExactly("here@b.example");
            assertThat(result.problem().orElseThrow())
                    .hasMessageContaining("The packs are in " + packs)
                    .hasMessageContaining(
                            "the e-mail to gone@b.example was not sent. The mail server localhost:" + server.port())
                    .hasMessageContaining("550 5.1.1 no such user");

            server.commands().clear();
            assertThat(delivery.send(message, packs, NOW).sent()).isEmpty();
            assertThat(server.commands())
                    .contains("RCPT TO:<gone@b.example>")
                    .doesNotContain("RCPT TO:<here@b.example>");
        }
    }

    @Test
    void changed_pack_is_sent_again_even_if_changed_back() throws IOException {
        try (FailingSmtpServer server = new FailingSmtpServer()) {
            MailDelivery delivery = delivery(server.port(), Security.NONE, "here@b.example");
            for (String content : List.of("a workbook", "another", "a workbook")) {
                Files.writeString(message.attached().get(0), content);
                assertThat(delivery.send(message, packs, NOW).sent()).hasSize(1);
                assertThat(delivery.send(message, packs, NOW).sent()).isEmpty();
            }
        }
    }

    @Test
    void server_without_encryption_receives_no_mail() throws IOException {
        try (FailingSmtpServer server = new FailingSmtpServer()) {
            MailDelivery.Result result = new MailDelivery(
                            email(server.port(), Security.STARTTLS, Optional.of("packs"), "here@b.example"),
                            MailPassword.of("correct horse"))
                    .send(message, packs, NOW);
            assertThat(result.sent()).isEmpty();
            assertThat(problem(result)).contains("STARTTLS").doesNotContain("correct horse");
            assertThat(server.commands()).isNotEmpty().allMatch(line -> line.matches("EHLO .*|QUIT"));
        }
    }

    @Test
    void tls_requires_a_trusted_server_and_the_right_password() throws Exception {
        KeyStore keys = newKeys();
        GreenMail server = new GreenMail(new ServerSetup(0, "localhost", ServerSetup.PROTOCOL_SMTPS));
        server.setUser("here@b.example", "packs", "correct horse");
        server.start();
        SSLContext before = SSLContext.getDefault();
        try {
            int port = server.getSmtps().getPort();
            Delivery.Email email = email(port, Security.TLS, Optional.of("packs"), "here@b.example");
            MailPassword right = MailPassword.of("correct horse");
            assertThat(problem(new MailDelivery(email, right).send(message, packs, NOW)))
                    .contains("unable to find valid certification path");

            SSLContext.setDefault(clientContext(keys));
            assertThat(problem(new MailDelivery(email, MailPassword.of("wrong pony")).send(message, packs, NOW)))
                    .contains("the e-mail to here@b.example was not sent")
                    .contains("535")
                    .doesNotContain("wrong pony");
            assertThat(server.getReceivedMessages()).isEmpty();

            assertThat(new MailDelivery(email, right).send(message, packs, NOW).sent())
                    .containsExactly("here@b.example");
            assertThat(server.getReceivedMessages()).hasSize(1);
        } finally {
            SSLContext.setDefault(before);
            server.stop();
        }
    }

    @Test
    void starttls_encrypts_before_password_and_mail() throws Exception {
        KeyStore keys = newKeys();
        SSLContext before = SSLContext.getDefault();
        try (StarttlsServer server = new StarttlsServer(serverContext(keys), "packs", "correct horse")) {
            Delivery.Email email = email(server.port(), Security.STARTTLS, Optional.of("packs"), "here@b.example");
            MailPassword right = MailPassword.of("correct horse");
            assertThat(problem(new MailDelivery(email, right).send(message, packs, NOW)))
                    .contains("unable to find valid certification path");
            assertThat(server.encrypted()).isEmpty();

            SSLContext.setDefault(clientContext(keys));
            assertThat(problem(new MailDelivery(email, MailPassword.of("wrong pony")).send(message, packs, NOW)))
                    .contains("535")
                    .doesNotContain("wrong pony");
            assertThat(server.encrypted()).doesNotContain("DATA");

            MailDelivery.Result done = new MailDelivery(email, right).send(message, packs, NOW);
            assertThat(done.problem()).isEmpty();
            assertThat(done.sent()).containsExactly("here@b.example");
            assertThat(server.encrypted())
                    .contains("RCPT TO:<here@b.example>")
                    .anyMatch(line -> line.startsWith("Subject: Hackney: market position pack"))
                    .contains(Base64.getEncoder().encodeToString("a workbook".getBytes(StandardCharsets.UTF_8)));
            assertThat(server.unencrypted()).isNotEmpty().allMatch(line -> line.matches("EHLO .*|STARTTLS"));
        } finally {
            SSLContext.setDefault(before);
        }
    }

    @Test
    void council_name_with_line_breaks_adds_no_header() throws Exception {
        GreenMail server = new GreenMail(new ServerSetup(0, "localhost", ServerSetup.PROTOCOL_SMTP));
        server.start();
        try {
            MailMessage.About about = new MailMessage.About(
                    "Hackney\r\nBcc: other@b.example\n\nFalse text £", ABOUT.asAt(), ABOUT.rule(), ABOUT.contact());
            delivery(server.getSmtp().getPort(), Security.NONE, "here@b.example")
                    .send(MailMessage.of(about, message.attached(), List.of()), packs, NOW);
            assertThat(server.getReceivedMessages()).hasSize(1);
            MimeMessage received = server.getReceivedMessages()[0];
            assertThat(received.getSubject())
                    .isEqualTo("Hackney Bcc: other@b.example False text £: market position pack as at 30 June 2025");
            assertThat(received.getAllRecipients()).hasSize(1);
            assertThat(received.getSentDate()).isEqualTo(NOW);
        } finally {
            server.stop();
        }
    }

    private static String problem(MailDelivery.Result result) {
        UserProblem problem = result.problem().orElseThrow();
        assertThat(problem.kind().exitCode()).isEqualTo(1);
        return problem.getMessage();
    }

    private static MailDelivery delivery(int port, Security security, String... to) {
        return new MailDelivery(email(port, security, Optional.empty(), to), MailPassword.NONE);
    }

    private static Delivery.Email email(int port, Security security, Optional<String> user, String... to) {
        return new Delivery.Email("localhost", port, security, user, "packs@b.example", List.of(to));
    }

    /** Creates a self-signed certificate and configures GreenMail to use it. */
    private KeyStore newKeys() throws Exception {
        Path store = folder.resolve("keys.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keyalg",
                        "RSA",
                        "-alias",
                        "mail",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "SAN=dns:localhost",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        "changeit")
                .redirectErrorStream(true)
                .start();
        String output = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(keytool.waitFor()).as(output).isZero();
        System.setProperty("greenmail.tls.keystore.file", store.toString());
        System.setProperty("greenmail.tls.keystore.password", "changeit");
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, "changeit".toCharArray());
        }
        return keys;
    }

    /** Returns the TLS context of a server with these keys. */
    private static SSLContext serverContext(KeyStore keys) throws Exception {
        KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(keys, "changeit".toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(own.getKeyManagers(), null, null);
        return context;
    }

    private static SSLContext clientContext(KeyStore keys) throws Exception {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("mail", keys.getCertificate("mail"));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }
}
