package marketshaping.analysis.measure;

import java.util.List;
import marketshaping.model.table.Column;

/** Numbers of people and providers, and weekly value, by the regulator's rating of the location that gives the care. */
public final class Quality {
    private static final String UNIT = "people, £ a week or providers";

    public static final Measure MEASURE = new Measure(
            "quality",
            Section.QUALITY_AND_DATA,
            "People, weekly value and providers by rating, tier and purchase route",
            new Definition(
                    "Ratings are the regulator's overall rating of the location that each placement names. A location"
                            + " that has left the register counts as deregistered, whatever its rating was. A person"
                            + " or provider with placements of several ratings is counted once, under the worst. From"
                            + " worst to best, the order is: deregistered, inadequate, requires improvement, not"
                            + " rated, good, outstanding. Weekly value is added up separately for each placement.",
                    "The good or outstanding percentage covers everything rated Outstanding, Good, Requires"
                            + " improvement or Inadequate.",
                    "Placements were active on the as-at date.",
                    "Direct payments are not counted.",
                    "Placements without a location, or with a location that is not found or has no rating, count as"
                            + " not rated. Placements without a recorded provider add no provider, and placements"
                            + " without a cost add no value."),
            List.of("providers"),
            List.of(
                    Column.dimension("basis"),
                    Column.dimension("tier"),
                    Column.dimension("purchase_route"),
                    Column.percent("good_or_outstanding_percent", "_good_or_outstanding", "_rated"),
                    Column.mixed("outstanding", UNIT, "_outstanding_count"),
                    Column.mixed("good", UNIT, "_good_count"),
                    Column.mixed("requires_improvement", UNIT, "_requires_improvement_count"),
                    Column.mixed("inadequate", UNIT, "_inadequate_count"),
                    Column.mixed("not_rated", UNIT, "_not_rated_count"),
                    Column.mixed("deregistered", UNIT, "_deregistered_count"),
                    Column.count("_good_or_outstanding"),
                    Column.count("_rated"),
                    Column.mixed("_in_all", UNIT, "_in_all_count"),
                    Column.count("_in_all_count"),
                    Column.count("_outstanding_count"),
                    Column.count("_good_count"),
                    Column.count("_requires_improvement_count"),
                    Column.count("_inadequate_count"),
                    Column.count("_not_rated_count"),
                    Column.count("_deregistered_count"),
                    TopProvider.of("outstanding", "_outstanding_count"),
                    TopProvider.of("good", "_good_count"),
                    TopProvider.of("requires_improvement", "_requires_improvement_count"),
                    TopProvider.of("inadequate", "_inadequate_count"),
                    TopProvider.of("not_rated", "_not_rated_count"),
                    TopProvider.of("deregistered", "_deregistered_count")),
            """
            -- People with one placement are added up; only people with several are counted one by one.
            WITH line AS (
              SELECT tier, purchase_route, quality, provider_id, weekly_cost,
                CASE WHEN count(*) OVER (PARTITION BY person) > 1 THEN person END AS several
              FROM active
              WHERE as_at = :as_at AND setting <> 'Direct payment'
            ),
            fine AS (
              SELECT tier, purchase_route, quality, several, provider_id,
                grouping(several) = 1 AS of_provider,
                count(*) AS lines,
                count(weekly_cost) AS with_cost,
                sum(weekly_cost) AS cost,
                sum(greatest(weekly_cost, 0)) AS cost_above_zero
              FROM line
              GROUP BY tier, purchase_route, quality, GROUPING SETS ((several), (provider_id))
            ),
            sums AS (
              SELECT tier, purchase_route, quality, several, provider_id, of_provider,
                sum(lines) AS lines,
                sum(with_cost) AS with_cost,
                sum(cost) AS cost,
                sum(cost_above_zero) AS cost_above_zero
              FROM fine
              GROUP BY CUBE (tier, purchase_route), quality, several, provider_id, of_provider
            ),
            -- Marks the worst state of each person with several placements, and of each provider.
            with_worst AS (
              SELECT *,
                quality = min_by(quality, array_position(array('No longer registered', 'Inadequate',
                  'Requires improvement', 'Not rated', 'Good', 'Outstanding'), quality))
                  OVER (PARTITION BY tier, purchase_route, several, provider_id, of_provider) AS is_worst
              FROM sums
            ),
            cell AS (
              SELECT tier, purchase_route, quality,
                sum(CASE WHEN of_provider THEN 0 WHEN several IS NULL THEN lines ELSE int(is_worst) END) AS people,
                sum(cost) FILTER (WHERE NOT of_provider) AS weekly_value,
                sum(if(several IS NULL, with_cost, least(with_cost, 1))) FILTER (WHERE NOT of_provider)
                  AS people_with_cost,
                count_if(provider_id IS NOT NULL AND is_worst) AS providers,
                100 * double(max(cost_above_zero) FILTER (WHERE provider_id IS NOT NULL))
                  / nullif(double(sum(cost_above_zero) FILTER (WHERE NOT of_provider)), 0) AS top_provider
              FROM with_worst
              GROUP BY tier, purchase_route, quality
            ),
            -- Each figure with the count that it is based on.
            figure AS (
              SELECT tier, purchase_route, quality, stack(3,
                'People', CAST(people AS DECIMAL(38, 8)), people, NULL,
                'Weekly value', weekly_value, people_with_cost, top_provider,
                'Providers', CAST(providers AS DECIMAL(38, 8)), providers, NULL)
                AS (basis, figure, count, top_provider)
              FROM cell
            ),
            by_rating AS (
              SELECT * FROM figure PIVOT (
                sum(figure) AS figure, sum(count) AS count, max(top_provider) AS top_provider
                FOR quality IN ('Outstanding' AS outstanding, 'Good' AS good,
                  'Requires improvement' AS requires_improvement, 'Inadequate' AS inadequate,
                  'Not rated' AS not_rated, 'No longer registered' AS deregistered))
            ),
            -- Narrower than the type of a sum, which would lose decimals when it is added to another.
            filled AS (
              SELECT *,
                cast(coalesce(outstanding_figure, 0) AS DECIMAL(28, 8)) AS outstanding,
                cast(coalesce(good_figure, 0) AS DECIMAL(28, 8)) AS good,
                cast(coalesce(requires_improvement_figure, 0) AS DECIMAL(28, 8)) AS requires_improvement,
                cast(coalesce(inadequate_figure, 0) AS DECIMAL(28, 8)) AS inadequate,
                cast(coalesce(not_rated_figure, 0) AS DECIMAL(28, 8)) AS not_rated,
                cast(coalesce(deregistered_figure, 0) AS DECIMAL(28, 8)) AS deregistered,
                coalesce(outstanding_count, 0) + coalesce(good_count, 0) AS better,
                coalesce(requires_improvement_count, 0) + coalesce(inadequate_count, 0) AS worse,
                coalesce(not_rated_count, 0) + coalesce(deregistered_count, 0) AS unrated
              FROM by_rating
            )
            -- Readers know the total of a route from spend_commitment, so disclosure control needs it here (_in_all).
            SELECT
              basis,
              coalesce(tier, 'All') AS tier,
              coalesce(purchase_route, 'All') AS purchase_route,
              100 * double(outstanding + good)
                / nullif(double(outstanding + good + requires_improvement + inadequate), 0)
                AS good_or_outstanding_percent,
              outstanding, good, requires_improvement, inadequate, not_rated, deregistered,
              better AS _good_or_outstanding,
              better + worse AS _rated,
              if(tier IS NULL AND purchase_route IS NOT NULL,
                outstanding + good + requires_improvement + inadequate + not_rated + deregistered, NULL) AS _in_all,
              better + worse + unrated AS _in_all_count,
              outstanding_count AS _outstanding_count,
              good_count AS _good_count,
              requires_improvement_count AS _requires_improvement_count,
              inadequate_count AS _inadequate_count,
              not_rated_count AS _not_rated_count,
              deregistered_count AS _deregistered_count,
              outstanding_top_provider AS _outstanding_top_provider_percent,
              good_top_provider AS _good_top_provider_percent,
              requires_improvement_top_provider AS _requires_improvement_top_provider_percent,
              inadequate_top_provider AS _inadequate_top_provider_percent,
              not_rated_top_provider AS _not_rated_top_provider_percent,
              deregistered_top_provider AS _deregistered_top_provider_percent
            FROM filled
            WHERE basis <> 'Providers' OR better + worse + unrated > 0
            """);

    private Quality() {}
}
