package marketshaping.output.pack.sheet;

import java.util.List;
import java.util.Map;
import marketshaping.analysis.measure.Section;
import marketshaping.model.table.Table;
import marketshaping.output.workbook.Chart;
import marketshaping.output.workbook.Chart.Role;
import marketshaping.output.workbook.Chart.Series;
import marketshaping.output.workbook.Sheet;
import marketshaping.output.workbook.TableSheet.ShareBar;

/** Stacked bar chart of placements in accommodation with care, by setting and tier. */
final class PlacementsByTier {
    private static final String SOURCE = "oob_stock";
    private static final List<Series> TIERS = List.of(
            new Series("in_borough", "In borough", Role.FIGURE),
            new Series("partner_area", "Partner area", Role.FIGURE),
            new Series("rest_of_region", "Rest of region", Role.FIGURE),
            new Series("outside_region", "Outside region", Role.FIGURE),
            new Series("not_located", "Not located", Role.FIGURE));

    private PlacementsByTier() {}

    static List<Sheet> sheets(PackInputs inputs) {
        if (!inputs.tables().containsKey(SOURCE)) {
            return List.of();
        }
        Table table = new ChartRows(inputs.tables().get(SOURCE), Map.of(), "setting")
                .table(
                        "oob_stock_by_tier",
                        "Placements by tier and setting",
                        "setting",
                        "in_borough",
                        "partner_area",
                        "rest_of_region",
                        "outside_region",
                        "not_located",
                        "out_of_borough_percent",
                        "outside_region_percent");
        ChartWithData drawing = new ChartWithData(
                Section.OUT_OF_BOROUGH,
                "Placements by tier",
                "Stacked bar chart of placements in accommodation with care: one bar per setting, split by"
                        + " location.",
                table,
                new Chart(Chart.Kind.STACKED_BAR, "Setting", "Placements", "setting", TIERS),
                List.of(new ShareBar("out_of_borough_percent"), new ShareBar("outside_region_percent")));
        return drawing.sheets(inputs);
    }
}
