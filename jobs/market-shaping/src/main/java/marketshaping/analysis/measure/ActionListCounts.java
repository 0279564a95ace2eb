package marketshaping.analysis.measure;

import java.util.List;
import marketshaping.model.table.Column;

/** How much is on the watch list, by reason and setting. */
public final class ActionListCounts {

    public static final Measure MEASURE = new Measure(
                    "watch_list",
                    Section.QUALITY_AND_DATA,
                    "Placements and cases that need looking at",
                    new Definition(
                            "Placements out of the borough in accommodation with care of people without a visit or"
                                    + " review in the last 12 months; placements of any kind whose location is rated"
                                    + " Inadequate or no longer registered, or whose contract has expired; and brokering"
                                    + " cases that are open past the target of their setting. Under placements a case"
                                    + " counts as one.",
                            "",
                            "Active, or open, on the as-at date.",
                            "",
                            "A placement or case with two reasons is in both rows and once in all; so is a person. Of a"
                                    + " case no cost is known. Without visits nobody is listed as unseen."),
                    List.of(),
                    List.of(
                            Column.dimension("reason"),
                            Column.dimension("setting"),
                            Column.count("people"),
                            Column.count("placements"),
                            Column.money("weekly_cost", "£ a week", "people")),
                    """
                    WITH watched AS (
                    {watched}
                    ),
                    -- Without a reason, each placement and case is there once.
                    once AS (
                      SELECT reason, setting, person, any_value(weekly_cost) AS weekly_cost
                      FROM watched
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
                            .replace("{watched}", ActionListLines.inParentheses()))
            .forTheCouncilAlone();

    private ActionListCounts() {}
}
