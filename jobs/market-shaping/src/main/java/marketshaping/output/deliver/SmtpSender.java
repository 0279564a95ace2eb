package marketshaping.output.deliver;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.Properties;
import javax.net.ssl.SSLContext;
import marketshaping.model.settings.Delivery;
import marketshaping.model.settings.Delivery.Security;

/**
 * A connection to the council's mail server. The mail library is known here alone, so that a run which sends nothing
 * does not load it.
 */
final class SmtpSender implements AutoCloseable {
    private static final String WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String MILLISECONDS_TO_CONNECT = "20000";
    private static final String MILLISECONDS_TO_ANSWER = "60000";

    private final Session session;
    private final Transport transport;
    private final String from;

    private SmtpSender(Session session, Transport transport, String from) {
        this.session = session;
        this.transport = transport;
        this.from = from;
    }

    /** @throws IOException with what the server, or the way to it, says */
    static SmtpSender open(Delivery.Email email, MailPassword password) throws IOException {
        try {
            Properties properties = properties(email);
            // Whom Java trusts now; the library would stay with what it was at first.
            properties.put(
                    "mail.smtp.ssl.socketFactory", SSLContext.getDefault().getSocketFactory());
            Session session = Session.getInstance(properties);
            Transport transport = session.getTransport("smtp");
            transport.connect(
                    email.host(),
                    email.port(),
                    email.user().orElse(null),
                    email.user().isPresent() ? password.secret() : null);
            return new SmtpSender(session, transport, email.from());
        } catch (MessagingException e) {
            throw new IOException(words(e), e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has a default for TLS", e);
        }
    }

    /**
     * Sends one message to one address.
     *
     * @return why the server would not take it for this address; empty if it did
     * @throws IOException if the server can be asked no more
     */
    Optional<String> send(MailMessage letter, String address, Instant now) throws IOException {
        try {
            MimeMessage message = message(letter, address, now);
            transport.sendMessage(message, message.getAllRecipients());
            return Optional.empty();
        } catch (SendFailedException e) {
            if (transport.isConnected()) {
                return Optional.of(words(e));
            }
            throw new IOException(words(e), e);
        } catch (MessagingException e) {
            throw new IOException(words(e), e);
        }
    }

    @Override
    public void close() {
        try {
            transport.close();
        } catch (MessagingException e) {
            // Every message was taken or refused by then; how the server says goodbye changes nothing.
        }
    }

    private static Properties properties(Delivery.Email email) {
        Properties properties = new Properties();
        properties.setProperty("mail.from", email.from());
        properties.setProperty("mail.smtp.connectiontimeout", MILLISECONDS_TO_CONNECT);
        properties.setProperty("mail.smtp.timeout", MILLISECONDS_TO_ANSWER);
        properties.setProperty("mail.smtp.writetimeout", MILLISECONDS_TO_ANSWER);
        properties.setProperty("mail.smtp.auth", Boolean.toString(email.user().isPresent()));
        properties.setProperty("mail.smtp.quitwait", "false");
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        properties.setProperty("mail.smtp.ssl.enable", Boolean.toString(email.security() == Security.TLS));
        String startTls = Boolean.toString(email.security() == Security.STARTTLS);
        properties.setProperty("mail.smtp.starttls.enable", startTls);
        properties.setProperty("mail.smtp.starttls.required", startTls);
        return properties;
    }

    private MimeMessage message(MailMessage letter, String address, Instant now)
            throws MessagingException, IOException {
        MimeBodyPart text = new MimeBodyPart();
        text.setText(letter.text(), StandardCharsets.UTF_8.name());
        MimeMultipart parts = new MimeMultipart(text);
        for (Path file : letter.attached()) {
            MimeBodyPart part = new MimeBodyPart();
            part.attachFile(file.toFile(), WORKBOOK, "base64");
            parts.addBodyPart(part);
        }
        MimeMessage message = new MimeMessage(session);
        message.setFrom(new InternetAddress(from, true));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(address, true));
        message.setSubject(letter.subject(), StandardCharsets.UTF_8.name());
        message.setSentDate(Date.from(now));
        // So that nobody's notice of absence answers it.
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setContent(parts);
        message.saveChanges();
        return message;
    }

    /** The library's words and the innermost cause's, on one line. */
    private static String words(Exception e) {
        Throwable cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        String words = cause == e ? e.getMessage() : "%s (%s)".formatted(e.getMessage(), cause.getMessage());
        return words == null ? e.toString() : words.replaceAll("\\s+", " ").strip();
    }
}
