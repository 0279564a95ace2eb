package marketshaping.feedback;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import marketshaping.model.contract.Field;
import marketshaping.model.contract.Type;

/**
 * Writes a proposal as a mapping in YAML. Lines that are not accepted are comments for the user to decide. Between
 * braces the indentation has no meaning, so that removing the sign is enough, with or without the space after it. It
 * shows column names and codes only, no other cells.
 */
public final class MappingWriter {
    private static final String DECIDE = "# ";
    private static final String NOTE = "## ";

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

    /** Returns the mapping as YAML; empty if no input was recognised. */
    public Optional<String> yaml() {
        if (proposal.inputs().isEmpty()) {
            return Optional.empty();
        }
        lines.add("## A proposal of market-shaping map. Remove the # in front of a line to accept it, and correct any"
                + " other.");
        lines.add("## Keep the comma at the end of each line. Lines that begin with ## are notes.");
        lines.add("## Comparison of names and codes ignores case, spaces and punctuation.");
        lines.add("about: a proposal from the names and the content of the columns");
        lines.add("inputs:");
        proposal.inputs().forEach(this::write);
        return Optional.of(String.join("\n", lines) + "\n");
    }

    private boolean isAccepted(ColumnProposal column) {
        return column.isCanonical() || accepted.contains(column.confidence());
    }

    private boolean isAccepted(CodeProposal code) {
        return accepted.contains(code.confidence()) && !code.code().isEmpty();
    }

    private void write(InputProposal input) {
        TableProfile table = input.table();
        lines.add("");
        lines.add("  " + NOTE + "From "
                + table.sources().stream()
                        .map(source -> ProposalReport.shown(source.file())
                                + (source.isOnly() ? "" : ", worksheet " + source.sheet())
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
        if (!table.dateFormat().isEmpty()) {
            lines.add("    date-format: " + table.dateFormat() + "  # certain: the dates fit no usual format");
        } else if (table.hasMixedDates()) {
            lines.add("    " + NOTE
                    + "Some dates have the month first and others the day. Export all dates in one format.");
        }
        codes(input);
        constants(input);
        absent(input);
    }

    private void columns(InputProposal input) {
        lines.add("    columns: {");
        for (ColumnProposal column : input.columns()) {
            String need = isAccepted(column) ? "" : withNeed(input, column.field());
            String text = "%s: [%s],  # %s: %s%s"
                    .formatted(
                            column.field().name(),
                            quoted(column.column().header()),
                            column.confidence(),
                            column.reason(),
                            need);
            add("      ", isAccepted(column), text);
        }
        for (Field field : input.withoutColumn()) {
            String closest = input.closest(field)
                    .map(name -> "; the closest is " + PersonalText.shownHeader(name))
                    .orElse("");
            String required = field.isRequired() ? ", but required" : "";
            add(
                    "      ",
                    false,
                    "%s: [],  # no column found%s%s%s"
                            .formatted(field.name(), required, closest, withNeed(input, field)));
        }
        if (!input.ignored().isEmpty()) {
            lines.add("      " + NOTE + "Ignored columns: "
                    + input.ignored().stream().map(PersonalText::shownHeader).collect(Collectors.joining("; ")));
        }
        lines.add("      }");
    }

    private static String withNeed(InputProposal input, Field field) {
        return input.need(field).map(need -> "; " + need).orElse("");
    }

    private void codes(InputProposal input) {
        List<ColumnProposal> coded = input.columns().stream()
                .filter(column -> column.isCoded()
                        && (column.codes().size() < column.column().values().size()
                                || column.codes().stream().anyMatch(code -> !code.isListed())))
                .toList();
        if (coded.isEmpty()) {
            return;
        }
        lines.add("    codes: {");
        for (ColumnProposal column : coded) {
            lines.add("      " + column.field().name() + ": {");
            if (!column.column().hasFewValues()) {
                lines.add("        " + NOTE + "It has too many values to list here.");
            }
            column.hiddenValues()
                    .ifPresent(text -> lines.add("        " + NOTE + text + ". Look there, and add lines for codes."));
            column.codes().stream().filter(code -> !code.isListed()).forEach(code -> write(column.field(), code));
            lines.add("        },");
        }
        lines.add("      }");
    }

    private void write(Field field, CodeProposal code) {
        String options =
                field.type() == Type.CODE ? String.join("; ", field.list().canonicalCodes()) : "Yes; No";
        String reason = code.code().isEmpty() ? "decide, one of: " + options : code.confidence() + ": " + code.reason();
        add("        ", isAccepted(code), "%s: %s,  # %s".formatted(quoted(code.value()), quoted(code.code()), reason));
    }

    /** Suggests constants for missing texts that some rows need. */
    private void constants(InputProposal input) {
        Set<String> found = input.columns().stream()
                .filter(column -> column.isCanonical() || column.confidence() != Confidence.UNSURE)
                .map(column -> column.field().name())
                .collect(Collectors.toSet());
        List<Field> needed = input.contract().fields().stream()
                .filter(field -> field.type() == Type.TEXT && !found.contains(field.name()))
                .filter(field -> input.need(field).isPresent())
                .toList();
        if (!needed.isEmpty()) {
            lines.add("    constants: {");
            needed.forEach(field -> add(
                    "      ",
                    false,
                    "%s: 'Not stated',  # accept or change this if one text is right for every row"
                            .formatted(field.name())));
            lines.add("      }");
        }
    }

    private void absent(InputProposal input) {
        if (!input.absent().isEmpty()) {
            lines.add("    absent: [");
            for (String field : input.absent()) {
                boolean isConfirmed = input.isAbsenceConfirmed(field) || accepted.contains(Confidence.LIKELY);
                add("      ", isConfirmed, field + ",  # accept this if the system has no such column");
            }
            lines.add("      ]");
        }
    }

    private void add(String indentation, boolean isActive, String text) {
        lines.add(indentation + (isActive ? "" : DECIDE) + text);
    }

    private static String quoted(String text) {
        return "'" + text.replaceAll("\\s+", " ").replace("'", "''") + "'";
    }
}
