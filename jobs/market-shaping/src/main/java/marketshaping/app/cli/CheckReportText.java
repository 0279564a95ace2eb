package marketshaping.app.cli;

import static marketshaping.app.console.ConsoleTable.Heading.left;
import static marketshaping.app.console.ConsoleTable.Heading.right;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import marketshaping.app.console.ConsoleTable;
import marketshaping.feedback.CheckReport;
import marketshaping.feedback.CheckReport.Example;
import marketshaping.feedback.CheckReport.FileRead;
import marketshaping.feedback.CheckReport.NotClassified;
import marketshaping.feedback.CheckReport.RuleBroken;
import marketshaping.model.contract.CodeList;
import marketshaping.model.contract.Contract;
import marketshaping.model.contract.Field;
import marketshaping.model.contract.Inputs;
import marketshaping.model.contract.Type;

/** Prints a report for a terminal, and for a message to whoever sends the extracts. */
final class CheckReportText {
    private static final int EXAMPLE_LINES = 2;
    private static final int HASH_SHOWN = 8;

    /** What rows that are no records are called, where it is more than the count's own word. */
    private static final Map<String, String> KINDS =
            Map.of("header", "repeated header", "repeat", "exact repeat of an accepted row");

    private final CheckReport report;
    private final ConsoleTable page;

    CheckReportText(CheckReport report, PrintWriter out) {
        this.report = report;
        this.page = new ConsoleTable(out);
    }

    void print() {
        page.paragraph(0, summary());
        list("Refused: nothing is taken in until this is mended", report.refused());
        files();
        rulesBroken();
        list(
                "What the gaps will cost in the packs",
                report.gaps().stream().map(CheckReport.Gap::sentence).toList());
        list(
                "Optional inputs that were not given",
                report.notGiven().stream().map(CheckReport.NotGiven::sentence).toList());
        report.notClassified().forEach(this::notClassified);
        list(
                "Not in the folder, and taken from the lake",
                report.notHandedIn().stream()
                        .map(held -> "%s: %s rows%s"
                                .formatted(
                                        held.input(),
                                        count(held.rows()),
                                        held.latestDate().isEmpty() ? "" : ", the latest of " + held.latestDate()))
                        .toList());
        list("Not an input, left alone", report.leftAlone());
        page.flush();
    }

    private String summary() {
        long read = report.files().stream().mapToLong(FileRead::rowsRead).sum();
        long accepted =
                report.files().stream().mapToLong(FileRead::rowsAccepted).sum();
        long quarantined =
                report.files().stream().mapToLong(FileRead::rowsQuarantined).sum();
        return "%s. Of %s rows in %d files, %s would be accepted and %s quarantined; %s are not records."
                .formatted(
                        report.refused().isEmpty()
                                ? "These extracts can be taken in"
                                : "These extracts can't be taken in as they are",
                        count(read),
                        report.files().size(),
                        count(accepted),
                        count(quarantined),
                        count(read - accepted - quarantined));
    }

    private void list(String heading, List<String> lines) {
        if (!lines.isEmpty()) {
            page.heading(heading);
            lines.forEach(line -> page.paragraph(1, line));
        }
    }

    private void files() {
        if (report.files().isEmpty()) {
            return;
        }
        page.heading("Files");
        page.table(
                List.of(
                        left("input"),
                        left("file"),
                        right("rows read"),
                        right("accepted"),
                        right("quarantined"),
                        right("not records")),
                report.files().stream()
                        .map(file -> List.of(
                                file.input(),
                                file.file(),
                                count(file.rowsRead()),
                                count(file.rowsAccepted()),
                                count(file.rowsQuarantined()),
                                count(file.rowsNotRecords())))
                        .toList());
        report.files().forEach(this::howRead);
    }

    private void howRead(FileRead file) {
        page.paragraph(0, "");
        page.paragraph(
                1,
                "%s, %s: %s, header in row %d, read with %s"
                        .formatted(
                                file.input(),
                                file.file(),
                                file.sheet().isEmpty()
                                        ? file.encoding() + ", " + file.separator()
                                        : "sheet " + file.sheet(),
                                file.headerRow(),
                                file.mapping().isEmpty() ? "our own column names" : "the mapping " + file.mapping()));
        List<String> matched =
                file.columns().entrySet().stream().map(CheckReportText::column).toList();
        detail("%d columns matched: ".formatted(matched.size()), matched);
        detail("%d not there: ".formatted(file.columnsNotThere().size()), file.columnsNotThere());
        detail("%d read past: ".formatted(file.columnsReadPast().size()), file.columnsReadPast());
        detail("sheets not read: ", file.sheetsNotRead());
        detail("not records: ", counted(file.notRecords()));
        detail("codes matched only by case or punctuation: ", counted(file.respelled()));
        file.cautions().forEach(caution -> page.paragraph(2, "take care: " + caution));
        if (file.mapping().isEmpty()
                && !file.columnsNotThere().isEmpty()
                && !file.columnsReadPast().isEmpty()) {
            page.paragraph(2, "If a column read past is one of those not there, name it in a mapping (--mapping).");
        }
    }

    private void detail(String what, List<String> items) {
        if (!items.isEmpty()) {
            page.paragraph(2, what + String.join(", ", items));
        }
    }

    /** Our name, and the header's where it is another. */
    private static String column(Map.Entry<String, String> column) {
        boolean same = CodeList.normalised(column.getKey()).equals(CodeList.normalised(column.getValue()));
        return same ? column.getKey() : "%s (%s)".formatted(column.getKey(), column.getValue());
    }

    private static List<String> counted(Map<String, Long> rows) {
        return rows.entrySet().stream()
                .map(entry ->
                        "%s %s".formatted(count(entry.getValue()), KINDS.getOrDefault(entry.getKey(), entry.getKey())))
                .toList();
    }

    private void rulesBroken() {
        if (report.rulesBroken().isEmpty()) {
            return;
        }
        page.heading("Rules broken, with the first rows that broke each");
        for (RuleBroken broken : report.rulesBroken()) {
            if (!broken.equals(report.rulesBroken().get(0))) {
                page.paragraph(0, "");
            }
            page.paragraph(
                    1,
                    "%s quarantined of %s, %s: %s"
                            .formatted(count(broken.rows()), broken.input(), broken.file(), broken.rule()));
            page.paragraph(2, "What to do: " + broken.remedy());
            Contract contract = Inputs.named(broken.input());
            for (Example example : broken.examples()) {
                page.excerpt(2, EXAMPLE_LINES, "row %d: %s".formatted(example.row(), cells(contract, broken, example)));
            }
        }
    }

    /** The row's key first, then the columns that the rule speaks of, then the others. */
    private static String cells(Contract contract, RuleBroken broken, Example example) {
        if (example.cells().isEmpty()) {
            return "(hidden, for an identifier may stand in any of its cells)";
        }
        Map<String, String> ordered = new LinkedHashMap<>();
        List<String> order = new ArrayList<>(contract.key());
        List<String> spokenOf = List.of(broken.rule().split("[^a-z_]+"));
        contract.fields().stream().map(Field::name).filter(spokenOf::contains).forEach(order::add);
        order.addAll(example.cells().keySet());
        order.stream()
                .filter(example.cells()::containsKey)
                .forEach(column -> ordered.putIfAbsent(column, example.cells().get(column)));
        return ordered.entrySet().stream()
                .map(cell -> cell.getKey() + "=" + shown(contract, cell.getKey(), cell.getValue()))
                .collect(Collectors.joining(", "));
    }

    /** The start of a hash tells one person from another as well as all of it. */
    private static String shown(Contract contract, String column, String cell) {
        boolean isPerson = contract.fields().stream()
                .anyMatch(field -> field.name().equals(column) && field.type() == Type.PERSON);
        return isPerson && cell.length() > HASH_SHOWN ? cell.substring(0, HASH_SHOWN) + "..." : cell;
    }

    private void notClassified(NotClassified input) {
        boolean hasAmount = !input.amount().isEmpty();
        page.heading("Not classified: %s that no line of the mapping %s fits, %s rows%s"
                .formatted(
                        input.input(),
                        input.mapping(),
                        count(input.rows()),
                        hasAmount ? ", " + amount(input.sum()) : ""));
        List<ConsoleTable.Heading> headings = new ArrayList<>();
        if (hasAmount) {
            headings.add(right(input.amount()));
        }
        headings.add(right("rows"));
        input.columns().forEach(column -> headings.add(left(column)));
        page.table(
                headings,
                input.groups().stream()
                        .map(group -> {
                            List<String> cells = new ArrayList<>();
                            if (hasAmount) {
                                cells.add(amount(group.sum()));
                            }
                            cells.add(count(group.rows()));
                            group.values().forEach(value -> cells.add(value.isEmpty() ? "(empty)" : value));
                            return cells;
                        })
                        .toList());
    }

    private static String amount(BigDecimal sum) {
        return String.format(Locale.UK, "%,." + sum.scale() + "f", sum);
    }

    private static String count(long rows) {
        return String.format(Locale.UK, "%,d", rows);
    }
}
