/**
 * YAML files that users write, and their JSON Schemas in {@code data/schemas}. Texts come in; values and violations with
 * line numbers go out. Read {@link marketshaping.model.document.DocumentSchema} first.
 */
package marketshaping.model.document;
