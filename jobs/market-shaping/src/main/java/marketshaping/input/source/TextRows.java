package marketshaping.input.source;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.btrim;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.contains;
import static org.apache.spark.sql.functions.from_csv;
import static org.apache.spark.sql.functions.get;
import static org.apache.spark.sql.functions.input_file_block_start;
import static org.apache.spark.sql.functions.input_file_name;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.monotonically_increasing_id;
import static org.apache.spark.sql.functions.nullif;
import static org.apache.spark.sql.functions.raise_error;
import static org.apache.spark.sql.functions.split;
import static org.apache.spark.sql.functions.trim;
import static org.apache.spark.sql.functions.when;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import marketshaping.model.problem.Problems;
import marketshaping.model.problem.UserProblem;
import org.apache.spark.Partition;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.execution.datasources.FilePartition;
import org.apache.spark.sql.execution.datasources.PartitionedFile;
import org.apache.spark.sql.internal.SQLConf;

/**
 * Reads the rows of text files in parallel, each with its record number in the file.
 *
 * <p>Grain: one row per record below the header, including blank records. Columns:
 *
 * <ul>
 *   <li>{@code _file}: the number of the file, from {@link Part};
 *   <li>{@code _row}: the record number in the file, from 1, including titles and header;
 *   <li>{@code _line}: the text of the record;
 *   <li>{@code _ragged}: true if the record has text beyond the header's columns;
 *   <li>{@code c0}, {@code c1} and so on: the trimmed text of each header column; null if empty or missing.
 * </ul>
 */
public final class TextRows {
    /**
     * The number of bits for the line number in the ids of {@code monotonically_increasing_id}. The higher bits contain
     * the partition number.
     */
    private static final int ID_BITS = 33;

    private final SparkSession spark;

    public TextRows(SparkSession spark) {
        this.spark = spark;
    }

    /**
     * One of the files that are read together.
     *
     * @param number the value of {@code _file}
     * @param headerRow the record number of the header, from 1; 0 for a file without one
     */
    public record Part(int number, TextFile text, int headerRow) {}

    /**
     * Reads files with the same separator and column order. It starts no Spark job.
     *
     * @param columns the number of columns in the header
     * @throws UserProblem if a file has changed since it was scanned
     */
    public Dataset<Row> read(List<Part> parts, int columns) {
        String[] paths = parts.stream().map(part -> "file://" + absolute(part)).toArray(String[]::new);
        parts.forEach(part -> requireUnchanged(part.text()));
        Dataset<Row> lines = spark.read().text(paths);
        return cut(isReadByOneTask(parts) ? numbered(lines, parts.get(0)) : numbered(lines, parts), parts, columns);
    }

    /** Returns the path in the form that Spark reports. */
    private static Path absolute(Part part) {
        return part.text().path().toAbsolutePath().normalize();
    }

    private static void requireUnchanged(TextFile text) {
        try {
            if (Files.size(text.path()) != text.bytes()) {
                throw Problems.inputChanged(text.path());
            }
        } catch (IOException e) {
            throw Problems.inputUnreadable(text.path(), e.toString());
        }
    }

    /** Returns true for a single file that Spark does not split because the file is smaller than the file open cost. */
    private boolean isReadByOneTask(List<Part> parts) {
        SQLConf settings = spark.sessionState().conf();
        return parts.size() == 1
                && parts.get(0).text().bytes()
                        <= Math.min(settings.filesOpenCostInBytes(), settings.filesMaxPartitionBytes());
    }

    private static Dataset<Row> numbered(Dataset<Row> lines, Part part) {
        return lines.select(
                        lit(part.number()).as("_file"),
                        monotonically_increasing_id().plus(1).as("_row"),
                        col("value").as("_line"))
                .where(col("_row").gt(part.headerRow()));
    }

    /** A file split that one task reads, so that its lines have consecutive ids. */
    private record Chunk(long firstId, long firstRow, PartitionedFile split, Part part) {}

    private static Dataset<Row> numbered(Dataset<Row> text, List<Part> parts) {
        Dataset<Row> lines = text.select(
                col("value").as("_line"),
                monotonically_increasing_id().as("_id"),
                input_file_name().as("_path"),
                input_file_block_start().as("_start"));
        List<Chunk> chunks = chunks(lines.rdd().partitions(), parts);
        Column sameChunk = col("_path")
                .equalTo(pick(chunks, chunk -> lit(chunk.split().urlEncodedPath())))
                .and(col("_start")
                        .equalTo(pick(chunks, chunk -> lit(chunk.split().start()))));
        Column row = col("_id").plus(pick(chunks, chunk -> lit(chunk.firstRow() - chunk.firstId())));
        return lines.select(
                        pick(chunks, chunk -> lit(chunk.part().number())).as("_file"),
                        // A cluster that has grown may split the files differently, which would make every row number
                        // wrong.
                        when(sameChunk, row)
                                .otherwise(raise_error(lit("The files were split differently from when their lines"
                                                + " were numbered"))
                                        .cast("bigint"))
                                .as("_row"),
                        pick(chunks, chunk -> lit(chunk.part().headerRow())).as("_header"),
                        col("_line"))
                .where(col("_row").gt(col("_header")))
                .drop("_header");
    }

    /**
     * Returns a column that finds the chunk of a line in a binary search by the line's id, and returns a value of that
     * chunk.
     */
    private static Column pick(List<Chunk> chunks, Function<Chunk, Column> value) {
        if (chunks.size() == 1) {
            return value.apply(chunks.get(0));
        }
        int middle = chunks.size() / 2;
        return when(col("_id").lt(chunks.get(middle).firstId()), pick(chunks.subList(0, middle), value))
                .otherwise(pick(chunks.subList(middle, chunks.size()), value));
    }

    /**
     * Returns the splits in ascending order of their lines' ids. A task reads the splits of a partition in sequence.
     */
    private static List<Chunk> chunks(Partition[] partitions, List<Part> parts) {
        Map<Path, Part> byPath = parts.stream().collect(Collectors.toMap(TextRows::absolute, part -> part));
        Map<Path, NavigableMap<Long, Long>> firstRows = firstRows(partitions);
        List<Chunk> chunks = new ArrayList<>();
        for (Partition partition : partitions) {
            long id = (long) partition.index() << ID_BITS;
            for (PartitionedFile split : ((FilePartition) partition).files()) {
                Path path = Path.of(split.pathUri().getPath());
                Part part = byPath.get(path);
                NavigableMap<Long, Long> rows = firstRows.get(path);
                long firstRow = rows.get(split.start());
                Map.Entry<Long, Long> next = rows.higherEntry(split.start());
                long end = next == null ? part.text().records() + 1 : next.getValue();
                if (end > firstRow) {
                    chunks.add(new Chunk(id, firstRow, split, part));
                    id += end - firstRow;
                }
            }
        }
        return chunks;
    }

    /**
     * Returns the first row of each split, by the start byte of the split. Spark assigns to a split the lines that
     * begin after its first byte, up to the first byte of the next split.
     */
    private static Map<Path, NavigableMap<Long, Long>> firstRows(Partition[] partitions) {
        Map<Path, NavigableMap<Long, Long>> firstRows = new HashMap<>();
        for (Partition partition : partitions) {
            for (PartitionedFile split : ((FilePartition) partition).files()) {
                firstRows
                        .computeIfAbsent(Path.of(split.pathUri().getPath()), path -> new TreeMap<>())
                        .put(split.start(), 1L);
            }
        }
        firstRows.forEach(TextRows::count);
        return firstRows;
    }

    private static void count(Path path, NavigableMap<Long, Long> firstRows) {
        if (firstRows.size() == 1) {
            return;
        }
        try (LineStarts lines = new LineStarts(path)) {
            for (Map.Entry<Long, Long> split : firstRows.tailMap(1L).entrySet()) {
                split.setValue(lines.upTo(split.getKey()) + 1);
            }
        } catch (IOException e) {
            throw Problems.inputUnreadable(path, e.toString());
        }
    }

    private static Dataset<Row> cut(Dataset<Row> numbered, List<Part> parts, int columns) {
        int widest = Math.max(
                columns,
                parts.stream().mapToInt(part -> part.text().widest()).max().orElse(0));
        boolean rareBlanks = parts.stream().anyMatch(part -> part.text().rareBlanks());
        IntFunction<Column> cell =
                i -> rareBlanks ? stripped(get(col("_cells"), lit(i))) : trimmed(get(col("_cells"), lit(i)));
        Column ragged = widest == columns
                ? lit(false)
                : coalesce(IntStream.range(columns, widest).mapToObj(cell).toArray(Column[]::new))
                        .isNotNull();
        return withCells(numbered, parts.get(0).text(), widest)
                .select(Stream.concat(
                                Stream.of(col("_file"), col("_row"), col("_line"), ragged.as("_ragged")),
                                IntStream.range(0, columns)
                                        .mapToObj(i -> cell.apply(i).as("c" + i)))
                        .toArray(Column[]::new));
    }

    /** Splits lines without quotes at their separators, which is much faster than parsing. Most lines have no quote. */
    private static Dataset<Row> withCells(Dataset<Row> lines, TextFile text, int widest) {
        if (!text.kept().isEmpty()) {
            return lines.withColumn("_cells", cutAt(NarrowCopy.SEPARATOR));
        }
        char separator = text.separator().symbol();
        Column[] parsed =
                IntStream.range(0, widest).mapToObj(i -> col("_parsed.c" + i)).toArray(Column[]::new);
        return lines.withColumn("_parsed", when(contains(col("_line"), lit("\"")), parsed(separator, widest)))
                .withColumn(
                        "_cells",
                        when(col("_parsed").isNull(), cutAt(separator)).otherwise(array(parsed)));
    }

    /** Returns a column that splits a line at the separator, which is not a regular expression. */
    private static Column cutAt(char separator) {
        return split(col("_line"), "\\" + separator);
    }

    private static Column parsed(char separator, int widest) {
        String schema =
                IntStream.range(0, widest).mapToObj(i -> "c" + i + " STRING").collect(Collectors.joining(", "));
        Map<String, String> format = Map.of(
                "sep", String.valueOf(separator),
                "quote", "\"",
                "escape", "\"",
                "mode", "PERMISSIVE",
                "ignoreLeadingWhiteSpace", "true",
                "ignoreTrailingWhiteSpace", "true");
        return from_csv(col("_line"), lit(schema), format);
    }

    private static Column trimmed(Column text) {
        return nullif(trim(text), lit(""));
    }

    private static Column stripped(Column text) {
        return nullif(btrim(text, lit(Whitespace.CHARACTERS)), lit(""));
    }
}
