package marketshaping.input.ingest;

import java.util.Base64;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import marketshaping.input.mapping.InputMapping;
import marketshaping.input.mapping.RowTranslator;
import marketshaping.input.validate.RowCounts;
import marketshaping.input.validate.RowValidator;
import marketshaping.input.validate.RowViolation;
import marketshaping.input.validate.ValidatedRow;
import marketshaping.lake.TableSchema;
import marketshaping.model.contract.Contract;
import marketshaping.model.secret.PseudonymisationKey;
import org.apache.commons.lang3.SerializationUtils;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/**
 * Translates, validates and counts rows within a Spark task. The last row of each partition contains the counts of the
 * others, so that the driver need not aggregate the rows again. A retried task replaces its rows together with their counts.
 */
final class ValidationTask implements MapPartitionsFunction<String, Row> {
    private static final long serialVersionUID = 1L;

    /** The kind of the row with the counts. */
    static final String COUNTS = "counts";

    private static final String TECHNICAL =
            """
            _file INT, _row BIGINT, _kind STRING, _violations ARRAY<STRING>, _text STRING, _normalised BIGINT,
            _emptied BIGINT, _unusable STRING, """;

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

    /** Validates the lines of a staged text. */
    @Override
    public Iterator<Row> call(Iterator<String> lines) {
        RowTranslator translator = new RowTranslator(contract, mapping, present);
        RowValidator validator = new RowValidator(contract, key);
        Map<Integer, RowCounts> counts = new TreeMap<>();
        Iterator<Row> rows = StagedText.rows(lines, text -> {
            ValidatedRow row = validator.validate(translator.translate(text, RowValidator::isNullWord));
            counts.computeIfAbsent(row.file(), file -> new RowCounts(contract)).add(row);
            return row(row);
        });
        return new Iterator<>() {
            private boolean isCounted;

            @Override
            public boolean hasNext() {
                return rows.hasNext() || !isCounted && !counts.isEmpty();
            }

            @Override
            public Row next() {
                if (rows.hasNext()) {
                    return rows.next();
                }
                isCounted = true;
                return countsRow(counts);
            }
        };
    }

    private Row countsRow(Map<Integer, RowCounts> counts) {
        Object[] cells = new Object[TECHNICAL_COLUMNS + contract.fields().size()];
        cells[KIND] = COUNTS;
        cells[TEXT] = Base64.getEncoder().encodeToString(SerializationUtils.serialize(new TreeMap<>(counts)));
        return RowFactory.create(cells);
    }

    /** Returns the counts in the text of a row of the kind {@link #COUNTS}, by the number of the file. */
    static Map<Integer, RowCounts> counts(String text) {
        return SerializationUtils.<TreeMap<Integer, RowCounts>>deserialize(
                Base64.getDecoder().decode(text));
    }

    private static Row row(ValidatedRow row) {
        Object[] cells = new Object[TECHNICAL_COLUMNS + row.values().length];
        cells[0] = row.file();
        cells[1] = row.number();
        cells[KIND] = row.kind();
        cells[3] = row.violations().isEmpty()
                ? null
                : row.violations().stream().map(RowViolation::message).toArray(String[]::new);
        cells[TEXT] = row.text();
        cells[5] = row.normalised();
        cells[6] = row.emptied();
        cells[7] = row.unusable();
        System.arraycopy(row.values(), 0, cells, TECHNICAL_COLUMNS, row.values().length);
        return RowFactory.create(cells);
    }
}
