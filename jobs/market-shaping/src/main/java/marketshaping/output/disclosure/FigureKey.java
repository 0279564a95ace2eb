package marketshaping.output.disclosure;

import java.util.Map;
import java.util.TreeMap;

/**
 * What a figure is, whichever table it stands in: two figures of the same key are the same figure.
 *
 * @param what is counted or added up
 * @param when the day, or the first and the last day of the period
 * @param narrowedTo by dimension, the value that it is narrowed to; a dimension that is summed over is not there
 */
record FigureKey(String what, String when, Map<String, String> narrowedTo) {

    FigureKey {
        narrowedTo = Map.copyOf(narrowedTo);
    }

    /** The same, narrowed to one value of a dimension. */
    FigureKey with(String dimension, String value) {
        Map<String, String> all = new TreeMap<>(narrowedTo);
        all.put(dimension, value);
        return new FigureKey(what, when, all);
    }

    /** The same, summed over a dimension. */
    FigureKey without(String dimension) {
        Map<String, String> all = new TreeMap<>(narrowedTo);
        all.remove(dimension);
        return new FigureKey(what, when, all);
    }

    FigureKey at(String other) {
        return new FigureKey(what, other, narrowedTo);
    }
}
