package marketshaping.analysis.measure;

import static marketshaping.testkit.RowsAssert.assertThatRows;

import java.util.List;
import java.util.stream.Stream;
import marketshaping.model.table.Column;
import org.junit.jupiter.api.Test;

class ActionListCountsTest {
    private static final String NO_CASES = "case_id";

    @Test
    void out_of_borough_person_unseen_for_12_months_is_listed() {
        var rows = FactFixture.placements(
                        """
                        placement_id | person | setting    | tier           | last_seen
                        L1           | P1     | Extra care | Outside region | 2024-06-30
                        L2           | P2     | Extra care | Outside region |
                        L3           | P3     | Extra care | Outside region | 2024-07-01
                        L4           | P4     | Extra care | In borough     |
                        L5           | P5     | Home care  | Outside region |
                        L6           | P6     | Extra care | Not located    |
                        """)
                .withCases(NO_CASES)
                .measure(ActionListCounts.MEASURE);

        assertThatRows(rows)
                .containsExactlyInAnyOrder(
                        "reason | setting | people | placements | weekly_cost",
                        "All | All | 2 | 2 | 1400",
                        "All | Extra care | 2 | 2 | 1400",
                        "Out of borough and unseen for 12 months | All | 2 | 2 | 1400",
                        "Out of borough and unseen for 12 months | Extra care | 2 | 2 | 1400");
    }

    @Test
    void nobody_is_listed_as_unseen_without_visits_input() {
        var rows = FactFixture.placements(
                        """
                        person | tier           | last_seen
                        P1     | Outside region |
                        """)
                .withCases(NO_CASES)
                .without("visits")
                .measure(ActionListCounts.MEASURE);

        assertThatRows(rows).hasNoRows();
    }

    @Test
    void placement_counts_under_each_reason_and_once_in_all() {
        var rows = FactFixture.placements(
                        """
                        placement_id | person | setting        | rating     | registered_to | contract_end | weekly_cost
                        L1           | P1     | Home care      | Inadequate |               | 2025-06-29   | 100
                        L2           | P1     | Direct payment | Inadequate | 2025-06-29    | 2025-06-30   | 20
                        L3           | P2     | Home care      | Good       | 2025-06-30    | 2025-06-29   |
                        L4           | P3     | Home care      | Good       |               |              | 1
                        """)
                .withCases(NO_CASES)
                .measure(ActionListCounts.MEASURE);

        assertThatRows(rows.where("setting = 'All'"))
                .containsExactlyInAnyOrder(
                        "reason | people | placements | weekly_cost",
                        "All | 2 | 3 | 120",
                        "Rated Inadequate | 1 | 1 | 100",
                        "No longer registered | 1 | 1 | 20",
                        "Contract expired | 2 | 2 | 100");
        assertThatRows(rows.where("reason = 'All'"))
                .containsExactlyInAnyOrder(
                        "setting | people | placements | weekly_cost",
                        "All | 2 | 3 | 120",
                        "Home care | 2 | 2 | 100",
                        "Direct payment | 1 | 1 | 20");
    }

    @Test
    void open_case_past_target_is_listed_with_placements() {
        var rows = FactFixture.placements(
                        """
                        placement_id | person | setting   | contract_end
                        L1           | P1     | Home care | 2020-01-01
                        """)
                .withCases(
                        """
                        case_id | person | setting     | clock_start | ended_on
                        C1      | P1     | Home care   | 2025-06-27  |
                        C2      | P1     | Home care   | 2025-06-28  |
                        C3      | P2     | Home care   | 2025-06-01  | 2025-07-01
                        C4      | P3     | Home care   | 2025-06-01  | 2025-06-30
                        C5      | P4     | Day support | 2025-01-01  |
                        C6      | P5     | Home care   | 2025-07-01  |
                        """)
                .measure(ActionListCounts.MEASURE)
                .where("setting = 'All'");

        assertThatRows(rows)
                .containsExactlyInAnyOrder(
                        "reason | people | placements | weekly_cost",
                        "All | 2 | 3 | 700",
                        "Contract expired | 1 | 1 | 700",
                        "Open in brokering past target | 2 | 2 | ");
    }

    @Test
    void ended_placement_is_not_listed() {
        var rows = FactFixture.placements(
                        """
                        person | contract_end | end_date
                        P1     | 2020-01-01   | 2025-06-29
                        """)
                .withCases(NO_CASES)
                .measure(ActionListCounts.MEASURE);

        assertThatRows(rows).hasNoRows();
    }

    @Test
    void listed_placements_and_cases_have_details_to_act_on() {
        var rows = FactFixture.placements(
                        """
                        placement_id | person | setting    | tier         | provider_id | last_seen  | contract_end
                        L1           | P1     | Extra care | Rest of region | V1          | 2024-01-01 | 2025-01-01
                        """)
                .withCases(
                        """
                        case_id | person | setting   | clock_start
                        C1      | P2     | Home care | 2025-06-20
                        """)
                .measure(actionListLines());

        assertThatRows(rows)
                .containsExactlyInAnyOrder(
                        String.join(
                                " | ",
                                actionListLines().columns().stream()
                                        .map(Column::name)
                                        .toList()),
                        "Out of borough and unseen for 12 months | Extra care | Learning disability | P1 | L1 |  |"
                                + " Name of V1 | Name of E09000003 | Rest of region | 700 | 2020-01-01 | 2024-01-01 |"
                                + " 2025-01-01 |  | ",
                        "Contract expired | Extra care | Learning disability | P1 | L1 |  | Name of V1"
                                + " | Name of E09000003 | Rest of region | 700 | 2020-01-01 | 2024-01-01 | 2025-01-01"
                                + " |  | ",
                        "Open in brokering past target | Home care | Learning disability | P2 |  | C1 |  |  |  | "
                                + " | 2025-06-20 |  |  | 10 | 2");
    }

    private static Measure actionListLines() {
        List<Column> columns = Stream.of(
                        "reason",
                        "setting",
                        "need_group",
                        "person",
                        "placement_id",
                        "case_id",
                        "provider_name",
                        "host_name",
                        "tier",
                        "weekly_cost",
                        "start_date",
                        "last_seen",
                        "contract_end",
                        "days_open",
                        "target_days")
                .map(Column::text)
                .toList();
        Measure summary = ActionListCounts.MEASURE;
        return new Measure(
                "action_list_lines",
                summary.section(),
                summary.title(),
                summary.definition(),
                List.of(),
                columns,
                ActionListLines.QUERY);
    }
}
