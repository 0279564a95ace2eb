package marketshaping.feedback;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import marketshaping.feedback.CheckReport.Example;
import marketshaping.feedback.CheckReport.FileRead;
import marketshaping.feedback.CheckReport.RuleViolation;
import marketshaping.model.contract.Contract;
import marketshaping.model.contract.Field;
import marketshaping.model.problem.Finding;
import marketshaping.output.web.HtmlElement;
import marketshaping.output.web.HtmlTable;

/** The part of the check page about one file: its problems, its findings, and how it was read. */
final class CheckPageFile {
    private static final String NONE = "none";

    private final String id;
    private final FileRead read;
    private final List<RuleViolation> violations;
    private final List<Finding> findings;

    private CheckPageFile(String id, FileRead read, CheckReport report) {
        this.id = id;
        this.read = read;
        this.violations = report.rulesBroken().stream().filter(this::includes).toList();
        this.findings = report.findings().stream().filter(this::includes).toList();
    }

    static List<CheckPageFile> of(CheckReport report) {
        List<CheckPageFile> files = new ArrayList<>();
        report.files().forEach(file -> files.add(new CheckPageFile("file-" + (files.size() + 1), file, report)));
        return files;
    }

    /** Returns true if the rule is violated by rows of this file. */
    boolean includes(RuleViolation violation) {
        return violation.input().equals(read.input()) && violation.file().equals(read.file());
    }

    /** Returns true if the finding is about this file or one of its worksheets. */
    boolean includes(Finding finding) {
        boolean isInput = finding.input().isEmpty() || finding.input().equals(read.input());
        return isInput && (finding.file().equals(read.file()) || finding.file().startsWith(read.file() + " ("));
    }

    /** Returns the name of the element to which links to this file go. */
    String id() {
        return id;
    }

    String name() {
        return read.file();
    }

    FileRead read() {
        return read;
    }

    int problems() {
        return violations.size();
    }

    int findings() {
        return findings.size() + read.cautions().size();
    }

    void addTo(HtmlElement parent) {
        HtmlElement file = parent.add("details").of("file");
        if (problems() > 0) {
            file.of("has-problems").with("open");
        }
        if (findings() > 0) {
            file.of("has-findings").with("open");
        }
        HtmlElement summary = file.add("summary").with("id", id);
        HtmlElement heading = summary.add("h3");
        heading.add("span", read.file()).of("name");
        heading.text(" ");
        heading.add("span", read.input()).of("input");
        CheckPage.outcome(summary, problems(), findings());
        HtmlElement content = file.add("div").of("content");
        counts(content.add("dl").of("counts").of(CheckPage.CONTEXT));
        violations.forEach(broken -> violation(content, "h4", broken));
        addFindings(content);
        addReading(content);
    }

    private void counts(HtmlElement list) {
        fact(list, "Rows read", CheckPage.count(read.rowsRead()));
        fact(list, "Accepted", CheckPage.count(read.rowsAccepted()));
        fact(list, "Quarantined", CheckPage.count(read.rowsQuarantined()));
        fact(list, "Not records", CheckPage.count(read.rowsNotRecords()));
    }

    private static void fact(HtmlElement list, String name, String value) {
        HtmlElement fact = list.add("div");
        fact.add("dt", name);
        fact.add("dd", value);
    }

    /** Adds one rule with the rows that violate it. */
    static void violation(HtmlElement parent, String headingTag, RuleViolation broken) {
        HtmlElement section = parent.add("section").of("rule").of(CheckPage.PROBLEM);
        HtmlElement heading = section.add(headingTag);
        heading.add("span", broken.rule()).of("name");
        heading.text(" ");
        heading.add("span", broken.rows() == 1 ? "1 row" : CheckPage.count(broken.rows()) + " rows")
                .of("badge");
        HtmlElement remedy = section.add("p").of("remedy");
        remedy.add("strong", "What to do:");
        remedy.text(" " + broken.remedy());
        if (!broken.examples().isEmpty()) {
            examples(section, broken);
        }
    }

    private static void examples(HtmlElement section, RuleViolation broken) {
        ExampleMask mask = new ExampleMask(broken.input());
        Set<String> first =
                mask.contract().map(contract -> shownFirst(contract, broken)).orElse(Set.of());
        HtmlTable table = new HtmlTable(section, caption(broken, mask)).number("Row");
        first.forEach(table::text);
        table.wide("Other cells");
        for (Example example : broken.examples()) {
            HtmlTable.Row row = table.row().heading(CheckPage.count(example.row()));
            if (example.cells().isEmpty()) {
                first.forEach(column -> CheckPage.value(row.cell(), column, false));
                row.cell()
                        .add("span", "all hidden, because any of them may contain an identifier")
                        .of("absent");
            } else {
                first.forEach(column -> {
                    String cell = example.cells().getOrDefault(column, "");
                    CheckPage.value(row.cell(), cell, mask.shows(column, cell));
                });
                others(row.cell(), mask, first, example);
            }
        }
    }

    /** Returns the number of rows shown, and the columns of which at least one cell is hidden. */
    private static String caption(RuleViolation broken, ExampleMask mask) {
        int shown = broken.examples().size();
        String rows = shown == broken.rows()
                ? "Rows in " + broken.file()
                : "%d of %s rows in %s".formatted(shown, CheckPage.count(broken.rows()), broken.file());
        String hidden = broken.examples().stream()
                .flatMap(example -> example.cells().entrySet().stream())
                .filter(cell -> !mask.shows(cell.getKey(), cell.getValue()))
                .map(Map.Entry::getKey)
                .distinct()
                .collect(Collectors.joining(", "));
        return hidden.isEmpty() ? rows : rows + ". Hidden: " + hidden;
    }

    /** Returns the key columns, then the columns that the rule names. */
    private static Set<String> shownFirst(Contract contract, RuleViolation broken) {
        List<String> namedInRule = List.of(broken.rule().split("[^a-z_]+"));
        Set<String> columns = new LinkedHashSet<>(contract.key());
        contract.fields().stream()
                .map(Field::name)
                .filter(namedInRule::contains)
                .forEach(columns::add);
        return columns;
    }

    private static void others(HtmlElement parent, ExampleMask mask, Set<String> first, Example example) {
        Map<String, String> others = new LinkedHashMap<>(example.cells());
        others.entrySet()
                .removeIf(cell -> first.contains(cell.getKey()) || !mask.shows(cell.getKey(), cell.getValue()));
        if (others.isEmpty()) {
            parent.text("–");
            return;
        }
        HtmlElement list = parent.add("ul").of("cells");
        others.forEach((column, cell) -> {
            HtmlElement item = list.add("li");
            item.add("span", column).of("column");
            item.text(" " + cell);
        });
    }

    private void addFindings(HtmlElement content) {
        if (findings() > 0) {
            HtmlElement section = content.add("section").of(CheckPage.FINDING);
            section.add("h4", "Findings");
            CheckPage.messages(
                    section,
                    Stream.concat(
                                    findings.stream().map(Finding::sentence),
                                    read.cautions().stream().map(caution -> "Caution: " + caution))
                            .toList());
        }
    }

    private void addReading(HtmlElement content) {
        HtmlElement details = content.add("details").of("reading").of(CheckPage.CONTEXT);
        HtmlElement summary = details.add("summary");
        summary.add("h4", "How this file was read");
        summary.text(" ");
        summary.add(
                        "span",
                        "columns: %d matched, %d missing, %d ignored"
                                .formatted(
                                        read.columns().size(),
                                        read.missingColumns().size(),
                                        read.ignoredColumns().size()))
                .of("note");
        HtmlElement facts = details.add("dl").of("facts");
        reading().forEach((name, value) -> fact(facts, name, value));
        if (read.mapping().isEmpty()
                && !read.missingColumns().isEmpty()
                && !read.ignoredColumns().isEmpty()) {
            details.add(
                    "p",
                    "If an ignored column is a missing column under another name, supply a mapping with --mapping.");
        }
        addColumns(details);
    }

    private Map<String, String> reading() {
        Map<String, String> reading = new LinkedHashMap<>();
        if (read.sheet().isEmpty()) {
            reading.put("Encoding", read.encoding());
            reading.put("Separator", read.separator());
        } else {
            reading.put("Worksheet", read.sheet());
            reading.put("Worksheets not read", orNone(String.join(", ", read.sheetsNotRead())));
        }
        reading.put("Header", "row " + CheckPage.count(read.headerRow()));
        reading.put("Mapping", read.mapping().isEmpty() ? "none: canonical column names" : read.mapping());
        reading.put("Rows that are not records", counted(read.notRecords()));
        reading.put("Codes that differ in case or punctuation", counted(read.normalised()));
        return reading;
    }

    private void addColumns(HtmlElement details) {
        HtmlTable table = new HtmlTable(details, "Columns of " + read.file())
                .text("Column of " + read.input())
                .text("Name in the header")
                .text("Outcome");
        read.missingColumns()
                .forEach(column -> table.row().cell(column).cell("–").cell("Missing"));
        read.ignoredColumns()
                .forEach(header -> table.row().cell("–").cell(header).cell("Ignored"));
        read.columns()
                .forEach((column, header) ->
                        table.row().cell(column).cell(header).cell("Matched"));
    }

    private static String counted(Map<String, Long> rows) {
        return orNone(rows.entrySet().stream()
                .map(entry -> CheckPage.count(entry.getValue()) + " " + kind(entry.getKey()))
                .collect(Collectors.joining(", ")));
    }

    private static String kind(String name) {
        return switch (name) {
            case "header" -> "repeated header";
            case "repeat" -> "exact repeat of an accepted row";
            default -> name;
        };
    }

    private static String orNone(String text) {
        return text.isEmpty() ? NONE : text;
    }
}
