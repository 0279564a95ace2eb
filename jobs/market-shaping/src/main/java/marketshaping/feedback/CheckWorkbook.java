package marketshaping.feedback;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import marketshaping.feedback.CheckReport.FileRead;
import marketshaping.feedback.CheckReport.UnclassifiedInput;
import marketshaping.model.problem.Finding;
import marketshaping.model.table.Column;
import marketshaping.model.table.Table;
import marketshaping.output.workbook.ContentsSheet;
import marketshaping.output.workbook.Sheet;
import marketshaping.output.workbook.TableSheet;
import marketshaping.output.workbook.TextSheet;
import marketshaping.output.workbook.Workbook;
import marketshaping.output.workbook.WorkbookAudience;

/** Converts a check report to a workbook with one table per worksheet. A table without rows has no worksheet. */
public final class CheckWorkbook {
    private static final String CLASSIFICATION = "OFFICIAL-SENSITIVE";
    private static final String NONE = "(none)";

    private CheckWorkbook() {}

    public static Workbook of(CheckReport report, String council, LocalDate asAt) {
        List<Sheet> sheets = new ArrayList<>();
        sheets.add(cover(report, council));
        sheets.add(new ContentsSheet());
        Stream.of(
                        files(report),
                        findings(report),
                        rulesBroken(report),
                        examples(report),
                        columns(report),
                        notClassified(report),
                        gaps(report))
                .filter(sheet -> !sheet.table().rows().isEmpty())
                .forEach(sheets::add);
        return new Workbook(
                "Check of extracts, " + council, council, asAt, WorkbookAudience.DESK, CLASSIFICATION, sheets);
    }

    private static TextSheet cover(CheckReport report, String council) {
        TextSheet.Lines lines = new TextSheet.Lines()
                .under("Classification", List.of(CLASSIFICATION))
                .under(
                        "What this is",
                        List.of("This workbook lists the problems in the extracts, the reasons why the figures leave"
                                + " rows out, and the effect of gaps in the other rows. People's identifiers are"
                                + " hashed, and dates of birth are hidden."))
                .under("Refused: nothing is ingested until this is fixed", report.refused())
                .under(
                        "Optional inputs that were not supplied",
                        report.missingInputs().stream()
                                .map(CheckReport.MissingInput::sentence)
                                .toList())
                .under(
                        "Inputs that are not in the folder: the rows in the lake are used",
                        report.onlyInLake().stream()
                                .map(CheckReport.LakeInput::input)
                                .toList())
                .under("Files that belong to no input and were ignored", report.otherFiles());
        return new TextSheet("Cover", "About this workbook", "Check of extracts, " + council, lines.toList());
    }

    private static TableSheet files(CheckReport report) {
        return sheet(
                "Files",
                "Files and the outcome of their rows",
                "Rows read is the sum of the next three columns.",
                List.of(
                        Column.dimension("input"),
                        Column.dimension("file"),
                        Column.countOfThings("rows_read"),
                        Column.countOfThings("rows_accepted"),
                        Column.countOfThings("rows_quarantined"),
                        Column.countOfThings("rows_not_records"),
                        Column.text("why_not_records"),
                        Column.text("encoding"),
                        Column.text("separator"),
                        Column.text("sheet"),
                        Column.text("sheets_not_read"),
                        Column.countOfThings("header_row"),
                        Column.text("mapping"),
                        Column.text("matched_by_case_or_punctuation"),
                        Column.text("cautions")),
                report.files().stream().map(CheckWorkbook::file).toList());
    }

    private static List<Object> file(FileRead file) {
        boolean isText = file.sheet().isEmpty();
        return List.of(
                file.input(),
                file.file(),
                file.rowsRead(),
                file.rowsAccepted(),
                file.rowsQuarantined(),
                file.rowsNotRecords(),
                counted(file.notRecords()),
                isText ? file.encoding() : NONE,
                isText ? file.separator() : NONE,
                orNone(file.sheet()),
                orNone(String.join(", ", file.sheetsNotRead())),
                file.headerRow(),
                file.mapping().isEmpty() ? "canonical column names" : file.mapping(),
                counted(file.normalised()),
                orNone(String.join("; ", file.cautions())));
    }

    private static TableSheet findings(CheckReport report) {
        return sheet(
                "Findings",
                "Parts of the extracts that were ignored, changed or not connected",
                "Out of is the number of which the rows are a part, if there is one.",
                List.of(
                        Column.dimension("input"),
                        Column.dimension("file"),
                        Column.dimension("finding"),
                        Column.dimension("column"),
                        Column.countOfThings("rows"),
                        Column.countOfThings("out_of"),
                        Column.text("explanation")),
                report.findings().stream().map(CheckWorkbook::finding).toList());
    }

    private static List<Object> finding(Finding finding) {
        return List.of(
                orNone(finding.input()),
                orNone(finding.file()),
                finding.kind().id(),
                orNone(finding.column()),
                finding.rows(),
                finding.of() == 0 ? NONE : finding.of(),
                finding.sentence());
    }

    private static TableSheet rulesBroken(CheckReport report) {
        return sheet(
                "Rules broken",
                "Rule violations",
                "A row that violates several rules is counted under each.",
                List.of(
                        Column.dimension("input"),
                        Column.dimension("file"),
                        Column.dimension("rule"),
                        Column.countOfThings("rows"),
                        Column.text("what_to_do")),
                report.rulesBroken().stream()
                        .map(broken -> List.<Object>of(
                                broken.input(), broken.file(), broken.rule(), broken.rows(), broken.remedy()))
                        .toList());
    }

    private static TableSheet examples(CheckReport report) {
        return sheet(
                "Examples",
                "The first rows that violate each rule",
                "Row numbers start at 1 and include rows above the header. People's identifiers are hashed.",
                List.of(
                        Column.dimension("input"),
                        Column.dimension("file"),
                        Column.dimension("rule"),
                        Column.countOfThings("row"),
                        Column.text("cells")),
                report.rulesBroken().stream()
                        .flatMap(broken -> broken.examples().stream()
                                .map(example -> List.<Object>of(
                                        broken.input(),
                                        broken.file(),
                                        broken.rule(),
                                        example.row(),
                                        example.cells().isEmpty() ? "(hidden)" : joined(example.cells()))))
                        .toList());
    }

    private static TableSheet columns(CheckReport report) {
        List<List<Object>> rows = new ArrayList<>();
        for (FileRead file : report.files()) {
            file.columns()
                    .forEach((name, header) -> rows.add(List.of(file.input(), file.file(), name, header, "Matched")));
            file.missingColumns().forEach(name -> rows.add(List.of(file.input(), file.file(), name, NONE, "Missing")));
            file.ignoredColumns().forEach(name -> rows.add(List.of(file.input(), file.file(), NONE, name, "Ignored")));
        }
        return sheet(
                "Columns",
                "Columns of the files",
                "Ignored columns are not stored.",
                List.of(
                        Column.dimension("input"),
                        Column.dimension("file"),
                        Column.text("our_name"),
                        Column.text("name_in_the_header"),
                        Column.text("outcome")),
                rows);
    }

    private static TableSheet notClassified(CheckReport report) {
        return sheet(
                "Not classified",
                "Rows that no line of the mapping's list matches",
                "The largest sums come first. To classify these rows, add one line per group to the mapping.",
                List.of(
                        Column.dimension("input"),
                        Column.dimension("mapping"),
                        Column.text("columns"),
                        Column.countOfThings("rows"),
                        Column.money("sum", "", "")),
                report.notClassified().stream()
                        .flatMap(input -> input.groups().stream().map(group -> notClassified(input, group)))
                        .toList());
    }

    private static List<Object> notClassified(UnclassifiedInput input, CheckReport.Group group) {
        String values = IntStream.range(0, group.values().size())
                .mapToObj(i ->
                        input.columns().get(i) + ": " + orNone(group.values().get(i)))
                .collect(Collectors.joining("; "));
        BigDecimal sum = group.sum();
        return List.of(
                input.input(),
                input.mapping(),
                orNone(values),
                group.rows(),
                input.amount().isEmpty() ? NONE : sum);
    }

    private static TableSheet gaps(CheckReport report) {
        return sheet(
                "Gaps",
                "Effect of gaps on the packs",
                "The table counts accepted rows.",
                List.of(
                        Column.dimension("input"),
                        Column.countOfThings("rows"),
                        Column.countOfThings("out_of"),
                        Column.text("effect")),
                report.gaps().stream()
                        .map(gap -> List.<Object>of(gap.input(), gap.rows(), gap.of(), gap.sentence()))
                        .toList());
    }

    private static TableSheet sheet(
            String name, String title, String description, List<Column> columns, List<List<Object>> rows) {
        String id = "check_" + name.toLowerCase(Locale.ROOT).replace(' ', '_');
        Table table = new Table(id, title, columns, rows, "");
        return new TableSheet(name, "Check of extracts", title, description, List.of(), table, List.of());
    }

    private static String counted(Map<String, Long> rows) {
        return orNone(rows.entrySet().stream()
                .map(entry -> entry.getValue() + " " + entry.getKey())
                .collect(Collectors.joining(", ")));
    }

    private static String joined(Map<String, String> cells) {
        return cells.entrySet().stream()
                .map(cell -> cell.getKey() + ": " + cell.getValue())
                .collect(Collectors.joining("; "));
    }

    private static String orNone(String text) {
        return text.isEmpty() ? NONE : text;
    }
}
