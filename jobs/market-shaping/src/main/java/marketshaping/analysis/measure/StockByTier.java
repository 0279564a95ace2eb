package marketshaping.analysis.measure;

import java.util.List;
import java.util.stream.Stream;
import marketshaping.model.table.Column;

/**
 * The columns and SQL that {@link OobStock} and {@link OobTrend} share. They count people and placements in
 * accommodation with care on a date, by tier.
 *
 * <p>Each person counts once. People with one placement are summed, which is fast; only people with several are counted
 * individually. Placements are first summed by small groups, tier and provider. The roll-up then processes few rows and
 * finds the largest provider of each cell without a second read.
 */
final class StockByTier {

    static final String COUNTS =
            "People and placements in accommodation with care are counted by where care is given. Accommodation with"
                    + " care is residential care, nursing care, supported living, extra care and Shared Lives. Tier"
                    + " columns and percentages count placements.";
    static final String OUT_OF = "Percentages cover placements that could be located, in the borough or outside it.";
    static final String UNKNOWN =
            "Placements that could not be located have a column of their own and are left out of the percentages."
                    + " The weekly cost is the sum of the known costs; placements without a cost are counted.";

    private static final List<Column> VALUES = List.of(
            Column.count("people"),
            Column.count("placements"),
            Column.count("in_borough"),
            Column.count("north_east_london"),
            Column.count("other_london"),
            Column.count("outside_london"),
            Column.count("not_located"),
            Column.count("out_of_borough"),
            Column.percent("out_of_borough_percent", "out_of_borough", "_located"),
            Column.percent("outside_london_percent", "outside_london", "_located"),
            Column.count("people_out_of_borough"),
            Column.money("weekly_cost", "£ a week", "people"),
            Column.count("placements_without_cost"),
            Column.count("_located"),
            TopProvider.of("weekly_cost", "people"));

    private static final String LINE =
            """
                tier, provider_id, weekly_cost,
                CASE WHEN count(*) OVER (PARTITION BY as_at, person) > 1 THEN person END AS several""";

    private static final String FINE =
            """
                tier, several, provider_id,
                count(*) AS placements,
                count_if(weekly_cost IS NULL) AS placements_without_cost,
                sum(weekly_cost) AS weekly_cost,
                sum(greatest(weekly_cost, 0)) AS cost_above_zero""";

    private static final String SUMS =
            """
                several, provider_id, tier IS NULL AS of_provider,
                sum(placements) AS placements,
                sum(if(tier = 'In borough', placements, 0)) AS in_borough,
                sum(if(tier = 'North East London', placements, 0)) AS north_east_london,
                sum(if(tier = 'Other London', placements, 0)) AS other_london,
                sum(if(tier = 'Outside London', placements, 0)) AS outside_london,
                sum(if(tier = 'Not located', placements, 0)) AS not_located,
                sum(if(tier NOT IN ('In borough', 'Not located'), placements, 0)) AS out_of_borough,
                sum(placements_without_cost) AS placements_without_cost,
                sum(weekly_cost) AS weekly_cost,
                sum(cost_above_zero) AS cost_above_zero""";

    private static final String CELL =
            """
                sum(if(several IS NULL, placements, 1)) FILTER (WHERE NOT of_provider) AS people,
                sum(placements) FILTER (WHERE NOT of_provider) AS placements,
                sum(in_borough) FILTER (WHERE NOT of_provider) AS in_borough,
                sum(north_east_london) FILTER (WHERE NOT of_provider) AS north_east_london,
                sum(other_london) FILTER (WHERE NOT of_provider) AS other_london,
                sum(outside_london) FILTER (WHERE NOT of_provider) AS outside_london,
                sum(not_located) FILTER (WHERE NOT of_provider) AS not_located,
                sum(out_of_borough) FILTER (WHERE NOT of_provider) AS out_of_borough,
                sum(if(several IS NULL, out_of_borough, least(out_of_borough, 1))) FILTER (WHERE NOT of_provider)
                  AS people_out_of_borough,
                sum(weekly_cost) FILTER (WHERE NOT of_provider) AS weekly_cost,
                sum(placements_without_cost) FILTER (WHERE NOT of_provider) AS placements_without_cost,
                sum(cost_above_zero) FILTER (WHERE NOT of_provider) AS cost_above_zero,
                max(cost_above_zero) FILTER (WHERE provider_id IS NOT NULL) AS top_provider_cost""";

    private static final String SHOWN =
            """
              people, placements,
              in_borough, north_east_london, other_london, outside_london, not_located, out_of_borough,
              100 * out_of_borough / nullif(placements - not_located, 0) AS out_of_borough_percent,
              100 * outside_london / nullif(placements - not_located, 0) AS outside_london_percent,
              people_out_of_borough,
              weekly_cost,
              placements_without_cost,
              placements - not_located AS _located,
              100 * double(top_provider_cost) / nullif(double(cost_above_zero), 0)
                AS _weekly_cost_top_provider_percent""";

    private StockByTier() {}

    /** Returns the columns of a measure: its dimensions, then the shared columns. */
    static List<Column> columns(String... dimensions) {
        return Stream.concat(Stream.of(dimensions).map(Column::dimension), VALUES.stream())
                .toList();
    }

    /**
     * Returns the query with the shared SQL in place of {@code {line}}, {@code {fine}}, {@code {sums}}, {@code {cell}}
     * and {@code {shown}}.
     */
    static String query(String query) {
        return query.replace("{line}", indented(4, LINE))
                .replace("{fine}", indented(4, FINE))
                .replace("{sums}", indented(4, SUMS))
                .replace("{cell}", indented(4, CELL))
                .replace("{shown}", indented(2, SHOWN));
    }

    private static String indented(int indent, String lines) {
        return lines.indent(indent).stripTrailing();
    }
}
