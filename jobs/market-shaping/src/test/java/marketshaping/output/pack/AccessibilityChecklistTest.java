package marketshaping.output.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import marketshaping.model.table.Shorthand;
import marketshaping.output.pack.sheet.PackInputs;
import marketshaping.output.workbook.Workbook;
import marketshaping.output.workbook.WorkbookWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AccessibilityChecklistTest {
    @TempDir
    Path folder;

    @Test
    void commissioning_pack_has_no_findings() throws IOException {
        assertThat(AccessibilityChecklist.findings(written(Packs.commissioning(PackFixture.inputs()))))
                .isEmpty();
    }

    @Test
    void market_position_pack_has_no_findings_for_publishing() throws IOException {
        assertThat(AccessibilityChecklist.findingsForPublishing(written(Packs.marketPosition(PackFixture.inputs()))))
                .isEmpty();
    }

    @Test
    void freedom_of_information_set_has_no_findings() throws IOException {
        assertThat(AccessibilityChecklist.findingsForPublishing(
                        written(Packs.freedomOfInformation(PackFixture.inputs()))))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Shorthand.class)
    void figures_all_in_shorthand_give_no_findings(Shorthand shorthand) throws IOException {
        PackInputs inputs = PackFixture.inputsWithout(shorthand);
        assertThat(AccessibilityChecklist.findings(written(Packs.commissioning(inputs))))
                .isEmpty();
        assertThat(AccessibilityChecklist.findingsForPublishing(written(Packs.marketPosition(inputs))))
                .isEmpty();
        assertThat(AccessibilityChecklist.findingsForPublishing(written(Packs.freedomOfInformation(inputs))))
                .isEmpty();
    }

    @Test
    void filters_and_panes_of_a_desk_pack_are_findings() throws IOException {
        assertThat(AccessibilityChecklist.findingsForPublishing(written(Packs.commissioning(PackFixture.inputs()))))
                .contains("oob_stock has pane", "oob_stock has headerFooter")
                .anyMatch(finding -> finding.endsWith("has filters"));
    }

    @Test
    void defects_in_a_finished_file_are_found() throws IOException {
        WorkbookXml sound = written(Packs.marketPosition(PackFixture.inputs()));
        assertThat(AccessibilityChecklist.findings(sound.with("docProps/core.xml", ">en-GB<", "><")))
                .contains("the document has no language");
        assertThat(AccessibilityChecklist.findings(
                        sound.with("xl/tables/table2.xml", "name=\"Setting\"", "name=\"Column1\"")))
                .anyMatch(finding -> finding.endsWith("Setting is not Column1"));
        assertThat(AccessibilityChecklist.findings(sound.with("xl/drawings/drawing1.xml", "descr=", "title=")))
                .contains("xl/drawings/drawing1.xml lacks alternative text");
        assertThat(AccessibilityChecklist.findings(sound.with("xl/styles.xml", "\"Heading 1\"", "\"Title\"")))
                .contains("Cover: A1 is not marked Heading 1");
    }

    private WorkbookXml written(Workbook workbook) throws IOException {
        Path file = folder.resolve("pack.xlsx");
        new WorkbookWriter().write(workbook, file);
        return WorkbookXml.read(file);
    }
}
