package marketshaping.analysis.measure;

import java.util.List;
import marketshaping.model.table.Column;

/** Numbers of rows read, accepted, quarantined and not records, by input and file. */
public final class DataQuality {

    public static final Measure MEASURE = new Measure(
            "data_quality",
            Section.QUALITY_AND_DATA,
            "Rows of the extracts: read, accepted, quarantined and not records",
            new Definition(
                    "Each row of the files used for these figures is counted once: rows read = accepted + quarantined"
                            + " + not records. Rows that are not records are blank rows, repeated headers, totals and"
                            + " identical repeats.",
                    "",
                    "All rows of the extracts are included, whatever their dates.",
                    "",
                    "Quarantined rows are left out of all other tables, except data_quality_rules, which counts the"
                            + " rules they violate."),
            List.of(),
            List.of(
                    Column.dimension("input"),
                    Column.dimension("file"),
                    Column.countOfThings("rows_read"),
                    Column.countOfThings("rows_accepted"),
                    Column.countOfThings("rows_quarantined"),
                    Column.countOfThings("rows_not_records")),
            """
            SELECT
              coalesce(input, 'All') AS input,
              coalesce(file, 'All') AS file,
              sum(rows_read) AS rows_read,
              sum(rows_accepted) AS rows_accepted,
              sum(rows_quarantined) AS rows_quarantined,
              sum(rows_not_records) AS rows_not_records
            FROM ingest_file
            GROUP BY ROLLUP (ingest_file.input, ingest_file.file)
            """);

    private DataQuality() {}
}
