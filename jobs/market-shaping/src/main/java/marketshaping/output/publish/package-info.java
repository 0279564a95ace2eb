/**
 * Writes the files of one as-at date. Finished tables come in; CSV files, packs and a manifest in one folder go out,
 * complete or not at all. Read {@link marketshaping.output.publish.PackWriter} first.
 */
package marketshaping.output.publish;
