package marketshaping.run;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import marketshaping.pack.workbook.ContentsSheet;
import marketshaping.pack.workbook.Profile;
import marketshaping.pack.workbook.Sheet;
import marketshaping.pack.workbook.TableSheet;
import marketshaping.pack.workbook.TextSheet;
import marketshaping.pack.workbook.Workbook;
import marketshaping.scenario.Plan;
import marketshaping.scenario.Scenario;
import marketshaping.table.Column;
import marketshaping.table.Column.Kind;
import marketshaping.table.Table;

/** A scenario for people: on a terminal, and as a workbook. */
final class ScenarioReport {
    private static final String CLASSIFICATION = "OFFICIAL-SENSITIVE";
    private static final String SECTION = "Scenario";
    private static final List<String> HOW = List.of(
            "Waiting are the people who live outside the borough because it had no place for them, on the as-at date. A"
                    + " place brings one of them home; which one is not known, so each costs what all of them cost on"
                    + " average.",
            "A place costs what the plan says, or what one for the setting and need costs in the borough now. The"
                    + " difference is the cost then less the cost now: below nought is a saving.",
            "It holds today's people and prices still: nobody new needs a place, nobody leaves, and nothing gets dearer.");

    private final Plan plan;
    private final Request request;
    private final List<Table> tables;

    ScenarioReport(Plan plan, Scenario scenario, Request request) {
        this.plan = plan;
        this.request = request;
        this.tables = Stream.of(scenario.places(), scenario.lots())
                .filter(table -> !table.rows().isEmpty())
                .toList();
    }

    void print(PrintWriter out) {
        TextPage page = new TextPage(out);
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
        page.heading("How this is worked out");
        HOW.forEach(sentence -> page.paragraph(1, sentence));
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
                        .under("How this is worked out", HOW)
                        .toList()));
        sheets.add(new ContentsSheet());
        tables.forEach(table -> sheets.add(new TableSheet(
                table.id(),
                SECTION,
                table.title(),
                "Figures of a day hold what opened before it too.",
                List.of(),
                table,
                List.of())));
        return new Workbook(
                title(), request.settings().council().name(), request.asAt(), Profile.DESK, CLASSIFICATION, sheets);
    }

    private String title() {
        return "What a plan would do, %s, as at %s"
                .formatted(request.settings().council().name(), request.asAt());
    }

    private static TextPage.Heading heading(Column column) {
        return column.kind() == Kind.DIMENSION
                ? TextPage.Heading.left(column.heading())
                : TextPage.Heading.right(column.heading());
    }

    private static String shown(Object cell) {
        if (cell instanceof BigDecimal pounds) {
            return String.format(
                    Locale.UK, "%,d", pounds.setScale(0, RoundingMode.HALF_UP).longValueExact());
        }
        return cell instanceof Long count ? String.format(Locale.UK, "%,d", count) : cell.toString();
    }
}
