/**
 * Mappings of source systems to the product's columns and codes. YAML mapping files and rows with a system's own
 * columns and codes come in; rows with the product's columns and codes go out. Read {@link
 * marketshaping.input.mapping.Mappings} first.
 */
package marketshaping.input.mapping;
