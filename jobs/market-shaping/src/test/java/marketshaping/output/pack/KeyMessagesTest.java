package marketshaping.output.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import marketshaping.analysis.measure.Section;
import marketshaping.model.table.Shorthand;
import marketshaping.model.table.Table;
import marketshaping.output.pack.sheet.PackInputs;
import marketshaping.output.workbook.TextSheet;
import marketshaping.output.workbook.Workbook;
import marketshaping.output.workbook.WorkbookWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;

/** Links from the cover to the answers and from there to the figures, for a reader with ten minutes. */
class KeyMessagesTest {
    private static final String MESSAGES = "Key messages";

    @TempDir
    private Path folder;

    @Test
    void cover_links_to_the_answer_to_each_question() throws IOException {
        for (Workbook workbook :
                List.of(Packs.commissioning(PackFixture.inputs()), Packs.marketPosition(PackFixture.inputs()))) {
            WorkbookXml file = written(workbook);
            Map<String, String> links = links(file, "Cover");
            for (Section section : Section.values()) {
                String target = links.get(section.question());
                assertThat(target).startsWith("'" + MESSAGES + "'!");
                assertThat(file.cells(file.sheets().get(MESSAGES)))
                        .containsEntry(target.substring(target.indexOf('!') + 1), section.question());
            }
            assertThat(links).containsEntry("List of all worksheets", "'Contents'!A1");
        }
    }

    @Test
    void answers_link_to_their_charts() throws IOException {
        WorkbookXml file = written(Packs.commissioning(PackFixture.inputs()));
        assertThat(links(file, MESSAGES))
                .containsEntry("Charts and tables, starting with Placements by tier", "'Placements by tier'!A1")
                .containsEntry("Charts and tables, starting with Days against target", "'Days against target'!A1")
                .hasSize(Section.values().length);
    }

    @Test
    void cover_without_messages_links_to_the_contents_only() throws IOException {
        assertThat(links(written(Packs.freedomOfInformation(PackFixture.inputs())), "Cover"))
                .containsOnlyKeys("List of all worksheets");
    }

    @Test
    void messages_state_who_is_placed_out_of_borough_and_where() {
        assertThat(messages(PackFixture.inputs()))
                .contains(
                        "People outside Fleetham & Marsh, by setting: Residential care 276, Nursing care 184,"
                                + " Supported living 138, Extra care 108, Shared Lives 92.",
                        "Council areas with the most people placed by Fleetham & Marsh: Enfield 101, Waltham Forest 43,"
                                + " =cmd|' /C calc'!A0 43; areas with a suppressed number are left out.");
        Table hosts = MarketTables.hosts();
        List<List<Object>> shown = hosts.rows().stream()
                .filter(row -> hosts.cell(row, "people") != Shorthand.SUPPRESSED)
                .toList();
        assertThat(messages(PackFixture.inputs(
                        List.of(new Table(hosts.id(), hosts.title(), hosts.columns(), shown, hosts.note())))))
                .contains(
                        "Council areas with the most people placed by Fleetham & Marsh: Enfield 101, Waltham Forest 43,"
                                + " =cmd|' /C calc'!A0 43.");
    }

    @Test
    void lists_with_only_hidden_figures_are_stated_as_suppressed() {
        assertThat(messages(PackFixture.inputsWithout(Shorthand.SUPPRESSED)))
                .contains(
                        "People outside Fleetham & Marsh, by setting: suppressed.",
                        "People outside Fleetham & Marsh, by need: suppressed.",
                        "Council areas with the most people placed by Fleetham & Marsh: suppressed.");
    }

    private static List<String> messages(PackInputs inputs) {
        return Packs.commissioning(inputs).sheets().stream()
                .filter(sheet -> sheet.name().equals(MESSAGES))
                .flatMap(sheet -> ((TextSheet) sheet).lines().stream())
                .map(TextSheet.Line::text)
                .toList();
    }

    /** Returns the link targets of a worksheet by the text of their cells. */
    private static Map<String, String> links(WorkbookXml file, String sheet) {
        String part = file.sheets().get(sheet);
        Map<String, String> cells = file.cells(part);
        Map<String, String> links = new LinkedHashMap<>();
        for (Element link : WorkbookXml.all(file.xml(part), "hyperlink")) {
            links.put(cells.get(link.getAttribute("ref")), link.getAttribute("location"));
        }
        return links;
    }

    private WorkbookXml written(Workbook workbook) throws IOException {
        Path file = folder.resolve("pack.xlsx");
        new WorkbookWriter().write(workbook, file);
        return WorkbookXml.read(file);
    }
}
