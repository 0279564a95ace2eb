/**
 * Ingest: from files to the current tables of the lake. The input folder comes in; accepted, quarantined and
 * reconciled rows go out. Read {@link marketshaping.input.ingest.Ingestion} first.
 */
package marketshaping.input.ingest;
