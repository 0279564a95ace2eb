package marketshaping.output.deliver;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A listener on a loopback port that serves the clients of a test mail server one by one until it is closed. */
final class SmtpListener implements AutoCloseable {
    private final ServerSocket serverSocket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    private final Session session;

    /** The server's side of one session. The client may disconnect at any time. */
    interface Session {
        void serve(Socket client) throws IOException;
    }

    SmtpListener(Session session) throws IOException {
        this.session = session;
        Thread thread = new Thread(this::serve);
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return serverSocket.getLocalPort();
    }

    private void serve() {
        while (!serverSocket.isClosed()) {
            try (Socket client = serverSocket.accept()) {
                session.serve(client);
            } catch (IOException e) {
                // The client disconnected or rejected the certificate, or the test closed the listener.
            }
        }
    }

    static BufferedReader reader(Socket client) throws IOException {
        return new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
    }

    static void reply(Socket client, String line) throws IOException {
        OutputStream out = client.getOutputStream();
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        serverSocket.close();
    }
}
