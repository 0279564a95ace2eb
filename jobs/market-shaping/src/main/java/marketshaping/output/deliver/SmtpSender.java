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
 * A connection to the mail server of the council. Jakarta Mail is used only in this class, so that runs without e-mail
 * do not load it.
 */
final class SmtpSender implements AutoCloseable {
    private static final String WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String CONNECT_TIMEOUT_MS = "20000";
    private static final String RESPONSE_TIMEOUT_MS = "60000";

    private final Session session;
    private final Transport transport;
    private final String from;

    private SmtpSender(Session session, Transport transport, String from) {
        this.session = session;
        this.transport = transport;
        this.from = from;
    }

    /**
     * Connects to the server.
     *
     * @throws IOException with the reason reported by the server or the network
     */
    static SmtpSender open(Delivery.Email email, MailPassword password) throws IOException {
        try {
            Properties properties = properties(email);
            // Use the current default trust store; Jakarta Mail would cache the first one.
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
            throw new IOException(describe(e), e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Java has no default TLS context", e);
        }
    }

    /**
     * Sends one message to one address.
     *
     * @return the reason why the server rejected it; empty if it accepted the message
     * @throws IOException if the connection is lost
     */
    Optional<String> send(MailMessage mail, String address, Instant now) throws IOException {
        try {
            MimeMessage message = message(mail, address, now);
            transport.sendMessage(message, message.getAllRecipients());
            return Optional.empty();
        } catch (SendFailedException e) {
            if (transport.isConnected()) {
                return Optional.of(describe(e));
            }
            throw new IOException(describe(e), e);
        } catch (MessagingException e) {
            throw new IOException(describe(e), e);
        }
    }

    @Override
    public void close() {
        try {
            transport.close();
        } catch (MessagingException e) {
            // The server has already accepted or rejected every message, so a failed close has no effect.
        }
    }

    private static Properties properties(Delivery.Email email) {
        Properties properties = new Properties();
        properties.setProperty("mail.from", email.from());
        properties.setProperty("mail.smtp.connectiontimeout", CONNECT_TIMEOUT_MS);
        properties.setProperty("mail.smtp.timeout", RESPONSE_TIMEOUT_MS);
        properties.setProperty("mail.smtp.writetimeout", RESPONSE_TIMEOUT_MS);
        properties.setProperty("mail.smtp.auth", Boolean.toString(email.user().isPresent()));
        properties.setProperty("mail.smtp.quitwait", "false");
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        properties.setProperty("mail.smtp.ssl.enable", Boolean.toString(email.security() == Security.TLS));
        String startTls = Boolean.toString(email.security() == Security.STARTTLS);
        properties.setProperty("mail.smtp.starttls.enable", startTls);
        properties.setProperty("mail.smtp.starttls.required", startTls);
        return properties;
    }

    private MimeMessage message(MailMessage mail, String address, Instant now) throws MessagingException, IOException {
        MimeBodyPart text = new MimeBodyPart();
        text.setText(mail.text(), StandardCharsets.UTF_8.name());
        MimeMultipart parts = new MimeMultipart(text);
        for (Path file : mail.attached()) {
            MimeBodyPart part = new MimeBodyPart();
            part.attachFile(file.toFile(), WORKBOOK, "base64");
            parts.addBodyPart(part);
        }
        MimeMessage message = new MimeMessage(session);
        message.setFrom(new InternetAddress(from, true));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(address, true));
        message.setSubject(mail.subject(), StandardCharsets.UTF_8.name());
        message.setSentDate(Date.from(now));
        // Prevents out-of-office replies.
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setContent(parts);
        message.saveChanges();
        return message;
    }

    /** Returns the messages of the exception and of its root cause on one line. */
    private static String describe(Exception e) {
        Throwable cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        String text = cause == e ? e.getMessage() : "%s (%s)".formatted(e.getMessage(), cause.getMessage());
        return text == null ? e.toString() : text.replaceAll("\\s+", " ").strip();
    }
}
