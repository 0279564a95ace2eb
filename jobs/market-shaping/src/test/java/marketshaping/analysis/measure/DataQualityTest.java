package marketshaping.analysis.measure;

import static marketshaping.testkit.RowsAssert.assertThatRows;

import org.junit.jupiter.api.Test;

class DataQualityTest {

    private static final String FILES =
            "input STRING, file STRING, rows_read BIGINT, rows_accepted BIGINT, rows_quarantined BIGINT,"
                    + " rows_not_records BIGINT";
    private static final String RULES = "input STRING, file STRING, rule STRING, rows BIGINT";
    private static final String FIELDS = "input STRING, field STRING, rows BIGINT, filled BIGINT";

    @Test
    void row_counts_add_up_per_input_and_over_all_inputs() {
        var rows = FactFixture.asAt("2025-06-30")
                .with(
                        "ingest_file",
                        FILES,
                        """
                        input      | file    | rows_read | rows_accepted | rows_quarantined | rows_not_records
                        placements | a.csv   | 10        | 7             | 2                | 1
                        placements | b.csv   | 5         | 5             | 0                | 0
                        contracts  | c.xlsx  | 3         | 3             | 0                | 0
                        """)
                .measure(DataQuality.MEASURE);

        assertThatRows(rows)
                .containsExactlyInAnyOrder(
                        "input | file | rows_read | rows_accepted | rows_quarantined | rows_not_records",
                        "All | All | 18 | 15 | 2 | 1",
                        "placements | All | 15 | 12 | 2 | 1",
                        "placements | a.csv | 10 | 7 | 2 | 1",
                        "placements | b.csv | 5 | 5 | 0 | 0",
                        "contracts | All | 3 | 3 | 0 | 0",
                        "contracts | c.xlsx | 3 | 3 | 0 | 0");
    }

    @Test
    void rule_violations_are_listed_with_row_counts() {
        var rows = FactFixture.asAt("2025-06-30")
                .with(
                        "ingest_rule",
                        RULES,
                        """
                        input      | file  | rule                  | rows
                        placements | a.csv | end before start      | 2
                        placements | a.csv | setting is not known  | 1
                        """)
                .measure(DataQualityRules.MEASURE);

        assertThatRows(rows)
                .containsExactlyInAnyOrder(
                        "input | file | rule | rows",
                        "placements | a.csv | end before start | 2",
                        "placements | a.csv | setting is not known | 1");
    }

    @Test
    void field_completeness_is_a_percentage_of_rows() {
        var rows = FactFixture.asAt("2025-06-30")
                .with(
                        "field_completeness",
                        FIELDS,
                        """
                        input      | field             | rows | filled
                        placements | delivery_postcode | 8    | 6
                        brokering  | source            | 0    | 0
                        """)
                .measure(DataCompleteness.MEASURE);

        assertThatRows(rows)
                .containsExactlyInAnyOrder(
                        "input | field | rows | filled | filled_percent",
                        "placements | delivery_postcode | 8 | 6 | 75",
                        "brokering | source | 0 | 0 | ");
    }
}
