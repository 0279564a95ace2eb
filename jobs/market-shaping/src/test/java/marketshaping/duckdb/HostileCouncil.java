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
 * The extracts of a small council with every situation in the design. They contain rows with every rule violation,
 * dates on boundary days, repeated keys, totals, prices in every frequency and overlapping memberships. Size and share
 * of defects depend on the seed; the same seed always gives the same council.
 */
final class HostileCouncil {
    static final List<String> SETTINGS =
            words("Residential care|Nursing care|Supported living|Extra care|Shared Lives|Home care|Day support|"
                    + "Direct payment|Respite|Other");

    /** Names of providers (one provider may have several) and brands, one of which is a provider's number. */
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
    private static final List<String> OUT_OF_BOROUGH_REASONS =
            words("No local capacity|No local capacity|Specialist need|Person or family choice|Safety or offending"
                    + "|Urgent or hospital discharge|Moved by provider|Placed before moving services|Not recorded|");
    private static final List<String> PAUSE_REASONS =
            words("Funding decision|Funding decision|legal|Other|Not medically ready|Property or adaptation|");
    private static final List<String> FRAMEWORKS = List.of("FA|Lot 1", "FA|Lot 2", "FB|Lot 1");

    private final SeededChoice choice;
    private final int lines;
    private final List<String> postcodes = new ArrayList<>();
    private final List<String> providers = numbered("%06d", 20);
    private final List<String> locations = numbered("1-%09d", 20);
    private final List<String> contracts;
    private final List<String> people;
    private final Map<String, LocalDate> births = new HashMap<>();

    private HostileCouncil(long seed) {
        choice = new SeededChoice(seed);
        lines = choice.pick(SIZES);
        contracts = numbered("C%04d", lines / 2);
        people = numbered("P%04d", lines / 3);
        for (int i = 1; i <= 60; i++) {
            postcodes.add("Z%s%d %d%s".formatted(choice.pick("A", "B", "C"), i, i % 10, choice.pick("AA", "BZ", "QX")));
        }
        people.forEach(person -> births.put(
                person,
                choice.pick(
                        choice.day().minusYears(choice.between(17, 90)),
                        choice.day().minusYears(choice.pick(18, 65, 66)),
                        SeededChoice.NEVER)));
    }

    /** Writes the inputs of the DuckDB reference; some optional ones are written only sometimes. */
    static void write(Path folder, long seed) {
        HostileCouncil council = new HostileCouncil(seed);
        SeededChoice choice = council.choice;
        council.contracts().write(folder.resolve("contracts.csv"), UTF_8);
        DefectiveFile placements = council.placements();
        if (choice.chance(0.3)) {
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
        council.optional(0.8, "payments", new HostilePayments(choice, council.providers).file(), folder);
        if (choice.chance(0.8)) {
            new HostileReturn(choice, placements).write(folder.resolve("client_level_data.csv"));
        }
    }

    private void optional(double share, String input, DefectiveFile file, Path folder) {
        if (choice.chance(share)) {
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
                    choice.slip(
                            0.1,
                            "5%d.%d".formatted(choice.between(0, 3), choice.between(1, 9999)),
                            "north",
                            "",
                            "99.999999"),
                    choice.slip(0.05, choice.pick("-0.0617", "-0.06", "0.000000", "-3.5", "1.27"), "", "west"),
                    choice.maybe(0.2, "202304"));
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
                    choice.maybe(0.2, choice.slashed(choice.day())),
                    choice.pick("Y", "N"),
                    "Home " + location,
                    choice.maybe(0.8, "20"),
                    choice.pick(
                            "Adult social care",
                            "Adult social care",
                            "Unspecified",
                            "",
                            "Hospitals",
                            "ADULT SOCIAL CARE"),
                    choice.pick("Good", "Outstanding", "", "Inadequate", "requires improvement", "Very good"),
                    choice.maybe(0.9, "15/12/2019"),
                    choice.pick(
                            "Hackney",
                            "Kent",
                            "Barnet",
                            "Tower Hamlets",
                            "Herefordshire, County of",
                            "Bristol, City of"),
                    choice.pick(postcodes),
                    choice.pick(BRANDS),
                    "1-2",
                    "Provider",
                    choice.maybe(0.1, choice.pick(locations).toLowerCase(Locale.ROOT)));
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
            String route = choice.pick(ROUTES);
            String[] lot = route.startsWith("F") || choice.chance(0.1)
                    ? choice.pick(FRAMEWORKS).split("\\|")
                    : new String[] {"", ""};
            LocalDate start = choice.day();
            file.add(
                    contract,
                    choice.slip(0.02, choice.spelled(route), "Waiver", ""),
                    choice.maybe(0.97, choice.pick(providers)),
                    choice.maybe(0.3, choice.pick(NAMES)),
                    lot[0],
                    choice.maybe(0.97, lot[1]),
                    choice.maybe(0.8, choice.spelled(choice.pick(SETTINGS))),
                    choice.written(start),
                    choice.written(choice.chance(0.03) ? start.minusDays(3) : choice.onOrAfter(start, 900)),
                    choice.maybe(
                            0.25, choice.pick("500", "£1,100.55", "18.20", "700.335", "-20", "(30.10)", " 519.89 ")),
                    choice.maybe(0.6, choice.pick(FREQUENCIES)),
                    choice.maybe(route.equals("Block") ? 0.9 : 0.1, choice.pick("1", "2", "12", "0", "-1", "1.5")),
                    choice.maybe(0.2, choice.pick("£120,000.00", "0")));
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
        String person = choice.pick(people);
        LocalDate start = choice.day();
        String code = choice.pick(postcodes);
        file.add(
                line,
                choice.maybe(0.98, person),
                choice.written(births.get(person)),
                choice.slip(0.01, choice.pick(REASONS), "Bad code"),
                choice.slip(0.02, choice.spelled(choice.pick(SETTINGS)), "", "Sheltered?"),
                choice.slip(0.01, choice.written(start), "31/02/2024", "soon", "", "0202-01-01"),
                choice.written(choice.chance(0.02) ? start.minusDays(1) : choice.onOrAfter(start, 700)),
                choice.maybe(0.85, choice.pick(providers)),
                choice.maybe(0.3, choice.pick(NAMES)),
                choice.maybe(0.6, choice.slip(0.1, choice.pick(locations), "rqx41")),
                choice.maybe(
                        0.8,
                        choice.slip(
                                0.02,
                                choice.pick(code, code, code.toLowerCase(Locale.ROOT), code.replace(" ", "")),
                                "nowhere")),
                choice.slip(0.01, choice.pick(COUNCILS), "Atlantis"),
                choice.maybe(0.85, choice.slip(0.02, choice.pick(contracts), "CX1")),
                choice.maybe(
                        0.5,
                        choice.slip(
                                0.01,
                                choice.pick(
                                        choice.between(5, 2000) + ".17",
                                        "£1,250.50",
                                        "(15.00)",
                                        "-99.99",
                                        "0",
                                        "519.895",
                                        "33.3333"),
                                "abc")),
                choice.slip(0.01, choice.pick(FREQUENCIES), "Sometimes"),
                choice.maybe(0.6, choice.pick("1", "2.5", "10", "0", "15.75", "1.333")),
                choice.maybe(0.7, choice.slip(0.02, choice.spelled(choice.pick(OUT_OF_BOROUGH_REASONS)), "Because")),
                choice.maybe(0.6, choice.slip(0.02, choice.pick("Y", "no", "TRUE", "0"), "perhaps")));
    }

    private DefectiveFile brokering() {
        DefectiveFile file = new DefectiveFile("case_id|person_id|setting|primary_support_reason|referral_date"
                + "|complete_referral_date|sourced_date|service_start_date|status|closed_date|source|urgent"
                + "|offers_sought|offers_received|placement_id|team");
        for (int i = 0; i < lines; i++) {
            brokeringCase(file, "B%05d".formatted(i));
        }
        file.repeat(2);
        file.repeat(4, "team", "Another team");
        file.emptyCells();
        return file;
    }

    private void brokeringCase(DefectiveFile file, String line) {
        LocalDate clock = choice.day();
        boolean complete = choice.chance(0.5);
        String status = choice.pick(
                "Open", "On hold", "Sourced", "Sourced", "Sourced", "Sourced", "Withdrawn", "cancelled", "Deceased");
        boolean sourced = status.equals("Sourced") ? choice.chance(0.98) : choice.chance(0.05);
        boolean closed = status.matches("Withdrawn|cancelled|Deceased") ? choice.chance(0.98) : choice.chance(0.05);
        LocalDate stop = clock.plusDays(choice.chance(0.02) ? -1 : choice.pick(0, 0, 1, 2, 3, 7, 8, 20, 60, 100));
        file.add(
                line,
                choice.maybe(0.99, choice.pick(people)),
                choice.slip(0.01, choice.spelled(choice.pick(SETTINGS)), "Carehome"),
                choice.pick(REASONS),
                choice.written(complete ? clock.minusDays(choice.between(-1, 10)) : clock),
                complete ? choice.written(clock) : "",
                sourced ? choice.written(stop) : "",
                sourced ? choice.maybe(0.8, choice.written(stop.plusDays(choice.between(-30, 20)))) : "",
                status,
                closed ? choice.written(clock.plusDays(choice.between(-3, 90))) : "",
                choice.pick("Hospital", "Community", "Other", "Not recorded", "hospital", ""),
                choice.slip(0.02, choice.pick("Y", "N", "", "No"), "maybe"),
                choice.slip(0.02, choice.maybe(0.8, String.valueOf(choice.between(0, 9))), "2.5"),
                choice.maybe(0.8, String.valueOf(choice.between(0, 4))),
                choice.maybe(0.5, "L%05d".formatted(choice.between(0, lines))),
                "");
    }

    private DefectiveFile pauses(DefectiveFile cases) {
        DefectiveFile file = new DefectiveFile("case_id|pause_start|pause_end|reason");
        for (int i = 0; i < lines; i++) {
            LocalDate start = choice.day();
            file.add(
                    choice.slip(0.02, cases.cell(choice.between(0, 60), "case_id"), "BNONE", ""),
                    choice.written(start),
                    choice.written(choice.chance(0.03) ? start.minusDays(2) : choice.onOrAfter(start, 30)),
                    choice.slip(0.05, choice.pick(PAUSE_REASONS), "Odd"));
        }
        file.repeat(0);
        return file;
    }

    private DefectiveFile lots() {
        DefectiveFile file = new DefectiveFile("framework|lot|setting|from_date|to_date|weekly_rate");
        for (String lot : FRAMEWORKS) {
            for (int i = 0; i < 4; i++) {
                LocalDate from = choice.day();
                file.add(
                        lot.split("\\|")[0],
                        lot.split("\\|")[1],
                        choice.slip(0.1, choice.spelled(choice.pick(SETTINGS)), "Bad"),
                        choice.written(from),
                        choice.written(choice.chance(0.1) ? from.minusDays(1) : choice.onOrAfter(from, 600)),
                        choice.maybe(0.5, "1,180.00"));
            }
        }
        return file;
    }

    private DefectiveFile memberships() {
        DefectiveFile file = new DefectiveFile("provider_id|framework|lot|from_date|to_date");
        for (String provider : providers.subList(0, 12)) {
            for (String lot : FRAMEWORKS) {
                LocalDate from = choice.day();
                String[] named = lot.split("\\|");
                file.add(
                        provider,
                        named[0],
                        named[1],
                        choice.written(from),
                        choice.written(choice.onOrAfter(from, 600)));
                if (choice.chance(0.3)) {
                    file.add(provider, named[0], named[1], choice.written(from), "");
                }
            }
        }
        return file;
    }

    private DefectiveFile visits() {
        DefectiveFile file = new DefectiveFile("person_id|visit_date|visit_type|placement_id");
        for (int i = 0; i < lines / 2; i++) {
            file.add(
                    choice.maybe(0.98, choice.pick(people)),
                    choice.written(choice.day()),
                    choice.slip(0.02, choice.pick("Review", "visit"), "", "Call"),
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
