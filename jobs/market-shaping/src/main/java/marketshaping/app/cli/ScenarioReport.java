package marketshaping.app.cli;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import marketshaping.analysis.scenario.Plan;
import marketshaping.analysis.scenario.Scenario;
import marketshaping.app.console.ConsoleTable;
import marketshaping.app.pipeline.RunRequest;
import marketshaping.model.table.Column;
import marketshaping.model.table.Column.Kind;
import marketshaping.model.table.Table;
import marketshaping.output.workbook.ContentsSheet;
import marketshaping.output.workbook.Sheet;
import marketshaping.output.workbook.TableSheet;
import marketshaping.output.workbook.TextSheet;
import marketshaping.output.workbook.Workbook;
import marketshaping.output.workbook.WorkbookAudience;

/** Writes the results of a scenario as text for a terminal and as a workbook. */
final class ScenarioReport {
    private static final String CLASSIFICATION = "OFFICIAL-SENSITIVE";
    private static final String SECTION = "Scenario";
    private static final List<String> METHOD = List.of(
            "Waiting people live outside the borough on the as-at date because the borough had no place for them. Each"
                    + " new place brings one of them home. The plan does not identify this person, so the cost used is"
                    + " the average of all waiting people.",
            "The cost of a place is the cost in the plan. If the plan states none, it is the current cost in the"
                    + " borough for the setting and need. The difference is the future cost minus the current cost; a"
                    + " negative figure is a saving.",
            "People and prices stay as they are today: nobody new needs a place, nobody leaves and no price rises.");

    private final Plan plan;
    private final RunRequest request;
    private final List<Table> tables;

    ScenarioReport(Plan plan, Scenario scenario, RunRequest request) {
        this.plan = plan;
        this.request = request;
        this.tables = Stream.of(scenario.places(), scenario.lots())
                .filter(table -> !table.rows().isEmpty())
                .toList();
    }

    void print(PrintWriter out) {
        ConsoleTable page = new ConsoleTable(out);
        page.paragraph(0, title());
        if (!plan.about().isEmpty()) {
            page.paragraph(0, plan.about());
        }
        for (Table table : tables) {
            page.heading(table.title());
            page.table(
                    table.columns().stream().map(ScenarioReport::heading).toList(),
                    table.rows().stream()
                            .map(row -> row.stream().map(ScenarioReport::shown).toList())
                            .toList());
        }
        page.heading("How this is calculated");
        METHOD.forEach(sentence -> page.paragraph(1, sentence));
        page.flush();
    }

    Workbook workbook() {
        List<Sheet> sheets = new ArrayList<>();
        sheets.add(new TextSheet(
                "Cover",
                "About this workbook",
                title(),
                new TextSheet.Lines()
                        .under("Classification", List.of(CLASSIFICATION))
                        .under("The plan", plan.about().isEmpty() ? List.of() : List.of(plan.about()))
                        .under("How this is calculated", METHOD)
                        .toList()));
        sheets.add(new ContentsSheet());
        tables.forEach(table -> sheets.add(new TableSheet(
                table.id(),
                SECTION,
                table.title(),
                "The figures for each date include everything that opened before that date.",
                List.of(),
                table,
                List.of())));
        return new Workbook(
                title(),
                request.settings().council().name(),
                request.asAt(),
                WorkbookAudience.DESK,
                CLASSIFICATION,
                sheets);
    }

    private String title() {
        return "Effect of a plan, %s, as at %s"
                .formatted(request.settings().council().name(), request.asAt());
    }

    private static ConsoleTable.Heading heading(Column column) {
        return column.kind() == Kind.DIMENSION
                ? ConsoleTable.Heading.left(column.heading())
                : ConsoleTable.Heading.right(column.heading());
    }

    private static String shown(Object cell) {
        if (cell instanceof BigDecimal pounds) {
            return String.format(
                    Locale.UK, "%,d", pounds.setScale(0, RoundingMode.HALF_UP).longValueExact());
        }
        return cell instanceof Long count ? String.format(Locale.UK, "%,d", count) : cell.toString();
    }
}
