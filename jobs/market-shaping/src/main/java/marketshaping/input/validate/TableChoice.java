package marketshaping.input.validate;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import marketshaping.input.mapping.Mappings;
import marketshaping.input.source.ExtractFile;
import marketshaping.input.source.ExtractTable;
import marketshaping.input.source.SheetNames;
import marketshaping.input.source.SourceRow;
import marketshaping.model.contract.Contract;

/**
 * The tables of a file that contain rows of an input. A table is chosen by its header, and by its name only among
 * several with a header. Further visible tables with the same header are read too: some report writers put each page on
 * a worksheet of its own.
 *
 * @param chosen the tables to read, the best first; empty if no visible table has a header
 * @param others the tables that contain text and are not read
 */
record TableChoice(List<Candidate> chosen, List<ExtractTable> others) {

    /** A table with a header of the input. */
    record Candidate(ExtractTable table, Header header, Mappings.Choice mapping) {}

    /** Chooses the mapping of a table by the cells of its first rows. */
    interface MappingChoice {
        Mappings.Choice of(List<List<String>> head);
    }

    static TableChoice of(Contract contract, SheetNames names, MappingChoice mappings, ExtractFile file)
            throws IOException {
        List<Candidate> candidates = new ArrayList<>();
        List<ExtractTable> withText = new ArrayList<>();
        for (ExtractTable table : file.tables()) {
            List<SourceRow> head = head(file, table, ExtractFile.HEAD_ROWS);
            if (!head.isEmpty()) {
                withText.add(table);
            }
            if (table.isVisible()) {
                candidate(contract, mappings, table, head).ifPresent(candidates::add);
            }
        }
        Optional<Candidate> best = candidates.stream()
                .max(Comparator.comparing((Candidate candidate) -> isComplete(contract, candidate))
                        .thenComparing(candidate -> names.fit(candidate.table().name()))
                        .thenComparing(
                                candidate -> candidate.header().positions().size())
                        .thenComparing(candidate -> -candidate.table().position()));
        List<Candidate> chosen = new ArrayList<>();
        best.ifPresent(chosen::add);
        best.ifPresent(first -> candidates.stream()
                .filter(candidate ->
                        !candidate.equals(first) && candidate.header().hasColumnsOf(first.header()))
                .forEach(chosen::add));
        withText.removeAll(chosen.stream().map(Candidate::table).toList());
        return new TableChoice(chosen, withText);
    }

    private static boolean isComplete(Contract contract, Candidate candidate) {
        return candidate
                .header()
                .missing(candidate.mapping().input().required(contract))
                .isEmpty();
    }

    private static Optional<Candidate> candidate(
            Contract contract, MappingChoice mappings, ExtractTable table, List<SourceRow> head) {
        Mappings.Choice choice = mappings.of(head.stream().map(SourceRow::cells).toList());
        return Header.find(contract, choice.input().names(), choice.input().required(contract), head)
                .map(header -> new Candidate(table, header, choice));
    }

    /** Returns the first rows of a table with a row number up to a limit. */
    static List<SourceRow> head(ExtractFile file, ExtractTable table, int rows) throws IOException {
        List<SourceRow> head = new ArrayList<>();
        file.read(table, row -> {
            if (row.number() <= rows) {
                head.add(row);
            }
            return row.number() < rows;
        });
        return head;
    }
}
