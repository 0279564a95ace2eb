/**
 * The entry points for people and platforms. {@link marketshaping.Main} takes command lines; {@link
 * marketshaping.OpenLake} opens a lake in a notebook. Both only delegate to the packages below.
 */
package marketshaping;
