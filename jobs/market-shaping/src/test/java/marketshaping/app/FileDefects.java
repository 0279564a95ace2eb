package marketshaping.app;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import marketshaping.testkit.ExcelFiles;

/** Placements files with one unusual feature each: the reason, the contents and the expected outcome. */
final class FileDefects {
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final String BYTE_ORDER_MARK = "\ufeff";

    /** A header and two valid rows. The first row shows whether signs, commas and quotes are read correctly. */
    private static final List<List<String>> ROWS = List.of(
            List.of("placement_id", "person_id", "setting", "start_date", "provider_name", "unit_cost"),
            List.of("@1", "P1", "Home care", "14/01/2025", "Café Élan, Ltd", "£1,250.50"),
            List.of("@2", "P2", "Home care", "15/01/2025", "Birch", "900"));

    private static final List<String> FIRST = List.of("@1", "2025-01-14", "Café Élan, Ltd", "1250.5");
    private static final List<String> SECOND = List.of("@2", "2025-01-15", "Birch", "900");
    private static final String TABLE = table(",");
    private static final String HEADER = TABLE.substring(0, TABLE.indexOf('\n') + 1);
    private static final String BODY = TABLE.substring(HEADER.length());

    private FileDefects() {}

    /**
     * A file that is read.
     *
     * @param accepted the accepted rows: identifier, start, provider and cost
     * @param emptied the number of cells that can't be used, by column
     * @param notRecords the number of rows that are not records, by kind
     */
    record Readable(
            String why,
            String name,
            Contents contents,
            List<List<String>> accepted,
            Map<String, Long> emptied,
            Map<String, Long> notRecords) {
        @Override
        public String toString() {
            return why;
        }
    }

    /**
     * A file that is refused.
     *
     * @param path the path within the folder of inputs
     * @param message the main words of the error message, without the file name
     */
    record Refused(String why, String path, Contents contents, String message) {
        @Override
        public String toString() {
            return why;
        }
    }

    /** The contents of a file. */
    interface Contents {
        void write(Path file) throws IOException;
    }

    static List<Readable> readable() {
        return List.of(
                // Encodings.
                whole("UTF-8", "utf-8.csv", text(TABLE)),
                whole("UTF-8 with a byte order mark", "utf-8-mark.csv", text(BYTE_ORDER_MARK + TABLE)),
                whole("UTF-16LE", "utf-16-low.csv", text(BYTE_ORDER_MARK + TABLE, StandardCharsets.UTF_16LE)),
                whole("UTF-16BE", "utf-16-high.csv", text(BYTE_ORDER_MARK + TABLE, StandardCharsets.UTF_16BE)),
                whole("Windows-1252", "windows.csv", text(TABLE, WINDOWS_1252)),
                new Readable(
                        "two encodings: the one that can decode both is used",
                        "mixed.csv",
                        file -> Files.write(
                                file,
                                concatenated(
                                        named(TABLE, file).getBytes(StandardCharsets.UTF_8),
                                        named("@3,P3,Home care,16/01/2025,Café,£5\n", file)
                                                .getBytes(WINDOWS_1252))),
                        List.of(
                                List.of("@1", "2025-01-14", "CafÃ© Ã‰lan, Ltd", "1250.5"),
                                SECOND,
                                List.of("@3", "2025-01-16", "Café", "5")),
                        Map.of(),
                        Map.of()),
                // Separators and line ends.
                whole("semicolons", "semicolons.csv", text(table(";"))),
                whole("semicolons, declared in a sep= line", "semicolons-declared.csv", text("sep=;\n" + table(";"))),
                whole("tabs", "tabs.txt", text(table("\t"))),
                whole("pipes", "pipes.csv", text(table("|"))),
                new Readable(
                        "semicolons and a decimal comma: the amount is not guessed",
                        "comma-pence.csv",
                        text(table(";").replace("£1,250.50", "1.250,50")),
                        List.of(List.of("@1", "2025-01-14", "Café Élan, Ltd", ""), SECOND),
                        Map.of("unit_cost", 1L),
                        Map.of()),
                whole("Windows line ends", "windows-lines.csv", text(TABLE.replace("\n", "\r\n"))),
                whole("line ends of old Mac systems", "mac-lines.csv", text(TABLE.replace("\n", "\r"))),
                whole("no line end after the last row", "no-last-line-end.csv", text(TABLE.strip())),
                whole("a separator at the end of each row", "trailing.csv", text(TABLE.replace("\n", ",,\n"))),
                whole("all cells in quotes", "quotes.csv", text(quoted())),
                // Content around the table.
                whole(
                        "titles above the header",
                        "titles.csv",
                        text("Placements as at 30 June 2025,,,,,\n,,,,,\nTotal,,,,,2150.50\n" + TABLE)),
                whole("column groups above the header", "groups.csv", text("Who,,What,,,Price\n" + TABLE)),
                whole("an empty first column", "left.csv", text(TABLE.replaceAll("(?m)^(?=.)", ","))),
                whole(
                        "an unknown column",
                        "more.csv",
                        text(TABLE.replace("start_date,", "start_date,Worker's notes,")
                                .replace("/2025,", "/2025,none,"))),
                whole(
                        "blank rows between and below the rows",
                        "blank.csv",
                        text(TABLE.replace("\n@2,", "\n,,,,,\n\n@2,") + "\n \n"),
                        "blank",
                        4),
                whole(
                        "1,000 blank rows below the rows",
                        "thousand.csv",
                        text(TABLE + ",,,,,\n".repeat(1000)),
                        "blank",
                        1000),
                whole(
                        "a header on each page",
                        "pages.csv",
                        text(TABLE.replace("\n@2,", "\n" + HEADER + "@2,")),
                        "header",
                        1),
                whole(
                        "two concatenated files, each with a byte order mark",
                        "concatenated.csv",
                        text(BYTE_ORDER_MARK + HEADER + BODY.replace("\n@2,", "\n" + BYTE_ORDER_MARK + HEADER + "@2,")),
                        "header",
                        1),
                whole(
                        "a total without a label in the last row",
                        "total.csv",
                        text(TABLE + ",,,,,2150.50\n"),
                        "total",
                        1),
                whole("an end-of-file character", "end.csv", text(TABLE + "\u001a"), "blank", 1),
                // Headers.
                whole(
                        "a header with spaces, capitals, units and a line break",
                        "header.csv",
                        text(" PLACEMENT ID ,Person-ID, Setting,\"Start\r\ndate\",Provider Name:,Unit cost (£)\n"
                                + BODY)),
                new Readable(
                        "a line break within a cell",
                        "line-break.csv",
                        text(TABLE.replace("Élan,", "Élan,\n")),
                        List.of(List.of("@1", "2025-01-14", "Café Élan,  Ltd", "1250.5"), SECOND),
                        Map.of(),
                        Map.of()),
                // Other file formats.
                whole("a gzip file", "gzipped.csv.gz", FileDefects::gzipped),
                whole(
                        "a workbook with text cells only",
                        "workbook.xlsx",
                        file -> ExcelFiles.write(file, "Sheet1", named(file))),
                // Files under another name.
                whole(
                        "a workbook with a CSV file name",
                        "renamed.csv",
                        file -> ExcelFiles.write(file, "Sheet1", named(file))),
                whole("a zip archive of one table with a workbook file name", "zipped.xlsx", FileDefects::zipped),
                whole("a web page with a CSV file name", "web.csv", text(page())),
                whole("tabs with the file name of a workbook", "report.xls", text(table("\t"))));
    }

    static List<Refused> refused() {
        return List.of(
                refused("an empty file", "empty.csv", text(""), "is empty: its size is 0 bytes"),
                refused(
                        "only blank rows",
                        "blank.csv",
                        text(",,,,\n\n,,,,\n"),
                        "the first 50 rows contain no header row"),
                refused("no header", "headless.csv", text(BODY), "the first 50 rows contain no header row"),
                refused(
                        "a header too far down",
                        "far.csv",
                        text("Title\n".repeat(50) + TABLE),
                        "the first 50 rows contain no header row"),
                refused(
                        "a required column is missing",
                        "missing.csv",
                        text(TABLE.replace("start_date", "began")),
                        "required columns are missing from the header: start_date. Columns recognised in it:"
                                + " person_id, placement_id, provider_name, setting, unit_cost."),
                refused(
                        "a required column under a similar name",
                        "similar.csv",
                        text(TABLE.replace("start_date", "start dte")),
                        "missing from the header: start_date (closest column: start dte)"),
                refused(
                        "two columns with one name",
                        "twice.csv",
                        text(TABLE.replace("provider_name", "Start Date")),
                        "two columns in the header match start_date"),
                refused(
                        "a quote that is never closed",
                        "quote.csv",
                        text(TABLE.replace("Birch", "\"Birch")),
                        "a cell starts with a quote, but does not end with one"),
                refused(
                        "text after a closing quote",
                        "text-after.csv",
                        text(TABLE.replace("Birch", "\"Birch\" Homes")),
                        "a cell starts with a quote, but does not end with one"),
                refused(
                        "a quote that is not closed before the next",
                        "two-cells.csv",
                        text(TABLE.replace("Birch", "\"Birch, Ltd,\"900\"")),
                        "a cell starts with a quote, but does not end with one"),
                refused(
                        "an unclosed quote that includes the rows up to the next quote",
                        "swallowed.csv",
                        text(HEADER
                                + "@1,P1,Home care,14/01/2025,\"Alder,900\n@2,P2,Home care,15/01/2025,\"Birch\",900\n"),
                        "a cell starts with a quote, but does not end with one"),
                refused(
                        "a NUL byte",
                        "nul.csv",
                        text(TABLE.replace("Birch", "Bir\0ch")),
                        "row 3: the row contains a NUL byte"),
                refused(
                        "UTF-16 without a byte order mark",
                        "unmarked.csv",
                        text(TABLE, StandardCharsets.UTF_16LE),
                        "row 1: the row contains a NUL byte"),
                refused(
                        "bytes that are not text in any encoding",
                        "bytes.csv",
                        file -> Files.write(file, concatenated(TABLE.getBytes(WINDOWS_1252), new byte[] {(byte) 0x81})),
                        "bytes that are not valid text in its encoding"),
                refused(
                        "a cell that is too long",
                        "long.csv",
                        text(TABLE.replace("Birch", "b".repeat(300_000))),
                        "row 3: a cell is longer than"),
                refused(
                        "a login page with a CSV file name",
                        "page.csv",
                        text("<html><body><form><p>Your session has ended.</p></form></body></html>"),
                        "is a web page without a table"),
                refused(
                        "a zip archive of two tables",
                        "two.zip",
                        file -> zipped(file, "placements.csv", "more.csv"),
                        "is a zip archive that contains 2 tables"),
                refused(
                        "a truncated gzip file",
                        "short.csv.gz",
                        file -> {
                            gzipped(file);
                            Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 60));
                        },
                        "is damaged or was cut short"),
                new Refused(
                        "only a header where rows are required",
                        "contracts.csv",
                        text("contract_id,purchase_route,provider_id,start_date\n"),
                        "the extract has a header, but no rows below it"),
                new Refused(
                        "dates with the month first",
                        "brokering.csv",
                        text("case_id,person_id,setting,referral_date,status\nC1,P1,Home care,05/04/2025,Open\n"
                                + "C2,P2,Home care,05/29/2025,Open\n"),
                        "row 3, column referral_date: the date has the month before the day"));
    }

    private static Readable whole(String why, String name, Contents contents) {
        return new Readable(why, name, contents, List.of(FIRST, SECOND), Map.of(), Map.of());
    }

    private static Readable whole(String why, String name, Contents contents, String kind, long rows) {
        return new Readable(why, name, contents, List.of(FIRST, SECOND), Map.of(), Map.of(kind, rows));
    }

    private static Refused refused(String why, String name, Contents contents, String message) {
        return new Refused(why, "placements/" + name, contents, message);
    }

    /** Returns the rows as text, with quotes around each cell that contains the separator. */
    private static String table(String separator) {
        return ROWS.stream()
                .map(row -> row.stream()
                                .map(cell -> cell.contains(separator) ? '"' + cell + '"' : cell)
                                .collect(Collectors.joining(separator))
                        + "\n")
                .collect(Collectors.joining());
    }

    private static String quoted() {
        return ROWS.stream()
                .map(row -> '"' + String.join("\",\"", row) + "\"\n")
                .collect(Collectors.joining());
    }

    private static Contents text(String text) {
        return text(text, StandardCharsets.UTF_8);
    }

    private static Contents text(String text, Charset charset) {
        return file -> Files.write(file, named(text, file).getBytes(charset));
    }

    /** Prefixes the identifiers with the file name, so that two files never share one. */
    static String named(String text, Path file) {
        return text.replace("@", file.getFileName() + "#");
    }

    private static List<List<String>> named(Path file) {
        return ROWS.stream()
                .map(row -> row.stream().map(cell -> named(cell, file)).toList())
                .toList();
    }

    private static void gzipped(Path file) throws IOException {
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(named(TABLE, file).getBytes(StandardCharsets.UTF_8));
        }
    }

    private static String page() {
        return ROWS.stream()
                .map(row -> "<tr><td>" + String.join("</td><td>", row) + "</td></tr>\n")
                .collect(Collectors.joining("", "<html><body><table>\n", "</table></body></html>\n"));
    }

    private static void zipped(Path file) throws IOException {
        zipped(file, "placements.csv");
    }

    private static void zipped(Path file, String... tables) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (String table : tables) {
                zip.putNextEntry(new ZipEntry(table));
                zip.write(named(TABLE, file).getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    private static byte[] concatenated(byte[] first, byte[] second) {
        byte[] concatenated = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, concatenated, first.length, second.length);
        return concatenated;
    }
}
