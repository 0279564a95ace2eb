package marketshaping.output.workbook;

/**
 * A placeholder for the worksheet of contents, a table with links to all other worksheets. The writer generates its
 * content.
 */
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
