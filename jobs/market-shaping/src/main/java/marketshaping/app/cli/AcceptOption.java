package marketshaping.app.cli;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import marketshaping.model.contract.Inputs;
import marketshaping.model.problem.FindingKind;
import marketshaping.model.problem.Problems;
import marketshaping.model.settings.Acceptance;

/** Reads the values of the options --accept and --absent. */
final class AcceptOption {
    private static final Pattern FINDING = Pattern.compile("([a-z_]+[.][a-z_]+):([a-z-]+)");
    private static final double ALL = 100;

    private AcceptOption() {}

    /**
     * Returns the acceptance in an option such as {@code placements.delivery_postcode:cells-emptied}.
     *
     * @throws marketshaping.model.problem.UserProblem if the input, the column or the finding does not exist
     */
    static Acceptance acceptance(String text) {
        Matcher parts = FINDING.matcher(text);
        List<String> findings =
                Arrays.stream(FindingKind.values()).map(FindingKind::id).toList();
        if (!parts.matches() || !findings.contains(parts.group(2))) {
            throw Problems.noSuchFinding("--accept", text, findings);
        }
        String[] column = requireColumn("--accept", parts.group(1)).split("[.]");
        return new Acceptance(column[0], column[1], parts.group(2), ALL);
    }

    /**
     * Returns the name of a column, such as {@code placements.end_date}.
     *
     * @throws marketshaping.model.problem.UserProblem if the input or the column does not exist
     */
    static String requireColumn(String option, String text) {
        List<String> columns = Inputs.ALL.stream()
                .flatMap(contract -> contract.fields().stream().map(field -> contract.input() + "." + field.name()))
                .toList();
        if (!columns.contains(text)) {
            throw Problems.noSuchColumn(option, text);
        }
        return text;
    }
}
