package marketshaping.input.source;

import java.util.ArrayList;
import java.util.List;

/**
 * A sheet in the list of its workbook.
 *
 * @param place the location of its cells; the type depends on the workbook format
 */
record SourceSheet<P>(String name, boolean visible, P place) {

    /**
     * Returns true for a visible sheet with an accepted name. Hidden sheets usually contain lists of codes and unused
     * data.
     */
    boolean isFor(SheetNames names) {
        return visible && names.fit(name);
    }

    /**
     * Returns all sheets with the chosen one first: the sheet for the input, otherwise the first visible sheet. Returns
     * an empty list if no sheet is visible.
     */
    static <P> List<SourceSheet<P>> chosenFirst(SheetNames names, List<SourceSheet<P>> sheets) {
        return sheets.stream()
                .filter(sheet -> sheet.isFor(names))
                .findFirst()
                .or(() -> sheets.stream().filter(SourceSheet::visible).findFirst())
                .map(chosen -> {
                    List<SourceSheet<P>> ordered = new ArrayList<>(sheets);
                    ordered.remove(chosen);
                    ordered.add(0, chosen);
                    return ordered;
                })
                .orElse(new ArrayList<>());
    }
}
