/**
 * The Delta tables of one council. Rows with a commit note come in; table versions go out, one writer at a time.
 * Read {@link marketshaping.lake.Lake} first.
 */
package marketshaping.lake;
