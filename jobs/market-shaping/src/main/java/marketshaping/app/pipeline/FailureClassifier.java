package marketshaping.app.pipeline;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import marketshaping.lake.Lake;
import marketshaping.model.problem.Problems;
import marketshaping.model.problem.UserProblem;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.apache.spark.SparkThrowable;

/**
 * Tells what went wrong around a run from a bug in it: a full disk, a folder that may not be written to, a table of the
 * lake that something else damaged, an input that went away. The engine throws all of these as its own.
 */
final class FailureClassifier {
    private static final List<String> NO_ROOM =
            List.of("no space left", "file too large", "disk quota exceeded", "not enough space");
    private static final List<String> NOT_ALLOWED =
            List.of("permission denied", "read-only file system", "operation not permitted");
    /** Without the full stop of the sentence that it ends. */
    private static final Pattern FILE_URI = Pattern.compile("file:/+([^\\s,'\"?]*[^\\s,'\"?.])");

    private FailureClassifier() {}

    /** The problem that a user can mend; empty where it is a bug. */
    static Optional<UserProblem> behind(Throwable thrown, RunRequest request) {
        List<Throwable> causes = ExceptionUtils.getThrowableList(thrown);
        for (Throwable cause : causes) {
            if (cause instanceof UserProblem problem) {
                return Optional.of(problem);
            }
        }
        return causes.stream()
                .filter(FailureClassifier::isRefusal)
                .findFirst()
                .map(cause -> Problems.cannotWrite(place(cause, request), inShort(cause)))
                .or(() -> unreadable(causes, request));
    }

    private static boolean isRefusal(Throwable cause) {
        String message = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
        return cause instanceof AccessDeniedException
                || Stream.concat(NO_ROOM.stream(), NOT_ALLOWED.stream()).anyMatch(message::contains);
    }

    private static Path place(Throwable cause, RunRequest request) {
        return cause instanceof FileSystemException named && named.getFile() != null
                ? Path.of(named.getFile())
                : request.lake();
    }

    /** A file that the engine could not read: of the lake, which only we write, or of an input. */
    private static Optional<UserProblem> unreadable(List<Throwable> causes, RunRequest request) {
        Optional<Throwable> engine = causes.stream()
                .filter(cause -> cause instanceof SparkThrowable known
                        && known.getCondition() != null
                        && known.getCondition().matches("(FAILED_READ_FILE|DELTA_|MALFORMED_).*"))
                .findFirst();
        return engine.map(first -> {
            Path lake = request.lake().toAbsolutePath().normalize();
            for (Throwable cause : causes) {
                Matcher file = FILE_URI.matcher(String.valueOf(cause.getMessage()));
                if (file.find()) {
                    Path path = Path.of("/" + file.group(1)).normalize();
                    boolean isLakes = path.startsWith(lake) && path.getNameCount() > lake.getNameCount() + 1;
                    return isLakes && !path.startsWith(Lake.staging(lake))
                            ? Problems.lakeDamaged(
                                    request.lake(),
                                    path.getName(lake.getNameCount()).toString(),
                                    path.toString())
                            : Problems.inputUnreadable(path, inShort(first));
                }
            }
            return Problems.lakeDamaged(request.lake(), "", inShort(first));
        });
    }

    /** The first line, without the engine's advice to its own users. */
    private static String inShort(Throwable cause) {
        return String.valueOf(cause.getMessage()).lines().findFirst().orElse(cause.toString());
    }
}
