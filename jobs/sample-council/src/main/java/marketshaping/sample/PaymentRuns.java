package marketshaping.sample;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes the actual payments: one per supplier, setting, route and month, for the cost of the placements in that month.
 * Some payments are a month late, some are partly credited back, and some are not classified. The council's own
 * services get no payments. Some suppliers without any placement get payments.
 */
final class PaymentRuns {
    static final String[] HEADER = {
        "payment_id",
        "payment_date",
        "supplier_id",
        "supplier_name",
        "amount",
        "expense_type",
        "expense_code",
        "setting",
        "purchase_route"
    };
    private static final YearMonth FIRST_MONTH = YearMonth.from(SampleCalendar.FIRST_DAY);
    private static final int MONTHS =
            1 + (int) FIRST_MONTH.until(YearMonth.from(SampleCalendar.LAST_DAY), ChronoUnit.MONTHS);
    private static final double LATE = 0.04;
    private static final double CREDITED = 0.02;
    private static final double NOT_CLASSIFIED = 0.05;

    /** A supplier without any placement, with its average monthly payment in pence per person in long-term support. */
    private enum OtherSupplier {
        EQUIPMENT("Community Equipment Store", 1450, "Equipment and adaptations", "7910", "", ""),
        STAFF("Temporary Staffing Agency", 980, "Agency staff", "7920", "", ""),
        LIVE_IN("Live-in Care Agency", 610, "Home care - Spot", "7500", CareSetting.HOME_CARE.label, Route.SPOT.label);

        private final String label;
        private final int pencePerPerson;
        private final Expense expense;

        OtherSupplier(String label, int pencePerPerson, String type, String code, String setting, String route) {
            this.label = label;
            this.pencePerPerson = pencePerPerson;
            this.expense = new Expense(type, code, setting, route);
        }

        String id() {
            return Ids.of("9", 1L + ordinal(), 5);
        }
    }

    /** The purpose of a payment, as classified by finance. */
    private record Expense(String type, String code, String setting, String route) {
        private static final Expense UNKNOWN = new Expense("Care packages", "7000", "", "");

        static Expense of(CareSetting setting, Route route) {
            String code = Ids.of("7", 10L * setting.ordinal() + route.ordinal(), 3);
            if (setting == CareSetting.DIRECT_PAYMENT) {
                return new Expense(setting.label, code, setting.label, setting.label);
            }
            String type = setting.label + " - " + (route.label.isEmpty() ? "Other" : route.label);
            return new Expense(type, code, setting.label, route.label);
        }
    }

    private record Account(Provider provider, CareSetting setting, Route route) {
        private static final Comparator<Account> ORDER = Comparator.comparingInt(
                        (Account account) -> account.provider().number())
                .thenComparing(Account::setting)
                .thenComparing(Account::route);
    }

    /** The amounts owed to each account, in pence, one per month. */
    private final Map<Account, double[]> owed = new TreeMap<>(Account.ORDER);

    private final CsvFile file;
    private final ContractRegister contracts;
    private final int people;
    private final SeededRandom chance;
    private long number;
    private long totalPence;

    PaymentRuns(CsvFile file, ContractRegister contracts, int people, SeededRandom chance) {
        this.file = file;
        this.contracts = contracts;
        this.people = people;
        this.chance = chance;
    }

    /** Adds the cost of a line to the amounts owed, month by month. */
    void owe(PlacementLine line, Purchase purchase, LinePrice price) {
        if (purchase.route() == Route.IN_HOUSE) {
            return;
        }
        double[] months = owed.computeIfAbsent(
                new Account(purchase.provider(), line.setting(), purchase.route()), account -> new double[MONTHS]);
        LocalDate first = SampleCalendar.later(line.start(), SampleCalendar.FIRST_DAY);
        LocalDate last = SampleCalendar.earlier(line.end(), SampleCalendar.LAST_DAY);
        if (price.isOneOff()) {
            months[monthIndex(first)] += line.start().isBefore(first) ? 0 : price.pence();
            return;
        }
        LinePrice due = price.equals(LinePrice.CONTRACT_PRICE) ? contracts.blockPrice(line.setting()) : price;
        for (YearMonth month = YearMonth.from(first); !month.atDay(1).isAfter(last); month = month.plusMonths(1)) {
            LocalDate from = SampleCalendar.later(first, month.atDay(1));
            LocalDate until = SampleCalendar.earlier(last, month.atEndOfMonth());
            months[monthIndex(from)] += due.weeklyPence() * (1 + ChronoUnit.DAYS.between(from, until)) / 7;
        }
    }

    /** Writes the payments to all suppliers, one supplier after another. */
    void write() {
        owed.forEach((account, months) -> {
            for (int month = 0; month < MONTHS; month++) {
                settle(account, FIRST_MONTH.plusMonths(month), PenceText.rounded(months[month]));
            }
        });
        for (OtherSupplier other : OtherSupplier.values()) {
            for (int month = 0; month < MONTHS; month++) {
                long pence = PenceText.rounded(people * other.pencePerPerson * (0.9 + 0.2 * chance.fraction()));
                pay(FIRST_MONTH.plusMonths(month), other.id(), other.label, pence, other.expense);
            }
        }
    }

    /** Returns the sum of the payments written so far, in pence. */
    long totalPence() {
        return totalPence;
    }

    private void settle(Account account, YearMonth month, long pence) {
        if (pence == 0) {
            return;
        }
        pay(account, chance.happens(LATE) ? month.plusMonths(1) : month, pence);
        if (pence > 0 && chance.happens(CREDITED)) {
            pay(account, month.plusMonths(1), -PenceText.rounded(pence * (0.02 + 0.1 * chance.fraction())));
        }
    }

    private void pay(Account account, YearMonth month, long pence) {
        Provider provider = account.provider();
        Expense expense =
                chance.happens(NOT_CLASSIFIED) ? Expense.UNKNOWN : Expense.of(account.setting(), account.route());
        pay(month, provider.id(), provider.isNobody() ? "Direct payment accounts" : provider.name(), pence, expense);
    }

    /** Writes a payment. An amount that is due after the last day is not written, because it is not paid yet. */
    private void pay(YearMonth month, String supplier, String name, long pence, Expense expense) {
        LocalDate day = month.atDay(chance.between(12, 28));
        if (!day.isAfter(SampleCalendar.LAST_DAY)) {
            number++;
            totalPence += pence;
            file.row(
                    Ids.of("PY", number, 6),
                    day,
                    supplier,
                    name,
                    PenceText.of(pence),
                    expense.type(),
                    expense.code(),
                    expense.setting(),
                    expense.route());
        }
    }

    private static int monthIndex(LocalDate day) {
        return (int) FIRST_MONTH.until(YearMonth.from(day), ChronoUnit.MONTHS);
    }
}
