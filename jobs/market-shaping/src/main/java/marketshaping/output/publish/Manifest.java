package marketshaping.output.publish;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import marketshaping.engine.BuildInfo;
import marketshaping.engine.Storage;
import marketshaping.lake.CommitNote;
import marketshaping.model.problem.Finding;
import marketshaping.model.problem.Problems;
import marketshaping.model.settings.Settings;

/**
 * The record of one run, with the information needed to explain and reproduce it. It lists the inputs, table versions,
 * settings, outputs and the duration of each stage. No other output file contains a time.
 *
 * @param findings the findings about whole inputs, such as keys that another input lacks
 * @param tables the version of each table that the run read
 * @param writers the run that wrote this version of each table (see {@link TableVersions})
 * @param seconds the duration of each stage
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Manifest(
        String run,
        Instant started,
        BuildInfo software,
        LocalDate asAt,
        Settings settings,
        List<Input> inputs,
        List<Finding> findings,
        Map<String, Long> tables,
        Map<String, String> writers,
        Map<String, BigDecimal> seconds,
        List<AtomicOutputFolder.OutputFile> outputs) {
    public static final String FILE = "manifest.json";

    /**
     * One file of an input. The number of rows read is the sum of accepted rows, quarantined rows and rows that are not
     * records.
     *
     * @param notRecords the number of rows that are not records, by reason
     * @param rules the number of rows by violated rule
     * @param normalised the number of accepted rows with a normalised code, by field
     * @param findings the findings about the file
     */
    public record Input(
            String input,
            String path,
            String sha256,
            long bytes,
            String encoding,
            String separator,
            String mapping,
            long headerRow,
            List<String> unknownColumns,
            long rowsRead,
            long rowsAccepted,
            long rowsQuarantined,
            long rowsNotRecords,
            Map<String, Long> notRecords,
            Map<String, Long> rules,
            @JsonProperty("respelled") Map<String, Long> normalised,
            List<String> cautions,
            List<Finding> findings) {

        public static Input of(String input, CommitNote.FileCount file) {
            return new Input(
                    input,
                    file.file(),
                    file.sha256(),
                    file.bytes(),
                    file.encoding(),
                    file.separator(),
                    file.mapping(),
                    file.headerRow(),
                    file.unknownColumns(),
                    file.rowsRead(),
                    file.accepted(),
                    file.quarantined(),
                    file.rowsNotRecords(),
                    file.notRecords(),
                    file.rules(),
                    file.normalised(),
                    file.cautions(),
                    file.findings());
        }
    }

    /**
     * Reads a manifest.
     *
     * @throws marketshaping.model.problem.UserProblem if the file is missing or is not a manifest
     */
    public static Manifest read(Path file) {
        if (!Storage.isFile(file)) {
            throw Problems.manifestMissing(file);
        }
        try {
            Manifest manifest = json().readValue(Storage.read(file), Manifest.class);
            if (manifest.asAt == null || manifest.tables == null || manifest.software == null) {
                throw Problems.manifestUnreadable(file);
            }
            return manifest;
        } catch (IOException e) {
            throw Problems.manifestUnreadable(file);
        }
    }

    public void write(Path folder) {
        try {
            Storage.write(folder.resolve(FILE), json().writeValueAsString(this) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonMapper json() {
        return JsonMapper.builder()
                .addModule(new JavaTimeModule())
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .enable(SerializationFeature.INDENT_OUTPUT)
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .build();
    }
}
