package marketshaping.analysis.fact;

import java.io.Serializable;
import java.util.List;
import marketshaping.analysis.rollup.RollUp;
import marketshaping.analysis.rollup.Slice;

/** A roll-up of a fact's lines on some dates or periods. */
public record RollUpRequest(FactLines fact, RollUp rollUp, List<Slice> slices) implements Serializable {}
