package marketshaping.input.validate;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import marketshaping.model.contract.Contract;
import marketshaping.model.problem.Finding;
import marketshaping.model.problem.FindingKind;
import marketshaping.model.problem.Problems;
import marketshaping.model.problem.UserProblem;

/**
 * Refuses files of an input without a key that share most of their rows, unless the user accepts it. Fewer shared rows
 * are reported, because two payments may be equal.
 *
 * @param accepted the inputs for which the user accepts it
 */
public record OverlapRule(Set<String> accepted) {

    public OverlapRule {
        accepted = Set.copyOf(accepted);
    }

    List<Finding> findings(Contract contract, List<FileOfInput> files, RowOverlap overlap) {
        List<Finding> findings = new ArrayList<>();
        List<UserProblem> problems = new ArrayList<>();
        for (RowOverlap.Overlap found : overlap.overlaps()) {
            String file = files.get(found.file()).name();
            String other = files.get(found.other()).name();
            if (accepted.contains(contract.input()) || !found.isMost()) {
                findings.add(new Finding(
                        FindingKind.ROWS_OVERLAP, contract.input(), file, "", found.shared(), found.of(), other));
            } else {
                problems.add(Problems.rowsOverlap(contract.input(), file, found.shared(), found.of(), other));
            }
        }
        if (!problems.isEmpty()) {
            throw Problems.together(problems);
        }
        return findings;
    }
}
