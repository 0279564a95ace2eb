package marketshaping.sample;

/** Writes the providers on each lot of a framework, with the dates of their membership. */
final class FrameworkMembershipFile {
    static final String[] HEADER = {"provider_id", "framework", "lot", "from_date", "to_date"};

    private FrameworkMembershipFile() {}

    static void write(ProviderMarket providers, CsvFile file) {
        providers.forEach(provider -> {
            for (Lot lot : Lot.values()) {
                if (lot.setting == provider.setting() && provider.isMemberEver()) {
                    file.row(provider.id(), lot.framework, lot.lot, provider.joined(), provider.left());
                }
            }
        });
    }
}
