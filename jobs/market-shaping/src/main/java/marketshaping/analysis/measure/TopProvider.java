package marketshaping.analysis.measure;

import marketshaping.model.table.Column;

/**
 * The supporting column that goes with a money column: how much of the cell's money one provider makes up, 0 to 100.
 *
 * <p>It is worked out from amounts above nought, so that a credit can't hide a provider; placements without a recorded
 * provider count towards the whole but are nobody's. Null where there is no money or no provider is recorded.
 */
final class TopProvider {

    private TopProvider() {}

    static Column of(String moneyColumn, String basis) {
        return Column.share("_" + moneyColumn + "_top_provider_percent", basis);
    }
}
