package marketshaping.analysis.measure;

import marketshaping.analysis.rollup.Amount;
import marketshaping.analysis.rollup.Figure;
import marketshaping.model.table.Column;

/**
 * Supporting column of a money column, for disclosure control: the largest provider's percentage of the amount in each
 * cell, 0 to 100.
 *
 * <p>It uses amounts above zero only, so that a credit cannot hide a provider. Placements without a recorded provider
 * count towards the total, but not as a provider. Null if there is no amount above zero or no recorded provider.
 */
final class TopProvider {

    private TopProvider() {}

    /** Returns the figure of the supporting column of a money column. */
    static Figure figure(String moneyColumn, Amount amount) {
        return Figure.topShare("_" + moneyColumn + "_top_provider_percent", amount, "provider_id");
    }

    /** Returns the figure of the supporting column of a money column of the year before. */
    static Figure figureYearBefore(String moneyColumn, Amount amount) {
        return figure(moneyColumn, amount).yearBefore().named("_" + moneyColumn + "_year_before_top_provider_percent");
    }

    static Column of(String moneyColumn, String basis) {
        return Column.share("_" + moneyColumn + "_top_provider_percent", basis);
    }
}
