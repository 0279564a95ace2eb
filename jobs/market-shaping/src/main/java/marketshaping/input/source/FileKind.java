package marketshaping.input.source;

import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;

/** What a file says it is by its name. */
public enum FileKind {
    GZIP("\\.(csv|tsv|txt)\\.gz"),
    TEXT("\\.(csv|tsv|txt)"),
    WORKBOOK("\\.xlsx"),
    OPEN_DOCUMENT("\\.ods"),
    /** Of Excel before 2007. */
    LEGACY_WORKBOOK("\\.xls"),
    JSON("\\.json"),
    /** People send these, and need to be told that they are not read. */
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

    /** The file's name in lower case without the suffix that tells its kind: {@code placements} of {@code Placements.CSV}. */
    static String stem(Path file) {
        return of(file).suffix.matcher(lowerName(file)).replaceFirst("");
    }

    static String lowerName(Path file) {
        return file.getFileName().toString().toLowerCase(Locale.ROOT);
    }
}
