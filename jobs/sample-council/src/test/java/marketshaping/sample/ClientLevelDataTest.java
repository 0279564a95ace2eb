package marketshaping.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClientLevelDataTest {
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final Pattern OUTSIDE_QUOTES = Pattern.compile(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)");

    @TempDir
    private static Path folder;

    private static List<Map<String, String>> events;
    private static Map<String, String[]> placements;

    @BeforeAll
    static void writeBothReleases() throws IOException {
        SampleCouncil.of(4000, 1).writeTo(folder.resolve("two"));
        SampleCouncil.of(4000, 1).writeReleaseOneTo(folder.resolve("one"));
        events = read("two");
        placements = Files.readAllLines(folder.resolve("two").resolve("placements.csv")).stream()
                .map(line -> line.split(",", -1))
                .filter(cells -> cells[0].matches("PL\\d+"))
                .collect(Collectors.toMap(cells -> cells[0], cells -> cells));
    }

    @Test
    void return_is_windows_1252_and_not_valid_utf_8() throws IOException {
        Path file = folder.resolve("two").resolve("client_level_data.csv");
        assertThatThrownBy(() -> Files.readString(file)).isInstanceOf(CharacterCodingException.class);
        assertThat(Files.readString(file, WINDOWS_1252)).contains("\u2013", "\u00a3", "caf\u00e9", "carer\u2019s");
    }

    @Test
    void return_has_fields_of_release_2_without_names() {
        assertThat(events.get(0))
                .hasSize(46)
                .containsKeys("LA Code", "Request: Route of Access", "Cost Frequency (Unit Type)")
                .doesNotContainKeys("First Name", "Last Name", "GP Practice Name", "Provider CQC Location Name");
        assertThat(events)
                .allSatisfy(event -> assertThat(event.get("NHS Number")).isEmpty());
    }

    @Test
    void return_follows_rules_of_national_collection() {
        assertThat(events)
                .extracting(event -> event.get("Event Reference"))
                .doesNotHaveDuplicates()
                .doesNotContain("");
        assertThat(events).allSatisfy(event -> {
            assertThat(event).containsEntry("LA Code", "704").containsEntry("Reporting Period End Date", "30/09/2026");
            assertThat(event.get("Event Start Date")).matches("\\d\\d/\\d\\d/\\d{4}");
            assertThat(event.get("Event End Date")).matches("(\\d\\d/\\d\\d/\\d{4})?");
            assertThat(event.values()).noneMatch(value -> value.matches("[=+@].*|-[^0-9].*"));
        });
    }

    @Test
    void return_has_all_event_types_and_only_services_are_open() {
        assertThat(events)
                .extracting(event -> event.get("Event Type"))
                .contains("Request", "Assessment", "Service", "Review");
        assertThat(events)
                .filteredOn(event -> event.get("Event End Date").isEmpty())
                .isNotEmpty()
                .allMatch(event -> event.get("Event Type").equals("Service"));
    }

    @Test
    void return_contains_placements_of_its_period() {
        Map<String, Map<String, String>> services = services();
        List<String[]> due = placements.values().stream()
                .filter(line -> line[5].compareTo("2026-09-30") <= 0)
                .filter(line -> line[6].isEmpty() || line[6].compareTo("2025-10-01") >= 0)
                .toList();
        assertThat(due).filteredOn(line -> !services.containsKey(line[0])).hasSizeBetween(30, 120);
        assertThat(due).filteredOn(line -> services.containsKey(line[0])).allSatisfy(line -> {
            Map<String, String> service = services.get(line[0]);
            assertThat(service.get("LA Person Unique Identifier")).isEqualTo(line[1]);
            assertThat(isoDate(service.get("Event Start Date"))).isEqualTo(line[5]);
            assertThat(service.get("Provider CQC Location ID")).isEqualTo(line[9]);
        });
    }

    @Test
    void return_disagrees_with_a_few_placements() {
        assertThat(servicesWhere(service -> !placements.containsKey(service.get("Event Reference"))
                        && service.get("Client Type").equals("Service user")))
                .as("people without a placement")
                .hasSizeBetween(10, 90)
                .noneMatch(service -> placements.values().stream()
                        .anyMatch(line -> line[1].equals(service.get("LA Person Unique Identifier"))));
        assertThat(servicesWhere(service -> service.get("Event End Date").isEmpty()
                        && ended(placements.getOrDefault(service.get("Event Reference"), new String[7])[6])))
                .as("services open although the placement has ended")
                .hasSizeBetween(5, 70);
        assertThat(servicesWhere(service -> service.get("Service Type").endsWith("Nursing care")
                        && !placements.getOrDefault(service.get("Event Reference"), new String[5])[4].equals(
                                "Nursing care")))
                .as("services under the wrong setting")
                .hasSizeBetween(1, 30);
    }

    @Test
    void return_has_needs_and_costs_missing_from_placements() {
        assertThat(servicesWhere(service -> lacks(service, 3)))
                .filteredOn(service -> !service.get("Primary Support Reason").equals("Unknown"))
                .hasSizeGreaterThan(10);
        assertThat(servicesWhere(service -> lacks(service, 13)))
                .filteredOn(service -> !service.get("Unit Cost").isEmpty())
                .hasSizeGreaterThan(10);
    }

    @Test
    void cost_is_missing_only_for_commissioned_community_support() {
        assertThat(servicesWhere(service -> service.get("Unit Cost").isEmpty()))
                .hasSizeGreaterThan(100)
                .allMatch(service -> service.get("Delivery Mechanism").equals("CASSR commissioned support"));
    }

    @Test
    void release_1_has_same_events_in_its_own_wording() throws IOException {
        List<Map<String, String>> older = read("one");
        assertThat(older).hasSameSizeAs(events);
        assertThat(older.get(0)).hasSize(50).containsKeys("First Name", "GP Practice Name");
        assertThat(older)
                .extracting(event -> event.get("Service Type"))
                .contains("Long Term Support: Residential Care")
                .doesNotContain("Long term support: Residential care");
        assertThat(older).extracting(event -> event.get("Service Component")).contains("Home Support", "Carer Respite");
        assertThat(older).extracting(event -> event.get("Client Type")).containsOnly("Service User", "Carer");
        assertThat(older)
                .extracting(event -> event.get("First Name") + event.get("Last Name") + event.get("GP Practice Name"))
                .containsOnly("");
        for (String field : List.of("Event Reference", "LA Person Unique Identifier", "Event End Date", "Unit Cost")) {
            assertThat(older)
                    .extracting(event -> event.get(field))
                    .containsExactlyElementsOf(
                            events.stream().map(event -> event.get(field)).toList());
        }
    }

    @Test
    void other_inputs_are_the_same_in_both_releases() {
        for (String input : List.of("placements", "contracts", "brokering", "visits", "providers")) {
            assertThat(folder.resolve("one").resolve(input + ".csv"))
                    .hasSameBinaryContentAs(folder.resolve("two").resolve(input + ".csv"));
        }
    }

    private static boolean ended(String end) {
        return end != null && !end.isEmpty() && end.compareTo("2026-09-30") <= 0;
    }

    private static boolean lacks(Map<String, String> service, int column) {
        String[] line = placements.get(service.get("Event Reference"));
        return line != null && line[column].isEmpty();
    }

    private static Map<String, Map<String, String>> services() {
        return servicesWhere(service -> true).stream()
                .collect(Collectors.toMap(service -> service.get("Event Reference"), service -> service));
    }

    private static List<Map<String, String>> servicesWhere(Predicate<Map<String, String>> condition) {
        return events.stream()
                .filter(event -> event.get("Event Type").equals("Service"))
                .filter(condition)
                .toList();
    }

    private static String isoDate(String day) {
        return day.substring(6) + "-" + day.substring(3, 5) + "-" + day.substring(0, 2);
    }

    private static List<Map<String, String>> read(String release) throws IOException {
        List<String> lines = Files.readAllLines(folder.resolve(release).resolve("client_level_data.csv"), WINDOWS_1252);
        String[] header = lines.get(0).split(",", -1);
        List<Map<String, String>> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = OUTSIDE_QUOTES.split(line, -1);
            assertThat(cells).hasSameSizeAs(header);
            Map<String, String> row = new HashMap<>();
            for (int i = 0; i < header.length; i++) {
                row.put(header[i], cells[i].replace("\"", ""));
            }
            rows.add(row);
        }
        return rows;
    }
}
