/**
 * The content of the packs. Finished tables come in; the worksheets of each pack go out. Read {@link
 * marketshaping.output.pack.Packs} first.
 */
package marketshaping.output.pack;
