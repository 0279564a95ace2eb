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
import marketshaping.feedback.CheckReport.RuleViolation;
import marketshaping.feedback.CheckReport.UnclassifiedInput;
import marketshaping.model.contract.CodeList;
import marketshaping.model.contract.Contract;
import marketshaping.model.contract.Field;
import marketshaping.model.contract.Inputs;
import marketshaping.model.contract.Type;
import marketshaping.model.problem.Finding;

/** Prints a check report for a terminal, or to paste into a message to the people who make the extracts. */
final class CheckReportText {
    private static final int EXAMPLE_LINES = 2;
    private static final int HASH_SHOWN = 8;

    /** Display names for two reasons why a row is not a record. Other reasons are shown unchanged. */
    private static final Map<String, String> KINDS =
            Map.of("header", "repeated header", "repeat", "exact repeat of an accepted row");

    private final CheckReport report;
    private final ConsoleTable page;

    CheckReportText(CheckReport report, PrintWriter out) {
        this.report = report;
        this.page = new ConsoleTable(out);
    }

    void print() {
        page.paragraph(0, "%s. %s".formatted(report.verdict(), report.rowCounts()));
        list("Refused: nothing is ingested until this is fixed", report.refused());
        files();
        list("Findings", report.findings().stream().map(Finding::sentence).toList());
        rulesBroken();
        list(
                "Gaps in the extracts, and their effect on the packs",
                report.gaps().stream().map(CheckReport.Gap::sentence).toList());
        list(
                "Optional inputs that were not supplied",
                report.missingInputs().stream()
                        .map(CheckReport.MissingInput::sentence)
                        .toList());
        report.notClassified().forEach(this::notClassified);
        list(
                "Inputs that are not in the folder: the rows in the lake are used",
                report.onlyInLake().stream()
                        .map(held -> "%s: %s rows%s"
                                .formatted(
                                        held.input(),
                                        count(held.rows()),
                                        held.latestDate().isEmpty() ? "" : ", the latest dated " + held.latestDate()))
                        .toList());
        list("Files that belong to no input and were ignored", report.otherFiles());
        page.flush();
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
        report.files().forEach(this::describe);
    }

    private void describe(FileRead file) {
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
                                file.mapping().isEmpty() ? "canonical column names" : "the mapping " + file.mapping()));
        List<String> matched =
                file.columns().entrySet().stream().map(CheckReportText::column).toList();
        detail("%d columns matched: ".formatted(matched.size()), matched);
        detail("%d missing: ".formatted(file.missingColumns().size()), file.missingColumns());
        detail("%d ignored: ".formatted(file.ignoredColumns().size()), file.ignoredColumns());
        detail("sheets not read: ", file.sheetsNotRead());
        detail("not records: ", counted(file.notRecords()));
        detail("codes matched despite their case or punctuation: ", counted(file.normalised()));
        file.cautions().forEach(caution -> page.paragraph(2, "caution: " + caution));
        if (file.mapping().isEmpty()
                && !file.missingColumns().isEmpty()
                && !file.ignoredColumns().isEmpty()) {
            page.paragraph(
                    2, "If an ignored column is a missing column under another name, supply a mapping with --mapping.");
        }
    }

    private void detail(String what, List<String> items) {
        if (!items.isEmpty()) {
            page.paragraph(2, what + String.join(", ", items));
        }
    }

    /** Returns the canonical column name, followed by the name in the file's header if that differs. */
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
        page.heading("Rule violations, with the first rows of each");
        for (RuleViolation broken : report.rulesBroken()) {
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

    /**
     * Returns the cells of an example row as text: the key columns first, then the columns named in the rule, then the
     * others.
     */
    private static String cells(Contract contract, RuleViolation broken, Example example) {
        if (example.cells().isEmpty()) {
            return "(hidden, because any of its cells may contain an identifier)";
        }
        Map<String, String> ordered = new LinkedHashMap<>();
        List<String> order = new ArrayList<>(contract.key());
        List<String> namedInRule = List.of(broken.rule().split("[^a-z_]+"));
        contract.fields().stream()
                .map(Field::name)
                .filter(namedInRule::contains)
                .forEach(order::add);
        order.addAll(example.cells().keySet());
        order.stream()
                .filter(example.cells()::containsKey)
                .forEach(column -> ordered.putIfAbsent(column, example.cells().get(column)));
        return ordered.entrySet().stream()
                .map(cell -> cell.getKey() + "=" + shown(contract, cell.getKey(), cell.getValue()))
                .collect(Collectors.joining(", "));
    }

    /**
     * Returns the cell, with a person's hashed identifier shortened. Its first characters are enough to distinguish
     * people.
     */
    private static String shown(Contract contract, String column, String cell) {
        boolean isPerson = contract.fields().stream()
                .anyMatch(field -> field.name().equals(column) && field.type() == Type.PERSON);
        return isPerson && cell.length() > HASH_SHOWN ? cell.substring(0, HASH_SHOWN) + "..." : cell;
    }

    private void notClassified(UnclassifiedInput input) {
        boolean hasAmount = !input.amount().isEmpty();
        page.heading("Not classified: rows of %s that match no line of the mapping %s (%s rows%s)"
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
