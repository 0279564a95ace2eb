package marketshaping.analysis.measure;

import java.util.List;
import marketshaping.model.table.Column;

/** Spot placements in accommodation with care, and how many are outside the borough or outside London. */
public final class OobSpot {

    public static final Measure MEASURE = new Measure(
            "oob_spot",
            Section.OUT_OF_BOROUGH,
            "Spot placements in accommodation with care, and how many are outside the borough or outside London",
            new Definition(
                    "Placements in accommodation with care are counted if their contract is a spot contract.",
                    "Percentages cover spot placements that could be located.",
                    "Placements were active on the as-at date; year-before columns use the same day one year earlier.",
                    "Placements bought through any other route, or whose route is not recorded, are not counted.",
                    "Spot placements that could not be located are counted, but left out of the percentages."),
            List.of(),
            List.of(
                    Column.dimension("setting"),
                    Column.dimension("need_group"),
                    Column.count("placements"),
                    Column.count("located"),
                    Column.count("out_of_borough"),
                    Column.count("outside_london"),
                    Column.percent("out_of_borough_percent", "out_of_borough", "located"),
                    Column.percent("outside_london_percent", "outside_london", "located"),
                    Column.percent(
                            "out_of_borough_percent_year_before",
                            "_out_of_borough_year_before",
                            "_located_year_before"),
                    Column.percent(
                            "outside_london_percent_year_before",
                            "_outside_london_year_before",
                            "_located_year_before"),
                    Column.count("_located_year_before"),
                    Column.count("_out_of_borough_year_before"),
                    Column.count("_outside_london_year_before")),
            """
            WITH spot AS (
              SELECT setting, need_group,
                as_at = :as_at AS now,
                tier <> 'Not located' AS located,
                tier = 'Outside London' AS outside_london,
                out_of_borough
              FROM active
              WHERE as_at IN (:as_at, :year_before) AND accommodation AND purchase_route = 'Spot'
            ),
            cell AS (
              SELECT setting, need_group,
                count_if(now) AS placements,
                count_if(now AND located) AS located,
                count_if(now AND out_of_borough) AS out_of_borough,
                count_if(now AND outside_london) AS outside_london,
                count_if(NOT now AND located) AS located_before,
                count_if(NOT now AND out_of_borough) AS out_of_borough_before,
                count_if(NOT now AND outside_london) AS outside_london_before
              FROM spot
              GROUP BY CUBE (setting, need_group)
            )
            SELECT
              coalesce(setting, 'All') AS setting,
              coalesce(need_group, 'All') AS need_group,
              placements,
              located,
              out_of_borough,
              outside_london,
              100 * out_of_borough / nullif(located, 0) AS out_of_borough_percent,
              100 * outside_london / nullif(located, 0) AS outside_london_percent,
              100 * out_of_borough_before / nullif(located_before, 0) AS out_of_borough_percent_year_before,
              100 * outside_london_before / nullif(located_before, 0) AS outside_london_percent_year_before,
              located_before AS _located_year_before,
              out_of_borough_before AS _out_of_borough_year_before,
              outside_london_before AS _outside_london_year_before
            FROM cell
            """);

    private OobSpot() {}
}
