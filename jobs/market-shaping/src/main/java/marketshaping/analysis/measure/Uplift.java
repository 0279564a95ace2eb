package marketshaping.analysis.measure;

import java.util.List;
import marketshaping.model.table.Column;

/** Change in the mean weekly price over a year, split into a like-for-like price change and a change of mix. */
public final class Uplift {

    public static final Measure MEASURE = new Measure(
            "uplift",
            Section.FRAMEWORK_AND_SPOT,
            "Change in the weekly price over a year: like for like, and from a change of mix",
            new Definition(
                    "The mean weekly price covers placements with a provider and a weekly cost above zero. Like for"
                            + " like is the price change of providers that had placements in the setting on both"
                            + " dates, weighted by their placements a year before. Mix is the rest of the change,"
                            + " because care was bought from other providers or in other settings.",
                    "Changes are percentages of the mean weekly price a year before.",
                    "Placements were active on the as-at date; year-before columns use the same day one year earlier.",
                    "One-off costs and credits are not counted.",
                    "Placements whose cost or provider is not known are not counted. Matched placements are the"
                            + " placements that the like-for-like change is based on."),
            List.of(),
            List.of(
                    Column.dimension("setting"),
                    Column.count("lines"),
                    Column.count("lines_year_before"),
                    Column.money("mean_weekly", "£ a week", "lines"),
                    Column.money("mean_weekly_year_before", "£ a week", "lines_year_before"),
                    Column.share("change_percent", "_lines_in_both"),
                    Column.share("like_for_like_percent", "_matched_lines_in_both"),
                    Column.share("mix_percent_points", "_matched_lines_in_both"),
                    Column.count("matched_lines"),
                    Column.count("matched_lines_year_before"),
                    Column.count("_lines_in_both"),
                    Column.count("_matched_lines_in_both"),
                    Column.count("_unmatched_lines"),
                    Column.count("_unmatched_lines_year_before"),
                    TopProvider.of("mean_weekly", "lines"),
                    TopProvider.of("mean_weekly_year_before", "lines_year_before")),
            """
            WITH held AS (
              SELECT setting, provider_id,
                count_if(as_at = :as_at) AS lines,
                count_if(as_at = :year_before) AS lines_before,
                coalesce(sum(weekly_cost) FILTER (WHERE as_at = :as_at), 0) AS value,
                coalesce(sum(weekly_cost) FILTER (WHERE as_at = :year_before), 0) AS value_before
              FROM active
              WHERE as_at IN (:as_at, :year_before) AND weekly_cost > 0 AND provider_id IS NOT NULL
              GROUP BY setting, provider_id
            ),
            -- Placements of a year before at the provider's present mean price in the setting, if it has one.
            repriced AS (
              SELECT *,
                lines > 0 AND lines_before > 0 AS matched,
                cast(cast(value AS DECIMAL(20, 8)) * cast(lines_before AS DECIMAL(10, 0))
                  / nullif(cast(lines AS DECIMAL(10, 0)), 0) AS DECIMAL(28, 8)) AS value_before_at_new_price
              FROM held
            ),
            -- By provider, so that each cell has both its total and its largest provider.
            sums AS (
              SELECT setting, provider_id,
                sum(lines) AS lines,
                sum(lines_before) AS lines_before,
                sum(value) AS value,
                sum(value_before) AS value_before,
                sum(if(matched, lines, 0)) AS matched_lines,
                sum(if(matched, lines_before, 0)) AS matched_lines_before,
                sum(if(matched, value_before_at_new_price, 0)) AS matched_value,
                sum(if(matched, value_before, 0)) AS matched_value_before
              FROM repriced
              GROUP BY CUBE (setting), provider_id
            ),
            cell AS (
              SELECT setting,
                sum(lines) AS lines,
                sum(lines_before) AS lines_before,
                double(sum(value)) / nullif(sum(lines), 0) AS mean,
                double(sum(value_before)) / nullif(sum(lines_before), 0) AS mean_before,
                100 * double(max(value)) / nullif(double(sum(value)), 0) AS top_provider,
                100 * double(max(value_before)) / nullif(double(sum(value_before)), 0) AS top_provider_before,
                sum(matched_lines) AS matched_lines,
                sum(matched_lines_before) AS matched_lines_before,
                100 * (double(sum(matched_value)) / nullif(double(sum(matched_value_before)), 0) - 1) AS like_for_like
              FROM sums
              GROUP BY setting
            ),
            change AS (SELECT *, 100 * (mean / mean_before - 1) AS change FROM cell)
            SELECT
              coalesce(setting, 'All') AS setting,
              lines,
              lines_before AS lines_year_before,
              cast(mean AS DECIMAL(20, 8)) AS mean_weekly,
              cast(mean_before AS DECIMAL(20, 8)) AS mean_weekly_year_before,
              change AS change_percent,
              like_for_like AS like_for_like_percent,
              change - like_for_like AS mix_percent_points,
              matched_lines,
              matched_lines_before AS matched_lines_year_before,
              least(lines, lines_before) AS _lines_in_both,
              least(matched_lines, matched_lines_before) AS _matched_lines_in_both,
              lines - matched_lines AS _unmatched_lines,
              lines_before - matched_lines_before AS _unmatched_lines_year_before,
              top_provider AS _mean_weekly_top_provider_percent,
              top_provider_before AS _mean_weekly_year_before_top_provider_percent
            FROM change
            """);

    private Uplift() {}
}
