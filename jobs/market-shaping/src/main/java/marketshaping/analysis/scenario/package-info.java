/**
 * Scenarios: what a plan would change. A plan and finished measure tables come in; people, places and costs by date
 * go out. Read {@link marketshaping.analysis.scenario.Scenario} first.
 */
package marketshaping.analysis.scenario;
