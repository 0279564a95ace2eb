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
 * From a council's files to the lake's tables: everything is read and judged first, every problem is reported together,
 * and only then is anything written.
 */
public final class Ingestion {
    private final SparkSession spark;
    private final Lake lake;
    private final ExtractReader reading;
    private final MultiTableReader assembled;
    private final Mappings mappings;
    private final UpsertMerge upserts;
    private final Identity identity;
    private final ExecutionProfile profile;

    /** What tells one ingestion from another, besides the files. */
    public record Identity(String run, BuildInfo software, PseudonymisationKey key, FileHashCache known) {
        String fingerprint(List<Path> files, String mapping) {
            return Fingerprints.of(
                    software.build(),
                    key.fingerprint(),
                    mapping,
                    files.stream().map(known::sha256).collect(Collectors.joining(",")));
        }
    }

    /**
     * All that was found in an input folder.
     *
     * @param notes by input, what became of its rows; from the lake where the files are those that it holds
     * @param changed inputs whose rows the lake does not hold yet
     */
    public record Findings(
            Map<String, CommitNote> notes,
            List<ValidatedExtract> changed,
            List<Path> unused,
            List<UserProblem> problems) {

        /** @throws UserProblem with every problem found */
        public Findings orRefuse() {
            if (!problems.isEmpty()) {
                throw Problems.together(problems);
            }
            return this;
        }
    }

    public Ingestion(
            SparkSession spark,
            Lake lake,
            ExtractReader reading,
            MultiTableReader assembled,
            Mappings mappings,
            UpsertMerge upserts,
            Identity identity,
            ExecutionProfile profile) {
        this.spark = spark;
        this.profile = profile;
        this.lake = lake;
        this.reading = reading;
        this.assembled = assembled;
        this.mappings = mappings;
        this.upserts = upserts;
        this.identity = identity;
    }

    /** Reads and judges everything but the files that the lake holds as they are; writes nothing. */
    public Findings examine(Path folder) {
        return examine(folder, (note, fingerprint) -> note.fingerprint().equals(fingerprint));
    }

    /** Reads and judges everything, also what the lake holds already; writes nothing. */
    public Findings examineAnew(Path folder) {
        return examine(folder, (note, fingerprint) -> false);
    }

    private Findings examine(Path folder, BiPredicate<CommitNote, String> isHeld) {
        List<String> names = new ArrayList<>(Inputs.names());
        mappings.assembling().forEach(mapping -> names.add(mapping.name()));
        Inbox inbox = Inbox.of(folder, names);
        Map<String, CommitNote> notes = new LinkedHashMap<>();
        List<ValidatedExtract> changed = new ArrayList<>();
        List<UserProblem> problems = new ArrayList<>(new TreeMap<>(inbox.refused()).values());
        Map<Boolean, List<Contract>> bySize = Inputs.ALL.stream()
                .collect(Collectors.partitioningBy(contract -> isOutsized(inbox.files(contract.input()))));
        Consumer<List<Outcome>> take = outcomes -> {
            List<ValidatedExtract> fresh = outcomes.stream()
                    .flatMap(outcome -> outcome.changed().stream())
                    .toList();
            for (Outcome outcome : outcomes) {
                outcome.held().ifPresent(note -> notes.put(outcome.input(), note));
                problems.addAll(outcome.problems());
            }
            changed.addAll(fresh);
            RowReconciliation.of(fresh).forEach((input, count) -> {
                notes.put(input, count.note(identity.run()));
                problems.addAll(count.problems());
            });
        };
        List<Supplier<Outcome>> outcomes = outcomes(bySize, contract -> passedOver(contract, inbox, folder, isHeld));
        int outsized = bySize.get(true).size();
        take.accept(outcomes.stream().skip(outsized).map(Supplier::get).toList());
        for (Supplier<Outcome> outcome : outcomes.subList(0, outsized)) {
            ExecutionProfile.REGION.during(spark, () -> {
                take.accept(List.of(outcome.get()));
                return outcome;
            });
        }
        return new Findings(notes, changed, inbox.unused(), problems);
    }

    /**
     * The outsized inputs' outcomes first, still to be asked for, then all others. The pass over a large file asks nothing
     * of the engine, which judges the other inputs meanwhile.
     */
    private static List<Supplier<Outcome>> outcomes(
            Map<Boolean, List<Contract>> isOutsized, Function<Contract, Supplier<Outcome>> passedOver) {
        List<Supplier<Supplier<Outcome>>> tasks = new ArrayList<>();
        isOutsized.get(true).forEach(contract -> tasks.add(() -> passedOver.apply(contract)));
        isOutsized
                .get(false)
                .forEach(contract -> tasks.add(() -> {
                    Outcome outcome = passedOver.apply(contract).get();
                    return () -> outcome;
                }));
        return DriverThreads.map(tasks, Supplier::get);
    }

    /** Whether files are so much larger than the council's that the engine is set up for them alone. */
    private boolean isOutsized(List<Path> files) {
        return profile == ExecutionProfile.COUNCIL && OutsizedFiles.among(files);
    }

    /** What one input came to: rows that the lake holds already, rows that changed, or problems; or it was not given. */
    private record Outcome(
            String input, Optional<CommitNote> held, List<ValidatedExtract> changed, List<UserProblem> problems) {}

    /** Passes over an input's files, and leaves it to be asked for to judge their rows. */
    private Supplier<Outcome> passedOver(
            Contract contract, Inbox inbox, Path folder, BiPredicate<CommitNote, String> isHeld) {
        String input = contract.input();
        Optional<CommitNote> held = lake.note(input);
        try {
            Optional<Handed> handed = handed(contract, inbox);
            if (handed.isEmpty()) {
                boolean isMissing = contract.isRequired()
                        && held.isEmpty()
                        && !inbox.refused().containsKey(input);
                List<UserProblem> missing =
                        isMissing ? List.of(Problems.requiredInputMissing(folder, input)) : List.of();
                return () -> new Outcome(input, held, List.of(), missing);
            }
            String fingerprint = identity.fingerprint(handed.get().files(), mappings.told(input));
            if (held.isPresent() && isHeld.test(held.get(), fingerprint)) {
                return () -> new Outcome(input, held, List.of(), List.of());
            }
            Supplier<ValidatedExtract> rows = handed.get().passedOver(fingerprint);
            return () -> judged(input, rows);
        } catch (UserProblem problem) {
            return () -> refused(input, problem);
        }
    }

    private static Outcome judged(String input, Supplier<ValidatedExtract> rows) {
        try {
            return new Outcome(input, Optional.empty(), List.of(rows.get()), List.of());
        } catch (UserProblem problem) {
            return refused(input, problem);
        }
    }

    private static Outcome refused(String input, UserProblem problem) {
        return new Outcome(input, Optional.empty(), List.of(), List.of(problem));
    }

    /** The files that an input was handed in as, and how they are read. */
    private record Handed(List<Path> files, Function<String, Supplier<ValidatedExtract>> reader) {
        Supplier<ValidatedExtract> passedOver(String fingerprint) {
            return reader.apply(fingerprint);
        }
    }

    /** An input is a file or folder of its own name, or is put together from the folder of a source system. */
    private Optional<Handed> handed(Contract contract, Inbox inbox) {
        String input = contract.input();
        List<Path> own = inbox.files(input);
        List<Handed> ways = new ArrayList<>();
        if (!own.isEmpty()) {
            ways.add(new Handed(own, fingerprint -> reading.passedOver(contract, own, fingerprint)));
        }
        for (Mapping mapping : mappings.assembling()) {
            List<Path> folder = inbox.files(mapping.name());
            if (!folder.isEmpty() && mapping.assemblies().containsKey(input)) {
                ways.add(new Handed(
                        folder, fingerprint -> () -> assembled.read(contract, mapping, folder, fingerprint)));
            }
        }
        if (ways.size() > 1) {
            throw Problems.inputTwice(
                    input, ways.stream().map(way -> way.files().get(0)).toList());
        }
        return ways.stream().findFirst();
    }

    /**
     * Refuses a full extract that lost too many of the keys that the lake holds.
     *
     * @param accepted inputs whose shrinkage the user accepts
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
        return !contract.key().isEmpty() && !accepted.contains(input) && lake.holds(input) && !upserts.adds(contract);
    }

    private Optional<UserProblem> shrinkage(ValidatedExtract extract, int percent) {
        String input = extract.contract().input();
        long before = lake.note(input).orElseThrow().rows();
        long lost = lake.read(input)
                .join(accepted(extract), ScalaSeqs.of(extract.contract().key()), "left_anti")
                .count();
        return lost * 100 > before * percent
                ? Optional.of(Problems.shrunk(input, lost, before, percent))
                : Optional.empty();
    }

    /** Writes what changed: the quarantine first, so that an input whose table is new is never without it. */
    public void store(Findings findings) {
        if (!findings.changed().isEmpty()) {
            storeChanged(findings);
        }
        identity.known().keep();
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
        if (upserts.adds(extract.contract())) {
            upserts.store(extract.contract(), accepted(extract), note);
        } else {
            lake.replace(TableSchema.of(extract.contract()), accepted(extract), note);
        }
    }

    /** The accepted rows of an extract, typed as the lake has them. */
    public static Dataset<Row> accepted(ValidatedExtract extract) {
        return extract.judged().where(functions.col(RowValidator.KIND).equalTo(RowValidator.ACCEPTED));
    }
}
