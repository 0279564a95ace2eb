/**
 * The worksheets of the packs. Finished tables come in; key messages, charts, tables and notes go out. Read {@link
 * marketshaping.output.pack.sheet.SectionSheets} first.
 */
package marketshaping.output.pack.sheet;
