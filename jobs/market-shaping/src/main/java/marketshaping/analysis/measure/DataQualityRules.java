package marketshaping.analysis.measure;

import java.util.List;
import marketshaping.model.table.Column;

/** Number of quarantined rows that violate each rule, by input and file. */
public final class DataQualityRules {

    public static final Measure MEASURE = new Measure(
            "data_quality_rules",
            Section.QUALITY_AND_DATA,
            "Rule violations by input and file",
            new Definition(
                    "Rows are counted under each rule that they violate. A row that violates several rules is counted"
                            + " under each, so the counts do not add up to the number of rows.",
                    "",
                    "All rows of the extracts are included, whatever their dates.",
                    "",
                    ""),
            List.of(),
            List.of(
                    Column.dimension("input"),
                    Column.dimension("file"),
                    Column.dimension("rule"),
                    Column.countOfThings("rows")),
            """
            SELECT input, file, rule, rows
            FROM ingest_rule
            """);

    private DataQualityRules() {}
}
