package marketshaping.feedback;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import marketshaping.engine.Storage;
import marketshaping.feedback.CheckReport.FileRead;
import marketshaping.feedback.CheckReport.Gap;
import marketshaping.feedback.CheckReport.LakeInput;
import marketshaping.feedback.CheckReport.MissingInput;
import marketshaping.feedback.CheckReport.RuleViolation;
import marketshaping.feedback.CheckReport.UnclassifiedInput;
import marketshaping.model.problem.Finding;
import marketshaping.model.problem.Problems;
import marketshaping.output.web.HtmlElement;
import marketshaping.output.web.HtmlTable;
import marketshaping.output.web.WebPage;

/**
 * Converts a check report to one web page, to send to the people who make the extracts. Every block of the page is a
 * problem, a finding or context; the reader can choose to see only the first or the second kind.
 */
public final class CheckPage {
    /** The style class of a block that the reader must act on. */
    static final String PROBLEM = "problem";
    /** The style class of a block about something that was ignored, changed or not connected. */
    static final String FINDING = "finding";
    /** The style class of any other block, which only the unfiltered page shows. */
    static final String CONTEXT = "context";

    private static final String TITLE = "Check of extracts";
    private static final String CLASSIFICATION = "OFFICIAL-SENSITIVE";
    private static final Pattern CODED = Pattern.compile("(MS-[0-9]+|Caution): (.*)", Pattern.DOTALL);

    private final CheckReport report;
    private final List<CheckPageFile> files;
    private final List<RuleViolation> otherViolations;
    private final List<Finding> otherFindings;

    public CheckPage(CheckReport report) {
        this.report = report;
        this.files = CheckPageFile.of(report);
        this.otherViolations = report.rulesBroken().stream()
                .filter(broken -> files.stream().noneMatch(file -> file.includes(broken)))
                .toList();
        this.otherFindings = report.findings().stream()
                .filter(finding -> files.stream().noneMatch(file -> file.includes(finding)))
                .toList();
    }

    /**
     * Writes the page and replaces the file atomically.
     *
     * @throws marketshaping.model.problem.UserProblem if the file can't be written
     */
    public void write(Path file) {
        try {
            Storage.replace(file, html());
        } catch (IOException e) {
            throw Problems.cannotWrite(file, e.toString());
        }
    }

    /** Returns the page as HTML. The same report gives the same page. */
    public String html() {
        WebPage page = new WebPage(TITLE);
        HtmlElement body = page.body();
        HtmlElement header = body.add("header");
        header.add("p", CLASSIFICATION).of("marking");
        header.add("h1", TITLE);
        HtmlElement main = body.add("main");
        outcome(main);
        filter(main);
        refused(main);
        summary(main);
        files(main);
        otherFindings(main);
        report.notClassified().forEach(input -> notClassified(main, input));
        gaps(main);
        list(
                main,
                "Optional inputs that were not supplied",
                report.missingInputs().stream().map(MissingInput::sentence).toList());
        list(
                main,
                "Inputs that are not in the folder: the rows in the lake are used",
                report.onlyInLake().stream().map(CheckPage::inLake).toList());
        list(main, "Files that belong to no input and were ignored", report.otherFiles());
        HtmlElement footer = body.add("footer");
        footer.add(
                "p",
                "Rows that are not records are blank rows, repeated headers, totals and exact repeats. Row numbers start"
                        + " at 1 and include rows above the header.");
        footer.add(
                "p",
                "People's identifiers, dates of birth, postcodes and free text are hidden. Row numbers and other"
                        + " identifiers can still point to a person, so handle this page as it is marked.");
        footer.add("p", CLASSIFICATION).of("marking");
        return page.html();
    }

    private void outcome(HtmlElement main) {
        boolean isRefused = !report.refused().isEmpty();
        HtmlElement verdict = main.add("section").of("verdict").of(isRefused ? "refused" : "ingested");
        HtmlElement line = verdict.add("p").of("headline");
        symbol(line, isRefused ? "■" : "●");
        line.text(report.verdict() + ".");
        verdict.add("p", consequence());
        HtmlElement tiles = main.add("dl").of("tiles");
        Rows rows = sum(report.files());
        tile(tiles, "Rows read", rows.read());
        tile(tiles, "Accepted", rows.accepted());
        tile(tiles, "Quarantined", rows.quarantined());
        tile(tiles, "Not records", rows.notRecords());
    }

    private String consequence() {
        Rows rows = sum(report.files());
        if (!report.refused().isEmpty()) {
            return report.refused().size() == 1
                    ? "Nothing is ingested until the problem under Refused is fixed."
                    : "Nothing is ingested until the %s problems under Refused are fixed."
                            .formatted(count(report.refused().size()));
        }
        if (rows.quarantined() > 0) {
            return "%s of %s rows would be quarantined. No figure includes such rows until they are corrected."
                    .formatted(count(rows.quarantined()), count(rows.read()));
        }
        return "No row would be quarantined.";
    }

    private static void tile(HtmlElement tiles, String name, long rows) {
        HtmlElement tile = tiles.add("div");
        tile.add("dt", name);
        tile.add("dd", count(rows));
    }

    private void filter(HtmlElement main) {
        long problems = report.refused().size() + (long) report.rulesBroken().size();
        long findings = report.findings().size()
                + report.files().stream()
                        .mapToLong(file -> file.cautions().size())
                        .sum();
        HtmlElement filter = main.add("fieldset").of("filter");
        filter.add("legend", "Show");
        choice(filter, "show-all", "Everything").with("checked");
        choice(filter, "show-problems", "Only problems (%s)".formatted(count(problems)));
        choice(filter, "show-findings", "Only findings (%s)".formatted(count(findings)));
        if (problems == 0) {
            main.add("p", "The extracts have no problems.").of("no-problems");
        }
        if (findings == 0) {
            main.add("p", "There are no findings.").of("no-findings");
        }
    }

    private static HtmlElement choice(HtmlElement filter, String id, String label) {
        HtmlElement input =
                filter.add("input").with("type", "radio").with("name", "show").with("id", id);
        filter.add("label", label).with("for", id);
        return input;
    }

    private void refused(HtmlElement main) {
        if (!report.refused().isEmpty()) {
            HtmlElement section = main.add("section").of(PROBLEM);
            section.add("h2", "Refused: nothing is ingested until this is fixed");
            messages(section, report.refused());
        }
    }

    private void summary(HtmlElement main) {
        if (report.files().isEmpty()) {
            return;
        }
        HtmlElement section = main.add("section");
        section.add("h2", "Summary");
        HtmlTable table = new HtmlTable(section, "Rows by input; rows read is the sum of the other three")
                .text("Input")
                .wide("Files")
                .number("Rows read")
                .number("Accepted")
                .number("Quarantined")
                .number("Not records")
                .text("Outcome");
        byInput().forEach((input, ofInput) -> {
            HtmlTable.Row row = table.row().heading(input);
            HtmlElement list = row.cell().add("ul").of("plain");
            ofInput.forEach(file -> list.add("li").addLink(file.id(), file.name()));
            Rows rows = sum(ofInput.stream().map(CheckPageFile::read).toList());
            row.cell(count(rows.read()))
                    .cell(count(rows.accepted()))
                    .cell(count(rows.quarantined()))
                    .cell(count(rows.notRecords()));
            outcome(
                    row.cell(),
                    ofInput.stream().mapToInt(CheckPageFile::problems).sum(),
                    findings(ofInput));
        });
    }

    private Map<String, List<CheckPageFile>> byInput() {
        return files.stream()
                .collect(Collectors.groupingBy(file -> file.read().input(), LinkedHashMap::new, Collectors.toList()));
    }

    private static int findings(List<CheckPageFile> files) {
        return files.stream().mapToInt(CheckPageFile::findings).sum();
    }

    private void files(HtmlElement main) {
        if (!files.isEmpty()) {
            HtmlElement section = main.add("section").of("files");
            section.add("h2", "Files");
            files.forEach(file -> file.addTo(section));
        }
    }

    private void otherFindings(HtmlElement main) {
        if (!otherViolations.isEmpty()) {
            HtmlElement section = main.add("section").of(PROBLEM);
            section.add("h2", "Problems in other files");
            otherViolations.forEach(broken -> CheckPageFile.violation(section, "h3", broken));
        }
        if (!otherFindings.isEmpty()) {
            HtmlElement section = main.add("section").of(FINDING);
            section.add("h2", "Findings about several files, or about files without rows");
            messages(section, otherFindings.stream().map(Finding::sentence).toList());
        }
    }

    private static void notClassified(HtmlElement main, UnclassifiedInput input) {
        boolean hasAmount = !input.amount().isEmpty();
        ExampleMask mask = new ExampleMask(input.input());
        HtmlElement section = main.add("section").of(CONTEXT);
        section.add("h2", "Not classified: " + input.input());
        HtmlTable table = new HtmlTable(
                section,
                "%s rows%s match no line of the mapping %s. To classify them, add one line per group to the mapping"
                        .formatted(
                                count(input.rows()),
                                hasAmount ? ", " + amount(input.sum()) + "," : "",
                                input.mapping()));
        input.columns().forEach(table::text);
        table.number("Rows");
        if (hasAmount) {
            table.number(input.amount());
        }
        input.groups().forEach(group -> {
            HtmlTable.Row row = table.row();
            for (int i = 0; i < input.columns().size(); i++) {
                String value = group.values().get(i);
                value(row.cell(), value, mask.showsCategory(input.columns().get(i), value));
            }
            row.cell(count(group.rows()));
            if (hasAmount) {
                row.cell(amount(group.sum()));
            }
        });
    }

    private void gaps(HtmlElement main) {
        if (report.gaps().isEmpty()) {
            return;
        }
        HtmlElement section = main.add("section").of(CONTEXT);
        section.add("h2", "Gaps in the extracts, and their effect on the packs");
        HtmlTable table = new HtmlTable(section, "Accepted rows that lack information")
                .text("Input")
                .number("Rows")
                .number("Of")
                .wide("Effect");
        for (Gap gap : report.gaps()) {
            table.row()
                    .heading(gap.input())
                    .cell(count(gap.rows()))
                    .cell(count(gap.of()))
                    .cell(gap.sentence());
        }
    }

    private static void list(HtmlElement main, String heading, List<String> lines) {
        if (!lines.isEmpty()) {
            HtmlElement section = main.add("section").of(CONTEXT);
            section.add("h2", heading);
            HtmlElement list = section.add("ul");
            lines.forEach(line -> list.add("li", line));
        }
    }

    private static String inLake(LakeInput held) {
        return "%s: %s rows%s"
                .formatted(
                        held.input(),
                        count(held.rows()),
                        held.latestDate().isEmpty() ? "" : ", the latest dated " + held.latestDate());
    }

    /** Adds a list of messages, each with its code in a column of its own. */
    static void messages(HtmlElement parent, List<String> messages) {
        HtmlElement list = parent.add("ul").of("messages");
        for (String message : messages) {
            Matcher coded = CODED.matcher(message);
            HtmlElement item = list.add("li");
            if (coded.matches()) {
                item.add("span", coded.group(1)).of("code");
                item.text(" ");
            }
            item.add("span", coded.matches() ? coded.group(2) : message);
        }
    }

    /** Adds the outcome of a file or of an input, as a word with a shape. */
    static void outcome(HtmlElement parent, int problems, int findings) {
        if (problems > 0) {
            status(parent, "bad", "■", problems == 1 ? "1 problem" : count(problems) + " problems");
        }
        if (findings > 0) {
            status(parent, "note", "○", findings == 1 ? "1 finding" : count(findings) + " findings");
        }
        if (problems == 0 && findings == 0) {
            status(parent, "good", "●", "No problems");
        }
    }

    private static void status(HtmlElement parent, String styleClass, String shape, String word) {
        HtmlElement status = parent.add("span").of("status").of(styleClass);
        symbol(status, shape);
        status.text(word);
        parent.text(" ");
    }

    private static void symbol(HtmlElement parent, String shape) {
        parent.add("span", shape).of("symbol").with("aria-hidden", "true");
        parent.text(" ");
    }

    /** Adds a cell of an extract to the page, or a word in its place if it is empty or may not be shown. */
    static void value(HtmlElement parent, String value, boolean isShown) {
        if (value.isEmpty()) {
            parent.add("span", "empty").of("absent");
        } else if (isShown) {
            parent.text(value);
        } else {
            parent.add("span", "hidden").of("absent");
        }
    }

    static String count(long rows) {
        return String.format(Locale.UK, "%,d", rows);
    }

    private static String amount(BigDecimal sum) {
        return String.format(Locale.UK, "%,." + sum.scale() + "f", sum);
    }

    private record Rows(long read, long accepted, long quarantined, long notRecords) {}

    private static Rows sum(List<FileRead> files) {
        return new Rows(
                files.stream().mapToLong(FileRead::rowsRead).sum(),
                files.stream().mapToLong(FileRead::rowsAccepted).sum(),
                files.stream().mapToLong(FileRead::rowsQuarantined).sum(),
                files.stream().mapToLong(FileRead::rowsNotRecords).sum());
    }
}
