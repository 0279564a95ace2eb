package marketshaping.output.workbook;

/**
 * One declared worksheet. Only {@link WorkbookWriter} determines its format, so every worksheet follows the guidance
 * on spreadsheets.
 */
public sealed interface Sheet permits TextSheet, ContentsSheet, TableSheet, ChartSheet, TileSheet {

    /** The name on the tab: unique, at most 31 characters, without {@code : \ / ? * [ ]}. */
    String name();

    /** The question that the worksheet helps to answer, for the contents. */
    String section();

    /** The title in cell A1 and in the contents. */
    String title();
}
