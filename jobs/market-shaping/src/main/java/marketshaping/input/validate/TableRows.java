package marketshaping.input.validate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.BiConsumer;
import marketshaping.input.mapping.RowTranslator;
import marketshaping.input.mapping.TextRow;
import marketshaping.input.source.ExtractFile;
import marketshaping.input.source.ExtractFiles;
import marketshaping.input.source.SourceRow;
import marketshaping.model.contract.Contract;
import marketshaping.model.contract.Field;
import marketshaping.model.problem.Finding;
import marketshaping.model.problem.Problems;
import marketshaping.model.problem.UserProblem;

/** Streams the rows of one table below its header, as text by column. */
public final class TableRows {
    private final FileOfInput file;
    private final int fileNumber;
    private final int width;
    private final int[] positions;
    private final boolean[] isIdentifier;
    private final Collection<String> required;
    private final int datePosition;
    private final SwappedDates swapped;
    private final UnusedCodes unusedCodes;
    private long rows;
    private boolean isFirst = true;

    /**
     * The result of reading a table to its end.
     *
     * @param rowsRead the number of rows below the header, including blank ones
     * @param blank the number of blank rows among them
     */
    public record Read(long rowsRead, long blank, List<Finding> findings, List<UnusedCodes> unusedCodes) {

        Read(long rowsRead, long blank, List<Finding> findings) {
            this(rowsRead, blank, findings, List.of());
        }

        /** Returns findings about codes of the mapping that none of the tables contains. */
        public static List<Finding> unusedCodes(Contract contract, List<Read> tables) {
            return UnusedCodes.findings(
                    contract,
                    tables.stream()
                            .flatMap(table -> table.unusedCodes().stream())
                            .toList());
        }
    }

    private TableRows(Contract contract, FileOfInput file, int fileNumber) {
        this.file = file;
        this.fileNumber = fileNumber;
        Header header = file.header();
        width = header.cells().size();
        required = file.choice().input().required(contract);
        List<String> columns = RowTranslator.columns(contract, file.choice().input());
        positions = columns.stream()
                .mapToInt(column -> header.positions().getOrDefault(column, -1))
                .toArray();
        isIdentifier = new boolean[columns.size()];
        for (int i = 0; i < contract.fields().size(); i++) {
            isIdentifier[i] = RowViolation.isIdentifier(contract.fields().get(i).type());
        }
        datePosition = contract.fields().stream()
                .filter(field -> RowViolation.isDate(field.type()) && field.isRequired())
                .map(Field::name)
                .mapToInt(name -> header.positions().getOrDefault(name, -1))
                .filter(position -> position >= 0)
                .findFirst()
                .orElse(-1);
        swapped = new SwappedDates(contract, header);
        unusedCodes = new UnusedCodes(contract, file);
    }

    /**
     * Reads a table.
     *
     * @param fileNumber the position of the table in the extract, from 0
     * @param rows receives each row that contains text, as read and as text by column
     * @throws UserProblem if the table is refused
     */
    public static Read read(Contract contract, FileOfInput file, int fileNumber, BiConsumer<SourceRow, TextRow> rows) {
        TableRows reader = new TableRows(contract, file, fileNumber);
        return ExtractScanner.reading(file.path(), () -> {
            try (ExtractFile extract = ExtractFiles.open(file.path())) {
                long last = extract.read(file.table(), row -> {
                    reader.add(row, rows);
                    return true;
                });
                reader.swapped.refuse(file.name());
                long rowsRead = Math.max(last - file.header().row(), 0);
                return new Read(
                        rowsRead,
                        rowsRead - reader.rows,
                        extract.findings().stream()
                                .map(finding -> finding.in(contract.input()))
                                .toList(),
                        List.of(reader.unusedCodes));
            }
        });
    }

    private void add(SourceRow row, BiConsumer<SourceRow, TextRow> consumer) {
        if (row.number() <= file.header().row()) {
            return;
        }
        rows++;
        String[] texts = new String[positions.length];
        for (int i = 0; i < texts.length; i++) {
            if (positions[i] >= 0) {
                String text = isIdentifier[i] ? ShownIdentifier.of(row, positions[i]) : row.cell(positions[i]);
                texts[i] = text.isEmpty() ? null : text;
            }
        }
        swapped.add(row);
        unusedCodes.add(texts);
        boolean repeatsHeader = file.header().isRepeatedBy(row, required) || isFirst && isUnits(row);
        isFirst = false;
        consumer.accept(row, new TextRow(fileNumber, row.number(), texts, row.width() > width, repeatsHeader));
    }

    /**
     * Returns true if the row below the header contains units or descriptions of the columns: it has a text in the first
     * required date column, and no digit anywhere.
     */
    private boolean isUnits(SourceRow row) {
        return datePosition >= 0
                && !row.cell(datePosition).isEmpty()
                && !CellParsers.isNullWord(marketshaping.model.contract.Type.DATE, row.cell(datePosition))
                && row.cells().stream().noneMatch(cell -> cell.chars().anyMatch(Character::isDigit));
    }

    /**
     * Counts true dates and day-first texts per date column, to find columns that a spreadsheet program swapped in part. An
     * export of such a column as text has true dates in ISO format.
     */
    private static final class SwappedDates {
        /** With five of each, the pattern arises by chance in fewer than one of a thousand columns. */
        private static final int LEAST = 5;

        /** The share of dates that may be exceptions. Of dates as they occur, three in five have a day over 12. */
        private static final double FEW = 0.1;

        private static final int MONTHS = 12;

        private record Column(String name, int position) {}

        private final List<Column> columns = new ArrayList<>();
        private final int[] dates;
        private final int[] laterDates;
        private final int[] texts;
        private final int[] earlierTexts;

        SwappedDates(Contract contract, Header header) {
            for (Field field : contract.fields()) {
                if (RowViolation.isDate(field.type()) && header.positions().containsKey(field.name())) {
                    columns.add(new Column(field.name(), header.positions().get(field.name())));
                }
            }
            dates = new int[columns.size()];
            laterDates = new int[columns.size()];
            texts = new int[columns.size()];
            earlierTexts = new int[columns.size()];
        }

        void add(SourceRow row) {
            for (int i = 0; i < dates.length; i++) {
                int position = columns.get(i).position();
                if (row.isDate(position) || DateText.isIso(row.cell(position))) {
                    dates[i]++;
                    laterDates[i] += DateText.day(row.cell(position)) > MONTHS ? 1 : 0;
                } else if (DateText.isDayFirst(row.cell(position))) {
                    texts[i]++;
                    earlierTexts[i] += DateText.day(row.cell(position)) <= MONTHS ? 1 : 0;
                }
            }
        }

        /**
         * Throws a problem if true dates hardly ever have a day over 12, and day-first texts hardly ever have an earlier
         * one. Dates typed after the swap may be right.
         */
        void refuse(String file) {
            for (int i = 0; i < dates.length; i++) {
                boolean isEnough = dates[i] >= LEAST && texts[i] >= LEAST;
                if (isEnough && laterDates[i] <= FEW * dates[i] && earlierTexts[i] <= FEW * texts[i]) {
                    throw Problems.datesSwapped(file, columns.get(i).name(), dates[i], texts[i]);
                }
            }
        }
    }
}
