package marketshaping.output.workbook;

/** The position of the contents, a table of all other worksheets with links. The writer generates its content. */
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
