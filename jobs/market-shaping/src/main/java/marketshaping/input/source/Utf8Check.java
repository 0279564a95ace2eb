package marketshaping.input.source;

import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Passes bytes on and checks that they are valid UTF-8. */
final class Utf8Check extends ObservedInput {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
    private static final long ANY_HIGH_BIT = 0x8080808080808080L;

    private boolean valid = true;
    /**
     * The number of bytes that the current character still needs. The next byte must be between {@code least} and
     * {@code most}.
     */
    private int pending;

    private int least;
    private int most;

    Utf8Check(InputStream in) {
        super(in);
    }

    boolean valid() {
        return valid && pending == 0;
    }

    /** Returns true if all bytes so far are valid; the last character may be incomplete. */
    boolean validSoFar() {
        return valid;
    }

    @Override
    void inspect(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && valid) {
            // Nearly all text is ASCII, so eight bytes are checked together.
            if (pending == 0 && to - at >= Long.BYTES && ((long) LONGS.get(bytes, at) & ANY_HIGH_BIT) == 0) {
                at += Long.BYTES;
            } else {
                check(bytes[at++] & 0xFF);
            }
        }
    }

    private void check(int value) {
        if (pending > 0) {
            valid = value >= least && value <= most;
            pending--;
            least = 0x80;
            most = 0xBF;
        } else if (value >= 0x80) {
            valid = value >= 0xC2 && value <= 0xF4;
            pending = value >= 0xF0 ? 3 : value >= 0xE0 ? 2 : 1;
            // Excludes overlong encodings, surrogates and code points beyond U+10FFFF.
            least = value == 0xE0 ? 0xA0 : value == 0xF0 ? 0x90 : 0x80;
            most = value == 0xED ? 0x9F : value == 0xF4 ? 0x8F : 0xBF;
        }
    }
}
