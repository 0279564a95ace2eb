/**
 * Explains measures and lineage to an analyst. Measures and facts come in; printed definitions, queries and the
 * lineage diagram go out. Read {@link marketshaping.app.explain.MeasureExplainer} first.
 */
package marketshaping.app.explain;
