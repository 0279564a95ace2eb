package marketshaping.measure;

import java.util.List;
import marketshaping.table.Column;

/** Spot placements that a framework could have bought: with a provider on it, or in a setting it covers. */
public final class Leakage {

    public static final Measure MEASURE = new Measure(
            "leakage",
            Section.FRAMEWORK_AND_SPOT,
            "Spot placements with framework providers, and in settings that a framework covers",
            new Definition(
                    "Leakage: spot placements whose provider was on a framework lot for the setting on the day they"
                            + " started. Addressable: spot placements in a setting that some lot covered on that day,"
                            + " with a provider that was not on it.",
                    "All spot placements in the setting.",
                    "Active on the as-at date; framework, lot and membership as they stood on the day of the start.",
                    "Placements bought through any other route, or whose route is not recorded.",
                    "A placement without a recorded provider is with no framework provider. The weekly value adds up"
                            + " the costs that are known."),
            List.of("framework_memberships", "framework_lots"),
            List.of(
                    Column.dimension("kind"),
                    Column.dimension("setting"),
                    Column.count("lines"),
                    Column.count("people"),
                    Column.money("weekly_value", "£ a week", "people"),
                    Column.countOfThings("providers"),
                    Column.percent("lines_percent", "lines", "_spot_lines"),
                    Column.count("_spot_lines"),
                    TopProvider.of("weekly_value", "people")),
            """
            WITH line AS (
              SELECT setting, person, provider_id, weekly_cost,
                CASE WHEN framework_provider THEN 'Leakage' WHEN lot_in_force THEN 'Addressable' ELSE 'Neither' END
                  AS kind
              FROM active
              WHERE as_at = :as_at AND purchase_route = 'Spot'
            ),
            -- By person, and beside that by provider.
            sums AS (
              SELECT kind, setting, person, provider_id,
                count(*) AS lines,
                sum(weekly_cost) AS weekly_value,
                sum(greatest(weekly_cost, 0)) AS value_above_nought
              FROM line
              GROUP BY kind, CUBE (setting), GROUPING SETS ((person), (provider_id))
            ),
            cell AS (
              SELECT kind, setting,
                sum(lines) FILTER (WHERE person IS NOT NULL) AS lines,
                count(person) AS people,
                sum(weekly_value) FILTER (WHERE person IS NOT NULL) AS weekly_value,
                count(provider_id) AS providers,
                100 * double(max(value_above_nought) FILTER (WHERE provider_id IS NOT NULL))
                  / nullif(double(sum(value_above_nought) FILTER (WHERE person IS NOT NULL)), 0) AS top_provider
              FROM sums
              GROUP BY kind, setting
            ),
            beside_all AS (SELECT *, sum(lines) OVER (PARTITION BY setting) AS spot_lines FROM cell)
            SELECT
              kind,
              coalesce(setting, 'All') AS setting,
              lines,
              people,
              weekly_value,
              providers,
              100 * lines / spot_lines AS lines_percent,
              spot_lines AS _spot_lines,
              top_provider AS _weekly_value_top_provider_percent
            FROM beside_all
            WHERE kind <> 'Neither'
            """);

    private Leakage() {}
}
