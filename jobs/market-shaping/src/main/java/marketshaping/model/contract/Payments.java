package marketshaping.model.contract;

import static marketshaping.model.contract.Field.optional;
import static marketshaping.model.contract.Field.required;

import java.util.List;

/**
 * Payments: what was really paid, one row a payment. Two equal payments are two payments, so there is no key. Credits are
 * negative and stay so. Setting and purchase route are told from the expense type by a mapping; null where no pattern
 * tells them.
 */
public final class Payments {
    public static final Contract CONTRACT = new Contract(
            "payments",
            Contract.Need.OPTIONAL,
            "one row for each payment",
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
