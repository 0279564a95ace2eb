package marketshaping.input.ingest;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import marketshaping.engine.BuildInfo;
import marketshaping.engine.DriverThreads;
import marketshaping.engine.ExecutionProfile;
import marketshaping.engine.Fingerprints;
import marketshaping.engine.ScalaSeqs;
import marketshaping.input.mapping.Mapping;
import marketshaping.input.mapping.Mappings;
import marketshaping.input.source.Inbox;
import marketshaping.input.validate.RowValidator;
import marketshaping.lake.CommitNote;
import marketshaping.lake.Lake;
import marketshaping.lake.TableSchema;
import marketshaping.model.contract.Contract;
import marketshaping.model.contract.Inputs;
import marketshaping.model.problem.Problems;
import marketshaping.model.problem.UserProblem;
import marketshaping.model.secret.PseudonymisationKey;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

/**
 * Reads a council's files into the tables of the lake. It validates all files first, reports all problems together, and
 * writes only if there are no problems.
 */
public final class Ingestion {
    private final SparkSession spark;
    private final Lake lake;
    private final ExtractReader extractReader;
    private final MultiTableReader multiTableReader;
    private final Mappings mappings;
    private final UpsertMerge upserts;
    private final Identity identity;
    private final ExecutionProfile profile;

    /**
     * The id of a run, with its software, its key and its file hash cache. An input has the same fingerprint while its
     * files, its mapping, the software and the key stay the same.
     */
    public record Identity(String run, BuildInfo software, PseudonymisationKey key, FileHashCache hashes) {
        String fingerprint(List<Path> files, String mapping) {
            return Fingerprints.of(
                    software.build(),
                    key.fingerprint(),
                    mapping,
                    files.stream().map(hashes::sha256).collect(Collectors.joining(",")));
        }
    }

    /**
     * The results of reading and validating an input folder.
     *
     * @param notes commit notes with row counts by input; notes of unchanged inputs come from the lake
     * @param changed the extracts that are not yet in the lake
     * @param unused files and folders that belong to no input
     */
    public record Findings(
            Map<String, CommitNote> notes,
            List<ValidatedExtract> changed,
            List<Path> unused,
            List<UserProblem> problems) {

        /**
         * Returns these findings if there are no problems.
         *
         * @throws UserProblem if there are problems; it lists all of them
         */
        public Findings requireNoProblems() {
            if (!problems.isEmpty()) {
                throw Problems.together(problems);
            }
            return this;
        }
    }

    public Ingestion(
            SparkSession spark,
            Lake lake,
            ExtractReader extractReader,
            MultiTableReader multiTableReader,
            Mappings mappings,
            UpsertMerge upserts,
            Identity identity,
            ExecutionProfile profile) {
        this.spark = spark;
        this.profile = profile;
        this.lake = lake;
        this.extractReader = extractReader;
        this.multiTableReader = multiTableReader;
        this.mappings = mappings;
        this.upserts = upserts;
        this.identity = identity;
    }

    /** Reads and validates the inputs whose fingerprint differs from the one in the lake; writes nothing. */
    public Findings examine(Path folder) {
        return examine(folder, (note, fingerprint) -> note.fingerprint().equals(fingerprint));
    }

    /** Reads and validates all inputs, including unchanged ones; writes nothing. */
    public Findings examineAll(Path folder) {
        return examine(folder, (note, fingerprint) -> false);
    }

    private Findings examine(Path folder, BiPredicate<CommitNote, String> isUpToDate) {
        List<String> names = new ArrayList<>(Inputs.names());
        mappings.assembling().forEach(mapping -> names.add(mapping.name()));
        Inbox inbox = Inbox.of(folder, names);
        Map<String, CommitNote> notes = new LinkedHashMap<>();
        List<ValidatedExtract> changed = new ArrayList<>();
        List<UserProblem> problems = new ArrayList<>(new TreeMap<>(inbox.refused()).values());
        Map<Boolean, List<Contract>> bySize = Inputs.ALL.stream()
                .collect(Collectors.partitioningBy(contract -> isOutsized(inbox.files(contract.input()))));
        Consumer<List<Outcome>> collect = outcomes -> {
            List<ValidatedExtract> extracts = outcomes.stream()
                    .flatMap(outcome -> outcome.changed().stream())
                    .toList();
            for (Outcome outcome : outcomes) {
                outcome.unchanged().ifPresent(note -> notes.put(outcome.input(), note));
                problems.addAll(outcome.problems());
            }
            changed.addAll(extracts);
            RowReconciliation.of(extracts).forEach((input, count) -> {
                notes.put(input, count.note(identity.run()));
                problems.addAll(count.problems());
            });
        };
        List<Supplier<Outcome>> outcomes = outcomes(bySize, contract -> prepare(contract, inbox, folder, isUpToDate));
        int outsized = bySize.get(true).size();
        collect.accept(outcomes.stream().skip(outsized).map(Supplier::get).toList());
        for (Supplier<Outcome> outcome : outcomes.subList(0, outsized)) {
            ExecutionProfile.REGION.during(spark, () -> {
                collect.accept(List.of(outcome.get()));
                return outcome;
            });
        }
        return new Findings(notes, changed, inbox.unused(), problems);
    }

    /**
     * Returns a supplier of the outcome for each input, outsized inputs first. Outsized inputs are only scanned here;
     * their suppliers validate them later. The scan does not use Spark, which validates the other inputs at the same
     * time.
     */
    private static List<Supplier<Outcome>> outcomes(
            Map<Boolean, List<Contract>> isOutsized, Function<Contract, Supplier<Outcome>> prepare) {
        List<Supplier<Supplier<Outcome>>> tasks = new ArrayList<>();
        isOutsized.get(true).forEach(contract -> tasks.add(() -> prepare.apply(contract)));
        isOutsized
                .get(false)
                .forEach(contract -> tasks.add(() -> {
                    Outcome outcome = prepare.apply(contract).get();
                    return () -> outcome;
                }));
        return DriverThreads.map(tasks, Supplier::get);
    }

    /**
     * Returns true if the run has the council profile, but these files are so large that they need the region profile.
     */
    private boolean isOutsized(List<Path> files) {
        return profile == ExecutionProfile.COUNCIL && OutsizedFiles.among(files);
    }

    /**
     * The result for one input: the commit note in the lake if the input is unchanged or was not supplied, the changed
     * extract, or problems.
     */
    private record Outcome(
            String input, Optional<CommitNote> unchanged, List<ValidatedExtract> changed, List<UserProblem> problems) {}

    /** Scans an input's files, and returns a supplier that validates their rows. */
    private Supplier<Outcome> prepare(
            Contract contract, Inbox inbox, Path folder, BiPredicate<CommitNote, String> isUpToDate) {
        String input = contract.input();
        Optional<CommitNote> stored = lake.note(input);
        try {
            Optional<Source> source = source(contract, inbox);
            if (source.isEmpty()) {
                boolean isMissing = contract.isRequired()
                        && stored.isEmpty()
                        && !inbox.refused().containsKey(input);
                List<UserProblem> missing =
                        isMissing ? List.of(Problems.requiredInputMissing(folder, input)) : List.of();
                return () -> new Outcome(input, stored, List.of(), missing);
            }
            String fingerprint = identity.fingerprint(source.get().files(), mappings.chosenText(input));
            if (stored.isPresent() && isUpToDate.test(stored.get(), fingerprint)) {
                return () -> new Outcome(input, stored, List.of(), List.of());
            }
            Supplier<ValidatedExtract> rows = source.get().prepare(fingerprint);
            return () -> validated(input, rows);
        } catch (UserProblem problem) {
            return () -> refused(input, problem);
        }
    }

    private static Outcome validated(String input, Supplier<ValidatedExtract> rows) {
        try {
            return new Outcome(input, Optional.empty(), List.of(rows.get()), List.of());
        } catch (UserProblem problem) {
            return refused(input, problem);
        }
    }

    private static Outcome refused(String input, UserProblem problem) {
        return new Outcome(input, Optional.empty(), List.of(), List.of(problem));
    }

    /** The files supplied for an input, with the function that reads them. */
    private record Source(List<Path> files, Function<String, Supplier<ValidatedExtract>> reader) {
        Supplier<ValidatedExtract> prepare(String fingerprint) {
            return reader.apply(fingerprint);
        }
    }

    /**
     * Finds the files of an input: a file or folder named after the input, or the folder of a source system. Returns
     * empty if there are none.
     */
    private Optional<Source> source(Contract contract, Inbox inbox) {
        String input = contract.input();
        List<Path> own = inbox.files(input);
        List<Source> sources = new ArrayList<>();
        if (!own.isEmpty()) {
            sources.add(new Source(own, fingerprint -> extractReader.prepare(contract, own, fingerprint)));
        }
        for (Mapping mapping : mappings.assembling()) {
            List<Path> folder = inbox.files(mapping.name());
            if (!folder.isEmpty() && mapping.assemblies().containsKey(input)) {
                sources.add(new Source(
                        folder, fingerprint -> () -> multiTableReader.read(contract, mapping, folder, fingerprint)));
            }
        }
        if (sources.size() > 1) {
            throw Problems.inputTwice(
                    input, sources.stream().map(source -> source.files().get(0)).toList());
        }
        return sources.stream().findFirst();
    }

    /**
     * Refuses a full extract that lacks more than the given percentage of the keys in the lake.
     *
     * @param accepted inputs whose loss of keys the user accepts
     * @throws UserProblem if an extract is refused; it lists every refused extract
     */
    public void guardAgainstShrinkage(Findings findings, int percent, List<String> accepted) {
        List<ValidatedExtract> guarded = findings.changed().stream()
                .filter(extract -> isGuarded(extract.contract(), accepted))
                .toList();
        List<UserProblem> problems = DriverThreads.map(guarded, extract -> shrinkage(extract, percent)).stream()
                .flatMap(Optional::stream)
                .toList();
        if (!problems.isEmpty()) {
            throw Problems.together(problems);
        }
    }

    private boolean isGuarded(Contract contract, List<String> accepted) {
        String input = contract.input();
        return !contract.key().isEmpty()
                && !accepted.contains(input)
                && lake.contains(input)
                && !upserts.isUpsert(contract);
    }

    private Optional<UserProblem> shrinkage(ValidatedExtract extract, int percent) {
        String input = extract.contract().input();
        long before = lake.note(input).orElseThrow().rows();
        long lost = lake.read(input)
                .join(accepted(extract), ScalaSeqs.of(extract.contract().key()), "left_anti")
                .count();
        return lost * 100 > before * percent
                ? Optional.of(Problems.extractShrunk(input, lost, before, percent))
                : Optional.empty();
    }

    /**
     * Writes the changed inputs. It writes the quarantine first, so that no input table is ever newer than its
     * quarantined rows.
     */
    public void store(Findings findings) {
        if (!findings.changed().isEmpty()) {
            storeChanged(findings);
        }
        identity.hashes().save();
    }

    private void storeChanged(Findings findings) {
        new QuarantineTable(lake).replace(findings, identity.run());
        Map<Boolean, List<ValidatedExtract>> bySize =
                findings.changed().stream().collect(Collectors.partitioningBy(extract -> extract.profile() != profile));
        DriverThreads.forEach(bySize.get(false), extract -> store(extract, findings));
        for (ValidatedExtract outsized : bySize.get(true)) {
            outsized.profile().during(spark, () -> {
                store(outsized, findings);
                return outsized;
            });
        }
        findings.changed().forEach(ValidatedExtract::release);
    }

    private void store(ValidatedExtract extract, Findings findings) {
        CommitNote note = findings.notes().get(extract.contract().input());
        if (upserts.isUpsert(extract.contract())) {
            upserts.store(extract.contract(), accepted(extract), note);
        } else {
            lake.replace(TableSchema.of(extract.contract()), accepted(extract), note);
        }
    }

    /** Returns the accepted rows of an extract, with the types of the lake table. */
    public static Dataset<Row> accepted(ValidatedExtract extract) {
        return extract.rows().where(functions.col(RowValidator.KIND).equalTo(RowValidator.ACCEPTED));
    }
}
