package marketshaping.analysis.fact;

import java.util.List;
import java.util.Map;
import marketshaping.analysis.rollup.Lines.Type;

/** The lines of contracts for roll-ups. */
public final class ContractLines {
    /** The lines of contracts. */
    public static final FactLines FACT =
            FactLines.of("contract", Map.of(Type.CODE, List.of("provider_id", "provider_name")));

    private ContractLines() {}
}
