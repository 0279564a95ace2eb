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
 * A mail server that begins in the open and goes on encrypted when it is asked to, as on port 587. It takes one user's
 * mail, and writes down what it is told before and after.
 */
final class StarttlsServer implements AutoCloseable {
    private final List<String> inTheOpen = new CopyOnWriteArrayList<>();
    private final List<String> encrypted = new CopyOnWriteArrayList<>();
    private final SSLContext keys;
    private final String user;
    private final SmtpProxy door;

    StarttlsServer(SSLContext keys, String user, String password) throws IOException {
        this.keys = keys;
        this.user = "\0" + user + "\0" + password;
        this.door = new SmtpProxy(this::serve);
    }

    int port() {
        return door.port();
    }

    List<String> inTheOpen() {
        return inTheOpen;
    }

    List<String> encrypted() {
        return encrypted;
    }

    private void serve(Socket caller) throws IOException {
        SmtpProxy.say(caller, "220 in the open");
        if (hear(caller, inTheOpen, "250-in the open\r\n250 STARTTLS")) {
            try (SSLSocket shielded =
                    (SSLSocket) keys.getSocketFactory().createSocket(caller, null, caller.getPort(), false)) {
                shielded.setUseClientMode(false);
                hear(shielded, encrypted, "250-encrypted\r\n250 AUTH PLAIN");
            }
        }
    }

    /** Whether the caller asked for encryption. */
    private boolean hear(Socket caller, List<String> heard, String greeting) throws IOException {
        BufferedReader in = SmtpProxy.hearing(caller);
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            heard.add(line);
            if (line.equals("STARTTLS")) {
                SmtpProxy.say(caller, "220 go on");
                return true;
            } else if (line.startsWith("EHLO")) {
                SmtpProxy.say(caller, greeting);
            } else if (line.startsWith("AUTH")) {
                SmtpProxy.say(caller, isUser(line) ? "235 come in" : "535 not so");
            } else if (line.equals("DATA")) {
                SmtpProxy.say(caller, "354 go on");
                while (!line.equals(".")) {
                    line = in.readLine();
                    heard.add(line);
                }
                SmtpProxy.say(caller, "250 taken");
            } else {
                SmtpProxy.say(caller, "250 yes");
            }
        }
        return false;
    }

    /** Whom the user acts for may stand before the name. */
    private boolean isUser(String line) {
        byte[] said = Base64.getDecoder().decode(line.substring(line.lastIndexOf(' ') + 1));
        return new String(said, StandardCharsets.US_ASCII).endsWith(user);
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
