/**
 * Readers of extracts. Files in many formats come in; rows of text cells with their row numbers go out. Read {@link
 * marketshaping.input.source.FileScan} first.
 */
package marketshaping.input.source;
