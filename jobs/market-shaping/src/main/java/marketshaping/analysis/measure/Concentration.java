package marketshaping.analysis.measure;

import java.util.List;
import marketshaping.model.table.Column;

/**
 * Share of the weekly cost in each setting that goes to the largest providers and brands, and the HHI concentration
 * index.
 */
public final class Concentration {

    public static final Measure MEASURE = new Measure(
            "concentration",
            Section.FRAMEWORK_AND_SPOT,
            "Market concentration: the largest providers and brands, and the Herfindahl-Hirschman index",
            new Definition(
                    "The weekly cost of placements is added up by provider and by brand. A brand is the group that the"
                            + " placement's location belongs to, or the provider itself if there is no group. The"
                            + " Herfindahl-Hirschman index (HHI) is the sum of the squared percentage shares: 10,000"
                            + " means a single provider.",
                    "Shares are percentages of the weekly cost of all placements in the setting that have a recorded"
                            + " provider.",
                    "Placements were active on the as-at date and had a weekly cost above zero.",
                    "One-off costs and credits are not counted.",
                    "Placements without a recorded provider are left out of the shares. A separate column shows their"
                            + " weekly cost."),
            List.of(),
            List.of(
                    Column.dimension("setting"),
                    Column.dimension("level"),
                    Column.countOfThings("providers"),
                    Column.share("top_1_percent", "_lines_with_provider"),
                    Column.share("top_3_percent", "_lines_with_provider"),
                    Column.share("top_5_percent", "_lines_with_provider"),
                    Column.number("hhi", "_lines_with_provider"),
                    Column.money("weekly_value", "£ a week", "_lines_with_provider"),
                    Column.money("weekly_value_without_provider", "£ a week", "_lines_without_provider"),
                    Column.count("_lines_with_provider"),
                    Column.count("_lines_without_provider"),
                    TopProvider.of("weekly_value", "_lines_with_provider"),
                    TopProvider.of("weekly_value_without_provider", "_lines_without_provider")),
            """
            WITH fine AS (
              SELECT setting, provider_id, brand_name, count(*) AS lines, sum(weekly_cost) AS value
              FROM active
              WHERE as_at = :as_at AND weekly_cost > 0
              GROUP BY setting, provider_id, brand_name
            ),
            -- A brand and a provider with the same name stay distinct. Without the providers input there are no brands.
            named AS (
              SELECT setting, level, lines, value,
                level = 'Brand' AND brand_name IS NOT NULL AS branded,
                if(provider_id IS NULL, NULL, struct(branded, if(branded, brand_name, provider_id))) AS firm
              FROM fine CROSS JOIN VALUES ('Provider'), ('Brand') AS levels (level)
              WHERE level = 'Provider' OR array_contains(:given, 'providers')
            ),
            sums AS (
              SELECT setting, level, firm, sum(lines) AS lines, sum(value) AS value
              FROM named
              GROUP BY CUBE (setting), level, firm
            ),
            -- Placements without a provider come last and have no rank.
            ranked AS (
              SELECT *,
                if(firm IS NULL, NULL,
                  row_number() OVER (PARTITION BY setting, level ORDER BY firm IS NULL, value DESC)) AS place
              FROM sums
            ),
            cell AS (
              SELECT setting, level,
                count(place) AS providers,
                double(sum(value) FILTER (WHERE place = 1)) AS top_1,
                double(sum(value) FILTER (WHERE place <= 3)) AS top_3,
                double(sum(value) FILTER (WHERE place <= 5)) AS top_5,
                -- Sorted, so that the last digit is the same on every run.
                aggregate(
                  array_sort(collect_list(double(value)) FILTER (WHERE place IS NOT NULL)),
                  0D, (squares, value) -> squares + value * value) AS squares,
                sum(value) FILTER (WHERE place IS NOT NULL) AS weekly_value,
                sum(value) FILTER (WHERE place IS NULL) AS weekly_value_without_provider,
                coalesce(sum(lines) FILTER (WHERE place IS NOT NULL), 0) AS lines_with_provider,
                coalesce(sum(lines) FILTER (WHERE place IS NULL), 0) AS lines_without_provider
              FROM ranked
              GROUP BY setting, level
            )
            SELECT
              coalesce(setting, 'All') AS setting,
              level,
              providers,
              100 * top_1 / double(weekly_value) AS top_1_percent,
              100 * top_3 / double(weekly_value) AS top_3_percent,
              100 * top_5 / double(weekly_value) AS top_5_percent,
              10000 * squares / pow(double(weekly_value), 2) AS hhi,
              weekly_value,
              weekly_value_without_provider,
              lines_with_provider AS _lines_with_provider,
              lines_without_provider AS _lines_without_provider,
              max(100 * top_1 / double(weekly_value)) OVER (PARTITION BY setting) AS _weekly_value_top_provider_percent,
              cast(NULL AS DOUBLE) AS _weekly_value_without_provider_top_provider_percent
            FROM cell
            """);

    private Concentration() {}
}
