package marketshaping.run;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import marketshaping.contract.Header;
import marketshaping.contract.Judge;
import marketshaping.mapping.Mapping;
import marketshaping.run.Extract.FileOfInput;
import marketshaping.source.Separator;
import marketshaping.source.TextFile;
import marketshaping.source.TextRows;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Files that are laid out alike and mean the same by it, which are read together.
 *
 * @param numbers what {@code _file} says for each of the files
 */
record Layout(List<FileOfInput> files, List<Integer> numbers) {
    /** A line of separators, quotes and blanks: nothing stands in it, in whatever column. */
    private static final String NOTHING = "^[\\s\u001a\u00a0\u2007\u202f\u200b\ufeff\u001f,;|\"]*$";

    private record Likeness(List<String> header, Separator separator, List<Integer> kept, Mapping mapping) {}

    static List<Layout> of(List<FileOfInput> files) {
        Map<Likeness, Layout> alike = new LinkedHashMap<>();
        for (int i = 0; i < files.size(); i++) {
            FileOfInput file = files.get(i);
            Layout layout = alike.computeIfAbsent(
                    new Likeness(
                            file.header().cells(),
                            file.scanned().text().separator(),
                            file.scanned().text().kept(),
                            file.choice().mapping()),
                    likeness -> new Layout(new ArrayList<>(), new ArrayList<>()));
            layout.files.add(file);
            layout.numbers.add(i);
        }
        return List.copyOf(alike.values());
    }

    Header header() {
        return files.get(0).header();
    }

    /**
     * The rows below the headers: the technical columns of {@link Judge}, and one text column for each of these columns,
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
        List<Column> texts = new ArrayList<>(List.of(col(Judge.FILE), col(Judge.ROW), col(Judge.RAGGED)));
        texts.add(col("_line").rlike(NOTHING).as(Judge.EMPTY));
        texts.add(expr(header().repeats(required, position -> "c" + text.position(position)))
                .as(Judge.REPEATS_HEADER));
        for (String column : columns) {
            Integer position = header().positions().get(column);
            texts.add((position == null ? lit(null).cast("string") : col("c" + text.position(position))).as(column));
        }
        return rows.select(texts.toArray(Column[]::new));
    }
}
