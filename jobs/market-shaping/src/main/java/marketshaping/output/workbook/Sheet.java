package marketshaping.output.workbook;

/**
 * One worksheet, declared. What it looks like is the business of {@link WorkbookWriter} alone, so that no sheet can
 * break the guidance on spreadsheets.
 */
public sealed interface Sheet permits TextSheet, ContentsSheet, TableSheet, ChartSheet, TileSheet {

    /** On the tab: unique, at most 31 characters, none of {@code : \ / ? * [ ]}. */
    String name();

    /** The question that it belongs to, for the contents. */
    String section();

    /** In cell A1, and in the contents. */
    String title();
}
