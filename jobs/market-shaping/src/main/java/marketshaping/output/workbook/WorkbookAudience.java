package marketshaping.output.workbook;

/** The audience of a workbook. All differences in layout between audiences are defined here. */
public enum WorkbookAudience {
    /** For publication: nothing that the government's spreadsheet guidance advises against. */
    PUBLISHED,
    /** For work on screen and paper: frozen header rows, filter buttons, page headers and footers, highlights. */
    DESK;

    boolean freezesAndFilters() {
        return this == DESK;
    }

    boolean hasHeaderAndFooter() {
        return this == DESK;
    }

    boolean highlightsCells() {
        return this == DESK;
    }
}
