package marketshaping.input.validate;

import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.zip.ZipException;
import marketshaping.engine.Storage;
import marketshaping.input.mapping.InputMapping;
import marketshaping.input.mapping.Mapping;
import marketshaping.input.mapping.Mappings;
import marketshaping.input.mapping.SourceTable;
import marketshaping.input.source.ExtractFile;
import marketshaping.input.source.ExtractFiles;
import marketshaping.input.source.ExtractTable;
import marketshaping.input.source.SheetNames;
import marketshaping.model.contract.Contract;
import marketshaping.model.problem.Finding;
import marketshaping.model.problem.FindingKind;
import marketshaping.model.problem.Problems;
import marketshaping.model.problem.UserProblem;

/** Finds the tables, headers and mappings of an input's files. It reads only the start of the tables of an input. */
public final class ExtractScanner {
    /** The rows of an unread table that are counted. Counting all could take as long as reading the extract. */
    private static final int COUNTED_ROWS = 100_000;

    private final Mappings mappings;
    private final Set<String> confirmedAbsent;
    private final Function<Path, String> sha256;

    /**
     * Creates a scanner for one run.
     *
     * @param confirmedAbsent columns that the user confirmed to be missing, such as {@code placements.end_date}
     * @param sha256 returns the SHA-256 of a file
     */
    public ExtractScanner(Mappings mappings, Set<String> confirmedAbsent, Function<Path, String> sha256) {
        this.mappings = mappings;
        this.confirmedAbsent = Set.copyOf(confirmedAbsent);
        this.sha256 = sha256;
    }

    /**
     * Scans one file.
     *
     * @return the tables to read; there is at least one
     * @throws UserProblem if the file or its header is refused; it lists all errors of the header
     */
    public List<FileOfInput> scan(Contract contract, Path path) {
        SheetNames names = new SheetNames(contract.input(), mappings.sheets(contract.input()));
        String name = path.getFileName().toString();
        return scan(contract, path, name, names, head -> mappings.forFile(contract.input(), head));
    }

    /**
     * Scans one file of a source system's table.
     *
     * @throws UserProblem if the file or its header is refused; it lists all errors of the header
     */
    public List<FileOfInput> scan(SourceTable table, Mapping mapping, Path path) {
        Mappings.Choice choice =
                new Mappings.Choice(mapping, InputMapping.ofColumns(table.names()), Mappings.Reason.CHOSEN, "");
        return scan(
                table.contract(),
                path,
                mapping.name() + "/" + path.getFileName(),
                new SheetNames(table.name(), List.of()),
                head -> choice);
    }

    private List<FileOfInput> scan(
            Contract contract, Path path, String name, SheetNames names, TableChoice.MappingChoice mapping) {
        return reading(path, () -> {
            try (ExtractFile file = ExtractFiles.open(path)) {
                TableChoice choice = TableChoice.of(contract, names, mapping, file);
                if (choice.chosen().isEmpty()) {
                    throw Problems.noHeader(name, mapping.of(List.of()).input().required(contract));
                }
                return files(contract, path, name, choice, file);
            }
        });
    }

    private List<FileOfInput> files(Contract contract, Path path, String name, TableChoice choice, ExtractFile file)
            throws IOException {
        List<String> others = choice.others().stream().map(ExtractTable::name).toList();
        boolean isOneOfSeveral = choice.chosen().size() > 1;
        List<FileOfInput> tables = new ArrayList<>();
        for (TableChoice.Candidate candidate : choice.chosen()) {
            String shownName =
                    isOneOfSeveral ? "%s (%s)".formatted(name, candidate.table().name()) : name;
            List<Finding> findings = new ArrayList<>();
            if (tables.isEmpty()) {
                requireUsable(contract, name, candidate);
                for (ExtractTable other : choice.others()) {
                    findings.add(unread(contract, name, file, other));
                }
                findings.addAll(unreadColumns(contract, name, candidate.header().unknown()));
                findings.addAll(
                        AbsentColumns.of(contract, candidate, confirmedAbsent).requireConfirmed(name, file));
            }
            tables.add(new FileOfInput(
                    shownName,
                    path,
                    sha256.apply(path),
                    Storage.bytes(path),
                    candidate.table(),
                    file.readAs(),
                    candidate.header(),
                    candidate.mapping(),
                    tables.isEmpty() ? others : List.of(),
                    findings));
        }
        return tables;
    }

    /** Throws a problem that lists all errors of a header. */
    private static void requireUsable(Contract contract, String name, TableChoice.Candidate candidate) {
        Header header = candidate.header();
        List<UserProblem> problems = new ArrayList<>();
        List<String> missing = header.missing(candidate.mapping().input().required(contract));
        if (!missing.isEmpty()) {
            problems.add(Problems.columnsMissing(
                    name,
                    header.row(),
                    missing.stream()
                            .map(column -> header.closest(column)
                                    .map(cell -> "%s (closest column: %s)".formatted(column, cell))
                                    .orElse(column))
                            .toList(),
                    header.positions().keySet().stream().sorted().toList()));
        }
        header.twice().forEach(column -> problems.add(Problems.columnTwice(name, header.row(), column)));
        if (!problems.isEmpty()) {
            throw Problems.together(problems);
        }
    }

    private static Finding unread(Contract contract, String name, ExtractFile file, ExtractTable table)
            throws IOException {
        AtomicLong rows = new AtomicLong();
        boolean isWhole;
        try {
            file.read(table, row -> rows.incrementAndGet() < COUNTED_ROWS);
            isWhole = rows.get() < COUNTED_ROWS;
        } catch (UserProblem fault) {
            // A table that is not needed does not stop the others.
            isWhole = false;
        }
        return Finding.ofFile(
                        table.isVisible() ? FindingKind.SHEET_UNREAD : FindingKind.SHEET_HIDDEN,
                        name,
                        rows.get(),
                        "%s (%,d rows%s)".formatted(table.name(), rows.get(), isWhole ? "" : " or more"))
                .in(contract.input());
    }

    private static List<Finding> unreadColumns(Contract contract, String name, List<String> columns) {
        return columns.isEmpty()
                ? List.of()
                : List.of(Finding.ofFile(FindingKind.COLUMNS_UNREAD, name, columns.size(), String.join(", ", columns))
                        .in(contract.input()));
    }

    /** Work that reads a file. */
    interface Reading<T> {
        T result() throws IOException;
    }

    /** Does the work, and converts errors of the file to problems of the user. */
    static <T> T reading(Path path, Reading<T> work) {
        try {
            return work.result();
        } catch (CharacterCodingException e) {
            throw Problems.encodingBroken(path);
        } catch (ZipException | EOFException e) {
            throw Problems.archiveBroken(path);
        } catch (IOException e) {
            throw Problems.inputUnreadable(path, e.toString());
        }
    }
}
