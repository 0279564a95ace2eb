package marketshaping.input.ingest;

import java.util.List;
import java.util.Set;
import marketshaping.model.contract.Field;
import marketshaping.model.contract.Inputs;
import marketshaping.model.problem.Finding;
import marketshaping.model.problem.FindingKind;
import marketshaping.model.settings.Acceptance;

/**
 * The unusual properties of extracts that the user has confirmed, by options or settings.
 *
 * @param shrinkage inputs that may lose more keys than the settings allow
 * @param overlap inputs whose files may share rows
 * @param absent columns that the extracts lack, such as {@code placements.end_date}
 * @param findings findings that would otherwise stop an input
 */
public record Confirmations(Set<String> shrinkage, Set<String> overlap, Set<String> absent, List<Acceptance> findings) {
    public static final Confirmations NONE = new Confirmations(Set.of(), Set.of(), Set.of(), List.of());

    /** The percentage of rows above which a finding in a column of a headline figure stops its input. */
    private static final double MOST_PERCENT = 1.0;

    public Confirmations {
        shrinkage = Set.copyOf(shrinkage);
        overlap = Set.copyOf(overlap);
        absent = Set.copyOf(absent);
        findings = List.copyOf(findings);
    }

    /** Returns true if emptied cells stop their input: many rows, a column of a headline figure, not accepted. */
    boolean isStoppedBy(Finding finding) {
        return finding.kind() == FindingKind.CELLS_EMPTIED
                && finding.percent() > MOST_PERCENT
                && isHeadline(finding)
                && !isAccepted(finding);
    }

    boolean isAccepted(Finding finding) {
        return findings.stream()
                .anyMatch(accepted -> accepted.covers(
                        finding.input(), finding.column(), finding.kind().id(), finding.percent()));
    }

    private static boolean isHeadline(Finding finding) {
        return Inputs.named(finding.input()).fields().stream()
                .anyMatch(field -> field.name().equals(finding.column()) && field.has(Field.Trait.HEADLINE));
    }
}
