/**
 * Self-contained web pages without scripts. Texts and tables come in; one HTML document with its styles goes out, in
 * which every text is escaped. Read {@link marketshaping.output.web.WebPage} first.
 */
package marketshaping.output.web;
