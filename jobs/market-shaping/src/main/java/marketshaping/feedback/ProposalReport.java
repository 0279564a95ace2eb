package marketshaping.feedback;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import marketshaping.input.source.FileKind;
import marketshaping.model.contract.Contract;
import marketshaping.model.contract.Inputs;

/** The text about a proposal for a user. It shows names of files and columns, codes and reasons, and no other cells. */
public final class ProposalReport {
    private static final Pattern PLAIN = Pattern.compile("[\\w./-]+");
    private static final String INBOX = "inbox";

    private final MappingProposal proposal;
    private final Set<Confidence> accepted;

    public ProposalReport(MappingProposal proposal, Set<Confidence> accepted) {
        this.proposal = proposal;
        this.accepted = Set.copyOf(accepted);
    }

    /** Returns a description of every file: its input, its columns and its codes. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (InputProposal input : proposal.inputs()) {
            Set<Path> files = new LinkedHashSet<>();
            input.table().sources().forEach(source -> files.add(source.file()));
            files.forEach(
                    file -> lines.add(shown(file) + ": " + input.contract().input()));
            for (ColumnProposal column : input.columns()) {
                lines.add("  %-26s %-30s %-8s %s"
                        .formatted(
                                column.field().name(),
                                PersonalText.shownHeader(column.column().header()),
                                column.confidence(),
                                column.reason()));
                column.codes().stream()
                        .filter(code -> !code.isListed())
                        .forEach(code -> lines.add("    '%s': %s"
                                .formatted(
                                        code.value(),
                                        code.code().isEmpty()
                                                ? "to decide"
                                                : "%s (%s)".formatted(code.code(), code.confidence()))));
            }
            if (!input.table().dateFormat().isEmpty()) {
                lines.add("  Dates have the format " + input.table().dateFormat() + ".");
            } else if (input.table().hasMixedDates()) {
                lines.add("  Some dates have the month first and others the day. Export all dates in one format.");
            }
            if (!input.table().repeated().isEmpty()) {
                lines.add("  Columns are ignored because others have the same name: "
                        + String.join(", ", input.table().repeated()));
            }
            lines.add("");
        }
        proposal.recognised()
                .forEach((file, input) -> lines.add(shown(file) + ": " + input + ", read without a mapping"));
        proposal.others().forEach((file, reason) -> lines.add(shown(file) + ": not used, because " + reason));
        return lines;
    }

    /** Returns a line for each required input or column that the mapping lacks. */
    public List<String> missing() {
        List<String> missing = new ArrayList<>();
        for (Contract contract : Inputs.ALL) {
            if (contract.isRequired() && !proposal.recognised().containsValue(contract.input())) {
                proposal.input(contract.input())
                        .ifPresentOrElse(
                                input -> input.missing(accepted)
                                        .forEach(field -> missing.add("Missing: %s.%s%s"
                                                .formatted(
                                                        contract.input(),
                                                        field,
                                                        input.closest(field)
                                                                .map(name -> " (the closest column is '%s')"
                                                                        .formatted(PersonalText.shownHeader(name)))
                                                                .orElse("")))),
                                () -> missing.add("Missing: no file resembles %s. It needs the columns %s."
                                        .formatted(contract.input(), String.join(", ", contract.requiredFields()))));
            }
        }
        return missing;
    }

    /** Returns the commands that copy the extracts to names of inputs, and then check and run them. */
    public List<String> nextSteps(Path folder, Path mapping) {
        StringBuilder options = new StringBuilder();
        for (InputProposal input : proposal.inputs()) {
            options.append(" --mapping ")
                    .append(input.contract().input())
                    .append('=')
                    .append(quoted(mapping.toString()));
        }
        Map<String, Long> filesPerInput = new LinkedHashMap<>();
        List<String> commands = new ArrayList<>();
        List<List<String>> pairs = pairs();
        pairs.forEach(pair -> filesPerInput.merge(pair.get(1), 1L, Long::sum));
        boolean isNamed = pairs.stream().allMatch(pair -> isNamed(folder, Path.of(pair.get(0)), pair.get(1)));
        if (!isNamed) {
            commands.add("mkdir -p " + INBOX);
            for (List<String> pair : pairs) {
                Path file = Path.of(pair.get(0));
                String name = file.getFileName().toString();
                String extension = name.substring(FileKind.stem(file).length());
                boolean isOne = filesPerInput.get(pair.get(1)) == 1;
                String folderOfInput = INBOX + "/" + pair.get(1);
                commands.add(
                        isOne
                                ? "cp %s %s%s".formatted(quoted(pair.get(0)), folderOfInput, extension)
                                : "mkdir -p %s && cp %s %s/"
                                        .formatted(folderOfInput, quoted(pair.get(0)), folderOfInput));
            }
        }
        String source = isNamed ? quoted(folder.toString()) : INBOX;
        commands.add("jobs/bin/market-shaping check --input " + source + options);
        commands.add("jobs/bin/market-shaping run --input " + source + " --lake lake --packs packs" + options);
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add("The mapping is in %s. Decide the lines that begin with #, then run these commands:"
                .formatted(mapping));
        commands.forEach(command -> lines.add("  " + command));
        return lines;
    }

    /** Returns true if the product finds the file by its name, or by the name of its folder. */
    private static boolean isNamed(Path folder, Path file, String input) {
        Path parent = file.toAbsolutePath().getParent();
        return FileKind.stem(file).equals(input) && parent.equals(folder.toAbsolutePath())
                || parent.getFileName().toString().equals(input);
    }

    /** Returns each file with its input. A workbook may contain several inputs. */
    private List<List<String>> pairs() {
        Set<List<String>> pairs = new LinkedHashSet<>();
        proposal.inputs().forEach(input -> input.table()
                .sources()
                .forEach(source -> pairs.add(
                        List.of(source.file().toString(), input.contract().input()))));
        proposal.recognised().forEach((file, input) -> pairs.add(List.of(file.toString(), input)));
        return List.copyOf(pairs);
    }

    private static String shown(Path file) {
        return PersonalText.shownHeader(file.getFileName().toString());
    }

    private static String quoted(String text) {
        return PLAIN.matcher(text).matches() ? text : "'" + text.replace("'", "'\\''") + "'";
    }
}
