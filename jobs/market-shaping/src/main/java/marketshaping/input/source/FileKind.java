package marketshaping.input.source;

import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;

/** The kind of a file, recognised by its extension. */
public enum FileKind {
    GZIP("\\.(csv|tsv|txt)\\.gz"),
    TEXT("\\.(csv|tsv|txt)"),
    /** A workbook of Excel 2007 or later, with or without macros. */
    WORKBOOK("\\.xls[xm]"),
    OPEN_DOCUMENT("\\.ods"),
    /** A workbook of Excel before 2007. */
    LEGACY_WORKBOOK("\\.xls"),
    JSON("\\.json"),
    WEB_PAGE("\\.html?"),
    /** A workbook of Excel 2003 saved as XML. */
    XML("\\.xml"),
    ARCHIVE("(\\.(csv|tsv|txt|xlsx|xls|ods))?\\.zip"),
    /** A kind that users often supply, and that is refused with an explanation. */
    NOT_READ("\\.(xlsb|pdf)"),
    UNKNOWN("");

    private final Pattern suffix;

    FileKind(String suffix) {
        this.suffix = Pattern.compile(suffix + "$");
    }

    /** Returns the kind that the extension of a file shows. */
    public static FileKind of(Path file) {
        String name = lowerName(file);
        for (FileKind kind : values()) {
            if (kind.suffix.matcher(name).find()) {
                return kind;
            }
        }
        return UNKNOWN;
    }

    /** Returns true if the name is that of a table, and not of an archive. */
    static boolean isTable(String name) {
        FileKind kind = of(Path.of(name));
        return kind != ARCHIVE && kind != NOT_READ && kind != UNKNOWN;
    }

    /** Returns the file's name in lower case without its extension: {@code placements} for {@code Placements.CSV}. */
    public static String stem(Path file) {
        return of(file).suffix.matcher(lowerName(file)).replaceFirst("");
    }

    static String lowerName(Path file) {
        return file.getFileName().toString().toLowerCase(Locale.ROOT);
    }
}
