package marketshaping.analysis.measure;

import java.util.List;
import marketshaping.analysis.fact.PlacementLines;
import marketshaping.analysis.rollup.Dimension;
import marketshaping.analysis.rollup.Figure;
import marketshaping.analysis.rollup.LineCondition;
import marketshaping.analysis.rollup.RollUp;
import marketshaping.model.table.Column;

/**
 * People and placements in accommodation with care by host council, with weekly cost, ratings and notifications of that
 * council.
 */
public final class OobHosts {
    private static final String NOT_LOCATED = "Not located";
    private static final String NOTIFIED = "host_authority_notified";

    public static final Measure MEASURE = new Measure(
            "oob_hosts",
            Section.OUT_OF_BOROUGH,
            "People and placements in accommodation with care, by host council",
            new Definition(
                    "People and placements in accommodation with care are counted by host council and the tier of"
                            + " that council. Ratings count placements by the regulator's overall rating of their"
                            + " location. A location that has left the register counts as deregistered, whatever its"
                            + " rating was.",
                    "The notified percentage covers placements outside the borough with a record of whether the host"
                            + " council was notified.",
                    "Placements were active on the as-at date.",
                    "Home care, day support, direct payments, respite and other settings are not counted.",
                    "Placements that could not be located have a tier of their own. Placements without a location, or"
                            + " with a location that is not found or has no rating, count as not rated. The weekly"
                            + " cost is the sum of the known costs."),
            List.of(),
            List.of(
                    Column.dimension("tier"),
                    Column.dimension("host_code"),
                    Column.dimension("host_name"),
                    Column.count("people"),
                    Column.count("placements"),
                    Column.money("weekly_cost", "£ a week", "people"),
                    Column.percent("notified_percent", "notified", "_notification_recorded"),
                    Column.count("notified"),
                    Column.count("notification_not_recorded"),
                    Column.count("outstanding").needing("providers"),
                    Column.count("good").needing("providers"),
                    Column.count("requires_improvement").needing("providers"),
                    Column.count("inadequate").needing("providers"),
                    Column.count("not_rated").needing("providers"),
                    Column.count("deregistered").needing("providers"),
                    Column.count("_notification_recorded"),
                    TopProvider.of("weekly_cost", "people")),
            new Tabulation(
                    PlacementLines.FACT,
                    Tabulation.AS_AT,
                    new RollUp(
                            PlacementLines.ACTIVE.and(PlacementLines.IN_ACCOMMODATION),
                            List.of(
                                    Dimension.of("tier"),
                                    Dimension.of("host_code", "host_code", NOT_LOCATED),
                                    Dimension.of("host_name", "host_name", NOT_LOCATED)),
                            List.of(0b111, 0b001, 0b000),
                            List.of(
                                    Figure.people("people"),
                                    Figure.lines("placements"),
                                    Figure.sum("weekly_cost", PlacementLines.WEEKLY_COST),
                                    Figure.lines("notified")
                                            .where(PlacementLines.OUT_OF_BOROUGH.and(LineCondition.isTrue(NOTIFIED))),
                                    Figure.lines("notification_not_recorded")
                                            .where(PlacementLines.OUT_OF_BOROUGH.and(LineCondition.isKnown(NOTIFIED)
                                                    .not())),
                                    rated("outstanding", "Outstanding"),
                                    rated("good", "Good"),
                                    rated("requires_improvement", "Requires improvement"),
                                    rated("inadequate", "Inadequate"),
                                    rated("not_rated", "Not rated"),
                                    rated("deregistered", "No longer registered"),
                                    Figure.lines("_notification_recorded")
                                            .where(PlacementLines.OUT_OF_BOROUGH.and(LineCondition.isKnown(NOTIFIED))),
                                    TopProvider.figure("weekly_cost", PlacementLines.WEEKLY_COST)))));

    private static Figure rated(String column, String quality) {
        return Figure.lines(column).where(PlacementLines.quality(quality));
    }

    private OobHosts() {}
}
