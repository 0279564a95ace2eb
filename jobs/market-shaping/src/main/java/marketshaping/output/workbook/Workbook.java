package marketshaping.output.workbook;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The declaration of a workbook: the content and order of its worksheets, without formatting.
 *
 * @param author the organisation
 * @param asAt the as-at date of the content. It is also the creation date in the document properties, so that the same
 *     content gives the same file on any day.
 * @param classification printed in the header and footer of every page of workbooks for {@link WorkbookAudience#DESK}
 */
public record Workbook(
        String title,
        String author,
        LocalDate asAt,
        WorkbookAudience audience,
        String classification,
        List<Sheet> sheets) {

    private static final int MAX_NAME_LENGTH = 31;

    public Workbook {
        sheets = List.copyOf(sheets);
        Set<String> names = new HashSet<>();
        for (Sheet sheet : sheets) {
            String name = sheet.name();
            if (name.isEmpty() || name.length() > MAX_NAME_LENGTH || name.matches("^'.*|.*[:\\\\/?*\\[\\]].*|.*'$")) {
                throw new IllegalArgumentException(
                        "Worksheet name '%s' is empty, over 31 characters or contains a character that Excel forbids"
                                .formatted(name));
            }
            if (!names.add(name.toLowerCase(Locale.ROOT))) {
                throw new IllegalArgumentException(
                        "Two worksheets have the name '%s'; names must be unique".formatted(name));
            }
        }
    }
}
