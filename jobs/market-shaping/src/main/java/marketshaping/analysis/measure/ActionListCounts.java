package marketshaping.analysis.measure;

import java.util.List;
import marketshaping.model.table.Column;

/** Numbers of people, placements and cases on the action list, with their weekly cost, by reason and setting. */
public final class ActionListCounts {

    public static final Measure MEASURE = new Measure(
                    "watch_list",
                    Section.QUALITY_AND_DATA,
                    "Placements and cases that need attention",
                    new Definition(
                            "The action list contains placements in accommodation with care outside the borough if"
                                    + " the person has had no visit or review in the last 12 months. It also contains"
                                    + " placements of any kind if their location is rated Inadequate or is no longer"
                                    + " registered, or if their contract has expired. Brokering cases are on the list"
                                    + " if they are open past the target of their setting. In the placements column,"
                                    + " each case counts as one.",
                            "",
                            "Placements are active, and cases are open, on the as-at date.",
                            "",
                            "A placement, case or person with two reasons is counted in both rows, but only once"
                                    + " under All. Cases have no cost. If the council supplies no visits, no placement"
                                    + " is listed for the lack of a visit."),
                    List.of(),
                    List.of(
                            Column.dimension("reason"),
                            Column.dimension("setting"),
                            Column.count("people"),
                            Column.count("placements"),
                            Column.money("weekly_cost", "£ a week", "people")),
                    """
                    WITH listed AS (
                    {lines}
                    ),
                    -- The rows under All contain each placement and case once.
                    once AS (
                      SELECT reason, setting, person, any_value(weekly_cost) AS weekly_cost
                      FROM listed
                      GROUP BY setting, person, placement_id, case_id, ROLLUP (reason)
                    ),
                    individual AS (
                      SELECT reason, setting, person,
                        count(*) AS placements,
                        sum(weekly_cost) AS weekly_cost
                      FROM once
                      GROUP BY reason, person, CUBE (setting)
                    )
                    SELECT
                      coalesce(reason, 'All') AS reason,
                      coalesce(setting, 'All') AS setting,
                      count(*) AS people,
                      sum(placements) AS placements,
                      sum(weekly_cost) AS weekly_cost
                    FROM individual
                    GROUP BY individual.reason, individual.setting
                    """
                            .replace("{lines}", ActionListLines.indentedQuery()))
            .forCouncilOnly();

    private ActionListCounts() {}
}
