package marketshaping.deliver;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A mail server without encryption that takes mail for nobody called "gone", and writes down what it is told. */
final class StubbornServer implements AutoCloseable {
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final Doorway door;

    StubbornServer() throws IOException {
        door = new Doorway(this::serve);
    }

    int port() {
        return door.port();
    }

    List<String> heard() {
        return heard;
    }

    private void serve(Socket caller) throws IOException {
        BufferedReader in = Doorway.hearing(caller);
        Doorway.say(caller, "220 stubborn");
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            heard.add(line);
            if (line.startsWith("RCPT TO:<gone@")) {
                Doorway.say(caller, "550 5.1.1 nobody of that name");
            } else if (line.equals("DATA")) {
                Doorway.say(caller, "354 go on");
                while (!line.equals(".")) {
                    line = in.readLine();
                }
                Doorway.say(caller, "250 taken");
            } else {
                Doorway.say(caller, "250 stubborn");
            }
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
