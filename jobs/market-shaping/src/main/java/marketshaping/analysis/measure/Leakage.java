package marketshaping.analysis.measure;

import java.util.List;
import marketshaping.model.table.Column;

/**
 * Spot placements in settings that a framework lot covers: those with a provider on the lot, and those with another
 * provider.
 */
public final class Leakage {

    public static final Measure MEASURE = new Measure(
            "leakage",
            Section.FRAMEWORK_AND_SPOT,
            "Spot placements with framework providers, and in settings that a framework covers",
            new Definition(
                    "Leakage means spot placements with a provider that was on a framework lot for the setting on the"
                            + " day the placement started. Addressable means spot placements in a setting that a"
                            + " framework lot covered on that day, but with a provider that was not on it.",
                    "The percentage covers all spot placements in the setting.",
                    "Placements were active on the as-at date; year-before columns use the same day one year earlier."
                            + " Frameworks, lots and memberships are those in force on the day the placement started.",
                    "Placements bought through any other route, or whose route is not recorded, are not counted.",
                    "A placement without a recorded provider is treated as placed with a provider outside the"
                            + " framework. The weekly value is the sum of the known costs. If no placement in the row"
                            + " has a cost, the weekly value is shown as not known."),
            List.of("framework_memberships", "framework_lots"),
            List.of(
                    Column.dimension("kind"),
                    Column.dimension("setting"),
                    Column.count("lines"),
                    Column.count("people"),
                    Column.money("weekly_value", "£ a week", "people"),
                    Column.countOfThings("providers"),
                    Column.percent("lines_percent", "lines", "_spot_lines"),
                    Column.count("lines_year_before"),
                    Column.count("people_year_before"),
                    Column.money("weekly_value_year_before", "£ a week", "people_year_before"),
                    Column.countOfThings("providers_year_before"),
                    Column.percent("lines_percent_year_before", "lines_year_before", "_spot_lines_year_before"),
                    Column.count("_spot_lines"),
                    Column.count("_spot_lines_year_before"),
                    TopProvider.of("weekly_value", "people"),
                    TopProvider.of("weekly_value_year_before", "people_year_before")),
            """
            WITH line AS (
              SELECT setting, person, provider_id, weekly_cost,
                as_at = :as_at AS now,
                CASE WHEN framework_provider THEN 'Leakage' WHEN lot_in_force THEN 'Addressable' ELSE 'Neither' END
                  AS kind
              FROM active
              WHERE as_at IN (:as_at, :year_before) AND purchase_route = 'Spot'
            ),
            -- By person and, separately, by provider.
            sums AS (
              SELECT kind, setting, now, person, provider_id,
                grouping(person) = 0 AS of_person,
                count(*) AS lines,
                sum(weekly_cost) AS weekly_value,
                sum(greatest(weekly_cost, 0)) AS value_above_zero
              FROM line
              GROUP BY kind, now, CUBE (setting), GROUPING SETS ((person), (provider_id))
            ),
            cell AS (
              SELECT kind, setting,
                coalesce(sum(lines) FILTER (WHERE now AND of_person), 0) AS lines,
                count(person) FILTER (WHERE now) AS people,
                sum(weekly_value) FILTER (WHERE now AND of_person) AS weekly_value,
                count(provider_id) FILTER (WHERE now) AS providers,
                100 * double(max(value_above_zero) FILTER (WHERE now AND provider_id IS NOT NULL))
                  / nullif(double(sum(value_above_zero) FILTER (WHERE now AND of_person)), 0) AS top_provider,
                coalesce(sum(lines) FILTER (WHERE NOT now AND of_person), 0) AS lines_before,
                count(person) FILTER (WHERE NOT now) AS people_before,
                sum(weekly_value) FILTER (WHERE NOT now AND of_person) AS weekly_value_before,
                count(provider_id) FILTER (WHERE NOT now) AS providers_before,
                100 * double(max(value_above_zero) FILTER (WHERE NOT now AND provider_id IS NOT NULL))
                  / nullif(double(sum(value_above_zero) FILTER (WHERE NOT now AND of_person)), 0)
                  AS top_provider_before
              FROM sums
              GROUP BY kind, setting
            ),
            with_all AS (
              SELECT *,
                sum(lines) OVER care AS spot_lines,
                sum(lines_before) OVER care AS spot_lines_before
              FROM cell
              WINDOW care AS (PARTITION BY setting)
            )
            SELECT
              kind,
              coalesce(setting, 'All') AS setting,
              lines,
              people,
              if(lines = 0, 0, weekly_value) AS weekly_value,
              providers,
              100 * lines / nullif(spot_lines, 0) AS lines_percent,
              lines_before AS lines_year_before,
              people_before AS people_year_before,
              if(lines_before = 0, 0, weekly_value_before) AS weekly_value_year_before,
              providers_before AS providers_year_before,
              100 * lines_before / nullif(spot_lines_before, 0) AS lines_percent_year_before,
              spot_lines AS _spot_lines,
              spot_lines_before AS _spot_lines_year_before,
              top_provider AS _weekly_value_top_provider_percent,
              top_provider_before AS _weekly_value_year_before_top_provider_percent
            FROM with_all
            WHERE kind <> 'Neither'
            """);

    private Leakage() {}
}
