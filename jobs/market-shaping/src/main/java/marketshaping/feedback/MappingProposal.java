package marketshaping.feedback;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import marketshaping.engine.Storage;
import marketshaping.input.mapping.Mappings;
import marketshaping.input.source.ExtractFile;
import marketshaping.input.source.ExtractFiles;
import marketshaping.input.source.ExtractTable;
import marketshaping.input.source.FileKind;
import marketshaping.input.source.SourceRow;
import marketshaping.input.validate.Header;
import marketshaping.model.contract.Contract;
import marketshaping.model.contract.Inputs;
import marketshaping.model.problem.Problems;
import marketshaping.model.problem.UserProblem;

/**
 * A proposal for a mapping of the extracts in a folder, whatever their names.
 *
 * @param inputs the proposals in the order of the inputs
 * @param recognised files that the product reads without a new mapping, with their input
 * @param others files in which no input was recognised, with the reason
 */
public record MappingProposal(List<InputProposal> inputs, Map<Path, String> recognised, Map<Path, String> others) {
    private static final double LEAST_SCORE = 1;
    private static final int LEAST_PUBLISHED = 3;

    /** Inputs that councils export from their own systems. The others are published files in a fixed format. */
    private static final Set<String> EXPORTED = Set.of(
            "placements",
            "contracts",
            "brokering",
            "brokering_pauses",
            "framework_memberships",
            "framework_lots",
            "visits",
            "payments");

    public MappingProposal {
        inputs = List.copyOf(inputs);
    }

    /**
     * Reads all files of a folder and of the folders in it.
     *
     * @throws UserProblem if the folder doesn't exist or can't be listed
     */
    public static MappingProposal of(Path folder) {
        Reader reader = new Reader();
        for (Path file : files(folder)) {
            try (ExtractFile extract = ExtractFiles.open(file)) {
                reader.read(file, extract);
            } catch (UserProblem problem) {
                reader.others.put(file, problem.messages().get(0));
            } catch (IOException e) {
                reader.others.put(
                        file,
                        Problems.inputUnreadable(file, e.toString()).messages().get(0));
            }
        }
        return reader.proposal();
    }

    private static List<Path> files(Path folder) {
        if (!Storage.isFolder(folder)) {
            throw Problems.inputFolderMissing(folder);
        }
        try {
            List<Path> files = new ArrayList<>();
            for (Path path : Storage.list(folder)) {
                List<Path> children = Storage.isFolder(path) && !isIgnored(path) ? Storage.list(path) : List.of(path);
                children.stream()
                        .filter(file ->
                                Storage.isFile(file) && !isIgnored(file) && FileKind.of(file) != FileKind.UNKNOWN)
                        .sorted()
                        .forEach(files::add);
            }
            return files;
        } catch (IOException e) {
            throw Problems.inputUnreadable(folder, e.toString());
        }
    }

    private static boolean isIgnored(Path path) {
        String name = path.getFileName().toString();
        return name.startsWith(".") || name.startsWith("~$");
    }

    /** Returns the proposal for an input; empty if no file was recognised as this input. */
    public Optional<InputProposal> input(String name) {
        return inputs.stream()
                .filter(input -> input.contract().input().equals(name))
                .findFirst();
    }

    private static final class Reader {
        private final Mappings shipped = Mappings.of(Map.of());
        private final Map<List<String>, TableProfile> tables = new LinkedHashMap<>();
        private final Map<Path, String> recognised = new LinkedHashMap<>();
        private final Map<Path, String> others = new LinkedHashMap<>();

        void read(Path file, ExtractFile extract) throws IOException {
            List<ExtractTable> visible =
                    extract.tables().stream().filter(ExtractTable::isVisible).toList();
            for (ExtractTable table : visible) {
                List<SourceRow> head = new ArrayList<>();
                extract.read(table, row -> {
                    head.add(row);
                    return row.number() < ExtractFile.HEAD_ROWS;
                });
                Optional<String> published = published(head);
                Optional<SourceRow> header = TableProfile.header(head);
                if (published.isPresent()) {
                    recognised.put(file, published.get());
                } else if (header.isPresent()) {
                    TableProfile profile =
                            tables.computeIfAbsent(header.get().cells(), cells -> TableProfile.of(header.get()));
                    profile.add(
                            new TableProfile.Source(
                                    file,
                                    table.name(),
                                    visible.size() == 1,
                                    header.get().number()),
                            extract,
                            table);
                } else {
                    others.put(file, "it has no header row");
                }
            }
        }

        /** Returns the input that the product recognises by its published header. */
        private Optional<String> published(List<SourceRow> head) {
            List<List<String>> cells = head.stream().map(SourceRow::cells).toList();
            for (Contract contract : Inputs.ALL) {
                Mappings.Choice choice = shipped.forFile(contract.input(), cells);
                List<String> required = choice.input().required(contract);
                boolean isPublished = !EXPORTED.contains(contract.input())
                        || !choice.mapping().name().equals(Mappings.CANONICAL);
                if (isPublished
                        && Header.find(contract, choice.input().names(), required, head)
                                .filter(header -> header.missing(required).isEmpty())
                                // Some published files have one required column, which others contain as well.
                                .filter(header -> header.positions().size() >= LEAST_PUBLISHED)
                                .isPresent()) {
                    return Optional.of(contract.input());
                }
            }
            return Optional.empty();
        }

        MappingProposal proposal() {
            Map<String, InputProposal> best = new LinkedHashMap<>();
            tables.values().forEach(TableProfile::findDateFormat);
            List<InputProposal> ranked = tables.values().stream()
                    .map(Reader::best)
                    .sorted(Comparator.comparingDouble(InputProposal::score).reversed())
                    .toList();
            for (InputProposal proposal : ranked) {
                String input = proposal.contract().input();
                boolean isTaken = proposal.score() >= LEAST_SCORE && best.putIfAbsent(input, proposal) == null;
                if (!isTaken) {
                    String reason = proposal.score() < LEAST_SCORE
                            ? "its columns resemble no input"
                            : "it resembles " + input + " less than another file";
                    proposal.table().sources().forEach(source -> others.put(source.file(), reason));
                }
            }
            best.values()
                    .forEach(proposal -> proposal.table().sources().forEach(source -> others.remove(source.file())));
            return new MappingProposal(
                    Inputs.names().stream()
                            .filter(best::containsKey)
                            .map(best::get)
                            .toList(),
                    recognised,
                    others);
        }

        private static InputProposal best(TableProfile table) {
            return Inputs.ALL.stream()
                    .filter(contract -> EXPORTED.contains(contract.input()))
                    .map(contract -> InputProposal.of(contract, table))
                    .max(Comparator.comparingDouble(InputProposal::score))
                    .orElseThrow();
        }
    }
}
