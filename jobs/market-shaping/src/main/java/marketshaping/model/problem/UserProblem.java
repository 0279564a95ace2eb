package marketshaping.model.problem;

import java.util.List;

/**
 * A problem that the user can fix. Its messages state what is wrong, why it matters and how to fix it. Only
 * {@link Problems} creates it; any other exception is a bug.
 */
public final class UserProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** The kind of problem, which decides the exit code of the process. */
    public enum Kind {
        DATA_REFUSED(1),
        NOT_DELIVERED(1),
        WRONG_USAGE(2),
        STOPPED(3),
        BUG(3);

        private final int exitCode;

        Kind(int exitCode) {
            this.exitCode = exitCode;
        }

        public int exitCode() {
            return exitCode;
        }
    }

    private final Kind kind;
    private final transient List<String> messages;

    UserProblem(Kind kind, List<String> messages) {
        super(String.join(System.lineSeparator(), messages));
        this.kind = kind;
        this.messages = List.copyOf(messages);
    }

    public Kind kind() {
        return kind;
    }

    /** Returns the messages, one per problem. One UserProblem may combine several problems. */
    public List<String> messages() {
        return messages;
    }
}
