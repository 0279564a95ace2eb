/**
 * The commands of the command line. Arguments, settings and environment come in; calls to the pipeline and printed
 * results go out. Read {@link marketshaping.app.cli.RunCommand} first, then {@link
 * marketshaping.app.cli.CommonOptions}.
 */
package marketshaping.app.cli;
