package marketshaping.input.validate;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import marketshaping.model.problem.Finding;

/**
 * The rows of one file by outcome. Rows read = accepted + quarantined + not records.
 *
 * @param rowsRead the number of rows below the header
 * @param notRecords the number of rows that are not records, by kind
 * @param rules the number of rows by violated rule
 * @param monthFirst the first row with a month-first date, by column
 * @param normalised the number of accepted rows whose code was normalised, by field
 * @param filled the number of accepted rows with a value, by field
 * @param latest the latest date of an accepted row in the first required date column; the minimum if there is none
 */
public record FileOutcome(
        long rowsRead,
        long accepted,
        long quarantined,
        Map<String, Long> notRecords,
        Map<String, Long> rules,
        Map<String, Long> monthFirst,
        Map<String, Long> normalised,
        Map<String, Long> filled,
        LocalDate latest,
        List<Finding> findings) {

    /** Returns a copy with further findings before the others. */
    public FileOutcome with(List<Finding> more) {
        return new FileOutcome(
                rowsRead,
                accepted,
                quarantined,
                notRecords,
                rules,
                monthFirst,
                normalised,
                filled,
                latest,
                Stream.concat(more.stream(), findings.stream()).toList());
    }

    /** Returns the number of rows by outcome, which must equal the number of rows read. */
    public long rowsCounted() {
        return accepted
                + quarantined
                + notRecords.values().stream().mapToLong(Long::longValue).sum();
    }
}
