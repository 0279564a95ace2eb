/**
 * Rolls up the lines of a fact. The lines come in as columns, with declared dimensions and figures; cells with exact
 * values go out. Read {@link marketshaping.analysis.rollup.RollUp} first.
 */
package marketshaping.analysis.rollup;
