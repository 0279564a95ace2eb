package marketshaping.analysis.measure;

import java.util.List;
import marketshaping.model.table.Column;

/** Why rows were set aside: how many broke each rule, by input and file. */
public final class DataQualityRules {

    public static final Measure MEASURE = new Measure(
            "data_quality_rules",
            Section.QUALITY_AND_DATA,
            "Rules that rows broke",
            new Definition(
                    "Rows by the rule they broke; a row that broke several is counted under each, so that the rules do"
                            + " not add up to the rows.",
                    "",
                    "The extracts that were read, whatever dates they hold.",
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
