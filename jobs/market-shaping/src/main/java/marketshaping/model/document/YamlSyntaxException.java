package marketshaping.model.document;

/** The reason why a text is not YAML, with its line number. */
public final class YamlSyntaxException extends Exception {
    private static final long serialVersionUID = 1L;

    private final int line;

    YamlSyntaxException(int line, String reason) {
        super(reason);
        this.line = line;
    }

    public int line() {
        return line;
    }
}
