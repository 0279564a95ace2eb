package marketshaping.output.pack.sheet;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import marketshaping.model.table.Column;
import marketshaping.model.table.Shorthand;
import marketshaping.model.table.Table;
import marketshaping.output.pack.sheet.CombinedColumns.JoinedColumns;
import marketshaping.output.pack.sheet.PackInputs.Intention;
import marketshaping.output.workbook.Sheet;
import marketshaping.output.workbook.TableSheet;

/**
 * Tables for authors of a market position statement to copy: what is bought, where, at what price and how fast, by
 * setting, need and age. A further table lists the council's plans.
 */
public final class MarketSummary {
    private static final String SECTION = "Summary";
    private static final String ALL = FigureLookup.ALL;
    private static final String NOTHING =
            "Every figure is copied from its source table as published. The shorthand [z] means that"
                    + " the source table has no such row, so there is nothing to count.";
    private static final Map<String, String> WHERE = names(
            "in_borough", "in_borough",
            "out_of_borough", "out_of_borough",
            "out_of_borough_percent", "out_of_borough_percent",
            "outside_region_percent", "outside_region_percent");
    private static final Map<String, String> PRICES = names(
            "p25", "lower_price_quartile",
            "median", "median_price",
            "p75", "upper_price_quartile");

    private MarketSummary() {}

    public static List<Sheet> sheets(PackInputs inputs) {
        List<Sheet> sheets = new ArrayList<>();
        if (inputs.tables().containsKey("spend_commitment")) {
            sheets.add(sheet(
                    inputs,
                    "Market summary",
                    byNeed(inputs.tables()),
                    "The numbers of people and placements are from spend_commitment. Locations are from oob_stock,"
                            + " which covers accommodation with care. The number of people for whom nothing was found"
                            + " in the borough is from repatriation. Weekly prices are from price. Days to find a"
                            + " placement are from brokering_times, for the whole setting in the last 12 months."));
        }
        if (inputs.tables().containsKey("oob_stock")) {
            sheets.add(sheet(
                    inputs,
                    "Market summary by age",
                    byAge(inputs.tables()),
                    "The table covers accommodation with care. The numbers of people and placements and the locations"
                            + " are from oob_stock. Weekly prices are from price."));
        }
        if (!inputs.intentions().isEmpty()) {
            sheets.add(intentions(inputs));
        }
        return List.copyOf(sheets);
    }

    private static Table byNeed(Map<String, Table> tables) {
        List<String> settingAndNeed = List.of("setting", "need_group");
        return new CombinedColumns(
                        tables,
                        "spend_commitment",
                        settingAndNeed,
                        List.of("people", "placements", "weekly_commitment"))
                .join(new JoinedColumns(
                        "oob_stock", Map.of("age_band", ALL, "purchase_route", ALL), settingAndNeed, WHERE))
                .join(new JoinedColumns(
                        "repatriation", Map.of(), settingAndNeed, Map.of("people", "out_for_want_of_places")))
                .join(new JoinedColumns(
                        "price", Map.of("age_band", ALL, "tier", ALL, "purchase_route", ALL), settingAndNeed, PRICES))
                .join(new JoinedColumns(
                        "brokering_times",
                        Map.of("period", "Last 12 months", "source", ALL),
                        List.of("setting"),
                        Map.of("median_days", "median_wait_days")))
                .table("market_summary", "Care bought by setting and need: location, price and waiting time", NOTHING);
    }

    private static Table byAge(Map<String, Table> tables) {
        List<String> dimensions = List.of("setting", "need_group", "age_band");
        List<String> shown = new ArrayList<>(List.of("people", "placements"));
        shown.addAll(WHERE.keySet());
        return new CombinedColumns(tables, "oob_stock", dimensions, shown)
                .join(new JoinedColumns("price", Map.of("tier", ALL, "purchase_route", ALL), dimensions, PRICES))
                .table("market_summary_by_age", "Care bought by setting, need and age: location and price", NOTHING);
    }

    private static TableSheet intentions(PackInputs inputs) {
        List<List<Object>> rows =
                inputs.intentions().stream().map(MarketSummary::row).toList();
        Table table = new Table(
                "intentions",
                "Pipeline and intentions",
                List.of(
                        Column.dimension("setting"),
                        Column.dimension("need_group"),
                        Column.countOfThings("places"),
                        Column.date("by"),
                        Column.text("intention")),
                rows,
                "");
        return sheet(
                inputs,
                "Intentions",
                table,
                "The table lists the council's plans in its own words; they are not a forecast.");
    }

    private static List<Object> row(Intention intention) {
        Object places = intention.places() == 0 ? Shorthand.NOT_APPLICABLE : (Object) (long) intention.places();
        return List.of(intention.setting(), intention.need(), places, intention.by(), intention.words());
    }

    private static TableSheet sheet(PackInputs inputs, String name, Table table, String description) {
        String title = ChartTitles.of(table.title(), inputs);
        return new TableSheet(name, SECTION, title, description, List.of(), table, List.of());
    }

    /** Returns a map from source column names to the names shown, given as alternating arguments. */
    private static Map<String, String> names(String... pairs) {
        Map<String, String> names = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            names.put(pairs[i], pairs[i + 1]);
        }
        return names;
    }
}
