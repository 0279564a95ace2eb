package marketshaping.model.contract;

import static marketshaping.model.contract.Field.optional;
import static marketshaping.model.contract.Field.required;

import java.util.List;

/**
 * Payments that were made: one row per payment. Two identical rows are two payments, so there is no key. Credits stay
 * negative. A mapping derives setting and purchase route from the expense type; both are null if no pattern matches.
 */
public final class Payments {
    public static final Contract CONTRACT = new Contract(
            "payments",
            Contract.Need.OPTIONAL,
            "one row per payment",
            List.of(
                    optional("payment_id", Type.ID),
                    required("payment_date", Type.DATE),
                    optional("supplier_id", Type.ID),
                    optional("supplier_name", Type.TEXT),
                    required("amount", Type.MONEY),
                    optional("expense_type", Type.TEXT),
                    optional("expense_code", Type.ID),
                    optional("cost_centre", Type.TEXT),
                    optional("contract_id", Type.ID),
                    optional("setting", Type.CODE).from(Codes.SETTINGS),
                    optional("purchase_route", Type.CODE).from(Codes.PURCHASE_ROUTES)),
            List.of(),
            List.of());

    private Payments() {}
}
