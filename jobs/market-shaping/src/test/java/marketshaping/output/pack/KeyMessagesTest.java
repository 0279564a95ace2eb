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

/** How somebody with ten minutes comes from the cover to the answers, and from there to the figures. */
class KeyMessagesTest {
    private static final String MESSAGES = "Key messages";

    @TempDir
    private Path folder;

    @Test
    void should_lead_from_the_cover_to_the_answer_of_each_question() throws IOException {
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
            assertThat(links).containsEntry("All worksheets, with what each holds", "'Contents'!A1");
        }
    }

    @Test
    void should_lead_from_each_answer_to_its_charts() throws IOException {
        WorkbookXml file = written(Packs.commissioning(PackFixture.inputs()));
        assertThat(links(file, MESSAGES))
                .containsEntry("The charts and tables, from Placements by tier", "'Placements by tier'!A1")
                .containsEntry("The charts and tables, from Days against target", "'Days against target'!A1")
                .hasSize(Section.values().length);
    }

    @Test
    void should_lead_to_the_contents_alone_where_there_are_no_messages() throws IOException {
        assertThat(links(written(Packs.freedomOfInformation(PackFixture.inputs())), "Cover"))
                .containsOnlyKeys("All worksheets, with what each holds");
    }

    @Test
    void should_say_who_is_placed_out_of_borough_and_where() {
        assertThat(messages(PackFixture.inputs()))
                .contains(
                        "Who they are, by setting: Residential care 276, Nursing care 184, Supported living 138,"
                                + " Extra care 108, Shared Lives 92.",
                        "The council areas where most of them live: Enfield 101, Waltham Forest 43, =cmd|' /C calc'!A0"
                                + " 43; areas whose number is suppressed are left out.");
        Table hosts = MarketTables.hosts();
        List<List<Object>> shown = hosts.rows().stream()
                .filter(row -> hosts.cell(row, "people") != Shorthand.SUPPRESSED)
                .toList();
        assertThat(messages(PackFixture.inputs(
                        List.of(new Table(hosts.id(), hosts.title(), hosts.columns(), shown, hosts.note())))))
                .contains(
                        "The council areas where most of them live: Enfield 101, Waltham Forest 43, =cmd|' /C calc'!A0"
                                + " 43.");
    }

    @Test
    void should_say_in_one_word_that_who_and_where_are_hidden() {
        assertThat(messages(PackFixture.inputsWithout(Shorthand.SUPPRESSED)))
                .contains(
                        "Who they are, by setting: suppressed.",
                        "Who they are, by need: suppressed.",
                        "The council areas where most of them live: suppressed.");
    }

    private static List<String> messages(PackInputs inputs) {
        return Packs.commissioning(inputs).sheets().stream()
                .filter(sheet -> sheet.name().equals(MESSAGES))
                .flatMap(sheet -> ((TextSheet) sheet).lines().stream())
                .map(TextSheet.Line::text)
                .toList();
    }

    /** The targets of a worksheet's links, by the words of their cells. */
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
