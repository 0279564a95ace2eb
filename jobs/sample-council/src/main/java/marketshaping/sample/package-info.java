/**
 * The generator of the artificial council. A number of people and a seed come in; the extracts of a council that reproduces
 * published figures go out. Read {@link marketshaping.sample.SampleCouncil} first.
 */
package marketshaping.sample;
