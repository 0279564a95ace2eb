package marketshaping.input.ingest;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import marketshaping.input.mapping.InputMapping;
import marketshaping.input.mapping.RowTranslator;
import marketshaping.input.mapping.TextRow;
import marketshaping.input.validate.RowCounts;
import marketshaping.input.validate.RowValidator;
import marketshaping.input.validate.ValidatedRow;
import marketshaping.lake.TableSchema;
import marketshaping.model.contract.Contract;
import marketshaping.model.contract.Type;
import marketshaping.model.secret.PseudonymisationKey;
import org.apache.commons.lang3.SerializationUtils;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.util.GenericArrayData;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.Decimal;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * Translates, validates and counts rows within a Spark task. The last row of each partition contains the counts of the
 * others, so that the driver need not aggregate the rows again. A retried task replaces its rows together with their counts.
 */
final class ValidationTask implements FlatMapFunction<Iterator<InternalRow>, InternalRow> {
    private static final long serialVersionUID = 1L;

    /** The kind of the row with the counts. */
    static final String COUNTS = "counts";

    private static final String TECHNICAL =
            """
            _file INT, _row BIGINT, _kind STRING, _violations ARRAY<STRING>, _text STRING, _normalised BIGINT,
            _emptied BIGINT, _unusable STRING, """;

    private static final DecimalType DECIMAL = (DecimalType) DataType.fromDDL(Type.MONEY.sqlType());
    private static final int KIND = 2;
    private static final int TEXT = 4;
    private static final int TECHNICAL_COLUMNS = 8;

    private final Contract contract;
    private final InputMapping mapping;
    private final TreeSet<String> present;
    private final PseudonymisationKey key;

    ValidationTask(Contract contract, InputMapping mapping, Set<String> present, PseudonymisationKey key) {
        this.contract = contract;
        this.mapping = mapping;
        this.present = new TreeSet<>(present);
        this.key = key;
    }

    /** Returns the schema of the validated rows: technical columns, then the fields of the contract. */
    static StructType schema(Contract contract) {
        return StructType.fromDDL(TECHNICAL + TableSchema.of(contract).ddl().replace(" NOT NULL", ""));
    }

    /**
     * Returns the validated rows of staged texts. Rows are in Spark's own format, because converting them from objects of the
     * public API takes as long as validating them.
     */
    Dataset<Row> validated(SparkSession spark, String... texts) {
        JavaRDD<InternalRow> lines =
                spark.read().text(texts).queryExecution().toRdd().toJavaRDD();
        return ((org.apache.spark.sql.classic.SparkSession) spark)
                .internalCreateDataFrame(lines.mapPartitions(this).rdd(), schema(contract), false);
    }

    /** Validates the lines of a staged text. */
    @Override
    public Iterator<InternalRow> call(Iterator<InternalRow> lines) {
        RowTranslator translator = new RowTranslator(contract, mapping, present);
        RowValidator validator = new RowValidator(contract, key);
        Map<Integer, RowCounts> counts = new TreeMap<>();
        return new Iterator<>() {
            private boolean isCounted;

            @Override
            public boolean hasNext() {
                return lines.hasNext() || !isCounted && !counts.isEmpty();
            }

            @Override
            public InternalRow next() {
                if (!lines.hasNext()) {
                    isCounted = true;
                    return countsRow(counts);
                }
                TextRow text = StagedText.row(lines.next().getString(0));
                ValidatedRow row = validator.validate(translator.translate(text, RowValidator::isNullWord));
                counts.computeIfAbsent(row.file(), file -> new RowCounts(contract))
                        .add(row);
                return row(row);
            }
        };
    }

    private InternalRow countsRow(Map<Integer, RowCounts> counts) {
        Object[] cells = new Object[TECHNICAL_COLUMNS + contract.fields().size()];
        cells[KIND] = UTF8String.fromString(COUNTS);
        cells[TEXT] =
                UTF8String.fromBytes(Base64.getEncoder().encode(SerializationUtils.serialize(new TreeMap<>(counts))));
        return new GenericInternalRow(cells);
    }

    /** Returns the counts in the text of a row of the kind {@link #COUNTS}, by the number of the file. */
    static Map<Integer, RowCounts> counts(String text) {
        return SerializationUtils.<TreeMap<Integer, RowCounts>>deserialize(
                Base64.getDecoder().decode(text));
    }

    private static InternalRow row(ValidatedRow row) {
        Object[] cells = new Object[TECHNICAL_COLUMNS + row.values().length];
        cells[0] = row.file();
        cells[1] = row.number();
        cells[KIND] = UTF8String.fromString(row.kind());
        cells[3] = row.violations().isEmpty()
                ? null
                : new GenericArrayData(row.violations().stream()
                        .map(violation -> UTF8String.fromString(violation.message()))
                        .toArray());
        cells[TEXT] = UTF8String.fromString(row.text());
        cells[5] = row.normalised();
        cells[6] = row.emptied();
        cells[7] = UTF8String.fromString(row.unusable());
        for (int i = 0; i < row.values().length; i++) {
            cells[TECHNICAL_COLUMNS + i] = internal(row.values()[i]);
        }
        return new GenericInternalRow(cells);
    }

    private static Object internal(Object value) {
        if (value instanceof String text) {
            return UTF8String.fromString(text);
        }
        if (value instanceof LocalDate date) {
            return (int) date.toEpochDay();
        }
        if (value instanceof BigDecimal amount) {
            return Decimal.apply(amount, DECIMAL.precision(), DECIMAL.scale());
        }
        return value;
    }
}
