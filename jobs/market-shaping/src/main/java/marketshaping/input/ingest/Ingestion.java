package marketshaping.input.ingest;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import marketshaping.engine.BuildInfo;
import marketshaping.engine.DriverThreads;
import marketshaping.engine.ExecutionProfile;
import marketshaping.engine.Fingerprints;
import marketshaping.engine.ScalaSeqs;
import marketshaping.input.mapping.Mapping;
import marketshaping.input.mapping.Mappings;
import marketshaping.input.source.Inbox;
import marketshaping.input.validate.FileOutcome;
import marketshaping.input.validate.ReferenceCheck;
import marketshaping.lake.CommitNote;
import marketshaping.lake.Lake;
import marketshaping.lake.TableSchema;
import marketshaping.model.contract.Contract;
import marketshaping.model.problem.Finding;
import marketshaping.model.problem.FindingKind;
import marketshaping.model.problem.Problems;
import marketshaping.model.problem.UserProblem;
import marketshaping.model.secret.PseudonymisationKey;
import org.apache.spark.sql.SparkSession;

/**
 * Reads a council's files into the tables of the lake. It validates all files first, reports all problems together, and
 * writes only if there are no problems.
 */
public final class Ingestion {
    private final Supplier<SparkSession> spark;
    private final Optional<Lake> lake;
    private final List<Contract> contracts;
    private final ExtractReader extractReader;
    private final MultiTableReader multiTableReader;
    private final Mappings mappings;
    private final Set<String> upserts;
    private final Confirmations confirmations;
    private final Identity identity;
    private final ExecutionProfile profile;

    /**
     * The id of a run, with its software, its key and the hashes of files. An input has the same fingerprint while its
     * files, its mapping, the software and the key stay the same.
     *
     * @param sha256 returns the SHA-256 of a file
     */
    public record Identity(String run, BuildInfo software, PseudonymisationKey key, Function<Path, String> sha256) {
        String fingerprint(List<Path> files, String mapping) {
            return Fingerprints.of(
                    software.build(),
                    key.fingerprint(),
                    mapping,
                    files.stream().map(sha256).collect(Collectors.joining(",")));
        }
    }

    /**
     * The results of reading and validating an input folder.
     *
     * @param notes commit notes with row counts by input; notes of unchanged inputs come from the lake
     * @param changed the extracts that are not yet in the lake
     * @param unread inputs that were supplied but could not be read
     * @param unused files and folders that belong to no input
     */
    public record Findings(
            Map<String, CommitNote> notes,
            List<ValidatedExtract> changed,
            Set<String> unread,
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

        /** Returns the findings about all inputs and their files. */
        public List<Finding> all() {
            List<Finding> all = new ArrayList<>();
            notes.values().forEach(note -> all.addAll(note.allFindings()));
            unused.forEach(file -> all.add(
                    Finding.ofFile(FindingKind.FILE_UNUSED, file.getFileName().toString(), 1, "")));
            return all;
        }
    }

    /**
     * Creates an ingestion.
     *
     * @param lake the lake; empty to check extracts without one
     * @param contracts the inputs to read
     * @param upserts inputs whose extracts contain only changed rows
     */
    public Ingestion(
            Supplier<SparkSession> spark,
            Optional<Lake> lake,
            List<Contract> contracts,
            ExtractReader extractReader,
            MultiTableReader multiTableReader,
            Mappings mappings,
            Set<String> upserts,
            Confirmations confirmations,
            Identity identity,
            ExecutionProfile profile) {
        this.spark = spark;
        this.lake = lake;
        this.contracts = contracts;
        this.extractReader = extractReader;
        this.multiTableReader = multiTableReader;
        this.mappings = mappings;
        this.upserts = upserts;
        this.confirmations = confirmations;
        this.identity = identity;
        this.profile = profile;
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
        List<String> names = contracts.stream().map(Contract::input).collect(Collectors.toCollection(ArrayList::new));
        mappings.assembling().forEach(mapping -> names.add(mapping.name()));
        Inbox inbox = Inbox.of(folder, names);
        List<UserProblem> problems = new ArrayList<>(new TreeMap<>(inbox.refused()).values());
        List<Outcome> outcomes = DriverThreads.map(contracts, contract -> read(contract, inbox, folder, isUpToDate));
        Map<String, ExtractReader.Read> read = new LinkedHashMap<>();
        outcomes.forEach(outcome -> outcome.read().ifPresent(extract -> read.put(outcome.input(), extract)));
        Set<String> unread = new TreeSet<>(inbox.refused().keySet());
        outcomes.stream()
                .filter(outcome -> !outcome.problems().isEmpty())
                .forEach(outcome -> unread.add(outcome.input()));
        Map<String, List<Finding>> references = references(read, unread, problems);
        Map<String, CommitNote> notes = new LinkedHashMap<>();
        for (Outcome outcome : outcomes) {
            String input = outcome.input();
            outcome.unchanged().ifPresent(note -> notes.put(input, note));
            problems.addAll(outcome.problems());
            outcome.read().ifPresent(extract -> {
                RowReconciliation rows = new RowReconciliation(extract.extract());
                List<Finding> findings = Stream.concat(
                                outcome.repeatedFiles().stream(), references.getOrDefault(input, List.of()).stream())
                        .toList();
                notes.put(input, rows.note(identity.run(), findings));
                problems.addAll(rows.problems());
                problems.addAll(stops(extract.extract()));
            });
        }
        return new Findings(
                notes,
                read.values().stream().map(ExtractReader.Read::extract).toList(),
                unread,
                inbox.unused(),
                problems);
    }

    /**
     * Returns the findings about references by child input, and adds those that stop an input to the problems. A reference
     * to an unread input is not compared: its keys would be missing for that reason only.
     */
    private Map<String, List<Finding>> references(
            Map<String, ExtractReader.Read> read, Set<String> unread, List<UserProblem> problems) {
        Map<String, List<Finding>> byInput = new LinkedHashMap<>();
        ReferenceComparison comparison = new ReferenceComparison(spark, lake, identity.key(), read);
        for (ReferenceCheck.Result result : comparison.resultsWithout(unread)) {
            Finding finding = result.finding();
            String child = finding.input();
            // If only a parent was read, its commit note carries the finding.
            String reportedWith = read.containsKey(child)
                    ? child
                    : result.reference().parents().stream()
                            .map(parent -> parent.input())
                            .filter(read::containsKey)
                            .findFirst()
                            .orElse(child);
            byInput.computeIfAbsent(reportedWith, of -> new ArrayList<>()).add(finding);
            if (result.isError() && !confirmations.isAccepted(finding)) {
                problems.add(Problems.referenceUnmatched(
                        child, finding.column(), result.missing(), result.of(), result.parents(), result.cause()));
            }
        }
        return byInput;
    }

    /** Returns a problem for each column of a headline figure in which too many cells can't be used. */
    private List<UserProblem> stops(ValidatedExtract extract) {
        Map<String, Finding> byColumn = new LinkedHashMap<>();
        long accepted =
                extract.outcomes().stream().mapToLong(FileOutcome::accepted).sum();
        extract.outcomes().stream()
                .flatMap(outcome -> outcome.findings().stream())
                .filter(finding -> finding.kind() == FindingKind.CELLS_EMPTIED)
                .forEach(finding -> byColumn.merge(
                        finding.column(), finding.of(accepted), (first, second) -> first.plus(second.rows())));
        return byColumn.values().stream()
                .filter(confirmations::isStoppedBy)
                .map(Problems::findingNotAccepted)
                .toList();
    }

    /**
     * The result for one input: the commit note in the lake if the input is unchanged or was not supplied, the extract
     * that was read, or problems.
     */
    private record Outcome(
            String input,
            Optional<CommitNote> unchanged,
            Optional<ExtractReader.Read> read,
            List<Finding> repeatedFiles,
            List<UserProblem> problems) {

        static Outcome unread(String input, Optional<CommitNote> unchanged, List<UserProblem> problems) {
            return new Outcome(input, unchanged, Optional.empty(), List.of(), problems);
        }
    }

    private Outcome read(Contract contract, Inbox inbox, Path folder, BiPredicate<CommitNote, String> isUpToDate) {
        String input = contract.input();
        Optional<CommitNote> stored = lake.flatMap(tables -> tables.note(input));
        try {
            Optional<Source> source = source(contract, inbox);
            if (source.isEmpty()) {
                boolean isMissing = contract.isRequired()
                        && stored.isEmpty()
                        && !inbox.refused().containsKey(input);
                return Outcome.unread(
                        input, stored, isMissing ? List.of(Problems.requiredInputMissing(folder, input)) : List.of());
            }
            String fingerprint = identity.fingerprint(source.get().files(), mappings.chosenText(input));
            if (stored.isPresent() && isUpToDate.test(stored.get(), fingerprint)) {
                return Outcome.unread(input, stored, List.of());
            }
            ExtractReader.Read read = source.get().reader().apply(fingerprint);
            return new Outcome(
                    input, Optional.empty(), Optional.of(read), source.get().repeatedFiles(), List.of());
        } catch (UserProblem problem) {
            return Outcome.unread(input, Optional.empty(), List.of(problem));
        }
    }

    /**
     * The files supplied for an input, with the function that reads them.
     *
     * @param repeatedFiles findings about files that are left out because another has the same content
     */
    private record Source(List<Path> files, List<Finding> repeatedFiles, Function<String, ExtractReader.Read> reader) {}

    /**
     * Finds the files of an input: a file or folder named after the input, or the folder of a source system. Returns
     * empty if there are none.
     */
    private Optional<Source> source(Contract contract, Inbox inbox) {
        String input = contract.input();
        List<Path> own = inbox.files(input);
        List<Source> sources = new ArrayList<>();
        if (!own.isEmpty()) {
            sources.add(distinct(contract, own));
        }
        for (Mapping mapping : mappings.assembling()) {
            List<Path> folder = inbox.files(mapping.name());
            if (!folder.isEmpty() && mapping.assemblies().containsKey(input)) {
                sources.add(new Source(
                        folder,
                        List.of(),
                        fingerprint -> multiTableReader.read(contract, mapping, folder, fingerprint)));
            }
        }
        if (sources.size() > 1) {
            throw Problems.inputTwice(
                    input, sources.stream().map(source -> source.files().get(0)).toList());
        }
        return sources.stream().findFirst();
    }

    /**
     * Returns the files of an input. If the input has no key, a file with the content of another is left out: each of
     * its rows would count twice.
     */
    private Source distinct(Contract contract, List<Path> files) {
        Map<String, Path> byHash = new LinkedHashMap<>();
        List<Finding> repeated = new ArrayList<>();
        List<Path> kept = new ArrayList<>();
        for (Path file : files) {
            Path first = byHash.putIfAbsent(identity.sha256().apply(file), file);
            if (first == null || !contract.key().isEmpty()) {
                kept.add(file);
            } else {
                repeated.add(Finding.ofFile(
                                FindingKind.FILE_REPEATED,
                                file.getFileName().toString(),
                                1,
                                first.getFileName().toString())
                        .in(contract.input()));
            }
        }
        return new Source(kept, repeated, fingerprint -> extractReader.read(contract, kept, fingerprint));
    }

    /**
     * Refuses a full extract that lacks more than the given percentage of the keys in the lake.
     *
     * @throws UserProblem if an extract is refused; it lists every refused extract
     */
    public void guardAgainstShrinkage(Findings findings, int percent) {
        List<ValidatedExtract> guarded = findings.changed().stream()
                .filter(extract -> isGuarded(extract.contract()))
                .toList();
        List<UserProblem> problems = DriverThreads.map(guarded, extract -> shrinkage(extract, percent)).stream()
                .flatMap(Optional::stream)
                .toList();
        if (!problems.isEmpty()) {
            throw Problems.together(problems);
        }
    }

    private boolean isGuarded(Contract contract) {
        String input = contract.input();
        return !contract.key().isEmpty()
                && !confirmations.shrinkage().contains(input)
                && lake.filter(tables -> tables.contains(input)).isPresent()
                && !upserts.contains(input);
    }

    private Optional<UserProblem> shrinkage(ValidatedExtract extract, int percent) {
        String input = extract.contract().input();
        Lake tables = lake.orElseThrow();
        long before = tables.note(input).orElseThrow().rows();
        long lost = tables.read(input)
                .join(extract.rows().accepted(), ScalaSeqs.of(extract.contract().key()), "left_anti")
                .count();
        return lost * 100 > before * percent
                ? Optional.of(Problems.extractShrunk(input, lost, before, percent))
                : Optional.empty();
    }

    /**
     * Writes the changed inputs. It writes the quarantine first, so that no input table is ever newer than its
     * quarantined rows.
     *
     * @param hashes the cache of file hashes, which is saved when the lake contains the rows
     */
    public void store(Findings findings, FileHashCache hashes) {
        if (!findings.changed().isEmpty()) {
            Lake tables = lake.orElseThrow();
            new QuarantineTable(tables, profile).replace(findings, identity.run());
            UpsertMerge merge = new UpsertMerge(tables, upserts, profile);
            Map<Boolean, List<ValidatedExtract>> isStaged = findings.changed().stream()
                    .collect(Collectors.partitioningBy(extract -> extract.rows() instanceof StagedRows));
            DriverThreads.forEach(isStaged.get(false), extract -> store(extract, findings, tables, merge));
            for (ValidatedExtract staged : isStaged.get(true)) {
                ExecutionProfile.REGION.during(spark.get(), () -> {
                    store(staged, findings, tables, merge);
                    return staged;
                });
            }
            findings.changed().forEach(extract -> extract.rows().release());
        }
        hashes.save();
    }

    private static void store(ValidatedExtract extract, Findings findings, Lake tables, UpsertMerge merge) {
        CommitNote note = findings.notes().get(extract.contract().input());
        if (merge.isUpsert(extract.contract())) {
            merge.store(extract.contract(), extract.rows().accepted(), note);
        } else {
            tables.replace(TableSchema.of(extract.contract()), extract.rows().accepted(), note);
        }
    }
}
