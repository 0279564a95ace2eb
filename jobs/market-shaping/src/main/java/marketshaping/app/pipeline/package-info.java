/**
 * Runs the stages of a command in order. A request comes in; an updated lake, packs and deliveries go out. Read {@link
 * marketshaping.app.pipeline.Pipeline} first.
 */
package marketshaping.app.pipeline;
