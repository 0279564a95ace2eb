/**
 * Mappings of source systems to the product's columns and codes. YAML mapping files and rows in a system's own
 * words come in; rows in the product's words go out. Read {@link marketshaping.input.mapping.Mappings} first.
 */
package marketshaping.input.mapping;
