package marketshaping.model.problem;

import marketshaping.model.problem.UserProblem.Kind;

/** Messages about the files and folders of extracts, MS-11xx. */
enum FileMessage implements Message {
    INPUT_FOLDER_MISSING(
            1101,
            Kind.WRONG_USAGE,
            "The input folder {folder} does not exist or is not a folder.",
            "It should contain the council's extracts.",
            "Give the path of the right folder with --input."),
    REQUIRED_INPUT_MISSING(
            1102,
            Kind.DATA_REFUSED,
            "{folder} contains no extract named {input}.",
            "This is one of the three required inputs.",
            "Add {input}.csv or {input}.xlsx to the folder. If the extract has several files, put them in a folder"
                    + " named {input}."),
    INPUT_TWICE(
            1103,
            Kind.DATA_REFUSED,
            "The input {input} is supplied more than once: {files}.",
            "Its rows would be counted twice.",
            "Keep one of these files. If they contain different rows, put them in a folder named {input}, each with a"
                    + " different name."),
    INPUT_FOLDER_EMPTY(
            1104,
            Kind.DATA_REFUSED,
            "The folder {folder} contains no file that can be read.",
            "A folder named after an input must contain its extract.",
            "Put the extract in the folder as CSV or XLSX, or remove the folder."),
    FOLDER_NAMED_AS_FILE(
            1105,
            Kind.DATA_REFUSED,
            "{folder} is a folder, but it is named like a file.",
            "Only a folder with exactly the name of an input is read.",
            "Rename the folder to {name}. The files in it are then read together."),
    FILE_KIND_UNSUPPORTED(
            1106,
            Kind.DATA_REFUSED,
            "The format of {file} is not supported.",
            "This kind of file can't be read as a table.",
            "Save it as CSV or XLSX."),
    FILE_EMPTY(
            1107,
            Kind.DATA_REFUSED,
            "{file} is empty: its size is 0 bytes.",
            "A table must have at least a header row.",
            "Export it again, or remove it."),
    EXTENSION_WRONG(
            1108,
            Kind.DATA_REFUSED,
            "{file} does not match its extension: its content is {content}.",
            "The extension must match the content.",
            "Export it again, or rename it to end in {extension}."),
    CONTENT_UNSUPPORTED(
            1109,
            Kind.DATA_REFUSED,
            "{file} does not match its extension: its content is {content}.",
            "Such content can't be read as a table.",
            "Save the table as CSV or XLSX."),
    FILE_PROTECTED(
            1110,
            Kind.DATA_REFUSED,
            "{file} is protected with a password.",
            "A protected file can't be read.",
            "Save a copy without a password."),
    NUL_BYTE(
            1111,
            Kind.DATA_REFUSED,
            "{file}, row {row}: the row contains a NUL byte.",
            "The file is damaged, is not CSV, or is UTF-16 without a byte-order mark.",
            "Save it as CSV UTF-8."),
    ENCODING_BROKEN(
            1112,
            Kind.DATA_REFUSED,
            "{file} contains bytes that are not valid text in its encoding.",
            "Only UTF-8, UTF-16 and Windows-1252 can be read.",
            "Save it as CSV UTF-8."),
    ARCHIVE_BROKEN(
            1113,
            Kind.DATA_REFUSED,
            "{file} can't be unpacked.",
            "The file is damaged or was cut short.",
            "Supply it again."),
    ARCHIVE_TOO_LARGE(
            1114,
            Kind.DATA_REFUSED,
            "{file} is compressed far more than a normal table.",
            "This is typical of a zip bomb, so the file is refused.",
            "Supply the file uncompressed, or save the workbook again without empty formatted rows."),
    FILE_UNREADABLE(
            1115,
            Kind.DATA_REFUSED,
            "{file} can't be read ({cause}).",
            "The run needs the content of this file.",
            "Check that the file still exists and that you have permission to read it."),
    FILE_CHANGED(
            1116,
            Kind.DATA_REFUSED,
            "{file} changed while it was being read.",
            "Its rows may be incomplete.",
            "Wait until the file is complete, then run the command again."),
    MACROS(
            1117,
            Kind.DATA_REFUSED,
            "{file} contains macros.",
            "Workbooks with macros are not read.",
            "Save a copy as XLSX without macros."),
    ENTITY_DECLARED(
            1118,
            Kind.DATA_REFUSED,
            "{file} contains a document type or entity declaration.",
            "Normal workbooks never contain one, and it could make a program open other files.",
            "Open the workbook in Excel and save it again."),
    WORKBOOK_TOO_LARGE(
            1119,
            Kind.DATA_REFUSED,
            "{file} contains more than can be read from a workbook.",
            "The limit protects the memory of the computer.",
            "Save the worksheet as CSV UTF-8."),
    WORKBOOK_BROKEN(
            1120,
            Kind.DATA_REFUSED,
            "{file} is a damaged workbook: the part {part} inside it can't be read.",
            "The table can't be read without this part.",
            "Open the workbook in Excel and save it again."),
    WORKBOOK_TOO_OLD(
            1121,
            Kind.DATA_REFUSED,
            "{file} is a workbook in the format of Excel 95 or earlier.",
            "This format is not supported.",
            "Open it in Excel or LibreOffice, and save it as XLSX or CSV."),
    JSON_BROKEN(
            1122,
            Kind.DATA_REFUSED,
            "{file}, line {line}, column {column}: the JSON can't be read from this point on.",
            "The file may be cut short, or it may contain a text that is too long or objects that are nested too"
                    + " deeply.",
            "Export it again."),
    JSON_WITHOUT_TABLE(
            1123,
            Kind.DATA_REFUSED,
            "{file} contains no list of objects.",
            "Each row of a table must be one object in a list.",
            "Export all rows in one list, one object per row. Or save the table as CSV."),
    JSON_TOO_LARGE(
            1124,
            Kind.DATA_REFUSED,
            "{file} is a JSON file larger than 64 MB.",
            "A JSON file must fit in the memory of the computer.",
            "Save the table as CSV."),
    ARCHIVE_WITHOUT_ONE_TABLE(
            1125,
            Kind.DATA_REFUSED,
            "{file} is a zip archive that contains {tables}: {names}.",
            "Only an archive with exactly one table can be read.",
            "Supply the extract unpacked, or in an archive of its own."),
    PAGE_WITHOUT_TABLE(
            1126,
            Kind.DATA_REFUSED,
            "{file} is a web page without a table.",
            "Systems often send their login page or an error page in place of an extract.",
            "Open the file in a browser to see its message, then export the extract again."),
    PAGE_TOO_LARGE(
            1127,
            Kind.DATA_REFUSED,
            "{file} is a web page larger than {limit} MB.",
            "A web page must fit in the memory of the computer.",
            "Save the table as CSV or XLSX."),
    SHEET_CUT_OFF(
            1128,
            Kind.DATA_REFUSED,
            "{file}, sheet {sheet}: the worksheet ends at the last row that its format can contain, row {row}.",
            "Further rows of the extract were probably cut off.",
            "Export the extract as CSV, or as several smaller files."),
    LOGIN_PAGE(
            1129,
            Kind.DATA_REFUSED,
            "{file} is a web page that asks for a password.",
            "It is a login page, not an extract.",
            "Log in to the source system again, then export the extract again."),
    PAGE_OF_FRAMES(
            1130,
            Kind.DATA_REFUSED,
            "{file} is a web page that only shows other files in frames: {files}.",
            "The rows are in one of these files, usually in sheet001.htm.",
            "Supply the file that contains the rows, or save the workbook as XLSX in Excel.");

    private final Text text;

    FileMessage(int number, Kind kind, String problem, String reason, String remedy) {
        text = new Text(number, kind, problem, reason, remedy);
    }

    @Override
    public Text text() {
        return text;
    }
}
