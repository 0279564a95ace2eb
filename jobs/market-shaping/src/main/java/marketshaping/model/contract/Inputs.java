package marketshaping.model.contract;

import java.util.List;
import java.util.NoSuchElementException;

/** Every input that the job reads. To add an input, write its class and list it here. */
public final class Inputs {
    public static final List<Contract> ALL = List.of(
            Placements.CONTRACT,
            Contracts.CONTRACT,
            Brokering.CONTRACT,
            BrokeringPauses.CONTRACT,
            FrameworkMemberships.CONTRACT,
            FrameworkLots.CONTRACT,
            Visits.CONTRACT,
            Postcodes.CONTRACT,
            Providers.CONTRACT,
            ClientLevelData.CONTRACT,
            Payments.CONTRACT,
            FeeRates.CONTRACT,
            BankHolidays.CONTRACT);

    private Inputs() {}

    /** Returns the inputs that are the same for every council, so that they can be loaded on their own. */
    public static List<Contract> reference() {
        return List.of(Postcodes.CONTRACT, Providers.CONTRACT, FeeRates.CONTRACT, BankHolidays.CONTRACT);
    }

    public static List<String> names() {
        return ALL.stream().map(Contract::input).toList();
    }

    public static Contract named(String input) {
        return ALL.stream()
                .filter(contract -> contract.input().equals(input))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("There is no input " + input));
    }
}
