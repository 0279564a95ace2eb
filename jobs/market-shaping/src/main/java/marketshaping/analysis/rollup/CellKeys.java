package marketshaping.analysis.rollup;

import java.util.ArrayList;
import java.util.List;

/** Packs the codes of several dimensions into one number. In each dimension, 0 is the total and a code is one more. */
final class CellKeys {
    private final List<Dimension.Coding> codings;
    private final int[] shifts;

    /**
     * Creates the keys of dimensions.
     *
     * @throws IllegalStateException if the codes need more than 63 bits
     */
    CellKeys(List<Dimension.Coding> codings) {
        this.codings = codings;
        shifts = new int[codings.size()];
        int bits = 0;
        for (int i = 0; i < shifts.length; i++) {
            shifts[i] = bits;
            bits += Integer.SIZE
                    - Integer.numberOfLeadingZeros(codings.get(i).values().size());
        }
        if (bits >= Long.SIZE) {
            throw new IllegalStateException(
                    "The dimensions have too many values: their codes need " + bits + " bits, and 63 are available");
        }
    }

    long part(int dimension, int code) {
        return code + 1L << shifts[dimension];
    }

    /** Returns the values of a key; All for totals. */
    List<String> values(long key) {
        List<String> values = new ArrayList<>();
        for (int i = 0; i < shifts.length; i++) {
            int next = i + 1 < shifts.length ? shifts[i + 1] : Long.SIZE - 1;
            int code = (int) (key >>> shifts[i] & (1L << next - shifts[i]) - 1) - 1;
            values.add(code < 0 ? RollUp.ALL : codings.get(i).values().get(code));
        }
        return values;
    }
}
