package marketshaping.output.deliver;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A mail server without encryption. It rejects recipients named "gone" and records the commands it receives. */
final class FailingSmtpServer implements AutoCloseable {
    private final List<String> commands = new CopyOnWriteArrayList<>();
    private final SmtpListener listener;

    FailingSmtpServer() throws IOException {
        listener = new SmtpListener(this::serve);
    }

    int port() {
        return listener.port();
    }

    List<String> commands() {
        return commands;
    }

    private void serve(Socket client) throws IOException {
        BufferedReader in = SmtpListener.reader(client);
        SmtpListener.reply(client, "220 ready");
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            commands.add(line);
            if (line.startsWith("RCPT TO:<gone@")) {
                SmtpListener.reply(client, "550 5.1.1 no such user");
            } else if (line.equals("DATA")) {
                SmtpListener.reply(client, "354 send the message");
                while (!line.equals(".")) {
                    line = in.readLine();
                }
                SmtpListener.reply(client, "250 accepted");
            } else {
                SmtpListener.reply(client, "250 OK");
            }
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
