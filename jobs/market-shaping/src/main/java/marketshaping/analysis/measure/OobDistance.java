package marketshaping.analysis.measure;

import java.util.List;
import marketshaping.model.table.Column;

/** Distances of placements in accommodation with care from the borough's centre. */
public final class OobDistance {

    public static final Measure MEASURE = new Measure(
            "oob_distance",
            Section.OUT_OF_BOROUGH,
            "Distance of placements in accommodation with care from the borough's centre",
            new Definition(
                    "Placements in accommodation with care are counted, inside and outside the borough. Distance is"
                            + " measured in kilometres, in a straight line from the borough's centre to the postcode"
                            + " where care is given. Percentiles are interpolated in the same way as Excel's"
                            + " PERCENTILE.INC.",
                    "The percentage beyond 32 km covers placements whose distance is known.",
                    "Placements were active on the as-at date.",
                    "Home care, day support, direct payments, respite and other settings are not counted.",
                    "Placements without a postcode, or with a postcode that the postcode directory cannot locate, are"
                            + " counted as without distance. They are left out of all other figures."),
            List.of(),
            List.of(
                    Column.dimension("setting"),
                    Column.dimension("need_group"),
                    Column.count("placements").needing("postcodes"),
                    Column.number("median_km", "placements").needing("postcodes"),
                    Column.number("p90_km", "placements").needing("postcodes"),
                    Column.number("max_km", "placements").needing("postcodes"),
                    Column.count("beyond_32_km").needing("postcodes"),
                    Column.percent("beyond_32_km_percent", "beyond_32_km", "placements")
                            .needing("postcodes"),
                    Column.count("without_distance")),
            """
            WITH at_distance AS (
              SELECT setting, need_group, distance_km, count(*) AS lines
              FROM active
              WHERE as_at = :as_at AND accommodation
              GROUP BY setting, need_group, distance_km
            ),
            cell AS (
              SELECT setting, need_group,
                sum(if(distance_km IS NULL, 0, lines)) AS placements,
                percentile(distance_km, array(0.5, 0.9), lines) AS percentiles,
                max(distance_km) AS max_km,
                sum(if(distance_km > 32, lines, 0)) AS beyond_32_km,
                sum(if(distance_km IS NULL, lines, 0)) AS without_distance
              FROM at_distance
              GROUP BY CUBE (setting, need_group)
            )
            SELECT
              coalesce(setting, 'All') AS setting,
              coalesce(need_group, 'All') AS need_group,
              placements,
              percentiles[0] AS median_km,
              percentiles[1] AS p90_km,
              max_km,
              beyond_32_km,
              100 * beyond_32_km / nullif(placements, 0) AS beyond_32_km_percent,
              without_distance
            FROM cell
            """);

    private OobDistance() {}
}
