package marketshaping.input.source;

import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;

/** The kind of a file, recognised by its extension. */
public enum FileKind {
    GZIP("\\.(csv|tsv|txt)\\.gz"),
    TEXT("\\.(csv|tsv|txt)"),
    WORKBOOK("\\.xlsx"),
    OPEN_DOCUMENT("\\.ods"),
    /** A workbook of Excel before 2007. */
    LEGACY_WORKBOOK("\\.xls"),
    JSON("\\.json"),
    /** A kind that users often supply, and that is refused with an explanation. */
    NOT_READ("\\.(xlsm|xlsb|csv\\.zip|zip|pdf)"),
    UNKNOWN("");

    private final Pattern suffix;

    FileKind(String suffix) {
        this.suffix = Pattern.compile(suffix + "$");
    }

    static FileKind of(Path file) {
        String name = lowerName(file);
        for (FileKind kind : values()) {
            if (kind.suffix.matcher(name).find()) {
                return kind;
            }
        }
        return UNKNOWN;
    }

    /** Returns the file's name in lower case without its extension: {@code placements} for {@code Placements.CSV}. */
    static String stem(Path file) {
        return of(file).suffix.matcher(lowerName(file)).replaceFirst("");
    }

    static String lowerName(Path file) {
        return file.getFileName().toString().toLowerCase(Locale.ROOT);
    }
}
