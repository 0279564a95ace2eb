package marketshaping.output.disclosure;

import java.util.Map;
import java.util.TreeMap;

/**
 * Identifies a figure across tables: two cells with the same key show the same figure.
 *
 * @param what the quantity that is counted or added up
 * @param when the day, or the first and last day of the period
 * @param narrowedTo the value that each dimension is restricted to; dimensions that are summed over are absent
 */
record FigureKey(String what, String when, Map<String, String> narrowedTo) {

    FigureKey {
        narrowedTo = Map.copyOf(narrowedTo);
    }

    /** Returns the key restricted to one value of a dimension. */
    FigureKey with(String dimension, String value) {
        Map<String, String> all = new TreeMap<>(narrowedTo);
        all.put(dimension, value);
        return new FigureKey(what, when, all);
    }

    /** Returns the key summed over a dimension. */
    FigureKey without(String dimension) {
        Map<String, String> all = new TreeMap<>(narrowedTo);
        all.remove(dimension);
        return new FigureKey(what, when, all);
    }

    /** Returns the key for another day or period. */
    FigureKey at(String other) {
        return new FigureKey(what, other, narrowedTo);
    }
}
