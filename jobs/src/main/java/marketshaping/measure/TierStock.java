package marketshaping.measure;

import java.util.List;
import java.util.stream.Stream;
import marketshaping.table.Column;

/**
 * What {@link OobStock} and {@link OobTrend} have in common: people and placements in accommodation with care on a date,
 * by tier. The lines are added up by person and, beside that, by provider; then both kinds of sums make a cell, so that
 * people are counted once and the largest provider is known without reading the lines again.
 */
final class TierStock {

    static final String COUNTS =
            "People and placements in accommodation with care (residential, nursing, supported living, extra care,"
                    + " Shared Lives), by where the care is given. Tier columns and percentages count placements.";
    static final String OUT_OF = "Placements that could be located, in the borough or out of it.";
    static final String UNKNOWN =
            "Placements that could not be located are shown beside the tiers and are in no percentage."
                    + " The weekly cost adds up the costs that are known; placements without one are counted.";

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

    private static final String SUMS =
            """
                count(*) AS placements,
                count_if(tier = 'In borough') AS in_borough,
                count_if(tier = 'North East London') AS north_east_london,
                count_if(tier = 'Other London') AS other_london,
                count_if(tier = 'Outside London') AS outside_london,
                count_if(tier = 'Not located') AS not_located,
                count_if(out_of_borough) AS out_of_borough,
                sum(weekly_cost) AS weekly_cost,
                sum(greatest(weekly_cost, 0)) AS cost_above_nought,
                count_if(weekly_cost IS NULL) AS placements_without_cost""";

    private static final String CELL =
            """
                count(person) AS people,
                sum(placements) FILTER (WHERE person IS NOT NULL) AS placements,
                sum(in_borough) FILTER (WHERE person IS NOT NULL) AS in_borough,
                sum(north_east_london) FILTER (WHERE person IS NOT NULL) AS north_east_london,
                sum(other_london) FILTER (WHERE person IS NOT NULL) AS other_london,
                sum(outside_london) FILTER (WHERE person IS NOT NULL) AS outside_london,
                sum(not_located) FILTER (WHERE person IS NOT NULL) AS not_located,
                sum(out_of_borough) FILTER (WHERE person IS NOT NULL) AS out_of_borough,
                count_if(person IS NOT NULL AND out_of_borough > 0) AS people_out_of_borough,
                sum(weekly_cost) FILTER (WHERE person IS NOT NULL) AS weekly_cost,
                sum(placements_without_cost) FILTER (WHERE person IS NOT NULL) AS placements_without_cost,
                sum(cost_above_nought) FILTER (WHERE person IS NOT NULL) AS cost_above_nought,
                max(cost_above_nought) FILTER (WHERE provider_id IS NOT NULL) AS top_provider_cost""";

    private static final String SHOWN =
            """
              people, placements, in_borough, north_east_london, other_london, outside_london, not_located, out_of_borough,
              100 * out_of_borough / nullif(placements - not_located, 0) AS out_of_borough_percent,
              100 * outside_london / nullif(placements - not_located, 0) AS outside_london_percent,
              people_out_of_borough,
              weekly_cost,
              placements_without_cost,
              placements - not_located AS _located,
              100 * double(top_provider_cost) / nullif(double(cost_above_nought), 0) AS _weekly_cost_top_provider_percent""";

    private TierStock() {}

    static List<Column> columns(String... dimensions) {
        return Stream.concat(Stream.of(dimensions).map(Column::dimension), VALUES.stream())
                .toList();
    }

    /** A query with its three places filled: {@code %1$s} the sums, {@code %2$s} the cell, {@code %3$s} what is shown. */
    static String query(String query) {
        return query.formatted(SUMS, CELL, SHOWN);
    }
}
