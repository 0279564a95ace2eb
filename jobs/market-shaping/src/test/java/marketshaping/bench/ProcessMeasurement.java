package marketshaping.bench;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The measurements of one process.
 *
 * @param seconds the elapsed time
 * @param processorSeconds the processor time of all its threads
 * @param megabytes the peak memory; 0 if the system does not report it
 * @param output its printed and logged output
 */
record ProcessMeasurement(double seconds, double processorSeconds, double megabytes, String output) {
    /** The format used in the product's log and by our own contenders: a name, a colon, seconds. */
    private static final Pattern STAGE = Pattern.compile("(?m)(?:^|] )([a-z ]+): ([0-9.]+) s$");

    /** Returns the seconds by stage, in the order of the output. */
    Map<String, Double> stages() {
        Map<String, Double> stages = new LinkedHashMap<>();
        STAGE.matcher(output)
                .results()
                .forEach(found -> stages.merge(found.group(1), Double.valueOf(found.group(2)), Double::sum));
        return stages;
    }
}
