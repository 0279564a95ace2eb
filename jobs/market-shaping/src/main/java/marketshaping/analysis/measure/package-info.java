/**
 * The measures. The facts come in; one tidy table per measure goes out. Read {@link
 * marketshaping.analysis.measure.Measure} first, then one measure such as {@link
 * marketshaping.analysis.measure.OobStock}.
 */
package marketshaping.analysis.measure;
