package marketshaping.app.console;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.util.Map;
import java.util.Set;

/**
 * Standard error on a terminal, with a status line. Text is printed as usual, and the status line below it is rewritten
 * in place. The status line is rewritten with spaces and carriage returns only, without colours or control codes.
 */
public final class StatusLine extends PrintStream {
    private static final Set<String> TERMINALS_WITHOUT_REWRITE = Set.of("", "dumb");
    private static final int MAX_CHARACTERS = 79;

    private String shown = "";
    private boolean isLineBegun;

    public StatusLine(OutputStream screen) {
        super(screen, true, Charset.defaultCharset());
    }

    /**
     * Returns true if standard error is a terminal that can rewrite a line. The launcher detects this, because Java has
     * no console for standard error.
     *
     * @param launcherValue "true" if the launcher found a terminal; null without the launcher
     */
    public static boolean isInteractive(String launcherValue, Map<String, String> environment) {
        return "true".equals(launcherValue)
                && !TERMINALS_WITHOUT_REWRITE.contains(environment.getOrDefault("TERM", ""))
                && !"json".equals(environment.get("MARKET_SHAPING_LOGS"));
    }

    /** Replaces the text of the status line. Does nothing if the last text printed did not end its line. */
    synchronized void show(String line) {
        String fits = line.length() > MAX_CHARACTERS ? line.substring(0, MAX_CHARACTERS) : line;
        if (!isLineBegun && !fits.equals(shown)) {
            paint("\r" + fits + " ".repeat(Math.max(0, shown.length() - fits.length())));
            shown = fits;
        }
    }

    /** Removes the status line. */
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
