package marketshaping.input.source;

import java.util.ArrayList;
import java.util.List;

/**
 * A sheet as its workbook lists it.
 *
 * @param place where its cells are, in the terms of that kind of workbook
 */
record SourceSheet<P>(String name, boolean visible, P place) {

    /** Whether it was meant for the input. Hidden sheets hold lists and leftovers whatever they are called. */
    boolean isFor(SheetNames names) {
        return visible && names.fit(name);
    }

    /** The sheets with the one to read first: that for the input, else the first visible one. None if none is visible. */
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
