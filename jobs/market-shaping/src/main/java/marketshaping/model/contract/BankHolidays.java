package marketshaping.model.contract;

import static marketshaping.model.contract.Field.optional;
import static marketshaping.model.contract.Field.required;

import java.util.List;

/** Bank holidays, as published on GOV.UK: one row per holiday and part of the United Kingdom. */
public final class BankHolidays {
    public static final Contract CONTRACT = new Contract(
            "bank_holidays",
            Contract.Need.OPTIONAL,
            "one row per bank holiday in England",
            List.of(required("date", Type.DATE), optional("title", Type.TEXT), optional("division", Type.TEXT)),
            List.of("date"),
            List.of());

    private BankHolidays() {}
}
