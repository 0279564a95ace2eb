/**
 * Reports to the people who supply data. Validated extracts and quarantined rows come in; the check report and the
 * quarantine workbook go out. Read {@link marketshaping.feedback.CheckReportBuilder} first.
 */
package marketshaping.feedback;
