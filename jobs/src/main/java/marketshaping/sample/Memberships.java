package marketshaping.sample;

/** Which provider is on which lot of a framework, from when to when. */
final class Memberships {
    static final String[] HEADER = {"provider_id", "framework", "lot", "from_date", "to_date"};

    private Memberships() {}

    static void write(Providers providers, CsvFile file) {
        providers.forEach(provider -> {
            for (Lot lot : Lot.values()) {
                if (lot.setting == provider.setting() && provider.isMemberEver()) {
                    file.row(provider.id(), lot.framework, lot.lot, provider.joined(), provider.left());
                }
            }
        });
    }
}
