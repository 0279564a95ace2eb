package marketshaping.input.ingest;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import marketshaping.engine.ExecutionProfile;
import marketshaping.input.mapping.Assembly;
import marketshaping.input.mapping.InputMapping;
import marketshaping.input.mapping.Lookup;
import marketshaping.input.mapping.Mapping;
import marketshaping.input.mapping.RowTranslator;
import marketshaping.input.mapping.SourceTable;
import marketshaping.input.mapping.TextRow;
import marketshaping.input.validate.ExtractScanner;
import marketshaping.input.validate.FileOfInput;
import marketshaping.input.validate.InMemoryValidation;
import marketshaping.input.validate.TableRows;
import marketshaping.model.contract.CodeList;
import marketshaping.model.contract.Contract;
import marketshaping.model.contract.Field;
import marketshaping.model.problem.Problems;
import marketshaping.model.problem.UserProblem;
import marketshaping.model.secret.PseudonymisationKey;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/** Reads the tables of a source system from one folder, joins them in Spark and validates the rows of an input. */
public final class MultiTableReader {
    private static final String TECHNICAL = "_file INT, _row BIGINT, _ragged BOOLEAN, _repeats_header BOOLEAN";
    private static final int TECHNICAL_COLUMNS = 4;

    private final Supplier<SparkSession> spark;
    private final ExtractScanner scanner;
    private final ExtractReader extractReader;
    private final PseudonymisationKey key;
    private final ExecutionProfile profile;

    public MultiTableReader(
            Supplier<SparkSession> spark,
            ExtractScanner scanner,
            ExtractReader extractReader,
            PseudonymisationKey key,
            ExecutionProfile profile) {
        this.spark = spark;
        this.scanner = scanner;
        this.extractReader = extractReader;
        this.key = key;
        this.profile = profile;
    }

    /** One table of the system: its files, the number of rows of each, and their rows in Spark. */
    private record LoadedTable(List<FileOfInput> files, List<Long> rowsRead, Dataset<Row> rows) {}

    /**
     * Reads one input.
     *
     * @param folder the files of the system
     * @throws UserProblem if there are errors in the files, repeated lookup keys or errors in the mapping's
     *     expressions; it lists all of them
     */
    ExtractReader.Read read(Contract contract, Mapping mapping, List<Path> folder, String fingerprint) {
        Assembly assembly = mapping.assemblies().get(contract.input());
        InputMapping input = mapping.input(contract.input()).orElseThrow();
        Map<String, LoadedTable> tables = new LinkedHashMap<>();
        List<UserProblem> problems = new ArrayList<>();
        for (String table : tables(assembly)) {
            try {
                tables.put(table, load(mapping, mapping.tables().get(table), folder));
            } catch (UserProblem problem) {
                problems.add(problem);
            }
        }
        if (!problems.isEmpty()) {
            throw Problems.together(problems);
        }
        Map<String, Dataset<Row>> rows = new LinkedHashMap<>();
        tables.forEach((name, table) -> rows.put(name, table.rows()));
        try {
            TableAssembler assembler = new TableAssembler(assembly, input, rows);
            refuseRepeatedKeys(assembler);
            return validated(contract, input, assembly, tables, assembler.rows(), fingerprint);
        } catch (Exception e) {
            // Spark throws a checked exception that its Scala signature does not declare.
            if (e instanceof AnalysisException analysis) {
                throw Problems.expressionWrong(mapping.name(), contract.input(), analysis.getSimpleMessage());
            }
            throw e;
        }
    }

    private ExtractReader.Read validated(
            Contract contract,
            InputMapping input,
            Assembly assembly,
            Map<String, LoadedTable> tables,
            Dataset<Row> joined,
            String fingerprint) {
        LoadedTable main = tables.get(assembly.mainTable());
        List<ValidatedExtract.LookedUp> lookedUp = new ArrayList<>();
        tables.forEach((name, table) -> {
            for (int i = 0; i < table.files().size() && !name.equals(assembly.mainTable()); i++) {
                lookedUp.add(new ValidatedExtract.LookedUp(
                        table.files().get(i), table.rowsRead().get(i)));
            }
        });
        List<String> columns = RowTranslator.columns(contract, input);
        InMemoryValidation.Result result = InMemoryValidation.ofJoined(
                contract,
                main.files(),
                main.rowsRead(),
                key,
                new RowTranslator(contract, input, assembly.fields().keySet()),
                consumer -> joined.toLocalIterator().forEachRemaining(row -> consumer.accept(textRow(row, columns))));
        InMemoryRows rows = new InMemoryRows(spark, profile, contract, main.files(), result.rows());
        return new ExtractReader.Read(
                new ValidatedExtract(contract, fingerprint, main.files(), result.outcomes(), lookedUp, rows),
                result.keys());
    }

    private static TextRow textRow(Row row, List<String> columns) {
        List<String> names = List.of(row.schema().fieldNames());
        String[] texts = new String[columns.size()];
        for (int i = 0; i < texts.length; i++) {
            int position = names.indexOf(columns.get(i));
            String text = position < 0 ? null : row.getString(position);
            texts[i] = text == null || text.isEmpty() ? null : text;
        }
        return new TextRow(
                row.<Integer>getAs("_file"),
                row.<Long>getAs("_row"),
                texts,
                row.<Boolean>getAs("_ragged"),
                row.<Boolean>getAs("_repeats_header"),
                row.getAs("_left_out"),
                row.getList(row.fieldIndex("_faults")));
    }

    private static Set<String> tables(Assembly assembly) {
        Set<String> tables = new LinkedHashSet<>(List.of(assembly.mainTable()));
        assembly.lookups().stream().map(Lookup::table).forEach(tables::add);
        return tables;
    }

    private LoadedTable load(Mapping mapping, SourceTable table, List<Path> folder) {
        List<FileOfInput> files = new ArrayList<>();
        for (Path path : folder) {
            if (isFileOf(table, path)) {
                files.addAll(scanner.scan(table, mapping, path));
            }
        }
        if (files.isEmpty() && table.contract().isRequired()) {
            throw Problems.tableMissing(folder.get(0).getParent(), table.name());
        }
        List<Long> rowsRead = new ArrayList<>();
        List<Dataset<Row>> parts = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            Path staged = extractReader.stagedPath(table.name());
            try (StagedText text = new StagedText(staged)) {
                rowsRead.add(TableRows.read(table.contract(), files.get(i), i, (source, row) -> text.add(row))
                        .rowsRead());
            }
            parts.add(rows(table, staged));
        }
        return new LoadedTable(
                files, rowsRead, parts.stream().reduce(Dataset::unionAll).orElseGet(() -> noRows(table)));
    }

    private Dataset<Row> rows(SourceTable table, Path staged) {
        MapPartitionsFunction<String, Row> parse = lines -> StagedText.rows(lines, MultiTableReader::row);
        return spark.get().read().textFile("file://" + staged).mapPartitions(parse, Encoders.row(schema(table)));
    }

    private static Row row(TextRow row) {
        Object[] cells = new Object[TECHNICAL_COLUMNS + row.texts().length];
        cells[0] = row.file();
        cells[1] = row.number();
        cells[2] = row.isRagged();
        cells[3] = row.repeatsHeader();
        System.arraycopy(row.texts(), 0, cells, TECHNICAL_COLUMNS, row.texts().length);
        return RowFactory.create(cells);
    }

    private static StructType schema(SourceTable table) {
        StructType schema = StructType.fromDDL(TECHNICAL);
        for (Field field : table.contract().fields()) {
            schema = schema.add(field.name(), "string");
        }
        return schema;
    }

    /** Returns an empty table, to use in place of an optional one that was not supplied. */
    private Dataset<Row> noRows(SourceTable table) {
        return spark.get().createDataFrame(List.of(), schema(table));
    }

    /**
     * Returns true if the file is named after the table. {@code element_types.csv}, {@code Element Types.xlsx} and
     * {@code elementtypes.csv.gz} all match the same table.
     */
    private static boolean isFileOf(SourceTable table, Path path) {
        String stem = path.getFileName().toString().replaceFirst("(?i)\\.[a-z]+(\\.gz)?$", "");
        return CodeList.normalised(stem).equals(CodeList.normalised(table.name()));
    }

    private static void refuseRepeatedKeys(TableAssembler assembler) {
        List<UserProblem> problems = new ArrayList<>();
        assembler.repeatedKeys().stream().reduce(Dataset::unionAll).ifPresent(query -> {
            for (Row row : query.collectAsList()) {
                problems.add(Problems.lookupTwice(row.getString(0), row.getString(1), row.getLong(2), row.getLong(3)));
            }
        });
        if (!problems.isEmpty()) {
            throw Problems.together(problems);
        }
    }
}
