package marketshaping.input.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Passes bytes on, having looked at them. */
abstract class ObservedInput extends FilterInputStream {

    ObservedInput(InputStream in) {
        super(in);
    }

    /** Looks at the bytes that are about to be passed on. Called with one at least. */
    abstract void watch(byte[] bytes, int from, int to);

    @Override
    public final int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public final int read(byte[] target, int offset, int length) throws IOException {
        int count = super.read(target, offset, length);
        if (count > 0) {
            watch(target, offset, offset + count);
        }
        return count;
    }
}
