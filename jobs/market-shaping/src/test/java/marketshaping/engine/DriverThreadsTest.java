package marketshaping.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class DriverThreadsTest {

    @Test
    void results_have_the_order_of_the_items() {
        assertThat(DriverThreads.map(List.of(3, 1, 2), item -> item * 10)).containsExactly(30, 10, 20);
    }

    @Test
    void failure_waits_for_other_started_work() {
        CountDownLatch begun = new CountDownLatch(1);
        AtomicBoolean hasEnded = new AtomicBoolean();

        assertThatThrownBy(() -> DriverThreads.forEach(List.of("fails", "works"), item -> {
                    if (item.equals("works")) {
                        begun.countDown();
                        work();
                        hasEnded.set(true);
                    } else {
                        await(begun);
                        throw new IllegalArgumentException(item);
                    }
                }))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("fails");

        assertThat(hasEnded).isTrue();
    }

    /** Works for half a second and ignores interruption, like reading a file. */
    private static void work() {
        long started = System.nanoTime();
        while (System.nanoTime() - started < TimeUnit.MILLISECONDS.toNanos(500)) {
            Thread.onSpinWait();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
