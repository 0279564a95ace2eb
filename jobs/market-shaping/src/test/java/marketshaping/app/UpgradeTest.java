package marketshaping.app;

import static marketshaping.testkit.RowsAssert.assertThatRows;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import marketshaping.testkit.CommandCall;
import marketshaping.testkit.LakeReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests a lake and settings that version 0.1 wrote. The lake contains a council of four people at 30 June 2025. */
class UpgradeTest {
    private static final String CONTRACTS =
            """
            contract_id,purchase_route,provider_id,provider_name,framework,lot,start_date,end_date
            K1,Spot,S1,Alder Homes,,,2024-01-01,
            K2,Framework,S2,Birch Living,Care framework,Lot 1,2024-01-01,2025-09-30
            """;
    private static final String BROKERING =
            """
            case_id,person_id,setting,referral_date,complete_referral_date,sourced_date,status,closed_date,source,placement_id,date_of_birth
            C1,SECRETPERSON1,Residential care,2025-01-02,2025-01-03,2025-01-13,Sourced,,Hospital,L1,1940-05-01
            C2,SECRETPERSON2,Supported living,2025-05-01,,2025-05-08,Sourced,,Community,L2,
            C3,SECRETPERSON4,Nursing care,2025-06-20,,,Open,,Hospital,,
            """;
    private static final String PLACEMENTS =
            """
            placement_id,person_id,date_of_birth,primary_support_reason,setting,start_date,end_date,provider_id,placement_local_authority,contract_id,unit_cost,cost_frequency,end_reason
            L1,SECRETPERSON1,1940-05-01,Physical support: Personal care support,Residential care,2025-01-14,,S1,Essex,K1,1250.50,Weekly,
            L2,SECRETPERSON2,1990-02-01,Mental health support,Supported living,2025-05-10,,S2,Hackney,K2,900,Weekly,
            L3,SECRETPERSON3,1955-08-01,Learning disability support,Home care,2024-10-01,2025-03-31,S1,,K1,20,Weekly,moved home
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void writeLakeAndExtracts() throws IOException {
        try (InputStream in = UpgradeTest.class.getResourceAsStream("/upgrade/lake-0.1.zip");
                ZipInputStream zip = new ZipInputStream(in)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path path = folder.resolve("lake").resolve(entry.getName());
                if (entry.isDirectory()) {
                    Files.createDirectories(path);
                } else {
                    Files.createDirectories(path.getParent());
                    Files.copy(zip, path);
                }
            }
        }
        Path settings = folder.resolve("settings.yaml");
        try (InputStream in = UpgradeTest.class.getResourceAsStream("/upgrade/settings-0.1.yaml")) {
            Files.copy(in, settings);
        }
        Path in = Files.createDirectories(folder.resolve("in"));
        Files.writeString(in.resolve("contracts.csv"), CONTRACTS);
        Files.writeString(in.resolve("brokering.csv"), BROKERING);
        Files.writeString(in.resolve("placements.csv"), PLACEMENTS);
    }

    @Test
    @DisplayName("New columns are added to the tables of an older lake, and the next packs are written")
    void older_lake_gains_columns_and_packs() {
        CommandCall done = CommandCall.run(
                "run",
                "--sample",
                "--input",
                folder.resolve("in").toString(),
                "--lake",
                folder.resolve("lake").toString(),
                "--packs",
                folder.resolve("packs").toString(),
                "--as-at",
                "2025-07-31",
                "--settings",
                folder.resolve("settings.yaml").toString());
        assertThat(done.exitCode()).as(done.err()).isZero();
        LakeReader lake = new LakeReader(folder.resolve("lake"));
        assertThatRows(lake.table("placements"))
                .containsExactlyInAnyOrder("placement_id | end_reason", "L1 |", "L2 |", "L3 | Moved home");
        assertThatRows(lake.table("brokering"))
                .containsExactlyInAnyOrder("case_id | date_of_birth", "C1 | 1940-05-01", "C2 |", "C3 |");
        assertThat(folder.resolve("packs/2025-07-31/commissioning-pack-2025-07-31.xlsx"))
                .exists();
    }
}
