package marketshaping.analysis.measure;

import java.util.List;
import java.util.stream.Stream;
import marketshaping.analysis.fact.PlacementLines;
import marketshaping.analysis.rollup.Amount;
import marketshaping.analysis.rollup.Dimension;
import marketshaping.analysis.rollup.Figure;
import marketshaping.analysis.rollup.LineCondition;
import marketshaping.analysis.rollup.OncePerPerson;
import marketshaping.analysis.rollup.RollUp;
import marketshaping.model.table.Column;

/** People in accommodation with care outside the borough, and how many had a visit or review in the last 12 months. */
public final class OobOversight {
    private static final String DAYS = "days_since_seen";
    private static final String YEAR_BEFORE = "_year_before";
    private static final LineCondition PLACED_12_MONTHS = LineCondition.before("start_date");

    public static final Measure MEASURE = new Measure(
            "oob_oversight",
            Section.OUT_OF_BOROUGH,
            "People placed outside the borough who were seen in the last 12 months",
            new Definition(
                    "The table counts people in accommodation with care outside the borough, and how many of them"
                            + " were seen. Seen means a visit or review in the last 12 months, wherever it took place.",
                    "The first percentage covers all people in accommodation with care outside the borough. The"
                            + " second covers those whose placement started at least 12 months before the as-at date.",
                    "Placements were active on the as-at date, and visits took place on or before it; year-before"
                            + " columns use the same day one year earlier.",
                    "People whose placement could not be located are not counted.",
                    "People without any visit or review on record count as never seen. They are included in the"
                            + " percentages but not in the median. Year-before figures use visits up to that date. If"
                            + " the extract of visits begins later, these figures show fewer people seen."),
            List.of("visits"),
            List.of(
                    Column.dimension("setting"),
                    Column.count("people"),
                    Column.count("seen_12_months"),
                    Column.percent("seen_percent", "seen_12_months", "people"),
                    Column.count("placed_12_months"),
                    Column.percent("seen_of_placed_12_months_percent", "_seen_of_placed_12_months", "placed_12_months"),
                    Column.count("never_seen"),
                    Column.days("median_days_since_seen", "_ever_seen"),
                    Column.count("people_year_before"),
                    Column.count("seen_12_months_year_before"),
                    Column.percent("seen_percent_year_before", "seen_12_months_year_before", "people_year_before"),
                    Column.count("placed_12_months_year_before"),
                    Column.percent(
                            "seen_of_placed_12_months_percent_year_before",
                            "_seen_of_placed_12_months_year_before",
                            "placed_12_months_year_before"),
                    Column.count("never_seen_year_before"),
                    Column.days("median_days_since_seen_year_before", "_ever_seen_year_before"),
                    Column.count("_seen_of_placed_12_months"),
                    Column.count("_ever_seen"),
                    Column.count("_seen_of_placed_12_months_year_before"),
                    Column.count("_ever_seen_year_before")),
            new Tabulation(
                            PlacementLines.FACT,
                            Tabulation.AS_AT_SINCE_12_MONTHS,
                            new RollUp(
                                    PlacementLines.ACTIVE
                                            .and(PlacementLines.IN_ACCOMMODATION)
                                            .and(PlacementLines.OUT_OF_BOROUGH),
                                    List.of(Dimension.of("setting")),
                                    RollUp.cube(1),
                                    Stream.concat(
                                                    figures("last_seen").stream(),
                                                    figures("last_seen_year_before").stream()
                                                            .map(Figure::yearBefore))
                                            .toList()))
                    .with(
                            neverSeen(""),
                            Derived.percentile("median_days_since_seen", DAYS, 50),
                            neverSeen(YEAR_BEFORE),
                            Derived.percentile("median_days_since_seen_year_before", DAYS + YEAR_BEFORE, 50)));

    /** Returns the figures of people with the column of the latest visit, which all placements of a person share. */
    private static List<Figure> figures(String lastSeen) {
        LineCondition isSeen = LineCondition.within(lastSeen);
        return List.of(
                Figure.people("people"),
                Figure.people("seen_12_months").where(isSeen),
                Figure.people("placed_12_months").where(PLACED_12_MONTHS),
                Figure.people("_seen_of_placed_12_months").where(isSeen.and(PLACED_12_MONTHS)),
                Figure.people("_ever_seen").where(LineCondition.upTo(lastSeen)),
                OncePerPerson.of(Figure.percentiles(DAYS, Amount.daysSince(lastSeen), 50)));
    }

    private static Derived neverSeen(String suffix) {
        return Derived.of(
                "never_seen" + suffix,
                cell -> (Long) cell.get("people" + suffix) - (Long) cell.get("_ever_seen" + suffix));
    }

    private OobOversight() {}
}
