package marketshaping.analysis.measure;

import java.util.List;
import java.util.stream.Stream;
import marketshaping.analysis.fact.PlacementLines;
import marketshaping.analysis.rollup.Dimension;
import marketshaping.analysis.rollup.Figure;
import marketshaping.analysis.rollup.LineCondition;
import marketshaping.analysis.rollup.RollUp;
import marketshaping.model.table.Column;

/**
 * The columns and figures that {@link OobStock} and {@link OobTrend} share. They count people and placements in
 * accommodation with care on a date, by tier.
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
            Column.count("partner_area"),
            Column.count("rest_of_region"),
            Column.count("outside_region"),
            Column.count("not_located"),
            Column.count("out_of_borough"),
            Column.percent("out_of_borough_percent", "out_of_borough", "_located"),
            Column.percent("outside_region_percent", "outside_region", "_located"),
            Column.count("people_out_of_borough"),
            Column.money("weekly_cost", "£ a week", "people"),
            Column.count("placements_without_cost"),
            Column.count("_located"),
            TopProvider.of("weekly_cost", "people"));

    private static final List<Figure> FIGURES = List.of(
            Figure.people("people"),
            Figure.lines("placements"),
            Figure.lines("in_borough").where(LineCondition.is("tier", "In borough")),
            Figure.lines("partner_area").where(LineCondition.is("tier", "Partner area")),
            Figure.lines("rest_of_region").where(LineCondition.is("tier", "Rest of region")),
            Figure.lines("outside_region").where(LineCondition.is("tier", "Outside region")),
            Figure.lines("not_located").where(PlacementLines.LOCATED.not()),
            Figure.lines("out_of_borough").where(PlacementLines.OUT_OF_BOROUGH),
            Figure.people("people_out_of_borough").where(PlacementLines.OUT_OF_BOROUGH),
            Figure.sum("weekly_cost", PlacementLines.WEEKLY_COST),
            Figure.lines("placements_without_cost").where(LineCondition.lacksAmount("weekly_cost")),
            Figure.lines("_located").where(PlacementLines.LOCATED),
            TopProvider.figure("weekly_cost", PlacementLines.WEEKLY_COST));

    private StockByTier() {}

    /** Returns the columns of a measure: its dimensions, then the shared columns. */
    static List<Column> columns(String... dimensions) {
        return Stream.concat(Stream.of(dimensions).map(Column::dimension), VALUES.stream())
                .toList();
    }

    /** Returns the roll-up of placements in accommodation with care by these dimensions. */
    static RollUp by(List<Dimension> dimensions, List<Integer> groupings) {
        return new RollUp(PlacementLines.ACTIVE.and(PlacementLines.IN_ACCOMMODATION), dimensions, groupings, FIGURES);
    }
}
