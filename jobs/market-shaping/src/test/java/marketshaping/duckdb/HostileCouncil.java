package marketshaping.duckdb;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The extracts of a small council in which everything happens that the design speaks of: rows of every fault, dates on
 * the days that decide, keys that repeat, totals, prices in every frequency, memberships that overlap. No two seeds are
 * alike, neither in size nor in how much is wrong, and the same seed is always the same.
 */
final class HostileCouncil {
    static final List<String> SETTINGS =
            words("Residential care|Nursing care|Supported living|Extra care|Shared Lives|Home care|Day support|"
                    + "Direct payment|Respite|Other");

    /** Names of providers, which one and the same may have several of, and brands, one of which is a provider's number. */
    static final List<String> NAMES = words("Abbey Care|abbey care|Élan & Daughters|Zinnia, Ltd|");

    private static final List<String> BRANDS = words("-|Abbey Care|Brand|000003|");
    private static final List<Integer> SIZES = List.of(100, 400, 400, 1200);
    private static final List<String> REASONS =
            words("Physical support: Personal care support|Physical Support - Access and mobility only|"
                    + "Access and mobility only|Sensory support|Visual impairment|Memory and cognition|"
                    + "Learning disability support|Mental health|Support to unpaid carer|Unknown|Not recorded|");
    private static final List<String> FREQUENCIES =
            words("Weekly||Fortnightly|4-weekly|Four weekly|Monthly|Quarterly|annual|Hourly|Daily|Per session|"
                    + "One off|No charge to client");
    private static final List<String> COUNCILS =
            words("E09000012|hackney|E09000001|City of London Corporation|E09000003|Barnet|Kent|E10000016|"
                    + "E08000038|E08000016|Southend on Sea|Kent County Council|LB Hackney||||");
    private static final List<String> ROUTES = words(
            "Spot|Spot|Spot|Framework|DPS|Dynamic purchasing system|Block|In-house|Direct payment|framework call-off");
    private static final List<String> REASONS_FOR_AWAY =
            words("No local capacity|No local capacity|Specialist need|Person or family choice|Safety or offending"
                    + "|Urgent or hospital discharge|Moved by provider|Placed before moving services|Not recorded|");
    private static final List<String> REASONS_TO_PAUSE =
            words("Funding decision|Funding decision|legal|Other|Not medically ready|Property or adaptation|");
    private static final List<String> FRAMEWORKS = List.of("FA|Lot 1", "FA|Lot 2", "FB|Lot 1");

    private final SeededChoice dice;
    private final int lines;
    private final List<String> postcodes = new ArrayList<>();
    private final List<String> providers = numbered("%06d", 20);
    private final List<String> locations = numbered("1-%09d", 20);
    private final List<String> contracts;
    private final List<String> people;
    private final Map<String, LocalDate> births = new HashMap<>();

    private HostileCouncil(long seed) {
        dice = new SeededChoice(seed);
        lines = dice.pick(SIZES);
        contracts = numbered("C%04d", lines / 2);
        people = numbered("P%04d", lines / 3);
        for (int i = 1; i <= 60; i++) {
            postcodes.add("Z%s%d %d%s".formatted(dice.pick("A", "B", "C"), i, i % 10, dice.pick("AA", "BZ", "QX")));
        }
        people.forEach(person -> births.put(
                person,
                dice.pick(
                        dice.day().minusYears(dice.between(17, 90)),
                        dice.day().minusYears(dice.pick(18, 65, 66)),
                        SeededChoice.NEVER)));
    }

    /** Writes every input that the second engine knows; some of the optional ones only now and then. */
    static void write(Path folder, long seed) {
        HostileCouncil council = new HostileCouncil(seed);
        SeededChoice dice = council.dice;
        council.contracts().write(folder.resolve("contracts.csv"), UTF_8);
        DefectiveFile placements = council.placements();
        if (dice.chance(0.3)) {
            placements.writeHalves(folder.resolve("Placements"), UTF_8);
        } else {
            placements.write(folder.resolve("Placements.csv"), UTF_8);
        }
        DefectiveFile cases = council.brokering();
        cases.write(folder.resolve("brokering.csv"), UTF_8);
        council.optional(0.95, "postcodes", council.postcodes(), folder);
        council.optional(0.9, "providers", council.providers(), folder);
        council.optional(0.9, "brokering_pauses", council.pauses(cases), folder);
        council.optional(0.9, "framework_memberships", council.memberships(), folder);
        council.optional(0.8, "framework_lots", council.lots(), folder);
        council.optional(0.9, "visits", council.visits(), folder);
        council.optional(0.8, "payments", new HostilePayments(dice, council.providers).file(), folder);
        if (dice.chance(0.8)) {
            new HostileReturn(dice, placements).write(folder.resolve("client_level_data.csv"));
        }
    }

    private void optional(double share, String input, DefectiveFile file, Path folder) {
        if (dice.chance(share)) {
            file.write(folder.resolve(input + ".csv"), UTF_8);
        }
    }

    private DefectiveFile postcodes() {
        DefectiveFile file = new DefectiveFile("pcds|laua|lat|long|doterm");
        List<String> authorities =
                words("E09000012|E09000012|E09000012|E09000002|E09000030|E09000003|E06000033|E07000066|W06000015"
                        + "|S12000036|M99999999|");
        for (int i = 0; i < 50; i++) {
            file.add(
                    postcodes.get(i),
                    authorities.get(i % authorities.size()),
                    dice.slip(
                            0.1,
                            "5%d.%d".formatted(dice.between(0, 3), dice.between(1, 9999)),
                            "north",
                            "",
                            "99.999999"),
                    dice.slip(0.05, dice.pick("-0.0617", "-0.06", "0.000000", "-3.5", "1.27"), "", "west"),
                    dice.maybe(0.2, "202304"));
        }
        file.repeat(3);
        file.repeat(5, "laua", "E09000033");
        file.repeat(7, "pcds", postcodes.get(50), "lat", "51.5493", "long", "-0.0617");
        return file;
    }

    private DefectiveFile providers() {
        DefectiveFile file = new DefectiveFile("Location ID|Location HSCA start date|Location HSCA End Date|Care home?"
                + "|Location Name|Care homes beds|Location Inspection Directorate|Location Latest Overall Rating"
                + "|Publication Date|Location Local Authority|Location Postal Code|Brand Name|Provider ID|Provider Name"
                + "|Primary ID (Dual registration locations)");
        for (String location : locations) {
            file.add(
                    location,
                    "07/11/2010",
                    dice.maybe(0.2, dice.slashed(dice.day())),
                    dice.pick("Y", "N"),
                    "Home " + location,
                    dice.maybe(0.8, "20"),
                    dice.pick(
                            "Adult social care",
                            "Adult social care",
                            "Unspecified",
                            "",
                            "Hospitals",
                            "ADULT SOCIAL CARE"),
                    dice.pick("Good", "Outstanding", "", "Inadequate", "requires improvement", "Very good"),
                    dice.maybe(0.9, "15/12/2019"),
                    dice.pick(
                            "Hackney",
                            "Kent",
                            "Barnet",
                            "Tower Hamlets",
                            "Herefordshire, County of",
                            "Bristol, City of"),
                    dice.pick(postcodes),
                    dice.pick(BRANDS),
                    "1-2",
                    "Provider",
                    dice.maybe(0.1, dice.pick(locations).toLowerCase(Locale.ROOT)));
        }
        file.only("Care homes beds", "400");
        file.only("Location Name", "Total", "Care homes beds", "400");
        file.only("Location Name", "Home without a number", "Care homes beds", "4");
        file.repeat(4, "Location Name", "Another name");
        return file;
    }

    private DefectiveFile contracts() {
        DefectiveFile file =
                new DefectiveFile("contract_id|purchase_route|provider_id|provider_name|framework|lot|setting"
                        + "|start_date|end_date|unit_price|price_frequency|block_places|annual_value");
        for (String contract : contracts) {
            String route = dice.pick(ROUTES);
            String[] lot = route.startsWith("F") || dice.chance(0.1)
                    ? dice.pick(FRAMEWORKS).split("\\|")
                    : new String[] {"", ""};
            LocalDate start = dice.day();
            file.add(
                    contract,
                    dice.slip(0.02, dice.spelled(route), "Waiver", ""),
                    dice.maybe(0.97, dice.pick(providers)),
                    dice.maybe(0.3, dice.pick(NAMES)),
                    lot[0],
                    dice.maybe(0.97, lot[1]),
                    dice.maybe(0.8, dice.spelled(dice.pick(SETTINGS))),
                    dice.written(start),
                    dice.written(dice.chance(0.03) ? start.minusDays(3) : dice.onOrAfter(start, 900)),
                    dice.maybe(0.25, dice.pick("500", "£1,100.55", "18.20", "700.335", "-20", "(30.10)", " 519.89 ")),
                    dice.maybe(0.6, dice.pick(FREQUENCIES)),
                    dice.maybe(route.equals("Block") ? 0.9 : 0.1, dice.pick("1", "2", "12", "0", "-1", "1.5")),
                    dice.maybe(0.2, dice.pick("£120,000.00", "0")));
        }
        file.repeat(0);
        file.repeat(1, "provider_name", "Changed");
        return file;
    }

    private DefectiveFile placements() {
        DefectiveFile file =
                new DefectiveFile("placement_id|person_id|date_of_birth|primary_support_reason|setting|start_date"
                        + "|end_date|provider_id|provider_name|cqc_location_id|delivery_postcode|placement_local_authority"
                        + "|contract_id|unit_cost|cost_frequency|planned_units_per_week|out_of_borough_reason"
                        + "|host_authority_notified");
        for (int i = 0; i < lines; i++) {
            placement(file, "L%05d".formatted(i));
        }
        file.emptyLine();
        file.repeat(3);
        file.repeat(3);
        file.repeat(5, "setting", "Other");
        file.repeat(7, "start_date", "31/02/2024");
        file.repeat(9, "start_date", "soon");
        file.repeat(file.size() - 1);
        file.repeat(11, "setting", "DAY SUPPORT");
        file.repeat(13, "placement_id", "LDATE", "start_date", "2024-01-015");
        file.repeat(
                15, "placement_id", "LCOUNCIL", "placement_local_authority", "London Borough of Hammersmith & Fulham");
        file.emptyCells();
        file.repeatHeader();
        file.only("provider_name", "Total", "unit_cost", "£6,318,027.21");
        file.only("placement_id", "Grand total", "unit_cost", "12");
        file.only("placement_id", "Grand total", "unit_cost", "much");
        file.only("provider_name", "A note");
        return file;
    }

    private void placement(DefectiveFile file, String line) {
        String person = dice.pick(people);
        LocalDate start = dice.day();
        String code = dice.pick(postcodes);
        file.add(
                line,
                dice.maybe(0.98, person),
                dice.written(births.get(person)),
                dice.slip(0.01, dice.pick(REASONS), "Bad code"),
                dice.slip(0.02, dice.spelled(dice.pick(SETTINGS)), "", "Sheltered?"),
                dice.slip(0.01, dice.written(start), "31/02/2024", "soon", "", "0202-01-01"),
                dice.written(dice.chance(0.02) ? start.minusDays(1) : dice.onOrAfter(start, 700)),
                dice.maybe(0.85, dice.pick(providers)),
                dice.maybe(0.3, dice.pick(NAMES)),
                dice.maybe(0.6, dice.slip(0.1, dice.pick(locations), "rqx41")),
                dice.maybe(
                        0.8,
                        dice.slip(
                                0.02,
                                dice.pick(code, code, code.toLowerCase(Locale.ROOT), code.replace(" ", "")),
                                "nowhere")),
                dice.slip(0.01, dice.pick(COUNCILS), "Atlantis"),
                dice.maybe(0.85, dice.slip(0.02, dice.pick(contracts), "CX1")),
                dice.maybe(
                        0.5,
                        dice.slip(
                                0.01,
                                dice.pick(
                                        dice.between(5, 2000) + ".17",
                                        "£1,250.50",
                                        "(15.00)",
                                        "-99.99",
                                        "0",
                                        "519.895",
                                        "33.3333"),
                                "abc")),
                dice.slip(0.01, dice.pick(FREQUENCIES), "Sometimes"),
                dice.maybe(0.6, dice.pick("1", "2.5", "10", "0", "15.75", "1.333")),
                dice.maybe(0.7, dice.slip(0.02, dice.spelled(dice.pick(REASONS_FOR_AWAY)), "Because")),
                dice.maybe(0.6, dice.slip(0.02, dice.pick("Y", "no", "TRUE", "0"), "perhaps")));
    }

    private DefectiveFile brokering() {
        DefectiveFile file = new DefectiveFile("case_id|person_id|setting|primary_support_reason|referral_date"
                + "|complete_referral_date|sourced_date|service_start_date|status|closed_date|source|urgent"
                + "|offers_sought|offers_received|placement_id|team");
        for (int i = 0; i < lines; i++) {
            brokered(file, "B%05d".formatted(i));
        }
        file.repeat(2);
        file.repeat(4, "team", "Another team");
        file.emptyCells();
        return file;
    }

    private void brokered(DefectiveFile file, String line) {
        LocalDate clock = dice.day();
        boolean complete = dice.chance(0.5);
        String status = dice.pick(
                "Open", "On hold", "Sourced", "Sourced", "Sourced", "Sourced", "Withdrawn", "cancelled", "Deceased");
        boolean sourced = status.equals("Sourced") ? dice.chance(0.98) : dice.chance(0.05);
        boolean closed = status.matches("Withdrawn|cancelled|Deceased") ? dice.chance(0.98) : dice.chance(0.05);
        LocalDate stop = clock.plusDays(dice.chance(0.02) ? -1 : dice.pick(0, 0, 1, 2, 3, 7, 8, 20, 60, 100));
        file.add(
                line,
                dice.maybe(0.99, dice.pick(people)),
                dice.slip(0.01, dice.spelled(dice.pick(SETTINGS)), "Carehome"),
                dice.pick(REASONS),
                dice.written(complete ? clock.minusDays(dice.between(-1, 10)) : clock),
                complete ? dice.written(clock) : "",
                sourced ? dice.written(stop) : "",
                sourced ? dice.maybe(0.8, dice.written(stop.plusDays(dice.between(-30, 20)))) : "",
                status,
                closed ? dice.written(clock.plusDays(dice.between(-3, 90))) : "",
                dice.pick("Hospital", "Community", "Other", "Not recorded", "hospital", ""),
                dice.slip(0.02, dice.pick("Y", "N", "", "No"), "maybe"),
                dice.slip(0.02, dice.maybe(0.8, String.valueOf(dice.between(0, 9))), "2.5"),
                dice.maybe(0.8, String.valueOf(dice.between(0, 4))),
                dice.maybe(0.5, "L%05d".formatted(dice.between(0, lines))),
                "");
    }

    private DefectiveFile pauses(DefectiveFile cases) {
        DefectiveFile file = new DefectiveFile("case_id|pause_start|pause_end|reason");
        for (int i = 0; i < lines; i++) {
            LocalDate start = dice.day();
            file.add(
                    dice.slip(0.02, cases.cell(dice.between(0, 60), "case_id"), "BNONE", ""),
                    dice.written(start),
                    dice.written(dice.chance(0.03) ? start.minusDays(2) : dice.onOrAfter(start, 30)),
                    dice.slip(0.05, dice.pick(REASONS_TO_PAUSE), "Odd"));
        }
        file.repeat(0);
        return file;
    }

    private DefectiveFile lots() {
        DefectiveFile file = new DefectiveFile("framework|lot|setting|from_date|to_date|weekly_rate");
        for (String lot : FRAMEWORKS) {
            for (int i = 0; i < 4; i++) {
                LocalDate from = dice.day();
                file.add(
                        lot.split("\\|")[0],
                        lot.split("\\|")[1],
                        dice.slip(0.1, dice.spelled(dice.pick(SETTINGS)), "Bad"),
                        dice.written(from),
                        dice.written(dice.chance(0.1) ? from.minusDays(1) : dice.onOrAfter(from, 600)),
                        dice.maybe(0.5, "1,180.00"));
            }
        }
        return file;
    }

    private DefectiveFile memberships() {
        DefectiveFile file = new DefectiveFile("provider_id|framework|lot|from_date|to_date");
        for (String provider : providers.subList(0, 12)) {
            for (String lot : FRAMEWORKS) {
                LocalDate from = dice.day();
                String[] named = lot.split("\\|");
                file.add(provider, named[0], named[1], dice.written(from), dice.written(dice.onOrAfter(from, 600)));
                if (dice.chance(0.3)) {
                    file.add(provider, named[0], named[1], dice.written(from), "");
                }
            }
        }
        return file;
    }

    private DefectiveFile visits() {
        DefectiveFile file = new DefectiveFile("person_id|visit_date|visit_type|placement_id");
        for (int i = 0; i < lines / 2; i++) {
            file.add(
                    dice.maybe(0.98, dice.pick(people)),
                    dice.written(dice.day()),
                    dice.slip(0.02, dice.pick("Review", "visit"), "", "Call"),
                    "");
        }
        file.repeat(1);
        return file;
    }

    private static List<String> words(String between) {
        return List.of(between.split("\\|", -1));
    }

    private static List<String> numbered(String pattern, int count) {
        return IntStream.rangeClosed(1, count).mapToObj(pattern::formatted).toList();
    }
}
