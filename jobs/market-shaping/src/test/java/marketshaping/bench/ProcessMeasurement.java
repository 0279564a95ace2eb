package marketshaping.bench;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What was measured of one process.
 *
 * @param seconds from its start to its end
 * @param processorSeconds of all its threads together
 * @param megabytes the most memory that it held at a time; 0 where the system does not tell
 * @param said what it printed and logged
 */
record ProcessMeasurement(double seconds, double processorSeconds, double megabytes, String said) {
    /** As the product's log and our own contenders write it: a name, a colon, seconds. */
    private static final Pattern STAGE = Pattern.compile("(?m)(?:^|] )([a-z ]+): ([0-9.]+) s$");

    /** What took how many seconds, in the order in which it was said. */
    Map<String, Double> stages() {
        Map<String, Double> stages = new LinkedHashMap<>();
        STAGE.matcher(said)
                .results()
                .forEach(found -> stages.merge(found.group(1), Double.valueOf(found.group(2)), Double::sum));
        return stages;
    }
}
