package marketshaping.feedback;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import marketshaping.input.mapping.DateFormat;
import marketshaping.input.source.ExtractFile;
import marketshaping.input.source.ExtractTable;
import marketshaping.input.source.SourceRow;
import marketshaping.model.contract.CodeList;

/** The header and columns of a table, or of several tables with the same header, such as one file per year. */
final class TableProfile {
    private static final int SAMPLE_ROWS = 2_000;
    private static final double CLEAR = 0.98;
    private static final int LONGEST_HEADER = 80;

    /** Formats that the product reads only with a mapping, and in which no date can have another meaning. */
    private static final List<String> FORMATS = List.of(
            "MM/dd/yyyy",
            "M/d/yyyy",
            "MM/dd/yyyy HH:mm",
            "M/d/yyyy H:mm",
            "MM/dd/yyyy HH:mm:ss",
            "M/d/yyyy h:mm:ss a",
            "MM-dd-yyyy",
            "yyyyMMdd",
            "yyyy/MM/dd");

    /** A table of a file, with the number of its header row. */
    record Source(Path file, String sheet, boolean isOnly, long headerRow) {}

    private final List<Source> sources = new ArrayList<>();
    private final List<ColumnProfile> columns = new ArrayList<>();
    private final List<SourceRow> sample = new ArrayList<>();
    private final Set<String> repeated = new LinkedHashSet<>();
    private String dateFormat = "";
    private boolean hasMixedDates;

    private TableProfile(SourceRow header) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < header.width(); i++) {
            String name = CodeList.normalised(header.cell(i));
            if (!name.isEmpty()) {
                columns.add(new ColumnProfile(i, header.cell(i)));
                if (!seen.add(name)) {
                    repeated.add(name);
                }
            }
        }
    }

    /** Returns the row that is most likely the header: the widest of the rows with distinct short words. */
    static Optional<SourceRow> header(List<SourceRow> head) {
        SourceRow best = null;
        double bestScore = 1.5;
        for (SourceRow row : head) {
            double score = headerScore(row.cells());
            if (score > bestScore) {
                best = row;
                bestScore = score;
            }
        }
        return Optional.ofNullable(best);
    }

    private static double headerScore(List<String> cells) {
        double score = 0;
        Set<String> seen = new HashSet<>();
        for (String cell : cells) {
            if (!cell.isEmpty()) {
                boolean isWords = cell.length() <= LONGEST_HEADER
                        && cell.chars().anyMatch(Character::isLetter)
                        && !PersonalText.isIn(cell);
                List<String> words = ColumnWords.words(cell);
                boolean isKnown = isWords && words.stream().anyMatch(ColumnWords.ALL::isKnown);
                boolean hasNumber = words.stream().anyMatch(word -> word.matches("\\d+"));
                score += !isWords ? -2 : hasNumber ? -0.5 : isKnown ? 1 : 0.3;
                score -= seen.add(CodeList.normalised(cell)) ? 0 : 1;
            }
        }
        return score;
    }

    static TableProfile of(SourceRow header) {
        return new TableProfile(header);
    }

    /** Adds the rows of a table below its header. */
    void add(Source source, ExtractFile file, ExtractTable table) throws IOException {
        sources.add(source);
        file.read(table, row -> {
            if (row.number() > source.headerRow()) {
                columns.forEach(column -> column.add(row.cell(column.position()), source.file(), row.number()));
                if (sample.size() < SAMPLE_ROWS) {
                    sample.add(row);
                }
            }
            return true;
        });
    }

    /** Finds the format of the dates: another than a usual one only if no date contradicts it. */
    void findDateFormat() {
        List<ColumnProfile> unread = columns.stream()
                .filter(column -> !column.isEmpty() && column.shareOfDates() < CLEAR)
                .toList();
        for (String pattern : FORMATS) {
            DateFormat format = new DateFormat(pattern);
            boolean isUsed = unread.stream().anyMatch(column -> column.shareOfDates(format) >= CLEAR);
            if (isUsed) {
                List<ColumnProfile> usual = columns.stream()
                        .filter(column -> !column.isEmpty() && column.shareOfDates() >= CLEAR)
                        .toList();
                hasMixedDates = !pattern.startsWith("y")
                        && usual.stream().anyMatch(column -> column.shareOfDates(format) < CLEAR);
                if (!hasMixedDates) {
                    dateFormat = pattern;
                    columns.forEach(column -> column.readDatesWith(format));
                }
                return;
            }
        }
    }

    /** Returns the share of sampled rows in which a date is not before another; 1 if no row has both. */
    double inOrder(ColumnProfile earlier, ColumnProfile later) {
        int both = 0;
        int ordered = 0;
        for (SourceRow row : sample) {
            var first = earlier.date(orDash(row.cell(earlier.position())));
            var second = later.date(orDash(row.cell(later.position())));
            if (first != null && second != null) {
                both++;
                ordered += second.isBefore(first) ? 0 : 1;
            }
        }
        return both == 0 ? 1 : (double) ordered / both;
    }

    private static String orDash(String text) {
        return text.isEmpty() ? "-" : text;
    }

    List<Source> sources() {
        return sources;
    }

    /** Returns the columns with a name that no other column has, since a mapping finds columns by name. */
    List<ColumnProfile> columns() {
        return columns.stream()
                .filter(column -> !repeated.contains(column.normalised()))
                .toList();
    }

    Set<String> repeated() {
        return repeated;
    }

    /** Returns the format of dates for the mapping; empty if they have a usual format. */
    String dateFormat() {
        return dateFormat;
    }

    /** Returns true if some dates have the month first and others the day. */
    boolean hasMixedDates() {
        return hasMixedDates;
    }
}
