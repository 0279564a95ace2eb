/**
 * The settings of one council, as values. They are read by {@code app.pipeline} and passed to every stage. Read
 * {@link marketshaping.model.settings.Settings} first.
 */
package marketshaping.model.settings;
