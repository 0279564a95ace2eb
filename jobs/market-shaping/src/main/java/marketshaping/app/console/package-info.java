/**
 * Text on a terminal. Stages, headings and rows come in; a progress line, paragraphs and aligned tables go out.
 * Read {@link marketshaping.app.console.ConsoleTable} first.
 */
package marketshaping.app.console;
