package marketshaping.model.problem;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * Something in an extract that was not read, was changed, or could not be connected. Each is reported with the number
 * of rows that it affects.
 *
 * @param input the input; empty until the reader's caller adds it
 * @param file the file, with the worksheet in brackets if several are read; empty if the finding is about all files
 * @param column the canonical column, or the header cell of an ignored column; empty if the finding is about rows
 * @param rows the number of affected rows, columns or keys
 * @param of the number of which these are a part; 0 if there is no such number
 * @param detail the end of the sentence: names, examples or the likely cause. It never contains an identifier of a
 *     person, a date of birth, a postcode or free text
 */
@JsonInclude(JsonInclude.Include.NON_DEFAULT)
public record Finding(FindingKind kind, String input, String file, String column, long rows, long of, String detail) {

    public Finding {
        input = input == null ? "" : input;
        file = file == null ? "" : file;
        column = column == null ? "" : column;
        detail = detail == null ? "" : detail;
    }

    /** Creates a finding of a reader, which does not know the input. */
    public static Finding ofFile(FindingKind kind, String file, long rows, String detail) {
        return new Finding(kind, "", file, "", rows, 0, detail);
    }

    /** Returns a copy for an input. */
    public Finding in(String ofInput) {
        return new Finding(kind, ofInput, file, column, rows, of, detail);
    }

    /** Returns a copy with another total number of rows. */
    public Finding of(long allRows) {
        return new Finding(kind, input, file, column, rows, allRows, detail);
    }

    /** Returns a copy with more affected rows. */
    public Finding plus(long moreRows) {
        return new Finding(kind, input, file, column, rows + moreRows, of, detail);
    }

    /** Returns the percentage of rows affected; 0 if the total is not known. */
    public double percent() {
        return of == 0 ? 0 : 100.0 * rows / of;
    }

    /** Returns the finding as a message with its code. */
    public String sentence() {
        return kind.sentence(this);
    }
}
