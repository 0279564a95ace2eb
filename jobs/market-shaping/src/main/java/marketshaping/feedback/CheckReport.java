package marketshaping.feedback;

import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import marketshaping.model.problem.Problems;

/**
 * What a check found, for whoever sends the extracts: what was read and how, what is wrong with it and where, and what it
 * will cost in the packs. The worst of each list comes first. People's identifiers are hashed in it and dates of birth
 * hidden. The same files give the same report.
 *
 * @param exitCode what the command answers: 0 where everything would be taken in
 * @param refused what keeps the extracts from being taken in, each with its remedy
 * @param notHandedIn inputs that are not in the folder and that the lake holds
 * @param notGiven optional inputs that there are none of, and what the packs lack for it
 * @param leftAlone files that belong to no input
 */
public record CheckReport(
        int exitCode,
        List<String> refused,
        List<FileRead> files,
        List<RuleBroken> rulesBroken,
        List<Gap> gaps,
        List<NotGiven> notGiven,
        List<NotClassified> notClassified,
        List<Held> notHandedIn,
        List<String> leftAlone) {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    /**
     * One file. Rows read = accepted + quarantined + not records.
     *
     * @param sheet the sheet that was read; empty where it is no workbook
     * @param mapping what columns and codes were read with, and why; empty for our own names
     * @param columns the header's names by ours
     * @param columnsNotThere columns of the input, required or not, that neither the file nor its mapping tells
     * @param columnsReadPast names in the header that are no column of the input
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
            List<String> columnsNotThere,
            List<String> columnsReadPast,
            long rowsRead,
            long rowsAccepted,
            long rowsQuarantined,
            long rowsNotRecords,
            Map<String, Long> notRecords,
            Map<String, Long> respelled,
            List<String> cautions) {}

    /** The rows of one file that broke one rule; a row that broke several is in each. */
    public record RuleBroken(
            String input, String file, String rule, long rows, String remedy, List<Example> examples) {}

    /** @param cells those that are not empty, by our names, in the order of the input's columns; none where all are hidden */
    public record Example(long row, Map<String, String> cells) {}

    /** Something missing in rows that are accepted, and what it does to the packs. */
    public record Gap(String input, String gap, long rows, long of, String sentence) {}

    public record NotGiven(String input, String sentence) {}

    /**
     * Accepted rows that no line of a mapping's list told anything of.
     *
     * @param columns that the list looks at
     * @param amount the column that is added up; empty where the input has no amount
     */
    public record NotClassified(String input, String mapping, List<String> columns, String amount, List<Group> groups) {

        public long rows() {
            return groups.stream().mapToLong(Group::rows).sum();
        }

        public BigDecimal sum() {
            return groups.stream().map(Group::sum).reduce(BigDecimal.ZERO, BigDecimal::add);
        }
    }

    /** @param values of the columns; empty where a cell is */
    public record Group(List<String> values, long rows, BigDecimal sum) {}

    /** @param latestDate the latest date among the rows; empty where they have none */
    public record Held(String input, long rows, String latestDate) {}

    /** @throws marketshaping.model.problem.UserProblem where the place can't be written */
    public void writeJson(Path file) {
        Path beside = file.resolveSibling(file.getFileName() + ".part");
        try {
            try {
                Files.writeString(beside, JSON.writeValueAsString(this) + "\n");
                Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(beside);
            }
        } catch (IOException e) {
            throw Problems.cannotWrite(file, e.toString());
        }
    }
}
