package marketshaping.model.table;

/** What stands in a table's cell where a figure doesn't: the shorthand of the government's spreadsheet guidance. */
public enum Shorthand {
    /** Hidden, because somebody might be identified. */
    SUPPRESSED("[c]", "suppressed so that nobody can be identified"),
    /** Not available, because an input was not given. */
    NOT_AVAILABLE("[x]", "not available, because an input was not given"),
    /** Not applicable, such as a percentage of nothing. */
    NOT_APPLICABLE("[z]", "not applicable, such as a percentage of nothing"),
    /** A figure that rounds to nought but is not nought. */
    LOW("[low]", "rounds to nought but is not nought");

    private final String mark;
    private final String meaning;

    Shorthand(String mark, String meaning) {
        this.mark = mark;
        this.meaning = meaning;
    }

    public String mark() {
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
