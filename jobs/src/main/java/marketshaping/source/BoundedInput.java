package marketshaping.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Supplier;
import marketshaping.problem.UserProblem;

/** Passes bytes on up to a limit and refuses beyond it. */
final class BoundedInput extends FilterInputStream {
    private final long limit;
    private final Supplier<UserProblem> refusal;
    private long passed;

    BoundedInput(InputStream in, long limit, Supplier<UserProblem> refusal) {
        super(in);
        this.limit = limit;
        this.refusal = refusal;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int count = super.read(target, offset, length);
        passed += Math.max(count, 0);
        if (passed > limit) {
            throw refusal.get();
        }
        return count;
    }
}
