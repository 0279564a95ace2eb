package marketshaping.output.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import marketshaping.testkit.CommandCall;
import marketshaping.testkit.CsvTable;
import marketshaping.testkit.Home;
import marketshaping.testkit.WorkbookReader;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;

/**
 * A council whose names look like formulas, markup or escapes: its providers, its own name, intentions, contact, files
 * and headers. The tests search everything that the command line writes for it.
 */
class HostileNamesTest {
    private static final String AS_AT = "2025-10-31";

    private static final List<String> PROVIDERS = List.of(
            "=cmd|' /C calc'!A0",
            "+44",
            "+44 20 7946 0000",
            "-2+3",
            "@x",
            "@SUM(1+1)*cmd|' /C calc'!A0",
            "=HYPERLINK(\"http://example.org\",\"Click\")",
            "A provider of 300 characters. ".repeat(10).strip(),
            "Fish & Chips <b>bold</b> \"quoted\" 'single' ]]>",
            "</t></is></c><c><f>1+1</f></c>",
            "Care \uD83C\uDFE0 and \uD83D\uDC69\u200D\uD83D\uDC69\u200D\uD83D\uDC67 support",
            "\u0628\u064A\u062A \u0627\u0644\u0631\u0639\u0627\u064A\u0629",
            "\u202Eright to left",
            "_x0041_ is no letter",
            "_x005F_x0041_ neither",
            "00123",
            "1e5",
            "[c]");

    /** The names as read: without Unicode format characters, such as the mark for text from right to left. */
    private static final List<String> SHOWN_PROVIDERS =
            PROVIDERS.stream().map(name -> name.replaceAll("\\p{Cf}", "")).toList();

    private static final String COUNCIL = "=cmd|' /C calc'!A0 & <b> _x0041_ \uD83C\uDFE0 \u0628\u064A\u062A";
    private static final String INTENTION = "=1+1 _x0041_ & </t>";
    private static final String CONTACT = "@SUM(1+1)";
    private static final String FILE = "=1+1 & _x0041_ @x.csv";
    private static final String HEADER = "=cmd|' /C calc'!A0";

    @TempDir
    private static Path folder;

    private static Path packs;
    private static Path quarantine;
    private static Path check;

    @BeforeAll
    static void runCommands() throws IOException {
        Path in = Files.createDirectories(folder.resolve("in"));
        write(in);
        Path settings = Files.writeString(
                folder.resolve("settings.yaml"),
                Files.readString(Home.SETTINGS)
                        .replace("name: Hackney", "name: " + quoted(COUNCIL))
                        .replaceAll("contact: .*", "contact: '" + CONTACT + "'")
                        .replaceAll("setting: Housing.*", "setting: '" + INTENTION + "'")
                        .replaceAll("words: Homes.*", "words: '" + INTENTION + "'"));
        check = folder.resolve("check.xlsx");
        List<String> both = List.of("--sample", "--input", in.toString(), "--settings", settings.toString());
        Path lake = folder.resolve("lake");
        run("run", both, "--lake", lake, "--packs", folder.resolve("packs"), "--as-at", AS_AT);
        run("check", both, "--lake", folder.resolve("no lake"), "--workbook", check);
        packs = folder.resolve("packs").resolve(AS_AT);
        quarantine = lake.resolve("quarantine.xlsx");
    }

    @Test
    void provider_names_are_shown_as_read() throws IOException {
        assertThat(column(packs.resolve("working-list-" + AS_AT + ".xlsx"), "Working list", "provider"))
                .containsAll(SHOWN_PROVIDERS);
        assertThat(column(quarantine, "placements", "provider_name")).containsAll(SHOWN_PROVIDERS);
        assertThat(column(pack("commissioning-pack"), "reconciliation", "Provider name"))
                .containsAll(SHOWN_PROVIDERS);
        assertThat(WorkbookReader.of(check).text()).contains("provider_name: " + PROVIDERS.get(0));
        assertThat(SHOWN_PROVIDERS).contains("right to left").doesNotHaveDuplicates();
    }

    @Test
    void council_texts_are_shown_unchanged() throws IOException {
        for (Path workbook : workbooks()) {
            WorkbookReader read = WorkbookReader.of(workbook);
            String title = read.rows(read.sheets().get(0)).get(0).get(0);
            assertThat(title).as(workbook.toString()).contains(COUNCIL);
        }
        assertThat(column(pack("market-position-pack"), "Intentions", "Intention"))
                .containsExactly(INTENTION);
        assertThat(column(pack("commissioning-pack"), "Cover", "Contact")).containsExactly(CONTACT);
        assertThat(column(check, "Columns", "Name in the header")).contains(HEADER);
        assertThat(column(check, "Files", "File").toString()).contains(FILE);
    }

    @Test
    void chart_titles_and_names_contain_the_council_unchanged() {
        WorkbookXml pack = WorkbookXml.read(pack("commissioning-pack"));
        assertThat(pack.names("xl/charts/chart")).hasSizeGreaterThan(5);
        for (String part : pack.names("xl/charts/chart")) {
            assertThat(WorkbookXml.all(WorkbookXml.all(pack.xml(part), "title").get(0), "t")
                            .get(0)
                            .getTextContent())
                    .contains(COUNCIL);
        }
        for (String part : pack.names("xl/drawings/drawing")) {
            assertThat(WorkbookXml.all(pack.xml(part), "cNvPr").get(0).getAttribute("name"))
                    .contains(COUNCIL);
        }
    }

    @Test
    void workbooks_contain_no_formula_or_external_link() throws IOException {
        for (Path workbook : workbooks()) {
            WorkbookXml file = WorkbookXml.read(workbook);
            assertThat(file.names())
                    .as(workbook.toString())
                    .noneMatch(name -> name.matches(".*(externalLinks|connections|vbaProject|embeddings).*"));
            assertThat(file.names(""))
                    .filteredOn(name -> name.endsWith(".rels"))
                    .noneMatch(name -> file.text(name).contains("TargetMode=\"External\""));
            List<Element> formats = WorkbookXml.all(
                    WorkbookXml.all(file.xml("xl/styles.xml"), "cellXfs").get(0), "xf");
            for (String sheet : file.names("xl/worksheets/sheet")) {
                assertThat(WorkbookXml.all(file.xml(sheet), "f")).isEmpty();
                Map<String, String> cells = file.cells(sheet);
                for (Element cell : WorkbookXml.all(file.xml(sheet), "c")) {
                    String text = cells.get(cell.getAttribute("r"));
                    if (cell.getAttribute("t").matches("s|inlineStr") && text.matches("(?s)[=+@\\t-].*")) {
                        Element format = formats.get(Integer.parseInt(cell.getAttribute("s")));
                        assertThat(format.getAttribute("quotePrefix"))
                                .as("%s %s %s", workbook, sheet, text)
                                .matches("1|true");
                    }
                }
                for (Element header : WorkbookXml.all(file.xml(sheet), "oddHeader")) {
                    assertThat(header.getTextContent().length())
                            .as("length of the page header, which Excel limits to 255")
                            .isLessThanOrEqualTo(255);
                }
            }
        }
    }

    @Test
    void formula_like_text_is_guarded_in_csv_files() throws IOException {
        List<String> files = new ArrayList<>();
        for (Path file : files(".csv")) {
            String name = file.getFileName().toString().replace(".csv", "");
            CsvTable table = CsvTable.read(file.getParent(), name);
            for (Map<String, String> row : table.rows()) {
                assertThat(row.values())
                        .as(file.toString())
                        .allMatch(cell -> cell.matches("(?s)[^=+@\\t\\r\\n-].*|-?[0-9.]+|"));
                files.addAll(row.values());
            }
        }
        assertThat(files).contains("'" + FILE, "'" + PROVIDERS.get(0), "'+44", "'@x");
        assertThat(files)
                .containsAll(SHOWN_PROVIDERS.stream()
                        .filter(name -> !name.matches("[=+@-].*"))
                        .toList());
    }

    private static void run(String command, List<String> options, Object... more) {
        List<String> words = new ArrayList<>(List.of(command));
        words.addAll(options);
        Stream.of(more).map(Object::toString).forEach(words::add);
        CommandCall done = CommandCall.run(words.toArray(String[]::new));
        assertThat(done.exitCode()).as(done.err()).isZero();
    }

    /** Writes the extracts. Each provider has an ended contract and two placements, one with an unknown setting. */
    private static void write(Path in) throws IOException {
        StringBuilder contracts = new StringBuilder(
                "contract_id,purchase_route,provider_id,provider_name,framework,lot,start_date,end_date\n");
        StringBuilder placements = new StringBuilder("placement_id,person_id,date_of_birth,primary_support_reason,"
                + "setting,start_date,end_date,provider_id,provider_name,placement_local_authority,contract_id,"
                + "unit_cost,cost_frequency," + quoted(HEADER) + "\n");
        for (int i = 0; i < PROVIDERS.size(); i++) {
            String name = quoted(PROVIDERS.get(i));
            contracts.append("K%d,Spot,S%d,%s,,,2024-01-01,2025-09-30\n".formatted(i, i, name));
            for (String setting : List.of("Residential care", "Nowhere")) {
                placements.append(("%s%d,P%d,1940-05-01,Mental health support,%s,2025-01-%02d,,S%d,%s,Essex,K%d,900,"
                                + "Weekly,x\n")
                        .formatted(setting.charAt(0), i, i, setting, i + 1, i, name, i));
            }
        }
        Files.writeString(in.resolve("contracts.csv"), contracts);
        StringBuilder payments = new StringBuilder("payment_id,payment_date,supplier_id,supplier_name,amount\n");
        for (int i = 0; i < PROVIDERS.size(); i++) {
            payments.append("A%d,2025-09-15,S%d,%s,1000\n".formatted(i, i, quoted(PROVIDERS.get(i))));
        }
        Files.writeString(in.resolve("payments.csv"), payments);
        Files.createDirectories(in.resolve("placements"));
        Files.writeString(in.resolve("placements").resolve(FILE), placements);
        Files.writeString(
                in.resolve("brokering.csv"),
                """
                case_id,person_id,setting,referral_date,sourced_date,status,source,placement_id
                C1,P1,Residential care,2025-01-02,2025-01-13,Sourced,Hospital,R1
                C2,P2,Residential care,2025-05-01,2025-05-08,Sourced,Community,R2
                C3,P4,Residential care,2025-06-20,,Open,Hospital,
                """);
    }

    private static String quoted(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }

    private static Path pack(String name) {
        return packs.resolve(name + "-" + AS_AT + ".xlsx");
    }

    private static List<Path> workbooks() throws IOException {
        List<Path> workbooks = new ArrayList<>(files(".xlsx"));
        workbooks.addAll(List.of(check, quarantine));
        assertThat(workbooks).hasSize(6);
        return workbooks;
    }

    private static List<Path> files(String ending) throws IOException {
        try (Stream<Path> files = Files.walk(packs)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }

    /** Returns the cells below a heading, to the end of the worksheet. */
    private static Collection<String> column(Path workbook, String sheet, String heading) throws IOException {
        List<List<String>> rows = WorkbookReader.of(workbook).rows(sheet);
        int header = 0;
        while (!rows.get(header).contains(heading)) {
            header++;
        }
        int at = rows.get(header).indexOf(heading);
        return rows.subList(header + 1, rows.size()).stream()
                .map(row -> row.get(at))
                .collect(Collectors.toList());
    }
}
