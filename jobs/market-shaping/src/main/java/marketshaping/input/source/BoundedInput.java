package marketshaping.input.source;

import java.io.InputStream;
import java.util.function.Supplier;
import marketshaping.model.problem.UserProblem;

/** Passes bytes on up to a limit, and throws the given problem if there are more. */
final class BoundedInput extends ObservedInput {
    private final Supplier<UserProblem> refusal;
    private long left;

    BoundedInput(InputStream in, long limit, Supplier<UserProblem> refusal) {
        super(in);
        this.left = limit;
        this.refusal = refusal;
    }

    @Override
    void inspect(byte[] bytes, int from, int to) {
        left -= to - from;
        if (left < 0) {
            throw refusal.get();
        }
    }
}
