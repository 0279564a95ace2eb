package marketshaping.output.publish;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import marketshaping.analysis.measure.Measure;
import marketshaping.analysis.measure.Measures;
import marketshaping.analysis.measure.PublishedComparisons;
import marketshaping.engine.Storage;
import marketshaping.lake.CommitNote;
import marketshaping.lake.Lake;
import marketshaping.model.contract.Inputs;
import marketshaping.model.problem.Finding;
import marketshaping.model.problem.Problems;
import marketshaping.model.settings.Settings;
import marketshaping.model.table.Column;
import marketshaping.model.table.Table;
import marketshaping.output.disclosure.Disclosure;
import marketshaping.output.disclosure.DisclosureProfile;
import marketshaping.output.disclosure.PublishedTables;
import marketshaping.output.disclosure.Release;
import marketshaping.output.pack.Packs;
import marketshaping.output.pack.sheet.PackInputs;
import marketshaping.output.workbook.RowsWorkbook;
import marketshaping.output.workbook.WorkbookPassword;
import marketshaping.output.workbook.WorkbookWriter;

/**
 * Writes the calculated tables as CSV files and packs. The council's version contains exact figures; the published
 * version is disclosure controlled.
 */
public final class PackWriter {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);
    /** The subfolder of tables without disclosure control. */
    public static final String INTERNAL_TABLES = "internal";

    /** The subfolder of tables with disclosure control. */
    public static final String PUBLISHED_TABLES = "published";

    private static final String INTERNAL = "OFFICIAL-SENSITIVE";
    private static final String PUBLIC = "OFFICIAL";

    private static final Set<String> COUNCIL_ONLY = Measures.ALL.stream()
            .filter(measure -> measure.audience() == Measure.Audience.COUNCIL)
            .map(Measure::id)
            .collect(Collectors.toSet());

    private final Settings settings;
    private final LocalDate asAt;
    private final WorkbookPassword workingListPassword;
    private final Lake lake;
    private final Map<String, Table> tables;
    private final Iterable<List<Object>> actionRows;
    private final DisclosureProfile profile;
    private final PublishedTables published;

    /**
     * Applies disclosure control to the tables for publication. Writes nothing yet.
     *
     * @param actionRows the rows of the working list
     * @param previous the previous pack, which readers already have
     */
    public PackWriter(
            Settings settings,
            LocalDate asAt,
            WorkbookPassword workingListPassword,
            Lake lake,
            Map<String, Table> tables,
            Iterable<List<Object>> actionRows,
            Optional<Release> previous) {
        this.settings = settings;
        this.asAt = asAt;
        this.workingListPassword = workingListPassword;
        this.lake = lake;
        this.tables = tables;
        this.actionRows = actionRows;
        this.profile = DisclosureProfile.named(settings.disclosure()).orElseThrow();
        Map<String, Table> publishable = new LinkedHashMap<>(tables);
        publishable.keySet().removeAll(COUNCIL_ONLY);
        this.published = new Disclosure(profile).publish(publishable, asAt, previous);
    }

    /** Returns the exact tables behind the published tables, and the cells hidden in publication. */
    public Release release() {
        return published.release();
    }

    /**
     * Writes all tables and packs.
     *
     * @throws marketshaping.model.problem.UserProblem if the folder cannot be written
     */
    public void write(Path folder) {
        Map<String, Table> internal = new LinkedHashMap<>();
        Map<String, Table> publishable = new LinkedHashMap<>(published.tables());
        tables.forEach((id, table) -> internal.put(id, table.visible()));
        // The published comparison uses published tables only: no published figure may derive from an internal one.
        String council = settings.council().code();
        internal.put(PublishedComparisons.MEASURE.id(), PublishedComparisons.table(council, internal, asAt));
        publishable.put(PublishedComparisons.MEASURE.id(), PublishedComparisons.table(council, publishable, asAt));
        try {
            writeCsv(folder.resolve(INTERNAL_TABLES), internal);
            writeCsv(folder.resolve(PUBLISHED_TABLES), publishable);
            PackInputs forCouncil = inputs(internal, INTERNAL, "None: this pack is for the council only.", findings());
            write(Packs.COMMISSIONING, forCouncil, folder);
            PackInputs toPublish = inputs(publishable, PUBLIC, profile.sentence(), List.of());
            write(Packs.MARKET_POSITION, toPublish, folder);
            write(Packs.FREEDOM_OF_INFORMATION, toPublish, folder);
            writeCsv(folder.resolve("freedom-of-information"), Packs.freedomOfInformationTables(publishable));
            writeWorkingList(forCouncil, folder);
        } catch (IOException e) {
            throw Problems.cannotWrite(folder, e.toString());
        }
    }

    private void write(Packs.Pack pack, PackInputs inputs, Path folder) throws IOException {
        new WorkbookWriter().write(pack.workbook(inputs), folder.resolve(pack.fileName(asAt)));
    }

    private void writeWorkingList(PackInputs inputs, Path folder) throws IOException {
        Packs.Pack pack = Packs.WORKING_LIST;
        RowsWorkbook.write(
                pack.workbook(inputs),
                Packs.rowsOfWorkingList(inputs, actionRows),
                folder.resolve(pack.fileName(asAt)),
                workingListPassword);
    }

    private static void writeCsv(Path folder, Map<String, Table> tables) throws IOException {
        Storage.createFolder(folder);
        for (Table table : tables.values()) {
            TableCsv.write(table, folder.resolve(table.id() + ".csv"));
        }
    }

    private PackInputs inputs(Map<String, Table> shown, String classification, String rule, List<String> findings) {
        List<Measure> measures = new ArrayList<>(Measures.ALL);
        measures.add(PublishedComparisons.MEASURE);
        return new PackInputs(
                settings.council().name(),
                settings.areas(),
                settings.region().name(),
                asAt,
                shown,
                measures,
                sources(),
                rule,
                classification,
                settings.contact(),
                List.of(new PackInputs.Milestone("Framework went live", settings.frameworkGoLive())),
                settings.targets(),
                settings.intentions().stream()
                        .map(intention -> new PackInputs.Intention(
                                intention.setting(),
                                intention.need(),
                                intention.places(),
                                intention.by(),
                                intention.words()))
                        .toList(),
                notes(),
                findings);
    }

    private List<String> findings() {
        return Inputs.names().stream()
                .flatMap(input -> lake.note(input).stream())
                .flatMap(note -> note.allFindings().stream())
                .map(Finding::sentence)
                .distinct()
                .toList();
    }

    private List<PackInputs.Source> sources() {
        List<PackInputs.Source> sources = new ArrayList<>();
        for (String input : Inputs.names()) {
            lake.note(input)
                    .ifPresent(note -> sources.add(new PackInputs.Source(
                            input,
                            note.files().stream()
                                    .map(CommitNote.FileCount::file)
                                    .toList(),
                            formatDate(note.latestDate()))));
        }
        return sources;
    }

    private static String formatDate(String date) {
        return date.isEmpty() ? "not stated" : LocalDate.parse(date).format(DAY);
    }

    private List<String> notes() {
        Set<String> needed = Measures.ALL.stream()
                .flatMap(measure -> Stream.concat(
                        measure.needs().stream(), measure.columns().stream().map(Column::needs)))
                .collect(Collectors.toSet());
        return Inputs.names().stream()
                .filter(input -> !lake.contains(input))
                .map(input -> needed.contains(input)
                        ? "The input %s was not supplied. Figures that need it show [x].".formatted(input)
                        : "The input %s was not supplied.".formatted(input))
                .toList();
    }
}
