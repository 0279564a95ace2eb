package marketshaping.output.workbook;

/**
 * The declaration of one worksheet. Only {@link WorkbookWriter} determines its format, so every worksheet follows the
 * guidance on spreadsheets.
 */
public sealed interface Sheet permits TextSheet, ContentsSheet, TableSheet, ChartSheet, TileSheet {

    /** Returns the name on the tab. It is unique and has at most 31 characters, without {@code : \ / ? * [ ]}. */
    String name();

    /** Returns the title of the section under which the contents list this worksheet. */
    String section();

    /** Returns the title in cell A1 and in the contents. */
    String title();
}
