package marketshaping.output.pack.sheet;

import java.util.List;
import java.util.stream.Stream;
import marketshaping.output.pack.sheet.PackInputs.Source;
import marketshaping.output.workbook.ContentsSheet;
import marketshaping.output.workbook.TextSheet;
import marketshaping.output.workbook.TextSheet.Lines;
import marketshaping.output.workbook.TextSheet.Link;

/** The cover of a workbook: its purpose, as-at date, sources, disclosure control and contact. */
public final class Cover {
    private static final int FILES_NAMED = 3;

    private Cover() {}

    /** Returns links to each section of the key messages and to the contents. */
    public static List<Link> startHere(TextSheet messages) {
        Stream<Link> answers = messages.headings().stream().map(heading -> new Link(heading, messages.name(), heading));
        return Stream.concat(answers, startHere().stream()).toList();
    }

    public static List<Link> startHere() {
        return List.of(Link.to(ContentsSheet.NAME, "List of all worksheets"));
    }

    /**
     * Returns the cover worksheet.
     *
     * @param howToRead sentences on how to use the workbook
     */
    public static TextSheet sheet(
            PackInputs inputs, String title, String purpose, List<Link> startHere, String... howToRead) {
        Lines lines = new Lines()
                .under("Classification", List.of(inputs.classification()))
                .under("What this is", List.of(purpose, "All figures are as at " + CellWords.date(inputs.asAt()) + "."))
                .lines("Start here", startHere)
                .under("How to read it", List.of(howToRead))
                .under("Disclosure control", List.of(inputs.disclosureRule()))
                .under("About this run", inputs.runNotes())
                .under("Sources", sources(inputs))
                .under("Contact", List.of(inputs.contact()));
        return new TextSheet("Cover", "About this workbook", title, lines.toList());
    }

    /**
     * Returns one line per input, with the names of its first files, the number of others and the date of its latest
     * extract.
     */
    public static List<String> sources(PackInputs inputs) {
        return inputs.sources().stream().map(Cover::inWords).toList();
    }

    private static String inWords(Source source) {
        List<String> files = source.files();
        String named = String.join(", ", files.subList(0, Math.min(FILES_NAMED, files.size())));
        String more = files.size() > FILES_NAMED ? " and %d more".formatted(files.size() - FILES_NAMED) : "";
        return "%s: %s%s; latest extract %s".formatted(source.input(), named, more, source.latestExtract());
    }
}
