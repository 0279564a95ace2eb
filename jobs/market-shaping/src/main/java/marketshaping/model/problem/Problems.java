package marketshaping.model.problem;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import marketshaping.model.problem.UserProblem.Kind;

/**
 * Every message about something that the user can mend: the problem, its cause and the remedy, in words that stay the
 * same from one release to the next. Nothing here names a person or shows a person's identifier.
 */
public final class Problems {

    private Problems() {}

    /** Several problems as one, so that a user mends them together. Data is refused unless one of them is wrong usage. */
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

    // Settings and usage.

    public static UserProblem keyMissing() {
        return usage("MARKET_SHAPING_KEY is not set. People's identifiers are hashed with this key and never stored"
                + " without it. Set it to a secret of 32 bytes or more, the same one on every run; only the sample"
                + " council (--sample) brings a key of its own.");
    }

    public static UserProblem keyTooShort(int bytes, int least) {
        return usage(
                ("MARKET_SHAPING_KEY holds %d bytes, which is too short to keep people's identifiers safe. Set it to"
                                + " a secret of %d bytes or more, for example the output of: openssl rand -hex 32")
                        .formatted(bytes, least));
    }

    public static UserProblem passwordUnfit(int longest) {
        return usage(("MARKET_SHAPING_WORKING_LIST_PASSWORD is set, and is empty or longer than %d characters, which no"
                        + " workbook can be encrypted with. Set it to a password, or unset it to leave the working list"
                        + " unencrypted.")
                .formatted(longest));
    }

    public static UserProblem settingsUnreadable(String file, String cause) {
        return usage("%s: the settings can't be read (%s). Mend the file, or leave out --settings to use Hackney's."
                .formatted(file, cause));
    }

    public static UserProblem settingUnknown(String file, String key, Collection<String> known) {
        return usage("%s: there is no setting '%s'. Known here: %s."
                .formatted(file, key, String.join(", ", new TreeSet<>(known))));
    }

    public static UserProblem settingMissing(String file, String key, String shouldBe) {
        return usage("%s: the setting '%s' is missing. It should be %s.".formatted(file, key, shouldBe));
    }

    public static UserProblem settingWrong(String file, String key, String value, String shouldBe) {
        return usage("%s: the setting '%s' is '%s'. It should be %s.".formatted(file, key, value, shouldBe));
    }

    public static UserProblem noSuchPack(String name, Collection<String> known) {
        return usage("The setting 'deliver.folder.packs' names '%s', which is not a pack. Packs are: %s."
                .formatted(name, String.join(", ", known)));
    }

    public static UserProblem nothingHidden(String rule) {
        return usage(("The settings ask for e-mail ('deliver.email'), and for packs from which nothing is hidden"
                        + " ('disclosure' is '%s'). Only disclosure controlled packs are sent: name another rule, or deliver"
                        + " to a folder.")
                .formatted(rule));
    }

    public static UserProblem mailPasswordMissing(String user) {
        return usage(("The setting 'deliver.email.user' is '%s', and MARKET_SHAPING_SMTP_PASSWORD is not set. Set it to"
                        + " that user's password, or leave the user out where the mail server asks for none.")
                .formatted(user));
    }

    public static UserProblem optionsMissing(Collection<String> options) {
        return usage("Missing: %s. Give each, or use --sample to run the sample council."
                .formatted(String.join(", ", options)));
    }

    public static UserProblem sampleMissing(Path folder) {
        return usage("The sample council is not at %s. Run from a checkout of the project, or generate one with:"
                        .formatted(folder)
                + " jobs/bin/sample-council --people 4000 --seed 1 --out DIR");
    }

    public static UserProblem noSuchRule(String name, Collection<String> known) {
        return usage("The setting 'disclosure' is '%s', which is no disclosure rule. It should be one of: %s."
                .formatted(name, String.join(", ", known)));
    }

    public static UserProblem noSuchProfile(String name, Collection<String> known) {
        return usage("There is no execution profile '%s'. Set --profile or MARKET_SHAPING_PROFILE to one of: %s."
                .formatted(name, String.join(", ", known)));
    }

    public static UserProblem noSuchInput(String option, String name, Collection<String> known) {
        return usage("%s names '%s', which is not an input. Inputs are: %s."
                .formatted(option, name, String.join(", ", known)));
    }

    public static UserProblem noSuchMeasure(String name, List<String> nearest) {
        return usage("There is no measure '%s'. The nearest are: %s. market-shaping explain lists them all."
                .formatted(name, String.join(", ", nearest)));
    }

    public static UserProblem measureWithoutInput(String name, Collection<String> absent) {
        return usage("Nothing can be known of the measure '%s': the lake holds no %s. Ingest it first."
                .formatted(name, String.join(", ", absent)));
    }

    public static UserProblem cannotWrite(Path place, String cause) {
        return usage(
                "%s can't be written (%s). Check that the folder exists, that you may write to it and that the disk"
                                .formatted(place, cause)
                        + " has room. The last good output is untouched.");
    }

    /** By a signal, such as of a scheduler or of somebody at the keyboard. */
    public static UserProblem stopped() {
        return usage("Stopped from outside before it was done. The last good packs are untouched; run again.");
    }

    public static UserProblem lakeHeld(Path lake, String holder) {
        return usage("The lake %s is held by another run (%s). Wait until it has finished and run again."
                .formatted(lake, holder));
    }

    /** @param table empty where it can't be told which */
    public static UserProblem lakeDamaged(Path lake, String table, String what) {
        String folder = table.isEmpty() ? "a table" : table;
        return data(
                ("The lake %s is damaged: %s can't be read (%s). Restore the table's folder from a backup; or delete"
                                + " it and run again, which reads the inputs anew but loses its history. The last good packs are"
                                + " untouched.")
                        .formatted(lake, folder, what));
    }

    public static UserProblem lakeEmpty(Path lake, Collection<String> missing) {
        return usage("The lake %s holds no %s yet. Ingest first: market-shaping ingest --input DIR --lake DIR"
                .formatted(lake, String.join(", ", missing)));
    }

    public static UserProblem upsertWithoutKey(String input) {
        return usage(
                "The setting 'upsert' names %s, which has no key to tell its rows apart. Take it out of the list; its"
                                .formatted(input)
                        + " extract replaces the table whole.");
    }

    // Delivery, once the packs are written.

    public static UserProblem shareMissing(Path packs, Path folder) {
        return notDelivered(
                ("The packs are in %s, but were not delivered: there is no folder %s. Make it, or connect the"
                                + " share that it is on, and run again.")
                        .formatted(packs, folder));
    }

    public static UserProblem notCopied(Path packs, Path place, String cause) {
        return notDelivered(
                ("The packs are in %s, but were not delivered to %s (%s). What was delivered there before is"
                                + " as it was. Check that you may write there, that nobody has one of the packs open and that"
                                + " the disk has room, and run again.")
                        .formatted(packs, place, cause));
    }

    public static UserProblem notSent(Path packs, Collection<String> to, String server, String cause) {
        return notDelivered(
                ("The packs are in %s, but the e-mail to %s was not sent. The mail server %s says: %s. Check"
                                + " 'deliver.email' in the settings and that the server can be reached, and run again:"
                                + " nobody is sent the same twice.")
                        .formatted(packs, String.join(", ", to), server, cause));
    }

    // Packs of before.

    public static UserProblem manifestMissing(Path file) {
        return usage(
                ("There is no manifest at %s. A pack is written again from what its manifest names: give --packs and"
                                + " --as-at of the pack, or its manifest with --manifest.")
                        .formatted(file));
    }

    public static UserProblem manifestUnreadable(Path file) {
        return usage(
                "%s can't be read as the manifest of a pack. Give the manifest.json that was written with the pack."
                        .formatted(file));
    }

    public static UserProblem otherSoftware(Path manifest, String theirs, String ours) {
        return usage(("%s was written by market-shaping %s, and this is %s. Another build may count or write otherwise:"
                        + " use the one that wrote the pack.")
                .formatted(manifest, theirs, ours));
    }

    public static UserProblem otherSettings(Path manifest) {
        return usage(("%s was written with other settings than these. They are in the manifest under settings: give the"
                        + " settings file of then with --settings.")
                .formatted(manifest));
    }

    public static UserProblem versionGone(Path lake, String table, long version) {
        return data(("The lake %s no longer holds version %d of %s, which the pack was made from: it was replaced"
                        + " longer ago than the setting history-months looks back, or deleted, or this is another lake."
                        + " Restore it from a backup; it can't be written again without.")
                .formatted(lake, version, table));
    }

    public static UserProblem reproducedOtherwise(Path folder, List<String> files) {
        return data(("%s holds the pack written again, and these files differ from the manifest's: %s. A working list"
                        + " that was encrypted differs each time; anything else was changed, or made on another machine.")
                .formatted(folder, String.join(", ", files)));
    }

    public static UserProblem monthsReversed(YearMonth from, YearMonth to) {
        return usage("--from %s is after --to %s. Give the earlier month with --from.".formatted(from, to));
    }

    // Plans.

    public static UserProblem planUnreadable(String file, String cause) {
        return usage(
                "%s: the plan can't be read (%s). Give --file a plan such as data/plan.yaml.".formatted(file, cause));
    }

    public static UserProblem planKeyUnknown(String file, String key, Collection<String> known) {
        return usage("%s: a plan has no '%s'. Known here: %s."
                .formatted(file, key, String.join(", ", new TreeSet<>(known))));
    }

    /** @param value as it stands; empty where it is missing */
    public static UserProblem planWrong(String file, String key, String value, String shouldBe) {
        return usage("%s: '%s' is %s. It should be %s."
                .formatted(file, key, value.isEmpty() ? "missing" : "'" + value + "'", shouldBe));
    }

    // Mappings.

    /** @param key where in the file, as its keys joined with dots; empty for the whole file */
    public static UserProblem mappingWrong(String file, int line, String key, String fault) {
        return usage("%s, line %d: %s%s.".formatted(file, line, key.isEmpty() ? "" : key + " ", fault));
    }

    public static UserProblem noSuchMapping(String name, Collection<String> known) {
        return usage(
                "There is no mapping '%s'. Give the path of a mapping file, or one that comes with the product: %s."
                        .formatted(name, String.join(", ", known)));
    }

    public static UserProblem mappingWithout(String mapping, String input, Collection<String> inputs) {
        return usage("The mapping '%s' says nothing about %s. It maps: %s."
                .formatted(mapping, input, String.join(", ", new TreeSet<>(inputs))));
    }

    public static UserProblem expressionWrong(String mapping, String input, String fault) {
        return usage("The mapping '%s' can't be used for %s: %s. Mend the expression in the mapping file."
                .formatted(mapping, input, fault));
    }

    public static UserProblem tableMissing(Path folder, String table) {
        return data("%s: there is no %s. Put %s.csv or %s.xlsx there; the mapping named after the folder needs it."
                .formatted(folder, table, table, table));
    }

    /** @param key the column that tells rows apart; what is in it may be about a person */
    public static UserProblem lookupTwice(String table, String key, long first, long second) {
        return data(
                "%s, rows %d and %d: they have the same %s, so that what is looked up there is not plain. Take one of them"
                                .formatted(table, first, second, key)
                        + " out.");
    }

    // Inputs.

    public static UserProblem inputFolderMissing(Path folder) {
        return usage("The input folder %s does not exist or is not a folder. Give the folder that holds the council's"
                        .formatted(folder)
                + " extracts with --input.");
    }

    public static UserProblem requiredInputMissing(Path folder, String input) {
        return data(
                "%s: there is no %s. It is one of the three required inputs; put %s.csv or %s.xlsx, or a folder named"
                                .formatted(folder, input, input, input)
                        + " %s, there.".formatted(input));
    }

    public static UserProblem noHeader(String file, Collection<String> required) {
        return data("%s: no header row was found in its first 50 rows. One row must name the columns, among them %s."
                .formatted(file, String.join(", ", required)));
    }

    public static UserProblem columnsMissing(String file, long row, Collection<String> missing) {
        return data(
                ("%s, row %d: the header lacks the required %s %s. Add %s to the extract under that name, or map the"
                                + " name it has there to ours.")
                        .formatted(
                                file,
                                row,
                                missing.size() == 1 ? "column" : "columns",
                                String.join(", ", missing),
                                missing.size() == 1 ? "it" : "them"));
    }

    public static UserProblem columnTwice(String file, long row, String column) {
        return data("%s, row %d: two columns of the header are both %s. Keep one of them, or rename the other."
                .formatted(file, row, column));
    }

    public static UserProblem monthFirst(String file, String column, long row) {
        return data(
                "%s, row %d, column %s: the date has its month first. Day and month of the other dates in that column"
                                .formatted(file, row, column)
                        + " can't be told apart, so the file is refused. Export the dates as 2026-05-29 or"
                        + " 29/05/2026.");
    }

    public static UserProblem shrunk(String input, long lost, long held, int percent) {
        return data(("%s: %d of the %d keys in the lake are not in this extract, more than %d %%. It may have been cut"
                        + " short. Send the whole extract, or accept the loss with --accept-shrinkage %s.")
                .formatted(input, lost, held, percent, input));
    }

    public static UserProblem nothingAccepted(String input) {
        return data(("%s: not one row was accepted. market-shaping check shows the rules that its rows broke; mend the"
                        + " extract.")
                .formatted(input));
    }

    public static UserProblem noRows(String input) {
        return data(
                ("%s: there is a header and not one row below it. Export it again; a report that timed out leaves such"
                                + " a file.")
                        .formatted(input));
    }

    public static UserProblem rowsMultiplied(String fact, String keys) {
        return data("%s: more than one row answers for %s. Keep one of them in the extract.".formatted(fact, keys));
    }

    public static UserProblem asAtInFuture(LocalDate asAt, LocalDate today) {
        return usage("--as-at %s is after today (%s). Give a date that has passed.".formatted(asAt, today));
    }

    // Files that can't be read.

    public static UserProblem inputTwice(String input, List<Path> files) {
        return data(
                "%s is given more than once: %s. Rows would be counted twice; keep one of them, or put files that belong"
                                .formatted(input, names(files))
                        + " together into a folder named %s.".formatted(input));
    }

    public static UserProblem inputFolderEmpty(Path folder) {
        return data("%s holds no file that can be read. Put the extract there as CSV or XLSX, or remove the folder."
                .formatted(folder));
    }

    public static UserProblem folderNotFile(Path folder, String input) {
        return data("%s is a folder, though its name is that of a file. Rename it to %s to have the files in it read"
                        .formatted(folder, input)
                + " together.");
    }

    public static UserProblem fileKindNotRead(Path file) {
        return data("%s is of a kind that is not read as a table. Save it as CSV or XLSX.".formatted(file));
    }

    public static UserProblem fileEmpty(Path file) {
        return data("%s is empty: it has no bytes. Export it again, or remove it.".formatted(file));
    }

    public static UserProblem wrongExtension(Path file, String content, String suffix) {
        return data("%s is not what its name says: its content is %s. Export it again, or rename it to end in %s."
                .formatted(file, content, suffix));
    }

    public static UserProblem passwordProtected(Path file) {
        return data("%s is protected with a password, so it can't be read. Save a copy without one.".formatted(file));
    }

    public static UserProblem nulByte(Path file, long row) {
        return data(
                "%s, row %d: there is a NUL byte, which no text has. The file is damaged, or is no CSV, or is UTF-16"
                                .formatted(file, row)
                        + " without a byte-order mark; save it as CSV UTF-8.");
    }

    public static UserProblem cellTooLong(Path file, long row, int bytes) {
        return data("%s, row %d: a cell is longer than %d bytes, so the file is refused. Most often a quote was never"
                        .formatted(file, row, bytes)
                + " closed: mend that row.");
    }

    public static UserProblem rowTooLong(Path file, long row, int bytes) {
        return data("%s, row %d: the row is longer than %d bytes, so the file is refused. Most often a quote was never"
                        .formatted(file, row, bytes)
                + " closed, or the file is no CSV: mend that row.");
    }

    public static UserProblem tooManyColumns(Path file, long row, int columns) {
        return data("%s, row %d: there are more than %d columns, so the file is refused. Remove the empty columns, or"
                        .formatted(file, row, columns)
                + " export only those that are described for this input.");
    }

    public static UserProblem quoteNotClosed(Path file, long row) {
        return data("%s, row %d: a quote opens a cell and does not close it, so the rows after it can't be told apart."
                        .formatted(file, row)
                + " Close the quote, or write a quote that is text twice.");
    }

    public static UserProblem quoteSwallowsRows(Path file, long row, int lines) {
        return data(
                "%s, row %d: a quoted cell holds %d line %s and as many separators as rows have. A quote opens there and"
                                .formatted(file, row, lines, lines == 1 ? "break" : "breaks")
                        + " another further down closes it, so rows would be lost. Write a quote that is text twice,"
                        + " or take it out.");
    }

    public static UserProblem encodingBroken(Path file) {
        return data(
                "%s holds bytes that are no text in its encoding (UTF-8, UTF-16 or Windows-1252). Save it as CSV UTF-8."
                        .formatted(file));
    }

    public static UserProblem packingBroken(Path file) {
        return data("%s can't be unpacked: it is damaged or was cut short. Send it again.".formatted(file));
    }

    public static UserProblem inflatesTooMuch(Path file) {
        return data(
                "%s unpacks to far more than a table of its size would, so it is refused (a zip bomb does so). Send it"
                                .formatted(file)
                        + " unpacked, or save the workbook again without empty formatted rows.");
    }

    public static UserProblem inputUnreadable(Path file, String cause) {
        return data(
                "%s can't be read (%s). Check that it is still there and that you may read it.".formatted(file, cause));
    }

    public static UserProblem inputChanged(Path file) {
        return data("%s changed while it was read. Wait until it is complete and run again.".formatted(file));
    }

    public static UserProblem contentNotRead(Path file, String content) {
        return data("%s is not what its name says: its content is %s, which is not read. Save the table as CSV or XLSX."
                .formatted(file, content));
    }

    public static UserProblem macros(Path file) {
        return data("%s holds macros, so it is not read. Save a copy as XLSX without macros.".formatted(file));
    }

    public static UserProblem entityDeclared(Path file) {
        return data("%s declares a document type or an entity, which a workbook never does and which can make a reader"
                        .formatted(file)
                + " open other files, so it is not read. Open it in Excel and save it again.");
    }

    public static UserProblem workbookTooLarge(Path file) {
        return data(
                "%s holds more text than can be read from a workbook. Save its sheet as CSV UTF-8.".formatted(file));
    }

    public static UserProblem workbookBroken(Path file, String part) {
        return data("%s is a damaged workbook: its part %s can't be read. Open it in Excel and save it again."
                .formatted(file, part));
    }

    public static UserProblem formulaWithoutValue(Path file, String sheet, String cell) {
        return data("%s, sheet %s, cell %s: the formula was never worked out, so there is no value to read. Open the"
                        .formatted(file, sheet, cell)
                + " workbook in Excel and save it again.");
    }

    public static UserProblem workbookTooOld(Path file) {
        return data(
                "%s is a workbook of Excel 95 or before, which is not read. Open it in Excel or LibreOffice and save"
                                .formatted(file)
                        + " it as XLSX or CSV.");
    }

    public static UserProblem jsonBroken(Path file, long line, long column) {
        return data(
                "%s, line %d, column %d: from there on it is no JSON that can be read: it may have been cut short, or"
                                .formatted(file, line, column)
                        + " hold a text or a nesting beyond all measure. Export it again.");
    }

    public static UserProblem jsonWithoutTable(Path file) {
        return data("%s holds no list of objects, so there are no rows to read. Export one object for each row, all in"
                        .formatted(file)
                + " one list, or save the table as CSV.");
    }

    public static UserProblem jsonTooLarge(Path file) {
        return data(
                "%s says more around its lists of objects than can be held. Save the table as CSV.".formatted(file));
    }

    private static String names(List<Path> files) {
        return files.stream().map(Path::toString).collect(java.util.stream.Collectors.joining(", "));
    }

    private static UserProblem usage(String message) {
        return new UserProblem(Kind.WRONG_USAGE, List.of(message));
    }

    private static UserProblem notDelivered(String message) {
        return new UserProblem(Kind.NOT_DELIVERED, List.of(message));
    }

    private static UserProblem data(String message) {
        return new UserProblem(Kind.DATA_REFUSED, List.of(message));
    }
}
