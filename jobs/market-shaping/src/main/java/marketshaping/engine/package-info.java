/**
 * The parts that every stage shares: Spark sessions, local files, threads and timing. The execution profile and local
 * paths come in; a Spark session, files and timed stages go out. Read {@link marketshaping.engine.SparkSessions} first,
 * then {@link marketshaping.engine.Storage}.
 */
package marketshaping.engine;
