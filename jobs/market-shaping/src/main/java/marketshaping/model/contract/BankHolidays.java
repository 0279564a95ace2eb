package marketshaping.model.contract;

import static marketshaping.model.contract.Field.optional;
import static marketshaping.model.contract.Field.required;

import java.util.List;

/** Bank holidays: the GOV.UK list as published. One row for each holiday of each part of the United Kingdom. */
public final class BankHolidays {
    public static final Contract CONTRACT = new Contract(
            "bank_holidays",
            Contract.Need.OPTIONAL,
            "one row for each bank holiday in England",
            List.of(required("date", Type.DATE), optional("title", Type.TEXT), optional("division", Type.TEXT)),
            List.of("date"),
            List.of());

    private BankHolidays() {}
}
