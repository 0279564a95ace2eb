package marketshaping.feedback;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import marketshaping.testkit.Home;

/** Expected columns and codes of test extracts, compared with a proposal. */
record ExpectedProposals(List<Line> lines) {
    static final Path FOLDER = Home.FOLDER.resolve("jobs/market-shaping/src/test/resources/map");

    /** One expectation: a column, or a code of a value if the code is not empty. */
    record Line(String file, String input, String column, String source, String code) {
        boolean isCode() {
            return !code.isEmpty();
        }
    }

    static ExpectedProposals read(String file) throws IOException {
        List<Line> lines = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(FOLDER.resolve(file))) {
            rows.forEach(row -> lines.add(new Line(
                    row.getField("file"),
                    row.getField("input"),
                    row.getField("column"),
                    row.getField("source"),
                    row.getField("code"))));
        }
        return new ExpectedProposals(lines);
    }

    ExpectedProposals of(String file) {
        return new ExpectedProposals(
                lines.stream().filter(line -> line.file().equals(file)).toList());
    }

    Set<String> files() {
        return new TreeSet<>(lines.stream().map(Line::file).toList());
    }

    List<Line> columns() {
        return lines.stream().filter(line -> !line.isCode()).toList();
    }

    List<Line> codes() {
        return lines.stream().filter(Line::isCode).toList();
    }

    /** Returns the expectations that a proposal does not meet. */
    static List<Line> missed(List<Line> expected, MappingProposal proposal) {
        return expected.stream().filter(line -> !isMet(line, proposal)).toList();
    }

    /** Returns the proposed columns that are not expected, as text. */
    List<String> unexpected(MappingProposal proposal) {
        List<String> found = new ArrayList<>();
        for (InputProposal input : proposal.inputs()) {
            for (ColumnProposal column : input.columns()) {
                boolean isExpected = columns().stream()
                        .anyMatch(line -> line.input().equals(input.contract().input())
                                && line.column().equals(column.field().name()));
                if (!isExpected) {
                    found.add("%s: %s"
                            .formatted(column.field().name(), column.column().header()));
                }
            }
        }
        return found;
    }

    private static boolean isMet(Line line, MappingProposal proposal) {
        Optional<ColumnProposal> column = proposal.input(line.input()).stream()
                .flatMap(input -> input.columns().stream())
                .filter(one -> one.field().name().equals(line.column()))
                .findFirst();
        return line.isCode()
                ? column.stream()
                        .flatMap(one -> one.codes().stream())
                        .anyMatch(code -> code.value().equals(line.source())
                                && code.code().equals(line.code()))
                : column.filter(one -> one.column().header().equals(line.source()))
                        .isPresent();
    }
}
