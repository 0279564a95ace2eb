package marketshaping.model.problem;

import marketshaping.model.problem.UserProblem.Kind;

/** Messages about headers and columns, MS-12xx, and about rows, cells and dates, MS-13xx. */
enum TableMessage implements Message {
    HEADER_MISSING(
            1201,
            "{file}: the first 50 rows contain no header row.",
            "One row must contain the column names, including {required}.",
            "Add such a row above the data."),
    COLUMNS_MISSING(
            1202,
            "{file}, row {row}: required columns are missing from the header: {columns}. Columns recognised in it:"
                    + " {recognised}.",
            "The rows can't be used without these columns.",
            "Add the columns to the extract. If the extract has them under other names, supply a mapping with"
                    + " --mapping."),
    COLUMN_TWICE(
            1203,
            "{file}, row {row}: two columns in the header match {column}.",
            "Only one of them can be read.",
            "Remove or rename one of them."),
    COLUMNS_TOO_MANY(
            1204,
            "{file}, row {row}: the row has more than {limit} columns.",
            "A normal extract has far fewer, so the file is refused.",
            "Remove the empty columns, or export only the columns that are described for this input."),
    ROWS_MISSING(
            1301,
            "{input}: the extract has a header, but no rows below it.",
            "A report that times out often leaves such a file.",
            "Export it again."),
    ROWS_ALL_QUARANTINED(
            1302,
            "{input}: no row was accepted.",
            "Every row violates a rule or is not a record, such as a blank row or a total.",
            "List the reasons with market-shaping check. Then correct the extract or its mapping."),
    MONTH_FIRST(
            1303,
            "{file}, row {row}, column {column}: the date has the month before the day.",
            "The file is refused, because other dates in it, such as 05/06/2026, could be read either way.",
            "Export the dates as 2026-05-29 or 29/05/2026."),
    EXTRACT_SHRUNK(
            1304,
            "{input}: {lost} of the {stored} keys in the lake are missing from this extract, which is more than"
                    + " {limit}%.",
            "The extract may have been cut short.",
            "Supply the whole extract. If the loss is genuine, add --accept-shrinkage {input}."),
    CELL_TOO_LONG(
            1305,
            "{file}, row {row}: a cell is longer than {limit} bytes.",
            "The usual cause is an opening quote without a closing quote.",
            "Correct this row."),
    ROW_TOO_LONG(
            1306,
            "{file}, row {row}: the row is longer than {limit} bytes.",
            "The usual cause is an opening quote without a closing quote, or a file that is not CSV.",
            "Correct this row, or export the file again as CSV."),
    QUOTE_NOT_CLOSED(
            1307,
            "{file}, row {row}: a cell starts with a quote, but does not end with one.",
            "It is unclear where the cell ends, and the rows after it can't be separated.",
            "Double each quote that is part of the text. Add a missing closing quote."),
    QUOTE_SWALLOWS_ROWS(
            1308,
            "{file}, row {row}: a quoted cell contains {breaks} and as many separators as whole rows do.",
            "A quote in this row is closed by a quote further down, so the rows between them would be lost.",
            "Double each quote that is part of the text, or remove it."),
    FORMULA_WITHOUT_VALUE(
            1309,
            "{file}, sheet {sheet}, cell {cell}: the formula has never been calculated.",
            "The cell therefore contains no value to read.",
            "Open the workbook in Excel and save it again."),
    DATES_SWAPPED(
            1310,
            "{file}, column {column}: a spreadsheet program has swapped day and month in part of the column. The {dates}"
                    + " true dates have no day over 12, and the {texts} dates stored as text have only such days.",
            "The file is refused, because the true dates are wrong.",
            "Export it again as CSV, or import the dates as text with the day first."),
    COLUMN_ABSENT(
            1311,
            "{file}: the column {column} of {input} is missing or has no value. Columns that may contain it: {alike}.",
            "An empty cell in this column has a meaning, so such a column would change figures without notice.",
            "Name the right column in a mapping. If the extract has none, add --absent {input}.{column}, or list the"
                    + " column under absent in the mapping."),
    FINDING_NOT_ACCEPTED(
            1312,
            "{input}, column {column}: {rows} of {of} rows are affected by the finding {finding} ({detail}).",
            "A headline figure uses this column, and more than 1% of the rows are affected.",
            "Correct the extract. If it is right, add --accept {input}.{column}:{finding}, or list it under accept in the"
                    + " settings."),
    ROWS_OVERLAP(
            1313,
            "{file}: {rows} of {of} rows are also in {other}, equal in every column.",
            "The input has no key, so each row would count twice.",
            "Remove one of the files or the rows. If they are different rows, add --accept-overlap {input}."),
    REFERENCE_UNMATCHED(
            1314,
            "{input}.{column}: {missing} of {of} distinct keys are not found in {parent}.",
            "Figures that connect the two would be wrong. Likely cause: {cause}.",
            "Correct the extract. If it is right, add --accept {input}.{column}:references-unmatched, or list it under"
                    + " accept in the settings."),
    QUOTES_MIXED(
            1315,
            "{file}, row {row}: a quoted cell contains a doubled quote, but other cells of the file contain a quote"
                    + " after a backslash.",
            "It is therefore unclear where the cells end.",
            "Export the file again with each quote in a cell doubled."),
    ROWS_CUT(
            1316,
            "{file}, row {row}: a line break without quotes cuts {rows} into lines with fewer cells than the header.",
            "Each part would count as a row of its own.",
            "Export the file again with quotes around each text, or without line breaks in texts."),
    COST_IMPLAUSIBLE(
            1317,
            "Placement {placement} costs £{amount} a week or at once, which is more than £{limit}.",
            "One such cost would decide every total.",
            "Correct the cost or its frequency, in the placement or its contract, and supply the extract again."),
    PAYMENT_IMPLAUSIBLE(
            1318,
            "A payment on {date} to supplier {supplier} is £{amount}, which is more than £{limit}.",
            "One such payment would decide every total.",
            "Correct the amount and supply the extract again.");

    private final Text text;

    TableMessage(int number, String problem, String reason, String remedy) {
        text = new Text(number, Kind.DATA_REFUSED, problem, reason, remedy);
    }

    @Override
    public Text text() {
        return text;
    }
}
