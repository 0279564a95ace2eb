package marketshaping.model.contract;

import static marketshaping.model.contract.Field.optional;
import static marketshaping.model.contract.Field.required;
import static marketshaping.model.contract.RowTest.before;

import java.util.List;

/** Pauses of the brokering clock: one row per pause of a case. A pause without an end is still open. */
public final class BrokeringPauses {
    public static final Contract CONTRACT = new Contract(
            "brokering_pauses",
            Contract.Need.OPTIONAL,
            "one row per pause of a case",
            List.of(
                    required("case_id", Type.ID),
                    required("pause_start", Type.DATE),
                    optional("pause_end", Type.DATE),
                    optional("reason", Type.CODE).from(Codes.PAUSE_REASONS)),
            List.of(),
            List.of(new Rule(
                    "end-before-start", "pause_end is before pause_start", before("pause_end", "pause_start"))));

    private BrokeringPauses() {}
}
