package marketshaping.output.pack;

import static marketshaping.output.pack.PackFixture.AS_AT;
import static marketshaping.output.pack.PackFixture.BROKERED;
import static marketshaping.output.pack.PackFixture.SETTINGS;
import static marketshaping.output.pack.PackFixture.TIERS;
import static marketshaping.output.pack.PackFixture.columns;
import static marketshaping.output.pack.PackFixture.months;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import marketshaping.model.table.Column;
import marketshaping.model.table.Shorthand;
import marketshaping.model.table.Table;

/** Tables of a made-up council about brokering, quality and the data. */
final class OtherTables {

    private OtherTables() {}

    static Table brokeringTimes() {
        List<String> periods = Stream.concat(
                        Stream.of("Month", "Financial year to date", "Last 12 months"),
                        months().stream().map(YearMonth::toString))
                .toList();
        List<List<Object>> rows = new ArrayList<>();
        for (int p = 0; p < periods.size(); p++) {
            for (int s = 0; s < BROKERED.size(); s++) {
                for (String source : List.of("All", "Hospital", "Community")) {
                    rows.add(List.of(
                            periods.get(p),
                            BROKERED.get(s),
                            source,
                            120L / (1 + s),
                            9.4 + 4 * s,
                            6.5 + 3 * s,
                            41.2,
                            97L,
                            50L,
                            38.5 + p,
                            70L,
                            10.1 + 4 * s,
                            36.6));
                }
            }
        }
        return new Table(
                "brokering_times",
                "Days to find a placement",
                columns(
                        List.of(
                                Column.count("cases"),
                                Column.days("mean_days", "cases"),
                                Column.days("median_days", "cases"),
                                Column.days("p90_days", "cases"),
                                Column.days("max_days", "cases"),
                                Column.count("within_target"),
                                Column.percent("within_target_percent", "within_target", "cases"),
                                Column.count("breaches"),
                                Column.days("mean_days_year_before", "cases"),
                                Column.percent("within_target_percent_year_before", "", "cases")),
                        "period",
                        "setting",
                        "source"),
                rows,
                "");
    }

    static Table brokeringOpen() {
        List<List<Object>> rows = SETTINGS.stream()
                .map(setting -> List.<Object>of(setting, 44L, 12.5, 131L, 27L, 61.4))
                .toList();
        return new Table(
                "brokering_open",
                "Cases still open",
                columns(
                        List.of(
                                Column.count("open_cases"),
                                Column.days("median_age_days", "open_cases"),
                                Column.days("max_age_days", "open_cases"),
                                Column.count("past_target"),
                                Column.percent("past_target_percent", "past_target", "open_cases")),
                        "setting"),
                rows,
                "");
    }

    static Table quality() {
        List<List<Object>> rows = new ArrayList<>();
        for (String basis : List.of("People", "Weekly value", "Providers")) {
            for (String tier : Stream.concat(Stream.of("All"), TIERS.stream()).toList()) {
                rows.add(List.of(basis, tier, "All", 81.5, 12L, 240L, 44L, 6L, 5L, 2L));
            }
        }
        return new Table(
                "quality",
                "Ratings of the care bought",
                columns(
                        List.of(
                                Column.share("good_or_outstanding_percent", ""),
                                Column.mixed("outstanding", "people, £ a week or providers", ""),
                                Column.mixed("good", "people, £ a week or providers", ""),
                                Column.mixed("requires_improvement", "people, £ a week or providers", ""),
                                Column.mixed("inadequate", "people, £ a week or providers", ""),
                                Column.mixed("not_rated", "people, £ a week or providers", ""),
                                Column.mixed("deregistered", "people, £ a week or providers", "")),
                        "basis",
                        "tier",
                        "purchase_route"),
                rows,
                "");
    }

    static Table dataQuality() {
        return new Table(
                "data_quality",
                "Rows read, accepted and quarantined",
                columns(
                        List.of(
                                Column.countOfThings("rows_read"),
                                Column.countOfThings("rows_accepted"),
                                Column.countOfThings("rows_quarantined"),
                                Column.countOfThings("rows_not_records"),
                                Column.date("latest_extract")),
                        "input",
                        "file"),
                List.of(
                        List.of("placements", "placements-2025-06.csv", 5121L, 5100L, 18L, 3L, AS_AT),
                        List.of("brokering", "brokering.xlsx", 2210L, 2207L, 2L, 1L, LocalDate.of(2025, 6, 27))),
                "");
    }

    static Table baselines() {
        return new Table(
                "baselines",
                "Published figures compared with current figures",
                columns(
                        List.of(
                                Column.number("published", ""),
                                Column.date("published_as_at"),
                                Column.number("measured", ""),
                                Column.text("source")),
                        "figure",
                        "unit"),
                List.of(
                        List.of(
                                "People placed out of borough",
                                "people",
                                new BigDecimal("536"),
                                LocalDate.of(2025, 2, 28),
                                552L,
                                "An assessment published in 2026"),
                        List.of(
                                "Spot nursing care: outside London",
                                "percent",
                                new BigDecimal("26"),
                                LocalDate.of(2025, 2, 28),
                                24.2,
                                "An assessment published in 2026"),
                        List.of(
                                "Budget in the financial year",
                                "pounds",
                                new BigDecimal("116854000"),
                                LocalDate.of(2025, 3, 31),
                                Shorthand.NOT_AVAILABLE,
                                "An assessment published in 2026")),
                "");
    }
}
