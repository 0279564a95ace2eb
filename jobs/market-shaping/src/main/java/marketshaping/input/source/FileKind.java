package marketshaping.input.source;

import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The kind of a file, recognised by its extension. */
public enum FileKind {
    GZIP("packed with gzip", "\\.(csv|tsv|txt)\\.gz"),
    TEXT("separated text", "\\.(csv|tsv|txt)"),
    WORKBOOK("an XLSX workbook", "\\.xls[xm]"),
    OPEN_DOCUMENT("an ODS workbook", "\\.ods"),
    LEGACY_WORKBOOK("an XLS workbook", "\\.xls"),
    JSON("JSON", "\\.json"),
    WEB_PAGE("a web page", "\\.html?"),
    XML("an Excel 2003 XML workbook", "\\.xml"),
    ARCHIVE("a zip archive", "(\\.(csv|tsv|txt|xlsx|xls|ods))?\\.zip"),
    /** A kind that users often supply, and that is refused with an explanation. */
    NOT_READ("unsupported", "\\.(xlsb|pdf)"),
    UNKNOWN("unknown", "");

    final String description;
    private final Pattern suffix;

    FileKind(String description, String suffix) {
        this.description = description;
        this.suffix = Pattern.compile(suffix + "$");
    }

    /** Returns the kind that the extension of a file shows. */
    public static FileKind of(Path file) {
        String name = lowerName(file);
        return Stream.of(values())
                .filter(kind -> kind.suffix.matcher(name).find())
                .findFirst()
                .orElseThrow();
    }

    /** Returns the file's name in lower case without its extension: {@code placements} for {@code Placements.CSV}. */
    public static String stem(Path file) {
        return of(file).suffix.matcher(lowerName(file)).replaceFirst("");
    }

    static String lowerName(Path file) {
        return file.getFileName().toString().toLowerCase(Locale.ROOT);
    }
}
