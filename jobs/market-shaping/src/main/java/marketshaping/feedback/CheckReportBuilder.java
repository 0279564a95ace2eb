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
import marketshaping.feedback.CheckReport.Held;
import marketshaping.feedback.CheckReport.RuleBroken;
import marketshaping.input.ingest.Ingestion;
import marketshaping.input.ingest.ValidatedExtract;
import marketshaping.input.ingest.ValidatedExtract.FileOfInput;
import marketshaping.input.mapping.Mapping;
import marketshaping.lake.CommitNote;
import marketshaping.lake.CommitNote.FileCount;
import marketshaping.model.contract.Contract;
import marketshaping.model.contract.Field;
import marketshaping.model.contract.Inputs;
import marketshaping.model.problem.Problems;
import marketshaping.model.problem.UserProblem;

/** Makes a report of what was found in an input folder. */
public final class CheckReportBuilder {
    private final Ingestion.Findings findings;

    public CheckReportBuilder(Ingestion.Findings findings) {
        this.findings = findings;
    }

    /**
     * @param views what the accepted rows can be asked through
     * @param problems all that keeps the extracts from being taken in
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
                rulesBroken(extracts),
                views.gaps(given),
                MissingInputs.of(given),
                UnclassifiedRows.of(extracts),
                notHandedIn(extracts),
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

    /** The note counts the files in their order, those that rows were looked up in after the others. */
    private List<FileRead> files(ValidatedExtract extract) {
        List<FileOfInput> files = Stream.concat(extract.files().stream(), extract.lookedUp().stream())
                .toList();
        List<FileRead> read = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            boolean isLookedUp = i >= extract.files().size();
            read.add(file(
                    extract.contract(),
                    files.get(i),
                    counts(extract).get(i),
                    isLookedUp ? List.of() : notThere(extract.contract(), files.get(i))));
        }
        return read;
    }

    private List<FileCount> counts(ValidatedExtract extract) {
        return findings.notes().get(extract.contract().input()).files();
    }

    private static FileRead file(Contract contract, FileOfInput file, FileCount count, List<String> notThere) {
        List<String> sheets = file.scanned().sheets();
        return new FileRead(
                contract.input(),
                count.file(),
                count.encoding(),
                count.separator(),
                sheets.isEmpty() ? "" : sheets.get(0),
                sheets.stream().skip(1).toList(),
                count.headerRow(),
                count.mapping(),
                inOrder(contract, count.columns()),
                notThere,
                count.unknownColumns(),
                count.rowsRead(),
                count.accepted(),
                count.quarantined(),
                count.rowsNotRecords(),
                new TreeMap<>(count.notRecords()),
                new TreeMap<>(count.respelled()),
                count.cautions());
    }

    /** As the contract has them, then those that are only read. */
    private static Map<String, String> inOrder(Contract contract, Map<String, String> columns) {
        Map<String, String> ordered = new LinkedHashMap<>();
        contract.fields().stream()
                .map(Field::name)
                .filter(columns::containsKey)
                .forEach(column -> ordered.put(column, columns.get(column)));
        new TreeMap<>(columns).forEach(ordered::putIfAbsent);
        return ordered;
    }

    private static List<String> notThere(Contract contract, FileOfInput file) {
        Mapping mapping = file.choice().mapping();
        Set<String> told = new HashSet<>();
        mapping.input(contract.input()).ifPresent(input -> {
            told.addAll(input.constants().keySet());
            told.addAll(input.decided());
        });
        told.addAll(
                isAssembled(file)
                        ? mapping.assemblies().get(contract.input()).fields().keySet()
                        : file.header().positions().keySet());
        return contract.fields().stream()
                .map(Field::name)
                .filter(Predicate.not(told::contains))
                .toList();
    }

    /** A file of a source system's folder is named with the folder. */
    private static boolean isAssembled(FileOfInput file) {
        return file.name().contains("/");
    }

    private List<RuleBroken> rulesBroken(List<ValidatedExtract> extracts) {
        FailingRowSamples examples = FailingRowSamples.of(extracts);
        List<RuleBroken> broken = new ArrayList<>();
        for (ValidatedExtract extract : extracts) {
            Contract contract = extract.contract();
            for (int i = 0; i < extract.files().size(); i++) {
                FileCount count = counts(extract).get(i);
                int number = i;
                new TreeMap<>(count.rules())
                        .forEach((rule, rows) -> broken.add(new RuleBroken(
                                contract.input(),
                                count.file(),
                                rule,
                                rows,
                                Remedies.of(contract, rule),
                                examples.of(contract.input(), number, rule))));
            }
        }
        return broken.stream()
                .sorted(Comparator.comparing(RuleBroken::rows).reversed())
                .toList();
    }

    private List<Held> notHandedIn(List<ValidatedExtract> extracts) {
        Set<String> read =
                extracts.stream().map(extract -> extract.contract().input()).collect(Collectors.toSet());
        Map<String, CommitNote> notes = findings.notes();
        return Inputs.names().stream()
                .filter(input -> notes.containsKey(input) && !read.contains(input))
                .map(input -> new Held(
                        input, notes.get(input).rows(), notes.get(input).latestDate()))
                .toList();
    }
}
