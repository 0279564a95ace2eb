package marketshaping.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The properties of the machine and of Java that figures depend on, without the machine's identity. */
final class MachineDescription {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);
    private static final double GIGABYTE = 1L << 30;

    private MachineDescription() {}

    static String inWords() {
        double memory =
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize() / GIGABYTE;
        return String.format(
                Locale.ROOT,
                "%s. %d cores (%s), %.0f GB of memory, %s, Java %s.",
                LocalDate.now(ZoneOffset.UTC).format(DAY),
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("os.arch"),
                memory,
                System.getProperty("os.name"),
                Runtime.version());
    }
}
