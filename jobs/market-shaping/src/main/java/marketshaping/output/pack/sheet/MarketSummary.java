package marketshaping.output.pack.sheet;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import marketshaping.model.table.Column;
import marketshaping.model.table.Shorthand;
import marketshaping.model.table.Table;
import marketshaping.output.pack.sheet.CombinedColumns.Beside;
import marketshaping.output.pack.sheet.PackInputs.Intention;
import marketshaping.output.workbook.Sheet;
import marketshaping.output.workbook.TableSheet;

/**
 * What the authors of a market position statement paste from: what is bought, where, at what price and how fast, by
 * setting, need and age, and what the council means to do.
 */
public final class MarketSummary {
    private static final String SECTION = "Summary";
    private static final String ALL = FigureLookup.ALL;
    private static final String NOTHING =
            "Every figure is one of the table that it comes from, as published. Where that"
                    + " table has no such row, there is nothing to count and [z] stands.";
    private static final Map<String, String> WHERE = names(
            "in_borough", "in_borough",
            "out_of_borough", "out_of_borough",
            "out_of_borough_percent", "out_of_borough_percent",
            "outside_london_percent", "outside_london_percent");
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
                    "People and placements are those of spend_commitment; where they are is from oob_stock, which holds"
                            + " accommodation with care; people for whom nothing was found in the borough are from"
                            + " repatriation; weekly prices are from price; days to find a placement, of the setting as a"
                            + " whole and the last 12 months, are from brokering_times."));
        }
        if (inputs.tables().containsKey("oob_stock")) {
            sheets.add(sheet(
                    inputs,
                    "Market summary by age",
                    byAge(inputs.tables()),
                    "It holds accommodation with care. People, placements and where they are come from oob_stock, weekly"
                            + " prices from price."));
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
                .and(new Beside("oob_stock", Map.of("age_band", ALL, "purchase_route", ALL), settingAndNeed, WHERE))
                .and(new Beside("repatriation", Map.of(), settingAndNeed, Map.of("people", "out_for_want_of_places")))
                .and(new Beside(
                        "price", Map.of("age_band", ALL, "tier", ALL, "purchase_route", ALL), settingAndNeed, PRICES))
                .and(new Beside(
                        "brokering_times",
                        Map.of("period", "Last 12 months", "source", ALL),
                        List.of("setting"),
                        Map.of("median_days", "median_wait_days")))
                .table("market_summary", "What is bought, where, at what price and how fast", NOTHING);
    }

    private static Table byAge(Map<String, Table> tables) {
        List<String> dimensions = List.of("setting", "need_group", "age_band");
        List<String> told = new ArrayList<>(List.of("people", "placements"));
        told.addAll(WHERE.keySet());
        return new CombinedColumns(tables, "oob_stock", dimensions, told)
                .and(new Beside("price", Map.of("tier", ALL, "purchase_route", ALL), dimensions, PRICES))
                .table("market_summary_by_age", "What is bought, where and at what price, by age", NOTHING);
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
                inputs, "Intentions", table, "It is what the council means to do, in its own words, not a forecast.");
    }

    private static List<Object> row(Intention intention) {
        Object places = intention.places() == 0 ? Shorthand.NOT_APPLICABLE : (Object) (long) intention.places();
        return List.of(intention.setting(), intention.need(), places, intention.by(), intention.words());
    }

    private static TableSheet sheet(PackInputs inputs, String name, Table table, String holds) {
        return new TableSheet(name, SECTION, ChartTitles.of(table.title(), inputs), holds, List.of(), table, List.of());
    }

    /** Columns with what they are called here, in this order. */
    private static Map<String, String> names(String... pairs) {
        Map<String, String> names = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            names.put(pairs[i], pairs[i + 1]);
        }
        return names;
    }
}
