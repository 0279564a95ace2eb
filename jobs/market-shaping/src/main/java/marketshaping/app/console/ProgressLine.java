package marketshaping.app.console;

import java.util.Locale;
import java.util.Timer;
import java.util.TimerTask;
import java.util.function.LongSupplier;
import marketshaping.engine.StageTimer;

/** Says on a terminal which stage runs, for how long, and how many rows were read for it; every half second anew. */
public final class ProgressLine implements StageTimer.Watcher {
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

    /** Of whoever watches standard error; nobody, where it is a file or a pipe. */
    public static StageTimer.Watcher ofStandardError() {
        return System.err instanceof StatusLine terminal
                ? new ProgressLine(terminal, System::nanoTime)
                : StageTimer.Watcher.NOBODY;
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

    /** Also what the timer calls, which may come late. */
    synchronized void show() {
        if (!stage.isEmpty()) {
            long seconds = (nanoseconds.getAsLong() - since) / NANOSECONDS;
            String read = rows == 0 ? "" : String.format(Locale.UK, "%,d rows, ", rows);
            terminal.show("%s ... %s%d s".formatted(stage, read, seconds));
        }
    }
}
