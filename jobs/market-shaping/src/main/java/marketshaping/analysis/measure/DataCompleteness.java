package marketshaping.analysis.measure;

import java.util.List;
import marketshaping.model.table.Column;

/** Share of accepted rows that have a value, by input and field. */
public final class DataCompleteness {

    public static final Measure MEASURE = new Measure(
            "data_completeness",
            Section.QUALITY_AND_DATA,
            "Completeness of the fields that these figures depend on",
            new Definition(
                    "The table counts the accepted rows in which the field is filled in.",
                    "The percentage covers all accepted rows of the input.",
                    "All rows of the extracts are included, whatever their dates.",
                    "Quarantined rows are not counted.",
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
