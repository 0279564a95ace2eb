package marketshaping.source;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** What a file says it is by its name. */
public enum FileKind {
    GZIP(".csv.gz", ".tsv.gz", ".txt.gz"),
    TEXT(".csv", ".tsv", ".txt"),
    WORKBOOK(".xlsx"),
    /** The published bank holidays alone come so; no table is read from it. */
    JSON(".json"),
    /** People send these, and need to be told that they are not read. */
    NOT_READ(".ods", ".xls", ".xlsm", ".xlsb", ".zip", ".csv.zip", ".pdf"),
    UNKNOWN();

    private final List<String> suffixes;

    FileKind(String... suffixes) {
        this.suffixes = List.of(suffixes);
    }

    static FileKind of(Path file) {
        String name = lowerName(file);
        for (FileKind kind : values()) {
            if (kind.suffixes.stream().anyMatch(name::endsWith)) {
                return kind;
            }
        }
        return UNKNOWN;
    }

    /** The file's name in lower case without the suffix that tells its kind: {@code placements} of {@code Placements.CSV}. */
    static String stem(Path file) {
        String name = lowerName(file);
        int end = of(file).suffixes.stream()
                .filter(name::endsWith)
                .mapToInt(suffix -> name.length() - suffix.length())
                .min()
                .orElse(name.length());
        return name.substring(0, end);
    }

    static String lowerName(Path file) {
        return file.getFileName().toString().toLowerCase(Locale.ROOT);
    }
}
