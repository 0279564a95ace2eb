package marketshaping.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** The extracts of a council with a handful of people, as text. */
public final class SmallCouncil {
    private static final String CONTRACTS =
            """
            contract_id,purchase_route,provider_id,provider_name,framework,lot,start_date,end_date
            K1,Spot,S1,Alder Homes,,,2024-01-01,
            K2,Framework,S2,Birch Living,Care framework,Lot 1,2024-01-01,2025-09-30
            """;
    private static final String BROKERING =
            """
            case_id,person_id,setting,referral_date,complete_referral_date,sourced_date,status,closed_date,source,placement_id
            C1,SECRETPERSON1,Residential care,2025-01-02,2025-01-03,2025-01-13,Sourced,,Hospital,L1
            C2,SECRETPERSON2,Supported living,2025-05-01,,2025-05-08,Sourced,,Community,L2
            C3,SECRETPERSON4,Nursing care,2025-06-20,,,Open,,Hospital,
            """;
    private static final String PLACEMENT_HEADER =
            "placement_id,person_id,date_of_birth,primary_support_reason,setting,start_date,end_date,provider_id,"
                    + "placement_local_authority,contract_id,unit_cost,cost_frequency\n";
    private static final String PLACEMENTS =
            """
            L1,SECRETPERSON1,1940-05-01,Physical support: Personal care support,Residential care,2025-01-14,,S1,Essex,K1,"£1,250.50",Weekly
            L2,SECRETPERSON2,1990-02-01,Mental health support,Supported living,2025-05-10,,S2,Hackney,K2,900,Weekly
            L3,SECRETPERSON3,1955-08-01,Learning disability support,Home care,2024-10-01,2025-03-31,S1,,K1,20,Weekly
            """;
    private static final String DEFECTS =
            """
            L4,,1955-08-01,Mental health support,Home care,2024-10-01,,S1,,K1,20,Weekly
            L5,SECRETPERSON5,1955-08-01,Mental health support,Sheltered,2024-10-01,,S1,,K1,20,Weekly
            L6,SECRETPERSON6,1955-08-01,Mental health support,Somewhere,31/02/2024,,S1,,K1,20,Weekly
            L7,SECRETPERSON7,1955-08-01,Mental health support,Home care,2024-10-01,2024-09-30,S1,,K1,20,Weekly
            L8,SECRETPERSON8,1955-08-01,Mental health support,Home care,2024-10-01,,S1,,K1,20,Weekly
            L8,SECRETPERSON9,1955-08-01,Mental health support,Home care,2024-10-01,,S1,,K1,21,Weekly
            L3,SECRETPERSON3,1955-08-01,Learning disability support,Home care,2024-10-01,2025-03-31,S1,,K1,20,Weekly

            ,,,,,,,,,,,
            """
                    + PLACEMENT_HEADER
                    + "Total,,,,,,,,,,2271.50,\n";

    private final Map<String, String> files;

    private SmallCouncil(Map<String, String> files) {
        this.files = files;
    }

    /** Returns the three required inputs without defects. */
    public static SmallCouncil withoutDefects() {
        return new SmallCouncil(new TreeMap<>(
                Map.of("placements", PLACEMENT_HEADER + PLACEMENTS, "contracts", CONTRACTS, "brokering", BROKERING)));
    }

    /** Returns the same inputs with placement rows that have every kind of defect. */
    public static SmallCouncil withDefects() {
        return withoutDefects().with("placements", PLACEMENT_HEADER + PLACEMENTS + DEFECTS);
    }

    public SmallCouncil with(String input, String text) {
        Map<String, String> changed = new TreeMap<>(files);
        changed.put(input, text);
        return new SmallCouncil(changed);
    }

    public SmallCouncil without(String input) {
        Map<String, String> changed = new TreeMap<>(files);
        changed.remove(input);
        return new SmallCouncil(changed);
    }

    public void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (Map.Entry<String, String> file : files.entrySet()) {
            Files.writeString(folder.resolve(file.getKey() + ".csv"), file.getValue());
        }
    }
}
