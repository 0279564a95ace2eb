package marketshaping.sample;

import java.time.LocalDate;

/** A lot of a framework agreement: the setting that it covers, its dates and its weekly rate. */
enum Lot {
    HOME_CARE(
            "Home Care Framework",
            "Lot 1",
            CareSetting.HOME_CARE,
            LocalDate.of(2023, 4, 3),
            LocalDate.of(2027, 9, 30),
            ""),
    DAY_SUPPORT(
            "Day Opportunities Framework",
            "Lot 1",
            CareSetting.DAY_SUPPORT,
            LocalDate.of(2024, 3, 1),
            LocalDate.of(2028, 2, 29),
            ""),
    SUPPORTED_LIVING(
            "Supported Living and Residential Framework",
            "Lot 1",
            CareSetting.SUPPORTED_LIVING,
            SampleCalendar.GO_LIVE,
            LocalDate.of(2034, 2, 1),
            "1180.00"),
    RESIDENTIAL(
            "Supported Living and Residential Framework",
            "Lot 2",
            CareSetting.RESIDENTIAL,
            SampleCalendar.GO_LIVE,
            LocalDate.of(2034, 2, 1),
            "1060.00");

    final String framework;
    final String lot;
    final CareSetting setting;
    final LocalDate from;
    final LocalDate to;
    final String weeklyRate;

    Lot(String framework, String lot, CareSetting setting, LocalDate from, LocalDate to, String weeklyRate) {
        this.framework = framework;
        this.lot = lot;
        this.setting = setting;
        this.from = from;
        this.to = to;
        this.weeklyRate = weeklyRate;
    }

    static boolean covers(CareSetting setting, LocalDate day) {
        for (Lot lot : values()) {
            if (lot.setting == setting && !day.isBefore(lot.from)) {
                return true;
            }
        }
        return false;
    }

    static void write(CsvFile file) {
        for (Lot lot : values()) {
            file.row(lot.framework, lot.lot, lot.setting.label, lot.from, lot.to, lot.weeklyRate);
        }
    }
}
