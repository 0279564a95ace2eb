package marketshaping.feedback;

import static org.apache.spark.sql.functions.array_join;
import static org.apache.spark.sql.functions.col;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import marketshaping.input.ingest.QuarantineTable;
import marketshaping.lake.CommitNote;
import marketshaping.lake.CommitNote.FileCount;
import marketshaping.lake.Lake;
import marketshaping.model.contract.Contract;
import marketshaping.model.contract.Field;
import marketshaping.model.contract.Inputs;
import marketshaping.model.problem.Problems;
import marketshaping.model.table.Column;
import marketshaping.model.table.Table;
import marketshaping.output.workbook.RowsSheet;
import marketshaping.output.workbook.RowsWorkbook;
import marketshaping.output.workbook.TableSheet;
import marketshaping.output.workbook.TextSheet;
import marketshaping.output.workbook.Workbook;
import marketshaping.output.workbook.WorkbookAudience;
import org.apache.spark.sql.Row;

/**
 * The quarantined rows as a workbook for the people who must mend them, by input, file and rule. It is about single
 * people, so it lies in the lake, and only its owner may read it.
 */
public final class QuarantineWorkbook {
    private static final String FILE = "quarantine.xlsx";
    /** There for as long as the workbook says something else than the lake's table. */
    private static final String OUTDATED = ".quarantine-outdated";

    private static final String CLASSIFICATION = "OFFICIAL-SENSITIVE";
    private static final String TITLE = "Quarantined rows";
    private static final int MOST_ROWS = 100_000;
    private static final int FILE_WIDTH = 30;
    private static final int RULES_WIDTH = 90;
    private static final int CELL_WIDTH = 18;
    private static final int BUTTON_WIDTH = 4;

    private final Lake lake;
    private final String council;
    private final LocalDate asAt;

    public QuarantineWorkbook(Lake lake, String council, LocalDate asAt) {
        this.lake = lake;
        this.council = council;
        this.asAt = asAt;
    }

    public static Path place(Path lake) {
        return lake.resolve(FILE);
    }

    /** To be said before the table changes: whoever is killed then leaves the workbook to the next run. */
    public void outdate() {
        try {
            Files.writeString(outdated(), "");
        } catch (IOException e) {
            throw Problems.cannotWrite(outdated(), e.toString());
        }
    }

    /**
     * Where it is outdated, writes all rows that the lake's table of them holds, or takes the workbook away where there
     * are none.
     *
     * @param notes by input, what became of its rows
     */
    public void bringUpToDate(Map<String, CommitNote> notes) {
        if (Files.exists(outdated())) {
            try {
                replace(notes);
                Files.delete(outdated());
            } catch (IOException e) {
                throw Problems.cannotWrite(place(root()), e.toString());
            }
        }
    }

    private void replace(Map<String, CommitNote> notes) throws IOException {
        Path file = place(root());
        List<Contract> broken = Inputs.ALL.stream()
                .filter(contract -> notes.containsKey(contract.input()) && quarantined(notes.get(contract.input())) > 0)
                .toList();
        if (broken.isEmpty()) {
            Files.deleteIfExists(file);
            return;
        }
        List<RowsSheet> sheets = broken.stream()
                .map(contract -> sheet(contract, quarantined(notes.get(contract.input()))))
                .toList();
        // What is left half written there, the next run clears away.
        Path staging = Files.createDirectories(Lake.staging(root()));
        Path whole = staging.resolve(FILE);
        RowsWorkbook.write(about(broken, notes), sheets, whole);
        Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private Path outdated() {
        return root().resolve(OUTDATED);
    }

    private Path root() {
        return Path.of(lake.root());
    }

    private static long quarantined(CommitNote note) {
        return note.files().stream().mapToLong(FileCount::quarantined).sum();
    }

    private Workbook about(List<Contract> broken, Map<String, CommitNote> notes) {
        List<List<Object>> rules = new ArrayList<>();
        for (Contract contract : broken) {
            for (FileCount file : notes.get(contract.input()).files()) {
                new TreeMap<>(file.rules())
                        .forEach((rule, rows) -> rules.add(
                                List.of(contract.input(), file.file(), rule, rows, Remedies.of(contract, rule))));
            }
        }
        List<Column> columns = List.of(
                Column.dimension("input"),
                Column.dimension("file"),
                Column.dimension("rule"),
                Column.countOfThings("rows"),
                Column.text("what_to_do"));
        TextSheet cover = new TextSheet(
                "About",
                TITLE,
                "%s, %s".formatted(TITLE, council),
                new TextSheet.Lines()
                        .under("Classification", List.of(CLASSIFICATION + ": it is about single people."))
                        .under(
                                "What this is",
                                List.of(
                                        "Rows of the extracts that no figure counts, because they broke a rule. Mend them"
                                                + " in the system that they come from and send the extract again.",
                                        "The worksheet Rules says what to do about each rule. Each worksheet after it has"
                                                + " the rows of one input, those of one file and one rule together.",
                                        "People's identifiers are hashed: the same hash is the same person. Dates of birth"
                                                + " are hidden; in a row that has more cells than the header, or whose cells"
                                                + " have slipped, all is."))
                        .toList());
        TableSheet table = new TableSheet(
                "Rules",
                TITLE,
                "Rules that rows broke",
                "A row that broke several rules is counted under each.",
                List.of(),
                new Table("rules", "Rules that rows broke", columns, rules, ""),
                List.of());
        return new Workbook(TITLE, council, asAt, WorkbookAudience.DESK, CLASSIFICATION, List.of(cover, table));
    }

    private RowsSheet sheet(Contract contract, long rows) {
        List<RowsSheet.Heading> headings = new ArrayList<>(List.of(
                new RowsSheet.Heading("file", FILE_WIDTH),
                new RowsSheet.Heading("row", CELL_WIDTH / 2, RowsSheet.Over.NUMBERS),
                new RowsSheet.Heading("rules", RULES_WIDTH)));
        contract.fields().forEach(field -> headings.add(heading(field.name())));
        String more = rows > MOST_ROWS
                ? " Only the first %,d of %,d rows are here; all are in the lake's table quarantine."
                        .formatted(MOST_ROWS, rows)
                : "";
        return new RowsSheet(
                contract.input(),
                "Quarantined rows of " + contract.input(),
                "Row is counted from 1 with the rows above the header. Columns have our names." + more,
                headings,
                () -> rows(contract));
    }

    private static RowsSheet.Heading heading(String words) {
        return new RowsSheet.Heading(words, Math.max(CELL_WIDTH, words.length() + BUTTON_WIDTH));
    }

    private Iterator<List<Object>> rows(Contract contract) {
        Iterator<Row> rows = lake.read(QuarantineTable.SHAPE.name())
                .where(col("input").equalTo(contract.input()))
                .orderBy(col("file"), array_join(col("rules"), "; "), col("row"))
                .toLocalIterator();
        return new Iterator<>() {
            private int given;

            @Override
            public boolean hasNext() {
                return given < MOST_ROWS && rows.hasNext();
            }

            @Override
            public List<Object> next() {
                given++;
                return cells(contract, rows.next());
            }
        };
    }

    private static List<Object> cells(Contract contract, Row row) {
        Map<String, String> came = FailingRowSamples.cells(row.getAs("text"));
        List<Object> cells = new ArrayList<>(List.of(
                row.<String>getAs("file"),
                row.<Long>getAs("row"),
                String.join("; ", row.<String>getList(row.fieldIndex("rules")))));
        for (Field field : contract.fields()) {
            cells.add(came.isEmpty() ? "(hidden)" : came.getOrDefault(field.name(), ""));
        }
        return cells;
    }
}
