package marketshaping.analysis.fact;

import static marketshaping.testkit.RowsAssert.assertThatRows;

import java.time.LocalDate;
import java.util.Set;
import marketshaping.app.pipeline.SettingsFile;
import marketshaping.lake.TableSchema;
import marketshaping.model.contract.Brokering;
import marketshaping.model.contract.BrokeringPauses;
import marketshaping.model.contract.Contract;
import marketshaping.testkit.TableText;
import marketshaping.testkit.TestSpark;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

class BrokeringFactTest {

    private final SparkSession spark = TestSpark.session();

    @Test
    void paused_day_on_the_clock_is_deducted_once() {
        register(
                """
                case_id | person_id | setting   | referral_date | sourced_date | status
                C1      | P1        | Home care | 2025-06-02    | 2025-06-12   | Sourced
                C2      | P2        | Home care | 2025-06-02    | 2025-06-12   | Sourced
                C3      | P3        | Home care | 2025-06-02    | 2025-06-12   | Sourced
                C4      | P4        | Home care | 2025-06-02    | 2025-06-02   | Sourced
                C5      | P5        | Home care | 2025-06-02    | 2025-06-12   | Sourced
                C6      | P6        | Home care | 2025-06-02    |              | Open
                """,
                """
                case_id | pause_start | pause_end  | reason
                C1      | 2025-06-03  | 2025-06-06 | Legal
                C1      | 2025-06-05  | 2025-06-08 | Legal
                C1      | 2025-06-05  | 2025-06-07 | Other
                C2      | 2025-06-03  | 2025-06-05 | Legal
                C2      | 2025-06-05  | 2025-06-07 | Legal
                C3      | 2025-05-01  | 2025-06-04 | Legal
                C3      | 2025-06-10  |            |
                C3      | 2025-06-12  | 2025-06-20 | Other
                C4      | 2025-06-02  | 2025-06-05 | Legal
                C5      | 2025-06-05  | 2025-06-05 | Legal
                C6      | 2025-06-05  | 2025-06-08 | Legal
                """);

        assertThatRows(spark.table("brokering"))
                .containsExactlyInAnyOrder(
                        "case_id | gross_days | paused_days | net_days",
                        "C1 | 10 | 5 | 5",
                        "C2 | 10 | 4 | 6",
                        "C3 | 10 | 4 | 6",
                        "C4 | 0 | 0 | 0",
                        "C5 | 10 | 0 | 10",
                        "C6 |  |  | ");
        assertThatRows(spark.table("pause"))
                .containsExactlyInAnyOrder(
                        "case_id | reason | days",
                        "C1 | Legal | 5",
                        "C1 | Other | 2",
                        "C2 | Legal | 4",
                        "C3 | Legal | 2",
                        "C3 | Not recorded | 2");
    }

    @Test
    void days_over_leap_day_and_clock_change_are_calendar_days() {
        register(
                """
                case_id | person_id | setting   | referral_date | sourced_date | status
                Leap    | P1        | Home care | 2024-02-28    | 2024-03-01   | Sourced
                Spring  | P2        | Home care | 2025-03-29    | 2025-04-01   | Sourced
                Autumn  | P3        | Home care | 2025-10-25    | 2025-10-28   | Sourced
                """,
                """
                case_id | pause_start | pause_end
                Leap    | 2024-02-29  | 2024-03-01
                Spring  | 2025-03-29  | 2025-03-31
                Autumn  | 2025-10-25  | 2025-10-27
                """);

        assertThatRows(spark.table("brokering"))
                .containsExactlyInAnyOrder(
                        "case_id | gross_days | paused_days | net_days | working_days",
                        "Leap | 2 | 1 | 1 | 2",
                        "Spring | 3 | 2 | 1 | 2",
                        "Autumn | 3 | 2 | 1 | 2");
        assertThatRows(spark.table("pause"))
                .containsExactlyInAnyOrder("case_id | days", "Leap | 1", "Spring | 2", "Autumn | 2");
    }

    private void register(String cases, String pauses) {
        Views views = new Views(spark, SettingsFile.builtIn(), new AsAt(LocalDate.of(2025, 6, 30)));
        views.register();
        view(Brokering.CONTRACT, cases);
        view(BrokeringPauses.CONTRACT, pauses);
        spark.sql("SELECT 'L' AS placement_id, 'Spot' AS purchase_route WHERE false")
                .createOrReplaceTempView("placement");
        views.registerBrokering(views.brokeringFact(Set.of("brokering_pauses")));
    }

    private void view(Contract contract, String text) {
        TableText.parse(spark, text, TableSchema.of(contract).ddl()).createOrReplaceTempView("in_" + contract.input());
    }
}
