/**
 * Scenarios: the effects of a plan. A plan and finished measure tables come in; people, places and costs by date go
 * out. Read {@link marketshaping.analysis.scenario.Scenario} first.
 */
package marketshaping.analysis.scenario;
