package marketshaping.app.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import marketshaping.engine.StageTimer;
import org.junit.jupiter.api.Test;

/** Tests the line that a run rewrites as it works, as a terminal shows it. */
class ProgressLineTest {
    private final ByteArrayOutputStream screen = new ByteArrayOutputStream();
    private final StatusLine terminal = new StatusLine(screen);
    private final AtomicLong seconds = new AtomicLong();
    private final ProgressLine progress = new ProgressLine(terminal, () -> seconds.get() * 1_000_000_000);

    @Test
    void progress_line_shows_stage_rows_and_seconds() {
        progress.started("read");
        assertThat(lines()).containsExactly("read ... 0 s");
        progress.read(1_200_000);
        progress.read(34);
        seconds.set(12);
        progress.show();
        assertThat(lines()).containsExactly("read ... 1,200,034 rows, 12 s");
        progress.ended();
        assertThat(lines()).containsExactly("");
        progress.show();
        assertThat(lines()).containsExactly("");

        progress.started("facts");
        seconds.set(15);
        progress.show();
        assertThat(lines()).containsExactly("facts ... 3 s");
    }

    @Test
    void progress_line_stays_below_other_output() {
        progress.started("a stage with a long name");
        terminal.println("06:00:00 WARN");
        assertThat(lines()).containsExactly("06:00:00 WARN", "");
        seconds.set(1);
        progress.show();
        assertThat(lines()).containsExactly("06:00:00 WARN", "a stage with a long name ... 1 s");
        terminal.print("half a ");
        seconds.set(2);
        progress.show();
        terminal.println("line");
        assertThat(lines()).containsExactly("06:00:00 WARN", "half a line", "");
    }

    @Test
    void failed_stage_clears_the_progress_line() {
        StageTimer stages = new StageTimer(seconds::get, progress);
        assertThatThrownBy(() -> stages.time("store", () -> {
                    throw new IllegalStateException();
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(lines()).containsExactly("");
    }

    @Test
    void progress_line_is_shown_in_terminals_only() {
        Map<String, String> usual = Map.of("TERM", "xterm");
        assertThat(StatusLine.isInteractive("true", usual)).isTrue();
        assertThat(StatusLine.isInteractive(null, usual)).isFalse();
        assertThat(StatusLine.isInteractive("true", Map.of("TERM", "dumb"))).isFalse();
        assertThat(StatusLine.isInteractive("true", Map.of())).isFalse();
        assertThat(StatusLine.isInteractive("true", Map.of("TERM", "xterm", "MARKET_SHAPING_LOGS", "json")))
                .isFalse();
        assertThat(ProgressLine.ofStandardError()).isSameAs(StageTimer.ProgressListener.NONE);
    }

    /** Returns the lines that a terminal shows; a carriage return moves back to the start of the line. */
    private List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (String printed : screen.toString(StandardCharsets.UTF_8).split("\n", -1)) {
            StringBuilder line = new StringBuilder();
            for (String part : printed.split("\r", -1)) {
                line.replace(0, Math.min(part.length(), line.length()), part);
            }
            lines.add(line.toString().stripTrailing());
        }
        return lines;
    }
}
