package marketshaping.feedback;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import marketshaping.feedback.CheckReport.FileRead;
import marketshaping.feedback.CheckReport.LakeInput;
import marketshaping.feedback.CheckReport.RuleViolation;
import marketshaping.input.ingest.Ingestion;
import marketshaping.input.ingest.ValidatedExtract;
import marketshaping.input.mapping.Mapping;
import marketshaping.input.validate.FileOfInput;
import marketshaping.lake.CommitNote;
import marketshaping.lake.CommitNote.FileCount;
import marketshaping.model.contract.Contract;
import marketshaping.model.contract.Field;
import marketshaping.model.contract.Inputs;
import marketshaping.model.problem.Problems;
import marketshaping.model.problem.UserProblem;

/** Builds the check report of an input folder. */
public final class CheckReportBuilder {
    private final Ingestion.Findings findings;

    public CheckReportBuilder(Ingestion.Findings findings) {
        this.findings = findings;
    }

    /**
     * Builds the report from the findings of ingestion and from the accepted rows.
     *
     * @param views the accepted rows, as views
     * @param problems every problem that prevents ingestion
     */
    public CheckReport report(CandidateTables views, List<UserProblem> problems) {
        List<ValidatedExtract> extracts = findings.changed();
        Set<String> given = new LinkedHashSet<>(findings.notes().keySet());
        return new CheckReport(
                problems.isEmpty() ? 0 : Problems.together(problems).kind().exitCode(),
                problems.stream()
                        .flatMap(problem -> problem.messages().stream())
                        .distinct()
                        .toList(),
                files(extracts),
                findings.all(),
                violations(extracts),
                // Lookups in an input that could not be read would fail for that reason only.
                findings.unread().isEmpty() ? views.gaps(given) : List.of(),
                MissingInputs.of(given),
                UnclassifiedRows.of(extracts),
                onlyInLake(extracts),
                findings.unused().stream()
                        .map(file -> file.getFileName().toString())
                        .toList());
    }

    private List<FileRead> files(List<ValidatedExtract> extracts) {
        return extracts.stream()
                .flatMap(extract -> files(extract).stream())
                .sorted(Comparator.comparing(FileRead::rowsQuarantined).reversed())
                .toList();
    }

    /**
     * Returns the findings about each file of an extract. The commit note lists these files in the same order: first
     * those with rows, then those used only for lookups.
     */
    private List<FileRead> files(ValidatedExtract extract) {
        List<FileOfInput> files = Stream.concat(
                        extract.files().stream(), extract.lookedUp().stream().map(ValidatedExtract.LookedUp::file))
                .toList();
        List<FileRead> read = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            boolean isLookedUp = i >= extract.files().size();
            read.add(file(
                    extract.contract(),
                    files.get(i),
                    counts(extract).get(i),
                    isLookedUp ? List.of() : missingColumns(extract.contract(), files.get(i))));
        }
        return read;
    }

    private List<FileCount> counts(ValidatedExtract extract) {
        return findings.notes().get(extract.contract().input()).files();
    }

    private static FileRead file(Contract contract, FileOfInput file, FileCount count, List<String> missingColumns) {
        return new FileRead(
                contract.input(),
                count.file(),
                count.encoding(),
                count.separator(),
                file.table().name(),
                file.otherTables(),
                count.headerRow(),
                count.mapping(),
                inOrder(contract, count.columns()),
                missingColumns,
                count.unknownColumns(),
                count.rowsRead(),
                count.accepted(),
                count.quarantined(),
                count.rowsNotRecords(),
                new TreeMap<>(count.notRecords()),
                new TreeMap<>(count.normalised()),
                count.cautions());
    }

    /** Returns the columns that the contract lists, in its order, followed by all others. */
    private static Map<String, String> inOrder(Contract contract, Map<String, String> columns) {
        Map<String, String> ordered = new LinkedHashMap<>();
        contract.fields().stream()
                .map(Field::name)
                .filter(columns::containsKey)
                .forEach(column -> ordered.put(column, columns.get(column)));
        new TreeMap<>(columns).forEach(ordered::putIfAbsent);
        return ordered;
    }

    private static List<String> missingColumns(Contract contract, FileOfInput file) {
        Mapping mapping = file.choice().mapping();
        Set<String> provided = new HashSet<>();
        mapping.input(contract.input()).ifPresent(input -> {
            provided.addAll(input.constants().keySet());
            provided.addAll(input.classifiedColumns());
        });
        provided.addAll(
                isAssembled(file)
                        ? mapping.assemblies().get(contract.input()).fields().keySet()
                        : file.header().positions().keySet());
        return contract.fields().stream()
                .map(Field::name)
                .filter(Predicate.not(provided::contains))
                .toList();
    }

    /** Returns true if the file is in the folder of a source system. Only the names of such files contain a folder. */
    private static boolean isAssembled(FileOfInput file) {
        return file.name().contains("/");
    }

    private List<RuleViolation> violations(List<ValidatedExtract> extracts) {
        FailingRowSamples examples = FailingRowSamples.of(extracts);
        List<RuleViolation> violations = new ArrayList<>();
        for (ValidatedExtract extract : extracts) {
            Contract contract = extract.contract();
            for (int i = 0; i < extract.files().size(); i++) {
                FileCount count = counts(extract).get(i);
                int number = i;
                new TreeMap<>(count.rules())
                        .forEach((rule, rows) -> violations.add(new RuleViolation(
                                contract.input(),
                                count.file(),
                                rule,
                                rows,
                                Remedies.of(contract, rule),
                                examples.of(contract.input(), number, rule))));
            }
        }
        return violations.stream()
                .sorted(Comparator.comparing(RuleViolation::rows).reversed())
                .toList();
    }

    private List<LakeInput> onlyInLake(List<ValidatedExtract> extracts) {
        Set<String> read =
                extracts.stream().map(extract -> extract.contract().input()).collect(Collectors.toSet());
        Map<String, CommitNote> notes = findings.notes();
        return Inputs.names().stream()
                .filter(input -> notes.containsKey(input) && !read.contains(input))
                .map(input -> new LakeInput(
                        input, notes.get(input).rows(), notes.get(input).latestDate()))
                .toList();
    }
}
