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

    /** Returns a copy of this key, restricted to one value of a dimension. */
    FigureKey with(String dimension, String value) {
        Map<String, String> all = new TreeMap<>(narrowedTo);
        all.put(dimension, value);
        return new FigureKey(what, when, all);
    }

    /**
     * Returns a copy of this key without the restriction on a dimension, which is the key of the sum over the
     * dimension.
     */
    FigureKey without(String dimension) {
        Map<String, String> all = new TreeMap<>(narrowedTo);
        all.remove(dimension);
        return new FigureKey(what, when, all);
    }

    /** Returns a copy of this key for another day or period. */
    FigureKey at(String other) {
        return new FigureKey(what, other, narrowedTo);
    }
}
