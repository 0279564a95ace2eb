package marketshaping.analysis.measure;

import java.util.List;
import marketshaping.model.table.Column;

/** How far the fields that the measures lean on are filled in. */
public final class DataCompleteness {

    public static final Measure MEASURE = new Measure(
            "data_completeness",
            Section.QUALITY_AND_DATA,
            "Completeness of the fields that these figures lean on",
            new Definition(
                    "Accepted rows in which the field is filled in.",
                    "Accepted rows of the input.",
                    "The extracts that were read, whatever dates they hold.",
                    "Quarantined rows.",
                    ""),
            List.of(),
            List.of(
                    Column.dimension("input"),
                    Column.dimension("field"),
                    Column.countOfThings("rows"),
                    Column.countOfThings("filled"),
                    Column.percent("filled_percent", "filled", "rows")),
            """
            SELECT input, field, rows, filled,
              100 * filled / nullif(rows, 0) AS filled_percent
            FROM field_completeness
            """);

    private DataCompleteness() {}
}
