package marketshaping.input.validate;

/** Converts the text of a cell to a typed value. */
public interface CellParser {
    /** The result for a text that means that there is no value, such as 31/12/9999 for an open end. */
    Object NO_VALUE = new Object();

    /**
     * Returns the typed value of a text that is not empty, {@link #NO_VALUE}, or null if the text has no usable value.
     * The value has the Java type that Spark uses for the column's SQL type.
     */
    Object value(String text);
}
