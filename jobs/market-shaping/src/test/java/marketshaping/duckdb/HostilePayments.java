package marketshaping.duckdb;

import java.util.ArrayList;
import java.util.List;

/** What a hostile council paid: to those it has placed people with and to others, with credits and equal payments. */
final class HostilePayments {
    private static final int PAYMENTS = 300;

    private final DefectiveFile file =
            new DefectiveFile("payment_id|payment_date|supplier_id|supplier_name|amount|expense_type"
                    + "|expense_code|cost_centre|contract_id|setting|purchase_route");

    HostilePayments(SeededChoice dice, List<String> providers) {
        List<String> suppliers = new ArrayList<>(providers);
        suppliers.addAll(List.of("900001", "900002", ""));
        for (int i = 0; i < PAYMENTS; i++) {
            file.add(
                    dice.maybe(0.8, String.valueOf(dice.between(1, PAYMENTS))),
                    dice.slip(0.02, dice.written(dice.day()), "", "31/02/2024"),
                    dice.pick(suppliers),
                    dice.maybe(0.5, dice.pick(HostileCouncil.NAMES)),
                    dice.slip(
                            0.02,
                            dice.pick(
                                    dice.between(5, 9000) + ".17",
                                    "£1,250.50",
                                    " 519.89 ",
                                    "(15.00)",
                                    "-99.99",
                                    "0",
                                    "600",
                                    "600"),
                            "",
                            "much"),
                    dice.maybe(0.5, "Dom care"),
                    "7202",
                    "",
                    "",
                    dice.maybe(0.5, dice.slip(0.02, dice.spelled(dice.pick(HostileCouncil.SETTINGS)), "Parks")),
                    dice.maybe(
                            0.5,
                            dice.slip(0.02, dice.spelled(dice.pick("Spot", "Block", "Framework", "DPS")), "Waiver")));
        }
        file.repeat(0);
        file.repeat(0);
        file.repeat(1, "amount", "600.00");
        file.emptyCells();
        file.repeatHeader();
        file.only("amount", "12,345.00");
        file.only("supplier_name", "Total", "amount", "12,345.00");
        file.only("payment_id", "17", "amount", "5");
    }

    DefectiveFile file() {
        return file;
    }
}
