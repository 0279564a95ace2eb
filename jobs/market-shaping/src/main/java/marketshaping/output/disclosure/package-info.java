/**
 * Disclosure control of published tables. The tables of all measures and the previous release come in; tables with
 * hidden and rounded figures go out. Read {@link marketshaping.output.disclosure.Disclosure} first.
 */
package marketshaping.output.disclosure;
