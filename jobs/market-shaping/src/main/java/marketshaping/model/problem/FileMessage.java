package marketshaping.model.problem;

import marketshaping.model.problem.UserProblem.Kind;

/** Messages about the files and folders of extracts, MS-11xx. */
enum FileMessage implements Message {
    INPUT_FOLDER_MISSING(
            1101,
            Kind.WRONG_USAGE,
            "The input folder {folder} does not exist or is not a folder.",
            "It should contain the council's extracts.",
            "Give the right folder with --input."),
    REQUIRED_INPUT_MISSING(
            1102,
            Kind.DATA_REFUSED,
            "{folder}: there is no {input}.",
            "It is one of the three required inputs.",
            "Put {input}.csv or {input}.xlsx there, or a folder named {input}."),
    INPUT_TWICE(
            1103,
            Kind.DATA_REFUSED,
            "{input} is supplied more than once: {files}.",
            "Its rows would be counted twice.",
            "Keep one of the files, or put files that belong together into a folder named {input}."),
    INPUT_FOLDER_EMPTY(
            1104,
            Kind.DATA_REFUSED,
            "{folder} contains no file that can be read.",
            "A folder named after an input must contain its extract.",
            "Put the extract there as CSV or XLSX, or remove the folder."),
    FOLDER_NAMED_AS_FILE(
            1105,
            Kind.DATA_REFUSED,
            "{folder} is a folder, but its name is that of a file.",
            "Only a folder named after an input is read.",
            "Rename it to {name} so that the files in it are read together."),
    FILE_KIND_UNSUPPORTED(
            1106,
            Kind.DATA_REFUSED,
            "{file} is not a supported kind of file.",
            "It can't be read as a table.",
            "Save it as CSV or XLSX."),
    FILE_EMPTY(
            1107,
            Kind.DATA_REFUSED,
            "{file} is empty: it has no bytes.",
            "A table has at least a header row.",
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
            "{file}, row {row}: there is a NUL byte.",
            "The file is damaged, is not CSV, or is UTF-16 without a byte-order mark.",
            "Save it as CSV UTF-8."),
    ENCODING_BROKEN(
            1112,
            Kind.DATA_REFUSED,
            "{file} contains bytes that are not text in its encoding.",
            "Only UTF-8, UTF-16 and Windows-1252 are read.",
            "Save it as CSV UTF-8."),
    ARCHIVE_BROKEN(
            1113, Kind.DATA_REFUSED, "{file} can't be unpacked.", "It is damaged or was cut short.", "Send it again."),
    ARCHIVE_TOO_LARGE(
            1114,
            Kind.DATA_REFUSED,
            "{file} unpacks to far more than a table of its size would.",
            "A zip bomb does the same, so the file is refused.",
            "Send it unpacked, or save the workbook again without empty formatted rows."),
    FILE_UNREADABLE(
            1115,
            Kind.DATA_REFUSED,
            "{file} can't be read ({cause}).",
            "The run needs its content.",
            "Check that it is still there and that you may read it."),
    FILE_CHANGED(
            1116,
            Kind.DATA_REFUSED,
            "{file} changed while it was read.",
            "Its rows may be incomplete.",
            "Wait until it is complete and run again."),
    MACROS(
            1117,
            Kind.DATA_REFUSED,
            "{file} contains macros.",
            "Workbooks with macros are not read.",
            "Save a copy as XLSX without macros."),
    ENTITY_DECLARED(
            1118,
            Kind.DATA_REFUSED,
            "{file} declares a document type or an entity.",
            "A workbook never does, and a declaration can make a reader open other files.",
            "Open it in Excel and save it again."),
    WORKBOOK_TOO_LARGE(
            1119,
            Kind.DATA_REFUSED,
            "{file} contains more text than can be read from a workbook.",
            "The limit protects the memory of the computer.",
            "Save its sheet as CSV UTF-8."),
    WORKBOOK_BROKEN(
            1120,
            Kind.DATA_REFUSED,
            "{file} is a damaged workbook: its part {part} can't be read.",
            "The table can't be read without that part.",
            "Open it in Excel and save it again."),
    WORKBOOK_TOO_OLD(
            1121,
            Kind.DATA_REFUSED,
            "{file} is a workbook of Excel 95 or earlier.",
            "That format is not supported.",
            "Open it in Excel or LibreOffice and save it as XLSX or CSV."),
    JSON_BROKEN(
            1122,
            Kind.DATA_REFUSED,
            "{file}, line {line}, column {column}: the JSON can't be read from there on.",
            "It may have been cut short, or contain a text or a nesting beyond the limit.",
            "Export it again."),
    JSON_WITHOUT_TABLE(
            1123,
            Kind.DATA_REFUSED,
            "{file} contains no list of objects.",
            "The rows of a table are the objects of one list.",
            "Export one object per row, all in one list, or save the table as CSV."),
    JSON_TOO_LARGE(
            1124,
            Kind.DATA_REFUSED,
            "{file} contains too much data outside its lists of objects.",
            "Those values are kept in memory.",
            "Save the table as CSV.");

    private final Text text;

    FileMessage(int number, Kind kind, String problem, String reason, String remedy) {
        text = new Text(number, kind, problem, reason, remedy);
    }

    @Override
    public Text text() {
        return text;
    }
}
