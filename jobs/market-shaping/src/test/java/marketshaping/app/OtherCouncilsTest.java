package marketshaping.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import marketshaping.testkit.CommandCall;
import marketshaping.testkit.CsvTable;
import marketshaping.testkit.SmallCouncil;
import marketshaping.testkit.WorkbookReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the product for a county and for a metropolitan borough in the north, with their own region and words. */
class OtherCouncilsTest {
    private static final String AS_AT = "2025-06-30";
    private static final String OTHER_SETTINGS =
            """
            framework-go-live: 2025-02-01
            targets: {Residential care: 7}
            disclosure: suppress-1-7-round-5
            contact: Commissioning
            shrinkage-percent: 10
            """;
    private static final String COUNTY =
            """
            council: {name: Essex, code: E10000012, latitude: 51.7, longitude: 0.5}
            partners: [E10000029]
            area-word: county
            area-labels: {partner-area: Suffolk}
            """
                    + OTHER_SETTINGS;
    private static final String METROPOLITAN_BOROUGH =
            """
            council: {name: Rochdale, code: E08000005, latitude: 53.6, longitude: -2.2}
            partners: [E08000004, E08000002]
            region: {code: E12000002, name: North West}
            area-labels: {partner-area: Oldham and Bury}
            """
                    + OTHER_SETTINGS;

    @TempDir
    Path folder;

    @Test
    void county_has_its_districts_at_home_and_its_own_words() throws IOException {
        String text = packs(COUNTY, "Basildon", "Suffolk", "Ipswich", "Norfolk", "Kent", "Hackney");
        assertThat(tiers())
                .containsExactly(
                        "In borough Essex",
                        "Outside region Hackney",
                        "Outside region Kent",
                        "Partner area Suffolk",
                        "Rest of region Norfolk");
        assertThat(text)
                .contains("Suffolk", "Rest of the East of England", "Outside the East of England", "In county")
                .contains("outside the county")
                .doesNotContainPattern("(?i)\\bboroughs?\\b")
                .doesNotContainPattern("(?i)\\blondon\\b");
    }

    @Test
    void metropolitan_borough_has_its_own_region() throws IOException {
        String text = packs(METROPOLITAN_BOROUGH, "Rochdale", "Oldham", "Bury MBC", "Cheshire East", "Leeds");
        assertThat(tiers())
                .containsExactly(
                        "In borough Rochdale",
                        "Outside region Leeds",
                        "Partner area Bury",
                        "Partner area Oldham",
                        "Rest of region Cheshire East");
        assertThat(text)
                .contains("Oldham and Bury", "Rest of the North West", "Outside the North West", "In borough")
                .doesNotContainPattern("(?i)\\blondon\\b");
    }

    /** Writes the packs of a council that places ten people in each of these areas; returns the text of all workbooks. */
    private String packs(String settings, String... areas) throws IOException {
        List<String> lines = Stream.of(areas)
                .flatMap(area -> IntStream.range(0, 10)
                        .mapToObj(
                                i -> ("%1$s%2$d,P%1$s%2$d,1940-05-01,Residential care,2025-01-14,S1,%1$s,K1,900,Weekly")
                                        .formatted(area, i)))
                .toList();
        SmallCouncil.withoutDefects()
                .with(
                        "placements",
                        "placement_id,person_id,date_of_birth,setting,start_date,provider_id,placement_local_authority,"
                                + "contract_id,unit_cost,cost_frequency\n"
                                + String.join("\n", lines))
                .write(folder.resolve("input"));
        Path file = Files.writeString(folder.resolve("settings.yaml"), settings);
        CommandCall call = CommandCall.run(
                "run",
                "--sample",
                "--absent",
                "placements.end_date",
                "--input",
                folder.resolve("input").toString(),
                "--lake",
                folder.resolve("lake").toString(),
                "--packs",
                folder.resolve("packs").toString(),
                "--settings",
                file.toString(),
                "--as-at",
                AS_AT);
        assertThat(call.exitCode()).as(call.err()).isZero();
        try (Stream<Path> files = Files.list(folder.resolve("packs").resolve(AS_AT))) {
            List<Path> workbooks =
                    files.filter(path -> path.toString().endsWith(".xlsx")).toList();
            assertThat(workbooks).hasSize(4);
            StringBuilder text = new StringBuilder();
            for (Path workbook : workbooks) {
                WorkbookReader read = WorkbookReader.of(workbook);
                text.append(String.join("\n", read.sheets())).append('\n').append(read.text());
            }
            return text.toString();
        }
    }

    /** Returns the tier and the name of each host area. */
    private List<String> tiers() {
        CsvTable hosts = CsvTable.read(folder.resolve("packs").resolve(AS_AT).resolve("internal"), "oob_hosts");
        return hosts.rows().stream()
                .filter(row -> !row.get("host_name").equals("All"))
                .map(row -> row.get("tier") + " " + row.get("host_name"))
                .distinct()
                .sorted()
                .collect(Collectors.toList());
    }
}
