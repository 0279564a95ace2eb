package marketshaping.analysis.measure;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import marketshaping.analysis.fact.AsAt;
import marketshaping.analysis.fact.FactLines;
import marketshaping.analysis.fact.RollUpRequest;
import marketshaping.analysis.rollup.Dimension;
import marketshaping.analysis.rollup.Lines;
import marketshaping.analysis.rollup.RollUp;
import marketshaping.analysis.rollup.Slice;

/**
 * A roll-up of a fact's lines for a table.
 *
 * @param slices the dates or periods of the table, by as-at date
 */
record FactRollUp(FactLines fact, Function<AsAt, List<Slice>> slices, RollUp rollUp) {
    RollUpRequest request(AsAt asAt) {
        return new RollUpRequest(fact, rollUp, List.copyOf(slices.apply(asAt)));
    }

    Stream<String> dimensions() {
        return rollUp.dimensions().stream().map(Dimension::name);
    }

    /** Returns the columns of the fact that the roll-up reads. */
    Set<String> columnsRead() {
        Lines none = fact.none();
        rollUp.of(none, slices.apply(new AsAt(LocalDate.EPOCH)));
        return none.read();
    }
}
