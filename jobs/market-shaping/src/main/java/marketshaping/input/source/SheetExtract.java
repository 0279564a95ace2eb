package marketshaping.input.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import marketshaping.model.problem.Finding;
import marketshaping.model.problem.Problems;
import marketshaping.model.problem.UserProblem;
import org.apache.commons.io.function.IORunnable;

/** A workbook in any format. A formula is read as its last calculated value. */
abstract class SheetExtract implements ExtractFile {
    private final Path file;
    private final String kind;
    private final int rowLimit;
    private final List<ExtractTable> tables = new ArrayList<>();
    private final List<Finding> fileFindings = new ArrayList<>();
    private final Map<Integer, List<Finding>> tableFindings = new TreeMap<>();

    SheetExtract(Path file, String kind, int rowLimit) {
        this.file = file;
        this.kind = kind;
        this.rowLimit = rowLimit;
    }

    /** Opens the file; closes it if that fails. Exceptions of a parser mean a damaged part. */
    final void open(String part, IORunnable step) throws IOException {
        try {
            step.run();
            if (tables.stream().noneMatch(ExtractTable::isVisible)) {
                throw new IllegalStateException("Every worksheet is hidden");
            }
        } catch (IOException | UserProblem e) {
            close();
            throw e;
        } catch (RuntimeException e) {
            close();
            throw damaged(file, part, e);
        }
    }

    /** Returns the problem of a part that a parser could not read. POI reports zip bombs as input errors. */
    static UserProblem damaged(Path file, String part, Exception e) {
        boolean isBomb = String.valueOf(e.getMessage()).contains("Zip bomb");
        return isBomb ? Problems.archiveTooLarge(file) : Problems.workbookBroken(file, part);
    }

    /** Passes the rows of a table to the target, until its {@code start} returns false. */
    abstract void read(ExtractTable table, SheetRows rows) throws IOException;

    /** Returns the name of a table for messages about damaged parts. */
    static String part(ExtractTable table) {
        return "sheet " + table.name();
    }

    @Override
    public final long read(ExtractTable table, RowConsumer consumer) throws IOException {
        SheetRows rows = new SheetRows(file, table.name(), rowLimit, Limits.inflated(Files.size(file)), consumer);
        try {
            read(table, rows);
            rows.end();
        } catch (UserProblem e) {
            throw e;
        } catch (RuntimeException e) {
            throw rows.isFrom(e) ? e : damaged(file, part(table), e);
        }
        if (!rows.isStopped()) {
            String name = file.getFileName() + (tables.size() > 1 ? " (" + table.name() + ")" : "");
            tableFindings.put(table.position(), rows.findings(name));
        }
        return rows.count();
    }

    final Path file() {
        return file;
    }

    final void add(String sheet, boolean isVisible) {
        tables.add(new ExtractTable(tables.size(), sheet, isVisible));
    }

    final void add(Finding finding) {
        fileFindings.add(finding);
    }

    @Override
    public final List<ExtractTable> tables() {
        return List.copyOf(tables);
    }

    @Override
    public final ReadAs readAs() {
        return new ReadAs(kind, "UTF-8", "");
    }

    @Override
    public final List<Finding> findings() {
        List<Finding> all = new ArrayList<>(fileFindings);
        tableFindings.values().forEach(all::addAll);
        return all;
    }
}
