package marketshaping.app.cli;

import java.nio.file.Path;
import java.util.regex.Pattern;
import marketshaping.model.problem.Problems;
import picocli.CommandLine.ITypeConverter;

/** Converts the text of an option to a path, and refuses a URI, which Java would read as a path of local folders. */
public final class LocalPathConverter implements ITypeConverter<Path> {
    /** A scheme has at least two characters, because a single letter is a drive of Windows. */
    private static final Pattern URI = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+:[/\\\\].*");

    /** The parts of a URI that may contain a password or an access token. */
    private static final Pattern SECRETS = Pattern.compile("(?<=://)[^/@]*@|[?#].*");

    @Override
    public Path convert(String text) {
        return Path.of(local(text));
    }

    /**
     * Returns the text if it is not a URI.
     *
     * @throws marketshaping.model.problem.UserProblem if it is a URI
     */
    static String local(String text) {
        if (URI.matcher(text).matches()) {
            throw Problems.pathIsUri(SECRETS.matcher(text).replaceAll(""));
        }
        return text;
    }
}
