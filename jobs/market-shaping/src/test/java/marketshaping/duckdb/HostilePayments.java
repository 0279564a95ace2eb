package marketshaping.duckdb;

import java.util.ArrayList;
import java.util.List;

/** The payments of a hostile council to its providers and to other suppliers, with credits and equal payments. */
final class HostilePayments {
    private static final int PAYMENTS = 300;

    private final DefectiveFile file =
            new DefectiveFile("payment_id|payment_date|supplier_id|supplier_name|amount|expense_type"
                    + "|expense_code|cost_centre|contract_id|setting|purchase_route");

    HostilePayments(SeededChoice choice, List<String> providers) {
        List<String> suppliers = new ArrayList<>(providers);
        suppliers.addAll(List.of("900001", "900002", ""));
        for (int i = 0; i < PAYMENTS; i++) {
            file.add(
                    choice.maybe(0.8, String.valueOf(choice.between(1, PAYMENTS))),
                    choice.slip(0.02, choice.written(choice.day()), "", "31/02/2024"),
                    choice.pick(suppliers),
                    choice.maybe(0.5, choice.pick(HostileCouncil.NAMES)),
                    choice.slip(
                            0.02,
                            choice.pick(
                                    choice.between(5, 9000) + ".17",
                                    "£1,250.50",
                                    " 519.89 ",
                                    "(15.00)",
                                    "-99.99",
                                    "0",
                                    "600",
                                    "600"),
                            "",
                            "much"),
                    choice.maybe(0.5, "Dom care"),
                    "7202",
                    "",
                    "",
                    choice.maybe(0.5, choice.slip(0.02, choice.spelled(choice.pick(HostileCouncil.SETTINGS)), "Parks")),
                    choice.maybe(
                            0.5,
                            choice.slip(
                                    0.02, choice.spelled(choice.pick("Spot", "Block", "Framework", "DPS")), "Waiver")));
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
