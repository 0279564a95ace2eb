package marketshaping.lake;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import marketshaping.model.problem.Finding;

/**
 * A description of the rows that a commit wrote, with their origin and counts. It is stored in the commit itself, so
 * that it always matches the table.
 *
 * @param fingerprint a checksum of everything that the rows depend on; equal fingerprints mean equal rows
 * @param files the row counts of each ingested file; empty for a table derived from others
 * @param rows the row count of the table after the commit
 * @param filled the number of rows with a value, by field
 * @param latestDate the latest date in the rows, which shows how recent an extract is; empty if they have no date
 * @param findings the findings about the extract as a whole, such as keys that another input lacks
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record CommitNote(
        String run,
        String fingerprint,
        List<FileCount> files,
        long rows,
        Map<String, Long> filled,
        String latestDate,
        List<Finding> findings) {

    /**
     * The row counts of one file below its header. Rows read = accepted + quarantined + not records.
     *
     * @param mapping the mapping of its columns and codes, and why it was chosen; empty if the file uses the canonical
     *     names
     * @param columns the names in the header by canonical name, for the columns that were read
     * @param unknownColumns the names in the header that belong to no column and are ignored
     * @param notRecords rows that are not records, by kind: blank, header (repeated), total, repeat, left out, looked
     *     up
     * @param rules the number of rows by violated rule; a row counts once under each rule that it violates
     * @param normalised the number of accepted rows by field whose code differed from the list in case or punctuation
     * @param cautions sentences about stated totals that differ from the rows
     * @param findings the findings about this file
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record FileCount(
            String file,
            String sha256,
            long bytes,
            String encoding,
            String separator,
            String mapping,
            long headerRow,
            Map<String, String> columns,
            List<String> unknownColumns,
            long rowsRead,
            long accepted,
            long quarantined,
            Map<String, Long> notRecords,
            Map<String, Long> rules,
            @JsonProperty("respelled") Map<String, Long> normalised,
            List<String> cautions,
            List<Finding> findings) {

        public FileCount {
            unknownColumns = unknownColumns == null ? List.of() : List.copyOf(unknownColumns);
            notRecords = notRecords == null ? Map.of() : Map.copyOf(notRecords);
            rules = rules == null ? Map.of() : Map.copyOf(rules);
            mapping = mapping == null ? "" : mapping;
            columns = columns == null ? Map.of() : Map.copyOf(columns);
            normalised = normalised == null ? Map.of() : Map.copyOf(normalised);
            cautions = cautions == null ? List.of() : List.copyOf(cautions);
            findings = findings == null ? List.of() : List.copyOf(findings);
        }

        public long rowsNotRecords() {
            return notRecords.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(com.fasterxml.jackson.databind.MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(com.fasterxml.jackson.databind.SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    public CommitNote {
        files = files == null ? List.of() : List.copyOf(files);
        filled = filled == null ? Map.of() : Map.copyOf(filled);
        latestDate = latestDate == null ? "" : latestDate;
        findings = findings == null ? List.of() : List.copyOf(findings);
    }

    /** Returns the note of a table that is derived from others. */
    public static CommitNote derived(String run, String fingerprint) {
        return new CommitNote(run, fingerprint, List.of(), 0, Map.of(), "", List.of());
    }

    /** Returns the findings about the extract and its files. */
    public List<Finding> allFindings() {
        return Stream.concat(files.stream().flatMap(file -> file.findings().stream()), findings.stream())
                .distinct()
                .toList();
    }

    /** Returns the number of accepted rows of all files. */
    public long accepted() {
        return files.stream().mapToLong(FileCount::accepted).sum();
    }

    /**
     * Returns a copy of this note with the counts of the whole table, which also contains rows from earlier extracts.
     */
    public CommitNote of(long allRows, Map<String, Long> allFilled) {
        return new CommitNote(run, fingerprint, files, allRows, allFilled, latestDate, findings);
    }

    String asJson() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static CommitNote fromJson(String json) {
        try {
            return JSON.readValue(json, CommitNote.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The note of a commit can't be read: " + json, e);
        }
    }
}
