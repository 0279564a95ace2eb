/**
 * Validation of rows against their contract. Rows of text come in; typed values, rule violations and identifier
 * hashes go out. Read {@link marketshaping.input.validate.RowValidator} first.
 */
package marketshaping.input.validate;
