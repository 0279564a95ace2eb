package marketshaping.output.workbook;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A workbook, declared: what is in it and in what order, and nothing of what it looks like.
 *
 * @param author the organisation
 * @param asAt the date that it speaks of, which its properties give as the date it was made, so that the same content
 *     is the same file on any day
 * @param classification in words; in workbooks for the desk it is at the head and foot of every page
 */
public record Workbook(
        String title,
        String author,
        LocalDate asAt,
        WorkbookAudience profile,
        String classification,
        List<Sheet> sheets) {

    private static final int LONGEST_NAME = 31;

    public Workbook {
        sheets = List.copyOf(sheets);
        Set<String> names = new HashSet<>();
        for (Sheet sheet : sheets) {
            String name = sheet.name();
            if (name.isEmpty() || name.length() > LONGEST_NAME || name.matches("^'.*|.*[:\\\\/?*\\[\\]].*|.*'$")) {
                throw new IllegalArgumentException("Not a name for a worksheet: " + name);
            }
            if (!names.add(name.toLowerCase(Locale.ROOT))) {
                throw new IllegalArgumentException("Two worksheets are named " + name);
            }
        }
    }
}
