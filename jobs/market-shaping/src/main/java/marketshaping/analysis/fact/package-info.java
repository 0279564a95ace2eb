/**
 * The facts: all data about each placement line and each brokering case. The accepted rows of all inputs come in; two
 * Delta tables and the views that measures query go out. Read {@link marketshaping.analysis.fact.PlacementFact} first.
 */
package marketshaping.analysis.fact;
