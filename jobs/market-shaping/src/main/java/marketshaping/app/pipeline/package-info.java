/**
 * The order of the stages of a run. A request comes in; a lake that is up to date, packs and deliveries go out.
 * Read {@link marketshaping.app.pipeline.Pipeline} first.
 */
package marketshaping.app.pipeline;
