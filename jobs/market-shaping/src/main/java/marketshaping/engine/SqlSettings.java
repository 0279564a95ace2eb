package marketshaping.engine;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.spark.sql.SparkSession;

/** Temporary changes to the SQL settings of a session. Not thread-safe. */
public final class SqlSettings {
    private SqlSettings() {}

    /** Runs work with these settings, and restores the previous ones afterwards. */
    public static <T> T during(SparkSession spark, Map<String, String> settings, Supplier<T> work) {
        Map<String, String> before = new HashMap<>();
        settings.forEach((name, value) -> {
            before.put(name, spark.conf().getOption(name).getOrElse(() -> ""));
            spark.conf().set(name, value);
        });
        try {
            return work.get();
        } finally {
            before.forEach((name, value) -> {
                if (value.isEmpty()) {
                    spark.conf().unset(name);
                } else {
                    spark.conf().set(name, value);
                }
            });
        }
    }
}
