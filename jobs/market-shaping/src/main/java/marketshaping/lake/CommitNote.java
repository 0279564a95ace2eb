package marketshaping.lake;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Map;

/**
 * What a commit says of the rows that it wrote. It is kept in the commit itself, so that table and note can't part.
 *
 * @param fingerprint of all that the rows depend on: the same fingerprint would give the same rows
 * @param files what became of the rows of each file; empty for a table that is worked out from others
 * @param rows how many the table holds with this commit
 * @param filled how many of them hold each field
 * @param latestDate the latest date among the rows, which tells how fresh an extract is; empty where it has none
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record CommitNote(
        String run, String fingerprint, List<FileCount> files, long rows, Map<String, Long> filled, String latestDate) {

    /**
     * One file's rows below its header. Rows read = accepted + quarantined + not records.
     *
     * @param mapping what its columns and codes were read with, and why; empty where its names are ours
     * @param columns the header's names by ours, for the columns that were read
     * @param notRecords rows by why they are no records: blank, header (repeated), total, repeat, left out, looked up
     * @param rules rows by rule broken; a row counts under each rule that it broke
     * @param respelled accepted rows by field whose code was matched without regard to case and punctuation
     * @param cautions what is not refused and should be looked at, in words
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
            Map<String, Long> respelled,
            List<String> cautions) {

        public FileCount {
            unknownColumns = unknownColumns == null ? List.of() : List.copyOf(unknownColumns);
            notRecords = notRecords == null ? Map.of() : Map.copyOf(notRecords);
            rules = rules == null ? Map.of() : Map.copyOf(rules);
            mapping = mapping == null ? "" : mapping;
            columns = columns == null ? Map.of() : Map.copyOf(columns);
            respelled = respelled == null ? Map.of() : Map.copyOf(respelled);
            cautions = cautions == null ? List.of() : List.copyOf(cautions);
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
    }

    /** A note on a table that is worked out from others. */
    public static CommitNote derived(String run, String fingerprint) {
        return new CommitNote(run, fingerprint, List.of(), 0, Map.of(), "");
    }

    /** Rows of the files that the table took. */
    public long accepted() {
        return files.stream().mapToLong(FileCount::accepted).sum();
    }

    /** The same of a table that holds these rows, and not those of the files alone. */
    public CommitNote of(long allRows, Map<String, Long> allFilled) {
        return new CommitNote(run, fingerprint, files, allRows, allFilled, latestDate);
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
            throw new IllegalStateException("A commit's note can't be read: " + json, e);
        }
    }
}
