package marketshaping.model.table;

/** Shorthand for a table cell without a figure, from the government's spreadsheet guidance. */
public enum Shorthand {
    /** Hidden because it might identify somebody. */
    SUPPRESSED("[c]", "suppressed so that nobody can be identified"),
    /** Not available because an input was not supplied. */
    NOT_AVAILABLE("[x]", "not available because an input was not supplied"),
    /** Not applicable, such as a percentage of zero. */
    NOT_APPLICABLE("[z]", "not applicable, such as a percentage of zero"),
    /** A figure that rounds to zero but is not zero. */
    LOW("[low]", "rounds to zero but is not zero");

    private final String mark;
    private final String meaning;

    Shorthand(String mark, String meaning) {
        this.mark = mark;
        this.meaning = meaning;
    }

    public String symbol() {
        return mark;
    }

    public String meaning() {
        return meaning;
    }

    @Override
    public String toString() {
        return mark;
    }
}
