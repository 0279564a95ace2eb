package marketshaping.app.console;

import java.util.Locale;
import java.util.Timer;
import java.util.TimerTask;
import java.util.function.LongSupplier;
import marketshaping.engine.StageTimer;

/**
 * Shows the current stage on a terminal, with its duration and the number of rows read. Updates the line every half
 * second.
 */
public final class ProgressLine implements StageTimer.ProgressListener {
    private static final long MILLISECONDS = 500;
    private static final long NANOSECONDS = 1_000_000_000;

    private final StatusLine terminal;
    private final LongSupplier nanoseconds;
    private String stage = "";
    private long since;
    private long rows;
    private Timer timer = new Timer(true);

    ProgressLine(StatusLine terminal, LongSupplier nanoseconds) {
        this.terminal = terminal;
        this.nanoseconds = nanoseconds;
    }

    /** Returns a progress line on standard error. It shows nothing if standard error is a file or a pipe. */
    public static StageTimer.ProgressListener ofStandardError() {
        return System.err instanceof StatusLine terminal
                ? new ProgressLine(terminal, System::nanoTime)
                : StageTimer.ProgressListener.NONE;
    }

    @Override
    public synchronized void started(String name) {
        stage = name;
        since = nanoseconds.getAsLong();
        rows = 0;
        show();
        timer.cancel();
        timer = new Timer("progress", true);
        timer.schedule(
                new TimerTask() {
                    @Override
                    public void run() {
                        show();
                    }
                },
                MILLISECONDS,
                MILLISECONDS);
    }

    @Override
    public synchronized void read(long more) {
        rows += more;
    }

    @Override
    public synchronized void ended() {
        timer.cancel();
        stage = "";
        terminal.clear();
    }

    /**
     * Shows the current stage, or nothing if no stage is running. The timer may call this method after a stage has
     * ended.
     */
    synchronized void show() {
        if (!stage.isEmpty()) {
            long seconds = (nanoseconds.getAsLong() - since) / NANOSECONDS;
            String read = rows == 0 ? "" : String.format(Locale.UK, "%,d rows, ", rows);
            terminal.show("%s ... %s%d s".formatted(stage, read, seconds));
        }
    }
}
