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
 * Files with the same header, separator, columns and mapping, which are read together.
 *
 * @param numbers the value of {@code _file} for each file, in the same order
 */
record FileGroup(List<FileOfInput> files, List<Integer> numbers) {
    /** Matches a line that contains only separators, quotes and white space. */
    private static final String BLANK_LINE = "^[\\s\u001a\u00a0\u2007\u202f\u200b\ufeff\u001f,;|\"]*$";

    private record Layout(List<String> header, Separator separator, List<Integer> kept, Mapping mapping) {}

    /** Groups the files. Each group has the position of its first file. */
    static List<FileGroup> of(List<FileOfInput> files) {
        Map<Layout, FileGroup> groups = new LinkedHashMap<>();
        for (int i = 0; i < files.size(); i++) {
            FileOfInput file = files.get(i);
            FileGroup group = groups.computeIfAbsent(
                    new Layout(
                            file.header().cells(),
                            file.scanned().text().separator(),
                            file.scanned().text().kept(),
                            file.choice().mapping()),
                    layout -> new FileGroup(new ArrayList<>(), new ArrayList<>()));
            group.files.add(file);
            group.numbers.add(i);
        }
        return List.copyOf(groups.values());
    }

    Header header() {
        return files.get(0).header();
    }

    /**
     * Returns the rows below the headers, with the technical columns of {@link RowValidator} and one text column per
     * requested column. A column that the files lack is null.
     *
     * @param required the columns that identify a repeated header
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
        texts.add(col("_line").rlike(BLANK_LINE).as(RowValidator.EMPTY));
        texts.add(expr(header().repeats(required, position -> "c" + text.position(position)))
                .as(RowValidator.REPEATS_HEADER));
        for (String column : columns) {
            Integer position = header().positions().get(column);
            texts.add((position == null ? lit(null).cast("string") : col("c" + text.position(position))).as(column));
        }
        return rows.select(texts.toArray(Column[]::new));
    }
}
