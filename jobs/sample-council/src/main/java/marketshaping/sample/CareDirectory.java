package marketshaping.sample;

import java.time.LocalDate;

/**
 * Writes the care directory with the national regulator's columns. It contains the locations of the market and a few
 * that do not provide social care.
 */
final class CareDirectory {
    static final String[] HEADER = {
        "Location ID",
        "Location HSCA start date",
        "Location HSCA End Date",
        "Dormant (Y/N)",
        "Care home?",
        "Location Name",
        "Care homes beds",
        "Location Inspection Directorate",
        "Location Latest Overall Rating",
        "Publication Date",
        "Inherited Rating (Y/N)",
        "Location Region",
        "Location Local Authority",
        "Location Postal Code",
        "Location Latitude",
        "Location Longitude",
        "Brand ID",
        "Brand Name",
        "Provider ID",
        "Provider Name"
    };
    private static final int SURGERIES = 3;

    private final ArtificialPostcodes postcodes;

    CareDirectory(ArtificialPostcodes postcodes) {
        this.postcodes = postcodes;
    }

    void write(ProviderMarket providers, CsvFile file) {
        providers.forEach(provider -> row(file, provider, "Adult social care"));
        for (int number = 1; number <= SURGERIES; number++) {
            Provider surgery = new Provider(
                    90_000_000 + number,
                    CareSetting.OTHER,
                    Council.HACKNEY,
                    number,
                    "Good",
                    LocalDate.of(2021, 5, number),
                    SampleCalendar.OPEN,
                    SampleCalendar.OPEN,
                    SampleCalendar.OPEN);
            row(file, surgery, "Primary medical services");
        }
    }

    private void row(CsvFile file, Provider provider, String directorate) {
        Council council = provider.council();
        int number = provider.number();
        file.row(
                provider.location(),
                dayFirst(LocalDate.of(2010, 10, 1).plusDays(number * 37L % 3000)),
                dayFirst(provider.closed()),
                number % 61 == 60 ? "Y" : "N",
                provider.setting().isCareHome() ? "Y" : "N",
                provider.name(),
                provider.beds() > 0 ? provider.beds() : "",
                directorate,
                provider.rating(),
                provider.rating().isEmpty() ? "" : dayFirst(provider.rated()),
                number % 29 == 28 ? "Y" : "N",
                council.region(),
                council.label,
                postcodes.code(council, provider.postcode()),
                postcodes.latitude(council, provider.postcode()),
                postcodes.longitude(council, provider.postcode()),
                provider.brandId(),
                provider.brand(),
                provider.company(),
                provider.name() + " Ltd");
    }

    /** Formats a date as the regulator does (dd/mm/yyyy); an open date is empty. */
    private static String dayFirst(LocalDate day) {
        return day.equals(SampleCalendar.OPEN)
                ? ""
                : Ids.of("", day.getDayOfMonth(), 2) + "/" + Ids.of("", day.getMonthValue(), 2) + "/" + day.getYear();
    }
}
