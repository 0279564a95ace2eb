package marketshaping.analysis.measure;

import java.util.List;
import marketshaping.analysis.fact.PlacementLines;
import marketshaping.analysis.rollup.Dimension;
import marketshaping.analysis.rollup.Figure;
import marketshaping.analysis.rollup.LineCondition;
import marketshaping.analysis.rollup.RollUp;
import marketshaping.model.table.Column;

/** Placements under contracts that have expired or will end within 12 months. */
public final class ContractsExpiring {

    public static final Measure MEASURE = new Measure(
            "contracts_expiring",
            Section.FRAMEWORK_AND_SPOT,
            "Placements under contracts that have expired, or end within 6 or 12 months",
            new Definition(
                    "Placements are counted by the last day of the contract that they name. Expired means that the"
                            + " contract ended before the as-at date, but the placement continues. Within 6 months"
                            + " means that the contract ends on the as-at date or up to 6 months later, and likewise"
                            + " for within 12 months. The 12 months include the 6.",
                    "",
                    "Placements were active on the as-at date.",
                    "Placements whose contract ends later are not counted.",
                    "Placements without a contract, or with a contract that has no recorded end, are not counted. The"
                            + " weekly value is the sum of the known costs."),
            List.of(),
            List.of(
                    Column.dimension("state"),
                    Column.dimension("setting"),
                    Column.dimension("purchase_route"),
                    Column.count("lines"),
                    Column.money("weekly_value", "£ a week", "people"),
                    Column.count("people"),
                    TopProvider.of("weekly_value", "people")),
            state("Expired", PlacementLines.CONTRACT_EXPIRED)
                    .and(state("Within 6 months", PlacementLines.contractEndsWithin(6)))
                    .and(state("Within 12 months", PlacementLines.contractEndsWithin(12))));

    private static Tabulation state(String state, LineCondition contractEnds) {
        return new Tabulation(
                PlacementLines.FACT,
                Tabulation.AS_AT,
                new RollUp(
                        PlacementLines.ACTIVE.and(contractEnds),
                        List.of(
                                Dimension.constant("state", state),
                                Dimension.of("setting"),
                                Dimension.of("purchase_route")),
                        RollUp.cube(3, 0),
                        List.of(
                                Figure.lines("lines"),
                                Figure.people("people"),
                                Figure.sum("weekly_value", PlacementLines.WEEKLY_COST),
                                TopProvider.figure("weekly_value", PlacementLines.WEEKLY_COST))));
    }

    private ContractsExpiring() {}
}
