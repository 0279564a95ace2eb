package marketshaping.model.problem;

import java.util.List;

/**
 * Something the user can mend: its messages say what is wrong, why, and what to do. Made by {@link Problems} alone.
 * Anything else that is thrown is a bug.
 */
public final class UserProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What the process answers to the shell. */
    public enum Kind {
        DATA_REFUSED(1),
        NOT_DELIVERED(1),
        WRONG_USAGE(2);

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

    /** Each problem on its own; several are reported together. */
    public List<String> messages() {
        return messages;
    }
}
