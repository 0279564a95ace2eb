package marketshaping.output.deliver;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/**
 * A mail server that switches to encryption on the command STARTTLS, as on port 587. It accepts mail from one user and
 * records the lines it receives before and after the switch.
 */
final class StarttlsServer implements AutoCloseable {
    private final List<String> unencrypted = new CopyOnWriteArrayList<>();
    private final List<String> encrypted = new CopyOnWriteArrayList<>();
    private final SSLContext keys;
    private final String user;
    private final SmtpListener listener;

    StarttlsServer(SSLContext keys, String user, String password) throws IOException {
        this.keys = keys;
        this.user = "\0" + user + "\0" + password;
        this.listener = new SmtpListener(this::serve);
    }

    int port() {
        return listener.port();
    }

    List<String> unencrypted() {
        return unencrypted;
    }

    List<String> encrypted() {
        return encrypted;
    }

    private void serve(Socket client) throws IOException {
        SmtpListener.reply(client, "220 unencrypted");
        if (converse(client, unencrypted, "250-unencrypted\r\n250 STARTTLS")) {
            try (SSLSocket secured =
                    (SSLSocket) keys.getSocketFactory().createSocket(client, null, client.getPort(), false)) {
                secured.setUseClientMode(false);
                converse(secured, encrypted, "250-encrypted\r\n250 AUTH PLAIN");
            }
        }
    }

    /** Returns true if the client requested encryption. */
    private boolean converse(Socket client, List<String> received, String greeting) throws IOException {
        BufferedReader in = SmtpListener.reader(client);
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            received.add(line);
            if (line.equals("STARTTLS")) {
                SmtpListener.reply(client, "220 start TLS");
                return true;
            } else if (line.startsWith("EHLO")) {
                SmtpListener.reply(client, greeting);
            } else if (line.startsWith("AUTH")) {
                SmtpListener.reply(client, isUser(line) ? "235 authenticated" : "535 wrong password");
            } else if (line.equals("DATA")) {
                SmtpListener.reply(client, "354 send the message");
                while (!line.equals(".")) {
                    line = in.readLine();
                    received.add(line);
                }
                SmtpListener.reply(client, "250 accepted");
            } else {
                SmtpListener.reply(client, "250 OK");
            }
        }
        return false;
    }

    /** The credentials may start with the name of another user, for whom this user acts. */
    private boolean isUser(String line) {
        byte[] credentials = Base64.getDecoder().decode(line.substring(line.lastIndexOf(' ') + 1));
        return new String(credentials, StandardCharsets.US_ASCII).endsWith(user);
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
