package marketshaping.input.ingest;

import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import marketshaping.input.mapping.InputMapping;
import marketshaping.input.mapping.RowTranslator;
import marketshaping.input.validate.RowValidator;
import marketshaping.input.validate.RowViolation;
import marketshaping.input.validate.ValidatedRow;
import marketshaping.lake.TableSchema;
import marketshaping.model.contract.Contract;
import marketshaping.model.secret.PseudonymisationKey;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/** Translates and validates rows within a Spark task. */
final class ValidationTask implements MapPartitionsFunction<String, Row> {
    private static final long serialVersionUID = 1L;

    private static final String TECHNICAL =
            """
            _file INT, _row BIGINT, _kind STRING, _violations ARRAY<STRING>, _text STRING, _normalised BIGINT,
            _emptied BIGINT, _unusable STRING, _classified BOOLEAN, """;

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
        return StagedText.rows(
                lines, row -> row(validator.validate(translator.translate(row, RowValidator::isNullWord))));
    }

    private static Row row(ValidatedRow row) {
        Object[] cells = new Object[9 + row.values().length];
        List<Object> technical = java.util.Arrays.asList(
                row.file(),
                row.number(),
                row.kind(),
                row.violations().stream().map(RowViolation::message).toArray(String[]::new),
                row.text(),
                row.normalised(),
                row.emptied(),
                row.unusable(),
                row.isClassified());
        System.arraycopy(technical.toArray(), 0, cells, 0, technical.size());
        System.arraycopy(row.values(), 0, cells, technical.size(), row.values().length);
        return RowFactory.create(cells);
    }
}
