package marketshaping.sample;

import java.time.LocalDate;

/**
 * An artificial provider with one registered location: the home itself for care homes, otherwise an office that is
 * often in another council. Dates that are not set are {@link SampleCalendar#OPEN}.
 */
record Provider(
        int number,
        CareSetting setting,
        Council council,
        int postcode,
        String rating,
        LocalDate rated,
        LocalDate closed,
        LocalDate joined,
        LocalDate left) {
    private static final String[] WORDS = {
        "Alder",
        "Bramble",
        "Cedar",
        "Dogwood",
        "Elder",
        "Foxglove",
        "Gorse",
        "Hazel",
        "Iris",
        "Juniper",
        "Kestrel",
        "Larch",
        "Mallow",
        "Nettle",
        "Oak",
        "Plover",
        "Quince",
        "Rowan",
        "Sorrel",
        "Teasel",
        "Upland",
        "Vetch",
        "Willow"
    };
    private static final int BRANDED_EVERY = 4;
    private static final int BRANDS = 9;

    /** The council's own services, which have no location in the directory. */
    static final Provider IN_HOUSE = new Provider(
            0,
            CareSetting.OTHER,
            Council.HACKNEY,
            0,
            "",
            SampleCalendar.OPEN,
            SampleCalendar.OPEN,
            SampleCalendar.OPEN,
            SampleCalendar.OPEN);

    /** No provider, because the person decides how to spend a direct payment. */
    static final Provider NOBODY = new Provider(
            -1,
            CareSetting.OTHER,
            Council.HACKNEY,
            0,
            "",
            SampleCalendar.OPEN,
            SampleCalendar.OPEN,
            SampleCalendar.OPEN,
            SampleCalendar.OPEN);

    boolean isNobody() {
        return number < 0;
    }

    String id() {
        return isNobody() ? "" : Ids.of("", number, 6);
    }

    String name() {
        if (isNobody()) {
            return "";
        }
        return number == 0
                ? "Council In-house Services"
                : WORDS[number % WORDS.length] + kind() + Ids.of("", number, 3);
    }

    String location() {
        return number > 0 ? Ids.of("1-9", number, 8) : "";
    }

    String company() {
        return Ids.of("1-8", number, 8);
    }

    String brandId() {
        return hasBrand() ? Ids.of("BD", 1 + number % BRANDS, 3) : "-";
    }

    String brand() {
        return hasBrand() ? Ids.of("BRAND Group ", 1 + number % BRANDS, 2) : "-";
    }

    boolean isMemberOn(LocalDate day) {
        return !joined.isAfter(day) && !left.isBefore(day);
    }

    boolean isMemberEver() {
        return !joined.equals(SampleCalendar.OPEN);
    }

    int beds() {
        return setting.isCareHome() ? 12 + number * 7 % 55 : 0;
    }

    private boolean hasBrand() {
        return number % BRANDED_EVERY == 0;
    }

    private String kind() {
        return switch (setting) {
            case RESIDENTIAL -> " House ";
            case NURSING -> " Nursing Home ";
            case SUPPORTED_LIVING -> " Supported Living ";
            case EXTRA_CARE -> " Extra Care ";
            case SHARED_LIVES -> " Shared Lives ";
            case HOME_CARE -> " Home Care ";
            case DAY_SUPPORT -> " Day Centre ";
            default -> " Services ";
        };
    }
}
