package marketshaping.analysis.rollup;

import java.util.Arrays;

/** Numbers keys from 0 in the order in which they first occur: a hash table with open addressing. */
final class CellIndex {
    private static final int NONE = -1;

    private long[] keys = new long[64];
    private int[] slots = filled(128);
    private int size;

    /** Returns the number of a key, and adds the key if it is new. */
    int numberOf(long key) {
        int slot = slot(key);
        if (slots[slot] != NONE) {
            return slots[slot];
        }
        if (size == keys.length) {
            grow();
            slot = slot(key);
        }
        keys[size] = key;
        slots[slot] = size;
        return size++;
    }

    int size() {
        return size;
    }

    long key(int number) {
        return keys[number];
    }

    private int slot(long key) {
        long mixed = key * 0x9E3779B97F4A7C15L;
        // The highest bits of the product depend on every bit of the key.
        int slot = (int) (mixed >>> Long.numberOfLeadingZeros(slots.length) + 1);
        while (slots[slot] != NONE && keys[slots[slot]] != key) {
            slot = slot + 1 & slots.length - 1;
        }
        return slot;
    }

    private void grow() {
        keys = Arrays.copyOf(keys, keys.length * 2);
        slots = filled(keys.length * 2);
        for (int i = 0; i < size; i++) {
            slots[slot(keys[i])] = i;
        }
    }

    private static int[] filled(int length) {
        int[] slots = new int[length];
        Arrays.fill(slots, NONE);
        return slots;
    }
}
