package marketshaping.feedback;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import marketshaping.model.contract.Type;

/**
 * Writes a proposal as a mapping in YAML. Lines that are not accepted are comments for the user to decide. It shows
 * column names and codes only, no other cells.
 */
public final class MappingWriter {
    private static final String DECIDE = "# ";

    private final MappingProposal proposal;
    private final Set<Confidence> accepted;
    private final List<String> lines = new ArrayList<>();

    /**
     * Creates a writer.
     *
     * @param accepted the confidences of the proposals that are written without a comment sign
     */
    public MappingWriter(MappingProposal proposal, Set<Confidence> accepted) {
        this.proposal = proposal;
        this.accepted = Set.copyOf(accepted);
    }

    /** Returns the mapping as YAML; empty if no proposal for a column is accepted. */
    public Optional<String> yaml() {
        lines.add(
                "# A proposal of market-shaping map. Remove the # in front of a line to accept it, and correct any other.");
        lines.add("# Comparison of names and codes ignores case, spaces and punctuation.");
        lines.add("about: a proposal from the names and the content of the columns");
        lines.add("inputs:");
        boolean isEmpty = true;
        for (InputProposal input : proposal.inputs()) {
            boolean isUsable = input.columns().stream().anyMatch(this::isAccepted);
            isEmpty &= !isUsable;
            int start = lines.size();
            write(input);
            if (!isUsable) {
                List<String> part = lines.subList(start, lines.size());
                part.replaceAll(
                        line -> line.isEmpty() || line.strip().startsWith("#") ? line : "  # " + line.substring(2));
            }
        }
        return isEmpty ? Optional.empty() : Optional.of(String.join("\n", lines) + "\n");
    }

    private boolean isAccepted(ColumnProposal column) {
        return accepted.contains(column.confidence());
    }

    private boolean isAccepted(CodeProposal code) {
        return accepted.contains(code.confidence()) && !code.code().isEmpty();
    }

    private void write(InputProposal input) {
        TableProfile table = input.table();
        lines.add("");
        lines.add("  # From "
                + table.sources().stream()
                        .map(source -> PersonalText.shownHeader(
                                        source.file().getFileName().toString())
                                + (source.isOnly() ? "" : ", worksheet " + PersonalText.shownHeader(source.sheet()))
                                + ", header in row " + source.headerRow())
                        .distinct()
                        .collect(Collectors.joining("; ")));
        lines.add("  " + input.contract().input() + ":");
        if (table.sources().stream().anyMatch(source -> !source.isOnly())) {
            lines.add("    sheets: "
                    + table.sources().stream()
                            .map(source -> quoted(source.sheet()))
                            .distinct()
                            .collect(Collectors.joining(", ", "[", "]")));
        }
        columns(input);
        dates(table);
        codes(input);
        absent(input);
    }

    private void columns(InputProposal input) {
        boolean isAny = input.columns().stream().anyMatch(this::isAccepted);
        lines.add("    " + (isAny ? "" : DECIDE) + "columns:");
        for (ColumnProposal column : input.columns()) {
            lines.add("      %s%s: [%s]  # %s: %s"
                    .formatted(
                            isAccepted(column) ? "" : DECIDE,
                            column.field().name(),
                            quoted(column.column().header()),
                            column.confidence(),
                            column.reason()));
        }
        Set<String> proposed =
                input.columns().stream().map(column -> column.field().name()).collect(Collectors.toSet());
        input.contract().fields().stream()
                .filter(field -> !proposed.contains(field.name()))
                .forEach(field -> lines.add("      # %s: []  # no column found%s%s"
                        .formatted(
                                field.name(),
                                field.isRequired() ? ", but required" : "",
                                input.closest(field.name())
                                        .map(name -> "; the closest is " + PersonalText.shownHeader(name))
                                        .orElse(""))));
        if (!input.ignored().isEmpty()) {
            lines.add("      # Ignored columns: "
                    + input.ignored().stream().map(PersonalText::shownHeader).collect(Collectors.joining("; ")));
        }
    }

    private void dates(TableProfile table) {
        if (!table.dateFormat().isEmpty()) {
            lines.add("    date-format: " + table.dateFormat() + "  # certain: the dates fit no usual format");
        } else if (table.hasMixedDates()) {
            lines.add("    # Some dates have the month first and others the day. Export all dates in one format.");
        }
    }

    private void codes(InputProposal input) {
        List<ColumnProposal> coded = input.columns().stream()
                .filter(column ->
                        column.field().type() == Type.CODE || column.field().type() == Type.YES_NO)
                .filter(column -> !column.column().hasFewValues()
                        || column.codes().stream().anyMatch(code -> !code.isListed())
                        || column.codes().size() < column.column().values().size())
                .toList();
        boolean isAny = coded.stream().anyMatch(this::hasAcceptedCodes);
        if (!coded.isEmpty()) {
            lines.add("    " + (isAny ? "" : DECIDE) + "codes:");
        }
        for (ColumnProposal column : coded) {
            String name = column.field().name();
            lines.add("      %s%s:".formatted(hasAcceptedCodes(column) ? "" : DECIDE, name));
            int hidden = column.column().values().size() - column.codes().size();
            if (!column.column().hasFewValues()) {
                lines.add("        # It has too many values to list here.");
            } else if (hidden > 0) {
                lines.add("        # %d %s not shown, because it may be personal."
                        .formatted(hidden, hidden == 1 ? "value is" : "values are"));
            }
            column.codes().stream().filter(code -> !code.isListed()).forEach(code -> write(column, code));
        }
    }

    private void write(ColumnProposal column, CodeProposal code) {
        boolean isActive = isAccepted(column) && isAccepted(code);
        String options = column.field().type() == Type.CODE
                ? String.join("; ", column.field().list().canonicalCodes())
                : "Yes; No";
        lines.add("        %s%s: %s  # %s"
                .formatted(
                        isActive ? "" : DECIDE,
                        quoted(code.value()),
                        code.code().isEmpty() ? "''" : quoted(code.code()),
                        code.code().isEmpty()
                                ? "decide, one of: " + options
                                : code.confidence() + ": " + code.reason()));
    }

    private boolean hasAcceptedCodes(ColumnProposal column) {
        return isAccepted(column) && column.codes().stream().anyMatch(code -> !code.isListed() && isAccepted(code));
    }

    private void absent(InputProposal input) {
        List<String> confirmed = input.absent().stream()
                .filter(field -> input.isAbsenceConfirmed(field) || accepted.contains(Confidence.LIKELY))
                .toList();
        List<String> open = input.absent().stream()
                .filter(field -> !confirmed.contains(field))
                .toList();
        if (!confirmed.isEmpty()) {
            lines.add("    absent: [" + String.join(", ", confirmed) + "]  # the extract has no such columns");
        }
        if (!open.isEmpty()) {
            lines.add(
                    "    # absent: [" + String.join(", ", open) + "]  # accept this if the system has no such columns");
        }
    }

    private static String quoted(String text) {
        return "'" + text.replaceAll("\\s+", " ").replace("'", "''") + "'";
    }
}
