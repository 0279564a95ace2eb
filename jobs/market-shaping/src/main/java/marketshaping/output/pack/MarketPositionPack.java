package marketshaping.output.pack;

import java.util.Set;
import marketshaping.analysis.measure.Measure;
import marketshaping.output.pack.sheet.CellWords;
import marketshaping.output.pack.sheet.MarketSummary;
import marketshaping.output.pack.sheet.PackInputs;
import marketshaping.output.workbook.Workbook;
import marketshaping.output.workbook.WorkbookAudience;

/**
 * Builds the market position pack: disclosure-controlled tables for publication, which support the market position
 * statement.
 */
final class MarketPositionPack {
    private static final String PURPOSE = "For providers, residents and partners. This workbook shows which care the"
            + " council buys, where and how it buys it, and how long a placement takes to find. It supports the market"
            + " position statement: the worksheets after the key messages contain tables for its authors to copy.";

    /**
     * The ids of measures that the pack omits, because they are about the council's oversight or data and not about the
     * market.
     */
    private static final Set<String> INTERNAL = Set.of(
            "oob_oversight",
            "leakage",
            "brokering_open",
            "data_quality",
            "data_quality_rules",
            "data_completeness",
            "cld_check",
            "baselines");

    private MarketPositionPack() {}

    static boolean omits(Measure measure) {
        return measure.audience() == Measure.Audience.COUNCIL || INTERNAL.contains(measure.id());
    }

    static Workbook workbook(PackInputs inputs) {
        PackInputs published = inputs.without(INTERNAL)
                .without(inputs.measures().stream()
                        .filter(MarketPositionPack::omits)
                        .map(Measure::id)
                        .toList());
        String title = "Market position pack, %s, %s".formatted(inputs.council(), CellWords.date(inputs.asAt()));
        return new Workbook(
                title,
                inputs.council(),
                inputs.asAt(),
                WorkbookAudience.PUBLISHED,
                inputs.classification(),
                CommissioningPack.sheets(published, title, PURPOSE, MarketSummary.sheets(published)));
    }
}
