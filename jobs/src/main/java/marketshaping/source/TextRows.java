package marketshaping.source;

import static org.apache.spark.sql.functions.btrim;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.from_csv;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.monotonically_increasing_id;
import static org.apache.spark.sql.functions.nullif;
import static org.apache.spark.sql.functions.raise_error;
import static org.apache.spark.sql.functions.trim;
import static org.apache.spark.sql.functions.when;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import marketshaping.problem.Problems;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * The rows of text files as the engine sees them, read in parallel, each with the number that it has in its file.
 *
 * <p>Grain: one row for each record below the header, blank ones too. Columns: {@code _file} (the number given for the
 * file), {@code _row} (the record's number in the file, from 1, titles and header counted), {@code _line} (its text),
 * {@code _ragged} (whether it has text beyond the header's columns), and {@code c0} and so on for each column of the
 * header: trimmed text, null where empty or missing.
 */
public final class TextRows {
    private final SparkSession spark;

    public TextRows(SparkSession spark) {
        this.spark = spark;
    }

    /**
     * One file of those that are read together.
     *
     * @param number what {@code _file} says
     * @param headerRow the record that holds the header, from 1; 0 for a file without one
     */
    public record Part(int number, TextFile text, int headerRow) {}

    /**
     * Reads files of one separator and one order of columns. Counts the lines in a job of its own unless one task reads
     * them all from one file.
     *
     * @param columns how many the header has
     */
    public Dataset<Row> read(List<Part> parts, int columns) {
        String[] paths = parts.stream()
                .map(part -> "file://" + part.text().path().toAbsolutePath())
                .toArray(String[]::new);
        Dataset<Row> lines = spark.read()
                .text(paths)
                .select(
                        col("value").as("_line"),
                        monotonically_increasing_id().as("_id"),
                        col("_metadata.file_path").as("_path"),
                        col("_metadata.file_block_start").as("_start"));
        Dataset<Row> numbered =
                parts.size() == 1 && isReadByOneTask(parts.get(0).text().path())
                        ? numbered(lines, parts.get(0))
                        : numbered(lines, chunks(lines, parts));
        return cut(numbered, parts, columns);
    }

    /** The engine cuts no file that is smaller than what opening one is reckoned to cost. */
    private boolean isReadByOneTask(Path file) {
        try {
            return Files.size(file) <= (long) spark.sessionState().conf().filesOpenCostInBytes();
        } catch (IOException e) {
            throw Problems.inputUnreadable(file, e.toString());
        }
    }

    private static Dataset<Row> numbered(Dataset<Row> lines, Part part) {
        return lines.select(lit(part.number()).as("_file"), col("_id").plus(1).as("_row"), col("_line"))
                .where(col("_row").gt(part.headerRow()));
    }

    /** A piece of a file that one task reads in one go: its lines have ids without a gap. */
    private record Chunk(long firstId, long firstRow, long start, String path, Part part) {}

    private static Dataset<Row> numbered(Dataset<Row> lines, List<Chunk> chunks) {
        Column sameChunk = col("_path")
                .equalTo(pick(chunks, chunk -> lit(chunk.path())))
                .and(col("_start").equalTo(pick(chunks, chunk -> lit(chunk.start()))));
        Column row = col("_id").plus(pick(chunks, chunk -> lit(chunk.firstRow() - chunk.firstId())));
        return lines.select(
                        pick(chunks, chunk -> lit(chunk.part().number())).as("_file"),
                        // A cluster that grows between two jobs may cut the files anew, and every number would be
                        // wrong.
                        when(sameChunk, row)
                                .otherwise(raise_error(lit("The files were cut into other pieces than when their lines"
                                                + " were counted"))
                                        .cast("bigint"))
                                .as("_row"),
                        pick(chunks, chunk -> lit(chunk.part().headerRow())).as("_header"),
                        col("_line"))
                .where(col("_row").gt(col("_header")))
                .drop("_header");
    }

    /** A value for the chunk that a line's id falls in, found by halving. */
    private static Column pick(List<Chunk> chunks, Function<Chunk, Column> value) {
        if (chunks.size() == 1) {
            return value.apply(chunks.get(0));
        }
        int middle = chunks.size() / 2;
        return when(col("_id").lt(chunks.get(middle).firstId()), pick(chunks.subList(0, middle), value))
                .otherwise(pick(chunks.subList(middle, chunks.size()), value));
    }

    private static List<Chunk> chunks(Dataset<Row> lines, List<Part> parts) {
        Map<Path, Part> byPath = parts.stream()
                .collect(Collectors.toMap(part -> part.text().path().toAbsolutePath(), part -> part));
        List<Row> pieces = lines
                .groupBy("_path", "_start")
                .agg(min("_id").as("_id"), count(lit(1)).as("lines"))
                .collectAsList()
                .stream()
                .sorted(Comparator.comparing((Row piece) -> piece.getString(0))
                        .thenComparing(piece -> piece.getLong(1)))
                .toList();
        Map<Path, Long> rows = new HashMap<>();
        List<Chunk> chunks = new ArrayList<>();
        for (Row piece : pieces) {
            Path path = Path.of(URI.create(piece.getString(0)));
            long before = rows.merge(path, piece.getLong(3), Long::sum) - piece.getLong(3);
            chunks.add(new Chunk(piece.getLong(2), before + 1, piece.getLong(1), piece.getString(0), byPath.get(path)));
        }
        for (Part part : parts) {
            if (rows.getOrDefault(part.text().path().toAbsolutePath(), 0L)
                    != part.text().records()) {
                throw Problems.inputChanged(part.text().path());
            }
        }
        chunks.sort(Comparator.comparingLong(Chunk::firstId));
        return chunks;
    }

    private static Dataset<Row> cut(Dataset<Row> numbered, List<Part> parts, int columns) {
        int widest = Math.max(
                columns,
                parts.stream().mapToInt(part -> part.text().widest()).max().orElse(0));
        String schema =
                IntStream.range(0, widest).mapToObj(i -> "c" + i + " STRING").collect(Collectors.joining(", "));
        Map<String, String> format = Map.of(
                "sep", String.valueOf(parts.get(0).text().separator().symbol()),
                "quote", "\"",
                "escape", "\"",
                "mode", "PERMISSIVE",
                "ignoreLeadingWhiteSpace", "true",
                "ignoreTrailingWhiteSpace", "true");
        boolean rareBlanks = parts.stream().anyMatch(part -> part.text().rareBlanks());
        IntFunction<Column> cell = rareBlanks ? TextRows::strippedCell : TextRows::trimmedCell;
        Column ragged = widest == columns
                ? lit(false)
                : coalesce(IntStream.range(columns, widest).mapToObj(cell).toArray(Column[]::new))
                        .isNotNull();
        return numbered.withColumn("_cells", from_csv(col("_line"), lit(schema), format))
                .select(Stream.concat(
                                Stream.of(col("_file"), col("_row"), col("_line"), ragged.as("_ragged")),
                                IntStream.range(0, columns)
                                        .mapToObj(i -> cell.apply(i).as("c" + i)))
                        .toArray(Column[]::new));
    }

    private static Column trimmedCell(int index) {
        return nullif(trim(col("_cells.c" + index)), lit(""));
    }

    private static Column strippedCell(int index) {
        return nullif(btrim(col("_cells.c" + index), lit(Blanks.CHARACTERS)), lit(""));
    }
}
