package marketshaping.input.ingest;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import marketshaping.input.ingest.ValidatedExtract.FileOfInput;
import marketshaping.input.mapping.Mapping;
import marketshaping.input.source.Separator;
import marketshaping.input.source.TextFile;
import marketshaping.input.source.TextRows;
import marketshaping.input.validate.Header;
import marketshaping.input.validate.RowValidator;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Files that are laid out alike and mean the same by it, which are read together.
 *
 * @param numbers what {@code _file} says for each of the files
 */
record FileGroup(List<FileOfInput> files, List<Integer> numbers) {
    /** A line of separators, quotes and blanks: nothing stands in it, in whatever column. */
    private static final String NOTHING = "^[\\s\u001a\u00a0\u2007\u202f\u200b\ufeff\u001f,;|\"]*$";

    private record Likeness(List<String> header, Separator separator, List<Integer> kept, Mapping mapping) {}

    static List<FileGroup> of(List<FileOfInput> files) {
        Map<Likeness, FileGroup> alike = new LinkedHashMap<>();
        for (int i = 0; i < files.size(); i++) {
            FileOfInput file = files.get(i);
            FileGroup layout = alike.computeIfAbsent(
                    new Likeness(
                            file.header().cells(),
                            file.scanned().text().separator(),
                            file.scanned().text().kept(),
                            file.choice().mapping()),
                    likeness -> new FileGroup(new ArrayList<>(), new ArrayList<>()));
            layout.files.add(file);
            layout.numbers.add(i);
        }
        return List.copyOf(alike.values());
    }

    Header header() {
        return files.get(0).header();
    }

    /**
     * The rows below the headers: the technical columns of {@link RowValidator}, and one text column for each of these columns,
     * null where the files lack it.
     *
     * @param required the columns by which a repeated header is known
     */
    Dataset<Row> texts(SparkSession spark, Collection<String> columns, Collection<String> required) {
        List<TextRows.Part> parts = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            FileOfInput file = files.get(i);
            parts.add(new TextRows.Part(
                    numbers.get(i), file.scanned().text(), (int) file.header().row()));
        }
        TextFile text = files.get(0).scanned().text();
        Dataset<Row> rows =
                new TextRows(spark).read(parts, text.columns(header().cells().size()));
        List<Column> texts =
                new ArrayList<>(List.of(col(RowValidator.FILE), col(RowValidator.ROW), col(RowValidator.RAGGED)));
        texts.add(col("_line").rlike(NOTHING).as(RowValidator.EMPTY));
        texts.add(expr(header().repeats(required, position -> "c" + text.position(position)))
                .as(RowValidator.REPEATS_HEADER));
        for (String column : columns) {
            Integer position = header().positions().get(column);
            texts.add((position == null ? lit(null).cast("string") : col("c" + text.position(position))).as(column));
        }
        return rows.select(texts.toArray(Column[]::new));
    }
}
