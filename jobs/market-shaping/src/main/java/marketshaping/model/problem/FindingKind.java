package marketshaping.model.problem;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Map;

/** The kinds of findings, MS-18xx. A finding does not stop a run unless it affects many rows of a headline figure. */
public enum FindingKind implements Message {
    READ_AS(
            1801,
            "{file}: the content is {detail}, which its name does not show.",
            "The file was read as what it is.",
            "Give it the extension of its content."),
    MACROS_IGNORED(
            1802, "{file}: the workbook contains macros.", "They were not run.", "Save it as .xlsx to remove them."),
    SHEET_UNREAD(
            1803,
            "{file}: the worksheet {detail} was not read.",
            "It does not have the header of the worksheet that was read.",
            "Delete it if it is not needed. If it contains rows, give it the same header."),
    SHEET_HIDDEN(
            1804,
            "{file}: the worksheet {detail} is hidden and was not read.",
            "Hidden worksheets usually contain lists of codes.",
            "Unhide it if it contains rows of the extract."),
    ROWS_HIDDEN(
            1805,
            "{file}: {rows} rows are hidden or filtered out.",
            "They were read like all others.",
            "Delete them from the extract if they must not count."),
    COLUMNS_HIDDEN(
            1806,
            "{file}: {rows} columns are hidden in the worksheet: {detail}.",
            "They were read like all others.",
            "Delete them if they must not be used."),
    CELLS_MERGED(
            1807,
            "{file}: {rows} cells are part of merged ranges: {detail}.",
            "The value of a range counts for each of its cells.",
            "Unmerge the cells if that is wrong."),
    COLUMNS_UNREAD(
            1808,
            "{file}: columns that were not read: {detail}.",
            "They are not columns of {input}.",
            "If one of them contains a column of {input}, name it in a mapping. market-shaping map proposes one."),
    CELLS_EMPTIED(
            1809,
            "{file}, column {column}: {rows} of {of} rows contain a value that can't be used: {detail}.",
            "The cells count as empty, and the rows are kept.",
            "Correct the values, or translate them in a mapping."),
    CODES_NORMALISED(
            1810,
            "{file}, column {column}: {rows} of {of} codes differ from the list in case, spaces or punctuation.",
            "They were accepted.",
            "No action is needed."),
    FILE_REPEATED(1811, "{file}: the file has the same content as {detail}.", "It was read once.", "Delete the copy."),
    ROWS_OVERLAP(
            1812,
            "{file}: {rows} of {of} rows are also in {detail}, equal in every column.",
            "They were counted twice.",
            "Supply each row once."),
    REFERENCES_UNMATCHED(
            1813,
            "{input}.{column}: {rows} of {of} distinct keys are not found in {detail}.",
            "These rows can't be connected.",
            "Check that both extracts use the same identifiers."),
    TOTAL_DIFFERS(1814, "{file}: {detail}.", "Rows may be missing.", "Compare the extract with its source."),
    COLUMN_ABSENT(
            1815,
            "{file}: the column {column} is missing, as you confirmed.",
            "It counts as empty in every row.",
            "Add the column if the source system has it."),
    FILE_UNUSED(
            1816,
            "{file}: the file was not read.",
            "Its name is not the name of an input.",
            "Rename it to the name of its input, or remove it from the folder."),
    CODES_UNUSED(
            1817,
            "{input}, column {column}: the extract lacks {rows} of the codes in the mapping: {detail}.",
            "These lines of the mapping have no effect.",
            "Compare their spelling and their column with the extract, or delete them.");

    private final Text text;

    FindingKind(int number, String problem, String reason, String remedy) {
        text = new Text(number, UserProblem.Kind.DATA_REFUSED, problem, reason, remedy);
    }

    @Override
    public Text text() {
        return text;
    }

    /** Returns the name in settings and reports: words in lower case, joined by hyphens. */
    @JsonValue
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String sentence(Finding finding) {
        Map<String, Object> values = Map.of(
                "input", finding.input(),
                "file", finding.file(),
                "column", finding.column(),
                "rows", String.format(Locale.UK, "%,d", finding.rows()),
                "of", String.format(Locale.UK, "%,d", finding.of()),
                "detail", finding.detail());
        return filled(placeholders().stream().map(values::get).toArray());
    }
}
