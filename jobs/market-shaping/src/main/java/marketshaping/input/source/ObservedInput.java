package marketshaping.input.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Passes bytes on after a subclass has inspected them. */
abstract class ObservedInput extends FilterInputStream {

    ObservedInput(InputStream in) {
        super(in);
    }

    /** Inspects the bytes that are about to be passed on. There is at least one. */
    abstract void inspect(byte[] bytes, int from, int to);

    @Override
    public final int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public final int read(byte[] target, int offset, int length) throws IOException {
        int count = super.read(target, offset, length);
        if (count > 0) {
            inspect(target, offset, offset + count);
        }
        return count;
    }
}
