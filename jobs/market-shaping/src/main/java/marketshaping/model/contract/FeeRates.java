package marketshaping.model.contract;

import static marketshaping.model.contract.Field.required;

import java.util.List;

/** Fee rates that councils report, from the published tables of the market sustainability fund. */
public final class FeeRates {
    public static final Contract CONTRACT = new Contract(
            "fee_rates",
            Contract.Need.OPTIONAL,
            "one row per council, financial year and type of fee",
            List.of(
                    required("authority", Type.AUTHORITY),
                    required("financial_year", Type.TEXT),
                    required("fee_type", Type.TEXT),
                    required("rate", Type.MONEY),
                    required("unit", Type.TEXT)),
            List.of("authority", "financial_year", "fee_type"),
            List.of());

    private FeeRates() {}
}
