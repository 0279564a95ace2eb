/**
 * The generator of the artificial council. A number of people and a seed come in; extracts that reproduce the published
 * figures of a council go out. Read {@link marketshaping.sample.SampleCouncil} first.
 */
package marketshaping.sample;
