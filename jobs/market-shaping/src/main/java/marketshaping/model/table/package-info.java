/**
 * Finished tables. Rows come in; tables with described columns, shorthand and a fixed row order go out. Read {@link
 * marketshaping.model.table.Table} first.
 */
package marketshaping.model.table;
