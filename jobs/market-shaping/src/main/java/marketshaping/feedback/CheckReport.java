package marketshaping.feedback;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.util.StdConverter;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import marketshaping.engine.Storage;
import marketshaping.model.problem.Finding;
import marketshaping.model.problem.FindingKind;
import marketshaping.model.problem.Problems;

/**
 * The findings of a check, for the people who supply the extracts. They list how each file was read, what is wrong and
 * where, and the effect on the packs. Each list starts with the worst entry.
 *
 * <p>People's identifiers are hashed and dates of birth are hidden. The same files give the same report. Record
 * components are the keys of the JSON report.
 *
 * @param exitCode the exit code of the command: 0 if every extract would be ingested
 * @param refused the problems that prevent ingestion, each with its fix
 * @param findings all that was not read, was changed or could not be connected, in any file
 * @param missingInputs the optional inputs that are missing, and what the packs lack without them
 * @param onlyInLake the inputs that are in the lake but not in the folder
 * @param otherFiles the files that belong to no input
 */
public record CheckReport(
        int exitCode,
        List<String> refused,
        List<FileRead> files,
        @JsonSerialize(contentConverter = FindingEntry.Converter.class) List<Finding> findings,
        List<RuleViolation> rulesBroken,
        List<Gap> gaps,
        @JsonProperty("notGiven") List<MissingInput> missingInputs,
        List<UnclassifiedInput> notClassified,
        @JsonProperty("notHandedIn") List<LakeInput> onlyInLake,
        @JsonProperty("leftAlone") List<String> otherFiles) {

    /** A hundredth of a file's rows is worth a mention. */
    private static final int NOTABLE = 100;

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    /**
     * The findings about one file. Each row read is accepted, quarantined or not a record.
     *
     * @param sheet the worksheet that was read; empty if the file is not a workbook
     * @param mapping the mapping of columns and codes, and why it was chosen; empty for canonical names
     * @param columns the names in the header by canonical name
     * @param missingColumns columns of the input, required or not, that neither the file nor its mapping provides
     * @param ignoredColumns names in the header that are not columns of the input, so they are ignored
     * @param normalised the number of accepted rows by column whose code differed from the list in case or punctuation
     */
    public record FileRead(
            String input,
            String file,
            String encoding,
            String separator,
            String sheet,
            List<String> sheetsNotRead,
            long headerRow,
            String mapping,
            Map<String, String> columns,
            @JsonProperty("columnsNotThere") List<String> missingColumns,
            @JsonProperty("columnsReadPast") List<String> ignoredColumns,
            long rowsRead,
            long rowsAccepted,
            long rowsQuarantined,
            long rowsNotRecords,
            Map<String, Long> notRecords,
            @JsonProperty("respelled") Map<String, Long> normalised,
            List<String> cautions) {}

    /**
     * One finding in the JSON report, where every key is present.
     *
     * @param kind its name in settings
     */
    record FindingEntry(
            FindingKind kind, String input, String file, String column, long rows, long of, String sentence) {

        static final class Converter extends StdConverter<Finding, FindingEntry> {
            @Override
            public FindingEntry convert(Finding finding) {
                return new FindingEntry(
                        finding.kind(),
                        finding.input(),
                        finding.file(),
                        finding.column(),
                        finding.rows(),
                        finding.of(),
                        finding.sentence());
            }
        }
    }

    /** One rule and the rows of one file that violate it. A row that violates several rules is counted under each. */
    public record RuleViolation(
            String input, String file, String rule, long rows, String remedy, List<Example> examples) {}

    /**
     * One row that violates a rule.
     *
     * @param row its number in the file, from 1
     * @param cells the cells that are not empty, by canonical name, in the order of the input's columns; none if all
     *     are hidden
     */
    public record Example(long row, Map<String, String> cells) {}

    /** Information that is missing from accepted rows, and the effect on the packs. */
    public record Gap(String input, String gap, long rows, long of, String sentence) {}

    public record MissingInput(String input, String sentence) {}

    /**
     * The accepted rows of an input that no line of the mapping's {@code classify} list matches.
     *
     * @param columns the columns that the list compares
     * @param amount the column that is summed; empty if the input has no amount
     */
    public record UnclassifiedInput(
            String input, String mapping, List<String> columns, String amount, List<Group> groups) {

        public long rows() {
            return groups.stream().mapToLong(Group::rows).sum();
        }

        public BigDecimal sum() {
            return groups.stream().map(Group::sum).reduce(BigDecimal.ZERO, BigDecimal::add);
        }
    }

    /**
     * Unclassified rows with the same values.
     *
     * @param values the values of the compared columns; an empty string for an empty cell
     * @param sum the sum of the amounts
     */
    public record Group(List<String> values, long rows, BigDecimal sum) {}

    /**
     * An input that is in the lake but has no extract in the checked folder.
     *
     * @param latestDate the latest date in the rows; empty if they have none
     */
    public record LakeInput(String input, long rows, String latestDate) {}

    /** Returns the outcome of the check in one sentence, without its full stop. */
    public String verdict() {
        String incomplete = files.stream()
                .filter(file -> file.rowsQuarantined() * NOTABLE > file.rowsRead())
                .map(FileRead::input)
                .distinct()
                .collect(Collectors.joining(", "));
        if (!refused.isEmpty()) {
            return "These extracts can't be ingested as they are";
        }
        return "These extracts can be ingested"
                + (incomplete.isEmpty()
                        ? ""
                        : ", but figures will leave out more than 1% of the rows of " + incomplete);
    }

    /** Returns the row counts of all files in one sentence. */
    public String rowCounts() {
        return String.format(
                Locale.UK,
                "Of %,d rows in %,d %s, %,d would be accepted and %,d quarantined; %,d are not records.",
                files.stream().mapToLong(FileRead::rowsRead).sum(),
                files.size(),
                files.size() == 1 ? "file" : "files",
                files.stream().mapToLong(FileRead::rowsAccepted).sum(),
                files.stream().mapToLong(FileRead::rowsQuarantined).sum(),
                files.stream().mapToLong(FileRead::rowsNotRecords).sum());
    }

    /**
     * Writes the report as JSON and replaces the file atomically.
     *
     * @throws marketshaping.model.problem.UserProblem if the file can't be written
     */
    public void writeJson(Path file) {
        try {
            Storage.replace(file, JSON.writeValueAsString(this) + "\n");
        } catch (IOException e) {
            throw Problems.cannotWrite(file, e.toString());
        }
    }
}
