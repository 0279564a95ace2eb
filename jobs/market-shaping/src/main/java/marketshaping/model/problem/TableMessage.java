package marketshaping.model.problem;

import marketshaping.model.problem.UserProblem.Kind;

/** Messages about headers and columns, MS-12xx, and about rows, cells and dates, MS-13xx. */
enum TableMessage implements Message {
    HEADER_MISSING(
            1201,
            "{file}: no header row was found in its first 50 rows.",
            "One row must name the columns, among them {required}.",
            "Add such a row above the data."),
    COLUMNS_MISSING(
            1202,
            "{file}, row {row}: the header lacks required columns: {columns}.",
            "Its rows can't be read without them.",
            "Add them to the extract under these names, or map the extract's names to them."),
    COLUMN_TWICE(
            1203,
            "{file}, row {row}: two columns of the header are both {column}.",
            "Only one of them can be read.",
            "Remove one of them, or rename it."),
    COLUMNS_TOO_MANY(
            1204,
            "{file}, row {row}: there are more than {limit} columns.",
            "An extract has far fewer, so the file is refused.",
            "Remove the empty columns, or export only those that are described for this input."),
    ROWS_MISSING(
            1301,
            "{input}: there is a header, but no row below it.",
            "A report that timed out leaves such a file.",
            "Export it again."),
    ROWS_ALL_QUARANTINED(
            1302,
            "{input}: no row was accepted.",
            "Each of its rows breaks at least one rule; market-shaping check lists the rules.",
            "Correct the extract."),
    MONTH_FIRST(
            1303,
            "{file}, row {row}, column {column}: the date has its month first.",
            "The file is refused, because the day and month of other dates there can't be distinguished.",
            "Export the dates as 2026-05-29 or 29/05/2026."),
    EXTRACT_SHRUNK(
            1304,
            "{input}: {lost} of the {stored} keys in the lake are not in this extract, more than {limit}%.",
            "It may have been cut short.",
            "Send the whole extract, or accept the loss with --accept-shrinkage {input}."),
    CELL_TOO_LONG(
            1305,
            "{file}, row {row}: a cell is longer than {limit} bytes.",
            "Most often, a quote was never closed.",
            "Correct that row."),
    ROW_TOO_LONG(
            1306,
            "{file}, row {row}: the row is longer than {limit} bytes.",
            "Most often, a quote was never closed, or the file is not CSV.",
            "Correct that row, or export the file again as CSV."),
    QUOTE_NOT_CLOSED(
            1307,
            "{file}, row {row}: a quote opens a cell and does not close it.",
            "The rows after it can't be separated.",
            "Close the quote, or double each quote that is part of the text."),
    QUOTE_SWALLOWS_ROWS(
            1308,
            "{file}, row {row}: a quoted cell contains {breaks} and as many separators as rows have.",
            "A quote opens there and another further down closes it, so rows would be lost.",
            "Double each quote that is part of the text, or remove it."),
    FORMULA_WITHOUT_VALUE(
            1309,
            "{file}, sheet {sheet}, cell {cell}: the formula has never been calculated.",
            "There is no value to read.",
            "Open the workbook in Excel and save it again.");

    private final Text text;

    TableMessage(int number, String problem, String reason, String remedy) {
        text = new Text(number, Kind.DATA_REFUSED, problem, reason, remedy);
    }

    @Override
    public Text text() {
        return text;
    }
}
