/**
 * Excel workbooks, written with POI. Declared worksheets, tables and charts come in; reproducible, accessible XLSX
 * files go out. Read {@link marketshaping.output.workbook.WorkbookWriter} first.
 */
package marketshaping.output.workbook;
