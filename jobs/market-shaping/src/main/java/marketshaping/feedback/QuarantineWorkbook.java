package marketshaping.feedback;

import static org.apache.spark.sql.functions.array_join;
import static org.apache.spark.sql.functions.col;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import marketshaping.engine.Storage;
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
 * A workbook of the quarantined rows, by input, file and rule, for the people who fix them. It contains data about
 * individual people, so it is stored in the lake and only the owner of the file can read it.
 */
public final class QuarantineWorkbook {
    private static final String FILE = "quarantine.xlsx";
    /** The marker file, which exists while the workbook may differ from the quarantine table in the lake. */
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

    public static Path path(Path lake) {
        return lake.resolve(FILE);
    }

    /**
     * Marks the workbook as outdated. Call this method before changing the quarantine table. If this run is then
     * killed, the next run updates the workbook.
     */
    public void markOutdated() {
        try {
            Storage.write(outdated(), "");
        } catch (IOException e) {
            throw Problems.cannotWrite(outdated(), e.toString());
        }
    }

    /**
     * If the workbook is outdated, rewrites it from the quarantine table, or deletes it if no row is quarantined.
     *
     * @param notes the commit notes by input
     */
    public void bringUpToDate(Map<String, CommitNote> notes) {
        if (Storage.exists(outdated())) {
            try {
                replace(notes);
                Storage.delete(outdated());
            } catch (IOException e) {
                throw Problems.cannotWrite(path(root()), e.toString());
            }
        }
    }

    private void replace(Map<String, CommitNote> notes) throws IOException {
        Path file = path(root());
        List<Contract> broken = Inputs.ALL.stream()
                .filter(contract -> notes.containsKey(contract.input()) && quarantined(notes.get(contract.input())) > 0)
                .toList();
        if (broken.isEmpty()) {
            Storage.delete(file);
            return;
        }
        List<RowsSheet> sheets = broken.stream()
                .map(contract -> sheet(contract, quarantined(notes.get(contract.input()))))
                .toList();
        // The workbook is written in the staging folder first, because the next run deletes partial files there.
        Path staging = Lake.staging(root());
        Storage.createFolder(staging);
        Path whole = staging.resolve(FILE);
        RowsWorkbook.write(about(broken, notes), sheets, whole);
        Storage.move(whole, file);
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
                        .under("Classification", List.of(CLASSIFICATION + ": it is about individual people."))
                        .under(
                                "What this is",
                                List.of(
                                        "These rows of the extracts violate a rule, so no figure counts them. Fix the"
                                                + " rows in the source system and send the extract again.",
                                        "The worksheet Rules explains how to fix each violation. Each worksheet after"
                                                + " it contains the rows of one input, grouped by file and rule.",
                                        "People's identifiers are hashed: each person has the same hash in all rows."
                                                + " Dates of birth are hidden. If a row has more cells than the header,"
                                                + " or its cells are shifted, all its cells are hidden."))
                        .toList());
        TableSheet table = new TableSheet(
                "Rules",
                TITLE,
                "Rule violations",
                "A row that violates several rules is counted under each.",
                List.of(),
                new Table("rules", "Rule violations", columns, rules, ""),
                List.of());
        return new Workbook(TITLE, council, asAt, WorkbookAudience.DESK, CLASSIFICATION, List.of(cover, table));
    }

    private RowsSheet sheet(Contract contract, long rows) {
        List<RowsSheet.Heading> headings = new ArrayList<>(List.of(
                new RowsSheet.Heading("file", FILE_WIDTH),
                new RowsSheet.Heading("row", CELL_WIDTH / 2, RowsSheet.CellKind.NUMBERS),
                new RowsSheet.Heading("rules", RULES_WIDTH)));
        contract.fields().forEach(field -> headings.add(heading(field.name())));
        String more = rows > MOST_ROWS
                ? " This worksheet contains the first %,d of %,d rows. The table quarantine in the lake contains all."
                        .formatted(MOST_ROWS, rows)
                : "";
        return new RowsSheet(
                contract.input(),
                "Quarantined rows of " + contract.input(),
                "Row numbers start at 1 and include rows above the header. Columns have their canonical names." + more,
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
            private int returned;

            @Override
            public boolean hasNext() {
                return returned < MOST_ROWS && rows.hasNext();
            }

            @Override
            public List<Object> next() {
                returned++;
                return cells(contract, rows.next());
            }
        };
    }

    private static List<Object> cells(Contract contract, Row row) {
        Map<String, String> original = FailingRowSamples.cells(row.getAs("text"));
        List<Object> cells = new ArrayList<>(List.of(
                row.<String>getAs("file"),
                row.<Long>getAs("row"),
                String.join("; ", row.<String>getList(row.fieldIndex("rules")))));
        for (Field field : contract.fields()) {
            cells.add(original.isEmpty() ? "(hidden)" : original.getOrDefault(field.name(), ""));
        }
        return cells;
    }
}
