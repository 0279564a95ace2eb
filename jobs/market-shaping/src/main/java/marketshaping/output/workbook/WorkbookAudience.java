package marketshaping.output.workbook;

/** For whom a workbook is laid out; what differs between the two is settled here and nowhere else. */
public enum WorkbookAudience {
    /** To be published: nothing that the government's spreadsheet guidance advises against. */
    PUBLISHED,
    /** For the desk and the printer: frozen header rows, filter buttons, headers and footers, marks where the eye needs them. */
    DESK;

    boolean freezesAndFilters() {
        return this == DESK;
    }

    boolean hasHeaderAndFooter() {
        return this == DESK;
    }

    boolean marksCells() {
        return this == DESK;
    }
}
