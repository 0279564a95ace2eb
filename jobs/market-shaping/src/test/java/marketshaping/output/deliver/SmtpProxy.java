package marketshaping.output.deliver;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Where a mail server of a test takes its callers, one after the other, until it is closed. */
final class SmtpProxy implements AutoCloseable {
    private final ServerSocket door = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    private final Conversation conversation;

    /** What is said to a caller, who may hang up at any time. */
    interface Conversation {
        void with(Socket caller) throws IOException;
    }

    SmtpProxy(Conversation conversation) throws IOException {
        this.conversation = conversation;
        Thread thread = new Thread(this::serve);
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return door.getLocalPort();
    }

    private void serve() {
        while (!door.isClosed()) {
            try (Socket caller = door.accept()) {
                conversation.with(caller);
            } catch (IOException e) {
                // The caller hung up, did not trust us, or the test is over.
            }
        }
    }

    static BufferedReader hearing(Socket caller) throws IOException {
        return new BufferedReader(new InputStreamReader(caller.getInputStream(), StandardCharsets.US_ASCII));
    }

    static void say(Socket caller, String line) throws IOException {
        OutputStream out = caller.getOutputStream();
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
