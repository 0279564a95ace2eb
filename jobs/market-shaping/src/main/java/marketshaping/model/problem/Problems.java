package marketshaping.model.problem;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;
import marketshaping.model.problem.UserProblem.Kind;

/**
 * Creates the problems that a user can fix, each from one {@link Message}. No message names a person or shows a
 * person's identifier.
 */
public final class Problems {

    private Problems() {}

    /**
     * Combines several problems, so that the user can fix them all at once. The combined problem is of the kind wrong
     * usage if any of them is; otherwise, it is of the kind refused data.
     */
    public static UserProblem together(List<UserProblem> problems) {
        Kind kind = problems.stream().anyMatch(problem -> problem.kind() == Kind.WRONG_USAGE)
                ? Kind.WRONG_USAGE
                : Kind.DATA_REFUSED;
        return new UserProblem(
                kind,
                problems.stream()
                        .flatMap(problem -> problem.messages().stream())
                        .toList());
    }

    // Settings, options and plans.

    public static UserProblem keyMissing() {
        return problem(SettingsMessage.KEY_MISSING);
    }

    public static UserProblem keyTooShort(int bytes, int least) {
        return problem(SettingsMessage.KEY_TOO_SHORT, bytes, least);
    }

    public static UserProblem passwordUnusable(int longest) {
        return problem(SettingsMessage.PASSWORD_UNUSABLE, longest);
    }

    public static UserProblem settingsUnreadable(String file, String cause) {
        return problem(SettingsMessage.SETTINGS_UNREADABLE, file, cause);
    }

    public static UserProblem settingUnknown(String file, String key, Collection<String> known) {
        return problem(SettingsMessage.SETTING_UNKNOWN, file, key, sorted(known));
    }

    public static UserProblem settingMissing(String file, String key, String shouldBe) {
        return problem(SettingsMessage.SETTING_MISSING, file, key, shouldBe);
    }

    public static UserProblem settingWrong(String file, String key, String value, String shouldBe) {
        return problem(SettingsMessage.SETTING_WRONG, file, key, value, shouldBe);
    }

    public static UserProblem noSuchPack(String name, Collection<String> known) {
        return problem(SettingsMessage.PACK_UNKNOWN, name, list(known));
    }

    public static UserProblem emailWithoutDisclosureControl(String rule) {
        return problem(SettingsMessage.EMAIL_WITHOUT_CONTROL, rule);
    }

    public static UserProblem mailPasswordMissing(String user) {
        return problem(SettingsMessage.MAIL_PASSWORD_MISSING, user);
    }

    public static UserProblem noSuchFinding(String option, String text, Collection<String> known) {
        return problem(SettingsMessage.FINDING_UNKNOWN, option, text, list(known));
    }

    public static UserProblem noSuchColumn(String option, String text) {
        return problem(SettingsMessage.COLUMN_UNKNOWN, option, text);
    }

    public static UserProblem optionsMissing(Collection<String> options) {
        return problem(SettingsMessage.OPTIONS_MISSING, list(options));
    }

    public static UserProblem sampleMissing(Path folder) {
        return problem(SettingsMessage.SAMPLE_MISSING, folder);
    }

    public static UserProblem noSuchRule(String name, Collection<String> known) {
        return problem(SettingsMessage.RULE_UNKNOWN, name, list(known));
    }

    public static UserProblem noSuchProfile(String name, Collection<String> known) {
        return problem(SettingsMessage.PROFILE_UNKNOWN, name, list(known));
    }

    public static UserProblem noSuchInput(String option, String name, Collection<String> known) {
        return problem(SettingsMessage.INPUT_UNKNOWN, option, name, list(known));
    }

    public static UserProblem noSuchMeasure(String name, List<String> nearest) {
        return problem(SettingsMessage.MEASURE_UNKNOWN, name, list(nearest));
    }

    public static UserProblem upsertWithoutKey(String input) {
        return problem(SettingsMessage.UPSERT_WITHOUT_KEY, input);
    }

    public static UserProblem monthsReversed(YearMonth from, YearMonth to) {
        return problem(SettingsMessage.MONTHS_REVERSED, from, to);
    }

    public static UserProblem asAtInFuture(String option, LocalDate asAt, LocalDate today) {
        return problem(SettingsMessage.AS_AT_IN_FUTURE, option, asAt, today);
    }

    public static UserProblem planUnreadable(String file, String cause) {
        return problem(SettingsMessage.PLAN_UNREADABLE, file, cause);
    }

    public static UserProblem planKeyUnknown(String file, String key, Collection<String> known) {
        return problem(SettingsMessage.PLAN_KEY_UNKNOWN, file, key, sorted(known));
    }

    /**
     * Creates the problem of a missing or wrong value in a plan.
     *
     * @param value the value in the file; empty if it is missing
     */
    public static UserProblem planWrong(String file, String key, String value, String shouldBe) {
        return value.isEmpty()
                ? problem(SettingsMessage.PLAN_VALUE_MISSING, file, key, shouldBe)
                : problem(SettingsMessage.PLAN_VALUE_WRONG, file, key, value, shouldBe);
    }

    public static UserProblem pathIsUri(String path) {
        return problem(SettingsMessage.PATH_IS_URI, path);
    }

    // Files and folders.

    public static UserProblem inputFolderMissing(Path folder) {
        return problem(FileMessage.INPUT_FOLDER_MISSING, folder);
    }

    public static UserProblem requiredInputMissing(Path folder, String input) {
        return problem(FileMessage.REQUIRED_INPUT_MISSING, folder, input);
    }

    public static UserProblem inputTwice(String input, List<Path> files) {
        return problem(FileMessage.INPUT_TWICE, input, list(files));
    }

    public static UserProblem inputFolderEmpty(Path folder) {
        return problem(FileMessage.INPUT_FOLDER_EMPTY, folder);
    }

    public static UserProblem folderNotFile(Path folder, String input) {
        return problem(FileMessage.FOLDER_NAMED_AS_FILE, folder, input);
    }

    public static UserProblem fileKindUnsupported(Path file) {
        return problem(FileMessage.FILE_KIND_UNSUPPORTED, file);
    }

    public static UserProblem fileEmpty(Path file) {
        return problem(FileMessage.FILE_EMPTY, file);
    }

    public static UserProblem wrongExtension(Path file, String content, String suffix) {
        return problem(FileMessage.EXTENSION_WRONG, file, content, suffix);
    }

    public static UserProblem contentUnsupported(Path file, String content) {
        return problem(FileMessage.CONTENT_UNSUPPORTED, file, content);
    }

    public static UserProblem passwordProtected(Path file) {
        return problem(FileMessage.FILE_PROTECTED, file);
    }

    public static UserProblem nulByte(Path file, long row) {
        return problem(FileMessage.NUL_BYTE, file, row);
    }

    public static UserProblem encodingBroken(Path file) {
        return problem(FileMessage.ENCODING_BROKEN, file);
    }

    public static UserProblem archiveBroken(Path file) {
        return problem(FileMessage.ARCHIVE_BROKEN, file);
    }

    public static UserProblem archiveTooLarge(Path file) {
        return problem(FileMessage.ARCHIVE_TOO_LARGE, file);
    }

    public static UserProblem inputUnreadable(Path file, String cause) {
        return problem(FileMessage.FILE_UNREADABLE, file, cause);
    }

    public static UserProblem inputChanged(Path file) {
        return problem(FileMessage.FILE_CHANGED, file);
    }

    public static UserProblem macros(Path file) {
        return problem(FileMessage.MACROS, file);
    }

    public static UserProblem entityDeclared(Path file) {
        return problem(FileMessage.ENTITY_DECLARED, file);
    }

    public static UserProblem workbookTooLarge(Path file) {
        return problem(FileMessage.WORKBOOK_TOO_LARGE, file);
    }

    public static UserProblem workbookBroken(Path file, String part) {
        return problem(FileMessage.WORKBOOK_BROKEN, file, part);
    }

    public static UserProblem workbookTooOld(Path file) {
        return problem(FileMessage.WORKBOOK_TOO_OLD, file);
    }

    public static UserProblem jsonBroken(Path file, long line, long column) {
        return problem(FileMessage.JSON_BROKEN, file, line, column);
    }

    public static UserProblem jsonWithoutTable(Path file) {
        return problem(FileMessage.JSON_WITHOUT_TABLE, file);
    }

    public static UserProblem jsonTooLarge(Path file) {
        return problem(FileMessage.JSON_TOO_LARGE, file);
    }

    /** Creates the problem of a zip archive that does not contain exactly one table. */
    public static UserProblem archiveWithoutOneTable(Path file, int tables, Collection<String> names) {
        return problem(
                FileMessage.ARCHIVE_WITHOUT_ONE_TABLE,
                file,
                tables == 0 ? "no table" : tables + " tables",
                list(names));
    }

    public static UserProblem pageWithoutTable(Path file) {
        return problem(FileMessage.PAGE_WITHOUT_TABLE, file);
    }

    public static UserProblem pageTooLarge(Path file, long megabytes) {
        return problem(FileMessage.PAGE_TOO_LARGE, file, megabytes);
    }

    public static UserProblem sheetCutOff(Path file, String sheet, long row) {
        return problem(FileMessage.SHEET_CUT_OFF, file, sheet, row);
    }

    public static UserProblem loginPage(Path file) {
        return problem(FileMessage.LOGIN_PAGE, file);
    }

    public static UserProblem pageOfFrames(Path file, List<String> files) {
        return problem(FileMessage.PAGE_OF_FRAMES, file, list(files));
    }

    // Headers, columns, rows and cells.

    public static UserProblem noHeader(String file, Collection<String> required) {
        return problem(TableMessage.HEADER_MISSING, file, list(required));
    }

    /**
     * Returns the problem of a header that lacks required columns.
     *
     * @param missing each with the closest column of the header in brackets, if there is one
     */
    public static UserProblem columnsMissing(
            String file, long row, Collection<String> missing, Collection<String> recognised) {
        return problem(TableMessage.COLUMNS_MISSING, file, row, list(missing), list(recognised));
    }

    public static UserProblem datesSwapped(String file, String column, long dates, long texts) {
        return problem(TableMessage.DATES_SWAPPED, file, column, dates, texts);
    }

    public static UserProblem columnAbsent(String file, String input, String column, Collection<String> alike) {
        return problem(TableMessage.COLUMN_ABSENT, file, column, input, alike.isEmpty() ? "none" : list(alike));
    }

    public static UserProblem findingNotAccepted(Finding finding) {
        return problem(
                TableMessage.FINDING_NOT_ACCEPTED,
                finding.input(),
                finding.column(),
                finding.rows(),
                finding.of(),
                finding.kind().id(),
                finding.detail());
    }

    public static UserProblem rowsOverlap(String input, String file, long rows, long of, String other) {
        return problem(TableMessage.ROWS_OVERLAP, file, rows, of, other, input);
    }

    public static UserProblem referenceUnmatched(
            String input, String column, long missing, long of, String parent, String cause) {
        return problem(
                TableMessage.REFERENCE_UNMATCHED,
                input,
                column,
                missing,
                of,
                parent,
                cause.isEmpty() ? "none found" : cause);
    }

    public static UserProblem columnTwice(String file, long row, String column) {
        return problem(TableMessage.COLUMN_TWICE, file, row, column);
    }

    public static UserProblem tooManyColumns(Path file, long row, int columns) {
        return problem(TableMessage.COLUMNS_TOO_MANY, file, row, columns);
    }

    public static UserProblem noRows(String input) {
        return problem(TableMessage.ROWS_MISSING, input);
    }

    public static UserProblem nothingAccepted(String input) {
        return problem(TableMessage.ROWS_ALL_QUARANTINED, input);
    }

    public static UserProblem monthFirst(String file, String column, long row) {
        return problem(TableMessage.MONTH_FIRST, file, row, column);
    }

    public static UserProblem extractShrunk(String input, long lost, long held, int percent) {
        return problem(TableMessage.EXTRACT_SHRUNK, input, lost, held, percent);
    }

    public static UserProblem cellTooLong(Path file, long row, int bytes) {
        return problem(TableMessage.CELL_TOO_LONG, file, row, bytes);
    }

    public static UserProblem rowTooLong(Path file, long row, int bytes) {
        return problem(TableMessage.ROW_TOO_LONG, file, row, bytes);
    }

    public static UserProblem quoteNotClosed(Path file, long row) {
        return problem(TableMessage.QUOTE_NOT_CLOSED, file, row);
    }

    public static UserProblem quoteSwallowsRows(Path file, long row, int lines) {
        return problem(
                TableMessage.QUOTE_SWALLOWS_ROWS, file, row, lines == 1 ? "1 line break" : lines + " line breaks");
    }

    public static UserProblem rowsCut(Path file, long row, int rows) {
        return problem(TableMessage.ROWS_CUT, file, row, rows == 1 ? "1 row" : rows + " rows");
    }

    public static UserProblem costImplausible(String placement, long amount, long limit) {
        return problem(
                TableMessage.COST_IMPLAUSIBLE,
                placement,
                String.format(Locale.UK, "%,d", amount),
                String.format(Locale.UK, "%,d", limit));
    }

    public static UserProblem paymentImplausible(LocalDate date, String supplier, long amount, long limit) {
        return problem(
                TableMessage.PAYMENT_IMPLAUSIBLE,
                date,
                supplier,
                String.format(Locale.UK, "%,d", amount),
                String.format(Locale.UK, "%,d", limit));
    }

    public static UserProblem formulaWithoutValue(Path file, String sheet, String cell) {
        return problem(TableMessage.FORMULA_WITHOUT_VALUE, file, sheet, cell);
    }

    public static UserProblem quotesMixed(Path file, long row) {
        return problem(TableMessage.QUOTES_MIXED, file, row);
    }

    // Mappings.

    /**
     * Creates the problem of an error in a mapping file.
     *
     * @param key the position in the file, as keys joined with dots; empty for the whole file
     */
    public static UserProblem mappingWrong(String file, int line, String key, String fault) {
        return problem(MappingMessage.MAPPING_WRONG, file, line, key.isEmpty() ? fault : key + " " + fault);
    }

    public static UserProblem noSuchMapping(String name, Collection<String> known) {
        return problem(MappingMessage.MAPPING_UNKNOWN, name, list(known));
    }

    public static UserProblem mappingWithout(String mapping, String input, Collection<String> inputs) {
        return problem(MappingMessage.MAPPING_WITHOUT_INPUT, mapping, input, sorted(inputs));
    }

    public static UserProblem mappingExists(Path file) {
        return problem(MappingMessage.MAPPING_EXISTS, file);
    }

    public static UserProblem expressionWrong(String mapping, String input, String fault) {
        return problem(MappingMessage.EXPRESSION_WRONG, mapping, input, fault);
    }

    public static UserProblem tableMissing(Path folder, String table) {
        return problem(MappingMessage.TABLE_MISSING, folder, table);
    }

    /**
     * Creates the problem of a lookup table that repeats a key.
     *
     * @param key the name of the key column; its value is not shown, because it may identify a person
     * @param first the number of the first row with the key
     * @param second the number of the next row with the key
     */
    public static UserProblem lookupTwice(String table, String key, long first, long second) {
        return problem(MappingMessage.LOOKUP_TWICE, table, first, second, key);
    }

    // The lake.

    public static UserProblem lakeInUse(Path lake, String holder) {
        return problem(LakeMessage.LAKE_IN_USE, lake, holder);
    }

    /**
     * Creates the problem of a damaged table in the lake.
     *
     * @param table the name of the table; empty if it is unknown
     * @param what the damaged file or the message of Spark
     */
    public static UserProblem lakeDamaged(Path lake, String table, String what) {
        return problem(LakeMessage.LAKE_DAMAGED, lake, table.isEmpty() ? "a table" : table, what);
    }

    public static UserProblem lakeEmpty(Path lake, Collection<String> missing) {
        return problem(LakeMessage.LAKE_EMPTY, lake, list(missing));
    }

    public static UserProblem measureWithoutInput(String name, Collection<String> absent) {
        return problem(LakeMessage.MEASURE_WITHOUT_INPUT, name, list(absent));
    }

    public static UserProblem versionGone(Path lake, String table, long version) {
        return problem(LakeMessage.VERSION_GONE, lake, version, table);
    }

    // Packs and their delivery.

    public static UserProblem shareMissing(Path packs, Path folder) {
        return problem(PackMessage.SHARE_MISSING, packs, folder);
    }

    public static UserProblem notCopied(Path packs, Path place, String cause) {
        return problem(PackMessage.PACKS_NOT_COPIED, packs, place, cause);
    }

    public static UserProblem notSent(Path packs, Collection<String> to, String server, String cause) {
        return problem(PackMessage.EMAIL_NOT_SENT, packs, list(to), server, cause);
    }

    public static UserProblem manifestMissing(Path file) {
        return problem(PackMessage.MANIFEST_MISSING, file);
    }

    public static UserProblem manifestUnreadable(Path file) {
        return problem(PackMessage.MANIFEST_UNREADABLE, file);
    }

    public static UserProblem softwareDifferent(Path manifest, String theirs, String ours) {
        return problem(PackMessage.SOFTWARE_DIFFERENT, manifest, theirs, ours);
    }

    public static UserProblem settingsDifferent(Path manifest) {
        return problem(PackMessage.SETTINGS_DIFFERENT, manifest);
    }

    public static UserProblem packDifferent(Path folder, List<String> files) {
        return problem(PackMessage.PACK_DIFFERENT, folder, list(files));
    }

    public static UserProblem refusalNotSent(Collection<String> to, String server, String cause) {
        return problem(PackMessage.REFUSAL_NOT_SENT, list(to), server, cause);
    }

    // The computer and the program.

    public static UserProblem cannotWrite(Path place, String cause) {
        return problem(PlatformMessage.WRITE_FAILED, place, cause);
    }

    /** Creates the problem of a run that a signal has stopped, for example from a scheduler or from the keyboard. */
    public static UserProblem stopped() {
        return problem(PlatformMessage.RUN_STOPPED);
    }

    public static UserProblem bug() {
        return problem(PlatformMessage.BUG);
    }

    private static String list(Collection<?> items) {
        return items.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    private static String sorted(Collection<String> items) {
        return list(new TreeSet<>(items));
    }

    private static UserProblem problem(Message message, Object... values) {
        return new UserProblem(message.text().kind(), List.of(message.filled(values)));
    }
}
