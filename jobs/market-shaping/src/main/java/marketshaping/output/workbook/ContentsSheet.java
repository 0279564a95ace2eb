package marketshaping.output.workbook;

/** Stands where the contents go: a table of all other worksheets with a link to each, which the writer makes. */
public record ContentsSheet() implements Sheet {

    public static final String NAME = "Contents";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String section() {
        return "About this workbook";
    }

    @Override
    public String title() {
        return NAME;
    }
}
