package marketshaping.feedback;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import marketshaping.input.source.FileKind;
import marketshaping.model.contract.Contract;
import marketshaping.model.contract.Field;
import marketshaping.model.contract.Inputs;

/** The text about a proposal for a user. It shows names of files and columns, codes and reasons, and no other cells. */
public final class ProposalReport {
    private static final Pattern PLAIN = Pattern.compile("[\\w./-]+");

    private final MappingProposal proposal;

    public ProposalReport(MappingProposal proposal) {
        this.proposal = proposal;
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
                column.hiddenValues().ifPresent(text -> lines.add("    " + text));
            }
            input.withoutColumn().forEach(field -> input.need(field)
                    .ifPresent(need -> lines.add("  %-26s %-30s %s".formatted(field.name(), "no column found", need))));
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
        if (proposal.inputs().stream()
                .flatMap(input -> input.columns().stream())
                .anyMatch(column -> column.hiddenValues().isPresent())) {
            lines.add(("A value is shown only if it consists of known words, or if %d rows or more have it and it"
                            + " contains no name, title, possessive, date, long number, postcode or address.")
                    .formatted(PersonalText.LEAST_ROWS));
        }
        return lines;
    }

    /** Returns a line for each required input without a file, and for each required field without a column. */
    public List<String> missing() {
        List<String> missing = new ArrayList<>();
        for (Contract contract : Inputs.ALL) {
            Optional<InputProposal> found = proposal.input(contract.input());
            if (found.isPresent()) {
                found.get().withoutColumn().stream()
                        .filter(Field::isRequired)
                        .forEach(field -> missing.add("Missing: %s.%s%s"
                                .formatted(contract.input(), field.name(), closest(found.get(), field))));
            } else if (contract.isRequired() && !proposal.recognised().containsValue(contract.input())) {
                missing.add("Missing: no file resembles %s. It needs the columns %s."
                        .formatted(contract.input(), String.join(", ", contract.requiredFields())));
            }
        }
        return missing;
    }

    private static String closest(InputProposal input, Field field) {
        return input.closest(field)
                .map(name -> " (the closest column is '%s')".formatted(PersonalText.shownHeader(name)))
                .orElse("");
    }

    /**
     * Returns the commands that copy the extracts to names of inputs in another folder, and then check and run them.
     *
     * @param launcher the path of the program
     */
    public List<String> nextSteps(Path folder, Path mapping, Path launcher) {
        String options = proposal.inputs().stream()
                .map(input -> " --mapping %s=%s".formatted(input.contract().input(), quoted(mapping.toString())))
                .collect(Collectors.joining());
        List<List<String>> pairs = pairs();
        boolean isNamed = pairs.stream().allMatch(pair -> isNamed(folder, Path.of(pair.get(0)), pair.get(1)));
        Path absolute = folder.toAbsolutePath().normalize();
        Path renamed = (folder.endsWith(".") || folder.endsWith("..") ? absolute : folder)
                .resolveSibling(absolute.getFileName() + "-renamed");
        String source = quoted((isNamed ? folder : renamed).toString());
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add("The mapping is in %s. Decide the lines that begin with #, then run these commands:"
                .formatted(mapping));
        lines.addAll(isNamed ? List.of() : copies(pairs, renamed));
        String program = "  " + quoted(launcher.toString());
        lines.add(program + " check --input " + source + options);
        lines.add(program + " run --input " + source + " --lake lake --packs packs" + options);
        lines.add("The last two need the environment variable MARKET_SHAPING_KEY: at least 32 bytes, the same for every"
                + " run.");
        return lines;
    }

    private static List<String> copies(List<List<String>> pairs, Path target) {
        List<String> commands = new ArrayList<>();
        commands.add("  mkdir " + quoted(target.toString()));
        for (List<String> pair : pairs) {
            Path file = Path.of(pair.get(0));
            boolean isOne = pairs.stream()
                            .filter(other -> other.get(1).equals(pair.get(1)))
                            .count()
                    == 1;
            String extension =
                    file.getFileName().toString().substring(FileKind.stem(file).length());
            String copy = quoted(
                    target.resolve(pair.get(1) + (isOne ? extension : "")).toString());
            commands.add((isOne ? "" : "  mkdir -p " + copy + "\n") + "  cp " + quoted(pair.get(0)) + " " + copy);
        }
        return commands.stream().flatMap(String::lines).distinct().toList();
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

    /** Returns the name of a file, which is the user's own and not content of an extract. */
    static String shown(Path file) {
        return file.getFileName().toString();
    }

    private static String quoted(String text) {
        return PLAIN.matcher(text).matches() ? text : "'" + text.replace("'", "'\\''") + "'";
    }
}
