package marketshaping.output.deliver;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A mail server without encryption that takes mail for nobody called "gone", and writes down what it is told. */
final class FailingSmtpServer implements AutoCloseable {
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final SmtpProxy door;

    FailingSmtpServer() throws IOException {
        door = new SmtpProxy(this::serve);
    }

    int port() {
        return door.port();
    }

    List<String> heard() {
        return heard;
    }

    private void serve(Socket caller) throws IOException {
        BufferedReader in = SmtpProxy.hearing(caller);
        SmtpProxy.say(caller, "220 stubborn");
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            heard.add(line);
            if (line.startsWith("RCPT TO:<gone@")) {
                SmtpProxy.say(caller, "550 5.1.1 nobody of that name");
            } else if (line.equals("DATA")) {
                SmtpProxy.say(caller, "354 go on");
                while (!line.equals(".")) {
                    line = in.readLine();
                }
                SmtpProxy.say(caller, "250 taken");
            } else {
                SmtpProxy.say(caller, "250 stubborn");
            }
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
