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
 * @param filled how many accepted rows hold each field
 * @param latestDate the latest date among the rows, which tells how fresh an extract is; empty where it has none
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Note(String run, String fingerprint, List<FileCount> files, Map<String, Long> filled, String latestDate) {

    /**
     * One file's rows below its header. Rows read = accepted + quarantined + not records.
     *
     * @param notRecords rows by why they are no records: blank, header (repeated), total, repeat
     * @param rules rows by rule broken; a row counts under each rule that it broke
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record FileCount(
            String file,
            String sha256,
            long bytes,
            String encoding,
            String separator,
            long headerRow,
            List<String> unknownColumns,
            long rowsRead,
            long accepted,
            long quarantined,
            Map<String, Long> notRecords,
            Map<String, Long> rules) {

        public FileCount {
            unknownColumns = unknownColumns == null ? List.of() : List.copyOf(unknownColumns);
            notRecords = notRecords == null ? Map.of() : Map.copyOf(notRecords);
            rules = rules == null ? Map.of() : Map.copyOf(rules);
        }

        public long rowsNotRecords() {
            return notRecords.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(com.fasterxml.jackson.databind.MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(com.fasterxml.jackson.databind.SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    public Note {
        files = files == null ? List.of() : List.copyOf(files);
        filled = filled == null ? Map.of() : Map.copyOf(filled);
        latestDate = latestDate == null ? "" : latestDate;
    }

    /** A note on a table that is worked out from others. */
    public static Note derived(String run, String fingerprint) {
        return new Note(run, fingerprint, List.of(), Map.of(), "");
    }

    public long accepted() {
        return files.stream().mapToLong(FileCount::accepted).sum();
    }

    String asJson() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static Note fromJson(String json) {
        try {
            return JSON.readValue(json, Note.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A commit's note can't be read: " + json, e);
        }
    }
}
