package marketshaping.analysis.measure;

import static marketshaping.testkit.RowsAssert.assertThatRows;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OobTrendTest {

    @Test
    void active_placements_are_counted_at_each_month_end() {
        var rows = FactFixture.placements(
                        """
                        person | setting      | tier           | start_date | end_date
                        P1     | Nursing care | Outside region | 2025-03-31 | 2025-04-30
                        P1     | Nursing care | In borough     | 2025-04-30 | 2025-05-30
                        P2     | Extra care   | Not located    | 2025-04-01 | 2025-04-30
                        P3     | Home care    | In borough     | 2025-03-01 |
                        """)
                .measure(OobTrend.MEASURE);

        assertThatRows(rows)
                .containsExactlyInAnyOrder(
                        "month | setting | people | placements | people_out_of_borough | out_of_borough_percent",
                        "2025-03 | All | 1 | 1 | 1 | 100",
                        "2025-03 | Nursing care | 1 | 1 | 1 | 100",
                        "2025-04 | All | 2 | 3 | 1 | 50",
                        "2025-04 | Nursing care | 1 | 2 | 1 | 50",
                        "2025-04 | Extra care | 1 | 1 | 0 | ");
    }

    @Test
    void trend_covers_the_last_24_completed_months() {
        var rows = FactFixture.asAt("2025-06-29")
                .withPlacements(
                        """
                        person
                        P1
                        """)
                .measure(OobTrend.MEASURE)
                .where("setting = 'All'")
                .orderBy("month")
                .collectAsList();

        assertThat(rows).hasSize(24);
        assertThat(rows.get(0).getString(0)).isEqualTo("2023-06");
        assertThat(rows.get(23).getString(0)).isEqualTo("2025-05");
    }
}
