package marketshaping.app.console;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.util.Map;
import java.util.Set;

/**
 * Standard error where a person watches it: what is printed stands there as ever, and below it one line that is
 * rewritten. It is made of blanks and carriage returns alone, without colours or codes.
 */
public final class StatusLine extends PrintStream {
    private static final Set<String> CAN_NOT_GO_BACK = Set.of("", "dumb");
    private static final int MOST_CHARACTERS = 79;

    private String shown = "";
    private boolean isLineBegun;

    public StatusLine(OutputStream screen) {
        super(screen, true, Charset.defaultCharset());
    }

    /**
     * Whether to rewrite a line. Java can't tell whether standard error is a terminal: its console is about standard
     * input and output. The launcher can, and says so.
     *
     * @param told what the launcher said; null where there was none
     */
    public static boolean isWatched(String told, Map<String, String> environment) {
        return "true".equals(told)
                && !CAN_NOT_GO_BACK.contains(environment.getOrDefault("TERM", ""))
                && !"json".equals(environment.get("MARKET_SHAPING_LOGS"));
    }

    /** Shows a line in place of the one before; nothing where other text has not ended its line. */
    synchronized void show(String line) {
        String fits = line.length() > MOST_CHARACTERS ? line.substring(0, MOST_CHARACTERS) : line;
        if (!isLineBegun && !fits.equals(shown)) {
            paint("\r" + fits + " ".repeat(Math.max(0, shown.length() - fits.length())));
            shown = fits;
        }
    }

    /** Takes the line away. */
    synchronized void clear() {
        if (!shown.isEmpty()) {
            paint("\r" + " ".repeat(shown.length()) + "\r");
            shown = "";
        }
    }

    @Override
    public synchronized void write(int b) {
        clear();
        super.write(b);
        isLineBegun = b != '\n';
    }

    @Override
    public synchronized void write(byte[] bytes, int from, int length) {
        if (length > 0) {
            clear();
            super.write(bytes, from, length);
            isLineBegun = bytes[from + length - 1] != '\n';
        }
    }

    private void paint(String text) {
        byte[] bytes = text.getBytes(Charset.defaultCharset());
        super.write(bytes, 0, bytes.length);
    }
}
